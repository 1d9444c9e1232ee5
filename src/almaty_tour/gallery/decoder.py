"""Asking the decoding process, with patience that ends."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any, Final, Self

import msgspec
import numpy as np
import numpy.typing as npt

from almaty_tour.gallery.record import Record, RefusedError, Why

PATIENCE_S: Final = 60.0
_LONGEST_LINE: Final = 1 << 20


class Decoder:
    """One worker process; started when first asked, and again after it had to be ended."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: Queue[tuple[dict[str, Any], bytes] | None] = Queue()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def take(self, path: Path, thumbs: Path) -> Record:
        """The record of a file, its thumbnail written; RefusedError with the reason."""
        told, _ = self._ask({"do": "take", "path": str(path), "thumbs": str(thumbs)})
        return msgspec.convert(told["record"], Record)

    def pixels(self, path: Path, side_px: int) -> npt.NDArray[np.uint8]:
        """(h, w, 3) u1 of a file, its longer side at most `side_px`; RefusedError."""
        told, raw = self._ask({"do": "show", "path": str(path), "side_px": side_px})
        width, height = told["size"]
        return np.frombuffer(raw, np.uint8).reshape(height, width, 3)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()

    def _ask(self, question: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        process = self._started()
        try:
            assert process.stdin is not None
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            answer = self._answers.get(timeout=self._patience_s)
        except (Empty, OSError):
            self.close()
            raise RefusedError("takes too long to decode", Why.TOO_SLOW) from None
        if answer is None:
            self.close()
            raise RefusedError("ends the decoder: it is damaged or too large")
        if "refused" in answer[0]:
            raise RefusedError(answer[0]["refused"], Why(answer[0]["why"]))
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            command = [sys.executable, "-m", "almaty_tour.gallery.worker"]
            self._answers = Queue()
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            Thread(target=_listen, args=(self._process, self._answers), daemon=True).start()
        return self._process


def _listen(
    process: subprocess.Popen[bytes], answers: Queue[tuple[dict[str, Any], bytes] | None]
) -> None:
    """Read answers until the process ends, then tell so."""
    pipe = process.stdout
    with suppress(OSError, ValueError):
        while pipe is not None and (line := pipe.readline(_LONGEST_LINE)):
            told = json.loads(line)
            answers.put((told, pipe.read(told.get("bytes", 0))))
    answers.put(None)
