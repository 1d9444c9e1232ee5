"""The story of the city: dated events, in the TOML files of `assets/content/history`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from almaty_tour.base.errors import AlmatyTourError, ContentError
from almaty_tour.content import schema
from almaty_tour.content.load import check_range, decoded, load_all, text
from almaty_tour.content.model import Text

THEMES = ("ancient", "city", "state", "culture", "sport", "disaster")
YEARS = (-10_000.0, 2100.0)


@dataclass(frozen=True)
class Event:
    """One event.

    Attributes:
        year: events are in its order; negative before our era, a fraction within a year.
        date: as told to a visitor. place: id of a landmark where it can be thought of.
        decision: which of the four decisions taken in Almaty it is, empty for all others.
        source: who states it; empty where it is told as uncertain.
    """

    id: str
    year: float
    date: Text
    theme: str
    text: Text
    place: str
    decision: str
    source: str

    @property
    def certain(self) -> bool:
        return bool(self.source)


def load_events(path: Path) -> tuple[Event, ...]:
    """The events of one file; ContentError names file, event and fault."""
    file = decoded(path, schema.HistoryFile)
    for one in file.events:
        check_range(path, f"event {one.id} year", one.year, *YEARS)
    return tuple(
        Event(
            id=one.id,
            year=one.year,
            date=text(one.date),
            theme=one.theme,
            text=text(one),
            place=one.place,
            decision=one.decision,
            source=one.source,
        )
        for one in file.events
    )


def load_history(content: Path) -> tuple[dict[str, Event], list[AlmatyTourError]]:
    """All events by id from the oldest on, and the faults of those left out."""
    files, faults = load_all(content / "history", load_events)
    found: dict[str, Event] = {}
    for name, events in files.items():
        for event in events:
            if event.id in found:
                path = content / "history" / f"{name}.toml"
                faults.append(ContentError(path, "is there twice", where=f"event {event.id}"))
            found.setdefault(event.id, event)
    return dict(sorted(found.items(), key=lambda item: (item[1].year, item[0]))), faults
