"""Several samples a pixel become one: a lit window does not win every pixel that it touches."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from almaty_tour.render.quality import HIGH, MEDIUM

SIZE_PX, WALL, WINDOW = (8, 8), 0.5, 100.0
LAMP = "out vec4 colour;\nvoid main() { colour = vec4(vec3(100.0), 0.0); }\n"


@pytest.fixture
def sampled(context, tmp_path, monkeypatch):
    """A wall of which a bright window covers one sample of four in each pixel."""
    from pyglet import gl

    from almaty_tour.render.gl import program
    from almaty_tour.render.gl.buffer import PicturePoints
    from almaty_tour.render.gl.framebuffer import SampledTarget, clear
    from almaty_tour.render.gl.texture import RGBA16F
    from almaty_tour.render.passes.tone import TRIANGLE

    made = SampledTarget(SIZE_PX, RGBA16F, 4)
    made.bind()
    clear((WALL, WALL, WALL))
    (tmp_path / "lamp.vert").write_text((program.SHADERS / "resolve.vert").read_text())
    (tmp_path / "lamp.frag").write_text(LAMP)
    with monkeypatch.context() as patch:
        patch.setattr(program, "SHADERS", tmp_path)
        lamp = program.Program("lamp")
    lamp.use()
    points = PicturePoints(TRIANGLE)
    gl.glDisable(gl.GL_DEPTH_TEST)
    gl.glEnable(gl.GL_SAMPLE_MASK)
    gl.glSampleMaski(0, 0b0001)
    points.draw()
    gl.glDisable(gl.GL_SAMPLE_MASK)
    yield made
    for one in (made, lamp, points):
        one.free()


def resolved(sampled, quality):
    """(h, w) light of the pixels, and their mark."""
    from pyglet import gl

    from almaty_tour.render.gl.framebuffer import Target
    from almaty_tour.render.gl.program import Program
    from almaty_tour.render.gl.texture import RGBA16F
    from almaty_tour.render.passes.common import SAMPLERS
    from almaty_tour.render.passes.resolve import Resolver

    def program(name, defines):
        made = Program(name, defines)
        made.texture_units(SAMPLERS)
        return made

    view = SimpleNamespace(
        quality=quality,
        programs=SimpleNamespace(get=program),
        stats=SimpleNamespace(add=lambda triangles: None),
    )
    target, resolver = Target(SIZE_PX, RGBA16F), Resolver()
    resolver.draw(view, sampled, target)
    light = np.zeros((*SIZE_PX[::-1], 4), np.float32)
    target.bind()
    gl.glReadPixels(0, 0, *SIZE_PX, gl.GL_RGBA, gl.GL_FLOAT, light.ctypes.data)
    for one in (target, resolver):
        one.free()
    return light[..., 0], light[..., 3]


def test_light_is_weighed_by_what_the_screen_shows(sampled):
    weights = 3.0 / (1.0 + WALL) + 1.0 / (1.0 + WINDOW)
    mean = (3.0 * WALL / (1.0 + WALL) + WINDOW / (1.0 + WINDOW)) / weights
    light, _ = resolved(sampled, HIGH)
    assert light == pytest.approx(mean, rel=2e-3)
    assert mean < 1.0


def test_what_marks_mirrors_has_its_plain_mean(sampled):
    _, mark = resolved(sampled, HIGH)
    assert mark == pytest.approx(0.75, abs=1e-3)  # three samples of wall have 1, the lamp 0


def test_colours_that_are_mapped_already_have_their_plain_mean(sampled):
    light, _ = resolved(sampled, MEDIUM)
    assert light == pytest.approx((3.0 * WALL + WINDOW) / 4.0, rel=2e-3)
