"""Panfilov Park: its plots are free, its alleys lead where they should."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely.geometry import Point, Polygon, box

from almaty_tour.landmarks.memorial_of_glory.setting import PLAZA
from almaty_tour.landmarks.panfilov_park import gate, plan


def test_its_members_are_the_four_that_stand_in_it(landmark):
    assert landmark.spec.members == (
        "ascension_cathedral", "memorial_of_glory", "house_of_officers", "ykhlas_museum",
    )  # fmt: skip


def test_the_plots_of_cathedral_and_memorial_stay_free(landmark):
    ground = landmark.points("body")
    for plot in (Polygon(plan.CATHEDRAL), box(*plan.MEMORIAL)):
        inner = plot.buffer(-0.1)
        assert not shapely.contains_xy(inner, ground[:, 0], ground[:, 1]).any()
        places = landmark.props_at_m
        assert not shapely.contains_xy(plot, places[:, 0], places[:, 1]).any()


def test_the_plot_of_the_memorial_is_what_the_memorial_fills():
    """Both frames are square to each other: the memorial's plaza is the hole in the landmark."""
    size = np.subtract(PLAZA[1], PLAZA[0])
    x0, y0, x1, y1 = plan.MEMORIAL
    assert (x1 - x0, y1 - y0) == pytest.approx((size[1], size[0]), abs=0.1)


def test_one_walks_from_every_street_to_the_cathedral():
    """The paving is one piece: gates, avenue, memorial and cathedral hang together."""
    paved = shapely.union(plan.avenues(), plan.paths()).buffer(0.05)
    assert paved.geom_type == "Polygon"
    for spot in ((plan.DOSTYK_X, 179.0), (265.0, plan.AXIS_Y), (plan.PUSHKIN_X, -173.0)):
        assert paved.contains(Point(spot))


def test_lawns_paving_and_plots_share_the_park_without_overlap():
    lawns = shapely.union_all(plan.lawns())
    assert lawns.intersection(plan.avenues()).area < 1.0
    assert lawns.intersection(plan.paths()).area < 1.0
    assert lawns.intersection(plan.members()).area < 1.0
    assert 0.6 < lawns.area / box(*plan.EDGE).area < 0.85


def test_the_gate_is_four_pylons_of_paired_columns(landmark):
    points = landmark.points("gate", material="ashlar")
    feet = points[points[:, 2] < 0.9]
    wide = feet[np.abs(feet[:, 1] - gate.GATE[1]) > 0.5]
    assert len(landmark.clusters(wide[:, 0], 2.9)) == 4
    shafts = landmark.points("gate", material="plaster")
    middle = shafts[(shafts[:, 2] > 1.5) & (shafts[:, 2] < 4.0)]
    assert len(landmark.clusters(middle[:, 0], 0.2)) == 8


def test_twenty_eight_slabs_line_the_alley_to_the_memorial():
    spots = np.array(gate.tablet_spots())
    assert len(spots) == 28
    assert (spots[:, 1] < plan.AXIS_Y).sum() == 14
    assert ((spots[:, 0] > plan.MEMORIAL[2]) & (spots[:, 0] < -52.0)).all()


def test_hundreds_of_old_trees_and_an_open_avenue(landmark):
    trees = np.concatenate([t.positions for t in landmark.props if t.kind.startswith("tree.")])
    kinds = {t.kind for t in landmark.props}
    assert {"tree.oak", "tree.elm", "tree.birch", "tree.spruce"} <= kinds
    assert 400 < len(trees) < 1200
    on_axis = np.abs(trees[:, 1] - plan.AXIS_Y) < 8.0
    assert not on_axis.any()
