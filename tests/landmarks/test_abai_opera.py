"""The opera stands as specified: heights, plan, counts of its parts, closed solids."""

from __future__ import annotations

import numpy as np
import pytest

CLOSED = ("cresting", "roof", "auditorium", "clock_lamps", "gates", "flag")


def test_heights_follow_the_decision(landmark):
    assert landmark.corners("auditorium")[..., 2].max() == pytest.approx(28.0, abs=0.1)
    assert landmark.corners("frieze")[..., 2].max() == pytest.approx(20.0, abs=0.1)
    assert landmark.corners("cresting")[..., 2].max() == pytest.approx(22.0, abs=0.1)


def test_the_foot_of_the_walls_has_the_measured_outline(landmark):
    points = landmark.points("body", "portal")
    foot = points[points[:, 2] < 1.0]
    assert np.ptp(foot[:, 0]) == pytest.approx(49.9, abs=0.3)
    assert np.ptp(foot[:, 1]) == pytest.approx(89.5, abs=0.3)
    assert np.abs(foot[:, :2].min(axis=0) + foot[:, :2].max(axis=0)).max() < 0.4


def test_six_single_square_columns_stand_in_one_row(landmark):
    level = 11.0
    cut = landmark.corners("portico")
    cut = cut[(cut[..., 2].min(axis=1) < level) & (cut[..., 2].max(axis=1) > level)]
    cut = cut[cut[..., 1].max(axis=1) < -42.0]
    row = landmark.clusters(cut[..., 0].ravel(), 2.0)
    assert len(row) == 6
    middles = np.array([(x[0] + x[-1]) / 2 for x in row])
    assert np.diff(middles) == pytest.approx(np.full(5, 4.65), abs=0.01)
    assert [float(np.ptp(x)) for x in row] == pytest.approx([1.4] * 6, abs=0.1)


def test_five_doors_and_a_gilded_frieze(landmark):
    assert len(landmark.clusters(landmark.corners("doors")[..., 0].ravel(), 0.8)) == 5
    golden = landmark.corners("frieze", material="gilded_plaster")
    figures = golden[(golden[..., 2].min(axis=1) > 16.6)]
    assert np.ptp(figures[..., 0]) > 24.0


@pytest.mark.parametrize("name", CLOSED)
def test_solid_parts_are_closed_and_face_outwards(landmark, name):
    assert landmark.holes(name) == 0
    assert landmark.volume_m3(name) > 0.0


def test_steps_can_be_climbed_to_the_terrace(landmark):
    assert landmark.tops_m()[-1] == pytest.approx(0.9)
