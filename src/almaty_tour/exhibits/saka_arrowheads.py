"""Bronze arrowheads in a fan round an iron shield boss; two arrows with pieces of their shafts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.arms_display import desk, placed
from almaty_tour.exhibits._shared.fitting import fitted
from almaty_tour.kit import sdf, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.settle import settled
from almaty_tour.kit.skin import skin
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
BRONZE, GREEN = Paint("bronze_patina", "#5B5233"), "#3E6B57"
BONE = Paint("glazed_clay", "#A8966F")
IRON, RUST = Paint("iron_rust", "#38302C"), "#4A2F20"
SHAFT, THREAD = Paint("old_wood", "#6E5638"), Paint("leather", "#3A2418")
CLOTH = Paint("felt", "#655C4E")
COUNT, REACH = 13, 12.6


@dataclass(frozen=True)
class Kind:
    """A head along +y: blades round an axis, their outline as (radius, height) from the foot."""

    blades: int
    outline: tuple[tuple[float, float], ...]
    socket: float
    thick: float = 0.3


BROAD = Kind(3, ((0.0, -0.2), (0.95, -0.75), (1.02, 0.2), (0.86, 1.5), (0.5, 2.9), (0.0, 4.1)), 1.5)
SLIM = Kind(3, ((0.0, 0.1), (0.62, -0.3), (0.66, 0.6), (0.5, 2.2), (0.0, 3.6)), 1.4)
SQUARE = Kind(4, ((0.0, -0.4), (0.6, -0.8), (0.62, 0.4), (0.48, 2.4), (0.0, 4.0)), 0.0, 0.62)
LEAF = Kind(2, ((0.0, -0.3), (0.5, 0.0), (0.86, 1.0), (0.7, 2.3), (0.0, 4.2)), 1.7, 0.34)
FAN = (BROAD, LEAF, SQUARE, SLIM)


def build(spec: ExhibitSpec) -> Model:
    """The boss low in the middle, the heads round it like rays, the arrows along the foot."""
    boss = fitted(_boss(), width_cm=spec.size_cm("width", "boss"))
    made = {kind: _head(kind) for kind in FAN}
    rays = []
    for place in range(COUNT):
        turn = 82.0 - 164.0 * place / (COUNT - 1)
        head = _bone() if place == COUNT // 2 else _aged(made[FAN[place % len(FAN)]], place)
        name = "bone" if place == COUNT // 2 else "heads"
        x, y = REACH * np.sin(np.radians(-turn)), REACH * np.cos(np.radians(turn))
        rays.append(as_part(placed(transform.turn_z(head, turn), float(x), float(y) - 2.4), name))
    arrows = [
        as_part(placed(_arrow(made[kind], way), x, y), "arrows")
        for kind, way, x, y in ((BROAD, -90.0, -1.4, -11.2), (SLIM, 90.0, 1.4, -13.5))
    ]
    pieces = [as_part(placed(boss, 0.0, -2.6), "boss"), *rays, *arrows]
    shown = [transform.move(piece, y=1.0) for piece in pieces]
    return Model(desk(shown, 36.0, 30.0, 62.0, CLOTH))


def _blades(kind: Kind) -> sdf.Field:
    """The blades as one field, their number folded into a single one."""
    radius, height = np.array(kind.outline).T
    order = np.argsort(height[1:]) + 1
    sector = 2.0 * np.pi / kind.blades
    first = np.pi / 2 if kind.blades % 2 else sector / 2 + np.pi / 2

    def field(p: F64) -> F64:
        away, turn = np.hypot(p[:, 0], p[:, 2]), np.arctan2(p[:, 2], p[:, 0]) - first
        local = turn - sector * np.round(turn / sector)
        out, side = away * np.cos(local), np.abs(away * np.sin(local))
        reach = np.interp(p[:, 1], height[order], radius[order])
        barb = height[1] + (height[0] - height[1]) * np.clip(1.0 - out / radius[1], 0.0, 1.0)
        half = kind.thick * np.clip(1.15 - out / np.maximum(reach, 0.05), 0.12, 1.0)
        ends = np.maximum(barb - p[:, 1], p[:, 1] - height[-1] + 0.1)
        return np.asarray(np.max([(out - reach) * 0.9, (side - half) * 0.85, ends], axis=0))

    return field


def _head(kind: Kind) -> MeshData:
    """A cast head about 4 to 5 cm long, its tip to +y."""
    parts = [_blades(kind), sdf.capsule((0.0, -0.6, 0.0), (0.0, 3.0, 0.0), 0.36, 0.12)]
    if kind.socket:
        parts.append(sdf.capsule((0.0, -kind.socket, 0.0), (0.0, 0.6, 0.0), 0.44, 0.36))
        parts.append(sdf.ellipsoid((0.0, -kind.socket + 0.1, 0.0), (0.52, 0.2, 0.52)))
    whole = sdf.union(parts, 0.1)
    hole = sdf.capsule((0.0, -4.0, 0.0), (0.0, 0.2, 0.0), 0.27)
    bored = sdf.subtract(whole, hole, 0.04)

    def worn(p: F64) -> F64:
        return np.asarray(bored(p) + 0.03 * patina.noise(p, 0.5, 2))

    return settled(skin(worn, (-1.5, -2.8, -1.5), (1.5, 4.8, 1.5), 0.07, BRONZE, triangles=4_200))


def _aged(head: MeshData, seed: int) -> MeshData:
    """Each head with a green of its own."""
    at = head.positions + np.float32(17.0 * seed)
    spots = patina.noise(at, 1.6, seed) + 0.5 * patina.noise(at, 0.5, seed + 40)
    green = patina.stained(head, GREEN, 0.95 * np.clip(1.3 * spots + 0.25, 0.0, 1.0))
    return patina.mottled(green, 0.25, 0.8, seed)


def _bone() -> MeshData:
    """A flat polished head of bone with a V cut into its base."""
    line = [(0.0, 3.6, 0.0), (0.0, 2.2, 0.0), (0.0, 0.4, 0.0), (0.0, -1.4, 0.0)]
    body = sdf.scaled(sdf.limb(line, [0.10, 0.52, 0.72, 0.76], 0.3), 1.0, 1.0, 0.55)
    notch = sdf.capsule((0.0, -0.3, 0.0), (0.0, -2.6, 0.0), 0.08, 0.66)
    field = sdf.subtract(body, notch, 0.05)
    made = skin(field, (-1.2, -2.8, -0.8), (1.2, 4.4, 0.8), 0.07, BONE, triangles=2_500)
    return patina.mottled(settled(made), 0.2, 0.9, 5)


def _arrow(head: MeshData, turn_deg: float) -> MeshData:
    """A head on a broken piece of its shaft, bound with thread."""
    wood = sdf.capsule((0.0, -0.4, 0.0), (0.0, -21.0, 0.0), 0.36)

    def split(p: F64) -> F64:
        ragged = -20.2 + 0.7 * patina.noise(p * [1.0, 0.15, 1.0], 0.25, 3) - p[:, 1]
        return np.asarray(np.maximum(wood(p), ragged) + 0.02 * patina.noise(p, 0.6, 7))

    shaft = skin(split, (-0.8, -22.0, -0.8), (0.8, 0.6, 0.8), 0.12, SHAFT, triangles=4_000)
    turns = [sdf.ellipsoid((0.0, -1.9 - 0.22 * k, 0.0), (0.46, 0.15, 0.46)) for k in range(9)]
    bound = skin(
        sdf.union(turns), (-0.8, -4.2, -0.8), (0.8, -1.4, 0.8), 0.09, THREAD, triangles=2_500
    )
    made = merge([_aged(head, 7), patina.mottled(settled(shaft), 0.25, 2.0, 3), settled(bound)])
    return transform.turn_z(made, turn_deg)


def _boss() -> MeshData:
    """A shallow iron dome with a flange and rivets, eaten by rust."""
    dome = sdf.subtract(
        sdf.ellipsoid((0.0, 0.0, 0.0), (5.2, 5.2, 4.3)),
        sdf.ellipsoid((0, 0, -0.6), (4.9, 4.9, 4.3)),
    )
    flange = sdf.revolved([(0.0, -0.05), (7.8, -0.05), (7.8, 0.22), (0.0, 0.22)])
    ring = sdf.revolved([(0.0, 0.0), (5.5, 0.0), (5.5, 0.55), (0.0, 0.55)])
    turn = np.radians(np.arange(0.0, 360.0, 45.0) + 20.0)
    rivets = [
        sdf.ellipsoid((6.65 * float(c), 6.65 * float(s), 0.25), (0.55, 0.55, 0.5))
        for c, s in zip(np.cos(turn), np.sin(turn), strict=True)
    ]
    knob = sdf.union(
        [sdf.ellipsoid((0.0, 0.0, 4.2), (1.5, 1.5, 0.4)), sdf.ball((0, 0, 4.6), 0.8)], 0.2
    )
    whole = sdf.intersect(
        sdf.union([dome, flange, ring, knob, *rivets], 0.25), lambda p: -0.05 - p[:, 2]
    )

    def eaten(p: F64) -> F64:
        gnawed = 0.07 * patina.noise(p, 1.3, 4) + 0.06 * patina.noise(p, 0.5, 5)
        edge = np.clip((np.hypot(p[:, 0], p[:, 1]) - 6.6) / 1.2, 0.0, 1.0)
        return np.asarray(whole(p) + gnawed + 0.45 * edge * np.clip(patina.noise(p, 2.2, 6), 0, 1))

    made = skin(eaten, (-8.6, -8.6, -0.6), (8.6, 8.6, 6.0), 0.17, IRON, triangles=20_000)
    made = settled(made)
    spots = patina.noise(made.positions, 3.0, 8) + 0.6 * patina.noise(made.positions, 0.9, 9)
    rusty = patina.stained(made, RUST, 0.7 * np.clip(1.2 * spots, 0.0, 1.0))
    return patina.mottled(rusty, 0.25, 1.4, 3)
