"""Draws what `export.steady` measures: turns by less than a pixel, a flight over the city."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

import numpy as np

from almaty_tour.base.spline import spline
from almaty_tour.camera.state import CameraState
from almaty_tour.export.steady import FINER, Shimmer, shimmer, turned
from almaty_tour.export.studio import Picture, Studio

SIZE_PX: Final = (320, 180)
WHOLE_PX: Final = (1280, 720)
FOV_RAD: Final = 0.87
PART_RAD: Final = 2.0 * math.atan(math.tan(FOV_RAD / 2.0) * SIZE_PX[1] / WHOLE_PX[1])
NOON: Final = "2026-06-21T15:00"
NIGHT: Final = "2026-06-21T22:30"
STEPS: Final = 6
VIEWS: Final = {
    # metres east, north, above the ground; degrees of heading, pitch; hour
    "windows at 150 m": (0.0, -600.0, 60.0, 95.0, -8.0, NOON),
    "windows at 600 m": (0.0, -600.0, 60.0, 97.0, -3.5, NOON),
    "windows at 2 km": (0.0, -600.0, 150.0, 275.0, -6.0, NOON),
    "a row of trees": (0.0, -600.0, 60.0, 90.0, -10.0, NOON),
    "rows of trees far away": (0.0, -600.0, 150.0, 267.0, -6.0, NOON),
    "windows at night": (0.0, -600.0, 150.0, 275.0, -6.0, NIGHT),
}
PATH: Final = (
    # metres east, north, above the ground: steppe, city, Republic Square, the valley of Medeu
    (-3_500.0, 13_500.0, 420.0),
    (-2_500.0, 8_500.0, 300.0),
    (-600.0, 3_500.0, 180.0),
    (0.0, 600.0, 110.0),
    (60.0, -1_600.0, 90.0),
    (1_500.0, -4_500.0, 190.0),
    (5_500.0, -8_500.0, 320.0),
    (9_500.0, -12_500.0, 380.0),
    (11_500.0, -15_500.0, 450.0),
)
STEP_SHARE: Final = 0.015
LEAST_M: Final = 1.0
MOST_M: Final = 8.0
TILT_RAD: Final = -0.16
AHEAD_M: Final = 60.0


def view(studio: Studio, name: str) -> tuple[CameraState, datetime]:
    """The camera of a row of `VIEWS` and its hour."""
    east, north, above, heading, pitch, hour = VIEWS[name]
    ground = float(studio.stage.world.terrain.height_m(east, north))
    camera = CameraState(
        (east, north, ground + above), math.radians(heading), math.radians(pitch), PART_RAD
    )
    return camera, datetime.fromisoformat(hour)


def shimmer_of(studio: Studio, name: str, preset: str, steps: int = STEPS) -> Shimmer:
    """How much a view shimmers in a preset, as a window shows it."""
    stage = studio.stage
    camera, moment = view(studio, name)
    environment = stage.world.environment(moment, "clear")
    pixel_rad = 2.0 * math.tan(camera.fov_rad / 2.0) / SIZE_PX[1]
    finer_px = SIZE_PX[0] * FINER, SIZE_PX[1] * FINER
    targets = stage.renderer.target(SIZE_PX), stage.renderer.target(finer_px)
    seen: list[Picture] = []
    finer: list[Picture] = []
    for step in range(steps):
        frame = stage.frame(
            turned(camera, pixel_rad, step), environment, size_px=SIZE_PX, preset=preset
        )
        for target, kept in zip(targets, (seen, finer), strict=True):
            stage.draw(replace(frame, size_px=target.size_px), target)
            kept.append(stage.renderer.read_pixels(target))
    for target in targets:
        target.free()
    return shimmer(seen, finer)


def flight(studio: Studio, first_m: float, last_m: float) -> Iterator[CameraState]:
    """Cameras along a piece of `PATH`, at the speed of a visitor."""
    places = np.array(PATH)
    way_m = np.append(0.0, np.cumsum(np.linalg.norm(np.diff(places[:, :2], axis=0), axis=1)))
    path = spline(way_m, places)
    height = studio.stage.world.terrain.height_m
    at_m, last_m = first_m, min(last_m, float(way_m[-1]) - AHEAD_M)
    while at_m < last_m:
        here, ahead = path(np.array([at_m, at_m + AHEAD_M]))
        heading = math.atan2(ahead[0] - here[0], ahead[1] - here[1])
        # The ground under a flight is rough: the eye follows its mean over some hundred metres.
        about = path(at_m + np.linspace(-400.0, 400.0, 17))
        ground = float(np.mean(height(about[:, 0], about[:, 1])))
        yield CameraState(
            (float(here[0]), float(here[1]), ground + float(here[2])), heading, TILT_RAD, FOV_RAD
        )
        at_m += min(max(STEP_SHARE * float(here[2]), LEAST_M), MOST_M)


def flown(studio: Studio, preset: str, first_m: float, last_m: float) -> Iterator[Picture]:
    """The pictures of a piece of the flight: small ones, as fine in detail as those of a window."""
    stage = studio.stage
    environment = stage.world.environment(datetime.fromisoformat(NOON), "clear")
    target = stage.renderer.target(SIZE_PX)
    for camera in flight(studio, first_m, last_m):
        frame = stage.frame(camera, environment, size_px=WHOLE_PX, preset=preset)
        stage.draw(replace(frame, size_px=SIZE_PX), target)
        yield stage.renderer.read_pixels(target)
    target.free()
