"""Heads of the Memorial of Glory: faces in clay under helmets and fur caps.

A head is one unit from crown to chin, its middle the origin, and looks to -y.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import clay, portrait, sdf
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.sdf import Field, Vector
from almaty_tour.kit.skin import skin
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

CELL = 0.034
TRIANGLES = 1900
KINDS = ("helmet", "ushanka", "bare", "budenovka")


def head(kind: str) -> Field:
    """A soldier's head; `kind` is one of `KINDS`."""
    if kind not in KINDS:
        raise ValueError(f"head(): kind must be one of {KINDS}, got {kind!r}")
    worn = {"helmet": _helmet, "ushanka": _ushanka, "bare": _hair, "budenovka": _budenovka}[kind]
    return sdf.union([portrait.head(ears=kind == "bare"), _jaw(), worn()], 0.012)


def bust(
    kind: str,
    at: Vector,
    size_m: float,
    paint: Paint,
    *,
    yaw_deg: float = 0.0,
    nod_deg: float = 0.0,
    roll_deg: float = 0.0,
    triangles: int = TRIANGLES,
) -> MeshData:
    """A head set at `at`, turned to its own right by `yaw_deg`, bowed by `nod_deg`."""
    points, faces = _skinned(kind, triangles)
    turned = points @ _turn("x", nod_deg).T @ _turn("y", roll_deg).T @ _turn("z", -yaw_deg).T
    return _mended(solid(turned * size_m + np.array(at), faces, paint, crease_deg=80.0))


@cache
def _skinned(kind: str, triangles: int) -> tuple[F64, npt.NDArray[np.uint32]]:
    """Points and faces of a head of one kind: one mould for all of its casts."""
    made = skin(
        head(kind), (-1.0, -1.15, -1.2), (1.0, 1.1, 1.25), CELL, Paint("bronze"),
        triangles=triangles,
    )  # fmt: skip
    return made.positions.astype(np.float64), made.faces


def _turn(axis: str, angle_deg: float) -> F64:
    i, j = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    c, s = np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))
    matrix = np.eye(3)
    matrix[[i, i, j, j], [i, j, i, j]] = [c, -s, s, c]
    return matrix


def faceted(
    made: MeshData, paint: Paint, crease_deg: float, size: float = 1.0, at: Vector = (0, 0, 0)
) -> MeshData:
    """The same skin with normals of its own faces: chisel edges stay, no normal turns back."""
    points = made.positions.astype(np.float64) * size + np.array(at)
    return _mended(solid(points, made.faces, paint, crease_deg=crease_deg))


def _mended(data: MeshData) -> MeshData:
    """Slivers that a smoothed normal would turn away from the light get flat ones of their own."""
    corners = data.positions[data.faces].astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    size = np.linalg.norm(across, axis=1, keepdims=True)
    flat = across / np.maximum(size, 1e-12)
    leaning = np.einsum("mi,mki->mk", flat, data.normals[data.faces].astype(np.float64))
    bad = (leaning < 0.05).any(axis=1)
    old = data.faces[bad].ravel()
    faces = data.faces.copy()
    faces[bad] = (data.vertex_count + np.arange(len(old))).reshape(-1, 3)
    normals = np.repeat(flat[bad], 3, axis=0).astype(np.float32)
    return replace(
        data,
        positions=np.concatenate([data.positions, data.positions[old]]),
        normals=np.concatenate([data.normals, normals]),
        uv=np.concatenate([data.uv, data.uv[old]]),
        tint=np.concatenate([data.tint, data.tint[old]]),
        material=np.concatenate([data.material, data.material[old]]),
        part=np.concatenate([data.part, data.part[old]]),
        faces=faces,
    )


def _jaw() -> Field:
    """A harder, squarer face than the clay of the kit."""
    return sdf.union(
        [
            clay.brick((0.0, -0.2, -0.36), (0.16, 0.12, 0.08), 0.06),
            sdf.mirrored_x(sdf.capsule((0.24, -0.06, -0.28), (0.14, -0.24, -0.42), 0.07)),
            sdf.capsule((-0.2, -0.33, 0.13), (0.2, -0.33, 0.13), 0.045),
        ],
        0.05,
    )


def _helmet() -> Field:
    """A steel helmet: dome, flared rim, chin strap."""
    dome = clay.egg((0.0, 0.05, 0.16), (0.47, 0.54, 0.5))
    shell = sdf.intersect(dome, clay.behind((0.0, 0.0, 0.19), (0.0, -0.12, -1.0)))
    rim = clay.placed(
        sdf.scaled(clay.hoop((0.0, 0.0, 0.0), (0.0, -0.12, 1.0), 0.46, 0.04), 1.0, 1.16, 1.0),
        (0.0, 0.04, 0.18),
    )
    flare = sdf.intersect(
        clay.egg((0.0, 0.04, 0.17), (0.5, 0.58, 0.16)),
        clay.behind((0.0, 0.0, 0.14), (0.0, 0.1, -1.0)),
    )
    strap = sdf.mirrored_x(
        sdf.limb(
            [(0.43, 0.02, 0.16), (0.31, -0.12, -0.3), (0.08, -0.27, -0.5)], [0.035, 0.035, 0.035]
        )
    )
    return sdf.union([sdf.union([shell, flare], 0.08), rim, strap], 0.02)


def _ushanka() -> Field:
    """A fur cap with a front flap and ear flaps tied up."""
    crown = sdf.union(
        [
            clay.egg((0.0, 0.06, 0.36), (0.42, 0.47, 0.3)),
            clay.brick((0.0, 0.06, 0.5), (0.3, 0.34, 0.1), 0.09),
        ],
        0.08,
    )
    flap = clay.brick((0.0, -0.38, 0.34), (0.3, 0.08, 0.15), 0.06)
    ears = sdf.mirrored_x(clay.egg((0.4, 0.06, 0.26), (0.12, 0.32, 0.24)))
    back = clay.egg((0.0, 0.4, 0.12), (0.36, 0.16, 0.3))
    cap = sdf.union([crown, flap, ears, back], 0.03)
    fur = clay.grooved(cap, 0.008, lambda p: clay.ripple(5.0 * p[:, 0] + 3.0 * p[:, 2]))
    return sdf.union([fur, clay.disc((0.0, -0.47, 0.36), (0, -1, 0), 0.08, 0.03)], 0.005)


def _hair() -> Field:
    hair = sdf.intersect(
        clay.egg((0.0, 0.1, 0.18), (0.38, 0.46, 0.42)),
        clay.behind((0.0, -0.2, 0.24), (0.0, -0.72, -0.7)),
    )
    return clay.grooved(hair, 0.022, lambda p: clay.ripple(4.0 * p[:, 1] + 3.0 * p[:, 0]))


def _budenovka() -> Field:
    """The pointed cloth helmet of the Civil War with its star and turned-up flaps."""
    cap = clay.column(
        [
            (0.14, 0.0, 0.04, 0.41, 0.47),
            (0.34, 0.0, 0.05, 0.4, 0.45),
            (0.56, 0.0, 0.06, 0.26, 0.3),
            (0.74, 0.0, 0.06, 0.09, 0.1),
            (0.95, 0.0, 0.06, 0.03, 0.03),
        ]
    )
    peak = sdf.intersect(
        clay.egg((0.0, -0.3, 0.18), (0.32, 0.3, 0.08)),
        clay.behind((0.0, -0.2, 0.2), (0.0, 0.9, 0.0)),
    )
    flaps = sdf.mirrored_x(
        sdf.limb([(0.38, 0.1, 0.2), (0.4, 0.06, -0.16), (0.32, 0.0, -0.4)], [0.1, 0.12, 0.06])
    )
    star = clay.disc((0.0, -0.42, 0.4), (0.0, -1.0, 0.3), 0.12, 0.035)
    return sdf.union([cap, peak, flaps, star], 0.03)


def demo() -> MeshData:
    """All kinds in a row, for scripts/look.py."""
    row = [
        bust(kind, (1.5 * k - 2.2, 0.0, 1.2), 1.0, Paint("bronze_dark", "#A3A2AE"))
        for k, kind in enumerate(KINDS)
    ]
    return merge(row)
