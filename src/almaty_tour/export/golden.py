"""Golden pictures: drawn again and compared, by two rules.

A: the same driver as the recording; every channel within 1. B: another driver; the largest
cluster of clear differences, their share, and the worst 8 x 8 block. The measured floors
behind the limits are in docs/decisions/0009-goldens.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import ContentError, ExportError
from almaty_tour.export.studio import Picture, save_picture

F32 = npt.NDArray[np.float32]
CLEAR_STEP = 5
RULE_A_STEP = 1
RULE_B_CLUSTER_PX = 24
RULE_B_SHARE = 0.0005
RULE_B_BLOCK = 4.0


class Scene(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One picture of `scenes.toml`.

    Attributes:
        camera: LAT, LON, ALT, HEADING, PITCH[, FOV]; or `at` a landmark; or a `tour` second.
        ui: commands about panels that are given before the picture; None leaves them out.
    """

    time: str
    camera: tuple[float, ...] | None = None
    at: str | None = None
    tour: str | None = None
    second: float = 0.0
    mode: str | None = None
    language: str = "en"
    commands: tuple[str, ...] = ()
    quality: str = "golden"
    size: tuple[int, int] = (640, 360)


@dataclass(frozen=True)
class Difference:
    """How far two pictures are apart.

    Attributes:
        worst_step: greatest difference of a channel. cluster_px: largest 8-connected group
            of pixels that differ by more than `CLEAR_STEP`. share: part of such pixels.
        block: greatest mean difference of an 8 x 8 block.
    """

    worst_step: int
    cluster_px: int
    share: float
    block: float

    def passes(self, same_driver: bool) -> bool:
        """Rule A on the driver of the recording, rule B on any other."""
        if same_driver:
            return self.worst_step <= RULE_A_STEP
        return (
            self.cluster_px <= RULE_B_CLUSTER_PX
            and self.share <= RULE_B_SHARE
            and self.block <= RULE_B_BLOCK
        )

    def __str__(self) -> str:
        return (
            f"worst step {self.worst_step}, largest cluster {self.cluster_px} px, "
            f"share {self.share:.4%}, worst block {self.block:.2f}"
        )


def read_scenes(path: Path) -> dict[str, Scene]:
    """The scenes by name; ContentError when the file is wrong."""
    try:
        return msgspec.toml.decode(read_bounded(path, 200_000), type=dict[str, Scene])
    except msgspec.MsgspecError as error:
        raise ContentError(path, str(error)) from error


def difference(ours: Picture, golden: Picture) -> Difference:
    """The difference of two (h, w, 3) u1 pictures; ExportError when their sizes differ."""
    if ours.shape != golden.shape:
        raise ExportError(f"the picture is {ours.shape[:2]}, its golden {golden.shape[:2]}")
    apart = np.abs(ours.astype(np.int16) - golden.astype(np.int16)).max(axis=2)
    clear = apart > CLEAR_STEP
    return Difference(
        int(apart.max()), largest_cluster(clear), float(clear.mean()), _worst_block(apart)
    )


def largest_cluster(mask: npt.NDArray[np.bool_]) -> int:
    """Pixels of the largest 8-connected group, by spreading the highest label."""
    if not mask.any():
        return 0
    labels = np.where(mask, np.arange(1, mask.size + 1).reshape(mask.shape), 0)
    while True:
        wide = np.pad(labels, 1)
        spread = labels
        for dy in range(3):
            for dx in range(3):
                spread = np.maximum(spread, wide[dy : dy + mask.shape[0], dx : dx + mask.shape[1]])
        spread = np.where(mask, spread, 0)
        if np.array_equal(spread, labels):
            return int(np.unique(labels[mask], return_counts=True)[1].max())
        labels = spread


def _worst_block(apart: npt.NDArray[np.int16]) -> float:
    rows, columns = apart.shape[0] // 8, apart.shape[1] // 8
    blocks = apart[: rows * 8, : columns * 8].reshape(rows, 8, columns, 8)
    return float(blocks.mean(axis=(1, 3)).max()) if rows and columns else float(apart.mean())


def write_report(folder: Path, name: str, ours: Picture, golden: Picture) -> Path:
    """Actual, expected and amplified difference side by side; the file's path."""
    apart = np.abs(ours.astype(np.int16) - golden.astype(np.int16))
    loud = np.clip(apart * 12, 0, 255).astype(np.uint8)
    path = folder / f"{name}.png"
    save_picture(np.ascontiguousarray(np.hstack([ours, golden, loud])), path)
    return path


def read_picture(path: Path) -> Picture:
    """A stored golden; ExportError when it is missing or damaged."""
    from PIL import Image

    try:
        with Image.open(path) as image:
            return np.asarray(image.convert("RGB"))
    except (OSError, SyntaxError) as error:
        raise ExportError(f"{path}: {error} (almaty-tour golden record)") from error
