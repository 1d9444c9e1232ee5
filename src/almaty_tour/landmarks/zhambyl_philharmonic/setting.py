"""Before the Zhambyl Philharmonic: forecourt, lawns, flower beds, trees, collision."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, stair
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Prism, as_part, merge

F64 = npt.NDArray[np.float64]

PAVING = Paint("paving", "#B9AFA3")
BAND = Paint("granite", "#8C7A70")
LAWN = Paint("lawn", "#7F9654")
GROUND_M = 0.06
COURT = ((-15.0, -50.0), (15.0, -31.0))
LAWNS = ((-25.0, -49.0, -15.6, -33.0), (15.6, -49.0, 25.0, -33.0))


def ground() -> MeshData:
    """The paved forecourt in bands between two lawns."""
    low, high = COURT
    pieces = [
        block((low[0], low[1], -1.5), (high[0], high[1], GROUND_M - 0.03), PAVING),
        tiles(low, high, GROUND_M, PAVING, 4.0),
        *(block((x - 0.2, low[1], -0.2), (x + 0.2, high[1], GROUND_M + 0.03), BAND)
          for x in (-8.0, 0.0, 8.0)),
    ]  # fmt: skip
    for x0, y0, x1, y1 in LAWNS:
        plot = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
        rim = profile.line((0.0, -0.4), (0.0, 0.08), (-0.16, 0.08), (-0.16, -0.4))
        pieces.append(extrude.prism(plot, -0.5, GROUND_M + 0.04, LAWN))
        pieces.append(extrude.sweep(rim, profile.offset(plot, 0.15), BAND, z_m=GROUND_M,
                                    crease_deg=0.0))  # fmt: skip
    return as_part(merge(pieces), "ground")


def props() -> tuple[InstanceTable, ...]:
    """Elms beside the hall, spruces at the corners; lamps, benches, flower beds."""
    name = "zhambyl_philharmonic"
    elms = np.array([(s * 26.5, y) for s in (-1, 1) for y in (-12.0, 2.0, 16.0)])
    spruce = _lifted([(s * 22.6, -35.4) for s in (-1, 1)])
    flowers = _lifted(
        np.concatenate([row((s * 16.6, -48.2), (s * 24.0, -48.2), 1.5) for s in (-1, 1)])
    )
    lamps = [(s * 14.0, y, GROUND_M) for s in (-1, 1) for y in (-48.5, -41.0)]
    benches = np.array([(14.4, y, GROUND_M) for y in (-46.0, -43.0)])
    return (
        instances("tree.elm", elms, name + "/elm"),
        instances("tree.spruce", spruce, name + "/spruce", scale=0.5),
        instances("bush.flowers", flowers, name + "/flowers"),
        instances("lamp.cluster", lamps, name + "/lamp", yaw_deg=0.0, vary=0.0),
        instances("bench.park", benches, name + "/bench", yaw_deg=-90.0, vary=0.0),
    )


def _lifted(places: npt.ArrayLike) -> F64:
    spots = np.asarray(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), GROUND_M + 0.04)])


def collision(bodies: tuple[tuple[F64, float], ...], steps: tuple[Prism, ...]) -> Collision:
    """The outlines of the house are solid up to their tops; court, steps and floor are walked."""
    low, high = COURT
    court = profile.rectangle(
        high[0] - low[0], high[1] - low[1], ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
    )
    solids = tuple(stair.wall_prism(outline, top) for outline, top in bodies)
    return Collision(solids, (stair.floor(court, GROUND_M), *steps))
