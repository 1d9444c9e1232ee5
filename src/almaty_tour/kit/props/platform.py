"""Pieces of a platform between two tracks, along x: plain ones with lamps, ones with a roof."""

from __future__ import annotations

from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props.blocks import blocks
from almaty_tour.mesh.data import MeshData, merge

VARIANTS = ("plain", "lamp", "roof")

WALL = Paint("concrete", "#8C8880")
TOP = Paint("paving", "#8C877E")
EDGE = Paint("painted_metal", "#D9D4C4")
STEEL = Paint("painted_metal", "#3F6F86")
ROOF = Paint("roof_metal", "#5F95A8")
BENCH = Paint("wood", "#7E5A3A")
LIGHT = Paint("lamp_glass")
PIECE_M, HALF_M, TOP_M = 12.0, 2.3, 0.95
SUNK_M = -0.6


def build(variant: str, level: int) -> MeshData:
    """A piece of 12 m, its floor 0.95 m over the ground; 130, 60 and 48 triangles at most."""
    x = PIECE_M / 2.0
    body = [blocks([(-x, -HALF_M, SUNK_M, x, HALF_M, TOP_M)], WALL), _floor()]
    if variant == "roof":
        body += _roof(level)
    if variant == "lamp" and level < 2:
        body += _lamp()
    if level == 0:
        body += [_coping(), _bench(2.5)]
    return merge(body)


def _floor() -> MeshData:
    x, y, z = PIECE_M / 2.0, HALF_M - 0.45, TOP_M + 0.004
    edges = [
        [(-x, side * y - 0.06, z), (x, side * y - 0.06, z),
         (x, side * y + 0.06, z), (-x, side * y + 0.06, z)]
        for side in (-1.0, 1.0)
    ]  # fmt: skip
    top = [[(-x, -y, z - 0.002), (x, -y, z - 0.002), (x, y, z - 0.002), (-x, y, z - 0.002)]]
    return merge([quadrilaterals(top, TOP), quadrilaterals(edges, EDGE)])


def _coping() -> MeshData:
    """The slabs of the edges, which stand out over the wall."""
    x = PIECE_M / 2.0
    rows = [
        (-x, s * HALF_M - 0.1, TOP_M - 0.16, x, s * HALF_M + 0.1, TOP_M - 0.01) for s in (-1, 1)
    ]
    return blocks(rows, WALL.shaded(1.12), floor=True)


def _bench(x: float) -> MeshData:
    legs = [(x + dx, -0.2, TOP_M, x + dx + 0.08, 0.2, TOP_M + 0.42) for dx in (0.15, 1.6)]
    return merge([
        blocks([(x, -0.24, TOP_M + 0.42, x + 1.9, 0.24, TOP_M + 0.48)], BENCH, floor=True),
        blocks(legs, STEEL),
    ])  # fmt: skip


def _lamp() -> list[MeshData]:
    return [
        blocks([(-0.07, -0.07, TOP_M, 0.07, 0.07, TOP_M + 5.2),
                (-0.06, -1.1, TOP_M + 5.1, 0.06, 1.1, TOP_M + 5.2)], STEEL),
        blocks([(-0.14, s * 1.0 - 0.3, TOP_M + 4.98, 0.14, s * 1.0 + 0.3, TOP_M + 5.1)
                for s in (-1, 1)], LIGHT, floor=True),
    ]  # fmt: skip


def _roof(level: int) -> list[MeshData]:
    """A butterfly roof on one row of posts."""
    x, low, high, reach = PIECE_M / 2.0, TOP_M + 3.3, TOP_M + 3.75, 2.25
    above, below = [], []
    for side in (-1.0, 1.0):
        wing = [(-x, 0.0, low), (x, 0.0, low), (x, side * reach, high), (-x, side * reach, high)]
        above.append(wing if side > 0 else wing[::-1])
        under = [(px, py, pz - 0.1) for px, py, pz in wing]
        below.append(under[::-1] if side > 0 else under)
    posts = [(px - 0.1, -0.1, TOP_M, px + 0.1, 0.1, low) for px in (-3.0, 3.0)]
    made = [quadrilaterals(above, ROOF), quadrilaterals(below, EDGE), blocks(posts, STEEL)]
    if level == 0:
        made.append(blocks([(-x, s * reach - 0.04, high - 0.22, x, s * reach + 0.04, high + 0.03)
                            for s in (-1, 1)], STEEL, floor=True))  # fmt: skip
    return made
