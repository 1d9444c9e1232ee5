"""What numpy writes into a copy and what the vertex shader reads out of it are one thing."""

from pathlib import Path

import numpy as np
import pytest

import almaty_tour.render
from almaty_tour.scene.vertex import LEAN_STEP, LEAN_TURNS, STEEPEST, leaning

SHADER = Path(almaty_tour.render.__file__).parent / "shaders" / "include" / "vertex.glsl"


def test_the_shader_reads_the_slope_that_was_told():
    assert f"(turns - {LEAN_TURNS}) * {LEAN_STEP};" in SHADER.read_text("utf-8")
    assert LEAN_TURNS - STEEPEST / LEAN_STEP > 50.0, "fewer turns are a mere heading"


@pytest.mark.parametrize("rise", [-0.5, -0.1, 0.0, 0.07, 0.5])
def test_a_heading_is_kept_and_the_slope_is_told(rise):
    yaw = np.linspace(-3.0, 3.0, 25)
    told = leaning(yaw, rise).astype(np.float32).astype(np.float64)
    assert np.allclose(np.sin(told), np.sin(yaw), atol=1e-4)
    assert np.allclose(np.cos(told), np.cos(yaw), atol=1e-4)
    turns = np.floor(told / (2.0 * np.pi) + 0.5)
    expected = min(max(rise, -STEEPEST), STEEPEST)
    assert np.allclose((turns - LEAN_TURNS) * LEAN_STEP, expected, atol=LEAN_STEP / 2.0 + 1e-9)
