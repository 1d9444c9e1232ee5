"""Moving and repeating: one mesh to many places in one array operation."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.mesh.data import MeshData, empty, transformed

F64 = npt.NDArray[np.float64]


def matrix(
    x: float = 0.0, y: float = 0.0, z: float = 0.0, *, turn_deg: float = 0.0, scale: float = 1.0
) -> F64:
    """(4, 4): scale, then turn about z, then move."""
    c, s = np.cos(np.radians(turn_deg)) * scale, np.sin(np.radians(turn_deg)) * scale
    return np.array([[c, -s, 0, x], [s, c, 0, y], [0, 0, scale, z], [0, 0, 0, 1]], np.float64)


def move(data: MeshData, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> MeshData:
    """The mesh moved by metres."""
    return transformed(data, matrix(x, y, z))


def turn_z(data: MeshData, angle_deg: float) -> MeshData:
    """The mesh turned about the vertical, counter-clockwise seen from above."""
    return transformed(data, matrix(turn_deg=angle_deg))


def turn(data: MeshData, axis: str, angle_deg: float) -> MeshData:
    """The mesh turned about "x", "y" or "z" through the origin (right hand)."""
    first, second = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    c, s = np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))
    affine = np.eye(4)
    affine[[first, first, second, second], [first, second, first, second]] = [c, -s, s, c]
    return transformed(data, affine)


def scale(data: MeshData, x: float, y: float | None = None, z: float | None = None) -> MeshData:
    """The mesh scaled about the origin; one number scales all three axes."""
    return transformed(data, np.diag([x, x if y is None else y, x if z is None else z, 1.0]))


def mirror_x(data: MeshData) -> MeshData:
    """The mirror image across the plane x = 0."""
    return transformed(data, np.diag([-1.0, 1.0, 1.0, 1.0]))


def mirror_y(data: MeshData) -> MeshData:
    """The mirror image across the plane y = 0."""
    return transformed(data, np.diag([1.0, -1.0, 1.0, 1.0]))


def replicate(data: MeshData, matrices: npt.ArrayLike) -> MeshData:
    """Copies of the mesh under (k, 4, 4) rigid or evenly scaled transforms, as one mesh."""
    affine = np.asarray(matrices, np.float64).reshape(-1, 4, 4)
    copies, count = len(affine), data.vertex_count
    if not copies or not count:
        return empty()
    linear = affine[:, :3, :3]
    positions = np.einsum("kij,nj->kni", linear, data.positions) + affine[:, None, :3, 3]
    normals = np.einsum("nj,kji->kni", data.normals, np.linalg.inv(linear)).reshape(-1, 3)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    faces = np.tile(data.faces[None].astype(np.int64), (copies, 1, 1))
    mirrored = np.linalg.det(linear) < 0
    faces[mirrored] = faces[mirrored][:, :, ::-1]
    faces += (np.arange(copies) * count)[:, None, None]
    return MeshData(
        positions=positions.reshape(-1, 3).astype(np.float32),
        normals=normals.astype(np.float32),
        uv=np.tile(data.uv, (copies, 1)),
        tint=np.tile(data.tint, (copies, 1)),
        material=np.tile(data.material, copies),
        part=np.tile(data.part, copies),
        faces=faces.reshape(-1, 3).astype(np.uint32),
        materials=data.materials,
        parts=data.parts,
    )


def at(
    data: MeshData,
    places: npt.ArrayLike,
    *,
    turn_deg: npt.ArrayLike = 0.0,
    scale_by: npt.ArrayLike = 1.0,
) -> MeshData:
    """Copies at (k, 2) or (k, 3) places, each turned and scaled by its own numbers."""
    return replicate(data, matrices(places, turn_deg=turn_deg, scale_by=scale_by))


def matrices(
    places: npt.ArrayLike, *, turn_deg: npt.ArrayLike = 0.0, scale_by: npt.ArrayLike = 1.0
) -> F64:
    """(k, 4, 4) transforms for `replicate` from places, turns about z and scales."""
    spots = np.atleast_2d(np.asarray(places, np.float64))
    if spots.shape[1] == 2:
        spots = np.column_stack([spots, np.zeros(len(spots))])
    angle = np.radians(np.broadcast_to(np.asarray(turn_deg, np.float64), len(spots)))
    size = np.broadcast_to(np.asarray(scale_by, np.float64), len(spots))
    result = np.zeros((len(spots), 4, 4))
    result[:, 0, 0] = result[:, 1, 1] = np.cos(angle) * size
    result[:, 1, 0] = np.sin(angle) * size
    result[:, 0, 1] = -np.sin(angle) * size
    result[:, 2, 2] = size
    result[:, :3, 3] = spots
    result[:, 3, 3] = 1.0
    return result


def along(
    data: MeshData, start: npt.ArrayLike, end: npt.ArrayLike, count: int, *, ends: bool = True
) -> MeshData:
    """`count` copies from start to end, turned so that +x runs along the way.

    With `ends` the first and last stand on the end points, else in the middle of equal bays.
    """
    first = np.zeros(3)
    last = np.zeros(3)
    first[: len(np.asarray(start))] = start
    last[: len(np.asarray(end))] = end
    share = np.linspace(0, 1, count) if ends else (np.arange(count) + 0.5) / count
    way = last - first
    angle = float(np.degrees(np.arctan2(way[1], way[0])))
    return at(data, first + share[:, None] * way, turn_deg=angle)


def around(
    data: MeshData,
    count: int,
    radius_m: float = 0.0,
    *,
    start_deg: float = -90.0,
    sweep_deg: float = 360.0,
    z_m: float = 0.0,
) -> MeshData:
    """`count` copies round the z axis, fronts (-y) outwards; the first looks to `start_deg`.

    A partial sweep puts copies on both ends.
    """
    whole = sweep_deg >= 360.0 - 1e-9
    steps = count if whole else max(1, count - 1)
    angle = start_deg + np.arange(count) * (sweep_deg / steps)
    c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    places = np.stack([radius_m * c, radius_m * s, np.full(count, z_m)], axis=1)
    return at(data, places, turn_deg=angle + 90.0)


def on_edge(data: MeshData, a: npt.ArrayLike, b: npt.ArrayLike, z_m: float = 0.0) -> MeshData:
    """A wall piece (x along, front to -y) set on the edge a to b of an outline in plan."""
    start, end = np.asarray(a, np.float64), np.asarray(b, np.float64)
    angle = float(np.degrees(np.arctan2(end[1] - start[1], end[0] - start[0])))
    return transformed(data, matrix(start[0], start[1], z_m, turn_deg=angle))
