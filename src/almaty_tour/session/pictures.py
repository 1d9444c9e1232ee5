"""The frame of a session's state: the city, or the exhibit that is looked at."""

from __future__ import annotations

from pathlib import Path

from almaty_tour.render.frame import Frame, Overlay
from almaty_tour.session.stage import Stage
from almaty_tour.session.state import Mode, SessionState
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
    ) -> Frame:
        """The whole input of a picture; AssetError once for an exhibit that cannot be read."""
        if state.mode is Mode.EXHIBITION and state.held is not None:
            if self._vitrine is None:
                self._vitrine = Vitrine(self._stage.renderer, self._models)
            self._vitrine.show(state.held.exhibit)
            return self._vitrine.frame(
                state.held,
                size_px=size_px,
                preset=preset,
                time_s=state.clock_s,
                resolution_scale=resolution_scale,
                overlay=overlay,
            )
        return self._stage.frame(
            state.camera,
            self._stage.world.environment(state.local_time, state.weather),
            size_px=size_px,
            preset=preset,
            time_s=state.clock_s,
            resolution_scale=resolution_scale,
            overlay=overlay,
        )
