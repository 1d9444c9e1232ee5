"""An eye and what it looks at, and the way to and from a `CameraState`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.camera.state import CameraState

F64 = npt.NDArray[np.float64]
DEFAULT_FOV_RAD = 0.87


@dataclass(frozen=True)
class EyeTarget:
    """Eye and target, metres east, north, up."""

    eye: tuple[float, float, float]
    target: tuple[float, float, float]

    @property
    def distance_m(self) -> float:
        return float(np.linalg.norm(np.subtract(self.eye, self.target)))


def forward(heading_rad: npt.ArrayLike, pitch_rad: npt.ArrayLike) -> F64:
    """(..., 3) unit vectors east, north, up that a camera looks along."""
    heading, pitch = np.broadcast_arrays(
        np.asarray(heading_rad, np.float64), np.asarray(pitch_rad, np.float64)
    )
    flat = np.cos(pitch)
    return np.stack([flat * np.sin(heading), flat * np.cos(heading), np.sin(pitch)], axis=-1)


def angles(direction: npt.ArrayLike) -> tuple[F64, F64]:
    """Heading and pitch of (..., 3) vectors, radians."""
    d = np.asarray(direction, np.float64)
    heading = np.arctan2(d[..., 0], d[..., 1])
    return np.mod(heading, 2.0 * np.pi), np.arctan2(d[..., 2], np.hypot(d[..., 0], d[..., 1]))


def looking(
    eye: npt.ArrayLike,
    target: npt.ArrayLike,
    fov_rad: float = DEFAULT_FOV_RAD,
    space: str = OUTDOORS,
) -> CameraState:
    """The camera at `eye` that has `target` in the middle of its picture."""
    heading, pitch = angles(np.subtract(target, eye))
    x, y, z = (float(value) for value in np.asarray(eye, np.float64))
    return CameraState((x, y, z), float(heading), float(pitch), fov_rad, space)


def placed_view(
    target: tuple[float, float, float], from_deg: float, distance_m: float, above_m: float
) -> EyeTarget:
    """The view from compass bearing `from_deg` of the target, `above_m` over the target."""
    bearing = np.radians(from_deg)
    flat_m = float(np.sqrt(max(distance_m**2 - above_m**2, 0.0)))
    x, y, z = target
    return EyeTarget(
        (x + flat_m * np.sin(bearing), y + flat_m * np.cos(bearing), z + above_m), target
    )
