"""Draws the sheets of the fresh-eyes test: each model alone on its ground, lettering blanked.

    python scripts/recognition.py --out DIR [--tiers 1,2] [ID ...]

Two views by formula: eye height at the corner, and 300 m aerial (1.5 km for large sites); the
sun stands 60 degrees high behind the left shoulder of who looks. What stands on a slope is
shown on the land itself, without the town; everything else on a lawn that tells nothing. A
place is shown with the members it declares. The pictures carry numbers, not names; `key.toml`
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
from almaty_tour.content.model import LandmarkSpec
from almaty_tour.export.sheet import arranged
from almaty_tour.export.studio import SMOOTH_SCALE, Picture, Studio, save_picture
from almaty_tour.geo.frame import yaw_of_bearing_rad
from almaty_tour.mesh.cache import load_model
from almaty_tour.mesh.data import MeshData, mesh
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.environment import Environment
from almaty_tour.scene.load import Placement, model_chunk
from almaty_tour.tour.places import Place

F64 = npt.NDArray[np.float64]
Point = tuple[float, float, float]
SIZE_PX = (960, 540)
CORNER_DEG = 38.0
EYE_M = 1.7
AERIAL_M, LARGE_SITE_M = 300.0, 1500.0
LARGE_EXTENT_M = 500.0
SLOPE = 0.06
ROUND_M = 250.0
TREE_M, WALL_M = 5.0, 12.0
STANDPOINTS = tuple(
    (turn, share) for share in (1.0, 0.7, 0.5, 0.35) for turn in (38, -38, 142, -142)
)
FOV_RAD = 0.87
FENCE_M = 3.0
SUN_UP_DEG = 60.0
SALT = 20261126


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ids", nargs="*")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--tiers", default="1,2")
    options = parser.parse_args()
    tiers = {int(word) for word in options.tiers.split(",")}
    with Studio(assets_dir(), "high", SIZE_PX) as studio:
        world = studio.stage.world
        ids = options.ids or shuffled(
            sorted(n for n, spec in world.landmarks.items() if spec.model and spec.tier in tiers)
        )
        alone = Alone(studio)
        for number, name in enumerate(ids, 1):
            save_picture(arranged(alone.views_of(name), 2), options.out / f"{number:02d}.jpg")
    lines = [f'{number:02d} = "{name}"' for number, name in enumerate(ids, 1)]
    (options.out / "key.toml").write_text("\n".join(lines) + "\n", "utf-8")
    return 0


def shuffled(ids: list[str]) -> list[str]:
    """The ids in an order that tells nothing, the same every time."""
    order = np.argsort(hashed(np.arange(len(ids)), SALT))
    return [ids[row] for row in order]


@dataclass(frozen=True)
class Body:
    """What must fit into the picture: (3,) middle in the world, half width, height."""

    middle: tuple[float, float, float]
    half_width_m: float
    height_m: float


class Alone:
    """A stage on which one landmark stands at a time."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        stage = studio.stage
        self.land = stage.tree, stage.renderer.ground
        self.rows = {name: row for row, name in enumerate(stage.renderer.materials.names)}
        load_props(studio, self.rows)

    def views_of(self, name: str) -> list[Picture]:
        """The corner and the aerial view of a landmark that stands alone."""
        world = self.studio.stage.world
        place, spec = world.places[name], world.landmarks[name]
        chunk = self.show(place, spec)
        body = body_of(points_of(chunk), place)
        site = whole(points_of(chunk), place)
        on_land = self.is_on_slope(site)
        self.set_ground(place, on_land)
        eye = self.open_corner(place, body, chunk) if on_land else corner(place, body)
        cameras = [looking(eye, body.middle, FOV_RAD), aerial(place, body, AERIAL_M)]
        if site.half_width_m * 2.0 > LARGE_EXTENT_M:
            cameras[1] = aerial(place, site, LARGE_SITE_M)
        return [draw(self.studio, place, camera) for camera in cameras]

    def show(self, place: Place, spec: LandmarkSpec) -> Chunk:
        """Only this model and its members, with their props; the model itself."""
        stage = self.studio.stage
        for chunk_id in stage.scene.ids():
            row = stage.scene.remove(chunk_id)
            if row is not None:
                stage.renderer.drop(row)
        chunks = [self.chunk(name) for name in (place.id, *spec.members)]
        for one in chunks:
            stage.renderer.upload(stage.scene.add(one), one)
        return chunks[0]

    def set_ground(self, place: Place, on_land: bool) -> None:
        """The land itself, or a lawn."""
        stage = self.studio.stage
        if on_land:
            stage.tree, stage.renderer.ground = self.land
            return
        stage.tree, stage.renderer.ground = None, None  # type: ignore[assignment]
        at = Placement((place.x_m, place.y_m, place.ground_m))
        one = model_chunk("lawn", [(lawn(), 0.0)], at, self.rows)
        stage.renderer.upload(stage.scene.add(one), one)

    def chunk(self, name: str) -> Chunk:
        """A landmark at its place, its lettering blanked."""
        world = self.studio.stage.world
        place = world.places[name]
        model = load_model(assets_dir() / "models" / world.landmarks[name].model)
        return model_chunk(
            f"landmark.{name}",
            [(blanked(model.levels[0].mesh), 0.0)],
            Placement(
                (place.x_m, place.y_m, place.ground_m), yaw_of_bearing_rad(place.bearing_deg)
            ),
            self.rows,
            props=model.props,
            moving=model.moving,
        )

    def is_on_slope(self, site: Body) -> bool:
        """Whether the land round a site rises by more than the town's streets do."""
        angles = np.linspace(0.0, 2.0 * np.pi, 32, endpoint=False)
        away = max(ROUND_M, site.half_width_m)
        x, y = site.middle[0] + away * np.cos(angles), site.middle[1] + away * np.sin(angles)
        return float(np.ptp(self.studio.stage.world.ground(x, y))) > SLOPE * 2.0 * away

    def open_corner(self, place: Place, body: Body, chunk: Chunk) -> Point:
        """Of a row of standpoints on the land, the one from which least hides the body."""
        trees = np.vstack([part.rows["position"] for part in chunk.instances]).astype(np.float64)
        walls = points_of(chunk)
        away = fitting_m(body)
        spots = [beside(place, body, away * share, turn) for turn, share in STANDPOINTS]
        eyes = [(x, y, float(self.studio.stage.world.ground(x, y)) + EYE_M) for x, y in spots]
        origin = np.array(chunk.origin_enu)
        blocked = [
            self.is_behind_hill(eye, body.middle)
            + is_within(np.subtract(eye, origin), walls)
            + (trees_between(np.subtract(eye, origin), np.subtract(body.middle, origin), trees) > 2)
            for eye in eyes
        ]
        return eyes[int(np.argmin(blocked))]

    def is_behind_hill(self, eye: Point, point: Point) -> bool:
        """Whether the land stands in the line."""
        line = np.linspace(eye, point, 64)[1:50]
        land = self.studio.stage.world.ground(line[:, 0], line[:, 1])
        return bool((line[:, 2] - land < np.linspace(EYE_M / 2.0, EYE_M, len(line))).any())


def is_within(eye: F64, walls: F64) -> bool:
    """Whether (3,) eye has some of the (n, 3) points of a model close beside and above it."""
    near = np.hypot(*(walls[:, :2] - eye[:2]).T) < WALL_M
    return bool((walls[near, 2] > eye[2]).any())


def trees_between(eye: F64, point: F64, trees: F64) -> int:
    """How many of (n, 3) trees stand close to the nearer part of the line."""
    line = np.linspace(eye, point, 64)[1:50]
    gaps = np.hypot(*(line[:, None, :2] - trees[None, :, :2]).transpose(2, 0, 1))
    return int((gaps.min(axis=0) < TREE_M).sum())


def points_of(chunk: Chunk) -> F64:
    """(n, 3) vertices of what stands."""
    return chunk.levels[0].vertices["position"].astype(np.float64)


def whole(points: F64, place: Place) -> Body:
    """The extent of everything that belongs to a large site."""
    low, high = points.min(axis=0), points.max(axis=0)
    x, y, z = (low + high) / 2.0
    half = float(np.hypot(*(high - low)[:2]) / 2.0)
    at = float(place.x_m + x), float(place.y_m + y), float(place.ground_m + z)
    return Body(at, half, float(high[2] - low[2]))


def body_of(points: F64, place: Place) -> Body:
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
        studio.stage.scene.set_prop(arrival.kind, arrival.levels)


def blanked(model: MeshData) -> MeshData:
    """The mesh without its words: all that is of a material of lettering."""
    words = [row for row, name in enumerate(model.materials) if name.startswith("lettering")]
    letters = np.isin(model.material[model.faces[:, 0]], words)
    return replace(model, faces=model.faces[~letters])


def corner(place: Place, body: Body) -> Point:
    """Eye height on the lawn, from the right of the front, so far that the whole fits."""
    return (*beside(place, body, fitting_m(body)), place.ground_m + EYE_M)


def fitting_m(body: Body) -> float:
    """The distance from which the whole fits."""
    return reach(body) / math.tan(FOV_RAD / 2.0) + body.half_width_m * 0.4


def aerial(place: Place, body: Body, away_m: float) -> CameraState:
    """From so far away, 30 degrees above the horizon; the lens shows the whole."""
    away = max(away_m, body.height_m * 2.0)
    up = math.radians(30.0)
    x, y = beside(place, body, away * math.cos(up))
    fov = 2.0 * math.atan(1.1 * reach(body) / away)
    return looking((x, y, body.middle[2] + away * math.sin(up)), body.middle, fov)


def reach(body: Body) -> float:
    """Half the height of a picture that the body fills, at its distance."""
    return max(body.height_m * 0.6, body.half_width_m * SIZE_PX[1] / SIZE_PX[0]) * 1.12


def beside(
    place: Place, body: Body, away_m: float, turn_deg: float = CORNER_DEG
) -> tuple[float, float]:
    """The point at a distance, so far round from the front."""
    bearing = math.radians(place.bearing_deg + turn_deg)
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
