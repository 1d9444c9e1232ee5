"""Kazakh and classical ornament as relief: ram's horns, friezes, lattices, rosettes.

Everything is a plate on the plane y = 0 that stands out to -y, about its own middle.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]


def ribbon(
    line_xz: npt.ArrayLike,
    width_m: npt.ArrayLike,
    out_m: float,
    paint: Paint,
    *,
    closed: bool = False,
) -> MeshData:
    """A raised band along a line in (x, z); `width_m` is one number or one a point."""
    points = np.asarray(line_xz, np.float64).reshape(-1, 2)
    half = np.broadcast_to(np.asarray(width_m, np.float64), len(points))[:, None] / 2
    side = profile.mitres(points, closed=closed) * half
    section = np.stack([points - side, points + side], axis=1)
    front = np.insert(section, 1, -out_m, axis=2)
    rear = np.insert(section, 1, 0.0, axis=2)
    ring = np.concatenate([front, rear[:, ::-1]], axis=1)
    faces = extrude.grid_faces(len(points), 4, wrap_rows=closed, wrap_columns=True)
    pieces = [faces]
    if not closed:
        cap = np.array([[0, 1, 2], [0, 2, 3]])
        pieces += [cap, cap[:, ::-1] + 4 * (len(points) - 1)]
    index = np.concatenate(pieces)
    return solid(ring.reshape(-1, 3), index[:, ::-1], paint)


def spiral(turns: float, start_m: float, end_m: float, *, steps: int = 24) -> F64:
    """A spiral about the origin in (x, z) from radius `start_m` to `end_m`, from +x upwards."""
    share = np.linspace(0.0, 1.0, steps + 1)
    angle = 2 * np.pi * turns * share
    radius = start_m + (end_m - start_m) * share
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


def horns(
    width_m: float, height_m: float, out_m: float, paint: Paint, *, steps: int = 22
) -> MeshData:
    """Qoshqar muiiz, the ram's horns: a stem that parts into two scrolls curling outwards."""
    w, h = width_m / 2, height_m
    band = 0.11 * h
    eye = np.array([0.55 * w, 0.62 * h])
    r = min(0.42 * w, 0.34 * h)
    scroll = spiral(-1.35, r, 0.12 * r, steps=steps)
    turn = np.radians(180.0)
    c, s = np.cos(turn), np.sin(turn)
    curl = scroll @ np.array([[c, s], [-s, c]]) + eye
    stem = profile.smooth([(0.0, 0.0), (0.02 * w, 0.3 * h), tuple(curl[0])], 4)[:-1]
    line = np.concatenate([stem, curl])
    taper = band * np.interp(np.arange(len(line)), [0, len(stem), len(line) - 1], [1.1, 1.0, 0.55])
    right = ribbon(line, taper, out_m, paint)
    foot = extrude.panel(
        profile.line((0.0, -0.02 * h), (0.16 * h, 0.1 * h), (0.0, 0.24 * h), (-0.16 * h, 0.1 * h)),
        -out_m,
        0.0,
        paint,
    )
    return transform.move(merge([right, transform.mirror_x(right), foot]), z=-h / 2)


def horn_cross(radius_m: float, out_m: float, paint: Paint) -> MeshData:
    """Four pairs of horns about a lozenge: the classic felt-carpet figure."""
    one = transform.move(horns(1.15 * radius_m, 0.78 * radius_m, out_m, paint), z=0.6 * radius_m)
    arms = [transform.turn(one, "y", angle) for angle in (0.0, 90.0, 180.0, 270.0)]
    return merge([*arms, lozenge(0.36 * radius_m, 0.36 * radius_m, out_m, paint)])


def lozenge(
    width_m: float, height_m: float, out_m: float, paint: Paint, *, band_m: float = 0.0
) -> MeshData:
    """A diamond plate, or a diamond frame when `band_m` > 0."""
    outline = profile.line(
        (0.0, -height_m / 2), (width_m / 2, 0.0), (0.0, height_m / 2), (-width_m / 2, 0.0)
    )
    holes = [profile.offset(outline, -band_m)] if band_m > 0.0 else []
    return extrude.panel(outline, -out_m, 0.0, paint, holes=holes)


def frieze(
    length_m: float,
    height_m: float,
    out_m: float,
    paint: Paint,
    *,
    motif: str = "horns",
    border: bool = True,
) -> MeshData:
    """A band from x = 0 to its length, z from 0 to its height, filled with a repeated motif.

    `motif`: "horns", "wave" (running scrolls), "lozenges", "meander", "triangles".
    """
    edge = 0.1 * height_m if border else 0.0
    inner = height_m - 2 * edge
    make = {
        "horns": lambda: (horns(1.1 * inner, 0.86 * inner, out_m, paint), 1.25 * inner),
        "wave": lambda: (_wave(inner, out_m, paint), 0.95 * inner),
        "lozenges": lambda: (_double_lozenge(inner, out_m, paint), 0.8 * inner),
        "meander": lambda: (_meander(inner, out_m, paint), 1.0 * inner),
        "triangles": lambda: (_triangle(inner, out_m, paint), 0.7 * inner),
    }
    if motif not in make:
        raise ValueError(f"frieze(): motif must be one of {sorted(make)}, got {motif!r}")
    one, pitch = make[motif]()
    count = max(1, round(length_m / pitch))
    bay = length_m / count
    one = transform.scale(one, bay / pitch, 1.0, 1.0)
    x = bay * (np.arange(count) + 0.5)
    places = np.column_stack([x, np.zeros(count), np.full(count, height_m / 2)])
    pieces = [transform.at(one, places)]
    if border:
        pieces += [
            extrude.block((0.0, -out_m, low), (length_m, 0.0, low + 0.7 * edge), paint)
            for low in (0.0, height_m - 0.7 * edge)
        ]
    return merge(pieces)


def _wave(height_m: float, out_m: float, paint: Paint) -> MeshData:
    h = height_m
    curl = spiral(1.2, 0.34 * h, 0.06 * h, steps=16) * np.array([1.0, 1.0])
    tail = profile.smooth([(-0.48 * h, -0.4 * h), (0.1 * h, -0.4 * h), tuple(curl[0])], 4)[:-1]
    line = np.concatenate([tail, curl])
    return ribbon(line, np.linspace(0.13 * h, 0.07 * h, len(line)), out_m, paint)


def _double_lozenge(height_m: float, out_m: float, paint: Paint) -> MeshData:
    h = height_m
    frame = lozenge(0.78 * h, 0.94 * h, out_m, paint, band_m=0.08 * h)
    return merge([frame, lozenge(0.34 * h, 0.4 * h, out_m, paint)])


def _meander(height_m: float, out_m: float, paint: Paint) -> MeshData:
    h = height_m / 2
    line = profile.line(
        (-1.0 * h, -0.8 * h), (-1.0 * h, 0.8 * h), (0.7 * h, 0.8 * h), (0.7 * h, -0.25 * h),
        (-0.35 * h, -0.25 * h), (-0.35 * h, 0.25 * h), (0.2 * h, 0.25 * h),
    )  # fmt: skip
    foot = profile.line((-1.0 * h, -0.8 * h), (1.0 * h, -0.8 * h))
    return merge([ribbon(line, 0.2 * h, out_m, paint), ribbon(foot, 0.2 * h, 0.98 * out_m, paint)])


def _triangle(height_m: float, out_m: float, paint: Paint) -> MeshData:
    h = height_m / 2
    outline = profile.line((-0.62 * h, -0.85 * h), (0.62 * h, -0.85 * h), (0.0, 0.85 * h))
    return extrude.panel(outline, -out_m, 0.0, paint)


def rosette(
    radius_m: float, out_m: float, paint: Paint, *, petals: int = 8, ring: bool = True
) -> MeshData:
    """Petals round a boss, in a ring."""
    r = radius_m
    petal = profile.smooth(
        [(0.0, 0.18 * r), (0.17 * r, 0.45 * r), (0.12 * r, 0.7 * r), (0.0, 0.82 * r),
         (-0.12 * r, 0.7 * r), (-0.17 * r, 0.45 * r)], 2, closed=True
    )  # fmt: skip
    leaf = extrude.panel(petal, -out_m, 0.0, paint)
    pieces = [transform.turn(leaf, "y", 360.0 * i / petals) for i in range(petals)]
    pieces.append(extrude.panel(profile.circle(0.2 * r, 16), -1.3 * out_m, 0.0, paint))
    if ring:
        hole = profile.circle(0.88 * r, 32)
        pieces.append(extrude.panel(profile.circle(r, 32), -out_m, 0.0, paint, holes=[hole]))
    return merge(pieces)


def lattice(
    width_m: float,
    height_m: float,
    out_m: float,
    paint: Paint,
    *,
    cell_m: float = 0.5,
    bar_m: float = 0.08,
    border_m: float = 0.1,
) -> MeshData:
    """A diamond grille in a frame, x from 0 to its width, z from 0 to its height."""
    across = max(1, round(width_m / cell_m))
    up = max(1, round(height_m / cell_m))
    w, h = width_m / across, height_m / up
    x, z = np.meshgrid((np.arange(across) + 0.5) * w, (np.arange(up) + 0.5) * h)
    places = np.column_stack([x.ravel(), np.zeros(x.size), z.ravel()])
    one = lozenge(w + bar_m, h + bar_m, out_m, paint, band_m=bar_m * 0.8)
    pieces = [transform.at(one, places)]
    if border_m > 0.0:
        frame = profile.rectangle(width_m, height_m, (width_m / 2, height_m / 2))
        hole = profile.offset(frame, -border_m)
        pieces.append(extrude.panel(frame, -1.15 * out_m, 0.0, paint, holes=[hole]))
    return merge(pieces)


def star_lattice(
    width_m: float, height_m: float, out_m: float, paint: Paint, *, cell_m: float = 0.8
) -> MeshData:
    """An eight-pointed star grille: each cell a star frame between crosses."""
    across = max(1, round(width_m / cell_m))
    up = max(1, round(height_m / cell_m))
    w, h = width_m / across, height_m / up
    r = 0.5 * min(w, h)
    outer = profile.star(8, r, 0.765 * r)
    star = extrude.panel(outer, -out_m, 0.0, paint, holes=[profile.offset(outer, -0.13 * r)])
    x, z = np.meshgrid((np.arange(across) + 0.5) * w, (np.arange(up) + 0.5) * h)
    places = np.column_stack([x.ravel(), np.zeros(x.size), z.ravel()])
    return transform.at(star, places)
