"""Small buildings behind houses: sheds, summer kitchens, hothouses, transformers; front to -y."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from almaty_tour.kit import extrude
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge


@dataclass(frozen=True)
class Look:
    """Length, depth, height in front and behind, ridge over both; walls, roof, door."""

    size_m: tuple[float, float]
    high_m: tuple[float, float]
    ridge_m: float
    wall: Paint
    roof: Paint
    door: Paint
    doors: int = 1


_TIN, _SLATE = Paint("roof_metal", "#8D8F8E"), Paint("concrete", "#7F7F7A")
LOOKS = {
    "wood": Look((4.4, 2.8), (2.5, 2.0), 0.0, Paint("wood", "#7F6C55"), _TIN,
                 Paint("wood", "#5E5044")),
    "kitchen": Look((6.0, 3.8), (2.5, 2.5), 0.9, Paint("plaster", "#CFC8B6"), _SLATE,
                    Paint("painted_metal", "#4E7F98")),
    "brick": Look((5.2, 3.4), (2.6, 2.2), 0.0, Paint("facade_brick", "#A4806C"), _SLATE,
                  Paint("painted_metal", "#6A5A48")),
    "outhouse": Look((1.3, 1.3), (2.2, 1.9), 0.0, Paint("wood", "#8E7A5E"), _TIN,
                     Paint("wood", "#6C5A46")),
    "hothouse": Look((6.0, 3.0), (1.4, 1.4), 0.9, Paint("plaster", "#C6D2D0"),
                     Paint("plaster", "#D2DCDA"), Paint("plaster", "#AEBDBB")),
    "transformer": Look((6.4, 4.6), (3.4, 3.2), 0.0, Paint("plaster", "#C9C2B2"), _SLATE,
                        Paint("painted_metal", "#6F7A80"), 2),
}  # fmt: skip
VARIANTS = tuple(LOOKS)
EAVES_M, SUNK_M = 0.25, 0.6


def build(variant: str, level: int) -> MeshData:
    """Walls, a lean-to or gabled roof and doors; 40, 40 and 16 triangles at most."""
    look = LOOKS[variant]
    (length, depth), (front, back) = look.size_m, look.high_m
    x, y = length / 2, depth / 2
    walls = [_wall((-x, -y), (x, -y), front, front), _wall((x, -y), (x, y), front, back),
             _wall((x, y), (-x, y), back, back), _wall((-x, y), (-x, -y), back, front)]  # fmt: skip
    pieces = [quadrilaterals(np.stack(walls), look.wall), _roof(look)]
    if level < 2:
        pieces.append(_doors(look))
    if look.ridge_m:
        pieces.append(_gables(look))
    return merge(pieces)


def _wall(
    a: tuple[float, float], b: tuple[float, float], high_a: float, high_b: float
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array([(*a, -SUNK_M), (*b, -SUNK_M), (*b, high_b), (*a, high_a)])


def _roof(look: Look) -> MeshData:
    x, y = look.size_m[0] / 2 + EAVES_M, look.size_m[1] / 2 + EAVES_M
    front, back = look.high_m
    if not look.ridge_m:
        top = [(-x, -y, front + 0.12), (x, -y, front + 0.12), (x, y, back + 0.12),
               (-x, y, back + 0.12)]  # fmt: skip
        under = [(-x, -y, front), (x, -y, front), (x, -y, front + 0.12), (-x, -y, front + 0.12)]
        return quadrilaterals(np.array([top, under]), look.roof)
    ridge = front + look.ridge_m
    near = [(-x, -y, front - 0.1), (x, -y, front - 0.1), (x, 0.0, ridge), (-x, 0.0, ridge)]
    far = [(x, y, back - 0.1), (-x, y, back - 0.1), (-x, 0.0, ridge), (x, 0.0, ridge)]
    return quadrilaterals(np.array([near, far]), look.roof)


def _gables(look: Look) -> MeshData:
    """The triangles under a ridge, as thin upright wedges."""
    x, y, z = look.size_m[0] / 2, look.size_m[1] / 2, look.high_m[0]
    top = z + look.ridge_m - 0.05
    sides = [[(x, -y, z), (x, y, z), (x, 0.02, top), (x, -0.02, top)],
             [(-x, y, z), (-x, -y, z), (-x, -0.02, top), (-x, 0.02, top)]]  # fmt: skip
    return quadrilaterals(np.array(sides), look.wall)


def _doors(look: Look) -> MeshData:
    high = min(look.high_m[0] - 0.25, 2.0)
    wide = min(0.7 * look.size_m[0], 0.9 if look.doors == 1 else 1.4)
    middles = (np.arange(look.doors) + 0.5) / look.doors * look.size_m[0] - look.size_m[0] / 2
    return merge([
        extrude.box(wide, 0.06, high, look.door, centre=(float(x), -look.size_m[1] / 2 - 0.02))
        for x in middles
    ])  # fmt: skip
