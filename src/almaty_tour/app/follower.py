"""The window's own pace: which frame times count, and what is made of them."""

from __future__ import annotations

from dataclasses import replace

from almaty_tour.app.ladder import depth
from almaty_tour.app.pace import KNOBS, Pace, followed
from almaty_tour.render.trim import UNTRIMMED, Trim

LONGEST_S = 1.0


class Follower:
    """Keeps the pace between pictures.

    Attributes:
        frame_s: the frame time lately, smoothed, to be told; 0 when unknown.
    """

    def __init__(self) -> None:
        self.frame_s = 0.0
        self._pace = Pace()
        self._asked: object = None

    @property
    def trim(self) -> Trim:
        """What is taken off the preset."""
        return self._pace.trim if self._pace.level else UNTRIMMED

    @property
    def eased(self) -> int:
        """How many steps quality stands below the preset."""
        return depth(self._pace.level)

    def told(self, seconds: float, asked: object, *, steady: bool) -> None:
        """One more picture has taken so long.

        Args:
            asked: what was drawn as the visitor asked for it (preset, size); another begins
                anew. None: the visitor wants no adapting.
            steady: False while the city is loaded or the window hidden: such times tell nothing.
        """
        if seconds <= LONGEST_S:  # not a window that was dragged
            known = self.frame_s > 0.0
            self.frame_s = self.frame_s * 0.88 + seconds * 0.12 if known else seconds
        if asked is None or asked != self._asked:
            self._asked, self._pace = asked, Pace()
        elif steady:
            self._pace = followed(self._pace, seconds)
        else:
            self._pace = replace(self._pace, times_s=(), left_out=KNOBS.left_out)
