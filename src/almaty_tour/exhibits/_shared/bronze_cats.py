"""Small cats that walk a rim, cast so that they read from afar: low heads, lean flanks, long tails.

Frame as in `bronze_beasts`: feet at z = 0, the head towards -y, lengths in shares of the body.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.exhibits._shared.bronze_cast import curve, swept
from almaty_tour.kit import clay, sdf
from almaty_tour.kit.sdf import Field, Vector

PAW = (0.075, 0.115, 0.05)


def prowler() -> Field:
    """A snow leopard that stalks: shoulders above a hollow back, tail rolled over the croup."""
    body = sdf.union(
        [
            swept([(0, -0.50, 0.56), (0, -0.12, 0.50), (0, 0.22, 0.52), (0, 0.50, 0.55)],
                  [0.185, 0.155, 0.125, 0.155], 3),
            *_shoulders_and_hips(),
            swept([(0, -0.52, 0.60), (0, -0.74, 0.63)], [0.165, 0.135], 2),
        ],
        0.05,
    )  # fmt: skip
    tail = swept(
        [(0, 0.58, 0.60), (0, 0.78, 0.52), (0, 0.92, 0.66), (0, 0.88, 0.86), (0, 0.68, 0.98),
         (0, 0.48, 0.93), (0, 0.46, 0.80)],
        [0.08, 0.07, 0.07, 0.074, 0.078, 0.078, 0.062], 3,
    )  # fmt: skip
    head = sdf.moved(_head(1.0), (0, -0.84, 0.62))
    return _close(sdf.union([body, tail, head, *_legs()], 0.028))


def winged_cat() -> Field:
    """The cat of the altar: round head on a short thick neck, open jaws, a wing in a flat curl."""
    body = sdf.union(
        [
            swept([(0, -0.40, 0.56), (0, 0.0, 0.50), (0, 0.24, 0.52), (0, 0.46, 0.56)],
                  [0.20, 0.165, 0.15, 0.175], 3),
            *_shoulders_and_hips(),
            swept([(0, -0.44, 0.62), (0, -0.66, 0.78)], [0.19, 0.175], 2),
        ],
        0.05,
    )  # fmt: skip
    tail = swept(
        [(0, 0.56, 0.62), (0, 0.74, 0.52), (0, 0.80, 0.32), (0, 0.85, 0.15), (0, 0.96, 0.17),
         (0, 0.97, 0.30)],
        [0.07, 0.06, 0.056, 0.056, 0.056, 0.05], 3,
    )  # fmt: skip
    head = sdf.moved(_head(1.22), (0, -0.78, 0.88))
    return _close(sdf.union([body, tail, head, *_legs(), _wing()], 0.028))


def _close(cat: Field) -> Field:
    """Drawn together along y, so that a file of them leaves gaps on its rim."""
    return sdf.moved(sdf.scaled(cat, 1.0, 0.86, 1.0), (0, 0.09, 0))


def _shoulders_and_hips() -> list[Field]:
    """The masses that the legs hang from; the blades rise above the back."""
    return [
        sdf.mirrored_x(clay.egg((0.115, -0.42, 0.57), (0.085, 0.145, 0.19))),
        sdf.mirrored_x(clay.egg((0.105, 0.46, 0.52), (0.095, 0.175, 0.18))),
    ]


def _legs() -> list[Field]:
    """A long stride: each leg apart from its neighbour, bent where a cat's is, on a broad paw."""
    found = []
    for side, fore, hind in ((0.13, -0.16, 0.10), (-0.13, 0.12, -0.14)):
        front: list[Vector] = [(side, -0.42, 0.46), (side, -0.40 + 0.4 * fore, 0.27),
                               (side, -0.44 + fore, 0.09)]  # fmt: skip
        back: list[Vector] = [(side, 0.46, 0.46), (side, 0.40 + 0.7 * hind, 0.31),
                              (side, 0.58 + 0.8 * hind, 0.20),
                              (side, 0.50 + hind, 0.08)]  # fmt: skip
        found += [
            swept(front, [0.115, 0.078, 0.062], 3), swept(back, [0.14, 0.098, 0.064, 0.06], 3),
            sdf.ellipsoid((side, -0.49 + fore, 0.05), PAW),
            sdf.ellipsoid((side, 0.45 + hind, 0.05), PAW),
        ]  # fmt: skip
    return found


def _head(size: float) -> Field:
    """Broad skull, short square muzzle over open jaws, round hollow ears, eyes under brows."""
    skull = sdf.union(
        [
            sdf.ellipsoid((0, 0.02, 0.0), (0.185, 0.19, 0.165)),
            sdf.mirrored_x(sdf.ball((0.09, -0.06, -0.06), 0.095)),
            sdf.ellipsoid((0, -0.17, -0.005), (0.12, 0.125, 0.085)),
            sdf.capsule((0, -0.06, -0.13), (0, -0.215, -0.165), 0.09, 0.066),
        ],
        0.03,
    )
    ears = sdf.mirrored_x(clay.disc((0.135, 0.05, 0.165), (0.35, -1.0, 0.3), 0.085, 0.03, 0.03))
    hollow = sdf.mirrored_x(sdf.ball((0.15, -0.01, 0.18), 0.05))
    eyes = sdf.mirrored_x(sdf.ball((0.09, -0.135, 0.07), 0.042))
    jaws = sdf.ellipsoid((0, -0.28, -0.095), (0.17, 0.19, 0.03))
    made = sdf.subtract(sdf.union([skull, ears], 0.02), hollow, 0.015)
    made = sdf.subtract(sdf.union([made, eyes], 0.006), jaws, 0.012)
    nose = sdf.ellipsoid((0, -0.275, 0.035), (0.06, 0.035, 0.04))
    return sdf.scaled(sdf.union([made, nose], 0.008), size, size, size)


def _wing() -> Field:
    """From the nape a band runs over the back and rolls up into a flat coil."""
    turn = np.radians(np.linspace(-90.0, 330.0, 9))
    reach = np.linspace(0.20, 0.06, 9)
    coil: list[Vector] = [
        (0.0, float(0.20 + r * np.cos(t)), float(0.94 + r * np.sin(t)))
        for t, r in zip(turn, reach, strict=True)
    ]
    line = curve([(0.0, -0.46, 0.72), (0.0, -0.16, 0.69), *coil], 3)
    thick = np.interp(np.linspace(0.0, 10.0, len(line)), [0, 2, 6, 10], [0.10, 0.088, 0.07, 0.05])
    return sdf.limb(line, [float(one) for one in thick], 0.01)
