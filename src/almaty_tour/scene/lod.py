"""Which level of detail is good enough: the error that it makes on the screen."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]

LEAST_DISTANCE_M = 1.0


def careful(errors: F32, share: float) -> F32:
    """The errors as large as they count where the finest level is left at a share of the rest.

    Clustering takes windows and reliefs as a whole, which is seen before an edge that moved.
    """
    if share >= 1.0 or errors.shape[1] < 2:
        return errors
    counted = errors.copy()
    counted[:, 1] /= np.float32(share)
    return np.maximum.accumulate(counted, axis=1)


def levels_for(errors: F32, distance_m: F32, error_per_m: float) -> I32:
    """(n,) coarsest level whose error stays below `error_per_m` times the distance.

    Args:
        errors: (n, levels) f4 metres, growing, inf where there is no level.
        distance_m: (n,) from the eye.
        error_per_m: allowed error in metres for each metre of distance.
    """
    allowed = np.maximum(distance_m, LEAST_DISTANCE_M) * np.float32(error_per_m)
    fitting = (errors <= allowed[:, None]).sum(axis=1)
    return np.asarray(np.maximum(fitting - 1, 0), np.int32)
