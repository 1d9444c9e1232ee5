"""Framed pictures: an array texture of those in sight and one draw for all frames."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.render.gl.buffer import Buffer, VertexArray, declare_colour, declare_floats
from almaty_tour.render.gl.texture import SRGB8, Texture
from almaty_tour.render.graph import PassSpec
from almaty_tour.render.layer_pool import LayerPool
from almaty_tour.render.passes.common import UNIT_PICTURE, View, opaque_state
from almaty_tour.scene.framed import PICTURE_PX, FramedPictures, largest_seen

SPEC: Final = PassSpec("framed", reads=("shadow_map",), writes=("picture", "depth"))
MOST: Final = 512
LEAST_PX: Final = 3.0
UPLOADS: Final = 1
"""Pictures that go to the card in one picture of a window: 1.4 MB."""
BLANK: Final = -1.0
LEVELS: Final = PICTURE_PX.bit_length() - 2  # down to 4 texels

# One row an instance; the shader says what each is.
ROW: Final = np.dtype([
    ("centre", np.float32, 3), ("right", np.float32, 3), ("up", np.float32, 3),
    ("widths", np.float32, 4), ("more", np.float32, 3), ("paint", np.uint8, 4),
])  # fmt: skip

PICTURE, MAT, FRAME = 0.0, 1.0, 2.0
Corner = tuple[float, ...]


def _ring(inner: Corner, outer: Corner, part: float, facing: Corner) -> list[Corner]:
    """Four sides between two rectangles.

    A rectangle is its share of passe-partout and of frame outside the picture, and its depth
    in widths of the frame; `facing` is outwards, then forwards.
    """
    rows: list[Corner] = []
    corners = ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0))
    for side, (a, b) in enumerate(zip(corners, corners[1:] + corners[:1], strict=True)):
        out = ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0))[side]
        normal = (out[0] * facing[0], out[1] * facing[0], facing[1])
        for (sx, sy), (mat, frame, deep) in (
            (a, inner), (b, outer), (b, inner), (a, inner), (a, outer), (b, outer),
        ):  # fmt: skip
            rows.append((sx, sy, deep, mat, frame, 0.0, 0.0, *normal, part))
    return rows


def _sheet(mat: float, frame: float, deep: float, part: float, forward: float) -> list[Corner]:
    """A whole rectangle that looks forwards or back."""
    order = ((-1, -1), (1, -1), (1, 1), (-1, -1), (1, 1), (-1, 1))
    seen = order if forward > 0.0 else order[::-1]
    return [(sx, sy, deep, mat, frame, 0.0, 0.0, 0.0, 0.0, forward, part) for sx, sy in seen]


def _post(side: float) -> list[Corner]:
    """A square post from the lower bar of the frame down."""
    rows: list[Corner] = []
    around = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    for (ax, az), (bx, bz) in zip(around, around[1:] + around[:1], strict=True):
        normal = ((ax + bx) / 2.0, 0.0, (az + bz) / 2.0)
        for x, z, down in (
            (ax, az, 1), (bx, bz, 0), (bx, bz, 1), (ax, az, 1), (ax, az, 0), (bx, bz, 0)
        ):  # fmt: skip
            rows.append((side, -1.0, 0.4 * z - 0.4, 1.0, 0.5, 0.4 * x, down, *normal, FRAME))
    return rows


def corners() -> npt.NDArray[np.float32]:
    """(k, 11) f4 of one framed picture with its posts, three rows a triangle."""
    edge, rim = (1.0, 0.0, 0.0), (1.0, 0.0, 0.5)
    rows = [
        *_sheet(0.0, 0.0, 0.0, PICTURE, 1.0),
        *_ring((0.0, 0.0, 0.0), edge, MAT, (0.0, 1.0)),
        *_ring(edge, rim, FRAME, (-1.0, 0.0)),
        *_ring(rim, (1.0, 1.0, 0.5), FRAME, (0.0, 1.0)),
        *_ring((1.0, 1.0, 0.5), (1.0, 1.0, -0.5), FRAME, (1.0, 0.0)),
        *_sheet(1.0, 1.0, -0.5, FRAME, -1.0),
        *_post(-1.0),
        *_post(1.0),
    ]
    return np.array(rows, np.float32)


class FramedPass:
    """Keeps the pictures that were seen lately; nothing is made before the first is."""

    def __init__(self) -> None:
        self._array: VertexArray | None = None
        self._made: list[Buffer | Texture | VertexArray] = []
        self._layers, self._seen = 0, 0

    def prepare(self, view: View, *, patient: bool) -> None:
        """Bring what of the frame's pictures is in sight to the card; `patient`: few a picture.

        Before any texture is bound for drawing: what is written here lies on their units.
        """
        self._seen = 0
        pictures = view.frame.framed
        if pictures is None or not len(pictures):
            return
        planes = frustum_planes(view.frame.camera, view.lens[0] / view.lens[1])
        least = LEAST_PX * view.lens[1] / view.size_px[1]
        rows = largest_seen(pictures, view.eye, planes, MOST, least)
        if not len(rows):
            return
        self._make(view.quality.framed_layers)
        layers = self._layers_of(pictures, rows.tolist(), patient=patient)
        self._rows.write(instances(pictures, rows, view.eye, layers))
        self._seen = len(rows)

    def draw(self, view: View) -> None:
        """Draw what was prepared, in one call."""
        if self._seen:
            self._draw(view, self._seen)

    def free(self) -> None:
        """Give everything back."""
        for one in self._made:
            one.free()
        self._made, self._array, self._layers = [], None, 0

    def _make(self, layers: int) -> None:
        if self._layers == layers:
            return
        self.free()
        self._layers, self._pool = layers, LayerPool(layers)
        self._texture = Texture(
            SRGB8, (PICTURE_PX, PICTURE_PX), layers=layers, mipmaps=True, trilinear=True
        )
        self._texture.make_room(LEVELS)
        array = self._array = VertexArray()
        array.bind()
        shape = corners()
        self._count = len(shape)
        template = Buffer(gl.GL_ARRAY_BUFFER, shape)
        for slot, count, offset in ((0, 3, 0), (1, 4, 12), (2, 4, 28)):
            declare_floats(slot, count, 44, offset)
        self._rows = Buffer(gl.GL_ARRAY_BUFFER, np.zeros(1, ROW), stream=True)
        wide = ROW.itemsize
        for slot, count, offset in ((3, 3, 0), (4, 3, 12), (5, 3, 24), (6, 4, 36), (7, 3, 52)):
            declare_floats(slot, count, wide, offset, each_instance=True)
        declare_colour(8, wide, 64, each_instance=True)
        gl.glBindVertexArray(0)
        self._made = [self._texture, array, template, self._rows]

    def _layers_of(
        self, pictures: FramedPictures, rows: list[int], *, patient: bool
    ) -> npt.NDArray[np.float32]:
        """(n,) f4 layer of each row, `BLANK` where it has none yet."""
        names = [pictures.images[row] for row in rows]
        wanted = frozenset(names[: self._layers])
        for name in names[: self._layers]:
            self._pool.layer(name)
        left = UPLOADS if patient else len(names)
        for name in names[: self._layers]:
            if left and self._pool.layer(name) is None:
                left -= self._bring(pictures, name, wanted)
        found = (self._pool.layer(name) for name in names)
        return np.array([BLANK if one is None else one for one in found], np.float32)

    def _bring(self, pictures: FramedPictures, name: str, wanted: frozenset[str]) -> int:
        """Put a picture on the card when its pixels are there; returns how many it was."""
        levels = pictures.source.levels(name)
        layer = None if levels is None else self._pool.take(name, wanted)
        if levels is None or layer is None:
            return 0
        self._texture.write_layer(layer, levels[: LEVELS + 1])
        return 1

    def _draw(self, view: View, count: int) -> None:
        opaque_state()
        program = view.programs.get("framed", view.lit_defines())
        program.use()
        self._texture.bind(UNIT_PICTURE)
        if self._array is not None:
            self._array.bind()
        gl.glDrawArraysInstanced(gl.GL_TRIANGLES, 0, self._count, count)
        view.stats.add(self._count // 3 * count)
        view.rehearse("framed", View.lit_defines, lambda _: gl.glDrawArrays(gl.GL_TRIANGLES, 0, 3))
        gl.glBindVertexArray(0)


def instances(
    pictures: FramedPictures,
    rows: npt.NDArray[np.int64],
    eye: npt.NDArray[np.float64],
    layers: npt.NDArray[np.float32],
) -> npt.NDArray[np.void]:
    """(n,) `ROW` of some pictures, against the eye."""
    made = np.zeros(len(rows), ROW)
    made["centre"] = pictures.centre_enu[rows] - eye
    made["right"], made["up"] = pictures.right[rows], pictures.up[rows]
    made["widths"][:, :2] = pictures.size_m[rows]
    made["widths"][:, 2], made["widths"][:, 3] = pictures.mat_m[rows], pictures.frame_m[rows]
    made["more"] = np.stack([pictures.leg_m[rows], pictures.glow[rows], layers], axis=1)
    made["paint"][:, :3] = pictures.paint[rows]
    return made
