"""A man who sits cross-legged: tunic, trousers, moustache, a cup in his right hand."""

from __future__ import annotations

from almaty_tour.exhibits._shared.bronze_cast import swept
from almaty_tour.kit import clay, sdf
from almaty_tour.kit.sdf import Field

LOW, HIGH = (-0.62, -0.75, -0.06), (0.62, 0.45, 1.32)


def man() -> Field:
    """The man, about 1.2 high, looking to -y."""
    torso = sdf.union(
        [
            swept([(0, 0.05, 0.20), (0, 0.03, 0.42), (0, 0.02, 0.66)], [0.225, 0.195, 0.20], 3),
            swept([(-0.18, 0.02, 0.72), (0, 0.02, 0.76), (0.18, 0.02, 0.72)], [0.10] * 3, 2),
            sdf.ellipsoid((0, 0.02, 0.16), (0.30, 0.26, 0.17)),
        ],
        0.08,
    )
    belt = sdf.scaled(clay.hoop((0, 0.03, 0.40), (0, 0, 1), 0.205, 0.035), 1.0, 0.98, 1.0)
    whole = sdf.union([torso, *_legs(), *_arms()], 0.035)
    return sdf.union([whole, belt, _head(), _cup()], 0.02)


def _legs() -> list[Field]:
    """Thighs to the sides, shins crossed in front."""
    left = swept(
        [(0.16, 0.0, 0.16), (0.48, -0.20, 0.17), (0.24, -0.42, 0.12), (-0.12, -0.42, 0.09)],
        [0.15, 0.125, 0.10, 0.085], 3,
    )  # fmt: skip
    right = swept(
        [(-0.16, 0.0, 0.16), (-0.48, -0.18, 0.17), (-0.26, -0.36, 0.14), (0.10, -0.52, 0.10)],
        [0.15, 0.125, 0.10, 0.085], 3,
    )  # fmt: skip
    boots = [
        sdf.capsule((-0.12, -0.42, 0.09), (-0.30, -0.50, 0.08), 0.08, 0.06),
        sdf.capsule((0.10, -0.52, 0.10), (0.28, -0.52, 0.09), 0.085, 0.06),
    ]
    return [left, right, *boots]


def _arms() -> list[Field]:
    right = swept(
        [(-0.23, 0.02, 0.70), (-0.36, -0.06, 0.48), (-0.24, -0.32, 0.48), (-0.17, -0.38, 0.54)],
        [0.095, 0.082, 0.07, 0.068], 3,
    )  # fmt: skip
    left = swept(
        [(0.23, 0.02, 0.70), (0.39, -0.04, 0.48), (0.38, -0.20, 0.32), (0.36, -0.28, 0.28)],
        [0.095, 0.082, 0.07, 0.068], 3,
    )  # fmt: skip
    return [right, left]


def _cup() -> Field:
    bowl = sdf.revolved([(0.03, 0.0), (0.085, 0.02), (0.10, 0.10), (0.105, 0.17)])
    room = sdf.revolved([(0.05, 0.07), (0.075, 0.1), (0.08, 0.3)])
    return sdf.moved(sdf.subtract(bowl, room), (-0.15, -0.47, 0.53))


def _head() -> Field:
    skull = sdf.union(
        [
            swept([(0, 0.02, 0.78), (0, 0.0, 0.90)], [0.085, 0.085], 2),
            sdf.ellipsoid((0, -0.01, 1.03), (0.145, 0.16, 0.185)),
            sdf.ellipsoid((0, -0.06, 0.95), (0.11, 0.11, 0.10)),
            sdf.ellipsoid((0, 0.03, 1.09), (0.16, 0.165, 0.14)),
        ],
        0.04,
    )
    nose = sdf.capsule((0, -0.155, 1.07), (0, -0.195, 0.99), 0.02, 0.034)
    brows = sdf.mirrored_x(sdf.capsule((0.02, -0.165, 1.085), (0.11, -0.125, 1.085), 0.017))
    eyes = sdf.mirrored_x(sdf.ball((0.06, -0.135, 1.04), 0.028))
    lip = sdf.mirrored_x(
        swept([(0.0, -0.18, 0.955), (0.06, -0.17, 0.945), (0.14, -0.12, 0.89)],
              [0.034, 0.04, 0.022], 3)
    )  # fmt: skip
    ears = sdf.mirrored_x(sdf.ellipsoid((0.15, 0.01, 1.01), (0.03, 0.045, 0.06)))
    mouth = sdf.capsule((-0.04, -0.17, 0.915), (0.04, -0.17, 0.915), 0.012)
    face = sdf.union([skull, nose, brows, eyes, lip, ears], 0.012)
    return sdf.subtract(face, mouth, 0.01)
