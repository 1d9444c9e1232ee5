"""The numbers of `assets/content/light.toml`: how light looks where physics leaves a choice."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError

Colour = tuple[float, float, float]
Row = tuple[float, ...]


@dataclass(frozen=True)
class Look:
    """Every table of `light.toml`.

    Attributes:
        heights_deg, keys, balance, cool: by the sun's height, how bright a picture is made, how
            much of the light's colour is taken for white, and how much bluer the rest is made.
        gain: of the sky. fill: of the light in the shade.
        ground_albedo, snow_albedo: what the ground throws back up.
        glow, moon_glow, moon_light, city_glow: radiances of the night against the sun's.
        lamp_light: exposed radiance of a lamp.
        hours, lit_rooms: by the solar hour, share of windows with light behind them.
        cover: share of the sky under clouds, by month.
    """

    heights_deg: Row
    keys: Row
    balance: Row
    cool: Row
    gain: float
    fill: float
    ground_albedo: float
    snow_albedo: float
    glow: Colour
    moon_glow: Colour
    moon_light: Colour
    city_glow: Colour
    lamp_light: float
    hours: Row
    lit_rooms: Row
    cover: Row


TABLES = {
    "exposure": ("heights_deg", "keys", "balance", "cool"),
    "sky": ("gain", "fill", "ground_albedo", "snow_albedo"),
    "night": ("glow", "moon_glow", "moon_light", "city_glow", "lamp_light", "hours", "lit_rooms"),
    "clouds": ("cover",),
}

CURVES = (("heights_deg", "keys", "balance", "cool"), ("hours", "lit_rooms"))


def load_look(path: Path) -> Look:
    """The look in a TOML file. Raises ContentError with the key that is wrong."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ContentError(path, f"cannot be read: {fault.strerror}") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ContentError(path, f"is not TOML: {fault}") from fault
    found: dict[str, object] = {}
    for table, keys in TABLES.items():
        for key in keys:
            found[key] = _value(path, data.get(table), table, key)
    for first, *others in CURVES:
        if any(_length(found[other]) != _length(found[first]) for other in others):
            raise ContentError(path, "differ in length", where=", ".join((first, *others)))
    return Look(**found)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def look() -> Look:
    """The shipped look."""
    return load_look(assets_dir() / "content" / "light.toml")


def _length(value: object) -> int:
    return len(value) if isinstance(value, tuple) else 0


def _value(path: Path, table: object, name: str, key: str) -> float | Row:
    """One number or row of numbers; rows of the night are colours."""
    value = table.get(key) if isinstance(table, dict) else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, list) and value and all(isinstance(one, int | float) for one in value):
        return tuple(float(one) for one in value)
    raise ContentError(path, "is no number and no row of numbers", where=f"{name}.{key}")
