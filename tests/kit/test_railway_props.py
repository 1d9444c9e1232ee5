"""Props of railways, works and banks: within budgets, sound, of their sizes, ends that meet."""

import numpy as np
import pytest

from almaty_tour.kit.props import (
    bank,
    catenary,
    concrete_fence,
    platform,
    track,
    trackside,
    train,
    wagon,
    works,
)
from almaty_tour.mesh.check import faults

BUDGETS = {
    "bank": (120, 40, 24), "catenary": (240, 60, 36), "concrete_fence": (240, 60, 50),
    "platform": (130, 60, 48), "track": (80, 40, 12), "trackside": (720, 220, 150),
    "train": (250, 150, 50), "wagon": (370, 130, 40), "works": (330, 210, 110),
}  # fmt: skip
MODULES = (bank, catenary, concrete_fence, platform, track, trackside, train, wagon, works)
ALL = [(module, name) for module in MODULES for name in module.VARIANTS]


@pytest.mark.parametrize(("module", "name"), ALL)
def test_within_budget_and_sound_on_every_level(module, name):
    counts = []
    for level, most in enumerate(BUDGETS[module.__name__.rpartition(".")[2]]):
        made = module.build(name, level)
        assert not faults(made)
        counts.append(made.triangle_count)
        assert made.triangle_count <= most
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("level", range(3))
def test_pieces_in_a_row_meet_without_a_gap(level):
    for made, length in (
        (track.build("piece", level), track.PIECE_M),
        (platform.build("plain", level), platform.PIECE_M),
        (bank.build("rail", level), bank.PIECE_M),
        (catenary.build("wires", level), catenary.SPAN_M),
    ):
        low, high = made.bounds_m
        assert low[0] == pytest.approx(-length / 2.0, abs=0.03)
        assert high[0] == pytest.approx(length / 2.0, abs=0.03)


@pytest.mark.parametrize("name", wagon.VARIANTS)
def test_the_wheels_of_wagons_stand_on_the_rails(name):
    low, high = wagon.build(name, 0).bounds_m
    assert low[2] == pytest.approx(track.RAIL_TOP_M, abs=0.02)
    assert high[0] - low[0] < wagon.LENGTH_M
    assert max(-low[1], high[1]) < track.GAUGE_M + 0.3


def test_trains_pass_under_the_wire_and_platforms_beside_them():
    for name in train.VARIANTS:
        high = train.build(name, 0).bounds_m[1]
        assert high[2] <= catenary.CONTACT_M
        # Platforms lie 4.1 m beside the middle of a track.
        assert high[1] < 4.1 - platform.HALF_M - 0.1
    assert wagon.build("covered", 0).bounds_m[1][2] < catenary.CONTACT_M


def test_rails_lie_a_gauge_apart():
    made = track.build("piece", 2)
    heads = made.positions[np.isclose(made.positions[:, 2], track.RAIL_TOP_M)]
    inner = np.abs(heads[:, 1]).min() * 2.0
    assert inner == pytest.approx(track.GAUGE_M - track.HEAD_M, abs=0.01)
