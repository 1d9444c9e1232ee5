"""Names of streets: over the city, on the mini-map, in the search, under one's feet."""

import math
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.camera.matrices import projected
from almaty_tour.camera.state import CameraState
from almaty_tour.content.model import LANGUAGES
from almaty_tour.content.streets import StreetName
from almaty_tour.geo.frame import to_local
from almaty_tour.mesh.data import Collision, Prism
from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.collision import obstacles
from almaty_tour.scene.streets import Streets, read_streets
from almaty_tour.session.commands import Command
from almaty_tour.session.state import Mode
from almaty_tour.session.world import World
from almaty_tour.ui import street_map, streets
from almaty_tour.ui.desk import MAP_REACHES_M
from almaty_tour.ui.search import found_streets
from almaty_tour.ui.street_map import MapFrame, lines_of, names_of
from almaty_tour.ui.streets import MOST_LABELS, StreetWatch
from almaty_tour.ui.view import MarkerView, StreetLabelView, StreetsView, WindowView

SIZE = (1280.0, 720.0)
WINDOW = WindowView(SIZE)
STREETS = read_streets(assets_dir() / "city")
RESTING_S = 0.4


class Flat:
    """A plain at height 0."""

    def height_m(self, x, y):
        return np.zeros(np.broadcast(x, y).shape)


def flat_world(streets, solids=()):
    plain = Flat()
    chunk = Chunk(
        "walls", (0.0, 0.0, 0.0), np.zeros(3, np.float32), np.ones(3, np.float32),
        collision=Collision(solids=tuple(solids)),
    )  # fmt: skip
    return World({}, {}, {}, plain, obstacles([chunk], plain.height_m), streets=streets)


def made(*lines):
    """Streets of straight lines, each with a name of its own."""
    names = tuple(
        StreetName(
            f"s{i}", {"kk": f"{i} көшесі", "ru": f"улица {i}", "en": f"{i} Street"}, "street"
        )
        for i in range(len(lines))
    )
    count = len(lines)
    points = np.concatenate([np.array(line, np.float64) for line in lines])
    return Streets(
        names, points, np.arange(count + 1) * 2, np.arange(count), np.full(count, 2)
    )  # fmt: skip


def camera(latitude_deg, longitude_deg, z_m, heading_deg, pitch_deg):
    x, y = (float(value) for value in to_local(latitude_deg, longitude_deg))
    return CameraState((x, y, z_m), math.radians(heading_deg), math.radians(pitch_deg))


def on_picture(view, point):
    return projected(view, np.array([[*point, 3.0]]), SIZE)[0, :2]


CROSS = made([(-500.0, 120.0), (500.0, 120.0)], [(0.0, -500.0), (0.0, 500.0)])
NORTH = CameraState((0.0, 0.0, 20.0), 0.0, -0.1)


def labels(world, view=NORTH, watch=None):
    watch = watch or StreetWatch()
    return watch.look(world, view, WINDOW, RESTING_S).labels


def test_names_lie_on_their_streets_ahead():
    found = {label.name.id: label for label in labels(flat_world(CROSS))}
    assert set(found) == {"s0", "s1"}
    across = found["s0"]
    assert abs(across.turn_rad) < 0.05
    rows = np.array([[x, 120.0, 3.0] for x in np.arange(-490.0, 500.0, 20.0)])
    spots = projected(NORTH, rows, SIZE)
    assert np.hypot(*(spots[:, :2] - across.at_pt).T).min() < 1e-6
    assert across.strength == 1.0


def test_a_name_turns_with_the_picture_and_is_never_on_its_head():
    for heading_deg in range(0, 360, 7):
        view = CameraState((0.0, 0.0, 160.0), math.radians(heading_deg), -0.7)
        for label in labels(flat_world(CROSS), view):
            assert -math.pi / 2 < label.turn_rad <= math.pi / 2
            row = int(label.name.id[1:])
            way = np.array([(1.0, 0.0), (0.0, 1.0)][row]) * 5.0
            point = next(
                p for p in CROSS.stations.xy[CROSS.stations.street == row]
                if math.dist(on_picture(view, p), label.at_pt) < 1e-3
            )  # fmt: skip
            dx, dy = on_picture(view, point + way) - on_picture(view, point - way)
            assert math.sin(label.turn_rad - math.atan2(dy, dx)) == pytest.approx(0.0, abs=1e-2)


def wall(y_m, height_m, half_m=600.0):
    outline = np.array([(-half_m, y_m), (half_m, y_m), (half_m, y_m + 4.0), (-half_m, y_m + 4.0)])
    return Prism(outline=outline, bottom_m=0.0, top_m=height_m)


def test_a_building_hides_what_is_behind_it():
    only = made([(-500.0, 120.0), (500.0, 120.0)])
    assert len(labels(flat_world(only))) == 1
    assert labels(flat_world(only, [wall(60.0, 30.0)])) == ()
    assert len(labels(flat_world(only, [wall(60.0, 8.0)]))) == 1
    assert len(labels(flat_world(only, [wall(140.0, 60.0)]))) == 1


def test_a_name_hidden_in_the_middle_lies_where_the_street_is_seen():
    only = made([(-500.0, 120.0), (500.0, 120.0)])
    house = wall(60.0, 40.0, half_m=18.0)
    (label,) = labels(flat_world(only, [house]))
    assert abs(label.at_pt[0] - 640.0) > 120.0


def test_names_lie_between_the_panels():
    only = made([(-500.0, 120.0), (500.0, 120.0)])
    for left, right in ((0.0, 400.0), (500.0, 800.0), (900.0, 1280.0)):
        clear = replace(WINDOW, clear_pt=(left, 0.0, right, 700.0))
        (label,) = StreetWatch().look(flat_world(only), NORTH, clear, RESTING_S).labels
        assert left < label.at_pt[0] < right
    watch, world = StreetWatch(), flat_world(only)
    (before,) = watch.look(world, NORTH, WINDOW, RESTING_S).labels
    beside = replace(WINDOW, clear_pt=(700.0, 0.0, 1280.0, 700.0))
    (after,) = watch.look(world, NORTH, beside, RESTING_S).labels
    assert before.at_pt[0] < 700.0 < after.at_pt[0]


def test_no_names_from_high_up_and_behind():
    assert labels(flat_world(CROSS), CameraState((0.0, 0.0, 255.0), 0.0, -0.8)) == ()
    assert labels(flat_world(CROSS), CameraState((0.0, 200.0, 20.0), 0.0, -0.1)) != ()
    away = made([(-500.0, -120.0), (500.0, -120.0)])
    assert labels(flat_world(away)) == ()


def test_at_most_six_one_a_street():
    many = made(*[[(-300.0, y), (300.0, y)] for y in np.arange(60.0, 240.0, 15.0)])
    found = labels(flat_world(many), CameraState((0.0, 0.0, 60.0), 0.0, -0.35))
    assert len(found) == MOST_LABELS
    assert len({label.name.id for label in found}) == MOST_LABELS


def test_a_name_stays_at_its_place_while_the_eye_goes_on():
    world, watch = flat_world(CROSS), StreetWatch()
    places = []
    for step in range(12):
        view = CameraState((0.0, step * 3.0, 20.0), 0.02 * step, -0.1)
        for label in labels(world, view, watch):
            if label.name.id == "s0":
                rows = np.column_stack([CROSS.stations.xy, np.full(len(CROSS.stations.xy), 3.0)])
                spots = projected(view, rows, SIZE)[:, :2]
                places.append(int(np.hypot(*(spots - label.at_pt).T).argmin()))
    assert len(places) == 12
    assert len(set(places)) == 1


def test_names_come_and_go_softly():
    watch, world = StreetWatch(), flat_world(CROSS)
    strengths = []
    for _ in range(40):
        found = watch.look(world, NORTH, WINDOW, 1 / 60).labels
        strengths.append(max((label.strength for label in found), default=0.0))
    assert strengths[0] < 0.1
    assert strengths[-1] == 1.0
    assert max(np.diff(strengths)) < 0.08


def test_the_street_under_the_feet_is_told_and_not_from_the_sky():
    x, y = (float(value) for value in to_local(43.24296, 76.95686))
    world = flat_world(STREETS)
    here = StreetWatch().look(world, CameraState((x, y, 1.7), 0.0, 0.0), WINDOW, 0.1).here
    assert {one.name["kk"] for one in here} == {"Абай даңғылы", "Достық даңғылы"}
    assert StreetWatch().look(world, CameraState((x, y, 150.0), 0.0, 0.0), WINDOW, 0.1).here == ()


def test_a_picture_looks_along_one_sight_at_most(monkeypatch):
    """Forty-eight metres of flight: what is near is gathered anew each ten metres."""
    sights, gathered, watch = [], [], StreetWatch()
    free, look_round = streets.sight_is_free, StreetWatch._look_round
    monkeypatch.setattr(streets, "sight_is_free", lambda *a: sights.append(1) or free(*a))
    monkeypatch.setattr(StreetWatch, "_look_round", lambda *a: gathered.append(1) or look_round(*a))
    world = flat_world(STREETS)
    for step in range(120):
        view = camera(43.2430 + step * 4e-6, 76.9480, 45.0, 170.0 + 0.1 * step, -12.0)
        before = len(sights)
        watch.look(world, view, WINDOW, 1 / 60)
        assert len(sights) <= before + 1
    assert sights
    assert 2 <= len(gathered) <= 7


# The mini-map.


def corners(line, width, height):
    c, s = math.cos(line.turn_rad), math.sin(line.turn_rad)
    local = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * (width / 2, height / 2)
    return local @ np.array([(c, s), (-s, c)]) + line.middle


def apart(a, b):
    """Whether two rectangles have a line between them."""
    for one in (a, b):
        for axis in (one[1] - one[0], one[3] - one[0]):
            p, q = a @ axis, b @ axis
            if p.max() <= q.min() + 1e-9 or q.max() <= p.min() + 1e-9:
                return True
    return False


PLACES = [(43.2480, 76.9420), (43.2560, 76.9280), (43.2220, 76.8530), (43.2700, 76.9450)]


def explore(interface, view_of, **options):
    x, y = (float(v) for v in to_local(*options.pop("at", PLACES[0])))
    view = view_of(Mode.EXPLORE, **options)
    state = replace(view.state, camera=CameraState((x, y, 900.0), 0.4, -0.2))
    view = replace(view, state=state, streets=StreetsView(STREETS))
    for _ in range(3):
        interface.build(view)
    return view


def frame(at, reach_m, radius=96.0, language="kk"):
    x, y = (float(v) for v in to_local(*at))
    return MapFrame(STREETS, (x, y), reach_m, (640.0, 360.0), radius, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_scale", [1.0, 1.5])
@pytest.mark.parametrize("reach_m", MAP_REACHES_M)
def test_names_on_the_map_never_touch(interface, view_of, language, text_scale, reach_m):
    explore(interface, view_of, language=language, text_scale=text_scale)
    pen = interface.pen
    radius = (96.0 if text_scale == 1.0 else 70.0) * pen.unit
    for at in PLACES:
        placed = names_of(pen, frame(at, reach_m, radius, language), [], {})
        assert placed
        boxes = [corners(p.line, *pen.measure(p.line.text, p.line.kind)) for p in placed]
        for one, other in combinations(boxes, 2):
            assert apart(one, other)
        for placed_one, box in zip(placed, boxes, strict=True):
            assert np.hypot(*(box - (640.0, 360.0)).T).max() < radius * 1.02
            assert -math.pi / 2 - 0.06 < placed_one.line.turn_rad < math.pi / 2
            assert placed_one.line.kind.size * pen.unit >= 12.0
        assert len({p.street for p in placed}) == len(placed)


def test_nearer_shows_more_of_the_streets_that_are_there(interface, view_of):
    explore(interface, view_of)
    shares = []
    for reach_m in MAP_REACHES_M:
        named = there = 0
        for at in PLACES:
            one = frame(at, reach_m)
            rows = STREETS.near(*one.eye_m, reach_m)
            there += len(np.unique(STREETS.stations.street[rows]))
            named += len(names_of(interface.pen, one, [], {}))
        shares.append(named / there)
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 3.0 * shares[-1]


def test_names_lie_along_their_streets(interface, view_of):
    explore(interface, view_of)
    one = frame(PLACES[0], 1200.0)
    for placed in names_of(interface.pen, one, [], {}):
        way = STREETS.stations.way[placed.station]
        assert math.sin(placed.line.turn_rad - math.atan2(-way[1], way[0])) == pytest.approx(0.0)
        spot = (STREETS.stations.xy[placed.station] - one.eye_m) * (one.scale, -one.scale)
        assert placed.line.middle == pytest.approx(tuple(spot + one.middle))


def test_a_name_stays_where_it_was(interface, view_of):
    explore(interface, view_of)
    first = names_of(interface.pen, frame(PLACES[0], 1200.0), [], {})
    before = {placed.street: placed.station for placed in first}
    moved = replace(frame(PLACES[0], 1200.0))
    moved = replace(moved, eye_m=(moved.eye_m[0] + 25.0, moved.eye_m[1] - 10.0))
    second = names_of(interface.pen, moved, [], before)
    after = {placed.street: placed.station for placed in second}
    assert (
        sum(after.get(street) == station for street, station in before.items()) >= len(before) - 1
    )


@pytest.mark.parametrize("reach_m", MAP_REACHES_M)
def test_lines_end_at_the_rim(reach_m):
    one = frame(PLACES[1], reach_m)
    found = lines_of(one)
    assert len(found) > 5
    for points, rank in found:
        assert np.hypot(*(points - one.middle).T).max() <= one.radius
        assert rank <= street_map.at_most(street_map.FINEST, reach_m)
    ranks = [rank for _, rank in found]
    assert ranks == sorted(ranks, reverse=True)


def test_a_line_through_the_middle_is_cut_twice():
    street = made([(-5000.0, 0.0), (5000.0, 0.0)])
    one = MapFrame(street, (0.0, 0.0), 1000.0, (0.0, 0.0), 100.0, "en")
    ((points, _),) = lines_of(one)
    assert points == pytest.approx(np.array([(-99.0, 0.0), (99.0, 0.0)]))


def test_the_map_moves_with_the_eye_without_being_laid_out_anew(interface, view_of):
    view = explore(interface, view_of)
    laid = interface.desk.street_map.frame
    x, y, z = view.state.camera.position_enu
    near = replace(view.state.camera, position_enu=(x + 5.0, y, z))
    before, _ = interface.build(view)
    after, _ = interface.build(replace(view, state=replace(view.state, camera=near)))
    assert interface.desk.street_map.frame is laid
    assert not np.array_equal(before.vertices, after.vertices)
    far = replace(view.state.camera, position_enu=(x + 60.0, y, z))
    interface.build(replace(view, state=replace(view.state, camera=far)))
    assert interface.desk.street_map.frame is not laid


def test_the_map_is_zoomed_by_keys_buttons_and_wheel(interface, view_of):
    view = explore(interface, view_of)
    zoom = interface.desk.map_zoom
    interface.apply(Command("map_farther"))
    assert interface.desk.map_zoom == zoom + 1
    for _ in range(9):
        interface.apply(Command("map_nearer"))
    assert interface.desk.map_zoom == 0
    targets = dict(interface.pen.targets)
    assert {"map.nearer", "map.farther"} <= set(targets)
    interface.pointer_at(*targets["map"].centre)
    interface.build(view)
    interface.wheel(-1.0)
    assert interface.build(view)[1] == [Command("map_farther")]


# Over the city, and under the feet.


def plates(interface, view):
    interface.build(view)
    interface.build(view)
    return interface.pen.labels


def plate_view(interface, view_of, markers=(), **options):
    view = explore(interface, view_of, **options)
    name = STREETS.names[STREETS.row("abai_avenue")]
    other = STREETS.names[STREETS.row("dostyk_avenue")]
    shown = (
        StreetLabelView(name, (620.0, 300.0), 0.3),
        StreetLabelView(other, (640.0, 310.0), -0.9),
        StreetLabelView(other, (900.0, 420.0), -1.2),
    )
    streets = StreetsView(STREETS, (name, other), shown)
    return replace(view, markers=markers, streets=streets)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_names_over_the_city_keep_apart(interface, view_of, language, text_scale):
    view = plate_view(interface, view_of, language=language, text_scale=text_scale)
    found = plates(interface, view)
    assert len(found) == 3  # the line under the feet and two of the three plates
    for one, other in combinations(found, 2):
        assert not one.meets(other)
    assert not interface.pen.spilt


def test_landmarks_come_first(interface, view_of, every):
    hero = every[0]
    marker = MarkerView(hero.spec.id, (620.0, 370.0), 300.0, True)
    without = plates(interface, plate_view(interface, view_of))
    view = plate_view(interface, view_of, markers=(marker,), landmarks=every)
    found = plates(interface, view)
    label = dict(interface.pen.targets)[f"marker.{hero.spec.id}"]
    assert label in found
    assert all(not label.meets(one) for one in found if one is not label)
    assert len(found) == len(without)  # the label has taken the room of a plate


def test_one_key_takes_all_names_away(interface, view_of, every):
    marker = MarkerView(every[0].spec.id, (620.0, 370.0), 300.0, True)
    view = plate_view(interface, view_of, markers=(marker,), landmarks=every)
    assert len(plates(interface, view)) > 1
    interface.apply(Command("toggle_labels"))
    assert len(plates(interface, view)) == 1  # what is under the feet is still told
    assert not [name for name, _ in interface.pen.targets if name.startswith("marker.")]


# The search.


@pytest.mark.parametrize(
    ("query", "street"),
    [
        ("абай", "abai_avenue"),
        ("Абая", "abai_avenue"),
        ("abai av", "abai_avenue"),
        ("абай көш", "abai_avenue"),
        ("просп абая", "abai_avenue"),
        ("про", "prokofiev_street"),
        ("фурманова", "nazarbayev_avenue"),
        ("назарбаев", "nazarbayev_avenue"),
        ("джамбула", "zhambyl_street"),
        ("толе би", "tole_bi_street"),
        ("tole", "tole_bi_street"),
        ("құрманғазы", "kurmangazy_street"),
        ("курмангазы", "kurmangazy_street"),
        ("аль-фараби", "al_farabi_avenue"),
        ("проспект достык", "dostyk_avenue"),
    ],
)
def test_a_street_is_found_in_every_spelling(query, street):
    found = [STREETS.names[row].id for row in found_streets(query, STREETS.names)]
    assert found[0] == street


def test_every_street_is_found_by_each_of_its_names():
    for row, one in enumerate(STREETS.names):
        for key in one.keys:
            assert row in found_streets(key.upper(), STREETS.names), key


def test_a_word_that_only_crosses_a_border_finds_nothing():
    found = {STREETS.names[row].id for row in found_streets("abai", STREETS.names)}
    assert "abai_avenue" in found
    assert not found & {"baikadamov_street", "baishev_street", "baizakov_street"}


def test_little_or_nothing_typed_finds_no_street():
    assert found_streets("", STREETS.names) == ()
    assert found_streets("а", STREETS.names) == ()
    assert found_streets("zzzz", STREETS.names) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_found_street_tells_its_kind_and_is_flown_to(interface, view_of, language):
    view = explore(interface, view_of, language=language)
    interface.desk.query = "достык"
    interface.build(view)
    interface.build(view)
    rect = dict(interface.pen.targets)["place.street.dostyk_avenue"]
    assert not interface.pen.spilt
    assert interface.pen.words("street.avenue")
    interface.pointer_at(*rect.centre)
    interface.build(view)
    interface.pointer_button(0, True)
    wishes = list(interface.build(view)[1])
    interface.pointer_button(0, False)
    wishes += interface.build(view)[1]
    assert wishes == [Command("fly_to_street", "dostyk_avenue")]


def test_every_kind_of_street_has_a_word(interface):
    for language in LANGUAGES:
        for one in STREETS.names:
            assert interface.words(language)(f"street.{one.kind}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_is_credited_on_every_screen(interface, view_of, language):
    for mode in Mode:
        view = view_of(mode, language, credits=("SRTM",))
        interface.build(view)
        told = [text for text, _ in interface.pen.measured if "OpenStreetMap" in text]
        assert any("©" in text and "SRTM" in text for text in told)
        assert not interface.pen.spilt
