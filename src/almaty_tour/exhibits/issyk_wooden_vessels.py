"""Wooden things for a feast: a tray set up, a tray on its feet with bowls, a bowl and a ladle."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.display import DARK_WOOD, board, leaning
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits._shared.vessel import by_hand, vessel
from almaty_tour.kit import extrude, profile, sdf, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.settle import settled
from almaty_tour.kit.skin import skin
from almaty_tour.kit.stroke import stroke
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
WOODS = (Paint("old_wood", "#4A392C"), Paint("old_wood", "#3E2F26"), Paint("old_wood", "#54432F"))
CRACK, DIRT = Paint("old_wood", "#140E0B"), "#2A1E17"
CLOTH = Paint("felt", "#3C1517")
MAT_CM = 1.4
WIDE, DEEP, HIGH = 64.0, 40.0, 7.0
BOWL = ((0.0, 0.0), (0.42, 0.0), (0.52, 0.03), (0.78, 0.28), (0.93, 0.62), (1.0, 1.0))
"""The outer line of a bowl in shares of its radius and height."""


def build(spec: ExhibitSpec) -> Model:
    """The tray behind leans on a rest; before it a tray with two bowls, a third with the ladle."""
    wide = spec.size_cm("width", "tray")
    raised = leaning(transform.turn_z(_tray(3), 180.0), 68.0)
    laid = fitted(_tray(8), width_cm=wide)
    big = _bowl(13.0, 10.0, 1)
    ladle = fitted(_ladle(), width_cm=spec.size_cm("width", "ladle"))
    top = MAT_CM + 2.4 + 1.3
    pieces = [
        as_part(board(104.0, 74.0, CLOTH, MAT_CM), "mat"),
        as_part(transform.move(_rest(), y=27.0, z=MAT_CM), "rest"),
        as_part(transform.move(raised, y=18.5, z=MAT_CM), "raised_tray"),
        as_part(transform.move(grounded(laid), x=-14.0, y=-12.0, z=MAT_CM), "tray"),
        as_part(transform.move(big, x=-29.0, y=-10.0, z=top), "bowls"),
        as_part(transform.move(_bowl(9.5, 7.0, 2), x=-2.0, y=-13.0, z=top), "bowls"),
        as_part(transform.move(_bowl(11.5, 9.5, 0), x=35.0, y=-5.0, z=MAT_CM), "bowls"),
        as_part(transform.move(grounded(ladle), x=35.0, y=-27.0, z=MAT_CM), "ladle"),
    ]
    return Model(merge(pieces))


def _tray(seed: int) -> MeshData:
    """A hollowed board with round corners, a low rim and four stub feet."""
    block = _soft_box(WIDE, DEEP, 2.4, HIGH, 8.0, 0.55)
    hollow = _soft_box(WIDE - 4.4, DEEP - 4.4, 3.7, HIGH + 6.0, 6.5, 0.55)
    feet = [
        sdf.rounded_box((x, y, 1.4), (7.0, 4.6, 2.9), 1.0)
        for x in (-0.33 * WIDE, 0.33 * WIDE)
        for y in (-0.3 * DEEP, 0.3 * DEEP)
    ]
    tray = sdf.union([sdf.subtract(block, hollow, 0.5), *feet], 0.8)

    def worn(p: F64) -> F64:
        tools = 0.10 * patina.noise(p * [0.35, 1.0, 1.0], 2.6, seed)
        warp = 0.6 * np.sin(p[:, 0] / 21.0 + seed) * (p[:, 1] / DEEP)
        shifted = p - np.array([0.0, 0.0, 1.0]) * warp[:, None]
        return np.asarray(tray(shifted) + tools)

    low, high = (-WIDE / 2 - 2, -DEEP / 2 - 2, -2.0), (WIDE / 2 + 2, DEEP / 2 + 2, HIGH + 3.0)
    made = settled(skin(worn, low, high, 0.55, WOODS[seed % 3], triangles=16_000))
    return merge([_grained(made, seed), *_splits(seed)])


def _soft_box(
    wide: float, deep: float, low: float, high: float, corner: float, slope: float
) -> sdf.Field:
    """A box with round corners in plan whose walls flare outwards by `slope`."""
    half = np.array([wide / 2, deep / 2]) - corner

    def field(p: F64) -> F64:
        out = np.maximum(np.abs(p[:, :2]) - half, 0.0)
        inner = np.max(np.abs(p[:, :2]) - half, axis=1)
        plan = np.hypot(*out.T) + np.minimum(inner, 0.0) - corner
        flared = plan + slope * (HIGH - p[:, 2])
        return np.asarray(np.maximum(0.85 * flared, np.maximum(low - p[:, 2], p[:, 2] - high)))

    return field


def _grained(data: MeshData, seed: int) -> MeshData:
    """Streaks along x, dirt in the hollows."""
    at = data.positions * np.array([0.12, 1.0, 1.0])
    streaks = patina.noise(at, 1.3, seed) + 0.6 * patina.noise(at, 3.5, seed + 1)
    made = patina.stained(data, DIRT, 0.55 * np.clip(streaks, 0.0, 1.0))
    return patina.mottled(made, 0.16, 7.0, seed + 2)


def _splits(seed: int) -> list[MeshData]:
    """Cracks along the grain of a tray's floor: dark slivers in its surface."""
    made = []
    for place, (x, y, long) in enumerate(
        ((-22.0, 5.5, 17.0), (3.0, -8.0, 14.0), (15.0, 3.0, 12.0))
    ):
        along = np.linspace(0.0, 1.0, 12)
        waves = patina.noise(np.column_stack([along * 6, along, along]), 1.0, seed + place)
        line = np.column_stack([x + long * along, y + 0.6 * waves])
        breadth = 0.06 + 0.5 * np.sin(np.pi * along) ** 0.7
        warp = 0.6 * float(np.sin((x + long / 2) / 21.0 + seed)) * (y / DEEP)
        made.append(extrude.prism(stroke(line, breadth), 3.0 + warp, 3.86 + warp, CRACK))
    return made


def _bowl(radius: float, height: float, seed: int) -> MeshData:
    """A turned bowl with a flat base and a lug to hold it by; split at the rim."""
    wood = WOODS[seed % 3]
    outer = np.array(BOWL[1:]) * [radius, height]
    even = vessel(outer, 0.95, wood, sides=144, smooth=6)
    body = by_hand(even, 0.22, 7.0, seed)
    turned = patina.stained(body, DIRT, 0.30 * np.clip(np.sin(even.positions[:, 2] * 4.2), 0, 1))
    split = np.full(body.vertex_count, np.inf)
    turn = np.arctan2(body.positions[:, 1], body.positions[:, 0])
    for angle, deep in ((-1.15, 0.75), (-2.25, 0.5), (1.9, 0.6)):
        path = angle + 0.05 * np.sin(body.positions[:, 2] * 1.3 + seed)
        away = np.abs(np.angle(np.exp(1j * (turn - path)))) * radius
        share = np.clip((body.positions[:, 2] / height - deep) / (1.0 - deep), 0.0, 1.0)
        split = np.minimum(split, np.where(share > 0.0, away / (0.02 + 0.45 * share), np.inf))
    cracked = patina.stained(turned, "#140E0B", 0.92 * np.clip(1.6 - split, 0.0, 1.0))
    lug = sdf.limb(
        [(radius * 0.93, 0.0, height * 0.5), (radius * 1.12, 0.0, height * 0.56),
         (radius * 1.2, 0.0, height * 0.78), (radius * 1.0, 0.0, height * 0.86)],
        [0.9, 0.95, 0.95, 0.9], 0.3,
    )  # fmt: skip
    low, high = (0.6 * radius, -3.0, 0.0), (1.4 * radius, 3.0, height * 1.3)
    handle = settled(skin(lug, low, high, 0.3, wood, triangles=1_800))
    return transform.turn_z(merge([patina.mottled(cracked, 0.2, 4.0, seed), handle]), -38.0)


def _ladle() -> MeshData:
    """A deep round cup and a curved grip that ends in a hook."""
    cup = sdf.subtract(
        sdf.ellipsoid((-8.2, 0.0, 4.4), (5.0, 4.5, 4.4)),
        sdf.union(
            [sdf.ellipsoid((-8.2, 0.0, 4.9), (4.3, 3.8, 4.1)),
             sdf.rounded_box((-8.2, 0.0, 9.6), (14.0, 12.0, 7.6))]
        ), 0.25,
    )  # fmt: skip
    path = profile.smooth(
        [(-4.1, 4.3), (0.0, 6.2), (4.5, 8.6), (8.6, 10.2), (11.2, 9.6), (11.9, 8.0)], 5
    )
    radii = np.interp(np.linspace(0, 1, len(path)), [0.0, 0.3, 0.8, 1.0], [1.0, 0.72, 0.8, 0.62])
    grip = sdf.limb([(float(x), 0.0, float(z)) for x, z in path], [float(r) for r in radii], 0.2)
    whole = sdf.union([cup, grip], 0.5)

    def cut(p: F64) -> F64:
        return np.asarray(whole(p) + 0.05 * patina.noise(p, 1.4, 6))

    made = skin(cut, (-14.5, -6.0, -1.0), (14.0, 6.0, 12.5), 0.24, WOODS[2], triangles=9_000)
    return transform.turn_z(_grained(settled(made), 5), 180.0)


def _rest() -> MeshData:
    """A wooden wedge behind the tray that is set up."""
    section = profile.line((-7.0, 0.0), (7.0, 0.0), (7.0, 2.0), (2.2, 26.0), (-0.5, 26.0))
    wedge = extrude.prism(section, -16.0, 16.0, DARK_WOOD)
    return transform.turn(transform.turn(wedge, "y", 90.0), "x", 90.0)
