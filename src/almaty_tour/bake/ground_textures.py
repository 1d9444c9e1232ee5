"""Two pictures of the ground's own grain, which the shader of the ground reads.

`ground_near` repeats every 4 m and holds what an eye at 1.7 m makes out: lawn, loose ground,
asphalt and slabs in its four channels. `ground_relief` repeats every 256 m and holds what a
lattice of 30 m cannot: slopes to east and north, how high or pale a place is, crowns. The mean
of every channel is neutral, so that smaller levels fade to the plain colour and nothing shimmers.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bake.terrain_noise import hash_cells, unit
from almaty_tour.bake.tile_noise import axes, cloudy, nearest, ramp, speckle, stretched

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]

SIDE: Final = 512
BLADES: Final = 60_000
BLADE_TEXELS: Final = 9
SLABS: Final = 8


def ground_near() -> U8:
    """(512, 512, 4) u1: lawn, loose ground, asphalt, slabs."""
    return _packed([lawn(), _stones(), _asphalt(), _slabs()], 0.2)


def ground_relief() -> U8:
    """(512, 512, 4) u1: slope to east and north, height, crowns."""
    height = _hills()
    east = np.roll(height, -1, 1) - np.roll(height, 1, 1)
    north = np.roll(height, -1, 0) - np.roll(height, 1, 0)
    first, second, value = nearest(40, 163, side=SIDE)
    crowns = 0.55 - 0.9 * first + 0.35 * value + 0.2 * (second - first)
    return _packed([east, north, height, crowns], 0.19)


def lawn(side: int = SIDE) -> F32:
    """(side, side) blades that lie over each other, in clumps, some pale; for 4 m of ground."""
    number = np.arange(BLADES * side * side // (SIDE * SIDE))
    chance = [unit(hash_cells(number, number * 0 + salt, 701)) for salt in range(6)]
    turn = np.stack([chance[2] - 0.5, chance[3] - 0.5], axis=1)
    turn /= np.maximum(np.hypot(*turn.T), 0.05)[:, None]
    share = np.linspace(0.0, 1.0, BLADE_TEXELS)[None, :]
    long = (0.45 + 0.55 * chance[4])[:, None] * (BLADE_TEXELS * side / SIDE) * share
    column = (np.floor(chance[0][:, None] * side + turn[:, :1] * long)).astype(np.int64) % side
    row = (np.floor(chance[1][:, None] * side + turn[:, 1:] * long)).astype(np.int64) % side
    pale = np.where(chance[5] > 0.9, 0.35, 0.0)
    light = (0.25 + 0.4 * chance[4] + pale)[:, None] * (0.45 + 0.55 * share)
    grass = np.zeros((side, side), np.float32)
    np.maximum.at(grass, (row, column), light.astype(np.float32))
    clump = cloudy(14, 3, 702, 0.6, side=side)
    return np.asarray(grass * (0.75 + 0.5 * clump) + 0.22 * clump, np.float32)


def _stones() -> F32:
    """Pebbles of two sizes in crumbs of earth."""
    total = 0.5 * cloudy(24, 4, 711, 0.7, side=SIDE)
    for cells, seed, strength in ((170, 714, 0.40), (84, 717, 0.42)):
        first, second, value = nearest(cells, seed, side=SIDE)
        stone = np.clip((second - first) * 3.0, 0.0, 1.0) * ramp(value, 0.35, 0.6)
        total = (
            total + strength * stone * (0.1 + 0.6 * value) - 0.12 * ramp(second - first, 0.12, 0.0)
        )
    return np.asarray(total, np.float32)


def _asphalt() -> F32:
    """Aggregate of about a centimetre, pale and dark stones, small pits."""
    first, second, value = nearest(190, 721, side=SIDE)
    pits = ramp(nearest(60, 724, side=SIDE)[0], 0.16, 0.05)
    body = cloudy(8, 4, 727, side=SIDE)
    stone = value * ramp(second - first, 0.0, 0.4)
    grain = 0.35 * speckle(729, side=SIDE) + 0.55 * stone + 0.5 * ramp(value, 0.93, 0.97)
    return np.asarray(grain + 0.35 * body - 0.45 * pits - 0.1 * first, np.float32)


def _slabs() -> F32:
    """Concrete slabs of half a metre, each with a tone of its own, dark joints and specks."""
    u, v = axes(SIDE)
    row, column = np.floor(v * SLABS).astype(np.int64), np.floor(u * SLABS).astype(np.int64)
    tone = unit(hash_cells(column + 0 * row, row + 0 * column, 731))
    joint = np.maximum(_joint(u * SLABS), _joint(v * SLABS))
    edge = np.maximum(_joint(u * SLABS, 0.05), _joint(v * SLABS, 0.05))
    worn = cloudy(20, 4, 733, 0.6, side=SIDE)
    light = 0.5 * tone + 0.5 * worn + 0.3 * speckle(735, side=SIDE)
    return np.asarray(light - 1.3 * joint - 0.25 * edge, np.float32)


def _joint(place: F32, wide: float = 0.02) -> F32:
    away = np.abs(np.mod(place + 0.5, 1.0) - 0.5)
    return ramp(away, wide, wide * 0.5)


def _hills() -> F32:
    """Rills and knolls: ridged waves from 64 m down to a metre."""
    total = np.zeros((SIDE, SIDE), np.float32)
    for octave, cells in enumerate((4, 8, 16, 32, 64, 128)):
        wave = _waves(cells, 744 + octave)
        total += (np.abs(wave) * -0.8 + 0.4 * wave) * np.float32(0.55**octave)
    return stretched(total)


def _waves(cells: int, seed: int) -> F32:
    """(512, 512) gradient noise (Perlin 2002) with so many cells a side, without a grain."""
    place = (np.arange(SIDE) + 0.5) / SIDE * cells
    whole = np.floor(place).astype(np.int64)
    part = (place - whole).astype(np.float32)
    fade = part * part * part * (part * (part * 6.0 - 15.0) + 10.0)
    total = np.zeros((SIDE, SIDE), np.float32)
    for dy in (0, 1):
        for dx in (0, 1):
            at = (whole[None, :] + dx) % cells, (whole[:, None] + dy) % cells
            east, north = (unit(hash_cells(*at, seed + 50 * k)) - 0.5 for k in (1, 2))
            slope = east * (part - dx)[None, :] + north * (part - dy)[:, None]
            share = (fade if dx else 1.0 - fade)[None, :] * (fade if dy else 1.0 - fade)[:, None]
            total += slope * share
    return total


def _packed(channels: list[F32], spread: float) -> U8:
    return np.stack([_levelled(one, spread) for one in channels], axis=2)


def _levelled(values: npt.NDArray[np.floating], spread: float) -> U8:
    """The values with a mean of 0.5 after clipping, and so a standard deviation."""
    even = (values - values.mean()) / values.std() * spread + 0.5
    for _ in range(3):
        even = np.clip(even, 0.0, 1.0)
        even += 0.5 - even.mean()
    return np.asarray(np.rint(np.clip(even, 0.0, 1.0) * 255.0), np.uint8)
