"""The linked pavilions of the Academy: ochre walls, white short pilasters, metal roofs."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

import numpy as np

from almaty_tour.kit import cornice, extrude, ornament, profile, roof, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.profile import F64
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks._shared.bare import BACK, OVER, UNDER, bare
from almaty_tour.landmarks.academy_of_sciences.paint import (
    BASE_M,
    DOOR,
    FRAME,
    GLASS,
    GRANITE,
    IRON,
    OCHRE,
    PAVILION_M,
    RANGE_M,
    RELIEF,
    ROOF,
    WHITE,
)
from almaty_tour.landmarks.academy_of_sciences.windows import dressings, hollows, raised
from almaty_tour.mesh.data import MeshData, as_part, merge

Box = tuple[float, float, float, float]

FRONT_RANGE: Box = (11.7, -45.0, 54.6, -25.4)
FRONT_PAVILION: Box = (54.4, -56.8, 76.2, -2.0)
SIDE_RANGE: Box = (55.6, 7.2, 75.0, 68.6)
REAR_RANGE: Box = (15.4, 46.4, 55.8, 63.6)
LINK: Box = (58.0, -2.2, 72.0, 7.4)
REAR_PAVILION: Box = (-15.6, 38.0, 15.6, 74.0)
MIDDLE: Box = (-11.6, -1.0, 11.6, 35.0)
NECK: Box = (-5.0, 34.8, 5.0, 38.2)
PASSAGE: Box = (-5.6, -25.6, 5.6, -0.8)
CENTRE: Box = (-11.9, -45.2, 11.9, -25.4)

RICH_BAY_M, PLAIN_BAY_M, MARGIN_M = 3.15, 4.2, 1.0
ROWS = ((1.95, 1.9), (4.75, 1.9), (7.35, 1.45))
CUTS_M = (1.6, 4.3, 7.0)
SOUTH, EAST, NORTH, WEST = range(4)
"""Sides of a box in the model frame: the first looks to -y, the next to +x, and so on."""


def ranges() -> MeshData:
    """All pavilions but the portal: mirrored pairs, and those on the axis."""
    right = merge(
        [
            _pavilion(FRONT_RANGE, RANGE_M, rich={SOUTH}, bare={EAST, WEST}),
            _pavilion(FRONT_PAVILION, PAVILION_M, rich={SOUTH, EAST}, grand=True),
            _pavilion(SIDE_RANGE, RANGE_M, rich={EAST}),
            _pavilion(REAR_RANGE, RANGE_M, rich=(), bare={EAST, WEST}),
            _gate(),
            transform.move(
                _accent(), (FRONT_PAVILION[0] + FRONT_PAVILION[2]) / 2, FRONT_PAVILION[1]
            ),
        ]
    )
    axis = [
        _pavilion(CENTRE, RANGE_M + 1.2, rich=(), bare={SOUTH, EAST, WEST}),
        _pavilion(MIDDLE, PAVILION_M, rich=()),
        _pavilion(REAR_PAVILION, PAVILION_M, rich={NORTH}, grand=True),
        _pavilion(PASSAGE, 6.9, rich=(), bare={SOUTH, NORTH}, rows=2),
        _pavilion(NECK, 6.9, rich=(), bare={SOUTH, NORTH}, rows=2),
    ]
    return merge(
        [as_part(merge([right, transform.mirror_x(right)]), "wings"), as_part(merge(axis), "axis")]
    )


def corners(box: Box) -> F64:
    x0, y0, x1, y1 = box
    return profile.line((x0, y0), (x1, y0), (x1, y1), (x0, y1))


def _pavilion(
    box: Box,
    height_m: float,
    *,
    rich: Collection[int],
    bare: Collection[int] = (),
    grand: bool = False,
    rows: int = 3,
) -> MeshData:
    """One block: `rich` sides look to a street, `bare` ones touch a neighbour.

    A grand one has white pilasters over two storeys and an ornamented frieze.
    """
    plan = corners(box)
    pieces = []
    for side in range(4):
        a, b = plan[side], plan[(side + 1) % 4]
        length = float(np.hypot(*(b - a)))
        if side in bare:
            face = diced(wall(length, height_m, OCHRE), 5.0)
        else:
            face = _face(length, height_m, side in rich, grand, rows)
        pieces.append(transform.on_edge(face, a, b))
    base = profile.line((0.26, -1.5), (0.26, BASE_M - 0.1), (0.1, BASE_M), (0, BASE_M))
    pieces.append(extrude.sweep(base, plan, GRANITE, back=False))
    pieces.append(_crown(plan, height_m, grand))
    width, depth = box[2] - box[0], box[3] - box[1]
    top = roof.hip(width + 1.3, depth + 1.3, 0.13 * min(width, depth), ROOF, z_m=height_m - 0.12)
    top = transform.move(top, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    pieces += [top, *_roof_things(box, height_m)]
    return merge(pieces)


def _roof_things(box: Box, height_m: float) -> list[MeshData]:
    """Dormers on the long slopes and a few chimneys."""
    width, depth = box[2] - box[0], box[3] - box[1]
    long, short = max(width, depth), min(width, depth)
    if long < 20.0:
        return []
    count = max(2, round(long / 14.0))
    way = (np.arange(count) + 0.5) / count * long - long / 2
    z = height_m + 0.13 * short * 0.5
    hood = merge([bare(block((-0.6, -0.8, -0.7), (0.6, 1.2, 0.5), ROOF.shaded(0.94)), UNDER),
                  bare(block((-0.42, -0.86, -0.1), (0.42, -0.78, 0.4), IRON), BACK)])  # fmt: skip
    stack = bare(extrude.box(0.9, 0.7, 1.9, OCHRE.shaded(0.95)), UNDER)
    front = transform.at(hood, [(x, -short / 4, z) for x in way])
    rear = transform.turn_z(front, 180.0)
    stacks = transform.at(stack, [(x + 3.0, 1.2, z + 0.1) for x in way[::2]])
    whole = merge([front, rear, stacks])
    if depth > width:
        whole = transform.turn_z(whole, 90.0)
    return [transform.move(whole, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)]


def _crown(plan: F64, height_m: float, grand: bool) -> MeshData:
    """White band and cornice; grand blocks carry a deep one with teeth."""
    z = height_m - (1.9 if grand else 1.1)
    face = profile.line((0.0, 0.0), (0.08, 0.0), (0.08, height_m - 0.7 - z))
    band = diced(extrude.sweep(face, plan, WHITE, z_m=z, back=False), 8.0)
    out = 0.62 if grand else 0.5
    crown = cornice.cornice(plan, height_m - 0.75, 0.75, out, WHITE)
    if not grand:
        return merge([band, crown])
    tooth = bare(block((-0.3, -0.3 * out, 0.0), (0.3, 0.02, 0.15), WHITE), BACK, OVER)
    teeth = cornice.along_path(tooth, plan, 1.0, z_m=height_m - 0.705)
    return merge([band, crown, teeth])


def _face(length_m: float, height_m: float, rich: bool, grand: bool, rows: int) -> MeshData:
    """A wall from the ground to the cornice in equal bays."""
    aim = RICH_BAY_M if rich else PLAIN_BAY_M
    count = max(1, round((length_m - 2 * MARGIN_M) / aim))
    width = round((length_m - 2 * MARGIN_M) / count, 4)
    x = MARGIN_M + width * np.arange(count)
    row = transform.at(_bay(width, height_m, rich, rows), np.column_stack([x, 0 * x]))
    end = diced(wall(MARGIN_M, height_m, OCHRE), 4.0)
    ends = transform.at(end, [(0.0, 0.0), (length_m - MARGIN_M, 0.0)])
    edges = MARGIN_M + width * np.arange(count + 1)
    low = wall(length_m - 2 * MARGIN_M, CUTS_M[0], OCHRE)
    pieces = [row, ends, transform.move(diced(low, 2.2 * width), MARGIN_M)]
    if rich:
        strip = _tall_pilaster(height_m) if grand else _short_pilaster()
        pieces.append(transform.at(strip, np.column_stack([edges, 0 * edges])))
        pieces.append(bare(block((0.0, -0.12, 6.75), (length_m, 0.0, 7.0), WHITE), BACK))
    if rich and grand:
        pieces.append(_frieze(length_m, height_m))
    return merge(pieces)


@lru_cache(maxsize=64)
def _bay(width_m: float, height_m: float, rich: bool, rows: int) -> MeshData:
    """One axis of windows over one another, storey by storey so that shade lies evenly.

    It reaches from the base up to the white band, which hides the rest.
    """
    kinds = [
        Opening(1.25, head, bars=(2, 2) if rich else (1, 1), frame=FRAME, glass=GLASS,
                reveal_m=0.3, frame_m=0.1, sill_out_m=0.14 if rich else 0.0,
                surround=WHITE if rich and sill < 7.0 else None, surround_m=0.16,
                surround_out_m=0.06)
        for sill, head in ROWS[:rows]
    ]  # fmt: skip
    top_m = max(height_m - 1.0, sum(ROWS[rows - 1]) + 0.1)
    cuts = [*CUTS_M[:rows], top_m]
    storeys = []
    for low, high, (sill, _), kind in zip(cuts[:-1], cuts[1:], ROWS[:rows], kinds, strict=True):
        hole = Placed(width_m / 2, sill - low, kind)
        front = wall(width_m, high - low, OCHRE, hollows([hole]))
        if rich:
            front = bare(front, OVER)
        storeys.append(transform.move(merge([front, dressings([hole])]), z=low))
    return merge(storeys)


@lru_cache(maxsize=1)
def _short_pilaster() -> MeshData:
    """The white stub between two windows of the top storey."""
    stub = bare(block((-0.4, -0.16, 7.0), (0.4, 0.0, 8.75), WHITE), BACK, UNDER, OVER)
    return merge([stub, bare(block((-0.5, -0.24, 8.75), (0.5, 0.0, 9.1), RELIEF), BACK)])


@lru_cache(maxsize=2)
def _tall_pilaster(height_m: float) -> MeshData:
    """A white pilaster from the base to the frieze with a carved head."""
    top = height_m - 2.0
    body = block((-0.42, -0.2, BASE_M), (0.42, 0.0, top), WHITE)
    body = diced(bare(body, BACK, UNDER, OVER), 4.7)
    head = block((-0.52, -0.3, top - 0.3), (0.52, 0.0, top), RELIEF)
    carved = transform.move(_lozenge(0.5, 0.7, 0.08, 0.1), 0.0, -0.2, top - 0.8)
    foot = bare(block((-0.5, -0.28, BASE_M), (0.5, 0.0, BASE_M + 0.4), WHITE), UNDER)
    return merge([body, bare(merge([head, carved, foot]), BACK)])


def _frieze(length_m: float, height_m: float) -> MeshData:
    """Lozenges along the white band under the cornice."""
    one = _lozenge(0.9, 0.66, 0.07, 0.12)
    count = round(length_m / 1.6)
    x = (np.arange(count) + 0.5) * length_m / count
    z = np.full(count, height_m - 1.3)
    return transform.at(one, np.column_stack([x, np.full(count, -0.08), z]))


def _lozenge(width_m: float, height_m: float, out_m: float, band_m: float) -> MeshData:
    """A raised diamond frame."""
    x, z = width_m / 2, height_m / 2
    outer = profile.line((0.0, -z), (x, 0.0), (0.0, z), (-x, 0.0))
    return raised(profile.offset(outer, -band_m), outer, out_m, RELIEF)


def _accent() -> MeshData:
    """The middle of a pavilion's front: a door in a white keel-arched frame, a starred attic."""
    arch = profile.opening("keel", 1.9, 3.5, 1.3, 6) + np.array([0.0, 0.35])
    frame = extrude.panel(profile.rectangle(3.2, 4.2, (0, 2.1)), -0.45, 0.0, WHITE, holes=[arch])
    ring = extrude.panel(profile.offset(arch, 0.2), -0.55, -0.45, RELIEF, holes=[arch])
    leaf = block((-0.95, -0.34, 0.2), (0.95, 0.0, 4.0), DOOR)
    bars = transform.at(block((-0.03, -0.39, 0.3), (0.03, -0.32, 3.7), DOOR.shaded(0.6)),
                        [(-0.48, 0), (0.0, 0), (0.48, 0)])  # fmt: skip
    sill = block((-1.9, -1.2, -0.6), (1.9, 0.0, 0.35), GRANITE)
    step = block((-2.3, -1.7, -0.6), (2.3, 0.0, 0.17), GRANITE)
    hood = extrude.sweep(profile.cornice(0.35, 0.3), profile.line((-1.6, 0.0), (-1.6, -0.45),
                         (1.6, -0.45), (1.6, 0.0)), WHITE, z_m=4.2, closed=False)  # fmt: skip
    z, half = PAVILION_M - 0.1, 3.6
    attic = block((-half, 0.15, z), (half, 1.4, z + 1.7), WHITE)
    plan = profile.rectangle(2 * half, 1.25, (0.0, 0.775))
    cap = extrude.sweep(profile.cornice(0.36, 0.26), plan, WHITE, z_m=z + 1.5)
    star = extrude.panel(profile.star(8, 0.6, 0.4), 0.05, 0.15, RELIEF,
                         holes=[profile.circle(0.26, 12)])  # fmt: skip
    horn = ornament.horns(1.5, 0.9, 0.08, RELIEF, steps=10)
    relief = bare(merge([star, transform.at(horn, [(-2.1, 0.15), (2.1, 0.15)])]), BACK)
    door = bare(merge([frame, ring, leaf, bars, sill, step, hood]), BACK)
    return merge([door, attic, cap, transform.move(relief, z=z + 0.78)])


def _gate() -> MeshData:
    """The lower link beside the street with its open carriage arch."""
    x0, y0, x1, y1 = LINK
    length, height = y1 - y0, 8.2
    arch = profile.opening("pointed", 4.2, 5.6, 2.6, 8) + np.array([length / 2, 0.0])
    foot = [profile.line((0.0, 0.0)), np.concatenate([arch[:1], arch[:1:-1], arch[1:2]]),
            profile.line((length, 0.0), (length, height), (0.0, height))]  # fmt: skip
    plate = extrude.panel(np.concatenate(foot), 0.0, x1 - x0, OCHRE)
    plate = transform.on_edge(plate, (x1, y0), (x1, y1))
    base = block((x0, y0, -1.5), (x1, y1, 0.0), GRANITE)
    plan = corners((x0, y0, x1, y1))
    crown = cornice.cornice(plan, height - 0.5, 0.6, 0.4, WHITE)
    top = transform.move(roof.hip(x1 - x0 + 0.8, y1 - y0 + 0.8, 1.2, ROOF, z_m=height),
                         (x0 + x1) / 2, (y0 + y1) / 2)  # fmt: skip
    return merge([plate, base, crown, top])
