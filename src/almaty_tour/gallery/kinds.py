"""What a file is, by its first bytes and never by its name."""

from __future__ import annotations

import struct
from pathlib import Path, PurePath
from typing import Final

ENDINGS: Final = {
    ".jpg": "JPEG", ".jpeg": "JPEG", ".jpe": "JPEG", ".png": "PNG", ".tif": "TIFF",
    ".tiff": "TIFF", ".webp": "WEBP", ".heic": "HEIF", ".heif": "HEIF",
}  # fmt: skip
NEEDED_BYTES: Final = 32
MOST_TAGS: Final = 4096
GEO_TAGS: Final = frozenset({33550, 33922, 34264, 34735})
"""Of GeoTIFF (OGC 19-008): scale, tie points, transformation, directory of keys."""
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


def lies_on_the_map(path: Path) -> bool:
    """Whether a TIFF says where on Earth it lies, as heights do and photographs do not."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
            order = ">" if head[:2] == b"MM" else "<"
            big = head[2:4] in (b"\x2b\x00", b"\x00\x2b")
            place, count, entry = ("Q", "Q", 20) if big else ("L", "H", 12)
            (at,) = struct.unpack_from(order + place, head, 8 if big else 4)
            file.seek(at)
            (many,) = struct.unpack(order + count, file.read(struct.calcsize(order + count)))
            rows = file.read(entry * min(many, MOST_TAGS))
    except (OSError, ValueError, OverflowError, struct.error):
        return False
    tags = (struct.unpack_from(f"{order}H", rows, k)[0] for k in range(0, len(rows) - 1, entry))
    return not GEO_TAGS.isdisjoint(tags)
