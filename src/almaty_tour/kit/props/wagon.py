"""Goods wagons on their wheels, along x: open ones, tanks, covered ones, flats with containers."""

from __future__ import annotations

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props.blocks import Block, blocks, drum
from almaty_tour.kit.props.track import RAIL_TOP_M
from almaty_tour.kit.props.wheel import wheels
from almaty_tour.kit.transform import move
from almaty_tour.mesh.data import MeshData, merge

VARIANTS = ("open", "open_grey", "tank", "tank_pale", "covered", "boxes")

FRAME = Paint("painted_metal", "#2A2725")
RUST, GREY = Paint("painted_metal", "#54382C"), Paint("painted_metal", "#53585B")
TAR, PALE = Paint("painted_metal", "#222325"), Paint("painted_metal", "#8F8C84")
BROWN = Paint("painted_metal", "#4E332A")
ROOF = Paint("roof_metal", "#8B8C8C")
COAL = Paint("granite", "#262628")
BLUE, ORANGE = Paint("painted_metal", "#27496B"), Paint("painted_metal", "#8A4628")
HALF_M, WIDE_M, LENGTH_M = 6.7, 1.56, 14.6
FLOOR_M = 1.3
BOGIES_M = (-4.3, 4.3)


def build(variant: str, level: int) -> MeshData:
    """A wagon that is 14.6 m over its couplers; 370, 130 and 40 triangles at most."""
    body = {
        "open": lambda: _open(RUST, level), "open_grey": lambda: _open(GREY, level),
        "tank": lambda: _tank(TAR, level), "tank_pale": lambda: _tank(PALE, level),
        "covered": lambda: _covered(level), "boxes": lambda: _boxes(level),
    }[variant]()  # fmt: skip
    under = blocks([(-HALF_M, -1.25, FLOOR_M - 0.42, HALF_M, 1.25, FLOOR_M)], FRAME, floor=True)
    if level == 2:
        return merge([under, body])
    return merge([under, body, running_gear(BOGIES_M, level, FRAME)])


def running_gear(bogies_m: tuple[float, ...], level: int, paint: Paint) -> MeshData:
    """Bogies with their wheels on the rails."""
    z = RAIL_TOP_M
    frames: list[Block] = [
        (x - 1.35, s * 1.0 - 0.1, z + 0.3, x + 1.35, s * 1.0 + 0.1, z + 0.68)
        for x in bogies_m for s in (-1, 1)
    ]  # fmt: skip
    axles = [x + dx for x in bogies_m for dx in (-0.92, 0.92)]
    made = [blocks(frames, paint)]
    if level == 0:
        made.append(move(wheels(axles, 0.475, 0.84, 6), z=z))
        made.append(
            blocks([(x - 0.18, -0.9, z + 0.05, x + 0.18, 0.9, z + 0.9) for x in axles], paint)
        )
    return merge(made)


def _ribs(count: int, low_m: float, high_m: float, width_m: float) -> list[Block]:
    """Upright ribs on both flanks."""
    step = 2 * HALF_M / count
    at = [-HALF_M + (k + 0.5) * step for k in range(count)]
    return [
        (x - width_m, s * (WIDE_M + 0.03) - 0.04, low_m, x + width_m, s * (WIDE_M + 0.03) + 0.04,
         high_m)
        for x in at for s in (-1, 1)
    ]  # fmt: skip


def _open(paint: Paint, level: int) -> MeshData:
    """High sides with ribs; coal nearly to the rim."""
    top = 3.5
    x, y = HALF_M, WIDE_M
    if level == 2:
        return blocks([(-x, -y, FLOOR_M, x, y, top)], paint)
    sides: list[Block] = [
        (-x, -y, FLOOR_M, x, -y + 0.08, top), (-x, y - 0.08, FLOOR_M, x, y, top),
        (-x, -y, FLOOR_M, -x + 0.08, y, top), (x - 0.08, -y, FLOOR_M, x, y, top),
    ]  # fmt: skip
    load = blocks([(-x + 0.1, -y + 0.1, FLOOR_M, x - 0.1, y - 0.1, top - 0.35)], COAL)
    ribs = blocks(_ribs(7, FLOOR_M, top, 0.09), paint.shaded(0.85))
    return merge([blocks(sides, paint), load, *([ribs] if level == 0 else [])])


def _tank(paint: Paint, level: int) -> MeshData:
    sides = (14, 8, 6)[level]
    made = [drum((-6.1, 6.1), (0.0, FLOOR_M + 1.52), 1.5, sides, paint, 0.45 if level < 2 else 0.0)]
    if level < 2:
        made.append(
            blocks([(-0.7, -0.6, FLOOR_M + 2.8, 0.7, 0.6, FLOOR_M + 3.35)], paint.shaded(1.1))
        )
    if level == 0:
        made.append(
            blocks(
                [
                    (-1.4, -1.2, FLOOR_M + 2.95, 1.4, -0.65, FLOOR_M + 3.02),
                    (-0.3, -1.75, FLOOR_M - 0.2, 0.3, -1.65, FLOOR_M + 3.0),
                ],
                FRAME,
            )
        )
        made.append(
            blocks(
                [(-6.15, -1.53, FLOOR_M + 1.42, 6.15, 1.53, FLOOR_M + 1.62)],
                Paint("painted_metal", "#9A6A2E") if paint is TAR else BROWN,
            )
        )
    return merge(made)


def _covered(level: int) -> MeshData:
    top = 3.95
    made = [blocks([(-HALF_M, -WIDE_M, FLOOR_M, HALF_M, WIDE_M, top)], BROWN),
            blocks([(-HALF_M, -1.2, top, HALF_M, 1.2, top + 0.36)], ROOF)]  # fmt: skip
    if level == 0:
        made.append(blocks(_ribs(8, FLOOR_M, top, 0.05), BROWN.shaded(0.8)))
        made.append(blocks([(-1.9, -WIDE_M - 0.08, FLOOR_M + 0.05, 1.9, WIDE_M + 0.08, top - 0.2)],
                           BROWN.shaded(1.16)))  # fmt: skip
    return merge(made)


def _boxes(level: int) -> MeshData:
    """Two containers of different owners."""
    low, high = FLOOR_M + 0.05, FLOOR_M + 2.65
    made = [blocks([(-6.4, -1.22, low, -0.3, 1.22, high)], BLUE),
            blocks([(0.3, -1.22, low, 6.4, 1.22, high)], ORANGE)]  # fmt: skip
    if level == 0:
        at = [k * 0.61 + 0.3 for k in range(10)]
        for start, paint in ((-6.4, BLUE), (0.3, ORANGE)):
            made.append(blocks([(start + x - 0.12, -1.26, low + 0.15, start + x + 0.12, 1.26,
                                 high - 0.12) for x in at], paint.shaded(0.86)))  # fmt: skip
    return merge(made)
