"""A large bronze table: round the rim of its tray walks a file of small winged leopards."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared.bronze_beasts import figure
from almaty_tour.exhibits._shared.bronze_cast import BRONZE, aged, cast
from almaty_tour.exhibits._shared.bronze_cats import winged_cat
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.kit import sdf, transform
from almaty_tour.kit.sdf import Field
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
ALONG, ACROSS = 8, 7
"""How many beasts went along the front and along each side, corners left out."""
LOST, STUMPS = (13, 14, 15, 16, 17), [13, 16, 17]
"""Those that broke off, at the far right corner; three left their paws."""
LEG_CM, FLOOR_CM, RIM_CM, BEAST_CM = 15.0, 2.0, 3.0, 8.4


def build(spec: ExhibitSpec) -> Model:
    """Thirty places on the rim, twenty-five beasts."""
    wide, deep = spec.size_cm("width"), spec.size_cm("depth")
    places, turns = _file(wide - 6.0, deep - 6.0)
    kept = np.array([k not in LOST for k in range(len(places))])
    top = LEG_CM + FLOOR_CM + RIM_CM - 0.5
    beast = figure(winged_cat(), BEAST_CM, 3_000, seed=21, cell=0.026)
    spots = np.column_stack([places, np.full(len(places), top)])
    stump = aged(_stump(), 5)
    pieces = [
        as_part(_tray(wide, deep), "tray"),
        as_part(_legs(wide, deep), "legs"),
        as_part(transform.at(beast, spots[kept], turn_deg=turns[kept]), "leopards"),
        as_part(transform.at(stump, spots[STUMPS], turn_deg=turns[STUMPS]), "stumps"),
    ]
    told = {f"{name}_cm": spec.size_cm(name) for name in ("width", "depth", "height")}
    return Model(fitted(grounded(merge(pieces)), **told))


def _file(wide: float, deep: float) -> tuple[F64, F64]:
    """(30, 2) places and (30,) turns of beasts that walk round a rectangle one behind another."""
    places, turns = [], []
    for count, start, way, turn in (
        (ALONG, (-wide / 2, -deep / 2), (wide, 0.0), 90.0),
        (ACROSS, (wide / 2, -deep / 2), (0.0, deep), 180.0),
        (ALONG, (wide / 2, deep / 2), (-wide, 0.0), -90.0),
        (ACROSS, (-wide / 2, deep / 2), (0.0, -deep), 0.0),
    ):
        share = (np.arange(count) + 0.5) / count
        places.append(np.array(start) + share[:, None] * np.array(way))
        turns.append(np.full(count, turn))
    return np.concatenate(places), np.concatenate(turns)


def _tray(wide: float, deep: float) -> MeshData:
    """A shallow tray with a narrow rim, its far right corner broken away."""
    middle = LEG_CM + (FLOOR_CM + RIM_CM) / 2
    whole = sdf.rounded_box((0, 0, middle), (wide, deep, FLOOR_CM + RIM_CM), 1.2)
    room = sdf.rounded_box((0, 0, middle + FLOOR_CM + 8), (wide - 11, deep - 11, RIM_CM + 16.5), 2)
    broken = _bite(wide / 2, deep / 2)
    field = sdf.subtract(sdf.subtract(whole, room, 0.8), broken, 0.5)
    field = sdf.union([field, *_ridges(wide, deep)], 0.8)

    def uneven(p: F64) -> F64:
        wave = np.sin(p[:, 0] * 0.11 + 1.0) * np.sin(p[:, 1] * 0.13 + 0.4)
        return np.asarray(field(p) + 0.35 * wave)

    low = (-wide / 2 - 2, -deep / 2 - 2, LEG_CM - 3)
    high = (wide / 2 + 2, deep / 2 + 2, LEG_CM + FLOOR_CM + RIM_CM + 3)
    made = cast(uneven, low, high, 0.8, triangles=24_000)
    return aged(made, 13, green=0.8, spot_cm=22.0)


def _bite(x: float, y: float) -> Field:
    """What is missing at a corner."""
    spots = ((0.0, 0.0, 13.0), (-11.0, 3.0, 7.0), (2.0, -13.0, 7.5), (-6.0, -7.0, 7.0))
    return sdf.union([sdf.capsule((x + a, y + b, 0.0), (x + a, y + b, 40.0), r)
                      for a, b, r in spots])  # fmt: skip


def _ridges(wide: float, deep: float) -> list[Field]:
    """Two cast-on patches on the floor."""
    z = LEG_CM + FLOOR_CM
    return [
        sdf.rounded_box((-0.22 * wide, 0.12 * deep, z), (17.0, 12.0, 1.0), 0.4),
        sdf.rounded_box((0.18 * wide, -0.2 * deep, z), (11.0, 15.0, 0.9), 0.4),
    ]


def _legs(wide: float, deep: float) -> MeshData:
    """Four conical legs with openings."""
    outer = sdf.revolved([(9.0, 0.0), (8.2, 1.2), (5.6, 9.0), (6.2, LEG_CM + 0.6)])
    inner = sdf.revolved([(7.6, -1.0), (7.0, 1.2), (4.3, 9.0), (4.6, LEG_CM - 0.8)])
    cuts = []
    for angle in (0.0, 60.0, 120.0):
        bar = sdf.union(
            [sdf.capsule((-20.0, x, z), (20.0, x, z), r)
             for x, z, r in ((0.0, 9.5, 0.9), (0.0, 6.5, 1.6), (-1.0, 4.0, 1.5), (1.0, 4.0, 1.5))],
            0.8,
        )  # fmt: skip
        cuts.append(sdf.turned(bar, "z", angle))
    field = sdf.subtract(sdf.subtract(outer, inner), sdf.union(cuts), 0.3)
    made = cast(field, (-10, -10, -1.5), (10, 10, LEG_CM + 2), 0.4, triangles=4_000, paint=BRONZE)
    x, y = wide / 2 - 13.0, deep / 2 - 13.0
    leg = aged(made, 3, spot_cm=6.0)
    return transform.at(leg, [(-x, -y), (x, -y), (x, y - 4.0), (-x, y)], turn_deg=[0, 40, 80, 120])


def _stump() -> MeshData:
    """Two broken paws on the rim."""
    field = sdf.union(
        [sdf.capsule((0.9 * s, 2.2 * t, 0.0), (0.9 * s, 2.4 * t, 1.2), 0.75, 0.5)
         for s in (-1, 1) for t in (-1, 1)],
        0.3,
    )  # fmt: skip
    return cast(field, (-3, -5, -1.5), (3, 5, 3), 0.3, triangles=700)
