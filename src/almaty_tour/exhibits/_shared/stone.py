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
REACH_CM = 40.0
"""How far before the middle of a stone its front is looked for."""


def laid(onto: Field, points: Sequence[Vector], out_cm: float = 0.0) -> list[Vector]:
    """A line pressed from the front (-y) onto a body, `out_cm` before its surface.

    The y of each point is how much further out it lies there; between the points the line keeps
    to the body, so that nothing of it hangs in the air.
    """
    given = np.asarray(points, np.float64)
    place = np.linspace(0.0, len(given) - 1.0, 4 * (len(given) - 1) + 1)
    line = np.stack([np.interp(place, np.arange(len(given)), axis) for axis in given.T], axis=1)
    front = np.linspace(-REACH_CM, 0.0, 40 * int(REACH_CM) // 4)
    probe = np.repeat(line, len(front), axis=0)
    probe[:, 1] = np.tile(front, len(line))
    inside = onto(probe).reshape(len(line), -1) <= 0.0
    first = np.where(inside.any(axis=1), inside.argmax(axis=1), len(front) - 1)
    line[:, 1] += front[first] - out_cm
    return [(float(x), float(y), float(z)) for x, y, z in line]


def face(
    onto: Field, x: float, z: float, size_cm: float, *, moustache: bool
) -> tuple[list[Field], list[Field]]:
    """A face in low relief that looks to -y: what is added and what is cut away.

    Brows and nose are one T, eyes are almonds, the mouth a cut; all lie on the body `onto`.
    (x, z) is the root of the nose, `size_cm` the breadth of the face.
    """
    s = size_cm

    def line(shares: Sequence[Vector], side: float = 1.0) -> list[Vector]:
        return laid(onto, [(x + side * a * s, -OUT * b * s, z + c * s) for a, b, c in shares])

    def bar(shares: Sequence[Vector], width: float, side: float = 1.0) -> Field:
        return ridge(line(shares, side), width * s, 0.3)

    thick = np.interp(np.linspace(0.0, 2.0, 9), range(3), [0.045 * s, 0.055 * s, 0.085 * s])
    nose = sdf.limb(line(NOSE), [float(radius) for radius in thick], 0.3)
    added, cut = [bar(BROWS, 0.085), nose], [groove(line(MOUTH), 0.05 * s)]
    for side in (-1.0, 1.0):
        middle = line([(0.20, 0.15, -0.10), (0.20, 0.15, -0.10)], side)[0]
        added.append(sdf.ellipsoid(middle, (0.105 * s, 0.05 * s, 0.055 * s)))
        cut.append(groove(line(LID, side), 0.028 * s))
        if moustache:
            added.append(bar(WHISKER, 0.06, side))
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
