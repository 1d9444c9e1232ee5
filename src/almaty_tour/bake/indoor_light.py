"""Light of lamps in a room, worked out once and written into the colours of its vertices.

Every stand and every place for a picture has a lamp of its own; the file of an interior adds
others. What they light sends light on. A vertex keeps the share of the brightest light
that it has, so that the light of the renderer falls in pools.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bake.occlusion import hemisphere, turned_to
from almaty_tour.content.interiors import Hanging, InteriorSpec, Spot, Stand
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

LAMP_M: Final = 4.4
"""Height of the lamps of stands and pictures."""
STAND_LAMP, PICTURE_LAMP = (0.9, 44.0), (0.40, 62.0)
"""Strength, and spread in degrees."""
BEFORE_M: Final = (1.1, 1.7)
"""How far before a stand, and a wall, its lamp hangs."""
AMBIENT: Final = 0.16
"""Of the brightest light, everywhere, less where little of the room is seen."""
NEAR_M: Final = 2.5
"""What is farther hides nothing of the ambient light."""
RAYS, SENT = 64, 1.1
"""`SENT`: what the light that walls throw back amounts to, all its ways counted together."""
BATCH: Final = 8192
INSET_M, LIFT_M = 0.12, 0.02


def lit(data: MeshData, spec: InteriorSpec) -> MeshData:
    """The mesh with the light of the lamps in its tint, and no occlusion of the sky."""
    if not data.triangle_count:
        return data
    room = _Room(data)
    direct = room.at_vertices(room.direct(lamps(spec)))
    seen, openness = room.gathered(direct)
    total = direct + SENT * seen + AMBIENT * openness
    return replace(data, tint=_dimmed(data, np.clip(total, 0.0, 1.0)))


def lamps(spec: InteriorSpec) -> tuple[Spot, ...]:
    """The lamps of stands and pictures, and those of the file."""
    return (
        *(_over_stand(one) for one in spec.stands),
        *(_over_picture(one) for one in spec.hangings),
        *spec.spots,
    )


def _over_stand(stand: Stand) -> Spot:
    x, y, z = stand.at_m
    turn = math.radians(stand.heading_deg)
    at = (x + BEFORE_M[0] * math.sin(turn), y + BEFORE_M[0] * math.cos(turn), z + LAMP_M)
    strength, spread = STAND_LAMP
    return Spot(at, (x, y, z + stand.plinth_m), strength, spread + 8.0 * stand.width_m)


def _over_picture(place: Hanging) -> Spot:
    x, y, z = place.at_m
    turn = math.radians(place.facing_deg)
    at = (x + BEFORE_M[1] * math.sin(turn), y + BEFORE_M[1] * math.cos(turn), LAMP_M)
    return Spot(at, (x, y, z), *PICTURE_LAMP)


class _Room:
    """A mesh in which rays are shot, with the points that light is looked for at."""

    def __init__(self, data: MeshData) -> None:
        from embreex import rtcore_scene
        from embreex.mesh_construction import TriangleMesh

        self.faces = data.faces.astype(np.int64)
        self.count = data.vertex_count
        self.place, self.facing, self.area = _viewpoints(data, self.faces)
        self._scene = rtcore_scene.EmbreeScene()
        TriangleMesh(self._scene, data.positions.astype(np.float32), data.faces.astype(np.int32))

    def direct(self, spots: tuple[Spot, ...]) -> F64:
        """(k,) light of the lamps that reaches each point."""
        total = np.zeros(len(self.place))
        for spot in spots:
            total += self._of(spot)
        return total

    def _of(self, spot: Spot) -> F64:
        at, aim = np.array(spot.at_m), np.array(spot.aim_m)
        axis, reach = aim - at, float(np.linalg.norm(aim - at))
        way = at - self.place
        away = np.maximum(np.linalg.norm(way, axis=1), 0.05)
        way /= away[:, None]
        angle = np.degrees(np.arccos(np.clip(-(way @ axis) / reach, -1.0, 1.0)))
        cone = np.clip((spot.spread_deg / 2.0 - angle) / (0.35 * spot.spread_deg), 0.0, 1.0)
        fall = np.minimum((reach / away) ** 2, 4.0)
        side = np.maximum(np.einsum("ij,ij->i", way, self.facing), 0.0)
        value = spot.strength * cone * cone * (3.0 - 2.0 * cone) * fall * side
        rows = np.flatnonzero(value > 1e-4)
        value[rows] *= self._sees(rows, way[rows], away[rows])
        return np.asarray(value)

    def _sees(self, rows: I64, way: F64, away: F64) -> F64:
        """(r,) 1 where nothing stands between a point and a lamp."""
        origin = self.place[rows].astype(np.float32)
        far = np.asarray(self._scene.run(origin, way.astype(np.float32), query="DISTANCE"))
        return (far > away - 0.05).astype(np.float64)

    def gathered(self, light: F64) -> tuple[F64, F64]:
        """(n,) mean light of what each vertex sees, and how little stands near it."""
        faces = light[self.faces].mean(axis=1)
        middle = self.place.reshape(-1, 3, 3).mean(axis=1)
        facing = self.facing[::3]
        directions = hemisphere(RAYS)
        seen, near = np.zeros(len(middle)), np.zeros(len(middle))
        for start in range(0, len(middle), BATCH):
            batch = slice(start, start + BATCH)
            ways = turned_to(directions, facing[batch]).reshape(-1, 3).astype(np.float32)
            origin = np.repeat(middle[batch], RAYS, axis=0).astype(np.float32)
            found = self._scene.run(origin, ways, output=True)
            hit, far = found["primID"].astype(np.int64), found["tfar"].astype(np.float64)
            sent = np.where(hit >= 0, faces[np.maximum(hit, 0)], 0.0)
            seen[batch] = sent.reshape(-1, RAYS).mean(axis=1)
            near[batch] = np.clip(far / NEAR_M, 0.0, 1.0).reshape(-1, RAYS).mean(axis=1)
        corners = np.repeat(seen, 3), np.repeat(near, 3)
        return self.at_vertices(corners[0]), self.at_vertices(corners[1])

    def at_vertices(self, corners: F64) -> F64:
        """(n,) values of vertices: the mean of the corners of faces that meet in each."""
        weight = np.repeat(np.maximum(self.area, 1e-6), 3)
        index = self.faces.ravel()
        total = np.bincount(index, weight, minlength=self.count)
        share = np.bincount(index, weight * corners, minlength=self.count)
        return np.asarray(share / np.maximum(total, 1e-12))


def _viewpoints(data: MeshData, faces: I64) -> tuple[F64, F64, F64]:
    """(3m, 3) points a little inside and before the corners, their normals, (m,) areas."""
    corner = data.positions.astype(np.float64)[faces]
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    area = np.linalg.norm(across, axis=1) / 2.0
    flat = across / np.maximum(2.0 * area[:, None], 1e-12)
    inward = corner.mean(axis=1, keepdims=True) - corner
    length = np.linalg.norm(inward, axis=2, keepdims=True)
    step = np.minimum(0.5, INSET_M / np.maximum(length, 1e-9))
    place = corner + inward * step + flat[:, None, :] * LIFT_M
    return place.reshape(-1, 3), np.repeat(flat, 3, axis=0), area


def _dimmed(data: MeshData, share: F64) -> npt.NDArray[np.uint8]:
    """(n, 4) tints whose light is a share of what it was; lamps keep theirs."""
    lamp = np.array(["lamp" in name for name in data.materials])[data.material]
    share = np.where(lamp, 1.0, share)
    tint = data.tint.copy()
    linear = _to_linear(tint[:, :3] / 255.0) * share[:, None]
    tint[:, :3] = np.clip(np.rint(255.0 * _to_srgb(linear)), 1, 255).astype(np.uint8)
    tint[:, 3] = 255
    return tint


def _to_linear(c: F64) -> F64:
    """The shader's own curve (`include/light.glsl`)."""
    return np.asarray(c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878))


def _to_srgb(light: F64) -> F64:
    """Its inverse, by a table."""
    table = np.linspace(0.0, 1.0, 4096)
    return np.asarray(np.interp(light, _to_linear(table), table))
