"""The cathedral stands as settled: heights, plan, domes, colours, closed gold, steps."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.landmarks.ascension_cathedral import paint

DOME_Y = 9.5


def test_crosses_end_at_the_sourced_heights(landmark):
    assert landmark.corners("belfry")[..., 2].max() == pytest.approx(44.2, abs=0.1)
    assert landmark.corners("main_dome")[..., 2].max() == pytest.approx(39.6, abs=0.1)


def test_the_foot_has_the_measured_outline(landmark):
    foot = landmark.points("body", "porch", "steps")
    foot = foot[foot[:, 2] < 1.0]
    assert np.ptp(foot[:, 0]) == pytest.approx(35.3, abs=0.3)
    assert np.ptp(foot[:, 1]) == pytest.approx(56.4, abs=0.3)
    assert np.abs(foot[:, :2].min(axis=0) + foot[:, :2].max(axis=0)).max() < 0.3


def test_six_golden_onions_four_on_the_diagonals(landmark):
    gold = landmark.corners("domes", material="gold")
    bulb = gold[(gold[..., 2].min(axis=1) > 26.2) & (gold[..., 2].max(axis=1) < 27.6)]
    middle = bulb.mean(axis=1)
    for x in (-9.25, 9.25):
        for y in (-9.25, 9.25):
            near = np.hypot(middle[:, 0] - x, middle[:, 1] - DOME_Y - y)
            assert (near < 1.1).sum() > 40
    for name, level in (("main_dome", 34.2), ("belfry", 36.0), ("belfry", 39.7)):
        corners = landmark.corners(name, material="gold")
        cut = corners[(corners[..., 2].min(axis=1) < level) & (corners[..., 2].max(axis=1) > level)]
        assert len(cut) >= 24


def test_the_belfry_is_square_with_open_sides(landmark):
    corners = landmark.points("belfry", material="plaster")
    wall = corners[(corners[:, 2] > 21.9) & (corners[:, 2] < 22.9)]
    assert np.ptp(wall[:, 0]) == pytest.approx(np.ptp(wall[:, 1]), abs=0.01)
    solid = landmark.corners("belfry")
    across = solid[(solid[..., 2].min(axis=1) < 20.0) & (solid[..., 2].max(axis=1) > 20.0)]
    middle = np.abs(across[..., 0]).max(axis=1) < 0.8
    front = across[..., 1].mean(axis=1) < -12.5
    assert not (middle & front).any(), "the bell opening is walled up"


def test_lozenge_colours_follow_the_notes(landmark):
    mesh = landmark.mesh
    scales = mesh.material == mesh.materials.index("dome_paint")

    def colours(part):
        chosen = scales & (mesh.part == mesh.parts.index(part))
        return {tuple(int(v) for v in row) for row in np.unique(mesh.tint[chosen], axis=0)}

    white, blue = paint.SCALE_WHITE.tint, paint.SCALE_BLUE.tint
    green, red = paint.SCALE_GREEN.tint, paint.SCALE_RED.tint
    assert colours("main_dome") == {white, blue, green, red}
    assert colours("belfry") == {white, blue, green, red}
    assert colours("domes") == {white, blue, green}


@pytest.mark.parametrize("part", ["domes", "main_dome", "belfry"])
def test_gold_is_closed_and_outward(landmark, part):
    assert landmark.holes(part, "gold") == 0
    assert landmark.volume_m3(part, "gold") > 0.0


def test_trees_and_lamps_stand_on_the_square(landmark):
    assert (landmark.props_at_m[:, 2] >= 0.06).all()


def test_every_step_can_be_climbed(landmark):
    front = [f for f in landmark.floors if f.outline[:, 1].min() < -25.0]
    tops = sorted({round(float(f.top_m), 4) for f in front})
    assert tops[0] == pytest.approx(0.08)
    assert tops[-1] == pytest.approx(1.15)
    assert max(np.diff(tops)) < 0.2
