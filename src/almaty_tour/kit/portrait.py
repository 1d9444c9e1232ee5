"""A human head in clay: brow, eyes, nose, lips, ears; one unit from crown to chin.

The middle of the head is the origin, it looks to -y. Heads of large statues are skinned by
themselves with small cells, the bodies need no such detail.
"""

from __future__ import annotations

from almaty_tour.kit import clay, sdf
from almaty_tour.kit.sdf import Field


def head(*, beard_m: float = 0.0, moustache: bool = False, ears: bool = True) -> Field:
    """A head one metre high on a neck; the beard hangs `beard_m` below the chin."""
    parts = [_carved(), _nose(), _mouth(), _neck()]
    if ears:
        parts.append(sdf.mirrored_x(clay.egg((0.33, 0.06, -0.02), (0.035, 0.09, 0.13))))
    if moustache or beard_m > 0.0:
        parts.append(_moustache())
    if beard_m > 0.0:
        parts.append(_beard(beard_m))
    return sdf.union(parts, 0.03)


def _carved() -> Field:
    """Skull, face, cheekbones and brow with the eyes sunk in and put back."""
    skull = sdf.union(
        [
            clay.egg((0.0, 0.06, 0.12), (0.335, 0.41, 0.38)),
            clay.egg((0.0, -0.08, -0.12), (0.27, 0.3, 0.38)),
            sdf.mirrored_x(clay.egg((0.18, -0.22, -0.08), (0.1, 0.1, 0.1))),
            sdf.capsule((-0.17, -0.31, 0.12), (0.17, -0.31, 0.12), 0.055),
        ],
        0.1,
    )
    hollow = sdf.mirrored_x(clay.egg((0.135, -0.42, 0.03), (0.09, 0.09, 0.055)))
    ball = sdf.mirrored_x(clay.egg((0.135, -0.3, 0.025), (0.07, 0.06, 0.045)))
    return sdf.union([sdf.subtract(skull, hollow, 0.05), ball], 0.012)


def _nose() -> Field:
    ridge = sdf.limb(
        [(0.0, -0.33, 0.1), (0.0, -0.43, -0.1), (0.0, -0.38, -0.15)], [0.03, 0.05, 0.05]
    )
    wings = sdf.mirrored_x(sdf.ball((0.05, -0.37, -0.12), 0.035))
    return sdf.union([ridge, wings], 0.03)


def _mouth() -> Field:
    return sdf.union(
        [
            sdf.capsule((-0.08, -0.34, -0.25), (0.08, -0.34, -0.25), 0.025),
            sdf.capsule((-0.06, -0.335, -0.3), (0.06, -0.335, -0.3), 0.025),
            clay.egg((0.0, -0.27, -0.42), (0.13, 0.11, 0.09)),
        ],
        0.02,
    )


def _moustache() -> Field:
    return sdf.mirrored_x(
        sdf.limb(
            [(0.02, -0.39, -0.19), (0.13, -0.35, -0.25), (0.19, -0.28, -0.36)],
            [0.045, 0.045, 0.025],
        )
    )


def _beard(length_m: float) -> Field:
    low = -0.5 - length_m
    strands = [
        sdf.limb(
            [(x, -0.3, -0.36), (0.6 * x, -0.34, -0.5), (0.35 * x, -0.3, low)], [0.09, 0.09, 0.04]
        )
        for x in (-0.17, -0.06, 0.06, 0.17)
    ]
    return sdf.union(strands, 0.03)


def _neck() -> Field:
    return sdf.capsule((0.0, 0.06, -0.2), (0.0, 0.12, -0.72), 0.2, 0.22)
