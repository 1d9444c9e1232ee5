"""A rounder stone figure that holds a bowl with both hands, unarmed."""

from __future__ import annotations

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import stone
from almaty_tour.exhibits._shared.fitting import as_told
from almaty_tour.kit import sdf, skin
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import Model, as_part

ROSE = Paint("carved_stone", "#9A6B57")
CELL_CM, TRIANGLES = 0.6, 52_000


def build(spec: ExhibitSpec) -> Model:
    """A boulder that a figure was found in: soft shoulders, hands that meet at the belly."""
    field = stone.weathered(_figure(), 0.45, 6.0, seed=51)
    made = skin.skin(field, (-31, -24, -10), (31, 24, 110), CELL_CM, ROSE, triangles=TRIANGLES)
    return Model(as_part(stone.aged(as_told(made, spec), 71, lichen="#B0833E"), "stone"))


def _figure() -> sdf.Field:
    body = sdf.union(
        [
            sdf.ellipsoid((0.0, 0.0, 44.0), (22.0, 14.5, 34.0)),
            sdf.rounded_box((0.0, 0.5, 16.0), (36.0, 23.0, 40.0), 9.0),
            sdf.ellipsoid((0.0, 0.0, 62.0), (21.0, 12.5, 14.0)),
        ],
        6.0,
    )
    head = sdf.ellipsoid((0.0, -0.5, 84.0), (12.0, 10.8, 15.5))
    hat = sdf.ellipsoid((0.0, 0.0, 94.0), (13.2, 11.4, 7.0))
    added, cut = stone.face((0.0, -10.4, 87.0), 18.0, moustache=False)
    added += [*_arms(), *_bowl()]
    cut.append(stone.groove([(-13.0, -8.0, 91.5), (0.0, -12.2, 91.0), (13.0, -8.0, 91.5)], 1.1))
    return stone.carved(sdf.union([body, head, hat], 2.4), added, cut, 1.1)


def _arms() -> list[sdf.Field]:
    """Both arms run down and meet at the bowl."""
    arms = []
    for side in (-1.0, 1.0):
        line = [(side * 19.5, -4.0, 66.0), (side * 20.8, -8.0, 50.0), (side * 13.0, -14.0, 42.0),
                (side * 5.5, -15.4, 44.5)]  # fmt: skip
        arms.append(sdf.limb(line, [4.2, 3.9, 3.3, 2.8], 1.6))
        arms += [
            stone.ridge(
                [(side * 6.5, -17.0, 42.5 + n * 1.7), (side * 3.2, -17.6, 43.0 + n * 1.7)], 1.3
            )
            for n in range(4)
        ]
    return arms


def _bowl() -> list[sdf.Field]:
    """A round vessel between the hands, its mouth above them."""
    section = [(0.0, 40.0), (3.2, 40.8), (4.8, 43.5), (5.0, 47.0), (4.5, 48.6), (4.9, 49.6)]
    return [sdf.moved(sdf.revolved(section), (0.0, -14.8, 0.0))]
