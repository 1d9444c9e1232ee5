"""The forecourt of the Baluan Sholak Palace on the avenue: long stair, paving, spruces, flags."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.kit import stair
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block, prism
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks._shared.sport_parts import plot
from almaty_tour.landmarks.baluan_sholak import body
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, merge

FRONT_M: Final = body.BASE_Y[0]
WIDTH_M: Final = 24.0
STEPS, TREAD_M = 10, 0.36
LANDING_M: Final = 1.8
GROUND_M: Final = 0.06
COURT = ((-44.0, -80.0), (44.0, FRONT_M))
WALKS = (((-38.0, FRONT_M), (-body.BASE_X, 56.0)), ((body.BASE_X, FRONT_M), (38.0, 56.0)),
         ((-38.0, body.BASE_Y[1]), (38.0, 56.0)))  # fmt: skip
BEDS = (((-40.0, -76.0), (-18.0, -71.0)), ((18.0, -76.0), (40.0, -71.0)))
LAWNS = (((-40.0, -67.0), (-15.5, -60.0)), ((15.5, -67.0), (40.0, -60.0)))
LAWN = Paint("lawn", "#6F9149")
CURB = Paint("granite", "#A9A5A0")
STEP = Paint("granite", "#A8A39C")
BAND = Paint("paving", "#7F8A96")
BLOOM = (Paint("foliage", "#F0D34A"), Paint("foliage", "#F2EEE6"), Paint("foliage", "#4E7CC4"))


def _flights() -> list[tuple[float, float]]:
    """(top height, y of the top edge) of the three flights from the deck downwards."""
    run = (STEPS - 1) * TREAD_M + LANDING_M + TREAD_M
    rise = body.DECK_M / 3
    return [(body.DECK_M - k * rise, FRONT_M - 0.4 - k * run) for k in range(3)]


def approach() -> MeshData:
    """Three flights with landings between stone cheeks, rails, and a ramp beside them."""
    rise = body.DECK_M / 3
    pieces = []
    for top, y in _flights():
        pieces.append(
            stair.straight(WIDTH_M, rise, STEPS, STEP, tread_m=TREAD_M, y_m=y, z_m=top - rise)
        )
        low = y - STEPS * TREAD_M - LANDING_M
        if top > rise * 1.5:
            pieces.append(
                block((-WIDTH_M / 2, low, -1.0), (WIDTH_M / 2, y - 0.01, top - rise), STEP)
            )
    end = _flights()[2][1] - STEPS * TREAD_M
    for sign in (-1.0, 1.0):
        a, b = sorted((sign * 12.0, sign * 13.0))
        cheek = [(a, end), (b, end), (b, FRONT_M), (a, FRONT_M)]
        foot = [(x, y, -1.5) for x, y in cheek]
        head = [(x, y, 0.7 if y == end else body.DECK_M + 0.5) for x, y in cheek]
        pieces.append(hexahedra([[*foot, *head]], body.PALE))
    return merge([*pieces, *(_handrail(x, top, y) for x in (-4.0, 4.0) for top, y in _flights())])


def _handrail(x_m: float, top_m: float, y_m: float) -> MeshData:
    """Two sloping bars on posts along one flight."""
    share = np.linspace(0.0, 1.0, 4)[:, None]
    low = np.array([x_m, y_m - STEPS * TREAD_M + 0.1, top_m - body.DECK_M / 3])
    foot = low + share * (np.array([x_m, y_m, top_m]) - low)
    up = np.array([0.0, 0.0, 1.0])
    bars = [
        struts(foot[:1] + h * up, foot[-1:] + h * up, 0.07, Paint("steel")) for h in (0.55, 1.0)
    ]
    return merge([struts(foot, foot + up, 0.06, Paint("steel")), *bars])


def ground() -> MeshData:
    """Paving with a grid of bands, flower beds, lawns, a stone with the name by the avenue."""
    pieces = []
    for low, high in (COURT, *WALKS):
        pieces += [
            block((*low, -1.5), (*high, GROUND_M - 0.03), CURB),
            tiles(low, high, GROUND_M, body.PAVING, 6.0),
        ]
    z = GROUND_M + 0.025
    pieces += [
        tiles((x, -79.6), (x + 0.6, -70.5), z, BAND, 10.0) for x in np.arange(-15.3, 15.1, 5.0)
    ]
    pieces += [tiles((-43.6, y), (43.6, y + 0.6), z + 0.025, BAND, 10.0) for y in (-79.4, -69.4)]
    for k, (low, high) in enumerate((*BEDS, *LAWNS)):
        edge = plot((low[0] - 0.25, low[1] - 0.25), (high[0] + 0.25, high[1] + 0.25))
        pieces += [prism(edge, 0.0, 0.28, CURB, crease_deg=0.0)]
        pieces += [tiles(low, high, 0.31, LAWN, 6.0)]
        if k < 2:
            inner = plot((low[0] + 0.8, low[1] + 1.4), (high[0] - 0.8, high[1] - 1.4))
            pieces.append(blooms(inner, 0.33, BLOOM, f"sholak bed {k}", pitch_m=0.95))
    return merge(pieces)


def props() -> tuple[InstanceTable, ...]:
    """Spruces along the avenue, lamps, benches, flags, round bushes under the base."""
    name = "baluan_sholak"
    spruces = [
        (s * x, y)
        for s in (-1, 1)
        for x, y in ((38.5, -63.5), (34.0, -62.0), (42.2, -72.0), (42.2, -60.0))
    ]
    lamps = [*row((-42.0, -78.5), (-17.0, -78.5), 12.0), *row((17.0, -78.5), (42.0, -78.5), 12.0)]
    flags = [(x, -69.9) for x in (-26.0, -22.0, -18.0, 18.0, 22.0, 26.0)]
    bushes = [(s * x, -58.4) for s in (-1, 1) for x in (15.0, 26.8, 28.6, 30.4)]
    sides = [(s * 36.6, y) for s in (-1, 1) for y in np.arange(-48.0, 52.0, 9.0)]
    benches = [(s * x, -69.0) for s in (-1, 1) for x in (29.0, 34.0)]
    return (
        instances("tree.spruce", _on(spruces, 0.3), name + "/spruce", scale=0.42),
        instances("tree.elm", _on(sides), name + "/elm", scale=0.5),
        instances("lamp.cluster", _on(lamps), name + "/lamp", scale=1.2, vary=0.0, yaw_deg=0.0),
        instances("flag.kazakhstan", _on(flags), name + "/flag", vary=0.0, yaw_deg=0.0),
        instances("bush.round", _on(bushes), name + "/bush", scale=0.8),
        instances("bench.park", _on(benches), name + "/bench", vary=0.0, yaw_deg=0.0),
    )


def _on(places: object, z_m: float = GROUND_M) -> F64:
    spots = np.array(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), z_m)])


def collision() -> Collision:
    """The hall is solid; deck, stairs, landings and paving carry."""
    x, y = body.HALF_X, body.HALF_Y
    hall = plot((-x, -y + body.LOGGIA_M), (x, y))
    cheeks = [
        plot(
            (s * x - (body.CHEEK_M if s > 0 else 0.0), -y),
            (s * x + (body.CHEEK_M if s < 0 else 0.0), -y + body.LOGGIA_M),
        )
        for s in (-1, 1)
    ]
    solids = [stair.wall_prism(hall, 19.0, -1.5)]
    solids += [stair.wall_prism(c, body.EAVES_M, -1.5) for c in cheeks]
    deck = plot((-body.BASE_X, FRONT_M - 0.4), (body.BASE_X, body.BASE_Y[1]))
    floors = [stair.floor(deck, body.DECK_M, -1.5)]
    floors += [stair.floor(plot(*span), GROUND_M, -1.5) for span in (COURT, *WALKS)]
    rise = body.DECK_M / 3
    for top, yy in _flights():
        floors += stair.straight_floors(
            WIDTH_M, rise, STEPS, tread_m=TREAD_M, y_m=yy, z_m=top - rise
        )
        if top > rise * 1.5:
            low = yy - STEPS * TREAD_M - LANDING_M
            floors.append(stair.floor(plot((-12.0, low), (12.0, yy)), top - rise, -1.0))
    return Collision(tuple(solids), tuple(floors))
