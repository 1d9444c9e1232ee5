"""Crowns of broad-leaved trees and bushes: lobes, a body round them, cards of leaves on them.

The lobes are ellipsoids that nobody sees. The body is one closed skin round all of them, dark
and a little smaller; the cards stand on what of the lobes lies outside. Every level is made from
the same lobes, so that all have one silhouette. Normals bend outwards from lobe and crown, and the
tint is light on the tops of lobes and dark in the hollows between them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.mesh.data import U32, MeshData, mesh

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
GOLDEN_RAD: Final = 2.399963
QUAD: Final = np.array([(0, 1, 2), (0, 2, 3)])
"""The faces of a card."""
SLENDER: Final = 2.0
"""From which height against its width a lobe is slender."""
INNERMOST: Final = 0.22
"""Least radius of a body against its greatest, where no lobe reaches."""


@dataclass(frozen=True)
class Tier:
    """Lobes of one height: their middles lie `ring_m` round the axis."""

    z_m: float
    ring_m: float
    count: int
    across_m: float
    up_m: float


@dataclass(frozen=True)
class Crown:
    """Ellipsoids: (n, 3) middles and (n, 3) half axes, in metres."""

    middle: F64
    half: F64

    @classmethod
    def of(cls, tiers: tuple[Tier, ...], name: str) -> Crown:
        """The lobes of tiers, shaken by the hash of a name."""
        count = np.array([tier.count for tier in tiers])
        z, ring, across, up = (
            np.repeat([getattr(tier, field) for tier in tiers], count)
            for field in ("z_m", "ring_m", "across_m", "up_m")
        )
        seed = hashed(f"lobes {name}", len(z))
        step = np.arange(len(z)) - np.repeat(np.cumsum(count) - count, count)
        turn = 2.0 * np.pi * step / np.repeat(count, count)
        turn = (
            turn + np.repeat(np.arange(len(count)) * 1.3, count) + 0.7 * (fraction(seed, 1) - 0.5)
        )
        away = ring * (0.86 + 0.28 * fraction(seed, 2))
        size = 0.84 + 0.32 * fraction(seed, 3)
        lift = 0.7 * (fraction(seed, 4) - 0.5) * up
        middle = np.stack([away * np.cos(turn), away * np.sin(turn), z + lift], axis=1)
        return cls(middle, np.stack([across * size, across * size, up * size], axis=1))

    @cached_property
    def low_m(self) -> float:
        return float((self.middle - self.half)[:, 2].min())

    @cached_property
    def high_m(self) -> float:
        return float((self.middle + self.half)[:, 2].max())

    @cached_property
    def reach_m(self) -> float:
        return float((np.hypot(*self.middle[:, :2].T) + self.half[:, 0]).max())

    def depth(self, points: F64) -> tuple[F64, I64]:
        """(k,) how far out points lie in their nearest lobe (1 on its skin), and which that is."""
        away = (points[:, None] - self.middle) / self.half
        all_of = np.linalg.norm(away, axis=2)
        return all_of.min(axis=1), all_of.argmin(axis=1)

    def radius(self, z: F64, turn: F64) -> F64:
        """(k,) farthest that a lobe reaches from the axis at heights, in directions."""
        up = (z[:, None] - self.middle[:, 2]) / self.half[:, 2]
        slice_m = self.half[:, 0] * np.sqrt(np.maximum(1.0 - up**2, 0.0))
        out = np.stack([np.cos(turn), np.sin(turn)], axis=1)
        along = out @ self.middle[:, :2].T
        aside = out @ np.stack([-self.middle[:, 1], self.middle[:, 0]])
        half_chord = np.sqrt(np.maximum(slice_m**2 - aside**2, 0.0))
        far = np.where(np.abs(aside) < slice_m, along + half_chord, 0.0).max(axis=1)
        return np.asarray(np.maximum(far, INNERMOST * self.reach_m))


@dataclass(frozen=True)
class Body:
    """How the skin is made: heights of its rings as shares, points a ring, its size and shade."""

    rings: tuple[float, ...]
    sides: int
    wide: float
    shade: float


def body(crown: Crown, shape: Body, leaves: Paint, name: str) -> MeshData:
    """The closed skin round the lobes of a crown."""
    place = _skin(crown, shape, name)
    faces = _ball_faces(len(shape.rings), shape.sides)
    if len(shape.rings) == 2 and shape.sides == 4:  # far away two faces close the foot
        faces = np.concatenate([[(2, 1, 0), (3, 2, 0)], faces[shape.sides :]])
    return dressed(crown, place, faces, leaves.shaded(shape.shade), _ripple(place))


@dataclass(frozen=True)
class Sheet:
    """How cards are cut: their material, most of them, their side, how far they turn aside.

    `even` ones lie close on the whole crown and are as large as that asks; their side is a factor.
    """

    material: str
    count: int
    size_m: float
    tilt: float = 1.0
    even: bool = False


def cards(crown: Crown, sheet: Sheet, leaves: Paint, name: str) -> MeshData:
    """Squares of leaves on the outside of a crown, each seen from one side.

    Those that hang (`leaf_droop`) stand upright, others are turned any way.
    """
    hangs = sheet.material == "leaf_droop"
    seed, middle, out = (
        _even_sites(crown, sheet, name) if sheet.even else _sites(crown, sheet, name)
    )
    facing = out + sheet.tilt * (directions(seed, 12) * [1.0, 1.0, 0.25 if hangs else 1.0])
    facing[:, 2] *= 0.3 if hangs else 0.5 if sheet.even else 1.0  # plates would lie on top
    roll = (0.25 if hangs or sheet.even else 2 * np.pi) * (fraction(seed, 14) - 0.5)
    size = (0.75 + 0.5 * fraction(seed, 15))[:, None] * _size_m(crown, sheet)
    corners = _squares(middle, unit(facing), roll, size)
    faces = (4 * np.arange(len(seed))[:, None, None] + QUAD).reshape(-1, 3)
    cell = np.stack([fraction(seed, 16) < 0.5, fraction(seed, 17) < 0.5], axis=1) * 0.5
    uv = (cell[:, None] + 0.5 * np.array([(0, 0), (1, 0), (1, 1), (0, 1)])).reshape(-1, 2)
    noise = np.repeat(fraction(seed, 18), 4)
    worn = Paint(sheet.material, leaves.colour)
    return replace(dressed(crown, corners, faces, worn, noise), uv=uv.astype(np.float32))


def _size_m(crown: Crown, sheet: Sheet) -> F64:
    """(2,) width and height of a card."""
    if not sheet.even:
        return np.full(2, sheet.size_m)
    slender = float(np.clip((crown.high_m - crown.low_m) / (2.0 * crown.reach_m), 1.0, 4.0)) ** 0.25
    area = 3.6 * np.pi * crown.reach_m * (crown.high_m - crown.low_m) / 2.0
    side = sheet.size_m * (area / sheet.count) ** 0.5
    return np.array([side / slender, side * slender])


def dressed(crown: Crown, place: F64, faces: I64, paint: Paint, noise: F64) -> MeshData:
    """A piece of crown with its soft normals and its light and dark."""
    depth, lobe = crown.depth(place)
    middle, half = whole(crown)
    of_crown, of_lobe = unit((place - middle) / half), unit(place - crown.middle[lobe])
    normals = unit(0.7 * of_crown + 0.6 * of_lobe + [0.0, 0.0, 0.3])
    layout = _layout(crown, place)
    shape = mesh(place, faces, normals, paint.material, uv=layout, tint=paint.tint)
    up = np.clip((place[:, 2] - crown.low_m) / (crown.high_m - crown.low_m), 0.0, 1.0)
    outer = np.clip(np.linalg.norm((place - middle) / half, axis=1), 0.3, 1.1)
    top = np.clip((place[:, 2] - crown.middle[lobe, 2]) / crown.half[lobe, 2], -1.0, 1.0)
    hollow = np.clip(depth, 0.55, 1.1)
    light = 0.52 + 0.2 * up + 0.2 * outer + 0.17 * top + 0.3 * (hollow - 0.8)
    light = light + 0.2 * (noise - 0.5)
    tint = shape.tint.astype(np.float64)
    tint[:, :3] *= np.clip(light, 0.34, 1.2)[:, None]
    tint[:, 0] *= 1.0 + 0.1 * (noise - 0.4) + 0.08 * top
    tint[:, 3] = np.clip(255 * (0.16 + 0.3 * up + 0.42 * outer + 0.14 * top), 70, 255)
    return replace(shape, tint=np.clip(np.rint(tint), 0, 255).astype(np.uint8))


def _sites(crown: Crown, sheet: Sheet, name: str) -> tuple[U32, F64, F64]:
    """Seeds, middles and directions of cards, spread over what of the lobes is outside."""
    most = 5 * sheet.count
    area = crown.half[:, 0] * (crown.half[:, 0] + crown.half[:, 2])
    share = np.cumsum(area**0.75) / (area**0.75).sum()  # small lobes need more to be closed
    number = np.arange(most)
    lobe = np.minimum(np.searchsorted(share, (number * 0.61803399) % 1.0), len(area) - 1)
    seed = hashed(f"cards {name}", most)
    out = directions(seed, 9)
    place = crown.middle[lobe] + crown.half[lobe] * out * 0.98
    chosen = np.flatnonzero((crown.depth(place)[0] > 0.8) & _kept(crown, lobe, out, seed))
    chosen = chosen[: sheet.count]
    seed, lobe, out = seed[chosen], lobe[chosen], out[chosen]
    reach = 0.74 + 0.24 * fraction(seed, 11)
    return seed, crown.middle[lobe] + crown.half[lobe] * out * reach[:, None], out


def _kept(crown: Crown, lobe: I64, out: F64, seed: U32) -> npt.NDArray[np.bool_]:
    """Which directions stay: even ones would heap tufts on the tips of slender lobes."""
    wide, tall = crown.half[lobe, 0], crown.half[lobe, 2]
    flat = np.hypot(*out[:, :2].T)
    share = np.hypot(tall * flat, wide * out[:, 2]) / np.maximum(tall, wide)
    return np.asarray((tall < SLENDER * wide) | (fraction(seed, 19) < share))


def _even_sites(crown: Crown, sheet: Sheet, name: str) -> tuple[U32, F64, F64]:
    """Seeds, middles and directions of cards on a spiral from the foot of a crown to its tip."""
    seed = hashed(f"cards {name}", sheet.count)
    number = np.arange(sheet.count)
    share = 0.1 + 0.78 * (number + 0.5) / sheet.count
    turn = number * GOLDEN_RAD + 0.6 * fraction(seed, 9)
    z = crown.low_m + (crown.high_m - crown.low_m) * share
    away = (0.8 + 0.2 * fraction(seed, 11)) * crown.radius(z, turn)
    place = np.stack([away * np.cos(turn), away * np.sin(turn), z], axis=1)
    middle, half = whole(crown)
    return seed, place, unit((place - middle) / half)


def _squares(middle: F64, facing: F64, roll: F64, size_m: F64) -> F64:
    """(4 k, 3) corners, counter-clockwise as `facing` sees them, the first two below."""
    side = unit(np.cross([0.0, 0.0, 1.0], facing + np.array([1e-4, 0.0, 0.0])))
    rise = np.cross(facing, side)
    c, s = np.cos(roll)[..., None], np.sin(roll)[..., None]
    u, v = c * side + s * rise, c * rise - s * side
    wide, high = 0.5 * size_m[:, :1], 0.5 * size_m[:, 1:]
    return np.stack(
        [middle + a * wide * u + b * high * v for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))],
        axis=1,
    ).reshape(-1, 3)


def directions(seed: U32, stream: int) -> F64:
    """(k, 3) unit vectors, evenly spread over all directions."""
    z, turn = 2.0 * fraction(seed, stream) - 1.0, 2.0 * np.pi * fraction(seed, stream + 40)
    flat = np.sqrt(1.0 - z**2)
    return np.stack([flat * np.cos(turn), flat * np.sin(turn), z], axis=1)


def _skin(crown: Crown, shape: Body, name: str) -> F64:
    """(n, 3) points of the rings, then the foot and the tip."""
    ring = np.repeat(np.arange(len(shape.rings)), shape.sides)
    noise = fraction(hashed(f"skin {name}", len(ring)), 1) - 0.5
    turn = np.tile(np.arange(shape.sides), len(shape.rings)) * (2 * np.pi / shape.sides)
    turn = turn + ring * np.pi / shape.sides
    tall = crown.high_m - crown.low_m
    z = crown.low_m + tall * np.array(shape.rings)[ring]
    around = [  # a point stands for the skin half way to its neighbours
        crown.radius(z + up * tall / len(shape.rings), turn + aside * np.pi / shape.sides)
        for up in (-0.25, 0.0, 0.25)
        for aside in (-0.5, 0.0, 0.5)
    ]
    away = np.mean(around, axis=0) * shape.wide * (1.0 + 0.14 * noise)
    z = z + 0.05 * tall * noise
    rings = np.stack([away * np.cos(turn), away * np.sin(turn), z], axis=1)
    ends = [
        crown.low_m + 0.5 * shape.rings[0] * tall,
        crown.high_m - (1.0 - shape.wide) * 0.2 * tall,
    ]
    return np.concatenate([rings, [[0.0, 0.0, ends[0]], [0.0, 0.0, ends[1]]]])


def whole(crown: Crown) -> tuple[F64, F64]:
    """Middle and half axes of the ellipsoid that a crown roughly is, its middle set low."""
    tall = crown.high_m - crown.low_m
    middle = np.array([0.0, 0.0, crown.low_m + 0.44 * tall])
    return middle, np.array([crown.reach_m, crown.reach_m, 0.56 * tall])


def squared(base: F64, heading: F64, facing: F64, length_m: F64, width_m: F64) -> F64:
    """(4 k, 3) corners of cards that begin at `base`: two at the foot, two at the tip.

    Counter-clockwise as `facing` sees them.
    """
    side = unit(np.cross(heading, facing))
    wide, long = 0.5 * width_m[:, None] * side, length_m[:, None] * heading
    return np.stack(
        [base + wide, base + wide + long, base - wide + long, base - wide], axis=1
    ).reshape(-1, 3)


def _layout(crown: Crown, place: F64) -> F64:
    """(n, 2) metres: a broad crown as seen from its foot, a column rolled off; no seam shows."""
    away = place - [0.0, 0.0, crown.low_m - 0.2]
    if crown.high_m - crown.low_m > 4.0 * crown.reach_m:
        turn = np.abs(np.arctan2(away[:, 1], away[:, 0]))
        return np.stack([turn * crown.reach_m, away[:, 2]], axis=1)
    sums = np.maximum(np.abs(away).sum(axis=1, keepdims=True), 1e-6)
    return np.asarray(2.2 * crown.reach_m * away[:, :2] / sums)


def unit(vectors: F64) -> F64:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6))


def _ripple(points: F64) -> F64:
    """Noise by place, so that neighbours agree between levels."""
    waves = np.sin(points @ np.array([1.9, 2.3, 1.3])) * np.cos(points[:, 0] * 1.1)
    return np.asarray(0.5 + 0.5 * waves)


def _ball_faces(rings: int, sides: int) -> I64:
    """Faces between rings of equal points, a foot (last but one) and a tip (last)."""
    here = np.arange(sides)
    following = np.roll(here, -1)
    foot, tip = rings * sides, rings * sides + 1
    faces = [np.stack([following, here, np.full(sides, foot)], axis=1)]
    for ring in range(rings - 1):
        low, high = ring * sides, (ring + 1) * sides
        faces.append(np.stack([low + here, low + following, high + here], axis=1))
        faces.append(np.stack([low + following, high + following, high + here], axis=1))
    last = (rings - 1) * sides
    faces.append(np.stack([last + here, last + following, np.full(sides, tip)], axis=1))
    return np.concatenate(faces)
