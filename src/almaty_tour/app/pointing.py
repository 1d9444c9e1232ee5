"""What lies under a click, and which annotated points the picture hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from almaty_tour.session.commands import Command
from almaty_tour.session.looking import picture_under
from almaty_tour.session.state import Mode, SessionState

if TYPE_CHECKING:
    from almaty_tour.render.frame import Frame
    from almaty_tour.session.framing import Framing
    from almaty_tour.session.stage import Stage


def pointed_at(
    stage: Stage, framing: Framing, state: SessionState, frame: Frame, at_px: tuple[float, float]
) -> Command | None:
    """The wish of a click: a framed picture, a landmark's card, a stand, a point to measure."""
    if state.mode in (Mode.EXPLORE, Mode.INSIDE) and frame.framed is not None:
        _, away_m = stage.renderer.pick(frame, *at_px)
        if (picture := picture_under(frame, *at_px, away_m)) is not None:
            return Command("look_at_picture", picture)
    if state.mode is Mode.EXPLORE:
        found = stage.landmark_at(frame, *at_px)
        return None if found is None else Command("select", found)
    if state.mode is Mode.INSIDE:
        stand = stage.stand_at(frame, *at_px)
        name = "show_exhibit" if stand == state.at_stand else "go_to_stand"
        return None if stand is None else Command(name, stand)
    held = state.held
    if state.mode is not Mode.EXHIBITION or held is None or held.beside or not held.measured:
        return None
    point = framing.point_at(frame, *at_px)
    if point is None:
        return None
    return Command("mark_point", " ".join(f"{one:.3f}" for one in point))


def hidden_points(
    stage: Stage, framing: Framing, state: SessionState, frame: Frame
) -> frozenset[int]:
    """Which annotated points of the landmark or exhibit something stands before."""
    from almaty_tour.ui.pins import points_of

    world, chosen, held = stage.world, state.selected or "", state.held
    if state.mode is Mode.EXPLORE and chosen in world.landmarks:
        points = points_of(world.landmarks[chosen], world.places[chosen])
        return stage.hidden_points(frame, points)
    if state.mode is Mode.EXHIBITION and held is not None:
        notes = world.exhibits[held.exhibit].annotations
        return framing.hidden_points(frame, np.array([note.at_m for note in notes], np.float64))
    return frozenset()
