"""Small cast beasts of the herds: horse, yak, two-humped camel. Frame as in `bronze_beasts`."""

from __future__ import annotations

from almaty_tour.exhibits._shared.bronze_beasts import legs, trunk
from almaty_tour.exhibits._shared.bronze_cast import swept
from almaty_tour.kit import clay, sdf
from almaty_tour.kit.sdf import Field


def horse() -> Field:
    """A standing bridled horse: arched neck, clipped mane, long tail."""
    neck = swept([(0, -0.34, 0.80), (0, -0.50, 1.02), (0, -0.58, 1.20)], [0.20, 0.155, 0.115], 3)
    mane = swept(
        [(0, -0.20, 0.96), (0, -0.36, 1.12), (0, -0.48, 1.30), (0, -0.60, 1.37)],
        [0.04, 0.055, 0.055, 0.045], 3,
    )  # fmt: skip
    head = swept(
        [(0, -0.58, 1.22), (0, -0.74, 1.14), (0, -0.88, 0.99), (0, -0.93, 0.93)],
        [0.125, 0.105, 0.075, 0.07], 3,
    )  # fmt: skip
    ears = sdf.mirrored_x(sdf.capsule((0.06, -0.57, 1.30), (0.075, -0.58, 1.44), 0.04, 0.012))
    straps = [
        clay.hoop((0, -0.84, 1.035), (0, -0.7, -0.7), 0.092, 0.024),
        clay.hoop((0, -0.66, 1.18), (0, -0.8, -0.55), 0.125, 0.024),
        sdf.mirrored_x(sdf.capsule((0.10, -0.83, 1.02), (0.125, -0.64, 1.18), 0.024)),
        sdf.mirrored_x(sdf.ball((0.10, -0.84, 1.01), 0.045)),
        sdf.mirrored_x(
            sdf.limb([(0.10, -0.83, 1.0), (0.16, -0.55, 0.98), (0.12, -0.28, 0.98)], [0.022] * 3)
        ),
    ]
    tail = swept(
        [(0, 0.50, 0.80), (0, 0.64, 0.72), (0, 0.68, 0.46), (0, 0.66, 0.16)],
        [0.06, 0.08, 0.085, 0.04], 3,
    )  # fmt: skip
    whole = sdf.union([*trunk(), neck, mane, head, ears, tail], 0.03)
    return sdf.union([whole, *straps], 0.008)


def yak() -> Field:
    """A walking yak: high shoulders, low broad head, horns like a lyre, hair to its knees."""
    head = swept([(0, -0.46, 0.78), (0, -0.66, 0.62), (0, -0.80, 0.44)], [0.19, 0.145, 0.10], 3)
    horn = sdf.mirrored_x(
        swept([(0.10, -0.56, 0.80), (0.30, -0.58, 0.82), (0.37, -0.60, 1.02), (0.25, -0.60, 1.20)],
              [0.075, 0.07, 0.06, 0.025], 3)
    )  # fmt: skip
    hair = sdf.union(
        [
            sdf.rounded_box((0, 0.04, 0.48), (0.36, 0.98, 0.36), 0.12),
            *[
                sdf.mirrored_x(sdf.capsule((0.15, y, 0.52), (0.17, y + 0.03, 0.27), 0.075, 0.03))
                for y in (-0.36, -0.2, -0.04, 0.12, 0.28, 0.44)
            ],
        ],
        0.04,
    )
    tail = swept([(0, 0.50, 0.76), (0, 0.66, 0.64), (0, 0.70, 0.28)], [0.06, 0.09, 0.12], 3)
    return sdf.union([*trunk(hump=0.16, thick=1.0), head, horn, hair, tail], 0.04)


def camel() -> Field:
    """A standing two-humped camel: neck in a deep curve, head held high, mane under the throat."""
    barrel = swept([(0, -0.34, 0.80), (0, 0.0, 0.76), (0, 0.36, 0.82)], [0.18, 0.19, 0.17], 3)
    humps = [
        swept([(0, y, 0.86), (0, y + 0.01, 1.10), (0, y + 0.04, 1.24)], [0.17, 0.11, 0.05], 3)
        for y in (-0.24, 0.22)
    ]
    neck = swept(
        [(0, -0.40, 0.82), (0, -0.60, 0.72), (0, -0.76, 0.88), (0, -0.76, 1.14)],
        [0.16, 0.13, 0.10, 0.085], 3,
    )  # fmt: skip
    head = swept([(0, -0.74, 1.20), (0, -0.86, 1.22), (0, -1.02, 1.14)], [0.10, 0.095, 0.07], 3)
    ears = sdf.mirrored_x(sdf.capsule((0.06, -0.70, 1.28), (0.09, -0.66, 1.36), 0.04, 0.02))
    beard = swept([(0, -0.66, 0.68), (0, -0.82, 0.78), (0, -0.86, 0.98)], [0.08, 0.07, 0.04], 3)
    tail = swept([(0, 0.50, 0.86), (0, 0.60, 0.72), (0, 0.62, 0.50)], [0.05, 0.045, 0.06], 2)
    parts = [barrel, *humps, neck, head, ears, beard, tail, *legs(-0.34, 0.38, 0.10, 0.74, 0.85)]
    return sdf.union(parts, 0.05)
