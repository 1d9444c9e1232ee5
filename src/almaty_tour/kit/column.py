"""Columns, piers and pilasters with their bases and capitals."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import capital as capitals
from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

ORDERS = ("tuscan", "ionic", "corinthian", "oriental", "plain")


def column(
    height_m: float,
    radius_m: float,
    paint: Paint,
    *,
    order: str = "tuscan",
    fluted: bool = False,
    sides: int = 24,
    trim: Paint | None = None,
    base: bool = True,
    taper: float = 0.84,
) -> MeshData:
    """A round column on z = 0 whose abacus ends at `height_m`; `radius_m` is at the foot.

    `order`: "tuscan", "ionic", "corinthian" (leaves and scrolls), "oriental" (bulb at the
    foot, flaring capital) or "plain" (shaft only). `trim` paints base and capital.
    `taper` is the upper radius as a share of the lower.
    """
    if order not in ORDERS:
        raise ValueError(f"column(): order must be one of {ORDERS}, got {order!r}")
    finish = trim or paint
    if order == "plain":
        return shaft(0.0, height_m, radius_m, taper * radius_m, paint, fluted, sides)
    if order == "oriental":
        return _oriental(height_m, radius_m, paint, finish, sides)
    low = 0.9 * radius_m if base else 0.0
    upper = taper * radius_m
    head = {"tuscan": 0.95, "ionic": 1.0, "corinthian": 2.3}[order] * radius_m
    make = {"tuscan": capitals.tuscan, "ionic": capitals.ionic, "corinthian": capitals.corinthian}
    pieces = [
        shaft(low, height_m - head, radius_m, upper, paint, fluted, sides),
        transform.move(make[order](upper, head, finish, sides), z=height_m - head),
    ]
    if base:
        pieces.append(attic_base(radius_m, low, finish, sides))
    return merge(pieces)


def shaft(
    low_m: float,
    high_m: float,
    radius_m: float,
    upper_m: float,
    paint: Paint,
    fluted: bool = False,
    sides: int = 24,
) -> MeshData:
    """The body of a column with a gentle entasis; fluted ones have `sides` hollows."""
    share = np.linspace(0.0, 1.0, 6)
    radius = radius_m + (upper_m - radius_m) * share**1.8
    section = np.stack([radius, low_m + (high_m - low_m) * share], axis=1)
    if not fluted:
        return lathe.lathe(section, paint, sides=sides)
    flutes = 20 if sides >= 20 else sides
    points = flutes * 4
    return lathe.lathe(
        section[[0, 2, 4, 5]],
        paint,
        sides=points,
        modulation=lathe.flutes(points, flutes, 0.06),
        crease_deg=50.0,
    )


def attic_base(radius_m: float, height_m: float, paint: Paint, sides: int = 24) -> MeshData:
    """A square plinth under two tori and a hollow."""
    r, h = radius_m, height_m
    plinth = extrude.box(2.7 * r, 2.7 * r, 0.34 * h, paint)
    section = profile.joined(
        profile.torus(0.3 * h, 0.16 * r, 5) + np.array([1.16 * r, 0.34 * h]),
        profile.line((1.1 * r, 0.64 * h), (1.04 * r, 0.72 * h), (1.08 * r, 0.78 * h)),
        profile.torus(0.18 * h, 0.1 * r, 4) + np.array([1.07 * r, 0.8 * h]),
        profile.line((r, h)),
    )
    return merge([plinth, lathe.lathe(section, paint, sides=sides)])


def _oriental(h: float, r: float, paint: Paint, trim: Paint, sides: int) -> MeshData:
    """A carved timber or plaster column of Central Asia: bulb, neck, slim shaft, flare."""
    foot = profile.smooth(
        profile.line((1.0 * r, 0.4 * r), (1.35 * r, 1.1 * r), (1.15 * r, 2.0 * r),
                     (0.62 * r, 2.7 * r), (0.72 * r, 3.1 * r)), 4
    )  # fmt: skip
    head = profile.smooth(
        profile.line((0.62 * r, h - 3.2 * r), (0.8 * r, h - 2.4 * r), (1.2 * r, h - 1.4 * r),
                     (1.75 * r, h - 0.45 * r)), 4
    )  # fmt: skip
    ring = profile.torus(0.3 * r, 0.16 * r, 4) + np.array([0.62 * r, h - 3.5 * r])
    return merge(
        [
            extrude.box(2.4 * r, 2.4 * r, 0.4 * r, trim),
            lathe.lathe(foot, trim, sides=sides),
            lathe.lathe(
                profile.line((0.72 * r, 3.1 * r), (0.58 * r, h - 3.2 * r)), paint, sides=sides
            ),
            lathe.lathe(ring, trim, sides=sides),
            lathe.lathe(head, trim, sides=sides),
            extrude.box(3.6 * r, 3.6 * r, 0.45 * r, trim, bottom_m=h - 0.45 * r),
        ]
    )


def pier(
    width_m: float,
    height_m: float,
    paint: Paint,
    *,
    depth_m: float | None = None,
    trim: Paint | None = None,
    base_m: float = 0.5,
    head_m: float = 0.4,
    out_m: float = 0.1,
) -> MeshData:
    """A square pillar with a plinth and a moulded head; 0 leaves either out."""
    depth = width_m if depth_m is None else depth_m
    plan = profile.rectangle(width_m, depth)
    finish = trim or paint
    pieces = [extrude.prism(plan, 0.0, height_m, paint, crease_deg=0.0)]
    if base_m > 0.0:
        pieces.append(extrude.sweep(profile.plinth(base_m, out_m), plan, finish))
    if head_m > 0.0:
        moulding = profile.cornice(head_m, 1.3 * out_m)
        pieces.append(extrude.sweep(moulding, plan, finish, z_m=height_m - head_m))
    return merge(pieces)


def pilaster(
    width_m: float,
    out_m: float,
    height_m: float,
    paint: Paint,
    *,
    order: str = "tuscan",
    trim: Paint | None = None,
    base_m: float = 0.45,
) -> MeshData:
    """A flat pillar on a wall (the plane y = 0), standing out to -y, middle at x = 0.

    `order`: "tuscan" (moulded head), "corinthian" (leaves), "plain".
    """
    finish = trim or paint
    half = width_m / 2
    body = extrude.block((-half, -out_m, 0.0), (half, 0.0, height_m), paint)
    pieces = [body]
    path = profile.line((-half, 0.0), (-half, -out_m), (half, -out_m), (half, 0.0))
    if base_m > 0.0:
        foot = profile.plinth(base_m, 0.35 * out_m)
        pieces.append(extrude.sweep(foot, path, finish, closed=False))
    if order == "tuscan":
        head = profile.cornice(0.55 * width_m, 0.5 * out_m)
        place = height_m - 0.55 * width_m
        pieces.append(extrude.sweep(head, path, finish, z_m=place, closed=False))
    elif order == "corinthian":
        head_m = 1.15 * width_m
        leaves = capitals.flat_leaves(width_m, out_m, head_m, finish)
        pieces.append(transform.move(leaves, z=height_m - head_m))
    return merge(pieces)
