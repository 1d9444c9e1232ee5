"""People from near: bodies of oval rings with clothes, folds, hair and the hint of a face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import move
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
Ring = tuple[float, float, float, float]
"""Metres ahead, half depth, half width, height."""
COAT, LEGS, SKIN, HAIR = Paint("cloth_coat"), Paint("cloth_legs"), Paint("skin"), Paint("hair")
SHIRT, BAG = Paint("rubber", "#C9C3B8"), Paint("rubber", "#4A3226")
SIDES = 10
FRONT = (0, SIDES - 1)
"""The two faces of a ring that look ahead; ring corners lie at half steps from +x."""


@dataclass(frozen=True)
class Shape:
    """A body from below to above.

    Attributes:
        rings: from the lowest to the highest.
        paint: of all faces. shades: (bands, sides) of what the tint is multiplied by, or None.
        tip_m: how far the closing point lies over the last ring.
        crease_deg: edges that are sharper stay hard.
    """

    rings: Sequence[Ring]
    paint: Paint
    shades: F64 | None = None
    tip_m: float = 0.02
    crease_deg: float = 70.0

    def made(self, sides: int = SIDES) -> MeshData:
        """Its skin: closed above, open below."""
        turn = (np.arange(sides) + 0.5) * 2.0 * np.pi / sides
        table = np.array(self.rings)
        points = np.stack([table[:, :1] + table[:, 1:2] * np.cos(turn),
                           table[:, 2:3] * np.sin(turn),
                           np.repeat(table[:, 3:4], sides, axis=1)], axis=-1)  # fmt: skip
        tip = [table[-1, 0], 0.0, table[-1, 3] + self.tip_m]
        band, k = (part.ravel() for part in np.mgrid[: len(table) - 1, :sides])
        after = (k + 1) % sides
        a, b = band * sides, (band + 1) * sides
        walls = np.stack([np.stack([a + k, a + after, b + after], axis=1),
                          np.stack([a + k, b + after, b + k], axis=1)], axis=1)  # fmt: skip
        edge = np.arange(sides)
        top = (len(table) - 1) * sides
        lid = np.stack(
            [top + edge, top + (edge + 1) % sides, np.full(sides, len(table) * sides)], 1
        )
        faces = np.concatenate([walls.reshape(-1, 3), lid])
        tints = self._tints(len(table) - 1, sides)
        corners = np.concatenate([points.reshape(-1, 3), [tip]])
        return solid(corners, faces, self.paint, crease_deg=self.crease_deg, face_tint=tints)

    def _tints(self, bands: int, sides: int) -> npt.NDArray[np.uint8]:
        """(faces, 3) u1; a face of the skin is between corner k and the next."""
        shades = np.ones((bands, sides)) if self.shades is None else self.shades
        each = np.concatenate([np.repeat(shades.ravel(), 2), shades[-1]])
        return np.repeat(np.clip(np.rint(each * 255.0), 0, 255).astype(np.uint8)[:, None], 3, 1)


def folded(bands: int, depth: float, sides: int = SIDES) -> F64:
    """(bands, sides) light and dark of cloth that hangs in folds, darker under the arms."""
    band, k = np.mgrid[:bands, :sides]
    shade = 1.0 - depth * (0.5 + 0.5 * np.sin(2.4 * k + 1.7 * band + 0.6 * k * band))
    under_arm = np.abs(np.sin((k + 1.0) * 2.0 * np.pi / sides)) > 0.9
    return np.asarray(np.where(under_arm, shade * 0.8, shade))


TORSOS: dict[str, tuple[Ring, ...]] = {
    "man": (
        (0.0, 0.135, 0.195, 0.76), (0.0, 0.14, 0.19, 0.9), (0.005, 0.125, 0.172, 1.06),
        (0.012, 0.14, 0.198, 1.24), (0.0, 0.125, 0.205, 1.36), (-0.01, 0.085, 0.15, 1.44),
        (-0.01, 0.062, 0.068, 1.475),
    ),
    "woman": (
        (0.0, 0.17, 0.225, 0.52), (0.0, 0.155, 0.205, 0.74), (-0.005, 0.14, 0.185, 0.9),
        (0.0, 0.105, 0.14, 1.08), (0.025, 0.13, 0.168, 1.26), (0.0, 0.105, 0.172, 1.37),
        (-0.01, 0.07, 0.12, 1.435), (-0.01, 0.052, 0.056, 1.47),
    ),
    "elder": (
        (0.0, 0.165, 0.22, 0.58), (0.005, 0.165, 0.21, 0.82), (0.02, 0.165, 0.195, 1.04),
        (0.02, 0.15, 0.2, 1.24), (0.01, 0.125, 0.195, 1.35), (0.0, 0.085, 0.145, 1.43),
        (0.0, 0.06, 0.066, 1.47),
    ),
}  # fmt: skip


def torso(who: str, low_m: float = 0.0) -> MeshData:
    """A jacket over a shirt, a belted coat with a scarf and a bag, or a long coat with buttons.

    `low_m` cuts what would hang lower, of who sits.
    """
    rings = [ring for ring in TORSOS[who] if ring[3] >= low_m]
    bands = len(rings) - 1
    shades = folded(bands, 0.16)
    shades[0] *= 0.86
    if who == "woman":
        waist = [k for k, ring in enumerate(rings) if ring[3] < 1.1][-1]
        shades[max(waist - 1, 0)] *= 0.9
    shades[:-1, 0] *= 0.72  # the edge of what is buttoned
    made = [Shape(rings, COAT, shades).made()]
    if who == "man":
        made.append(_bib(0.1, 1.3, SHIRT))
    elif who == "woman":
        made += [_scarf(), _belt(rings), _bag()]
    else:
        made.append(_scarf())
    return merge(made)


def _bib(half_m: float, low_m: float, paint: Paint) -> MeshData:
    """The shirt in the neck of an open jacket."""
    points = [(0.153, 0.0, low_m), (0.145, 0.5 * half_m, 1.36), (0.07, 0.6 * half_m, 1.462),
              (0.07, -0.6 * half_m, 1.462), (0.145, -0.5 * half_m, 1.36)]  # fmt: skip
    return solid(points, [(0, 1, 4), (1, 2, 3), (1, 3, 4)], paint)


def _scarf() -> MeshData:
    rings = [(0.0, 0.082, 0.092, 1.42), (0.005, 0.09, 0.1, 1.455), (0.0, 0.066, 0.07, 1.5)]
    return Shape(rings, COAT.shaded(0.55), folded(2, 0.3, 8), tip_m=0.0).made(8)


def _belt(rings: Sequence[Ring]) -> MeshData:
    """A belt at the waist, a finger over the coat."""
    x, deep, wide, z = min(rings[1:-3] or rings, key=lambda ring: ring[2])
    low, high = (
        (x, deep + 0.016, wide + 0.016, z - 0.025),
        (x, deep + 0.012, wide + 0.012, z + 0.03),
    )
    return Shape([low, high, (x, deep, wide, z + 0.032)], COAT.shaded(0.45), tip_m=0.0).made(8)


def _bag() -> MeshData:
    """A bag at the right hip on a strap over the shoulder."""
    x0, x1, y0, y1, z0, z1 = -0.13, 0.13, -0.29, -0.2, 0.82, 1.03
    points = [(x, y, z) for z in (z0, z1) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
    faces = [(0, 1, 5), (0, 5, 4), (1, 2, 6), (1, 6, 5), (2, 3, 7), (2, 7, 6), (3, 0, 4), (3, 4, 7),
             (4, 5, 6), (4, 6, 7)]  # fmt: skip
    strap = [(0.02, -0.25, 1.03), (0.05, -0.25, 1.03), (0.05, -0.165, 1.43), (0.02, -0.165, 1.43)]
    return merge([solid(points, faces, BAG), solid(strap, [(0, 1, 2), (0, 2, 3)], BAG)])


FACE: tuple[Ring, ...] = (
    (-0.012, 0.05, 0.05, 1.44), (-0.008, 0.054, 0.052, 1.505), (0.02, 0.072, 0.055, 1.515),
    (0.014, 0.086, 0.068, 1.555), (0.01, 0.091, 0.074, 1.6), (0.008, 0.09, 0.075, 1.625),
    (0.004, 0.092, 0.074, 1.68), (0.0, 0.06, 0.05, 1.725),
)  # fmt: skip
MOUTH, EYES = 2, 4
HAIRS: dict[str, tuple[Ring, ...]] = {
    "man": (
        (-0.035, 0.072, 0.078, 1.57), (-0.024, 0.084, 0.084, 1.63), (-0.008, 0.098, 0.083, 1.675),
        (-0.008, 0.09, 0.075, 1.715), (-0.012, 0.05, 0.045, 1.742),
    ),
    "woman": (
        (-0.058, 0.052, 0.088, 1.4), (-0.052, 0.068, 0.094, 1.5), (-0.036, 0.084, 0.094, 1.6),
        (-0.012, 0.102, 0.09, 1.672), (-0.01, 0.094, 0.08, 1.715), (-0.015, 0.05, 0.045, 1.745),
    ),
}  # fmt: skip


def head(who: str) -> MeshData:
    """A neck, a face with the shade of eyes and mouth, a nose, hair or a hat."""
    shades = np.ones((len(FACE) - 1, SIDES))
    shades[:2] = 0.82
    shades[MOUTH, FRONT] = 0.74
    shades[EYES, [1, SIDES - 2]] = 0.42
    shades[EYES, FRONT] = 0.78
    made = [Shape(FACE, SKIN, shades, crease_deg=60.0).made(), _nose()]
    if who == "elder":
        brim = [(0.01, 0.1, 0.088, 1.6), (0.012, 0.15, 0.14, 1.664), (0.0, 0.102, 0.092, 1.672),
                (-0.004, 0.094, 0.086, 1.75)]  # fmt: skip
        made.append(Shape(brim[1:], COAT.shaded(0.5), tip_m=-0.012, crease_deg=40.0).made())
        made.append(Shape(((-0.03, 0.078, 0.08, 1.56), (-0.026, 0.084, 0.084, 1.65)),
                          HAIR.shaded(1.0), tip_m=0.0).made(8))  # fmt: skip
    else:
        rings = HAIRS[who]
        made.append(Shape(rings, HAIR, folded(len(rings) - 1, 0.25)).made())
    return merge(made)


def _nose() -> MeshData:
    points = [(0.1, 0.0, 1.622), (0.124, 0.0, 1.578), (0.094, 0.02, 1.572), (0.094, -0.02, 1.572)]
    return solid(points, [(0, 2, 1), (0, 1, 3), (1, 2, 3)], SKIN, crease_deg=50.0)


def lowered(made: MeshData, by_m: float) -> MeshData:
    """The same lower down."""
    return move(made, z=-by_m)
