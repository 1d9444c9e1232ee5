"""The ordinary houses of Almaty: what stands where, and how large it is.

The sizes are those of the props in `kit/props/house_kinds.py`, metres; they are types, not
measured houses, and nothing of them is told to a visitor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from almaty_tour.kit.props.house_kinds import KINDS, Block, Wing


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
    return House(f"house.{name}", length, depth, round(height, 2), block.wings, bool(block.fence))


ALL = tuple(_house(name, block) for name, block in KINDS.items())
_BY_NAME = {house.kind.removeprefix("house."): house for house in ALL}

Mixture = tuple[tuple[House, int], ...]
_T = TypeVar("_T")


def _mixture(**shares: int) -> Mixture:
    return tuple((_BY_NAME[name], share) for name, share in shares.items())


FAMILIES: dict[str, Mixture] = {
    "stalin": _mixture(
        stalin=30, stalin_pink=16, stalin_cream=20, stalin_short=16, stalin_corner=12,
        stalin_corner_pink=6,
    ),
    "panel5": _mixture(panel5=38, panel5_blue=18, panel5_ochre=22, panel5_green=22),
    "brick5": _mixture(brick5=40, brick5_red=26, brick4_pitched=34),
    "panel9": _mixture(panel9=30, panel9_white=36, panel9_blue=20, panel9_corner=14),
    "tower": _mixture(tower12=50, tower12_ochre=50),
    "modern": _mixture(modern=34, modern_white=28, modern_brick=24, glass=14),
    "shop": _mixture(shop=55, shop_white=45),
    "garden": _mixture(
        cottage=22, cottage_blue=18, cottage_white=20, cottage_brick=14, house2=14,
        house2_brick=12,
    ),
}  # fmt: skip
"""Families of houses that are built together, with the share of each kind."""

DISTRICTS: dict[str, tuple[tuple[str, int], ...]] = {
    "old centre": (
        ("stalin", 42), ("panel5", 14), ("brick5", 20), ("shop", 10), ("panel9", 8), ("modern", 6),
    ),
    "south": (
        ("panel5", 28), ("brick5", 12), ("panel9", 24), ("stalin", 8), ("tower", 10),
        ("modern", 12), ("shop", 6),
    ),
    "west": (
        ("panel5", 38), ("brick5", 12), ("panel9", 22), ("shop", 10), ("tower", 10), ("modern", 8),
    ),
    "houses": (("garden", 90), ("shop", 4), ("brick5", 6)),
}  # fmt: skip
"""Families by district, as parts of their sum; they follow what photographs of the city show."""

SINGLE = ("tower", "modern", "shop")
"""Families whose houses stand alone among others."""


def district(x_m: float, y_m: float) -> str:
    """The district of a place: Raiymbek, Abai, Dostyk and Seifullin bound the old centre."""
    if y_m > 2050.0 or x_m > 1350.0 + max(0.0, -y_m) * 0.1:
        return "houses"
    if y_m < -2900.0:
        return "houses" if x_m > -900.0 else "south"
    if y_m < -750.0:
        return "south"
    return "old centre" if x_m > -1900.0 else "west"


def chosen(x_m: float, y_m: float, block_key: int, key: int) -> House:
    """A house for a place: mostly of the family of its block, of a kind by its own key."""
    families = DISTRICTS[district(x_m, y_m)]
    family = _drawn(families, block_key >> 10)
    if family in SINGLE or key % 100 < 35:
        family = _drawn(families, key >> 10)
    return _drawn(FAMILIES[family], key >> 5)


def _drawn(shares: tuple[tuple[_T, int], ...], ticket: int) -> _T:
    left = ticket % sum(share for _, share in shares)
    for item, share in shares:
        if left < share:
            return item
        left -= share
    return shares[0][0]
