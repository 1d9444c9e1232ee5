"""Before the House of Officers: forecourt, lawns with rows of spruces, flag, collision."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.landmarks.house_of_officers import gate as front
from almaty_tour.landmarks.house_of_officers import plan
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

PAVING = Paint("paving", "#A79C93")
BAND = Paint("granite", "#7B6055")
LAWN = Paint("lawn", "#7C9254")
KERB = Paint("granite", "#9A8A80")
COURT = ((-14.5, -25.0), (14.5, -16.5))
GROUND_M = 0.06
LAWN_M = 0.1
NORTH_LAWN = profile.line((-47.0, -15.6), (-14.8, -15.6), (-14.8, -7.6), (-51.0, -7.6),
                          (-51.0, -15.6))  # fmt: skip
SOUTH_LAWN_M = (7.6, 17.0)


def ground() -> MeshData:
    """Forecourt and lawns as thin plates on the pad."""
    low, high = COURT
    court = merge(
        [
            extrude.block((low[0], low[1], -1.5), (high[0], high[1], GROUND_M - 0.03), PAVING),
            tiles(low, high, GROUND_M, PAVING, 3.0),
            *(block((x - 0.25, low[1], -0.3), (x + 0.25, high[1], GROUND_M + 0.03), BAND)
              for x in (-8.1, -2.7, 2.7, 8.1)),
            block((low[0], -21.9, -0.3), (high[0], -21.4, GROUND_M + 0.05), BAND),
        ]
    )  # fmt: skip
    lawns = [
        merge(
            [
                extrude.prism(plot, -0.6, LAWN_M, LAWN),
                extrude.sweep(profile.line((0.0, -0.7), (0.0, 0.06), (-0.16, 0.06), (-0.16, -0.7)),
                              profile.offset(plot, 0.14), KERB, z_m=LAWN_M, crease_deg=0.0),
            ]
        )
        for plot in (NORTH_LAWN, south_lawn())
    ]  # fmt: skip
    east = merge(
        [
            extrude.block((-13.0, 16.0, -1.5), (13.0, 20.5, GROUND_M - 0.03), PAVING),
            tiles((-13.0, 16.0), (13.0, 20.5), GROUND_M, PAVING, 3.0),
        ]
    )
    return as_part(merge([court, *lawns, east]), "ground")


def south_lawn() -> F64:
    """The strip of lawn along the hollow front of the south wing."""
    line = plan.spaced(plan.middle_line("south"), 7.0)
    line = line[line[:, 0] > 13.5]
    line = np.concatenate([[(14.9, 0.0)], line[line[:, 0] > 15.5]])
    out = profile.mitres(line, closed=False)
    near, far = line + SOUTH_LAWN_M[0] * out, line + SOUTH_LAWN_M[1] * out
    return profile.counter_clockwise(np.concatenate([far, near[::-1]]))


def flag_cloth(width_m: float, height_m: float) -> MeshData:
    """The sky-blue cloth with its sun, blown to +x, foot at z = 0."""
    x = np.linspace(0.0, width_m, 9)
    wave = 0.14 * np.sin(x * 2.6)
    top = np.stack([x, wave], axis=1)
    band = np.concatenate([top + np.array([0.0, 0.02]), (top - np.array([0.0, 0.02]))[::-1]])
    cloth = extrude.prism(
        profile.counter_clockwise(band), 0.0, height_m, Paint("painted_metal", "#27A7C8")
    )
    sun = panel(profile.star(16, 0.3, 0.2), -0.07, 0.07, Paint("painted_metal", "#F2C53A"))
    return merge([cloth, transform.move(sun, width_m / 2, 0.03, height_m / 2)])


def props() -> tuple[InstanceTable, ...]:
    """Spruces along both wings, the gate kept clear; lamps, benches and flower beds."""
    name = "house_of_officers"
    north = row((-46.5, -12.4), (-18.5, -12.4), 4.8)
    line = plan.spaced(plan.middle_line("south"), 4.8)
    line = line[line[:, 0] > 18.0]
    out = profile.mitres(line, closed=False)
    south = line + 13.2 * out
    spruces = _lifted(np.concatenate([north, south[:-1]]), LAWN_M)
    lamps = _lifted(np.array([(s * 13.6, y) for s in (-1, 1) for y in (-24.0, -21.9)]), GROUND_M)
    benches = np.array([(s * 12.6, y, GROUND_M) for s in (-1, 1) for y in (-23.0,)])
    flowers = _lifted(
        np.concatenate([row((-27.0, -15.0), (-16.0, -15.0), 1.4), row((16.0, -15.6), (25.0, -16.0),
                                                                      1.4)]), LAWN_M)  # fmt: skip
    bushes = _lifted(np.concatenate([row((-45.0, -9.4), (-16.0, -9.4), 2.6)]), LAWN_M)
    return (
        instances("tree.spruce", spruces, name + "/spruce", scale=0.72, vary=0.16),
        instances("lamp.cluster", lamps, name + "/lamp", yaw_deg=0.0, vary=0.0),
        instances("bench.park", benches, name + "/bench", yaw_deg=[90.0, -90.0], vary=0.0),
        instances("bush.flowers", flowers, name + "/flowers"),
        instances("bush.round", bushes, name + "/bush"),
    )


def _lifted(places: F64, z_m: float) -> F64:
    return np.column_stack([places, np.full(len(places), z_m)])


def collision() -> Collision:
    """Both wings and the piers are solid; stairs and passage can be walked on."""
    base = {side: plan.outline(side, 8.6, 0.9) for side in plan.SIDES}
    x = front.STAIR_WIDTH_M / 2 + 0.5
    solids = (
        *(stair.wall_prism(base[side], plan.BOX_TOP_M) for side in plan.SIDES),
        *(stair.wall_prism(profile.rectangle(0.86, 0.86, (px, y)), plan.BOX_FOOT_M)
          for px in front.PIERS_X_M for y in (-front.PIER_ROW_M, front.PIER_ROW_M)),
        *(stair.wall_prism(profile.rectangle(1.3, 12.0, (s * x, -15.0)), 0.9) for s in (-1, 1)),
        stair.wall_prism(
            profile.rectangle(2 * plan.GATE_HALF_M, 19.4), plan.GATE_TOP_M, front.SOFFIT_M
        ),
    )  # fmt: skip
    low, high = COURT
    court = profile.rectangle(
        high[0] - low[0], high[1] - low[1] + 1.5, (0.0, (low[1] + high[1] + 1.5) / 2)
    )
    east = profile.rectangle(26.0, 4.5, (0.0, 18.25))
    return Collision(
        solids, (stair.floor(court, GROUND_M), stair.floor(east, GROUND_M), *front.floors())
    )
