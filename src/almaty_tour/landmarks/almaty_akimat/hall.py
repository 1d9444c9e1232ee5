"""Behind the Akimat's bar: the assembly hall under a blue dome, two pavilions, their links."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.wall import grid_wall
from almaty_tour.landmarks.almaty_akimat.plan import (
    ATTIC,
    BLUE,
    DEPTH_M,
    DOOR,
    FRAME,
    GLASS,
    HALL,
    PANEL,
    PAVILION,
    PIER,
    PLINTH,
    ROOF,
    SEAM,
    STONE,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

HALL_M, UPPER_M = 17.6, 24.6
PAVILION_M, ROWS = 13.4, 4
WINDOW = Opening(2.0, 1.9, reveal_m=0.35, bars=(1, 1), frame_m=0.0, glass=GLASS)


def rear() -> MeshData:
    """Hall with its upper house and dome, side pavilions, glazed links."""
    pavilion = merge(_pavilion())
    return merge(
        [
            as_part(merge([*_hall(), *_upper(), *_link()]), "hall"),
            as_part(_dome(), "dome"),
            as_part(merge([pavilion, transform.mirror_x(pavilion)]), "pavilions"),
        ]
    )


def _rectangle(half: float, near: float, far: float) -> F64:
    return profile.rectangle(2 * half, far - near, (0.0, (near + far) / 2))


def _hall() -> list[MeshData]:
    """Tall piers about deep glass, a slab with a ribbed edge, a door to the south."""
    half, near, far = HALL
    core = extrude.prism(_rectangle(half - 1.5, near + 1.5, far - 1.5), -2.0, HALL_M, GLASS)
    foot = extrude.prism(_rectangle(half - 0.4, near + 0.4, far - 0.4), -2.0, 1.1, PLINTH)
    belt = extrude.prism(_rectangle(half - 1.2, near + 1.2, far - 1.2), 8.6, 9.8, PANEL)
    head = extrude.prism(_rectangle(half - 0.7, near + 0.7, far - 0.7), HALL_M - 2.4, HALL_M, STONE)
    slab = extrude.prism(_rectangle(half + 1.2, near - 1.2, far + 1.2), HALL_M, HALL_M + 1.5, ATTIC)
    lid = extrude.prism(
        _rectangle(half + 0.6, near - 0.6, far + 0.6), HALL_M + 1.4, HALL_M + 1.62, ROOF
    )
    feet = np.concatenate([_along(_rectangle(half - 0.6, near + 0.6, far - 0.6), 4.1)])
    up = np.array([0.0, 0.0, HALL_M])
    piers = struts(feet, feet + up, 1.1, PIER, caps=False)
    panes = _along(_rectangle(half - 1.46, near + 1.46, far - 1.46), 1.37)
    bars = struts(panes, panes + up * [1.0, 1.0, 0.86], 0.14, FRAME.shaded(0.8), caps=False)
    rails = [
        extrude.prism(_rectangle(half - 1.4, near + 1.4, far - 1.4), z, z + 0.16, FRAME.shaded(0.8))
        for z in (3.9, 6.2, 12.2)
    ]
    edge = _along(_rectangle(half + 1.22, near - 1.22, far + 1.22), 1.3)
    edge[:, 2] = HALL_M + 0.15
    flutes = struts(edge, edge + np.array([0.0, 0.0, 1.1]), 0.4, ATTIC.shaded(1.05), caps=False)
    door = [
        extrude.block((-5.0, far - 1.2, 0.0), (5.0, far + 3.2, 0.4), PLINTH),
        extrude.block((-5.4, far - 1.0, 4.4), (5.4, far + 3.4, 5.1), PIER),
        *(extrude.block((x - 0.8, far - 1.2, 0.4), (x + 0.8, far - 0.3, 3.6), DOOR)
          for x in (-2.7, -0.9, 0.9, 2.7)),
        *(extrude.box(0.6, 0.6, 4.1, PIER, centre=(x, far + 2.6), bottom_m=0.4)
          for x in (-4.6, 4.6)),
    ]  # fmt: skip
    plates = [diced(piece, 8.0) for piece in (foot, belt, head, slab, lid)]
    return [core, *plates, piers, bars, *rails, flutes, *door, *_plant()]


def _plant() -> list[MeshData]:
    """Ducts and hatches on the hall's roof, clear of the upper house."""
    top = HALL_M + 1.6
    boxes = [
        extrude.box(w, d, h, FRAME, centre=at, bottom_m=top)
        for w, d, h, at in (
            (5.0, 3.0, 1.6, (-30.0, 48.0)), (5.0, 3.0, 1.6, (-30.0, 54.0)),
            (3.0, 6.0, 1.2, (31.0, 50.0)), (4.0, 4.0, 2.2, (30.0, 68.0)),
            (4.0, 2.0, 1.3, (-31.0, 69.0)), (2.0, 2.0, 0.7, (0.0, 75.0)),
        )
    ]  # fmt: skip
    x = np.arange(-33.0, 33.1, 6.0)
    feet = np.column_stack([x, np.full(len(x), HALL[1] + 1.0), np.full(len(x), top)])
    seams = struts(
        feet, feet + np.array([0.0, HALL[2] - HALL[1] - 2.0, 0.0]), 0.12, SEAM, caps=False
    )
    return [*boxes, seams]


def _along(outline: F64, spacing_m: float) -> F64:
    """(k, 3) points at z = 0 along all sides of an outline, corners included."""
    points = []
    for a, b in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        count = max(1, round(float(np.linalg.norm(b - a)) / spacing_m))
        points.append(a + (b - a) * (np.arange(count) / count)[:, None])
    flat = np.concatenate(points)
    return np.column_stack([flat, np.zeros(len(flat))])


def _upper() -> list[MeshData]:
    """The upper house of glass between square columns under a wide slab."""
    near, far = 43.0, 69.0
    glass = extrude.prism(_rectangle(20.0, near, far), HALL_M + 1.4, UPPER_M, GLASS)
    sill = extrude.prism(_rectangle(20.3, near - 0.3, far + 0.3), HALL_M + 1.4, HALL_M + 2.4, PANEL)
    feet = _along(_rectangle(21.0, near - 1.0, far + 1.0), 3.0)
    feet[:, 2] = HALL_M + 1.5
    up = np.array([0.0, 0.0, UPPER_M - HALL_M - 1.5])
    columns = struts(feet, feet + up, 0.7, PIER, caps=False)
    bars = _along(_rectangle(20.05, near - 0.05, far + 0.05), 1.5)
    bars[:, 2] = HALL_M + 2.4
    mullions = struts(bars, bars + np.array([0.0, 0.0, 4.6]), 0.14, FRAME, caps=False)
    cover = extrude.prism(_rectangle(23.5, near - 3.5, far + 3.5), UPPER_M, UPPER_M + 0.9, PIER)
    lid = extrude.prism(_rectangle(22.9, near - 2.9, far + 2.9), UPPER_M + 0.8, UPPER_M + 1.0, ROOF)
    plates = [diced(piece, 8.0) for piece in (sill, cover, lid)]
    return [glass, *plates, columns, mullions]


def _dome() -> MeshData:
    """A low drum with small windows, the ribbed blue dome, a ball on top."""
    low = UPPER_M + 0.9
    drum = lathe.lathe(
        profile.line((8.2, low), (8.2, low + 0.4), (7.7, low + 0.5), (7.7, low + 1.7),
                     (8.1, low + 1.8), (8.1, low + 2.1), (7.2, low + 2.1)), PIER, sides=40,
    )  # fmt: skip
    angle = np.arange(20) * (2 * np.pi / 20)
    panes = transform.around(
        extrude.block((-0.55, -0.06, low + 0.7), (0.55, 0.2, low + 1.5), GLASS), 20, 7.68
    )
    curve = profile.arc((0.0, low + 2.0), (7.2, 3.4), 0.0, 90.0, 8)
    shell = lathe.lathe(curve, BLUE, sides=40)
    ring = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    starts = [np.column_stack([ring * (r + 0.05), np.full(20, z + 0.04)]) for r, z in curve[:-2]]
    ends = [np.column_stack([ring * (r + 0.05), np.full(20, z + 0.04)]) for r, z in curve[1:-1]]
    ribs = struts(np.concatenate(starts), np.concatenate(ends), 0.2, FRAME, caps=False)
    knob = lathe.lathe(
        profile.line((0.9, low + 5.2), (0.9, low + 5.7), (0.5, low + 5.9), (0.0, low + 6.4)),
        FRAME,
        sides=16,
    )
    made = merge([drum, panes, shell, ribs, knob])
    return transform.move(made, y=56.0)


def _link() -> list[MeshData]:
    """The glazed foyer between bar and hall."""
    near, far = DEPTH_M - 0.5, HALL[1] + 1.0
    glass = extrude.block((-18.0, near, -2.0), (18.0, far, 12.6), GLASS)
    lid = extrude.block((-18.6, near, 12.6), (18.6, far, 13.3), PIER)
    y = np.linspace(near + 0.6, far - 0.6, 5)
    feet = np.concatenate(
        [np.column_stack([np.full(5, s * 18.1), y, np.zeros(5)]) for s in (-1, 1)]
    )
    bars = struts(feet, feet + np.array([0.0, 0.0, 12.6]), 0.5, PIER, caps=False)
    return [glass, lid, bars]


def _pavilion() -> list[MeshData]:
    """A side pavilion of four storeys, its link to the bar and the passage to the hall."""
    inner, outer, near, far = PAVILION
    plan = profile.line((inner, near), (outer, near), (outer, far), (inner, far))
    core = extrude.prism(profile.offset(plan, -0.6), -2.0, PAVILION_M - 0.4, STONE.shaded(0.7))
    pieces = [core, diced(extrude.prism(profile.offset(plan, 0.25), -2.0, 1.0, PLINTH), 6.0)]
    for index, columns in ((0, 5), (1, 12), (2, 5), (3, 12)):
        a, b = plan[index], plan[(index + 1) % 4]
        length = float(np.linalg.norm(b - a))
        face = grid_wall(length, PAVILION_M - 2.2, columns, ROWS, WINDOW, PANEL, sill_m=0.55)
        x = np.linspace(0.0, length, columns + 1)
        feet = np.column_stack([x, np.full(len(x), -0.12), np.zeros(len(x))])
        ribs = struts(feet, feet + np.array([0.0, 0.0, PAVILION_M - 2.2]), 0.45, PIER, caps=False)
        pieces.append(transform.on_edge(merge([face, ribs]), a, b, 1.0))
    head = extrude.prism(profile.offset(plan, 0.35), PAVILION_M - 1.2, PAVILION_M, ATTIC)
    lid = extrude.prism(profile.offset(plan, -0.3), PAVILION_M - 0.1, PAVILION_M + 0.06, ROOF)
    light = extrude.block((49.0, 40.0, PAVILION_M), (53.0, 62.0, PAVILION_M + 0.9), FRAME)
    glass = extrude.block((49.3, 40.3, PAVILION_M + 0.9), (52.7, 61.7, PAVILION_M + 1.1), GLASS)
    link = extrude.block((46.0, DEPTH_M - 1.5, -2.0), (54.0, near + 0.5, 9.2), GLASS)
    cover = extrude.block((45.6, DEPTH_M - 1.4, 9.2), (54.4, near + 0.4, 9.8), PIER)
    passage = extrude.block((HALL[0] - 1.4, 50.0, 1.1), (inner + 0.5, 58.0, 8.6), GLASS)
    over = extrude.block((HALL[0] - 1.2, 49.6, 8.6), (inner + 0.4, 58.4, 9.2), PIER)
    return [*pieces, diced(head, 6.0), diced(lid, 6.0), light, glass, link, cover, passage, over]


def demo() -> MeshData:
    """The rear pieces alone, for scripts/look.py."""
    return rear()
