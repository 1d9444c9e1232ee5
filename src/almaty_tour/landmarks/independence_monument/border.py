"""Round the monument's floor: flower beds behind the fences, benches, lamps, stone balls."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.landmarks.independence_monument.reliefs import FIRST_DEG, SWEEP_DEG
from almaty_tour.landmarks.independence_monument.ring import FLOOR_M, RADIUS_M
from almaty_tour.mesh.data import InstanceTable, MeshData, Prism, merge

F64 = npt.NDArray[np.float64]

KERB = Paint("granite", "#8C7F76")
SOIL = Paint("lawn", "#4F7A33")
BALL = Paint("granite", "#8E7567")

INNER_M, OUTER_M, BED_M = 22.2, RADIUS_M - 0.06, 0.34
BALL_RADIUS_M = 0.32


def border() -> MeshData:
    """Two beds behind the relief fences, balls of granite along the southern rim."""
    bed = merge([_sector(0.0, BED_M - 0.06, KERB), _sector(0.16, BED_M, SOIL)])
    ball = lathe.sphere(BALL_RADIUS_M, BALL, sides=12)
    block = extrude.box(0.5, 0.5, 0.14, BALL, bottom_m=-0.05)
    stone = merge([block, transform.move(ball, z=0.08 + BALL_RADIUS_M)])
    return merge([bed, transform.mirror_x(bed), transform.at(stone, _ball_places())])


def _sector(inset_m: float, top_m: float, paint: Paint) -> MeshData:
    turn = np.degrees(inset_m / OUTER_M)
    a, b = FIRST_DEG + turn, FIRST_DEG + SWEEP_DEG - turn
    outer = profile.arc((0.0, 0.0), OUTER_M - inset_m, a, b, 20)
    inner = profile.arc((0.0, 0.0), INNER_M + inset_m, b, a, 20)
    return extrude.prism(np.concatenate([outer, inner]), 0.0, top_m, paint, bottom=False)


def _ball_places() -> F64:
    """Along the rim towards the avenue, a wide way left open in the middle."""
    degrees = np.concatenate([np.arange(205.0, 256.0, 6.5), np.arange(284.5, 336.0, 6.5)])
    return _on_circle(degrees, RADIUS_M - 0.85, FLOOR_M)


def _on_circle(degrees: npt.NDArray[np.float64], radius_m: float, z_m: float) -> F64:
    angle = np.radians(degrees)
    flat = np.stack([np.cos(angle), np.sin(angle)], axis=1) * radius_m
    return np.column_stack([flat, np.full(len(angle), z_m)])


def solids() -> tuple[Prism, ...]:
    """The balls stop a walker."""
    rim = profile.circle(BALL_RADIUS_M, 8)
    return tuple(
        Prism((rim + at[:2]).astype(np.float32), -0.5, FLOOR_M + 0.7) for at in _ball_places()
    )


def props() -> tuple[InstanceTable, ...]:
    """Flowers in the beds, four lamps, stone benches that look at the reliefs."""
    east = FIRST_DEG + np.linspace(0.03, 0.97, 19) * SWEEP_DEG
    flowers = _on_circle(np.concatenate([east, 180.0 - east]), (INNER_M + OUTER_M) / 2, BED_M)
    seats = FIRST_DEG + np.array([1.0, 2.0, 3.0, 4.0]) * SWEEP_DEG / 5
    turns = np.concatenate([seats, 180.0 - seats])
    benches = _on_circle(turns, 17.8, FLOOR_M + 0.02)
    lamps = _on_circle(np.array([3.0, 177.0, 200.0, -20.0]), RADIUS_M - 0.9, FLOOR_M)
    name = "independence_monument"
    return (
        instances("bush.flowers", flowers, f"{name}/flowers", scale=0.5),
        instances("lamp.cluster", lamps, f"{name}/lamp", vary=0.0, yaw_deg=0.0),
        instances("bench.stone", benches, f"{name}/bench", vary=0.0, yaw_deg=turns + 90.0),
    )
