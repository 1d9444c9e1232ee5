"""The grain of the ground: it changes no mean colour and repeats without a seam."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.bake.ground_textures import SIDE, ground_near, ground_relief


@pytest.fixture(scope="module", params=[ground_near, ground_relief])
def picture(request):
    return request.param().astype(np.float64)


def test_the_mean_of_every_channel_is_neutral(picture):
    assert picture.shape == (SIDE, SIDE, 4)
    assert np.abs(picture.mean(axis=(0, 1)) - 127.5).max() < 0.6
    quarters = picture.reshape(2, SIDE // 2, 2, SIDE // 2, 4).mean(axis=(1, 3))
    assert np.abs(quarters - 127.5).max() < 40.0


def test_no_seam_is_steeper_than_what_is_within(picture):
    for axis in (0, 1):
        step = np.abs(np.diff(picture, axis=axis)).mean(axis=1 - axis)
        seam = np.abs(picture.take(0, axis) - picture.take(-1, axis)).mean(axis=0)
        assert (seam <= step.max(axis=0) * 1.05).all()


def test_slopes_are_those_of_the_height():
    east, north, height, _ = np.moveaxis(ground_relief().astype(np.float64), 2, 0)
    for slope, axis in ((east, 1), (north, 0)):
        rise = np.roll(height, -1, axis) - np.roll(height, 1, axis)
        assert np.corrcoef(slope.ravel(), rise.ravel())[0, 1] > 0.8
