"""Carved timber of the Kyzyl-Tan house: shop windows, turned posts, lace, gables, dormers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, roof, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.ornament import ribbon
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

WALL = Paint("wood", "#9A5340")
BOARD = Paint("wood", "#83432F")
LACE = Paint("wood", "#F0E6CE")
GREEN = Paint("wood", "#3F6B55")
BRICK = Paint("granite", "#8B6A5A")
SHEET = Paint("roof_metal", "#5B7567")
SCALES = Paint("dome_scales", "#8E989E")
IRON = Paint("painted_metal", "#3A4440")

GROUND_M, PLINTH_M = -1.5, 0.75
SHOP = Opening(2.5, 3.5, head="round", rise_m=0.55, bars=(3, 2), frame_m=0.13, frame=GREEN,
               reveal_m=0.22, surround=LACE, surround_m=0.24, surround_out_m=0.09,
               sill_out_m=0.24, steps=4)  # fmt: skip
DOOR = Opening(1.9, 3.6, head="round", rise_m=0.55, bars=(2, 3), frame_m=0.16, frame=GREEN,
               reveal_m=0.3, surround=LACE, surround_m=0.26, surround_out_m=0.12)  # fmt: skip
HIGH = Opening(1.3, 1.9, head="round", rise_m=0.5, bars=(2, 2), frame_m=0.1, frame=GREEN,
               reveal_m=0.2, surround=LACE, surround_m=0.2, surround_out_m=0.08,
               sill_out_m=0.16)  # fmt: skip
PLAIN = Opening(1.5, 2.3, bars=(2, 2), frame_m=0.1, frame=GREEN, reveal_m=0.2, surround=LACE,
                surround_m=0.18, surround_out_m=0.06, sill_out_m=0.15)  # fmt: skip


def face(
    length_m: float, low_m: float, high_m: float, openings: tuple[Placed, ...] = ()
) -> MeshData:
    """A boarded wall between two levels with a rail at its head; openings from the ground."""
    placed = [Placed(p.x_m, p.z_m - low_m, p.opening) for p in openings]
    return transform.move(diced(wall(length_m, high_m - low_m, WALL, placed), 3.6), z=low_m)


def plinth(length_m: float) -> MeshData:
    """The stone course and its weathered timber sill."""
    return merge([
        block((0.0, -0.16, GROUND_M), (length_m, 0.1, PLINTH_M), BRICK),
        block((-0.04, -0.22, PLINTH_M), (length_m + 0.04, 0.1, PLINTH_M + 0.14), GREEN),
    ])  # fmt: skip


def post(low_m: float, high_m: float, radius_m: float = 0.17) -> MeshData:
    """A turned half post on a wall: blocks at foot and head, bulbs and necks between."""
    r, span = radius_m, high_m - low_m
    share = (0.0, 0.07, 0.16, 0.22, 0.25, 0.28, 0.86, 0.89, 0.92, 1.0)
    width = (1.2, 0.8, 1.35, 0.75, 1.1, 0.85, 0.7, 1.15, 0.75, 1.2)
    section = np.column_stack([np.array(width) * r, low_m + 0.35 + (span - 0.75) * np.array(share)])
    body = lathe.lathe(section, LACE, sides=7, crease_deg=60.0, caps=False)
    return merge([
        transform.move(body, y=-r),
        block((-1.5 * r, -2.4 * r, low_m), (1.5 * r, 0.1, low_m + 0.4), GREEN),
        block((-1.5 * r, -2.4 * r, high_m - 0.42), (1.5 * r, 0.1, high_m), GREEN),
    ])  # fmt: skip


def tooth(height_m: float = 0.5) -> MeshData:
    """One tongue of hanging lace board, pierced by a drop; top at z = 0."""
    h = height_m
    edge = profile.line(
        (0.26, 0.0), (-0.26, 0.0), (-0.26, -0.4 * h), (-0.13, -0.7 * h), (0.0, -h),
        (0.13, -0.7 * h), (0.26, -0.4 * h),
    )  # fmt: skip
    hole = profile.line((0.0, -0.62 * h), (0.09, -0.4 * h), (0.0, -0.18 * h), (-0.09, -0.4 * h))
    return extrude.panel(profile.counter_clockwise(edge), -0.03, 0.0, LACE, holes=[hole])


def eaves(length_m: float, z_m: float, out_m: float = 0.55, *, teeth: bool = True) -> MeshData:
    """The carved cornice of a wall: frieze board, brackets, lace and the edge of the roof."""
    count = max(2, round(length_m / 0.55))
    x = (np.arange(count) + 0.5) * length_m / count
    flat = np.column_stack([x, np.full(count, -out_m + 0.06), np.full(count, z_m + 0.02)])
    arm = extrude.panel(profile.line((0.0, -0.55), (out_m - 0.1, -0.02), (0.0, -0.02)), -0.05, 0.05,
                        GREEN)  # fmt: skip
    arm = transform.turn_z(arm, -90.0)
    arms = max(2, round(length_m / 1.2))
    spots = np.column_stack([(np.arange(arms) + 0.5) * length_m / arms, np.zeros(arms),
                             np.full(arms, z_m)])  # fmt: skip
    pieces = [
        block((0.0, -0.07, z_m - 0.85), (length_m, 0.1, z_m - 0.6), LACE),
        block((0.0, -0.12, z_m - 0.92), (length_m, 0.1, z_m - 0.85), GREEN),
        block((-out_m, -out_m, z_m), (length_m + out_m, 0.2, z_m + 0.16), LACE),
        block((-out_m, -out_m - 0.05, z_m + 0.16), (length_m + out_m, 0.2, z_m + 0.24), GREEN),
        transform.at(arm, spots), _lozenges(length_m, z_m - 0.725),
    ]  # fmt: skip
    if teeth:
        pieces.append(transform.at(tooth(), flat))
    return merge(pieces)


def _lozenges(length_m: float, z_m: float) -> MeshData:
    """Small green diamonds on the frieze board."""
    one = extrude.panel(profile.line((-0.13, 0), (0, -0.09), (0.13, 0), (0, 0.09)), -0.1, -0.06,
                        GREEN, back=False)  # fmt: skip
    count = max(2, round(length_m / 0.9))
    x = (np.arange(count) + 0.5) * length_m / count
    return transform.at(one, np.column_stack([x, np.zeros(count), np.full(count, z_m)]))


def gable(width_m: float, rise_m: float) -> MeshData:
    """A carved gable about x = 0 on z = 0: boards, sunburst, barge boards, lace, posts, drop."""
    half = width_m / 2
    field = extrude.panel(profile.line((-half, 0.0), (half, 0.0), (0.0, rise_m)), 0.0, 0.3, BOARD)
    turn = np.radians(np.linspace(14.0, 166.0, 11))
    reach = 0.86 * np.minimum(
        half / np.maximum(np.abs(np.cos(turn)), 0.1),
        rise_m / (np.sin(turn) + rise_m / half * np.abs(np.cos(turn))),
    )
    rays = [ribbon([(0.5 * np.cos(a), 0.1 + 0.5 * np.sin(a)),
                    (r * np.cos(a), 0.1 + r * np.sin(a))], 0.09, 0.07, LACE)
            for a, r in zip(turn, reach, strict=True)]  # fmt: skip
    sun = extrude.panel(profile.arc((0.0, 0.1), 0.5, 0.0, 180.0, 10), -0.1, 0.0, GREEN)
    slope = [(-half - 0.45, -0.12), (0.0, rise_m + 0.22), (half + 0.45, -0.12)]
    barge = [
        ribbon(slope, 0.34, 0.5, LACE),
        ribbon([(x, z + 0.2) for x, z in slope], 0.12, 0.56, GREEN),
    ]
    foot = block((-half - 0.2, -0.3, -0.14), (half + 0.2, 0.1, 0.06), LACE)
    count = max(4, round(half / 0.55))
    share = (np.arange(count) + 0.5) / count
    x = np.concatenate([-(half + 0.3) * share, (half + 0.3) * share])
    z = rise_m * (1.0 - np.abs(x) / (half + 0.3)) - 0.02
    lace = transform.at(tooth(0.46), np.column_stack([x, np.full(len(x), -0.44), z]))
    spike = lathe.lathe(
        profile.line(
            (0.1, rise_m - 0.9),
            (0.16, rise_m - 0.7),
            (0.07, rise_m - 0.4),
            (0.14, rise_m + 0.2),
            (0.06, rise_m + 0.5),
            (0.1, rise_m + 0.75),
            (0.0, rise_m + 1.1),
        ),
        LACE,
        sides=8,
    )
    stands = [transform.move(post(-0.1, rise_m * (1 - abs(s) / half) - 0.15, 0.09), s, -0.12)
              for s in (-0.55 * half, 0.55 * half)]  # fmt: skip
    return merge([field, *rays, sun, *barge, foot, lace, transform.move(spike, y=-0.35), *stands])


def dormer() -> MeshData:
    """A fretwork dormer that looks to -y out of a slope; its sill at z = 0."""
    body = block((-0.75, 0.0, -0.8), (0.75, 2.6, 1.15), WALL)
    glass = block((-0.4, -0.03, 0.15), (0.4, 0.05, 0.95), Paint("window"))
    frame = extrude.panel(profile.rectangle(1.06, 1.06, (0.0, 0.55)), -0.08, 0.0, LACE,
                          holes=[profile.rectangle(0.78, 0.78, (0.0, 0.55))])  # fmt: skip
    bars = [block((-0.03, -0.06, 0.15), (0.03, 0.0, 0.95), LACE)]
    top = transform.move(roof.gable(1.9, 2.9, 0.85, SHEET, along_y=True), 0.0, 1.25, 1.12)
    edge = ribbon([(-1.05, 1.08), (0.0, 2.05), (1.05, 1.08)], 0.2, 0.26, LACE)
    field = extrude.panel(profile.line((-0.8, 1.12), (0.8, 1.12), (0.0, 1.84)), -0.04, 0.2, BOARD)
    x = np.array([-0.7, -0.35, 0.35, 0.7])
    lace = transform.at(tooth(0.28), np.column_stack([x, np.full(4, -0.24), 1.92 - 0.9 * abs(x)]))
    spike = lathe.lathe(profile.line((0.06, 1.7), (0.09, 2.0), (0.04, 2.3), (0.0, 2.6)), LACE,
                        sides=6)  # fmt: skip
    return merge([body, glass, frame, *bars, top, transform.move(edge, y=-0.12), field, lace,
                  transform.move(spike, y=-0.2)])  # fmt: skip
