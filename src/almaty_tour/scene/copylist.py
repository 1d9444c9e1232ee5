"""Copies of props that are drawn, as one array to upload and the groups to draw from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.vertex import INSTANCE

I64 = npt.NDArray[np.int64]
Rows = npt.NDArray[np.void]


def _none() -> I64:
    return np.zeros(0, np.int64)


@dataclass(frozen=True)
class CopyList(Mapping[tuple[str, int], Rows]):
    """Rows of `INSTANCE`, grouped by kind and level; also a mapping of the groups.

    Attributes:
        rows: (n,) of `INSTANCE`. kinds: names; `kind` holds their numbers.
        kind, level, first, count: (g,) i8: group i is `rows[first[i] : first[i] + count[i]]`.
        origin_enu: world metres that rows are relative to; None for the eye.
        fading: (g,) bool, groups whose rows tell how they fade (`scene.fading`).
    """

    rows: Rows = field(default_factory=lambda: np.zeros(0, INSTANCE))
    kinds: Sequence[str] = ()
    kind: I64 = field(default_factory=_none)
    level: I64 = field(default_factory=_none)
    first: I64 = field(default_factory=_none)
    count: I64 = field(default_factory=_none)
    origin_enu: tuple[float, float, float] | None = None
    fading: npt.NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))

    def __getitem__(self, key: tuple[str, int]) -> Rows:
        at = list(self).index(key) if key in list(self) else -1
        if at < 0:
            raise KeyError(key)
        return self.rows[self.first[at] : self.first[at] + self.count[at]]

    def __iter__(self) -> Iterator[tuple[str, int]]:
        names = [self.kinds[number] for number in self.kind.tolist()]
        return zip(names, self.level.tolist(), strict=True)

    def __len__(self) -> int:
        return len(self.kind)
