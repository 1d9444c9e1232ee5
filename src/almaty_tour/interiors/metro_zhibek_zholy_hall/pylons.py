"""Pylons of beige marble mosaic, arched ways between them in brown marble, three vaults."""

from __future__ import annotations

from typing import Final

import numpy as np

from almaty_tour.base.rng import fraction
from almaty_tour.interiors._shared import metro_hall as metro
from almaty_tour.kit import arch, extrude, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, Prism, as_part, merge

IN_M, OUT_M = 4.2, 6.4
"""Where the pylons begin and end, from the middle of the hall."""
TOP_M: Final = 3.7
CROWN_M: Final = 5.8
WAY_M: Final = (2.7, 3.0)
"""Width and height of the ways between the pylons."""
MOSAIC, BROWN = Paint("marble", "#C6B08C"), Paint("marble", "#5E3B2C")
PALE, GLOW = Paint("marble", "#D9CBAE"), Paint("hall_lamp", "#FFE9C8")
SEAT_M: Final = IN_M - 0.4


def rows(platform: metro.Platform) -> MeshData:
    """Both rows with their cornices, hidden light above, and panels of mosaic on each pylon."""
    one = _row(platform)
    return as_part(merge([one, transform.turn_z(one, 180.0)]), "pylons")


def _row(platform: metro.Platform) -> MeshData:
    """The row to the east; x of an arcade runs along the hall."""
    low, high = platform.ends_m
    width, height = WAY_M
    way = arch.arcade(
        platform.bay_m, TOP_M, 1, MOSAIC, opening_m=width, opening_height_m=height,
        depth_m=OUT_M - IN_M, trim=BROWN, trim_m=0.32, trim_out_m=0.07,
    )  # fmt: skip
    band = arch.archivolt(profile.opening("round", width, height), 0.32, 0.07, BROWN)
    behind = transform.move(
        transform.turn_z(band, 180.0), x=platform.bay_m / 2, y=OUT_M - IN_M
    )  # fmt: skip
    starts = np.arange(platform.bays) * platform.bay_m
    ways = transform.at(
        merge([diced(way, 1.5), behind]), np.column_stack([starts, np.zeros(len(starts))])
    )
    pieces = [ways, *_cornice(high - low)]
    panels = [
        transform.move(_panel(number), x=float(x))
        for number, x in enumerate(platform.joints_m() - low)
    ]
    foot = [
        block((x - 1.02, -0.05, 0.0), (x + 1.02, OUT_M - IN_M + 0.05, 0.28), BROWN)
        for x in (platform.joints_m() - low).tolist()
    ]
    whole = transform.turn_z(merge([*pieces, *panels, *foot]), -90.0)
    return transform.move(whole, x=IN_M, y=high)


def _cornice(length: float) -> list[MeshData]:
    """A ledge along the top of the pylons to the middle hall; a line of light lies on it."""
    ledge = block((0.0, -0.28, TOP_M - 0.16), (length, 0.1, TOP_M), BROWN)
    light = block((0.0, -0.22, TOP_M), (length, -0.10, TOP_M + 0.05), GLOW)
    return [diced(ledge, 3.0), diced(light, 3.0)]


def _panel(number: int) -> MeshData:
    """A field of small stones in a frame on a pylon: an ornament of nested lozenges."""
    columns, rows_ = 8, 14
    x, z = np.linspace(-0.6, 0.6, columns + 1), np.linspace(0.75, 2.95, rows_ + 1)
    plan = np.stack(np.meshgrid(x, z), axis=2).reshape(-1, 2)
    points = np.column_stack([plan[:, 0], np.full(len(plan), -0.012), plan[:, 1]])
    cell = np.arange(columns * rows_)
    across = np.abs(cell % columns - (columns - 1) / 2)
    up = np.abs((cell // columns) % 7 - 3.0)
    step = ((across + up + number % 2) // 2).astype(int) % 3
    colours = np.array([(214, 196, 160), (168, 128, 92), (118, 78, 58)])
    tint = colours[step] * (0.86 + 0.24 * fraction(cell, number)[:, None])
    tint = np.clip(tint, 0, 255).astype(np.uint8)
    field = solid(
        points, grid_faces(rows_ + 1, columns + 1)[:, ::-1], Paint("marble", "#EFE6D6"),
        face_tint=np.concatenate([tint, tint]),
    )  # fmt: skip
    outer = profile.rectangle(1.34, 2.34, (0.0, 1.85))
    frame = extrude.panel(outer, -0.04, 0.0, PALE, holes=[profile.rectangle(1.2, 2.2, (0.0, 1.85))])
    return merge([field, frame])


def vaults(platform: metro.Platform, side_top_m: float, paint: Paint) -> MeshData:
    """The middle vault from cornice to cornice, one over each side hall, ribs, round lamps."""
    far, ends = platform.wall_m, platform.ends_m
    middle = metro.arch((-IN_M, IN_M), (TOP_M, TOP_M), CROWN_M - TOP_M, 16)
    sides = [
        metro.arch((OUT_M, far), (TOP_M, side_top_m), 1.3, 12),
        metro.arch((-far, -OUT_M), (side_top_m, TOP_M), 1.3, 12),
    ]
    made = [metro.vault(line, ends, paint) for line in (middle, *sides)]
    ribs = [metro.rib(middle, y, 0.7, 0.09, PALE) for y in platform.joints_m().tolist()]
    lamps = [transform.move(_lamp(), y=y, z=CROWN_M - 0.02) for y in platform.middles_m().tolist()]
    return as_part(merge([*made, *ribs, *lamps]), "vaults")


def _lamp() -> MeshData:
    """A stepped octagon of glass and brass under the crown."""
    brass = Paint("brass", "#FFF2DC")
    steps = ((0.85, 0.0, brass), (0.78, 0.07, GLOW), (0.5, 0.16, brass), (0.44, 0.23, GLOW))
    return merge(
        [
            extrude.prism(profile.regular(8, radius), -down - 0.07, -down + 0.02, paint, top=False)
            for radius, down, paint in steps
        ]
    )


def seats(platform: metro.Platform) -> list[tuple[float, float]]:
    """Benches before every third pylon."""
    return [(s * SEAT_M, y) for s in (-1.0, 1.0) for y in platform.joints_m()[2::3].tolist()]


def stops(platform: metro.Platform) -> tuple[Prism, ...]:
    """What bodies meet of the pylons and the benches."""
    half = (platform.bay_m - WAY_M[0]) / 2
    low, high = platform.ends_m
    spots = [
        (max(y - half, low), min(y + half, high))
        for y in [low, *platform.joints_m().tolist(), high]
    ]
    bodies = [metro.prism((IN_M, OUT_M), one) for one in spots]
    bodies += [metro.prism((-OUT_M, -IN_M), one) for one in spots]
    return (
        *bodies,
        *(metro.prism((x - 0.3, x + 0.3), (y - 1.0, y + 1.0), 1.4) for x, y in seats(platform)),
    )
