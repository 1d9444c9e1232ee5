"""Carriageways and junctions worked out from middle lines alone."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from almaty_tour.city.extent import CITY, Extent
from almaty_tour.city.paint_green import lattice
from almaty_tour.city.paint_nodes import corners, cuts, nodes
from almaty_tour.city.paint_roads import Road, Section, roads
from almaty_tour.city.paint_rows import beside, headings, left_over, part, stations, through
from almaty_tour.city.paint_shapes import broken, lines_of, triangles_of
from almaty_tour.city.tables import Street, streets

EXTENT = Extent(-1024.0, -1024.0, 1024.0, 1024.0)


def _street(kind, *points, width=22.0):
    return Street(kind, np.array(points, float), width)


def test_two_lines_of_an_avenue_become_two_carriageways_that_do_not_touch():
    pair = [_street("primary", (-500, 0), (500, 0)), _street("primary", (500, 16), (-500, 16))]
    south, north = sorted(roads(pair, EXTENT), key=lambda road: road.line[0, 1])
    assert south.half_m == north.half_m == pytest.approx(6.6)
    assert south.section.median_m == pytest.approx(16.0 - 2 * 6.6)
    assert (south.section.median_side, north.section.median_side) == (1, 1)
    assert south.half_m + south.section.spare_m == pytest.approx(11.0)


def test_a_lone_avenue_keeps_its_width_and_a_crossing_street_is_no_partner():
    cross = [_street("primary", (-500, 0), (500, 0)), _street("primary", (0, -500), (0, 500))]
    assert [road.half_m for road in roads(cross, EXTENT)] == [11.0, 11.0]
    assert all(road.section.median_side == 0 for road in roads(cross, EXTENT))


def test_only_the_stretch_with_a_partner_is_narrowed():
    one = _street("primary", (-900, 0), (900, 0))
    other = _street("primary", (900, 14), (100, 14))
    found = roads([one, other], EXTENT)
    long = [road for road in found if abs(road.line[:, 1]).max() < 1.0]
    assert sorted(round(road.half_m, 1) for road in long) == [5.8, 11.0]
    assert sum(stations(road.line)[-1] for road in long) == pytest.approx(1800.0, abs=1.0)


def test_pieces_of_one_street_are_one_road_and_points_that_bend_nothing_go():
    pieces = [
        _street("tertiary", (0, 0), (50, 0.1), (100, 0), width=12),
        _street("tertiary", (100, 0), (300, 0), width=12),
    ]
    (road,) = roads(pieces, EXTENT)
    assert len(road.line) == 2


def test_an_end_that_stops_short_reaches_the_other_middle():
    main = _street("primary", (-300, 0), (300, 0))
    lane = _street("lane", (20, -200), (20, -9), width=6.0)
    found = roads([main, lane], EXTENT)
    ends = found[1].line[[0, -1]]
    assert np.abs(ends[:, 1]).min() == pytest.approx(0.0, abs=1e-6)
    far = roads([main, _street("lane", (20, -200), (20, -40), width=6.0)], EXTENT)
    assert np.abs(far[1].line[:, 1]).min() == pytest.approx(40.0)


def test_a_street_past_the_border_is_cut_there():
    (road,) = roads([_street("primary", (0, 0), (5000, 0))], EXTENT)
    assert road.line[:, 0].max() == pytest.approx(1064.0)


@pytest.mark.parametrize("turn_deg", [50.0, 75.0, 90.0, 120.0])
def test_rounded_corners_touch_both_kerbs(turn_deg):
    ahead = np.array([np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))])
    two = [
        Road(Section("primary", 11.0), np.array([[-200.0, 0.0], [200.0, 0.0]])),
        Road(Section("secondary", 8.0), np.array([[0.0, 0.0], ahead * 200.0])),
    ]
    (node,) = nodes(two)
    found = corners(node, two, [False, False])
    assert len(found) == 2
    for corner in found:
        ends = corner.arc[[0, -1]]
        from_first = np.abs(ends[:, 1])
        from_second = np.abs(ahead[0] * ends[:, 1] - ahead[1] * ends[:, 0])
        assert np.sort(from_first)[0] == pytest.approx(11.0)
        assert np.sort(from_second)[0] == pytest.approx(8.0)
        assert (np.abs(corner.arc[:, 1]) >= 11.0 - 1e-9).all()


def test_a_straight_road_in_two_pieces_has_no_junction():
    two = [
        Road(Section("primary", 11.0), np.array([[-200.0, 0.0], [0.0, 0.0]])),
        Road(Section("secondary", 8.0), np.array([[0.0, 0.0], [200.0, 0.0]])),
    ]
    assert nodes(two) == []


def test_at_a_side_street_only_its_side_is_open():
    two = [
        Road(Section("primary", 11.0), np.array([[-200.0, 0.0], [200.0, 0.0]])),
        Road(Section("residential", 4.5), np.array([[0.0, 0.0], [0.0, 200.0]])),
    ]
    (node,) = nodes(two)
    east = next(arm for arm in node.arms if arm.ahead[0] > 0.9)
    assert east.left_m == pytest.approx(4.5)
    assert east.right_m == 0.0
    assert not any(arm.walk_m for arm in node.arms)


def test_cuts_leave_the_rest_of_the_road():
    cross = [
        Road(Section("primary", 11.0), np.array([[-200.0, 0.0], [200.0, 0.0]])),
        Road(Section("secondary", 8.0), np.array([[0.0, -200.0], [0.0, 200.0]])),
    ]
    cut = cuts(nodes(cross), 2)[0]
    pieces = left_over(400.0, cut, 1.0)
    assert len(pieces) == 2
    assert pieces[0][0] == 0.0
    assert pieces[0][1] < 200.0 - 8.0
    assert pieces[0][1] == pytest.approx(400.0 - pieces[1][0])


def test_beside_keeps_its_distance_round_a_corner():
    line = np.array([[0.0, 0.0], [100.0, 0.0], [100.0, 100.0]])
    assert beside(line, 5.0) == pytest.approx(np.array([[0.0, 5.0], [95.0, 5.0], [95.0, 100.0]]))


def test_part_of_a_line_is_as_long_as_asked():
    line = np.array([[0.0, 0.0], [30.0, 40.0], [130.0, 40.0]])
    assert stations(part(line, 20.0, 77.0))[-1] == pytest.approx(57.0)


def test_a_curve_runs_through_its_points():
    line = np.array([[0.0, 0.0], [10.0, 5.0], [20.0, -5.0], [30.0, 0.0]])
    assert through(line)[::4] == pytest.approx(line)


def test_triangles_cover_an_area_with_a_hole():
    area = shapely.box(0, 0, 10, 10).difference(shapely.box(3, 3, 6, 6))
    corners_of = triangles_of(area)
    covered = shapely.union_all([shapely.Polygon(corner) for corner in corners_of])
    assert covered.symmetric_difference(area).area == pytest.approx(0.0, abs=1e-9)


def test_lines_are_broken_by_all_areas_but_their_own():
    line = lines_of([np.array([[0.0, 0.0], [100.0, 0.0]])])
    areas = np.array([shapely.box(10, -1, 20, 1), shapely.box(40, -1, 60, 1)], object)
    assert broken(line, areas)[0].length == pytest.approx(70.0)
    assert broken(line, areas, np.array([1]))[0].length == pytest.approx(90.0)


def test_paths_of_a_park_meet_where_they_cross():
    park = shapely.box(0.0, 0.0, 400.0, 300.0)
    paths = lattice(park, 68.0, bent=True)
    knots = [shapely.Point(end) for path in paths for end in (path.coords[0], path.coords[-1])]
    touching = [sum(path.distance(knot) < 1e-6 for path in paths) for knot in knots]
    assert np.mean(np.array(touching) > 1) > 0.8


def test_an_end_that_runs_past_another_road_is_cut_there():
    main = _street("primary", (-300, 0), (300, 0))
    side = _street("secondary", (20, -200), (20, 5), width=16.0)
    line = next(
        road.line for road in roads([main, side], EXTENT) if road.section.kind == "secondary"
    )
    assert line == pytest.approx(np.array([[20.0, -200.0], [20.0, 0.0]]))
    assert np.abs(beside(line, 8.0)[:, 0] - 20.0) == pytest.approx(8.0)


def test_a_street_that_turns_back_is_two_roads_with_straight_kerbs():
    (first, second) = roads([_street("secondary", (0, 0), (300, 0), (60, 40), width=16.0)], EXTENT)
    assert sorted((stations(first.line)[-1], stations(second.line)[-1])) == pytest.approx(
        [np.hypot(240.0, 40.0), 300.0]
    )


def test_no_road_of_the_city_runs_back_on_itself():
    turns = [
        (ahead[:-1] * ahead[1:]).sum(axis=1).min()
        for road in roads(streets(), CITY)
        if len(ahead := headings(road.line)) > 1
    ]
    assert len(turns) > 200
    assert min(turns) > -0.75
