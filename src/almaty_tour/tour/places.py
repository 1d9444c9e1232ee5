"""Where a tour's views stand: landmarks and points of the map as places on the ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from almaty_tour.base.errors import SettingError
from almaty_tour.camera.hop import Ground
from almaty_tour.camera.view import EyeTarget, placed_view
from almaty_tour.content.model import LandmarkSpec, View
from almaty_tour.geo.frame import to_local
from almaty_tour.tour.rooms import NO_ROOMS, Rooms


@dataclass(frozen=True)
class Place:
    """A landmark on its ground, metres of the local frame."""

    id: str
    x_m: float
    y_m: float
    ground_m: float
    height_m: float
    radius_m: float
    bearing_deg: float


def place_of(spec: LandmarkSpec, ground: Ground) -> Place:
    """The place of a landmark on the ground given by `ground`."""
    x, y = (float(value) for value in to_local(spec.latitude_deg, spec.longitude_deg))
    level = float(ground(np.array([x]), np.array([y]))[0])
    return Place(spec.id, x, y, level, spec.height_m, spec.radius_m, spec.bearing_deg)


def view_of(
    view: View, places: Mapping[str, Place], ground: Ground, rooms: Rooms = NO_ROOMS
) -> EyeTarget:
    """The eye and target of a tour's view; SettingError when it names what is not there.

    `from_deg` counts from the bearing of the landmark's front: 0 stands before the front,
    90 to the right of somebody who looks out of it, and so does it for an exhibit or a picture
    in an interior. For a bare point it counts from north.
    """
    if view.interior is not None:
        (x, y, z), front_deg = rooms.spot(view)
        target = (x, y, z + view.look_up_m)
        return placed_view(target, front_deg + view.from_deg, view.distance_m, view.above_m)
    if view.landmark is not None:
        if view.landmark not in places:
            raise SettingError.unknown("landmark", view.landmark, places)
        place = places[view.landmark]
        target = (place.x_m, place.y_m, place.ground_m + view.look_up_m)
        return placed_view(target, place.bearing_deg + view.from_deg, view.distance_m, view.above_m)
    x, y = (float(v) for v in to_local(view.latitude_deg or 0.0, view.longitude_deg or 0.0))
    level = float(ground(np.array([x]), np.array([y]))[0])
    return placed_view((x, y, level + view.look_up_m), view.from_deg, view.distance_m, view.above_m)
