"""What holds for whatever stands in the city: found by file name, so a new one is judged too."""

from __future__ import annotations

import tomllib
from dataclasses import astuple

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.kit import props
from almaty_tour.kit.blooms import inside
from almaty_tour.mesh import check

CAST = {"independence_monument": ("warrior", "figures"), "abai_monument": ("figure",)}
BEHIND = {
    "hotel_kazakhstan": 0.002,
    "independence_monument": 0.008,
    "abai_monument": 0.008,
    "palace_of_republic": 0.002,
    "republic_square": 0.0015,
}
ROOMY_M = {
    ("hotel_kazakhstan", "crown"): 0.6,
    ("central_mosque", "main_dome"): 0.6,
    ("central_mosque", "portal"): 0.6,
}
BUDGET = {1: (20_000, 150_000), 2: (8_000, 60_000), 3: (2_000, 25_000)}
LEAST_LABELS = {1: 3, 2: 2, 3: 1}
LEAST_PROPS = {1: 40, 2: 10, 3: 0}
RAISED_BEDS_M = {"central_state_museum": [1.5, 1.5]}
STEP_M = 0.2


def test_the_highest_point_is_as_specified(landmark):
    assert landmark.mesh.bounds_m[1][2] == pytest.approx(landmark.spec.height_m, abs=0.1)


def test_it_stands_in_the_ground_and_no_storey_floats(landmark):
    z = landmark.corners()[..., 2]
    spans = np.column_stack([z.min(axis=1), z.max(axis=1)])
    spans = spans[np.argsort(spans[:, 0])]
    assert spans[0, 0] == pytest.approx(-1.5, abs=0.01)
    assert (spans[1:, 0] - np.maximum.accumulate(spans[:-1, 1])).max() < 0.01


def test_triangles_are_as_many_as_its_tier_allows(landmark):
    least, most = BUDGET[landmark.spec.tier]
    assert least <= landmark.mesh.triangle_count <= most


def test_arrays_are_finite_whole_and_of_unit_normals(landmark):
    """What the bakery cleans by itself, slivers and their winding, is looked at below."""
    faults = check.faults(landmark.mesh)
    assert [line for line in faults if "area" not in line and "back" not in line] == []


def test_faces_are_wound_outwards(landmark):
    """Only in the creases of a cast figure may a thin face disagree with its normals."""
    wrong = check.backward(landmark.mesh)
    if parts := CAST.get(landmark.id):
        assert wrong.mean() < 0.001
        wrong &= ~landmark.faces(*parts)
    assert not wrong.any()


def test_normals_lie_on_the_outer_side_of_every_face(landmark):
    corner = landmark.corners()
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    normals = landmark.mesh.normals[landmark.mesh.faces].astype(np.float64)
    behind = (np.einsum("mi,mki->mk", across, normals) <= 0.0).any(axis=1)
    assert behind.mean() <= BEHIND.get(landmark.id, 0.0)


def test_labels_point_at_their_parts(landmark):
    """Within three metres of the part, or in the middle of what is built around a room."""
    assert len(landmark.spec.annotations) >= LEAST_LABELS[landmark.spec.tier]
    for label in landmark.spec.annotations:
        points = landmark.points(label.part)
        if margin_m := ROOMY_M.get((landmark.id, label.part)):
            low, high = points.min(axis=0) - margin_m, points.max(axis=0) + margin_m
            assert ((low <= label.at_m) & (label.at_m <= high)).all(), label.part
        else:
            gap_m = np.linalg.norm(points - np.array(label.at_m), axis=1).min()
            assert gap_m < 3.0, label.part


def test_materials_and_props_are_known(landmark):
    known = tomllib.loads((assets_dir() / "content/materials.toml").read_text("utf-8"))
    assert set(landmark.mesh.materials) <= set(known)
    assert {table.kind for table in landmark.props} <= set(props.kinds())


def test_trees_and_lamps_stand_outside_solids(landmark):
    places = landmark.props_at_m
    assert len(places) >= LEAST_PROPS[landmark.spec.tier]
    for solid in landmark.solids:
        assert not inside(places[:, :2], solid.outline.astype(np.float64)).any()


def test_trees_and_lamps_are_not_sunk_into_floors(landmark):
    places = landmark.props_at_m
    assert (places[:, 2] >= 0.0).all()
    for floor in landmark.floors:
        over = inside(places[:, :2], floor.outline.astype(np.float64))
        assert (places[over, 2] > floor.top_m - 0.15).all(), floor.top_m


def test_collision_stays_within_what_is_drawn(landmark):
    low, high = landmark.mesh.bounds_m
    assert landmark.solids
    for prism in (*landmark.solids, *landmark.floors):
        assert (prism.outline >= low[:2] - 0.01).all()
        assert (prism.outline <= high[:2] + 0.01).all()
        assert prism.bottom_m < prism.top_m <= high[2] + 0.01


def test_every_floor_is_reached_by_low_steps(landmark):
    """Each floor touches one that is little lower, down to the ground; no level is skipped."""
    floors = landmark.floors
    low = np.array([floor.outline.min(axis=0) for floor in floors]) - 0.05
    high = np.array([floor.outline.max(axis=0) for floor in floors]) + 0.05
    top_m = np.array([floor.top_m for floor in floors])
    touching = ((low[:, None] <= high[None]) & (low[None] <= high[:, None])).all(axis=2)
    rise_m = top_m[:, None] - top_m[None]
    reached = (touching & (rise_m > 0.0) & (rise_m < STEP_M)).any(axis=1) | (top_m < STEP_M)
    assert top_m[~reached].tolist() == RAISED_BEDS_M.get(landmark.id, [])
    assert np.diff([0.0, *landmark.tops_m()]).max() < STEP_M


@pytest.mark.parametrize("landmark", ["beatles_monument", "auezov_theatre"], indirect=True)
def test_building_again_gives_the_same_arrays(landmark):
    """A figure and a house; all the others repeat in `scripts/long_check.py`."""
    again = landmark.build()
    for name, value in vars(landmark.mesh).items():
        assert np.array_equal(getattr(again.mesh, name), value), name
    assert len(again.props) == len(landmark.props)
    assert len(again.collision.solids) == len(landmark.solids)
    mine = (*landmark.props, *landmark.solids, *landmark.floors)
    other = (*again.props, *again.collision.solids, *again.collision.floors)
    for one, two in zip(mine, other, strict=True):
        for value, same in zip(astuple(one), astuple(two), strict=True):
            assert np.array_equal(value, same)
