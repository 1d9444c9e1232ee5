"""A neck ring of gold tube in three turns; each end is the head of a snarling cat."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.display import CLOTH, DARK_WOOD, board
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.kit import clay, sdf, skin, transform
from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
GOLD = Paint("gold_old", "#D8C496")
SHADOW = "#4A3008"
TUBE, PITCH, TURNS = 0.5, 1.06, 3.0
GAP_DEG = 24.0
"""Half the opening at the front that the two heads look across."""
STEPS, SIDES = 560, 24
FOOT_CM, TILT_DEG, LIFT_CM = 1.6, 9.0, 6.1
HEAD_SIZE = 1.5
SPREAD_DEG, SPREAD_CM = 60.0, 0.5
"""Near its ends the coil opens: over so many degrees up, down and outwards by so much."""


def build(spec: ExhibitSpec) -> Model:
    """The ring lies round the neck of a bust of cloth, leaning a little to the front."""
    width = spec.size_cm("width", "ring")
    radius = width / 2 - TUBE
    coil = fitted(_coil(radius), width_cm=width)
    ends = merge([_placed(radius, low=True), _placed(radius, low=False)])
    worn = merge([as_part(coil, "ring"), as_part(ends, "heads")])
    worn = grounded(transform.turn(worn, "x", TILT_DEG))
    return Model(
        merge(
            [
                as_part(board(25.0, 18.0, DARK_WOOD, FOOT_CM), "board"),
                as_part(transform.move(_bust(), z=FOOT_CM), "bust"),
                transform.move(worn, z=FOOT_CM + LIFT_CM),
            ]
        )
    )


def _bust() -> MeshData:
    """A neck on sloping shoulders, cut off straight below."""
    shape = sdf.union(
        [
            sdf.limb([(0.0, 0.6, 2.0), (0.0, 0.3, 8.0), (0.0, -0.4, 18.0)], [6.3, 6.1, 4.3], 0.8),
            sdf.ellipsoid((0.0, 0.8, 0.6), (11.6, 7.6, 5.8)),
            sdf.ellipsoid((0.0, -1.8, -0.4), (8.6, 6.4, 5.4)),
        ],
        2.6,
    )
    top = clay.behind((0.0, 0.0, 18.2), (0.0, -0.42, 1.0))
    cut = sdf.intersect(
        sdf.intersect(shape, top, 1.6), clay.behind((0.0, 0.0, -0.8), (0.0, 0.0, -1.0))
    )
    return skin.skin(cut, (-14, -11, -2.0), (14, 11, 25), 0.5, CLOTH, triangles=6000)


def _open(share: F64) -> F64:
    """1 at either end of the coil, 0 past the part that opens."""
    away = np.minimum(share, 1.0 - share) * TURNS * 360.0 / SPREAD_DEG
    return np.asarray(np.clip(1.0 - away, 0.0, 1.0) ** 2)


def _spot(share: F64) -> tuple[F64, F64]:
    """Angles and heights along the coil, 0 at the lower end to 1 at the upper one."""
    sweep = TURNS * 360.0 - 2.0 * GAP_DEG
    turn = np.radians(-90.0 + GAP_DEG + sweep * share)
    rise = SPREAD_CM * _open(share) * np.sign(share - 0.5)
    return turn, TUBE + PITCH * TURNS * share * (1.0 - GAP_DEG / (180.0 * TURNS)) + rise


def _coil(radius: float) -> MeshData:
    """The tube with fine ribs near its ends, closed by its two end faces."""
    share = np.linspace(0.0, 1.0, STEPS)
    turn, height = _spot(share)
    away = np.minimum(share, 1.0 - share) * STEPS
    collar = np.where((away > 4) & (away < 40), 0.05 * np.sin(away * np.pi / 4.0), 0.0)
    thick = TUBE - 0.03 + collar
    round_about = np.linspace(0.0, 2.0 * np.pi, SIDES, endpoint=False)
    middle = radius + 0.6 * SPREAD_CM * _open(share)
    away_cm = middle[:, None] + thick[:, None] * np.cos(round_about)
    rows = [away_cm * np.cos(turn)[:, None], away_cm * np.sin(turn)[:, None]]
    up = height[:, None] + thick[:, None] * np.sin(round_about)
    points = np.stack([*rows, up], axis=2).reshape(-1, 3)
    body = grid_faces(STEPS, SIDES, wrap_columns=True)
    fan = np.array([(0, k, k + 1) for k in range(1, SIDES - 1)])
    faces = np.concatenate([body, fan, fan[:, ::-1] + (STEPS - 1) * SIDES])
    made = solid(points, faces, GOLD, crease_deg=50.0)
    signed = np.einsum("ij,ij->i", *_volumes(made))
    made = made if signed.sum() > 0 else solid(points, faces[:, ::-1], GOLD, crease_deg=50.0)
    return patina.mottled(made, 0.08, 2.5, 4)


def _volumes(data: MeshData) -> tuple[F64, F64]:
    corner = data.positions.astype(np.float64)[data.faces]
    return corner[:, 0], np.cross(corner[:, 1], corner[:, 2])


def _placed(radius: float, *, low: bool) -> MeshData:
    """A head at an end of the coil, looking out along the tube."""
    turn, height = _spot(np.array([0.0 if low else 1.0]))
    head = transform.scale(_head(3 if low else 9), HEAD_SIZE)
    radius += 0.6 * SPREAD_CM
    angle = float(np.degrees(turn[0])) + (-90.0 if low else 90.0)
    place = (radius * float(np.cos(turn[0])), radius * float(np.sin(turn[0])))
    return transform.move(transform.turn_z(head, angle), *place, float(height[0]))


def _head(seed: int) -> MeshData:
    """A cat's head that looks to +x: round ears, wrinkled muzzle, open jaws."""
    parts: list[sdf.Field] = [
        sdf.ellipsoid((0.25, 0.0, 0.10), (0.75, 0.70, 0.66)),
        sdf.ellipsoid((0.98, 0.0, 0.10), (0.46, 0.46, 0.34)),
        sdf.ellipsoid((0.86, 0.0, -0.36), (0.42, 0.34, 0.17)),
        sdf.capsule((-0.5, 0.0, 0.0), (0.2, 0.0, 0.0), 0.52),
        sdf.ball((1.38, 0.0, 0.24), 0.15),
    ]
    cuts: list[sdf.Field] = [sdf.ellipsoid((1.18, 0.0, -0.20), (0.52, 0.62, 0.11))]
    for side in (-1.0, 1.0):
        parts.append(sdf.ellipsoid((-0.02, 0.56 * side, 0.62), (0.20, 0.28, 0.32)))
        parts.append(sdf.capsule((0.55, 0.20 * side, 0.58), (0.62, 0.50 * side, 0.46), 0.11))
        parts.append(sdf.ball((0.72, 0.34 * side, 0.36), 0.13))
        cuts.append(sdf.ellipsoid((0.16, 0.60 * side, 0.66), (0.13, 0.16, 0.19)))
        for step in range(3):
            x = 0.86 + 0.16 * step
            bow = [(x, 0.12 * side, 0.48), (x - 0.02, 0.34 * side, 0.34),
                   (x - 0.08, 0.46 * side, 0.12)]  # fmt: skip
            cuts.append(sdf.limb(bow, [0.032] * 3, 0.0))
    field = sdf.subtract(sdf.union(parts, 0.09), sdf.union(cuts), 0.04)
    made = skin.skin(field, (-1.2, -1.1, -1.0), (1.8, 1.1, 1.2), 0.04, GOLD, triangles=9_000)
    inside = sdf.union(cuts)(made.positions.astype(np.float64))
    shaded = patina.stained(made, SHADOW, 0.6 * np.clip(1.0 - np.abs(inside) / 0.06, 0.0, 1.0))
    return patina.mottled(shaded, 0.06, 1.0, seed)
