"""Where the shipped files are: in a checkout, an editable install and a wheel alike."""

from __future__ import annotations

from pathlib import Path

from almaty_tour.base.errors import AssetError

_PACKAGE = Path(__file__).resolve().parents[1]


def assets_dir() -> Path:
    """The folder of shipped content, models, terrain and textures."""
    candidates = (_PACKAGE / "assets", _PACKAGE.parents[1] / "assets")
    for folder in candidates:
        if (folder / "content").is_dir():
            return folder
    raise AssetError(candidates[0], "the shipped files are missing", hint="install again")


def read_bounded(path: Path, limit_bytes: int, *, hint: str = "") -> bytes:
    """The bytes of a file that may be foreign; AssetError when missing or too large.

    `hint` tells what to do where it cannot be read.
    """
    try:
        size = path.stat().st_size
        if size > limit_bytes:
            raise AssetError(path, f"is {size} bytes, at most {limit_bytes} are read")
        return path.read_bytes()
    except OSError as error:
        raise AssetError(path, f"cannot be read: {error.strerror or error}", hint=hint) from error
