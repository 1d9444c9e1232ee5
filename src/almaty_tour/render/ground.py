"""The ground on the card: tiles kept by number, colour and form as textures."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.geo.grid import Lattice
from almaty_tour.geo.terrain import GroundTexture, Terrain
from almaty_tour.geo.terrain_tiles import TileTree, tile_indices
from almaty_tour.render.gl.texture import R8, RGB8, RGBA8, Texture
from almaty_tour.render.ground_paint import ground_colours
from almaty_tour.render.upload import GpuTile, tile_index_buffer
from almaty_tour.scene.horizon import Horizon
from almaty_tour.scene.paint import GroundPaint, TownPicture

U8 = npt.NDArray[np.uint8]

KEPT_TILES: Final = 400
GRAIN_PX: Final = 512
TOWN_RIM: Final = 0.08  # share of the picture's side over which it fades out


@dataclass
class GroundMap:
    """Textures of one lattice.

    Attributes:
        colour: sRGB albedo; form: slopes, open sky;
        sun: share of the sun that the mountains let through.
    """

    lattice: Lattice
    colour: Texture
    form: Texture
    sun: Texture

    def place(self, eye: tuple[float, float, float]) -> tuple[float, float, float, float]:
        """Scale and offset from metres relative to the eye to map coordinates."""
        lattice = self.lattice
        wide = lattice.cell_m * lattice.columns
        high = lattice.cell_m * lattice.rows
        return (
            1.0 / wide, 1.0 / high,
            (eye[0] - lattice.west_m + 0.5 * lattice.cell_m) / wide,
            (eye[1] - lattice.south_m + 0.5 * lattice.cell_m) / high,
        )  # fmt: skip


@dataclass
class TownMap:
    """A picture of the town over the ground: roads, parks, water, built-up land."""

    texture: Texture
    west_m: float
    south_m: float
    width_m: float
    height_m: float

    def place(self, eye: tuple[float, float, float]) -> tuple[float, float, float, float]:
        """Scale and offset from metres relative to the eye to the picture's coordinates."""
        return (
            1.0 / self.width_m, 1.0 / self.height_m,
            (eye[0] - self.west_m) / self.width_m, (eye[1] - self.south_m) / self.height_m,
        )  # fmt: skip


class Ground:
    """Everything of the ground that is on the card; `faults` tells what is painted plainly."""

    def __init__(
        self, terrain: Terrain, tree: TileTree, assets: Path, folder: Path | None = None
    ) -> None:
        directory = folder or assets / "terrain"
        self.terrain = terrain
        self.tree = tree
        self._corners = list(zip(tree.low[:, :2].tolist(), tree.high[:, :2].tolist(), strict=True))
        self._indices = tile_index_buffer(tile_indices().ravel())
        self.index_count = tile_indices().size
        self.faults: list[AlmatyTourError] = []
        inner, outer = (
            ground_colours(terrain, directory, name, self.faults) for name in ("inner", "outer")
        )
        self.inner = _ground_map(terrain.inner_texture(), inner)
        self.outer = _ground_map(terrain.outer_texture(), outer)
        self.near, self.relief = _grain_textures(assets / "textures", self.faults)
        self.town: TownMap | None = None
        self.cover: TownMap | None = None
        self.paint = GroundPaint()
        self._tiles: OrderedDict[int, tuple[GpuTile, GroundMap]] = OrderedDict()
        self._horizon = Horizon.load(directory, terrain, self.faults)
        self._sun: tuple[float, float, float] | None = None
        self._in_town: dict[int, bool] = {}

    def tile(self, node: int) -> tuple[GpuTile, GroundMap]:
        """A tile and the map that it reads; built and uploaded when first asked for."""
        kept = self._tiles.get(node)
        if kept is None:
            mesh = self.tree.mesh(node)
            x, y, z = mesh.origin.tolist()
            tile = GpuTile.upload(mesh.positions, (x, y, z), self._indices)
            kept = (tile, self.inner if self._is_inside(node) else self.outer)
            self._tiles[node] = kept
            if len(self._tiles) > KEPT_TILES:
                self._tiles.popitem(last=False)[1][0].free()
        else:
            self._tiles.move_to_end(node)
        return kept

    def distances_m(
        self, nodes: npt.NDArray[np.int32], eye: npt.NDArray[np.float64]
    ) -> tuple[list[float], list[float]]:
        """Level distances from the eye to boxes of tiles, and along an axis to their far ends."""
        low, high = self.tree.low[nodes, :2] - eye[:2], self.tree.high[nodes, :2] - eye[:2]
        apart = np.maximum(np.maximum(low, -high), 0.0)
        nearest: list[float] = np.hypot(apart[:, 0], apart[:, 1]).tolist()
        farthest: list[float] = np.maximum(-low, high).max(axis=1).tolist()
        return nearest, farthest

    def in_town(self, node: int) -> bool:
        """Whether the picture of the town covers a tile wholly."""
        found = self._in_town.get(node)
        if found is None:
            found = self._in_town[node] = self._covered(node)
        return found

    def _covered(self, node: int) -> bool:
        town = self.town
        if town is None:
            return False
        low, high = self._corners[node]
        rim_x, rim_y = town.width_m * TOWN_RIM, town.height_m * TOWN_RIM
        return bool(
            low[0] > town.west_m + rim_x and high[0] < town.west_m + town.width_m - rim_x
            and low[1] > town.south_m + rim_y and high[1] < town.south_m + town.height_m - rim_y
        )  # fmt: skip

    def follow_sun(self, light_enu: tuple[float, float, float]) -> None:
        """Bring the shadows of the mountains to a new sun."""
        if self._sun is not None and np.dot(self._sun, light_enu) > 0.999995:
            return
        self._sun = light_enu
        for name, ground in (("inner", self.inner), ("outer", self.outer)):
            share = self._horizon.sun_share(name, light_enu)
            ground.sun.resize((share.shape[1], share.shape[0]), share)

    @property
    def sun(self) -> tuple[float, float, float] | None:
        """Where the sun stood when the shadows of the mountains were last brought up to it."""
        return self._sun

    def sun_share_at(self, x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """(n,) f8 share of the sun that reaches n points over the mountains."""
        if self._sun is None:
            return np.ones(np.atleast_1d(x_m).shape)
        return self._horizon.share_at(self._sun, x_m, y_m)

    def set_town(self, picture: TownPicture) -> None:
        """Lay a picture of the town over the ground, and what is under the painted streets."""
        for _ in self.laying(picture):
            pass

    def laying(self, picture: TownPicture) -> Iterator[None]:
        """The same in steps, each short enough for a picture in between."""
        place = picture.west_m, picture.south_m, *picture.size_m
        cover = TownMap(_picture(picture.cover_levels), *place)
        yield from cover.texture.writing_levels(picture.cover_levels)
        town = TownMap(_picture(picture.levels, trilinear=True), *place)
        yield from town.texture.writing_levels(picture.levels)
        for old in (self.town, self.cover):
            if old is not None:
                old.texture.free()
        self.town, self.cover = town, cover
        self._in_town.clear()

    def free(self) -> None:
        for tile, _ in self._tiles.values():
            tile.free()
        for ground in (self.inner, self.outer):
            for texture in (ground.colour, ground.form, ground.sun):
                texture.free()
        self.near.free()
        self.relief.free()
        self._indices.free()
        for picture in (self.town, self.cover):
            if picture is not None:
                picture.texture.free()

    def _is_inside(self, node: int) -> bool:
        inner = self.terrain.inner
        low, high = self.tree.low[node], self.tree.high[node]
        return bool(
            low[0] >= inner.west_m - 1.0 and high[0] <= inner.east_m + 1.0
            and low[1] >= inner.south_m - 1.0 and high[1] <= inner.north_m + 1.0
        )  # fmt: skip


def _picture(levels: Sequence[U8], *, trilinear: bool = False) -> Texture:
    """A texture for a picture, still empty."""
    height, width = levels[0].shape[:2]
    return Texture(RGBA8, (width, height), mipmaps=True, trilinear=trilinear)


def _ground_map(form: GroundTexture, colour: U8) -> GroundMap:
    rows, columns = form.lattice.shape
    packed = np.zeros((rows, columns, 3), np.uint8)
    packed[..., :2] = form.slope
    packed[..., 2] = form.open_sky
    height, width = colour.shape[:2]
    return GroundMap(
        lattice=form.lattice,
        colour=Texture(RGB8, (width, height), colour, mipmaps=True),
        form=Texture(RGB8, (columns, rows), packed, mipmaps=True),
        sun=Texture(R8, (1, 1), np.full((1, 1), 255, np.uint8)),
    )


def _grain_textures(path: Path, faults: list[AlmatyTourError]) -> tuple[Texture, Texture]:
    """What an eye at hand sees of the ground (4 m), and the relief that the lattice lacks (256 m).

    `bake.ground_textures` says what their channels hold.
    """
    from almaty_tour.render.materials import load_layers

    near, relief = load_layers(path, ("ground_near", "ground_relief"), faults, GRAIN_PX)
    size = (GRAIN_PX, GRAIN_PX)
    return (
        Texture(RGBA8, size, near, mipmaps=True, repeat=True),
        Texture(RGBA8, size, relief, mipmaps=True, repeat=True),
    )
