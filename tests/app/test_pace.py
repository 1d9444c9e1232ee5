"""A simulated machine: how long a picture takes on each rung, with noise and load from outside."""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from almaty_tour.app.ladder import JUDGED, RUNGS, SHARES, SHARP, SMALL, below, depth
from almaty_tour.app.pace import KNOBS, Pace, followed
from almaty_tour.base.rng import fraction
from almaty_tour.render.trim import UNTRIMMED

TARGET_S = KNOBS.target_s
SWINGS = (2.0 * fraction(np.arange(1 << 14)) - 1.0).tolist()


@dataclass(frozen=True)
class Machine:
    """What a picture costs: always, for each pixel, and for each step that the scene is trimmed."""

    fixed_s: float
    pixels_s: float
    scene_s: float
    noise: float = 0.0
    seed: int = 0

    def picture_s(self, level, number):
        trim = RUNGS[level].trim
        far = (trim.shadow_share + trim.tree_share + trim.effects) / 3.0
        cost = self.fixed_s + self.pixels_s * trim.resolution_share**2 + self.scene_s * far
        swing = SWINGS[(number + 97 * self.seed) % len(SWINGS)]
        hitch = 4.0 if number % 47 == 11 else 1.0
        return cost * (1.0 + self.noise * swing) * hitch


def run(machine, seconds, pace=None):
    """The pace after some seconds, and the rungs it stood on, one for each picture."""
    pace, levels, clock, number = pace or Pace(), [], 0.0, 0
    while clock < seconds:
        took_s = machine.picture_s(pace.level, number)
        pace = followed(pace, took_s)
        levels.append(pace.level)
        clock, number = clock + took_s, number + 1
    return pace, levels


def turns(levels):
    """How often the way along the ladder turned round."""
    steps = [b - a for a, b in pairwise(depth(one) for one in levels) if b != a]
    return sum(a * b < 0 for a, b in pairwise(steps))


MACHINES = st.builds(
    Machine,
    fixed_s=st.floats(0.01, 0.06),
    pixels_s=st.floats(0.0, 0.1),
    scene_s=st.floats(0.0, 0.06),
    noise=st.floats(0.0, 0.25),
    seed=st.integers(0, 1000),
)


@settings(max_examples=15, deadline=None)
@given(MACHINES)
@example(Machine(fixed_s=0.0167, pixels_s=0.0762, scene_s=0.0, noise=0.156))
def test_quality_settles_and_does_not_hunt(machine):
    pace, levels = run(machine, 60.0)
    assert turns(levels) <= 2
    settled, later = run(machine, 60.0, pace)
    assert len(set(later)) <= 2, "after a minute it still goes up and down"
    assert turns(later) == 0
    whole_s = replace(machine, noise=0.0).picture_s(0, 0)
    if whole_s < TARGET_S:
        assert settled.level == 0


@settings(max_examples=10, deadline=None)
@given(st.lists(st.floats(0.008, 0.08), min_size=len(RUNGS), max_size=len(RUNGS)))
def test_a_machine_that_no_bound_holds_for_is_left_alone_more_and_more(costs_s):
    """Costs by chance: even where steps down make it slower, tries become rare."""

    class Odd(Machine):
        def picture_s(self, level, number):
            return costs_s[level]

    pace, levels = run(Odd(0, 0, 0), 120.0)
    _, later = run(Odd(0, 0, 0), 240.0, pace)
    assert turns(levels) <= 8
    assert turns(later) <= 4


@settings(max_examples=15, deadline=None)
@given(MACHINES, st.floats(2.0, 4.0))
def test_after_a_load_it_comes_back(machine, times):
    machine = replace(machine, noise=min(machine.noise, 0.1))
    calm, _ = run(machine, 45.0)
    busy = replace(
        machine, fixed_s=machine.fixed_s * times, pixels_s=machine.pixels_s * times,
        scene_s=machine.scene_s * times,
    )  # fmt: skip
    loaded, _ = run(busy, 20.0, calm)
    after, _ = run(machine, 120.0, loaded)
    assert depth(loaded.level) >= depth(calm.level)
    again_s = replace(machine, noise=0.0).picture_s(after.level, 0)
    higher_s = again_s * RUNGS[after.level].most
    as_well = depth(after.level) <= depth(calm.level)
    assert as_well or higher_s > TARGET_S * KNOBS.quick * 0.9, "it could stand higher"


def test_a_slow_machine_gives_up_pixels_then_shadows_then_trees_then_effects():
    _, levels = run(Machine(0.02, 0.25, 0.1), 60.0)
    order = list(dict.fromkeys(levels))
    assert order == list(range(SHARP))
    trims = [RUNGS[level].trim for level in order]
    first = [
        next(i for i, trim in enumerate(trims) if getattr(trim, name) != getattr(UNTRIMMED, name))
        for name in ("resolution_share", "shadow_share", "tree_share", "effects")
    ]
    assert first == sorted(first)
    assert len(set(first)) == 4


def test_where_pixels_cost_nothing_the_picture_stays_whole():
    """Two smaller pictures tell that the processor is waited for."""
    pace, levels = run(Machine(0.01, 0.001, 0.045), 60.0)
    assert max(levels[: levels.index(SHARP)]) == JUDGED
    assert pace.trim.resolution_share == 1.0
    assert pace.trim.shadow_share < 1.0


def test_single_slow_pictures_change_nothing():
    pace = Pace()
    for number in range(600):
        pace = followed(pace, 0.9 if number % 20 == 0 else 0.02)
        assert pace.trim == UNTRIMMED


def test_trees_come_and_go_over_seconds():
    machine = Machine(0.02, 0.25, 0.1)
    pace, shares = Pace(), []
    for number in range(2_000):
        pace = followed(pace, machine.picture_s(pace.level, number))
        shares.append(pace.trim.tree_share)
    assert min(shares) == 0.5
    taken_s = machine.picture_s(SMALL, 11)
    assert max(abs(b - a) for a, b in pairwise(shares)) <= taken_s / KNOBS.glide_s


def test_one_answer_for_the_same_times():
    machine = Machine(0.01, 0.06, 0.02, noise=0.2)
    assert run(machine, 30.0) == run(machine, 30.0)


@pytest.mark.parametrize("level", range(1, len(RUNGS)))
def test_every_rung_trims_no_less_than_the_one_above(level):
    rung = RUNGS[level]
    here, above = rung.trim, RUNGS[rung.above].trim
    for name in ("resolution_share", "shadow_share", "tree_share", "effects"):
        assert getattr(here, name) <= getattr(above, name)
    assert here != above
    assert rung.most >= (above.resolution_share / here.resolution_share) ** 2 - 1e-9
    assert depth(rung.above) == depth(level) - 1
    assert below(level) == level or RUNGS[below(level)].above == level


def test_the_picture_has_few_sizes():
    """Each is a target that is made when the rung is first stood on."""
    assert {rung.trim.resolution_share for rung in RUNGS} == set(SHARES)
    assert len(SHARES) <= 6
