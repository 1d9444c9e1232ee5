"""Which picture lies in which layer of a texture: the one not wanted for longest gives way."""

from __future__ import annotations

from collections import OrderedDict


class LayerPool:
    """Layers by name; `size` of them."""

    def __init__(self, size: int) -> None:
        self._layers: OrderedDict[str, int] = OrderedDict()
        self._free = list(range(size - 1, -1, -1))

    def layer(self, name: str) -> int | None:
        """The layer of a name, which is wanted now; None where it has none."""
        if name not in self._layers:
            return None
        self._layers.move_to_end(name)
        return self._layers[name]

    def take(self, name: str, wanted: frozenset[str]) -> int | None:
        """A layer for a new name; None when all belong to names that are wanted now."""
        if self._free:
            self._layers[name] = self._free.pop()
            return self._layers[name]
        oldest = next(iter(self._layers), None)
        if oldest is None or oldest in wanted:
            return None
        self._layers[name] = self._layers.pop(oldest)
        return self._layers[name]
