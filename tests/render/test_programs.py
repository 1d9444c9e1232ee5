"""Programs: every define set compiles, slots and offsets are those of numpy."""

from __future__ import annotations

import re
from ctypes import byref, c_int

import numpy as np
import pytest

from almaty_tour.base.errors import ShaderError
from almaty_tour.scene.vertex import ATTRIBUTES, INSTANCE_ATTRIBUTES

pytestmark = pytest.mark.gl

SHADOWS = [(), *[("SHADOWS 2", f"SHADOW_TAPS {n}", "SHADOW_SIZE 1024.0") for n in (1, 4)],
           ("SHADOWS 2", "SHADOW_TAPS 1", "SHADOW_SIZE 1024.0", "FAR_SHADOW"),
           ("SHADOWS 3", "SHADOW_TAPS 9", "SHADOW_SIZE 2048.0")]  # fmt: skip
OBJECTS = [(), ("PER_PIXEL",), ("INSTANCED",), ("INSTANCED", "PLAIN"), ("MOVING", "HIGHLIGHT"),
           ("INSTANCED", "PLAIN", "FACADE"),
           ("INSTANCED", "CUT"), ("INSTANCED", "CUT", "PLAIN"),
           ("INSTANCED", "CUT", "PER_PIXEL")]  # fmt: skip
ENDINGS = [(), ("NIGHT",), ("HDR", "LOG_DEPTH", "HIDE 4"), ("NIGHT", "LOG_DEPTH"),
           ("SNOWY",), ("NIGHT", "SNOWY", "HDR", "CEILING")]  # fmt: skip
# What `passes.terrain` asks for: nothing far away, `low` and `high` out of town and in it.
GROUND = [(), ("TOWN 2",), ("SNOW", "RELIEF 1"), ("RELIEF 2", "TOWN 2", "PAINTED 2", "SQUARES 7"),
          ("DETAIL 5.0", "SNOW", "RELIEF 1", "TOWN 1", "PAINTED 1", "SQUARES 6"),
          ("TOWN 1", "RELIEF 1", "FORMED", "COVERED", "PAINTED 1", "SQUARES 6"), ("SNOW", "FORMED"),
          ("TOWN 2", "EVEN"), ("DETAIL 5.0", "TOWN 2", "EVEN", "COVERED", "PAINTED 1", "SQUARES 6"),
          ("DETAIL 7.0", "SNOW", "RELIEF 2", "TOWN 2", "PAINTED 2", "SQUARES 8")]  # fmt: skip
SETS = [
    *[("objects", (*a, *b, *c)) for a in OBJECTS for b in SHADOWS for c in ENDINGS],
    *[("terrain", (*a, *b, *c)) for a in GROUND for b in SHADOWS for c in ENDINGS],
    *[("terrain", (*a, "WET", *b)) for a in GROUND for b in [(), ("NIGHT",), ("SNOWY", "HDR")]],
    *[("kerbs", (*b, *c)) for b in SHADOWS for c in ENDINGS],
    *[("framed", (*b, *c)) for b in SHADOWS for c in ENDINGS], ("framed", ("CLOUD_SHADE",)),
    *[("cases", ("ROOM", *glass, *more)) for glass in [(), ("PANES",)]
      for more in [(), ("HDR", "SMOOTH"), ("LOG_DEPTH",)]],
    *[("painting", one) for one in [("LAND",), ("LAND", "COVER"), ("FILL",), ("STROKE",)]],
    *[
        ("sky", ("SKY_DEPTH 0.0", *a, *b))
        for a in [(), ("CLOUDS 1", "DITHER"), ("CLOUDS 6", "DITHER")]
        for b in ENDINGS
    ],
    *[(name, more) for name in ("depth", "ids")
      for more in [(), ("INSTANCED",), ("MOVING", "HIDE 4")]],
    ("depth", ("INSTANCED", "CUT")), ("depth", ("CUT",)),
    *[("falling", (kind, *more)) for kind in ("RAIN", "SNOW")
      for more in [(), ("NIGHT", "WET", "CEILING"), ("HDR", "LOG_DEPTH"), ("SNOWY",)]],
    *[("still", (*kind, "LEVEL", *more)) for kind in [(), ("FLAT",)]
      for more in [(), ("LOG_DEPTH", "HIDE 4")]],
    ("ids", ("LOG_DEPTH",)), ("ids", ("LEVEL", "HIDE 4")),
    ("tone", ()), ("tone", ("BLOOM", "FXAA", "DITHER")), ("overlay", ()),
    ("tone", ("BLOOM", "FXAA", "DITHER", "ADAPT")), ("tone", ("MAPPED", "FXAA")),
    *[("occlusion", (step, *more)) for step in ("GATHER 12", "SMOOTH", "APPLY")
      for more in [(), ("LOG_DEPTH",)]],
    *[("mirror", ("LOOKS 40", *more)) for more in [(), ("LOG_DEPTH",)]],
    *[(name, more) for name in ("glow", "spray", "jets", "beacons")
      for more in [("NIGHT",), ("NIGHT", "HDR", "LOG_DEPTH")]],
    *[("objects", ("CLOUD_SHADE", *more)) for more in [("PER_PIXEL",), ("INSTANCED", "SUNLIT")]],
    ("objects", ("PER_PIXEL", "NIGHT", "HDR")), ("objects", ("PER_PIXEL", "NIGHT", "SNOWY")),
    ("terrain", ("TOWN 2", "CLOUD_SHADE")), ("terrain", ("TOWN 2", "WET", "HDR")),
    ("kerbs", ("CLOUD_SHADE",)), ("sky", ("SKY_DEPTH 0.0", "CLOUDS 6", "CLOUD_SHADE")),
    ("sky", ("SKY_DEPTH 0.0", "STREAKS", "NIGHT", "HDR")),
    *[("sky", ("SKY_DEPTH 0.0", "SUNLESS", *more))
      for more in [(), ("CLOUDS 1", "DITHER"), ("NIGHT",)]],
    ("backdrop", ()), ("mirror", ("LOOKS 40", "ROOM")), ("mirror", ("LOOKS 12", "ROOM", "MARKED")),
    ("objects", ("ROOM", "PER_PIXEL", "MARKED", "SMOOTH", *SHADOWS[2])), ("objects", ("ROOM",)),
    ("objects", ("ROOM", "PER_PIXEL", "HDR", "SMOOTH", *SHADOWS[-1])),
    *[("objects", ("TONED", "ROOM", *bare, *maps)) for bare in [(), ("BARE",)]
      for maps in [(), ("SHADOWS 1", *SHADOWS[1][1:]), SHADOWS[1], SHADOWS[3]]],
    *[("objects", (*toned, *maps, *more)) for toned in [(), ("TONED",), ("TONED", "BARE")]
      for maps in [(), SHADOWS[1], SHADOWS[3], (*SHADOWS[1], "NEAR_SHADOW")]
      for more in [("SNOWY",), ("MOVING", "HIGHLIGHT"), ("LOG_DEPTH", "FADE 1.0")]],
    ("objects", ("NIGHT", *SHADOWS[1], "NEAR_SHADOW")),
    ("backdrop", ()), ("spray", ("CLOUD_SHADE", "CEILING")),
    *[("lamplight", more) for more in [(), ("LOG_DEPTH",)]],
    ("objects", ("PER_PIXEL", "LITTER", "SPRAY")), ("objects", ("INSTANCED", "CUT", "PER_PIXEL")),
    ("terrain", ("TOWN 1", "MEADOW", "DETAIL 6.0", "HDR")),
    ("terrain", ("TOWN 1", "LITTER", "HDR")), ("tone", ("FXAA", "ADAPT", "GRADE")),
    ("resolve", ("SAMPLES 4",)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "defines"), SETS, ids=str)
def test_every_define_set_compiles(context, name, defines):
    from almaty_tour.render.gl.program import Program

    Program(name, defines).free()


def test_attribute_slots_are_those_of_the_vertex():
    from almaty_tour.render.gl.program import SHADERS

    text = (SHADERS / "include" / "vertex.glsl").read_text()
    found = re.findall(r"layout\(location = (\d+)\) in \w+ (\w+);", text)
    names = [*ATTRIBUTES, *(f"instance_{name}" for name in INSTANCE_ATTRIBUTES)]
    assert found == [(str(slot), name) for slot, name in enumerate(names)]


def test_block_offsets_are_those_of_the_dtype(context):
    from pyglet import gl

    from almaty_tour.render.gl.program import FRAME_BLOCK as NAME
    from almaty_tour.render.gl.program import Program
    from almaty_tour.render.uniforms import FRAME_BLOCK

    program = Program("objects", ("PER_PIXEL", "NIGHT", *SHADOWS[-1]))
    block = (
        gl.glGetUniformBlockIndex(program.id, gl.create_string_buffer(NAME.encode()))
        if hasattr(gl, "create_string_buffer")
        else 0
    )
    size = c_int(0)
    gl.glGetActiveUniformBlockiv(program.id, block, gl.GL_UNIFORM_BLOCK_DATA_SIZE, byref(size))
    assert size.value == FRAME_BLOCK.itemsize
    from ctypes import POINTER, c_char, c_char_p, c_uint, cast, pointer

    for field in FRAME_BLOCK.names:
        array = FRAME_BLOCK[field].shape and FRAME_BLOCK.fields[field][0].shape
        text = field + ("[0]" if array and len(array) == 2 and field != "view_projection" else "")
        words = c_char_p(text.encode())
        index, offset = c_uint(0), c_int(0)
        gl.glGetUniformIndices(
            program.id, 1, cast(pointer(words), POINTER(POINTER(c_char))), byref(index)
        )
        assert index.value != gl.GL_INVALID_INDEX, field
        gl.glGetActiveUniformsiv(program.id, 1, byref(index), gl.GL_UNIFORM_OFFSET, byref(offset))
        assert offset.value == FRAME_BLOCK.fields[field][1], field
    program.free()


@pytest.mark.parametrize("log", [
    "0:7(12): error: `x' undeclared", "ERROR: 0:7: 'x' : undeclared identifier",
    "0(7) : error C1503: undefined variable \"x\"",
])  # fmt: skip
def test_a_driver_complaint_names_file_and_line(log):
    from almaty_tour.render.gl.program import shader_error

    fault = shader_error(log, ["objects.frag"], ("NIGHT",))
    assert str(fault).startswith("objects.frag: line 7: ")
    assert "x" in str(fault)
    assert "NIGHT" in str(fault)


def test_a_fault_in_an_include_is_told_with_its_own_line(context, tmp_path, monkeypatch):
    from almaty_tour.render.gl import program

    (tmp_path / "include").mkdir()
    (tmp_path / "include" / "bad.glsl").write_text(
        "float good() { return 1.0; }\nfloat bad() { return nothing; }\n"
    )
    (tmp_path / "a.vert").write_text(
        '// a\n#include "bad.glsl"\nvoid main() { gl_Position = vec4(bad()); }\n'
    )
    (tmp_path / "a.frag").write_text("void main() {}\n")
    monkeypatch.setattr(program, "SHADERS", tmp_path)
    with pytest.raises(ShaderError, match=r"^include/bad.glsl: line 2: .*nothing"):
        program.Program("a")


def test_a_missing_shader_is_one_line(context, tmp_path, monkeypatch):
    from almaty_tour.render.gl import program

    monkeypatch.setattr(program, "SHADERS", tmp_path)
    with pytest.raises(ShaderError, match=r"a\.vert: cannot be read"):
        program.Program("a")


def test_vertex_arrays_read_what_numpy_wrote():
    from almaty_tour.render.gl.buffer import INSTANCE_SLOTS, VERTEX_SLOTS
    from almaty_tour.scene.vertex import INSTANCE, VERTEX

    assert [slot.offset for slot in VERTEX_SLOTS] == [VERTEX.fields[n][1] for n in ATTRIBUTES]
    assert [slot.offset for slot in INSTANCE_SLOTS] == [
        INSTANCE.fields[n][1] for n in INSTANCE_ATTRIBUTES
    ]
    assert np.dtype(VERTEX).itemsize == 36
