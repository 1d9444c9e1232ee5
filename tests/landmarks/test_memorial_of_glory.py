"""The Memorial of Glory against what photographs show and the dossier tells."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.landmarks.memorial_of_glory import mass, setting, wings


def test_the_group_overhangs_its_base_by_more_than_half(landmark):
    """The map of the Union is about 1.8 times as wide as the block that carries it."""
    group = np.ptp(landmark.points("feat")[:, 0])
    block = np.ptp(landmark.points("base")[:, 0])
    assert 1.6 < group / block < 2.0


def test_three_swallow_tailed_merlons_rise_above_the_group(landmark):
    merlons = landmark.points("merlons")
    high = merlons[merlons[:, 2] > 9.4]
    assert len(landmark.clusters(merlons[:, 0], 0.25)) == 3
    assert len(landmark.clusters(high[:, 0], 0.25)) == 3
    assert high[:, 2].max() - landmark.points("feat")[:, 2].max() == pytest.approx(0.0, abs=0.4)


def test_the_tail_of_a_merlon_dips_in_its_middle():
    merlon = setting.merlons()
    points = merlon.positions[np.abs(merlon.positions[:, 0]) < 1.2]
    middle = points[np.abs(points[:, 0]) < 0.06][:, 2].max()
    assert 0.6 < setting.MERLON_TOP_M - middle < 1.0


def test_ten_comrades_in_three_kinds_of_cap_stand_on_both_wings_of_the_map():
    kinds = [one.kind for one in mass.COMRADES]
    x = np.array([one.at[0] for one in mass.COMRADES])
    assert len(kinds) == 10
    assert set(kinds) == {"helmet", "ushanka", "bare"}
    assert (x < -1.5).sum() == 6
    assert (x > 1.5).sum() == 4
    assert sum(bool(one.gun) for one in mass.COMRADES) == 3


def test_the_soldier_flings_one_hand_wide_and_lifts_the_grenade_above_all(landmark):
    group = landmark.points("feat")
    top = group[group[:, 2].argmax()]
    assert top[0] < -2.0
    assert top[1] < 0.0
    reach = group[(group[:, 2] > 8.5) & (group[:, 0] > 3.0) & (group[:, 1] < -1.0)]
    assert len(reach) > 50


def test_five_cubes_of_hero_cities_on_each_side():
    """Four of the names are read off a photograph."""
    assert len(setting.NORTH_CITIES) == len(setting.SOUTH_CITIES) == 5
    seen = {"БРЕСТСКАЯ КРЕПОСТЬ", "СЕВАСТОПОЛЬ", "ОДЕССА", "НОВОРОССИЙСК"}
    assert set(setting.NORTH_CITIES).issuperset(seen)
    size = np.ptp(wings.cube("МОСКВА").positions, axis=0)
    assert size == pytest.approx([0.95, 0.97, 0.95], abs=0.03)


def test_the_flame_burns_on_the_axis_before_the_group(landmark):
    fire = landmark.points("flame", material="flame")
    assert np.abs(fire[:, 0]).max() < 0.6
    assert fire[:, 1].mean() == pytest.approx(setting.FLAME_Y, abs=0.2)
    assert 1.2 < fire[:, 2].max() < 2.2


def test_the_clusters_break_over_the_tops_of_their_walls(landmark):
    """A wall is six times as long as high, the heads rise to 1.6 times its height."""
    ratio = wings.LENGTH_M / wings.TOP_M
    assert ratio == pytest.approx(6.0, abs=0.5)
    for part, side in (("trumpeters", 1.0), ("oath", -1.0)):
        cast = landmark.points(part, material="bronze_dark")
        assert cast[:, 2].max() / wings.TOP_M == pytest.approx(1.65, abs=0.15)
        assert (side * cast[:, 0]).min() > 10.0
