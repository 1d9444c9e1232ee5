"""What stands in a court: swings, a sand pit, a slide, a climbing arch, bars, clothes lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props.blocks import two_faced
from almaty_tour.mesh.data import MeshData, merge

RED, BLUE, YELLOW = (Paint("painted_metal", c) for c in ("#B8483C", "#3C78A8", "#D6A638"))
GREEN, STEEL = Paint("painted_metal", "#4C8A5A"), Paint("painted_metal", "#6E7674")
SAND, WOOD = Paint("plaster", "#C9B48A"), Paint("wood", "#8A6A48")
RUG = Paint("plaster", "#8C3F3A")
STONE, WATER = Paint("granite", "#9A958C"), Paint("pool_water")
WASHING = tuple(Paint("plaster", c) for c in ("#E8E6E0", "#9FB8CC", "#D9A7A0", "#E6DCB0"))

SHEETS_M = (
    (-2.6, 1.5, 1.3, -0.7),
    (-0.8, 0.6, 0.8, -0.7),
    (0.3, 1.4, 1.1, 0.7),
    (1.9, 0.7, 0.7, -0.7),
)
"""Washing: where it begins on the line, its width and length, which line."""


def build(variant: str, level: int) -> MeshData:
    """A thing of a court on z = 0; 200, 140 and 90 triangles at most."""
    return _BUILDERS[variant](level)


def _bars(lines: Sequence[tuple[float, ...]], wide_m: float, paint: Paint) -> MeshData:
    """Bars from rows of x, y, z of both ends."""
    table = np.array(lines, np.float64).reshape(-1, 6)
    return struts(table[:, :3], table[:, 3:], wide_m, paint, caps=False)


def _swings(level: int) -> MeshData:
    """Two A-frames with a beam and two seats."""
    legs = [(x, way * 0.9, 0.0, x, 0.0, 2.3) for x in (-1.7, 1.7) for way in (-1.0, 1.0)]
    frame = merge([_bars(legs, 0.1, RED), _bars([(-1.9, 0.0, 2.3, 1.9, 0.0, 2.3)], 0.1, BLUE)])
    if level == 2:
        return frame
    ropes = [(x + dx, 0.0, 0.5, x + dx, 0.0, 2.3) for x in (-0.8, 0.8) for dx in (-0.25, 0.25)]
    seats = [extrude.box(0.6, 0.28, 0.06, YELLOW, centre=(x, 0.0), bottom_m=0.48)
             for x in (-0.8, 0.8)]  # fmt: skip
    return merge([frame, _bars(ropes, 0.04, STEEL), *seats])


def _sand(level: int) -> MeshData:
    """A square of coloured boards full of sand under a mushroom."""
    rim = [(-1.6, -1.6, 0.2, 1.6, -1.6, 0.2), (1.6, -1.6, 0.2, 1.6, 1.6, 0.2),
           (1.6, 1.6, 0.2, -1.6, 1.6, 0.2), (-1.6, 1.6, 0.2, -1.6, -1.6, 0.2)]  # fmt: skip
    sand = extrude.box(3.1, 3.1, 0.16, SAND)
    boards = merge([_bars(rim[::2], 0.24, RED), _bars(rim[1::2], 0.24, YELLOW)])
    section = profile.line((1.5, 1.9), (0.0, 2.5))
    cap = lathe.lathe(section, RED, sides=8 if level == 0 else 5, crease_deg=80.0, caps=False)
    return merge([sand, boards, cap, _bars([(0.0, 0.0, 0.0, 0.0, 0.0, 2.4)], 0.12, WOOD)])


def _slide(level: int) -> MeshData:
    """A chute with a ladder and a small roof."""
    deck = extrude.box(1.0, 1.0, 0.08, WOOD, centre=(1.2, 0.0), bottom_m=1.4)
    posts = _bars([(x, y, 0.0, x, y, 2.6) for x in (0.7, 1.7) for y in (-0.5, 0.5)], 0.1, GREEN)
    chute = np.array([[(-1.9, -0.3, 0.25), (-1.9, 0.3, 0.25),
                       (0.7, 0.3, 1.45), (0.7, -0.3, 1.45)]])  # fmt: skip
    metal = merge([quadrilaterals(chute, BLUE), quadrilaterals(chute[:, ::-1], BLUE)])
    roof = transform.move(extrude.box(1.3, 1.3, 0.08, RED), x=1.2, z=2.6)
    if level == 2:
        return merge([metal, roof, posts])
    rungs = [(1.75, -0.4, z, 1.75, 0.4, z) for z in (0.4, 0.8, 1.2)]
    return merge([deck, posts, metal, roof, _bars(rungs, 0.07, YELLOW)])


def _climber(level: int) -> MeshData:
    """Three hoops joined by rungs."""
    steps = (8, 6, 4)[level]
    turn = np.linspace(0.0, np.pi, steps + 1)
    hoop = np.column_stack([1.5 * np.cos(turn), 0.0 * turn, 1.7 * np.sin(turn)])
    pieces = []
    for y, paint in ((-0.8, RED), (0.8, BLUE)):
        ring = hoop + np.array([0.0, y, 0.0])
        pieces.append(struts(ring[:-1], ring[1:], 0.08, paint, caps=False))
    inner = hoop[1:-1]
    across = np.array([0.0, 0.8, 0.0])
    rungs = struts(inner - across, inner + across, 0.06, YELLOW, caps=False)
    return merge([*pieces, rungs])


def _carpets(_level: int) -> MeshData:
    """The bars on which carpets are beaten, one carpet left on them."""
    posts = [(x, 0.0, 0.0, x, 0.0, 1.9) for x in (-1.8, 0.0, 1.8)]
    bars = [(-1.8, 0.0, 1.9, 1.8, 0.0, 1.9), (-1.8, 0.0, 1.2, 0.0, 0.0, 1.2)]
    face = [(0.2, -0.07, 0.5), (1.6, -0.07, 0.5), (1.6, -0.07, 1.97), (0.2, -0.07, 1.97)]
    return merge([_bars(posts + bars, 0.09, STEEL), two_faced(face, 0.14, RUG)])


def _lines(_level: int) -> MeshData:
    """Two posts with washing on lines between them."""
    posts = [(x, 0.0, 0.0, x, 0.0, 2.0) for x in (-3.2, 3.2)]
    arms = [(x, -0.8, 2.0, x, 0.8, 2.0) for x in (-3.2, 3.2)]
    lines = [(-3.2, y, 1.98, 3.2, y, 1.98) for y in (-0.7, 0.7)]
    pieces = [_bars(posts + arms, 0.09, STEEL), _bars(lines, 0.025, STEEL)]
    for (left, wide, drop, y), paint in zip(SHEETS_M, WASHING, strict=True):
        low, right = 1.97 - drop, left + wide
        face = [(left, y, low), (right, y, low), (right, y, 1.97), (left, y, 1.97)]
        pieces.append(two_faced(face, 0.0, paint))
    return merge(pieces)


def _fountain(level: int) -> MeshData:
    """A low round basin with a vase."""
    sides = (16, 10, 6)[level]
    rim = profile.line((2.6, 0.0), (2.6, 0.55), (2.25, 0.55), (2.25, 0.3))
    basin = lathe.lathe(rim, STONE, sides=sides, caps=False, crease_deg=30.0)
    vase = lathe.lathe(profile.line((0.5, 0.2), (0.25, 0.8), (0.9, 1.3)), STONE, sides=sides // 2,
                       caps=False, crease_deg=60.0)  # fmt: skip
    return merge([basin, vase, extrude.sheet(profile.circle(2.25, sides), 0.34, WATER)])


_BUILDERS: dict[str, Callable[[int], MeshData]] = {
    "swings": _swings, "sand": _sand, "slide": _slide, "climber": _climber,
    "carpets": _carpets, "lines": _lines, "fountain": _fountain,
}  # fmt: skip
VARIANTS = tuple(_BUILDERS)
