"""Round the Ykhlas museum: forecourt, kobyz monument, flower tub, beds, trees, collision."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, ornament, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks.ykhlas_museum import plan, porch
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

ASPHALT = Paint("asphalt", "#9A9793")
PAVING = Paint("paving", "#B4A69A")
KERB = Paint("granite", "#C09A8C")
LAWN = Paint("lawn", "#7F9652")
SOIL = Paint("lawn", "#6B6A45")
TUB = Paint("concrete", "#D6C6AE")
BRONZE = Paint("bronze_dark", "#C49A72")
FLOWERS = tuple(Paint("foliage", c) for c in ("#C8322C", "#D9483A", "#E2B33C"))
GROUND_M = 0.05
COURT = ((-23.5, -18.4), (23.5, -6.0))
BEDS = ((-20.9, -9.6, -13.2, -8.3), (13.2, -9.6, 20.9, -8.3), (-11.9, -7.6, -5.2, -6.2),
        (5.2, -7.6, 11.9, -6.2))  # fmt: skip
KOBYZ_AT = (-14.5, -14.2)
TUB_AT = (15.0, -12.6)


def ground() -> MeshData:
    """Forecourt with a pink kerb and a paved walk round the house, beds under the windows."""
    low, high = COURT
    pieces = [
        block((low[0], low[1], -1.5), (high[0], high[1], GROUND_M - 0.03), ASPHALT),
        tiles(low, high, GROUND_M, ASPHALT, 3.0),
        block((low[0], low[1] - 0.2, -0.6), (high[0], low[1], GROUND_M + 0.08), KERB),
        block((-5.9, -17.6, -0.2), (5.9, -13.0, GROUND_M + 0.03), PAVING),
    ]
    walk = profile.line((-23.5, -6.0), (23.5, -6.0), (23.5, 13.6), (-23.5, 13.6))
    pieces.append(extrude.prism(walk, -0.4, GROUND_M - 0.02, PAVING))
    for x0, y0, x1, y1 in BEDS:
        plot = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
        rim = profile.line((0.0, -0.3), (0.0, 0.14), (-0.14, 0.14), (-0.14, -0.3))
        pieces.append(extrude.sweep(rim, profile.offset(plot, 0.13), KERB, z_m=GROUND_M,
                                    crease_deg=0.0))  # fmt: skip
        pieces.append(extrude.prism(plot, -0.3, GROUND_M + 0.08, SOIL))
    return as_part(merge([*pieces, _tub()]), "ground")


def _tub() -> MeshData:
    """The eight-sided concrete tub with an ornament band and red flowers."""
    body = extrude.prism(profile.regular(8, 0.95, 22.5), GROUND_M, 0.2, TUB,
                         top_outline=profile.regular(8, 1.15, 22.5), crease_deg=0.0)  # fmt: skip
    bowl = extrude.prism(profile.regular(8, 1.0, 22.5), 0.2, 0.95, TUB,
                         top_outline=profile.regular(8, 1.3, 22.5), crease_deg=0.0)  # fmt: skip
    rim = extrude.prism(profile.regular(8, 1.36, 22.5), 0.95, 1.1, TUB, crease_deg=0.0)
    horn = ornament.horns(0.6, 0.34, 0.03, Paint("concrete", "#B07F66"))
    horn = transform.turn(transform.move(horn, y=-0.02), "x", 20.0)
    band = transform.around(horn, 8, 1.11, z_m=0.6)
    heads = blooms(profile.regular(8, 1.2, 22.5), 1.08, FLOWERS, "ykhlas_museum/tub", pitch_m=0.34,
                   height_m=0.4)  # fmt: skip
    return transform.move(merge([body, bowl, rim, band, heads]), *TUB_AT)


def kobyz() -> MeshData:
    """The bowed kobyz on its stone: open bowl, arched neck, two strings, bow, horned head."""
    stone = merge(
        [
            extrude.box(2.4, 2.4, 0.3, plan.BROWN, bottom_m=-0.2),
            extrude.prism(profile.rectangle(1.7, 1.7), 0.1, 1.1, plan.BROWN,
                          top_outline=profile.rectangle(1.3, 1.3), crease_deg=0.0),
        ]
    )  # fmt: skip
    bowl = transform.scale(
        lathe.lathe(
            profile.joined(
                profile.arc((0.0, 0.0), (0.62, 0.85), -90.0, 20.0, 8),
                profile.line((0.42, 0.5), (0.3, 0.9)),
            ),
            BRONZE,
            sides=16,
        ),
        1.0,
        0.72,
        1.0,
    )
    skin = transform.move(extrude.panel(profile.ellipse(0.44, 0.55, 18), -0.1, 0.0, BRONZE),
                          0.0, -0.36, -0.2)  # fmt: skip
    neck = tube([(0, 0.02, 0.7), (0, 0.12, 1.3), (0, 0.1, 1.9), (0, -0.06, 2.4)], 0.13, BRONZE,
                sides=8)  # fmt: skip
    head = transform.move(ornament.horns(0.9, 0.62, 0.12, BRONZE), 0.0, 0.0, 2.68)
    pegs = [tube([(0, -0.02, z), (s * 0.42, -0.02, z + 0.06)], 0.045, BRONZE, sides=6)
            for s, z in ((1, 2.1), (-1, 1.95))]  # fmt: skip
    strings = [tube([(x, -0.5, -0.3), (x, -0.16, 2.3)], 0.018, BRONZE, sides=4)
               for x in (-0.06, 0.06)]  # fmt: skip
    bow = tube([(-1.1, -0.62, 0.1), (-0.4, -0.75, 0.5), (0.5, -0.75, 0.66), (1.15, -0.62, 0.5)],
               0.04, BRONZE, sides=6)  # fmt: skip
    hair = tube([(-1.1, -0.62, 0.1), (1.15, -0.62, 0.5)], 0.02, BRONZE, sides=4)
    figure = transform.move(merge([bowl, skin, neck, head, *pegs, *strings, bow, hair]), z=1.95)
    return as_part(transform.move(merge([stone, figure]), *KOBYZ_AT), "kobyz")


def props() -> tuple[InstanceTable, ...]:
    """A spruce on each side of the porch, elms at the ends, flowers, hedges, lamps, benches."""
    name = "ykhlas_museum"
    flowers = np.concatenate([row((s * 13.7, -9.0), (s * 20.4, -9.0), 0.95) for s in (-1, 1)])
    bushes = np.concatenate([row((s * 6.0, -7.0), (s * 11.2, -7.0), 1.3) for s in (-1, 1)])
    spruce = [(9.4, -9.2)]
    elms = [(-27.0, 1.5), (-26.4, 11.4), (27.2, 2.5), (26.6, 11.8)]
    lamps = [(s * x, -17.6) for s in (-1, 1) for x in (7.2, 14.0, 21.5)]
    bench = [(s * x, -16.9) for s in (-1, 1) for x in (9.6, 18.2)]
    return (
        instances("bush.flowers", _lifted(flowers), name + "/flowers", scale=0.9),
        instances("bush.round", _lifted(bushes), name + "/bush", scale=0.9),
        instances("tree.spruce", _lifted(spruce), name + "/spruce", scale=0.5, vary=0.05),
        instances("tree.elm", elms, name + "/elm", scale=0.9),
        instances("lamp.globe", _lifted(lamps, GROUND_M), name + "/lamp", yaw_deg=0.0, vary=0.0),
        instances("bench.park", _lifted(bench, GROUND_M), name + "/bench", yaw_deg=180.0,
                  vary=0.0),
    )  # fmt: skip


def _lifted(places: npt.ArrayLike, z_m: float = GROUND_M + 0.08) -> F64:
    spots = np.asarray(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), z_m)])


def collision() -> Collision:
    """The house, the tower above it, the monument and the tub; court, landing and steps."""
    solids = (
        stair.wall_prism(profile.offset(plan.OUTLINE, 0.15), plan.EAVES_M),
        stair.wall_prism(profile.offset(plan.TOWER, 0.1), 16.0),
        stair.wall_prism(profile.rectangle(2.2, 2.2, KOBYZ_AT), 4.5),
        stair.wall_prism(profile.rectangle(2.2, 2.2, TUB_AT), 1.4),
        *(stair.wall_prism(profile.rectangle(0.8, 0.8, (s * porch.POST_X_M, porch.POST_Y_M)), 4.3)
          for s in (-1, 1)),
    )  # fmt: skip
    low, high = COURT
    court = profile.rectangle(
        high[0] - low[0], high[1] - low[1], ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
    )
    return Collision(solids, (stair.floor(court, GROUND_M), *porch.floors()))
