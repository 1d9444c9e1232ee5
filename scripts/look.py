"""Pictures of one landmark for the person who models it, a second each.

    python scripts/look.py ID [--views corner,front,aerial] [--size 640x480] [--out DIR]
    python scripts/look.py FILE.glb       a baked model
    python scripts/look.py kit.dome:demo          any function without arguments that
                                              returns a mesh (also PATH.py:function)

Views: corner (eye height, front right), corner2 (front left), front, back, left, right,
aerial (300 m away, above), near (close to the door), top, or `AZIMUTH:ELEVATION:DISTANCE`
(degrees right of the front, degrees above the horizon, metres) with `@X,Y,Z` as the point
looked at, for instance `-20:5:14@0,-12,8`.
"""

from __future__ import annotations

import argparse
import importlib
import math
import runpy
import sys
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "scripts")]

from almaty_tour.mesh.data import MeshData, Model, Moving, merge, transformed  # noqa: E402

if TYPE_CHECKING:
    from almaty_tour.content.exhibits import ExhibitSpec
    from almaty_tour.content.model import LandmarkSpec

FOV_DEG = 50.0
ANGLES = {
    "corner": (42.0, None),
    "corner2": (-42.0, None),
    "front": (0.0, None),
    "right": (90.0, None),
    "left": (-90.0, None),
    "back": (180.0, None),
    "backcorner": (138.0, None),
    "near": (24.0, None),
    "aerial": (42.0, 28.0),
    "aerial2": (-42.0, 28.0),
    "top": (0.0, 89.0),
}


def main() -> int:
    """Build, print the numbers, write the pictures."""
    options = _options()
    width, height = (int(part) for part in options.size.split("x"))
    start = time.perf_counter()
    model = load(options.name)
    print(f"{options.name}: built in {time.perf_counter() - start:.2f} s")
    whole = with_props(model)
    report(model.mesh, whole)
    if options.ao:
        whole = with_occlusion(whole)
    from look_gl import Looker  # the only part that needs a GL driver

    looker = Looker(width, height, whole, materials(), cull=options.cull)
    folder = Path(options.out)
    folder.mkdir(parents=True, exist_ok=True)
    for view in _split(options.views):
        eye, target, fov = camera(view, model.mesh, width / height, options.focus)
        slug = view.translate(str.maketrans(":@,", "___"))
        path = folder / f"{Path(options.name).name.replace(':', '_')}-{slug}.png"
        looker.picture(eye, target, fov).save(path)
        print(f"  {view:<10} eye {np.round(eye, 1).tolist()} -> {path}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("name")
    parser.add_argument("--views", default="corner,front,aerial")
    parser.add_argument("--size", default="640x480")
    parser.add_argument("--out", default="/tmp/look")
    parser.add_argument("--focus", default="", help="name of the part to frame")
    parser.add_argument(
        "--cull", action="store_true", help="leave out back faces, as the tour does"
    )
    parser.add_argument("--ao", action="store_true", help="bake ambient occlusion first")
    return parser.parse_args()


def _split(views: str) -> list[str]:
    """Views are separated by commas; a comma inside `@X,Y,Z` belongs to the view."""
    result: list[str] = []
    for piece in views.split(","):
        if result and "@" in result[-1] and result[-1].split("@")[1].count(",") < 2:
            result[-1] += "," + piece
        else:
            result.append(piece)
    return result


def load(name: str) -> Model:
    """The model of a landmark id, or of `package.module:function`."""
    if name.endswith(".glb"):
        from almaty_tour.mesh.glb import read_model

        return read_model(Path(name))
    if ":" in name:
        module, function = name.split(":")
        if module.endswith(".py"):
            made = runpy.run_path(module)[function]()
        else:
            made = getattr(importlib.import_module(f"almaty_tour.{module}"), function)()
        return made if isinstance(made, Model) else Model(made)
    room = "exhibits" if name in exhibits() else "landmarks"
    built = importlib.import_module(f"almaty_tour.{room}.{name}").build(spec_of(name))
    assert isinstance(built, Model)
    return built


def exhibits() -> tuple[str, ...]:
    """Ids of the exhibits."""
    from almaty_tour.bake.plan import exhibit_ids

    return exhibit_ids()


def spec_of(name: str) -> LandmarkSpec | ExhibitSpec:
    """The TOML of a landmark or an exhibit; a bare landmark while it is not written yet."""
    from almaty_tour.content.load import load_landmark
    from almaty_tour.content.model import LandmarkSpec

    if name in exhibits():
        from almaty_tour.content.exhibits import load_exhibit

        return load_exhibit(ROOT / "assets" / "content" / "exhibits" / f"{name}.toml")
    path = ROOT / "assets" / "content" / "landmarks" / f"{name}.toml"
    if path.exists():
        return load_landmark(path)
    print(f"  (no {path.name} yet)")
    return LandmarkSpec(name, 0.0, 0.0, 0.0, 0.0, 0.0, "other", 1, (), "", {}, {})


def with_props(model: Model) -> MeshData:
    """The mesh and a copy of every prop in its place."""
    pieces = [model.mesh, *(copy for piece in model.moving for copy in copies(piece))]
    for table in model.props:
        from almaty_tour.kit import props

        shape = props.build(table.kind, 0)
        for place, yaw, scale in zip(table.positions, table.yaw_rad, table.scale, strict=True):
            c, s = math.cos(yaw), math.sin(yaw)
            affine = np.array(
                [
                    [c * scale[0], -s * scale[0], 0, place[0]],
                    [s * scale[0], c * scale[0], 0, place[1]],
                    [0, 0, scale[1], place[2]],
                    [0, 0, 0, 1],
                ]
            )
            pieces.append(transformed(shape, affine))
    return merge(pieces)


def copies(piece: Moving) -> list[MeshData]:
    """A piece that moves, where its copies are at the beginning."""
    from almaty_tour.scene.motion import along

    places = [np.zeros(3)]
    if piece.motion == "loop":
        places = [along(piece.path_m, 0.0, phase) for phase in piece.phases]
    moved = []
    for place in places:
        affine = np.eye(4)
        affine[:3, 3] = place + piece.pivot_m
        moved.append(transformed(piece.mesh, affine))
    return moved


def with_occlusion(data: MeshData) -> MeshData:
    """Ambient occlusion as the bakery will make it."""
    from almaty_tour.bake.occlusion import occluded

    return occluded(data)


def report(mesh: MeshData, whole: MeshData) -> None:
    """Counts, bounds, triangles by material and part."""
    low, high = mesh.bounds_m
    print(f"  triangles {mesh.triangle_count}  vertices {mesh.vertex_count}", end="")
    print(f"  (with props {whole.triangle_count})")
    print(f"  bounds {np.round(low, 2).tolist()} .. {np.round(high, 2).tolist()}")
    for title, index, names in (
        ("materials", mesh.material, mesh.materials),
        ("parts", mesh.part, mesh.parts),
    ):
        counts = np.bincount(index[mesh.faces[:, 0]], minlength=len(names))
        print(f"  {title}: " + ", ".join(f"{n} {c}" for n, c in zip(names, counts, strict=True)))


def materials() -> Mapping[str, Mapping[str, Any]]:
    """The material table."""
    path = ROOT / "assets" / "content" / "materials.toml"
    return tomllib.loads(path.read_text("utf-8"))


def camera(
    view: str, mesh: MeshData, aspect: float, focus: str
) -> tuple[np.ndarray, np.ndarray, float]:
    """Eye, target and vertical field of view (degrees) of a named or written view."""
    low, high = _frame_of(mesh, focus)
    middle = (low + high) / 2
    if view not in ANGLES:
        return _written(view, middle)
    azimuth, elevation = ANGLES[view]
    if elevation is None:
        target = np.array([middle[0], middle[1], max(1.7, middle[2])])
        away = _away(azimuth, 0.0)
        distance = _fit(low, high, target, away, aspect, 1.7)
        if view == "near":
            distance *= 0.45
            target = np.array([middle[0], low[1], 1.7 + 0.3 * (high[2] - 1.7)])
        eye = target + away * distance
        eye[2] = 1.7
        return eye, target, FOV_DEG
    away = _away(azimuth, elevation)
    distance = max(_fit(low, high, middle, away, aspect, None), 60.0)
    if view.startswith("aerial"):
        wide = max(FOV_DEG * distance / 300.0, 6.0) if distance < 300.0 else FOV_DEG
        return middle + away * max(distance, 300.0), middle, wide
    return middle + away * distance, middle, FOV_DEG


def _written(view: str, middle: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    angles, _, point = view.partition("@")
    azimuth, elevation, distance = (float(part) for part in angles.split(":"))
    target = np.array([float(p) for p in point.split(",")]) if point else middle
    return target + _away(azimuth, elevation) * distance, target, FOV_DEG


def _away(azimuth_deg: float, elevation_deg: float) -> np.ndarray:
    a, e = math.radians(azimuth_deg), math.radians(elevation_deg)
    return np.array([math.sin(a) * math.cos(e), -math.cos(a) * math.cos(e), math.sin(e)])


def _frame_of(mesh: MeshData, focus: str) -> tuple[np.ndarray, np.ndarray]:
    """Bounds of the named part, else of everything that stands above the ground."""
    points = mesh.positions.astype(np.float64)
    if focus:
        points = points[mesh.part == mesh.parts.index(focus)]
    elif (
        "body" in mesh.parts
        and len(mesh.parts) > 1
        and (mesh.part == mesh.parts.index("body")).any()
    ):
        points = points[mesh.part == mesh.parts.index("body")]
    tall = points[points[:, 2] > 0.15 * points[:, 2].max()]
    points = tall if len(tall) else points
    low, high = points.min(axis=0), points.max(axis=0)
    low[2] = 0.0
    return low, high


def _fit(
    low: np.ndarray,
    high: np.ndarray,
    target: np.ndarray,
    away: np.ndarray,
    aspect: float,
    eye_z: float | None,
) -> float:
    """The distance at which the eight corners of a box are inside the picture."""
    corners = np.array(
        [[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]
    )
    half = math.tan(math.radians(FOV_DEG / 2)) * 0.92
    distance = 5.0
    for _ in range(400):
        eye = target + away * distance
        if eye_z is not None:
            eye[2] = eye_z
        ahead = (target - eye) / np.linalg.norm(target - eye)
        right = np.cross(ahead, [0.0, 0.0, 1.0])
        right /= np.linalg.norm(right)
        up = np.cross(right, ahead)
        seen = corners - eye
        depth = seen @ ahead
        inside = (
            (depth > 1.0)
            & (np.abs(seen @ right) < depth * half * aspect)
            & (np.abs(seen @ up) < depth * half)
        )
        if inside.all():
            break
        distance *= 1.03
    return distance


if __name__ == "__main__":
    raise SystemExit(main())
