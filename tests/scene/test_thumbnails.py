"""Pixels of pictures: squares with smaller levels, read beside the frame, never too many."""

from __future__ import annotations

import itertools
import time

import numpy as np

from almaty_tour.base.errors import AssetError
from almaty_tour.scene.framed import PICTURE_PX
from almaty_tour.scene.thumbnails import KEPT, Thumbnails, square_levels


def plain(name):
    return np.full((30, 40, 3), len(name), np.uint8)


def test_levels_are_squares_down_to_a_few_texels():
    sides = [one.shape for one in square_levels(plain("four"))]
    assert sides[0] == (PICTURE_PX, PICTURE_PX, 4)
    assert sides[-1] == (4, 4, 4)
    assert all(a[0] == 2 * b[0] for a, b in itertools.pairwise(sides))
    assert all((one[..., :3] == 4).all() for one in square_levels(plain("four")))


def test_memory_is_bounded_and_a_picture_that_cannot_be_read_stays_blank():
    asked = []

    def read(name):
        asked.append(name)
        if name == "bad":
            raise AssetError("bad.jpg", "is damaged")
        return plain(name)

    source = Thumbnails(read)
    assert source.levels("bad") is None
    assert source.levels("bad") is None
    assert asked == ["bad"]
    for number in range(KEPT + 5):
        assert source.levels(str(number)) is not None
    assert len(source._ready) == KEPT
    source.levels("0")
    assert asked.count("0") == 2


def test_a_patient_source_reads_in_a_thread():
    source = Thumbnails(plain, patient=True)
    assert source.levels("abc") is None
    found = None
    end = time.monotonic() + 20.0
    while found is None and time.monotonic() < end:
        time.sleep(0.005)
        found = source.levels("abc")
    assert found[0][0, 0, 0] == 3
    assert not source._ready


def test_a_patient_source_reads_no_more_than_is_taken():
    source = Thumbnails(plain, patient=True)
    names = [f"p{number}" for number in range(3 * KEPT)]
    end = time.monotonic() + 20.0
    taken = set()
    while len(taken) < len(names) and time.monotonic() < end:
        for name in names:
            if name not in taken and source.levels(name) is not None:
                taken.add(name)
            assert len(source._asked) + len(source._ready) <= KEPT + 1
        time.sleep(0.001)
    assert len(taken) == len(names)
