"""One line of the visitor's state, for whoever drives the window from outside."""

from __future__ import annotations

from almaty_tour.session.state import SessionState
from almaty_tour.ui.desk import Desk, Sheet


def line_of(state: SessionState, desk: Desk, size_px: tuple[int, int], loaded: bool) -> str:
    """Everything that a hand can change, as name=value with blanks between."""
    picture = desk.album.picture if desk.sheet is Sheet.PICTURE else None
    playing = state.playback is not None and state.playback.playing
    return (
        f"mode={state.mode.value} playing={playing} captions={state.captions}"
        f" list={desk.list_open} sheet={desk.sheet.value} rig={state.rig.value}"
        f" selected={state.selected} flying={state.flight is not None}"
        f" language={state.preferences.language} query={desk.query}"
        f" exhibit={state.held.exhibit if state.held else None}"
        f" picture={picture}"
        f" size={size_px[0]}x{size_px[1]} loaded={loaded}"
    )
