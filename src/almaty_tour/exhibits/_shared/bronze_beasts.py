"""Small cast beasts of prey and their quarry: leopard, wolf, raven, ibex.

Every beast stands with its feet at z = 0 and its head towards -y; lengths are in shares of
its body. `figure` brings it to its size.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.exhibits._shared.bronze_cast import aged, cast, ringed, swept
from almaty_tour.kit import clay, sdf, transform
from almaty_tour.kit.sdf import Field, Vector
from almaty_tour.mesh.data import MeshData

LOW, HIGH = (-0.6, -1.15, -0.08), (0.6, 1.2, 1.7)


def figure(
    field: Field, height_cm: float, triangles: int, *, seed: int = 3, cell: float = 0.026
) -> MeshData:
    """A beast in aged bronze, `height_cm` from its feet to its highest point."""
    made = cast(field, LOW, HIGH, cell, triangles=triangles)
    low, high = (float(one[2]) for one in made.bounds_m)
    made = transform.scale(transform.move(made, z=-low), height_cm / (high - low))
    return aged(made, seed, green=0.6, spot_cm=0.6 * height_cm)


def legs(fore: float, hind: float, x: float, top: float, thick: float = 1.0) -> list[Field]:
    """Four striding legs; `fore` and `hind` tell where along y they join the body."""
    t, found = thick, []
    for side, swing in ((x, 0.10), (-x, -0.07)):
        front = [(side, fore, top), (side, fore - 0.4 * swing, 0.5 * top),
                 (side, fore - swing, 0.06), (side, fore - swing - 0.07, 0.045)]  # fmt: skip
        back = [(side, hind, top), (side, hind - 0.07 - 0.3 * swing, 0.62 * top),
                (side, hind + 0.09 - swing, 0.34 * top), (side, hind + 0.03 - swing, 0.06),
                (side, hind - 0.04 - swing, 0.045)]  # fmt: skip
        found.append(swept(front, [0.12 * t, 0.082 * t, 0.066 * t, 0.06 * t], 3))
        found.append(swept(back, [0.15 * t, 0.105 * t, 0.066 * t, 0.062 * t, 0.058 * t], 3))
    return found


def leopard() -> Field:
    """A walking snow leopard: big round head, round ears, thick tail curled up behind."""
    body = sdf.union(
        [
            swept([(0, -0.36, 0.52), (0, -0.05, 0.47), (0, 0.20, 0.49), (0, 0.40, 0.52)],
                  [0.19, 0.165, 0.16, 0.18], 3),
            swept([(0, -0.36, 0.55), (0, -0.58, 0.70)], [0.18, 0.155], 2),
        ],
        0.08,
    )  # fmt: skip
    tail = swept(
        [(0, 0.50, 0.56), (0, 0.68, 0.42), (0, 0.86, 0.50), (0, 0.90, 0.76), (0, 0.76, 0.96),
         (0, 0.60, 0.92)],
        [0.085, 0.075, 0.072, 0.072, 0.075, 0.07], 3,
    )  # fmt: skip
    head = _cat_head(1.14)
    return sdf.union([body, tail, head, *legs(-0.34, 0.36, 0.115, 0.46, 1.05)], 0.04)


def _cat_head(size: float) -> Field:
    skull = sdf.union(
        [
            sdf.ellipsoid((0, 0, 0), (0.205, 0.18, 0.185)),
            sdf.ellipsoid((0, -0.16, -0.035), (0.125, 0.11, 0.075)),
            sdf.ellipsoid((0, -0.13, -0.145), (0.095, 0.11, 0.045)),
        ],
        0.035,
    )
    ears = sdf.mirrored_x(clay.disc((0.15, 0.02, 0.18), (0.25, -1.0, 0.25), 0.09, 0.035, 0.03))
    hollow = sdf.mirrored_x(sdf.ball((0.16, -0.05, 0.19), 0.05))
    eyes = sdf.mirrored_x(sdf.ball((0.095, -0.155, 0.065), 0.036))
    mouth = sdf.ellipsoid((0, -0.24, -0.10), (0.15, 0.14, 0.02))
    made = sdf.subtract(sdf.union([skull, ears], 0.03), hollow, 0.02)
    made = sdf.subtract(sdf.union([made, eyes], 0.01), mouth, 0.01)
    return sdf.moved(sdf.scaled(made, size, size, size), (0, -0.68, 0.78))


def wolf() -> Field:
    """A wolf: lean, long low head, pricked ears, hanging tail."""
    body = sdf.union(
        [
            swept([(0, -0.34, 0.58), (0, 0.0, 0.56), (0, 0.22, 0.60), (0, 0.42, 0.58)],
                  [0.175, 0.145, 0.11, 0.14], 3),
            swept([(0, -0.36, 0.62), (0, -0.52, 0.74), (0, -0.62, 0.80)], [0.17, 0.15, 0.13], 2),
        ],
        0.07,
    )  # fmt: skip
    head = swept(
        [(0, -0.60, 0.82), (0, -0.74, 0.78), (0, -0.86, 0.70), (0, -0.98, 0.66)],
        [0.135, 0.11, 0.07, 0.055], 3,
    )  # fmt: skip
    ears = sdf.mirrored_x(sdf.capsule((0.08, -0.57, 0.92), (0.11, -0.55, 1.08), 0.055, 0.012))
    mouth = sdf.ellipsoid((0, -1.0, 0.635), (0.12, 0.17, 0.016))
    tail = swept(
        [(0, 0.48, 0.60), (0, 0.66, 0.52), (0, 0.76, 0.34), (0, 0.80, 0.18)],
        [0.06, 0.085, 0.085, 0.03], 3,
    )  # fmt: skip
    head = sdf.subtract(head, mouth, 0.01)
    return sdf.union([body, head, ears, tail, *legs(-0.34, 0.38, 0.095, 0.52, 0.85)], 0.04)


def raven() -> Field:
    """A raven that pecks: stout beak, folded wings that cross over a wedge of a tail."""
    body = sdf.union(
        [
            swept([(0, -0.28, 0.52), (0, 0.0, 0.46), (0, 0.30, 0.36)], [0.18, 0.22, 0.13], 3),
            sdf.ellipsoid((0, -0.42, 0.72), (0.16, 0.17, 0.16)),
            swept([(0, -0.52, 0.72), (0, -0.70, 0.68), (0, -0.84, 0.58)], [0.095, 0.07, 0.02], 3),
        ],
        0.06,
    )
    wings = sdf.mirrored_x(
        clay.egg((0.16, 0.10, 0.48), (0.07, 0.46, 0.17), clay.frame_of((-0.12, 1.0, -0.18)))
    )
    tail = clay.placed(
        sdf.rounded_box((0, 0, 0), (0.26, 0.56, 0.08), 0.035), (0, 0.58, 0.30),
        clay.frame_of((0.0, 1.0, -0.2)),
    )  # fmt: skip
    feet = sdf.mirrored_x(
        sdf.limb([(0.10, 0.02, 0.34), (0.11, -0.02, 0.06), (0.12, -0.20, 0.045)],
                 [0.075, 0.06, 0.05])
    )  # fmt: skip
    return sdf.union([body, wings, tail, feet], 0.03)


def trunk(*, hump: float = 0.0, thick: float = 0.85) -> list[Field]:
    """The barrel and the slim legs of a beast with hooves; no neck or head."""
    barrel = sdf.union(
        [
            swept([(0, -0.32, 0.68), (0, 0.02, 0.65), (0, 0.36, 0.70)], [0.195, 0.185, 0.185], 3),
            sdf.ellipsoid((0, -0.24, 0.74 + hump), (0.14, 0.26, 0.17)),
        ],
        0.10,
    )
    return [barrel, *legs(-0.34, 0.38, 0.105, 0.60, thick)]


def ibex() -> Field:
    """A standing ibex: two great arcs of ringed horns over its back, a beard, a short tail."""
    neck = swept([(0, -0.36, 0.76), (0, -0.52, 0.92), (0, -0.58, 1.06)], [0.17, 0.13, 0.105], 3)
    head = swept([(0, -0.56, 1.08), (0, -0.72, 1.03), (0, -0.86, 0.92)], [0.115, 0.09, 0.06], 3)
    ears = sdf.mirrored_x(sdf.capsule((0.08, -0.50, 1.08), (0.22, -0.44, 1.04), 0.045, 0.015))
    beard = swept([(0, -0.80, 0.90), (0, -0.77, 0.80), (0, -0.80, 0.68)], [0.05, 0.045, 0.015], 2)
    tail = sdf.capsule((0, 0.52, 0.80), (0, 0.62, 0.93), 0.05, 0.03)
    return sdf.union([*trunk(), neck, head, ears, beard, tail, horns()], 0.03)


def fallen_ibex() -> Field:
    """An ibex brought down: its legs folded, its neck stretched out, its horns in the air."""
    barrel = swept([(0, -0.34, 0.25), (0, 0.02, 0.22), (0, 0.36, 0.26)], [0.20, 0.20, 0.20], 3)
    neck = swept([(0, -0.36, 0.30), (0, -0.54, 0.38), (0, -0.62, 0.48)], [0.18, 0.14, 0.11], 3)
    head = swept([(0, -0.62, 0.50), (0, -0.78, 0.44), (0, -0.92, 0.30)], [0.115, 0.09, 0.06], 3)
    ears = sdf.mirrored_x(sdf.capsule((0.08, -0.56, 0.50), (0.22, -0.50, 0.46), 0.045, 0.015))
    beard = swept([(0, -0.86, 0.29), (0, -0.83, 0.18), (0, -0.88, 0.08)], [0.05, 0.045, 0.02], 2)
    fore = [(0.16, -0.34, 0.22), (0.25, -0.62, 0.09), (0.25, -0.38, 0.06), (0.24, -0.26, 0.06)]
    hind = [(0.18, 0.38, 0.24), (0.28, 0.08, 0.11), (0.27, 0.38, 0.06), (0.26, 0.52, 0.06)]
    folded = [sdf.mirrored_x(swept(line, [0.13, 0.08, 0.06, 0.06], 3)) for line in (fore, hind)]
    tail = sdf.capsule((0, 0.52, 0.32), (0, 0.64, 0.40), 0.05, 0.03)
    arcs = sdf.moved(horns(0.44, 0.085), (0, -0.06, -0.58))
    return sdf.union([barrel, neck, head, ears, beard, *folded, tail, arcs], 0.03)


def horns(reach: float = 0.40, thick: float = 0.075, knobs: int = 12) -> Field:
    """The pair of ibex horns, rooted over the brow of `ibex`."""
    turn = np.radians(np.linspace(165.0, -35.0, 7))
    arc: list[Vector] = [
        (0.075 + 0.03 * k, float(-0.60 + reach * (0.97 + np.cos(t))),
         float(1.06 + 1.05 * reach * (np.sin(t) - 0.2)))
        for k, t in enumerate(turn)
    ]  # fmt: skip
    radii = [thick * share for share in (1.0, 1.0, 0.95, 0.85, 0.7, 0.55, 0.35)]
    return sdf.mirrored_x(ringed(arc, radii, knobs, 3))
