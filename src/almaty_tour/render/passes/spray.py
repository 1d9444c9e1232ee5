"""Water in the air: drops and mist where the jets of a fountain are modelled, always falling.

The jets of the models are solid, for `low` and for afar. Near the eye points are drawn in their
place, spread evenly over them; what moves them is a closed function of time. `passes/jets.py`
draws those that stand upright better, where a picture is of light.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.base.rng import fraction
from almaty_tour.render.floodlights import Floodlight
from almaty_tour.render.gl.buffer import Buffer, VertexArray, declare_floats
from almaty_tour.render.gl.framebuffer import Target
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.passes.common import View
from almaty_tour.render.passes.jets import NEAR_M, PLAIN_LAMP, JetPass, blended, jets_of, off_jets
from almaty_tour.scene.chunk import Chunk

F32 = npt.NDArray[np.float32]
SPEC: Final = PassSpec("spray", reads=("depth",), writes=("picture",))
MATERIAL: Final = "fountain_spray"
PER_M2: Final = 260.0
MOST: Final = 14_000


@dataclass
class _Cloud:
    """The points of one chunk on the card, and where they are; those off upright jets first."""

    array: VertexArray
    buffer: Buffer
    count: int
    off_jets: int
    origin_enu: npt.NDArray[np.float64]
    middle: tuple[float, float, float]
    reach_m: float
    foot_m: float
    lamp: tuple[float, float, float]

    def near(self, eye: tuple[float, float, float]) -> bool:
        """Whether the points are drawn in the place of the model's jets."""
        return math.dist(self.middle, eye) - self.reach_m < NEAR_M


class SprayPass:
    """Keeps the points of each chunk with jets, and its upright jets."""

    def __init__(self, material: int) -> None:
        self.material = material
        self._upright = JetPass()
        self._clouds: dict[int, _Cloud] = {}
        self._near: tuple[View | None, frozenset[int]] = None, frozenset()

    def put(self, row: int, chunk: Chunk, light: Floodlight | None) -> None:
        """Take a chunk that still has its geometry; nothing happens where it has no jets."""
        drops = drops_of(chunk, self.material)
        if len(drops):
            jets, origin = jets_of(chunk, self.material), np.asarray(chunk.origin_enu, np.float64)
            off = off_jets(drops, jets)
            drops = np.concatenate([drops[off], drops[~off]])
            self._upright.put(row, jets, origin, light)
            self._clouds[row] = _cloud(drops, int(off.sum()), origin, light)

    def drop(self, row: int) -> None:
        """Forget a chunk."""
        self._upright.drop(row)
        old = self._clouds.pop(row, None)
        if old is not None:
            old.array.free()
            old.buffer.free()

    def replaced(self, view: View) -> frozenset[int]:
        """The chunks whose model's jets are left out of a picture."""
        if self._near[0] is not view:
            eye = view.frame.camera.position_enu
            clouds = self._clouds.items() if view.quality.spray else ()
            self._near = view, frozenset([row for row, one in clouds if one.near(eye)])
        return self._near[1]

    def draw(self, view: View) -> None:
        """Lay the water over what is drawn so far."""
        replaced = self.replaced(view)
        near = [one for row, one in self._clouds.items() if row in replaced]
        if not near:
            return
        program = view.programs.get("spray", view.lit_defines(shadows=False))
        program.use()
        gl.glUniform1f(program.at("px_per_rad"), 0.5 * view.size_px[1] / view.lens[1])
        gl.glEnable(gl.GL_PROGRAM_POINT_SIZE)
        blended()
        for one in near:
            x, y, z = (one.origin_enu - view.eye).tolist()
            gl.glUniform3f(program.at("chunk_offset"), x, y, z)
            if view.day.night > 0.0:
                gl.glUniform4f(program.at("foot"), z + one.foot_m, *one.lamp)
            one.array.bind()
            gl.glDrawArrays(gl.GL_POINTS, 0, one.off_jets if view.quality.hdr else one.count)
            view.stats.add(0)
        gl.glBindVertexArray(0)
        gl.glDisable(gl.GL_BLEND)
        gl.glDepthMask(gl.GL_TRUE)

    def draw_upright(self, view: View, drawn: Target) -> None:
        """Lay upright jets over a picture that mirrors already what is solid."""
        if view.quality.spray and view.quality.hdr:
            self._upright.draw(view, drawn, self.replaced(view))

    def free(self) -> None:
        """Give everything back."""
        self._upright.free()
        for row in tuple(self._clouds):
            self.drop(row)


def drops_of(chunk: Chunk, material: int) -> F32:
    """(n, 4) f4 places on the jets of a chunk's finest level, even by area, and their numbers."""
    if not chunk.levels:
        return np.zeros((0, 4), np.float32)
    level = chunk.levels[0]
    faces = np.asarray(level.indices, np.int64).reshape(-1, 3)
    faces = faces[(level.vertices["material"] == material)[faces[:, 0]]]
    if not len(faces):
        return np.zeros((0, 4), np.float32)
    a, b, c = (level.vertices["position"][faces[:, k]].astype(np.float64) for k in range(3))
    area = np.cumsum(np.linalg.norm(np.cross(b - a, c - a), axis=1)) / 2.0
    count = int(min(MOST, area[-1] * PER_M2 + 1.0))
    number = np.arange(count)
    face = np.minimum(np.searchsorted(area, (number + 0.5) / count * area[-1]), len(faces) - 1)
    u, v = (fraction(number, salt)[:, None] for salt in (1, 2))
    over = u + v > 1.0
    u, v = np.where(over, 1.0 - u, u), np.where(over, 1.0 - v, v)
    places = a[face] + u * (b[face] - a[face]) + v * (c[face] - a[face])
    return np.column_stack([places, number]).astype(np.float32)


def _cloud(
    drops: F32, off: int, origin_enu: npt.NDArray[np.float64], light: Floodlight | None
) -> _Cloud:
    array = VertexArray()
    array.bind()
    buffer = Buffer(gl.GL_ARRAY_BUFFER, drops)
    declare_floats(0, 4, 16, 0)
    gl.glBindVertexArray(0)
    low, high = drops[:, :3].min(axis=0), drops[:, :3].max(axis=0)
    east, north, up = (origin_enu + (low + high) / 2.0).tolist()
    return _Cloud(
        array, buffer, len(drops), off, origin_enu, (east, north, up),
        float(np.linalg.norm(high - low)) / 2.0, float(low[2]),
        PLAIN_LAMP if light is None else light.foot,
    )  # fmt: skip
