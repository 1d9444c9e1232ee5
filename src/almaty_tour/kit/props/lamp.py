"""Street lamps: a globe on a cast post, a cluster of globes, a tall mast with two arms."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, pylon, transform
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

VARIANTS = ("globe", "cluster", "mast")

IRON = Paint("painted_metal", "#2E3230")
GREY = Paint("painted_metal", "#9A9FA3")
LIGHT = Paint("lamp_glass")


def build(variant: str, level: int) -> MeshData:
    """A lamp on z = 0; 400 triangles at most on level 0."""
    if variant == "mast":
        return _mast(level)
    sides = (8, 5, 3)[level]
    height = 3.6
    post = _post(height, sides, level)
    if variant == "globe":
        return merge([post, _globe(0.0, height + 0.2, 0.24, level)])
    arms = [(0.55, 0.0), (-0.55, 0.0)]
    globes = [transform.move(_globe(0.0, height, 0.2, level), x=x, y=y) for x, y in arms]
    bars = [
        pylon.rod((0, 0, height - 0.5), (x, y, height - 0.2), 0.035, IRON, sides=3) for x, y in arms
    ]
    return merge([post, *bars, *globes, _globe(0.0, height + 0.3, 0.24, level)])


def _post(height_m: float, sides: int, level: int) -> MeshData:
    full = profile.line(
        (0.2, 0.0), (0.2, 0.3), (0.12, 0.42), (0.09, 0.9), (0.055, 1.1), (0.045, height_m)
    )
    section = full if level == 0 else full[[0, 3, 5]]
    return lathe.lathe(section, IRON, sides=sides, caps=False, crease_deg=60.0)


def _globe(_x: float, z_m: float, radius_m: float, level: int) -> MeshData:
    rows, sides = ((6, 8), (4, 6), (2, 4))[level]
    section = profile.arc((0.0, z_m), radius_m, -90, 90, rows)
    return lathe.lathe(section, LIGHT, sides=sides, crease_deg=80.0)


def _mast(level: int) -> MeshData:
    """A tall post with an arm over the carriageway and one over the pavement."""
    sides = (8, 4, 3)[level]
    pole = lathe.lathe(
        profile.line((0.14, 0.0), (0.07, 9.5)), GREY, sides=sides, caps=False, crease_deg=80.0
    )
    if level == 2:
        heads = np.array([[(-2.2, -0.2, 9.7), (2.2, -0.2, 9.7), (2.2, 0.2, 9.7), (-2.2, 0.2, 9.7)]])
        return merge([pole, quadrilaterals(heads, GREY), quadrilaterals(heads[:, ::-1], LIGHT)])
    pieces = [pole]
    for side in (-1.0, 1.0):
        pieces.append(pylon.rod((0, 0, 9.3), (side * 1.6, 0, 9.9), 0.045, GREY, sides=4 - level))
        pieces.append(extrude.box(0.7, 0.26, 0.1, GREY, centre=(side * 1.8, 0.0), bottom_m=9.88))
        x = side * 1.8
        glow = np.array(
            [
                [
                    (x + dx, dy, 9.87)
                    for dx, dy in ((-0.3, -0.1), (-0.3, 0.1), (0.3, 0.1), (0.3, -0.1))
                ]
            ]
        )
        pieces.append(quadrilaterals(glow, LIGHT))
    return merge(pieces)
