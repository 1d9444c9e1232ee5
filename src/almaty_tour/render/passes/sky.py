"""The sky, drawn last where nothing is."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.camera.matrices import DepthScheme, axes, raised
from almaty_tour.render.gl.buffer import PicturePoints
from almaty_tour.render.gl.texture import RGBA8, RGBA16F, Texture
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.materials import LAYER_PX, load_layers
from almaty_tour.render.passes.common import UNIT_CLOUDS, UNIT_SKY, View

COLUMNS, ROWS = 48, 32
LAND_RISE: Final = -0.12
"""Sine of a ray's height below which it meets the land, from as high as `HIGHEST_M`."""
HIGHEST_M: Final = 8_000.0
GLARE: Final = 0.02
"""Cosine short of 1 within which the sun's aureole changes from pixel to pixel, see `sky.glsl`."""
STREAKED: Final = (-0.15, 0.06)
"""Sines of the sun's height between which high cloud is lit from below, as `sky.glsl` has them."""
SPEC: Final = PassSpec("sky", reads=("depth",), writes=("picture",))


class SkyPass:
    """Keeps the table of the sky on the card."""

    def __init__(self) -> None:
        self._grid = PicturePoints(grid_points(COLUMNS, ROWS))
        self._table: Texture | None = None
        self._shown: object = None

    def draw(self, view: View) -> None:
        """Fill what is still far away."""
        self._update(view)
        clouds = view.textures.get("clouds")
        if clouds is not None:
            clouds.bind(UNIT_CLOUDS)
        rays = rays_of(view)
        gl.glEnable(gl.GL_DEPTH_TEST)
        gl.glDepthFunc(gl.GL_GEQUAL)
        gl.glDepthMask(gl.GL_FALSE)
        gl.glDisable(gl.GL_CULL_FACE)
        land = len(view.frame.draw.tiles) > 0 and view.eye[2] < HIGHEST_M
        hidden = rows_below(rays) if land else 0
        for first, past, near_sun in _parts(view, rays, hidden):
            self._draw_rows(view, rays, first, past, near_sun=near_sun)
        view.rehearse("sky", _defines, lambda _: self._grid.draw())
        gl.glDepthMask(gl.GL_TRUE)

    def _draw_rows(
        self, view: View, rays: npt.NDArray[np.float32], first: int, past: int, *, near_sun: bool
    ) -> None:
        program = view.programs.get("sky", _defines(view, near_sun=near_sun))
        program.use()
        gl.glUniformMatrix3fv(
            program.at("rays"), 1, gl.GL_FALSE, (gl.GLfloat * 9)(*rays.ravel().tolist())
        )
        view.stats.add(self._grid.draw(first * COLUMNS * 6, past * COLUMNS * 6))

    def free(self) -> None:
        self._grid.free()
        if self._table is not None:
            self._table.free()

    def _update(self, view: View) -> None:
        sky = view.day.sky
        if self._shown is not sky:
            rows, columns = sky.shape[:2]
            texels = np.ones((rows, columns, 4), np.float32)
            texels[..., :3] = sky
            if self._table is None:
                self._table = Texture(RGBA16F, (columns, rows), texels)
            else:
                self._table.resize((columns, rows), texels)  # a room's has fewer texels
            self._shown = sky
        if self._table is not None:
            self._table.bind(UNIT_SKY)


def _parts(view: View, rays: npt.NDArray[np.float32], hidden: int) -> list[tuple[int, int, bool]]:
    """First row, the one past the last, and whether the sun is near, of what is drawn at once."""
    low, high = (hidden, ROWS) if not _sparing(view) else sun_rows(rays, view.day.sun_enu)
    low, high = max(low, hidden), max(high, hidden)
    parts = ((hidden, low, False), (low, high, True), (high, ROWS, False))
    return [one for one in parts if one[1] > one[0]]


def sun_rows(rays: npt.NDArray[np.float32], sun_enu: tuple[float, float, float]) -> tuple[int, int]:
    """The first row of the grid that shows the glare of the sun, and the one past the last."""
    sun = np.asarray(sun_enu)
    corner = math.atan(math.hypot(*(math.hypot(*one) for one in rays[:2].tolist())))
    if float(rays[2] @ sun) < math.cos(min(corner + math.acos(1.0 - GLARE), math.pi)):
        return 0, 0
    east, north = np.meshgrid(np.linspace(-1.0, 1.0, 13), np.linspace(-1.0, 1.0, 2 * ROWS + 1))
    way = east[..., None] * rays[0] + north[..., None] * rays[1] + rays[2]
    ahead = way @ sun / np.sqrt(np.einsum("ijk,ijk->ij", way, way))
    rows = np.flatnonzero((ahead > 1.0 - GLARE).any(axis=1)).tolist()
    return (max(rows[0] // 2 - 1, 0), min(rows[-1] // 2 + 1, ROWS)) if rows else (0, 0)


def _sparing(view: View) -> bool:
    """Whether the sun's aureole is worked out per pixel near it alone."""
    return view.quality.clouds == 1 and not view.quality.hdr


def _defines(view: View, *, near_sun: bool = False) -> tuple[str, ...]:
    more = ["SKY_DEPTH " + ("0.0" if view.scheme is DepthScheme.REVERSED else "1.0")]
    if not near_sun and _sparing(view):
        more.append("SUNLESS")
    clouds = "clouds" in view.textures
    if clouds and _cloud_levels(view):
        more.append(f"CLOUDS {_cloud_levels(view)}")
    if clouds and view.quality.hdr and STREAKED[0] < view.day.sun_enu[2] < STREAKED[1]:
        more.append("STREAKS")
    if view.quality.dither:
        more.append("DITHER")
    return view.lit_defines(*more)


def _cloud_levels(view: View) -> int:
    """Levels of cloud to draw: none in a clear sky, nor by night where they are a mere tint."""
    levels = view.quality.clouds if view.day.cloud > 0.0 else 0
    return 0 if levels == 1 and view.day.night >= 1.0 else levels


def cloud_texture(assets: Path, faults: list[AlmatyTourError]) -> Texture:
    """The noise that clouds are made of; a missing file is told in `faults`."""
    pixels = load_layers(assets / "textures", ("clouds",), faults)[0]
    return Texture(RGBA8, (LAYER_PX, LAYER_PX), pixels, repeat=True)


def grid_points(columns: int, rows: int) -> npt.NDArray[np.float32]:
    """(columns * rows * 6, 2) corners of two triangles a cell over the picture, -1 to 1."""
    cell = np.stack(np.meshgrid(np.arange(columns), np.arange(rows)), axis=-1).reshape(-1, 1, 2)
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 0), (1, 1), (0, 1)])
    share = (cell + corners).reshape(-1, 2) / np.array([columns, rows])
    return np.asarray(share * 2.0 - 1.0, np.float32)


def rays_of(view: View) -> npt.NDArray[np.float32]:
    """(3, 3) f4 rows: right and up half extents of the picture at one metre, its middle."""
    camera = view.frame.camera
    half_y = math.tan(camera.fov_rad / 2.0)
    half_x = half_y * view.size_px[0] / view.size_px[1]
    right, up, forward = axes(camera)
    middle = forward + up * raised(camera)
    return np.asarray([right * half_x, up * half_y, middle], np.float32)


def rows_below(rays: npt.NDArray[np.float32]) -> int:
    """How many rows of the grid, from the bottom, look only at the land below the horizon."""
    half_x = math.hypot(*rays[0].tolist())
    (up_x, up_y, up_z), (x, y, z) = rays[1].tolist(), rays[2].tolist()
    for row in range(ROWS):
        edge = 2.0 * (row + 1) / ROWS - 1.0
        rise = edge * up_z + z
        wide = half_x if rise < 0.0 else 0.0  # below the horizon corners look least far down
        if rise > LAND_RISE * math.hypot(edge * up_x + x, edge * up_y + y, rise, wide):
            return row
    return ROWS
