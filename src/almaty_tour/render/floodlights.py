"""How landmarks are lit by night: the table `assets/content/floodlights.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError

F32 = npt.NDArray[np.float32]
Colour = tuple[float, float, float]
Ring = tuple[float, float]
ANY = "any"
RING = np.array([(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)])


@dataclass(frozen=True)
class Floodlight:
    """The lamps of one landmark.

    Attributes:
        foot, top: linear colours of the light there.
        warning: rings of four red lights: metres up and out; one light where it is not out.
    """

    foot: Colour
    top: Colour
    warning: tuple[Ring, ...] = ()

    @property
    def spots(self) -> F32:
        """(n, 3) f4 places of the red lights, relative to the landmark's origin."""
        rows = [
            (*(way * out_m), up_m)
            for up_m, out_m in self.warning
            for way in (RING if out_m > 0.0 else RING[:1])
        ]
        return np.array(rows, np.float32).reshape(-1, 3)


@lru_cache(maxsize=1)
def floodlights() -> Mapping[str, Floodlight]:
    """The shipped table, by the id of the landmark."""
    return load_floodlights(assets_dir() / "content" / "floodlights.toml")


def floodlight_of(landmark: str) -> Floodlight:
    """How a landmark is lit, by its id."""
    table = floodlights()
    return table.get(landmark, table[ANY])


def load_floodlights(path: Path) -> dict[str, Floodlight]:
    """The lamps in a TOML file. Raises ContentError with the key that is wrong."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ContentError(path, f"cannot be read: {fault.strerror}") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ContentError(path, f"is not TOML: {fault}") from fault
    found = {name: _floodlight(path, name, row) for name, row in data.items()}
    if ANY not in found:
        raise ContentError(path, "says nothing of what is not named", where=ANY)
    return found


def _floodlight(path: Path, name: str, row: object) -> Floodlight:
    try:
        assert isinstance(row, dict)
        foot, top = _colour(row["foot"]), _colour(row["top"])
        warning = tuple((float(up), float(out)) for up, out in row.get("warning", ()))
    except (AssertionError, KeyError, TypeError, ValueError) as fault:
        raise ContentError(path, "needs colours `foot` and `top`", where=name) from fault
    return Floodlight(foot, top, warning)


def _colour(text: str) -> Colour:
    """Linear red, green and blue of `#RRGGBB`."""
    red, green, blue = (int(text[at : at + 2], 16) / 255.0 for at in (1, 3, 5))
    return red**2.2, green**2.2, blue**2.2
