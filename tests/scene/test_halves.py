from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.scene.halves import SMALLEST_PX, halves


@given(st.integers(0, 2**32 - 1), st.sampled_from([(64, 128), (96, 96), (33, 64), (512, 64)]))
def test_each_half_is_the_mean_of_four(seed, shape):
    picture = np.random.default_rng(seed).integers(0, 256, (*shape, 4), np.uint8)
    levels = halves(picture)
    assert np.array_equal(levels[0], picture)
    for large, small in pairwise(levels):
        height, width = small.shape[:2]
        four = large.reshape(height, 2, width, 2, 4).astype(np.float64).mean(axis=(1, 3))
        assert np.abs(small - four).max() <= 0.5
    last = levels[-1].shape[:2]
    assert any(side % 2 or side < 2 * SMALLEST_PX for side in last)
    assert min(last) >= min(SMALLEST_PX, *shape)
