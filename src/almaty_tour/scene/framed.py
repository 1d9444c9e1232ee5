"""Framed pictures in a space, as arrays: on the walls of a hall, on posts in the city."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
U8 = npt.NDArray[np.uint8]

PICTURE_PX: Final = 512
"""Side of a picture as a wall shows it. It is stretched into a square; the frame has its shape."""

FARTHEST_M: Final = 10_000.0

WALNUT: Final = (58, 40, 28)


class ImageSource(Protocol):
    """Where the pixels of pictures come from."""

    def levels(self, image: str) -> tuple[U8, ...] | None:
        """RGBA u1 squares of `PICTURE_PX` and each half of the one before; None: not yet."""


@dataclass(frozen=True)
class FramedPictures:
    """Pictures in frames, one row each.

    Attributes:
        centre_enu: (n, 3) f8 middle of the picture, metres in the frame of its space.
        right, up: (n, 3) f4 unit vectors along its sides; it looks towards right x up.
        size_m: (n, 2) f4 width and height of the picture itself.
        mat_m, frame_m: (n,) f4 widths of the passe-partout and of the frame; 0 has none.
        leg_m: (n,) f4 length of the posts below the frame; 0 hangs it on a wall.
        glow: (n,) f4 light of its own, 1 shows a picture as it is in any light.
        paint: (n, 3) u1 sRGB of the frame.
        images: (n,) names that `source` knows.
    """

    centre_enu: F64
    right: F32
    up: F32
    size_m: F32
    mat_m: F32
    frame_m: F32
    leg_m: F32
    glow: F32
    paint: U8
    images: tuple[str, ...]
    source: ImageSource

    def __len__(self) -> int:
        return len(self.images)

    @property
    def half_m(self) -> F32:
        """(n, 2) f4 half of width and height with passe-partout and frame."""
        return np.asarray(self.size_m / 2.0 + (self.mat_m + self.frame_m)[:, None], np.float32)


def framed(
    centre_enu: npt.ArrayLike,
    right: npt.ArrayLike,
    size_m: npt.ArrayLike,
    images: tuple[str, ...],
    source: ImageSource,
    *,
    up: npt.ArrayLike = (0.0, 0.0, 1.0),
    mat_m: npt.ArrayLike = 0.08,
    frame_m: npt.ArrayLike = 0.04,
    leg_m: npt.ArrayLike = 0.0,
    glow: npt.ArrayLike = 0.0,
    paint: npt.ArrayLike = WALNUT,
) -> FramedPictures:
    """Pictures from a row or a number for all of each."""
    n = len(images)

    def rows(value: npt.ArrayLike, *wide: int) -> F64:
        given = np.asarray(value, np.float64)
        return np.array(np.broadcast_to(given, (n, *wide))) if n else np.zeros((0, *wide))

    def single(value: npt.ArrayLike, *wide: int) -> F32:
        return rows(value, *wide).astype(np.float32)

    return FramedPictures(
        rows(centre_enu, 3), single(right, 3), single(up, 3), single(size_m, 2), single(mat_m),
        single(frame_m), single(leg_m), single(glow), rows(paint, 3).astype(np.uint8), images,
        source,
    )  # fmt: skip


def largest_seen(
    pictures: FramedPictures, eye: F64, planes: F64, most: int, least_share: float
) -> npt.NDArray[np.int64]:
    """Rows of the pictures in sight, at most so many, the largest on the screen first.

    `planes` are relative to the eye; what is smaller than `least_share` of its distance is
    left out. What is seen from its edge is small, and from behind a frame shows no picture: it
    comes last, after those that need their pixels.
    """
    away = pictures.centre_enu - eye
    half = pictures.half_m
    radius = np.hypot(half[:, 0], half[:, 1] + pictures.leg_m)
    inside = (away @ planes[:, :3].T + planes[:, 3] >= -radius[:, None]).all(axis=1)
    far_m = np.maximum(np.sqrt(np.einsum("ij,ij->i", away, away)), 0.1)
    share = radius / far_m
    front = np.einsum("ij,ij->i", np.cross(pictures.right, pictures.up), -away) / far_m
    rows = np.flatnonzero(inside & (share > least_share))
    shown = (share * np.maximum(front, 0.0))[rows]
    return rows[np.lexsort((-share[rows], -shown))][:most]


def hit(
    pictures: FramedPictures, eye: F64, ray: F64, within_m: float = FARTHEST_M
) -> tuple[int, float] | None:
    """The row and the distance of the nearest picture that a ray meets from its front."""
    away, half = pictures.centre_enu - eye, pictures.half_m
    reach = within_m + half.sum(axis=1)
    rows = np.flatnonzero(np.einsum("ij,ij->i", away, away) < reach**2)
    if not len(rows):
        return None
    away, half = away[rows], half[rows]
    right, up = (np.asarray(one[rows], np.float64) for one in (pictures.right, pictures.up))
    facing = np.cross(right, up)
    against = facing @ ray
    with np.errstate(divide="ignore", invalid="ignore"):
        distance = np.einsum("ij,ij->i", away, facing) / against
        off = distance[:, None] * ray - away
        across = np.abs(np.einsum("ij,ij->i", off, right)) <= half[:, 0]
        above = np.abs(np.einsum("ij,ij->i", off, up)) <= half[:, 1]
        near = (distance > 0.0) & (distance <= within_m)
        meets = (against < 0.0) & near & across & above
    if not meets.any():
        return None
    row = int(np.argmin(np.where(meets, distance, np.inf)))
    return int(rows[row]), float(distance[row])
