"""People on foot: clothes by the coats of `materials.toml`, nose to +x; steps are poses.

A kind is "who_pose". A walk goes through `a`, `b`, `c`, `b`; who stands is in pose `b`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props._figure import COAT, HAIR, LEGS, SKIN, head, lowered, torso
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import move, scale
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
WHO = ("man", "woman", "elder")
POSES = {"a": 0.42, "b": 0.0, "c": -0.42}
VARIANTS = (*(f"{who}_{pose}" for who in WHO for pose in POSES), "man_sit", "woman_sit")
SHOE, SLEEVE = Paint("rubber", "#2A2420"), COAT.shaded(0.9)
HIP_M, KNEE_M, SHOULDER_M, CHIN_M, TALL_M = 0.88, 0.47, 1.42, 1.5, 1.74
SEAT_M = 0.46


@dataclass(frozen=True)
class _Limb:
    """From joint to joint, (3,) each, with its radius at both ends."""

    start: tuple[float, float, float]
    end: tuple[float, float, float]
    thick_m: float
    thin_m: float
    paint: Paint


def build(variant: str, level: int) -> MeshData:
    """A person of 1.74 m; 660, 88 and 12 triangles at most."""
    who, _, pose = variant.partition("_")
    if pose == "sit":
        return _seated(who, level)
    if level == 2:
        return _spindle()
    swing = POSES[pose]
    limbs = [*_legs(who, swing, level), *_arms(swing, level)]
    made = [_limb(one, 6 if level == 0 else 3) for one in limbs]
    if level == 0:
        return merge([*made, torso(who), head(who), _shoes(swing)])
    return merge([*made, _torso(who), _head(who)])


def _foot(swing: float, side: float) -> tuple[float, float, float]:
    return (0.8 * swing * side, 0.09 * side, 0.05 + 0.12 * max(-swing * side, 0.0))


def _legs(who: str, swing: float, level: int) -> list[_Limb]:
    """A leg before and one behind, bent at the knees; trousers, or boots under a coat."""
    found = []
    ankle_m, boot = (0.05, LEGS.shaded(0.7)) if who == "woman" else (0.064, LEGS)
    for side in (-1.0, 1.0):
        ahead = swing * side
        hip, foot = (0.0, 0.085 * side, HIP_M), _foot(swing, side)
        knee = (0.42 * ahead + 0.05 * abs(ahead) + 0.015, 0.087 * side, KNEE_M)
        if level == 0:
            found += [_Limb(hip, knee, 0.1, 0.072, LEGS), _Limb(knee, foot, 0.07, ankle_m, boot)]
        else:
            found.append(_Limb(hip, foot, 0.09, 0.055, LEGS))
    return found


def _arms(swing: float, level: int) -> list[_Limb]:
    """Arms against the legs, with hands."""
    found = []
    for side in (-1.0, 1.0):
        ahead = -swing * side
        shoulder, elbow = (0.0, 0.2 * side, SHOULDER_M - 0.04), (0.24 * ahead, 0.235 * side, 1.13)
        hand = (0.55 * ahead + 0.06, 0.22 * side, 0.88 + 0.1 * max(ahead, 0.0))
        if level == 0:
            wrist, tip = _towards(elbow, hand, 0.86), _towards(elbow, hand, 1.42)
            found += [_Limb(shoulder, elbow, 0.068, 0.056, SLEEVE),
                      _Limb(elbow, wrist, 0.056, 0.044, SLEEVE),
                      _Limb(wrist, tip, 0.036, 0.02, SKIN)]  # fmt: skip
        else:
            found.append(_Limb(shoulder, hand, 0.06, 0.04, COAT))
    return found


def _towards(
    start: tuple[float, float, float], end: tuple[float, float, float], share: float
) -> tuple[float, float, float]:
    x, y, z = (a + (b - a) * share for a, b in zip(start, end, strict=True))
    return x, y, z


def _limb(limb: _Limb, sides: int) -> MeshData:
    """A tapered prism from joint to joint."""
    start, end = np.array(limb.start), np.array(limb.end)
    way = (end - start) / np.linalg.norm(end - start)
    across = np.cross(way, [0.0, 1.0, 0.0])
    across /= max(float(np.linalg.norm(across)), 1e-9)
    aside = np.cross(way, across)
    turn = np.arange(sides) * 2.0 * np.pi / sides
    ring = np.cos(turn)[:, None] * across + np.sin(turn)[:, None] * aside
    points = np.concatenate([start + ring * limb.thick_m, end + ring * limb.thin_m])
    k, after = np.arange(sides), (np.arange(sides) + 1) % sides
    faces = np.concatenate([np.stack([k, after, after + sides], axis=1),
                            np.stack([k, after + sides, k + sides], axis=1)])  # fmt: skip
    return solid(points, faces, limb.paint, crease_deg=90.0)


def _shoes(swing: float) -> MeshData:
    made = []
    for side in (-1.0, 1.0):
        x, y, z = _foot(swing, side)
        z -= 0.05
        base = [
            (x - 0.07, y - 0.045),
            (x + 0.2, y - 0.04),
            (x + 0.2, y + 0.04),
            (x - 0.07, y + 0.045),
        ]
        low = np.array([(px, py, z) for px, py in base])
        high = low + np.array([(0, 0, 0.1), (-0.06, 0, 0.05), (-0.06, 0, 0.05), (0, 0, 0.1)])
        faces = [(4, 5, 6), (4, 6, 7)]
        for k in range(4):
            n = (k + 1) % 4
            faces += [(k, n, n + 4), (k, n + 4, k + 4)]
        made.append(solid(np.concatenate([low, high]), faces, SHOE, crease_deg=60.0))
    return merge(made)


def _rings(
    rows: list[tuple[float, float, float]], sides: int, paint: Paint, x_m: float = 0.0
) -> MeshData:
    """A body of oval rings (depth, width, height), closed above."""
    turn = (np.arange(sides) + 0.5) * 2.0 * np.pi / sides
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    points = [np.column_stack([ring * [deep, wide], np.full(sides, z)]) for deep, wide, z in rows]
    points.append(np.array([[0.0, 0.0, rows[-1][2] + 0.03]]))
    k, after = np.arange(sides), (np.arange(sides) + 1) % sides
    faces = []
    for row in range(len(rows) - 1):
        a, b = row * sides, (row + 1) * sides
        faces += [np.stack([a + k, a + after, b + after], axis=1),
                  np.stack([a + k, b + after, b + k], axis=1)]  # fmt: skip
    top = (len(rows) - 1) * sides
    faces.append(np.stack([top + k, top + after, np.full(sides, top + sides)], axis=1))
    made = solid(np.concatenate(points), np.concatenate(faces), paint, crease_deg=75.0)
    return move(made, x=x_m)


def _torso(who: str) -> MeshData:
    """The coat or shirt of the middle level, down over the hips; a skirt to the knees."""
    hem = {"man": (0.12, 0.19, 0.8), "woman": (0.19, 0.23, 0.52), "elder": (0.17, 0.22, 0.6)}[who]
    waist = {"man": (0.115, 0.175, 1.02), "woman": (0.1, 0.15, 1.05), "elder": (0.14, 0.19, 1.02)}[
        who
    ]
    return _rings([hem, waist, (0.1, 0.2, SHOULDER_M - 0.04)], 4, COAT)


def _head(who: str, lower_m: float = 0.0) -> MeshData:
    """The neck, head, hair or hat of the middle level."""
    face = _rings([(0.05, 0.05, SHOULDER_M - 0.02), (0.1, 0.08, 1.6), (0.07, 0.06, 1.7)], 4, SKIN)
    top = {
        "man": [(0.098, 0.086, 1.63), (0.08, 0.07, TALL_M - 0.03)],
        "woman": [(0.1, 0.1, 1.46), (0.105, 0.095, 1.65), (0.08, 0.07, TALL_M - 0.03)],
        "elder": [(0.15, 0.14, 1.66), (0.1, 0.09, 1.68), (0.09, 0.08, TALL_M + 0.02)],
    }[who]
    back = 0.0 if who == "elder" else -0.035
    paint = COAT.shaded(0.6) if who == "elder" else HAIR
    return move(merge([face, _rings(top, 4, paint, back)]), z=-lower_m)


def _spindle() -> MeshData:
    """Legs, and a coat that ends in a head, far away; 12 triangles."""
    turn = np.array([0.0, 2.1, 4.2])
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    legs = _frustum(ring * [0.16, 0.12], 0.0, ring * [0.15, 0.17], 0.84, LEGS)
    coat = _frustum(ring * [0.16, 0.24], 0.84, ring * 0.075, TALL_M, COAT)
    return merge([legs, coat])


def _frustum(low: F64, low_m: float, high: F64, high_m: float, paint: Paint) -> MeshData:
    points = np.concatenate([np.column_stack([low, np.full(3, low_m)]),
                             np.column_stack([high, np.full(3, high_m)])])  # fmt: skip
    faces = [(0, 1, 4), (0, 4, 3), (1, 2, 5), (1, 5, 4), (2, 0, 3), (2, 3, 5)]
    return solid(points, faces, paint, crease_deg=90.0)


def _seated(who: str, level: int) -> MeshData:
    """Somebody on a bench, whose seat is under the origin."""
    if level == 2:
        return scale(_spindle(), 1.3, 1.0, 1.32 / TALL_M)
    sides = 5 if level == 0 else 3
    limbs = []
    for side in (-1.0, 1.0):
        knee = (0.42, 0.11 * side, SEAT_M + 0.04)
        limbs.append(_Limb((0.0, 0.09 * side, SEAT_M + 0.06), knee, 0.09, 0.065, LEGS))
        limbs.append(_Limb(knee, (0.44, 0.11 * side, 0.03), 0.065, 0.05, LEGS))
        limbs.append(_Limb((0.0, 0.2 * side, 0.96), (0.3, 0.14 * side, 0.58), 0.056, 0.036, COAT))
    rows = [(0.14, 0.19, SEAT_M), (0.115, 0.17, 0.64), (0.125, 0.2, 0.9), (0.075, 0.17, 1.0)]
    lower_m = SHOULDER_M - 1.0
    if level == 0:
        above = lowered(merge([torso(who, 0.86), head(who)]), lower_m)
    else:
        above = merge([_rings(rows[::3], 4, COAT), _head(who, lower_m)])
    return merge([*(_limb(one, sides) for one in limbs), above])
