"""One exhibit on a plinth in a dark room: the space in which objects are looked at from near.

A model is drawn with its centimetres as metres: shadows, which the renderer makes for a city,
are then as fine as the object needs.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.spaces import VITRINE
from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import looking
from almaty_tour.mesh.cache import load_model
from almaty_tour.mesh.data import MeshData, mesh
from almaty_tour.render.frame import Frame, Overlay
from almaty_tour.render.quality import detail_limits, quality
from almaty_tour.render.renderer import Renderer
from almaty_tour.render.trim import UNTRIMMED, Trim, trimmed
from almaty_tour.scene.arrays import Scene
from almaty_tour.scene.drawing import Viewpoint, draw_list
from almaty_tour.scene.environment import Environment, Room
from almaty_tour.scene.load import Placement, model_chunk
from almaty_tour.session.state import Held

F64 = npt.NDArray[np.float64]

FOV_RAD: Final = math.radians(28.0)
PLINTH_PAINT: Final = (92, 86, 82, 255)
PLINTH_SIDES: Final = 96
PLINTH_SHARE: Final = 1.05
"""Radius of the plinth against that of the ball about the exhibit."""
KEY: Final = (3.1, 2.75, 2.35)
WALLS: Final = (0.34, 0.29, 0.24)
CEILING: Final = (0.95, 0.88, 0.78)
FLOOR: Final = (0.06, 0.05, 0.045)
BACKDROP: Final = (0.022, 0.020, 0.019)
PIECES: Final = 2  # the exhibit and its plinth


class Vitrine:
    """The plinth and what stands on it, on the card of a renderer that the city may share."""

    def __init__(self, renderer: Renderer, models: Path) -> None:
        self._renderer, self._models = renderer, models
        self._rows = {name: row for row, name in enumerate(renderer.materials.names)}
        self._scene = Scene()
        self._shown = ""
        self._middle, self._radius = np.zeros(3), 1.0

    def show(self, exhibit: str) -> None:
        """Puts an exhibit on the plinth; AssetError, once, when its model cannot be read."""
        if exhibit == self._shown:
            return
        self._clear()
        self._shown = exhibit
        found = load_model(self._models / f"{exhibit}.glb").levels
        levels = [(one.mesh, one.error_m) for one in found]
        low, high = (np.asarray(one, np.float64) for one in levels[0][0].bounds_m)
        self._middle, self._radius = (low + high) / 2.0, float(np.linalg.norm(high - low)) / 2.0
        plinth = disc(PLINTH_SHARE * self._radius, float(low[2]))
        for name, made in ((f"exhibit.{exhibit}", levels), ("plinth", [(plinth, 0.0)])):
            place = Placement((0.0, 0.0, 0.0))
            chunk = model_chunk(name, made, place, self._rows, space=VITRINE)
            self._renderer.upload(self._scene.add(chunk), chunk)

    def _clear(self) -> None:
        for row in range(PIECES):
            self._renderer.drop(row, VITRINE)
        self._scene = Scene()

    def camera(self, held: Held, aspect: float) -> CameraState:
        """The eye about the exhibit, which then looks as it is held."""
        turn, up = math.radians(held.azimuth_deg), math.radians(held.elevation_deg)
        level = math.cos(up)
        away = np.array([math.sin(turn) * level, -math.cos(turn) * level, math.sin(up)])
        whole = self._radius / (math.sin(FOV_RAD / 2.0) * min(1.0, aspect))
        eye = self._middle + away * (whole / held.closer)
        return looking(eye, self._middle, FOV_RAD, VITRINE)

    def frame(
        self,
        held: Held,
        *,
        size_px: tuple[int, int],
        preset: str,
        time_s: float = 0.0,
        resolution_scale: float = 1.0,
        overlay: Overlay | None = None,
        trim: Trim = UNTRIMMED,
    ) -> Frame:
        """The whole input of a picture of what stands on the plinth."""
        aspect = size_px[0] / size_px[1]
        camera = self.camera(held, aspect)
        eye = np.asarray(camera.position_enu, np.float64)
        side_share = resolution_scale * trim.resolution_share
        height_px = max(round(size_px[1] * side_share), 16)
        viewpoint = Viewpoint(eye, frustum_planes(camera, aspect), camera.fov_rad, height_px)
        room = room_of(held)
        return Frame(
            draw=draw_list(self._scene, viewpoint, detail_limits(trimmed(quality(preset), trim))),
            camera=camera,
            environment=Environment(room.key_enu, room=room),
            quality=preset,
            time_s=time_s,
            size_px=size_px,
            resolution_scale=resolution_scale,
            overlay=overlay,
            trim=trim,
        )


def room_of(held: Held) -> Room:
    """A spot that the visitor moves about the exhibit, a pale ceiling, dark walls."""
    turn, up = math.radians(held.light_deg), math.radians(42.0)
    key_enu = (math.sin(turn) * math.cos(up), -math.cos(turn) * math.cos(up), math.sin(up))
    return Room(key_enu, KEY, WALLS, CEILING, FLOOR, BACKDROP)


def disc(radius: float, top: float, material: str = "granite") -> MeshData:
    """A round plinth under `top`, without a bottom."""
    turn = np.linspace(0.0, 2.0 * math.pi, PLINTH_SIDES, endpoint=False)
    ring = np.stack([np.cos(turn) * radius, np.sin(turn) * radius, np.full_like(turn, top)], 1)
    deep = ring - [0.0, 0.0, 0.25 * radius]
    points = np.concatenate([[[0.0, 0.0, top]], ring, ring, deep])
    around = np.stack([np.cos(turn), np.sin(turn), np.zeros_like(turn)], 1)
    normals = np.concatenate([np.tile([0.0, 0.0, 1.0], (PLINTH_SIDES + 1, 1)), around, around])
    here = np.arange(PLINTH_SIDES)
    after = (here + 1) % PLINTH_SIDES
    cap = np.stack([np.zeros_like(here), 1 + here, 1 + after], 1)
    a, b = 1 + PLINTH_SIDES + here, 1 + PLINTH_SIDES + after
    wall = np.concatenate(
        [
            np.stack([a, a + PLINTH_SIDES, b], 1),
            np.stack([b, a + PLINTH_SIDES, b + PLINTH_SIDES], 1),
        ]
    )
    return mesh(points, np.concatenate([cap, wall]), normals, material, tint=PLINTH_PAINT)
