"""Bytes that go to the card, counted at the calls of the driver that take them."""

from __future__ import annotations

from pyglet import gl

PARTS = {
    gl.GL_RED: 1, gl.GL_RG: 2, gl.GL_RGB: 3, gl.GL_RGBA: 4, gl.GL_RED_INTEGER: 1,
    gl.GL_DEPTH_COMPONENT: 1,
}  # fmt: skip
PART_BYTES = {gl.GL_UNSIGNED_BYTE: 1, gl.GL_UNSIGNED_SHORT: 2, gl.GL_HALF_FLOAT: 2}
SIZES_AT = {  # name of the call: which arguments are sides, then where layout and kind stand
    "glTexImage2D": ((3, 4), 6),
    "glTexImage3D": ((3, 4, 5), 7),
    "glTexSubImage2D": ((4, 5), 6),
    "glTexSubImage3D": ((5, 6, 7), 8),
}
BUFFERS_AT = {"glBufferData": 1, "glBufferSubData": 2, "glMapBufferRange": 2}


class Uploads:
    """Counts from the time it is made; `taken` gives the bytes since it was last asked."""

    def __init__(self) -> None:
        self._bytes = 0
        for name, at in BUFFERS_AT.items():
            self._wrap(name, lambda args, at=at: int(args[at]))
        for name, (sides, layout) in SIZES_AT.items():
            self._wrap(name, lambda args, s=sides, n=layout: _texels(args, s) * _texel(args, n))

    def taken(self) -> int:
        """Bytes since the last time."""
        taken, self._bytes = self._bytes, 0
        return taken

    def _wrap(self, name, size_of):
        plain = getattr(gl, name)

        def counted(*args):
            if name.startswith("glMap") or any(
                args[-2:-1] if name == "glBufferData" else args[-1:]
            ):
                self._bytes += size_of(args)
            return plain(*args)

        setattr(gl, name, counted)


def _texels(args, sides):
    count = 1
    for side in sides:
        count *= int(args[side])
    return count


def _texel(args, layout):
    return PARTS.get(args[layout], 4) * PART_BYTES.get(args[layout + 1], 4)
