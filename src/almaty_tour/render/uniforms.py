"""The block of values that every program shares, as one row of numpy.

`shaders/include/frame.glsl` declares the same block; a test compares the offsets that the
driver reports with those of the dtype.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

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
)
from almaty_tour.render.daylight import Daylight

CASCADES = 3
SLACK_M = 0.1
"""A shadow is looked up a little off the surface."""
NOWHERE = (0.5, 0.5, -9.0, -9.0)
"""The part of a shadow map that is used where there is none."""
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
        ("cascade_part", np.float32, (CASCADES, 4)),  # what is used: middle, half its sides
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
        part: (CASCADES, 4) what of each map is used: middle x, y and half its sides.
        strength: 0 turns shadows off.
        layers: (CASCADES,) layer of the texture that each map is in.
    """

    turn: npt.NDArray[np.float64]
    scale: npt.NDArray[np.float64]
    offset: npt.NDArray[np.float64]
    part: npt.NDArray[np.float64]
    strength: float
    layers: npt.NDArray[np.int64]

    def within_nearest(
        self, middles: npt.NDArray[np.float64], halves: npt.NDArray[np.float64]
    ) -> npt.NDArray[np.bool_]:
        """(n,) which boxes lie in the used part of the nearest map with all that they are.

        Args:
            middles: (3, n) metres relative to the eye. halves: (3, n) half their sizes.
        """
        scale, part = self.scale[0, :2, None], self.part[0, :, None]
        at = self.turn[:2] @ middles * scale + self.offset[0, :2, None]
        wide = np.abs(self.turn[:2]) @ (halves + SLACK_M) * scale
        return np.asarray((np.abs(at - part[:2]) + wide < part[2:]).all(axis=0))


@lru_cache(maxsize=1)
def no_cascades() -> Cascades:
    """Shadows off: every lookup falls outside the maps."""
    far = np.full((CASCADES, 3), 9.0)
    part = np.tile(NOWHERE, (CASCADES, 1))
    return Cascades(np.eye(3), np.zeros((CASCADES, 3)), far, part, 0.0, np.arange(CASCADES))


def frame_block(
    view_projection: npt.NDArray[np.float64],
    eye_enu: tuple[float, float, float],
    size_px: tuple[int, int],
    time_s: float,
    day: Daylight,
    cascades: Cascades,
) -> npt.NDArray[np.void]:
    """One row of `FRAME_BLOCK`.

    As plain numbers in the order of the fields: to set field after field takes four times as long.
    """
    exposed = day.exposed
    scatter = HAZE_SCATTER_PER_M * day.haze_multiple
    extinction = scatter + HAZE_ABSORB_PER_M * day.haze_multiple
    above = max(eye_enu[2], 0.0)
    begin = [
        (eye_enu[axis] + CLOUD_WIND_M_S[axis] * time_s) / CLOUD_TILE_M % CLOUD_REPEAT
        for axis in (0, 1)
    ]
    ceiling_m = max(day.ceiling_m, eye_enu[2] + LEAST_CEILING_M)
    values: list[float] = [
        *view_projection.T.ravel().tolist(),
        *_fours(cascades.turn.T),
        *_fours(cascades.scale),
        *_fours(cascades.offset, cascades.layers.tolist()),
        *cascades.part.ravel().tolist(),
        *exposed.ambient,
        *day.light_enu, cascades.strength,
        *exposed.light_low, 0.0,
        *exposed.light_high, 0.0,
        *day.sun_enu, day.sun_enu[2],
        *exposed.haze_glow, day.exposure,
        *exposed.horizon, day.litter,
        *exposed.zenith, 0.0,
        *RAYLEIGH_PER_M, 1.0 / RAYLEIGH_SCALE_M,
        scatter, extinction, 1.0 / HAZE_SCALE_M, eye_enu[2],
        CURVATURE_PER_M, day.snow_line_m, ceiling_m, day.wetness,
        time_s % 3_600.0, day.night, day.lamp_light, day.moon_share,
        *size_px, 1.0 / size_px[0], 1.0 / size_px[1],
        eye_enu[0] % 4_096.0, eye_enu[1] % 4_096.0, day.cloud, eye_enu[2],
        math.exp(-above / RAYLEIGH_SCALE_M), math.exp(-above / HAZE_SCALE_M), day.dryness,
        day.cloud_shade,
        *HAZE_TINT, day.lit_rooms,
        *day.moon_enu, day.moon_phase,
        *begin, CLOUD_BASE_M - eye_enu[2], day.cloud,
    ]  # fmt: skip
    return np.array(values, np.float32).view(FRAME_BLOCK)


def _fours(rows: npt.NDArray[np.float64], last: Iterable[float] = repeat(0.0)) -> list[float]:
    """Rows of three with a fourth each, row after row."""
    return [value for row, more in zip(rows.tolist(), last, strict=False) for value in (*row, more)]
