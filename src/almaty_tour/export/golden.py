"""Golden pictures: drawn again and compared, by two rules.

A: the same driver as the recording; every channel within 1. B: another driver; the largest
cluster of clear differences, their share, and the worst 8 x 8 block. The measured floors
behind the limits are in docs/decisions/0009-goldens.md.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError, ContentError, ExportError
from almaty_tour.base.files import write_atomic
from almaty_tour.export.studio import Picture, save_picture

SCENES_FILE = "scenes.toml"
DRIVER_FILE = "driver.toml"
CLEAR_STEP = 5
RULE_A_STEP = 1
HEAT_COLUMNS = 64
RULE_B_CLUSTER_PX = 24
RULE_B_SHARE = 0.0005
RULE_B_BLOCK = 4.0


class Scene(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One picture of `scenes.toml`.

    Attributes:
        camera: LAT, LON, ALT, HEADING, PITCH[, FOV]; or `at` a landmark; or a `tour` second.
        mode: the interface over it; None leaves it out.
        commands: about panels (`toggle_help` ...), given before the picture.
    """

    time: str
    camera: tuple[float, ...] | None = None
    at: str | None = None
    tour: str | None = None
    second: float = 0.0
    mode: Literal["title", "tour", "explore"] | None = None
    weather: str = "clear"
    language: Literal["kk", "ru", "en"] = "en"
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
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ContentError(path, str(error)) from error


def loose_ends(folder: Path, scenes: dict[str, Scene]) -> list[str]:
    """Scenes without a golden and goldens without a scene, one line each."""
    stored = {path.stem for path in folder.glob("*.png")}
    missing = [
        f"{name}.png has not been recorded (almaty-tour golden record)"
        for name in scenes
        if name not in stored
    ]
    return missing + [f"{name}.png has no scene" for name in sorted(stored - scenes.keys())]


def read_driver(folder: Path) -> str:
    """The driver that the goldens of a folder were recorded on, "" when nothing tells it."""
    try:
        table = tomllib.loads(read_bounded(folder / DRIVER_FILE, 10_000).decode("utf-8"))
    except (AssetError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return ""
    return str(table.get("driver", ""))


def write_driver(folder: Path, driver: str) -> None:
    """Tells beside the goldens which driver drew them."""
    words = f"# The driver that drew the pictures beside this file.\ndriver = '{driver}'\n"
    write_atomic(folder / DRIVER_FILE, words.encode())


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
    """Pixels of the largest 8-connected group.

    Every pixel takes the highest label round it, and so does the pixel that its old label
    names; following these names joins long groups in few rounds.
    """
    if not mask.any():
        return 0
    names = np.arange(mask.size + 1)
    labels = np.where(mask, names[1:].reshape(mask.shape), 0)
    while True:
        highest = np.where(mask, _highest_neighbour(labels), 0)
        if np.array_equal(highest, labels):
            return int(np.bincount(labels[mask]).max())
        np.maximum.at(names, labels[mask], highest[mask])
        while not np.array_equal(names, names[names]):
            names = names[names]
        labels = names[labels]


def _highest_neighbour(labels: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    wide = np.pad(labels, 1)
    across = np.maximum(np.maximum(wide[:, :-2], wide[:, 1:-1]), wide[:, 2:])
    return np.maximum(np.maximum(across[:-2], across[1:-1]), across[2:])


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


def heat_map(ours: Picture, golden: Picture) -> str:
    """Where two pictures differ, as text for a log: a digit a block, 9 at and above 90."""
    apart = np.abs(ours.astype(np.int16) - golden.astype(np.int16)).max(axis=2)
    side = max(apart.shape[1] // HEAT_COLUMNS, 1)
    rows, columns = apart.shape[0] // (2 * side), apart.shape[1] // side
    blocks = apart[: rows * 2 * side, : columns * side].reshape(rows, 2 * side, columns, side)
    worst = blocks.max(axis=(1, 3))
    digits = np.where(worst > RULE_A_STEP, np.minimum(worst // 10, 9).astype("U1"), ".")
    return "\n".join("".join(row) for row in digits)


def read_picture(path: Path) -> Picture:
    """A stored golden; ExportError when it is missing or damaged."""
    from PIL import Image

    try:
        with Image.open(path) as image:
            return np.asarray(image.convert("RGB"))
    except (OSError, SyntaxError) as error:
        raise ExportError(f"{path}: {error} (almaty-tour golden record)") from error
