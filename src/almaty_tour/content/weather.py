"""Kinds of weather that a visitor can choose, one TOML each in `assets/content/weather`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.content import schema
from almaty_tour.content.load import check_range, decoded, load_all, text
from almaty_tour.content.model import Text

DEFAULT_WEATHER = "fair"
SHARES = ("wetness", "haze", "rain", "snowfall")
HIGHEST_SNOW_LINE_M = 9000.0
CEILINGS_M = (1200.0, 9000.0)


@dataclass(frozen=True)
class Weather:
    """One kind of weather.

    Attributes:
        order: kinds are offered by it. icon: one of `ui.icons`.
        cloud: 0 clear to 1 overcast, None for what the month brings.
        wetness, haze, rain, snowfall: 0 to 1.
        snow_line_m: metres above the sea from which snow lies, where the month has it no lower;
            None for that of the month.
        ceiling_m: metres above the sea from which cloud hides the mountains, None for nowhere.
        months: when there is such weather, 1 to 12; empty for always.
    """

    id: str
    order: int
    icon: str
    name: Text
    cloud: float | None
    wetness: float
    haze: float
    rain: float
    snowfall: float
    snow_line_m: float | None
    ceiling_m: float | None
    months: tuple[int, ...]


def load_weather(path: Path) -> Weather:
    """One kind of weather; ContentError names file, key and fault."""
    file = decoded(path, schema.WeatherFile)
    for key in SHARES:
        check_range(path, key, getattr(file, key), 0.0, 1.0)
    if file.cloud is not None:
        check_range(path, "cloud", file.cloud, 0.0, 1.0)
    if file.snow_line_m is not None:
        check_range(path, "snow_line_m", file.snow_line_m, 0.0, HIGHEST_SNOW_LINE_M)
    if file.ceiling_m is not None:
        check_range(path, "ceiling_m", file.ceiling_m, *CEILINGS_M)
    for month in file.months:
        check_range(path, "months", month, 1, 12)
    return Weather(
        id=path.stem,
        order=file.order,
        icon=file.icon,
        name=text(file.name),
        cloud=file.cloud,
        wetness=file.wetness,
        haze=file.haze,
        rain=file.rain,
        snowfall=file.snowfall,
        snow_line_m=file.snow_line_m,
        ceiling_m=file.ceiling_m,
        months=file.months,
    )


def load_weathers(content: Path) -> tuple[dict[str, Weather], list[AlmatyTourError]]:
    """All kinds by id in their order, and the faults of those left out."""
    found, faults = load_all(content / "weather", load_weather)
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[0]))), faults
