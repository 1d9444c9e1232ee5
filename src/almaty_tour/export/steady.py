"""How steady moving pictures are: shimmer while an eye moves a little, jumps while it flies.

Shimmer is what a pixel does that a stable picture would not: a picture in which every pixel is the
mean of 4 x 4 finer ones is drawn beside each picture, and how far the two drift apart and together
again while the eye turns by less than a pixel a step is shimmer. A picture that is softer or
sharper all the time is steady, so the finer one is softened first by as much as suits best.

A jump is a change of a block of pixels from one picture of a flight to the next that neither the
changes before nor those after it explain.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.camera.state import CameraState

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

FINER: Final = 4
STEP_PX: Final = (0.29, 0.17)
"""How far the eye turns from picture to picture: to the side and up."""
SOFTNESS_PX: Final = (0.0, 0.4, 0.55, 0.7, 0.9)
BLOCK_PX: Final = 20
AROUND: Final = 3
"""So many changes before and after one tell what motion does."""
_LUMA: Final = np.array([0.299, 0.587, 0.114], np.float32)


@dataclass(frozen=True)
class Shimmer:
    """What a stable picture would not do; steps of 255.

    Attributes:
        mean: root of the mean over all pixels. worst: what one pixel in a hundred exceeds.
        motion: how far a pixel of the stable picture changes from step to step.
    """

    mean: float
    worst: float
    motion: float


@dataclass(frozen=True)
class Jump:
    """A sudden change: between which picture and the next, in which block, by how much of 255."""

    after: int
    row: int
    column: int
    size: float


def brightness(picture: U8) -> F32:
    """(h, w) f4 of an (h, w, 3) picture, 0 to 255."""
    return np.asarray(picture.astype(np.float32) @ _LUMA)


def turned(camera: CameraState, pixel_rad: float, step: int) -> CameraState:
    """A camera after so many steps of less than a pixel."""
    across, up = STEP_PX
    return replace(
        camera,
        heading_rad=camera.heading_rad + step * across * pixel_rad,
        pitch_rad=camera.pitch_rad + step * up * pixel_rad,
    )


def block_means(values: F32, side_px: int) -> F32:
    """(h / side, w / side) means of whole blocks."""
    height, width = (size // side_px * side_px for size in values.shape)
    cut = values[:height, :width]
    return np.asarray(cut.reshape(height // side_px, side_px, -1, side_px).mean(axis=(1, 3)))


def shimmer(pictures: Sequence[U8], finer: Sequence[U8]) -> Shimmer:
    """How much (h, w, 3) pictures shimmer, beside the same ones drawn `FINER` times as fine."""
    seen = np.stack([brightness(one) for one in pictures])
    stable = np.stack([block_means(brightness(one), FINER) for one in finer])
    drifts = [np.std(seen - _softened(stable, soft), axis=0) for soft in SOFTNESS_PX]
    least = min(drifts, key=_rms)
    return Shimmer(_rms(least), float(np.quantile(least, 0.99)), _rms(np.diff(stable, axis=0)))


def jumps(pictures: Iterable[U8], least: float) -> list[Jump]:
    """Changes of blocks by `least` or more that motion does not explain, the largest first."""
    means = np.stack([block_means(brightness(one), BLOCK_PX) for one in pictures])
    found = unexplained(means)
    where = np.argwhere(found >= least)
    made = [Jump(int(t), int(r), int(c), float(found[t, r, c])) for t, r, c in where]
    return sorted(made, key=lambda one: -one.size)


def unexplained(means: F32) -> F32:
    """(t - 1, h, w) how far each change of (t, h, w) blocks exceeds the changes around it.

    Whatever moves through a block changes it for several pictures. What is outside of the changes
    around, by more than they are spread, happened at once; one of them may be the way back.
    """
    changes = np.diff(means, axis=0)
    padded = np.pad(changes, ((AROUND, AROUND), (0, 0), (0, 0)), mode="edge")
    count = len(changes)
    near = [
        padded[AROUND + shift : AROUND + shift + count]
        for shift in range(-AROUND, AROUND + 1)
        if shift
    ]
    ranked = np.sort(np.stack(near), axis=0)
    low, high = ranked[1], ranked[-2]
    spread = high - low
    outside = np.maximum(np.maximum(changes - high, low - changes), np.float32(0.0))
    return np.asarray(np.maximum(outside - spread, np.float32(0.0)))


def _softened(pictures: F32, radius_px: float) -> F32:
    """(t, h, w) under a bell of so many pixels."""
    if not radius_px:
        return pictures
    at = np.arange(-2, 3)
    bell = np.exp(-(at**2) / (2.0 * radius_px**2)).astype(np.float32)
    bell /= bell.sum()
    for axis in (1, 2):
        moved = [np.roll(pictures, int(shift), axis) for shift in at]
        pictures = sum((w * one for w, one in zip(bell, moved, strict=True)), pictures * 0.0)
    return pictures


def _rms(values: npt.NDArray[np.floating]) -> float:
    return float(np.sqrt(np.mean(np.square(values))))
