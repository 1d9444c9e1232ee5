"""Triangles on their way into files: plain arrays that belong to volumes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
U8 = npt.NDArray[np.uint8]
LOW_LIGHT, HIGH_LIGHT = 190, 250
FLAT = 0.98
FRONT, BACK = np.array([0, 1, 2]), np.array([0, 2, 3])


@dataclass(frozen=True)
class Soup:
    """Triangles in world metres, heights over the ground of their building.

    Attributes:
        positions, normals: (n, 3) f8. uv: (n, 2) f8 metres on the surface.
        tint: (n, 4) u1. material, owner: (n,) i8, row of `Palette` and of the volume.
        faces: (m, 3) i8.
    """

    positions: F64
    normals: F64
    uv: F64
    tint: U8
    material: I64
    owner: I64
    faces: I64


@dataclass
class Palette:
    """Numbers of materials, in the order in which they were asked for."""

    names: list[str] = field(default_factory=list)

    def number(self, name: str) -> int:
        if name not in self.names:
            self.names.append(name)
        return self.names.index(name)

    def codes(self, paints: Sequence[Paint]) -> tuple[I64, U8]:
        """(n,) materials and (n, 3) colours of paints."""
        numbers = np.array([self.number(paint.material) for paint in paints], np.int64)
        colours = np.array([paint.tint[:3] for paint in paints], np.uint8).reshape(-1, 3)
        return numbers, colours


def lit(z_m: F64) -> U8:
    """Openness to the sky: walls get darker to the ground."""
    return np.clip(LOW_LIGHT + (z_m - 1.0) * 5.0, LOW_LIGHT - 30, HIGH_LIGHT).astype(np.uint8)


def quads(corners: F64, normals: F64, uv: F64, colour: U8, material: I64, owner: I64) -> Soup:
    """(k, 4, 3) quadrilaterals, counter-clockwise, with (k, 3) normals and (k, 4, 2) uv."""
    count = len(corners)
    start = 4 * np.arange(count)[:, None]
    faces = np.concatenate([start + FRONT, start + BACK], axis=1).reshape(-1, 3)
    positions = corners.reshape(-1, 3)
    tint = np.column_stack([np.repeat(colour, 4, axis=0), lit(positions[:, 2])])
    return Soup(
        positions, np.repeat(normals, 4, axis=0), uv.reshape(-1, 2), tint.astype(np.uint8),
        np.repeat(material, 4), np.repeat(owner, 4), faces,
    )  # fmt: skip


@dataclass
class Pieces:
    """Collects small pieces (roofs, gables, ceilings) one by one; `soup` lays them out."""

    positions: list[F64] = field(default_factory=list)
    normals: list[F64] = field(default_factory=list)
    faces: list[I64] = field(default_factory=list)
    rows: list[tuple[int, int, int, int, int, int]] = field(default_factory=list)
    _count: int = 0

    def add(
        self, positions: F64, normals: F64, faces: I64, owner: int, material: int,
        rgb: tuple[int, int, int],
    ) -> None:  # fmt: skip
        """(n, 3) points with (n, 3) normals and (m, 3) faces of one paint."""
        if not len(faces):
            return
        self.positions.append(positions)
        self.normals.append(normals)
        self.faces.append(faces + self._count)
        self.rows.append((len(positions), owner, material, *rgb))
        self._count += len(positions)

    def flat(self, triangles: F64, owner: int, material: int, rgb: tuple[int, int, int]) -> None:
        """(k, 3, 3) triangles, each with its own normal; slivers are left out."""
        across = np.cross(triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0])
        length = np.linalg.norm(across, axis=1)
        good = length > 1e-6
        normals = np.repeat(across[good] / length[good, None], 3, axis=0)
        points = triangles[good].reshape(-1, 3)
        self.add(points, normals, np.arange(len(points)).reshape(-1, 3), owner, material, rgb)

    def soup(self) -> Soup:
        if not self.rows:
            return empty()
        table = np.array(self.rows, np.int64)
        rows = np.repeat(table, table[:, 0], axis=0)
        positions, normals = np.concatenate(self.positions), np.concatenate(self.normals)
        tint = np.column_stack([rows[:, 3:6], np.full(len(rows), HIGH_LIGHT)]).astype(np.uint8)
        return Soup(
            positions, normals, surface_uv(positions, normals), tint, rows[:, 2], rows[:, 1],
            np.concatenate(self.faces),
        )  # fmt: skip


def surface_uv(positions: F64, normals: F64) -> F64:
    """(n, 2) metres: across and along the fall of each surface, plain x and y where level."""
    level = np.abs(normals[:, 2]) > FLAT
    across = np.stack([-normals[:, 1], normals[:, 0], np.zeros(len(normals))], axis=1)
    length = np.linalg.norm(across, axis=1, keepdims=True)
    across = np.where(level[:, None], [1.0, 0.0, 0.0], across / np.maximum(length, 1e-9))
    up = np.cross(normals, across)
    u, v = (positions * across).sum(axis=1), (positions * up).sum(axis=1)
    return np.stack([u, v], axis=1)


def empty() -> Soup:
    return Soup(
        np.zeros((0, 3)), np.zeros((0, 3)), np.zeros((0, 2)), np.zeros((0, 4), np.uint8),
        np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, 3), np.int64),
    )  # fmt: skip


def joined(soups: Iterable[Soup]) -> Soup:
    """All triangles of several soups."""
    every = list(soups)
    starts = np.cumsum([0, *(len(soup.positions) for soup in every)])
    return Soup(
        np.concatenate([soup.positions for soup in every]),
        np.concatenate([soup.normals for soup in every]),
        np.concatenate([soup.uv for soup in every]),
        np.concatenate([soup.tint for soup in every]),
        np.concatenate([soup.material for soup in every]),
        np.concatenate([soup.owner for soup in every]),
        np.concatenate([soup.faces + at for soup, at in zip(every, starts[:-1], strict=True)]),
    )


def by_owners(soup: Soup, group: I64, count: int) -> list[Soup]:
    """The triangles apart by the group (0 to `count` - 1) of their owner."""
    mine = group[soup.owner]
    order = np.argsort(mine, kind="stable")
    place = np.zeros(len(order), np.int64)
    place[order] = np.arange(len(order))
    ends = np.searchsorted(mine[order], np.arange(count + 1))
    owned = mine[soup.faces[:, 0]] if len(soup.faces) else np.zeros(0, np.int64)
    face_order = np.argsort(owned, kind="stable")
    face_ends = np.searchsorted(owned[face_order], np.arange(count + 1))
    found = []
    for number in range(count):
        at = order[ends[number] : ends[number + 1]]
        faces = soup.faces[face_order[face_ends[number] : face_ends[number + 1]]]
        found.append(
            Soup(
                soup.positions[at], soup.normals[at], soup.uv[at], soup.tint[at],
                soup.material[at], soup.owner[at], place[faces] - ends[number],
            )
        )  # fmt: skip
    return found
