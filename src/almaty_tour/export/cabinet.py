"""Pictures of exhibits without a window and without the city."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from almaty_tour.export.studio import SMOOTH_PRESETS, SMOOTH_SCALE, Picture
from almaty_tour.session.state import Held


class Cabinet:
    """A plinth to photograph: open it with `with`. Draws on the current context or opens one."""

    def __init__(self, assets: Path, preset: str, size_px: tuple[int, int]) -> None:
        from almaty_tour.render.gl.context import ensure_context

        self._context = ensure_context()
        from almaty_tour.render.renderer import Renderer
        from almaty_tour.session.vitrine import Vitrine

        self.preset, self.size_px = preset, size_px
        self._renderer = Renderer(preset, assets)
        self._vitrine = Vitrine(self._renderer, assets / "models")
        self._target = self._renderer.target(size_px)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._target.free()
        self._renderer.free()

    def picture(self, held: Held) -> Picture:
        """(h, w, 3) u1 of an exhibit as it is held."""
        self._vitrine.show(held.exhibit)
        scale = SMOOTH_SCALE if self.preset in SMOOTH_PRESETS else 1.0
        frame = self._vitrine.frame(
            held, size_px=self.size_px, preset=self.preset, resolution_scale=scale
        )
        self._renderer.draw(frame, self._target)
        return self._renderer.read_pixels(self._target)
