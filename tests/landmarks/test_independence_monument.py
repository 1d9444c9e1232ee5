"""The monument stands as decided: 28 m shaft, 34 m in all, four figures, ten reliefs."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest


def width_m(triangles: npt.NDArray[np.float64], low: float, high: float) -> float:
    """Extent along x of the vertices between two levels."""
    points = triangles.reshape(-1, 3)
    return float(np.ptp(points[(points[:, 2] > low) & (points[:, 2] < high)][:, 0]))


def test_shaft_and_statue_have_the_decided_heights(landmark):
    assert landmark.corners("body")[..., 2].max() == pytest.approx(28.0, abs=0.05)
    assert np.ptp(landmark.corners("warrior")[..., 2]) == pytest.approx(6.0, abs=0.1)


def test_the_shaft_is_slim_over_a_thicker_base(landmark):
    body = landmark.corners("body")
    assert width_m(body, 7.0, 19.0) == pytest.approx(2.3, abs=0.1)
    assert width_m(body, 2.0, 5.0) == pytest.approx(2.75, abs=0.12)
    points = body.reshape(-1, 3)
    assert np.abs(points[:, :2].min(axis=0) + points[:, :2].max(axis=0)).max() < 0.02


def test_the_round_floor_has_the_measured_size(landmark):
    ring = landmark.points("ring")
    assert np.linalg.norm(ring[:, :2], axis=1).max() == pytest.approx(23.25, abs=0.1)


def test_the_beast_leaps_south_with_the_falcon_on_the_right_hand(landmark):
    bronze = landmark.points("warrior", material="bronze_dark")
    beast = bronze[bronze[:, 2] < 29.9]
    assert beast[:, 1].max() - beast[:, 1].min() == pytest.approx(4.8, abs=0.3)
    head = bronze[(bronze[:, 2] > 29.5) & (bronze[:, 2] < 30.05)]
    assert head[:, 1].min() < -1.4
    right = bronze[(bronze[:, 2] > 31.4) & (bronze[:, 2] < 32.2) & (bronze[:, 1] < -0.6)]
    assert right[:, 0].max() < -0.2  # the falcon: to the left of somebody before the front
    bow = bronze[(bronze[:, 2] > 30.4) & (bronze[:, 0] > 1.2)]
    assert len(bow) > 0


def test_only_small_parts_are_gilded(landmark):
    def area(triangles: npt.NDArray[np.float64]) -> float:
        edge = triangles[:, 1:] - triangles[:, :1]
        return float(np.linalg.norm(np.cross(edge[:, 0], edge[:, 1]), axis=1).sum() / 2)

    gold = area(landmark.corners("warrior", material="gold"))
    bronze = area(landmark.corners("warrior", material="bronze_dark"))
    assert 0.02 < gold / bronze < 0.25


@pytest.mark.parametrize("part", ["warrior", "figures", "reliefs"])
def test_statues_and_panels_are_closed_and_face_outwards(landmark, part):
    assert landmark.holes(part) == 0
    assert landmark.volume_m3(part) > 0.0


def test_the_ring_faces_outwards(landmark):
    assert landmark.volume_m3("ring") > 0.0


def test_four_figures_stand_at_the_corners_of_a_square(landmark):
    bronze = landmark.corners("figures", material="bronze_dark").mean(axis=1)
    quarter = (bronze[:, 0] > 0) + 2 * (bronze[:, 1] > 0)
    for k in range(4):
        middle = bronze[quarter == k].mean(axis=0)
        assert np.abs(middle[:2]) == pytest.approx([9.8, 9.8], abs=0.6)


def test_ten_pierced_panels_on_two_arcs_leave_the_north_open(landmark):
    bronze = landmark.corners("reliefs", material="bronze_dark").mean(axis=1)
    angle = np.degrees(np.arctan2(bronze[:, 1], bronze[:, 0]))
    east, west = angle[bronze[:, 0] > 0], angle[bronze[:, 0] < 0]
    assert len(landmark.clusters(east, 0.9)) == 5
    assert len(landmark.clusters(west, 0.9)) == 5
    assert east.max() < 68.0
    assert west.min() > 112.0
    radius = np.linalg.norm(bronze[:, :2], axis=1)
    assert radius.min() > 21.3
    assert radius.max() < 22.2


def test_panels_let_light_through(landmark):
    """Seen face on, bronze covers between 35 and 85 hundredths of a panel's field."""
    bronze = landmark.corners("reliefs", material="bronze_dark")
    middle = np.degrees(np.arctan2(bronze[..., 1], bronze[..., 0])).mean(axis=1)
    panel = bronze[(middle > 14.0) & (middle < 24.6)]
    edge = panel[:, 1:] - panel[:, :1]
    across = np.cross(edge[:, 0], edge[:, 1])
    facing = np.abs(across[:, :2] @ np.array([np.cos(np.radians(19.3)), np.sin(np.radians(19.3))]))
    upright = facing / np.maximum(np.linalg.norm(across, axis=1), 1e-12) > 0.99
    share = facing[upright].sum() / 4 / (3.4 * 2.25)
    assert 0.35 < share < 0.85


def test_nothing_but_the_monument_is_left_on_its_floor(landmark):
    """The square is another model: all stands within the round floor, no part of its."""
    assert set(landmark.mesh.parts) == {"body", "warrior", "figures", "reliefs", "ring", "border"}
    assert np.linalg.norm(landmark.mesh.positions[:, :2], axis=1).max() < 23.26


def test_walking_meets_shaft_and_panels(landmark):
    solids = [s for s in landmark.solids if s.top_m == pytest.approx(34.0)]
    assert len(solids) == 1
    assert len([s for s in landmark.solids if s.top_m == pytest.approx(3.2)]) == 10
