"""The ordinary houses of Almaty: what stands where, and how large it is.

The sizes are those of the props in `kit/props/house.py`, metres; they are types, not
measured houses, and nothing of them is told to a visitor.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class House:
    """A kind of house: its prop, length along the street, depth and height."""

    kind: str
    length_m: float
    depth_m: float
    height_m: float


STALIN = House("house.stalin", 44.0, 13.0, 15.5)
PANEL5 = House("house.panel5", 60.0, 12.0, 15.5)
PANEL9 = House("house.panel9", 48.0, 13.0, 27.5)
TOWER12 = House("house.tower12", 22.0, 20.0, 38.5)
MODERN = House("house.modern", 30.0, 18.0, 46.0)
SHOP = House("house.shop", 28.0, 16.0, 7.0)
COTTAGE = House("house.cottage", 12.0, 9.5, 6.5)

ALL = (STALIN, PANEL5, PANEL9, TOWER12, MODERN, SHOP, COTTAGE)

DISTRICTS: dict[str, tuple[tuple[House, int], ...]] = {
    "old centre": ((STALIN, 52), (PANEL5, 20), (SHOP, 14), (PANEL9, 8), (MODERN, 6)),
    "south": ((PANEL5, 40), (PANEL9, 22), (STALIN, 10), (TOWER12, 12), (MODERN, 10), (SHOP, 6)),
    "west": ((PANEL5, 50), (PANEL9, 22), (SHOP, 12), (TOWER12, 10), (MODERN, 6)),
    "houses": ((COTTAGE, 88), (SHOP, 6), (PANEL5, 6)),
}
"""Mixtures by district, as parts of their sum; they follow what photographs of the city show."""


def district(x_m: float, y_m: float) -> str:
    """The district of a place: Raiymbek, Abai, Dostyk and Seifullin bound the old centre."""
    if y_m > 2050.0 or x_m > 1350.0 + max(0.0, -y_m) * 0.1:
        return "houses"
    if y_m < -2900.0:
        return "houses" if x_m > -900.0 else "south"
    if y_m < -750.0:
        return "south"
    return "old centre" if x_m > -1900.0 else "west"
