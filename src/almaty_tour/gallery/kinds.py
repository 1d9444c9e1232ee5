"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

ENDINGS: Final = {
    ".jpg": "JPEG", ".jpeg": "JPEG", ".jpe": "JPEG", ".png": "PNG", ".tif": "TIFF",
    ".tiff": "TIFF", ".webp": "WEBP", ".heic": "HEIF", ".heif": "HEIF",
}  # fmt: skip
NEEDED_BYTES: Final = 32
_HEIF: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


def kind_of(head: bytes) -> str:
    """JPEG, PNG, TIFF, WEBP or HEIF; empty for anything else."""
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head[:4] in (b"II*\x00", b"MM\x00*"):
        return "TIFF"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF:
        return "HEIF"
    return ""


def named_kind(name: str) -> str:
    """The kind that a name promises; empty for a name that is none of ours."""
    return ENDINGS.get(PurePath(name).suffix.lower(), "")
