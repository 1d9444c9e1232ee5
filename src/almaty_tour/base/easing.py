"""Time laws that begin and end at rest; they work on numbers and on arrays."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]


def smoothstep(x: npt.ArrayLike) -> F64:
    """3x^2 - 2x^3 of x clipped to 0..1."""
    t = np.clip(np.asarray(x, np.float64), 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t), np.float64)


def glide(x: npt.ArrayLike, ramp: float = 0.3) -> F64:
    """Position 0..1 of something that starts, travels evenly and stops; twice differentiable.

    The speed is a smoothstep over the first and last share `ramp` of the time and even in
    between, so its peak is 1 / (1 - ramp) of the mean.
    """
    t = np.minimum(np.maximum(np.asarray(x, np.float64), 0.0), 1.0)
    mirrored = np.minimum(t, 1.0 - t)
    u = np.minimum(mirrored / ramp, 1.0)
    start = ramp * u**3 * (1.0 - 0.5 * u)  # integral of the smoothstep
    way = start + np.maximum(mirrored - ramp, 0.0)
    half = way / (1.0 - ramp)
    return np.asarray(np.where(t <= 0.5, half, 1.0 - half), np.float64)


def decay(rate_per_s: float, dt_s: float) -> float:
    """Share that is left after `dt_s` of an exponential that falls at `rate_per_s`."""
    return float(np.exp(-rate_per_s * dt_s))


def wrap_angle(angle_rad: npt.ArrayLike) -> F64:
    """The same angle in -pi..pi."""
    turned = np.asarray(angle_rad, np.float64) + np.pi
    return np.asarray(np.mod(turned, 2.0 * np.pi) - np.pi, np.float64)
