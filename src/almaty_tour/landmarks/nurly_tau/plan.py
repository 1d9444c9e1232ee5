"""Plan, heights and paints of Nurly Tau: the right-hand group; the left one is its mirror image.

The three-armed fronts, the necks and the distance between the groups follow the outlines on
the map; the steps, gables and pyramids follow photographs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile as p
from almaty_tour.kit.curtain import Curtain
from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]
Point = tuple[float, float]

BASE_M = 9.1
STOREY_M = 3.5
TOWER = (72.0, 62.0)
SHAFT_M, CUT_M = 20.0, 3.2
SHAFT_TOP_M, APEX_M, TIP_M = 83.0, 104.6, 107.0

METAL = Paint("painted_metal", "#8FA0A4")
EDGE = Paint("painted_metal", "#B3BCBE")
DARK = Paint("painted_metal", "#2B3338")
ROOF = Paint("roof_metal", "#A3ABAA")
DECK = Paint("roof_membrane", "#868C8C")
GRANITE = Paint("granite", "#6A544C")
AWNING = Paint("painted_metal", "#DDE3E3")

GLASS = Curtain(
    Paint("sky_glass", "#C0AE9C"),
    Paint("sky_glass", "#A89888"),
    METAL,
    storey_m=STOREY_M,
    sill_m=0.0,
    pane_m=3.2,
    grid=(2, 2),
    base_m=BASE_M,
    variety=0.22,
    tilt_deg=0.8,
    pale=Paint("sky_glass", "#FFF0D8"),
    pale_share=0.03,
    open_share=0.012,
    mullion_m=(0.08, 0.06),
    transom_m=(0.1, 0.05),
)
LOW_GLASS = replace(
    GLASS,
    glass=Paint("sky_glass", "#A09384"),
    spandrel=Paint("sky_glass", "#CFBFAE"),
    sill_m=1.5,
    pane_m=2.6,
    grid=(1, 1),
    variety=0.26,
    mullion_m=(0.1, 0.1),
    transom_m=(0.14, 0.06),
)
PYRAMID = replace(
    GLASS,
    glass=Paint("sky_glass", "#94A09A"),
    storey_m=1.75,
    grid=(1, 1),
    pane_m=1.8,
    base_m=0.0,
    variety=0.16,
    open_share=0.0,
    pale_share=0.0,
    mullion_m=(0.08, 0.05),
    transom_m=(0.08, 0.05),
)
SHOP = Curtain(
    Paint("window", "#B9C4C8"),
    Paint("window", "#8E989C"),
    DARK,
    storey_m=4.4,
    sill_m=0.0,
    pane_m=2.4,
    variety=0.2,
    tilt_deg=0.4,
    mullion_m=(0.09, 0.07),
    transom_m=(0.16, 0.07),
)


@dataclass(frozen=True)
class Wing:
    """A prism with a ridge (or a flat deck when the rise is 0) from one point to another.

    `foot` and `head` tell which of its ends are seen, `buried_m` how far from its start its
    walls are hidden in another body, `shops` whether it has the granite base.
    """

    name: str
    start: Point
    end: Point
    width_m: float
    eaves_m: float
    rise_m: float = 0.0
    foot: bool = False
    head: bool = True
    shops: bool = True
    low: bool = False
    buried_m: float = 0.0

    @property
    def way(self) -> F64:
        """(2,) unit vector from start to end."""
        step = np.subtract(self.end, self.start)
        unit: F64 = step / np.linalg.norm(step)
        return unit

    def outline(self, out_m: float = 0.0) -> F64:
        """(4, 2) counter-clockwise: right side of the way first, then the head, left, foot."""
        return self._ring(0.0, out_m)

    def seen(self, out_m: float = 0.0) -> F64:
        """(4, 2) the same without the buried part."""
        return self._ring(self.buried_m, out_m)

    def _ring(self, from_m: float, out_m: float) -> F64:
        aside = np.array([self.way[1], -self.way[0]]) * (self.width_m / 2)
        a, b = np.asarray(self.start, np.float64), np.asarray(self.end, np.float64)
        a = a + from_m * self.way
        return p.offset(np.stack([a + aside, b + aside, b - aside, a - aside]), out_m)


FRONT = (
    Wing("front west", (60.0, -38.0), (16.0, -32.0), 19.0, 26.4, 5.2, low=True),
    Wing("front south", (61.5, -34.0), (72.0, -67.0), 19.6, 26.8, 5.6, low=True, buried_m=5.0),
    Wing("front east", (58.0, -38.0), (94.0, -34.0), 18.2, 25.8, 5.0, low=True, buried_m=5.0),
)
NECK = (
    Wing("neck 1", (45.0, -27.0), (45.0, -10.0), 17.6, 32.0, 4.8, foot=True, head=False, low=True),
    Wing("neck 2", (45.0, -12.0), (45.0, 4.0), 18.0, 37.0, 4.8, foot=True, head=False, low=True),
    Wing("neck 3", (45.0, 2.0), (45.0, 18.0), 18.4, 42.0, 4.8, foot=True, head=False, low=True),
    Wing("neck 4", (45.0, 16.0), (45.0, 40.0), 18.8, 47.0, 4.8, foot=True, head=False, low=True),
)
MIDDLE = (
    Wing("middle west", (60.0, 53.0), (24.0, 69.0), 20.0, 57.5, 6.0, buried_m=6.0),
    Wing("middle south", (47.0, 60.0), (46.0, 32.0), 19.4, 54.0, 5.4, buried_m=8.0),
)
HIGH = (
    Wing("high north 1", TOWER, (72.0, 84.0), 16.0, 76.2, 5.4, buried_m=9.5),
    Wing("high north 2", TOWER, (72.0, 95.0), 15.0, 66.5, 5.0, buried_m=21.0),
    Wing("high east 1", TOWER, (94.0, 62.0), 16.4, 76.2, 5.4, buried_m=9.5),
    Wing("high east 2", TOWER, (105.0, 62.0), 15.4, 66.5, 5.0, buried_m=21.0),
    Wing("high south 1", TOWER, (71.0, 44.0), 16.2, 74.0, buried_m=9.0),
    Wing("high south 2", TOWER, (70.4, 37.0), 15.2, 64.0, buried_m=17.0),
    Wing("high west", TOWER, (53.0, 58.0), 15.8, 69.0, buried_m=9.0),
)
WINGS = FRONT + NECK + MIDDLE + HIGH


def shaft() -> F64:
    """(8, 2) plan under the pyramid: a square with cut corners."""
    plan: F64 = p.chamfered(SHAFT_M, SHAFT_M, CUT_M) + np.array(TOWER)
    return plan
