"""The picture that the scene is drawn into before it comes to a window or a file."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.camera.matrices import DepthScheme, distance_of_depth, projected
from almaty_tour.camera.state import CameraState
from almaty_tour.render.gl.framebuffer import SampledTarget, Target
from almaty_tour.render.gl.texture import DEPTH32F, RGBA8, RGBA16F, Format
from almaty_tour.render.passes.common import View
from almaty_tour.render.passes.resolve import Resolver
from almaty_tour.render.passes.tone import TonePass

SIGHT_SLACK_M: Final = 4.0


class InnerPicture:
    """Keeps the target of the internal size, and brings what is in it to where it is wanted."""

    def __init__(self) -> None:
        self._target: Target | None = None
        self._sampled: SampledTarget | None = None
        self._resolver, self._tone = Resolver(), TonePass()

    def target_for(self, view: View, wanted: Target) -> Target | SampledTarget:
        """Where to draw the scene; `wanted` itself when nothing comes between."""
        samples = view.samples
        same = view.size_px == wanted.size_px and wanted.id != 0
        passed_on = view.quality.hdr or view.quality.fxaa
        if not passed_on and same and samples == 1:
            return wanted
        kind = RGBA16F if view.quality.hdr else RGBA8
        target = self._target_of(view.size_px, kind)
        return target if samples == 1 else self._sampled_of(view.size_px, kind, samples)

    def _target_of(self, size_px: tuple[int, int], kind: Format) -> Target:
        old = self._target
        if old is not None and old.size_px == size_px and old.colour.kind == kind:  # type: ignore[union-attr]
            return old
        if old is not None:
            old.free()
        self._target = Target(size_px, kind, DEPTH32F)
        return self._target

    def _sampled_of(self, size_px: tuple[int, int], kind: Format, samples: int) -> SampledTarget:
        old = self._sampled
        if old is not None:
            if (old.size_px, old.colour_kind, old.samples) == (size_px, kind, samples):
                return old
            old.free()
        self._sampled = SampledTarget(size_px, kind, samples)
        return self._sampled

    def resolved(self, view: View, drawn: Target | SampledTarget) -> Target:
        """The picture that was drawn, with one sample a pixel: textures that passes can read."""
        if isinstance(drawn, Target):
            return drawn
        assert self._target is not None  # made with the other
        self._resolver.draw(view, drawn, self._target)
        return self._target

    def finish(self, view: View, drawn: Target, wanted: Target) -> None:
        """Map light to the display where it was kept, else copy at the size that is wanted."""
        if drawn is wanted:
            return
        if (view.quality.hdr or view.quality.fxaa) and drawn.colour is not None:
            wanted.bind()
            self._tone.draw(view, drawn.colour)
            return
        gl.glBindFramebuffer(gl.GL_READ_FRAMEBUFFER, drawn.id)
        gl.glBindFramebuffer(gl.GL_DRAW_FRAMEBUFFER, wanted.id)
        same = drawn.size_px == wanted.size_px
        gl.glBlitFramebuffer(
            0, 0, *drawn.size_px, 0, 0, *wanted.size_px, gl.GL_COLOR_BUFFER_BIT,
            gl.GL_NEAREST if same else gl.GL_LINEAR,
        )  # fmt: skip

    def free_sight(
        self,
        camera: CameraState,
        points: npt.NDArray[np.float64],
        scheme: DepthScheme,
        slack_m: float = SIGHT_SLACK_M,
    ) -> npt.NDArray[np.bool_]:
        """(n,) whether nothing of the picture just drawn hides (n, 3) world points.

        A point may lie `slack_m` inside what it belongs to. Points outside of the
        picture are free: nobody looks at them.
        """
        free = np.ones(len(points), bool)
        if self._target is None or not len(points):
            return free
        width, height = self._target.size_px
        spots = projected(camera, points, (float(width), float(height)))
        inside = (spots[:, 2] > 1.0) & (spots[:, :2] >= 0.0).all(axis=1)
        inside &= (spots[:, 0] < width) & (spots[:, 1] < height)
        for row in np.flatnonzero(inside):
            depth = self._target.read_depth(int(spots[row, 0]), height - 1 - int(spots[row, 1]))
            seen_m = float(distance_of_depth(depth, scheme)[0, 0])
            free[row] = seen_m > spots[row, 2] - slack_m
        return free

    def free(self) -> None:
        """Give the target and the pass back."""
        self._resolver.free()
        self._tone.free()
        for one in (self._target, self._sampled):
            if one is not None:
                one.free()
