"""One foreign picture: what it is, what it tells, a thumbnail of it; or why it is refused."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from almaty_tour.base.files import write_atomic
from almaty_tour.gallery.exif import exif_taken
from almaty_tour.gallery.iptc import iptc_taken
from almaty_tour.gallery.kinds import NEEDED_BYTES, kind_of, named_kind
from almaty_tour.gallery.record import (
    MOST_BYTES,
    MOST_PIXELS,
    THUMB_PX,
    Record,
    RefusedError,
    Taken,
    Why,
)
from almaty_tour.gallery.xmp import xmp_taken

_BLOCK: Final = 1 << 20
_SMALLEST_PX: Final = 16
_ORIENTATION: Final = 0x0112
MEMORY: Final = "needs more memory than a picture may"
HEIC_HINT: Final = (
    "is HEIC, which needs the extra 'heic': python -m pip install '.[heic]' in the folder of the "
    "program, or save it as JPEG"
)


def read_picture(path: Path, thumbs: Path) -> Record:
    """Look at a file, write its thumbnail and tell of it; RefusedError with the reason."""
    stat = path.stat()
    if stat.st_size > MOST_BYTES:
        told = f"is {stat.st_size / 1e6:.0f} MB, at most {MOST_BYTES / 1e6:.0f}"
        raise RefusedError(told, Why.TOO_LARGE)
    kind = checked_kind(path)
    digest = digest_of(path)
    with opened(path, kind) as picture:
        taken, notes = _told(picture)
        width, height = upright_size(picture)
        upright = shrunk(picture, THUMB_PX)
    buffer = io.BytesIO()
    upright.save(buffer, "JPEG", quality=82)
    write_atomic(thumbs / f"{digest}.jpg", buffer.getvalue())
    promised = named_kind(path.name)
    if promised != kind:
        notes.insert(0, f"is {kind}, not {promised or 'what its name says'}; taken all the same")
    return Record(
        digest, str(path), kind, stat.st_size, stat.st_mtime_ns, width, height, taken, tuple(notes)
    )


def checked_kind(path: Path) -> str:
    """The kind of a file; RefusedError where it is none that is read here."""
    with path.open("rb") as file:
        head = file.read(NEEDED_BYTES)
    if not head:
        raise RefusedError("is empty", Why.EMPTY)
    kind = kind_of(head)
    if not kind:
        told = "is no JPEG, PNG, TIFF, WebP or HEIC, whatever its name says"
        raise RefusedError(told, Why.NO_PICTURE)
    return kind


def digest_of(path: Path) -> str:
    """SHA-256 of a file, read in parts."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_BLOCK):
            found.update(part)
    return found.hexdigest()


def opened(path: Path, kind: str) -> Any:
    """A picture of Pillow, its head read and its size checked, its pixels not yet."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    if kind == "HEIF":
        _register_heif()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        picture = guarded(lambda: Image.open(path, formats=[kind]))
    width, height = picture.size
    if width * height > MOST_PIXELS:
        told = f"is {width} x {height}, at most {MOST_PIXELS // 1_000_000} megapixels"
        raise RefusedError(told, Why.TOO_LARGE)
    if min(width, height) < _SMALLEST_PX:
        raise RefusedError(f"is {width} x {height}, too small to show", Why.TOO_SMALL)
    return picture


def guarded(work: Callable[[], Any]) -> Any:
    """What `work` gives; every complaint of a decoder is a reason to refuse, none a crash."""
    from PIL import Image, UnidentifiedImageError

    try:
        return work()
    except RefusedError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        told = f"is over {MOST_PIXELS // 1_000_000} megapixels"
        raise RefusedError(told, Why.TOO_LARGE) from error
    except UnidentifiedImageError as error:
        raise RefusedError("is damaged: its head cannot be read") from error
    except MemoryError as error:
        raise RefusedError(MEMORY, Why.TOO_LARGE) from error
    except Exception as error:  # decoders of foreign data raise anything
        raise RefusedError(f"is damaged: {_first_line(error)}") from error


def shrunk(picture: Any, side_px: int) -> Any:
    """The picture upright in RGB, its longer side at most `side_px`; decodes it."""
    from PIL import Image, ImageOps

    def work() -> Any:
        turned = _orientation(picture)
        picture.draft("RGB", (side_px, side_px))
        picture.load()
        small = _in_eight_bits(picture)
        gap = 2.0
        small.thumbnail((side_px, side_px), Image.Resampling.LANCZOS, reducing_gap=gap)
        small = _on_white(small)
        if turned == 1:
            return small
        small.getexif()[_ORIENTATION] = turned
        return ImageOps.exif_transpose(small)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return guarded(work)


def upright_size(picture: Any) -> tuple[int, int]:
    """Width and height as it is to be seen, before any decoding."""
    width, height = picture.size
    return (height, width) if _orientation(picture) in {5, 6, 7, 8} else (width, height)


def _in_eight_bits(picture: Any) -> Any:
    """16-bit grey scans keep their contrast; all else Pillow turns by itself."""
    from PIL import Image

    if picture.mode.startswith("I;16") or picture.mode in {"I", "F"}:
        import numpy as np

        grey = np.asarray(picture, np.float32)
        low, high = (float(one) for one in np.percentile(grey[::7, ::7], (0.2, 99.8)))
        scaled = np.clip((grey - low) / max(high - low, 1e-6) * 255.0, 0.0, 255.0)
        return Image.fromarray(scaled.astype(np.uint8))
    return picture.copy() if picture.mode in {"RGB", "L"} else picture.convert("RGBA")


def _on_white(picture: Any) -> Any:
    from PIL import Image

    if picture.mode != "RGBA":
        return picture.convert("RGB")
    ground = Image.new("RGB", picture.size, (255, 255, 255))
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _orientation(picture: Any) -> int:
    try:
        turned = picture.getexif().get(_ORIENTATION, 1)
    except Exception:  # damaged metadata; the picture itself may be sound
        return 1
    return turned if turned in range(1, 9) else 1


def _told(picture: Any) -> tuple[Taken, list[str]]:
    """What the metadata tell; what cannot be read of them is a note."""
    notes: list[str] = []

    def part(name: str, work: Callable[[], Taken]) -> Taken:
        try:
            return work()
        except Exception:  # as in `guarded`
            notes.append(f"its {name} cannot be read and is left out")
            return Taken()

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = (
            part("EXIF", lambda: exif_taken(picture.getexif())),
            part("XMP", lambda: xmp_taken(_xmp(picture))),
            part("IPTC", lambda: iptc_taken(_iptc(picture))),
        )
    return joined(*found), notes


def joined(*found: Taken) -> Taken:
    """What the first that tells it tells; a place is one whole."""

    def first(name: str) -> Any:
        return next((value for one in found if (value := getattr(one, name))), "")

    placed = next((one for one in found if one.placed), Taken())
    return Taken(
        time=first("time"),
        latitude_deg=placed.latitude_deg,
        longitude_deg=placed.longitude_deg,
        direction_deg=next((o.direction_deg for o in found if o.direction_deg is not None), None),
        captions=first("captions") or {},
        places=first("places") or {},
        author=first("author"),
        credit=first("credit"),
        theme=first("theme"),
        hang=first("hang"),
    )


def _xmp(picture: Any) -> bytes:
    raw = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    return raw.encode() if isinstance(raw, str) else bytes(raw)


def _iptc(picture: Any) -> Any:
    from PIL import IptcImagePlugin

    return IptcImagePlugin.getiptcinfo(picture)


def _register_heif() -> None:
    try:
        from pi_heif import register_heif_opener
    except ImportError as error:
        raise RefusedError(HEIC_HINT, Why.NEEDS_HEIC) from error
    register_heif_opener()


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:160] or type(error).__name__
