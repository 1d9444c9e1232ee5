"""What every pass is given, and the state that they share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.camera.matrices import DepthScheme
from almaty_tour.render.daylight import TOWN_SNOW_M, Daylight
from almaty_tour.render.frame import Frame
from almaty_tour.render.gl.program import Program
from almaty_tour.render.gl.texture import Texture
from almaty_tour.render.prop_pool import PropPool
from almaty_tour.render.quality import Quality
from almaty_tour.render.stats import FrameStats
from almaty_tour.render.upload import GpuChunk
from almaty_tour.scene.environment import OPEN_CEILING_M

UNIT_LAYERS, UNIT_SHADOW, UNIT_MATERIALS = 0, 1, 2
UNIT_GROUND_COLOUR, UNIT_GROUND_NORMAL, UNIT_RELIEF, UNIT_TOWN, UNIT_SUN_MAP = 3, 4, 5, 6, 7
UNIT_SKY, UNIT_CLOUDS, UNIT_PICTURE, UNIT_PAINTED, UNIT_NEAR = 8, 9, 10, 11, 12

SAMPLERS = (
    ("layers", UNIT_LAYERS), ("shadow_map", UNIT_SHADOW), ("materials", UNIT_MATERIALS),
    ("ground_colour", UNIT_GROUND_COLOUR), ("ground_normal", UNIT_GROUND_NORMAL),
    ("relief", UNIT_RELIEF), ("town_map", UNIT_TOWN), ("sun_map", UNIT_SUN_MAP),
    ("sky_table", UNIT_SKY), ("cloud_noise", UNIT_CLOUDS), ("picture", UNIT_PICTURE),
    ("light_buffer", UNIT_PICTURE), ("painted_map", UNIT_PAINTED), ("near_grain", UNIT_NEAR),
)  # fmt: skip


class ProgramCache:
    """Programs by name and defines, compiled when first used."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, tuple[str, ...]], Program] = {}

    def get(self, name: str, defines: tuple[str, ...] = ()) -> Program:
        key = (name, defines)
        program = self._kept.get(key)
        if program is None:
            program = Program(name, defines)
            program.texture_units(SAMPLERS)
            self._kept[key] = program
        return program

    def free(self) -> None:
        for program in self._kept.values():
            program.free()
        self._kept.clear()


@dataclass
class View:
    """One picture under way: what the passes read.

    Attributes:
        frame, quality, day: what is drawn, how well, in which light.
        size_px: size of the internal picture.
        eye: (3,) f8 world position of the eye.
        scheme: how distance becomes depth.
        chunks, props: what is on the card, by row and by kind.
        programs: compiled programs.
        stats: counts, filled by the passes.
        cascade_reach_m: half the side of the largest shadow map.
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
    textures: dict[str, Texture] = field(default_factory=dict)
    cascade_reach_m: float = 0.0

    def offset(self, origin: Any) -> tuple[float, float, float]:
        """A world point relative to the eye; subtracted in double precision."""
        eye = self.frame.camera.position_enu
        return origin[0] - eye[0], origin[1] - eye[1], origin[2] - eye[2]

    def defines(self, *more: str, hide: bool = False) -> tuple[str, ...]:
        """Defines of this picture for a program, in a fixed order."""
        names = list(more)
        if self.scheme is DepthScheme.LOGARITHMIC:
            names.append("LOG_DEPTH")
        if hide and len(self.frame.draw.hidden):
            names.append(f"HIDE {hide_slots(len(self.frame.draw.hidden))}")
        return tuple(names)

    @property
    def shadow_reach_m(self) -> float:
        """How far from the eye the shadow maps can reach in this picture."""
        return self.cascade_reach_m * 2.2

    @property
    def snowy(self) -> bool:
        """Whether snow lies in the town."""
        return self.day.snow_line_m < TOWN_SNOW_M

    def lit_defines(self, *more: str, hide: bool = False, shadows: bool = True) -> tuple[str, ...]:
        """Defines of a program that lights what it draws."""
        quality = self.quality
        names = list(more)
        if shadows and quality.cascades and self.day.shadow_strength > 0.0:
            names += [
                f"SHADOWS {quality.cascades}", f"SHADOW_TAPS {quality.shadow_taps}",
                f"SHADOW_SIZE {quality.shadow_size_px}.0",
            ]  # fmt: skip
        if self.day.night > 0.0:
            names.append("NIGHT")
        if self.snowy:
            names.append("SNOWY")
        if self.day.wetness > 0.0:
            names.append("WET")
        if self.day.ceiling_m < OPEN_CEILING_M:
            names.append("CEILING")
        if quality.hdr:
            names.append("HDR")
        return self.defines(*names, hide=hide)

    def set_hidden(self, program: Program) -> None:
        """Give the hidden ids to a program compiled with HIDE."""
        hidden = self.frame.draw.hidden
        if not len(hidden):
            return
        slots = np.zeros(hide_slots(len(hidden)), np.uint32)
        slots[: len(hidden)] = hidden
        slots[len(hidden) :] = hidden[0]
        gl.glUniform1uiv(program.at("hidden_ids"), len(slots), (gl.GLuint * len(slots))(*slots))


def hide_slots(count: int) -> int:
    """Length of the hidden table: a power of two, so that few programs are needed."""
    return min(256, max(4, 1 << (count - 1).bit_length()))


def opaque_state() -> None:
    """Solid things: nearer wins, backs are not drawn."""
    gl.glEnable(gl.GL_DEPTH_TEST)
    gl.glDepthMask(gl.GL_TRUE)
    gl.glDepthFunc(gl.GL_GEQUAL)
    gl.glEnable(gl.GL_CULL_FACE)
    gl.glDisable(gl.GL_BLEND)
