"""The near crown: boughs that grow out of the lobes, and sprays of leaves along them.

A bough runs from within a lobe to beyond its skin, some farther than others, so that a crown has
no outline but that of its leaves, and the sky is seen between its boughs. A spray is one card: a
twig with its leaves, its foot on the bough. What lies deep in the crown is dark, tips are light;
normals are those of the crown, or every card would shine for itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.props.crown import QUAD, Crown, directions, squared, unit, whole
from almaty_tour.mesh.data import U32, MeshData, mesh

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
UP: Final = np.array([0.0, 0.0, 1.0])


@dataclass(frozen=True)
class Habit:
    """How the boughs of a kind grow.

    Attributes:
        boughs, each: how many there are, and the sprays on each.
        spray_m, slim: length of a spray, its width against that.
        rise: how much sprays climb (1 upright, 0 wherever their bough goes, below 0 they hang).
        spread: how far sprays turn aside from their bough. ragged: how unlike boughs are in length.
    """

    boughs: int = 100
    each: int = 6
    spray_m: float = 1.7
    slim: float = 0.6
    rise: float = 0.15
    spread: float = 0.75
    ragged: float = 0.5


def sprays(crown: Crown, habit: Habit, leaves: Paint, name: str) -> MeshData:
    """The cards of a near crown; `leaves` names their material."""
    seed, lobe, foot, tip = _boughs(crown, habit, name)
    bough = np.repeat(np.arange(len(seed)), habit.each)
    own = hashed(f"sprays {name}", len(bough))
    share = (np.tile(np.arange(habit.each), len(seed)) + fraction(own, 21)) / habit.each
    share = 0.22 + 0.74 * share
    along = unit(tip - foot)[bough]
    out = unit(foot + (tip - foot) * 0.8 - crown.middle[lobe])[bough]
    base = foot[bough] + (tip - foot)[bough] * share[:, None]
    aside = directions(own, 22)
    aside = unit(aside - (aside * out).sum(axis=1, keepdims=True) * out)
    stands = habit.spread * fraction(own, 27)[:, None]  # some lie on the crown, some stand out
    heading = unit(aside + stands * along + habit.rise * UP)
    facing = out + 0.3 * UP + 0.5 * directions(own, 24)
    if habit.rise < -1.0:
        facing = out * [1.0, 1.0, 0.2] + 0.6 * directions(own, 24)
    length = habit.spray_m * (0.7 + 0.6 * fraction(own, 23)) * (1.15 - 0.35 * share)
    corners = squared(base, heading, facing, length, habit.slim * length)
    return _dressed(crown, corners, own, seed[bough], leaves)


def _boughs(crown: Crown, habit: Habit, name: str) -> tuple[U32, I64, F64, F64]:
    """Seeds, lobes, feet and tips of the boughs, spread over what of the lobes is outside."""
    most = 8 * habit.boughs
    area = (crown.half[:, 0] * (crown.half[:, 0] + crown.half[:, 2])) ** 0.75
    share = np.cumsum(area) / area.sum()
    number = np.arange(most)
    lobe = np.minimum(np.searchsorted(share, (number * 0.61803399) % 1.0), len(area) - 1)
    seed = hashed(f"boughs {name}", most)
    out = directions(seed, 9)
    out[:, 2] = np.where(out[:, 2] < -0.55, -out[:, 2], out[:, 2])  # few grow straight down
    skin = crown.middle[lobe] + crown.half[lobe] * out * 0.96
    chosen = np.flatnonzero(crown.depth(skin)[0] > 0.8)[: habit.boughs]
    seed, lobe, out = seed[chosen], lobe[chosen], out[chosen]
    reach = 0.78 + habit.ragged * (fraction(seed, 11) ** 2 - 0.12)
    tip = crown.middle[lobe] + crown.half[lobe] * out * reach[:, None]
    foot = crown.middle[lobe] * [0.82, 0.82, 1.0] - crown.half[lobe] * [0.0, 0.0, 0.3]
    return seed, lobe, foot, tip


def _dressed(crown: Crown, corners: F64, own: U32, bough: U32, leaves: Paint) -> MeshData:
    """Cards with soft normals, dark at their feet and within, and a tone for each bough."""
    depth, lobe = crown.depth(corners)
    middle, half = whole(crown)
    of_crown, of_lobe = unit((corners - middle) / half), unit(corners - crown.middle[lobe])
    normals = unit(0.6 * of_crown + 0.7 * of_lobe + [0.0, 0.0, 0.25])
    count = len(own)
    faces = (4 * np.arange(count)[:, None, None] + QUAD).reshape(-1, 3)
    uv = _cells(own, hangs=leaves.material == "leaf_droop")
    shape = mesh(corners, faces, normals, leaves.material, uv=uv, tint=leaves.tint)
    up = np.clip((corners[:, 2] - crown.low_m) / (crown.high_m - crown.low_m), 0.0, 1.0)
    outer = np.clip(np.linalg.norm((corners - middle) / half, axis=1), 0.2, 1.1)
    top = np.clip((corners[:, 2] - crown.middle[lobe, 2]) / crown.half[lobe, 2], -1.0, 1.0)
    skin = np.clip((depth - 0.25) / 0.85, 0.0, 1.0)
    tone = np.repeat(fraction(bough, 25), 4) - 0.5
    single = np.repeat(fraction(own, 26), 4) - 0.5
    light = 0.28 + 0.46 * skin + 0.14 * outer + 0.24 * up + 0.14 * top
    light = light * (1.0 + 0.24 * tone + 0.10 * single)
    tint = shape.tint.astype(np.float64)
    tint[:, :3] *= np.clip(light, 0.2, 1.25)[:, None]
    tint[:, 0] *= 1.0 + 0.13 * tone + 0.06 * top
    tint[:, 1] *= 1.0 - 0.06 * tone
    tint[:, 2] *= 1.0 - 0.16 * single
    tint[:, 3] = np.clip(255 * (0.10 + 0.32 * skin + 0.26 * outer + 0.26 * up + 0.1 * top), 60, 255)
    return replace(shape, tint=np.clip(np.rint(tint), 0, 255).astype(np.uint8))


def _cells(own: U32, *, hangs: bool) -> F64:
    """(4 k, 2) uv of cards in the order of `squared`; those that hang have their foot above."""
    row = 0.5 * (fraction(own, 16) < 0.5)[:, None]
    flip = (fraction(own, 17) < 0.5)[:, None]
    across = np.array([0.0, 0.0, 0.5, 0.5])
    v = row + np.where(flip, 0.5 - across, across)
    u = np.broadcast_to(np.array([0.0, 1.0, 1.0, 0.0]), v.shape)
    if hangs:  # cells of a quarter
        u, v = v, 1.0 - 0.5 * u - 0.5 * (fraction(own, 18) < 0.5)[:, None]
    return np.stack([u, v], axis=-1).reshape(-1, 2)
