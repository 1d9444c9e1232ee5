"""The stand: a plain form of a horse's head and neck with a clipped mane."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import patina
from almaty_tour.kit import sdf
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.settle import settled
from almaty_tour.kit.skin import skin
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
Field = sdf.Field
FORM, DARK, HAIR = Paint("fired_clay", "#857866"), "#3A2A1E", "#41342A"
CUT_CM = 15.0
"""Where the neck ends below."""
MANE = ((0.0, 69.0), (8.5, 70.4), (19.5, 60.6), (29.2, 44.6), (37.2, 23.0), (41.8, 4.0))


def _narrow(field: Field, share: float) -> Field:
    return sdf.scaled(field, 1.0, share, 1.0)


def head() -> Field:
    """A field in centimetres: it looks to -x, the neck comes up about x = 24."""
    skull = [
        sdf.ellipsoid((0.5, 0.0, 58.0), (11.0, 8.2, 10.0)),
        _narrow(sdf.capsule((-2.0, 0.0, 56.0), (-26.0, 0.0, 31.5), 9.2, 5.6), 0.80),
        sdf.ellipsoid((-28.0, 0.0, 29.6), (6.6, 5.4, 6.4)),
        sdf.ellipsoid((-1.0, 0.0, 46.0), (10.6, 6.6, 11.4)),
        _narrow(sdf.capsule((-4.0, 0.0, 40.0), (-22.0, 0.0, 25.6), 6.6, 3.6), 0.84),
        sdf.ellipsoid((-24.6, 0.0, 23.6), (4.6, 3.9, 3.6)),
    ]
    neck = _narrow(
        sdf.limb(
            [(7.0, 0.0, 57.0), (16.0, 0.0, 42.0), (22.0, 0.0, 22.0), (25.0, 0.0, 0.0)],
            [10.5, 12.6, 15.0, 17.5], 4.0,
        ), 0.56,
    )  # fmt: skip
    whole = sdf.union([sdf.union(skull, 3.2), neck], 3.5)
    added, cuts = _features()
    carved = sdf.subtract(sdf.union([whole, *added], 1.2), sdf.union(cuts, 0.3), 0.5)
    return lambda p: np.maximum(carved(p), CUT_CM - p[:, 2])


def _mane(thick: float) -> Field:
    """A narrow crest of standing hair."""
    line = [(x, 0.0, z) for x, z in MANE]
    return sdf.scaled(sdf.limb(line, [thick * r for r in (1.8, 3.0, 3.2, 3.2, 3.0, 2.6)], 0.8),
                      1.0, 0.62, 1.0)  # fmt: skip


def _features() -> tuple[list[Field], list[Field]]:
    """Ears, eyes, cheekbones, mane; nostrils, the line of the mouth, the hollow of the ears."""
    mane = _mane(1.0)
    added, cuts = [mane], []
    for side in (-1.0, 1.0):
        added += [
            sdf.limb([(4.0, 5.0 * side, 65.0), (4.4, 5.9 * side, 71.0), (2.6, 5.6 * side, 77.5)],
                     [2.6, 2.9, 0.9], 0.6),
            sdf.ellipsoid((-5.6, 7.1 * side, 56.2), (2.5, 1.3, 1.9)),
            sdf.capsule((-9.0, 6.6 * side, 57.6), (-2.4, 7.9 * side, 59.4), 0.75),
            sdf.capsule((-6.0, 6.4 * side, 52.0), (-18.0, 4.9 * side, 39.0), 1.1, 0.7),
            sdf.ellipsoid((-31.0, 4.2 * side, 30.8), (2.8, 1.6, 2.9)),
        ]  # fmt: skip
        cuts += [
            sdf.limb([(2.2, 7.0 * side, 68.0), (1.4, 7.2 * side, 73.0)], [1.3, 0.8], 0.3),
            sdf.limb([(-33.2, 5.0 * side, 29.4), (-31.6, 5.9 * side, 31.8)], [0.9, 1.2], 0.3),
            sdf.limb([(-35.0, 3.0 * side, 25.4), (-28.0, 5.6 * side, 26.2),
                      (-20.0, 6.6 * side, 28.6)], [0.5, 0.5, 0.45], 0.1),
        ]  # fmt: skip
    return added, cuts


def mesh(field: Field) -> MeshData:
    """The form, darker in its hollows and on its mane."""

    def tooled(p: F64) -> F64:
        return np.asarray(field(p) + 0.10 * patina.noise(p, 3.0, 4))

    low, high = (-38.0, -13.0, CUT_CM - 2.0), (46.0, 13.0, 82.0)
    made = settled(skin(tooled, low, high, 0.95, FORM, triangles=20_000))
    _, cuts = _features()
    deep = sdf.union(cuts)(made.positions.astype(np.float64))
    dark = patina.stained(made, DARK, 0.8 * np.clip(1.0 - deep / 0.5, 0.0, 1.0))
    hair = _mane(1.0)(made.positions.astype(np.float64)) - 0.25
    dark = patina.stained(dark, HAIR, 0.9 * np.clip(1.0 - hair / 0.5, 0.0, 1.0))
    for side in (-1.0, 1.0):
        gap = np.linalg.norm((made.positions - [-5.8, 8.2 * side, 56.2]) / [1.7, 1.4, 1.3], axis=1)
        dark = patina.stained(dark, "#15100C", np.clip((1.15 - gap) * 5.0, 0.0, 0.9))
    return patina.mottled(dark, 0.12, 6.0, 2)
