"""Timber of the former Verny orphanage: boards, carved window frames, lace, gables, posts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.bays import bayed_wall
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.ornament import ribbon
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

BOARD = Paint("wood", "#A06D3C")
BOARD_DARK = Paint("wood", "#8C5C30")
CREAM = Paint("wood", "#F1E4C6")
RUBBLE = Paint("rock_faced", "#8B867C")
CAP = Paint("granite", "#A8A196")
SHEET = Paint("roof_metal", "#5E6B50")
RIDGE = Paint("painted_metal", "#454E3C")
IRON = Paint("painted_metal", "#33362F")
LEAF = Paint("wood", "#5F937C")
LEAF_PANEL = Paint("wood", "#8DBBA2")
BRICK = Paint("granite", "#9A5E48")

PLINTH_M, EAVES_M = 1.2, 5.7
SILL_M = 1.05
WINDOW = Opening(
    1.25,
    2.35,
    bars=(2, 3),
    frame_m=0.1,
    frame=CREAM,
    reveal_m=0.2,
    surround=CREAM,
    surround_m=0.2,
    surround_out_m=0.1,
    sill_out_m=0.16,
)
PLAIN = Opening(
    1.25,
    2.2,
    bars=(2, 2),
    frame_m=0.1,
    frame=CREAM,
    reveal_m=0.2,
    surround=CREAM,
    surround_m=0.16,
    surround_out_m=0.07,
)
VENT = Opening(0.7, 0.4, bars=(1, 1), frame_m=0.0, reveal_m=0.15, glass=IRON)


def face(
    length_m: float,
    placed: Sequence[Placed] = (),
    *,
    rich: bool = True,
    vents: Sequence[float] = (),
) -> MeshData:
    """A boarded wall from the ground to the eaves; `rich` adds plank rows and lace."""
    foot = diced(
        wall(length_m + 0.4, PLINTH_M + 1.5, RUBBLE, [Placed(x + 0.2, 1.95, VENT) for x in vents]),
        3.0,
    )
    upper = bayed_wall(length_m, EAVES_M - PLINTH_M, BOARD, placed, edge_m=2.8)
    pieces = [
        transform.move(foot, -0.2, -0.2, -1.5),
        block((-0.2, -0.28, PLINTH_M - 0.02), (length_m + 0.2, 0.05, PLINTH_M + 0.1), CAP),
        transform.move(upper, z=PLINTH_M),
        block((0.0, -0.1, EAVES_M - 0.95), (length_m, 0.05, EAVES_M - 0.55), CREAM),
        block((0.0, -0.13, EAVES_M - 0.99), (length_m, 0.05, EAVES_M - 0.93), BOARD_DARK),
        block((-0.55, -0.6, EAVES_M - 0.06), (length_m + 0.55, 0.2, EAVES_M + 0.1), CREAM),
    ]
    if rich:
        holes = [
            (
                p.x_m - p.opening.width_m / 2 - 0.24,
                p.x_m + p.opening.width_m / 2 + 0.24,
                p.z_m,
                p.z_m + p.opening.height_m,
            )
            for p in placed
        ]
        pieces.append(planks(length_m, holes))
    if rich and length_m > 2.0:
        pieces += [lace(length_m, EAVES_M - 0.06, 0.42), _studs(length_m)]
    return merge(pieces)


def planks(length_m: float, holes: Sequence[tuple[float, float, float, float]]) -> MeshData:
    """Weatherboards: slim strips along the wall at even heights, broken at the openings."""
    starts, ends = [], []
    for z in np.arange(0.28, EAVES_M - PLINTH_M - 1.05, 0.3):
        x = 0.0
        for low, high, foot, top in [*sorted(holes), (length_m, length_m, 0.0, 99.0)]:
            if not foot - 0.1 < z < top + 0.3:
                continue
            if low - x > 0.1:
                starts.append((x, -0.02, PLINTH_M + z))
                ends.append((low, -0.02, PLINTH_M + z))
            x = high
    return struts(starts, ends, 0.05, BOARD_DARK, depth_m=0.05, caps=False)


def _studs(length_m: float) -> MeshData:
    """Small lozenges on the frieze board."""
    one = extrude.panel(
        profile.line((-0.16, 0), (0, -0.12), (0.16, 0), (0, 0.12)),
        -0.14,
        -0.1,
        BOARD_DARK,
        back=False,
    )
    count = max(2, round(length_m / 1.1))
    x = (np.arange(count) + 0.5) * length_m / count
    return transform.at(one, np.column_stack([x, np.zeros(count), np.full(count, EAVES_M - 0.75)]))


def lace(length_m: float, z_m: float, out_m: float, drop_m: float = 0.42) -> MeshData:
    """Saw-cut drops that hang under the eaves, `out_m` before the wall."""
    count = max(2, round(length_m / 0.46))
    x = (np.arange(count) + 0.5) * length_m / count
    spots = np.column_stack([x, np.full(count, -out_m), np.full(count, z_m)])
    return transform.at(drop(drop_m), spots)


def drop(height_m: float, *, back: bool = False) -> MeshData:
    """One drop of lace, 0.46 m wide, from z = 0 down."""
    h = height_m
    edge = profile.line(
        (-0.22, 0.0),
        (-0.22, -0.4 * h),
        (-0.1, -0.62 * h),
        (0.0, -h),
        (0.1, -0.62 * h),
        (0.22, -0.4 * h),
        (0.22, 0.0),
    )
    return extrude.panel(edge, -0.03, 0.0, CREAM, back=back)


def hood() -> MeshData:
    """The carved head and apron of a window; the window's foot is the origin."""
    top = WINDOW.height_m + 0.2
    crest = profile.smooth(
        [
            (-0.95, 0.0),
            (-0.7, 0.12),
            (-0.4, 0.2),
            (-0.22, 0.48),
            (0.0, 0.62),
            (0.22, 0.48),
            (0.4, 0.2),
            (0.7, 0.12),
            (0.95, 0.0),
        ],
        2,
    )
    pieces = [
        block((-0.98, -0.26, top), (0.98, 0.0, top + 0.12), CREAM),
        transform.move(extrude.panel(crest, -0.14, 0.0, CREAM, back=False), z=top + 0.12),
        transform.move(
            extrude.panel(profile.circle(0.13, 8), -0.19, -0.13, BOARD_DARK, back=False),
            z=top + 0.38,
        ),
        extrude.panel(
            profile.line(
                (-0.75, -0.1),
                (-0.75, -0.6),
                (-0.45, -0.72),
                (-0.2, -0.6),
                (0.0, -0.78),
                (0.2, -0.6),
                (0.45, -0.72),
                (0.75, -0.6),
                (0.75, -0.1),
            ),
            -0.09,
            0.0,
            CREAM,
            back=False,
        ),
        extrude.panel(
            profile.line((-0.32, -0.36), (0.0, -0.54), (0.32, -0.36), (0.0, -0.18)),
            -0.13,
            -0.08,
            BOARD_DARK,
            back=False,
        ),
    ]
    for s in (-1.0, 1.0):
        pieces.append(block((s * 0.9 - 0.09, -0.16, -0.12), (s * 0.9 + 0.09, 0.0, top), CREAM))
        pieces.append(block((s * 0.9 - 0.12, -0.2, 1.0), (s * 0.9 + 0.12, 0.0, 1.35), BOARD_DARK))
    return merge(pieces)


def corner(low_m: float = PLINTH_M + 0.1, high_m: float = EAVES_M - 0.5) -> MeshData:
    """A boxed corner post with panels about x = 0."""
    half = 0.34
    mid = (low_m + high_m) / 2
    return merge(
        [
            block((-half, -0.16, low_m), (half, 0.1, high_m), CREAM),
            block((-0.2, -0.2, low_m + 0.5), (0.2, 0.0, mid - 0.15), BOARD_DARK),
            block((-0.2, -0.2, mid + 0.15), (0.2, 0.0, high_m - 0.4), BOARD_DARK),
        ]
    )


def gable(width_m: float, rise_m: float, *, window: bool = False) -> MeshData:
    """A carved gable about x = 0 on z = 0: boards, sun, barge boards with lace, finial."""
    half = width_m / 2
    field = diced(
        extrude.panel(profile.line((-half, 0.0), (half, 0.0), (0.0, rise_m)), 0.0, 0.3, BOARD), 2.2
    )
    slope = [(-half - 0.6, -0.2), (0.0, rise_m + 0.25), (half + 0.6, -0.2)]
    pieces = [
        field,
        transform.move(ribbon(slope, 0.36, 0.16, CREAM), y=-0.5),
        transform.move(ribbon([(x, z + 0.22) for x, z in slope], 0.12, 0.9, RIDGE), y=0.2),
        block((-half, -0.16, -0.1), (half, 0.05, 0.14), CREAM),
    ]
    turn = np.radians(np.linspace(16.0, 164.0, 9))
    reach = 0.8 * np.minimum(
        half / np.maximum(np.abs(np.cos(turn)), 0.1),
        rise_m / (np.sin(turn) + rise_m / half * np.abs(np.cos(turn))),
    )
    pieces += [
        ribbon(
            [(0.75 * np.cos(a), 0.14 + 0.75 * np.sin(a)), (r * np.cos(a), 0.14 + r * np.sin(a))],
            0.12,
            0.07,
            CREAM,
        )
        for a, r in zip(turn, reach, strict=True)
        if r > 0.9
    ]
    sun = profile.arc((0.0, 0.14), 0.7, 0.0, 180.0, 10)
    pieces.append(extrude.panel(sun, -0.12, 0.0, CREAM))
    inner = profile.arc((0.0, 0.18), 0.48, 0.0, 180.0, 8)
    pane = Paint("window") if window else BOARD_DARK
    pieces.append(extrude.panel(inner, -0.15, -0.11, pane, back=False))
    count = max(4, round(half / 0.46))
    share = (np.arange(count) + 0.5) / count
    x = np.concatenate([-(half + 0.5) * share, (half + 0.5) * share])
    z = (rise_m + 0.35) * (1.0 - np.abs(x) / (half + 0.6)) - 0.22
    pieces.append(
        transform.at(drop(0.4, back=True), np.column_stack([x, np.full(len(x), -0.55), z]))
    )
    pieces.append(transform.move(finial(rise_m), y=-0.55))
    return merge(pieces)


def finial(rise_m: float, tall_m: float = 1.75) -> MeshData:
    """A turned needle with a drop below, at the tip of a gable of that rise."""
    z = rise_m
    section = profile.line(
        (0.0, z - 0.95),
        (0.12, z - 0.75),
        (0.06, z - 0.5),
        (0.12, z - 0.3),
        (0.12, z + 0.45),
        (0.2, z + 0.55),
        (0.07, z + 0.8),
        (0.13, z + 1.0),
        (0.0, z + tall_m),
    )
    return lathe.lathe(section, CREAM, sides=8, crease_deg=60.0)


def dormer() -> MeshData:
    """A small roof window that looks to -y; its sill at z = 0."""
    cheek = profile.line((-0.55, -0.5), (0.55, -0.5), (0.55, 0.75), (0.0, 1.2), (-0.55, 0.75))
    body = extrude.panel(cheek, 0.0, 2.0, BOARD)
    glass = extrude.panel(
        profile.opening("round", 0.6, 0.8, None, 3), -0.05, 0.0, Paint("window"), back=False
    )
    edge = ribbon([(-0.85, 0.55), (0.0, 1.3), (0.85, 0.55)], 0.16, 0.2, CREAM)
    cover = ribbon([(-0.9, 0.64), (0.0, 1.44), (0.9, 0.64)], 0.1, 2.1, SHEET)
    return merge([body, glass, edge, transform.move(cover, y=1.95)])
