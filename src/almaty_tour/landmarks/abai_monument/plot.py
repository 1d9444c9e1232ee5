"""The round plot of the Abai monument: paving, steps of red granite, a ring of flowers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import hexahedra
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed, instances
from almaty_tour.landmarks._shared.palace_square import ABAI_PLOT_M, ABAI_PLOT_SIDES, GROUND_M
from almaty_tour.mesh.data import InstanceTable, MeshData, Prism, merge

F64 = npt.NDArray[np.float64]

PAVING = Paint("paving", "#A99E92")
SLAB = Paint("paving", "#9C948B")
STEP = Paint("granite", "#BC917E")
KERB = Paint("granite", "#A3A19D")
GRASS = Paint("lawn", "#4F7A33")

STEPS, RISE_M = 5, 0.19
SMOOTH_M = 1.35
"""Top of the smooth slab under the pedestal."""
INNER_M, OUTER_M, BED_M = 10.3, 12.7, 0.32
BEDS = ((300.0, 352.0), (8.0, 78.0), (102.0, 172.0), (188.0, 240.0))
"""Sectors of the ring; the wide gap looks west, where the avenue comes in (270 degrees)."""


def _step_plan(step: int) -> F64:
    half = 7.5 - 0.45 * step
    return profile.chamfered(2 * half, 2 * half - 1.0, 1.6)


def steps() -> MeshData:
    """Low steps of long stones that spread to 15 m, raised blocks on the flanks, one slab."""
    pieces = [
        diced(extrude.prism(_step_plan(k), -1.0 if k == 0 else 0.0, RISE_M * (k + 1), STEP), 2.4)
        for k in range(STEPS)
    ]
    pieces += [_joints(k) for k in range(STEPS)]
    for side in (-1.0, 1.0):
        a, b = sorted((side * 5.0, side * 7.9))
        low, cap = (
            ((a, -1.2, -0.6), (b, 4.6, 0.84)),
            ((a - 0.06, -1.26, 0.8), (b + 0.06, 4.66, 0.93)),
        )
        pieces += [
            diced(extrude.block(*low, STEP.shaded(0.96)), 2.0),
            extrude.block(*cap, STEP.shaded(1.03)),
        ]
    slab = extrude.box(6.9, 6.9, SMOOTH_M - 0.95, STEP.shaded(1.05), bottom_m=0.95)
    lip = extrude.box(7.1, 7.1, 0.12, STEP.shaded(0.98), bottom_m=0.94)
    return merge([*pieces, diced(slab, 1.8), lip])


def _joints(step: int) -> MeshData:
    """Treads of separate stones: thin plates of slightly different tone along the front."""
    half = 7.5 - 0.45 * step
    top = RISE_M * (step + 1)
    y = -(half - 0.5)
    cuts = np.linspace(-half + 1.7, half - 1.7, 9)
    tone = fraction(hashed(f"abai/step{step}", 8), 1)
    plates = []
    for k in range(8):
        left, right = cuts[k] + 0.012, cuts[k + 1] - 0.012
        corners = [
            (x, v, z)
            for z in (top - 0.04, top + 0.012)
            for x, v in ((left, y - 0.012), (right, y - 0.012), (right, y + 0.42), (left, y + 0.42))
        ]
        plates.append(hexahedra(np.array(corners), STEP.shaded(0.93 + 0.14 * float(tone[k]))))
    return merge(plates)


def plot() -> MeshData:
    """Concrete slabs in rings and rays, four beds of a ring, a kerb at the edge."""
    plan = profile.circle(ABAI_PLOT_M, ABAI_PLOT_SIDES)
    base = extrude.prism(plan, -1.5, GROUND_M, PAVING)
    rim = ABAI_PLOT_M + 0.02
    edge = profile.line(
        (rim, -0.2), (rim, 0.05), (rim - 0.1, 0.12), (rim - 0.32, 0.12), (rim - 0.32, -0.2)
    )
    kerb = lathe.lathe(
        np.concatenate([edge, edge[:1]]), KERB, sides=ABAI_PLOT_SIDES, crease_deg=25.0
    )
    return merge([base, kerb, _slabs(), *(bed for sector in BEDS for bed in _bed(*sector))])


def _slabs() -> MeshData:
    """Slabs of two tones in rings about the steps, open joints between them."""
    pieces = []
    for ring, (inner, outer, count) in enumerate(((9.3, 10.2, 48), (12.75, 13.65, 64))):
        tone = fraction(hashed(f"abai/slab{ring}", count), 1)
        turn = np.linspace(0.0, 2 * np.pi, count + 1)
        for k in range(count):
            a, b = turn[k] + 0.002, turn[k + 1] - 0.002
            flat = [(r * np.cos(t), r * np.sin(t)) for r, t in
                    ((inner, a), (outer, a), (outer, b), (inner, b))]  # fmt: skip
            corners = [(x, y, z) for z in (0.0, GROUND_M + 0.025) for x, y in flat]
            pieces.append(hexahedra(np.array(corners), SLAB.shaded(0.92 + 0.16 * float(tone[k]))))
    return merge(pieces)


def _bed(start_deg: float, end_deg: float) -> list[MeshData]:
    def sector(inset_m: float) -> F64:
        turn = float(np.degrees(inset_m / OUTER_M))
        outer = profile.arc((0.0, 0.0), OUTER_M - inset_m, start_deg + turn, end_deg - turn, 16)
        inner = profile.arc((0.0, 0.0), INNER_M + inset_m, end_deg - turn, start_deg + turn, 16)
        return np.concatenate([outer, inner])

    kerb = extrude.prism(sector(0.0), 0.0, BED_M - 0.06, KERB, bottom=False)
    grass = extrude.prism(sector(0.2), 0.1, BED_M, GRASS, bottom=False)
    return [kerb, grass]


def _polar(degrees: npt.ArrayLike, radius_m: float, z_m: float) -> F64:
    angle = np.radians(np.atleast_1d(np.asarray(degrees, np.float64)))
    return np.column_stack(
        [radius_m * np.cos(angle), radius_m * np.sin(angle), np.full(len(angle), z_m)]
    )


def props() -> tuple[InstanceTable, ...]:
    """Two rows of flowers, small round bushes at the ends, lamps with globes, benches."""
    name = "abai_monument"
    inner = [np.linspace(a + 5.0, b - 5.0, round((b - a) / 7.5)) for a, b in BEDS]
    outer = [np.linspace(a + 4.0, b - 4.0, round((b - a) / 6.0)) for a, b in BEDS]
    flowers = np.concatenate(
        [*(_polar(row, INNER_M + 0.75, BED_M) for row in inner),
         *(_polar(row, OUTER_M - 0.7, BED_M) for row in outer)]
    )  # fmt: skip
    lamps = _polar([4.0, 176.0, 245.0, 295.0, 84.0, 96.0], 13.2, GROUND_M + 0.02)
    seats = np.array([28.0, 60.0, 120.0, 152.0])
    benches = _polar(seats, 9.75, GROUND_M + 0.025)
    return (
        instances("bush.flowers", flowers, f"{name}/flowers", scale=0.62),
        instances("lamp.globe", lamps, f"{name}/lamp", vary=0.0, yaw_deg=0.0),
        instances("bench.park", benches, f"{name}/bench", vary=0.0, yaw_deg=seats - 90.0),
    )


def floors() -> tuple[Prism, ...]:
    """Plot and steps."""
    flat = profile.circle(ABAI_PLOT_M, 24).astype(np.float32)
    made = [Prism(flat, -2.0, GROUND_M)]
    made += [Prism(_step_plan(k).astype(np.float32), -2.0, RISE_M * (k + 1)) for k in range(STEPS)]
    return tuple(made)
