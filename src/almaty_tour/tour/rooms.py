"""What a tour looks at indoors: exhibits on stands, places on walls, boards of the story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from almaty_tour.base.errors import SettingError
from almaty_tour.content.frieze import boards
from almaty_tour.content.history import Event
from almaty_tour.content.interiors import InteriorSpec
from almaty_tour.content.model import View

Vec3 = tuple[float, float, float]


@dataclass(frozen=True)
class Rooms:
    """Interiors by id, and the events of the story that hangs in them."""

    interiors: Mapping[str, InteriorSpec] = field(default_factory=dict)
    history: Mapping[str, Event] = field(default_factory=dict)

    def spot(self, view: View) -> tuple[Vec3, float]:
        """Where it is and where its front looks, degrees; SettingError for what is not there."""
        if not (view.exhibit or view.picture or view.event):
            return view.at_m, 0.0
        spec = self.interior(view.interior or "")
        if view.exhibit:
            stand = spec.stand(view.exhibit)
            if stand is None:
                known = [one.exhibit for one in spec.stands]
                raise SettingError.unknown("stand", view.exhibit, known)
            x, y, z = stand.at_m
            return (x, y, z + stand.plinth_m), stand.heading_deg
        if view.picture:
            places = {one.id: one for one in spec.hangings}
            if view.picture not in places:
                raise SettingError.unknown("place for a picture", view.picture, places)
            return places[view.picture].at_m, places[view.picture].facing_deg
        return self._told(spec, view.event)

    def _told(self, spec: InteriorSpec, event: str) -> tuple[Vec3, float]:
        found = boards(spec, tuple(self.history.values()))
        board = next((one for one in found if event in {e.id for e in one.events}), None)
        if board is None:
            known = [one.id for board in found for one in board.events]
            raise SettingError.unknown("event", event, known)
        return board.at_m, board.facing_deg

    def interior(self, interior: str) -> InteriorSpec:
        """An interior by its id; SettingError for an unknown one."""
        if interior not in self.interiors:
            raise SettingError.unknown("interior", interior, self.interiors)
        return self.interiors[interior]


NO_ROOMS = Rooms()
