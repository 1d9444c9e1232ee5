"""The files of `assets/terrain`: how heights and classes lie in pictures.

Heights are 16-bit grey PNGs, `height = offset_m + step_m * value`; classes and open sky are
8-bit ones; rows run from the north, as pictures do. `terrain.toml` names lattices and units,
`tiles.npy` holds what the bakery measured of each tile.
"""

from __future__ import annotations

import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final, TypedDict

import numpy as np
import numpy.typing as npt
from PIL import Image

from almaty_tour.base.arrays import read_npy
from almaty_tour.base.errors import AssetError
from almaty_tour.geo.grid import F32, Lattice

U8 = npt.NDArray[np.uint8]
U16 = npt.NDArray[np.uint16]

CONFIG_FILE: Final = "terrain.toml"
TILES_FILE: Final = "tiles.npy"
TILES_BYTES: Final = 4_000_000
HINT: Final = "run `almaty-tour bake terrain` in a checkout, or install again"


class TerrainArrays(TypedDict):
    """What `read` finds, by the names of `Terrain`'s attributes."""

    inner: Lattice
    outer: Lattice
    heights: F32
    outer_heights: F32
    surface: U8
    outer_surface: U8
    open_sky: U8
    outer_open_sky: U8
    tiles: F32


def read(directory: Path) -> TerrainArrays:
    """All files of a baked terrain. Raises AssetError when one is missing or wrong."""
    config = _config(directory / CONFIG_FILE)
    inner, outer = config["inner"], config["outer"]
    with ThreadPoolExecutor() as pool:  # decoding leaves Python's lock free
        heights = pool.submit(_heights, directory / "height.png", inner, config)
        outer_heights = pool.submit(_heights, directory / "outer_height.png", outer, config)
        classes = pool.submit(_classes, directory, inner, outer)
        tiles = _tiles(directory / TILES_FILE)
    join(inner, outer, heights.result(), outer_heights.result())
    surface, outer_surface, open_sky, outer_open_sky = classes.result()
    return TerrainArrays(
        inner=inner,
        outer=outer,
        heights=heights.result(),
        outer_heights=outer_heights.result(),
        surface=surface,
        outer_surface=outer_surface,
        open_sky=open_sky,
        outer_open_sky=outer_open_sky,
        tiles=tiles,
    )


def half_shape(lattice: Lattice) -> tuple[int, int]:
    """(rows, columns) of a lattice with every second node."""
    return (lattice.rows + 1) // 2, (lattice.columns + 1) // 2


def join(inner: Lattice, outer: Lattice, heights: F32, outer_heights: F32) -> None:
    """Write the inner heights to the outer nodes that lie under them, in place."""
    step = round(outer.cell_m / inner.cell_m)
    row = round((inner.south_m - outer.south_m) / outer.cell_m)
    column = round((inner.west_m - outer.west_m) / outer.cell_m)
    coarse = heights[::step, ::step]
    outer_heights[row : row + coarse.shape[0], column : column + coarse.shape[1]] = coarse


def _config(file: Path) -> dict[str, Any]:
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
        lattices = {name: Lattice(**raw["lattice"][name]) for name in ("inner", "outer")}
        return {**lattices, "offset_m": float(raw["offset_m"]), "step_m": float(raw["step_m"])}
    except FileNotFoundError as error:
        raise AssetError(file, "the terrain is missing", hint=HINT) from error
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AssetError(file, f"cannot be read: {error}", hint=HINT) from error
    except (KeyError, TypeError, ValueError) as error:
        raise AssetError(file, f"has a wrong or missing key: {error}", hint=HINT) from error


def _heights(file: Path, lattice: Lattice, config: dict[str, Any]) -> F32:
    values = _picture(file, lattice.shape, "I;16").astype(np.float32)
    values *= np.float32(config["step_m"])
    values += np.float32(config["offset_m"])
    return values


def _classes(directory: Path, inner: Lattice, outer: Lattice) -> tuple[U8, U8, U8, U8]:
    return (
        _bytes(directory / "surface.png", inner.shape),
        _bytes(directory / "outer_surface.png", outer.shape),
        _bytes(directory / "open_sky.png", half_shape(inner)),
        _bytes(directory / "outer_open_sky.png", half_shape(outer)),
    )


def _bytes(file: Path, shape: tuple[int, int]) -> U8:
    return np.ascontiguousarray(_picture(file, shape, "L"))


def _picture(file: Path, shape: tuple[int, int], mode: str) -> npt.NDArray[Any]:
    """Rows of a grey picture from the south up."""
    try:
        with Image.open(file) as picture:
            found, size = picture.mode, (picture.height, picture.width)
            if found != mode or size != shape:
                what = (
                    f"expected {shape[1]} x {shape[0]} {mode}, found {size[1]} x {size[0]} {found}"
                )
                raise AssetError(file, what, hint=HINT)
            return np.asarray(picture)[::-1]
    except FileNotFoundError as error:
        raise AssetError(file, "is missing", hint=HINT) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise AssetError(file, f"is damaged: {error}", hint=HINT) from error


def _tiles(file: Path) -> F32:
    table = read_npy(file, TILES_BYTES, hint=HINT, form=(np.float32, 2))
    if table.shape[1] != 4:
        raise AssetError(file, "is not a table of four float32 columns", hint=HINT)
    return table
