"""The hop to a landmark in free flight: the tour's law, stopped by any wish to move."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.base.easing import glide
from almaty_tour.camera.hop import VELOCITY_PER_S, Ground, hop_points, perceived_length
from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import EyeTarget, forward, looking, placed_view
from almaty_tour.session.state import Flight
from almaty_tour.session.world import World
from almaty_tour.tour.places import Place

ARRIVAL_DEG = 32.0
SHORTEST_S = 2.0
STREET_FROM_M, STREET_ABOVE_M = 210.0, 105.0
"""Eye of a street's view: away from its place, and above it."""


def arrival_view(place: Place) -> EyeTarget:
    """A good view of a landmark: from the right of its front, the whole of it in sight."""
    size = max(place.height_m, place.radius_m * 1.5)
    distance = 1.55 * size + 25.0
    target = (place.x_m, place.y_m, place.ground_m + place.height_m * 0.45)
    return placed_view(target, place.bearing_deg + ARRIVAL_DEG, distance, 0.16 * distance)


def arrival(place: Place) -> CameraState:
    """The camera of `arrival_view`."""
    view = arrival_view(place)
    return looking(view.eye, view.target)


def looked_at(camera: CameraState, ground: Ground) -> EyeTarget:
    """What a free camera looks at: the ground ahead, or a point before it in the air."""
    eye = np.array(camera.position_enu)
    ahead = forward(camera.heading_rad, camera.pitch_rad)
    reach = np.geomspace(20.0, 4000.0, 64)
    points = eye + ahead * reach[:, None]
    below = np.flatnonzero(points[:, 2] < ground(points[:, 0], points[:, 1]))
    target = points[below[0]] if len(below) else points[40]
    return EyeTarget(_triple(eye), _triple(target))


def street_view(world: World, street: str) -> EyeTarget:
    """Over a good place of a street, looking along it to the mountains in the south."""
    xy, way = world.streets.best_place(world.street_row(street))
    ground_m = float(world.ground(xy[0], xy[1]))
    way = -way if way[1] > 0.0 else way
    from_deg = float(np.degrees(np.arctan2(-way[0], -way[1])))
    target = (float(xy[0]), float(xy[1]), ground_m)
    return placed_view(target, from_deg, STREET_FROM_M, STREET_ABOVE_M)


def _goal_view(world: World, landmark: str, street: str) -> EyeTarget:
    return street_view(world, street) if street else arrival_view(world.place(landmark))


def flight_to_view(world: World, camera: CameraState, view: EyeTarget) -> Flight:
    """The hop from where the camera is to any view of the city."""
    return begin_flight(world, camera, goal=looking(view.eye, view.target))


def begin_flight(
    world: World,
    camera: CameraState,
    landmark: str = "",
    street: str = "",
    goal: CameraState | None = None,
) -> Flight:
    """The hop to a good view of a landmark, of a street, or to a camera of one's own."""
    start = looked_at(camera, world.ground)
    if goal is None:
        view = _goal_view(world, landmark, street)
        goal = looking(view.eye, view.target)
    else:
        view = looked_at(goal, world.ground)
    seconds = max(perceived_length(start, view) / VELOCITY_PER_S, SHORTEST_S)
    return Flight(landmark, camera, goal, 0.0, seconds, street)


def flown(world: World, flight: Flight, dt_s: float) -> tuple[Flight | None, CameraState]:
    """The hop `dt_s` later and its camera; None when it has arrived."""
    elapsed = flight.elapsed_s + dt_s
    if elapsed >= flight.duration_s:
        return None, flight.goal
    share = glide(elapsed / flight.duration_s, 0.3)
    start = looked_at(flight.start, world.ground)
    bare = not (flight.landmark or flight.street)
    goal = (
        looked_at(flight.goal, world.ground)
        if bare
        else _goal_view(world, flight.landmark, flight.street)
    )
    eyes, targets = hop_points(start, goal, share, world.ground)
    before, after = flight.start.fov_rad, flight.goal.fov_rad
    fov_rad = before + (after - before) * float(share) if bare else before
    camera = looking(eyes[0], targets[0], fov_rad, flight.start.space)
    return replace(flight, elapsed_s=elapsed), camera


def _triple(point: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> tuple[float, float, float]:
    return float(point[0]), float(point[1]), float(point[2])
