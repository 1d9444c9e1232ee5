"""Abai stands as photographed: 13.7 m, eight courses of rock, five low steps, a free plot."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from almaty_tour.bake.plan import spec_path
from almaty_tour.content.load import load_landmark
from almaty_tour.geo.frame import to_local, yaw_of_bearing_rad
from almaty_tour.landmarks._shared.palace_square import ABAI_PLOT_M, ABAI_Y_M


def test_the_figure_ends_at_the_sourced_height(landmark):
    assert landmark.points("figure")[:, 2].max() == pytest.approx(13.7, abs=0.02)
    assert landmark.spec.height_source


def test_the_pedestal_is_a_pyramid_of_eight_courses(landmark):
    rock = landmark.points("pedestal", material="rock_faced")
    top, foot = 1.35 + 6.5, 1.35
    assert np.ptp(rock[rock[:, 2] < foot + 0.1][:, 0]) == pytest.approx(6.2, abs=0.3)
    assert np.ptp(rock[rock[:, 2] > top - 0.1][:, 0]) == pytest.approx(3.4, abs=0.4)
    front = rock[rock[:, 1] < -1.5]
    beds = landmark.clusters(np.unique(np.round(front[:, 2], 3)), 0.04)
    joints = [b[0] - a[-1] for a, b in pairwise(beds)]
    assert sum(0.045 < joint < 0.055 for joint in joints) == 7


def test_the_name_is_on_the_front(landmark):
    plate, words = landmark.points("plate"), landmark.points("plate", material="lettering")
    assert plate[:, 1].max() < -1.9
    assert len(landmark.clusters(np.unique(np.round(words[:, 2], 2)), 0.06)) == 4
    assert np.ptp(words[:, 0]) < 1.1


def test_five_low_steps_lead_up(landmark):
    assert landmark.tops_m() == pytest.approx([0.07, *(0.19 * np.arange(1, 6))], abs=1e-3)
    assert np.ptp(landmark.points("steps")[:, 0]) == pytest.approx(16.0, abs=1.2)


def test_the_figure_is_closed(landmark):
    assert landmark.holes("figure", "bronze_dark") == 0
    assert landmark.volume_m3("figure", "bronze_dark") > 5.0


def test_the_view_from_the_avenue_is_free(landmark):
    places = landmark.props_at_m
    tall = np.concatenate([t.positions for t in landmark.props if t.kind != "bush.flowers"])
    assert len(places) >= 40
    assert not ((np.abs(tall[:, 0]) < 4.0) & (tall[:, 1] < 0.0)).any()


def test_it_stands_where_the_palace_leaves_its_plot(landmark):
    """105 m before the palace on its axis, to a centimetre, and fills the plot to the rim."""
    palace = load_landmark(spec_path("palace_of_republic"))
    here, there = (
        np.array([float(v) for v in to_local(s.latitude_deg, s.longitude_deg)])
        for s in (landmark.spec, palace)
    )
    yaw = yaw_of_bearing_rad(palace.bearing_deg)
    expected = there + ABAI_Y_M * np.array([-np.sin(yaw), np.cos(yaw)])
    assert np.abs(here - expected).max() < 0.01
    assert landmark.spec.bearing_deg == palace.bearing_deg
    reach = np.linalg.norm(landmark.mesh.positions[:, :2], axis=1).max()
    assert reach == pytest.approx(ABAI_PLOT_M + 0.02, abs=0.005)


def test_a_height_that_the_model_does_not_have_is_refused(landmark):
    with pytest.raises(ValueError, match="high"):
        landmark.build(height_m=20.0)
