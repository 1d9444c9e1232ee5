"""The steam engine that came with the first train, on a plinth beside the station."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

GREEN = Paint("painted_metal", "#2E5A3C")
BLACK = Paint("painted_metal", "#24262A")
RED = Paint("painted_metal", "#B5322B")
STEEL = Paint("steel", "#B8B8B4")
STONE = Paint("granite", "#8F8882")
LENGTH_M = 19.0
PLINTH_M = 0.5


def engine() -> MeshData:
    """Engine and tender along x, the smokebox to +x, on rails over a granite plinth."""
    z = PLINTH_M + 0.16
    return merge([_plinth(), transform.move(merge([_engine(), _tender()]), z=z)])


def _plinth() -> MeshData:
    half = LENGTH_M / 2 + 0.6
    rails = [
        block((-half, s * 0.76 - 0.05, PLINTH_M), (half, s * 0.76 + 0.05, PLINTH_M + 0.16), STEEL)
        for s in (-1, 1)
    ]
    return merge([block((-half, -1.9, -1.5), (half, 1.9, PLINTH_M), STONE), *rails])


def _lying(radius_m: float, length_m: float, paint: Paint, sides: int = 10) -> MeshData:
    """A cylinder from the origin along +x."""
    return transform.turn(lathe.cylinder(radius_m, length_m, paint, sides=sides), "y", 90.0)


def _wheel(radius_m: float) -> MeshData:
    """A red wheel with a steel tyre on the plane y = 0, facing -y."""
    tyre = lathe.cylinder(radius_m, 0.13, STEEL, sides=8)
    disc = lathe.cylinder(0.84 * radius_m, 0.19, RED, sides=8)
    return transform.turn(merge([tyre, disc]), "x", 90.0)


def _engine() -> MeshData:
    boiler = transform.move(_lying(0.86, 7.6, GREEN), 0.2, 0.0, 2.55)
    smoke = transform.move(_lying(0.92, 1.6, BLACK), 7.6, 0.0, 2.55)
    front = transform.move(_lying(0.6, 0.25, RED, 12), 9.05, 0.0, 2.55)
    frame = block((-2.2, -1.0, 1.0), (9.2, 1.0, 1.5), BLACK)
    buffer = block((9.1, -1.35, 0.8), (9.4, 1.35, 1.3), RED)
    cab = merge(
        [
            block((-2.4, -1.45, 1.3), (0.4, 1.45, 3.7), GREEN),
            block((-2.7, -1.6, 3.7), (0.7, 1.6, 3.9), BLACK),
            *[block((-1.6, s * 1.4 - 0.08, 2.6), (-0.3, s * 1.4 + 0.08, 3.4), Paint("window"))
              for s in (-1, 1)],
        ]
    )  # fmt: skip
    chimney = lathe.lathe(profile.line((0.36, 0.0), (0.28, 0.3), (0.28, 0.9), (0.38, 1.05)), BLACK,
                          sides=10)  # fmt: skip
    domes = lathe.lathe(profile.line((0.45, 0.0), (0.45, 0.4), (0.3, 0.65), (0.0, 0.72)), GREEN,
                        sides=10)  # fmt: skip
    tops = [
        transform.move(chimney, 8.4, 0.0, 3.35),
        transform.at(domes, [(5.8, 0.0, 3.3), (3.2, 0.0, 3.3)]),
    ]
    x = np.array([0.3, 1.85, 3.4, 4.95, 6.5])
    near = transform.at(_wheel(0.66), np.column_stack([x, np.full(5, -0.72), np.full(5, 0.66)]))
    rod = block((0.1, -1.12, 0.58), (6.7, -1.02, 0.76), STEEL)
    cylinder = transform.move(_lying(0.42, 1.3, BLACK, 10), 7.4, -1.15, 1.0)
    side = merge([near, rod, cylinder])
    star = extrude.panel(profile.star(5, 0.4, 0.16), -0.06, 0.0, RED)
    badge = transform.move(transform.turn_z(star, 90.0), 9.3, 0.0, 2.55)
    return merge([boiler, smoke, front, frame, buffer, cab, *tops, side, transform.mirror_y(side),
                  badge])  # fmt: skip


def _tender() -> MeshData:
    tank = block((-9.4, -1.45, 1.1), (-3.0, 1.45, 2.9), GREEN)
    coal = block((-8.6, -1.2, 2.9), (-4.0, 1.2, 3.3), BLACK)
    beam = block((-9.5, -1.3, 0.8), (-2.2, 1.3, 1.15), BLACK)
    x = np.array([-8.4, -6.9, -5.4, -3.9])
    near = transform.at(_wheel(0.52), np.column_stack([x, np.full(4, -0.72), np.full(4, 0.52)]))
    line = struts([(-9.4, -1.5, 2.75), (-9.4, 1.5, 2.75)], [(-3.0, -1.5, 2.75), (-3.0, 1.5, 2.75)],
                  0.08, RED)  # fmt: skip
    return merge([tank, coal, beam, near, transform.mirror_y(near), line])
