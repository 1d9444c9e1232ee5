"""The shadow maps of a renderer: those that follow the eye, and the one that holds a room."""

from __future__ import annotations

from almaty_tour.render.passes.common import View
from almaty_tour.render.passes.shadow import ShadowPass
from almaty_tour.render.quality import Quality
from almaty_tour.render.uniforms import Cascades, no_cascades
from almaty_tour.render.upload import ball_of
from almaty_tour.scene.chunk import Chunk


class ShadowMaps:
    """Maps by their size and number; each set is made before the first picture that needs it."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, int], ShadowPass] = {}

    def of(self, quality: Quality) -> ShadowPass | None:
        """The maps of a preset, None where it has none or no picture has needed them."""
        return self._made.get((quality.shadow_size_px, quality.cascades))

    def prepare(self, quality: Quality) -> None:
        """Make the maps that a picture needs, before any texture is bound for drawing."""
        if quality.cascades and self.of(quality) is None:
            made = ShadowPass(quality.shadow_size_px, quality.shadow_reach_m)
            self._made[quality.shadow_size_px, quality.cascades] = made

    def draw(self, view: View, above_ground_m: float, *, patient: bool) -> Cascades:
        """Bring the maps of a picture up to date, and tell the view how far they reach."""
        maps = self.of(view.quality)
        if maps is None:
            return no_cascades()
        found = maps.draw(view, above_ground_m, patient=patient)
        view.cascade_reach_m = maps.cascades.reach_now_m
        view.nearest_reach_m = maps.cascades.nearest_now_m
        view.cascades = found
        return found

    def forget(self, *, later: bool = False) -> None:
        """Every map is drawn anew; `later` as in `CascadeSet.forget_near`."""
        for maps in self._made.values():
            maps.cascades.forget(later=later)

    def forget_near(self, chunk: Chunk, *, later: bool) -> None:
        """Those that a chunk may throw a shadow into are."""
        for maps in self._made.values():
            maps.cascades.forget_near(*ball_of(chunk), later=later)

    def free(self) -> None:
        """Give everything back; maps are made anew when they are asked for."""
        for maps in self._made.values():
            maps.free()
        self._made = {}
