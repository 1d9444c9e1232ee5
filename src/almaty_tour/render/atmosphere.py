"""Light of the air, computed in numpy for one position of the sun.

Single scattering by molecules, haze and ozone along each ray, with the isotropic
multiple-scattering term of Hillaire 2020 ("A scalable and production ready sky and
atmosphere rendering technique"). Everything is small tables: the shaders only look up.

Heights are metres above sea level, directions unit vectors; the light of the sun outside
the air is 1, so radiances are relative to it and an exposure scales the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
F32 = npt.NDArray[np.float32]

GROUND_RADIUS_M = 6_371_000.0
TOP_M = 80_000.0
RAYLEIGH_PER_M = np.array([5.802e-6, 13.558e-6, 33.1e-6])
RAYLEIGH_SCALE_M = 8_000.0
# Dust and droplets of a clear summer day over the steppe: an optical depth of about 0.045 above
# the city (green), a twelfth of it absorbed. Small drops scatter blue more than red, by the power
# law of Angstrom 1929 with exponent 1.1, at 680, 550 and 440 nm.
HAZE_SCATTER_PER_M = 4.4e-5
HAZE_ABSORB_PER_M = 0.35e-5
HAZE_TINT = (np.array([680.0, 550.0, 440.0]) / 550.0) ** -1.1
HAZE_SCALE_M = 1_400.0
HAZE_FORWARD = 0.72
OZONE_PER_M = np.array([0.650e-6, 1.881e-6, 0.085e-6])
SUN_COLOUR = np.array([1.0, 0.97, 0.92])
GROUND_ALBEDO = 0.16
# The red glow round a low sun is more than the mean of all walls: those that look away would have
# none of it, and be deep blue.
MOST_SIDEWAYS = 0.45

SKY_COLUMNS, SKY_ROWS = 24, 40
_RAY_STEPS = 14
_MU_STEPS, _HEIGHT_STEPS = 96, 24


@dataclass(frozen=True)
class Air:
    """Tables of one clearness of the air.

    Attributes:
        haze: multiple of the standard haze.
        transmittance: (mu, height, 3) f8, light that comes through from outside.
        multiple: (mu, height, 3) f8, radiance of all higher orders, isotropic.
    """

    haze: float
    transmittance: F64
    multiple: F64

    @cached_property
    def both(self) -> F32:
        """(6, mu * height) f4, both tables side by side."""
        joined = np.concatenate([self.transmittance, self.multiple], axis=-1)
        return np.ascontiguousarray(joined.reshape(-1, 6).T, np.float32)


@dataclass(frozen=True)
class SkyLight:
    """What the sun makes of the air, for one position.

    Attributes:
        sky: (rows, columns, 3) f4 radiance; column = sin(angle from the sun's azimuth / 2),
            row = half plus half the signed root of the height of the direction.
        sun_low, sun_high: (3,) colour of the direct light at 700 m and at 4,700 m.
        ambient: (4, 3) f4 irradiance over pi as constant and linear part (east, north, up).
        haze_glow: (3,) isotropic radiance that fills the haze.
        horizon: (3,) mean radiance of the horizon, zenith: (3,) of the zenith.
    """

    sky: F32
    sun_low: F64
    sun_high: F64
    ambient: F32
    haze_glow: F64
    horizon: F64
    zenith: F64


@lru_cache(maxsize=4)
def air(haze: float) -> Air:
    """The tables of the air for a multiple of the standard haze (about 20 ms, kept)."""
    transmittance = _transmittance_table(haze)
    return Air(haze, transmittance, _multiple_table(haze, transmittance))


def sky_light(
    sun_enu: tuple[float, float, float],
    haze: float,
    eye_height_m: float,
    *,
    gain: float = 1.0,
    ground_albedo: float = GROUND_ALBEDO,
) -> SkyLight:
    """The light of the sky for a sun direction, seen from a height.

    `gain` makes the sky brighter than the sums say; `ground_albedo` is what the land throws up.
    """
    tables = air(haze)
    sun = np.asarray(sun_enu, np.float64)
    directions = sky_directions(sun)
    radiance = _radiance(tables, directions, sun, eye_height_m)
    sky = radiance.reshape(SKY_ROWS, SKY_COLUMNS, 3) * gain
    return SkyLight(
        sky=sky.astype(np.float32),
        sun_low=_sun_colour(tables, 700.0, sun[2]),
        sun_high=_sun_colour(tables, 4_700.0, sun[2]),
        ambient=_ambient(tables, sky, directions, sun, ground_albedo),
        haze_glow=_lookup(tables.multiple, np.array([1_500.0]), np.array([sun[2]]))[0] * gain,
        horizon=sky[SKY_ROWS // 2].mean(axis=0),
        zenith=sky[-1].mean(axis=0),
    )


def sky_directions(sun: F64) -> F64:
    """(rows * columns, 3) directions of the texels of the sky table."""
    row = (np.arange(SKY_ROWS) + 0.5) / SKY_ROWS * 2.0 - 1.0
    up = np.sign(row) * row * row
    half_sine = (np.arange(SKY_COLUMNS) + 0.5) / SKY_COLUMNS
    turn = 2.0 * np.arcsin(half_sine)
    level = np.sqrt(np.maximum(1.0 - up * up, 0.0))
    flat = np.array([sun[0], sun[1]])
    length = np.linalg.norm(flat)
    along = flat / length if length > 1e-6 else np.array([1.0, 0.0])
    across = np.array([-along[1], along[0]])
    heading = np.cos(turn)[:, None] * along + np.sin(turn)[:, None] * across
    planar = level[:, None, None] * heading[None]
    vertical = np.broadcast_to(up[:, None, None], (SKY_ROWS, SKY_COLUMNS, 1))
    return np.concatenate([planar, vertical], axis=2).reshape(-1, 3)


def haze_multiple(haze: float) -> float:
    """The multiple of the standard haze for a haze of 0 (clear) to 1 (smog over the city)."""
    return 0.6 + 6.0 * haze * haze + 1.2 * haze


def _density(height: F64, haze: float) -> tuple[F64, F64, F64, F64]:
    """Scattering by molecules (n, 3), by haze (n, 3), extinction (n, 3), ozone (n,)."""
    thin = np.exp(-height / RAYLEIGH_SCALE_M)
    dust = (np.exp(-height / HAZE_SCALE_M) * haze)[..., None] * HAZE_TINT
    ozone = np.maximum(0.0, 1.0 - np.abs(height - 25_000.0) / 15_000.0)
    rayleigh = thin[..., None] * RAYLEIGH_PER_M
    mie = dust * HAZE_SCATTER_PER_M
    out = rayleigh + dust * (HAZE_SCATTER_PER_M + HAZE_ABSORB_PER_M)
    return rayleigh, mie, out + ozone[..., None] * OZONE_PER_M, ozone


def _ray_length(height: F64, mu: F64) -> tuple[F64, npt.NDArray[np.bool_]]:
    """Metres until the ray leaves the air or meets the ground, and whether it does."""
    radius = GROUND_RADIUS_M + height
    top = GROUND_RADIUS_M + TOP_M
    square = radius * radius * (mu * mu - 1.0)
    out = -radius * mu + np.sqrt(np.maximum(square + top * top, 0.0))
    below = square + GROUND_RADIUS_M**2
    hits = (mu < 0.0) & (below >= 0.0)
    ground = -radius * mu - np.sqrt(np.maximum(below, 0.0))
    return np.where(hits, np.maximum(ground, 0.0), out), hits


def _height_along(height: F64 | float, mu: F64, distance: F64) -> F64:
    radius = GROUND_RADIUS_M + height
    along = np.sqrt(radius**2 + distance**2 + 2.0 * radius * mu * distance)
    return np.maximum(along - GROUND_RADIUS_M, 0.0)


def _table_axes() -> tuple[F64, F64]:
    mu = np.linspace(-1.0, 1.0, _MU_STEPS)
    height = np.linspace(0.0, 1.0, _HEIGHT_STEPS) ** 2 * TOP_M
    return np.sign(mu) * mu * mu, height


def _transmittance_table(haze: float) -> F64:
    mu_axis, height_axis = _table_axes()
    mu, height = np.meshgrid(mu_axis, height_axis, indexing="ij")
    length, hits = _ray_length(height, mu)
    steps = ((np.arange(32) + 0.5) / 32) ** 2
    widths = np.diff(np.concatenate([[0.0], ((np.arange(32) + 1.0) / 32) ** 2]))
    depth = np.zeros((*mu.shape, 3))
    for step, width in zip(steps, widths, strict=True):
        here = _height_along(height, mu, length * step)
        depth += _density(here, haze)[2] * (length * width)[..., None]
    return np.where(hits[..., None], 0.0, np.exp(-depth))


def _lookup(table: F64, height: F64, mu: F64) -> F64:
    """Bilinear value of a (mu, height, 3) table."""
    column = (np.sign(mu) * np.sqrt(np.abs(mu)) * 0.5 + 0.5) * (_MU_STEPS - 1)
    row = np.sqrt(np.clip(height / TOP_M, 0.0, 1.0)) * (_HEIGHT_STEPS - 1)
    left = np.clip(column.astype(np.int64), 0, _MU_STEPS - 2)
    low = np.clip(row.astype(np.int64), 0, _HEIGHT_STEPS - 2)
    u = (column - left)[..., None]
    v = (row - low)[..., None]
    near = table[left, low] * (1.0 - u) + table[left + 1, low] * u
    far = table[left, low + 1] * (1.0 - u) + table[left + 1, low + 1] * u
    return np.asarray(near * (1.0 - v) + far * v)


def _multiple_table(haze: float, transmittance: F64) -> F64:
    """Isotropic radiance of the second and all higher orders, per height and sun."""
    mu_axis, height_axis = _table_axes()
    suns = mu_axis[::3]
    heights = height_axis[::2]
    directions = _sphere(48)
    sun_mu, height, index = np.meshgrid(suns, heights, np.arange(len(directions)), indexing="ij")
    mu = directions[index][..., 2]
    across = directions[index][..., 0]
    sun_x = np.sqrt(np.maximum(1.0 - sun_mu**2, 0.0))
    length, hits = _ray_length(height, mu)
    light = np.zeros((*mu.shape, 3))
    share = np.zeros((*mu.shape, 3))
    through = np.ones((*mu.shape, 3))
    steps = 8
    for step in range(steps):
        distance = length * (step + 0.5) / steps
        here = _height_along(height, mu, distance)
        rayleigh, mie, out, _ = _density(here, haze)
        scatter = rayleigh + mie
        turned = _turned_mu(height, here, mu, across, sun_mu, sun_x, distance)
        piece = np.exp(-out * (length / steps)[..., None])
        weight = through * scatter * (1.0 - piece) / np.maximum(out, 1e-12)
        light += weight * _lookup(transmittance, here, turned) / (4.0 * np.pi)
        share += weight / 1.0
        through *= piece
    bounce = np.maximum(sun_mu, 0.0)[..., None] * _lookup(transmittance, height * 0.0, sun_mu)
    light += np.where(hits[..., None], through * bounce * GROUND_ALBEDO / np.pi, 0.0)
    second = light.mean(axis=2)
    factor = np.minimum(share.mean(axis=2), 0.95)
    return _spread(second / (1.0 - factor))


def _turned_mu(
    height: F64, here: F64, mu: F64, across: F64, sun_mu: F64, sun_x: F64, distance: F64
) -> F64:
    """Cosine between the vertical at the sample and the sun."""
    radius = GROUND_RADIUS_M + height
    dot = distance * across * sun_x + (radius + distance * mu) * sun_mu
    return np.clip(dot / (GROUND_RADIUS_M + here), -1.0, 1.0)


def _spread(small: F64) -> F64:
    """A coarse table on the axes of the fine one, linear in index."""
    mu_index = np.clip(np.arange(_MU_STEPS) / 3.0, 0, small.shape[0] - 1)
    height_index = np.clip(np.arange(_HEIGHT_STEPS) / 2.0, 0, small.shape[1] - 1)
    left = np.minimum(mu_index.astype(np.int64), small.shape[0] - 2)
    low = np.minimum(height_index.astype(np.int64), small.shape[1] - 2)
    u = (mu_index - left)[:, None, None]
    v = (height_index - low)[None, :, None]
    rows = small[left] * (1.0 - u) + small[left + 1] * u
    return np.asarray(rows[:, low] * (1.0 - v) + rows[:, low + 1] * v)


def _sphere(count: int) -> F64:
    """(count, 3) directions spread evenly (Fibonacci)."""
    index = np.arange(count) + 0.5
    up = 1.0 - 2.0 * index / count
    turn = np.pi * (1.0 + 5.0**0.5) * index
    level = np.sqrt(1.0 - up * up)
    return np.stack([np.cos(turn) * level, np.sin(turn) * level, up], axis=1)


def _radiance(tables: Air, directions: F64, sun: F64, eye_height_m: float) -> F64:
    """(n, 3) radiance that reaches the eye from directions, all steps of all rays in one go."""
    mu = directions[:, 2]
    length, hits = _ray_length(np.full(len(mu), eye_height_m), mu)
    angle = directions @ sun
    edges = (np.arange(_RAY_STEPS + 1) / _RAY_STEPS) ** 2
    distance = length * (0.5 * (edges[:-1] + edges[1:]))[:, None]
    here = _height_along(eye_height_m, mu, distance)
    dot = distance * angle + (GROUND_RADIUS_M + eye_height_m) * sun[2]
    turned = np.clip(dot / (GROUND_RADIUS_M + here), -1.0, 1.0)
    # Heights were told apart in double precision; what follows is smooth.
    rayleigh, haze, out = _densities(here.astype(np.float32), tables.haze)
    direct, multiple = _both_tables(tables, here, turned)
    phase = (3.0 / (16.0 * np.pi) * (1.0 + angle**2)).astype(np.float32)
    glare = haze_phase_function(angle).astype(np.float32)
    gain = (rayleigh * phase + haze * glare) * direct + (rayleigh + haze) * multiple
    depth = out * (length * np.diff(edges)[:, None]).astype(np.float32)
    behind = np.tri(_RAY_STEPS, dtype=np.float32) @ depth  # sums along the rays
    light = np.exp(depth - behind) * gain * -np.expm1(-depth) / np.maximum(out, np.float32(1e-12))
    bounce = GROUND_ALBEDO / np.pi * max(sun[2], 0.0) * _sun_colour(tables, 700.0, sun[2])
    through = np.where(hits, np.exp(-behind[:, -1].astype(np.float64)), 0.0)
    return np.asarray((light.sum(axis=1).T + through.T * bounce) * SUN_COLOUR, np.float64)


def _densities(height: F32, haze: float) -> tuple[F32, F32, F32]:
    """Scattering by molecules, by haze and extinction, each (3, ...) f4."""
    each = (3, *(1,) * height.ndim)
    thin = np.exp(height * np.float32(-1.0 / RAYLEIGH_SCALE_M))
    dust = np.exp(height * np.float32(-1.0 / HAZE_SCALE_M)) * (haze * HAZE_TINT).astype(
        np.float32
    ).reshape(each)
    ozone = np.maximum(1.0 - np.abs(height - 25_000.0) / np.float32(15_000.0), np.float32(0.0))
    rayleigh = thin * RAYLEIGH_PER_M.astype(np.float32).reshape(each)
    out = rayleigh + dust * np.float32(HAZE_SCATTER_PER_M + HAZE_ABSORB_PER_M)
    out += ozone * OZONE_PER_M.astype(np.float32).reshape(each)
    return rayleigh, dust * np.float32(HAZE_SCATTER_PER_M), out


def _both_tables(tables: Air, height: F64, mu: F64) -> tuple[F32, F32]:
    """(3, ...) f4 of `transmittance` and of `multiple`, as `_lookup` finds them."""
    column = (np.sign(mu) * np.sqrt(np.abs(mu)) * 0.5 + 0.5) * (_MU_STEPS - 1)
    row = np.sqrt(np.clip(height / TOP_M, 0.0, 1.0)) * (_HEIGHT_STEPS - 1)
    left = np.minimum(column.astype(np.int32), _MU_STEPS - 2)
    low = np.minimum(row.astype(np.int32), _HEIGHT_STEPS - 2)
    u, v = (column - left).astype(np.float32), (row - low).astype(np.float32)
    at = left * _HEIGHT_STEPS + low
    every = tables.both
    near = every.take(at, 1) * (1.0 - u) + every.take(at + _HEIGHT_STEPS, 1) * u
    far = every.take(at + 1, 1) * (1.0 - u) + every.take(at + _HEIGHT_STEPS + 1, 1) * u
    found = near * (1.0 - v) + far * v
    return found[:3], found[3:]


def haze_phase_function(angle: F64) -> F64:
    """Share of light that haze turns by an angle (cosine), Henyey-Greenstein."""
    g = HAZE_FORWARD
    return np.asarray((1.0 - g * g) / (4.0 * np.pi * (1.0 + g * g - 2.0 * g * angle) ** 1.5))


def _sun_colour(tables: Air, height_m: float, sun_mu: float) -> F64:
    """Colour of the direct light; the disc sinks below the horizon over its own width."""
    mu = np.clip(np.linspace(sun_mu - 0.0047, sun_mu + 0.0047, 5), -1.0, 1.0)
    light = _lookup(tables.transmittance, np.full(5, height_m), mu)
    return np.asarray(light.mean(axis=0) * SUN_COLOUR)


def _ambient(tables: Air, sky: F64, directions: F64, sun: F64, ground_albedo: float) -> F32:
    """Irradiance over pi of sky and lit ground, as constant and linear part of a normal.

    What looks up sees the sky alone and what looks down the ground alone, so both are kept
    exact and walls get their mean: the least-squares linear part (Ramamoorthi and Hanrahan
    2001) would let a bright ground darken the shade of a floor.
    """
    radiance = np.where(directions[:, 2:] > 0.0, sky.reshape(-1, 3), 0.0)
    weighted = radiance * _texel_solid_angles()[:, None]
    along = np.array([sun[0], sun[1], 0.0])
    along /= max(float(np.linalg.norm(along)), 1e-6)
    above = directions[:, 2] @ weighted / np.pi
    direct = max(sun[2], 0.0) * _sun_colour(tables, 700.0, sun[2]) / np.pi
    below = ground_albedo * (direct + above)
    glow = directions @ along @ weighted / (2.0 * np.pi)
    sideways = np.outer(along[:2], np.minimum(glow, MOST_SIDEWAYS * 0.5 * (above + below)))
    return np.stack([0.5 * (above + below), *sideways, 0.5 * (above - below)]).astype(np.float32)


@lru_cache(maxsize=1)
def _texel_solid_angles() -> F64:
    """(rows * columns,) share of the sphere that a texel of the sky table stands for."""
    row_edges = np.linspace(-1.0, 1.0, SKY_ROWS + 1)
    heights = np.diff(np.sign(row_edges) * row_edges**2)
    turns = np.diff(2.0 * np.arcsin(np.linspace(0.0, 1.0, SKY_COLUMNS + 1)))
    weight = heights[:, None] * turns[None, :]
    return np.asarray((weight / weight.sum() * 4.0 * np.pi).ravel())
