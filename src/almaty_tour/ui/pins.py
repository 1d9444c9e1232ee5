"""Where the landmarks are on the picture, and whether anything stands before them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.camera.matrices import projected
from almaty_tour.camera.state import CameraState
from almaty_tour.content.model import LandmarkSpec
from almaty_tour.session.flight import arrival_view
from almaty_tour.session.world import World
from almaty_tour.tour.places import Place
from almaty_tour.ui.sight import sight_is_free
from almaty_tour.ui.streets import StreetWatch
from almaty_tour.ui.view import LandmarkView, MarkerView, PointView

F64 = npt.NDArray[np.float64]

POINTS_WITHIN_M = 450.0
PIN_ABOVE_M = 3.0
FARTHEST_MARKER_M = 20_000.0
ARRIVED_SHARE = 0.35
"""Of the way from the arrival's eye to the landmark."""


def landmark_views(world: World, camera: CameraState) -> tuple[LandmarkView, ...]:
    """All landmarks by distance from the camera along the ground."""
    x, y, _ = camera.position_enu
    views = []
    for name, spec in world.landmarks.items():
        place = world.places[name]
        east, north = place.x_m - x, place.y_m - y
        bearing = math.atan2(east, north)
        away, there = math.hypot(east, north), has_arrived(place, camera)
        views.append(LandmarkView(spec, (place.x_m, place.y_m), away, bearing, there))
    return tuple(sorted(views, key=lambda view: view.distance_m))


def has_arrived(place: Place, camera: CameraState) -> bool:
    """Whether a flight to the place would lead about to where the camera is."""
    view = arrival_view(place)
    left_m = math.dist(view.eye, camera.position_enu)
    return left_m < ARRIVED_SHARE * math.dist(view.eye, view.target)


class Sights:
    """Remembers which landmarks can be seen; looks at one a picture, in turn.

    `streets` remembers the same of the streets' names.
    """

    def __init__(self) -> None:
        self.streets = StreetWatch()
        self._free: dict[str, bool] = {}
        self._turn = 0

    def look(self, world: World, camera: CameraState, pins: list[Pin]) -> dict[str, bool]:
        """Whether each pin's landmark is seen; a pin that is new is looked at now."""
        new = [pin for pin in pins if pin.place.id not in self._free]
        if pins:
            self._turn = (self._turn + 1) % len(pins)
            new.append(pins[self._turn])
        for pin in new:
            free = sight_is_free(world.obstacles, camera, pin.top, pin.place.radius_m)
            self._free[pin.place.id] = free
        self._free = {pin.place.id: self._free[pin.place.id] for pin in pins}
        return self._free


@dataclass(frozen=True)
class Pin:
    """A landmark within the picture: (3,) top in world metres, place in points, distance."""

    place: Place
    top: F64
    at_pt: tuple[float, float]
    away_m: float


def pins(world: World, camera: CameraState, size_pt: tuple[float, float]) -> list[Pin]:
    """Landmarks whose top is within the picture, hidden or not."""
    places = list(world.places.values())
    if not places:
        return []
    tops = np.array([(p.x_m, p.y_m, p.ground_m + p.height_m + PIN_ABOVE_M) for p in places])
    spots = projected(camera, tops, size_pt)
    away = np.linalg.norm(tops - np.asarray(camera.position_enu), axis=1)
    inside = (spots[:, 2] > 1.0) & (away < FARTHEST_MARKER_M)
    inside &= ((spots[:, :2] >= 0.0) & (spots[:, :2] <= np.array(size_pt))).all(axis=1)
    return [
        Pin(places[i], tops[i], (float(spots[i, 0]), float(spots[i, 1])), float(away[i]))
        for i in np.flatnonzero(inside)
    ]


def marker_views(
    world: World, camera: CameraState, size_pt: tuple[float, float], sights: Sights
) -> tuple[MarkerView, ...]:
    """Pins of the landmarks that are in the picture; hidden ones are marked so."""
    found = pins(world, camera, size_pt)
    free = sights.look(world, camera, found)
    return tuple(
        MarkerView(pin.place.id, pin.at_pt, pin.away_m, free[pin.place.id]) for pin in found
    )


def points_of(spec: LandmarkSpec, place: Place) -> F64:
    """(n, 3) f8 annotated points of a landmark in world metres."""
    if not spec.annotations:
        return np.zeros((0, 3))
    at_m = np.array([note.at_m for note in spec.annotations], np.float64)
    yaw = math.radians(180.0 - place.bearing_deg)
    turn = np.array([[math.cos(yaw), math.sin(yaw)], [-math.sin(yaw), math.cos(yaw)]])
    at_m[:, :2] = at_m[:, :2] @ turn
    return np.asarray(at_m + np.array([place.x_m, place.y_m, place.ground_m]))


def point_views(
    spec: LandmarkSpec,
    place: Place,
    camera: CameraState,
    size_pt: tuple[float, float],
    language: str,
    hidden: frozenset[int] = frozenset(),
) -> tuple[PointView, ...]:
    """Annotated parts of a landmark that is near; `hidden` are those the picture hid."""
    x, y, _ = camera.position_enu
    near_m = max(POINTS_WITHIN_M, 2.0 * place.radius_m)
    if not spec.annotations or math.hypot(x - place.x_m, y - place.y_m) > near_m:
        return ()
    spots = projected(camera, points_of(spec, place), size_pt)
    inside = (spots[:, 2] > 1.0) & (spots[:, :2] >= 0.0).all(axis=1)
    inside &= (spots[:, :2] <= np.array(size_pt)).all(axis=1)
    return tuple(
        PointView(
            note.text[language],
            (float(spots[row, 0]), float(spots[row, 1])),
            bool(inside[row]) and row not in hidden,
        )
        for row, note in enumerate(spec.annotations)
    )
