"""Completeness of what a visitor reads: every text in three languages, none too long."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AlmatyTourError, ContentError, SettingError
from almaty_tour.content.exhibits import load_exhibits
from almaty_tour.content.history import load_history
from almaty_tour.content.load import MAX_TOML_BYTES, load_landmarks, load_tours
from almaty_tour.content.model import LANGUAGES, Text
from almaty_tour.content.postcards import load_postcards
from almaty_tour.content.weather import load_weathers

LEAD_LIMIT = 200
FACT_LIMIT = 180
CAPTION_LIMIT = 240
EXHIBIT_LINE_LIMIT = 120
EVENT_LIMIT = 120


def check_words(content: Path) -> list[AlmatyTourError]:
    """Faults of every text that a visitor can read."""
    told = (
        _landmark_faults, _tour_faults, _named_faults, _exhibit_faults, _history_faults,
        interface_faults,
    )  # fmt: skip
    return [fault for faults in told for fault in faults(content)]


def interface_faults(content: Path) -> list[AlmatyTourError]:
    """Keys of the interface that one language has and another lacks."""
    keys: dict[str, set[str]] = {}
    faults: list[AlmatyTourError] = []
    for language in LANGUAGES:
        path = content / language / "ui.toml"
        try:
            table = tomllib.loads(read_bounded(path, MAX_TOML_BYTES).decode("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            faults.append(ContentError(path, f"is not TOML: {error}"))
            continue
        except AlmatyTourError as error:
            faults.append(error)
            continue
        keys[language] = set(_paths(table)) - {"needs_proofreading"}
    everything = set().union(*keys.values()) if keys else set()
    for language, present in keys.items():
        path = content / language / "ui.toml"
        faults += [
            ContentError(path, "text is missing", where=key) for key in sorted(everything - present)
        ]
    return faults


def _paths(table: dict[str, object], prefix: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _paths(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}"


def _landmark_faults(content: Path) -> Iterator[AlmatyTourError]:
    landmarks, _ = load_landmarks(content)
    categories = _categories(content)
    for spec in landmarks.values():
        path = content / "landmarks" / f"{spec.id}.toml"
        if categories and spec.category not in categories:
            known = f"known: {', '.join(sorted(categories))}"
            what = f"'{spec.category}' has no word in the interface"
            yield ContentError(path, what, where="category", hint=known)
        for member in sorted(set(spec.members) - set(landmarks)):
            hint = "its file is missing or broken"
            yield ContentError(path, f"there is no landmark '{member}'", where="members", hint=hint)
        yield from _text_faults(path, "name", spec.name, 60)
        yield from _text_faults(path, "lead", spec.lead, LEAD_LIMIT)
        for number, fact in enumerate(spec.facts, 1):
            yield from _text_faults(path, f"fact {number}", fact.text, FACT_LIMIT)
        for note in spec.annotations:
            yield from _text_faults(path, f"annotation {note.part}", note.text, 80)
        if spec.no_model is not None:
            yield from _text_faults(path, "no_model", spec.no_model, FACT_LIMIT)


def _categories(content: Path) -> set[str]:
    """Categories that the interface has a word for; empty when its file is broken."""
    try:
        data = read_bounded(content / LANGUAGES[0] / "ui.toml", MAX_TOML_BYTES)
        return set(tomllib.loads(data.decode("utf-8")).get("category", {}))
    except (AlmatyTourError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return set()


def _tour_faults(content: Path) -> Iterator[AlmatyTourError]:
    tours, _ = load_tours(content)
    for tour in tours.values():
        path = content / "tours" / f"{tour.id}.toml"
        yield from _text_faults(path, "name", tour.name, 40)
        yield from _text_faults(path, "description", tour.description, 120)
        for number, step in enumerate(tour.steps, 1):
            if step.caption:
                yield from _text_faults(path, f"step {number} caption", step.caption, CAPTION_LIMIT)


def _named_faults(content: Path) -> Iterator[AlmatyTourError]:
    """Postcards and kinds of weather: broken files, names missing or too long, unknown weather."""
    cards, card_faults = load_postcards(content)
    weathers, weather_faults = load_weathers(content)
    yield from (*card_faults, *weather_faults)
    for card in cards.values():
        path = content / "postcards" / f"{card.id}.toml"
        yield from _text_faults(path, "name", card.name, 60)
        if card.weather not in weathers:
            what = str(SettingError.unknown("weather", card.weather, weathers))
            yield ContentError(path, what, where="weather")
    for kind in weathers.values():
        yield from _text_faults(content / "weather" / f"{kind.id}.toml", "name", kind.name, 24)


def _text_faults(path: Path, where: str, text: Text, limit: int) -> Iterator[AlmatyTourError]:
    for language in LANGUAGES:
        words = text.get(language, "").strip()
        if not words:
            yield ContentError(path, f"has no text in '{language}'", where=where)
        elif len(words) > limit:
            what = f"has {len(words)} characters in '{language}', at most {limit}"
            yield ContentError(path, what, where=where)


def _exhibit_faults(content: Path) -> Iterator[AlmatyTourError]:
    exhibits, faults = load_exhibits(content)
    yield from faults
    for spec in exhibits.values():
        path = content / "exhibits" / f"{spec.id}.toml"
        yield from _text_faults(path, "name", spec.name, 60)
        yield from _text_faults(path, "lead", spec.lead, LEAD_LIMIT)
        for key in ("period", "material", "find_place"):
            yield from _text_faults(path, key, getattr(spec, key), EXHIBIT_LINE_LIMIT)
        for number, fact in enumerate(spec.story, 1):
            yield from _text_faults(path, f"story {number}", fact.text, FACT_LIMIT)
        for note in spec.annotations:
            yield from _text_faults(path, f"annotation {note.part}", note.text, FACT_LIMIT)


def _history_faults(content: Path) -> Iterator[AlmatyTourError]:
    events, faults = load_history(content)
    yield from faults
    landmarks, _ = load_landmarks(content)
    folder = content / "history"
    for event in events.values():
        where = f"event {event.id}"
        yield from _text_faults(folder, where, event.text, EVENT_LIMIT)
        yield from _text_faults(folder, f"{where} date", event.date, 60)
        if event.place and event.place not in landmarks:
            yield ContentError(folder, f"there is no landmark '{event.place}'", where=where)
