"""What share of the trees throw shadows into a map that grows with the height of the eye.

From high up a map holds so much land that trees are left out of it. Where a preset fades, they go
one after the other as the eye climbs, over half of the height again; each copy has its turn by
its seed, so those that are in one map are in the next one that holds as many or more.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

TREE_REACH_M: Final = 1_500.0
"""Trees are in maps whose half side is less."""
GONE: Final = 1.5
"""Where they fade: all are out of the map of an eye so many times as high as one that has all."""
STEP: Final = 1.0 / 12.0
"""A map is drawn anew when the share has changed by more: some 8 m of height on the way."""


@dataclass(frozen=True)
class TreeShares:
    """Shares by the side of a map; `fades`: they glide, else a map has all trees or none."""

    fades: bool = False

    def of(self, base_m: float, needed_m: float, reach_m: float) -> float:
        """0 to 1.

        Args:
            base_m: half the side of the map near the ground.
            needed_m: what the height of the eye asks for; reach_m: the side that it has for that.
        """
        if not self.fades or base_m >= TREE_REACH_M:
            return float(reach_m < TREE_REACH_M)
        last = math.ceil(2.0 * math.log2(TREE_REACH_M / base_m)) - 1
        whole_m = base_m * math.sqrt(2.0) ** last
        gone = (needed_m / whole_m - 1.0) / (GONE - 1.0)
        return 1.0 - min(max(gone, 0.0), 1.0)


def is_other_share(held: float, wanted: float) -> bool:
    """Whether a map that holds a share has to be drawn anew for the one that is wanted."""
    at_end = wanted in (0.0, 1.0)
    return held != wanted if at_end else abs(held - wanted) > STEP
