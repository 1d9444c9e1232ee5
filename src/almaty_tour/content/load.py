"""Reading the content: one broken file is reported and left out, the rest goes on."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AlmatyTourError, ContentError
from almaty_tour.content import schema
from almaty_tour.content.model import (
    Annotation,
    Fact,
    LandmarkSpec,
    Pad,
    Sound,
    StepKind,
    Text,
    Tour,
    TourStep,
    View,
)

MAX_TOML_BYTES = 1_000_000
LATITUDES_DEG, LONGITUDES_DEG = (42.4, 44.0), (75.8, 78.1)
"""The land that the ground covers."""

_CLOCK = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")
_T = TypeVar("_T")
_F = TypeVar("_F", bound=msgspec.Struct)


def load_landmark(path: Path) -> LandmarkSpec:
    """One landmark; ContentError names file, key and fault."""
    file = decoded(path, schema.LandmarkFile)
    place = file.place
    check_range(path, "place.latitude_deg", place.latitude_deg, *LATITUDES_DEG)
    check_range(path, "place.longitude_deg", place.longitude_deg, *LONGITUDES_DEG)
    check_range(path, "place.height_m", place.height_m, 0.1, 1000.0)
    return LandmarkSpec(
        id=path.stem,
        latitude_deg=place.latitude_deg,
        longitude_deg=place.longitude_deg,
        bearing_deg=place.bearing_deg % 360.0,
        height_m=place.height_m,
        height_source=place.height_source,
        radius_m=place.radius_m,
        category=file.category,
        tier=file.tier,
        pads=tuple(_pad(path, pad) for pad in filter(None, (place.pad, *place.pads))),
        model="" if file.no_model else file.model or f"{path.stem}.glb",
        name=text(file.name),
        lead=text(file.lead),
        facts=tuple(Fact(text(fact), fact.source) for fact in file.facts),
        annotations=tuple(Annotation(a.part, a.at_m, text(a)) for a in file.annotations),
        year=file.year,
        architects=None if file.architects is None else text(file.architects),
        sources=file.sources,
        sounds=tuple(Sound(sound.name, sound.at_m) for sound in file.sounds),
        no_model=None if file.no_model is None else text(file.no_model),
        members=file.members,
    )


def _pad(path: Path, pad: schema.PadFile) -> Pad:
    check_range(path, "pad.radius_m", pad.radius_m, 1.0, 1500.0)
    check_range(path, "pad.blend_m", pad.blend_m, 0.0, 1500.0)
    for value in pad.at_m:
        check_range(path, "pad.at_m", value, -5000.0, 5000.0)
    if pad.level_m is not None:
        check_range(path, "pad.level_m", pad.level_m, 0.0, 5000.0)
    return Pad(pad.radius_m, pad.blend_m, pad.at_m, pad.level_m)


def load_tour(path: Path) -> Tour:
    """One tour; ContentError names file, step and fault."""
    file = decoded(path, schema.TourFile)
    if not file.steps:
        raise ContentError(path, "has no steps", where="steps", hint="add [[steps]]")
    check_moment(path, "start", file.start)
    for number, (before, step) in enumerate(itertools.pairwise(file.steps), 2):
        if before.interior != step.interior and step.kind != "cut":
            what = "is in another space than the step before"
            raise ContentError(path, what, where=f"step {number}", hint='kind = "cut"')
    return Tour(
        id=path.stem,
        version=file.version,
        name=text(file.name),
        description=text(file.description),
        start=file.start,
        steps=tuple(_step(path, number, step) for number, step in enumerate(file.steps, 1)),
        event=file.event,
        weather=file.weather,
    )


def load_landmarks(content: Path) -> tuple[dict[str, LandmarkSpec], list[AlmatyTourError]]:
    """All landmarks by id, in order of their ids, and the faults of those left out."""
    return load_all(content / "landmarks", load_landmark)


def load_tours(content: Path) -> tuple[dict[str, Tour], list[AlmatyTourError]]:
    """All tours by id, in order of their ids, and the faults of those left out."""
    return load_all(content / "tours", load_tour)


def load_all(
    folder: Path, load: Callable[[Path], _T]
) -> tuple[dict[str, _T], list[AlmatyTourError]]:
    """What `load` makes of every TOML of a folder, and the faults of those left out."""
    found: dict[str, _T] = {}
    faults: list[AlmatyTourError] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            found[path.stem] = load(path)
        except AlmatyTourError as fault:
            faults.append(fault)
    return found, faults


def decoded(path: Path, kind: type[_F]) -> _F:
    """A TOML file in the shape of `kind`; ContentError names file, key and fault."""
    data = read_bounded(path, MAX_TOML_BYTES)
    try:
        return msgspec.toml.decode(data, type=kind)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        raise ContentError(path, what, where=_counted(where.strip("`$."))) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ContentError(
            path, f"is not TOML: {error}", hint=f"see docs/{_GUIDES.get(kind, 'architecture.md')}"
        ) from error


_GUIDES: dict[type, str] = {
    schema.LandmarkFile: "add-a-landmark.md",
    schema.TourFile: "add-a-tour.md",
    schema.PostcardFile: "add-a-postcard.md",
    schema.WeatherFile: "add-a-weather.md",
    schema.ExhibitFile: "add-an-exhibit.md",
    schema.HistoryFile: "add-an-event.md",
    schema.InteriorFile: "add-an-interior.md",
}


def _counted(where: str) -> str:
    """`steps[1].kind` as a visitor counts: `step 2 kind`."""
    found = re.match(r"(\w+?)s?\[(\d+)\]\.?(.*)", where)
    return f"{found[1]} {int(found[2]) + 1} {found[3]}".strip() if found else where


def _step(path: Path, number: int, step: schema.StepFile) -> TourStep:
    where = f"step {number}"
    placed = (step.latitude_deg is not None) and (step.longitude_deg is not None)
    if (step.landmark is not None) + placed + (step.interior is not None) != 1:
        raise ContentError(
            path, "needs either landmark, interior or latitude_deg and longitude_deg", where=where
        )
    shown = [one for one in (step.exhibit, step.picture, step.event) if one]
    if shown and (step.interior is None or len(shown) > 1):
        what = "exhibit, picture and event are looked at in an interior, one of them at a time"
        raise ContentError(path, what, where=where)
    if step.travel_s is not None and step.speed_m_s is not None:
        raise ContentError(path, "has both travel_s and speed_m_s", where=where, hint="keep one")
    if step.time is not None and not _CLOCK.fullmatch(step.time):
        raise ContentError(path, f"time '{step.time}' is not HH:MM", where=where)
    nearest_m = 1.0 if step.interior is None else 0.2
    check_range(path, f"{where} distance_m", step.distance_m, nearest_m, 100_000.0)
    check_range(path, f"{where} above_m", step.above_m, -step.distance_m, step.distance_m)
    check_range(path, f"{where} hold_s", step.hold_s, 0.0, 600.0)
    for name, value in (("travel_s", step.travel_s), ("speed_m_s", step.speed_m_s)):
        if value is not None:
            check_range(path, f"{where} {name}", value, 0.1, 10_000.0)
    return TourStep(
        kind=StepKind(step.kind),
        view=View(
            landmark=step.landmark,
            latitude_deg=step.latitude_deg,
            longitude_deg=step.longitude_deg,
            from_deg=step.from_deg,
            distance_m=step.distance_m,
            above_m=step.above_m,
            look_up_m=step.look_up_m,
            interior=step.interior,
            at_m=step.at_m,
            exhibit=step.exhibit,
            picture=step.picture,
            event=step.event,
        ),
        travel_s=step.travel_s,
        speed_m_s=step.speed_m_s,
        hold_s=step.hold_s,
        turn_deg=step.turn_deg,
        caption={} if step.caption is None else text(step.caption),
        time=step.time,
    )


def text(words: schema.Translated) -> Text:
    """The three languages of a table."""
    return {"kk": words.kk, "ru": words.ru, "en": words.en}


def check_range(path: Path, where: str, value: float, low: float, high: float) -> None:
    """ContentError when a number is not `low` to `high`."""
    if not low <= value <= high:
        raise ContentError(path, f"is {value}, must be {low} to {high}", where=where)


def check_moment(path: Path, where: str, moment: str) -> None:
    """ContentError when a text is no ISO date and time."""
    try:
        datetime.fromisoformat(moment)
        good = "T" in moment
    except ValueError:
        good = False
    if not good:
        what, hint = f"'{moment}' is no local time", "for example 2026-06-21T17:30"
        raise ContentError(path, what, where=where, hint=hint)
