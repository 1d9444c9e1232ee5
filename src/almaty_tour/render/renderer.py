"""The renderer: chunks come and go, a frame goes in, a picture comes out.

window = open_headless()
renderer = Renderer("low", assets_dir())
renderer.set_ground(terrain, tree)
renderer.upload(row, chunk)
target = renderer.target((640, 360))
renderer.draw(frame, target)
pixels = renderer.read_pixels(target)
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.base.errors import AlmatyTourError, ContentError
from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.camera.matrices import (
    DepthScheme,
    distance_of_depth,
    pixel_ray,
    view_projection,
)
from almaty_tour.geo.terrain import Terrain
from almaty_tour.geo.terrain_tiles import TileTree
from almaty_tour.render.frame import Frame
from almaty_tour.render.gl.buffer import Buffer
from almaty_tour.render.gl.context import DriverInfo, driver_info
from almaty_tour.render.gl.framebuffer import Target
from almaty_tour.render.gl.texture import DEPTH32F, R32UI, RGBA8, RGBA32F, Texture
from almaty_tour.render.ground import Ground
from almaty_tour.render.inner import InnerPicture
from almaty_tour.render.materials import (
    LAYER_PX,
    MaterialTable,
    load_layers,
    load_materials,
    plain_materials,
)
from almaty_tour.render.overcast import light_of
from almaty_tour.render.passes import ids, objects, terrain
from almaty_tour.render.passes.common import UNIT_LAYERS, UNIT_MATERIALS, ProgramCache, View
from almaty_tour.render.passes.falling import FallingPass
from almaty_tour.render.passes.kerbs import KerbPass
from almaty_tour.render.passes.overlay import OverlayPass
from almaty_tour.render.passes.painting import Painting, painting_for
from almaty_tour.render.passes.props import PropPass
from almaty_tour.render.passes.shadow import ShadowPass
from almaty_tour.render.passes.sky import SkyPass, cloud_texture
from almaty_tour.render.prop_pool import PropPool
from almaty_tour.render.quality import Quality, quality
from almaty_tour.render.stats import FrameStats
from almaty_tour.render.uniforms import FRAME_BLOCK, frame_block, no_cascades
from almaty_tour.render.upload import GpuChunk, ball_of
from almaty_tour.scene.arrays import has_geometry
from almaty_tour.scene.chunk import Chunk, Level

U8 = npt.NDArray[np.uint8]

SKY_ID: Final = 0


class Renderer:
    """Draws frames in the current context. Everything on the card belongs to it.

    Without `scheme` depth is reversed where the driver has clip control, else logarithmic;
    without `materials` the shipped table is read. What of the shipped files could not be
    read is drawn plainly and told in `faults`.
    """

    def __init__(
        self,
        preset: str,
        assets: Path,
        *,
        scheme: DepthScheme | None = None,
        materials: MaterialTable | None = None,
    ) -> None:
        self.driver: DriverInfo = driver_info()
        best = DepthScheme.REVERSED if self.driver.clip_control else DepthScheme.LOGARITHMIC
        self.scheme = best if scheme is DepthScheme.REVERSED else scheme or best
        self.assets = assets
        self.stats = FrameStats()
        self.faults: list[AlmatyTourError] = []
        self.materials = materials or self._shipped_materials()
        self.ground: Ground | None = None
        self._spaces: dict[str, dict[int, GpuChunk]] = {}
        self._space = OUTDOORS
        self._props = PropPool(indirect=self.driver.multi_draw)
        self._programs = ProgramCache()
        self._block = Buffer(gl.GL_UNIFORM_BUFFER, np.zeros(1, FRAME_BLOCK), stream=True)
        self._table = _material_texture(self.materials.rows)
        layers = load_layers(assets / "textures", self.materials.layers, self.faults)
        self._layers = Texture(
            RGBA8, (LAYER_PX, LAYER_PX), layers, layers=len(layers), mipmaps=True, repeat=True
        )
        self._sky, self._prop_pass, self._inner = SkyPass(), PropPass(), InnerPicture()
        self._overlay, self._kerbs, self._falling = OverlayPass(), KerbPass(), FallingPass()
        self._shadow: ShadowPass | None = None
        self._painting: Painting | None = None
        self._ids: Target | None = None
        self._under: tuple[object, float] = (None, 0.0)
        self._textures: dict[str, Texture] = {}
        self.quality: Quality = quality(preset)
        self._use_quality(self.quality)

    # -- what is on the card -------------------------------------------------------------

    def set_ground(self, ground: Terrain, tree: TileTree, folder: Path | None = None) -> None:
        """Take the ground, its textures from `folder` (None: shipped); tiles when first seen."""
        if self.ground is not None:
            self.ground.free()
        self.ground = Ground(ground, tree, self.assets, folder)
        self.faults += self.ground.faults

    def upload(self, row: int, chunk: Chunk) -> None:
        """Put a chunk on the card under its row of the scene of its space."""
        self.drop(row, chunk.space)
        if has_geometry(chunk):
            self._spaces.setdefault(chunk.space, {})[row] = GpuChunk.upload(chunk)
        self._forget_shadows(chunk)

    def drop(self, row: int, space: str = OUTDOORS) -> None:
        """Take a chunk off the card; nothing happens when it is not there."""
        old = self._spaces.get(space, {}).pop(row, None)
        if old is not None:
            old.free()
            self._forget_shadows(old.chunk)

    def upload_prop(self, kind: str, levels: tuple[Level, ...]) -> None:
        """Put the mesh of a prop on the card, finest level first."""
        self._props.put(kind, levels)
        self._forget_shadows()

    def target(self, size_px: tuple[int, int]) -> Target:
        """A framebuffer of 8-bit colour and float depth; the caller frees it."""
        return Target(size_px)

    # -- pictures ------------------------------------------------------------------------

    def draw(self, frame: Frame, target: Target) -> None:
        """Draw a frame into a target (or `Target.of_window`), interface included."""
        self.stats.reset()
        view = self._view(frame)
        self._begin(view)
        self._follow_light(view)
        self._follow_eye(view)
        drawn = self._inner.target_for(view, target)
        drawn.bind()
        _clear()
        self._draw_scene(view)
        self._inner.finish(view, drawn, target)
        if frame.overlay is not None:
            target.bind()
            self.stats.draw_calls += self._overlay.draw(frame.overlay, target.size_px)

    def read_pixels(self, target: Target) -> U8:
        """(h, w, 3) u1 of a target, first row at the top."""
        return np.ascontiguousarray(target.read_rgba()[..., :3])

    def pick(self, frame: Frame, x: float, y: float) -> tuple[int, float]:
        """Object id under a pixel (top left origin) and its distance in metres.

        The id is 0 for ground and sky; the distance is infinite for the sky.
        """
        target = self._draw_ids(frame)
        scale = target.size_px[0] / frame.size_px[0]
        px = int(np.clip(x * scale, 0, target.size_px[0] - 1))
        py = int(np.clip(target.size_px[1] - 1 - int(y * scale), 0, target.size_px[1] - 1))
        along = float(distance_of_depth(target.read_depth(px, py), self.scheme)[0, 0])
        ray = pixel_ray(frame.camera, frame.size_px, x, y)
        ahead = pixel_ray(frame.camera, frame.size_px, frame.size_px[0] / 2, frame.size_px[1] / 2)
        return int(target.read_ids(px, py)[0, 0]), along / float(ray @ ahead)

    def free_sight(self, frame: Frame, points: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
        """(n,) whether nothing of the picture just drawn hides (n, 3) world points.

        A point may lie a little inside what it belongs to.
        """
        return self._inner.free_sight(frame.camera, points, self.scheme)

    def id_picture(self, frame: Frame) -> npt.NDArray[np.uint32]:
        """(h, w) u4 object ids of a whole frame, first row at the top."""
        target = self._draw_ids(frame)
        return target.read_ids(0, 0, *target.size_px)[::-1]

    def error(self) -> int:
        """The oldest GL error since the last call, 0 when all went well."""
        return int(gl.glGetError())

    def free(self) -> None:
        """Give everything back."""
        for chunks in self._spaces.values():
            for chunk in chunks.values():
                chunk.free()
        if self.ground is not None:
            self.ground.free()
        for made in (self._ids, self._shadow, self._painting):
            if made is not None:
                made.free()
        for one in (
            self._sky, self._prop_pass, self._kerbs, self._falling, self._inner, self._overlay,
            self._props, self._programs, self._block, self._table, self._layers,
        ):  # fmt: skip
            one.free()
        for texture in self._textures.values():
            texture.free()

    # -- inside --------------------------------------------------------------------------

    def _view(self, frame: Frame, size_px: tuple[int, int] | None = None) -> View:
        if frame.quality != self.quality.name:
            self._use_quality(quality(frame.quality))
        self._enter(frame.camera.space)
        scale = frame.resolution_scale * self.quality.resolution_scale
        size = size_px or (
            max(16, round(frame.size_px[0] * scale)), max(16, round(frame.size_px[1] * scale))
        )  # fmt: skip
        eye = np.asarray(frame.camera.position_enu, np.float64)
        return View(
            frame=frame,
            quality=self.quality,
            day=light_of(frame.environment, float(eye[2])),
            size_px=size,
            eye=eye,
            scheme=self.scheme,
            chunks=self._chunks,
            props=self._props,
            programs=self._programs,
            stats=self.stats,
            textures=self._textures,
        )

    def _enter(self, space: str) -> None:
        """Shadow maps of another space are of no use in this one."""
        if space != self._space:
            self._space = space
            self._forget_shadows()

    @property
    def _chunks(self) -> dict[int, GpuChunk]:
        return self._spaces.setdefault(self._space, {})

    @property
    def _land(self) -> Ground | None:
        """The ground, which only the outdoors have."""
        return self.ground if self._space == OUTDOORS else None

    def _begin(self, view: View) -> None:
        if self.driver.clip_control:
            halves = view.scheme is DepthScheme.LOGARITHMIC
            depth = gl.GL_NEGATIVE_ONE_TO_ONE if halves else gl.GL_ZERO_TO_ONE
            gl.glClipControl(gl.GL_LOWER_LEFT, depth)
        gl.glBindBufferBase(gl.GL_UNIFORM_BUFFER, 0, self._block.id)
        self._layers.bind(UNIT_LAYERS)
        self._table.bind(UNIT_MATERIALS)

    def _follow_light(self, view: View) -> None:
        if (land := self._land) is not None:
            land.follow_sun(view.day.light_enu)
            self._share_sun(land)
        cascades = no_cascades()
        if self._shadow is not None:
            cascades = self._shadow.draw(view, max(2.0, self._above_ground_m(view)))
            view.cascade_reach_m = self._shadow.cascades.reach_now_m
        matrix = view_projection(view.frame.camera, view.size_px, self.scheme, view.frame.aspect)
        eye = view.frame.camera.position_enu
        time_s = view.frame.time_s
        self._block.write(frame_block(matrix, eye, view.size_px, time_s, view.day, cascades))

    def _follow_eye(self, view: View) -> None:
        if (land := self._land) is not None and self._painting is not None:
            self._painting.follow(view, land, max(0.5, self._above_ground_m(view)))

    def _share_sun(self, ground: Ground) -> None:
        if self._shared == (ground.sun, len(self._chunks)):
            return
        self._shared = (ground.sun, len(self._chunks))
        lit = [one for one in self._chunks.values() if one.mesh is not None or one.moving]
        places = np.array([one.chunk.origin_enu for one in lit]).reshape(-1, 3)
        for one, share in zip(lit, ground.sun_share_at(*places.T[:2]).tolist(), strict=True):
            one.sun_share = share

    _shared: tuple[object, int] | None = None

    def _above_ground_m(self, view: View) -> float:
        """Height of the eye above the ground, or above sea level where there is none."""
        land = self._land
        if land is None:
            return float(view.eye[2])
        place = float(view.eye[0]), float(view.eye[1]), land
        if self._under[0] != place:
            self._under = place, float(land.terrain.height_m(place[0], place[1]))
        return float(view.eye[2]) - self._under[1]

    def _draw_scene(self, view: View) -> None:
        land = self._land
        objects.draw(view)
        self._prop_pass.draw(view, land)
        if land is not None:
            self._kerbs.draw(view, land, self._above_ground_m(view))
            terrain.draw(view, land, self._painting)
        self._sky.draw(view)
        self._falling.draw(view)

    def _draw_ids(self, frame: Frame) -> Target:
        view = self._view(frame, frame.size_px)
        if self._ids is None or self._ids.size_px != frame.size_px:
            if self._ids is not None:
                self._ids.free()
            self._ids = Target(frame.size_px, R32UI, DEPTH32F)
        self._begin(view)
        matrix = view_projection(frame.camera, view.size_px, self.scheme, frame.aspect)
        eye = frame.camera.position_enu
        block = frame_block(matrix, eye, view.size_px, frame.time_s, view.day, no_cascades())
        self._block.write(block)
        self._ids.bind()
        ids.draw(view, self._land, self._prop_pass)
        return self._ids

    def _shipped_materials(self) -> MaterialTable:
        """The table of `materials.toml`; grey walls when it is broken, which is told."""
        try:
            return load_materials(self.assets / "content" / "materials.toml")
        except ContentError as fault:
            self.faults.append(fault)
            return plain_materials(np.full((1, 3), 0.5, np.float32))

    def _use_quality(self, chosen: Quality) -> None:
        self.quality = chosen
        if self._shadow is not None:
            self._shadow.free()
            self._shadow = None
        if chosen.clouds and "clouds" not in self._textures:
            self._textures["clouds"] = cloud_texture(self.assets, self.faults)
        self._painting = painting_for(chosen, self._painting)
        if chosen.cascades:
            self._shadow = ShadowPass(chosen.shadow_size_px, chosen.shadow_reach_m)

    patient = False
    """What arrives throws its shadow a little later, so that no picture waits for all maps."""

    def _forget_shadows(self, chunk: Chunk | None = None) -> None:
        """Shadow maps are drawn anew: all, or those that a chunk may throw a shadow into."""
        if self._shadow is not None and chunk is None:
            self._shadow.cascades.forget()
        elif self._shadow is not None and chunk is not None:
            self._shadow.cascades.forget_near(*ball_of(chunk), later=self.patient)


def _material_texture(rows: npt.NDArray[np.float32]) -> Texture:
    return Texture(RGBA32F, (rows.shape[1], len(rows)), rows, linear=False)


def _clear() -> None:
    gl.glDisable(gl.GL_SCISSOR_TEST)
    gl.glDepthMask(gl.GL_TRUE)
    gl.glClearColor(0.0, 0.0, 0.0, 1.0)
    gl.glClearDepth(0.0)
    gl.glClear(gl.GL_COLOR_BUFFER_BIT | gl.GL_DEPTH_BUFFER_BIT)
