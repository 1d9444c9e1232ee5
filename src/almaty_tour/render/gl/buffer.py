"""Buffers and vertex arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from ctypes import byref
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.scene.vertex import INSTANCE, VERTEX

Array = npt.NDArray[Any]

FIRST_INSTANCE_SLOT = 6
SMALL_BYTES: Final = 1 << 13


def new_name(generate: Any) -> int:
    """One name from a glGen function."""
    name = gl.GLuint(0)
    generate(1, byref(name))
    return int(name.value)


def free_name(delete: Any, name: int) -> None:
    """Give one name back to a glDelete function."""
    delete(1, byref(gl.GLuint(name)))


class Buffer:
    """A buffer object of one target."""

    def __init__(self, target: int, data: Array | None = None, *, stream: bool = False) -> None:
        self.target = target
        self.id = new_name(gl.glGenBuffers)
        self.capacity = 0
        self._usage = gl.GL_STREAM_DRAW if stream else gl.GL_STATIC_DRAW
        if data is not None:
            self.write(data)

    def bind(self) -> None:
        gl.glBindBuffer(self.target, self.id)

    def write(self, data: Array) -> None:
        """Replace the whole content; the old storage is orphaned."""
        flat = np.ascontiguousarray(data)
        self.bind()
        gl.glBufferData(self.target, flat.nbytes, _content(flat), self._usage)
        self.capacity = flat.nbytes

    def reserve(self, size_bytes: int) -> None:
        """Room for so many bytes, in the place of what was there."""
        self.bind()
        gl.glBufferData(self.target, size_bytes, None, self._usage)
        self.capacity = size_bytes

    def write_parts(self, parts: Iterable[Array], first_byte: int = 0) -> None:
        """Write arrays one after the other from a byte of the room on."""
        self.bind()
        for part in parts:
            flat = np.ascontiguousarray(part)
            if flat.nbytes:
                gl.glBufferSubData(self.target, first_byte, flat.nbytes, _content(flat))
                first_byte += flat.nbytes

    def write_aside(self, data: Array, first_byte: int) -> None:
        """Write an array from a byte of the room on, by way of a buffer of its own.

        So a driver need not wait for pictures that still read other parts of the room.
        """
        aside = Buffer(gl.GL_COPY_READ_BUFFER, data, stream=True)
        self.bind()
        gl.glCopyBufferSubData(gl.GL_COPY_READ_BUFFER, self.target, 0, first_byte, aside.capacity)
        aside.free()

    def grow(self, size_bytes: int, used_bytes: int) -> None:
        """More room, with the first `used_bytes` kept."""
        old, self.id = self.id, new_name(gl.glGenBuffers)
        self.reserve(size_bytes)
        gl.glBindBuffer(gl.GL_COPY_READ_BUFFER, old)
        gl.glCopyBufferSubData(gl.GL_COPY_READ_BUFFER, self.target, 0, 0, used_bytes)
        free_name(gl.glDeleteBuffers, old)

    def free(self) -> None:
        free_name(gl.glDeleteBuffers, self.id)


def _content(flat: Array) -> bytes | int:
    """An array as ctypes takes it: a few bytes are copied sooner than their address is found."""
    return flat.tobytes() if flat.nbytes <= SMALL_BYTES else int(flat.ctypes.data)


def filled(target: int, parts: Sequence[Array]) -> Buffer:
    """A buffer with arrays one after the other; they are not joined before."""
    buffer = Buffer(target)
    buffer.reserve(sum(part.nbytes for part in parts))
    buffer.write_parts(parts)
    return buffer


@dataclass(frozen=True)
class _Slot:
    index: int
    count: int
    kind: int
    normalised: bool
    integer: bool
    offset: int


def _vertex_slots() -> tuple[_Slot, ...]:
    offsets = {name: VERTEX.fields[name][1] for name in VERTEX.names or ()}  # type: ignore[index]
    return (
        _Slot(0, 3, gl.GL_FLOAT, False, False, offsets["position"]),
        _Slot(1, 4, gl.GL_INT_2_10_10_10_REV, True, False, offsets["normal"]),
        _Slot(2, 2, gl.GL_FLOAT, False, False, offsets["uv"]),
        _Slot(3, 4, gl.GL_UNSIGNED_BYTE, True, False, offsets["tint"]),
        _Slot(4, 1, gl.GL_UNSIGNED_INT, False, True, offsets["material"]),
        _Slot(5, 1, gl.GL_UNSIGNED_INT, False, True, offsets["object_id"]),
    )


def _instance_slots() -> tuple[_Slot, ...]:
    offsets = {name: INSTANCE.fields[name][1] for name in INSTANCE.names or ()}  # type: ignore[index]
    first = FIRST_INSTANCE_SLOT
    return (
        _Slot(first, 3, gl.GL_FLOAT, False, False, offsets["position"]),
        _Slot(first + 1, 1, gl.GL_FLOAT, False, False, offsets["yaw_rad"]),
        _Slot(first + 2, 2, gl.GL_FLOAT, False, False, offsets["scale"]),
        _Slot(first + 3, 1, gl.GL_UNSIGNED_INT, False, True, offsets["seed"]),
        _Slot(first + 4, 1, gl.GL_UNSIGNED_INT, False, True, offsets["object_id"]),
    )


VERTEX_SLOTS: Final = _vertex_slots()
INSTANCE_SLOTS: Final = _instance_slots()


class VertexArray:
    """A vertex array object; attributes are declared once, when it is made."""

    def __init__(self) -> None:
        self.id = new_name(gl.glGenVertexArrays)
        self._instanced = False

    def bind(self) -> None:
        gl.glBindVertexArray(self.id)

    def free(self) -> None:
        free_name(gl.glDeleteVertexArrays, self.id)

    def attach(self, vertices: Buffer, indices: Buffer | None) -> None:
        """Read `scene.vertex.VERTEX` rows from a buffer."""
        self.bind()
        vertices.bind()
        _point(VERTEX_SLOTS, VERTEX.itemsize, 0)
        _enable(VERTEX_SLOTS, 0)
        if indices is not None:
            indices.bind()

    def attach_instances(self, rows: Buffer, first_row: int = 0) -> None:
        """Read `scene.vertex.INSTANCE` rows, one an instance, from a row of a buffer on."""
        self.bind()
        rows.bind()
        _point(INSTANCE_SLOTS, INSTANCE.itemsize, first_row * INSTANCE.itemsize)
        if not self._instanced:
            _enable(INSTANCE_SLOTS, 1)
            self._instanced = True


def declare_floats(
    slot: int, count: int, stride: int, offset: int, *, each_instance: bool = False
) -> None:
    """A float attribute of the bound vertex array and buffer."""
    gl.glEnableVertexAttribArray(slot)
    gl.glVertexAttribPointer(slot, count, gl.GL_FLOAT, gl.GL_FALSE, stride, offset)
    gl.glVertexAttribDivisor(slot, int(each_instance))


def declare_colour(slot: int, stride: int, offset: int, *, each_instance: bool = False) -> None:
    """A four-byte colour attribute of the bound vertex array and buffer, read as 0 to 1."""
    gl.glEnableVertexAttribArray(slot)
    gl.glVertexAttribPointer(slot, 4, gl.GL_UNSIGNED_BYTE, gl.GL_TRUE, stride, offset)
    gl.glVertexAttribDivisor(slot, int(each_instance))


def declare_code(slot: int, stride: int, offset: int, *, each_instance: bool = False) -> None:
    """A one-byte number of the bound vertex array and buffer, read as it is."""
    gl.glEnableVertexAttribArray(slot)
    gl.glVertexAttribPointer(slot, 1, gl.GL_UNSIGNED_BYTE, gl.GL_FALSE, stride, offset)
    gl.glVertexAttribDivisor(slot, int(each_instance))


class PicturePoints:
    """(n, 2) points of the picture, -1 to 1, in slot 0: three a triangle.

    Not made from vertex numbers alone: softpipe draws nothing from an empty vertex array.
    """

    def __init__(self, points: npt.NDArray[np.float32]) -> None:
        self.count = len(points)
        self._array = VertexArray()
        self._array.bind()
        self._buffer = Buffer(gl.GL_ARRAY_BUFFER, np.asarray(points, np.float32))
        declare_floats(0, 2, 8, 0)
        gl.glBindVertexArray(0)

    def draw(self, first: int = 0, past: int | None = None) -> int:
        """Draw them from a point to the last, or up to another; returns the triangles."""
        count = (self.count if past is None else past) - first
        self._array.bind()
        gl.glDrawArrays(gl.GL_TRIANGLES, first, count)
        return count // 3

    def free(self) -> None:
        self._array.free()
        self._buffer.free()


def _point(slots: tuple[_Slot, ...], stride: int, base: int) -> None:
    for slot in slots:
        place = base + slot.offset
        if slot.integer:
            gl.glVertexAttribIPointer(slot.index, slot.count, slot.kind, stride, place)
        else:
            gl.glVertexAttribPointer(
                slot.index, slot.count, slot.kind, slot.normalised, stride, place
            )


def _enable(slots: tuple[_Slot, ...], divisor: int) -> None:
    for slot in slots:
        gl.glEnableVertexAttribArray(slot.index)
        gl.glVertexAttribDivisor(slot.index, divisor)
