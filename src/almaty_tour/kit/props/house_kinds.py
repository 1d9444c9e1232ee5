"""Kinds of ordinary houses: outline, storeys, walls, colours."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]
Wing = tuple[float, float, float, float]  # left, near, right, far: metres


@dataclass(frozen=True)
class Block:
    """A house of equal storeys.

    Attributes:
        wings: rectangles of the plan: one, two that make a corner house (the second along the
            right side), or three that make a court (legs behind the left and right ends).
        floors, floor_m: storeys and their height. bay_m: about the width of one window bay.
        base_m: height of the plinth over the ground.
        wall: the facade; a bay and a storey of its texture are stretched to fit the wall.
        trim, base, roof: parapet and cornice, plinth, roof.
        accent: the stacks of balconies.
        stacks: first bay, bays between and bays a stack, on the front; none when empty.
        hip_m: rise of a hipped or (`gable`) gabled roof; 0 for a flat one.
        ground: darker tint of the lowest storey, 1 for none.
        home: it stands on a plot of its own, with its door in front.
        gates: doors for cars along the front.
        mansard: the roof is steep and ends in a flat top.
    """

    wings: tuple[Wing, ...]
    floors: int
    floor_m: float
    bay_m: float
    wall: Paint
    trim: Paint
    base: Paint
    roof: Paint
    accent: Paint | None = None
    stacks: tuple[int, int, int] = (1, 4, 2)
    base_m: float = 0.9
    hip_m: float = 0.0
    gable: bool = False
    ground: float = 1.0
    home: bool = False
    cornice: bool = False
    ribbons: bool = False
    gates: int = 0
    mansard: bool = False

    @property
    def top_m(self) -> float:
        """Height of the walls."""
        return self.base_m + self.floors * self.floor_m

    @property
    def size_m(self) -> tuple[float, float, float]:
        """Length, depth and height with the roof."""
        table = np.array(self.wings)
        length, depth = table[:, 2:].max(axis=0) - table[:, :2].min(axis=0)
        return float(length), float(depth), self.top_m + (self.hip_m or 0.7)

    @property
    def outline(self) -> F64:
        """(k, 2) corners, counter-clockwise."""
        x0, y0, x1, y1 = self.wings[0]
        if len(self.wings) == 1:
            return np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
        a, _, b, c = self.wings[-1]
        right = [(x0, y0), (b, y0), (b, c), (a, c), (a, y1)]
        if len(self.wings) == 2:
            return np.array([*right, (x0, y1)])
        _, _, d, e = self.wings[1]
        return np.array([*right, (d, y1), (d, e), (x0, e)])

    @property
    def back(self) -> int:
        """Number of the side of the outline behind the front, where the yard is."""
        return 2 if len(self.wings) == 1 else 4


def bar(length_m: float, depth_m: float) -> tuple[Wing, ...]:
    """A rectangle about the origin."""
    return ((-length_m / 2, -depth_m / 2, length_m / 2, depth_m / 2),)


def corner(length_m: float, width_m: float, depth_m: float) -> tuple[Wing, ...]:
    """A corner house: a wing along the front, another along the right side."""
    x, y = length_m / 2, width_m / 2
    return ((-x, -y, x, -y + depth_m), (x - depth_m, -y, x, y))


def court(length_m: float, width_m: float, depth_m: float) -> tuple[Wing, ...]:
    """A house about a court: a wing along the front, legs behind both its ends."""
    x, y = length_m / 2, width_m / 2
    front = (-x, -y, x, -y + depth_m)
    return (front, (-x, -y, -x + depth_m, y), (x - depth_m, -y, x, y))


WHITE = Paint("plaster", "#E4DFD3")
GREY = Paint("concrete", "#9C9A94")
PLINTH = Paint("granite", "#8C8780")
FLAT = Paint("roof_flat", "#6F6D69")

STALIN = Block(
    bar(42.0, 13.0),
    4,
    3.5,
    3.2,
    Paint("facade_plaster", "#C9B48A"),
    WHITE,
    PLINTH,
    Paint("roof_metal", "#6A544C"),
    Paint("plaster", "#DDD6C6"),
    (3, 6, 1),
    hip_m=3.2,
    ground=0.9,
    cornice=True,
)
PANEL5 = Block(
    bar(60.0, 12.0),
    5,
    2.8,
    3.0,
    Paint("facade_panel", "#C4C2BB"),
    GREY,
    PLINTH,
    FLAT,
    Paint("facade_loggia", "#AEB0AE"),
)
PANEL9 = replace(PANEL5, wings=bar(54.0, 13.0), floors=9)
TOWER12 = replace(PANEL5, wings=bar(21.0, 18.0), floors=12, floor_m=2.9, stacks=(1, 3, 2))
MODERN = Block(
    bar(30.0, 18.0),
    16,
    3.1,
    3.3,
    Paint("facade_panel", "#C4B69C"),
    Paint("plaster", "#B79A74"),
    Paint("granite", "#7A6A5C"),
    FLAT,
    Paint("facade_glass", "#8FA2AC"),
    (1, 3, 1),
    cornice=True,
)
GLASS = Block(
    bar(33.0, 21.0),
    11,
    3.6,
    3.0,
    Paint("facade_glass", "#7F98A8"),
    Paint("painted_metal", "#8F999F"),
    Paint("granite", "#6A6763"),
    FLAT,
    ribbons=True,
)
SHOP = Block(
    bar(27.0, 15.0),
    2,
    3.6,
    3.0,
    Paint("facade_glass", "#A9A59A"),
    Paint("plaster", "#CFC8B8"),
    PLINTH,
    Paint("roof_flat", "#7E7C77"),
    base_m=0.5,
)
COTTAGE = Block(
    bar(12.0, 9.0),
    1,
    3.1,
    3.0,
    Paint("facade_plaster", "#D8D0C0"),
    WHITE,
    PLINTH,
    Paint("roof_metal", "#6C524A"),
    base_m=0.6,
    hip_m=2.7,
    home=True,
)


def _painted(block: Block, wall: str, accent: str = "", roof: str = "") -> Block:
    made = replace(block, wall=Paint(block.wall.material, wall))
    if accent and block.accent:
        made = replace(made, accent=Paint(block.accent.material, accent))
    return replace(made, roof=Paint(block.roof.material, roof)) if roof else made


_BRICK5 = replace(PANEL5, wall=Paint("facade_brick", "#D2C6AE"), wings=bar(48.0, 12.5))
_TWO = replace(COTTAGE, floors=2, wings=bar(12.0, 10.0))

KINDS: dict[str, Block] = {
    "stalin": STALIN,
    "stalin_pink": _painted(STALIN, "#C4A090", roof="#66524B"),
    "stalin_cream": replace(_painted(STALIN, "#D2CAB4", roof="#5F6B5C"), wings=bar(32.0, 13.0)),
    "stalin_short": replace(_painted(STALIN, "#C8AE88"), wings=bar(26.0, 13.0), floors=3),
    "stalin_corner": replace(_painted(STALIN, "#C6B088"), wings=corner(45.0, 38.0, 13.0)),
    "stalin_corner_pink": replace(
        _painted(STALIN, "#C0A08E", roof="#624F49"), wings=corner(38.0, 45.0, 13.0), floors=5
    ),
    "panel5": PANEL5,
    "panel5_blue": _painted(PANEL5, "#B3C2C9", "#7497AC"),
    "panel5_ochre": replace(_painted(PANEL5, "#C6B79A", "#A09078"), wings=bar(48.0, 12.0)),
    "panel5_green": replace(_painted(PANEL5, "#C9CBBE", "#86A08C"), wings=bar(36.0, 12.0)),
    "brick5": _BRICK5,
    "brick5_red": replace(
        _painted(_BRICK5, "#A07868", "#B9B2A4"), wings=bar(39.0, 12.5), stacks=(1, 3, 1)
    ),
    "brick4_pitched": replace(
        _painted(_BRICK5, "#C0B49A", "#A58C6C"), floors=4, wings=bar(42.0, 12.0), hip_m=3.0,
        roof=Paint("roof_metal", "#76706A"),
    ),
    "panel9": PANEL9,
    "panel9_white": replace(_painted(PANEL9, "#D5D3CC", "#AA9884"), wings=bar(36.0, 13.0)),
    "panel9_blue": _painted(PANEL9, "#B9C6CC", "#8AA8BA"),
    "panel9_corner": replace(
        _painted(PANEL9, "#C9C0AC", "#9E8070"), wings=corner(48.0, 42.0, 13.0)
    ),
    "tower12": TOWER12,
    "tower12_ochre": _painted(TOWER12, "#C2B6A0", "#A58A72"),
    "modern": MODERN,
    "modern_white": replace(
        _painted(MODERN, "#D6D2C8", "#7F98A8"), floors=12, wings=bar(39.0, 16.0)
    ),
    "modern_brick": replace(
        _painted(MODERN, "#B58A6A", "#93A4AC"), wall=Paint("facade_brick", "#A88A78"), floors=14,
        wings=bar(24.0, 18.0),
    ),
    "glass": GLASS,
    "shop": SHOP,
    "shop_white": replace(
        _painted(SHOP, "#B9B9B4", roof="#8C8C88"), wings=bar(36.0, 18.0), floors=1, floor_m=5.0
    ),
    "cottage": COTTAGE,
    "cottage_blue": replace(
        _painted(COTTAGE, "#AEBFC6", roof="#62686C"), gable=True
    ),
    "cottage_white": replace(
        _painted(COTTAGE, "#DAD6CC", roof="#725A52"), wings=bar(13.5, 10.0)
    ),
    "cottage_brick": replace(
        COTTAGE, wall=Paint("facade_brick", "#A87E6C"), gable=True, wings=bar(10.5, 9.0),
        roof=Paint("roof_metal", "#6C7478"),
    ),
    "house2": replace(_painted(_TWO, "#CBBFA8", roof="#6E564E")),
    "house2_brick": replace(
        _TWO, wall=Paint("facade_brick", "#BCA084"), roof=Paint("roof_metal", "#5E7058"),
    ),
}  # fmt: skip
