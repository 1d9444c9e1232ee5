"""Outlines and landmarks: what lies under a model gives way to it, what only touches it is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from almaty_tour.base.deadline import Tick, never
from almaty_tour.city.osm.landmarks import Plot, plot_of
from almaty_tour.city.osm.outlines import Outline
from almaty_tour.session.world import World

COVERED = 0.3
WHOLE = 0.95
REACH_M = 250.0
LEAST_LEFT_M2 = 4.0


@dataclass(frozen=True)
class Given:
    """An outline that gave way.

    Attributes:
        outline: as the map has it. landmark: id of the model.
        covered: share of the outline under it. drawn_share: of the outline that is left, 0
            where all of it gave way.
    """

    outline: Outline
    landmark: str
    covered: float
    drawn_share: float = 0.0


def given_way(
    buildings: Sequence[Outline], plots: Sequence[Plot], tick: Tick = never
) -> tuple[list[Outline], list[Given]]:
    """The buildings as they are drawn, and those that gave way as a whole or in part."""
    if not buildings:
        return [], []
    drawn: list[Outline | None] = list(buildings)
    given: dict[int, Given] = {}
    tree = shapely.STRtree([one.shape for one in buildings])
    for plot in plots:
        for row in sorted(tree.query(plot.box).tolist()):
            tick()
            one = drawn[row]
            if one is None:
                continue
            after, told = _against(one, buildings[row], plot)
            drawn[row] = after
            if told is not None:
                given[row] = told
    return [one for one in drawn if one is not None], [given[row] for row in sorted(given)]


def _against(one: Outline, whole: Outline, plot: Plot) -> tuple[Outline | None, Given | None]:
    """What is left of an outline beside one landmark."""
    covered = plot.share(one.shape)
    if covered > COVERED:
        return None, Given(whole, plot.id, covered)
    if covered <= 0.0 or not shapely.intersects(plot.walls, one.shape):
        return one, None
    left = shapely.difference(one.shape, plot.walls)
    pieces = [p for p in shapely.get_parts(left) if p.area > LEAST_LEFT_M2]
    if not pieces:
        return None, Given(whole, plot.id, covered)
    shape: Any = shapely.orient_polygons(shapely.union_all(pieces))
    share = float(shape.area / whole.shape.area)
    told = Given(whole, plot.id, covered, share) if share < WHOLE else None
    return replace(one, shape=shape), told


def plots_near(buildings: Sequence[Outline], world: World, assets: Path) -> Iterator[Plot]:
    """The plots of the landmarks that stand near an outline."""
    tree = shapely.STRtree([one.shape for one in buildings])
    for name, spec in sorted(world.landmarks.items()):
        place = world.places[name]
        reach = max(place.radius_m, 50.0) * 1.5 + REACH_M
        box = shapely.box(
            place.x_m - reach, place.y_m - reach, place.x_m + reach, place.y_m + reach
        )
        if not spec.model or not len(tree.query(box)):
            continue
        plot = plot_of(spec, assets / "models", world.terrain.height_m)
        if plot is not None and np.asarray(plot.mask).any():
            yield plot
