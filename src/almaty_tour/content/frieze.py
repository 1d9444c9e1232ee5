"""The story as boards along a wall: which events share one, and where each of them hangs."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from almaty_tour.content import schema
from almaty_tour.content.history import Event
from almaty_tour.content.interiors import Hanging, InteriorSpec
from almaty_tour.content.load import decoded, text
from almaty_tour.content.model import Text

GROUP: Final = "frieze"
GAP_M: Final = 0.12
"""Between two boards that share a place."""


@dataclass(frozen=True)
class FriezeWords:
    """What stands on boards beside the events: of a doubt, and the name of each decision."""

    uncertain: Text
    decisions: dict[str, Text]


@dataclass(frozen=True)
class Board:
    """Some events on a wall.

    Attributes:
        events: in their order; a decision has a board for itself.
        at_m: middle, on the wall. facing_deg: where it looks. size_m: width and height.
    """

    events: tuple[Event, ...]
    at_m: tuple[float, float, float]
    facing_deg: float
    size_m: tuple[float, float]

    @property
    def decision(self) -> str:
        """The decision that it tells, "" for none."""
        return self.events[0].decision if len(self.events) == 1 else ""


def load_frieze_words(content: Path) -> FriezeWords:
    """The words of `content/frieze.toml`; ContentError names key and fault."""
    file = decoded(content / "frieze.toml", schema.FriezeFile)
    named = {
        "independence": file.independence, "constitution": file.constitution,
        "currency": file.currency, "test_site": file.test_site,
    }  # fmt: skip
    return FriezeWords(text(file.uncertain), {key: text(one) for key, one in named.items()})


def boards(spec: InteriorSpec, events: Sequence[Event]) -> tuple[Board, ...]:
    """The boards of an interior, as one walks along them from the door; none without places."""
    places = _in_order(spec)
    runs = _runs(events)
    if not places or not events:
        return ()
    if len(places) < len(runs):
        runs = [tuple(events)]
    found: list[Board] = []
    at = 0
    for run, count in zip(runs, _shares([len(run) for run in runs], len(places)), strict=True):
        ours = places[at : at + count]
        halves = ours if len(run) == 1 else [half for one in ours for half in _halves(one)]
        found += [
            Board(page, *place)
            for page, place in zip(_even(run, len(halves)), map(_placed, halves), strict=True)
            if page
        ]
        at += count
    return tuple(found)


def _in_order(spec: InteriorSpec) -> list[Hanging]:
    """Places of the frieze: first the wall that begins nearest to the door."""
    walls = [
        list(group)
        for _, group in itertools.groupby(
            (one for one in spec.hangings if one.group == GROUP),
            key=lambda one: one.id.rpartition(".")[0],
        )
    ]
    door = spec.portals[0].inside_m
    walls.sort(key=lambda wall: math.dist(wall[0].at_m[:2], door[:2]))
    return [one for wall in walls for one in wall]


def _runs(events: Sequence[Event]) -> list[tuple[Event, ...]]:
    """The decisions alone, and what lies between them."""
    found: list[tuple[Event, ...]] = []
    for decided, group in itertools.groupby(events, key=lambda one: bool(one.decision)):
        together = tuple(group)
        found += [(one,) for one in together] if decided else [together]
    return found


def _shares(sizes: Sequence[int], places: int) -> list[int]:
    """How many places each run gets: one, and the others where events are most crowded."""
    given = [1] * len(sizes)
    for _ in range(places - len(sizes)):
        given[max(range(len(sizes)), key=lambda i: sizes[i] / given[i])] += 1
    return given


def _even(run: tuple[Event, ...], pages: int) -> list[tuple[Event, ...]]:
    """The run cut into pages of about as many events each."""
    cuts = [round(len(run) * k / pages) for k in range(pages + 1)]
    return [run[a:b] for a, b in itertools.pairwise(cuts)]


def _halves(place: Hanging) -> list[Hanging]:
    """Two upright places in a wide one, from left to right."""
    wide, tall = place.most_m
    if wide <= tall:
        return [place]
    half = (wide - GAP_M) / 2.0
    turn, away = math.radians(place.facing_deg), (half + GAP_M) / 2.0
    x, y, z = place.at_m
    return [
        Hanging(
            f"{place.id}{side}", place.group,
            (x - sign * away * math.cos(turn), y + sign * away * math.sin(turn), z),
            place.facing_deg, (half, tall),
        )
        for side, sign in (("a", -1.0), ("b", 1.0))
    ]  # fmt: skip


def _placed(place: Hanging) -> tuple[tuple[float, float, float], float, tuple[float, float]]:
    return place.at_m, place.facing_deg, place.most_m
