"""Capitals: the heads of columns, with leaves and scrolls as real relief."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]


def tuscan(radius_m: float, height_m: float, paint: Paint, sides: int = 24) -> MeshData:
    """A neck ring, an echinus and a square abacus, between z = 0 and the height."""
    r, h = radius_m, height_m
    section = profile.joined(
        profile.line((r, 0.0), (r, 0.16 * h)),
        profile.torus(0.14 * h, 0.09 * r, 4) + np.array([r, 0.16 * h]),
        profile.line((1.02 * r, 0.3 * h), (1.02 * r, 0.45 * h)),
        profile.ovolo(0.27 * h, 0.3 * r, 5) + np.array([1.05 * r, 0.45 * h]),
    )
    top = extrude.box(2.8 * r, 2.8 * r, 0.28 * h, paint, bottom_m=0.72 * h)
    return merge([lathe.lathe(section, paint, sides=sides), top])


def ionic(radius_m: float, height_m: float, paint: Paint, sides: int = 24) -> MeshData:
    """An echinus between four scrolls, and an abacus."""
    r, h = radius_m, height_m
    neck = lathe.lathe(
        profile.joined(
            profile.line((r, 0.0), (r, 0.35 * h)),
            profile.ovolo(0.3 * h, 0.3 * r, 5) + np.array([r, 0.35 * h]),
        ),
        paint,
        sides=sides,
    )
    roll = volute(0.5 * h, 1.7 * r, paint)
    pair = [transform.move(roll, x=side * 1.05 * r, z=0.5 * h) for side in (-1.0, 1.0)]
    pillow = extrude.box(2.1 * r, 1.9 * r, 0.3 * h, paint, bottom_m=0.6 * h)
    top = extrude.box(2.7 * r, 2.4 * r, 0.16 * h, paint, bottom_m=0.84 * h)
    return merge([neck, *pair, pillow, top])


def volute(radius_m: float, width_m: float, paint: Paint) -> MeshData:
    """A scroll as a drum lying along y with stepped faces, about the origin."""
    r, w = radius_m, width_m / 2
    section = profile.line(
        (0.0, -w - 0.1 * r), (0.3 * r, -w - 0.1 * r), (0.34 * r, -w + 0.04 * r),
        (0.62 * r, -w + 0.04 * r),
        (0.66 * r, -w), (r, -w), (0.8 * r, 0.0), (r, w), (0.66 * r, w),
        (0.62 * r, w - 0.04 * r), (0.34 * r, w - 0.04 * r), (0.3 * r, w + 0.1 * r),
        (0.0, w + 0.1 * r),
    )  # fmt: skip
    return transform.turn(lathe.lathe(section, paint, sides=16), "x", 90.0)


def corinthian(radius_m: float, height_m: float, paint: Paint, sides: int = 24) -> MeshData:
    """A bell with two rows of eight leaves, corner scrolls and a hollow-sided abacus."""
    r, h = radius_m, height_m
    bell = lathe.lathe(
        profile.smooth(
            profile.line((r, 0.0), (r, 0.45 * h), (1.1 * r, 0.7 * h), (1.35 * r, 0.88 * h)), 2
        ),
        paint,
        sides=max(12, sides // 2),
    )
    ring = lathe.ring(profile.torus(0.06 * h, 0.1 * r, 4), r, paint, sides=sides)
    low = leaf(0.42 * h, 0.62 * r, 0.34 * r, paint)
    high = leaf(0.64 * h, 0.6 * r, 0.5 * r, paint)
    scroll = _corner_scroll(r, h, paint)
    return merge(
        [
            bell,
            ring,
            transform.around(transform.move(low, z=0.05 * h), 8, r, start_deg=-90.0),
            transform.around(transform.move(high, z=0.06 * h), 8, 0.99 * r, start_deg=-67.5),
            transform.around(scroll, 4, 0.0, start_deg=-45.0),
            abacus(1.72 * r, 0.13 * h, paint, 0.87 * h),
            transform.around(_flower(r, h, paint), 4, 1.42 * r, start_deg=-90.0),
        ]
    )


def leaf(height_m: float, width_m: float, curl_m: float, paint: Paint) -> MeshData:
    """An acanthus leaf before the plane y = 0: lobed edge, raised midrib, tip curling to -y."""
    h, w, c = height_m, width_m / 2, curl_m
    rib = profile.smooth(
        profile.line((0.0, 0.0), (0.1 * c, 0.4 * h), (0.35 * c, 0.78 * h), (0.8 * c, h),
            (c, 0.86 * h)),
        2,
    )  # fmt: skip
    share = np.linspace(0.0, 1.0, len(rib))
    lobes = 0.8 + 0.2 * np.cos(share * 6 * np.pi)
    half = w * (0.75 + 0.5 * np.sin(np.pi * share)) * lobes * np.where(share > 0.85, 0.6, 1.0)
    along = np.gradient(rib, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    out = np.stack([np.zeros(len(rib)), -along[:, 1], -along[:, 0]], axis=1)
    spine = np.stack([np.zeros(len(rib)), -rib[:, 0], rib[:, 1]], axis=1)
    aside = half[:, None] * np.array([1.0, 0.0, 0.0])
    front = np.stack(
        [spine - aside, spine + 0.07 * h * out, spine + aside], axis=1
    )  # fmt: skip
    return _shell(front, front - 0.05 * h * out[:, None, :], paint)


def _shell(front: F64, rear: F64, paint: Paint) -> MeshData:
    """A closed plate between two (rows, columns, 3) sheets of points; the front looks to -y."""
    rows, columns = front.shape[:2]
    count = rows * columns
    sheet = extrude.grid_faces(rows, columns)
    edge = np.concatenate(
        [
            np.arange(columns),
            np.arange(1, rows) * columns + columns - 1,
            (rows - 1) * columns + np.arange(columns - 2, -1, -1),
            np.arange(rows - 2, 0, -1) * columns,
        ]
    )
    there = np.roll(edge, -1)
    sides = np.concatenate(
        [
            np.stack([edge, edge + count, there + count], axis=1),
            np.stack([edge, there + count, there], axis=1),
        ]
    )
    points = np.concatenate([front.reshape(-1, 3), rear.reshape(-1, 3)])
    faces = np.concatenate([sheet[:, ::-1], sheet + count, sides])
    return solid(points, faces, paint, crease_deg=50.0)


def _corner_scroll(r: float, h: float, paint: Paint) -> MeshData:
    """A stalk that rises to the abacus corner and ends in a curl (looks to -y)."""
    roll = transform.turn(lathe.cylinder(0.13 * h, 0.22 * r, paint, sides=10), "y", 90.0)
    stalk = leaf(0.86 * h, 0.24 * r, 0.75 * r, paint)
    return merge(
        [
            transform.move(roll, x=-0.11 * r, y=-1.78 * r, z=0.74 * h),
            transform.move(stalk, y=-0.98 * r),
        ]
    )


def _flower(r: float, h: float, paint: Paint) -> MeshData:
    return transform.move(extrude.box(0.35 * r, 0.24 * r, 0.18 * h, paint), z=0.84 * h)


def abacus(half_m: float, height_m: float, paint: Paint, bottom_m: float = 0.0) -> MeshData:
    """A plate with hollow sides and blunt corners; `half_m` is from the middle to a corner."""
    side, cut, hollow = half_m * 0.86, half_m * 0.12, half_m * 0.2
    one = profile.smooth(
        profile.line((-side + cut, -side), (0.0, -side + hollow), (side - cut, -side)), 3
    )
    turns = [np.array([[c, -s], [s, c]]) for c, s in ((1, 0), (0, 1), (-1, 0), (0, -1))]
    outline = np.concatenate([one @ turn.T for turn in turns])
    return extrude.prism(outline, bottom_m, bottom_m + height_m, paint)


def flat_leaves(width_m: float, out_m: float, height_m: float, paint: Paint) -> MeshData:
    """A Corinthian head for a pilaster: leaves on its front, an abacus plate on top."""
    w, h = width_m, height_m
    low = leaf(0.42 * h, 0.32 * w, 0.16 * w, paint)
    high = leaf(0.66 * h, 0.34 * w, 0.22 * w, paint)
    spots = [(-0.33 * w, -out_m), (0.0, -out_m), (0.33 * w, -out_m)]
    curls = [
        transform.move(
            transform.turn(lathe.cylinder(0.12 * h, 0.3 * w, paint, sides=10), "x", 90.0),
            x=side * 0.52 * w,
            y=-out_m + 0.05 * w,
            z=0.74 * h,
        )
        for side in (-1.0, 1.0)
    ]
    top = extrude.block(
        (-0.66 * w, -out_m - 0.14 * w, 0.87 * h), (0.66 * w, 0.0, h), paint
    )  # fmt: skip
    return merge(
        [
            transform.at(low, spots),
            transform.at(high, [(-0.17 * w, -out_m), (0.17 * w, -out_m)]),
            *curls,
            top,
        ]
    )
