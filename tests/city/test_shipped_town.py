"""The town as it is shipped: a sample of its houses against streets, landmarks and each other."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

from almaty_tour.base.assets import assets_dir
from almaty_tour.city import paint_rails, paint_water, paint_works, tables
from almaty_tour.city.extent import CITY
from almaty_tour.city.hard_ground import ASPHALT_FROM, areas
from almaty_tour.city.rail_yards import own_tracks, sidings
from almaty_tour.geo.frame import yaw_of_bearing_rad
from almaty_tour.mesh.cache import load_model
from almaty_tour.scene.paint import End, read_paint
from almaty_tour.scene.town import MOST_WINGS, PLINTH_M, read_town, town_chunks
from almaty_tour.session.flight import arrival_view
from almaty_tour.session.world import load_world

SAMPLE = 2_000
OVERHEAD_M = 12.0
CARRIAGEWAY = 255
KNOWN_FAULTS = (
    "metro_zhibek_zholy", "golovizin_house", "astana_square", "almaty_history_museum",
    "beatles_monument", "central_park_gorky", "museum_of_books", "zhibek_zholy_arbat", "kyzyl_tan",
)  # fmt: skip


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


@pytest.fixture(scope="module")
def town():
    return read_town(assets_dir() / "city")


@pytest.fixture(scope="module")
def wings(town):
    """Every wing as a polygon, and the house it belongs to."""
    rows = town.houses
    plan = town.house_wings_m[rows["kind"]] * rows["scale"][:, :1, None].astype(np.float64)
    house, wing = np.nonzero(plan[..., 0] < plan[..., 2])
    x0, y0, x1, y1 = plan[house, wing].T
    local = np.stack([[x0, y0], [x1, y0], [x1, y1], [x0, y1]]).transpose(2, 0, 1)
    yaw = rows["yaw"][house].astype(np.float64)[:, None]
    east = rows["x"][house][:, None] + local[..., 0] * np.cos(yaw) - local[..., 1] * np.sin(yaw)
    north = rows["y"][house][:, None] + local[..., 0] * np.sin(yaw) + local[..., 1] * np.cos(yaw)
    return shapely.polygons(np.stack([east, north], axis=-1)), house


@pytest.fixture(scope="module")
def sample(town, wings):
    """Numbers of the wings of `SAMPLE` houses drawn at random."""
    drawn = np.random.default_rng(4).choice(len(town.houses), SAMPLE, replace=False)
    return np.flatnonzero(np.isin(wings[1], drawn))


def test_the_whole_city_is_there(town):
    assert town.extent_m == (CITY.west_m, CITY.south_m, CITY.east_m, CITY.north_m)
    assert len(town.houses) >= 60_000
    assert len(town.trees) >= 200_000
    assert len(np.unique(town.houses["kind"])) == len(town.house_kinds)
    for name in ("houses.npy", "trees.npy", "yards.npy"):
        assert (assets_dir() / "city" / name).stat().st_size < 8e6
    assert (assets_dir() / "city" / "map.png").stat().st_size < 12e6


def test_no_house_stands_in_another(wings, sample):
    polygons, house = wings
    tree = shapely.STRtree(polygons)
    mine, other = tree.query(polygons[sample], predicate="intersects")
    apart = house[sample][mine] != house[other]
    assert not apart.any()


def test_no_house_stands_on_a_street_a_river_or_a_railway(wings, sample):
    polygons = wings[0][sample]
    strokes = read_paint(assets_dir() / "city").strokes
    roads = strokes[(strokes["paved"] == CARRIAGEWAY) & (strokes["dash_m"] == 0.0)]
    roads = roads[roads["half_width_m"] > 2.9]
    assert len(roads) > 10_000
    lines = shapely.linestrings(np.stack([roads["a"], roads["b"]], axis=1).astype(np.float64))
    near, road = shapely.STRtree(lines).query(polygons, predicate="dwithin", distance=30.0)
    cap = np.where(roads["end"][road] == End.ROUND, "round", "flat")
    for style in ("round", "flat"):
        mine = cap == style
        asphalt = shapely.buffer(
            lines[road[mine]], roads["half_width_m"][road[mine]] - 0.01, cap_style=style
        )
        assert not shapely.intersects(polygons[near[mine]], asphalt).any()
    for feature in tables.features():
        shape = shapely.linestrings(feature.line)
        if feature.kind in ("park", "water") and len(feature.line) > 2:
            shape = shapely.polygons(feature.line).buffer(0)
        reach = {"river": 4.5, "rail": 3.0}.get(feature.kind, 0.0)
        if feature.subkind != "tram":
            assert not shapely.dwithin(polygons, shape, reach).any(), feature.kind


def _hard():
    """Asphalt wider than a path, tracks and water of the shipped painting, as exact areas."""
    paint = read_paint(assets_dir() / "city")
    strokes, fills = paint.strokes, paint.fills
    asphalt = (strokes["paved"] >= ASPHALT_FROM) & (strokes["half_width_m"] > 1.5)
    # the floor of a works yard runs on under its sheds
    worn = np.array([ink.colour for inks in paint_works.WORN.values() for ink in inks], np.uint8)
    asphalt &= ~(strokes["colour"][:, None] == worn).all(axis=2).any(axis=1)
    tracks = (strokes["colour"] == paint_rails.BALLAST.ink.colour).all(axis=1)
    wet = [ink.colour for ink in (paint_water.STREAM, paint_water.CANAL, paint_water.LAKE)]
    water = (fills["colour"][:, None] == np.array(wet, np.uint8)).all(axis=2).any(axis=1)
    assert asphalt.sum() > 10_000
    assert tracks.sum() > 100
    assert water.sum() > 1_000
    kept = replace(paint, strokes=strokes[asphalt | tracks], fills=fills[water])
    return shapely.buffer(areas(kept), -0.02)


def test_no_house_and_no_tree_of_all_stands_on_asphalt_tracks_or_water(town, wings):
    hard = shapely.STRtree(_hard())
    assert not len(hard.query(wings[0], predicate="intersects")[0])
    trees = shapely.points(town.trees["x"].astype(float), town.trees["y"].astype(float))
    assert not len(hard.query(trees, predicate="intersects")[0])


def test_no_house_stands_on_the_ground_of_a_landmark(world, wings, sample):
    polygons = wings[0][sample]
    tree = shapely.STRtree(polygons)
    for name, spec in world.landmarks.items():
        place = world.places[name]
        if spec.model and len(tree.query(shapely.Point(place.x_m, place.y_m).buffer(400.0))):
            ground = shapely.polygons(_plot(world, name))
            assert not len(tree.query(ground, predicate="intersects")[0]), name


def _plot(world, name):
    """(k, 3, 2) triangles of a model near the ground."""
    mesh = load_model(assets_dir() / "models" / world.landmarks[name].model).levels[0].mesh
    place = world.places[name]
    turn = yaw_of_bearing_rad(place.bearing_deg)
    rotation = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    points = mesh.positions[:, :2].astype(np.float64) @ rotation + [place.x_m, place.y_m]
    over_m = mesh.positions[:, 2] + place.ground_m - world.terrain.height_m(*points.T)
    return points[mesh.faces[over_m[mesh.faces].min(axis=1) < OVERHEAD_M]]


def test_nothing_floats_or_is_sunk(world, town):
    """Floors are a step below the ground at most, and the plinth reaches the ground below."""
    floors = np.concatenate([
        table.rows["position"].astype(np.float64) + chunk.origin_enu
        for chunk in town_chunks(town, world.ground) for table in chunk.instances
        if table.kind.startswith("house.")
    ])  # fmt: skip
    assert len(floors) == len(town.houses)
    drawn = np.random.default_rng(5).choice(len(floors), SAMPLE, replace=False)
    x, y, z = floors[drawn].T
    ground = world.terrain.height_m(x, y)
    assert (z - ground < PLINTH_M + 0.05).all()
    assert (ground - z < 1.2).all()
    corners, floor = _corners(town, floors)
    deep = floor[:, None] - world.terrain.height_m(corners[..., 0], corners[..., 1])
    assert deep.max() < 2.95
    assert deep.min() > -0.55


def _corners(town, floors):
    """(n, k, 2) corners of the wings of sampled houses and (n,) their floors."""
    order = np.lexsort((floors[:, 1], floors[:, 0]))
    rows = town.houses[np.lexsort((town.houses["y"], town.houses["x"]))]
    drawn = np.random.default_rng(6).choice(len(rows), SAMPLE, replace=False)
    rows, floor = rows[drawn], floors[order][drawn]
    assert np.allclose(rows["x"], floor[:, 0], atol=0.01)
    plan = town.house_wings_m[rows["kind"]] * rows["scale"][:, :1, None].astype(np.float64)
    local = plan[..., [[0, 1], [2, 1], [2, 3], [0, 3]]].reshape(len(rows), 4 * MOST_WINGS, 2)
    cos, sin = np.cos(rows["yaw"])[:, None], np.sin(rows["yaw"])[:, None]
    x = rows["x"][:, None] + local[..., 0] * cos - local[..., 1] * sin
    y = rows["y"][:, None] + local[..., 0] * sin + local[..., 1] * cos
    return np.stack([x, y], axis=-1), floor[:, 2]


@pytest.mark.parametrize("name", KNOWN_FAULTS)
def test_the_front_of_a_landmark_is_seen_on_arrival(world, town, wings, name):
    """Nothing stands in the first 55 m of the way from the landmark to the eye."""
    place = world.places[name]
    eye = np.array(arrival_view(place).eye[:2])
    foot = np.array([place.x_m, place.y_m])
    away = np.hypot(*(eye - foot))
    far = foot + (eye - foot) / away * min(place.radius_m + 55.0, away)
    strip = shapely.LineString([foot, far]).buffer(8.0, cap_style="flat")
    rim = strip.difference(shapely.Point(foot).buffer(place.radius_m * 0.6))
    assert not len(shapely.STRtree(wings[0]).query(rim, predicate="intersects"))
    trees = shapely.points(town.trees["x"], town.trees["y"])
    assert not shapely.contains(rim, trees).any()


def test_no_house_tree_or_car_stands_on_a_track(town, wings):
    features = tables.features()
    tracks = [*own_tracks(features, CITY, tram=False), *sidings(features, CITY)]
    tree = shapely.STRtree([shapely.LineString(line) for line in tracks])
    assert not tree.query(wings[0], "dwithin", 4.0).size
    trees = np.stack([town.trees["x"], town.trees["y"]], axis=1)
    assert not tree.query(shapely.points(trees), "dwithin", 4.0).size
    cars = [number for number, kind in enumerate(town.street_kinds) if kind.startswith("car.")]
    parked = town.street[np.isin(town.street["kind"], cars)]
    at = np.stack([parked["x"], parked["y"]], axis=1)
    assert not tree.query(shapely.points(at), "dwithin", 3.0).size
