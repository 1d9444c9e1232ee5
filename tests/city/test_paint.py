"""The ground of a small made-up town: its layers lie in order, nothing crosses what it must not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from almaty_tour.city.extent import Extent
from almaty_tour.city.grounds import Patch
from almaty_tour.city.paint import Layer, painted
from almaty_tour.city.paint_layers import Layer as _Layer
from almaty_tour.city.paint_marks import WHITE, ZEBRA
from almaty_tour.city.paint_rails import RAIL as RAIL_PEN
from almaty_tour.city.paint_rails import SLEEPER
from almaty_tour.city.paint_rows import CARRIAGEWAY, Ink, Pen, Sheet
from almaty_tour.city.plan import CityPlan
from almaty_tour.city.tables import Feature, Street

EXTENT = Extent(-1024.0, -1024.0, 1024.0, 1024.0)
CROSS = [
    Street("primary", np.array([[-400.0, 0.0], [400.0, 0.0]]), 22.0),
    Street("secondary", np.array([[0.0, -400.0], [0.0, 400.0]]), 16.0),
]
LANE = Street("lane", np.array([[200.0, -150.0], [200.0, -2.0]]), 6.0)


def _box(west, south, east, north):
    return np.array([[west, south], [east, south], [east, north], [west, north]])


PARK = Feature("park", "park", _box(40.0, 40.0, 300.0, 240.0))
LAKE = Feature("water", "water", _box(120.0, 90.0, 220.0, 190.0))
RAIL = Feature("rail", "rail", np.array([[-400.0, 300.0], [400.0, 300.0]]))
COURT = Patch("court", _box(-100.0, -80.0, -72.0, -64.0), 5)
TOWN = CityPlan(EXTENT, [*CROSS, LANE], [PARK, LAKE, RAIL], [COURT], [])


@pytest.fixture(scope="module")
def paint():
    return painted(TOWN)


def _colour_at(paint, x, y):
    """The colour and hardness of a place, painted row by row as the renderer does."""
    here = shapely.Point(x, y)
    found = (0, 0, 0, 0)
    for row in paint.fills:
        if shapely.Polygon(row["corners"]).intersects(here):
            found = (*row["colour"].tolist(), int(row["paved"]))
    for row in paint.strokes:
        a, b = row["a"].astype(float), row["b"].astype(float)
        length = float(np.hypot(*(b - a)))
        ahead = (b - a) / max(length, 1e-9)
        along = float((np.array([x, y]) - a) @ ahead)
        across = float(np.hypot(*(np.array([x, y]) - a - ahead * along)))
        within = 0.0 <= along <= length and across <= row["half_width_m"]
        if row["dash_m"] > 0.0:
            period = float(row["dash_m"] + row["gap_m"])
            within &= (along + float(row["phase_m"])) % period <= row["dash_m"]
        if within:
            found = (*row["colour"].tolist(), int(row["paved"]))
    return found


def test_across_an_avenue_come_asphalt_kerb_verge_aryk_and_pavement(paint):
    hard = [_colour_at(paint, 100.0, y)[3] for y in (5.0, 11.1, 12.0, 12.85, 13.6, 15.5)]
    assert hard == [255, 128, 0, 0, 0, 128]
    assert _colour_at(paint, 100.0, 30.0) == (0, 0, 0, 0)


def test_the_crossing_is_bare_asphalt(paint):
    for x, y in ((0.0, 0.0), (4.0, 6.0), (-7.0, -3.0)):
        red, green, blue, paved = _colour_at(paint, x, y)
        assert paved == CARRIAGEWAY
        assert max(red, green, blue) < 100


def test_corners_are_rounded(paint):
    assert _colour_at(paint, 8.6, 11.6)[3] == CARRIAGEWAY
    assert _colour_at(paint, 13.0, 16.0)[3] != CARRIAGEWAY


def test_zebras_lie_on_all_four_arms_beyond_the_corner(paint):
    zebras = paint.strokes[
        (paint.strokes["half_width_m"] == np.float32(ZEBRA.width_m / 2))
        & (paint.strokes["dash_m"] > 0)
    ]
    middles = (zebras["a"] + zebras["b"]) / 2
    assert len(zebras) == 4
    off = np.abs(middles).max(axis=1)
    assert (off > 8.0 + 3.0).all()
    assert (off < 30.0).all()
    assert np.abs(middles).min(axis=1).max() < 0.1


def test_lines_stop_before_the_crossing_and_run_on_past_a_lane(paint):
    white = (paint.strokes["colour"] == WHITE.colour).all(axis=1)
    thin = paint.strokes[white & (paint.strokes["half_width_m"] < 0.1)]
    lines = [shapely.LineString([row["a"], row["b"]]) for row in thin]
    crossing = shapely.box(-11.0, -11.0, 11.0, 11.0)
    assert not any(line.intersects(crossing) for line in lines)
    assert any(line.intersects(shapely.Point(200.0, 0.17).buffer(0.05)) for line in lines)


def test_aryks_and_kerbs_are_open_at_the_mouth_of_a_lane(paint):
    for y in (-11.1, -12.85):
        assert _colour_at(paint, 200.0, y)[3] == CARRIAGEWAY
    assert _colour_at(paint, 180.0, -11.1)[3] == 128


def test_paths_keep_out_of_the_lake(paint):
    assert _colour_at(paint, 170.0, 140.0)[3] == 0
    lake = shapely.Polygon(LAKE.line).buffer(-25.0)
    path = paint.strokes[(paint.strokes["paved"] < 255) & (paint.strokes["dash_m"] == 0)]
    assert not any(shapely.LineString([r["a"], r["b"]]).intersects(lake) for r in path)


def test_sleepers_stop_where_a_street_crosses(paint):
    dashed = paint.strokes[paint.strokes["dash_m"] > 0]
    sleepers = dashed[dashed["half_width_m"] == np.float32(SLEEPER.width_m / 2.0)]
    assert len(sleepers) == 2
    assert all(abs(x) >= 7.99 for row in sleepers for x in (row["a"][0], row["b"][0]))
    rails = paint.strokes[paint.strokes["half_width_m"] == np.float32(RAIL_PEN.width_m / 2.0)]
    assert len({round(float(y), 2) for y in rails["a"][:, 1]} & {299.24, 300.76}) == 2


def test_it_is_the_same_whenever_and_in_whatever_order_the_streets_come():
    once, again = painted(TOWN), painted(TOWN)
    assert once.fills.tobytes() == again.fills.tobytes()
    assert once.strokes.tobytes() == again.strokes.tobytes()
    turned = painted(replace(TOWN, streets=[LANE, *reversed(CROSS)]))
    assert sorted(map(bytes, turned.strokes)) == sorted(map(bytes, once.strokes))


def test_a_plan_with_nothing_paints_nothing():
    bare = painted(CityPlan(EXTENT, [], [], [], []))
    assert len(bare.fills) == len(bare.strokes) == 0


def test_layers_are_sorted_whatever_was_painted_first():
    sheet = Sheet()
    points = np.array([[0.0, 0.0], [10.0, 0.0]])
    sheet.line(_Layer.MARKING, points, Pen(Ink((9, 9, 9)), 1.0))
    sheet.line(Layer.LANE, points, Pen(Ink((5, 5, 5)), 1.0))
    assert sheet.paint().strokes["colour"][:, 0].tolist() == [5, 9]


def test_dashes_run_on_over_a_bend():
    sheet = Sheet()
    bend = np.array([[0.0, 0.0], [7.0, 0.0], [7.0, 7.0]])
    sheet.line(Layer.MARKING, bend, Pen(Ink((9, 9, 9)), 0.1, dash_m=2.0, gap_m=3.0), 1.0)
    assert sheet.paint().strokes["phase_m"].tolist() == [1.0, 3.0]


def test_kerbs_and_aryks_stand_up_and_carriageways_do_not(paint):
    raised = paint.strokes[paint.strokes["raised_cm"] > 0]
    sorts = {(round(2.0 * float(r["half_width_m"]), 2), int(r["raised_cm"])) for r in raised}
    assert sorts == {(0.18, 12), (0.9, 8)}
    assert (raised["paved"] < CARRIAGEWAY).all()


def test_a_lake_has_a_wet_edge_between_its_shore_and_its_shallows():
    alone = painted(CityPlan(EXTENT, [], [LAKE], [], []))
    shore, wet, shallow, water = (
        sum(_colour_at(alone, x, 140.0)[:3]) for x in (118.6, 119.6, 120.8, 123.0)
    )
    assert wet < shore
    assert water < shallow
