"""Framed pictures on the card: the right way up, within their pool, nothing without any."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.render.conftest import sun

from almaty_tour.render.layer_pool import LayerPool
from almaty_tour.scene.framed import framed
from almaty_tour.scene.thumbnails import Thumbnails

RIGHT = (1.0, 0.0, 0.0)


def test_the_picture_not_wanted_for_longest_gives_way():
    pool = LayerPool(2)
    none = frozenset()
    assert (pool.take("a", none), pool.take("b", none)) == (0, 1)
    assert pool.layer("a") == 0
    assert pool.take("c", none) == 1
    assert pool.layer("b") is None
    assert pool.take("d", frozenset({"a", "c"})) is None
    assert pool.layer("a") == 0


def quarters(name):
    """Red, green above blue, white."""
    pixels = np.zeros((64, 64, 3), np.uint8)
    pixels[:32, :32, 0] = pixels[:32, 32:, 1] = pixels[32:, :32, 2] = 255
    pixels[32:, 32:] = 255
    return pixels


def standing(centre, names=("a",), **more):
    return framed(centre, RIGHT, (8.0, 8.0), names, Thumbnails(quarters), **more)


@pytest.mark.gl
@pytest.mark.parametrize("preset", ["low", "golden", "high"])
def test_a_picture_hangs_the_right_way_up(bench, preset):
    frame = bench.frame(environment=sun(40.0), preset=preset)
    shown = replace(frame, framed=standing([(0.0, -40.0, 17.0)], glow=1.0))
    pixels, bare = bench.picture(shown), bench.picture(frame)
    changed = np.abs(pixels - bare).sum(axis=2) > 40
    rows, columns = np.nonzero(changed)
    y, x = (rows.min() + rows.max()) // 2, (columns.min() + columns.max()) // 2
    off = np.ptp(rows) // 6
    assert off > 3
    assert pixels[y - off, x - off].argmax() == 0
    assert pixels[y - off, x + off].argmax() == 1
    assert pixels[y + off, x - off].argmax() == 2
    assert pixels[y + off, x + off].min() > 180


@pytest.mark.gl
def test_all_are_one_draw_and_none_are_none(bench):
    frame = bench.frame()
    bench.picture(frame)
    before = bench.renderer.stats.draw_calls
    assert bench.renderer._framed._made == []
    centres = [(x, -30.0, 16.0) for x in (-9.0, 0.0, 9.0)]
    bench.picture(replace(frame, framed=standing(centres, ("a", "b", "c"))))
    assert bench.renderer.stats.draw_calls == before + 1
    behind = bench.picture(replace(frame, framed=standing([(0.0, -90.0, 16.0)])))
    assert bench.renderer.stats.draw_calls == before
    assert (behind == bench.picture(frame)).all()


@pytest.mark.gl
def test_more_pictures_than_layers_are_drawn_and_the_nearest_have_theirs(bench):
    count = 40  # golden keeps 32
    centres = [(0.0, -40.0 + 0.1 * row, 17.0) for row in range(count)]
    names = tuple(f"p{row}" for row in range(count))
    pictures = standing(centres, names, glow=1.0)
    bench.picture(replace(bench.frame(), framed=pictures))
    pool = bench.renderer._framed._pool
    kept = [name for name in names if pool.layer(name) is not None]
    assert kept == list(names[:32])


@pytest.mark.gl
def test_a_patient_renderer_brings_one_a_picture(bench):
    bench.renderer.patient = True
    centres = [(x, -30.0, 16.0) for x in (-9.0, 0.0, 9.0)]
    frame = replace(bench.frame(), framed=standing(centres, ("a", "b", "c")))
    kept = []
    for _ in range(4):
        bench.picture(frame)
        pool = bench.renderer._framed._pool
        kept.append(sum(pool.layer(name) is not None for name in "abc"))
    assert kept == [1, 2, 3, 3]


@pytest.mark.gl
def test_pictures_that_come_leave_the_textures_of_the_others_alone(bench, monkeypatch):
    from pyglet import gl

    from almaty_tour.render.passes.common import UNIT_LAYERS
    from almaty_tour.render.passes.props import PropPass

    bound, plain = [], PropPass.draw

    def looked(self, view, land):
        found = gl.GLint(0)
        gl.glActiveTexture(gl.GL_TEXTURE0 + UNIT_LAYERS)
        gl.glGetIntegerv(gl.GL_TEXTURE_BINDING_2D_ARRAY, found)
        bound.append(found.value)
        plain(self, view, land)

    monkeypatch.setattr(PropPass, "draw", looked)
    bench.picture(replace(bench.frame(), framed=standing([(0.0, -40.0, 17.0)])))
    assert bound == [bench.renderer._layers.id]
