"""The level ground that landmarks ask for, in the world."""

from __future__ import annotations

import math

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.geo.frame import to_local, yaw_of_bearing_rad
from almaty_tour.geo.pads import Pad


def level_ground(spec: LandmarkSpec) -> list[Pad]:
    """The pads of a landmark, turned and moved from its model frame to the world."""
    x, y = (float(value) for value in to_local(spec.latitude_deg, spec.longitude_deg))
    yaw = yaw_of_bearing_rad(spec.bearing_deg)
    level = []
    for pad in spec.pads:
        east = math.cos(yaw) * pad.at_m[0] - math.sin(yaw) * pad.at_m[1]
        north = math.sin(yaw) * pad.at_m[0] + math.cos(yaw) * pad.at_m[1]
        level.append(Pad(x + east, y + north, pad.radius_m, pad.blend_m, pad.level_m))
    return level
