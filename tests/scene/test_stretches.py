"""What is drawn of stretches: each in view, none coarser than its own distance allows."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.scene.test_drawing import LIMITS, viewpoint

from almaty_tour.scene.arrays import Scene
from almaty_tour.scene.chunk import Chunk, Level, MovingPart, Wants
from almaty_tour.scene.cull import box_distance_m, lowered, visible_boxes
from almaty_tour.scene.drawing import draw_list
from almaty_tour.scene.fading import WHOLE
from almaty_tour.scene.lod import careful, levels_for
from almaty_tour.scene.stretches import bounds_of
from almaty_tour.scene.vertex import VERTEX

ERRORS = (0.0, 0.4, 1.5)


def level(random, error_m, middles) -> Level:
    """A triangle or two a stretch, near the middles."""
    counts = random.integers(0 if error_m else 1, 3, len(middles))
    corners = np.repeat(middles, 3 * counts, axis=0)
    rows = np.zeros(len(corners), VERTEX)
    rows["position"] = corners + random.uniform(-9.0, 9.0, corners.shape)
    starts = np.concatenate([[0], np.cumsum(counts)])
    return Level(rows, np.arange(len(rows), dtype=np.uint32), error_m, starts)


def wide(name, random, count, moving=()) -> Chunk:
    middles = random.uniform(-600.0, 600.0, (count, 3))
    levels = tuple(level(random, error, middles) for error in ERRORS)
    bounds = bounds_of(levels)
    return Chunk(
        name, tuple(random.uniform(-500.0, 500.0, 3).tolist()),
        bounds[:, 2].min(axis=0), bounds[:, 3].max(axis=0), levels,
        moving=moving, stretches=bounds,
    )  # fmt: skip


def points(one: Level, number: int):
    begin, end = 3 * one.starts[number], 3 * one.starts[number + 1]
    return one.vertices["position"][one.indices[begin:end]]


@given(st.integers(0, 2**32 - 1), st.floats(-3.0, 3.0), st.integers(1, 30))
def test_each_stretch_in_view_is_drawn_once_no_coarser_than_allowed(seed, heading, count):
    random = np.random.default_rng(seed)
    scene, chunks = Scene(), {}
    for name in ("a", "b"):
        made = wide(name, random, count)
        chunks[scene.add(made)] = made
    view = viewpoint(heading)
    drawn = draw_list(scene, view, LIMITS)
    shown = {}
    for row, at, span in zip(
        drawn.chunks.tolist(), drawn.levels, drawn.spans.tolist(), strict=True
    ):
        for number in range(*span):
            assert (row, number) not in shown
            shown[row, number] = int(at)
    allowed = LIMITS.object_error_px * view.pixel_rad
    for row, made in chunks.items():
        for number in range(count):
            finest = points(made.levels[0], number) + made.origin_enu
            low, high = finest.min(axis=0), finest.max(axis=0)
            outside = np.maximum(np.maximum(low - view.eye, view.eye - high), 0.0)
            away_m = max(float(np.linalg.norm(outside)), 1.0)
            if (row, number) in shown:
                assert made.levels[shown[row, number]].error_m <= away_m * allowed * 1.001
                continue
            for one in made.levels:  # nothing of what is left out is in the picture
                places = points(one, number) + made.origin_enu
                box = (
                    np.array(
                        [
                            [
                                *(places.min(axis=0) + places.max(axis=0)) / 2,
                                *np.ptp(places, axis=0) / 2,
                                1.0,
                            ]
                        ],
                        np.float32,
                    ).T
                    if len(places)
                    else None
                )
                assert (
                    box is None or not visible_boxes(lowered(box, view.eye), view.world_planes)[0]
                )
    assert np.all(np.diff(drawn.away_m) >= 0.0)


@given(st.integers(0, 2**32 - 1))
def test_runs_are_as_long_as_can_be_and_know_their_distance(seed):
    random = np.random.default_rng(seed)
    scene = Scene()
    scene.add(wide("a", random, 40))
    view = viewpoint()
    drawn = draw_list(scene, view, LIMITS)
    away = box_distance_m(scene.stretches.near, view.eye)
    for span, away_m in zip(drawn.spans.tolist(), drawn.away_m.tolist(), strict=True):
        assert away_m == pytest.approx(float(away[slice(*span)].min()))
    ends = {
        (level, past)
        for level, (_, past) in zip(drawn.levels.tolist(), drawn.spans.tolist(), strict=True)
    }
    begins = {
        (level, first)
        for level, (first, _) in zip(drawn.levels.tolist(), drawn.spans.tolist(), strict=True)
    }
    assert not ends & begins


def test_the_far_end_of_a_square_is_coarse_while_the_eye_is_on_it():
    random = np.random.default_rng(1)
    middles = np.array([[0.0, 0.0, 0.0], [0.0, 1500.0, 0.0]])
    levels = tuple(level(random, error, middles) for error in (0.0, 0.5))
    bounds = bounds_of(levels)
    scene = Scene()
    scene.add(
        Chunk(
            "a",
            (0.0, 0.0, 0.0),
            bounds[:, 2].min(axis=0),
            bounds[:, 3].max(axis=0),
            levels,
            stretches=bounds,
        )
    )
    drawn = draw_list(scene, viewpoint(), LIMITS)
    assert dict(zip(map(tuple, drawn.spans.tolist()), drawn.levels.tolist(), strict=True)) == {
        (0, 1): 0,
        (1, 2): 1,
    }


def test_a_chunk_that_shows_only_what_moves_is_listed_without_stretches():
    random = np.random.default_rng(2)
    behind = Level(np.zeros(3, VERTEX), np.arange(3, dtype=np.uint32), 0.0)
    cabin = MovingPart("cabin", (behind,), "loop", (0.0, 0.0, 0.0), (0.0, 0.0, 1.0), 1.0)
    made = level(random, 0.0, np.array([[0.0, -300.0, 0.0]]))
    bounds = bounds_of((made,))
    far = np.full(3, 900.0, np.float32)
    scene = Scene()
    row = scene.add(
        Chunk("a", (0.0, 0.0, 0.0), -far, far, (made,), moving=(cabin,), stretches=bounds)
    )
    drawn = draw_list(scene, viewpoint(), LIMITS)
    assert drawn.chunks.tolist() == [row]
    assert drawn.spans.tolist() == [[0, 0]]
    assert drawn.shares.tolist() == [WHOLE]


@given(st.integers(0, 2**32 - 1), st.floats(0.05, 1.0), st.floats(1e-4, 1e-2))
def test_the_finest_level_is_left_at_a_share_of_the_error_and_no_level_is_coarser_for_it(
    seed, share, per_m
):
    random = np.random.default_rng(seed)
    errors = np.sort(random.uniform(0.0, 4.0, (50, 4)).astype(np.float32), axis=1)
    errors[:, 0] = 0.0
    errors[:25, 2:] = np.inf
    away = random.uniform(1.0, 900.0, 50).astype(np.float32)
    plain = levels_for(errors, away, per_m)
    found = levels_for(careful(errors, share), away, per_m)
    assert (found <= plain).all()
    left = found > 0
    assert (errors[left, 1] <= share * away[left] * per_m * 1.0001).all()
    assert (found[~left & (errors[:, 1] <= share * away * per_m * 0.9999)] > 0).all()
    assert np.array_equal(careful(errors, 1.0), errors)


@given(st.integers(0, 2**32 - 1), st.floats(-3.0, 3.0), st.integers(2, 30))
def test_what_is_near_is_drawn_piece_by_piece_and_nothing_twice_or_unlike(seed, heading, count):
    random = np.random.default_rng(seed)
    made = wide("a", random, count)
    wants = tuple(Wants(one) for one in random.integers(0, 4, count).tolist())
    scene, divided = Scene(), Scene()
    scene.add(made)
    divided.add(replace(made, wants=wants))
    view, apart_m = viewpoint(heading), 400.0
    whole = draw_list(scene, view, LIMITS)
    drawn = draw_list(divided, view, replace(LIMITS, apart_m=apart_m))

    def levels(listed):
        return {
            number: level
            for level, span in zip(listed.levels.tolist(), listed.spans.tolist(), strict=True)
            for number in range(*span)
        }

    assert levels(drawn) == levels(whole)
    assert (np.diff(drawn.spans, axis=1) > 0).all()
    assert (np.diff(drawn.away_m) >= 0.0).all()
    for (first, end), away_m in zip(drawn.spans.tolist(), drawn.away_m.tolist(), strict=True):
        assert end == first + 1 or away_m >= apart_m
        assert len(set(wants[first:end])) == 1
