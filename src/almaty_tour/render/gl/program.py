"""Shader programs from files: includes one level deep, defines, readable errors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from ctypes import POINTER, byref, c_char, c_char_p, cast, create_string_buffer, pointer
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pyglet import gl

from almaty_tour.base.errors import ShaderError

SHADERS = Path(__file__).resolve().parent.parent / "shaders"
FRAME_BLOCK = "FrameBlock"

_INCLUDE = re.compile(r'^\s*#include\s+"([^"]+)"\s*$')
_DRIVER_LINE = re.compile(r"\b(\d+)(?::(\d+)(?:\(\d+\))?|\((\d+)\))\s*:")


class _Places(dict[str, int]):
    """Locations of the uniforms of a program, each asked for once."""

    def __init__(self, program: int) -> None:
        super().__init__()
        self._program = program

    def __missing__(self, name: str) -> int:
        place = gl.glGetUniformLocation(self._program, create_string_buffer(name.encode()))
        self[name] = place
        return int(place)


class Program:
    """A linked program.

    Attributes:
        at: location of a uniform by name, -1 when the compiler threw it away.
    """

    def __init__(self, name: str, defines: Sequence[str] = (), *, fragment: str = "") -> None:
        self.name = name
        self.id = gl.glCreateProgram()
        self.at: Callable[[str], int] = _Places(self.id).__getitem__
        stages = (
            (f"{name}.vert", gl.GL_VERTEX_SHADER),
            (f"{fragment or name}.frag", gl.GL_FRAGMENT_SHADER),
        )
        for file, stage in stages:
            shader = _compile(file, stage, defines)
            gl.glAttachShader(self.id, shader)
            gl.glDeleteShader(shader)
        self._link()
        block = gl.glGetUniformBlockIndex(self.id, create_string_buffer(FRAME_BLOCK.encode()))
        if block != gl.GL_INVALID_INDEX:
            gl.glUniformBlockBinding(self.id, block, 0)

    def use(self) -> None:
        gl.glUseProgram(self.id)

    def texture_units(self, units: Iterable[tuple[str, int]]) -> None:
        """Tie sampler names to texture units; the program is left in use."""
        self.use()
        for name, unit in units:
            gl.glUniform1i(self.at(name), unit)

    def matrix(self, name: str, value: npt.NDArray[Any]) -> None:
        """Set a mat4 from a (4, 4) row-major array."""
        data = np.ascontiguousarray(value, np.float32)
        gl.glUniformMatrix4fv(self.at(name), 1, gl.GL_TRUE, (gl.GLfloat * 16)(*data.ravel()))

    def free(self) -> None:
        gl.glDeleteProgram(self.id)

    def _link(self) -> None:
        gl.glLinkProgram(self.id)
        done = gl.GLint(0)
        gl.glGetProgramiv(self.id, gl.GL_LINK_STATUS, byref(done))
        if not done.value:
            text = create_string_buffer(8192)
            gl.glGetProgramInfoLog(self.id, 8192, None, text)
            raise ShaderError(self.name, f"does not link: {_one_line(text.value)}")


def source(file: str, defines: Sequence[str]) -> tuple[str, list[str]]:
    """Source of one stage with its defines, and the files by `#line` source number."""
    files = [file]
    lines = ["#version 330 core", *(f"#define {name}" for name in defines), "#line 1 0"]
    for number, line in enumerate(_read(file), start=1):
        match = _INCLUDE.match(line)
        if match is None:
            lines.append(line)
            continue
        files.append(f"include/{match[1]}")
        lines += [f"#line 1 {len(files) - 1}", *_read(files[-1]), f"#line {number + 1} 0"]
    return "\n".join(lines) + "\n", files


def _read(file: str) -> list[str]:
    path = SHADERS / file
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as fault:
        raise ShaderError(file, f"cannot be read: {fault.strerror}") from fault


def _compile(file: str, stage: int, defines: Sequence[str]) -> int:
    text, files = source(file, defines)
    shader = gl.glCreateShader(stage)
    words = c_char_p(text.encode())
    gl.glShaderSource(shader, 1, cast(pointer(words), POINTER(POINTER(c_char))), None)
    gl.glCompileShader(shader)
    done = gl.GLint(0)
    gl.glGetShaderiv(shader, gl.GL_COMPILE_STATUS, byref(done))
    if not done.value:
        log = create_string_buffer(8192)
        gl.glGetShaderInfoLog(shader, 8192, None, log)
        gl.glDeleteShader(shader)
        raise shader_error(log.value.decode(errors="replace"), files, defines)
    return int(shader)


def shader_error(log: str, files: Sequence[str], defines: Sequence[str]) -> ShaderError:
    """The first complaint of a driver's log, with the file and line it is about."""
    found = [match for line in log.splitlines() if (match := _DRIVER_LINE.search(line))]
    known = [match for match in found if int(match[1]) < len(files)]
    if not known:
        return ShaderError(files[0], _one_line(log.encode()))
    line = known[0][2] or known[0][3]
    # Mesa gives some complaints about an include the number of the file that includes it.
    same = [int(match[1]) for match in known if (match[2] or match[3]) == line]
    words = known[0].string[known[0].end() :].strip()
    hint = f"defines: {', '.join(defines)}" if defines else ""
    return ShaderError(files[max(same)], words, where=f"line {line}", hint=hint)


def _one_line(text: bytes) -> str:
    return " ".join(text.decode(errors="replace").split())
