"""The city on the card: world, scene and renderer, and the frame of any state.

Window, pictures, video, goldens and benchmark all draw through this one class.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.base.memory import return_holes, return_large_blocks
from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.camera.matrices import frustum_planes, pixel_ray
from almaty_tour.camera.state import CameraState
from almaty_tour.geo.near_tiles import NearTiles
from almaty_tour.geo.ridges import TilesInSight
from almaty_tour.geo.terrain_tiles import TileTree
from almaty_tour.render.frame import Frame, Overlay
from almaty_tour.render.gl.framebuffer import Target
from almaty_tour.render.quality import detail_limits, quality
from almaty_tour.render.renderer import Renderer
from almaty_tour.render.trim import UNTRIMMED, Trim, trimmed
from almaty_tour.scene.arrays import Scene
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.collision import Obstacles
from almaty_tour.scene.copylist import CopyList
from almaty_tour.scene.drawing import Viewpoint, draw_list, ground_tiles
from almaty_tour.scene.environment import Environment
from almaty_tour.scene.forest import Forest
from almaty_tour.scene.framed import FramedPictures
from almaty_tour.scene.kept import KeptCopies
from almaty_tour.scene.life import Life
from almaty_tour.scene.paint import GroundPaint, TownPicture
from almaty_tour.scene.visible import NONE_STANDING, Crowd, Standing
from almaty_tour.session.ahead import Ahead
from almaty_tour.session.arrivals import Arrival, PropArrival, arrivals
from almaty_tour.session.halls import Halls
from almaty_tour.session.inside import stand_under
from almaty_tour.session.woods import Woods
from almaty_tour.session.world import World, load_world

PICK_ABOVE_M = 0.5


def _nothing(_: Viewpoint) -> Iterable[tuple[Crowd, ...] | None]:
    return ()


def _with(
    crowds: tuple[Crowd, ...], steps: Iterable[tuple[Crowd, ...] | None]
) -> tuple[Crowd, ...]:
    """Crowds, and those that steps come to."""
    return *crowds, *(one for step in steps for one in step or ())


_DONE = object()


class Stage:
    """Everything that a picture is made of. Needs a current GL context.

    Args:
        near: what is near these metres comes first.
        world: one that is read already. ahead: read in a thread (the window does).
        data: the user's data folder with imports and pictures, None for what is shipped alone.

    Attributes:
        world: grows its obstacles when all has arrived.
        faults: what could not be loaded, each one line.
    """

    def __init__(
        self,
        assets: Path,
        preset: str,
        near: tuple[float, float] = (0.0, 0.0),
        world: World | None = None,
        *,
        ahead: bool = False,
        data: Path | None = None,
    ) -> None:
        return_large_blocks()
        self.renderer = Renderer(preset, assets)
        self.world: World = load_world(assets, data) if world is None else world
        self.tree = TileTree.build(self.world.terrain)
        self._tiles = TilesInSight(NearTiles(self.tree), self.tree.terrain)
        self.renderer.set_ground(self.world.terrain, self.tree, self.world.ground_folder)
        self.scene = Scene()
        self.faults: list[AlmatyTourError] = [*self.world.faults, *self.renderer.faults]
        rows = {name: row for row, name in enumerate(self.renderer.materials.names)}
        source = arrivals(assets, self.world, rows, near)
        self._ahead = Ahead(source) if ahead else None
        if ahead:
            gc.freeze()  # the world stays: not looked through while the city comes
        self.renderer.patient = ahead
        self._waiting: Iterator[Arrival] = source if self._ahead is None else self._ahead
        self.loaded = False
        self._laying: Iterator[None] | None = None
        self.life: Life | None = None
        self.woods: Woods | None = None
        self._kept = KeptCopies()
        self._standing = CopyList(), NONE_STANDING
        self.halls = Halls(self.renderer, assets, self.faults.append, ahead=ahead, data=data)
        self._eye: npt.NDArray[np.float64] | None = None

    def load_some(self, budget_s: float) -> None:
        """Puts what waits on the card for about `budget_s` seconds; never waits for files.

        Only a stage that reads ahead in a thread keeps that promise; others read here.
        """
        end = time.perf_counter() + budget_s
        while not self.loaded and time.perf_counter() < end:
            if self._lays():
                continue
            if self._ahead is not None and not self._ahead.ready and budget_s != float("inf"):
                return
            self._take(next(self._waiting, None))

    def load_all(self) -> None:
        """Puts everything on the card."""
        self.load_some(float("inf"))

    def near_halls(self, camera: CameraState, budget_s: float) -> None:
        """Reads the interiors that an eye is near, once the city has arrived."""
        if camera.space != OUTDOORS:
            self.halls.go_on(self.world, budget_s)
        elif self.loaded:
            self.halls.follow(self.world, camera, budget_s)

    def frame(
        self,
        camera: CameraState,
        environment: Environment,
        *,
        size_px: tuple[int, int],
        preset: str,
        time_s: float = 0.0,
        resolution_scale: float = 1.0,
        overlay: Overlay | None = None,
        highlighted: int = 0,
        trim: Trim = UNTRIMMED,
        framed: FramedPictures | None = None,
    ) -> Frame:
        """The whole input of a picture; `environment` counts outdoors."""
        if camera.space != OUTDOORS:
            return self.halls.frame(
                self.world, camera, size_px=size_px, preset=preset, time_s=time_s,
                resolution_scale=resolution_scale, overlay=overlay, trim=trim, framed=framed,
            )  # fmt: skip
        resolution_scale *= trim.resolution_share
        planes = frustum_planes(camera, size_px[0] / size_px[1])
        height_px = max(round(size_px[1] * resolution_scale), 16)
        self._eye = eye = np.asarray(camera.position_enu, np.float64)
        viewpoint = Viewpoint(eye, planes, camera.fov_rad, height_px)
        limits = detail_limits(trimmed(quality(preset), trim))
        crowds = (
            self.life.crowds(time_s, environment, viewpoint, limits)
            if self.life is not None
            else ()
        )
        tiles = ground_tiles(self._tiles, viewpoint, limits)
        foresees = quality(preset).foresees
        grown = partial(self._grown, tiles, quality(preset).forest_trees)
        listed = self._kept.listed(
            self.scene.copies, viewpoint, limits, grown if foresees else _nothing
        )
        drawn = draw_list(
            self.scene, viewpoint, limits, tiles=tiles, highlighted=highlighted,
            extra=crowds if foresees else _with(crowds, grown(viewpoint)),
            kept=listed if foresees else None, among=None if foresees else self._among(listed),
        )  # fmt: skip
        return Frame(
            draw=drawn,
            camera=camera,
            environment=environment,
            quality=preset,
            time_s=time_s,
            size_px=size_px,
            resolution_scale=resolution_scale,
            overlay=overlay,
            trim=trim,
            framed=framed,
        )

    def _grown(
        self, tiles: npt.NDArray[np.int32], trees: int, view: Viewpoint
    ) -> Iterator[tuple[Crowd, ...] | None]:
        """The trees of the mountains that a view may show, None until they are planted."""
        if self.woods is not None and trees:
            yield from self.woods.planting(view, trees)
            yield (self.woods.crowd(view, tiles, trees),)

    def _among(self, listed: CopyList) -> Standing:
        """A kept list to choose among, made once."""
        if self._standing[0] is not listed:
            self._standing = listed, Standing.of(self.scene.copies, listed)
        return self._standing[1]

    def draw(self, frame: Frame, target: Target) -> None:
        """Draws a frame into a target (`Target.of_window` for the window)."""
        self.renderer.draw(frame, target)

    def landmark_at(self, frame: Frame, x_px: float, y_px: float) -> str | None:
        """The landmark under a pixel, or None."""
        _, away_m = self.renderer.pick(frame, x_px, y_px)
        if not np.isfinite(away_m):
            return None
        eye = np.asarray(frame.camera.position_enu)
        x, y, z = eye + pixel_ray(frame.camera, frame.size_px, x_px, y_px) * away_m
        for name, place in self.world.places.items():
            near = np.hypot(place.x_m - x, place.y_m - y) <= place.radius_m
            if near and z > place.ground_m + PICK_ABOVE_M:
                return name
        return None

    def stand_at(self, frame: Frame, x_px: float, y_px: float) -> str | None:
        """The exhibit whose stand is under a pixel in an interior, or None."""
        _, away_m = self.renderer.pick(frame, x_px, y_px)
        if not np.isfinite(away_m):
            return None
        eye = np.asarray(frame.camera.position_enu)
        point = eye + pixel_ray(frame.camera, frame.size_px, x_px, y_px) * away_m
        return stand_under(self.world, frame.camera, point)

    def hidden_points(self, frame: Frame, points: npt.NDArray[np.float64]) -> frozenset[int]:
        """Which of (n, 3) world points the picture just drawn hides."""
        return frozenset(np.flatnonzero(~self.renderer.free_sight(frame, points)).tolist())

    def free(self) -> None:
        """Gives everything back."""
        if self._ahead is not None:
            self._ahead.stop()
        self.halls.free()
        self.renderer.free()

    def _lays(self) -> bool:
        """One step of what takes more than a moment to put on the card; False without any."""
        if self._laying is None:
            return False
        if next(self._laying, _DONE) is _DONE:
            self._laying = None
        return True

    def _take(self, arrival: Arrival | None) -> None:
        match arrival:
            case None:
                self.loaded, self.renderer.rehearses = True, self.renderer.patient
                self._settle()
            case Obstacles():
                self.world = self.world.with_obstacles(arrival)
            case Chunk():
                self.renderer.upload(self.scene.add(arrival), arrival)
            case PropArrival():
                self.renderer.upload_prop(arrival.kind, arrival.levels)
                self.scene.set_prop(arrival.kind, arrival.levels)
            case Life():
                self.life = arrival
            case Forest():
                self._laying = self._planting(arrival)
            case TownPicture() | GroundPaint():
                self._take_ground(arrival)
            case AlmatyTourError():
                self.faults.append(arrival)

    def _planting(self, forest: Forest) -> Iterator[None]:
        """Plants the first trees step by step before any is shown.

        Before any picture there is no eye to plant about, and nobody who waits for a picture.
        """
        trees = self.renderer.quality.forest_trees
        if self._eye is not None and trees:
            yield from forest.planting(self._eye, trees)
        self.woods = Woods(forest, self.tree)

    def _settle(self) -> None:
        """What stays for good is not looked through again and again; free memory goes back."""
        if self._ahead is not None:  # one stage a process: others come and go
            gc.freeze()
        return_holes()

    def _take_ground(self, arrival: TownPicture | GroundPaint) -> None:
        if self.renderer.ground is None:
            return
        if isinstance(arrival, TownPicture):
            self._laying = self.renderer.ground.laying(arrival)
        else:
            self.renderer.ground.paint = arrival
