"""Stills kept between runs, by the content of the scene and its light.

An entry can never be out of date; a damaged one is made again. Where nothing can be written
the benchmark only starts slower.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
from pathlib import Path
from typing import Final

import numpy as np
import platformdirs

from almaty_tour.base.arrays import DAMAGE, arrays_of
from almaty_tour.base.errors import AssetError
from almaty_tour.base.files import write_atomic
from almaty_tour.bench.placed import Light
from almaty_tour.scene.still import STILL_VERTEX, Ranges, Still

FORMAT: Final = 8
_NAME: Final = f"still-{FORMAT}-"
RANGES: Final = ("first", "count", "shade", "boxes", "facing", "coarse", "error_m")


def default_folder() -> Path:
    """Where this user's entries are."""
    return Path(platformdirs.user_cache_path("almaty-tour")) / "bench"


def entry_of(path: Path, light: Light, folder: Path | None = None) -> Path:
    """Where the still of a scene in a light is kept. Raises AssetError without a scene."""
    return (folder or default_folder()) / f"{_NAME}{_digest(path, light)}.npz"


def found(path: Path, light: Light) -> Still | None:
    """The still that is kept of a scene in a light; no scene is read where nothing is kept."""
    if not any(default_folder().glob(f"{_NAME}*")):
        return None
    return stored(entry_of(path, light))


def stored(entry: Path) -> Still | None:
    """The still of an entry, None when there is none or the file is damaged."""
    try:
        return decoded(entry.read_bytes())
    except DAMAGE:
        return None


def keep(entry: Path, still: Still) -> None:
    """Write an entry; a cache that cannot be written only costs time."""
    with contextlib.suppress(OSError):
        write_atomic(entry, encoded(still))


def _digest(path: Path, light: Light) -> str:
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
    except OSError as fault:
        raise AssetError(path, f"cannot be read: {fault.strerror}") from fault
    digest.update(repr(light).encode())
    return digest.hexdigest()[:32]


def encoded(still: Still) -> bytes:
    """The bytes of an entry: an uncompressed npz, each array with its check sum."""
    file = io.BytesIO()
    np.savez(
        file, vertices=still.vertices.view(np.uint32), object_ids=still.object_ids,
        indices=still.indices, origin=np.array(still.origin_enu),
        **{name: getattr(still.ranges, name) for name in RANGES},
    )  # fmt: skip
    return file.getvalue()


def decoded(data: bytes) -> Still:
    """What `encoded` wrote; one of `DAMAGE` when it is damaged."""
    arrays = arrays_of(data, len(data))
    x, y, z = arrays["origin"].tolist()
    ranges = Ranges(*(arrays[name] for name in RANGES))
    vertices = arrays["vertices"].view(STILL_VERTEX)
    return Still((x, y, z), vertices, arrays["object_ids"], arrays["indices"], ranges)
