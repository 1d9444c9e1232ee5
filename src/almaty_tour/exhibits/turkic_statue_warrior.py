"""A stone man of the Turks: a slab with a flat face, a goblet at the chest, belt and weapons."""

from __future__ import annotations

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import stone
from almaty_tour.exhibits._shared.fitting import as_told
from almaty_tour.kit import sdf, skin
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import Model, as_part

GRANITE = Paint("carved_stone", "#9C948A")
CELL_CM, TRIANGLES = 0.62, 62_000
FRONT = -8.9
"""Where the front of the slab lies."""


def build(spec: ExhibitSpec) -> Model:
    """Low relief on a slab whose lower third was sunk in the ground and is left raw."""
    field = stone.weathered(_man(), 0.35, 5.0, seed=11)
    made = skin.skin(field, (-26, -18, -10), (26, 18, 148), CELL_CM, GRANITE, triangles=TRIANGLES)
    return Model(as_part(stone.aged(as_told(made, spec), 31), "stone"))


def _man() -> sdf.Field:
    body = sdf.union(
        [
            sdf.rounded_box((0.0, 0.0, 52.0), (33.0, 17.5, 104.0), 5.0),
            sdf.rounded_box((0.0, 0.5, 8.0), (29.0, 16.0, 24.0), 6.0),
        ],
        4.0,
    )
    head = sdf.union(
        [
            sdf.ellipsoid((0.0, 0.0, 122.0), (12.4, 9.4, 16.6)),
            sdf.rounded_box((0.0, 0.0, 121.0), (22.5, 16.5, 24.0), 7.0),
            sdf.rounded_box((0.0, 1.0, 107.0), (17.0, 13.0, 12.0), 4.0),
        ],
        3.0,
    )
    whole = sdf.union([body, head], 2.2)
    added, cut = stone.face(whole, 0.0, 125.0, 19.5, moustache=True)
    added += [*_arms(), *_goblet(), *_belt()]
    cut += _weapons_outline()
    return stone.carved(whole, added, cut, 0.9)


def _arms() -> list[sdf.Field]:
    """The right hand at the chest, the left one on the belt."""
    y = FRONT
    right = [(-14.5, y + 1.0, 96.0), (-15.0, y, 78.0), (-6.0, y, 77.0), (0.5, y - 0.2, 83.0)]
    left = [(14.5, y + 1.0, 96.0), (15.2, y, 74.0), (11.0, y, 62.0), (4.0, y, 60.0)]
    arms = [sdf.limb(line, [3.6, 3.3, 2.9, 2.5], 1.5) for line in (right, left)]
    fingers = [
        stone.ridge([(0.0, y - 1.0, 80.6 + n * 1.5), (3.8, y - 1.0, 81.4 + n * 1.5)], 1.15)
        for n in range(4)
    ]
    knuckles = [
        stone.ridge([(3.2 - n * 0.2, y - 0.9, 61.8 - n * 1.4), (0.2, y - 0.9, 61.3 - n * 1.4)], 1.1)
        for n in range(4)
    ]
    return [*arms, *fingers, *knuckles]


def _goblet() -> list[sdf.Field]:
    """A cup on a stem, held by it."""
    cup = [(0.0, 86.5), (2.0, 87.4), (3.5, 89.5), (3.9, 93.0), (3.6, 93.6)]
    bowl = sdf.moved(sdf.revolved(cup), (2.0, FRONT, 0.0))
    stem = sdf.capsule((2.0, FRONT, 80.0), (2.0, FRONT, 87.5), 1.0)
    foot = sdf.ellipsoid((2.0, FRONT, 79.2), (2.5, 1.3, 0.9))
    return [bowl, stem, foot]


def _belt() -> list[sdf.Field]:
    """A belt with plates, a pouch on the right, a sabre that hangs on the left."""
    y = FRONT + 0.3
    bands = [sdf.rounded_box((0.0, y, z), (25.0, 1.6, 1.1), 0.4) for z in (53.0, 57.0)]
    plates = [
        sdf.rounded_box((x, y, 55.0), (3.0, 1.8, 2.6), 0.5)
        for x in (-10.5, -6.3, -2.1, 2.1, 6.3, 10.5)
    ]
    straps = [sdf.rounded_box((x, y, 48.5), (1.1, 1.3, 8.0), 0.4) for x in (-9.5, -3.0, 9.0)]
    pouch = sdf.rounded_box((-9.5, y, 42.5), (5.6, 2.0, 5.4), 1.4)
    blade = [(1.0, y, 47.0), (7.5, y - 0.1, 39.5), (11.6, y - 0.3, 29.5)]
    sabre = sdf.limb(blade, [1.6, 1.5, 1.2], 0.5)
    guard = sdf.capsule((0.4, y, 44.6), (3.0, y, 49.2), 0.9)
    grip = sdf.capsule((1.6, y, 47.0), (-3.4, y, 50.2), 0.85)
    return [*bands, *plates, *straps, pouch, sabre, guard, grip]


def _weapons_outline() -> list[sdf.Field]:
    """The neck is a groove, and so is the edge of the coat."""
    y = FRONT
    collar = [(-9.0, y, 103.0), (-2.5, y - 0.2, 97.0), (0.0, y - 0.2, 94.5)]
    lapel = [(9.0, y, 103.0), (3.0, y - 0.2, 98.5), (0.0, y - 0.2, 94.5)]
    return [stone.groove(collar, 1.2), stone.groove(lapel, 1.2)]
