"""The round forecourt of the Wedding Palace: ring beds, walk to the avenue, trees, lamps."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, stair
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.landmarks.wedding_palace import paint as p
from almaty_tour.landmarks.wedding_palace.entrance import STEPS, TREAD_M, terrace_plan
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

COURT_Y_M = -12.0
COURT_RADIUS_M = 31.0
BED_X_M, BED_Y_M = 3.4, -35.6
BED_OUTER_M, BED_INNER_M = 5.0, 3.2
PAVING = Paint("paving", "#C9C1B4")
BAND = Paint("paving", "#A08F80")
LAWN = Paint("lawn", "#678C45")
CURB = Paint("granite", "#BDB4AA")
RED = (Paint("foliage", "#C93226"), Paint("foliage", "#D8402C"), Paint("foliage", "#B92A22"))
WHITE = (Paint("foliage", "#EEEDE2"), Paint("foliage", "#DDE2CC"))
GROUND_M = 0.06


def _disc(radius_m: float, x_m: float, y_m: float, steps: int = 48) -> profile.F64:
    return np.asarray(profile.circle(radius_m, steps) + np.array([x_m, y_m]))


def ground() -> MeshData:
    """Paving in rings, lawns at the sides and the two crossing beds."""
    court = _disc(COURT_RADIUS_M, 0.0, COURT_Y_M, 96)
    plate = extrude.prism(court, -1.5, GROUND_M, PAVING, bottom=False)
    walk = extrude.prism(profile.rectangle(9.0, 13.0, (0.0, -48.5)), -1.5, GROUND_M - 0.02, PAVING)
    rings = [
        extrude.prism(
            _disc(r, 0.0, COURT_Y_M, 96),
            -0.4,
            GROUND_M + 0.025,
            BAND,
            holes=[_disc(r - 0.7, 0.0, COURT_Y_M, 96)],
            bottom=False,
        )
        for r in (COURT_RADIUS_M - 0.2,)
    ]
    halo = extrude.prism(
        _disc(20.6, 0.0, 0.0, 96),
        -0.4,
        GROUND_M + 0.03,
        BAND,
        holes=[_disc(19.9, 0.0, 0.0, 96)],
        bottom=False,
    )
    return as_part(merge([plate, walk, *rings, halo, *_lawns(), *_beds()]), "garden")


def _lawns() -> list[MeshData]:
    """Crescents of lawn beside the house, edged with granite."""
    pieces = []
    for start, end in ((-58.0, 8.0), (172.0, 238.0)):
        outer = profile.arc((0.0, COURT_Y_M), COURT_RADIUS_M - 2.2, start, end, 28)
        inner = profile.arc((0.0, COURT_Y_M), COURT_RADIUS_M - 6.8, end, start, 28)
        plan = profile.counter_clockwise(np.concatenate([outer, inner]))
        pieces.append(extrude.prism(plan, -0.4, GROUND_M + 0.12, LAWN, bottom=False))
        edge = profile.line((0, 0), (0.2, 0), (0.2, 0.16), (0, 0.16))
        pieces.append(extrude.sweep(edge, plan, CURB, z_m=GROUND_M - 0.02))
    return pieces


def _beds() -> list[MeshData]:
    """Two crossing rings of flowers, red over white, as on the emblem of the house."""
    pieces = []
    for index, (side, paints) in enumerate(((-1.0, RED), (1.0, WHITE))):
        outer = _disc(BED_OUTER_M, side * BED_X_M, BED_Y_M)
        inner = _disc(BED_INNER_M, side * BED_X_M, BED_Y_M)
        z = GROUND_M + 0.1 + 0.08 * index
        hoop = profile.line((-0.15, 0), (0.05, 0), (0.05, 0.26), (-0.15, 0.26))
        pieces.append(extrude.sweep(hoop, outer, CURB, z_m=GROUND_M - 0.02 + 0.03 * index))
        pieces.append(extrude.sweep(hoop, inner, CURB, z_m=GROUND_M - 0.02 + 0.03 * index))
        pieces.append(
            blooms(
                outer,
                z,
                paints,
                f"wedding/bed{index}",
                pitch_m=0.48,
                height_m=0.22,
                holes=[inner],
                mound=paints[0].shaded(0.6),
            )
        )
    return pieces


def _polar(degrees: npt.ArrayLike, radius_m: float, lift_m: float = 0.0) -> profile.F64:
    """(k, 3) places round the middle of the court; 0 is to the right, -90 to the avenue."""
    turn = np.radians(np.asarray(degrees, np.float64))
    count = len(turn)
    return np.column_stack(
        [
            radius_m * np.cos(turn),
            COURT_Y_M + radius_m * np.sin(turn),
            np.full(count, GROUND_M + lift_m),
        ]
    )


def props() -> tuple[InstanceTable, ...]:
    """Birches and spruces on the lawns, lamps round the court, benches, cars of the bride."""
    name = "wedding_palace"
    both = np.array([-21.0, -12.0, -3.0, 6.0])
    trees = np.concatenate([both, 180.0 - both])
    bushes = np.concatenate([np.arange(-54.0, 6.0, 4.0), 180.0 - np.arange(-54.0, 6.0, 4.0)])
    lamps = np.concatenate([np.arange(-68.0, 12.0, 13.0), 180.0 - np.arange(-68.0, 12.0, 13.0)])
    seats = np.array([-62.0, -46.0, -30.0, -118.0, -134.0, -150.0])
    spruce = np.array([(21.6, 6.0), (-21.6, 6.0), (23.4, 2.0), (-23.4, 2.0)])
    cars = np.array([(-24.4, -33.6), (-22.2, -36.2)])
    return (
        instances(
            "tree.birch", _polar(trees, COURT_RADIUS_M - 3.6, 0.1), name + "/birch", scale=0.8
        ),
        instances("tree.spruce", spruce, name + "/spruce", scale=0.4, vary=0.2),
        instances(
            "bush.round", _polar(bushes, COURT_RADIUS_M - 5.6, 0.1), name + "/bush", scale=1.0
        ),
        instances("lamp.globe", _polar(lamps, COURT_RADIUS_M - 1.6), name + "/lamp", vary=0.0),
        instances(
            "bench.park",
            _polar(seats, COURT_RADIUS_M - 7.8),
            name + "/bench",
            yaw_deg=seats - 90.0,
            vary=0.0,
        ),
        instances(
            "car.white",
            np.column_stack([cars, [GROUND_M] * 2]),
            name + "/car",
            yaw_deg=[-48.0, -44.0],
            vary=0.0,
        ),
    )


def collision() -> Collision:
    """The drum with its urns; court, round steps and terrace to walk on."""
    urns = [profile.rectangle(1.4, 1.4, (x, -22.0)) for x in (-5.6, 5.6)]
    beds = [_disc(BED_OUTER_M, s * BED_X_M, BED_Y_M, 24) for s in (-1.0, 1.0)]
    solids = (
        stair.wall_prism(profile.circle(p.RADIUS_M - 0.1, 48), p.TOP_M),
        *(stair.wall_prism(u, 2.6) for u in urns),
        *(stair.wall_prism(b, 0.5) for b in beds),
    )
    floors = (
        stair.floor(_disc(COURT_RADIUS_M, 0.0, COURT_Y_M), GROUND_M),
        *stair.around_floors(terrace_plan(), p.PLINTH_M, STEPS, tread_m=TREAD_M),
    )
    return Collision(solids, floors)
