"""Sword, dagger and whip as the figure wears them."""

from __future__ import annotations

import numpy as np

from almaty_tour.exhibits.golden_man import body
from almaty_tour.kit import sdf, skin, transform, tube
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

SHEATH = Paint("leather", "#3C110E")
LASH = Paint("leather", "#241410")


def sword() -> MeshData:
    """A long sword in a flat red sheath at the figure's left, its grip grooved gold."""
    sheath = sdf.rounded_box((0.0, 0.0, -37.0), (5.0, 1.8, 76.0), 0.8)
    made = [skin.skin(sheath, (-4, -3, -78), (4, 3, 4), 0.6, SHEATH, triangles=1500)]
    stud = sdf.scaled(sdf.ball((0, 0, 0), 1.7), 1.0, 0.6, 1.0)
    hilt = [
        sdf.rounded_box((0.0, 0.0, 1.6), (6.6, 2.2, 1.8), 0.6),
        sdf.capsule((0.0, 0.0, 2.0), (0.0, 0.0, 13.4), 1.35, 1.15),
        sdf.ellipsoid((0.0, 0.0, 14.4), (2.5, 1.4, 1.2)),
        sdf.moved(stud, (0.0, -1.1, -4.0)),
        sdf.rounded_box((0.0, 0.0, -1.0), (5.5, 2.3, 1.4), 0.5),
        sdf.rounded_box((0.0, 0.0, -73.0), (5.5, 2.3, 5.0), 0.6),
    ]
    ribs = [sdf.ellipsoid((0.0, 0.0, z), (1.6, 1.5, 0.45)) for z in np.arange(3.6, 12.8, 1.3)]
    field = sdf.union([*hilt, *ribs], 0.15)
    made.append(skin.skin(field, (-5, -4, -78), (5, 4, 17), 0.33, body.GOLD, triangles=3200))
    hung = transform.turn(transform.turn(merge(made), "y", -7.0), "x", -9.0)
    return transform.move(hung, x=17.2, y=-18.6, z=104.0)


def dagger() -> MeshData:
    """A short dagger at the right: a broad sheath with gold plates, two heads on the pommel."""
    sheath = sdf.rounded_box((0.0, 0.0, -14.0), (4.8, 1.7, 30.0), 0.8)
    made = [skin.skin(sheath, (-4, -3, -32), (4, 3, 4), 0.5, SHEATH, triangles=1200)]
    heads = [
        sdf.limb([(s * 0.7, 0, 12.0), (s * 2.2, 0, 12.8), (s * 2.0, 0, 14.4), (s * 0.6, 0, 14.0)],
                 [0.8, 0.85, 0.7, 0.4], 0.2)
        for s in (-1, 1)
    ]  # fmt: skip
    loop = sdf.subtract(
        sdf.rounded_box((0.0, -0.9, -21.5), (3.4, 0.8, 13.0), 0.35),
        sdf.rounded_box((0.0, -0.9, -21.5), (2.2, 2.0, 11.6), 0.35),
    )
    beast = sdf.limb(
        [(0.2, -0.9, -16.8), (-0.7, -1.0, -19.0), (0.6, -1.0, -22.0), (-0.5, -1.0, -25.0)],
        [0.6, 0.75, 0.7, 0.5], 0.3,
    )  # fmt: skip
    parts = [
        sdf.rounded_box((0.0, 0.0, 1.6), (5.6, 2.2, 2.2), 0.8),
        sdf.capsule((0.0, 0.0, 2.0), (0.0, 0.0, 12.0), 1.2),
        *heads, loop, beast,
        sdf.scaled(sdf.ellipsoid((0.0, -1.6, -2.4), (4.1, 1.6, 2.6)), 1.0, 0.6, 1.0),
    ]  # fmt: skip
    field = sdf.union(parts, 0.12)
    made.append(skin.skin(field, (-6, -4, -30), (6, 4, 17), 0.28, body.GOLD, triangles=3200))
    hung = transform.turn(transform.turn(merge(made), "y", 8.0), "x", -8.0)
    return transform.move(hung, x=-12.6, y=-17.6, z=103.0)


def whip() -> MeshData:
    """A wooden handle wound with a band of gold, two dark lashes."""
    x, y, z = body.WRISTS[-1]
    low = np.array([x + 0.4, y - 6.6, z - 15.0])
    high = np.array([x + 0.4, y - 6.6, z + 10.0])
    stick = tube.tube([low, high], 0.75, LASH, sides=12, crease_deg=60.0)
    turn = np.linspace(0.0, 2 * np.pi * 9, 160)
    wound = np.column_stack(
        [
            low[0] + 0.78 * np.cos(turn),
            low[1] + 0.78 * np.sin(turn),
            np.linspace(low[2], high[2], 160),
        ]
    )
    spiral = tube.tube(wound, 0.28, body.GOLD, sides=5, crease_deg=75.0)
    ends = [
        skin.skin(sdf.ellipsoid((low[0], low[1], end), (1.2, 1.2, 1.5)), (low[0] - 2, low[1] - 2, end - 2.5),  # noqa: E501
                  (low[0] + 2, low[1] + 2, end + 2.5), 0.4, body.GOLD, triangles=250)
        for end in (low[2], high[2])
    ]  # fmt: skip
    lashes = []
    for s in (-0.5, 0.5):
        steps = np.array([[s, 0.0, 0.0], [2.4 * s, -0.8, -12.0], [3.2 * s, 0.6, -26.0]])
        path = low + steps
        lashes.append(tube.tube(path, 0.4, LASH, sides=6, crease_deg=70.0))
    return merge([stick, spiral, *ends, *lashes])
