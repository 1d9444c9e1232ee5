"""The gold of the clothes: triangles, masks along the edges, belt and neck ring."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import issyk_drape as drape
from almaty_tour.exhibits.golden_man import body
from almaty_tour.kit import sdf, skin, transform, tube
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
STRAP = Paint("leather", "#3C1410")
WAIST, HEM = 111.0, 89.4
FRONT_X = 1.6
"""Where the caftan closes, a little to the figure's left."""
ACROSS, UP = 2.3, 2.8
"""The steps between the triangles."""


def plates() -> MeshData:
    """All the triangles of the caftan, staggered, kept clear of its edges and the belt."""
    plate = drape.triangle_plate(1.95, 2.1, body.GOLD)
    trunk = _on_trunk()
    sleeves = [_on_sleeve(side) for side in (-1, 1)]
    return drape.sewn(plate, body.dressed(), np.concatenate([trunk, *sleeves]), 0.08)


def _on_trunk() -> F64:
    found = []
    for row, z in enumerate(np.arange(93.4, 155.0, UP)):
        if abs(z - WAIST) < 4.0:
            continue
        size = float(np.interp(z, [86, 112, 136, 145, 150, 155], [125, 92, 104, 104, 86, 58]))
        count = max(8, round(size / ACROSS))
        turn = (np.arange(count) + 0.5 * (row % 2)) * (2 * np.pi / count)
        found.append(np.column_stack([turn, np.full(count, z)]))
    spots = np.concatenate(found)
    at = drape.round_axis(body.torso(), spots[:, 0], spots[:, 1])
    arms = np.minimum(body.sleeve(-1)(at), body.sleeve(1)(at))
    near_front = (at[:, 1] < 0) & (_to_edge(at[:, [0, 2]]) < 3.0)
    return drape.settled(body.dressed(), at[(arms > 1.2) & ~near_front])


def _to_edge(at: F64) -> F64:
    """How far (n, 2) points of the front are from the edge of the caftan."""
    below = np.where(at[:, 1] < 138.0, np.abs(at[:, 0] - FRONT_X), np.inf)
    slant = np.abs(np.abs(at[:, 0] - FRONT_X) - (at[:, 1] - 138.0) * 0.38) * 0.93
    return np.minimum(below, np.where(at[:, 1] >= 136.0, slant, np.inf))


def _on_sleeve(side: int) -> F64:
    """Rows round the two halves of an arm; those inside the trunk are left out."""
    x, y, z = body.SHOULDER
    ex, ey, ez = body.ELBOW
    joints = np.array([[side * x, y, z], [side * ex, ey, ez], body.WRISTS[side]])
    found = []
    for k, (start, end) in enumerate(((-0.22, 1.0), (0.06, 0.70))):
        way = joints[k + 1] - joints[k]
        rows = np.arange(start * np.linalg.norm(way), end * np.linalg.norm(way), UP)
        ahead = way / np.linalg.norm(way)
        first = np.cross(ahead, [0.0, 1.0, 0.0] if k == 0 else [1.0, 0.0, 0.0])
        first /= np.linalg.norm(first)
        second = np.cross(ahead, first)
        for row, off in enumerate(rows):
            narrow = float(np.sqrt(max(0.1, 1.0 - (min(off, 0.0) / 7.4) ** 2)))
            count = round(17 * narrow) if k == 0 else 14
            turn = (np.arange(count) + 0.5 * (row % 2)) * (2 * np.pi / count)
            out = np.cos(turn)[:, None] * first + np.sin(turn)[:, None] * second
            found.append(
                drape.traced(body.sleeve(side), joints[k] + off * ahead + 14.0 * out, -out)
            )
    at = np.concatenate(found)
    kept = (body.torso()(at) > 0.9) & (np.abs(body.sleeve(side)(at)) < 0.1)
    return drape.settled(body.dressed(), at[kept])


def edges() -> MeshData:
    """Masks along the front, the neck, the hem and the cuffs, with gold lines beside them."""
    field = body.dressed()
    mask = _mask()
    front = [(FRONT_X, z) for z in np.arange(93.0, 137.0, 3.75) if abs(z - WAIST) > 3.6]
    neck = [(FRONT_X + s * (0.6 + n * 1.36), 139.2 + n * 3.5) for s in (-1, 1) for n in range(5)]
    start = np.array([(x, -40.0, z) for x, z in front + neck])
    at = drape.traced(field, start, np.tile([0.0, 1.0, 0.0], (len(start), 1)))
    turn = (np.arange(28) + 0.5) * (2 * np.pi / 28)
    hem = drape.round_axis(field, turn, np.full(28, HEM))
    line = body.band(body.torso(), (0, 0), 86.9, 0.5, sides=96)
    return merge([drape.sewn(mask, field, np.concatenate([at, hem])), line, _cuff(-1), _cuff(1)])


def _mask() -> MeshData:
    """A square face of a beast of prey, ears up."""
    parts = [sdf.rounded_box((0.0, 0.0, 0.1), (3.3, 3.0, 0.5), 0.2)]
    for s in (-1.0, 1.0):
        parts += [
            sdf.ellipsoid((s * 1.15, 1.45, 0.25), (0.55, 0.55, 0.35)),
            sdf.ellipsoid((s * 0.72, 0.35, 0.35), (0.42, 0.34, 0.30)),
            sdf.ellipsoid((s * 0.6, -0.8, 0.3), (0.55, 0.42, 0.38)),
        ]
    nose = sdf.capsule((0.0, 0.8, 0.35), (0.0, -0.45, 0.5), 0.2, 0.32)
    field = sdf.union([*parts, nose], 0.12)
    return skin.skin(field, (-2.2, -2.2, -0.8), (2.2, 2.6, 1.3), 0.22, body.GOLD, triangles=68)


def _cuff(side: int) -> MeshData:
    """Three gold rings and two rows of plates round the end of a sleeve."""
    wrist = np.array(body.WRISTS[side])
    ex, ey, ez = body.ELBOW
    ahead = wrist - np.array([side * ex, ey, ez])
    ahead /= np.linalg.norm(ahead)
    first = np.cross(ahead, [1.0, 0.0, 0.0])
    first /= np.linalg.norm(first)
    second = np.cross(ahead, first)
    turn = np.linspace(0.0, 2 * np.pi, 37)
    ring = np.cos(turn)[:, None] * first + np.sin(turn)[:, None] * second
    rings = [
        tube.tube(wrist + off * ahead + (radius * ring), 0.5, body.GOLD, sides=6, crease_deg=70.0)
        for off, radius in ((0.2, 5.0), (-3.4, 5.1), (-7.0, 5.4))
    ]
    round_ = ring[:-1:3] * 12.0
    field = body.sleeve(side)
    at = np.concatenate(
        [drape.traced(field, wrist + off * ahead + round_, -round_ / 12.0) for off in (-1.6, -5.2)]
    )
    small = transform.scale(_mask(), 0.72, 0.72, 1.0)
    return merge([*rings, drape.sewn(small, field, at)])


def belt() -> MeshData:
    """A leather belt with beasts in gold, and a narrow second one that hangs lower."""
    torso = body.torso()
    strap = body.band(torso, (0, 0), WAIST, 2.8, STRAP, 0.8, 60)
    lines = [body.band(torso, (0, 0), WAIST + off, 0.3, body.GOLD, 1.1, 60) for off in (-2.6, 2.6)]
    turn = np.radians([-26.0, 26.0])
    large = drape.sewn(_beast(), torso, drape.round_axis(torso, turn, np.full(2, WAIST)), -0.6)
    sides = np.radians([*range(-168, -50, 17), *range(58, 180, 17), 0.0])
    small = transform.scale(_beast(), 0.58, 0.85, 0.9)
    rest = drape.sewn(
        small, torso, drape.round_axis(torso, sides, np.full(len(sides), WAIST)), -0.6
    )
    return merge([strap, *lines, large, rest, _second_belt()])


def _beast() -> MeshData:
    """A lying stag on a plate 7 cm long: head back, antlers along it, legs folded under."""
    plate = sdf.rounded_box((0.0, 0.0, 0.1), (7.2, 4.3, 0.5), 0.2)
    rim = sdf.subtract(
        sdf.rounded_box((0.0, 0.0, 0.3), (7.2, 4.3, 0.8), 0.2),
        sdf.rounded_box((0.0, 0.0, 0.9), (6.5, 3.6, 1.4), 0.2),
    )
    trunk = sdf.limb([(-2.4, -0.4, 0.5), (0.2, -0.3, 0.6), (1.6, 0.1, 0.6)], [0.8, 0.75, 0.7], 0.3)
    neck = sdf.limb([(1.6, 0.1, 0.6), (2.3, 1.0, 0.7), (3.0, 0.9, 0.6)], [0.6, 0.5, 0.25], 0.2)
    horn = sdf.limb(
        [(2.0, 1.4, 0.6), (0.8, 1.5, 0.6), (-0.6, 1.2, 0.6), (-1.8, 1.4, 0.5)], [0.22] * 4, 0.1
    )
    tines = [sdf.capsule((x, 0.6, 0.6), (x + 0.3, 1.5, 0.6), 0.2) for x in (-0.4, 0.8)]
    hind = sdf.limb([(-2.6, -0.6, 0.6), (-1.2, -1.4, 0.6), (-2.6, -1.5, 0.5)], [0.5, 0.3, 0.2], 0.1)
    fore = sdf.limb([(1.5, -0.3, 0.6), (2.6, -1.0, 0.6), (0.9, -1.5, 0.5)], [0.4, 0.28, 0.2], 0.1)
    field = sdf.union([plate, rim, trunk, neck, horn, *tines, hind, fore], 0.08)
    return skin.skin(field, (-4.4, -3.0, -0.8), (4.4, 3.0, 2.0), 0.21, body.GOLD, triangles=210)


def _second_belt() -> MeshData:
    """The weapon belt: it curves down over the hips, covered with small plates."""
    field = body.torso()
    turn = np.linspace(0.0, 2 * np.pi, 49)[:-1]
    z = WAIST - 7.0 - 2.6 * np.cos(turn)
    plate = skin.skin(
        sdf.union([sdf.ellipsoid((0, 0, 0.2),
         (1.15, 1.1, 0.5)), sdf.ball((0.4, 0.3, 0.5), 0.35)], 0.1),
        (-1.8, -1.8, -0.8), (1.8, 1.8, 1.4), 0.3, body.GOLD, triangles=44,
    )  # fmt: skip
    at = drape.round_axis(field, turn, z)
    out = at + 0.5 * drape.frames(field, at)[:, :3, 2]
    strap = tube.tube(np.concatenate([out, out[:1]]), 0.9, STRAP, sides=6, crease_deg=70.0)
    return merge([strap, drape.sewn(plate, field, at, -1.1)])


def torque() -> MeshData:
    """Three turns of a gold tube about the neck; two beasts' heads meet in front."""
    turn = np.linspace(0.0, 2 * np.pi, 61)
    rings = []
    for n, radius in enumerate((7.6, 7.0, 6.5)):
        line = np.column_stack(
            [
                radius * np.sin(turn),
                1.0 - radius * np.cos(turn),
                155.4 + 1.7 * n + 0.7 * np.cos(turn),
            ]
        )
        rings.append(tube.tube(line, 0.85, body.GOLD, sides=6, crease_deg=70.0))
    heads = [sdf.ellipsoid((s * 1.7, -7.2, 156.2), (1.6, 1.4, 1.4)) for s in (-1, 1)]
    ears = [sdf.ball((s * 2.4, -7.0, 157.5), 0.6) for s in (-1, 1)]
    field = sdf.union([*heads, *ears], 0.2)
    front = skin.skin(field, (-5, -10, 153), (5, -4, 160), 0.3, body.GOLD, triangles=900)
    return merge([*rings, front])
