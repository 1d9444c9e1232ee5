"""What is sewn on the hat: a band, mountains with trees and birds, beasts, arrows, a ram."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import gold_beasts as beasts
from almaty_tour.exhibits._shared import gold_cone, gold_horses, gold_ram, gold_signs
from almaty_tour.exhibits._shared import gold_relief as gold
from almaty_tour.exhibits._shared.gold_relief import Figure, Piece, Warp
from almaty_tour.kit import transform
from almaty_tour.mesh.data import MeshData, merge, transformed

F64 = npt.NDArray[np.float64]
PEAKS_DEG = (68.0, 116.0, 164.0, -68.0, -116.0, -164.0)
ROUND_CM = 65.0
"""Length of the brow band."""


def _sewn(figure: Figure, turn: float, z: float, coarse: float) -> MeshData:
    warp = gold_cone.on_cone(turn, z)
    return _sheet(figure, 0.12, 0.022, coarse, rim=0.25, warp=warp)


def _sheet(
    figure: Figure, cell: float, fine: float, coarse: float, *, rim: float,
    warp: Warp | None = None,
) -> MeshData:  # fmt: skip
    """A sheet in the paint of the hat; `coarse` above 1 makes fewer triangles of it."""
    return gold.sheet(figure, cell * coarse, rim=rim, fine=fine * coarse**3, warp=warp, grime=0.75)


def rows(coarse: float = 1.0) -> MeshData:
    """Belts one over the other: mountains and trees, beasts that climb, birds, leaves."""
    bands = ((0.2, 1.5, ROUND_CM), (20.6, 0.9, 47.5), (33.6, 0.8, 30.0))
    pieces = [_band(*band, coarse) for band in bands]
    pieces += [_sewn(gold_signs.mountains(), turn, 1.6, coarse) for turn in PEAKS_DEG]
    tree = gold.placed(gold_signs.tree(), size=0.95)
    pieces += [_sewn(tree, turn, 4.0, coarse) for turn in (92, 140, -92, -140, 180)]
    cat = gold.placed(beasts.leopard(), -1.9, 0.0, 1.45)
    goat = gold.placed(beasts.ibex(), -1.6, 0.0, 1.3)
    small = gold.placed(beasts.leopard(), -1.9, 0.0, 1.15)
    bird = gold.placed(beasts.bird(), -1.2, 0.0, 1.3)
    for s in (-1.0, 1.0):
        flip = s > 0
        pieces += [
            _sewn(gold.placed(figure, flip=flip), s * turn, z, coarse)
            for figure, turn, z in (
                (cat, 62.0, 12.0), (goat, 117.0, 11.4), (bird, 92.0, 15.5), (bird, 158.0, 13.4),
                (goat, 50.0, 22.6), (small, 106.0, 22.8), (bird, 150.0, 23.0), (bird, 72.0, 28.6),
            )
        ]  # fmt: skip
    return merge([*pieces, *_leaves(coarse)])


def _band(z: float, high: float, length: float, coarse: float) -> MeshData:
    """A closed band with a row of bosses between two edges."""
    y = high / 2
    count = int(length / (1.3 * high))
    x = (np.arange(count) + 0.5) * length / count - length / 2
    bar = gold.limb([(-length / 2, 0.0), (length / 2, 0.0)], y)
    bosses = [Piece(gold.disc(float(a), 0.0, 0.3 * high), 0.16, 0.3 * high, 0.1) for a in x]
    groove = [
        gold.Mark(gold.limb([(-length / 2, s * 0.42 * high), (length / 2, s * 0.42 * high)], 0.0),
                  -0.12, 0.12 * high) for s in (-1.0, 1.0)
    ]  # fmt: skip
    figure = (*gold.figure([Piece(bar, 0.08, 0.2)], groove), *gold.figure(bosses))
    return _sheet(figure, 0.13, 0.04, coarse, rim=0.25, warp=gold_cone.on_cone(180.0, z + y))


def _leaves(coarse: float) -> list[MeshData]:
    """Rows of small leaves up to the tip."""
    leaf = gold.figure(
        [Piece(gold.limb([(0.0, 0.0), (0.0, 0.9), (0.0, 2.3)], [0.3, 0.75, 0.05]), 0.3, 0.5)]
    )
    made = []
    for k, z in enumerate((35.6, 38.6, 41.6, 44.6)):
        count = 6 if k < 2 else 4
        made += [
            _sheet(gold.placed(leaf, size=1.1), 0.14, 0.02, coarse, rim=0.2,
                   warp=gold_cone.on_cone((n + 0.5 * (k % 2)) * 360.0 / count, z))
            for n in range(count)
        ]  # fmt: skip
    return made


def horses(coarse: float = 1.0) -> MeshData:
    """The plaque of the two winged horses before the brow."""
    figure = gold.placed(gold_horses.pair(), size=0.98)
    return _sheet(figure, 0.09, 0.012, coarse, rim=0.2, warp=gold_cone.on_cone(0.0, 1.9))


def _free(plate: MeshData, low: F64, high: F64, turn: float) -> MeshData:
    """A plate and its mirror image as one free-standing piece, from one point to another.

    `turn` is the way its face looks, in degrees from the front.
    """
    both = merge([plate, transform.scale(plate, 1.0, 1.0, -1.0)])
    up = (high - low) / np.linalg.norm(high - low)
    face = np.array([np.sin(np.radians(turn)), -np.cos(np.radians(turn)), 0.0])
    face -= up * (face @ up)
    face /= np.linalg.norm(face)
    frame = np.eye(4)
    frame[:3, 0], frame[:3, 1], frame[:3, 2], frame[:3, 3] = np.cross(up, face), up, face, low
    return transformed(both, frame)


def arrows(coarse: float = 1.0, bold: float = 1.0) -> MeshData:
    """Four arrows wound with foil stand up before the hat, fanned in pairs.

    `bold` makes them broader, to be read from afar.
    """
    plate = _sheet(gold.placed(gold_signs.arrow(28.0), size=1.05), 0.13, 0.025, coarse, rim=0.1)
    plate = transform.scale(plate, bold, 1.0, bold)
    made = []
    for share in (-1.0, -0.4, 0.4, 1.0):
        low = np.array([3.0 * share, -11.2, 11.2])
        high = np.array([7.4 * share, -9.0, 40.0 - 3.0 * abs(share)])
        made.append(_free(plate, low, high, 8.0 * share))
    return merge(made)


def plumes(coarse: float = 1.0) -> MeshData:
    """Two tall feathers at the sides of the arrows."""
    plate = _sheet(gold.placed(gold_signs.plume(), size=1.15), 0.17, 0.035, coarse, rim=0.1)
    made = []
    for s in (-1.0, 1.0):
        one = plate if s > 0 else transform.mirror_x(plate)
        low, high = np.array([6.4 * s, -9.0, 8.0]), np.array([12.0 * s, -7.6, 33.0])
        made.append(_free(one, low, high, 18.0 * s))
    return merge(made)


def flap_plates(coarse: float = 1.0) -> MeshData:
    """Triangles of foil down the flaps before the ears."""
    plan = gold.outline([(-0.95, -0.9), (0.95, -0.9), (0.0, 1.1)], 0)
    plate = _sheet(gold.figure([Piece(plan, 0.3, 0.4)]), 0.1, 0.01, coarse, rim=0.2)
    made = []
    for s in (-1.0, 1.0):
        for z in np.arange(-11.8, -1.0, 2.4):
            for y in (-0.6, 1.6, 3.8):
                frame = np.eye(4)
                frame[:3, 0], frame[:3, 1], frame[:3, 2] = (0, s, 0), (0, 0, 1), (s, 0, 0)
                frame[:3, 3] = (s * 9.95, y, z)
                made.append(transformed(plate, frame))
    return merge(made)


def ram(triangles: int = 6000, size: float = 1.0) -> MeshData:
    """A small mountain ram on a knob at the tip."""
    beast = transform.scale(gold_ram.ram(triangles=triangles), size)
    return transform.move(beast, y=3.7, z=48.0)
