"""The material table and the texture layers, as arrays for the card."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import AlmatyTourError, AssetError, ContentError

LAYER_PX = 256
STILL_BELOW = 0.3  # roughness under which water is no spray
COATS = 16
NEUTRAL = ""
FAINT = frozenset({NEUTRAL, "plaster"})
"""Textures whose texels differ by 3 % from their mean: nobody misses them on a wall."""
FACADE_PREFIX = "facade_"


class MaterialClass(IntEnum):
    """What a surface is; the numbers are those of `shaders/include/surface.glsl`."""

    WALL = 0
    GLAZING = 1
    ROOF = 2
    METAL = 3
    STONE = 4
    FOLIAGE = 5
    WATER = 6
    LAMP = 7
    LETTERING = 8
    GROUND = 9


@dataclass(frozen=True)
class MaterialTable:
    """Every material of `materials.toml`.

    Attributes:
        names: row of a material is its place here.
        rows: (n, 3 + COATS, 4) f4: linear colour and class; roughness, metallic, relief,
            emission; layer, repeats a metre, whether its dark parts are windows, and what of its
            last channel is cut away (below 1) or how many coats it has (1 and more); the linear
            colours of the coats, one of which every copy of a prop has. Leaves have their
            phases there (`render.leaves`).
        layers: texture names by layer; the first is the neutral one.
    """

    names: tuple[str, ...]
    rows: npt.NDArray[np.float32]
    layers: tuple[str, ...]

    @cached_property
    def still(self) -> npt.NDArray[np.bool_]:
        """(n,) which materials are still water, as `surface.glsl` tells it."""
        water = self.rows[:, 0, 3] == MaterialClass.WATER
        return np.asarray(water & (self.rows[:, 1, 0] < STILL_BELOW))

    @cached_property
    def faint(self) -> npt.NDArray[np.bool_]:
        """(n,) which materials have a grain that is hardly seen, or none."""
        faint = np.array([name in FAINT for name in self.layers])
        return faint[self.rows[:, 2, 0].astype(np.intp)]

    def row(self, name: str) -> int:
        """Row of a material; an unknown name is drawn as the first one."""
        try:
            return self.names.index(name)
        except ValueError:
            return 0


def load_materials(path: Path) -> MaterialTable:
    """The table of a TOML file. Raises ContentError with the material and the key."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ContentError(path, f"cannot be read: {fault.strerror}") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ContentError(path, f"is not TOML: {fault}") from fault
    for name, entry in data.items():
        if not isinstance(entry, dict):
            raise ContentError(path, "is no table", where=name, hint="write [name] above its keys")
    used = dict.fromkeys(str(entry.get("texture", NEUTRAL)) for entry in data.values())
    layers = (NEUTRAL, *sorted(name for name in used if name))
    rows = [_row(path, name, entry, layers) for name, entry in data.items()]
    shape = (-1, 3 + COATS, 4)
    return MaterialTable(tuple(data), np.array(rows, np.float32).reshape(shape), layers)


def plain_materials(colours: npt.NDArray[np.float32]) -> MaterialTable:
    """Matt walls of (n, 3) linear colours, for scenes that bring their own."""
    rows = np.zeros((len(colours), 3, 4), np.float32)
    rows[:, 0, :3] = colours
    rows[:, 1, 0] = 0.95
    rows[:, 2, 1] = 1.0
    return MaterialTable(tuple(f"plain.{i}" for i in range(len(colours))), rows, (NEUTRAL,))


def load_layers(
    directory: Path,
    names: tuple[str, ...],
    faults: list[AlmatyTourError],
    side_px: int = LAYER_PX,
) -> npt.NDArray[np.uint8]:
    """(n, side, side, 4) u1 of the named textures.

    One that is missing or damaged is neutral grey, and is told in `faults`.
    """
    out = np.full((len(names), side_px, side_px, 4), 128, np.uint8)
    for layer, name in enumerate(names):
        if name == NEUTRAL:
            continue
        try:
            out[layer] = _picture(directory / f"{name}.png", side_px)
        except AssetError as fault:
            faults.append(fault)
    return out


def _picture(path: Path, side_px: int) -> npt.NDArray[np.uint8]:
    from PIL import Image

    try:
        with Image.open(path) as image:
            rgba = image.convert("RGBA")
            if rgba.size != (side_px, side_px):
                rgba = rgba.resize((side_px, side_px))
            return np.asarray(rgba, np.uint8)[::-1]
    except FileNotFoundError as fault:
        raise AssetError(path, "is missing", hint="install again") from fault
    except (OSError, SyntaxError, ValueError) as fault:
        raise AssetError(path, "is not a picture", hint="install again") from fault


def _number(path: Path, name: str, entry: dict[str, Any], key: str, default: float) -> float:
    value = entry.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ContentError(path, f"{key} is no number", where=f"[{name}]")
    return float(value)


def _row(
    path: Path, name: str, entry: dict[str, Any], layers: tuple[str, ...]
) -> list[list[float]]:
    kind = str(entry.get("class", "wall"))
    try:
        number = MaterialClass[kind.upper()]
    except KeyError:
        known = ", ".join(item.name.lower() for item in MaterialClass)
        raise ContentError(
            path, f"there is no class '{kind}'", where=f"[{name}]", hint=f"known: {known}"
        ) from None
    colour = linear_of(path, name, str(entry.get("colour", "#FFFFFF")))
    size_m = _number(path, name, entry, "texture_size_m", 1.0)
    texture = str(entry.get("texture", NEUTRAL))
    painted = 1.0 if texture.startswith(FACADE_PREFIX) else 0.0
    coats = _coats(path, name, entry)
    return [
        [*colour, float(number)],
        [
            _number(path, name, entry, "roughness", 0.9),
            _number(path, name, entry, "metallic", 0.0),
            _number(path, name, entry, "relief", 0.0),
            _number(path, name, entry, "emission", 0.0),
        ],
        [
            float(layers.index(texture)),
            1.0 / max(size_m, 1e-3),
            painted,
            float(len(coats)) or _cut(path, name, entry),
        ],
        *(coats + [[float(number == MaterialClass.FOLIAGE)] * 4] * (COATS - len(coats))),
    ]  # fmt: skip


def _cut(path: Path, name: str, entry: dict[str, Any]) -> float:
    """Below 1, since from there on the same number counts coats."""
    cut = _number(path, name, entry, "cut", 0.0)
    if not 0.0 <= cut < 1.0:
        raise ContentError(path, "cut is not from 0 to below 1", where=f"[{name}]")
    return cut


def _coats(path: Path, name: str, entry: dict[str, Any]) -> list[list[float]]:
    """The colours that copies are painted with, often seen ones named more than once."""
    told = entry.get("coats", [])
    if told and "cut" in entry:
        raise ContentError(path, "has both cut and coats", where=f"[{name}]")
    if not isinstance(told, list) or len(told) > COATS:
        raise ContentError(path, f"coats is no list of {COATS} at most", where=f"[{name}]")
    return [[*linear_of(path, name, str(one)), 0.0] for one in told]


def linear_of(path: Path, name: str, text: str) -> list[float]:
    """Linear colour of "#RRGGBB"; ContentError names the entry."""
    try:
        parts = [int(text[start : start + 2], 16) / 255.0 for start in (1, 3, 5)]
    except ValueError:
        raise ContentError(
            path, f"'{text}' is no colour", where=f"[{name}]", hint='write "#RRGGBB"'
        ) from None
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
