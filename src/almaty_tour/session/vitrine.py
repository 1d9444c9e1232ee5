"""Exhibits on plinths in a dark room: the space in which objects are looked at from near.

A model is drawn with its centimetres as metres: shadows, which the renderer makes for a city,
are then as fine as the object needs. Two exhibits stand side by side at one scale; as the eye
goes round, the second is kept to the right of the first, so that both turn alike.
"""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.spaces import VITRINE
from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import looking
from almaty_tour.render.frame import Frame, Overlay
from almaty_tour.render.quality import detail_limits, quality
from almaty_tour.render.renderer import Renderer
from almaty_tour.render.trim import UNTRIMMED, Trim, trimmed
from almaty_tour.scene.arrays import Scene
from almaty_tour.scene.drawing import Viewpoint, draw_list
from almaty_tour.scene.environment import Environment, Room
from almaty_tour.session.plinth import MIDDLE, Point, Standing, stood
from almaty_tour.session.state import Held

F64 = npt.NDArray[np.float64]

FOV_RAD: Final = math.radians(28.0)
GAP_SHARE: Final = 0.25
"""Between two plinths, against the reach of the smaller."""
RULED: Final = 0.74
"""Share of the picture that an exhibit fills when rulers lie about it."""
Clear = tuple[float, float, float, float]
"""Left, top, right, bottom of what no panel covers, as shares of the picture."""
WHOLE: Final[Clear] = (0.0, 0.0, 1.0, 1.0)
KEY: Final = (3.1, 2.75, 2.35)
WALLS: Final = (0.34, 0.29, 0.24)
CEILING: Final = (0.95, 0.88, 0.78)
FLOOR: Final = (0.06, 0.05, 0.045)
BACKDROP: Final = (0.022, 0.020, 0.019)


class Vitrine:
    """The plinths and what stands on them, on the card of a renderer that the city may share.

    Attributes:
        standing: one exhibit, or the two that are compared.
    """

    def __init__(self, renderer: Renderer, models: Path) -> None:
        self._renderer, self._models = renderer, models
        self._rows = {name: row for row, name in enumerate(renderer.materials.names)}
        self._scene = Scene()
        self._shown: tuple[str, ...] = ()
        self.standing: tuple[Standing, ...] = ()

    def show(self, exhibit: str, beside: str = "") -> None:
        """Puts exhibits on their plinths; AssetError, once, when a model cannot be read."""
        wanted = (exhibit, beside) if beside and beside != exhibit else (exhibit,)
        if wanted == self._shown:
            return
        self._clear()
        self._shown = wanted
        for name in wanted:
            made = stood(self._renderer, self._scene, name, self._models, self._rows)
            self.standing = (*self.standing, made)

    def _clear(self) -> None:
        for one in self.standing:
            for row in one.rows:
                self._renderer.drop(row, VITRINE)
        self.standing = ()
        self._scene = Scene()

    def places(self, held: Held) -> tuple[Point, ...]:
        """Where each exhibit stands for an eye that sees the second to the right of the first."""
        if len(self.standing) < 2:
            return (MIDDLE,) * len(self.standing)
        turn = math.radians(held.azimuth_deg)
        first, second = (one.reach for one in self.standing)
        gap = GAP_SHARE * min(first, second)
        shifts = -(second + gap / 2.0), first + gap / 2.0
        return tuple((math.cos(turn) * one, math.sin(turn) * one, 0.0) for one in shifts)

    def camera(self, held: Held, aspect: float, clear: Clear = WHOLE) -> CameraState:
        """The eye about the exhibit, which then looks as it is held in the clear part."""
        turn, up = math.radians(held.azimuth_deg), math.radians(held.elevation_deg)
        level = math.cos(up)
        away = np.array([math.sin(turn) * level, -math.cos(turn) * level, math.sin(up)])
        right = np.array([math.cos(turn), math.sin(turn), 0.0])
        middle, whole = self._whole(held, aspect, clear)
        across, above = _off_middle(clear, aspect)
        aside = right * across + np.cross(right, -away) * above
        middle = middle - aside * (math.tan(FOV_RAD / 2.0) * whole / held.closer)
        return looking(middle + away * (whole / held.closer), middle, FOV_RAD, VITRINE)

    def _whole(self, held: Held, aspect: float, clear: Clear) -> tuple[F64, float]:
        """(3,) f8 what the eye looks at, and from how far it sees all of it."""
        tangent = math.tan(FOV_RAD / 2.0)
        if not self.standing:
            return np.zeros(3), 1.0 / tangent
        room = RULED if held.measured else 1.0
        high = tangent * room * (clear[3] - clear[1])
        wide = tangent * room * aspect * (clear[2] - clear[0])
        first, last = self.standing[0], self.standing[-1]
        tall = max(one.radius for one in self.standing)
        if first is last:
            middle, broad = first.middle, first.broad
        else:
            middle = np.array([0.0, 0.0, max(one.middle[2] for one in self.standing)])
            broad = first.reach + last.reach
        deep = max(one.broad for one in self.standing)
        across = broad / wide + deep
        if first is last:  # nothing of one reaches out of the ball about it
            across = min(across, tall * math.hypot(1.0, wide) / wide)
        return middle, max(tall * math.hypot(1.0, high) / high, across)

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
        clear: Clear = WHOLE,
    ) -> Frame:
        """The whole input of a picture of what stands on the plinths."""
        for one, place in zip(self.standing, self.places(held), strict=True):
            one.moved(self._renderer, self._scene, place)
        aspect = size_px[0] / size_px[1]
        camera = self.camera(held, aspect, clear)
        eye = np.asarray(camera.position_enu, np.float64)
        side_share = resolution_scale * trim.resolution_share
        height_px = max(round(size_px[1] * side_share), 16)
        viewpoint = Viewpoint(eye, frustum_planes(camera, aspect), camera.fov_rad, height_px)
        room = room_of(held)
        limits = detail_limits(trimmed(quality(preset), trim))
        whole = replace(limits, object_error_px=0.0)  # what is held to the eye is never coarser
        return Frame(
            draw=draw_list(self._scene, viewpoint, whole),
            camera=camera,
            environment=Environment(room.key_enu, room=room),
            quality=preset,
            time_s=time_s,
            size_px=size_px,
            resolution_scale=resolution_scale,
            overlay=overlay,
            trim=trim,
        )


def _off_middle(clear: Clear, aspect: float) -> tuple[float, float]:
    """How far the middle of the clear part lies right of and above that of the picture.

    In half heights of the picture.
    """
    left, top, right, bottom = clear
    return (left + right - 1.0) * aspect, 1.0 - top - bottom


def room_of(held: Held) -> Room:
    """A spot that the visitor moves about the exhibit, a pale ceiling, dark walls."""
    turn, up = math.radians(held.light_deg), math.radians(42.0)
    key_enu = (math.sin(turn) * math.cos(up), -math.cos(turn) * math.cos(up), math.sin(up))
    return Room(key_enu, KEY, WALLS, CEILING, FLOOR, BACKDROP)
