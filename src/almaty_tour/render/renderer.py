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

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.camera.matrices import DepthScheme, view_projection
from almaty_tour.geo.terrain import Terrain
from almaty_tour.geo.terrain_tiles import TileTree
from almaty_tour.render.frame import Frame
from almaty_tour.render.gl.buffer import Buffer
from almaty_tour.render.gl.context import DriverInfo, driver_info
from almaty_tour.render.gl.framebuffer import Target, clear
from almaty_tour.render.gl.texture import DEPTH32F, R32UI, RGBA8, Texture
from almaty_tour.render.ground import Ground
from almaty_tour.render.inner import SIGHT_SLACK_M, InnerPicture
from almaty_tour.render.leaves import with_leaves
from almaty_tour.render.material_texture import MaterialTexture
from almaty_tour.render.materials import LAYER_PX, MaterialTable, load_layers
from almaty_tour.render.overcast import light_of
from almaty_tour.render.passes import ids, objects, terrain
from almaty_tour.render.passes.beacons import BeaconPass
from almaty_tour.render.passes.cases import CasePass
from almaty_tour.render.passes.common import (
    SAMPLERS,
    UNIT_CLOUDS,
    UNIT_LAYERS,
    UNIT_MATERIALS,
    View,
)
from almaty_tour.render.passes.falling import FallingPass
from almaty_tour.render.passes.framed import FramedPass
from almaty_tour.render.passes.kerbs import KerbPass
from almaty_tour.render.passes.lamplight import MATERIAL as LAMP_GLASS
from almaty_tour.render.passes.lamplight import LamplightPass
from almaty_tour.render.passes.mirror import MirrorPass
from almaty_tour.render.passes.occlusion import OcclusionPass
from almaty_tour.render.passes.overlay import OverlayPass
from almaty_tour.render.passes.painting import Painting, painting_for
from almaty_tour.render.passes.props import PropPass
from almaty_tour.render.passes.sky import SkyPass, cloud_texture
from almaty_tour.render.passes.spray import MATERIAL, SprayPass
from almaty_tour.render.passes.still import StillPass
from almaty_tour.render.program_cache import ProgramCache
from almaty_tour.render.prop_pool import PropPool
from almaty_tour.render.quality import Quality, in_room, quality
from almaty_tour.render.rehearsal import lights_near
from almaty_tour.render.shadow_maps import ShadowMaps
from almaty_tour.render.shelves import Shelves
from almaty_tour.render.shipped import shipped_leaves, shipped_materials
from almaty_tour.render.skyline import SkylineTexture
from almaty_tour.render.stats import FrameStats
from almaty_tour.render.trim import trimmed
from almaty_tour.render.uniforms import FRAME_BLOCK, frame_block, no_cascades
from almaty_tour.render.upload import GpuChunk
from almaty_tour.scene.arrays import has_geometry
from almaty_tour.scene.chunk import Chunk, Level
from almaty_tour.scene.still import Still

U8 = npt.NDArray[np.uint8]


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
        leaves = shipped_leaves(assets, self.faults)
        self.materials = materials or with_leaves(shipped_materials(assets, self.faults), leaves)
        self.ground: Ground | None = None
        self._shelves = Shelves(indirect=self.driver.multi_draw)
        self._props = PropPool(indirect=self.driver.multi_draw)
        self._programs = ProgramCache(SAMPLERS)
        self._block = Buffer(gl.GL_UNIFORM_BUFFER, np.zeros(1, FRAME_BLOCK), stream=True)
        self._table = MaterialTexture(self.materials, leaves)
        layers = load_layers(assets / "textures", self.materials.layers, self.faults)
        self._layers = Texture(
            RGBA8, (LAYER_PX, LAYER_PX), layers, layers=len(layers), mipmaps=True, repeat=True
        )
        self._sky, self._prop_pass, self._inner = SkyPass(), PropPass(), InnerPicture()
        self._overlay, self._kerbs, self._falling = OverlayPass(), KerbPass(), FallingPass()
        self._occlusion, self._mirror, self._cases = OcclusionPass(), MirrorPass(), CasePass()
        self._skyline, self._beacons, self._framed = SkylineTexture(), BeaconPass(), FramedPass()
        self._spray = SprayPass(self.materials.row(MATERIAL))
        self._lamplight = LamplightPass(self.materials.row(LAMP_GLASS))
        self._still = StillPass(software=self.driver.software)
        self._shadows = ShadowMaps()
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
        self.ground = Ground(ground, tree, self.assets, folder, indirect=self.driver.multi_draw)
        self.faults += self.ground.faults

    def upload(self, row: int, chunk: Chunk) -> None:
        """Put a chunk on the card under its row of the scene of its space."""
        self.drop(row, chunk.space)
        if has_geometry(chunk):
            made = GpuChunk.upload(chunk, self.materials.still)
            self._shelves.put(row, made)
            if chunk.space == OUTDOORS:
                self._spray.put(row, chunk, made.floodlight)
                self._lamplight.put(row, chunk)
                if made.floodlight is not None:
                    self._beacons.put(row, made.floodlight.spots + np.asarray(chunk.origin_enu))
        self._forget_shadows(chunk)

    def drop(self, row: int, space: str = OUTDOORS) -> None:
        """Take a chunk off the card; nothing happens when it is not there."""
        old = self._shelves.take(row, space)
        if old is not None:
            old.free()
            self._forget_shadows(old.chunk)
            if space == OUTDOORS:
                for lit in (self._beacons, self._spray, self._lamplight):
                    lit.drop(row)

    def move(self, row: int, space: str, origin_enu: tuple[float, float, float]) -> None:
        """Let a chunk of a space stand elsewhere; nothing happens when it is not there."""
        made = self._shelves.chunk(row, space)
        if made is not None:
            self._forget_shadows(made.chunk)
            made.move(origin_enu)
            self._forget_shadows(made.chunk)

    def upload_prop(self, kind: str, levels: tuple[Level, ...]) -> None:
        """Put the mesh of a prop on the card, finest level first."""
        self._props.put(kind, levels)
        self._forget_shadows()

    def upload_still(self, still: Still) -> None:
        """Put a still on the card, in the place of the one before."""
        self._still.put(still)

    def target(self, size_px: tuple[int, int]) -> Target:
        """A framebuffer of 8-bit colour and float depth; the caller frees it."""
        return Target(size_px)

    # -- pictures ------------------------------------------------------------------------

    def draw(self, frame: Frame, target: Target) -> None:
        """Draw a frame into a target (or `Target.of_window`), interface included."""
        self.stats.reset()
        view = self._view(frame)
        self._programs.begin()
        self._programs.patient = self.patient
        if self.rehearses and self._programs.rested:
            view.soon = view.day, *lights_near(view.day)
        self._framed.prepare(view, patient=self.patient)
        self._shadows.prepare(view.quality)
        self._begin(view)
        self._follow_light(view)
        self._follow_eye(view)
        sampled = self._inner.target_for(view, target)
        sampled.bind()
        clear(frame.backdrop)
        self._draw_scene(view)
        drawn = self._inner.resolved(view, sampled)
        self._occlusion.draw(view, drawn)
        for laid_over in (self._lamplight.draw, self._mirror.draw, self._spray.draw_upright):
            laid_over(view, drawn)
        self._inner.finish(view, drawn, target)
        self.draw_interface(frame, target)

    def draw_interface(self, frame: Frame, target: Target) -> None:
        """Draw the interface of a frame alone, over what is in a target."""
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
        return ids.under(self._draw_ids(frame), frame, self.scheme, x, y)

    def free_sight(
        self, frame: Frame, points: npt.NDArray[np.float64], slack_m: float = SIGHT_SLACK_M
    ) -> npt.NDArray[np.bool_]:
        """(n,) whether nothing of the picture just drawn hides (n, 3) world points.

        A point may lie so much inside what it belongs to.
        """
        return self._inner.free_sight(frame.camera, points, self.scheme, slack_m)

    def id_picture(self, frame: Frame) -> npt.NDArray[np.uint32]:
        """(h, w) u4 object ids of a whole frame, first row at the top."""
        target = self._draw_ids(frame)
        return target.read_ids(0, 0, *target.size_px)[::-1]

    def error(self) -> int:
        """The oldest GL error since the last call, 0 when all went well."""
        return int(gl.glGetError())

    def free(self) -> None:
        """Give everything back."""
        self._shelves.free()
        if self.ground is not None:
            self.ground.free()
        for made in (self._ids, self._painting):
            if made is not None:
                made.free()
        for one in (
            self._sky, self._prop_pass, self._kerbs, self._falling, self._inner, self._overlay,
            self._props, self._programs, self._block, self._table, self._layers, self._occlusion,
            self._mirror, self._skyline, self._beacons, self._still, self._framed, self._spray,
            self._lamplight, self._cases, self._shadows,
        ):  # fmt: skip
            one.free()
        for texture in self._textures.values():
            texture.free()

    # -- inside --------------------------------------------------------------------------

    def _view(self, frame: Frame, size_px: tuple[int, int] | None = None) -> View:
        if frame.quality != self.quality.name:
            self._use_quality(quality(frame.quality))
        if self._shelves.enter(frame.camera.space):
            self._shadows.forget()  # maps of another space are of no use in this one
        scale = frame.resolution_scale * self.quality.resolution_scale
        size = size_px or (
            max(16, round(frame.size_px[0] * scale)), max(16, round(frame.size_px[1] * scale))
        )  # fmt: skip
        eye = np.asarray(frame.camera.position_enu, np.float64)
        chosen, room = trimmed(self.quality, frame.trim), frame.environment.room
        return View(
            frame=frame,
            quality=chosen if room is None else in_room(chosen, room),
            day=light_of(frame.environment, float(eye[2])),
            size_px=size,
            eye=eye,
            scheme=self.scheme,
            chunks=self._shelves.here,
            props=self._props,
            programs=self._programs,
            stats=self.stats,
            fades=self._shelves.fades,
            textures=self._textures,
            software=self.driver.software,
        )

    @property
    def _land(self) -> Ground | None:
        """The ground, which only the outdoors have."""
        return self.ground if self._shelves.outdoors else None

    def _begin(self, view: View) -> None:
        if view.quality.per_pixel:
            self._skyline.follow(None if self._land is None else self._land.terrain, view.eye)
        if self.driver.clip_control:
            halves = view.scheme is DepthScheme.LOGARITHMIC
            depth = gl.GL_NEGATIVE_ONE_TO_ONE if halves else gl.GL_ZERO_TO_ONE
            gl.glClipControl(gl.GL_LOWER_LEFT, depth)
        gl.glBindBufferBase(gl.GL_UNIFORM_BUFFER, 0, self._block.id)
        self._layers.bind(UNIT_LAYERS)
        self._table.follow(view.frame.environment.day)
        self._table.bind(UNIT_MATERIALS)
        if "clouds" in self._textures:
            self._textures["clouds"].bind(UNIT_CLOUDS)

    def _follow_light(self, view: View) -> None:
        if (land := self._land) is not None:
            land.follow_sun(view.day.light_enu)
            self._shelves.share_sun(land)
        above_m = max(2.0, self._above_ground_m(view))
        cascades = self._shadows.draw(view, above_m, patient=self.patient)
        matrix = view_projection(view.frame.camera, view.size_px, self.scheme, view.frame.aspect)
        eye = view.frame.camera.position_enu
        time_s = view.frame.time_s
        self._block.write(frame_block(matrix, eye, view.size_px, time_s, view.day, cascades))

    def _follow_eye(self, view: View) -> None:
        if (land := self._land) is not None and self._painting is not None:
            self._painting.follow(view, land, max(0.5, self._above_ground_m(view)))

    def _above_ground_m(self, view: View) -> float:
        """Height of the eye above the ground, or above sea level where there is none."""
        land = self._land
        if land is None:
            return float(view.eye[2])
        place = float(view.eye[0]), float(view.eye[1]), land
        if self._under[0] != place:
            self._under = place, land.terrain.height_at(place[0], place[1])
        return float(view.eye[2]) - self._under[1]

    def _draw_scene(self, view: View) -> None:
        land = self._land
        objects.draw(view, self._spray)
        self._framed.draw(view)
        view.hand_over()
        self._prop_pass.draw(view, land)
        view.hand_over()
        if land is not None:
            self._kerbs.draw(view, land, self._above_ground_m(view))
            terrain.draw(view, land, self._painting)
            view.hand_over()
        self._still.draw(view)
        if view.frame.backdrop is None:
            self._sky.draw(view)
        self._cases.draw(view)
        if self._shelves.outdoors:
            self._spray.draw(view)
            self._lamplight.draw_glow(view)
            self._beacons.draw(view)
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
        ids.draw(view, self._land, self._prop_pass, self._still)
        return self._ids

    def _use_quality(self, chosen: Quality) -> None:
        self.quality = chosen
        self._programs.change_preset()
        self._shadows.free()
        if chosen.clouds and "clouds" not in self._textures:
            self._textures["clouds"] = cloud_texture(self.assets, self.faults)
        self._painting = painting_for(chosen, self._painting)

    patient = False
    """No picture waits: shadow maps are drawn in parts, what arrives joins the next ones, and one
    program is made in a picture at most."""
    rehearses = False
    """Programs that will be wanted soon are made ahead."""

    def _forget_shadows(self, chunk: Chunk | None = None) -> None:
        """Shadow maps are drawn anew: all, or those that a chunk may throw a shadow into.

        Outdoors what comes may throw its shadow a little later; an exhibit has it at once.
        """
        if chunk is None:
            self._shadows.forget(later=self.patient)
        elif chunk.space == self._shelves.space:
            later = self.patient and self._shelves.outdoors
            self._shadows.forget_near(chunk, later=later)
