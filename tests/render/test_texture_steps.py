"""A picture that is laid in steps is the picture."""

from __future__ import annotations

import numpy as np
import pytest
from pyglet import gl

from almaty_tour.render.gl import texture
from almaty_tour.render.gl.texture import RGBA8, Texture
from almaty_tour.scene.halves import halves


def texels(made, level, shape):
    found = np.zeros(shape, np.uint8)
    made.bind(0)
    gl.glPixelStorei(gl.GL_PACK_ALIGNMENT, 1)
    gl.glGetTexImage(gl.GL_TEXTURE_2D, level, gl.GL_RGBA, gl.GL_UNSIGNED_BYTE, found.ctypes.data)
    return found


@pytest.mark.parametrize("step_bytes", [1, 1_000, 1 << 30])
def test_every_level_has_its_texels(bench, monkeypatch, step_bytes):
    monkeypatch.setattr(texture, "STEP_BYTES", step_bytes)
    picture = np.random.default_rng(3).integers(0, 256, (64, 96, 4), np.uint8)
    levels = halves(picture[::-1])
    made = Texture(RGBA8, (96, 64), mipmaps=True)
    steps = sum(1 for _ in made.writing_levels(levels))
    assert steps == sum(-(-len(one) // max(1, step_bytes // one[0].nbytes)) for one in levels)
    for number, level in enumerate(levels):
        assert np.array_equal(texels(made, number, level.shape), level)
    made.free()
