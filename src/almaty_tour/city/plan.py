"""What the town is made of once everything is placed: the value its ground is painted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from almaty_tour.city.extent import Extent
from almaty_tour.city.grounds import Patch
from almaty_tour.city.houses import Row
from almaty_tour.city.plots import Plots
from almaty_tour.city.tables import Feature, Street


@dataclass(frozen=True)
class CityPlan:
    """The town as lines and outlines in world metres.

    Attributes:
        streets: of the tables and, with kind "lane", those made between them.
        features: rivers, railways, lakes and parks.
        patches: flat pieces of ground in the yards; `corners` are (4, 2).
        houses: their plans come from `city.houses.outlines(row, margin_m)`.
        plots: of private houses, where there are any.
    """

    extent: Extent
    streets: Sequence[Street]
    features: Sequence[Feature]
    patches: Sequence[Patch]
    houses: Sequence[Row]
    plots: Plots | None = None
