"""The Arasan baths: many cupolas in rising ranks, ribbed domes, the stair with its water."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.geo.frame import to_local

MAP_CORE = ((43.25945, 76.94825), (43.25948, 76.94881), (43.25903, 76.94886), (43.25899, 76.94831))


def tips(landmark, part):
    """(k, 2) where the gilded balls of a part stand."""
    points = landmark.points(part, material="gold")
    cells = np.unique(np.rint(points[:, :2] / 4.0), axis=0)
    kept = []
    for cell in cells * 4.0:
        near = points[np.linalg.norm(points[:, :2] - cell, axis=1) < 4.0]
        kept.append(near[:, :2].mean(axis=0))
    return np.unique(np.rint(np.array(kept)), axis=0)


def test_nine_great_cupolas_stand_in_three_ranks(landmark):
    assert len(tips(landmark, "great_cupola")) == 1
    assert len(tips(landmark, "rotundas")) == 4
    assert len(tips(landmark, "cupolas")) == 4
    tops = [landmark.points(name)[:, 2].max() for name in ("rotundas", "great_cupola")]
    assert tops[0] + 6.0 < tops[1] == pytest.approx(landmark.spec.height_m, abs=0.1)


@pytest.mark.parametrize(
    ("part", "middle", "gores"),
    [
        ("great_cupola", (0.0, 5.0), 24),
        ("rotundas", (34.0, -20.5), 16),
        ("cupolas", (21.0, -6.6), 12),
    ],
)
def test_domes_swell_between_ribs(landmark, part, middle, gores):
    """Along one level of the copper the radius falls into as many valleys as there are ribs."""
    copper = landmark.points(part, material="roof_metal")
    away = copper[:, :2] - middle
    copper = copper[np.linalg.norm(away, axis=1) < 14.0]
    away = copper[:, :2] - middle
    levels, counts = np.unique(np.round(copper[:, 2], 3), return_counts=True)
    level = levels[counts > counts.max() / 2][1]
    row = away[np.abs(copper[:, 2] - level) < 0.002]
    turn = np.round(np.degrees(np.arctan2(row[:, 1], row[:, 0])), 2) % 360.0
    angles, first = np.unique(turn, return_index=True)
    radius = np.linalg.norm(row[first], axis=1)
    valley = (radius < np.roll(radius, 1) - 1e-3) & (radius < np.roll(radius, -1) - 1e-3)
    assert len(angles) == 6 * gores
    assert valley.sum() == gores
    assert radius.min() / radius.max() == pytest.approx(1.0 - 1.4 / gores, abs=0.02)


def test_ranks_step_back_as_they_rise(landmark):
    """Podium, upper tier, octagon and drum: each is at least four metres narrower."""
    points = landmark.points("body", "great_cupola")
    widths = [np.ptp(points[points[:, 2] > level][:, 0]) for level in (0.0, 6.0, 9.6, 16.3)]
    assert np.diff(widths).max() < -4.0


def test_the_mapped_core_lies_within_the_house(landmark):
    east, north = to_local(np.array(MAP_CORE)[:, 0], np.array(MAP_CORE)[:, 1])
    at = to_local(landmark.spec.latitude_deg, landmark.spec.longitude_deg)
    turn = -np.radians(180.0 - landmark.spec.bearing_deg)
    dx, dy = east - at[0], north - at[1]
    x = dx * np.cos(turn) - dy * np.sin(turn)
    y = dx * np.sin(turn) + dy * np.cos(turn)
    house = landmark.points("body", "rotundas")
    corners = np.stack([x, y], axis=1)
    assert (corners > house[:, :2].min(axis=0) - 3.5).all()
    assert (corners < house[:, :2].max(axis=0) + 3.5).all()


def test_water_falls_in_seven_basins_between_two_flights(landmark):
    faces = landmark.corners("cascade", material="pool_water")
    basin = (np.ptp(faces[..., 2], axis=1) < 1e-6) & (np.ptp(faces[..., 0], axis=1) > 5.0)
    water = faces[basin].reshape(-1, 3)
    levels = np.unique(np.round(water[:, 2], 3))
    assert levels == pytest.approx(0.6 * np.arange(1, 8), abs=0.01)
    steps = [f for f in landmark.floors if 0.1 < f.top_m < 4.1]
    sides = {bool(f.outline[:, 0].mean() > 0.0) for f in steps}
    assert sides == {True, False}
    assert min(abs(f.outline[:, 0]).min() for f in steps) >= np.abs(water[:, 0]).max()


def test_the_terrace_before_the_gate_is_reached_on_foot(landmark):
    tops = landmark.tops_m()
    assert tops[-1] == pytest.approx(4.2)
    assert max(np.diff([0.0, *tops])) < 0.2
