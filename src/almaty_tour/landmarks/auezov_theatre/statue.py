"""Mukhtar Auezov in his armchair: dark bronze on a block of grey granite."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import clay, extrude, portrait, profile, sdf, transform
from almaty_tour.kit.chisel import chiselled
from almaty_tour.kit.dice import diced
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.skin import skin
from almaty_tour.landmarks._shared.bare import FRONT, facing
from almaty_tour.landmarks.auezov_theatre.plan import BRONZE, GROUND_M, TERRACE
from almaty_tour.mesh.data import MeshData, as_part, merge

STONE = Paint("granite", "#6F6D6A")
LETTERS = Paint("lettering", "#A8843F")
PLACE = (0.0, float(TERRACE[0, 1]) - 0.6)
PEDESTAL = (4.4, 4.6)
PEDESTAL_M = 4.0
PERSON = 3.15


def statue() -> MeshData:
    """Pedestal, chair and writer; about 8 m above the square."""
    writer = transform.move(transform.scale(_writer(), PERSON), z=PEDESTAL_M)
    return as_part(transform.move(merge([_pedestal(), writer]), *PLACE), "auezov")


def _pedestal() -> MeshData:
    width, depth = PEDESTAL
    foot = extrude.prism(profile.rectangle(width + 0.8, depth + 0.8), -0.5, GROUND_M + 0.42, STONE)
    die = extrude.prism(
        profile.rectangle(width, depth),
        GROUND_M + 0.4,
        PEDESTAL_M - 0.3,
        STONE.shaded(1.12),
        top_outline=profile.rectangle(width - 0.2, depth - 0.2),
        crease_deg=0.0,
    )
    slab = extrude.box(width, depth, 0.3, STONE, bottom_m=PEDESTAL_M - 0.3)
    name = transform.move(
        lettering("МҰХТАР ӘУЕЗОВ", 0.34, LETTERS, out_m=0.04), 0.0, -depth / 2 + 0.07, 2.3
    )
    years = transform.move(
        lettering("1897-1961", 0.24, LETTERS, out_m=0.04), 0.0, -depth / 2 + 0.06, 1.8
    )
    letters = facing(merge([name, years]), FRONT)
    return merge([diced(merge([foot, die, slab]), 2.5), letters])


def _writer() -> MeshData:
    """A seated man of natural size: coat, trousers, bare head, hands on chair and book."""
    body = sdf.union([_coat(), _legs(), _arms()], 0.025)
    figure = sdf.union([body, _chair()], 0.012)
    made = skin(figure, (-0.6, -0.85, -0.06), (0.6, 0.75, 1.3), 0.02, BRONZE, triangles=6200)
    return merge([chiselled(made, BRONZE), chiselled(_head(), BRONZE)])


def _coat() -> sdf.Field:
    trunk = clay.column(
        [
            (0.46, 0.0, 0.08, 0.25, 0.2),
            (0.66, 0.0, 0.1, 0.23, 0.17),
            (0.86, 0.0, 0.11, 0.25, 0.17),
            (0.98, 0.0, 0.12, 0.24, 0.14),
            (1.05, 0.0, 0.12, 0.12, 0.1),
        ]
    )
    skirts = sdf.mirrored_x(
        sdf.limb([(0.13, 0.1, 0.52), (0.17, -0.2, 0.5), (0.2, -0.36, 0.4)], [0.15, 0.13, 0.08])
    )
    slot = clay.brick((0.0, -0.1, 0.84), (0.045, 0.12, 0.2), 0.02)
    lapels = sdf.mirrored_x(
        sdf.limb(
            [(0.09, 0.0, 1.03), (0.075, -0.07, 0.86), (0.02, -0.09, 0.66)], [0.035, 0.03, 0.02]
        )
    )
    coat = sdf.subtract(sdf.union([trunk, skirts], 0.07), slot, 0.015)
    tie = sdf.limb([(0.0, -0.01, 1.0), (0.0, -0.045, 0.8)], [0.03, 0.028])
    return sdf.union([sdf.union([coat, lapels], 0.012), tie], 0.01)


def _legs() -> sdf.Field:
    right = sdf.limb(
        [(-0.11, 0.05, 0.52), (-0.14, -0.44, 0.53), (-0.15, -0.47, 0.1)], [0.12, 0.095, 0.075]
    )
    left = sdf.limb(
        [(0.11, 0.05, 0.52), (0.14, -0.4, 0.54), (0.15, -0.3, 0.1)], [0.12, 0.095, 0.075]
    )
    shoes = [
        sdf.capsule((-0.15, -0.46, 0.06), (-0.17, -0.66, 0.04), 0.06, 0.05),
        sdf.capsule((0.15, -0.29, 0.06), (0.18, -0.5, 0.04), 0.06, 0.05),
    ]
    return sdf.union([right, left, *shoes], 0.02)


def _arms() -> sdf.Field:
    right = sdf.limb(
        [(-0.24, 0.1, 0.96), (-0.36, 0.06, 0.78), (-0.36, -0.26, 0.74)], [0.09, 0.08, 0.055]
    )
    left = sdf.limb(
        [(0.24, 0.1, 0.96), (0.35, 0.02, 0.76), (0.16, -0.24, 0.67)], [0.09, 0.08, 0.055]
    )
    hands = [
        clay.egg((-0.36, -0.33, 0.72), (0.05, 0.08, 0.035)),
        clay.egg((0.1, -0.28, 0.66), (0.08, 0.06, 0.035)),
    ]
    book = clay.brick((0.04, -0.32, 0.635), (0.13, 0.1, 0.02), 0.006)
    return sdf.union([right, left, *hands, book], 0.015)


def _chair() -> sdf.Field:
    return sdf.union(
        [
            clay.brick((0.0, 0.1, 0.2), (0.42, 0.4, 0.2), 0.03),
            clay.brick((0.0, 0.46, 0.56), (0.42, 0.08, 0.56), 0.05),
            sdf.mirrored_x(clay.brick((0.37, 0.06, 0.5), (0.08, 0.42, 0.17), 0.05)),
        ],
        0.02,
    )


def _head() -> MeshData:
    """The bare head: high brow, wavy hair combed back."""
    face = sdf.scaled(portrait.head(), 0.27, 0.27, 0.27)
    hair = sdf.subtract(
        clay.egg((0.0, 0.03, 0.05), (0.1, 0.118, 0.108)),
        clay.behind((0.0, -0.035, 0.075), (0.0, 1.0, -0.75)),
        0.01,
    )
    field = sdf.moved(sdf.union([face, hair], 0.008), (0.0, 0.06, 1.22))
    return skin(field, (-0.2, -0.2, 0.96), (0.2, 0.3, 1.45), 0.0085, BRONZE, triangles=2400)


def foot() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """(4, 2) the ground that the pedestal takes."""
    return profile.rectangle(PEDESTAL[0] + 0.8, PEDESTAL[1] + 0.8, PLACE)
