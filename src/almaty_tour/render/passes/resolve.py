"""From several samples a pixel to one, where light is kept as light."""

from __future__ import annotations

from typing import Final

from almaty_tour.render.gl.buffer import PicturePoints
from almaty_tour.render.gl.framebuffer import SampledTarget, Target
from almaty_tour.render.passes.common import UNIT_PICTURE, View, cover_state
from almaty_tour.render.passes.tone import TRIANGLE


class Resolver:
    """Brings a picture of several samples a pixel into a target."""

    def __init__(self) -> None:
        self._triangle: Final = PicturePoints(TRIANGLE)

    def draw(self, view: View, drawn: SampledTarget, target: Target) -> None:
        """Means of light are weighed; colours that are mapped already have plain ones."""
        drawn.resolve(target, colour=not view.quality.hdr)
        if not view.quality.hdr:
            return
        target.bind()
        view.programs.get("resolve", (f"SAMPLES {drawn.samples}",)).use()
        drawn.bind_samples(UNIT_PICTURE)
        cover_state()
        view.stats.add(self._triangle.draw())

    def free(self) -> None:
        self._triangle.free()
