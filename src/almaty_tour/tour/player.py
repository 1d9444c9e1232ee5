"""Playing a film: pause, skip, scrub, a look aside that is brought back."""

from __future__ import annotations

import math
from dataclasses import dataclass

from almaty_tour.base.easing import decay
from almaty_tour.camera.state import CameraState
from almaty_tour.tour.film import Film

LOOK_BACK_PER_S = 0.9
MAX_LOOK_RAD = (1.9, 0.9)
SPEEDS = (0.5, 0.75, 1.0, 1.5, 2.0)
RESTART_AFTER_S = 2.0


@dataclass(frozen=True)
class Look:
    """How far the visitor has turned away from the film, heading and pitch."""

    heading_rad: float = 0.0
    pitch_rad: float = 0.0

    def moved(self, turn_rad: tuple[float, float], dt_s: float) -> Look:
        """After a wish to turn; without one it falls back to the film."""
        left = 1.0 if any(turn_rad) else decay(LOOK_BACK_PER_S, dt_s)
        heading, pitch = (
            min(max(angle * left + turn, -most), most)
            for angle, turn, most in zip(
                (self.heading_rad, self.pitch_rad), turn_rad, MAX_LOOK_RAD, strict=True
            )
        )
        return Look(heading, pitch)


def looked(camera: CameraState, look: Look) -> CameraState:
    """The film's camera turned by the visitor's look."""
    pitch = min(max(camera.pitch_rad + look.pitch_rad, -1.5), 1.5)
    heading = (camera.heading_rad + look.heading_rad) % math.tau
    return CameraState(camera.position_enu, heading, pitch, camera.fov_rad, camera.space)


def advanced(film: Film, position_s: float, dt_s: float, speed: float) -> float:
    """The film's position after `dt_s`, held at its end."""
    return min(max(position_s + dt_s * speed, 0.0), film.duration_s)


def next_stop_s(film: Film, position_s: float) -> float:
    """Arrival of the next step, the end after the last."""
    later = [cue.arrives_s for cue in film.cues if cue.arrives_s > position_s + 0.05]
    return min(later, default=film.duration_s)


def previous_stop_s(film: Film, position_s: float) -> float:
    """Arrival of this step, or of the one before when this has only begun."""
    earlier = [cue.arrives_s for cue in film.cues if cue.arrives_s < position_s - RESTART_AFTER_S]
    return max(earlier, default=0.0)
