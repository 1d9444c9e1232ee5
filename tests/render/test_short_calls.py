"""Short calls keep the interpreter, long ones let the thread that reads work."""

from __future__ import annotations

import ctypes

import pytest
from pyglet import gl

from almaty_tour.render.gl.short_calls import SHORT, keep_interpreter

KEEPS = ctypes._FUNCFLAG_PYTHONAPI
LONG = (
    "glMultiDrawElementsIndirect", "glBufferData", "glBufferSubData", "glTexImage2D",
    "glTexSubImage2D", "glReadPixels", "glFinish", "glLinkProgram", "glCompileShader",
)  # fmt: skip


def test_only_short_calls_keep_the_interpreter(bench):
    kept = {name: getattr(gl, name) for name in SHORT}
    assert all(call._flags_ & KEEPS for call in kept.values())
    assert not any(getattr(gl, name)._flags_ & KEEPS for name in LONG)
    keep_interpreter()
    assert all(getattr(gl, name) is call for name, call in kept.items())


def test_they_still_check_their_arguments(bench):
    with pytest.raises(ctypes.ArgumentError):
        gl.glUniform3f("one", 2.0, 3.0, 4.0)
