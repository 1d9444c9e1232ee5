"""The sign of the Almaty metro: a red M of two peaks on a white roundel with a blue rim."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

RED = Paint("painted_metal", "#D8232A")
WHITE = Paint("painted_metal", "#F7F6F2")
WORD = Paint("lettering", "#F7F6F2")
BLUE = Paint("painted_metal", "#1F4FA8")
STEEL = Paint("steel", "#C4C8CC")
DARK = Paint("painted_metal", "#3B3E44")
FOOT = Paint("granite", "#7A5F52")

LETTER_M = np.array(
    [
        (-0.72, -0.36),
        (-0.46, -0.36),
        (-0.27, 0.12),
        (0.0, -0.3),
        (0.27, 0.12),
        (0.46, -0.36),
        (0.72, -0.36),
        (0.36, 0.52),
        (0.22, 0.52),
        (0.0, 0.14),
        (-0.22, 0.52),
        (-0.36, 0.52),
    ]
)
PYLON_M = 5.0


def emblem(radius_m: float, *, sides: int = 32) -> MeshData:
    """The roundel about the origin in the plane y = 0, the same from both sides."""
    r = radius_m
    depth = 0.1 * r
    rim = extrude.panel(profile.circle(r, sides), -depth, depth, BLUE)
    face = extrude.panel(profile.circle(0.88 * r, sides), -depth - 0.03, -depth, WHITE, back=False)
    letter = extrude.panel(LETTER_M * r, -depth - 0.09, -depth - 0.03, RED, back=False)
    bow = profile.joined(
        profile.arc((0.0, 0.0), 0.86 * r, -148.0, -32.0, 14),
        profile.arc((0.0, 0.06 * r), 0.72 * r, -40.0, -140.0, 14),
    )
    swing = extrude.panel(
        profile.counter_clockwise(bow), -depth - 0.07, -depth - 0.03, BLUE, back=False
    )
    front = merge([face, letter, swing])
    return merge([rim, front, transform.turn_z(front, 180.0)])


def pylon(word: str) -> MeshData:
    """A free-standing sign: granite foot, two steel posts, the roundel, a blue board below."""
    foot = merge(
        [
            block((-0.75, -0.4, -1.5), (0.75, 0.4, 0.3), FOOT),
            block((-0.82, -0.46, 0.3), (0.82, 0.46, 0.38), FOOT.shaded(1.15)),
        ]
    )
    posts = [block((x - 0.07, -0.07, 0.38), (x + 0.07, 0.07, 3.6), STEEL) for x in (-0.5, 0.5)]
    board = block((-0.62, -0.1, 2.2), (0.62, 0.1, 3.2), BLUE)
    line = transform.move(lettering(word, 0.2, WORD, out_m=0.03), y=-0.1, z=2.6)
    sign = transform.move(emblem(0.8), z=PYLON_M - 0.8)
    return merge([foot, *posts, board, line, transform.turn_z(line, 180.0), sign])
