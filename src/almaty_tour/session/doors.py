"""Doors between the city and interiors, as places in the world."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from almaty_tour.base.errors import AlmatyTourError, ContentError, SettingError
from almaty_tour.camera.rigs.walk import EYE_M
from almaty_tour.camera.state import CameraState
from almaty_tour.content.interiors import InteriorSpec, Portal
from almaty_tour.geo.frame import yaw_of_bearing_rad
from almaty_tour.tour.places import Place

OUT_M = 1.6
"""How far before the door one comes out."""


@dataclass(frozen=True)
class Door:
    """One portal.

    Attributes:
        foot_enu: of the door outdoors. outside: the camera of who has come out.
        inside: the camera of who has come in.
    """

    interior: str
    landmark: str
    foot_enu: tuple[float, float, float]
    reach_m: float
    outside: CameraState
    inside: CameraState


def doors_of(
    interiors: Mapping[str, InteriorSpec], places: Mapping[str, Place]
) -> tuple[tuple[Door, ...], list[AlmatyTourError]]:
    """The doors of all interiors, and as faults the portals whose landmark is not there."""
    doors: list[Door] = []
    faults: list[AlmatyTourError] = []
    for spec in interiors.values():
        for number, portal in enumerate(spec.portals, 1):
            if portal.landmark in places:
                doors.append(_door(spec, portal, places[portal.landmark]))
                continue
            unknown = SettingError.unknown("landmark", portal.landmark, places)
            faults.append(
                ContentError(f"interior {spec.id}", str(unknown), where=f"portal {number}")
            )
    return tuple(doors), faults


def _door(spec: InteriorSpec, portal: Portal, place: Place) -> Door:
    yaw = yaw_of_bearing_rad(place.bearing_deg)
    x, y, z = portal.door_m
    east = place.x_m + x * math.cos(yaw) - y * math.sin(yaw)
    north = place.y_m + x * math.sin(yaw) + y * math.cos(yaw)
    foot = (east, north, place.ground_m + z)
    heading = math.radians(place.bearing_deg + portal.out_deg) % math.tau
    before = (
        east + OUT_M * math.sin(heading), north + OUT_M * math.cos(heading), foot[2] + EYE_M,
    )  # fmt: skip
    ix, iy, iz = portal.inside_m
    inward = math.radians(portal.heading_deg) % math.tau
    return Door(
        interior=spec.id,
        landmark=portal.landmark,
        foot_enu=foot,
        reach_m=portal.reach_m,
        outside=CameraState(before, heading, 0.0),
        inside=CameraState((ix, iy, iz + EYE_M), inward, 0.0, space=spec.space),
    )


def door_in_reach(doors: tuple[Door, ...], camera: CameraState) -> Door | None:
    """The nearest door outdoors that is in reach of an eye."""
    best, least = None, np.inf
    for door in doors:
        x, y, z = np.subtract(camera.position_enu, door.foot_enu).tolist()
        away_m = math.hypot(x, y, z - EYE_M)
        if away_m < min(door.reach_m, least):
            best, least = door, away_m
    return best


def way_out(doors: tuple[Door, ...], interior: str, camera: CameraState) -> Door | None:
    """The door of an interior that is nearest to an eye within it."""
    ours = [door for door in doors if door.interior == interior]
    here = camera.position_enu
    return min(ours, key=lambda door: math.dist(door.inside.position_enu, here), default=None)
