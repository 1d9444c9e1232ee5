"""The palace stands as its photograph shows it: dome, spiral, tower, skylights, bays."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.landmarks.palace_of_schoolchildren import plan, wing


def test_the_dome_is_0_57_of_its_width_high(landmark):
    """Counted from the hem to the tip of the cap, without the flag and the ring below."""
    gold = np.concatenate([landmark.points("dome", material=m) for m in ("gold", "gold_slat")])
    width = np.hypot(*(gold[:, :2] - plan.DOME).T).max() * 2
    cap = landmark.points("dome", material="painted_metal")
    cap = cap[np.hypot(*(cap[:, :2] - plan.DOME).T) < 0.1]
    tip = cap[cap[:, 2] < gold[:, 2].max() + 4.0][:, 2].max()
    assert (tip - gold[:, 2].min()) / width == pytest.approx(0.57, abs=0.03)


def test_twenty_two_pleats_scallop_the_hem(landmark):
    gold = np.concatenate([landmark.points("dome", material=m) for m in ("gold", "gold_slat")])
    hem = gold[gold[:, 2] < gold[:, 2].min() + 0.75]
    angle = np.degrees(np.arctan2(hem[:, 1] - plan.DOME[1], hem[:, 0] - plan.DOME[0])) % 360
    lowest = np.full(176, np.inf)
    np.minimum.at(lowest, np.minimum((angle / 360 * 176).astype(int), 175), hem[:, 2])
    spectrum = np.abs(np.fft.rfft(lowest - lowest.mean()))
    assert spectrum.argmax() == 22


def test_the_tower_stands_behind_the_dome_to_the_south_south_east(landmark):
    way = np.array(plan.TOWER) - plan.DOME
    bearing = (landmark.spec.bearing_deg + 180.0 - np.degrees(np.arctan2(-way[0], way[1]))) % 360
    assert bearing == pytest.approx(157.5, abs=12.0)
    points = landmark.points("tower")
    shaft = points[(points[:, 2] > 13.0) & (points[:, 2] < 30.0)]
    head = points[np.abs(points[:, 2] - 35.0) < 2.0]
    ratio = np.ptp(head[:, 0]) / np.ptp(shaft[:, 0])
    assert ratio == pytest.approx(1.65, abs=0.15)


def test_thirteen_lidded_skylights_lie_on_the_wing(landmark):
    points = landmark.points("wing", material="concrete")
    tips = points[np.abs(points[:, 2] - plan.WING_ROOF_M - 1.1) < 0.001]
    outer = np.hypot(*(tips[:, :2] - plan.WING_OUTER).T) < plan.WING_OUTER_M - 1.5
    inner = np.hypot(*(tips[:, :2] - plan.WING_INNER).T) > plan.WING_INNER_M + 1.5
    tips = tips[outer & inner & (tips[:, 1] > -69.5)]
    assert len(np.unique(np.round(tips[:, :2], 1), axis=0)) == 13


def test_fifteen_low_arches_run_over_the_bays_of_the_wing(landmark):
    glass = landmark.points("wing", material="window")
    reach = np.hypot(*(glass[:, :2] - plan.WING_INNER).T)
    crowns = glass[(np.abs(reach - plan.WING_INNER_M) < 1.0) & (glass[:, 2] > 13.42)]
    turn = np.arctan2(*(crowns[:, :2] - plan.WING_INNER).T[::-1])
    arches = landmark.clusters(np.degrees(turn), 1.0)
    assert len(arches) == wing.FRONT_BAYS == 15
    assert np.diff([np.mean(arch) for arch in arches]) == pytest.approx(58.9 / 15, abs=0.05)


def test_the_parapet_jumps_outwards_at_the_pier(landmark):
    points = landmark.points("drum")
    rail = points[np.abs(points[:, 2] - 11.45) < 0.02]
    turn = np.degrees(np.arctan2(rail[:, 1] - plan.DRUM[1], rail[:, 0] - plan.DRUM[0])) % 360
    reach = np.hypot(*(rail[:, :2] - plan.DRUM).T)
    before, after = reach[(turn > 200) & (turn < 236)].max(), reach[(turn > 244) & (turn < 290)]
    assert after.max() - before == pytest.approx(1.0, abs=0.1)


def test_the_body_follows_the_map(landmark):
    """The ends of fan, wing and rear block lie where the map of 2012 draws them."""
    points = landmark.points("hall", "wing", "link")
    low, high = points.min(axis=0), points.max(axis=0)
    assert low[:2] == pytest.approx([-87.3, -80.6], abs=1.5)
    assert high[:2] == pytest.approx([84.1, 82.9], abs=1.0)
