"""Plots: they hold their house, keep off streets and each other, and are fenced with one gate."""

import numpy as np
import pytest
import shapely

from almaty_tour.city.allotments import allotment_wishes
from almaty_tour.city.blocks import Edge, _row
from almaty_tour.city.extent import Extent
from almaty_tour.city.houses import Taken, outlines, rows_of
from almaty_tour.city.kinds import DEPTH_M, GARDEN, STREETS
from almaty_tour.city.land import Land
from almaty_tour.city.lots import lot_sites
from almaty_tour.city.paint_plots import near, paint_plots
from almaty_tour.city.paint_rows import Sheet
from almaty_tour.city.plot_things import plot_things
from almaty_tour.city.plots import GATE_HALF_M, NARROWEST_M, plots_of
from almaty_tour.city.tables import Street
from almaty_tour.city.things import FENCE_M, KINDS, NUMBER
from almaty_tour.city.town_map import draw
from almaty_tour.city.zones import zones
from almaty_tour.kit import props

HERE = Extent(-512.0, -512.0, 512.0, 512.0)
LANES = [Street("lane", np.array([[-400.0, y], [400.0, y]]), 6.0) for y in (-70.0, 0.0, 70.0)]
LANES.append(Street("lane", np.array([[30.0, -200.0], [60.0, 200.0]]), 6.0))
BORDER = [Street("residential", np.array([[-450.0, y], [450.0, y]]), 9.0) for y in (-450.0, 450.0)]
BORDER += [Street("residential", np.array([[x, -450.0], [x, 450.0]]), 9.0) for x in (-440.0, 440.0)]


class Gardens:
    """Gardens everywhere."""

    def at(self, points):
        return np.zeros(len(np.asarray(points).reshape(-1, 2)), int)


@pytest.fixture(scope="module")
def town():
    return draw(HERE, LANES, [])


@pytest.fixture(scope="module")
def sites(town):
    return Taken(HERE, town.road).placed(lot_sites(LANES, Gardens()))


@pytest.fixture(scope="module")
def more():
    cells = HERE.shape(16.0)
    good = np.ones(cells, bool)
    land = Land(HERE, good, ~good, good, np.zeros(cells, np.float32), good)
    return allotment_wishes(zones(HERE, BORDER, []), Gardens(), land)


@pytest.fixture(scope="module")
def plots(sites, more, town):
    return plots_of(sites, more, town.road, HERE)


def test_most_houses_have_a_plot_that_holds_them(sites, plots):
    built = plots.where(plots.built)
    assert len(built) > 0.9 * len(sites) > 60
    ground = shapely.polygons(built.corners)
    rows = {row.seed: row for row in rows_of(sites)}
    homes = [shapely.polygons(outlines(rows[seed], 0.0)[0]) for seed in built.seed.tolist()]
    assert shapely.covers(shapely.buffer(ground, 0.05), homes).all()


def test_plots_keep_off_streets_and_each_other(plots):
    inner = shapely.buffer(shapely.polygons(plots.corners), -1.5)
    streets = [shapely.LineString(lane.line).buffer(lane.width_m / 2 - 1.4) for lane in LANES]
    assert not len(shapely.STRtree(streets).query(inner, "intersects")[0])
    one, other = shapely.STRtree(inner).query(inner, "intersects")
    assert (one == other).all()


def test_the_middle_of_a_block_is_divided_too(plots):
    gardens = plots.where(~plots.built)
    assert len(gardens) > 200
    assert (gardens.width_m > NARROWEST_M).all()
    assert shapely.area(shapely.polygons(plots.corners)).sum() > 0.55 * 880.0 * 900.0


def test_a_plot_has_one_gate_in_its_front_fence_and_none_is_left_open(plots):
    built = plots.where(plots.built)
    found = plot_things(plots)
    gates = found.where(np.array([KINDS[kind].startswith("gate.") for kind in found.kind]))
    assert len(gates) == len(built)
    assert (np.abs(built.gate_m) + GATE_HALF_M <= built.width_m / 2).all()
    beside = (built.gate_m < built.house[:, 0]) | (built.gate_m > built.house[:, 2])
    assert beside.mean() > 0.95
    fronts = found.where(np.isin(found.yaw_rad, built.way_rad))
    fence = np.array([KINDS[kind].startswith("fence.") for kind in fronts.kind])
    length = fronts.scale[fence, 0].sum() * FENCE_M
    assert length > 0.9 * (built.width_m - 2 * GATE_HALF_M).sum()


def test_every_thing_has_a_prop():
    assert set(KINDS) <= set(props.kinds())
    assert len(NUMBER) == len(KINDS)


def test_neighbours_differ_in_their_ground(plots):
    sheet = Sheet()
    paint_plots(sheet, plots)
    strokes = sheet.paint().strokes
    assert len(np.unique(strokes["colour"], axis=0)) >= 10
    assert len(strokes) > len(near(plots))


def test_no_plots_at_all_are_fine(sites, more):
    none = more.where(np.zeros(len(more), bool))
    open_to_all = np.zeros(HERE.shape(2.0), bool)
    assert not len(plots_of(sites[:0], none, open_to_all, HERE))
    assert not len(plots_of(sites[:0], more, ~open_to_all, HERE))
    assert not len(plot_things(none))


def test_fronts_keep_within_the_least_and_the_widest_setback():
    """The remainder of a key times the spread, not the remainder of both."""
    rule = Edge(STREETS["core"], (1.5, 2.5), (5.0, 9.0))
    for key in range(0, 1 << 24, (1 << 20) // 2 + 7):
        row = _row(np.zeros(2), np.array([1.0, 0.0]), (0.0, 200.0), rule, key)
        back = row["y"] - DEPTH_M[row["kind"]] / 2
        assert back.min() >= 1.49
        assert back.max() <= 4.01


def test_private_houses_are_gardens(sites):
    assert GARDEN[sites["kind"]].all()
