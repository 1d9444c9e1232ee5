"""Matrices of a camera: pure functions, float64 in, float64 out.

Everything drawn is relative to the eye, so a view is a rotation only. The projection has no
far plane. Depth grows towards the eye in both schemes (1 at the near plane, 0 at
infinity), so the passes share one comparison:

* **reversed**: clip depth 0 to 1, float buffer: 0.6 mm at 10 km; needs clip control;
* **logarithmic**: written by the fragment shader, centimetres at 10 km, works everywhere.
"""

from __future__ import annotations

import math
from enum import Enum

import numpy as np
import numpy.typing as npt

from almaty_tour.camera.state import CameraState

F64 = npt.NDArray[np.float64]

NEAR_M = 0.3
LOG_DEPTH_FAR_M = 400_000.0


class DepthScheme(Enum):
    """How distance becomes depth."""

    REVERSED = "reversed"
    LOGARITHMIC = "logarithmic"


def axes(camera: CameraState) -> F64:
    """(3, 3) rows right, up, forward in the world frame; the camera never rolls."""
    sin_h, cos_h = math.sin(camera.heading_rad), math.cos(camera.heading_rad)
    sin_p, cos_p = math.sin(camera.pitch_rad), math.cos(camera.pitch_rad)
    return np.array(
        [
            [cos_h, -sin_h, 0.0],
            [-sin_h * sin_p, -cos_h * sin_p, cos_p],
            [sin_h * cos_p, cos_h * cos_p, sin_p],
        ]
    )


def view_rotation(camera: CameraState) -> F64:
    """(4, 4) from eye-relative world axes to view axes (x right, y up, -z forward)."""
    matrix = np.eye(4)
    rows = axes(camera)
    matrix[:2, :3] = rows[:2]
    matrix[2, :3] = -rows[2]
    return matrix


def raised(camera: CameraState) -> float:
    """Metres above the axis of view of the middle of the picture, at 1 m: the lens is shifted."""
    return 2.0 * camera.shift * math.tan(camera.fov_rad / 2.0)


def projection(
    fov_rad: float, aspect: float, scheme: DepthScheme, near_m: float = NEAR_M, shift: float = 0.0
) -> F64:
    """(4, 4) infinite perspective; clip depth is 0..1 reversed, or -1..1 for logarithmic.

    A lens that is shifted up by a share of the picture slides the picture down.
    """
    focal = 1.0 / math.tan(fov_rad / 2.0)
    matrix = np.zeros((4, 4))
    matrix[0, 0] = focal / aspect
    matrix[1, 1] = focal
    matrix[1, 2] = 2.0 * shift
    matrix[3, 2] = -1.0
    if scheme is DepthScheme.REVERSED:
        matrix[2, 3] = near_m
    else:
        matrix[2, 2] = -1.0
        matrix[2, 3] = -2.0 * near_m
    return matrix


def view_projection(
    camera: CameraState,
    size_px: tuple[int, int],
    scheme: DepthScheme = DepthScheme.REVERSED,
    aspect: float = 0.0,
) -> F64:
    """(4, 4) from eye-relative world metres to clip space; aspect 0 takes that of the size."""
    aspect = aspect or size_px[0] / max(size_px[1], 1)
    return projection(camera.fov_rad, aspect, scheme, shift=camera.shift) @ view_rotation(camera)


def frustum_planes(camera: CameraState, aspect: float) -> F64:
    """(5, 4) planes left, right, bottom, top, near of the frustum, **relative to the eye**.

    Inside is `a x + b y + c z + d >= 0`; normals have unit length, so d is metres.
    """
    right, up, forward = axes(camera)
    half_y = math.tan(camera.fov_rad / 2.0)
    half_x, middle = half_y * aspect, raised(camera)
    normals = np.array(
        [
            forward * half_x + right, forward * half_x - right,
            forward * (half_y - middle) + up, forward * (half_y + middle) - up, forward,
        ]
    )  # fmt: skip
    planes = np.zeros((5, 4))
    planes[:, :3] = normals / np.sqrt(np.einsum("ij,ij->i", normals, normals))[:, None]
    planes[4, 3] = -NEAR_M
    return planes


def world_planes(camera: CameraState, aspect: float) -> F64:
    """(5, 4) the same planes for world positions."""
    planes = frustum_planes(camera, aspect)
    planes[:, 3] -= planes[:, :3] @ np.asarray(camera.position_enu, np.float64)
    return planes


def pixel_ray(camera: CameraState, size_px: tuple[int, int], x: float, y: float) -> F64:
    """(3,) unit direction through a pixel; x rightwards, y downwards from the top left."""
    right, up, forward = axes(camera)
    half_y = math.tan(camera.fov_rad / 2.0)
    half_x = half_y * size_px[0] / size_px[1]
    across = (2.0 * x / size_px[0] - 1.0) * half_x
    above = (1.0 - 2.0 * y / size_px[1]) * half_y + raised(camera)
    ray = forward + right * across + up * above
    return np.asarray(ray / np.linalg.norm(ray))


def distance_of_depth(depth: npt.ArrayLike, scheme: DepthScheme) -> F64:
    """Distance along the view axis in metres of stored depths; infinity for the sky."""
    stored = np.asarray(depth, np.float64)
    with np.errstate(divide="ignore"):
        if scheme is DepthScheme.REVERSED:
            return np.asarray(NEAR_M / stored)
        far = math.log2(1.0 + LOG_DEPTH_FAR_M)
        return np.where(stored > 0.0, np.exp2((1.0 - stored) * far) - 1.0, np.inf)


def projected(camera: CameraState, points: F64, size: tuple[float, float]) -> F64:
    """(n, 3): x, y from the left top in the unit of `size`, distance along the view axis."""
    right, up, forward = axes(camera)
    offset = points - np.asarray(camera.position_enu, np.float64)
    ahead = offset @ forward
    safe = np.where(np.abs(ahead) > 1e-6, ahead, 1e-6)
    half_y = math.tan(camera.fov_rad / 2.0)
    half_x = half_y * size[0] / max(size[1], 1.0)
    across = offset @ right / safe / half_x
    above = (offset @ up / safe - raised(camera)) / half_y
    return np.stack([(across + 1.0) / 2.0 * size[0], (1.0 - above) / 2.0 * size[1], ahead], axis=1)
