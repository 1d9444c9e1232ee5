"""Interiors on the card of the city's renderer: read when one comes near, kept after."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import numpy as np

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.base.spaces import interior_of
from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.content.interiors import InteriorSpec, RoomLight
from almaty_tour.content.model import Text
from almaty_tour.render.cascades import square_across
from almaty_tour.render.frame import Frame, Overlay
from almaty_tour.render.quality import Quality, detail_limits, in_room, quality
from almaty_tour.render.renderer import Renderer
from almaty_tour.render.trim import Trim, trimmed
from almaty_tour.scene.arrays import Scene
from almaty_tour.scene.cases import GlassCases
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.drawing import DetailLimits, Viewpoint, draw_list
from almaty_tour.scene.environment import Environment, Room
from almaty_tour.scene.framed import FramedPictures
from almaty_tour.session.ahead import Ahead
from almaty_tour.session.hall_arrivals import Ground, HallArrival, hall_arrivals
from almaty_tour.session.hung import Hung, joined
from almaty_tour.session.world import World

NEAR_M: Final = 220.0
"""From so far an interior is read, before anybody stands at its door."""
REACH: Final = 0.1
MOST_ERROR_PX: Final = 1.2
"""Exhibits are looked at from near, and there is little else to draw."""
APART_M: Final = 12.0
"""What is nearer hides most of a room: it is drawn piece by piece, the nearest first."""
SHADOW_ERROR_M: Final = 0.004
SHINE: Final = 0.5
"""Walls are darker than what exhibits receive of them: lamps light exhibits more."""


@dataclass
class _Hall:
    """One interior on the card."""

    spec: InteriorSpec
    waiting: Iterator[HallArrival]
    room: Room
    scene: Scene = field(default_factory=Scene)
    open: bool = False
    loaded: bool = False
    cases: GlassCases | None = None

    @property
    def environment(self) -> Environment:
        return Environment(self.room.key_enu, room=self.room)


class Halls:
    """All interiors that have been near.

    Args:
        told: is given what could not be read. ahead: files are read in a thread.
        data: the user's data folder with pictures, None hangs the built-in ones alone.
    """

    def __init__(
        self,
        renderer: Renderer,
        assets: Path,
        told: Callable[[AlmatyTourError], None],
        *,
        ahead: bool,
        data: Path | None = None,
    ) -> None:
        self._renderer, self._assets, self._told, self._ahead = renderer, assets, told, ahead
        self._rows = {name: row for row, name in enumerate(renderer.materials.names)}
        self._halls: dict[str, _Hall] = {}
        self._hung = Hung(assets, data, patient=ahead)
        self._walls: (
            tuple[FramedPictures | None, FramedPictures | None, FramedPictures | None] | None
        ) = None

    def follow(self, world: World, camera: CameraState, budget_s: float) -> None:
        """Begins to read what the eye comes near, and goes on with what it came near before."""
        for door in world.doors:
            if door.interior not in self._halls and _near(door.foot_enu, camera):
                self._begin(world, door.interior)
        self.go_on(world, budget_s)

    def go_on(self, world: World, budget_s: float) -> None:
        """Puts some of what was read on the card."""
        end = time.perf_counter() + budget_s
        for hall in self._halls.values():
            while not hall.loaded and _ready(hall.waiting) and time.perf_counter() < end:
                self._take(world, hall)

    def frame(
        self,
        world: World,
        camera: CameraState,
        *,
        size_px: tuple[int, int],
        preset: str,
        time_s: float,
        resolution_scale: float,
        overlay: Overlay | None,
        trim: Trim,
        framed: FramedPictures | None = None,
    ) -> Frame:
        """The whole input of a picture in an interior; waits for its model when it must.

        Who does not read ahead waits for the exhibits too: the first picture is the only one.
        """
        hall = self._entered(world, camera)
        height_px = max(round(size_px[1] * resolution_scale * trim.resolution_share), 16)
        eye = np.asarray(camera.position_enu, np.float64)
        planes = frustum_planes(camera, size_px[0] / size_px[1])
        limits = indoor_limits(trimmed(quality(preset), trim), hall.room)
        return Frame(
            draw=draw_list(hall.scene, Viewpoint(eye, planes, camera.fov_rad, height_px), limits),
            camera=camera,
            environment=hall.environment,
            quality=preset,
            time_s=time_s,
            size_px=size_px,
            resolution_scale=resolution_scale * trim.resolution_share,
            overlay=overlay,
            trim=trim,
            framed=self._on_the_walls(world, hall.spec, framed),
            cases=hall.cases,
            backdrop=hall.room.backdrop,
        )

    def _on_the_walls(
        self, world: World, spec: InteriorSpec, framed: FramedPictures | None
    ) -> FramedPictures | None:
        """The gallery, and what else is told; put together when that is another."""
        hung = self._hung.pictures(world, spec)
        if self._walls is None or self._walls[0] is not hung or self._walls[1] is not framed:
            self._walls = hung, framed, joined(hung, framed)
        return self._walls[2]

    def caption(self, world: World, interior: str, place: str) -> Text | None:
        """What is told of the picture in a place of an interior; None where none hangs."""
        return self._hung.caption(world, world.interiors[interior], place)

    def load_all(self, world: World, interior: str) -> None:
        """Reads an interior to its end."""
        hall = self._halls.get(interior) or self._begin(world, interior)
        while not hall.loaded:
            self._take(world, hall)

    def free(self) -> None:
        """Stops what is being read; the card belongs to the renderer."""
        for hall in self._halls.values():
            if isinstance(hall.waiting, Ahead):
                hall.waiting.stop()

    def _entered(self, world: World, camera: CameraState) -> _Hall:
        name = interior_of(camera.space)
        if name is None or name not in world.interiors:
            raise ValueError(f"there is no space '{camera.space}'")
        hall = self._halls.get(name) or self._begin(world, name)
        while not (hall.open if self._ahead else hall.loaded):
            self._take(world, hall)
        return hall

    def _begin(self, world: World, interior: str) -> _Hall:
        spec = world.interiors[interior]
        source = hall_arrivals(self._assets, world, spec, self._rows, self._renderer.materials)
        waiting = Ahead(source) if self._ahead else source
        hall = _Hall(spec, waiting, room_of(spec.light))
        self._halls[interior] = hall
        return hall

    def _take(self, world: World, hall: _Hall) -> None:
        match next(hall.waiting, None):
            case None:
                hall.open = hall.loaded = True
            case Chunk() as chunk:
                if not len(hall.scene):  # the room itself comes first
                    hall.room = within(hall.room, chunk)
                self._renderer.upload(hall.scene.add(chunk), chunk)
            case Ground() as found:
                world.set_inner(hall.spec.id, found.met, found.ways)
                hall.open = True
            case GlassCases() as found:
                hall.cases = found
            case AlmatyTourError() as fault:
                self._told(fault)


def _near(foot_enu: tuple[float, float, float], camera: CameraState) -> bool:
    x, y, _ = camera.position_enu
    return math.hypot(foot_enu[0] - x, foot_enu[1] - y) < NEAR_M


def _ready(waiting: Iterator[HallArrival]) -> bool:
    return not isinstance(waiting, Ahead) or waiting.ready


def indoor_limits(preset: Quality, room: Room) -> DetailLimits:
    """What the draw list of an interior needs to know of a preset."""
    here = in_room(preset, room)
    texel_m = 2.0 * min(here.shadow_reach_m, default=0.0) / max(here.shadow_size_px, 1)
    limits = detail_limits(here)
    return replace(
        limits,
        object_error_px=min(limits.object_error_px, MOST_ERROR_PX),
        shadow_error_m=max(SHADOW_ERROR_M, texel_m),
        first_share=1.0,
        apart_m=APART_M,
    )


def room_of(light: RoomLight) -> Room:
    """The light of an interior as the renderer takes it."""
    return Room(
        light.key_enu, light.key, light.walls, light.ceiling, light.floor, light.backdrop,
        lamps=light.lamps, reach=REACH, open_above=True, shine=SHINE,
    )  # fmt: skip


def within(room: Room, chunk: Chunk) -> Room:
    """The same light, which knows where all its shadows fall: within a model."""
    low, high = (one.astype(np.float64) for one in (chunk.bounds_min, chunk.bounds_max))
    origin = np.asarray(chunk.origin_enu)
    middle, half_m = square_across(origin + low, origin + high, np.asarray(room.key_enu))
    return replace(room, middle_enu=middle, half_m=half_m)
