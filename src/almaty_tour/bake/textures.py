"""Textures made by code, once, shared by every model.

A texture modulates: linear light, 0.5 is neutral, so that material and tint give the
colour. The last channel is a height for relief. Each repeats without a seam.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.bake import leafage, needles
from almaty_tour.bake.facades import FACADES
from almaty_tour.bake.ground_textures import ground_near, ground_relief, lawn
from almaty_tour.bake.tile_noise import (
    SIDE,
    axes,
    cloudy,
    nearest,
    ramp,
    soft,
    speckle,
    stretched,
)

F32 = npt.NDArray[np.float32]
Painted = tuple[npt.NDArray[np.floating], npt.NDArray[np.floating]]


def bake_textures(directory: Path) -> list[Path]:
    """Write every texture as a PNG; returns the files."""
    from PIL import Image

    directory.mkdir(parents=True, exist_ok=True)
    written = []
    for name, paint in PAINTERS.items():
        path = directory / f"{name}.png"
        Image.fromarray(_packed(*paint())).save(path, optimize=True)
        written.append(path)
    for name, whole in WHOLE.items():
        path = directory / f"{name}.png"
        Image.fromarray(whole()).save(path, optimize=True)
        written.append(path)
    return written


def _packed(
    light: npt.NDArray[np.floating], height: npt.NDArray[np.floating]
) -> npt.NDArray[np.uint8]:
    """(256, 256, 4) u1; the mean of every colour channel is brought to 0.5."""
    rgb = light if light.ndim == 3 else np.repeat(light[..., None], 3, axis=2)
    rgb = rgb / rgb.mean(axis=(0, 1)) * 0.5
    out = np.concatenate([rgb, height[..., None]], axis=2)
    return np.asarray(np.rint(np.clip(out, 0.0, 1.0) * 255.0), np.uint8)


def _plaster() -> Painted:
    body = cloudy(3, 5, 11)
    grain = speckle(12) - 0.5
    stain = ramp(cloudy(4, 3, 13), 0.62, 0.95)
    light = 1.0 + 0.09 * (body - 0.5) + 0.07 * grain - 0.06 * stain
    return light, 0.5 + 0.25 * grain + 0.2 * (body - 0.5)


def _concrete() -> Painted:
    body, grain = cloudy(4, 6, 21), speckle(22) - 0.5
    holes = ramp(nearest(18, 23)[0], 0.14, 0.06)
    u, v = axes()
    joints = np.maximum(_line(v, 2, 0.006), _line(u, 1, 0.004))
    light = 1.0 + 0.18 * (body - 0.5) + 0.07 * grain - 0.3 * holes - 0.22 * joints
    return light, 0.6 + 0.1 * grain - 0.4 * holes - 0.4 * joints


def _wood() -> Painted:
    u, v = axes()
    board = np.floor(np.broadcast_to(v * 8.0, (256, 256)))
    tone = np.take(soft(8, 31)[::32, 5], board.astype(np.int64) % 8)
    fibre = soft(6, 32, 128) * 0.6 + soft(12, 33, 256) * 0.4
    seam = _line(v, 8, 0.006)
    light = 0.88 + 0.20 * tone + 0.22 * (fibre - 0.5) - 0.45 * seam
    return light + 0.0 * u, 0.6 + 0.2 * (fibre - 0.5) - 0.6 * seam


def _ashlar() -> Painted:
    return _blocks(rows=4, columns=2, joint=0.010, tone=0.16, seed=41, rough=0.10)


def _paving() -> Painted:
    return _blocks(rows=8, columns=8, joint=0.014, tone=0.20, seed=51, rough=0.10, shift=False)


def _blocks(
    *,
    rows: int,
    columns: int,
    joint: float,
    tone: float,
    seed: int,
    rough: float,
    shift: bool = True,
) -> Painted:
    u, v = axes()
    row = np.broadcast_to(np.floor(v * rows), (256, 256)).astype(np.int64)
    moved = u + (0.5 / columns if shift else 0.0) * (row % 2)
    column = np.floor(moved * columns).astype(np.int64) % columns
    values = soft(64, seed)[(row * 37 + 11) % 256, (column * 53 + 7) % 256]
    joints = np.maximum(_line(v, rows, joint), _line_at(moved * columns, joint * columns))
    grain = cloudy(16, 4, seed + 1) - 0.5
    light = 1.0 + tone * (values - 0.5) + rough * 1.6 * grain - 0.38 * joints
    return light, 0.7 + 0.2 * grain - 0.7 * joints


def _granite() -> Painted:
    first, _, value = nearest(40, 61)
    fine = nearest(72, 64)[2]
    light = 0.75 + 0.32 * value + 0.22 * (fine - 0.5) - 0.25 * ramp(value, 0.12, 0.05)
    rose = np.stack([light * (1.0 + 0.05 * fine), light, light * (1.0 - 0.03 * fine)], axis=2)
    return rose, 0.5 + 0.05 * first


def _marble() -> Painted:
    warp = cloudy(3, 5, 71)
    u, v = axes()
    wave = np.abs(np.sin(2.0 * np.pi * (u + 2.0 * v) + 7.0 * warp))
    vein = ramp(wave, 0.16, 0.0)
    light = 1.0 + 0.07 * (cloudy(4, 4, 73) - 0.5) - 0.20 * vein
    return light, np.full((256, 256), 0.5)


def _rock() -> Painted:
    first, second, value = nearest(5, 81)
    crack = ramp(second - first, 0.16, 0.02)
    fine = cloudy(8, 5, 84)
    light = 0.9 + 0.22 * (value - 0.5) + 0.30 * (fine - 0.5) - 0.42 * crack
    return light, np.clip(0.35 + 0.4 * fine + 0.2 * value - 0.5 * crack, 0.0, 1.0)


def _asphalt() -> Painted:
    grain = speckle(91) - 0.5
    patch = cloudy(3, 4, 92) - 0.5
    stones = ramp(nearest(60, 93)[0], 0.5, 0.1)
    crack = ramp(np.abs(cloudy(4, 5, 95) - 0.5), 0.012, 0.0)
    light = 0.95 + 0.22 * grain + 0.22 * patch + 0.10 * stones - 0.25 * crack
    return light, 0.5 + 0.3 * grain - 0.3 * crack


def _grass() -> Painted:
    tuft = cloudy(10, 5, 101, 0.7)
    dry = ramp(cloudy(4, 4, 105), 0.45, 0.85)
    light = 0.42 + 0.30 * tuft + 0.85 * lawn(SIDE)
    rgb = np.stack(
        [light * (1.0 + 0.10 * dry), light * (1.0 + 0.02 * dry), light * (1.0 - 0.10 * dry)], 2
    )
    return rgb, tuft


def _seam() -> Painted:
    """Standing seams of a sheet roof, four a tile, running up (v)."""
    u, v = axes()
    rib = _line(u, 4, 0.020)
    side = np.clip((np.mod(u * 4.0, 1.0) - 0.04) * 12.0, 0.0, 1.0)
    sheet = np.broadcast_to(_line(v, 1, 0.008), (256, 256))
    dirt = cloudy(6, 4, 111) - 0.5
    light = 1.0 + 0.12 * dirt + 0.22 * rib - 0.25 * (1.0 - side) * (1.0 - rib) - 0.18 * sheet
    return light, 0.3 + 0.7 * rib + 0.0 * v


def _bitumen() -> Painted:
    u, v = axes()
    strip = np.broadcast_to(_line(v, 4, 0.008), (256, 256))
    light = 0.95 + 0.20 * (speckle(121) - 0.5) + 0.25 * (cloudy(4, 4, 122) - 0.5) - 0.15 * strip
    return light + 0.0 * u, 0.5 + 0.3 * strip


def _scales() -> Painted:
    """Overlapping rounded scales, eight rows a tile."""
    u, v = axes()
    best = np.zeros((256, 256), np.float32)
    light = np.full((256, 256), 0.7, np.float32)
    for layer in range(2):
        row = np.floor(v * 8.0 + 0.5 * 0) - 1 + layer
        x = np.mod(u * 8.0 + 0.5 * np.mod(row, 2.0), 1.0) - 0.5
        y = v * 8.0 - row
        inside = np.hypot(x * 1.05, np.maximum(y - 0.5, 0.0) * 0.72) < 0.5
        height = np.where(inside & (y < 1.75), 1.0 - 0.45 * np.clip(y, 0.0, 1.8), 0.0)
        edge = np.hypot(x * 1.05, np.maximum(y - 0.5, 0.0) * 0.72) * 2.0
        nearer = height > best
        shade = 1.08 - 0.30 * ramp(edge, 0.72, 1.0) - 0.12 * x
        light = np.where(nearer, shade, light)
        best = np.maximum(best, height)
    return light * (0.96 + 0.08 * cloudy(8, 3, 131)), best


def _leaves() -> Painted:
    first, second, value = nearest(14, 141)
    fine = nearest(30, 144)[2]
    gap = ramp(second - first, 0.10, 0.0)
    light = 0.55 + 0.55 * value + 0.35 * (fine - 0.5) - 0.35 * gap
    rgb = np.stack([light * (0.92 + 0.22 * fine), light, light * (0.85 + 0.1 * value)], axis=2)
    return rgb, stretched(value + 0.5 * fine)


def _bark() -> Painted:
    ridge = np.abs(soft(20, 151, 5) - 0.5) + 0.5 * np.abs(soft(40, 152, 10) - 0.5)
    light = 0.55 + 1.1 * stretched(ridge) + 0.15 * (speckle(153) - 0.5)
    return light, stretched(ridge)


def _clouds() -> npt.NDArray[np.uint8]:
    """Soft high cloud in red, finer streaks in green."""
    out = np.full((256, 256, 4), 255, np.uint8)
    out[..., 0] = np.rint(cloudy(3, 7, 181, 0.58) * 255.0)
    out[..., 1] = np.rint(cloudy(6, 6, 191, 0.6) * 255.0)
    out[..., 2] = out[..., 0]
    return out


def _line(position: npt.NDArray[np.floating], count: int, width: float) -> F32:
    """1 on `count` lines across a coordinate of 0..1, each `width` wide."""
    return _line_at(position * count, width * count)


def _line_at(position: npt.NDArray[np.floating], width: float) -> F32:
    away = np.abs(np.mod(position + 0.5, 1.0) - 0.5)
    return ramp(away, width, width * 0.4)


PAINTERS: Final[dict[str, Callable[[], Painted]]] = {
    "plaster": _plaster, "concrete": _concrete, "wood": _wood, "ashlar": _ashlar,
    "paving": _paving, "granite": _granite, "marble": _marble, "rock": _rock,
    "asphalt": _asphalt, "grass": _grass, "seam": _seam, "bitumen": _bitumen,
    "scales": _scales, "leaves": _leaves, "bark": _bark, "leaf_clump": leafage.clump,
    "leaf_droop": leafage.droop, "leaf_spray": leafage.spray, "needles": needles.needles,
    "spires": needles.spires, **FACADES,
}  # fmt: skip

WHOLE: Final[dict[str, Callable[[], npt.NDArray[np.uint8]]]] = {
    "ground_near": ground_near, "ground_relief": ground_relief, "clouds": _clouds,
}  # fmt: skip


def run(report: Callable[[str], None], folder: Path) -> None:
    """Writes every texture into `folder`; what `almaty-tour bake textures` calls."""
    files = bake_textures(folder)
    report(f"{len(files)} textures written")
