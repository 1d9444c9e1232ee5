"""Draws the sheet of the fresh-eyes test: each model alone on a lawn, lettering blanked.

    python scripts/recognition.py --out docs/recognition [ID ...]

Two views by formula: eye height at the corner, and 300 m aerial; the sun stands 60 degrees
high behind the left shoulder of who looks. The pictures carry numbers, not names; `key.toml`
keeps the answers and is not shown to the judges.
"""

from __future__ import annotations

import argparse
import math
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.rng import hashed
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import looking
from almaty_tour.export.sheet import arranged
from almaty_tour.export.studio import SMOOTH_SCALE, Picture, Studio, save_picture
from almaty_tour.geo.frame import yaw_of_bearing_rad
from almaty_tour.mesh.cache import load_model
from almaty_tour.mesh.data import MeshData, mesh
from almaty_tour.scene.environment import Environment
from almaty_tour.scene.load import Placement, model_chunk
from almaty_tour.tour.places import Place

SIZE_PX = (960, 540)
CORNER_DEG = 38.0
EYE_M = 1.7
AERIAL_M = 300.0
FOV_RAD = 0.87
FENCE_M = 3.0
SUN_UP_DEG = 60.0
SALT = 20261126


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ids", nargs="*")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    with Studio(assets_dir(), "high", SIZE_PX) as studio:
        world = studio.stage.world
        ids = options.ids or shuffled(sorted(n for n in world.places if world.landmarks[n].model))
        for number, name in enumerate(ids, 1):
            pictures = views_of(studio, world.places[name])
            save_picture(arranged(pictures, 2), options.out / f"{number:02d}.png")
    lines = [f'{number:02d} = "{name}"' for number, name in enumerate(ids, 1)]
    (options.out / "key.toml").write_text("\n".join(lines) + "\n", "utf-8")
    return 0


def shuffled(ids: list[str]) -> list[str]:
    """The ids in an order that tells nothing, the same every time."""
    order = np.argsort(hashed(np.arange(len(ids)), SALT))
    return [ids[row] for row in order]


def views_of(studio: Studio, place: Place) -> list[Picture]:
    """The corner and the aerial view of a landmark that stands alone."""
    body = show_alone(studio, place)
    return [draw(studio, place, corner(place, body)), draw(studio, place, aerial(place, body))]


@dataclass(frozen=True)
class Body:
    """What must fit into the picture: (3,) middle in the world, half width, height."""

    middle: tuple[float, float, float]
    half_width_m: float
    height_m: float


def show_alone(studio: Studio, place: Place) -> Body:
    """Only this model, with its props, on a lawn without end."""
    stage = studio.stage
    stage.tree = None  # type: ignore[assignment]  # no land: the lawn below is the ground
    stage.renderer.ground = None
    for chunk_id in stage.scene.ids():
        row = stage.scene.remove(chunk_id)
        if row is not None:
            stage.renderer.drop(row)
    model = load_model(assets_dir() / "models" / stage.world.landmarks[place.id].model)
    rows = {name: row for row, name in enumerate(stage.renderer.materials.names)}
    chunk = model_chunk(
        f"landmark.{place.id}",
        [(blanked(model.levels[0].mesh), 0.0)],
        Placement((place.x_m, place.y_m, place.ground_m), yaw_of_bearing_rad(place.bearing_deg)),
        rows,
        props=model.props,
    )
    load_props(studio, rows)
    ground = Placement((place.x_m, place.y_m, place.ground_m))
    lawn_chunk = model_chunk("lawn", [(lawn(), 0.0)], ground, rows)
    for one in (chunk, lawn_chunk):
        stage.renderer.upload(stage.scene.add(one), one)
    return body_of(chunk.levels[0].vertices["position"].astype(np.float64), place)


def body_of(points: npt.NDArray[np.float64], place: Place) -> Body:
    """The extent of what stands higher than a fence within the landmark's own radius."""
    own = np.hypot(points[:, 0], points[:, 1]) < place.radius_m * 1.25
    tall = points[own & (points[:, 2] > min(FENCE_M, place.height_m * 0.3))]
    low, high = np.quantile(tall[:, :2], [0.01, 0.99], axis=0)
    middle = (low + high) / 2.0
    half = float(np.hypot(*(high - low)) / 2.0)
    top = float(tall[:, 2].max())
    x, y = float(place.x_m + middle[0]), float(place.y_m + middle[1])
    return Body((x, y, place.ground_m + top * 0.45), half, top)


def lawn() -> MeshData:
    """A square of grass of four kilometres, a hand below the models' own paving."""
    half = 2000.0
    corners = [(-half, -half, 0.02), (half, -half, 0.02), (half, half, 0.02), (-half, half, 0.02)]
    ups = [(0.0, 0.0, 1.0)] * 4
    return mesh(corners, [(0, 1, 2), (0, 2, 3)], ups, "lawn", tint=(112, 124, 92, 255))


def load_props(studio: Studio, rows: dict[str, int]) -> None:
    """The meshes of trees and lamps, once."""
    from almaty_tour.session.arrivals import PropArrival, arrivals

    world = studio.stage.world
    for arrival in arrivals(assets_dir(), world, rows, (0.0, 0.0)):
        if not isinstance(arrival, PropArrival):
            break
        studio.stage.renderer.upload_prop(arrival.kind, arrival.levels)


def blanked(model: MeshData) -> MeshData:
    """The mesh without its lettering."""
    if "lettering" not in model.materials:
        return model
    letters = model.material[model.faces[:, 0]] == model.materials.index("lettering")
    return replace(model, faces=model.faces[~letters])


def corner(place: Place, body: Body) -> CameraState:
    """Eye height, from the right of the front, so far that the whole fits."""
    away = reach(body) / math.tan(FOV_RAD / 2.0) + body.half_width_m * 0.4
    x, y = beside(place, body, away)
    return looking((x, y, place.ground_m + EYE_M), body.middle, FOV_RAD)


def aerial(place: Place, body: Body) -> CameraState:
    """From 300 m away, 30 degrees above the horizon; the lens shows the whole."""
    away = max(AERIAL_M, body.height_m * 2.0)
    up = math.radians(30.0)
    x, y = beside(place, body, away * math.cos(up))
    fov = 2.0 * math.atan(1.1 * reach(body) / away)
    return looking((x, y, body.middle[2] + away * math.sin(up)), body.middle, fov)


def reach(body: Body) -> float:
    """Half the height of a picture that the body fills, at its distance."""
    return max(body.height_m * 0.6, body.half_width_m * SIZE_PX[1] / SIZE_PX[0]) * 1.12


def beside(place: Place, body: Body, away_m: float) -> tuple[float, float]:
    """The point at a distance on the corner's bearing."""
    bearing = math.radians(place.bearing_deg + CORNER_DEG)
    x, y, _ = body.middle
    return x + away_m * math.sin(bearing), y + away_m * math.cos(bearing)


def draw(studio: Studio, place: Place, camera: CameraState) -> Picture:
    """The picture under a sun that stands to the left behind the eye."""
    bearing = math.radians(place.bearing_deg + CORNER_DEG + 50.0)
    up = math.radians(SUN_UP_DEG)
    sun = (math.cos(up) * math.sin(bearing), math.cos(up) * math.cos(bearing), math.sin(up))
    frame = studio.stage.frame(
        camera,
        Environment(sun_enu=sun),
        size_px=SIZE_PX,
        preset=studio.preset,
        resolution_scale=SMOOTH_SCALE,
    )
    return studio.drawn(frame)


if __name__ == "__main__":
    sys.exit(main())
