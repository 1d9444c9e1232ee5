"""The title picture before the city: a still that is seen at once and gives way to the city.

While it hides the scene nothing of the scene is drawn, so the city arrives sooner. When all has
come, or the visitor goes on, the scene is drawn behind it until its programs are compiled, then
the still fades.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from almaty_tour.base.errors import AlmatyTourError, AssetError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from almaty_tour.render.frame import Frame
    from almaty_tour.render.gl.framebuffer import Target
    from almaty_tour.render.passes.backdrop import BackdropPass
    from almaty_tour.session.stage import Stage

FILE = "content/title.jpg"
LIMIT_BYTES, MOST_PX = 5_000_000, 4096
BEHIND = 2
"""Pictures of the scene that are drawn behind the still before it fades."""
FADE_S, LONGEST_STEP_S = 0.8, 0.1


class Curtain:
    """Up from the start; needs the window's context.

    Attributes:
        fault: why there is no still, None where there is.
    """

    def __init__(self, assets: Path, size_px: tuple[int, int]) -> None:
        self.fault: AlmatyTourError | None = None
        self._pass: BackdropPass | None = None
        self._strength, self._behind = 1.0, 0
        try:
            still = read_still(assets / FILE)
        except AlmatyTourError as fault:
            self.fault = fault
            return
        from almaty_tour.render.gl.framebuffer import Target
        from almaty_tour.render.passes.backdrop import BackdropPass

        self._pass = BackdropPass(still)
        self._pass.draw(Target.of_window(size_px), 1.0)

    @property
    def up(self) -> bool:
        """Whether anything of the still is seen."""
        return self._pass is not None

    def passing(self, dt_s: float) -> float:
        """How much time passes in the session: none before the scene is drawn behind the still."""
        return dt_s if self._pass is None or self._behind else 0.0

    def draw(
        self, stage: Stage, frame: Frame, dt_s: float, *, wanted: bool, into: Target | None = None
    ) -> None:
        """A picture: the scene, what is left of the still over it, the interface over both.

        Args:
            wanted: the still is to stay. into: None for the window.
        """
        from almaty_tour.render.gl.framebuffer import Target

        target = into or Target.of_window(frame.size_px)
        if self._pass is None:
            stage.draw(frame, target)
            return
        if not wanted or self._behind:
            stage.draw(replace(frame, overlay=None), target)
            self._behind += 1
        if self._behind > BEHIND:
            self._strength -= min(dt_s, LONGEST_STEP_S) / FADE_S
        if self._strength > 0.0:
            self._pass.draw(target, self._strength)
        else:
            self.free()
        stage.renderer.draw_interface(frame, target)

    def free(self) -> None:
        """Gives the still back; the scene is drawn from now on."""
        if self._pass is not None:
            self._pass.free()
            self._pass = None


def read_still(path: Path) -> npt.NDArray[np.uint8]:
    """(h, w, 3) u1 of a JPEG; AssetError when it is missing, damaged or too large."""
    import io

    import numpy as np
    from PIL import Image

    from almaty_tour.base.assets import read_bounded

    data = read_bounded(path, LIMIT_BYTES)
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
            if max(image.size) > MOST_PX:
                raise ValueError(f"it has {image.size[0]} x {image.size[1]} pixels")
            return np.asarray(image.convert("RGB"))
    except (OSError, ValueError, SyntaxError) as error:
        raise AssetError(path, f"is not a picture that can be read: {error}") from error
