"""A bound on how long a work may take, asked between its stages and within them."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from almaty_tour.base.errors import AssetError

Tick = Callable[[], None]
"""Called again and again by what may take long; raises when the time is over."""


def never() -> None:
    """A tick of a work without a bound."""


class Deadline:
    """A tick that raises AssetError about `file` when more than `most_s` have passed."""

    def __init__(
        self, file: Path | str, most_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._file, self._most_s, self._clock = file, most_s, clock
        self._end = clock() + most_s

    @property
    def left_s(self) -> float:
        """How much time there still is, 0 when it is over."""
        return max(self._end - self._clock(), 0.0)

    def __call__(self) -> None:
        if self._clock() >= self._end:
            what = f"takes longer than the {self._most_s:.0f} s allowed"
            raise AssetError(self._file, what, hint="cut it to the city")
