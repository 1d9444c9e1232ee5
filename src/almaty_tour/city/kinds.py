"""The ordinary houses of Almaty: what stands where, and how large it is.

The sizes are those of the props in `kit/props/house_types.py`, metres; they are types, not
measured houses, and nothing of them is told to a visitor.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.props.house_kinds import Block, Wing
from almaty_tour.kit.props.house_types import KINDS

U32 = npt.NDArray[np.uint32]


@dataclass(frozen=True)
class House:
    """A kind of house: its prop, length along the street, depth, height and wings of its plan."""

    kind: str
    length_m: float
    depth_m: float
    height_m: float
    wings: tuple[Wing, ...]
    garden: bool


def _house(name: str, block: Block) -> House:
    length, depth, height = block.size_m
    small = block.home or name == "hut"
    return House(f"house.{name}", length, depth, round(height, 2), block.wings, small)


ALL = tuple(_house(name, block) for name, block in KINDS.items())
NUMBER = {house.kind.removeprefix("house."): number for number, house in enumerate(ALL)}
LENGTH_M = np.array([house.length_m for house in ALL])
DEPTH_M = np.array([house.depth_m for house in ALL])
HEIGHT_M = np.array([house.height_m for house in ALL])
FLATS_M = 9.0
GARDEN = np.array([house.garden for house in ALL])


def has_gates(kind: int) -> bool:
    """Whether cars are driven into a kind: garages, sheds, depots."""
    return KINDS[ALL[kind].kind.removeprefix("house.")].gates > 0


def is_flats(kind: int) -> bool:
    """Whether a kind is a house of many dwellings or rooms, with doors to a drive behind it."""
    return not GARDEN[kind] and HEIGHT_M[kind] > FLATS_M and not has_gates(kind)


def yard_side(kind: int) -> tuple[float, float, float]:
    """The wall with the doors of a house of flats: its ends in x, and y, of the house's frame."""
    wings = ALL[kind].wings
    left, _, right, y = wings[0]
    if len(wings) > 1:
        right = wings[-1][0]
    if len(wings) > 2:
        left = wings[1][2]
    return left, right, y


@dataclass(frozen=True)
class Mixture:
    """Kinds and how often each comes: (n,) numbers in `ALL` and (n,) ends of their shares."""

    kinds: npt.NDArray[np.uint8]
    ends: npt.NDArray[np.int64]

    def drawn(self, tickets: npt.ArrayLike) -> npt.NDArray[np.uint8]:
        """A kind for each ticket, a number from a hash."""
        left = np.asarray(tickets, np.int64) % self.ends[-1]
        return np.asarray(self.kinds[np.searchsorted(self.ends, left, "right")])


def mixture(**shares: int) -> Mixture:
    """Kinds by name with their shares."""
    kinds = np.array([NUMBER[name] for name in shares], np.uint8)
    return Mixture(kinds, np.cumsum(list(shares.values())))


STREETS: dict[str, Mixture] = {
    "core": mixture(
        stalin=26, stalin_pink=14, stalin_cream=18, stalin_short=18, stalin_grand=8,
        stalin_mansard=9, stalin_court=12, stalin_court_rose=10, brick4_pitched=14,
        brick4_court=7, brick5=8, panel5_green=5, office=3, shop=5, modern_white=2,
    ),
    "rows": mixture(
        panel5=22, panel5_blue=12, panel5_ochre=16, panel5_green=14, panel5_long=12, brick5=18,
        brick5_red=12, brick4_pitched=10, shop=9, shop_white=7, panel9_white=6, tower12=3,
        office=2, modern_brick=2,
    ),
    "south": mixture(
        panel5=14, panel5_ochre=10, panel5_green=8, brick5=12, panel9=10, panel9_white=10,
        brick9=10, tower12=5, modern=6, modern_white=6, modern_brick=5, complex9=4, office=5,
        office_tall=3, shop=8, stalin_cream=3, living18=2,
    ),
    "slabs": mixture(
        panel9=20, panel9_white=18, panel9_blue=12, panel9_long=14, panel9_sand=14, brick9=7,
        tower12=6, tower12_ochre=5, shop=10, shop_white=8, mall=2, modern_white=4, tower16=3,
    ),
    "glass": mixture(
        spire=6, spire_pale=5, spire_bronze=6, living24=9, living18=9, glass=9, office_tall=8,
        office=5, complex12=8, mall=5, modern=6, modern_white=6,
    ),
    "works": mixture(
        shed=18, shed_brick=16, shed_blue=12, depot=12, garages=10, office=1, brick5=2,
        shop_white=8,
    ),
    "gardens": mixture(
        cottage=14, cottage_tin=12, cottage_slate=12, cottage_white=10, house2=12,
        house2_brick=10, cottage_brick=8, shop=7, shop_white=5, house2_mansard=6, brick4_pitched=2,
    ),
}  # fmt: skip
"""What stands along the main streets of a district."""

LOTS: dict[str, Mixture] = {
    "gardens": mixture(
        cottage=16, cottage_blue=12, cottage_white=13, cottage_brick=12, cottage_tin=14,
        cottage_slate=15, cottage_angle=7, house2=9, house2_brick=7, house2_mansard=5, wood=3,
    ),
    "wood": mixture(
        wood=26, wood_blue=20, wood_green=16, cottage=8, cottage_slate=12, cottage_white=6,
        cottage_tin=6, house2_brick=3, cottage_brick=4,
    ),
    "villas": mixture(
        villa=20, house2=18, house2_brick=16, house2_mansard=16, cottage_angle=8,
        cottage_white=8, cottage_tin=6, cottage_brick=7,
    ),
    "dachas": mixture(dacha=62, cottage_tin=8, cottage_slate=8, house2=4, wood=8, villa=4),
}  # fmt: skip
"""What stands on the plots along lanes."""

CORNERS = mixture(stalin_corner=20, stalin_corner_pink=20, stalin_angle=26)
SLAB_CORNERS = mixture(panel9_corner=10, panel9_angle=8)
LOW = mixture(
    panel5_green=16,
    panel5_ochre=14,
    brick5=16,
    stalin_cream=8,
    stalin_short=8,
    brick4_pitched=8,
    panel5=10,
    annex_pale=6,
)
"""What stands instead of a tall house where that would crowd a landmark."""
