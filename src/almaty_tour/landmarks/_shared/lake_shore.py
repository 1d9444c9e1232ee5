"""Water and bare shore, cut out of the tour's own ground by height."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt
import trimesh

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import solid, transform
from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.landmarks._shared import lake_plan as plan
from almaty_tour.landmarks._shared.lake_plan import F64
from almaty_tour.landmarks._shared.nature_ground import ground as land_of
from almaty_tour.mesh.data import F32, MeshData, merge

I64 = npt.NDArray[np.int64]
OFF_SHORE_M: Final = (0.0, 9.0, 30.0, 90.0, 260.0)
WATER_TINTS: Final = (
    (1.0, 1.0, 0.92),
    (0.92, 0.97, 0.93),
    (0.70, 0.86, 0.90),
    (0.53, 0.74, 0.83),
    (0.42, 0.66, 0.77),
)
"""What the colour of the water is multiplied by, so many metres off the shore."""


def water(spec: LandmarkSpec) -> MeshData:
    """The level sheet; its rim hides under the banks, its north end in the dam."""
    spots, rows, columns = plan.grid()
    ground = land_of(spec)(spots)
    faces = grid_faces(rows, columns)[:, ::-1]
    wet = np.asarray((ground[faces] < plan.WATER_M).any(axis=1))
    wet &= (spots[faces][..., 1] > plan.DAM_Y_M - 1.0).all(axis=1)
    wet &= _of_the_lake(wet, faces, spots)
    points = np.column_stack([spots, np.full(len(spots), plan.WATER_M)])
    sheet = solid.solid(points, faces[wet], plan.WATER)
    x, y = sheet.positions[:, 0].astype(np.float64), sheet.positions[:, 1].astype(np.float64)
    off_m = _off_shore(np.column_stack([x, y]), spots[ground >= plan.WATER_M])
    drift = 10.0 * np.sin(x * 0.021 + 0.013 * y) * np.sin(y * 0.017 - 1.0)
    deep = np.clip((off_m + drift * np.clip(off_m / 40.0, 0.0, 1.0))[:, None], 0.0, None)
    factor = [np.interp(deep, OFF_SHORE_M, band) for band in np.transpose(WATER_TINTS)]
    return _tinted(sheet, np.concatenate(factor, axis=1))


def _off_shore(places: F64, dry: F64) -> F64:
    """(k,) metres from places on the water to the nearest dry one."""
    near = dry[np.abs(dry[:, 0]) < 500.0]
    found = [
        np.hypot(*(some[:, None] - near).transpose(2, 0, 1)).min(axis=1)
        for some in np.array_split(places, max(1, len(places) // 500))
    ]
    return np.asarray(np.concatenate(found))


def _tinted(data: MeshData, factor: F64) -> MeshData:
    """The mesh with its tint multiplied by (n, 3) factors, smoothly across the faces."""
    tint = data.tint.copy()
    tint[:, :3] = np.clip(np.rint(tint[:, :3] * factor), 0, 255).astype(np.uint8)
    return replace(data, tint=tint)


def streams(spec: LandmarkSpec) -> MeshData:
    """Braided meltwater on the gravel fan."""
    land = land_of(spec)
    pieces = []
    for number, (bend, width) in enumerate(((0.0, 5.0), (1.7, 3.4), (3.6, 2.6))):
        share = np.linspace(0.0, 1.0, 26)
        x = -440.0 + 300.0 * share + 26.0 * np.sin(5.0 * share + bend)
        y = 850.0 - 215.0 * share + (40.0 * number - 30.0) * share
        line = np.column_stack([x, y])
        way = np.gradient(line, axis=0)
        side = np.column_stack([-way[:, 1], way[:, 0]])
        side *= width / 2 / np.linalg.norm(side, axis=1, keepdims=True)
        level = land(line) + 0.62
        edges = [np.column_stack([line + s * side, level]) for s in (1.0, -1.0)]
        pieces.append(np.stack([edges[1][:-1], edges[1][1:], edges[0][1:], edges[0][:-1]], axis=1))
    return quadrilaterals(np.concatenate(pieces), plan.STREAM)


def _of_the_lake(wet: npt.NDArray[np.bool_], faces: I64, spots: F64) -> npt.NDArray[np.bool_]:
    """The faces that are joined to the middle of the lake through wet ones."""
    reached = np.zeros(len(spots), bool)
    reached[np.hypot(*spots.T) < 40.0] = True
    shallow = faces[wet]
    while True:
        touched = shallow[reached[shallow].any(axis=1)]
        if reached[touched].all():
            return np.asarray(reached[faces].all(axis=1))
        reached[touched] = True


def shore(spec: LandmarkSpec) -> MeshData:
    """Gravel laid on the ground round the water, cut out along lines of equal height."""
    land = land_of(spec)
    spots, rows, columns = plan.grid()
    faces = grid_faces(rows, columns)[:, ::-1]
    middle = spots[faces].mean(axis=1)
    inside = (middle[:, 1] > plan.DAM_Y_M + 12.0) & (np.abs(middle[:, 0]) < 462.0)
    spots, faces = _cut(spots, faces[inside], lambda at: _upper_m(at) - land(at))
    spots, faces = _cut(spots, faces, lambda at: land(at) - plan.WATER_M + 2.4)
    ground = land(spots)
    lift = 0.3 + 0.5 * np.clip((_upper_m(spots) - ground) / 1.5, 0.0, 1.0)
    bank = solid.solid(np.column_stack([spots, ground + lift]), faces, plan.GRAVEL, crease_deg=80.0)
    x, y, z = bank.positions.T.astype(np.float64)
    light = 0.92 + 0.06 * np.sin(x * 0.05 + 1.0) * np.sin(y * 0.043)
    light += 0.05 * np.sin(x * 0.13 - y * 0.11) + 0.08 * np.clip((z - 8.0) / 3.0, 0.0, 1.0)
    light *= np.interp(z, [plan.WATER_M + 0.7, plan.WATER_M + 1.6], [0.66, 1.0])
    return _tinted(bank, light[:, None] * [1.0, 0.985, 0.95])


def _upper_m(spots: F64) -> F64:
    """(k,) how high the gravel reaches: higher here and there, highest on the fan."""
    x, y = spots.T
    wander = np.sin(x * 0.031 + 2.0 * np.sin(y * 0.012)) + np.sin(y * 0.047 + 0.6 * x * 0.031)
    return np.asarray(plan.SHORE_M - 1.2 + 0.6 * wander + 4.0 * _delta(spots))


def _cut(spots: F64, faces: I64, field: Callable[[F64], F64]) -> tuple[F64, I64]:
    """What of triangles lies where a field is positive, cut along its line of zero."""
    raised = np.column_stack([spots, field(spots)])
    kept = trimesh.intersections.slice_faces_plane(raised, faces, (0.0, 0.0, 1.0), np.zeros(3))
    return np.asarray(kept[0][:, :2], np.float64), np.asarray(kept[1], np.int64)


def _delta(spots: F64) -> F64:
    """(k,) how much each place belongs to the gravel fan of the streams, at the south end."""
    gap = np.hypot(spots[:, 0] + 260.0, spots[:, 1] - 770.0)
    return np.asarray(np.clip(1.7 - gap / 190.0, 0.0, 1.0))


def barriers(spec: LandmarkSpec) -> F32:
    """(n, 7) boxes over the deep water, one a row of the survey: nobody walks on its bed."""
    spots, rows, columns = plan.grid()
    ground = land_of(spec)(spots).reshape(rows, columns)
    x, y = spots[:columns, 0], spots[::columns, 1]
    boxes = []
    for level, north in zip(ground, y, strict=True):
        wet = np.flatnonzero(level < plan.WATER_M - 0.3)
        if len(wet) < 3 or not plan.DAM_Y_M + 8.0 < north < 700.0:
            continue
        runs = np.split(wet, np.flatnonzero(np.diff(wet) > 1) + 1)
        run = x[max(runs, key=len)]
        half = float(run[-1] - run[0]) / 2
        boxes.append(
            (float(run[0]) + half, north, half, plan.CELL_M / 2, 0.0, -1.5, plan.WATER_M + 0.4)
        )
    return np.array(boxes, np.float32)


def boulders(spec: LandmarkSpec) -> MeshData:
    """Stones of all sizes along the water's edge and on the delta."""
    x = plan.LOW[0] + (plan.HIGH[0] - plan.LOW[0]) * fraction(hashed("lake rocks", 9000), 1)
    y = plan.LOW[1] + (plan.HIGH[1] - plan.LOW[1]) * fraction(hashed("lake rocks", 9000), 2)
    spots = np.column_stack([x, y])
    ground = land_of(spec)(spots)
    kept = (ground > plan.WATER_M - 0.7) & (ground < plan.SHORE_M + 2.5)
    kept &= (y > plan.DAM_Y_M + 20.0) & (np.abs(x) < 460.0)
    spots, ground = spots[kept][:330], ground[kept][:330]
    seed = hashed("lake stones", len(spots))
    size = 0.5 + 1.9 * fraction(seed, 1) ** 3
    turn = 360.0 * fraction(seed, 2)
    pieces = []
    for number in range(3):
        mine = seed % np.uint32(3) == number
        places = np.column_stack([spots[mine], ground[mine] + 0.15])
        pieces.append(transform.at(stone(number), places, turn_deg=turn[mine], scale_by=size[mine]))
    return merge(pieces)


def stone(number: int) -> MeshData:
    """A rough block of about a metre, with eighteen faces."""
    turn = np.arange(5) * (2 * np.pi / 5)
    seed = hashed(f"lake stone {number}", 10)
    out = 0.75 + 0.5 * fraction(seed, 1)
    low = np.column_stack([np.cos(turn), np.sin(turn), np.full(5, -0.5)]) * out[:5, None]
    high = np.column_stack([np.cos(turn + 0.4), np.sin(turn + 0.4), np.full(5, 0.62)])
    high *= 0.72 * out[5:, None]
    points = np.concatenate([low, high, [[0.05, 0.02, 0.78]]])
    here, there = np.arange(5), (np.arange(5) + 1) % 5
    faces = [
        np.stack([here, there, there + 5], axis=1),
        np.stack([here, there + 5, here + 5], axis=1),
        np.stack([here + 5, there + 5, np.full(5, 10)], axis=1),
        np.array([[0, 2, 1], [0, 3, 2], [0, 4, 3]]),
    ]
    return solid.solid(points, np.concatenate(faces), plan.STONE, crease_deg=20.0)
