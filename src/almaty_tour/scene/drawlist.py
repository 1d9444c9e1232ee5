"""What is drawn, decided without GL."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.copies import Copies
from almaty_tour.scene.copylist import CopyList


@dataclass(frozen=True)
class StillList:
    """Runs of triangles of the still, nearest first.

    Attributes:
        first_byte: (s,) i8 in the buffer of indices. count: (s,) i4 indices.
        shade: (s,) u1 of `scene.still.Shade`.
    """

    first_byte: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    count: npt.NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    shade: npt.NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0, np.uint8))


@dataclass(frozen=True)
class DrawList:
    """What is drawn, decided without GL; names are keys of the renderer's uploads.

    Chunks are those with geometry of their own; what has only props is in `props`.

    Attributes:
        chunks: (n,) i4 rows of the scene, nearest first.
        levels: (n,) i4 level of detail of each.
        shares: (n,) f4 share of the pixels of each (`scene.fading`); empty when all are whole.
        spans: (n, 2) i4 stretches of each, the first and the one past the last; a chunk is there
            as often as its stretches are drawn in different ways. away_m: (n,) f4 to these;
            boxes: (6, n) f4 world middle and half size of them, none where nothing but moving
            parts is drawn.
        shadow_chunks, shadow_levels: the same for what can throw a shadow into the picture.
        tiles: (t,) i4 numbers of the tiles of the ground (`geo.terrain_tiles`), nearest first.
        props: the visible copies of props, by kind and level: one array of rows
            (`scene.vertex.INSTANCE`) **relative to the camera**.
        kept: more of them, listed for several pictures, relative to an origin of their own.
        casters: every copy there is, which shadow maps look into when they are drawn anew.
        hidden: (h,) u4 object ids that are not drawn.
        highlighted: object id drawn with an outline, 0 for none.
        still: what is drawn of the still.
    """

    chunks: npt.NDArray[np.int32]
    levels: npt.NDArray[np.int32]
    shadow_chunks: npt.NDArray[np.int32]
    shadow_levels: npt.NDArray[np.int32]
    tiles: npt.NDArray[np.int32]
    props: CopyList = field(default_factory=CopyList)
    kept: CopyList = field(default_factory=CopyList)
    casters: Copies = field(default_factory=Copies)
    shares: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))
    spans: npt.NDArray[np.int32] = field(default_factory=lambda: np.zeros((0, 2), np.int32))
    away_m: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))
    boxes: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros((6, 0), np.float32))
    hidden: npt.NDArray[np.uint32] = field(default_factory=lambda: np.zeros(0, np.uint32))
    highlighted: int = 0
    still: StillList = field(default_factory=StillList)
