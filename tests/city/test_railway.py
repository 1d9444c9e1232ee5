"""Railways, works and banks as rows of props: where they lie, and what they keep off."""

import numpy as np
import pytest
import shapely

from almaty_tour.city.banks import place_banks, promenades
from almaty_tour.city.districts import WORKS, Districts
from almaty_tour.city.extent import Extent
from almaty_tour.city.forecourts import forecourts, place_forecourts
from almaty_tour.city.grounds import Patch
from almaty_tour.city.houses import Row
from almaty_tour.city.kinds import NUMBER as HOUSES
from almaty_tour.city.land import Land
from almaty_tour.city.rail_yards import own_tracks, sidings, yards
from almaty_tour.city.railway import KINDS, NUMBER, PIECE_M, place_railway
from almaty_tour.city.sights import Sight
from almaty_tour.city.tables import Feature, Street
from almaty_tour.city.works import KINDS as WORKS_KINDS
from almaty_tour.city.works import Plot, aprons, inner_ground, place_works

HERE = Extent(-2_048.0, 1_024.0, 1_536.0, 4_608.0)
LINE = Feature("rail", "rail", np.array([[-1_800.0, 2_690.0], [1_200.0, 2_690.0]]))
NOWHERE = np.zeros(HERE.shape(2.0), bool)


@pytest.fixture(scope="module")
def laid():
    return place_railway([LINE], HERE, NOWHERE, NOWHERE)


def of(found, kind):
    return found.xy[found.kind == NUMBER[kind]]


def test_the_main_line_is_laid_without_gaps(laid):
    pieces = of(laid, "track.piece")
    east = np.sort(pieces[np.abs(pieces[:, 1] - 2_690.0) < 0.01, 0])
    assert np.allclose(np.diff(east), PIECE_M)
    assert east[-1] - east[0] > 2_980.0


def test_no_piece_of_track_lies_in_another(laid):
    pieces = shapely.points(of(laid, "track.piece"))
    pairs = shapely.STRtree(pieces).query(pieces, "dwithin", 1.0)
    assert (pairs[0] == pairs[1]).all()


def test_posts_platforms_and_bridges_leave_room_for_trains(laid):
    tracks = [LINE.line, *sidings([LINE], HERE)]
    axis = shapely.union_all([shapely.LineString(line) for line in tracks])
    mast = laid.where(laid.kind == NUMBER["catenary.mast"])
    post = mast.xy + 3.3 * np.stack([np.sin(mast.yaw_rad), -np.cos(mast.yaw_rad)], axis=1)
    assert (shapely.distance(shapely.points(post), axis) > 2.5).all()
    for kind in ("platform.plain", "platform.roof"):
        away = shapely.distance(shapely.points(of(laid, kind)), axis)
        assert (away > 2.3 + 1.53).all()
    assert len(of(laid, "trackside.bridge9")) == 1


def test_trains_stand_on_tracks_and_not_in_each_other(laid):
    tracks = [LINE.line, *sidings([LINE], HERE)]
    axis = shapely.union_all([shapely.LineString(line) for line in tracks])
    first = NUMBER["train.loco"]
    train = laid.where(laid.kind >= first)
    assert {KINDS[k] for k in train.kind.tolist()} >= {"train.loco", "train.coach", "wagon.tank"}
    assert (shapely.distance(shapely.points(train.xy), axis) < 0.3).all()
    points = shapely.points(train.xy)
    pairs = shapely.STRtree(points).query(points, "dwithin", 5.0)
    assert (pairs[0] == pairs[1]).all()


def test_nothing_is_laid_on_streets_and_landmarks():
    road = NOWHERE.copy()
    road[:, 800:810] = True  # 448 to 428 m west of 0
    assert not [
        x for x, _ in of(place_railway([LINE], HERE, road, NOWHERE), "track.piece").tolist()
        if -448.0 <= x < -428.0
    ]  # fmt: skip
    assert not len(place_railway([LINE], HERE, NOWHERE, ~NOWHERE).kind)


def test_a_yard_has_the_tracks_that_were_asked_for():
    (yard,) = yards(own_tracks([LINE], HERE, tram=False))
    assert len(yard.tracks) == yard.count == 8
    assert len(yard.platforms) == 2
    assert yard.away == 1.0


PLOT = Plot(shapely.box(-600.0, 2_000.0, -440.0, 2_120.0), 0.0, 12_345)


def test_a_works_yard_is_fenced_round_with_one_gate():
    found = place_works([PLOT], HERE, NOWHERE, NOWHERE)
    fences = found.where(found.kind < 3)
    rim = shapely.distance(shapely.points(fences.xy), PLOT.area.exterior)
    assert (rim < 0.01).all()
    lengths = np.array([12.0, 4.0, 8.0])[fences.kind]
    assert lengths.sum() == pytest.approx(PLOT.area.exterior.length, abs=16.0)
    assert (fences.kind == WORKS_KINDS.index("concrete_fence.gate")).sum() == 1


def test_stores_stand_within_the_fence_and_off_houses():
    built = NOWHERE.copy()
    built[488:520, 724:764] = True
    found = place_works([PLOT], HERE, NOWHERE, built)
    stores = found.xy[found.kind > 2]
    assert len(stores) > 5
    assert shapely.contains_xy(PLOT.area.buffer(-5.0), stores).all()
    house = shapely.box(-600.0, 2_000.0, -520.0, 2_064.0)
    assert (shapely.distance(shapely.points(stores), house) > 5.0).all()
    inner = shapely.Polygon(inner_ground([PLOT])[0])
    assert PLOT.area.contains(inner)
    assert inner.area > 0.7 * PLOT.area.area


def test_garages_have_asphalt_before_their_gates():
    row = Row(HOUSES["garages"], 100.0, 2_000.0, 0.0, 1.0, 1.0, 5)
    (apron,) = aprons([row])
    assert isinstance(apron, Patch)
    assert apron.corners[:, 1].max() < 2_000.0
    assert np.ptp(apron.corners[:, 0]) > 54.0
    assert not aprons([Row(HOUSES["panel5"], 0.0, 0.0, 0.0, 1.0, 1.0, 5)])


def test_rivers_have_railings_on_both_banks_and_weirs_in_the_stream():
    river = Feature("river", "river", np.array([[0.0, 1_400.0], [0.0, 2_000.0]]))
    found = place_banks([river], HERE, Districts(), NOWHERE)
    rails, weirs = found.xy[found.kind == 0], found.xy[found.kind == 1]
    assert set(np.sign(rails[:, 0]).tolist()) == {-1.0, 1.0}
    assert (np.abs(rails[:, 0]) > 6.0).all()
    assert len(weirs) > 8
    assert np.allclose(weirs[:, 0], 0.0)
    assert WORKS not in Districts().at(rails)


def test_a_garden_lies_before_a_landmark_and_off_the_streets():
    sight = Sight((0.0, 2_000.0, 20.0), (0.0, 2_150.0), 40.0, 4.0)
    everywhere = np.ones(HERE.shape(16.0), bool)
    land = Land(HERE, everywhere, ~everywhere, everywhere, np.zeros(everywhere.shape, np.float32),
                everywhere)  # fmt: skip
    street = Street("primary", np.array([[-500.0, 2_060.0], [500.0, 2_060.0]]), 22.0)
    made = forecourts([sight], land, [street], [])
    areas = shapely.union_all([shapely.Polygon(one.line[:-2]) for one in made])
    assert areas.area > 3_000.0
    assert areas.distance(shapely.LineString(street.line)) > 17.0
    assert areas.intersects(shapely.LineString([(0.0, 2_030.0), (0.0, 2_150.0)]))
    found = place_forecourts(made, HERE, NOWHERE)
    assert len(found.xy) > 4
    assert shapely.contains_xy(areas, found.xy).all()
    assert (np.abs(found.xy[:, 0]) < 4.0).all()


def test_only_large_lakes_of_the_city_have_a_promenade():
    side = np.array([(0, 0), (500, 0), (500, 500), (0, 500)], float)
    near = Feature("water", "water", side + np.array([-800.0, 1_500.0]))
    small = Feature("water", "water", side / 4.0 + np.array([-800.0, 1_500.0]))
    far = Feature("water", "water", side + np.array([-30_000.0, 1_500.0]))
    assert len(promenades([near, small, far])) == 1
    found = place_banks([near], HERE, Districts(), NOWHERE)
    lake = shapely.Polygon(near.line)
    away = shapely.distance(shapely.points(found.xy), lake)
    assert len(found.xy) > 60
    assert (away > 8.0).all()
