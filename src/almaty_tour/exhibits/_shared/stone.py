"""Worked stone: pecked and weathered surfaces, lichen, faces cut into slabs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import patina
from almaty_tour.kit import sdf
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
Field = sdf.Field
Vector = sdf.Vector


def weathered(field: Field, depth_cm: float, size_cm: float, seed: int = 0) -> Field:
    """The surface pitted and worn in two sizes."""

    def rough(p: F64) -> F64:
        waves = patina.noise(p, size_cm, seed) + 0.5 * patina.noise(p, size_cm / 3.0, seed + 1)
        return np.asarray(field(p) - depth_cm * waves / 1.5)

    return rough


def groove(points: Sequence[Vector], width_cm: float) -> Field:
    """A round channel along a line, to be cut away."""
    return sdf.limb(points, [width_cm / 2] * len(points), 0.0)


def ridge(points: Sequence[Vector], width_cm: float, soft_cm: float = 0.4) -> Field:
    """A round bar along a line, to be added."""
    return sdf.limb(points, [width_cm / 2] * len(points), soft_cm)


BROWS = (
    (-0.40, 0.0, -0.03), (-0.20, 1.0, 0.07), (0.0, 1.0, 0.02), (0.20, 1.0, 0.07),
    (0.40, 0.0, -0.03),
)  # fmt: skip
NOSE = ((0.0, 1.0, 0.02), (0.0, 1.9, -0.18), (0.0, 2.4, -0.33))
MOUTH = ((-0.13, 0.0, -0.53), (0.13, 0.0, -0.53))
LID = (
    (0.07, 0.0, -0.10), (0.20, 0.0, -0.035), (0.33, 0.0, -0.10), (0.20, 0.0, -0.165),
    (0.07, 0.0, -0.10),
)  # fmt: skip
WHISKER = ((0.02, 1.0, -0.42), (0.15, 1.0, -0.44), (0.27, 0.0, -0.40))
"""Lines of a face in shares of its breadth; the middle number is how far out, in `OUT`."""
OUT = 0.035


def face(at: Vector, size_cm: float, *, moustache: bool) -> tuple[list[Field], list[Field]]:
    """A flat face that looks to -y: what is added and what is cut away.

    Brows and nose are one T, eyes are almonds in low relief, the mouth a cut. `at` is the root
    of the nose on the surface of the stone, `size_cm` the breadth of the face.
    """
    s = size_cm

    def line(shares: Sequence[Vector], side: float = 1.0) -> list[Vector]:
        x, y, z = at
        return [(x + side * a * s, y - OUT * b * s, z + c * s) for a, b, c in shares]

    nose = sdf.limb(line(NOSE), [0.045 * s, 0.055 * s, 0.085 * s], 0.3)
    added, cut = [ridge(line(BROWS), 0.085 * s), nose], [groove(line(MOUTH), 0.05 * s)]
    for side in (-1.0, 1.0):
        (middle,) = line([(0.20, 0.15, -0.10)], side)
        added.append(sdf.ellipsoid(middle, (0.105 * s, 0.05 * s, 0.055 * s)))
        cut.append(groove(line(LID, side), 0.028 * s))
        if moustache:
            added.append(ridge(line(WHISKER, side), 0.06 * s))
    return added, cut


def carved(body: Field, added: Sequence[Field], cut: Sequence[Field], soft_cm: float) -> Field:
    """The body with reliefs grown onto it and channels taken away."""
    whole = sdf.union([body, *added], soft_cm) if added else body
    return sdf.subtract(whole, sdf.union(list(cut)), 0.5 * soft_cm) if cut else whole


def aged(data: MeshData, seed: int, lichen: str = "#A5682F") -> MeshData:
    """Spots of the grain, dirt near the ground, patches of lichen on top."""
    made = patina.mottled(data, 0.16, 9.0, seed)
    at = data.positions.astype(np.float64)
    top = float(at[:, 2].max())
    earth = 0.55 * np.clip(1.0 - at[:, 2] / (0.16 * top), 0.0, 1.0)
    made = patina.stained(made, "#5A4A3A", earth)
    spots = patina.noise(at, 7.0, seed + 5) + 0.5 * patina.noise(at, 2.2, seed + 6)
    high = np.clip(at[:, 2] / top - 0.35, 0.0, 1.0)
    return patina.stained(made, lichen, 0.75 * np.clip((spots - 0.62) * 4.0, 0.0, 1.0) * high)
