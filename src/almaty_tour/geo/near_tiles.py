"""The tiles of the ground that an eye may ask for, kept apart from the thousands of the tree."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.terrain_tiles import I32, TileTree

SLACK_M = 240.0
"""The few hundred tiles that are kept serve an eye until it has moved so far."""
SLACK = 1.1
"""And until it sees so many times more sharply."""


class NearTiles:
    """Chooses what `TileTree.select` chooses, among few."""

    def __init__(self, tree: TileTree) -> None:
        self.tree = tree
        self._eye = np.full(3, np.inf)
        self._sharp = 0.0
        self._rows = np.zeros(0, np.intp)
        self._part = tree

    def select(
        self,
        camera: npt.ArrayLike,
        planes: npt.ArrayLike | None,
        fov_rad: float,
        height_px: int,
        error_px: float = 2.0,
        most_tiles: int | None = None,
    ) -> I32:
        """Numbers of the tiles to draw, near ones first, as `TileTree.select` tells."""
        eye = np.asarray(camera, np.float64)
        sharp = height_px / (2.0 * math.tan(fov_rad / 2.0)) / error_px
        moved = np.abs(eye - self._eye).max() > SLACK_M / 2.0
        if moved or not self._sharp / SLACK**2 <= sharp <= self._sharp:
            self._eye, self._sharp = eye, sharp * SLACK
            self._rows = self.tree.wanted(eye, SLACK_M, self._sharp)
            self._part = self.tree.part(self._rows)
        chosen = self._part.select(camera, planes, fov_rad, height_px, error_px, most_tiles)
        return self._rows.take(chosen).astype(np.int32)
