"""Pavements, lawns and trees of the Kazpotrebsoyuz building, its collision."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, stair
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks.kazpotrebsoyuz_building import plan
from almaty_tour.landmarks.kazpotrebsoyuz_building.tower import CENTRE, SIDE_M
from almaty_tour.landmarks.kazpotrebsoyuz_building.walls import STOOP_M, STOOP_STEPS
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Prism, as_part, merge

PAVING = Paint("paving", "#B3A99B")
BAND = Paint("paving", "#A08272")
LAWN = Paint("lawn", "#6F9149")
CURB = Paint("granite", "#A9A199")
ROSES = (Paint("foliage", "#C23B3A"), Paint("foliage", "#E0A23C"), Paint("foliage", "#E8DCC8"))

GROUND_M = 0.06
WALKS = (
    ((-33.0, -61.0), (32.0, plan.WEST_M)),
    ((plan.SOUTH_M, plan.WEST_M), (32.0, 54.5)),
    ((plan.TOWER_X - 0.5, plan.WEST_M), (plan.SOUTH_M, plan.TOWER_Y + 0.5)),
)
COURTS = (((-31.0, -37.6), (4.8, -19.2)), ((-33.0, -0.4), (4.8, 35.3)))
BEDS = tuple(((26.8, y), (31.2, y + 16.0)) for y in (-36.0, 17.0, 35.5))


def ground() -> MeshData:
    """Walks along both streets, lawns before the long front, the two courts."""
    pieces = []
    for low, high in WALKS:
        pieces += [
            block((*low, -1.5), (*high, GROUND_M - 0.03), CURB),
            tiles(low, high, GROUND_M, PAVING, 4.0),
        ]
    z = GROUND_M + 0.03
    pieces += [tiles((x, -60.6), (x + 0.5, -54.2), z, BAND, 7.0) for x in np.arange(-31, 24, 3.764)]
    pieces += [tiles((24.6, y), (31.6, y + 0.5), z, BAND, 8.0) for y in np.arange(-50, -36, 3.87)]
    for k, (low, high) in enumerate(BEDS):
        plot = _plot(low, high)
        rim = profile.line((0.0, -0.1), (0.0, 0.12), (-0.16, 0.12), (-0.16, -0.1))
        pieces += [
            extrude.sheet(plot, GROUND_M + 0.05, LAWN),
            extrude.sweep(rim, profile.offset(plot, 0.16), CURB, z_m=GROUND_M, crease_deg=0.0),
            blooms(
                _plot((low[0] + 0.7, low[1] + 0.7), (low[0] + 1.9, high[1] - 0.7)),
                GROUND_M + 0.05,
                ROSES,
                f"kazpotrebsoyuz/bed{k}",
                pitch_m=1.4,
            ),
        ]
    for low, high in COURTS:
        pieces += [
            extrude.sheet(_plot(low, high), 0.04, PAVING.shaded(0.85)),
            extrude.sheet(_plot((low[0] + 5, low[1] + 4), (high[0] - 5, high[1] - 4)), 0.09, LAWN),
        ]
    return as_part(merge(pieces), "ground")


def _plot(low: tuple[float, float], high: tuple[float, float]) -> F64:
    return profile.line(low, (high[0], low[1]), high, (low[0], high[1]))


def props() -> tuple[InstanceTable, ...]:
    """Elms and spruces on the long side, lamps and benches on the walks, trees in the courts."""
    name = "kazpotrebsoyuz_building"
    elms = _on([(30.0, y) for y in (-32.0, 47.0)], 0.1)
    spruce = _on([(29.6, y) for y in (-23.0, 19.0, 31.0, 38.0)], 0.1)
    lamps = _on(
        [*row((-28.0, -60.0), (20.0, -60.0), 12.0), *row((31.4, -44.0), (31.4, 12.0), 14.0)]
    )
    benches = _on([(x, -54.9) for x in (-24.0, -17.5, 3.5)])
    court = _on([(x, y) for x in (-22.0, -8.0) for y in (-29.0, 8.0, 18.0, 28.0)], 0.08)
    return (
        instances("tree.elm", elms, name + "/elm", scale=0.75),
        instances("tree.spruce", spruce, name + "/spruce", scale=0.42),
        instances("tree.birch", court, name + "/court", scale=0.85),
        instances("lamp.cluster", lamps, name + "/lamp", scale=1.25, vary=0.0, yaw_deg=0.0),
        instances("bench.park", benches, name + "/bench", yaw_deg=0.0, vary=0.0),
    )


def _on(places: object, z_m: float = GROUND_M) -> F64:
    spots = np.array(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), z_m)])


def collision() -> Collision:
    """Wings and tower are solid; walks and courts are floors."""
    solids = [stair.wall_prism(_plot(low, high), plan.TOP_M) for low, high in plan.WINGS]
    solids.append(stair.wall_prism(profile.rectangle(SIDE_M, SIDE_M, CENTRE), 28.0))
    floors = [stair.floor(_plot(low, high), GROUND_M) for low, high in WALKS]
    floors += [stair.floor(_plot(low, high), 0.04) for low, high in COURTS]
    return Collision(tuple(solids), (*floors, *_stoops()))


def _stoops() -> list[Prism]:
    """The steps before the three doors, west front first, then the tower's two sides."""
    half = SIDE_M / 2
    steps = stair.straight_floors(STOOP_M, plan.PLINTH_M, STOOP_STEPS, tread_m=0.32, y_m=-0.1)
    result = []
    for step in steps:
        x, y = step.outline.astype(np.float64).T
        places = (
            (x - 31.0 + 41.4 / 2, y + plan.WEST_M - 0.8),
            (x + CENTRE[0], y + CENTRE[1] - half),
            (CENTRE[0] + half - y, x + CENTRE[1]),
        )
        result += [stair.floor(np.column_stack(place), step.top_m) for place in places]
    return result
