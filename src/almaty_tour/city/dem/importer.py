"""`import_heights`: files of heights become a folder that the viewer reads as its ground."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from almaty_tour.base.deadline import Deadline, Tick
from almaty_tour.base.errors import AssetError
from almaty_tour.base.progress import Step
from almaty_tour.base.swap import Place, fresh, refuse_foreign
from almaty_tour.city.dem.geotiff import read_geotiff
from almaty_tour.city.dem.hgt import read_hgt, read_zipped
from almaty_tour.city.dem.laying import Laid, finer, laid, outer_means, seamed, sheets
from almaty_tour.city.dem.plots import kept, lakes_levelled
from almaty_tour.city.dem.raster import Raster
from almaty_tour.city.dem.store import rounded, write_heights, write_picture
from almaty_tour.geo import frame, terrain_files
from almaty_tour.geo.grid import F32, Lattice, refined
from almaty_tour.geo.imported import MARK_FILE, VERSION
from almaty_tour.geo.terrain import Surface, Terrain

Report = Callable[[str], None]
Derive = Callable[[Path], None]

MOST_FILES: Final = 64
MOST_S: Final = 900.0
LARGEST_FILE_BYTES: Final = 2_000_000_000
SRTM_CREDIT: Final = "SRTM, NASA/USGS, public domain"
_CHUNK: Final = 1 << 20
_SAME_M: Final = 1e-3


@dataclass(frozen=True)
class Outcome:
    """What an import did, in nodes of the inner lattice.

    Attributes:
        files: names as given. spacing_m: of the finest file.
        measured, filled, shifted: nodes with measured heights, of small voids filled from
            their rim, of wide voids that keep the present form.
        kept: landmarks whose land stays as they were built on.
        moved_m: median change of the measured ground.
    """

    files: tuple[str, ...]
    spacing_m: float
    measured: int
    filled: int
    shifted: int
    kept: tuple[str, ...]
    moved_m: float


def import_heights(
    files: Sequence[Path],
    assets: Path,
    target: Path,
    report: Report,
    derive: Derive | None = None,
    credit: str | None = None,
) -> Outcome:
    """Reads files, lays them over the shipped ground and puts the result at `target`.

    Args:
        files: `.hgt`, `.hgt.zip`, `.tif`, `.tiff`; coarse ones are laid first.
        target: the folder to replace; untouched when anything fails.
        derive: makes what follows from the heights (classes, light, paint) in a folder.
        credit: shown on the screen; None takes NASA's for SRTM, else the files' names.

    Raises AssetError in one line for a file that is damaged, foreign or elsewhere.
    """
    place = Place(target, MARK_FILE)
    refuse_foreign(place)
    if not files:
        raise AssetError(target, "no file of heights is given")
    if len(files) > MOST_FILES:
        raise AssetError(files[MOST_FILES], f"at most {MOST_FILES} files are read at once")
    tick = Deadline(target, MOST_S)
    shipped = Terrain.load(assets / "terrain")
    report(Step.READING.value)
    over = sheets(shipped.inner, shipped.outer, _rasters(files, shipped.outer, tick))
    report(Step.JOINING.value)
    ground = laid(shipped.inner, shipped.heights, shipped.outer, _fine(shipped), over)
    tick()
    terrain, names = _finished(assets, shipped, ground)
    spacing = min(sheet.spacing_m for sheet in over)
    del over
    with fresh(place) as folder:
        write_heights(folder, terrain.inner, terrain.outer, terrain.heights, terrain.outer_heights)
        write_picture(folder / "surface.png", terrain.surface)
        write_picture(folder / "outer_surface.png", terrain.outer_surface)
        write_picture(folder / "open_sky.png", terrain.open_sky)
        write_picture(folder / "outer_open_sky.png", terrain.outer_open_sky)
        (folder / MARK_FILE).write_text(_mark(files, credit), encoding="utf-8")
        tick()
        if derive is not None:
            derive(folder)
    return _outcome(files, spacing, shipped, ground, names)


def read_raster(path: Path, land: Lattice) -> Raster:
    """A file of heights by the ending of its name."""
    name = path.name.lower()
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise AssetError(path, f"is larger than {LARGEST_FILE_BYTES} bytes")
        if name.endswith(".hgt"):
            raster = read_hgt(path)
        elif name.endswith(".zip"):
            raster = read_zipped(path)
        elif name.endswith((".tif", ".tiff")):
            raster = read_geotiff(path, land)
        else:
            hint = ".hgt, .hgt.zip, .tif and .tiff are read"
            raise AssetError(path, "is of a kind that is not known", hint=hint)
    except OSError as error:
        raise AssetError(path, f"cannot be read: {error.strerror or error}") from error
    _over_land(path, raster, land)
    return raster


def _rasters(files: Sequence[Path], land: Lattice, tick: Tick) -> Iterator[Raster]:
    for path in files:
        tick()
        yield read_raster(path, land)


def _over_land(path: Path, raster: Raster, land: Lattice) -> None:
    """AssetError where a file does not reach the land of the tour."""
    part = Lattice(
        land.west_m, land.south_m, land.cell_m * 4,
        (land.columns - 1) // 4 + 1, (land.rows - 1) // 4 + 1,
    )  # fmt: skip
    row, column = raster.place(part, slice(0, part.rows))
    rows, columns = raster.heights.shape
    inside = (row > -1) & (row < rows) & (column > -1) & (column < columns)
    # a file smaller than the net shows by its own middle
    a, b, c, d, e, f = raster.affine
    u = np.array([a * columns / 2 + b * rows / 2 + c])
    v = np.array([d * columns / 2 + e * rows / 2 + f])
    x, y = frame.to_local(*raster.unproject(u, v))
    if not (inside.any() or land.contains(x, y).any()):
        raise AssetError(path, "lies outside the land of the tour", hint="43.25 N 76.95 E")


def _fine(shipped: Terrain) -> F32:
    """The shipped outer ground on its finer net, as triangles."""
    step = round(shipped.outer.cell_m / finer(shipped.outer).cell_m)
    return refined(shipped.outer_heights, step)


def _finished(assets: Path, shipped: Terrain, ground: Laid) -> tuple[Terrain, tuple[str, ...]]:
    """The new terrain: lakes level, landmarks' land kept, both lattices joined."""
    heights, wet = lakes_levelled(shipped, ground.heights, ground.covered)
    heights, whole, names = kept(assets, shipped, heights)
    dry = (shipped.surface == Surface.WATER) & ~wet & ~whole
    outer_heights = _outer(shipped, ground.outer)
    moved = seamed(
        shipped.inner,
        shipped.outer,
        heights - shipped.heights,
        outer_heights - shipped.outer_heights,
    )
    heights = rounded(shipped.heights + moved)
    terrain_files.join(shipped.inner, shipped.outer, heights, outer_heights)
    land = replace(
        shipped,
        heights=heights,
        outer_heights=outer_heights,
        surface=np.where(dry, np.uint8(Surface.STEPPE), shipped.surface),
    )
    return land, names


def _outer(shipped: Terrain, fine: F32) -> F32:
    """Outer heights; water, and what no file reaches, stays exactly as it was."""
    step = round(shipped.outer.cell_m / finer(shipped.outer).cell_m)
    same = np.abs(fine[::step, ::step] - shipped.outer_heights) < _SAME_M
    same |= shipped.outer_surface == Surface.WATER
    return rounded(np.where(same, shipped.outer_heights, outer_means(fine)))


def _mark(files: Sequence[Path], credit: str | None) -> str:
    """The file that names what was imported; a text in quotes of JSON is one in TOML too."""
    srtm = all(path.name.lower().endswith((".hgt", ".zip")) for path in files)
    words = credit or (SRTM_CREDIT if srtm else ", ".join(path.name for path in files))
    lines = [f"version = {VERSION}", f"credit = {_quoted(words)}"]
    for path in files:
        lines += [
            "", "[[files]]", f"name = {_quoted(path.name)}", f"bytes = {path.stat().st_size}",
            f'sha256 = "{_sha256(path)}"',
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    return json.dumps("".join(c for c in words if c.isprintable()), ensure_ascii=False)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_CHUNK):
            digest.update(part)
    return digest.hexdigest()


def _outcome(
    files: Sequence[Path],
    spacing: float,
    shipped: Terrain,
    ground: Laid,
    names: tuple[str, ...],
) -> Outcome:
    moved = (ground.heights - shipped.heights)[ground.measured]
    return Outcome(
        files=tuple(path.name for path in files),
        spacing_m=spacing,
        measured=int(ground.measured.sum()),
        filled=int(ground.filled.sum()),
        shifted=int((ground.covered & ~ground.measured & ~ground.filled).sum()),
        kept=names,
        moved_m=float(np.median(moved)) if moved.size else 0.0,
    )
