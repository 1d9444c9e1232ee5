"""What lies and stands in the yards of works: stacks, tanks, a chimney, a gantry crane, lorries."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import lathe
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import GLASS, Paint
from almaty_tour.kit.props.blocks import Block, blocks, drum
from almaty_tour.kit.props.wheel import plain_wheels, wheels
from almaty_tour.mesh.data import MeshData, merge

VARIANTS = ("pipes", "slabs", "pallets", "tank", "chimney", "crane", "lorry", "tipper")

RUST, STEEL = Paint("painted_metal", "#664434"), Paint("painted_metal", "#8C9196")
SLAB = Paint("plaster", "#9A958B")
WOOD = Paint("wood", "#A98A5E")
BRICK = Paint("facade_plaster", "#A0604A")
TANK = Paint("painted_metal", "#A3A29C")
WHITE, RED = Paint("painted_metal", "#B8B4AA"), Paint("painted_metal", "#8A3228")
YELLOW = Paint("painted_metal", "#A9802A")
CAB, GREEN = Paint("painted_metal", "#3F6FA0"), Paint("painted_metal", "#5C6E4A")
BED, DARK = Paint("wood", "#7A6248"), Paint("painted_metal", "#2E2F31")
LIGHT = Paint("lamp_glass", "#D8DCE0")
CHIMNEY_M, STRIPES = 42.0, 7


def build(variant: str, level: int) -> MeshData:
    """One thing on the ground, its long side along x; 330, 210 and 110 triangles at most."""
    return {
        "pipes": _pipes, "slabs": _slabs, "pallets": _pallets, "tank": _tank,
        "chimney": _chimney, "crane": _crane, "lorry": _lorry, "tipper": _tipper,
    }[variant](level)  # fmt: skip


def _pipes(level: int) -> MeshData:
    """A pile of pipes of ten metres on two beams."""
    rows = (4, 3, 2) if level < 2 else (2,)
    radius = 0.36 if level < 2 else 0.72
    sides = (8, 5, 4)[level]
    made = [blocks([(x - 0.1, -1.6, 0.0, x + 0.1, 1.6, 0.16) for x in (-3.0, 3.0)], WOOD)]
    for row, count in enumerate(rows):
        for k in range(count):
            y = (k - (count - 1) / 2.0) * 2.0 * radius
            z = 0.16 + radius * (1.0 + 1.73 * row)
            shift = 0.25 * ((k * 7 + row * 3) % 3 - 1)
            made.append(drum((-5.0 + shift, 5.0 + shift), (y, z), radius, sides,
                             RUST.shaded(0.9 + 0.1 * ((k + row) % 3))))  # fmt: skip
    return merge(made)


def _slabs(level: int) -> MeshData:
    """Three stacks of concrete slabs with laths between."""
    rows: list[Block] = []
    for k, high in enumerate((6, 4, 7) if level == 0 else (1, 1, 1)):
        tall = 0.26 * (high if level == 0 else (6, 4, 7)[k])
        step = tall / high
        for n in range(high):
            x, lean = (k - 1) * 3.4, 0.06 * ((n * 5 + k) % 3 - 1)
            rows.append(
                (x - 1.5 + lean, -2.9, n * step, x + 1.5 + lean, 2.9, n * step + step - 0.05)
            )
    return blocks(rows, SLAB)


def _pallets(level: int) -> MeshData:
    """Crates and pallets of bricks."""
    low: list[Block] = [(x, y, 0.0, x + 1.1, y + 1.1, h) for x, y, h in (
        (-3.0, -1.4, 1.1), (-1.6, -1.3, 2.1), (-0.2, -1.5, 1.1), (1.3, -1.4, 1.5), (-2.9, 0.2, 1.1),
        (-1.5, 0.3, 1.2), (1.2, 0.3, 0.5))]  # fmt: skip
    return merge([blocks(low[::2], WOOD), blocks(low[1::2] if level < 2 else low[1:2], BRICK)])


def _tank(level: int) -> MeshData:
    """An upright tank for fuel with a ladder and a rail."""
    sides = (20, 12, 8)[level]
    body = lathe.lathe(np.array([(4.2, -0.5), (4.2, 7.2), (0.0, 8.0)]), TANK, sides=sides,
                       crease_deg=30.0, caps=False)  # fmt: skip
    if level == 2:
        return body
    band = lathe.lathe(np.array([(4.23, 3.9), (4.23, 4.4)]), RED, sides=sides, caps=False,
                       crease_deg=60.0)  # fmt: skip
    ladder = struts([(4.35, -0.25, 0), (4.35, 0.25, 0)], [(4.35, -0.25, 7.6), (4.35, 0.25, 7.6)],
                    0.06, STEEL, caps=False)  # fmt: skip
    return merge([body, band, ladder])


def _chimney(level: int) -> MeshData:
    """A chimney with red and white stripes on its upper half."""
    sides = (16, 10, 6)[level]
    edge = np.linspace(CHIMNEY_M * 0.45, CHIMNEY_M, STRIPES + 1)

    def radius(z: float) -> float:
        return 1.75 - 0.75 * z / CHIMNEY_M

    made = [lathe.lathe(np.array([(radius(0.0), -0.5), (radius(edge[0]), edge[0])]), SLAB,
                        sides=sides, caps=False, crease_deg=60.0)]  # fmt: skip
    for k in range(STRIPES):
        low, high = float(edge[k]), float(edge[k + 1])
        band = np.array([(radius(low), low), (radius(high), high)])
        paint = (RED, WHITE)[k % 2]
        made.append(lathe.lathe(band, paint, sides=sides, caps=False, crease_deg=60.0))
    top = lathe.lathe(np.array([(radius(CHIMNEY_M), CHIMNEY_M), (0.0, CHIMNEY_M - 0.3)]), DARK,
                      sides=sides, caps=False)  # fmt: skip
    return merge([*made, top])


def _crane(level: int) -> MeshData:
    """A gantry crane over a store: two pairs of legs, a beam that stands out, a trolley."""
    feet = np.array([(sx * 3.0, sy * 9.0, 0.0) for sx in (-1, 1) for sy in (-1, 1)])
    heads = feet * [0.25, 1.0, 0.0] + [0.0, 0.0, 9.0]
    beams: list[Block] = [(x - 0.25, -14.0, 9.0, x + 0.25, 14.0, 10.1) for x in (-0.9, 0.9)]
    sills: list[Block] = [(-3.6, s * 9.0 - 0.25, 0.0, 3.6, s * 9.0 + 0.25, 0.7) for s in (-1, 1)]
    made = [struts(feet, heads, 0.4, YELLOW, caps=False), blocks(beams, YELLOW, floor=True)]
    if level < 2:
        made += [blocks(sills, YELLOW.shaded(0.8)),
                 blocks([(-1.6, 1.5, 10.1, 1.6, 4.0, 11.3)], DARK),
                 struts([(0, 2.7, 10.2)], [(0, 2.7, 4.0)], 0.07, DARK, caps=False),
                 blocks([(0.3, -8.2, 6.6, 2.1, -6.6, 8.8)], WHITE, floor=True)]  # fmt: skip
    return merge(made)


def _truck(level: int, cab: Paint) -> list[MeshData]:
    """Frame, cab with its panes and lamps, wheels; nose to +x."""
    made = [
        blocks([(-3.6, -0.5, 0.62, 3.0, 0.5, 0.95)], DARK, floor=True),
        blocks([(2.0, -1.2, 0.6, 3.7, 1.2, 1.65), (2.05, -1.15, 1.65, 3.5, 1.15, 2.55)], cab,
               floor=True),
    ]  # fmt: skip
    if level == 2:
        return made
    front = [[(3.52, -1.0, 1.75), (3.52, 1.0, 1.75), (3.52, 1.0, 2.42), (3.52, -1.0, 2.42)]]
    side = np.array([(2.3, 1.17, 1.75), (3.3, 1.17, 1.75), (3.3, 1.17, 2.4), (2.3, 1.17, 2.4)])
    flanks = np.array([side[::-1], side * [1.0, -1.0, 1.0]])
    made.append(quadrilaterals(np.concatenate([np.array(front), flanks]), GLASS))
    axles = (-2.6, -1.3, 2.75)
    made.append(wheels(axles, 0.52, 1.2, 8) if level == 0 else plain_wheels(axles, 0.52, 1.2, 6))
    if level == 0:
        made.append(blocks([(3.7, y - 0.2, 0.8, 3.73, y + 0.2, 1.0) for y in (-0.85, 0.85)], LIGHT))
    return made


def _lorry(level: int) -> MeshData:
    """A lorry with an empty bed and drop sides."""
    walls: list[Block] = [
        (-3.9, -1.25, 1.0, 1.8, -1.17, 1.65), (-3.9, 1.17, 1.0, 1.8, 1.25, 1.65),
        (-3.9, -1.25, 1.0, -3.82, 1.25, 1.65), (1.72, -1.25, 1.0, 1.8, 1.25, 1.65),
    ]  # fmt: skip
    floor = [(-3.9, -1.25, 0.95, 1.8, 1.25, 1.05)]
    if level == 2:
        return merge([*_truck(level, CAB), blocks([(-3.9, -1.25, 0.95, 1.8, 1.25, 1.65)], BED)])
    return merge([*_truck(level, CAB), blocks(walls, BED), blocks(floor, DARK, floor=True)])


def _tipper(level: int) -> MeshData:
    """A tipper with a steel body that leans over the cab."""
    low = np.array([(-3.9, -1.0, 1.0), (1.6, -1.0, 1.0), (1.6, 1.0, 1.0), (-3.9, 1.0, 1.0)])
    high = np.array([(-4.1, -1.25, 2.0), (1.8, -1.25, 2.0), (1.8, 1.25, 2.0), (-4.1, 1.25, 2.0)])
    turned = np.roll(np.arange(4), -1)
    sides = np.stack([low, low[turned], high[turned], high], axis=1)
    top = quadrilaterals((high - [0.0, 0.0, 0.2])[None], Paint("granite", "#8C8272"))
    shield = blocks([(1.7, -1.25, 2.0, 2.9, 1.25, 2.66)], GREEN, floor=True)
    body = merge([quadrilaterals(sides, GREEN), top])
    return merge([*_truck(level, GREEN.shaded(1.25)), body, *([shield] if level < 2 else [])])
