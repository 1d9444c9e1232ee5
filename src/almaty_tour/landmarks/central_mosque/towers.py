"""Round towers of the Central Mosque: corner turrets and the minaret share one language."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import dome, extrude, lathe, profile, transform
from almaty_tour.kit.finial import crescent_spire
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.central_mosque import paint
from almaty_tour.mesh.data import MeshData, merge

SIDES = 8


def collar(radius_m: float, foot_m: float, high_m: float, out_m: float) -> MeshData:
    """A flared ring: a thin roll, a plain neck, a hollow, a plate."""
    h, r, p = high_m, radius_m, out_m
    section = profile.line(
        (r, 0.0), (r + 0.14 * p, 0.04 * h), (r + 0.14 * p, 0.3 * h), (r + 0.3 * p, 0.34 * h),
        (r + 0.4 * p, 0.46 * h), (r + 0.62 * p, 0.6 * h), (r + 0.95 * p, 0.7 * h),
        (r + p, 0.74 * h), (r + p, 0.97 * h), (r + 0.94 * p, h), (r * 0.7, h),
    )  # fmt: skip
    return lathe.lathe(section + np.array([0.0, foot_m]), paint.SMOOTH, sides=24)


def shaft(radius_m: float, top_radius_m: float, low_m: float, high_m: float) -> MeshData:
    """A round shaft of marble courses."""
    share = np.linspace(0.0, 1.0, 2 + int((high_m - low_m) / 2.2))[:, None]
    section = np.array([radius_m, low_m]) * (1 - share) + np.array([top_radius_m, high_m]) * share
    return lathe.lathe(section, paint.MARBLE, sides=24)


def lantern(apothem_m: float, foot_m: float, high_m: float, slit_m: float) -> MeshData:
    """An open eight-sided lantern with a pointed slit in every side."""
    width = 2 * apothem_m * 0.41421
    outline = profile.rectangle(width, high_m, (0.0, high_m / 2))
    slit = profile.opening("pointed", slit_m, 0.84 * high_m, steps=4) + np.array(
        [0.0, 0.04 * high_m]
    )
    side = extrude.panel(outline, 0.0, 0.24, paint.SMOOTH, holes=[slit], crease_deg=20.0)
    ring = transform.around(side, SIDES, apothem_m, z_m=foot_m)
    floor = lathe.lathe([(apothem_m, foot_m), (apothem_m, foot_m + 0.1)], paint.SMOOTH, sides=SIDES)
    return merge([ring, floor])


def cap(radius_m: float, foot_m: float, dome_m: float, *, columns: int, gold: Paint) -> MeshData:
    """A small gold dome of lozenge plates on a white ring."""
    section = dome.curve("timurid", radius_m, dome_m, 14) + np.array([0.0, foot_m])
    rows = max(6, columns // 2 - 2)
    shell = dome.scales(
        section, gold, ["#FFFFFF", "#F4EFE2"], [[0, 1], [1, 0]],
        columns=columns, rows=rows, relief_m=0.02,
    )  # fmt: skip
    core = lathe.lathe(section[::2] * [0.97, 1.0], paint.SEAM, sides=12)
    return merge([shell, core])


def turret() -> MeshData:
    """A corner turret from the terrace to 27 m, its axis at the origin."""
    foot = lathe.lathe(profile.line((2.1, 1.5), (2.1, 2.35), (1.95, 2.45)), paint.SMOOTH, sides=24)
    return merge(
        [
            shaft(1.95, 1.95, 1.5, 11.0),
            foot,
            collar(1.95, 10.3, 1.0, 0.4),
            shaft(1.52, 1.5, 13.0, 19.0),
            collar(1.5, 18.3, 2.4, 0.58),
            lantern(1.32, 20.65, 3.3, 0.5),
            collar(1.36, 23.7, 1.25, 0.62),
            cap(1.52, 24.9, 2.1, columns=24, gold=paint.GOLD),
        ]
    )


def minaret() -> MeshData:
    """The minaret, 47 m with its finial, its axis at the origin."""
    plinth = lathe.lathe(profile.line((2.9, -1.5), (2.9, 1.3), (2.6, 1.5)), paint.TERRACE, sides=32)
    slots = []
    for z, turn in ((16.6, -60.0), (27.9, -60.0), (16.6, 120.0), (27.9, 120.0)):
        slot = extrude.block((-0.35, -0.06, z), (0.35, 0.3, z + 1.5), paint.DARK)
        radius = 2.2 if z < 20 else 1.98
        slots.append(transform.around(slot, 1, radius, start_deg=turn))
    return merge(
        [
            plinth,
            shaft(2.5, 2.4, 0.0, 15.0),
            collar(2.4, 14.3, 1.9, 0.62),
            shaft(2.26, 2.16, 15.5, 26.0),
            collar(2.16, 25.4, 1.95, 0.62),
            shaft(2.02, 1.94, 27.0, 35.0),
            collar(1.94, 34.0, 2.4, 0.62),
            lantern(1.6, 36.35, 5.0, 0.6),
            collar(1.66, 41.2, 1.5, 0.62),
            cap(1.75, 42.65, 2.6, columns=28, gold=paint.GOLD),
            transform.move(crescent_spire(1.99, paint.GOLD), z=45.15),
            *slots,
        ]
    )
