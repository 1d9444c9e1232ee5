"""Files dragged over the window on X11, where pyglet 2.1 faults on few kinds of data."""

from __future__ import annotations

from typing import Any

NEWEST = 5
"""The version of the XDND protocol that pyglet speaks."""
FILES = "text/uri-list"


def guard_drops(window: Any) -> None:
    """Answers drags that offer at most three kinds of data; pyglet answers the others.

    pyglet 2.1 adds a number to the message's array there and raises, so that dragging a word
    over the window would end the program. Windows of other systems stay as they are.
    """
    answer = getattr(window, "_event_drag_enter", None)
    if answer is None:
        return

    def entered(event: Any) -> None:
        told = event.xclient.data.l
        if told[1] & 1:
            answer(event)
            return
        files = window._xdnd_atoms[FILES]
        window._xdnd_source, window._xdnd_version = told[0], told[1] >> 24
        fits = window._xdnd_version <= NEWEST and files in (told[2], told[3], told[4])
        window._xdnd_format = files if fits else None

    window._event_drag_enter = entered
