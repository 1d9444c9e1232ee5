"""The court of Dostyk Plaza: terrace and stairs, lawn slopes, dry fountain, café, props, solids."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile as p
from almaty_tour.kit import stair
from almaty_tour.kit.extrude import prism
from almaty_tour.kit.lathe import cylinder, lathe
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.pool import jet
from almaty_tour.kit.rail import railing
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at
from almaty_tour.landmarks.dostyk_plaza import body
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, merge

COURT_M, POOL_M, DECK_M = 0.08, 0.13, 4.6
COURT = p.rounded_rectangle(146.0, 66.0, 18.0, 6, (0.0, -27.0))
POOL = p.circle(7.5, 32) + np.array([-8.0, -43.0])
DECK = p.line(
    (-29.0, -10.0), (-13.5, -10.0), (-11.0, -3.0), (3.0, -3.0), (5.5, -10.0), (12.2, -10.0),
    (12.2, 6.9), (-29.0, 6.9),
)  # fmt: skip
FLIGHTS = ((-21.5, 9.0), (8.6, 6.4))
"""Stairs to the terrace: middle x and width."""
STEPS, TREAD_M = 26, 0.42
PAVING, BAND = Paint("paving", "#B3ACA2"), Paint("paving", "#8A857D")


def court() -> MeshData:
    """Everything on the ground."""
    pieces = [
        prism(COURT, -1.5, COURT_M, PAVING),
        prism(POOL, -0.3, POOL_M, Paint("granite", "#4A4C4E")),
        prism(DECK, -1.5, DECK_M, body.PALE, crease_deg=0.0),
        *_arcs(),
        *(lawn_slope(x) for x in (-15.4, 3.6)),
    ]
    for x, width in FLIGHTS:
        pieces.append(
            stair.straight(width, DECK_M, STEPS, body.STONE, tread_m=TREAD_M, y_m=-10.0, x_m=x)
        )
    rail = railing([(-29.0, -9.6), (-26.2, -9.6)], body.STEEL, z_m=DECK_M, bars=3)
    jets = at(jet(1.7, spread_m=0.3, sides=6), _ring(4.5, 6))
    return merge(
        [*pieces, rail, jets, at(jet(3.0, spread_m=0.5, sides=6), [(-8.0, -43.0, POOL_M)])]
    )


def _ring(radius_m: float, count: int) -> npt.NDArray[np.float64]:
    turn = np.arange(count) * (2 * np.pi / count)
    return np.column_stack(
        [-8.0 + radius_m * np.cos(turn), -43.0 + radius_m * np.sin(turn), np.full(count, POOL_M)]
    )


def _arcs() -> list[MeshData]:
    """Darker rings of paving round the drum."""
    bands = []
    for radius in (18.5, 24.0, 29.5):
        outer = p.arc((body.DRUM[0], -14.0), radius, 200.0, 340.0, 28)
        inner = p.arc((body.DRUM[0], -14.0), radius - 0.8, 340.0, 200.0, 28)
        bands.append(prism(p.joined(outer, inner), 0.0, COURT_M + 0.025, BAND))
    return bands


def lawn_slope(x_m: float) -> MeshData:
    """A wedge of lawn that climbs to the terrace between the drum and a stair."""
    half, front, back, low, high = 1.7, -23.0, -9.5, 0.3, DECK_M + 0.1
    points = [(x_m - half, front, -0.5), (x_m + half, front, -0.5), (x_m + half, back, -0.5),
              (x_m - half, back, -0.5), (x_m - half, front, low), (x_m + half, front, low),
              (x_m + half, back, high), (x_m - half, back, high)]  # fmt: skip
    sides = [(0, 1, 5), (0, 5, 4), (1, 2, 6), (1, 6, 5), (2, 3, 7), (2, 7, 6), (3, 0, 4), (3, 4, 7)]
    wall = solid(points, sides, body.PALE, crease_deg=0.0)
    top = solid(points, [(4, 5, 6), (4, 6, 7)], Paint("lawn", "#7FA552"))
    return merge([wall, top])


def cafe() -> MeshData:
    """Beige sunshades with tables round the foot of the drum."""
    shade = lathe(p.line((1.6, 2.3), (0.9, 2.7), (0.05, 3.1)), Paint("plaster", "#DCC9A8"), sides=8,
                  crease_deg=0.0)  # fmt: skip
    table = merge(
        [
            cylinder(0.05, 2.5, body.STEEL, sides=5),
            cylinder(0.5, 0.06, Paint("wood", "#8A5A36"), bottom_m=0.7, sides=8),
        ]
    )
    turn = np.radians(np.linspace(205.0, 335.0, 9))
    near = np.column_stack([body.DRUM[0] + 15.0 * np.cos(turn), -14.5 + 13.0 * np.sin(turn)])
    far = np.array([(20.0, -24.0), (24.0, -20.0), (25.0, -28.0), (29.5, -23.0)])
    spots = np.concatenate([near, far])
    return at(merge([shade, table]), np.column_stack([spots, np.full(len(spots), COURT_M)]))


def props() -> tuple[InstanceTable, ...]:
    """Lamps, round bushes in the court, a row of trees at its edge."""
    lamps = np.array([(-36.0, -46.0), (-20.0, -54.0), (8.0, -55.0), (28.0, -48.0), (50.0, -46.0)])
    trees = np.concatenate(
        [row((-58.0, -53.0), (-50.0, -55.0), 8.0), row((38.0, -55.0), (58.0, -50.0), 7.0)]
    )
    seats = np.array([(-20.0, -45.0), (4.0, -46.0)])
    bushes = np.array([(17.0, -31.0), (20.0, -33.0), (30.5, -36.0), (31.0, -30.0), (-26.0, -30.0)])
    return (
        instances("lamp.cluster", _on_court(lamps), "dostyk lamps", vary=0.0),
        instances("tree.elm", _on_court(trees), "dostyk trees", scale=0.6),
        instances("bush.round", _on_court(bushes), "dostyk bushes"),
        instances("bench.stone", _on_court(seats), "dostyk benches", yaw_deg=[90, -90], vary=0.0),
    )


def _on_court(spots: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.column_stack([spots, np.full(len(spots), COURT_M)])


def collision() -> Collision:
    """Bodies as solids; court, pool plate, stairs and terrace can be walked on."""
    drum = p.ellipse(6.4, 5.2, 20) + np.array(body.DRUM)
    slopes = [p.rectangle(3.4, 13.5, (x, -16.25)) for x in (-15.4, 3.6)]
    solids = [
        *(stair.wall_prism(plan, top) for plan, top in body.BOXES),
        stair.wall_prism(body.LANTERN, body.LANTERN_M - 0.5),
        stair.wall_prism(body.WEDGE, 12.0),
        stair.wall_prism(drum, 12.0),
        *(stair.wall_prism(slope, 0.3) for slope in slopes),
    ]
    floors = [stair.floor(COURT, COURT_M), stair.floor(POOL, POOL_M), stair.floor(DECK, DECK_M)]
    for x, width in FLIGHTS:
        floors += stair.straight_floors(width, DECK_M, STEPS, tread_m=TREAD_M, y_m=-10.0, x_m=x)
    return Collision(tuple(solids), tuple(floors))
