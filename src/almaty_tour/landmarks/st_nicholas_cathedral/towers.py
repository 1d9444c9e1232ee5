"""What rises over St Nicholas Cathedral: the square belfry under its tent, five gilded onions."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import arch, lathe, profile, roof, transform
from almaty_tour.kit.bays import bayed_wall
from almaty_tour.kit.dome import curve, facets
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.st_nicholas_cathedral import body as walls
from almaty_tour.landmarks.st_nicholas_cathedral.plan import (
    BASE_M,
    BELFRY,
    BELL_HIGH_M,
    BELL_LOW_M,
    CENTRE_Y_M,
    CLEAR_M,
    GILT,
    LEAVES,
    SHEET,
    SQUARE,
    TENT,
    TENT_RIB,
    TRIPLE,
    TURQUOISE,
    WHITE,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

BELL_Y_M = -9.0
UPPER_M = 3.45


def towers(height_m: float) -> MeshData:
    """Belfry and domes; the cross of the belfry ends at `height_m`."""
    bells = merge([_lower(), _upper(), _tent(height_m)])
    return merge([as_part(bells, "belfry"), as_part(_domes(), "domes")])


def _lower() -> MeshData:
    """The plain block of the belfry: three-light windows, the door under the porch."""
    low, tall = BASE_M, BELL_LOW_M - BASE_M
    triple = [Placed(3.8 + s * 1.05, 4.6, TRIPLE) for s in (-1, 0, 1)]
    pieces = []
    for index, (a, b) in enumerate(zip(BELFRY, np.roll(BELFRY, -1, axis=0), strict=True)):
        length = float(np.linalg.norm(b - a))
        placed = [*triple, Placed(3.8, 0.0, LEAVES)] if index == 0 else triple
        if index == 2:
            placed = []
        face = merge(
            [
                transform.move(bayed_wall(length, tall, TURQUOISE, placed, edge_m=3.6), z=low),
                *_corners(length, low, BELL_LOW_M - 0.3),
                *_ledge(length, BELL_LOW_M),
            ]
        )
        pieces.append(transform.on_edge(face, a, b))
        if index != 2:
            pieces.append(transform.on_edge(walls.foot(length), a, b))
    return merge(pieces)


def _corners(length_m: float, low_m: float, high_m: float, half_m: float = 0.36) -> list[MeshData]:
    return [
        block((x - half_m, -0.14, low_m), (x + half_m, 0.1, high_m), WHITE)
        for x in (half_m - 0.1, length_m - half_m + 0.1)
    ]


def _ledge(length_m: float, z_m: float) -> list[MeshData]:
    return [
        block((-0.1, -0.12, z_m - 0.45), (length_m + 0.1, 0.1, z_m - 0.2), WHITE),
        block((-0.35, -0.38, z_m - 0.2), (length_m + 0.35, 0.1, z_m), WHITE),
    ]


def _upper() -> MeshData:
    """The bell storey: two windows a side under three round kokoshniks."""
    length, low = 2 * UPPER_M, BELL_LOW_M
    tall = BELL_HIGH_M - low
    placed = [Placed(length / 2 + s * 1.25, 1.0, SQUARE) for s in (-1, 1)]
    hoop = arch.archivolt(profile.opening("round", 1.5, 1.0, None, 3), 0.22, 0.16, WHITE)
    hoods = transform.at(hoop, [(length / 2 + s * 2.0, 0.0, 4.1) for s in (-1, 0, 1)])
    eye = Opening(
        0.7,
        0.7,
        head="round",
        bars=(2, 1),
        frame_m=0.06,
        reveal_m=0.12,
        surround=WHITE,
        surround_m=0.1,
        surround_out_m=0.05,
        steps=2,
    )
    eyes = [Placed(length / 2 + s * 2.0, 4.15, eye) for s in (-1, 0, 1)]
    face = merge(
        [
            bayed_wall(length, tall, TURQUOISE, [*placed, *eyes], edge_m=3.6),
            hoods,
            *_corners(length, 0.0, tall - 0.3),
            *_ledge(length, tall),
            block((0.0, -0.1, 3.5), (length, 0.05, 3.8), WHITE),
            *(
                block((length / 2 + x - 0.14, -0.1, 0.3), (length / 2 + x + 0.14, 0.05, 3.5), WHITE)
                for x in (-2.4, 0.0, 2.4)
            ),
        ]
    )
    one = transform.move(face, -UPPER_M, -UPPER_M, low)
    cap = block((-3.9, -3.9, low - 0.2), (3.9, 3.9, low + 0.02), SHEET)
    return transform.move(merge([transform.around(one, 4), cap]), y=BELL_Y_M)


def _tent(height_m: float) -> MeshData:
    """The four-sided tent of green scales with white dormers, drum, onion and cross."""
    z = BELL_HIGH_M
    line = np.array([(4.05, 0.0), (3.85, 0.15), (3.1, 1.5), (1.75, 4.6), (0.55, 7.2)])
    tent = facets(np.column_stack([line[:, 0] * np.sqrt(2), line[:, 1] + z]), 4, TENT)
    ends = np.column_stack([line[:, 0], -line[:, 0], line[:, 1] + z])
    ribs = transform.around(struts(ends[:-1], ends[1:], 0.16, TENT_RIB), 4)
    dormer = merge(
        [
            block((-0.5, -3.35, z + 0.9), (0.5, -1.6, z + 2.4), WHITE),
            block((-0.3, -3.39, z + 1.15), (0.3, -3.3, z + 2.1), TENT_RIB),
            transform.move(roof.gable(1.4, 2.2, 0.75, TENT, along_y=True), 0.0, -2.5, z + 2.4),
        ]
    )
    top = z + 7.1
    neck = lathe.lathe(
        profile.line((0.75, top), (0.62, top + 0.15), (0.62, top + 1.3), (0.85, top + 1.45)),
        TURQUOISE,
        sides=16,
    )
    crown = _onion(0.95, 2.3, top + 1.4)
    top_cross = cross(height_m - top - 3.5)
    lip = block((-4.0, -4.0, z - 0.06), (4.0, 4.0, z + 0.03), WHITE)
    parts = [tent, lip, ribs, transform.around(dormer, 4), neck, crown]
    return transform.move(merge([*parts, transform.move(top_cross, z=top + 3.5)]), y=BELL_Y_M)


def _onion(radius_m: float, height_m: float, z_m: float) -> MeshData:
    section = curve("onion", radius_m, height_m, 10) + np.array([0.0, z_m])
    return lathe.lathe(section, GILT, sides=16)


def cross(height_m: float) -> MeshData:
    """A gilded three-bar cross, foot at the origin."""
    h, t = height_m, 0.055
    slant = transform.turn(block((-0.16 * h, -t, -t), (0.16 * h, t, t), GILT), "y", 22.0)
    return merge(
        [
            block((-t, -t, 0.0), (t, t, h), GILT),
            block((-0.28 * h, -t, 0.62 * h - t), (0.28 * h, t, 0.62 * h + t), GILT),
            block((-0.14 * h, -t, 0.82 * h - t), (0.14 * h, t, 0.82 * h + t), GILT),
            transform.move(slant, z=0.32 * h),
        ]
    )


def _domes() -> MeshData:
    """Four small onions about a larger one, on thin round turquoise drums."""
    small = _cupola(0.95, 2.3, 1.35)
    large = _cupola(1.45, 3.2, 2.05)
    base = CLEAR_M + 0.4
    spots = [(sx * 3.4, CENTRE_Y_M + sy * 3.6, base) for sx in (-1, 1) for sy in (-1, 1)]
    return merge([transform.at(small, spots), transform.move(large, 0.0, CENTRE_Y_M, base + 0.9)])


def _cupola(radius_m: float, drum_m: float, onion_m: float) -> MeshData:
    """A drum with white arcs, the onion on its ring, a ball and a cross; foot at z = 0."""
    r = radius_m
    body = lathe.lathe(profile.line((r, 0.0), (r, drum_m)), TURQUOISE, sides=14)
    foot = block((-1.2 * r, -1.2 * r, -0.9), (1.2 * r, 1.2 * r, 0.25), WHITE)
    ring = lathe.ring(profile.line((0, 0), (0.16, 0.05), (0.2, 0.25), (0, 0.3)), r, WHITE, sides=14)
    hoop = arch.archivolt(
        profile.opening("round", 0.5 * r, 0.6 * drum_m, None, 1), 0.12, 0.07, WHITE
    )
    arcs = transform.around(hoop, 7, 0.99 * r, z_m=0.2 * drum_m)
    head = 1.55 * onion_m
    onion = _onion(onion_m, head, drum_m + 0.22)
    top = drum_m + 0.2 + head
    ball = transform.move(lathe.sphere(0.16, GILT, sides=6), z=top - 0.1)
    tip = transform.move(cross(0.95 * onion_m + 0.5), z=top - 0.15)
    rings = [transform.move(ring, z=drum_m - 0.1), transform.move(ring, z=0.2)]
    return merge([foot, body, *rings, arcs, onion, ball, tip])
