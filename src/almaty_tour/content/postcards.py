"""Postcards: views chosen for their beauty, one TOML each in `assets/content/postcards`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.content import schema
from almaty_tour.content.load import (
    LATITUDES_DEG,
    LONGITUDES_DEG,
    check_moment,
    check_range,
    decoded,
    load_all,
    text,
)
from almaty_tour.content.model import Text
from almaty_tour.content.weather import DEFAULT_WEATHER

MOST_SHIFT: Final = 1.0
"""Of the lens of a postcard; farther off its axis a picture is all stretched corner."""


@dataclass(frozen=True)
class Postcard:
    """Where the eye stands, where it looks, and when.

    Attributes:
        order: postcards are drawn and numbered by it.
        time: local in Almaty, ISO. weather: id of a kind of weather.
        seconds: how long cars and people have been on their way. above_m: above the ground
            under the eye. shift: of the lens, upwards, a share of the height of the picture.
            haze: of the air, 0 to 1; None is that of the weather.
    """

    id: str
    order: int
    name: Text
    time: str
    weather: str
    latitude_deg: float
    longitude_deg: float
    above_m: float
    heading_deg: float
    pitch_deg: float
    fov_deg: float
    seconds: float = 0.0
    haze: float | None = None
    shift: float = 0.0


def load_postcard(path: Path) -> Postcard:
    """One postcard; ContentError names file, key and fault."""
    file = decoded(path, schema.PostcardFile)
    view = file.view
    check_moment(path, "time", file.time)
    check_range(path, "seconds", file.seconds, 0.0, 3_600.0)
    if file.haze is not None:
        check_range(path, "haze", file.haze, 0.0, 1.0)
    check_range(path, "view.latitude_deg", view.latitude_deg, *LATITUDES_DEG)
    check_range(path, "view.longitude_deg", view.longitude_deg, *LONGITUDES_DEG)
    check_range(path, "view.above_m", view.above_m, 0.5, 20_000.0)
    check_range(path, "view.heading_deg", view.heading_deg, -360.0, 360.0)
    check_range(path, "view.pitch_deg", view.pitch_deg, -89.0, 89.0)
    check_range(path, "view.fov_deg", view.fov_deg, 5.0, 120.0)
    check_range(path, "view.shift", view.shift, -MOST_SHIFT, MOST_SHIFT)
    return Postcard(
        id=path.stem,
        order=file.order,
        name=text(file.name),
        time=file.time,
        weather=DEFAULT_WEATHER if file.weather is None else file.weather,
        latitude_deg=view.latitude_deg,
        longitude_deg=view.longitude_deg,
        above_m=view.above_m,
        heading_deg=view.heading_deg,
        pitch_deg=view.pitch_deg,
        fov_deg=view.fov_deg,
        seconds=file.seconds,
        haze=file.haze,
        shift=view.shift,
    )


def load_postcards(content: Path) -> tuple[dict[str, Postcard], list[AlmatyTourError]]:
    """All postcards by id in their order, and the faults of those left out."""
    found, faults = load_all(content / "postcards", load_postcard)
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[0]))), faults
