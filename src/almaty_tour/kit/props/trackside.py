"""Small things of a railway: light signals, buffer stops, footbridges over a station's tracks."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props.blocks import Block, blocks
from almaty_tour.kit.props.catenary import PORTAL_M
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
VARIANTS = ("signal", "buffer", "bridge6", "bridge9")

POST = Paint("concrete", "#B8B3AA")
BLACK = Paint("painted_metal", "#1D1E20")
RED, GREEN = Paint("lamp_glass", "#E03020"), Paint("lamp_glass", "#30C060")
STEEL = Paint("painted_metal", "#5F7C88")
RUST = Paint("painted_metal", "#6A4A38")
STRIPE, PALE = Paint("painted_metal", "#B03024"), Paint("painted_metal", "#E4E0D6")
DECK = Paint("concrete", "#A7A299")
DECK_M, WIDE_M = 7.4, 1.5


def build(variant: str, level: int) -> MeshData:
    """A signal looks to -x, a buffer stop ends a track that comes from -x; a bridge goes along y.

    720, 220 and 150 triangles at most.
    """
    if variant == "signal":
        return _signal(level)
    if variant == "buffer":
        return _buffer()
    low, high = PORTAL_M["portal" + variant[-1]]
    return _bridge(low - 1.6, high + 1.6, level)


def _signal(level: int) -> MeshData:
    head = blocks([(-0.12, -0.3, 3.6, 0.12, 0.3, 5.2)], BLACK, floor=True)
    post = blocks([(-0.1, -0.1, -0.2, 0.1, 0.1, 3.7)], POST)
    if level == 2:
        return merge([post, head])
    lamps = [blocks([(-0.16, -0.13, z, -0.12, 0.13, z + 0.26)], paint, floor=True)
             for z, paint in ((4.75, RED), (4.0, GREEN))]  # fmt: skip
    return merge([post, head, *lamps])


def _buffer() -> MeshData:
    legs: list[Block] = [(-0.2, s * 0.76 - 0.1, 0.0, 0.2, s * 0.76 + 0.1, 1.5) for s in (-1, 1)]
    beam = blocks([(-0.35, -1.3, 1.2, -0.05, 1.3, 1.65)], STRIPE, floor=True)
    marks = blocks([(-0.38, s * 0.85 - 0.22, 1.18, -0.02, s * 0.85 + 0.22, 1.67) for s in (-1, 1)],
                   PALE)  # fmt: skip
    return merge([blocks(legs, RUST), beam, marks])


def _bridge(from_m: float, to_m: float, level: int) -> MeshData:
    """A deck on posts with railings, and a flight of stairs along the track at both ends."""
    w = WIDE_M
    made = [blocks([(-w, from_m - w, DECK_M, w, to_m + w, DECK_M + 0.3)], DECK, floor=True)]
    sides: list[Block] = [(s * w - 0.05, from_m - w, DECK_M - 0.5, s * w + 0.05, to_m + w,
                           DECK_M + 0.3) for s in (-1, 1)]  # fmt: skip
    made.append(blocks(sides, STEEL, floor=True))
    legs: list[Block] = [(s * 1.2 - 0.15, y - 0.2, -0.4, s * 1.2 + 0.15, y + 0.2, DECK_M)
                         for y in (from_m, to_m) for s in (-1, 1)]  # fmt: skip
    made.append(blocks(legs, STEEL))
    starts = np.array([(w, y + dy, DECK_M) for y in (from_m, to_m) for dy in (-1.2, 1.2)])
    foot = np.add(starts, (12.5, 0.0, -DECK_M))
    made.append(struts(starts, foot, 0.12, STEEL, depth_m=0.4))
    middle = (starts[::2] + starts[1::2]) / 2.0
    made.append(struts(middle, np.add(middle, (12.5, 0.0, -DECK_M)), 2.3, DECK, depth_m=0.18))
    if level < 2:
        made.append(_railings(from_m, to_m, starts, level))
    return merge(made)


def _railings(from_m: float, to_m: float, starts: F64, level: int) -> MeshData:
    rails = [(s * WIDE_M, from_m + 1.4, DECK_M + z) for s in (-1, 1) for z in (0.8, 1.3)]
    ends = [(x, to_m - 1.4, z) for x, _, z in rails]
    up = np.array([0.0, 0.0, 1.2])
    made = [
        struts(rails, ends, 0.05, STEEL, caps=False),
        struts(starts + up, np.add(starts, (12.5, 0.0, 1.2 - DECK_M)), 0.05, STEEL, caps=False),
    ]
    if level == 0:
        at = np.arange(from_m + 1.4, to_m, 2.4)
        made.append(
            blocks(
                [
                    (
                        s * WIDE_M - 0.03,
                        y - 0.03,
                        DECK_M + 0.3,
                        s * WIDE_M + 0.03,
                        y + 0.03,
                        DECK_M + 1.3,
                    )
                    for s in (-1, 1)
                    for y in at.tolist()
                ],
                STEEL,
            )
        )
    return merge(made)
