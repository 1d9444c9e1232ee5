"""Park benches."""

from __future__ import annotations

from almaty_tour.kit import extrude, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

VARIANTS = ("park", "stone")

SLAT = Paint("wood", "#8A5A34")
IRON = Paint("painted_metal", "#2E3230")
STONE = Paint("granite", "#A29C95")


def build(variant: str, level: int) -> MeshData:
    """A bench that looks to -y, 1.8 m long; 24 triangles on level 2."""
    if variant == "stone":
        legs = [extrude.box(0.3, 0.42, 0.36, STONE, centre=(x, 0.0)) for x in (-0.65, 0.65)]
        return merge([extrude.box(1.9, 0.52, 0.1, STONE, bottom_m=0.36), *legs])
    if level == 2:
        rest = extrude.box(1.8, 0.05, 0.36, SLAT, centre=(0.0, 0.26), bottom_m=0.56)
        return merge([extrude.box(1.8, 0.44, 0.1, SLAT, bottom_m=0.36), rest])
    slats = 4 if level == 0 else 1
    width = 0.42 / slats
    seat = [
        extrude.box(
            1.8, 0.8 * width, 0.04, SLAT, centre=(0.0, -0.21 + width * (i + 0.5)), bottom_m=0.42
        )
        for i in range(slats)
    ]
    back = [
        transform.move(transform.turn(extrude.box(1.8, 0.03, 0.3 / slats, SLAT), "x", -12.0),
                       y=0.24 + 0.02 * i, z=0.56 + 0.38 / slats * i)
        for i in range(max(1, slats - 1))
    ]  # fmt: skip
    legs = [extrude.box(0.06, 0.46, 0.42, IRON, centre=(x, 0.02)) for x in (-0.75, 0.75)]
    posts = [
        transform.move(
            transform.turn(extrude.box(0.05, 0.04, 0.5, IRON), "x", -12.0), x=x, y=0.25, z=0.42
        )
        for x in (-0.75, 0.75)
    ]  # fmt: skip
    return merge([*seat, *back, *legs, *(posts if level == 0 else [])])
