"""The process that decodes foreign pictures: asked and answering in lines on its pipes.

A decoder that crashes, hangs or asks for too much memory ends this process alone; whoever asked
starts another. So the tour's own process never decodes an original.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Final

import msgspec

from almaty_tour.gallery.reading import MEMORY, checked_kind, opened, read_picture, shrunk
from almaty_tour.gallery.record import RefusedError, Why

MOST_MEMORY_BYTES: Final = 3 << 30


def main() -> None:
    """Answer until the other side closes."""
    _bound_memory()
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a library that prints must not answer
    for line in source:
        with suppress(BrokenPipeError):
            answer(json.loads(line), sink)


def answer(asked: dict[str, Any], sink: BinaryIO) -> None:
    """One line of JSON, and after it as many bytes as it says."""
    pixels = b""
    try:
        if asked["do"] == "take":
            record = read_picture(Path(asked["path"]), Path(asked["thumbs"]))
            told = {"record": msgspec.to_builtins(record)}
        else:
            size, pixels = shown(Path(asked["path"]), int(asked["side_px"]))
            told = {"size": size, "bytes": len(pixels)}
    except RefusedError as error:
        told = {"refused": str(error), "why": error.why.value}
    except MemoryError:
        told = {"refused": MEMORY, "why": Why.TOO_LARGE.value}
    except OSError as error:
        told = {
            "refused": f"cannot be read: {error.strerror or error}",
            "why": Why.UNREADABLE.value,
        }
    sink.write(json.dumps(told).encode() + b"\n" + pixels)
    sink.flush()


def shown(path: Path, side_px: int) -> tuple[tuple[int, int], bytes]:
    """Size and RGB bytes of a picture, its longer side at most `side_px`."""
    with opened(path, checked_kind(path)) as picture:
        small = shrunk(picture, side_px)
    return small.size, small.tobytes()


def _bound_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))


if __name__ == "__main__":
    main()
