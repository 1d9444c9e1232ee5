"""The interface over the picture, from plain arrays."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from almaty_tour.render.frame import Overlay

pytestmark = pytest.mark.gl

VERTEX = np.dtype([("at", np.float32, 2), ("uv", np.float32, 2), ("colour", np.uint8, 4)])


def square(left, top, right, bottom, colour, clip=None, scale=1.0):
    rows = np.zeros(4, VERTEX)
    rows["at"] = [(left, top), (right, top), (right, bottom), (left, bottom)]
    rows["colour"] = colour
    clip = clip or (0.0, 0.0, 160.0, 90.0)
    return Overlay(
        vertices=rows.view(np.uint8).reshape(-1, 20),
        indices=np.array([0, 1, 2, 0, 2, 3], np.uint16),
        commands=np.array([[6, 0, 0, 5, *clip]], np.float64),
        size_pt=(160.0 / scale, 90.0 / scale),
        scale=scale,
        textures={5: np.full((1, 1, 4), 255, np.uint8)},
    )


def test_a_square_is_where_it_was_put(bench):
    plain = bench.picture(bench.frame())
    red = square(10, 20, 30, 50, (255, 0, 0, 255))
    shown = bench.picture(replace(bench.frame(), overlay=red))
    changed = (shown != plain).any(axis=2)
    rows, columns = np.nonzero(changed)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (20, 49, 10, 29)
    assert (shown[20:50, 10:30] == [255, 0, 0]).all()


def test_clips_and_scale_are_kept(bench):
    plain = bench.picture(bench.frame())
    red = square(5, 10, 15, 25, (255, 0, 0, 255), clip=(0.0, 0.0, 10.0, 20.0), scale=2.0)
    shown = bench.picture(replace(bench.frame(), overlay=red))
    rows, columns = np.nonzero((shown != plain).any(axis=2))
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (20, 39, 10, 19)


def test_half_opaque_blends(bench):
    plain = bench.picture(bench.frame())
    grey = square(0, 0, 160, 90, (0, 0, 0, 128))
    shown = bench.picture(replace(bench.frame(), overlay=grey))
    assert np.abs(shown - plain * (127 / 255)).max() <= 1.0


def test_a_texture_that_was_never_given_is_left_out(bench):
    plain = bench.picture(bench.frame())
    lost = replace(square(0, 0, 160, 90, (255, 0, 0, 255)), textures={})
    assert np.array_equal(bench.picture(replace(bench.frame(), overlay=lost)), plain)
