"""The trees of the mountains in a picture: on the ground as it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.terrain_tiles import TileTree
from almaty_tour.scene.drawing import Viewpoint
from almaty_tour.scene.forest import Forest
from almaty_tour.scene.forest_settled import settled
from almaty_tour.scene.visible import Crowd


class Woods:
    """A forest over the tiles of a ground; the answer for a view that stays is kept."""

    def __init__(self, forest: Forest, tree: TileTree) -> None:
        self._forest, self._tree = forest, tree
        self._view = b""
        self._crowd: Crowd | None = None

    def planting(self, view: Viewpoint, trees: int) -> Iterator[None]:
        """Plants what `crowd` will want of the forest, in steps that pictures may lie between."""
        return self._forest.planting(view.eye, trees)

    def crowd(self, view: Viewpoint, tiles: npt.NDArray[np.int32], trees: int) -> Crowd:
        """The trees that a view may show, about `trees` where it looks over woods.

        They stand on the ground as it is drawn, in `tiles`.
        """
        planes = view.world_planes
        key = b"".join((view.eye.tobytes(), planes.tobytes(), tiles.tobytes(), b"%d" % trees))
        if self._crowd is None or key != self._view:
            wood = self._forest.crowd(view.eye, trees, planes)
            self._crowd = replace(wood, places=settled(wood.places, self._tree, tiles))
            self._view = key
        else:
            self._forest.plant_ahead()
        return self._crowd
