"""Records of arrays put together, and places asked of many carriageways at once."""

import numpy as np

from almaty_tour.city.paint_roads import Road, Section
from almaty_tour.city.paint_shapes import on_carriageways
from almaty_tour.city.stacked import stacked
from almaty_tour.city.street_lines import spread
from almaty_tour.city.things import Things, joined, things

NARROW = Road(Section("residential", 3.0), np.array([[0.0, 0.0], [100.0, 0.0]]))
WIDE = Road(Section("primary", 10.0), np.array([[0.0, 50.0], [100.0, 50.0]]))


def test_every_field_keeps_its_order_and_its_type():
    one, two = (things(kind, np.full((n, 2), 1.0 * n), 0.5) for kind, n in ((3, 2), (7, 1)))
    both = stacked(one, [two, one])
    assert isinstance(both, Things)
    assert both.kind.tolist() == [3, 3, 7, 3, 3]
    assert both.kind.dtype == np.uint8
    assert both.xy[:, 0].tolist() == [2.0, 2.0, 1.0, 2.0, 2.0]
    assert not len(joined([]))


def test_each_carriageway_counts_with_its_own_width():
    places = np.array([[50.0, 2.9], [50.0, 5.0], [50.0, 41.0], [50.0, 39.0]])
    assert on_carriageways(places, [NARROW, WIDE]).tolist() == [True, False, True, False]
    assert on_carriageways(places, [NARROW, WIDE], 2.5).all()
    assert on_carriageways(places, [NARROW, WIDE], -2.0).tolist() == [False] * 4
    assert not on_carriageways(places, []).any()
    assert not len(on_carriageways(places[:0], [NARROW]))


def test_points_are_spread_evenly_round_a_corner():
    bend = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0]])
    assert np.allclose(spread(bend, 5), [[0, 0], [5, 0], [10, 0], [10, 5], [10, 10]])
