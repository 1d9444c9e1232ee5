"""The painting comes back from its files as it was, to the breadth of a hair."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.base.errors import AssetError
from almaty_tour.scene.paint import (
    FILL,
    PACKED,
    STROKE,
    End,
    GroundPaint,
    PaintTable,
    read_paint,
    write_paint,
)


@pytest.fixture
def paint():
    strokes, fills = np.zeros(3, STROKE), np.zeros(2, FILL)
    strokes["a"] = [[-9_876.25, 5_432.1], [1.0, 2.0], [3.0, 4.0]]
    strokes["b"] = strokes["a"] + 7.5
    strokes["half_width_m"], strokes["dash_m"] = [3.6, 0.075, 36.4], [0.0, 1.1, 99.3]
    strokes["gap_m"], strokes["phase_m"] = [0.0, 2.2, 64.6], [0.0, 3.3, 160.7]
    strokes["colour"], strokes["paved"] = [[1, 2, 3], [40, 50, 60], [254, 255, 0]], [0, 128, 255]
    strokes["end"], strokes["raised_cm"] = [End.ROUND, End.BUTT, End.SQUARE], [0, 15, 0]
    fills["corners"][:, :, 0] = [[0.0, 1.0, 2.0], [5.0, 6.0, 7.0]]
    fills["colour"], fills["paved"] = [[9, 8, 7], [6, 5, 4]], [1, 2]
    return GroundPaint(fills, strokes)


def test_what_was_written_is_read_in_its_order(tmp_path, paint):
    write_paint(tmp_path, paint)
    found = read_paint(tmp_path)
    assert np.array_equal(found.fills, paint.fills)
    assert found.strokes.dtype == STROKE
    for name in STROKE.names:
        exact = name not in ("half_width_m", "dash_m", "gap_m", "phase_m")
        assert np.allclose(
            found.strokes[name], paint.strokes[name], rtol=0.0 if exact else 5e-4, atol=0.0
        )
    assert found.raised.rows["raised_cm"].tolist() == [15]


def test_the_file_of_strokes_is_a_quarter_smaller():
    assert PACKED.itemsize <= 0.76 * STROKE.itemsize


@pytest.mark.parametrize("name", ["fills.npy", "strokes.npy"])
def test_rows_of_another_kind_are_told_with_the_file(tmp_path, paint, name):
    write_paint(tmp_path, paint)
    np.save(tmp_path / name, paint.strokes)
    with pytest.raises(AssetError, match=f"{name}: is damaged"):
        read_paint(tmp_path)


@given(st.integers(0, 2**32 - 1), st.sampled_from([900.0, 9_000.0, 3e5]))
def test_rows_near_a_rectangle_are_those_that_looking_at_all_finds(seed, spread_m):
    random = np.random.default_rng(seed)
    strokes = np.zeros(random.integers(0, 300), STROKE)
    strokes["a"] = random.uniform(-spread_m, spread_m, (len(strokes), 2))
    length_m = 10.0 ** random.uniform(0.0, 3.0, (len(strokes), 1))
    strokes["b"] = strokes["a"] + random.normal(0.0, 1.0, (len(strokes), 2)) * length_m
    strokes["half_width_m"] = random.uniform(0.05, 8.0, len(strokes))
    strokes["spare"] = random.integers(0, 255, (len(strokes), 2))
    table = PaintTable(strokes)
    for side_m in (3.0, 200.0, 4_000.0, 1e6):
        low = random.uniform(-1.5 * spread_m, spread_m, 2)
        high = low + side_m
        reach = strokes["half_width_m"][:, None] * np.float32(2.0**0.5)
        least = np.minimum(strokes["a"], strokes["b"]) - reach
        most = np.maximum(strokes["a"], strokes["b"]) + reach
        near = (most >= low.astype(np.float32)) & (least <= high.astype(np.float32))
        wide = 2.0 * strokes["half_width_m"] >= np.float32(1.0)
        found = table.near(tuple(low.tolist()), tuple(high.tolist()), 1.0)
        assert np.array_equal(found, strokes[near.all(axis=1) & wide])
