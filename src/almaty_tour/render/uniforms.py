"""The block of values that every program shares, as one row of numpy.

`shaders/include/frame.glsl` declares the same block; a test compares the offsets that the
driver reports with those of the dtype.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.geo.frame import EARTH_RADIUS_M, REFRACTION_K
from almaty_tour.render.atmosphere import (
    HAZE_ABSORB_PER_M,
    HAZE_SCALE_M,
    HAZE_SCATTER_PER_M,
    HAZE_TINT,
    RAYLEIGH_PER_M,
    RAYLEIGH_SCALE_M,
    SUN_COLOUR,
)
from almaty_tour.render.daylight import Daylight

CASCADES = 3
CURVATURE_PER_M = (1.0 - REFRACTION_K) / (2.0 * EARTH_RADIUS_M)
# A tile of the noise is as wide as `sky.glsl` says; its slowest pattern returns after 16 tiles.
CLOUD_TILE_M, CLOUD_REPEAT = 11_000.0, 16.0
CLOUD_BASE_M = 3_900.0  # cumulus of a dry summer noon, above most ridges
CLOUD_WIND_M_S = (5.0, 2.0)
LEAST_CEILING_M = 350.0  # above the eye: nobody comes to see a fog

_VEC4 = (np.float32, 4)
FRAME_BLOCK = np.dtype(
    [
        ("view_projection", np.float32, (4, 4)),  # column-major: columns are rows here
        ("light_turn", np.float32, (3, 4)),  # columns of the turn into light space
        ("cascade_scale", np.float32, (CASCADES, 4)),
        ("cascade_offset", np.float32, (CASCADES, 4)),
        ("ambient", np.float32, (4, 4)),
        ("light", *_VEC4),  # direction to the main light; 1 when shadows are on
        ("light_low", *_VEC4),  # its colour, exposed, near 700 m
        ("light_high", *_VEC4),  # near 4,700 m
        ("sun", *_VEC4),  # direction to the sun; height of the sun as a sine
        ("haze_glow", *_VEC4),  # exposed; exposure
        ("horizon", *_VEC4),  # exposed; fallen leaves
        ("zenith", *_VEC4),  # exposed
        ("rayleigh", *_VEC4),  # per metre; 1 / scale height
        ("haze", *_VEC4),  # scatter, extinction per metre; 1 / scale height; eye height m
        ("ground", *_VEC4),  # curvature per metre; snow line m; ceiling of cloud m; wetness
        ("clock", *_VEC4),  # time s; night 0..1; lamp light exposed; moonlight share
        ("picture", *_VEC4),  # width, height, 1 / width, 1 / height
        ("eye", *_VEC4),  # eye x, y wrapped to 4,096 m for patterns; cloud; eye height
        ("density", *_VEC4),  # of air and haze at the eye against the sea; dry grass; cloud shade
        ("haze_tint", *_VEC4),  # share of each colour in what the haze does; share of lit rooms
        ("moon", *_VEC4),  # direction to the moon; its phase
        ("clouds", *_VEC4),  # where their pattern begins; base above the eye m; cover
    ]
)


@dataclass(frozen=True)
class Cascades:
    """Where the shadow maps lie, for one picture.

    Attributes:
        turn: (3, 3) rows: light-space x, y, z of a world direction.
        scale, offset: (CASCADES, 3) from eye-relative light space to map coordinates 0..1.
        strength: 0 turns shadows off.
        layers: (CASCADES,) layer of the texture that each map is in.
    """

    turn: npt.NDArray[np.float64]
    scale: npt.NDArray[np.float64]
    offset: npt.NDArray[np.float64]
    strength: float
    layers: npt.NDArray[np.int64]


def no_cascades() -> Cascades:
    """Shadows off: every lookup falls outside the maps."""
    far = np.full((CASCADES, 3), 9.0)
    return Cascades(np.eye(3), np.zeros((CASCADES, 3)), far, 0.0, np.arange(CASCADES))


def frame_block(
    view_projection: npt.NDArray[np.float64],
    eye_enu: tuple[float, float, float],
    size_px: tuple[int, int],
    time_s: float,
    day: Daylight,
    cascades: Cascades,
) -> npt.NDArray[np.void]:
    """One row of `FRAME_BLOCK`."""
    block = np.zeros(1, FRAME_BLOCK)
    row = block[0]
    row["view_projection"] = view_projection.T
    row["light_turn"][:, :3] = cascades.turn.T
    row["cascade_scale"][:, :3] = cascades.scale
    row["cascade_offset"][:, :3] = cascades.offset
    row["cascade_offset"][:, 3] = cascades.layers
    row["ambient"][:, :3] = day.ambient * day.exposure
    row["light"] = (*day.light_enu, cascades.strength)
    row["light_low"][:3] = day.light_low * day.exposure
    row["light_high"][:3] = day.light_high * day.exposure
    row["sun"] = (*day.sun_enu, day.sun_enu[2])
    row["haze_glow"] = (*(day.haze_glow * SUN_COLOUR * day.exposure), day.exposure)
    row["horizon"] = (*(day.horizon * day.exposure), day.litter)
    row["zenith"][:3] = day.zenith * day.exposure
    row["rayleigh"] = (*RAYLEIGH_PER_M, 1.0 / RAYLEIGH_SCALE_M)
    scatter = HAZE_SCATTER_PER_M * day.haze_multiple
    extinction = scatter + HAZE_ABSORB_PER_M * day.haze_multiple
    row["haze"] = (scatter, extinction, 1.0 / HAZE_SCALE_M, eye_enu[2])
    ceiling_m = max(day.ceiling_m, eye_enu[2] + LEAST_CEILING_M)
    row["ground"] = (CURVATURE_PER_M, day.snow_line_m, ceiling_m, day.wetness)
    row["clock"] = (time_s % 3_600.0, day.night, day.lamp_light, day.moon_share)
    row["picture"] = (*size_px, 1.0 / size_px[0], 1.0 / size_px[1])
    row["eye"] = (eye_enu[0] % 4_096.0, eye_enu[1] % 4_096.0, day.cloud, eye_enu[2])
    above = max(eye_enu[2], 0.0)
    row["density"][:2] = math.exp(-above / RAYLEIGH_SCALE_M), math.exp(-above / HAZE_SCALE_M)
    row["haze_tint"] = (*HAZE_TINT, day.lit_rooms)
    row["moon"] = (*day.moon_enu, day.moon_phase)
    begin = (np.array(eye_enu[:2]) + np.multiply(CLOUD_WIND_M_S, time_s)) / CLOUD_TILE_M
    row["clouds"] = (*(begin % CLOUD_REPEAT), CLOUD_BASE_M - eye_enu[2], day.cloud)
    row["density"][2:] = day.dryness, day.cloud_shade
    return block
