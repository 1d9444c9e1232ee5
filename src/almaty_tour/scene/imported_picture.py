"""An imported map from straight above, laid over the picture of the built-in town."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
PICTURE: Final = "picture.png"
"""In the folder of the import; older imports have none."""


def laid_over(town: U8, theirs: U8) -> U8:
    """The town from above with the map over it; a picture of another size is left out.

    Both (h, w, 4) u1; the last channel of `theirs` says how far it counts.
    """
    if town.shape != theirs.shape:
        return town
    made = town.copy()
    row, column = np.nonzero(theirs[..., 3])
    share = theirs[row, column, 3:].astype(np.uint16)
    mixed = town[row, column, :3] * (255 - share) + theirs[row, column, :3] * share
    made[row, column, :3] = (mixed + 127) // 255
    made[row, column, 3] = np.maximum(town[row, column, 3], theirs[row, column, 3])
    return made
