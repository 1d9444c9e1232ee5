"""The ground: heights, normals and surface classes of the land round Almaty.

Three lattices share one origin and one way of cutting a square into two triangles (see
`almaty_tour.geo.grid`), so a height asked for here and the triangle drawn there are the
same surface:

* **inner**, 30 m squares over 76.8 x 61.4 km: the city, its mountains and its plain;
* **outer**, 480 m squares over 245.8 km: what is seen beyond, to the horizon;
* **patches**, 3.75 m squares, only where a landmark's pad needs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.geo import terrain_files
from almaty_tour.geo.grid import F32, F64, Lattice, height_at, interpolate
from almaty_tour.geo.pads import PATCH_QUADS, Pad, Patches, lay, no_patches

U8 = npt.NDArray[np.uint8]

SLOPE_RANGE: Final = 4.0
_NORMAL_STEP_M: Final = 10.0
_TEXTURE_ROWS: Final = 128


class Surface(IntEnum):
    """What covers a cell; the values are those of `surface.png`."""

    CITY = 0
    ORCHARD = 1
    FOREST = 2
    MEADOW = 3
    ROCK = 4
    SNOW = 5
    STEPPE = 6
    WATER = 7


@dataclass(frozen=True)
class GroundTexture:
    """What the fragment shader reads of one lattice: texel (iy, ix) is the node (iy, ix).

    A world point has the texture coordinates `((x - west) / cell + 0.5) / columns`, and the
    same for y.

    Attributes:
        lattice: where the texels lie.
        slope: (rows, columns, 2) u1; rise of the ground to the east and to the north, each
            stored as `128 + 127 * sign(g) * sqrt(|g| / 4)`, finer on flat ground. In GLSL:
            `c = (texel * 255 - 128) / 127; g = 4 * sign(c) * c * c;`
            `normal = normalize(vec3(-g, 1))`.
        surface: (rows, columns) u1, `Surface` values; not to be filtered.
        open_sky: (rows, columns) u1, share of the sky that the land leaves open, 255 = all.
    """

    lattice: Lattice
    slope: U8
    surface: U8
    open_sky: U8


@dataclass(frozen=True)
class Terrain:
    """The ground as arrays. `Terrain.load` reads it, `flattened` makes room for landmarks.

    Attributes:
        inner, outer: lattices of the fine and of the far heights.
        heights: (rows, columns) f4 of the inner lattice, metres above sea level.
        outer_heights: the same of the outer lattice; under the inner one both agree.
        surface, outer_surface: (rows, columns) u1, `Surface` values.
        open_sky, outer_open_sky: u1, half as many nodes each way, see `GroundTexture`.
        patches: fine squares under the pads.
        tiles: what the bakery knows of each tile, see `terrain_tiles`.
    """

    inner: Lattice
    outer: Lattice
    heights: F32
    outer_heights: F32
    surface: U8
    outer_surface: U8
    open_sky: U8
    outer_open_sky: U8
    patches: Patches
    tiles: F32

    @classmethod
    def load(cls, directory: Path) -> Terrain:
        """The ground from `assets/terrain`. Raises AssetError when a file is missing or wrong."""
        files = terrain_files.read(directory)
        return cls(**files, patches=no_patches(files["inner"]))

    def flattened(self, pads: Sequence[Pad]) -> Terrain:
        """A copy with level ground under landmarks; larger pads are laid first.

        Pads that are laid in a second call build on the first. A pad outside the inner
        lattice changes nothing.
        """
        patches = lay(self.inner, self.patches, pads, self.height_m)
        heights, outer_heights = self.heights.copy(), self.outer_heights.copy()
        _write_nodes(heights, patches)
        terrain_files.join(self.inner, self.outer, heights, outer_heights)
        return replace(self, heights=heights, outer_heights=outer_heights, patches=patches)

    def height_m(self, x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> F64:
        """Height of the ground above sea level, broadcast over x and y; never fails.

        Beyond the outer lattice the height of its edge goes on.
        """
        x, y = np.asarray(x_m, np.float64), np.asarray(y_m, np.float64)
        inside = self.inner.contains(x, y)
        if inside.all():
            return self._inner_height(x, y)
        height = interpolate(self.outer, self.outer_heights, x, y)
        return np.where(inside, self._inner_height(x, y), height)

    def height_at(self, x_m: float, y_m: float) -> float:
        """`height_m` of one point, which every picture asks for."""
        inner = self.inner
        inside = inner.west_m <= x_m <= inner.east_m and inner.south_m <= y_m <= inner.north_m
        if not inside:
            return height_at(self.outer, self.outer_heights, x_m, y_m)
        fine = self.patches.height_at(inner, x_m, y_m)
        return height_at(inner, self.heights, x_m, y_m) if fine is None else fine

    def normal(self, x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> F32:
        """(..., 3) f4 unit normals of the ground, smooth over about 20 m."""
        x, y = np.asarray(x_m, np.float64), np.asarray(y_m, np.float64)
        step = _NORMAL_STEP_M
        east = (self.height_m(x + step, y) - self.height_m(x - step, y)) / (2.0 * step)
        north = (self.height_m(x, y + step) - self.height_m(x, y - step)) / (2.0 * step)
        normal = np.stack([-east, -north, np.ones_like(east)], axis=-1)
        return np.asarray(normal / np.linalg.norm(normal, axis=-1, keepdims=True), np.float32)

    def surface_class(self, x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> U8:
        """`Surface` of the nearest node, broadcast over x and y."""
        x, y = np.broadcast_arrays(np.asarray(x_m, np.float64), np.asarray(y_m, np.float64))
        near = self.surface[self.inner.nearest(x, y)]
        return np.where(
            self.inner.contains(x, y), near, self.outer_surface[self.outer.nearest(x, y)]
        )

    def inner_texture(self) -> GroundTexture:
        """Slopes, classes and open sky of the inner lattice, 2561 x 2049 texels."""
        return GroundTexture(
            self.inner,
            _slopes(self.heights, self.inner.cell_m),
            self.surface,
            _doubled(self.open_sky),
        )

    def outer_texture(self) -> GroundTexture:
        """The same of the outer lattice, 513 x 513 texels; for what lies outside the inner."""
        return GroundTexture(
            self.outer,
            _slopes(self.outer_heights, self.outer.cell_m),
            self.outer_surface,
            _doubled(self.outer_open_sky),
        )

    def _inner_height(self, x_m: F64, y_m: F64) -> F64:
        height = interpolate(self.inner, self.heights, x_m, y_m)
        if not len(self.patches.heights):
            return height
        number = self.patches.find(self.inner, x_m, y_m)
        if number.max(initial=-1) < 0:
            return height
        fine = self.patches.height_m(self.inner, np.maximum(number, 0), x_m, y_m)
        return np.where(number >= 0, fine, height)


def _write_nodes(heights: F32, patches: Patches) -> None:
    """Copy the patches' heights to the nodes of the inner lattice that lie in them."""
    rows, columns = np.nonzero(patches.index >= 0)
    squares = (heights.shape[0] - 1) // patches.index.shape[0]
    inside = np.arange(squares + 1)
    row = rows[:, None, None] * squares + inside[None, :, None]
    column = columns[:, None, None] * squares + inside[None, None, :]
    stride = PATCH_QUADS // squares
    heights[row, column] = patches.heights[:, ::stride, ::stride]


def _slopes(heights: F32, cell_m: float) -> U8:
    """`GroundTexture.slope`, in bands of rows that stay in the processor's cache."""
    rows, columns = heights.shape
    padded = np.pad(heights, 1, mode="edge")
    result = np.zeros((rows, columns, 2), np.uint8)
    scale = np.float32(127.0**2 / (2.0 * cell_m * SLOPE_RANGE))
    for top in range(0, rows, _TEXTURE_ROWS):
        band = padded[top : top + _TEXTURE_ROWS + 2]
        result[top : top + _TEXTURE_ROWS, :, 0] = _coded((band[1:-1, 2:] - band[1:-1, :-2]) * scale)
        result[top : top + _TEXTURE_ROWS, :, 1] = _coded((band[2:, 1:-1] - band[:-2, 1:-1]) * scale)
    return result


def _coded(scaled: F32) -> U8:
    root = np.minimum(np.sqrt(np.abs(scaled)), np.float32(127.0))
    return (np.copysign(root, scaled) + np.float32(128.5)).astype(np.uint8)


def _doubled(half: U8) -> U8:
    """(2r - 1, 2c - 1) u1 from (r, c), the nodes between as means."""
    rows, columns = half.shape
    wide = np.zeros((rows, 2 * columns - 1), np.uint8)
    wide[:, ::2] = half
    wide[:, 1::2] = (half[:, 1:] >> 1) + (half[:, :-1] >> 1) + (half[:, 1:] & half[:, :-1] & 1)
    full = np.zeros((2 * rows - 1, 2 * columns - 1), np.uint8)
    full[::2] = wide
    full[1::2] = (wide[1:] >> 1) + (wide[:-1] >> 1) + (wide[1:] & wide[:-1] & 1)
    return full
