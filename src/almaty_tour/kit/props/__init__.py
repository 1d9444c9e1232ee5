"""Small things that are placed many times: one file a kind, found by its name.

A kind is "file" or "file.variant" ("tree.poplar"); the file has `VARIANTS` and
`build(variant, level)`. Level 0 is the finest, 2 the coarsest.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache

from almaty_tour.mesh.data import MeshData

LEVELS = 3


def kinds() -> tuple[str, ...]:
    """Every kind there is, sorted."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        variants = getattr(importlib.import_module(f"{__name__}.{module.name}"), "VARIANTS", ())
        found += [f"{module.name}.{variant}" for variant in variants]
    return tuple(sorted(found))


@lru_cache(maxsize=64)
def build(kind: str, level: int = 0) -> MeshData:
    """The mesh of one kind, standing on z = 0 about the origin, front to -y."""
    if kind not in kinds():
        raise ValueError(f"props.build(): kind must be one of {kinds()}, got {kind!r}")
    file, _, variant = kind.partition(".")
    made = importlib.import_module(f"{__name__}.{file}").build(variant, level)
    assert isinstance(made, MeshData)
    return made
