"""Trees of Almaty: poplar, elm, oak, birch, apple and the spruce of the mountains.

A crown is one ragged body of lobes under loose tufts of leaves. Its normals bend outwards from
the whole crown and its tint is dark in the hollows and light above, so that light runs over it
as over foliage and not as over stones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import lathe, profile
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.props.spruce import spruce, spruces
from almaty_tour.mesh.data import U32, MeshData, merge, mesh

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Kind:
    """One broad-leaved tree.

    Attributes:
        trunk_m, radius_m: where the trunk ends in the crown, and how thick it is.
        profile: (share of the crown's height, radius in metres) from its foot to its tip.
        low_m, high_m: foot and tip of the crown.
        lobes: bulges round the crown on level 0; ragged: how far tufts stand off.
    """

    trunk_m: float
    radius_m: float
    bark: Paint
    leaves: Paint
    low_m: float
    high_m: float
    profile: tuple[tuple[float, float], ...]
    lobes: int
    ragged: float


BARK = Paint("bark", "#5E5044")
ROUND = ((0.0, 0.3), (0.16, 0.8), (0.42, 1.0), (0.7, 0.84), (0.9, 0.46), (1.0, 0.0))
SLIM = ((0.0, 0.5), (0.14, 0.85), (0.36, 1.0), (0.62, 0.88), (0.85, 0.5), (1.0, 0.0))
TALL = ((0.0, 0.35), (0.2, 0.8), (0.4, 1.0), (0.66, 0.8), (0.88, 0.42), (1.0, 0.0))


def _scaled(
    shape: tuple[tuple[float, float], ...], radius: float
) -> tuple[tuple[float, float], ...]:
    return tuple((at, share * radius) for at, share in shape)


KINDS = {
    "poplar": Kind(5.0, 0.24, Paint("bark", "#7A7468"), Paint("foliage", "#55703C"),
                   1.6, 21.0, _scaled(SLIM, 1.75), 3, 0.9),
    "elm": Kind(5.6, 0.36, BARK, Paint("foliage", "#4E6B35"),
                4.0, 13.4, _scaled(ROUND, 5.0), 5, 1.0),
    "oak": Kind(4.8, 0.44, BARK, Paint("foliage", "#46602F"),
                3.6, 12.8, _scaled(ROUND, 5.6), 6, 1.0),
    "birch": Kind(7.0, 0.15, Paint("bark", "#D8D4CA"), Paint("foliage", "#6A8648"),
                  3.2, 13.4, _scaled(TALL, 2.5), 4, 1.1),
    "apple": Kind(1.9, 0.15, BARK, Paint("foliage", "#5C7A40"),
                  1.1, 4.9, _scaled(ROUND, 2.4), 4, 0.9),
}  # fmt: skip
VARIANTS = (*KINDS, "spruce", "spruces")


@dataclass(frozen=True)
class Body:
    """How the mass of a crown is built on a level.

    Attributes:
        rings: heights as shares of the crown; sides: points a ring.
        lobe, bump, wave: depth of the lobes, of free unevenness across and up.
        wide, shade: factors of its radius and its colour. hollow: how far the foot is drawn in.
    """

    rings: tuple[float, ...]
    sides: int
    lobe: float
    bump: float
    wave: float
    wide: float
    shade: float
    hollow: float


BODIES = (
    Body((0.05, 0.28, 0.56, 0.82), 8, 0.16, 0.24, 0.1, 0.86, 0.76, 0.17),
    Body((0.07, 0.34, 0.64, 0.88), 6, 0.14, 0.28, 0.08, 0.98, 0.9, 0.1),
    Body((0.16, 0.66), 4, 0.0, 0.3, 0.05, 1.18, 1.1, 0.0),
)
LEAVES = (700, 32)
COVER = (0.95, 0.46)


def build(variant: str, level: int) -> MeshData:
    """A tree of a kind; 800 triangles at most on level 0, 90 on 1, 16 on 2."""
    if variant == "spruce":
        return spruce(level)
    if variant == "spruces":
        return spruces()
    kind = KINDS[variant]
    pieces = [_trunk(kind, level), _body(kind, variant, level)]
    if level < 2:
        pieces.append(_leaves(kind, hashed(variant, LEAVES[level]), COVER[level]))
    return merge(pieces)


def _trunk(kind: Kind, level: int) -> MeshData:
    if level == 2:
        return _post(kind)
    sides = (6, 4)[level]
    wide = kind.radius_m
    section = profile.line((1.4 * wide, -0.4), (wide, 0.5), (0.55 * wide, kind.trunk_m))
    line = section if level == 0 else section[[0, 2]]
    return lathe.lathe(line, kind.bark, sides=sides, caps=False, crease_deg=80.0)


def _post(kind: Kind) -> MeshData:
    """The trunk far away: one upright triangle, seen from both sides."""
    wide, top = 1.5 * kind.radius_m, kind.low_m + 2.0
    points = np.array([(-wide, 0, -0.4), (wide, 0, -0.4), (0, 0, top)])
    faces = [(0, 1, 2), (1, 0, 2)]
    normals = np.tile([0.0, 0.0, 1.0], (3, 1))
    return mesh(points, faces, normals, kind.bark.material, tint=kind.bark.tint)


def _radius(kind: Kind, share: F64) -> F64:
    table = np.array(kind.profile)
    return np.asarray(np.interp(share, table[:, 0], table[:, 1]))


def _body(kind: Kind, name: str, level: int) -> MeshData:
    """The dark mass of the crown: rings of uneven points between a foot and a tip."""
    body = BODIES[level]
    points = _shell(kind, body, hashed(f"body{name}{level}", len(body.rings) * body.sides))
    faces = _ball_faces(len(body.rings), body.sides)
    if level == 2:
        faces = np.concatenate([[(2, 1, 0), (3, 2, 0)], faces[body.sides :]])
    paint = kind.leaves.shaded(body.shade)
    return _bent(kind, points, points * 0.0, faces, paint, _ripple(points))


def _shell(kind: Kind, body: Body, seed: U32) -> F64:
    """(n, 3) points of the rings, then the foot and the tip."""
    ring = np.repeat(np.arange(len(body.rings)), body.sides)
    share = np.array(body.rings)[ring]
    step = np.tile(np.arange(body.sides), len(body.rings))
    turn = step * (2 * np.pi / body.sides) + ring * np.pi / body.sides
    noise = fraction(seed, 1) - 0.5
    uneven = 1.0 + body.lobe * np.cos(kind.lobes * turn + 2.1 * ring) + body.bump * noise
    out = _radius(kind, share) * uneven * body.wide
    tall = kind.high_m - kind.low_m
    z = kind.low_m + tall * (share + body.wave * noise)
    foot, tip = kind.low_m + body.hollow * tall, kind.high_m - 0.03 * tall
    rings = np.stack([out * np.cos(turn), out * np.sin(turn), z], axis=1)
    return np.concatenate([rings, [[0.0, 0.0, foot], [0.0, 0.0, tip]]])


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
        faces.append(np.stack([low + here, low + following, high + following], axis=1))
        faces.append(np.stack([low + here, high + following, high + here], axis=1))
    last = (rings - 1) * sides
    faces.append(np.stack([last + here, last + following, np.full(sides, tip)], axis=1))
    return np.concatenate(faces)


def _leaves(kind: Kind, seed: U32, cover: float) -> MeshData:
    """Sprays of leaves over the crown: small triangles, evenly spread and loosely tilted."""
    count = len(seed)
    number = np.arange(count)
    share = _spread(kind, (number + 0.5) / count)
    turn = number * 2.399963 + 1.1 * fraction(seed, 4)
    lobe = 1.0 + 0.16 * np.cos(kind.lobes * turn + share * 6.0)
    away = _radius(kind, share) * lobe * (0.82 + 0.24 * kind.ragged * fraction(seed, 8))
    z = kind.low_m + (kind.high_m - kind.low_m) * share
    middle = np.stack([away * np.cos(turn), away * np.sin(turn), z], axis=1)
    out = _normal_of(kind, middle)
    corners = _sprays(out, middle, seed, _span(kind, count, cover))
    noise = np.repeat(fraction(seed, 3), 3)
    lean = np.repeat(out, 3, axis=0)
    faces = np.arange(3 * count).reshape(-1, 3)
    return _bent(kind, corners.reshape(-1, 3), lean, faces, kind.leaves, noise)


def _spread(kind: Kind, quantile: F64) -> F64:
    """Heights as shares, thicker where the crown is wide."""
    steps = np.linspace(0.0, 1.0, 200)
    weight = np.cumsum(_radius(kind, steps) + 0.1)
    return np.asarray(np.interp(quantile * weight[-1], weight, steps))


def _span(kind: Kind, count: int, cover: float) -> float:
    """Reach of a spray so that all of them cover `cover` of the crown."""
    table = np.array(kind.profile)
    tall = kind.high_m - kind.low_m
    area = 2 * np.pi * float(np.trapezoid(table[:, 1], table[:, 0])) * tall
    return float(np.sqrt(cover * area / count))


def _sprays(out: F64, middle: F64, seed: U32, span_m: float) -> F64:
    """(k, 3, 3) corners of triangles that face `out`, each tilted its own way."""
    side = np.cross(np.array([0.0, 0.0, 1.0]), out)
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-6)
    rise = np.cross(out, side)
    roll = 2 * np.pi * fraction(seed, 5)[:, None]
    u = np.cos(roll) * side + np.sin(roll) * rise
    v = np.cross(out, u)
    span = span_m * (0.7 + 0.5 * fraction(seed, 6))[:, None]
    u = u + 1.2 * out * (fraction(seed, 7) - 0.5)[:, None]
    v = v + 0.9 * out * (fraction(seed, 9) - 0.5)[:, None]
    return np.stack(
        [
            middle + span * (0.95 * u),
            middle + span * (0.62 * v - 0.35 * u),
            middle - span * (0.62 * v + 0.5 * u),
        ],
        axis=1,
    )


def _normal_of(kind: Kind, points: F64) -> F64:
    """(n, 3) directions away from the axis and the middle of the crown."""
    centre = np.array([0.0, 0.0, kind.low_m + 0.42 * (kind.high_m - kind.low_m)])
    reach = float(np.array(kind.profile)[:, 1].max())
    away = (points - centre) / [reach, reach, 0.58 * (kind.high_m - kind.low_m)]
    return np.asarray(away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 0.05))


def _bent(kind: Kind, place: F64, lean: F64, faces: I64, paint: Paint, noise: F64) -> MeshData:
    """A piece of crown: soft normals, light above and outside, dark below and within."""
    normals = _normal_of(kind, place) + 0.3 * lean + np.array([0.0, 0.0, 0.28])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    layout = np.stack([place[:, 0] + 0.7 * place[:, 1], place[:, 2] - 0.4 * place[:, 1]], axis=1)
    shape = mesh(place, faces, normals, paint.material, uv=layout, tint=paint.tint)
    up = np.clip((place[:, 2] - kind.low_m) / (kind.high_m - kind.low_m), 0.0, 1.0)
    bare = np.maximum(_radius(kind, up), 0.4)
    outer = np.clip(np.hypot(place[:, 0], place[:, 1]) / bare, 0.0, 1.15)
    light = 0.76 + 0.22 * up + 0.16 * (outer - 0.8) + 0.2 * (noise - 0.5)
    tint = shape.tint.astype(np.float64)
    tint[:, :3] *= np.clip(light, 0.45, 1.2)[:, None]
    tint[:, 0] *= 1.0 + 0.08 * (noise - 0.5)
    tint[:, 3] = np.clip(255.0 * (0.52 + 0.34 * up + 0.18 * outer), 90, 255)
    return replace(shape, tint=np.clip(np.rint(tint), 0, 255).astype(np.uint8))


def icosphere(level: int) -> tuple[F64, I64]:
    """Unit ball: 12 points and 20 faces, or 42 and 80 after one division."""
    g = (1 + 5**0.5) / 2
    points = [(-1, g, 0), (1, g, 0), (-1, -g, 0), (1, -g, 0), (0, -1, g), (0, 1, g),
              (0, -1, -g), (0, 1, -g), (g, 0, -1), (g, 0, 1), (-g, 0, -1), (-g, 0, 1)]  # fmt: skip
    faces = [(0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11), (1, 5, 9), (5, 11, 4),
             (11, 10, 2), (10, 7, 6), (7, 1, 8), (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8),
             (3, 8, 9), (4, 9, 5), (2, 4, 11), (6, 2, 10), (8, 6, 7), (9, 8, 1)]  # fmt: skip
    place = np.array(points, np.float64)
    place /= np.linalg.norm(place, axis=1, keepdims=True)
    index = np.array(faces, np.int64)
    for _ in range(level):
        place, index = _divided(place, index)
    return place, index


def _divided(points: F64, faces: I64) -> tuple[F64, I64]:
    edges = np.sort(faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    unique, inverse = np.unique(edges, axis=0, return_inverse=True)
    middle = points[unique].mean(axis=1)
    middle /= np.linalg.norm(middle, axis=1, keepdims=True)
    a, b, c = faces.T
    ab, bc, ca = (inverse.reshape(-1, 3) + len(points)).T
    corners = [(a, ab, ca), (b, bc, ab), (c, ca, bc), (ab, bc, ca)]
    return (
        np.concatenate([points, middle]),
        np.concatenate([np.stack(corner, axis=1) for corner in corners]),
    )
