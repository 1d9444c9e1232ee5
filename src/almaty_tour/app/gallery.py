"""Pictures of scenes given as data: what goldens, benchmarks and the README are drawn from."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

from almaty_tour.app.proofs import Proofs, exploring, touring
from almaty_tour.base.errors import SettingError
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import DEFAULT_FOV_RAD
from almaty_tour.export.golden import Scene
from almaty_tour.export.studio import Picture, Studio
from almaty_tour.geo.frame import to_local
from almaty_tour.geo.sun import local_time
from almaty_tour.render.frame import Frame, Overlay
from almaty_tour.session.handlers import title_state
from almaty_tour.session.state import Preferences, SessionState


class Gallery:
    """A studio that draws scenes; it keeps its context, so one a process is enough."""

    def __init__(self, assets: Path) -> None:
        self._assets = assets
        self.studio = Studio(assets, "golden", (640, 360))
        self.studio.stage.load_all()

    @property
    def driver(self) -> str:
        """Renderer and version as the driver tells them."""
        info = self.studio.stage.renderer.driver
        return f"{info.renderer}; OpenGL {info.version}"

    def picture(self, scene: Scene) -> Picture:
        """(h, w, 3) u1 of a scene."""
        return self.studio.drawn(self.frame(scene))

    def frame(self, scene: Scene) -> Frame:
        """The whole input of a scene's picture."""
        self.studio.use(scene.quality, scene.size)
        camera, moment = self.camera(scene), local_time(scene.time)
        overlay = None if scene.mode is None else self._overlay(scene, camera)
        return self.studio.frame(camera, moment, scene.second, overlay, scene.weather)

    def camera(self, scene: Scene) -> CameraState:
        """The camera of a scene; SettingError when it names none or more than one."""
        given = [scene.camera, scene.at, scene.tour]
        if sum(one is not None for one in given) != 1:
            raise SettingError("a scene needs one of camera, at, tour")
        if scene.at is not None:
            return self.studio.arrival(scene.at)
        if scene.tour is not None:
            return self.studio.stage.world.film(scene.tour).camera(scene.second)
        return camera_of(scene.camera or ())

    def _overlay(self, scene: Scene, camera: CameraState) -> Overlay:
        proofs = Proofs(self._assets, scene.size)
        world = self.studio.stage.world
        return proofs.overlay(world, self._state(scene, camera), scene.commands)

    def _state(self, scene: Scene, camera: CameraState) -> SessionState:
        world = self.studio.stage.world
        if scene.mode == "tour":
            if scene.tour is None:
                raise SettingError("a scene in mode 'tour' needs a tour")
            return touring(world, scene.tour, scene.second, scene.language)
        if scene.mode == "title":
            return title_state(world, Preferences(language=scene.language))
        state = exploring(world, camera, local_time(scene.time), scene.language, scene.at)
        return replace(state, weather=scene.weather)


def camera_of(numbers: tuple[float, ...]) -> CameraState:
    """The camera of LAT, LON, ALT, HEADING, PITCH[, FOV] in degrees and metres."""
    if len(numbers) not in {5, 6}:
        raise SettingError(f"a camera has five or six numbers, got {len(numbers)}")
    latitude, longitude, altitude, heading, pitch = numbers[:5]
    x, y = (float(value) for value in to_local(latitude, longitude))
    fov = math.radians(numbers[5]) if len(numbers) == 6 else DEFAULT_FOV_RAD
    return CameraState((x, y, altitude), math.radians(heading % 360.0), math.radians(pitch), fov)
