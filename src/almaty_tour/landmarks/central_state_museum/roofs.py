"""Octagonal towers and the blue metal roofs of the Central State Museum."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks.central_state_museum.walls import (
    BAR,
    BLUE,
    GLASS,
    GRANITE,
    STONE,
    WALL_M,
)
from almaty_tour.mesh.data import MeshData, merge

TOWER_HALF_M = 3.95
TOWER_M = 20.6
CAP_M = 24.2
OCTAGON = 1 / np.cos(np.pi / 8)
SEAM = Paint("roof_metal", "#2A6BB4")
DARK = Paint("painted_metal", "#16324F")
SKYLIGHT = Paint("blue_glass", "#9FD6DC")
DOME_BASE_M = 19.6
CHALK = np.array([126.0, 146.0, 172.0])


def tower(name: str = "tower") -> MeshData:
    """An octagonal shaft with a glass slit in front, dentils, and a cut-gem cap of blue."""
    radius = TOWER_HALF_M * OCTAGON
    plan = profile.regular(8, radius, 22.5)
    wide = profile.offset(plan, 0.3)
    foot = [
        extrude.prism(wide, z0, z1, GRANITE, crease_deg=0) for z0, z1 in ((-1.5, 0.1), (0.1, 2.9))
    ]
    shaft = extrude.prism(plan, 2.9, TOWER_M - 0.75, STONE, crease_deg=0)
    head = extrude.prism(plan, TOWER_M - 0.75, TOWER_M, STONE,
                         top_outline=profile.offset(plan, 0.42), crease_deg=0)  # fmt: skip
    lid = extrude.prism(profile.offset(plan, 0.42), TOWER_M, TOWER_M + 0.16, STONE, crease_deg=0)
    tooth = block((-0.14, -0.34, 0), (0.14, 0.1, 0.26), STONE)
    side = transform.along(tooth, (-1.5, -TOWER_HALF_M - 0.12, TOWER_M - 0.42),
                           (1.5, -TOWER_HALF_M - 0.12, TOWER_M - 0.42), 6)  # fmt: skip
    teeth = transform.around(side, 8)
    groove = profile.line((0, 0), (0.03, 0.02), (0.03, 0.22), (0, 0.24))
    joints = [
        extrude.sweep(groove, plan, STONE.shaded(0.96), z_m=z, crease_deg=0)
        for z in (6.4, 11.2, 15.6)
    ]  # fmt: skip
    return merge([*foot, shaft, head, lid, teeth, *joints, _slit(), cap(name)])


def _slit() -> MeshData:
    y = -TOWER_HALF_M
    frame = [block((x - 0.09, y - 0.12, 3.0), (x + 0.09, y + 0.1, 18.1), STONE.shaded(0.86))
             for x in (-0.46, 0.46)]  # fmt: skip
    top = block((-0.55, y - 0.12, 18.0), (0.55, y + 0.1, 18.2), STONE.shaded(0.86))
    glass = block((-0.4, y - 0.07, 2.9), (0.4, y + 0.1, 18.05), GLASS)
    bar = block((-0.4, y - 0.11, 0), (0.4, y, 0.07), BAR)
    bars = transform.at(bar, [(0, 0, z) for z in np.arange(3.9, 18.0, 1.1)])
    return merge([*frame, top, glass, bars])


def cap(name: str) -> MeshData:
    """The flat faceted cap: a skirt, a short drum, two breaks, a disc on top."""
    z, r = TOWER_M, TOWER_HALF_M * OCTAGON
    neck = profile.line((r - 0.1, z + 0.1), (r - 0.1, z + 0.3))
    section = profile.line(
        (r + 0.26, z + 0.3), (r + 0.32, z + 0.42), (r + 0.2, z + 1.7), (r - 0.55, z + 2.45),
        (r - 1.7, z + 3.0), (r - 3.2, z + 3.36),
    )  # fmt: skip
    dark = lathe.lathe(neck, DARK, sides=8, start_deg=22.5, crease_deg=0)
    shell = lathe.lathe(section, BLUE, sides=8, start_deg=22.5, crease_deg=0)
    band = section[2] + np.array([[0.05, -0.05], [0.05, 0.05]])
    joint = lathe.lathe(band, SEAM, sides=8, start_deg=22.5, crease_deg=0)
    tip = profile.line((0.75, z + 3.25), (0.6, CAP_M - 0.3), (0.3, CAP_M))
    knob = lathe.lathe(tip, BLUE, sides=8, crease_deg=0)
    seams = _seams(section[1:5], 8, (-0.99, -0.5, 0.0, 0.5), SEAM, 0.08)
    return merge([dark, weathered(shell, 8, name), joint, knob, seams])


def weathered(shell: MeshData, sides: int, name: str) -> MeshData:
    """The faceted shell with a tone of its own on every facet and every tier of it.

    Facets face the weather differently: paint has chalked on some and kept on others.
    """
    middle = shell.positions[shell.faces].astype(np.float64).mean(axis=1)
    side = np.round(np.degrees(np.arctan2(middle[:, 1], middle[:, 0])) * sides / 360.0).astype(int)
    _, tier = np.unique(np.round(shell.normals[shell.faces[:, 0], 2], 1), return_inverse=True)
    key = side % sides + sides * tier.ravel()
    draw = hashed(f"central_state_museum/{name}", int(key.max()) + 1)
    tone, chalk = 0.74 + 0.3 * fraction(draw, 1)[key], 0.3 * fraction(draw, 2)[key]
    tint = shell.tint.copy()
    for corner in range(3):  # flat shading: no vertex belongs to two facets
        at = shell.faces[:, corner]
        base = shell.tint[at, :3].astype(np.float64)
        grey = base + (CHALK - base) * chalk[:, None]
        tint[at, :3] = np.round(np.minimum(grey * tone[:, None], 255.0))
    return replace(shell, tint=tint)


def _seams(
    section: profile.F64, sides: int, shares: tuple[float, ...], paint: Paint, width_m: float
) -> MeshData:
    """Standing seams up every facet of a faceted roof: a share of -1 lies on the hip."""
    facet, tan = np.cos(np.pi / sides), np.tan(np.pi / sides)
    pieces = []
    for share in shares:
        wide = 3.0 * width_m if share < -0.98 else width_m
        for (r0, z0), (r1, z1) in pairwise(section):
            low = np.array([share * r0 * facet * tan, -r0 * facet, z0])
            high = np.array([share * r1 * facet * tan, -r1 * facet, z1])
            pieces.append(_rib(low, high, wide, paint))
    return transform.around(merge(pieces), sides)


def _rib(low: profile.F64, high: profile.F64, width_m: float, paint: Paint) -> MeshData:
    """A square bar on a slope that looks to -y, from its foot to its head."""
    way = (high - low) / np.linalg.norm(high - low)
    side = np.array([1.0, 0.0, 0.0])
    side = side - way * float(side @ way)
    side = side / np.linalg.norm(side) * width_m / 2
    out = np.cross(side, way)
    out = out / np.linalg.norm(out) * (0.5 * width_m + 0.03)
    ring = [(-side, -out), (side, -out), (side, out), (-side, out)]
    points = [end + s + o for end in (low, high) for s, o in ring]
    faces = [(0, 1, 5), (0, 5, 4), (1, 2, 6), (1, 6, 5), (2, 3, 7), (2, 7, 6), (3, 0, 4), (3, 4, 7),
             (0, 3, 2), (0, 2, 1), (4, 5, 6), (4, 6, 7)]  # fmt: skip
    return solid(points, np.array(faces)[:, ::-1], paint, crease_deg=0)


# The great dome ---------------------------------------------------------------------------


def dome(top_m: float) -> MeshData:
    """The wide eight-sided dome like the crown of a yurt, ringed, under a pyramid of glass."""
    z = DOME_BASE_M
    drum = extrude.prism(profile.regular(8, 17.9, 22.5), WALL_M - 0.6, z, STONE, crease_deg=0)
    rise = top_m - 3.7 - z
    rim = profile.line((18.2, z), (18.25, z + 0.25), (17.9, z + 0.4))
    knots = profile.line(
        (17.9, z + 0.4), (16.6, z + 0.24 * rise), (14.4, z + 0.47 * rise), (11.6, z + 0.68 * rise),
        (8.9, z + 0.85 * rise), (6.1, z + rise),
    )  # fmt: skip
    shell = lathe.lathe(profile.joined(rim, knots), BLUE, sides=8, start_deg=22.5, crease_deg=0)
    shares = tuple(np.linspace(-0.84, 0.84, 11))
    seams = _seams(knots, 8, shares, SEAM, 0.09)
    shell = weathered(shell, 8, "dome")
    hips = _seams(knots, 8, (-0.999,), BLUE.shaded(0.85), 0.22)
    return merge([drum, shell, seams, hips, _lantern(z + rise, top_m)])


def _lantern(low_m: float, top_m: float) -> MeshData:
    """A flared blue ring of eight sides and the glass pyramid that lights the hall."""
    ring = profile.line((6.2, low_m - 0.5), (6.75, low_m + 0.15), (6.75, low_m + 0.4),
                        (5.4, low_m + 1.35), (4.6, low_m + 1.4))  # fmt: skip
    glass = profile.line((4.5, low_m + 1.3), (4.4, low_m + 1.55), (0.5, top_m - 0.12))
    knob = profile.line((0.55, top_m - 0.2), (0.3, top_m))
    flare = lathe.lathe(ring, BLUE, sides=8, start_deg=22.5, crease_deg=0)
    pane = lathe.lathe(glass, SKYLIGHT, sides=8, start_deg=22.5, crease_deg=0)
    tip = lathe.lathe(knob, BLUE, sides=8, start_deg=22.5, crease_deg=0)
    bars = _seams(glass[1:], 8, (-0.99, -0.5, 0.0, 0.5), BAR, 0.07)
    ribs = _seams(ring[2:4], 8, (-0.99, -0.7, -0.35, 0.0, 0.35, 0.7), SEAM, 0.08)
    return merge([flare, pane, tip, bars, ribs])
