"""The dam: its steps, its section, its shelters, and that it sits in the gorge without a gap."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.kit.blooms import inside
from almaty_tour.landmarks._shared.medeu_slopes import heights_m
from almaty_tour.landmarks.medeu_dam import plan
from almaty_tour.landmarks.medeu_dam.works import shelter_places

CREST_M = 148.9


def test_eight_hundred_and_forty_two_steps_of_one_height(landmark):
    edge = plan.step_edges(CREST_M)
    assert len(edge) == 842
    assert np.diff(edge[:, 2]) == pytest.approx(CREST_M / 842)
    assert 0.15 < CREST_M / 842 < 0.19
    assert edge[-1, 2] == pytest.approx(CREST_M)
    assert edge[1:, 0] == pytest.approx(edge[:-1, 1])


def test_every_step_is_drawn_and_can_be_walked(landmark):
    corners = landmark.corners("stair", material="concrete")
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    middle = corners.mean(axis=1)
    lane = np.abs(corners[..., 0] - plan.STAIR_X_M).max(axis=1) < plan.STAIR_WIDTH_M / 2 + 0.01
    level = across[:, 2] > 0.99 * np.linalg.norm(across, axis=1)
    drawn = np.unique(np.round(middle[lane & level, 2], 3))
    tops = np.array([floor.top_m for floor in landmark.floors])
    for z in plan.step_edges(CREST_M)[:, 2]:
        assert np.abs(drawn - z).min() < 0.002
        assert np.abs(tops - z).min() < 0.002


def test_the_crest_is_level_and_half_a_kilometre_long(landmark):
    points = landmark.points("crest", material="asphalt")
    assert np.ptp(points[:, 2]) < 0.01
    assert np.ptp(points[:, 0]) > 520.0
    assert landmark.mesh.bounds_m[1][2] == pytest.approx(150.0, abs=0.01)


def test_five_shelters_stand_in_a_row_with_wings_of_two_lengths(landmark):
    points = landmark.points("shelters")
    places = shelter_places(CREST_M)
    assert len(places) == 5
    high = points[points[:, 2] > places[0, 2] + 4.5]
    assert len(landmark.clusters(high[:, 0], 1.2)) >= 5
    for x, y, z in places:
        near = points[(np.abs(points[:, 1] - y) < 3.0) & (np.abs(points[:, 0] - x) < 9.0)]
        left, right = near[near[:, 0] < x - 5.5], near[(near[:, 0] > x + 5.5)]
        assert left[:, 2].max() > z + 6.5
        assert len(right)


def test_no_seam_opens_between_the_rock_and_the_sides_of_the_gorge(landmark):
    """At its outer edges the mesh lies under the shaped ground, all the way up and down."""
    y = np.linspace(plan.TOE_Y_M, 330.0, 48)
    rock = plan.face_m(y, CREST_M)
    for x in (-plan.HALF_WIDTH_M, plan.HALF_WIDTH_M):
        ground = heights_m(landmark.spec, np.column_stack([np.full(len(y), x), y]))
        assert (ground > rock + 1.0).all()


def test_the_ground_never_pierces_the_middle_of_the_face(landmark):
    x, y = np.meshgrid(np.linspace(-60.0, 45.0, 22), np.linspace(-232.0, 252.0, 60))
    ground = heights_m(landmark.spec, np.column_stack([x.ravel(), y.ravel()]))
    assert (ground < plan.face_m(y.ravel(), CREST_M) + 0.3).all()


def test_trees_stand_on_rock_or_on_ground(landmark):
    """No trunk hangs in the air: under each there is the dam or the shaped ground."""
    trees = np.concatenate(
        [t.positions for t in landmark.props if t.kind.startswith("tree.")]
    ).astype(np.float64)
    ground = heights_m(landmark.spec, trees[:, :2])
    wide = np.abs(trees[:, 0]) < plan.HALF_WIDTH_M
    rock = np.where(wide, plan.face_m(trees[:, 1], CREST_M) + 1.0, -np.inf)
    assert (trees[:, 2] < np.maximum(ground, rock) + 0.05).all()
    assert len(trees) > 1500


def test_the_outlet_is_open_and_clear_of_the_hill(landmark):
    points = landmark.points("outlet")
    middle = (points[:, 0].min() + points[:, 0].max()) / 2
    spots = np.array([(middle, -245.0), (middle - 8.0, -242.0), (middle + 8.0, -242.0)])
    assert (heights_m(landmark.spec, spots) < 1.5).all()
    solids = [s for s in landmark.solids if inside(np.add(spots[:1], [0.0, 8.0]), s.outline).any()]
    assert solids
