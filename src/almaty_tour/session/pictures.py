"""The frame of a session's state: the city, or the exhibit that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.render.frame import Frame, Overlay
from almaty_tour.render.trim import UNTRIMMED, Trim
from almaty_tour.scene.framed import FramedPictures
from almaty_tour.session.stage import Stage
from almaty_tour.session.state import Mode, SessionState
from almaty_tour.session.turning import environment_of
from almaty_tour.session.vitrine import Vitrine


class Pictures:
    """Frames of one stage. The plinth of the exhibits is on the same card, in its own space."""

    def __init__(self, stage: Stage, assets: Path) -> None:
        self._stage, self._models = stage, assets / "models"
        self._vitrine: Vitrine | None = None

    def frame(
        self,
        state: SessionState,
        *,
        size_px: tuple[int, int],
        preset: str,
        resolution_scale: float,
        overlay: Overlay,
        trim: Trim = UNTRIMMED,
        framed: FramedPictures | None = None,
        tell: Callable[[str], None],
    ) -> Frame:
        """The whole input of a picture; `tell` is given a line for an exhibit without a model.

        `framed` are pictures that stand in the city.
        """
        if state.mode is Mode.EXHIBITION and state.held is not None:
            if self._vitrine is None:
                self._vitrine = Vitrine(self._stage.renderer, self._models)
            try:
                self._vitrine.show(state.held.exhibit)
            except AlmatyTourError as fault:
                tell(str(fault))
            return self._vitrine.frame(
                state.held,
                size_px=size_px,
                preset=preset,
                time_s=state.clock_s,
                resolution_scale=resolution_scale,
                overlay=overlay,
                trim=trim,
            )
        frame = self._stage.frame(
            state.camera,
            environment_of(self._stage.world, state),
            size_px=size_px,
            preset=preset,
            time_s=state.clock_s,
            resolution_scale=resolution_scale,
            overlay=overlay,
            trim=trim,
        )
        return frame if framed is None else replace(frame, framed=framed)
