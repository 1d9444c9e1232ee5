"""Chunks on the card, by the space that they belong to."""

from __future__ import annotations

import numpy as np

from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.render.fades import FadeDraws
from almaty_tour.render.ground import Ground
from almaty_tour.render.upload import GpuChunk


class Shelves:
    """One shelf a space; pictures are drawn from one of them at a time.

    Attributes:
        space: id of the space that is drawn. fades: draws what fades of its chunks.
    """

    def __init__(self, *, indirect: bool) -> None:
        self.space = OUTDOORS
        self.fades = FadeDraws(indirect=indirect)
        self._by_space: dict[str, dict[int, GpuChunk]] = {OUTDOORS: {}}
        self._shared: tuple[object, int] | None = None

    @property
    def here(self) -> dict[int, GpuChunk]:
        """The chunks of the space that is drawn, by their rows."""
        return self._by_space.setdefault(self.space, {})

    def enter(self, space: str) -> bool:
        """Draw from the shelf of a space from now on; whether that is another one."""
        left = self.space != space
        self.space = space
        return left

    @property
    def outdoors(self) -> bool:
        """Whether there is ground and sky."""
        return self.space == OUTDOORS

    def put(self, row: int, chunk: GpuChunk) -> None:
        """Put a chunk under its row of the scene of its space."""
        self._by_space.setdefault(chunk.chunk.space, {})[row] = chunk

    def take(self, row: int, space: str) -> GpuChunk | None:
        """Take a chunk away from its shelf."""
        return self._by_space.get(space, {}).pop(row, None)

    def chunk(self, row: int, space: str) -> GpuChunk | None:
        """The chunk of a row of a space."""
        return self._by_space.get(space, {}).get(row)

    def share_sun(self, ground: Ground) -> None:
        """Tell what stands outdoors how much of the sun the mountains let through to it."""
        if self._shared == (ground.sun, len(self.here)):
            return
        self._shared = (ground.sun, len(self.here))
        lit = [one for one in self.here.values() if one.mesh is not None or one.moving]
        places = np.array([one.chunk.origin_enu for one in lit]).reshape(-1, 3)
        for one, share in zip(lit, ground.sun_share_at(*places.T[:2]).tolist(), strict=True):
            one.sun_share = share

    def __len__(self) -> int:
        return sum(len(chunks) for chunks in self._by_space.values())

    def free(self) -> None:
        """Give everything back."""
        self.fades.free()
        for chunks in self._by_space.values():
            for chunk in chunks.values():
                chunk.free()
