"""What is taken off a preset: less to draw, and nothing to compile or to make anew."""

from dataclasses import replace

import numpy as np
import pytest

from almaty_tour.app.ladder import RUNGS
from almaty_tour.render.quality import PRESETS, detail_limits, quality
from almaty_tour.render.trim import UNTRIMMED, Trim, trimmed


@pytest.mark.parametrize("name", PRESETS)
def test_nothing_off_is_the_preset_itself(name):
    assert trimmed(quality(name), UNTRIMMED) is quality(name)


@pytest.mark.parametrize("name", PRESETS)
def test_less_is_seen_and_no_texture_is_another(name):
    whole = quality(name)
    less = trimmed(whole, Trim(shadow_share=0.6, tree_share=0.5, effects=False))
    assert less.shadow_reach_m[-1] == whole.shadow_reach_m[-1] * 0.6
    assert less.shadow_reach_m[:-1] == whole.shadow_reach_m[:-1]
    assert detail_limits(less).prop_px == 2.0 * detail_limits(whole).prop_px
    assert detail_limits(less).house_px == detail_limits(whole).house_px
    assert not less.bloom
    for kept in ("name", "shadow_size_px", "cascades", "painted_px", "painted_levels", "hdr"):
        assert getattr(less, kept) == getattr(whole, kept)


@pytest.mark.gl
@pytest.mark.parametrize("preset", ["low", "medium", "high"])
def test_going_down_the_ladder_compiles_nothing(bench, preset):
    bench.put("ground", (400.0, 400.0, 1.0), (0.0, 0.0, -1.0), "paving")
    bench.put("cube", (20.0, 20.0, 20.0), (0.0, 0.0, 0.0))
    frame = bench.frame(preset=preset)
    whole = bench.picture(frame)
    known = set(bench.renderer._programs._kept)
    for rung in RUNGS:
        share = rung.trim.resolution_share
        bench.picture(replace(frame, trim=rung.trim, resolution_scale=share))
    assert set(bench.renderer._programs._kept) == known
    assert np.array_equal(bench.picture(frame), whole)


@pytest.mark.gl
def test_the_largest_map_of_shadows_is_drawn_once_for_another_reach(bench):
    bench.put("cube", (20.0, 20.0, 20.0), (0.0, 0.0, 0.0))
    frame = bench.frame(preset="low")
    bench.picture(frame)
    maps = bench.renderer._shadows.of(bench.renderer.quality).cascades
    reach_m = maps.reach_now_m
    near = replace(frame, trim=Trim(shadow_share=0.6))
    bench.picture(near)
    assert bench.renderer.stats.shadow_maps == 1
    assert maps.reach_now_m == pytest.approx(0.6 * reach_m)
    bench.picture(near)
    assert bench.renderer.stats.shadow_maps == 0
