"""The measures of steadiness, with faults planted by hand; no GL."""

import numpy as np
import pytest

from almaty_tour.export.steady import BLOCK_PX, FINER, jumps, shimmer

SIDE, STEPS = 60, 8


def bars(step, side):
    """Bars 3.3 pixels apart that move by 0.29 pixels a step, drawn so many times as fine."""
    fine = np.arange(SIDE * side) / side + 0.29 * step
    row = np.where((fine / 3.3) % 1.0 < 0.5, 220.0, 40.0)
    return np.repeat(np.tile(row, (SIDE * side, 1))[..., None], 3, 2).astype(np.uint8)


def averaged(picture, side):
    size = len(picture) // side
    return picture.reshape(size, side, size, side, 3).mean((1, 3)).astype(np.uint8)


def test_what_is_averaged_does_not_shimmer_and_what_is_sampled_does():
    finer = [bars(step, FINER) for step in range(STEPS)]
    steady = shimmer([averaged(one, FINER) for one in finer], finer)
    flickering = shimmer([bars(step, 1) for step in range(STEPS)], finer)
    assert steady.mean < 1.0 < 30.0 < flickering.mean
    assert flickering.worst > 50.0


def test_soft_but_steady_pictures_do_not_count_as_shimmer():
    finer = [bars(step, 4 * FINER) for step in range(STEPS)]
    soft = [averaged(one, 4 * FINER).astype(float) for one in finer]
    soft = [(np.roll(one, 1, 1) + 2.0 * one + np.roll(one, -1, 1)) / 4.0 for one in soft]
    found = shimmer([one.astype(np.uint8) for one in soft], [averaged(one, 4) for one in finer])
    assert found.mean < 0.25 * found.motion


def flight(count=20):
    """A bright edge that moves over dark ground by 1.5 pixels a picture."""
    made = []
    for step in range(count):
        covered = np.clip(20.0 + 1.5 * step - np.arange(120), 0.0, 1.0)
        made.append(np.repeat(np.tile(60 + 140 * covered, (80, 1))[..., None], 3, 2).astype("u1"))
    return made


def test_motion_is_no_jump():
    assert jumps(flight(), 3.0) == []


@pytest.mark.parametrize("stays", [True, False])
def test_what_appears_at_once_is_a_jump(stays):
    pictures = flight()
    for picture in pictures[9:] if stays else pictures[9:10]:
        picture[45:55, 85:95] += 60
    found = jumps(pictures, 3.0)
    assert {one.after for one in found} <= {8, 9}
    assert (found[0].row, found[0].column) == (45 // BLOCK_PX, 85 // BLOCK_PX)
    assert found[0].size == pytest.approx(60 * 100 / BLOCK_PX**2, rel=0.1)
