"""The frame of a session's state: the city, or the exhibit that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.base.spaces import OUTDOORS
from almaty_tour.camera.matrices import pixel_ray
from almaty_tour.render.frame import Frame, Overlay
from almaty_tour.render.trim import UNTRIMMED, Trim
from almaty_tour.scene.framed import FramedPictures
from almaty_tour.session.frieze import Frieze
from almaty_tour.session.plinth import Point
from almaty_tour.session.stage import Stage
from almaty_tour.session.state import Mode, SessionState
from almaty_tour.session.turning import environment_of
from almaty_tour.session.vitrine import WHOLE, Clear, Vitrine

SLACK_SHARE: Final = 0.05
"""How deep in an exhibit a point may lie that is still seen, against its radius."""


class Framing:
    """Frames of one stage, of whatever its session shows.

    The plinth of the exhibits is on the same card, in its own space.
    """

    def __init__(self, stage: Stage, assets: Path) -> None:
        self._stage, self._models = stage, assets / "models"
        self._vitrine: Vitrine | None = None
        self._frieze = Frieze(assets, patient=True)

    def ready(self, state: SessionState, tell: Callable[[str], None]) -> Vitrine | None:
        """The vitrine with what is held in it; None in the city.

        `tell` is given a line for an exhibit without a model.
        """
        if state.mode is not Mode.EXHIBITION or state.held is None:
            return None
        if self._vitrine is None:
            self._vitrine = Vitrine(self._stage.renderer, self._models)
        try:
            self._vitrine.show(state.held.exhibit, state.held.beside)
        except AlmatyTourError as fault:
            tell(str(fault))
        return self._vitrine

    def point_at(self, frame: Frame, x_px: float, y_px: float) -> Point | None:
        """The point of an exhibit's surface under a pixel, centimetres from where it stands."""
        found, away = self._stage.renderer.pick(frame, x_px, y_px)
        if not found or self._vitrine is None or not self._vitrine.standing:
            return None
        at = np.asarray(frame.camera.position_enu) + away * pixel_ray(
            frame.camera, frame.size_px, x_px, y_px
        )
        x, y, z = (float(one) for one in at)
        return x, y, z

    def hidden_points(self, frame: Frame, points: npt.NDArray[np.float64]) -> frozenset[int]:
        """Which of (n, 3) annotated points the exhibit itself hides in the picture just drawn."""
        if self._vitrine is None or not self._vitrine.standing:
            return frozenset()
        slack = SLACK_SHARE * self._vitrine.standing[0].radius
        free = self._stage.renderer.free_sight(frame, points, slack)
        return frozenset(np.flatnonzero(~free).tolist())

    def frame(
        self,
        state: SessionState,
        *,
        size_px: tuple[int, int],
        preset: str,
        resolution_scale: float,
        overlay: Overlay,
        trim: Trim = UNTRIMMED,
        clear: Clear = WHOLE,
        framed: FramedPictures | None = None,
        tell: Callable[[str], None],
    ) -> Frame:
        """The whole input of a picture; `tell` is given a line for an exhibit without a model.

        `framed` are pictures that stand in the city.
        """
        vitrine = self.ready(state, tell)
        if vitrine is not None and state.held is not None:
            return vitrine.frame(
                state.held,
                size_px=size_px,
                preset=preset,
                time_s=state.clock_s,
                resolution_scale=resolution_scale,
                overlay=overlay,
                trim=trim,
                clear=clear,
            )
        outdoors = state.camera.space == OUTDOORS
        return self._stage.frame(
            state.camera,
            environment_of(self._stage.world, state),
            size_px=size_px,
            preset=preset,
            time_s=state.clock_s,
            resolution_scale=resolution_scale,
            overlay=overlay,
            trim=trim,
            framed=framed if outdoors else self._on_the_walls(state, tell),
        )

    def _on_the_walls(
        self, state: SessionState, tell: Callable[[str], None]
    ) -> FramedPictures | None:
        """What hangs in the interior that the eye is in."""
        language = state.preferences.language
        try:
            return self._frieze.seen(self._stage.world, state.camera, language)
        except AlmatyTourError as fault:
            tell(str(fault))
            return None
