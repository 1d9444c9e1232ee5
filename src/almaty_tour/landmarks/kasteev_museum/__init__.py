"""The Kasteev State Museum of Arts: stone pylons, blind slabs, a court, the seated painter."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, profile, rail, stair, transform
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.placing import instances, row
from almaty_tour.landmarks.kasteev_museum import plan, statue, walls
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]

COURT = (-60.0, -52.0, 61.0, -26.0)
LAWNS = (
    (-58.5, -50.5, -35.0, -31.5),
    (-13.0, -40.6, 9.0, -35.0),
    (24.0, -40.0, 41.0, -33.0),
    (-13.0, -50.5, 9.0, -44.0),
    (25.0, -50.5, 37.0, -43.5),
    (41.5, -45.0, 57.5, -31.5),
)
PERGOLA_X, PERGOLA_Y = (39.6, 59.4), (-47.0, -30.4)
GROUND_M = 0.06
ENTRY_MIDDLE_M = (plan.ENTRY[0] + plan.ENTRY[1]) / 2


def build(spec: LandmarkSpec) -> Model:
    """The museum with its forecourt to -y."""
    mesh = merge([walls.museum(spec.height_m), statue.statue(), _pergola(), _ground()])
    return Model(mesh, _props(), _collision())


def _pergola_posts() -> F64:
    (x0, x1), (y0, y1) = PERGOLA_X, PERGOLA_Y
    front = row((x0, y0), (x1, y0), 4.0)
    sides = [row((x, y0 + 4.0), (x, y1), 4.1) for x in (x0, x1)]
    return np.concatenate([front, *sides])


def _pergola() -> MeshData:
    """Square stone posts under a deep flat beam, on a low wall of warm stone."""
    (x0, x1), (y0, y1) = PERGOLA_X, PERGOLA_Y
    post = extrude.box(0.62, 0.62, 3.4, plan.STONE_WARM, bottom_m=0.0)
    path = profile.line((x0, y1), (x0, y0), (x1, y0), (x1, y1))
    beam = profile.line((0.7, 3.4), (0.7, 4.4), (-0.7, 4.4), (-0.7, 3.4))
    low = profile.line((0.3, -1.5), (0.3, 0.7), (-0.3, 0.7), (-0.3, -1.5))
    return as_part(
        merge(
            [
                transform.at(post, _pergola_posts()),
                extrude.sweep(beam, path, plan.BEAM, closed=False, crease_deg=0.0),
                extrude.sweep(low, path, plan.BASE, closed=False, crease_deg=0.0),
            ]
        ),
        "pergola",
    )


def _ground() -> MeshData:
    """Forecourt of two tones, lawns behind kerbs and low iron edging, grass in the court."""
    x0, y0, x1, y1 = COURT
    pieces = [
        block((x0, y0, -1.5), (x1, y1, GROUND_M - 0.03), plan.PAVING),
        tiles((x0, y0), (x1, y1), GROUND_M, plan.PAVING, 5.0),
        block(
            (ENTRY_MIDDLE_M - 4.0, y0, 0.0),
            (ENTRY_MIDDLE_M + 4.0, -39.3, GROUND_M + 0.025),
            plan.BAND,
        ),
        block((x0, -43.0, 0.0), (x1 - 22.0, -41.4, GROUND_M + 0.045), plan.BAND),
        extrude.prism(plan.COURT, -1.0, GROUND_M, plan.LAWN),
    ]
    for a, b, c, d in LAWNS:
        plot = profile.rectangle(c - a, d - b, ((a + c) / 2, (b + d) / 2))
        rim = profile.line((0, 0), (0.16, 0), (0.16, 0.18), (0, 0.18))
        pieces += [
            extrude.prism(plot, 0.0, GROUND_M + 0.09, plan.LAWN),
            extrude.sweep(rim, plot, plan.KERB, crease_deg=0.0),
            rail.railing(
                profile.offset(plot, -0.3),
                plan.IRON,
                height_m=0.55,
                z_m=GROUND_M + 0.08,
                closed=True,
                post_m=2.6,
                bars=2,
                bar_m=0.04,
            ),
        ]
    return as_part(merge(pieces), "forecourt")


def _props() -> tuple[InstanceTable, ...]:
    name, grass = "kasteev_museum", GROUND_M + 0.09
    thuja = [(26.0, -35.4), (30.4, -34.6), (38.6, -34.8), (-11.0, -36.4), (6.6, -36.0)]
    spruce = [(-56.0, -34.0), (-38.0, -33.2), (-52.6, -46.0), (-37.6, -48.0)]
    elms = [(-47.0, -36.6), (34.6, -47.0), (47.0, -38.0), (54.4, -35.0)]
    court = [(-16.0, 4.0), (6.0, 9.0)]
    roses = np.concatenate(
        [row((-12.0, -45.4), (8.0, -45.4), 1.8), row((25.0, -38.4), (40.0, -38.4), 1.8)]
    )
    lamps = [(x, -42.2) for x in (-50.0, -36.4, -11.0, 4.0, 25.0, 36.0)]
    seats = [(x, -43.2) for x in (-46.0, -9.0, 5.0, 28.0)]
    return (
        instances("tree.spruce", _at(thuja, grass), name + "/thuja", scale=0.3, vary=0.1),
        instances("tree.spruce", _at(spruce, grass), name + "/spruce", scale=0.8),
        instances("tree.elm", _at(elms, grass), name + "/elm", scale=0.55),
        instances("tree.birch", _at(court, GROUND_M), name + "/court", scale=0.7),
        instances("bush.flowers", _at(roses, grass), name + "/rose", scale=0.9),
        instances("lamp.globe", _at(lamps, GROUND_M), name + "/lamp", vary=0.0),
        instances("bench.park", _at(seats, GROUND_M), name + "/seat", yaw_deg=180.0, vary=0.0),
    )


def _at(places: npt.ArrayLike, z_m: float) -> F64:
    spots = np.asarray(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), z_m)])


def _collision() -> Collision:
    x0, y0, x1, y1 = COURT
    plate = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
    wide = plan.ENTRY[1] - plan.ENTRY[0]
    terrace = profile.rectangle(wide - 0.4, 10.4, (ENTRY_MIDDLE_M, -32.4))
    (px0, px1), (py0, py1) = PERGOLA_X, PERGOLA_Y
    low = [
        profile.rectangle(px1 - px0, 0.6, ((px0 + px1) / 2, py0)),
        *(profile.rectangle(0.6, py1 - py0, (x, (py0 + py1) / 2)) for x in (px0, px1)),
    ]
    comb = profile.line(
        (plan.COMB[0], plan.ENTRY_Y_M),
        (plan.COMB[0] + 1.0, plan.comb_front_m(0)),
        (plan.COMB[1], plan.comb_front_m(plan.PYLONS - 1)),
        (plan.COMB[1], plan.ENTRY_Y_M),
    )
    return Collision(
        (
            *(stair.wall_prism(part, plan.PARAPET_M) for part in _masses()),
            stair.wall_prism(comb, plan.PARAPET_M),
            statue.solid(),
            *(stair.wall_prism(shape, 3.4) for shape in low),
        ),
        (
            stair.floor(plate, GROUND_M),
            *stair.straight_floors(17.0, 0.48, 4, tread_m=0.4, y_m=-37.6, x_m=ENTRY_MIDDLE_M),
            stair.floor(terrace, 0.48),
            *statue.floors(),
        ),
    )


def _masses() -> list[F64]:
    """The ring of the building round its court, as four blocks and the front slabs."""
    (cx0, cy0), (cx1, cy1) = plan.COURT[0], plan.COURT[2]
    half, back = plan.HALF_M, plan.BACK_M
    boxes = [
        (-half, cy1, half, back),
        (-half, -27.0, cx0, cy1),
        (cx1, -27.0, half, cy1),
        (cx0, -27.0, cx1, cy0),
        (-half, plan.LEFT_Y_M, plan.ENTRY[0], -27.0),
    ]
    boxes += [(left, y, right, -27.0) for left, right, y in plan.SLABS]
    return [profile.rectangle(c - a, d - b, ((a + c) / 2, (b + d) / 2)) for a, b, c, d in boxes]
