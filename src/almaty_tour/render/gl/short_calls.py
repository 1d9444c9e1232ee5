"""Short calls of the driver keep the interpreter.

ctypes lets other threads have the interpreter during every call and asks for it again after.
While the city is read in a thread, a picture would wait at each of its thousand calls
(`session.ahead.TURN_S` at worst). Calls that set a state or draw one small thing last less
than such a wait; those that take long (many draws at once, uploads, reading back) still let
the reader work.
"""

from __future__ import annotations

import ctypes
from typing import Any, Final

SHORT: Final = (
    "glActiveTexture", "glBindBuffer", "glBindBufferBase", "glBindTexture", "glBindVertexArray",
    "glBlendFunc", "glClearColor", "glClearDepth", "glDepthFunc", "glDepthMask", "glDisable",
    "glDrawElements", "glDrawElementsBaseVertex", "glEnable", "glEnableVertexAttribArray",
    "glPixelStorei", "glPolygonOffset", "glTexParameteri", "glUniform1i", "glUniform1ui",
    "glUniform2f", "glUniform3f", "glUniform4f", "glUniform4fv", "glUniformMatrix3fv",
    "glUniformMatrix4fv", "glUseProgram", "glVertexAttribDivisor", "glVertexAttribIPointer",
    "glVertexAttribPointer", "glVertexAttrib1f", "glVertexAttrib3f", "glViewport",
)  # fmt: skip
_PLAIN: Final[Any] = type(ctypes.pythonapi.Py_IsInitialized).__mro__[1]
"""What ctypes makes of a function of a library; pyglet wraps some in classes of its own."""


def keep_interpreter() -> None:
    """Makes the short calls of `pyglet.gl` keep the interpreter, once a process."""
    from pyglet import gl

    for name in SHORT:
        call: Any = getattr(gl, name)
        plain = isinstance(call, _PLAIN)
        if not plain or call.errcheck or _keeps(call):
            continue  # what is checked after each call stays as it is
        made = ctypes.PYFUNCTYPE(call.restype, *call.argtypes)
        setattr(gl, name, made(ctypes.cast(call, ctypes.c_void_p).value or 0))


def _keeps(call: Any) -> bool:
    return bool(call._flags_ & ctypes._FUNCFLAG_PYTHONAPI)  # type: ignore[attr-defined]
