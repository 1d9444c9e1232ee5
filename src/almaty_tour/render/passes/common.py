"""What every pass is given, and the state that they share."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.camera.matrices import DepthScheme, raised
from almaty_tour.render.daylight import TOWN_SNOW_M, Daylight
from almaty_tour.render.fades import FadeDraws
from almaty_tour.render.frame import Frame
from almaty_tour.render.gl.program import Program
from almaty_tour.render.gl.texture import Texture
from almaty_tour.render.program_cache import ProgramCache
from almaty_tour.render.prop_pool import PropPool
from almaty_tour.render.quality import Quality
from almaty_tour.render.stats import FrameStats
from almaty_tour.render.uniforms import Cascades
from almaty_tour.render.upload import GpuChunk
from almaty_tour.scene.environment import OPEN_CEILING_M

LARGE: Final = 1.5
"""A picture drawn so much larger than it is wanted is averaged anyway: one sample a pixel."""
UNIT_LAYERS, UNIT_SHADOW, UNIT_MATERIALS = 0, 1, 2
UNIT_GROUND_COLOUR, UNIT_GROUND_NORMAL, UNIT_RELIEF, UNIT_TOWN, UNIT_SUN_MAP = 3, 4, 5, 6, 7
UNIT_SKY, UNIT_CLOUDS, UNIT_PICTURE, UNIT_PAINTED, UNIT_NEAR = 8, 9, 10, 11, 12
UNIT_DEPTH, UNIT_SKYLINE = 13, 14

SAMPLERS = (
    ("layers", UNIT_LAYERS), ("shadow_map", UNIT_SHADOW), ("materials", UNIT_MATERIALS),
    ("ground_colour", UNIT_GROUND_COLOUR), ("ground_normal", UNIT_GROUND_NORMAL),
    ("relief", UNIT_RELIEF), ("town_map", UNIT_TOWN), ("sun_map", UNIT_SUN_MAP),
    ("sky_table", UNIT_SKY), ("cloud_noise", UNIT_CLOUDS), ("picture", UNIT_PICTURE),
    ("light_buffer", UNIT_PICTURE), ("painted_map", UNIT_PAINTED), ("near_grain", UNIT_NEAR),
    ("occluded", UNIT_PICTURE), ("scene_depth", UNIT_DEPTH), ("skyline", UNIT_SKYLINE),
    ("framed_pictures", UNIT_PICTURE), ("cases_room", UNIT_PICTURE),
    ("samples", UNIT_PICTURE),
)  # fmt: skip


@dataclass
class View:
    """One picture under way: what the passes read.

    Attributes:
        frame, quality, day: what is drawn, how well, in which light.
        size_px: size of the internal picture.
        eye: (3,) f8 world position of the eye.
        scheme: how distance becomes depth.
        chunks, props: what is on the card, by row and by kind.
        programs: compiled programs. fades: draws what fades of chunks.
        software: a processor draws, in other threads than the one that asks; several samples a
            pixel are three times the work for it.
        stats: counts, filled by the passes.
        cascade_reach_m, nearest_reach_m: half the side of the largest and the smallest shadow map.
        cascades: where the shadow maps lie in this picture.
        soon: this light and those that are near and want other programs, in pictures that may
            make a program ahead; else empty.
    """

    frame: Frame
    quality: Quality
    day: Daylight
    size_px: tuple[int, int]
    eye: npt.NDArray[np.float64]
    scheme: DepthScheme
    chunks: dict[int, GpuChunk]
    props: PropPool
    programs: ProgramCache
    stats: FrameStats
    fades: FadeDraws
    textures: dict[str, Texture] = field(default_factory=dict)
    cascade_reach_m: float = 0.0
    soon: tuple[Daylight, ...] = ()
    nearest_reach_m: float = 0.0
    cascades: Cascades | None = None
    software: bool = False

    def offset(self, origin: Any) -> tuple[float, float, float]:
        """A world point relative to the eye; subtracted in double precision."""
        eye = self.frame.camera.position_enu
        return origin[0] - eye[0], origin[1] - eye[1], origin[2] - eye[2]

    def defines(self, *more: str, hide: bool = False) -> tuple[str, ...]:
        """Defines of this picture for a program, in a fixed order."""
        if self.scheme is DepthScheme.LOGARITHMIC:
            more = (*more, "LOG_DEPTH")
        return (*more, *self._hiding) if hide else more

    @property
    def _hiding(self) -> tuple[str, ...]:
        hidden = len(self.frame.draw.hidden)
        return (f"HIDE {hide_slots(hidden)}",) if hidden else ()

    @property
    def lens(self) -> tuple[float, float]:
        """Half the width and height of what is seen at 1 m."""
        half_y = math.tan(self.frame.camera.fov_rad / 2.0)
        aspect = self.frame.aspect or self.size_px[0] / self.size_px[1]
        return half_y * aspect, half_y

    @property
    def raised(self) -> float:
        """How far above the axis of view the middle of the picture lies at 1 m."""
        return raised(self.frame.camera)

    @property
    def samples(self) -> int:
        """How many samples a pixel of the internal picture keeps.

        One where it is so much larger than what is wanted that it is averaged anyway.
        """
        large = self.size_px[0] >= LARGE * self.frame.size_px[0]
        return 1 if large or (self.software and not self.quality.hdr) else self.quality.samples

    @contextmanager
    def covering(self, wanted: bool) -> Iterator[None]:
        """Alpha chooses which samples of a pixel are drawn, where there are several."""
        if wanted and self.samples > 1:
            gl.glEnable(gl.GL_SAMPLE_ALPHA_TO_COVERAGE)
        yield
        gl.glDisable(gl.GL_SAMPLE_ALPHA_TO_COVERAGE)

    @property
    def shadow_reach_m(self) -> float:
        """How far from the eye the shadow maps can reach in this picture."""
        return self.cascade_reach_m * 2.2

    def hand_over(self) -> None:
        """Let what has been asked for be drawn while more is asked for.

        A software renderer prepares triangles in the calling thread and fills them in others,
        which begin only when all is prepared, or here. A card begins by itself.
        """
        if self.software:
            gl.glFlush()

    def shadow_defines(self, away_m: float, *, within: bool = False) -> tuple[str, ...] | None:
        """Defines of what is so far away; None where no shadow map reaches.

        What the nearest map cannot reach need not look for its place in it, what lies `within`
        that map in no other.
        """
        if self.quality.shadow_taps != 1:
            return ()
        if away_m >= self.shadow_reach_m:
            return None
        if within:
            return ("NEAR_SHADOW",)
        return ("FAR_SHADOW",) if away_m >= self.near_shadow_m else ()

    @property
    def near_shadow_m(self) -> float:
        """From where on the nearest map cannot be met, where two maps are looked at once."""
        return self.nearest_reach_m * 2.2 if self.quality.shadow_taps == 1 else math.inf

    @property
    def snowy(self) -> bool:
        """Whether snow lies in the town."""
        return self.day.snow_line_m < TOWN_SNOW_M

    @property
    def polished(self) -> bool:
        """Whether floors mirror, as in a room."""
        room = self.frame.environment.room
        return room is not None and room.open_above

    @property
    def toned(self) -> bool:
        """Whether a pixel chooses by its shadow between colours that are finished per vertex.

        By night rooms shine behind panes, which no vertex knows.
        """
        vertices = self.quality.shadow_taps == 1 and not self.quality.per_pixel
        return vertices and (self.polished or self.day.night <= 0.0)

    @property
    def marked(self) -> bool:
        """Whether the alpha of a picture of 8 bits tells what of a room's floor is mirrored.

        Where a pass finishes the picture anyway; what a trim leaves out compiles no program.
        """
        return self.polished and self.quality.fxaa and not self.quality.hdr

    def lit_defines(self, *more: str, hide: bool = False, shadows: bool = True) -> tuple[str, ...]:
        """Defines of a program that lights what it draws."""
        lit = self._lit if shadows else self._lit_unshaded
        return (*more, *lit, *self._hiding) if hide else (*more, *lit)

    @cached_property
    def _lit(self) -> tuple[str, ...]:
        """What `lit_defines` adds; twenty programs a picture ask for it."""
        quality = self.quality
        if not quality.cascades or self.day.shadow_strength <= 0.0:
            return self._lit_unshaded
        return (
            f"SHADOWS {quality.cascades}", f"SHADOW_TAPS {quality.shadow_taps}",
            f"SHADOW_SIZE {quality.shadow_size_px}.0", *self._lit_unshaded,
        )  # fmt: skip

    @cached_property
    def _lit_unshaded(self) -> tuple[str, ...]:
        quality, day = self.quality, self.day
        wanted = (
            ("CLOUD_SHADE", quality.cloud_shade and day.cloud_shade > 0.0),
            ("NIGHT", day.night > 0.0), ("ROOM", self.polished), ("SNOWY", self.snowy),
            ("WET", day.wetness > 0.0), ("CEILING", day.ceiling_m < OPEN_CEILING_M),
            ("LITTER", quality.per_pixel and day.litter > 0.0 and not self.snowy),
            ("MEADOW", quality.per_pixel and day.litter < 0.0 and not self.snowy),
            ("HDR", quality.hdr), ("SMOOTH", quality.samples > 1),
            ("MARKED", self.marked),
        )  # fmt: skip
        return self.defines(*(name for name, on in wanted if on))

    def rehearse(
        self,
        name: str,
        defines: Callable[[View], tuple[str, ...]],
        draw: Callable[[Program], object],
    ) -> None:
        """Make one of the programs that the lights of `soon` will want for what was just drawn.

        `draw` draws a little with it, which nobody sees: drivers finish a program at its first
        draw, for the state that is set then.
        """
        for view in self.views_soon():
            program = self.programs.ahead(name, defines(view))
            if program is not None:
                draw_unseen(program, draw)
                return

    def views_soon(self) -> Iterator[View]:
        """The same in the lights of `soon`."""
        return (replace(self, day=day) for day in self.soon)

    def set_hidden(self, program: Program) -> None:
        """Give the hidden ids to a program compiled with HIDE."""
        hidden = self.frame.draw.hidden
        if not len(hidden):
            return
        slots = np.zeros(hide_slots(len(hidden)), np.uint32)
        slots[: len(hidden)] = hidden
        slots[len(hidden) :] = hidden[0]
        gl.glUniform1uiv(program.at("hidden_ids"), len(slots), (gl.GLuint * len(slots))(*slots))


def grouped(
    key: npt.NDArray[np.int64],
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """(n,) an order in which equal keys stand together, and the (g,) end of each group.

    Groups come by their first members, and within a group the order stays.
    """
    ranks: dict[int, int] = {}
    rank = np.array([ranks.setdefault(one, len(ranks)) for one in key.tolist()], np.intp)
    return np.argsort(rank, kind="stable"), np.cumsum(np.bincount(rank))


def hide_slots(count: int) -> int:
    """Length of the hidden table: a power of two, so that few programs are needed."""
    return min(256, max(4, 1 << (count - 1).bit_length()))


def draw_unseen(program: Program, draw: Callable[[Program], object]) -> None:
    """Draw with a program where no pixel is let through."""
    program.use()
    gl.glEnable(gl.GL_SCISSOR_TEST)
    gl.glScissor(0, 0, 0, 0)
    draw(program)
    gl.glDisable(gl.GL_SCISSOR_TEST)


def cover_state() -> None:
    """What is laid over a whole picture: it hides nothing, and nothing hides it."""
    gl.glDisable(gl.GL_DEPTH_TEST)
    gl.glDisable(gl.GL_CULL_FACE)
    gl.glDisable(gl.GL_BLEND)


def opaque_state() -> None:
    """Solid things: nearer wins, backs are not drawn."""
    gl.glEnable(gl.GL_DEPTH_TEST)
    gl.glDepthMask(gl.GL_TRUE)
    gl.glDepthFunc(gl.GL_GEQUAL)
    gl.glEnable(gl.GL_CULL_FACE)
    gl.glDisable(gl.GL_BLEND)
