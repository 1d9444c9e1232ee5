"""The ground of the town as strokes and fills: what a visitor walks on, painted crisply.

Layouts of streets, paths and yards are types that follow how Almaty looks; nothing of them is
told to a visitor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from almaty_tour.city.forecourts import paint_forecourts
from almaty_tour.city.paint_aryks import paint_aryks
from almaty_tour.city.paint_courts import paint_courts
from almaty_tour.city.paint_green import paint_green
from almaty_tour.city.paint_layers import Layer
from almaty_tour.city.paint_marks import paint_marks
from almaty_tour.city.paint_network import Network
from almaty_tour.city.paint_patches import paint_patches
from almaty_tour.city.paint_plots import paint_plots
from almaty_tour.city.paint_rails import paint_rails
from almaty_tour.city.paint_roads import roads
from almaty_tour.city.paint_rows import Sheet
from almaty_tour.city.paint_shapes import areas_of, carriageways
from almaty_tour.city.paint_streets import paint_streets
from almaty_tour.city.paint_water import paint_water
from almaty_tour.city.paint_wear import paint_wear
from almaty_tour.city.paint_works import paint_works
from almaty_tour.scene.paint import GroundPaint

if TYPE_CHECKING:
    from almaty_tour.city.plan import CityPlan

__all__ = ["Layer", "painted", "painted_sheet"]


def painted(plan: CityPlan) -> GroundPaint:
    """The ground of a plan as rows in the order of `Layer`."""
    return painted_sheet(plan).paint()


def painted_sheet(plan: CityPlan) -> Sheet:
    """The ground of a plan by layers."""
    sheet = Sheet()
    own = roads(plan.streets, plan.extent)
    water = paint_water(sheet, plan.features, plan.extent)
    network = Network.of(own, water)
    paint_green(sheet, plan.features, water)
    paint_forecourts(sheet, plan.features)
    paint_works(sheet, plan.features)
    tracks = paint_rails(sheet, plan.features, carriageways(own), plan.extent)
    if plan.plots is not None:
        paint_plots(sheet, plan.plots)
    paint_courts(sheet, plan.houses, plan.patches)
    paint_patches(sheet, plan.patches)
    paint_streets(sheet, network)
    paint_wear(sheet, network)
    paint_marks(sheet, network)
    drives = [patch.corners for patch in plan.patches if patch.kind in ("way", "drive", "apron")]
    paint_aryks(sheet, network, np.concatenate([areas_of(drives), tracks]))
    return sheet
