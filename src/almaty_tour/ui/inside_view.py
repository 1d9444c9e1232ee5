"""What the interface is told of interiors: the ways in, and what is at hand within one."""

from __future__ import annotations

from dataclasses import dataclass

from almaty_tour.session.doors import Door
from almaty_tour.session.inside import at_door, interior_at
from almaty_tour.session.state import Mode, SessionState
from almaty_tour.session.world import World


@dataclass(frozen=True)
class EntryView:
    """A way into an interior: its name in the visitor's language, and in all of them."""

    interior: str
    landmark: str
    name: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class InsideView:
    """Interiors as seen from here.

    Attributes:
        entries: all ways in. entry: the one whose door is in reach, or None.
        name, lead: of the interior one is in, "" outdoors.
        exhibit: name of the one at hand there, "" for none. stands: whether there are any.
        at_door: whether one is at a door that leads out.
    """

    entries: tuple[EntryView, ...] = ()
    entry: EntryView | None = None
    name: str = ""
    lead: str = ""
    exhibit: str = ""
    stands: bool = False
    at_door: bool = False

    def names_within(self, landmark: str) -> tuple[str, ...]:
        """What the interiors of a landmark are called, in all languages."""
        return tuple(name for one in self.entries if one.landmark == landmark for name in one.names)

    def entry_of(self, landmark: str) -> EntryView | None:
        """The first way in at a landmark."""
        return next((one for one in self.entries if one.landmark == landmark), None)


NOT_INSIDE = InsideView()


def inside_view(world: World, state: SessionState) -> InsideView:
    """Interiors as a state sees them."""
    language = state.preferences.language
    if state.mode is Mode.EXPLORE:
        entries = tuple(_entry(world, door, language) for door in world.doors)
        here = next((one for one in entries if one.interior == state.door), None)
        return InsideView(entries, here)
    spec = interior_at(world, state.camera)
    if state.mode is not Mode.INSIDE or spec is None:
        return NOT_INSIDE
    exhibit = world.exhibits.get(state.at_stand or "")
    return InsideView(
        name=spec.name[language],
        lead=spec.lead[language],
        exhibit="" if exhibit is None else exhibit.name[language],
        stands=any(stand.exhibit in world.exhibits for stand in spec.stands),
        at_door=at_door(world, state.camera),
    )


def _entry(world: World, door: Door, language: str) -> EntryView:
    name = world.interiors[door.interior].name
    return EntryView(door.interior, door.landmark, name[language], tuple(name.values()))
