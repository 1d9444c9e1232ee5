"""Shadow maps that are redrawn only when needed. Pure numpy.

Each cascade is a square in light space round a centre in the world. It is kept until the
eye leaves its margin, the light has turned, its side has to change, or its content changed.
Centres lie on whole texels, so edges do not crawl when a map moves.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.render.uniforms import CASCADES, Cascades

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

TURN_LIMIT = math.cos(math.radians(0.25))
MARGIN = 0.30
DEPTH_RANGE_M = 1_500.0
LONGEST_SHADOW_M = 250.0
PATIENCE = 8
"""Pictures between two maps that are drawn anew for what has arrived."""


@dataclass(frozen=True)
class Cascade:
    """One map: its centre in the world, half its side, its half depth; metres."""

    centre: F64
    reach_m: float
    depth_m: float


class CascadeSet:
    """The maps of one renderer and what they hold."""

    def __init__(self, size_px: int, reach_m: tuple[float, ...]) -> None:
        self.size_px = size_px
        self.reach_m = reach_m
        self.kept: list[Cascade | None] = [None] * len(reach_m)
        self._outdated: set[int] = set()
        self._waited = 0
        self._light: F64 | None = None
        self._turn = np.eye(3)

    @property
    def reach_now_m(self) -> float:
        """Half the side of the largest map that is kept."""
        return max((one.reach_m for one in self.kept if one is not None), default=0.0)

    @property
    def nearest_now_m(self) -> float:
        """Half the side of the smallest map that is kept."""
        return min((one.reach_m for one in self.kept if one is not None), default=0.0)

    def forget(self) -> None:
        """The content changed: every map is drawn anew."""
        self.kept = [None] * len(self.reach_m)

    def forget_near(self, middle: F64, radius_m: float, *, later: bool = False) -> None:
        """The content in a ball changed: the maps that it can throw shadows into go.

        `later` keeps them for a while: they are drawn anew one at a time, in pictures apart.
        """
        for index, cascade in enumerate(self.kept):
            if cascade is None:
                continue
            apart = (middle - cascade.centre)[None]
            if self.touched(cascade, apart, radius_m)[0]:
                self._outdated.add(index)
                if not later:
                    self.kept[index] = None

    def update(
        self, eye: F64, forward: F64, above_ground_m: float, light: F64
    ) -> list[tuple[int, Cascade]]:
        """The cascades that have to be drawn again, with their new places."""
        if self._light is None or float(self._light @ light) < TURN_LIMIT:
            self._light = light
            self._turn = light_turn(light)
            self.forget()
        stale: list[tuple[int, Cascade]] = []
        self._waited += 1
        for index, base in enumerate(self.reach_m):
            reach = _grown(base, above_ground_m)
            wanted = self._centre(eye, forward, above_ground_m, reach)
            old = self.kept[index]
            due = index in self._outdated and self._waited >= PATIENCE and not stale
            if old is None or old.reach_m != reach or self._left(old, wanted) or due:
                new = Cascade(self._snapped(wanted, reach), reach, reach + DEPTH_RANGE_M)
                self.kept[index] = new
                self._outdated.discard(index)
                self._waited = 0
                stale.append((index, new))
        return stale

    def places(self, eye: F64, strength: float = 1.0) -> Cascades:
        """Where the maps lie against the eye, for the shaders."""
        scale = np.zeros((CASCADES, 3))
        offset = np.full((CASCADES, 3), 9.0)
        for index, cascade in enumerate(self.kept):
            if cascade is None:
                continue
            half = np.array([cascade.reach_m, cascade.reach_m, cascade.depth_m])
            scale[index] = 0.5 / half
            offset[index] = 0.5 + (self._turn @ (eye - cascade.centre)) * scale[index]
        return Cascades(self._turn, scale, offset, strength)

    def touched(
        self, cascade: Cascade, relative: F32 | F64, radius_m: npt.ArrayLike
    ) -> npt.NDArray[np.bool_]:
        """(n,) which balls at (n, 3) places relative to a centre lie in its map's column."""
        across, along = np.abs(self._turn[:2] @ relative.T)
        radius = np.asarray(radius_m)
        inside = np.maximum(across, along) < cascade.reach_m + radius
        # A low sun stretches the column over the land; what is farther throws no sharp shadow.
        near = (
            np.hypot(relative[:, 0], relative[:, 1])
            < cascade.reach_m * 2.0 + LONGEST_SHADOW_M + radius
        )
        return np.asarray(inside & near)

    def matrix(self, cascade: Cascade, *, zero_to_one: bool) -> F64:
        """(4, 4) from metres relative to the cascade's centre to clip space."""
        matrix = np.eye(4)
        half = np.array([cascade.reach_m, cascade.reach_m, cascade.depth_m])
        matrix[:3, :3] = self._turn / half[:, None]
        if zero_to_one:
            matrix[2, :3] *= 0.5
            matrix[2, 3] = 0.5
        return matrix

    def _centre(self, eye: F64, forward: F64, above_ground_m: float, reach: float) -> F64:
        flat = np.array([forward[0], forward[1], 0.0])
        ahead = eye + flat * (reach * 0.75)
        ahead[2] = eye[2] - above_ground_m
        return ahead

    def _left(self, old: Cascade, wanted: F64) -> bool:
        apart = np.abs(self._turn[:2] @ (wanted - old.centre))
        return bool(apart.max() > old.reach_m * MARGIN)

    def _snapped(self, wanted: F64, reach: float) -> F64:
        texel = 2.0 * reach / self.size_px
        place = self._turn @ wanted
        place[:2] = np.round(place[:2] / texel) * texel
        return np.asarray(self._turn.T @ place)


def light_turn(light: F64) -> F64:
    """(3, 3) rows x, y across the light and z away from it."""
    away = -light / np.linalg.norm(light)
    side = np.array([1.0, 0.0, 0.0]) if abs(away[0]) < 0.9 else np.array([0.0, 1.0, 0.0])
    across = np.cross(side, away)
    across /= np.linalg.norm(across)
    return np.stack([across, np.cross(away, across), away])


def _grown(base_m: float, above_ground_m: float) -> float:
    """Side of a map seen from high above: it doubles with the height."""
    need = max(above_ground_m, 1.0) * 0.8 / 150.0
    return base_m * 2.0 ** max(0, math.ceil(math.log2(max(need, 1.0))))
