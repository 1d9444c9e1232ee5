"""Shadow maps drawn in parts: whole before they are shown, and the same as drawn at once."""

from __future__ import annotations

import numpy as np
import pytest
from tests.render.conftest import sun
from tests.render.test_prop_pool import wood

from almaty_tour.render.passes import shadow
from almaty_tour.render.prop_pool import COMMAND, parted

pytestmark = pytest.mark.gl

SUNS = 40.0, 41.0
BUDGET = 100


def city(bench):
    """Some boxes about the eye, of 12 triangles each."""
    for number in range(9):
        x, y = -40.0 + 10.0 * number, -30.0 + 17.0 * (number % 4)
        bench.put(f"box{number}", (4.0, 3.0, 6.0 + number), (x, y, 0.0))


def maps_of(renderer) -> np.ndarray:
    """(cascades, size, size) f4 depths of the maps that are shown."""
    from pyglet import gl

    passed = renderer._shadows.of(renderer.quality)
    passed.map.bind(0)
    size = passed.cascades.size_px
    depths = np.zeros((passed.map.layers, size, size), np.float32)
    gl.glGetTexImage(passed.map.target, 0, gl.GL_DEPTH_COMPONENT, gl.GL_FLOAT, depths.ctypes.data)
    return depths[passed._shown]


@pytest.fixture
def counted(monkeypatch):
    """Triangles that each picture has drawn into maps."""
    counts: list[int] = []
    plain = shadow.ShadowPass.draw

    def draw(self, view, above_m, **more):
        before = view.stats.triangles
        found = plain(self, view, above_m, **more)
        counts.append(view.stats.triangles - before)
        return found

    monkeypatch.setattr(shadow.ShadowPass, "draw", draw)
    monkeypatch.setattr(shadow, "PART_TRIANGLES", BUDGET)
    return counts


def test_maps_drawn_in_parts_are_those_drawn_whole(bench, counted):
    city(bench)
    wood(bench)
    bench.renderer.patient = True
    before, after = (bench.frame(environment=sun(height)) for height in SUNS)
    bench.picture(before)
    shown = maps_of(bench.renderer)
    assert counted[0] > 10 * BUDGET  # the first picture waits for nothing
    bench.picture(after)
    pictures = 1
    while np.array_equal(maps_of(bench.renderer), shown) and pictures < 200:
        bench.picture(after)
        pictures += 1
    in_parts, counts = maps_of(bench.renderer), counted[1:]
    assert 0 < max(counts) <= BUDGET
    bench.renderer.patient = False
    bench.renderer._forget_shadows()
    bench.picture(after)
    assert sum(counts) == counted[-1] > 10 * BUDGET  # nothing was shown before all was drawn
    assert np.array_equal(in_parts, maps_of(bench.renderer))


def test_a_jump_is_right_at_once(bench, counted):
    city(bench)
    morning, noon = bench.frame(environment=sun(20.0)), bench.frame(environment=sun(60.0))
    bench.picture(morning)
    at_once = bench.picture(noon)
    bench.renderer.patient = True
    bench.picture(morning)
    assert np.array_equal(bench.picture(noon), at_once)


def test_what_arrives_joins_the_next_map(bench, counted):
    city(bench)
    bench.renderer.patient = True
    frame = bench.frame()
    bench.picture(frame)
    bench.put("late", (8.0, 8.0, 20.0), (0.0, -20.0, 0.0))
    late = bench.frame()
    bench.picture(late)
    assert counted[-1] == 0
    for _ in range(60):
        last = bench.picture(late)
    bench.renderer.patient = False
    bench.renderer._forget_shadows()
    assert np.array_equal(bench.picture(late), last)
    assert max(counted[1:-1]) <= BUDGET


def test_a_chunk_that_goes_while_its_map_is_under_way_is_left_out(bench, counted):
    city(bench)
    bench.renderer.patient = True
    bench.picture(bench.frame(environment=sun(SUNS[0])))
    after = bench.frame(environment=sun(SUNS[1]))
    bench.picture(after)
    bench.renderer.drop(bench.given[-1][0])
    for _ in range(80):
        last = bench.picture(after)
    bench.renderer.patient = False
    bench.renderer._forget_shadows()
    assert np.array_equal(bench.picture(after), last)


def commands(*rows):
    """Commands of (triangles, copies, first copy)."""
    made = np.zeros(len(rows), COMMAND)
    made["count"] = [3 * triangles for triangles, _, _ in rows]
    made["copies"], made["first_copy"] = ([row[n] for row in rows] for n in (1, 2))
    return made


@pytest.mark.parametrize("most", [1, 7, 10, 25, 33, 64, 1_000])
def test_parts_of_commands_are_all_of_them_in_order(most):
    rest = commands((10, 3, 0), (2, 12, 3), (40, 1, 15), (5, 2, 16))
    seen = []
    while len(rest):
        now, rest = parted(rest, most)
        drawn = int(now["count"].astype(np.int64) // 3 @ now["copies"].astype(np.int64))
        assert 0 < drawn <= most or now["copies"].sum() == 1
        columns = (now[name].tolist() for name in ("count", "copies", "first_copy"))
        for triangles, copies, first in zip(*columns, strict=True):
            seen += [(triangles // 3, first + n) for n in range(copies)]
    wanted = [(10, n) for n in range(3)] + [(2, n) for n in range(3, 15)] + [(40, 15)]
    assert seen == [*wanted, (5, 16), (5, 17)]
