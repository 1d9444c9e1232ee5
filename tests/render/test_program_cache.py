"""One new program a picture; the nearest that is there stands in until the next."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.render.conftest import sun

from almaty_tour.render import program_cache
from almaty_tour.render.daylight import daylight
from almaty_tour.render.program_cache import REST, ProgramCache, stand_in
from almaty_tour.render.rehearsal import lights_near

DAY = ("TOWN 2", "SHADOWS 2", "SHADOW_TAPS 1", "SHADOW_SIZE 1024.0")
DUSK = (*DAY, "NIGHT")
RAIN = ("TOWN 2", "WET")


class Made:
    """A program without a driver."""

    def __init__(self, name, defines):
        self.key = name, defines

    def texture_units(self, samplers):
        pass


@pytest.fixture
def cache(monkeypatch):
    monkeypatch.setattr(program_cache, "Program", Made)
    made = ProgramCache(())
    made.patient = True
    return made


def pictured(cache, *wanted) -> list[tuple]:
    """The defines of what a picture gets for what it wants."""
    cache.begin()
    return [cache.get("terrain", defines).key[1] for defines in wanted]


def test_a_picture_makes_one_and_the_nearest_stand_in(cache):
    assert pictured(cache, DAY) == [DAY]
    assert pictured(cache, DUSK, ("SNOW", *DUSK), RAIN) == [DUSK, DUSK, DAY]
    assert pictured(cache, DUSK, ("SNOW", *DUSK), RAIN) == [DUSK, ("SNOW", *DUSK), DAY]
    assert pictured(cache, DUSK, ("SNOW", *DUSK), RAIN) == [DUSK, ("SNOW", *DUSK), RAIN]


def test_who_is_not_patient_gets_what_is_asked_for(cache):
    cache.patient = False
    assert pictured(cache, DAY, DUSK, RAIN) == [DAY, DUSK, RAIN]


def test_what_nothing_can_stand_in_for_is_made_or_left_out(cache):
    assert pictured(cache, DAY, ("TOWN 1",)) == [DAY, ("TOWN 1",)]
    assert cache.if_ready("falling", ("RAIN",)) is None
    cache.begin()
    assert cache.if_ready("falling", ("RAIN",)) is not None


def test_another_preset_does_not_stand_in(cache):
    pictured(cache, DAY)
    cache.change_preset()
    large = *DAY[:-1], "SHADOW_SIZE 2048.0"
    assert pictured(cache, RAIN, large) == [RAIN, RAIN]
    assert pictured(cache, DAY) == [DAY]  # what was made is there at once


@pytest.mark.parametrize(("wanted", "kept", "found"), [
    (("INSTANCED", "NIGHT"), ["", "INSTANCED"], "INSTANCED"),
    (("MOVING",), ["", "INSTANCED"], None),
    (("TOWN 1", "SNOW", "RELIEF 1"), ["TOWN 1|RELIEF 1", "TOWN 1|SNOW|PAINTED 1|NIGHT"],
     "TOWN 1|SNOW|PAINTED 1|NIGHT"),
    (("DETAIL 5.0",), ["DETAIL 7.0", "TOWN 1"], "DETAIL 7.0"),
    (("TOWN 2",), ["TOWN 1", "", "TOWN 2|EVEN"], ""),
    (("TOWN 2", "EVEN"), ["", "TOWN 2|NIGHT"], "TOWN 2|NIGHT"),
])  # fmt: skip
def test_who_stands_in(wanted, kept, found):
    keys = tuple(("terrain", tuple(one.split("|")) if one else ()) for one in kept)
    expected = None if found is None else keys[kept.index(found)]
    assert stand_in(("terrain", wanted), keys) == expected
    assert stand_in(("depth", wanted), tuple(("depth", defines) for _, defines in keys)) is None


def test_programs_are_made_ahead_in_pictures_apart(cache):
    pictured(cache, DAY)
    made = []
    for picture in range(4 * REST):
        cache.begin()
        made += [(picture, one) for one in (DUSK, RAIN) if cache.ahead("terrain", one) is not None]
    assert [defines for _, defines in made] == [DUSK, RAIN]
    assert made[1][0] - made[0][0] == REST


@pytest.mark.parametrize(("height_deg", "lights"), [
    (30.0, []), (4.0, [(True, True)]), (2.0, [(True, True), (True, False)]),
    (0.0, [(False, True), (True, False)]), (-2.0, [(False, False), (True, True)]),
    (-10.0, []),
])  # fmt: skip
def test_lights_near_are_those_beyond_the_next_limits(height_deg, lights):
    day = daylight(sun(height_deg), 900.0)
    found = [(one.night > 0.0, one.shadow_strength > 0.0) for one in lights_near(day)]
    assert found == lights
    now = day.night > 0.0, day.shadow_strength > 0.0
    assert now not in found


@pytest.mark.parametrize("start", [5.0, 1.0, -1.0, -5.0])
def test_the_light_of_the_next_minutes_is_near(start):
    """However the sun moves, what limits it passes within three degrees has been told."""
    here = daylight(sun(start), 900.0)
    told = {(one.night > 0.0, one.shadow_strength > 0.0) for one in (here, *lights_near(here))}
    for height in np.linspace(start - 1.5, start + 1.5, 31):
        there = daylight(sun(float(height)), 900.0)
        assert (there.night > 0.0, there.shadow_strength > 0.0) in told


def test_no_shadows_are_near_under_a_closed_sky():
    closed = replace(daylight(sun(-1.0), 900.0), cloud=1.0, shadow_strength=0.0)
    assert all(one.shadow_strength == 0.0 for one in lights_near(closed))


@pytest.mark.gl
def test_dusk_makes_one_program_a_picture_and_ends_in_the_right_picture(bench, context):
    for number in range(4):
        bench.put(f"box{number}", (4.0, 3.0, 6.0), (-12.0 + 8.0 * number, 0.0, 0.0))
    bench.picture(bench.frame(environment=sun(2.0)))
    bench.renderer.patient = True
    made = bench.renderer._programs._kept
    counts, dusk = [len(made)], bench.frame(environment=sun(0.9))
    for _ in range(12):
        last = bench.picture(dusk)
        counts.append(len(made))
    assert max(np.diff(counts)) == 1
    bench.renderer.patient = False
    assert np.array_equal(bench.picture(dusk), last)
