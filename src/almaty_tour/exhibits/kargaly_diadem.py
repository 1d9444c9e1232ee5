"""The two outer pieces of an openwork band: beasts and riders among clouds, set with stones."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import gold_beasts as beasts
from almaty_tour.exhibits._shared import gold_relief as gold
from almaty_tour.exhibits._shared.fitting import fitted
from almaty_tour.exhibits._shared.gold_head import wooden_head
from almaty_tour.exhibits._shared.gold_relief import Figure, Piece
from almaty_tour.kit import lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
TURQUOISE, CARNELIAN = Paint("glazed_clay", "#2F8E88"), Paint("glazed_clay", "#9A2E1C")
BACKING = Paint("felt", "#3A1214")
RING_CM, GAP_CM = 9.2, 2.6
"""Radius of the felt ring that carries the pieces, and the room left for the lost middle."""
BROW, LIFT = 22.0, 0.35
HALF_CM, HIGH_CM, RAIL = 18.15, 5.0, 0.19
Drop = tuple[float, float, float, float]
"""A stone: middle, size and the way its point looks, in degrees."""


def build(spec: ExhibitSpec) -> Model:
    """Both pieces go round a ring of felt on a wooden head, their middle left open."""
    high = spec.size_cm("height", "left")
    pieces = []
    for name, scene, way in (("left", left(), -1.0), ("right", right(), 1.0)):
        flat = (
            gold.placed(scene[0], -HALF_CM - GAP_CM / 2)
            if way < 0
            else gold.placed(scene[0], HALF_CM + GAP_CM / 2, flip=True)
        )
        plate = gold.sheet(flat, 0.042, rim=0.07, warp=_round, seed=5, grime=0.9)
        stones = [_stones(found, way, paint) for found, paint in
                  ((scene[1], TURQUOISE), (scene[2], CARNELIAN))]  # fmt: skip
        pieces.append(as_part(merge([plate, *stones]), name))
    both = fitted(merge(pieces), height_cm=high)
    low = float(both.bounds_m[0][2])
    raised = transform.move(both, z=BROW - 1.4 + LIFT - low)
    return Model(
        merge(
            [
                raised,
                as_part(_ring(high), "ring"),
                as_part(transform.scale(wooden_head(BROW), 1.14, 0.97, 1.0), "head"),
            ]
        )
    )


def _round(points: F64) -> F64:
    """X along the ring from its front, y up, z out of it."""
    angle, out = points[:, 0] / (RING_CM + 0.05), RING_CM + 0.05 + points[:, 2]
    return np.column_stack([out * np.sin(angle), -out * np.cos(angle), points[:, 1]])


def _stones(drops: list[Drop], way: float, paint: Paint) -> MeshData:
    """Drop-shaped stones that stand a little out of the gold."""
    figures = [
        gold.placed(_drop(), x - HALF_CM - GAP_CM / 2, y, size, turn)
        if way < 0 else
        gold.placed(gold.placed(_drop(), x, y, size, turn), HALF_CM + GAP_CM / 2, flip=True)
        for x, y, size, turn in drops
    ]  # fmt: skip
    return gold.sheet(
        gold.together(*figures), 0.03, paint, rim=0.3, warp=_round, grime=0.0, fine=0.003
    )


def _drop() -> Figure:
    plan = gold.limb([(-0.12, 0.0), (0.28, 0.0)], [0.17, 0.05])
    return gold.figure([Piece(plan, 0.1, 0.16, 0.02)])


def _rails() -> Figure:
    """Plain borders above and below and an upright at either end."""
    x, y = HALF_CM, HIGH_CM
    bars = [
        gold.limb([(RAIL, RAIL), (x - RAIL, RAIL)], RAIL),
        gold.limb([(RAIL, y - RAIL), (x - RAIL, y - RAIL)], RAIL),
        gold.limb([(RAIL, RAIL), (RAIL, y - RAIL)], RAIL),
        gold.limb([(x - RAIL, RAIL), (x - RAIL, y - RAIL)], RAIL),
    ]
    return gold.figure([Piece(bar, 0.16, RAIL, 0.05) for bar in bars])


def _clouds() -> Figure:
    """A vine along the lower border with curls that rise between the beasts."""
    x = np.linspace(0.2, HALF_CM - 0.2, 27)
    vine = gold.limb(np.column_stack([x, 0.5 + 0.14 * np.sin(2.0 * x)]), 0.11)
    curls = []
    for k, (at, high) in enumerate(
        ((0.9, 3.9), (4.95, 4.0), (9.25, 4.1), (13.35, 4.0), (17.5, 3.9), (3.0, 0.95), (7.2, 1.0))
    ):
        way = 1.0 if k % 2 else -1.0
        low = 4.85 if high > 2.0 else 0.3
        bow = [(at - 0.5 * way, low), (at - 0.3 * way, high), (at + 0.25 * way, high - 0.1),
               (at + 0.3 * way, high + 0.35), (at, high + 0.32)]  # fmt: skip
        curls.append(gold.limb(bow, [0.12, 0.12, 0.11, 0.1, 0.09]))
    for at, way, high in STEMS:
        spray = [(at, 0.4), (at + 0.1 * way, 0.5 * high), (at + 0.25 * way, 0.9 * high),
                 (at + 0.05 * way, high + 0.15), (at - 0.3 * way, high), (at - 0.22 * way,
                     high - 0.35),
                 (at + 0.02 * way, high - 0.3)]  # fmt: skip
        leaf = gold.limb(
            [(at, 0.6), (at - 0.35 * way, 0.9), (at - 0.42 * way, 1.35)], [0.1, 0.16, 0.03]
        )
        curls += [gold.limb(spray, [0.13, 0.13, 0.12, 0.12, 0.11, 0.1, 0.08]), leaf]
    return gold.figure([Piece(one, 0.12, 0.12, 0.03) for one in (vine, *curls)])


STEMS = (
    (0.75, 1.0, 2.3),
    (4.95, -1.0, 2.9),
    (9.3, 1.0, 2.7),
    (13.45, -1.0, 2.6),
    (17.55, 1.0, 2.3),
)
"""Plant scrolls that grow between the beasts: place, the way they curl, height."""


def _pedestal(x: float) -> Figure:
    """A stepped stand under a horse."""
    steps = [gold.limb([(x - a, y), (x + a, y)], 0.12) for a, y in ((1.7, 0.75), (1.45, 0.95))]
    post = gold.limb([(x, 0.45), (x, 0.7)], [0.3, 0.25])
    return gold.figure([Piece(one, 0.14, 0.12, 0.04) for one in (*steps, post)])


def _beast(figure: Figure, x: float, y: float, size: float) -> Figure:
    return gold.raised(gold.placed(figure, x, y, size), 0.02, 0.9)


def _gems(
    x: float, y: float, size: float, spots: tuple[tuple[float, float, float], ...]
) -> list[Drop]:
    """Stones given in the measures of a beast."""
    return [(x + size * a, y + size * b, 1.0, turn) for a, b, turn in spots]


BODY = ((0.55, 2.1, 60.0), (1.5, 2.0, 0.0), (2.55, 2.1, 100.0))
LOW_BODY = ((0.5, 1.75, 60.0), (1.5, 1.6, 0.0), (2.65, 1.75, 80.0))


def left() -> tuple[Figure, list[Drop], list[Drop]]:
    """From the outer end: a rider on a dragon, an ibex, a deer, a winged horse on a stand."""
    scene = [
        _rails(), _clouds(),
        _beast(beasts.dragon(), 1.55, 0.5, 0.72), _beast(beasts.rider(), 2.45, 1.95, 1.05),
        _beast(beasts.ibex(), 5.6, 0.5, 0.86), _beast(beasts.stag(), 9.9, 0.5, 0.84),
        _pedestal(15.25), _beast(beasts.winged_horse(), 14.15, 0.95, 0.77),
    ]  # fmt: skip
    blue = [*_gems(1.55, 0.5, 0.72, (LOW_BODY[0], LOW_BODY[2])), *_gems(5.6, 0.5, 0.86, BODY),
            *_gems(9.9, 0.5, 0.84, BODY), *_gems(14.15, 0.95, 0.77, BODY[:2])]  # fmt: skip
    red = [(4.95, 1.0, 0.9, 90.0), (9.3, 1.1, 0.9, 90.0), (13.3, 1.1, 0.9, 90.0)]
    return gold.together(*scene), blue, red


def right() -> tuple[Figure, list[Drop], list[Drop]]:
    """Drawn facing +x as well: a deer, an ibex, a leopard under a bird, a winged horse."""
    scene = [
        _rails(), _clouds(),
        _beast(beasts.stag(), 1.2, 0.5, 0.84),
        _beast(beasts.ibex(), 5.4, 0.5, 0.8), _beast(beasts.leopard(), 10.4, 0.5, 0.78),
        _beast(beasts.bird(), 10.9, 2.35, 0.85),
        _pedestal(15.25), _beast(beasts.winged_horse(), 14.15, 0.95, 0.77),
    ]  # fmt: skip
    blue = [*_gems(1.2, 0.5, 0.84, BODY), *_gems(5.4, 0.5, 0.8, BODY),
            *_gems(10.4, 0.5, 0.78, (LOW_BODY[0], LOW_BODY[2])), *_gems(14.15, 0.95, 0.77,
                BODY[:2])]  # fmt: skip
    red = [(4.95, 1.0, 0.9, 90.0), (9.0, 1.1, 0.9, 90.0), (13.4, 1.1, 0.9, 90.0)]
    return gold.together(*scene), blue, red


def _ring(high: float) -> MeshData:
    """A standing band of felt, rounded above."""
    low = BROW - 1.4
    r, top = RING_CM, low + 2 * LIFT + high
    line = profile.line(
        (r - 0.8, low), (r, low), (r, top - 0.3), (r - 0.3, top), (r - 0.5, top),
        (r - 0.8, top - 0.3), (r - 0.8, low),
    )  # fmt: skip
    return lathe.lathe(line, BACKING, sides=128)
