"""Who lay in the side tomb, in gold on red, with the head to the west, and the vessels by them."""

from __future__ import annotations

import numpy as np

from almaty_tour.exhibits._shared import mounds_timber as timber
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.vessel import vessel
from almaty_tour.kit import extrude, lathe, sdf, skin, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, as_part, merge

RED = Paint("felt", "#4C130E")
GOLD, IRON = Paint("gold_old", "#D8A850"), Paint("iron_rust", "#4E4640")
CLAY, GREY_CLAY = Paint("fired_clay", "#9A6144"), Paint("fired_clay", "#77705F")
WOOD, SILVER = Paint("old_wood", "#8A6A45"), Paint("silver", "#C9C6BF")
BED_CM = 0.55
JUG = ((0.0, 0.0), (0.55, 0.02), (0.92, 0.35), (1.0, 0.8), (0.7, 1.35), (0.42, 1.7), (0.55, 1.95))
BOWL = ((0.0, 0.0), (0.5, 0.02), (0.95, 0.3), (1.15, 0.7))


def figure() -> MeshData:
    """A figure on its back on a bed of planks in a low wooden frame, head to -x."""
    parts = [
        as_part(transform.move(_coffin(), z=0.0), "coffin"),
        as_part(transform.move(merge([_body(), *_gold()]), z=BED_CM), "buried"),
    ]
    return transform.move(merge(parts), x=-0.6)


def _coffin() -> MeshData:
    planks = timber.deck((-7.6, -2.05), (6.3, 2.05), 0.25, 4, 0.5, along_x=True)
    sides = [extrude.box(14.1, 0.3, 1.25, timber.SPRUCE, centre=(-0.65, y)) for y in (-2.1, 2.1)]
    ends = [extrude.box(0.3, 4.5, 1.25, timber.SPRUCE, centre=(x, 0.0)) for x in (-7.7, 6.4)]
    return merge([planks, *sides, *ends])


def _body() -> MeshData:
    """Face, caftan, arms and legs as one soft body, its parts told by colour."""
    parts = [
        sdf.limb([(-2.5, 0.0, 0.55), (0.6, 0.0, 0.55)], [1.05, 0.95], 0.3),
        sdf.ellipsoid((-3.95, 0.0, 0.62), (0.68, 0.56, 0.6)),
    ]
    for side in (-1.0, 1.0):
        arm = [(-2.6, 0.9 * side, 0.5), (-0.4, 1.45 * side, 0.4), (1.2, 1.1 * side, 0.45)]
        leg = [(0.7, 0.42 * side, 0.5), (3.0, 0.46 * side, 0.42), (5.3, 0.42 * side, 0.4)]
        foot = [(5.3, 0.42 * side, 0.4), (5.5, 0.55 * side, 1.0)]
        parts += [sdf.limb(arm, [0.42, 0.36, 0.28]), sdf.limb(leg, [0.6, 0.46, 0.36]),
                  sdf.limb(foot, [0.36, 0.26])]  # fmt: skip
    field = sdf.union(parts, 0.2)
    made = skin.skin(field, (-5.2, -2.4, -0.8), (6.4, 2.4, 2.0), 0.11, RED, triangles=7000)
    at = made.positions.astype(np.float64)
    face = (at[:, 0] < -3.35) & (at[:, 0] > -4.7)
    made = patina.stained(made, "#C3A079", np.where(face, 0.95, 0.0))
    seam = np.abs(at[:, 1]) < 0.13
    rows = np.abs((at[:, 0] * 1.9) % 1.0 - 0.5) < 0.2
    coat = (at[:, 0] > -2.9) & (at[:, 0] < 1.2) & (rows | seam)
    boots = (at[:, 0] > 3.2) & rows
    return patina.stained(made, "#A5762E", np.where(coat | boots, 0.85, 0.0))


def _gold() -> list[MeshData]:
    """The tall hat with its bands, the belt, the sword and the dagger at the sides."""
    cone = lathe.lathe(
        [(0.72, 0.0), (0.66, 0.5), (0.36, 1.6), (0.10, 2.7), (0.0, 2.75)], RED, sides=28
    )
    bands = [
        lathe.ring([(-0.1, z), (0.06, z), (0.06, z + 0.16), (-0.1, z + 0.16)], r, GOLD, sides=28)
        for z, r in ((0.02, 0.72), (0.5, 0.64), (1.0, 0.52), (1.5, 0.38), (2.0, 0.26))
    ]
    tip = transform.move(lathe.sphere(0.13, GOLD, sides=12), z=2.8)
    hat = transform.turn(merge([cone, *bands, tip]), "y", -90.0)
    belt = transform.turn(
        transform.scale(
            lathe.ring([(-0.12, -0.2), (0.1, -0.2), (0.1, 0.2), (-0.12, 0.2)], 1.0, GOLD, sides=30),
            0.98, 1.02, 1.0,
        ),
        "y", 90.0,
    )  # fmt: skip
    sword = extrude.box(5.6, 0.28, 0.16, IRON, centre=(2.0, -1.72))
    hilt = extrude.box(0.9, 0.5, 0.22, GOLD, centre=(-0.9, -1.72))
    dagger = extrude.box(2.0, 0.4, 0.22, GOLD, centre=(1.9, 1.62))
    neck = transform.turn(
        lathe.ring([(-0.1, -0.1), (0.1, -0.1), (0.1, 0.1), (-0.1, 0.1)], 0.5, GOLD, sides=24),
        "y", 90.0,
    )  # fmt: skip
    return [
        transform.move(hat, x=-4.35, z=0.62),
        transform.move(belt, x=0.35, z=0.55),
        transform.move(neck, x=-3.05, z=0.6),
        sword, hilt, dagger,
    ]  # fmt: skip


def vessels() -> MeshData:
    """Jugs and bowls of clay and trays of wood along the south and the west wall."""
    jug, grey = vessel(np.array(JUG), 0.1, CLAY, sides=28), vessel(np.array(JUG), 0.1, GREY_CLAY,
                                                                   sides=28)  # fmt: skip
    bowl = vessel(np.array(BOWL), 0.1, CLAY, sides=28)
    silver = transform.scale(vessel(np.array(BOWL), 0.09, SILVER, sides=28), 0.75)
    trays = [_tray(3.0, 1.9), _tray(2.5, 1.7)]
    placed = [
        (jug, -8.2, -3.3), (grey, -5.9, -3.6), (bowl, -3.6, -3.4), (trays[0], -0.6, -3.3),
        (silver, 1.9, -3.5), (transform.scale(jug, 0.8), 3.7, -3.6), (trays[1], 5.6, -3.2),
        (grey, -8.5, -0.6), (bowl, -8.3, 1.7),
    ]  # fmt: skip
    return as_part(merge([transform.move(one, x, y) for one, x, y in placed]), "vessels")


def _tray(long: float, deep: float) -> MeshData:
    base = extrude.box(long, deep, 0.16, WOOD)
    sides = [extrude.box(long, 0.16, 0.4, WOOD, centre=(0.0, y)) for y in (-deep / 2, deep / 2)]
    ends = [extrude.box(0.16, deep, 0.4, WOOD, centre=(x, 0.0)) for x in (-long / 2, long / 2)]
    return merge([base, *sides, *ends])
