"""Pictures of exhibits: one object on a plinth in a dark room, from any side."""

from __future__ import annotations

import math
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import looking
from almaty_tour.export.studio import SMOOTH_SCALE, Picture
from almaty_tour.mesh.cache import load_model
from almaty_tour.mesh.data import MeshData, mesh
from almaty_tour.render.frame import Frame
from almaty_tour.render.quality import detail_limits, quality
from almaty_tour.scene.arrays import Scene
from almaty_tour.scene.drawing import Viewpoint, draw_list
from almaty_tour.scene.environment import Environment, Room
from almaty_tour.scene.load import Placement, model_chunk

F64 = npt.NDArray[np.float64]

FOV_RAD: Final = math.radians(28.0)
MARGIN: Final = 1.0
PLINTH_PAINT: Final = (92, 86, 82, 255)
PLINTH_SIDES: Final = 96
PLINTH_SHARE: Final = 1.05
ROOM: Final = Room(
    key_enu=(-0.48, -0.56, 0.675),
    key=(3.1, 2.75, 2.35),
    walls=(0.34, 0.29, 0.24),
    ceiling=(0.95, 0.88, 0.78),
    floor=(0.06, 0.05, 0.045),
    backdrop=(0.022, 0.020, 0.019),
)
"""A spot from the upper left, a pale ceiling, dark walls."""


class Vitrine:
    """Photographs models one by one; open it with `with`. Draws on the current context or its own.

    A model is drawn with its centimetres as metres: shadows, which the renderer makes for a
    city, are then as fine as the object needs.
    """

    def __init__(self, assets: Path, preset: str, size_px: tuple[int, int]) -> None:
        from almaty_tour.render.gl.context import ensure_context

        self._context = ensure_context()
        from almaty_tour.render.renderer import Renderer

        self.preset, self.size_px = preset, size_px
        self._renderer = Renderer(preset, assets)
        self._rows = {name: row for row, name in enumerate(self._renderer.materials.names)}
        self._target = self._renderer.target(size_px)
        self._scene = Scene()
        self._middle, self._radius = np.zeros(3), 1.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._target.free()
        self._renderer.free()

    def show(self, path: Path) -> None:
        """Puts the model of a GLB on the plinth, in place of the one before."""
        levels = [(one.mesh, one.error_m) for one in load_model(path).levels]
        low, high = (np.asarray(one, np.float64) for one in levels[0][0].bounds_m)
        self._middle, self._radius = (low + high) / 2.0, float(np.linalg.norm(high - low)) / 2.0
        self._scene = Scene()
        plinth = disc(PLINTH_SHARE * self._radius, float(low[2]))
        for name, made in (("exhibit", levels), ("plinth", [(plinth, 0.0)])):
            chunk = model_chunk(name, made, Placement((0.0, 0.0, 0.0)), self._rows)
            self._renderer.upload(self._scene.add(chunk), chunk)

    def camera(self, azimuth_deg: float, elevation_deg: float, closer: float = 1.0) -> CameraState:
        """Round the object: degrees to the right of its front and above the horizon."""
        turn, up = math.radians(azimuth_deg), math.radians(elevation_deg)
        away = np.array(
            [math.sin(turn) * math.cos(up), -math.cos(turn) * math.cos(up), math.sin(up)]
        )
        narrow = min(1.0, self.size_px[0] / self.size_px[1])
        distance = MARGIN * self._radius / (math.sin(FOV_RAD / 2.0) * narrow) / closer
        return looking(self._middle + away * distance, self._middle, FOV_RAD)

    def picture(self, camera: CameraState, room: Room = ROOM) -> Picture:
        """(h, w, 3) u1 of what stands on the plinth."""
        scale = SMOOTH_SCALE if self.preset == "high" else 1.0
        planes = frustum_planes(camera, self.size_px[0] / self.size_px[1])
        eye = np.asarray(camera.position_enu, np.float64)
        viewpoint = Viewpoint(eye, planes, camera.fov_rad, round(self.size_px[1] * scale))
        frame = Frame(
            draw=draw_list(self._scene, viewpoint, detail_limits(quality(self.preset))),
            camera=camera,
            environment=Environment(room.key_enu, room=room),
            quality=self.preset,
            time_s=0.0,
            size_px=self.size_px,
            resolution_scale=scale,
        )
        self._renderer.draw(frame, self._target)
        return self._renderer.read_pixels(self._target)


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
