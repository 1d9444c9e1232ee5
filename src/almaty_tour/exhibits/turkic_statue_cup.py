"""A rounder stone figure that holds a vessel with both hands, unarmed."""

from __future__ import annotations

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import stone
from almaty_tour.exhibits._shared.fitting import as_told
from almaty_tour.kit import sdf, skin
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import Model, as_part

GRANITE = Paint("carved_stone", "#7B7D7D")
CELL_CM, TRIANGLES = 0.55, 60_000
VESSEL_Y = -14.6
"""Where the middle of the vessel lies: at the front of the belly."""


def build(spec: ExhibitSpec) -> Model:
    """A boulder that a figure was found in: soft shoulders, hands that meet at the belly."""
    field = stone.weathered(_figure(), 0.45, 6.0, seed=51)
    made = skin.skin(field, (-31, -24, -10), (31, 24, 110), CELL_CM, GRANITE, triangles=TRIANGLES)
    return Model(as_part(stone.aged(as_told(made, spec), 71, lichen="#8A7A48"), "stone"))


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
    whole = sdf.union([body, head, hat], 2.4)
    added, cut = stone.face(whole, 0.0, 87.0, 17.0, moustache=False)
    brim = stone.laid(whole, [(-11.5, 0.0, 92.0), (0.0, 0.0, 91.5), (11.5, 0.0, 92.0)])
    arms, lines = _arms(whole)
    block = stone.carved(whole, [*added, *arms], [*cut, *lines, stone.groove(brim, 1.1)], 1.0)
    mouth = sdf.ellipsoid((0.0, VESSEL_Y, 53.2), (4.0, 4.0, 2.6))
    return sdf.subtract(sdf.union([block, _vessel(), *_hands()], 0.5), mouth, 0.4)


def _arms(whole: sdf.Field) -> tuple[list[sdf.Field], list[sdf.Field]]:
    """Both arms in flat relief on the block, and the channels that part them from it."""
    arms, lines = [], []
    for side in (-1.0, 1.0):
        arm = [(side * 16.5, 0.0, 67.0), (side * 18.0, 0.0, 56.0), (side * 16.8, 0.0, 47.0),
               (side * 7.5, 0.0, 43.5)]  # fmt: skip
        inner = [(side * 12.2, 0.0, 65.0), (side * 13.0, 0.0, 56.0), (side * 12.4, 0.0, 51.0),
                 (side * 7.0, 0.0, 48.6)]  # fmt: skip
        under = [(side * 17.5, 0.0, 41.5), (side * 13.0, 0.0, 40.0), (side * 7.0, 0.0, 38.6)]
        arms.append(stone.ridge(stone.laid(whole, arm, -1.9), 7.4, 1.5))
        lines += [stone.groove(stone.laid(whole, line), 1.5) for line in (inner, under)]
    return arms, lines


def _vessel() -> sdf.Field:
    """A stout round cup on a foot, half sunk in the belly."""
    section = [(3.6, 37.0), (3.9, 38.6), (3.3, 39.6), (5.2, 41.6), (6.2, 44.5), (6.0, 47.5),
               (5.1, 50.0), (5.0, 51.0), (5.7, 52.6), (5.7, 53.4)]  # fmt: skip
    return sdf.moved(sdf.grown(sdf.revolved(section), 0.2), (0.0, VESSEL_Y, 0.0))


def _hands() -> list[sdf.Field]:
    """Flat hands at both sides of the vessel, four fingers each laid round its front."""
    made: list[sdf.Field] = []
    for side in (-1.0, 1.0):
        made.append(sdf.ellipsoid((side * 7.0, VESSEL_Y - 1.0, 44.4), (2.6, 3.2, 4.0)))
        for n in range(4):
            z = 41.6 + 1.9 * n
            knuckle = (side * 6.2, VESSEL_Y - 3.0, z - 0.3)
            made.append(
                stone.ridge([knuckle, (side * 4.2, VESSEL_Y - 4.9, z),
                             (side * 1.5, VESSEL_Y - 6.2, z + 0.3)], 1.6)
            )  # fmt: skip
    return made
