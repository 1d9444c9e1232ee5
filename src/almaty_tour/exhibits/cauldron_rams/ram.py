"""A leg of the cauldron: above, the long body of a mountain sheep; below, its two forelegs."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared.bronze_cast import cast, ringed, swept
from almaty_tour.kit import sdf
from almaty_tour.kit.sdf import Field, Vector
from almaty_tour.mesh.data import MeshData

LOW, HIGH = (-13.0, -49.0, -1.0), (13.0, -15.0, 50.0)
CELL_CM, TRIANGLES = 0.3, 17_000


def ram_leg(hollow: npt.ArrayLike) -> MeshData:
    """The leg in its place under the belly, its head to -y, its hooves near z = 0.

    `hollow` is the (radius, height) line of the room that it must not reach into.
    """
    field = sdf.subtract(ram(), sdf.revolved(hollow))
    return cast(field, LOW, HIGH, CELL_CM, triangles=TRIANGLES)


def ram() -> Field:
    """Body, head, horns that stand free, shaggy chest and joined legs as one field."""
    body = sdf.union(
        [
            swept([(0, -19, 30), (0, -26, 33.5), (0, -31, 35.5)], [4.6, 4.9, 4.3]),
            sdf.ellipsoid((0, -31.0, 29.0), (4.6, 4.4, 7.2)),
            swept([(0, -30, 33), (0, -33, 38.5), (0, -34.4, 41.5)], [4.5, 3.7, 3.0]),
            swept([(0, -30, 26), (0, -32.4, 18.5), (0, -32.2, 14.5)], [4.2, 3.2, 2.4]),
        ],
        2.2,
    )
    whole = sdf.union([body, *_legs()], 1.2)
    whole = sdf.union([whole, *_locks()], 0.35)
    whole = sdf.union([whole, _head()], 1.0)
    return sdf.union([whole, sdf.mirrored_x(_horn())], 0.5)


def _legs() -> list[Field]:
    leg = swept(
        [(1.2, -31.6, 17), (1.45, -32.4, 13.0), (1.5, -30.4, 8.0), (1.5, -29.6, 3.0)],
        [2.2, 2.25, 1.7, 1.75],
    )
    hoof = sdf.union(
        [
            sdf.capsule((1.6, -29.6, 2.3), (1.7, -30.6, 1.5), 1.9, 1.6),
            sdf.capsule((1.7, -30.6, 1.1), (1.7, -32.2, 0.9), 1.5, 1.1),
        ],
        0.5,
    )
    sole = sdf.rounded_box((1.65, -30.4, -4.0), (12.0, 12.0, 8.0))
    return [sdf.mirrored_x(sdf.subtract(sdf.union([leg, hoof], 0.5), sole, 0.2))]


def _locks() -> list[Field]:
    """Pointed tufts of hair in rows down the chest."""
    found = []
    for row, (z, out, count) in enumerate(((33.5, 4.6, 4), (29.6, 5.0, 5), (25.6, 4.6, 4),
                                           (21.8, 3.9, 3))):  # fmt: skip
        for turn in np.radians(np.linspace(-64.0, 64.0, count) + 6.0 * (row % 2)):
            x, y = float(np.sin(turn)), -float(np.cos(turn))
            tip = 0.86 if row > 1 else 1.0
            root: Vector = (0.92 * out * x, -30.8 + 0.92 * out * y, z)
            end: Vector = (tip * out * x, -31.2 + tip * 1.04 * out * y, z - 4.6)
            found.append(sdf.capsule(root, end, 1.15, 0.35))
    return found


def _head() -> Field:
    """A ram's head with a bowed nose, looking out and a little down."""
    skull = sdf.union(
        [
            swept([(0, -33.6, 41.6), (0, -37.0, 41.0), (0, -40.6, 37.9), (0, -42.0, 35.9)],
                  [3.1, 2.7, 2.0, 1.55]),
            swept([(0, -34.5, 39.6), (0, -38.5, 37.2), (0, -41.2, 35.3)], [2.4, 1.8, 1.3]),
        ],
        0.8,
    )  # fmt: skip
    brow = sdf.mirrored_x(sdf.capsule((1.5, -36.9, 42.6), (2.6, -36.2, 41.2), 0.75, 0.5))
    eye = sdf.mirrored_x(sdf.ball((2.25, -37.5, 40.9), 0.72))
    ear = sdf.mirrored_x(
        sdf.limb([(2.6, -34.4, 39.6), (4.6, -33.6, 38.6), (6.2, -33.2, 37.4)], [0.8, 1.05, 0.3])
    )
    mouth = sdf.mirrored_x(sdf.capsule((0.0, -43.6, 34.9), (2.4, -39.8, 36.1), 0.3))
    nose = sdf.mirrored_x(sdf.ball((0.75, -43.2, 36.4), 0.42))
    made = sdf.union([sdf.union([skull, brow], 0.5), eye], 0.15)
    return sdf.union([sdf.subtract(made, sdf.union([mouth, nose]), 0.2), ear], 0.4)


def _horn() -> Field:
    """One curled horn: up, back, down beside the cheek and out again to its tip."""
    turn = np.radians(np.linspace(58.0, 408.0, 9))
    share = np.linspace(0.0, 1.0, 9)
    radius = 6.3 - 1.3 * share
    line: list[Vector] = [
        (float(2.0 + 4.2 * s**0.8 + 3.4 * s**3), float(-33.4 - r * np.cos(t)),
         float(39.4 + r * np.sin(t)))
        for t, s, r in zip(turn, share, radius, strict=True)
    ]  # fmt: skip
    return ringed(line, [2.3, 2.35, 2.25, 2.1, 1.9, 1.65, 1.35, 1.0, 0.55], 15, 3)
