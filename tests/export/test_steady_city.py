"""The city itself is steady: rows of windows and trees, and a flight of two kilometres.

The whole check is `benchmarks/stability.py`.
"""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.export.steady import BLOCK_PX, block_means, brightness, unexplained
from almaty_tour.export.steady_run import SIZE_PX, flown, shimmer_of

pytestmark = [pytest.mark.gl, pytest.mark.slow]

FROM_M, TO_M = 4_000.0, 6_000.0
LARGEST_JUMP, FEW = 12.0, 0.001


@pytest.fixture(scope="module")
def studio(context):
    from almaty_tour.export.studio import Studio

    with Studio(assets_dir(), "medium", SIZE_PX) as made:
        made.stage.load_all()
        yield made


@pytest.mark.parametrize("view", ["windows at 600 m", "a row of trees"])
def test_rows_shimmer_less_in_each_better_preset(studio, view):
    low, medium, high = (shimmer_of(studio, view, name) for name in ("low", "medium", "high"))
    assert medium.mean < 0.88 * low.mean  # on a processor edges are smoothed, not sampled: 0.81
    assert high.mean < 0.6 * low.mean


def test_nothing_jumps_along_a_flight_into_the_city(studio):
    pictures = flown(studio, "medium", FROM_M, TO_M)
    jumps = unexplained(np.stack([block_means(brightness(one), BLOCK_PX) for one in pictures]))
    assert len(jumps) > 400
    assert jumps.max() < LARGEST_JUMP
    assert (jumps > 4.0).mean() < FEW
