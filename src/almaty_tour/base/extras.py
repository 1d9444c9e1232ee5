"""The optional parts of the program: what each needs, whether it is there, how to install it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Final

from almaty_tour.base.errors import SettingError

MAPS: Final = ("osmium", "shapely", "mapbox_earcut", "scipy")
HEIGHTS: Final = ("rasterio", "scipy")
BAKE: Final = (
    "shapely", "mapbox_earcut", "manifold3d", "embreex", "scipy", "fast_simplification",
)  # fmt: skip
EXTRAS: Final = {"gis": (*MAPS, "rasterio"), "bake": BAKE, "video": ("av",), "heic": ("pi_heif",)}
"""Modules by the extra that brings them."""


def missing(modules: Sequence[str]) -> list[str]:
    """Those of the modules that are not installed."""
    return [name for name in modules if find_spec(name) is None]


def need_gis(modules: Sequence[str]) -> None:
    """SettingError, before anything is read or loaded, where a module of `gis` is missing."""
    gone = missing(modules)
    if gone:
        raise SettingError(f"{gone[0]} is missing (python -m pip install -e '.[gis]')")
