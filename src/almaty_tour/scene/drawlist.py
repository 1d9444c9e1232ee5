"""What is drawn, decided without GL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class DrawList:
    """What is drawn, decided without GL; names are keys of the renderer's uploads.

    Attributes:
        chunks: (n,) i4 rows of the scene, nearest first.
        levels: (n,) i4 level of detail of each.
        shadow_chunks, shadow_levels: the same for what can throw a shadow into the picture.
        tiles: (t,) i4 numbers of the tiles of the ground (`geo.terrain_tiles`), nearest first.
        props: for each prop kind and level the visible instance rows, by (kind, level):
            structured `scene.vertex.INSTANCE` arrays **relative to the camera**.
        hidden: (h,) u4 object ids that are not drawn.
        highlighted: object id drawn with an outline, 0 for none.
    """

    chunks: npt.NDArray[np.int32]
    levels: npt.NDArray[np.int32]
    shadow_chunks: npt.NDArray[np.int32]
    shadow_levels: npt.NDArray[np.int32]
    tiles: npt.NDArray[np.int32]
    props: Mapping[tuple[str, int], npt.NDArray[np.void]] = field(default_factory=dict)
    hidden: npt.NDArray[np.uint32] = field(default_factory=lambda: np.zeros(0, np.uint32))
    highlighted: int = 0
