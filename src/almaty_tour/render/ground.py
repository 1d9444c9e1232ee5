"""The ground on the card: tiles kept by number, colour and form as textures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.geo.grid import Lattice
from almaty_tour.geo.terrain import GroundTexture, Terrain
from almaty_tour.geo.terrain_tiles import TileTree
from almaty_tour.render.gl.texture import R8, RGB8, RGBA8, Texture
from almaty_tour.render.ground_paint import ground_colours
from almaty_tour.render.tile_pool import TilePool
from almaty_tour.scene.horizon import Horizon
from almaty_tour.scene.paint import GroundPaint, TownPicture

U8 = npt.NDArray[np.uint8]

GRAIN_PX: Final = 512
UNKNOWN: Final = -1
TOWN_RIM: Final = 0.08  # share of the picture's side over which it fades out
SHARES_PX: Final = 256
NO_TOWN, SOME_TOWN, ALL_TOWN = range(3)
HIDDEN_FROM: Final = 250
"""From this share on, of 255, no land shows through the picture of the town."""


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
    """Everything of the ground that is on the card; `faults` tells what is painted plainly.

    `indirect`: the driver can take many draws in one call (OpenGL 4.3).
    """

    def __init__(
        self,
        terrain: Terrain,
        tree: TileTree,
        assets: Path,
        folder: Path | None = None,
        *,
        indirect: bool = False,
    ) -> None:
        directory = folder or assets / "terrain"
        self.terrain = terrain
        self.tree = tree
        self._corners = list(zip(tree.low[:, :2].tolist(), tree.high[:, :2].tolist(), strict=True))
        self._level = np.ascontiguousarray(np.concatenate([tree.low[:, :2], tree.high[:, :2]], 1).T)
        self._inside = _inside(terrain.inner, tree)
        self.tiles = TilePool(len(tree.keys), tree.mesh, tree.faces, indirect=indirect)
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
        self._horizon = Horizon.load(directory, terrain, self.faults)
        self._sun: tuple[float, float, float] | None = None
        self._towns: npt.NDArray[np.int8] = np.full(len(tree.keys), UNKNOWN, np.int8)
        self._shares: U8 = np.zeros((1, 1), np.uint8)

    def inside(self, nodes: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
        """Which tiles read the inner lattice; the others read the outer."""
        return self._inside.take(nodes)

    def distances_m(
        self, nodes: npt.NDArray[np.int32], eye: npt.NDArray[np.float64]
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Level distances from the eye to the boxes of tiles, and along an axis to their ends.

        Both (n,) f8.
        """
        corners = self._level.take(nodes, 1).reshape(2, 2, -1) - eye[:2, None]
        low, high = corners
        apart = np.maximum(np.maximum(low, -high), 0.0)
        return np.hypot(*apart), np.maximum.reduce(np.maximum(-low, high))

    def town_of(self, nodes: npt.NDArray[np.int32]) -> npt.NDArray[np.int8]:
        """What the picture of the town shows of tiles.

        `ALL_TOWN`: it hides the land under them; `NO_TOWN`: nothing; `SOME_TOWN` between.
        """
        found = self._towns.take(nodes)
        new = nodes[found == UNKNOWN]
        if len(new):
            self._towns[new] = [self._measured(node) for node in new.tolist()]
            found = self._towns.take(nodes)
        return found

    def _measured(self, node: int) -> int:
        town = self.town
        if town is None:
            return NO_TOWN
        low, high = self._corners[node]
        if self._hides(low, high, town):
            return ALL_TOWN
        some = self._shares_between(low, high, town, beyond=1).max(initial=0) > 0
        return SOME_TOWN if some else NO_TOWN

    def _hides(self, low: list[float], high: list[float], town: TownMap) -> bool:
        rim_x, rim_y = town.width_m * TOWN_RIM, town.height_m * TOWN_RIM
        inside = bool(
            low[0] > town.west_m + rim_x and high[0] < town.west_m + town.width_m - rim_x
            and low[1] > town.south_m + rim_y and high[1] < town.south_m + town.height_m - rim_y
        )  # fmt: skip
        return inside and int(self._shares_between(low, high, town).min()) >= HIDDEN_FROM

    def _shares_between(
        self, low: list[float], high: list[float], town: TownMap, beyond: int = 0
    ) -> U8:
        """Shares of the town, of 255, between two corners and some cells beyond; may be empty."""
        rows, columns = self._shares.shape
        per_x, per_y = columns / town.width_m, rows / town.height_m
        west, south = int((low[0] - town.west_m) * per_x), int((low[1] - town.south_m) * per_y)
        east, north = int((high[0] - town.west_m) * per_x), int((high[1] - town.south_m) * per_y)
        return self._shares[
            max(south - beyond, 0) : max(north + beyond + 1, 0),
            max(west - beyond, 0) : max(east + beyond + 1, 0),
        ]

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
        small = next(one for one in picture.levels if max(one.shape[:2]) <= SHARES_PX)
        self._shares = small[..., 3].copy()
        self._towns[:] = UNKNOWN

    def free(self) -> None:
        self.tiles.free()
        for ground in (self.inner, self.outer):
            for texture in (ground.colour, ground.form, ground.sun):
                texture.free()
        self.near.free()
        self.relief.free()
        for picture in (self.town, self.cover):
            if picture is not None:
                picture.texture.free()


def _inside(inner: Lattice, tree: TileTree) -> npt.NDArray[np.bool_]:
    """(n,) which tiles of a tree lie within the inner lattice."""
    low, high = tree.low, tree.high
    return np.asarray(
        (low[:, 0] >= inner.west_m - 1.0) & (high[:, 0] <= inner.east_m + 1.0)
        & (low[:, 1] >= inner.south_m - 1.0) & (high[:, 1] <= inner.north_m + 1.0)
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
