import numpy as np
import pytest
import shapely

from almaty_tour.city.osm.crowding import uncrowded
from almaty_tour.city.osm.outlines import building_outlines
from almaty_tour.city.osm.sources import in_metres, read_map

SQUARE = [(0, 0), (12, 0), (12, 12), (0, 12)]


@pytest.fixture
def outlines(drawn, tmp_path, ground):
    """Outlines and reasons of the map drawn so far, by id."""

    def read():
        found = in_metres(read_map(drawn.xml(tmp_path / "map.osm")))
        kept, refused = building_outlines(found, ground)
        return {one.id: one for one in kept}, {one.id: one.reason for one in refused}

    return read


def test_a_plain_outline_is_kept_to_the_centimetre(drawn, outlines):
    way = drawn.building(SQUARE)
    kept, refused = outlines()
    assert refused == {}
    assert kept[way].shape.area == pytest.approx(144.0, abs=0.1)
    assert kept[way].shape.exterior.is_ccw


@pytest.mark.parametrize(
    ("points", "closed", "tags", "reason"),
    [
        (SQUARE, False, {}, "its outline is not closed"),
        ([(0, 0), (9, 0)], True, {}, "fewer than three points"),
        ([(0, 0), (0, 0), (0, 0), (9, 0)], True, {}, "fewer than three points"),
        ([(0, 0), (0.5, 0), (0.5, 0.5), (0, 0.5)], True, {}, "covers less than 1 m2"),
        ([(0, 0), (9, 0), (4, 0)], True, {}, "covers less than 1 m2"),
        ([(0, 0), (900, 0), (900, 900), (0, 900)], True, {}, "covers 0.8 km2"),
        ([(60_000, 0), (60_009, 0), (60_009, 9)], True, {}, "outside the ground"),
        (SQUARE, True, {"building": "no"}, "its tag says 'no'"),
        (SQUARE, True, {"location": "underground"}, "under the ground"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_keeps_its_reason(drawn, outlines, points, closed, tags, reason):
    drawn.building([(200, 0), (212, 0), (212, 12)])
    way = drawn.way(points, {"building": "yes"} | tags, closed=closed)
    kept, refused = outlines()
    assert way not in kept
    assert reason in refused[way]
    assert len(kept) == 1


def test_missing_nodes_are_told_by_number(drawn, outlines):
    way = drawn.building(SQUARE)
    drawn.building([(200, 0), (212, 0), (212, 12)])
    drawn.lost.update({2, 3})
    _, refused = outlines()
    assert refused == {way: "2 of its points are not in the file"}


def test_a_figure_of_eight_is_mended(drawn, outlines):
    way = drawn.building([(0, 0), (10, 10), (10, 0), (0, 10)])
    kept, _ = outlines()
    assert kept[way].shape.is_valid
    assert kept[way].shape.area == pytest.approx(50.0, abs=0.1)


def test_a_ring_that_touches_itself_keeps_its_area(drawn, outlines):
    way = drawn.building(
        [(0, 0), (20, 0), (20, 20), (10, 20), (10, 10), (5, 15), (10, 10), (10, 20), (0, 20)]
    )
    kept, _ = outlines()
    assert kept[way].shape.is_valid
    assert kept[way].shape.area == pytest.approx(400.0, abs=1.0)


def test_doubled_points_do_no_harm(drawn, outlines):
    way = drawn.building([(0, 0), (0, 0), (12, 0), (12, 0), (12, 12), (0, 12), (0, 12)])
    kept, _ = outlines()
    assert shapely.get_num_coordinates(kept[way].shape) == 5


def test_courts_of_both_kinds_of_relations_are_cut_out(drawn, outlines):
    new_outer, new_inner = (drawn.way(_grown(SQUARE, k, 0), {}) for k in (4, 1))
    old_outer = drawn.building(_grown(SQUARE, 4, 100))
    old_inner = drawn.way(_grown(SQUARE, 1, 100), {})
    kind = {"type": "multipolygon"}
    one = drawn.relation([(new_outer, "outer"), (new_inner, "inner")], kind | {"building": "yes"})
    drawn.relation([(old_outer, "outer"), (old_inner, "inner")], kind)
    kept, refused = outlines()
    assert refused == {}
    for key in (one, old_outer):
        assert kept[key].shape.area == pytest.approx(144.0 * 15, abs=2.0)
    assert len(kept) == 2


def test_an_outline_in_pieces_is_joined(drawn, outlines):
    a = drawn.way([(0, 0), (20, 0), (20, 10)], {}, closed=False)
    b = drawn.way([(0, 0), (0, 10), (20, 10)], {}, closed=False)
    whole = drawn.relation(
        [(a, "outer"), (b, "outer")], {"type": "multipolygon", "building": "yes"}
    )
    half = drawn.relation([(a, "outer")], {"type": "multipolygon", "building": "yes"})
    kept, refused = outlines()
    assert kept[whole].shape.area == pytest.approx(200.0, abs=0.1)
    assert refused[half] == "its outline is not closed"


def test_the_outer_way_of_a_tagged_relation_is_not_drawn_twice(drawn, outlines):
    way = drawn.building(SQUARE)
    relation = drawn.relation([(way, "outer")], {"type": "multipolygon", "building": "yes"})
    kept, refused = outlines()
    assert list(kept) == [relation]
    assert refused == {way: f"it is the outline of relation/{relation}"}


def test_doubles_and_outlines_inside_others_are_left_out(drawn, outlines):
    large = drawn.building([(0, 0), (24, 0), (24, 12), (0, 12)])
    double = drawn.building(SQUARE)
    touching = drawn.building([(24, 0), (36, 0), (36, 12), (24, 12)])
    overlapping = drawn.building([(35, 0), (47, 0), (47, 12), (35, 12)])
    kept, _ = outlines()
    standing, gone = uncrowded(list(kept.values()))
    assert [one.id for one in standing] == [large, touching, overlapping]
    assert [(one.id, one.reason) for one in gone] == [(double, f"it overlaps way/{large}")]


def _grown(points, factor, x):
    """A square about (x + 30, 30), larger by a factor."""
    return [tuple((np.array(p) - 6.0) * factor + (x + 30, 30)) for p in points]
