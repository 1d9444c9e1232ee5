"""The framed picture that is looked at: under a click, or at hand right before the eye."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from almaty_tour.base.easing import wrap_angle
from almaty_tour.camera.matrices import pixel_ray
from almaty_tour.camera.view import forward
from almaty_tour.scene.framed import hit
from almaty_tour.session.hung import PREFIX
from almaty_tour.session.inside import interior_at
from almaty_tour.session.state import Mode, SessionState

if TYPE_CHECKING:
    from almaty_tour.render.frame import Frame
    from almaty_tour.session.world import World

AT_HAND_M: Final = 3.5
FARTHEST_M: Final = 80.0
SLACK_M: Final = 0.2
"""How far behind what the card drew a picture may hang: on a wall it stands out by less."""
BEFORE_RAD: Final = math.radians(25.0)
"""An exhibit so near the middle of the look comes before the picture behind it."""
_MODES: Final = frozenset({Mode.EXPLORE, Mode.INSIDE})


def picture_under(frame: Frame, x_px: float, y_px: float, away_m: float) -> str | None:
    """The picture under a pixel where nothing stands before it.

    `away_m` is the distance of what the card drew there, infinite for the sky.
    """
    if frame.framed is None:
        return None
    ray = pixel_ray(frame.camera, frame.size_px, x_px, y_px)
    met = hit(frame.framed, np.asarray(frame.camera.position_enu, np.float64), ray, FARTHEST_M)
    if met is None or met[1] > away_m + SLACK_M:
        return None
    return _id(frame.framed.images[met[0]])


def picture_at_hand(world: World, state: SessionState, frame: Frame) -> str | None:
    """The picture that the eye looks at from near; an exhibit before it comes first."""
    if frame.framed is None or state.mode not in _MODES or state.flight is not None:
        return None
    camera = state.camera
    eye = np.asarray(camera.position_enu, np.float64)
    ahead = np.asarray(forward(camera.heading_rad, camera.pitch_rad), np.float64)
    met = hit(frame.framed, eye, ahead, AT_HAND_M)
    if met is None or _stand_before(world, state, met[1]):
        return None
    return _id(frame.framed.images[met[0]])


def _stand_before(world: World, state: SessionState, away_m: float) -> bool:
    """Whether the exhibit at hand stands in the middle of the look, nearer than so far."""
    spec = interior_at(world, state.camera)
    stand = None if spec is None else spec.stand(state.at_stand)
    if stand is None:
        return False
    east, north = np.subtract(stand.at_m, state.camera.position_enu).tolist()[:2]
    off = abs(float(wrap_angle(math.atan2(east, north) - state.camera.heading_rad)))
    return math.hypot(east, north) < away_m and off < BEFORE_RAD


def _id(image: str) -> str | None:
    """The picture's id in the gallery; None for a board of the story."""
    return image.removeprefix(PREFIX) if image.startswith(PREFIX) else None
