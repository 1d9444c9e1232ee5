"""Broken and missing files: told in one line, the rest goes on, originals untouched; no GL."""

import hashlib
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import SMALL_TOUR

from almaty_tour.app.proofs import touring
from almaty_tour.base.errors import AlmatyTourError, AssetError
from almaty_tour.mesh.data import Model, mesh
from almaty_tour.mesh.glb import Look, model_bytes, model_of
from almaty_tour.scene.chunk import Chunk
from almaty_tour.session.arrivals import PropArrival, TownPicture, arrivals
from almaty_tour.session.commands import Command
from almaty_tour.session.handlers import title_state
from almaty_tour.session.state import Mode, Preferences
from almaty_tour.session.step import step
from almaty_tour.session.world import load_world
from almaty_tour.ui.words import load_all_words

TETRAHEDRON = mesh(
    [[0, 0, 0], [3, 0, 0], [0, 3, 0], [0, 0, 3]],
    [[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]],
    [[-1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "granite",
)
SOUND = model_bytes(Model(TETRAHEDRON), {"granite": Look()})


def arrived(city):
    """Kinds and names of what arrives, and the faults, from a world of this city."""
    world = load_world(city.folder)
    names, faults = set(), list(world.faults)
    for one in arrivals(city.folder, world, {}, (0.0, 0.0)):
        if isinstance(one, Chunk):
            names.add(one.id)
        elif isinstance(one, PropArrival):
            names.add(f"prop {one.kind}")
        elif isinstance(one, TownPicture):
            names.add("picture")
        elif isinstance(one, AlmatyTourError):
            faults.append(one)
        else:
            names.add(type(one).__name__)
    return names, faults


def told_once(faults, path):
    """The only fault names the file, in one line."""
    (fault,) = faults
    assert str(path) in str(fault)
    assert "\n" not in str(fault)
    return str(fault)


@pytest.fixture
def whole(city):
    names, faults = arrived(city)
    assert faults == []
    assert {"landmark.abai_opera", "landmark.independence_monument", "picture"} < names
    assert any(name.startswith("town.") for name in names)
    return names


GLB = "models/abai_opera.glb"
TOWN = ("town.", "picture", "GroundPaint", "Life", "stops.")


@pytest.mark.parametrize(
    ("name", "data", "lost"),
    [
        (GLB, None, "landmark.abai_opera"),
        (GLB, b"", "landmark.abai_opera"),
        (GLB, b"a text, not a model", "landmark.abai_opera"),
        (GLB, SOUND[: len(SOUND) - 8], "landmark.abai_opera"),
        ("models/props.glb", SOUND[:100], "prop "),
        ("city/town.toml", None, TOWN),
        ("city/town.toml", b"\xff", TOWN),
        ("city/town.toml", b"extent_m = 'wide'", TOWN),
        ("city/houses.npy", b"\x93NUMPY", TOWN),
        ("city/trees.npy", None, TOWN),
        ("city/strokes.npy", None, "GroundPaint"),
        ("city/fills.npy", b"\x93NUMPY", "GroundPaint"),
        ("city/traffic.npz", b"no arrays", ("Life", "stops.")),
        ("city/walks.npz", b"no arrays", ("Life", "stops.")),
        ("city/map.png", b"no picture", "picture"),
        ("city/map.png", None, "picture"),
    ],
)
def test_what_is_broken_is_left_out_and_the_rest_arrives(city, whole, name, data, lost):
    path = city.put(name, data)
    names, faults = arrived(city)
    told_once(faults, path)
    gone = {one for one in whole if one.startswith(lost)}
    assert gone
    assert names == whole - gone


def test_a_damaged_house_table_with_unknown_kinds_is_refused(city, whole):
    rows = np.load(city.folder / "city/houses.npy")
    rows["kind"][0] = 200
    path = city.folder / "city/houses.npy"
    np.save(path, rows)
    assert "unknown kind" in told_once(arrived(city)[1], path)


def test_any_foreign_model_can_stand_in(city, whole):
    import trimesh

    foreign = trimesh.creation.box((10.0, 10.0, 10.0)).export(file_type="glb")
    city.put(GLB, foreign)
    names, faults = arrived(city)
    assert (names, faults) == (whole, [])


def test_originals_are_never_written(city, whole):
    from almaty_tour.base.assets import assets_dir

    original = assets_dir() / GLB
    before = hashlib.blake2b(original.read_bytes()).digest()
    city.put(GLB, b"broken")
    arrived(city)
    assert hashlib.blake2b(original.read_bytes()).digest() == before
    assert (city.folder / GLB).read_bytes() == b"broken"


# GLB ----------------------------------------------------------------------------------------


@given(st.integers(0, len(SOUND) - 1))
def test_a_truncated_model_is_always_refused(tmp_path_factory, length):
    with pytest.raises(AssetError) as caught:
        model_of(SOUND[:length], "broken.glb")
    assert str(caught.value).startswith("broken.glb")
    assert "\n" not in str(caught.value)


def read(data):
    """The model in a file or None, and what is told of it."""
    try:
        return model_of(data, "broken.glb"), ""
    except AssetError as fault:
        return None, str(fault)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(SOUND) - 1), st.integers(1, 255))
def test_a_flipped_byte_is_refused_or_harmless(place, flip):
    data = bytearray(SOUND)
    data[place] ^= flip
    model, told = read(bytes(data))
    assert "\n" not in told
    if model is None:
        return
    assert np.isfinite(model.mesh.positions).all()
    assert not model.mesh.triangle_count or model.mesh.faces.max() < model.mesh.vertex_count


def patched(old, new):
    at = SOUND.index(old)
    return SOUND[:at] + new + SOUND[at + len(old) :]


@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_a_vertex_that_is_no_number_is_refused(number):
    data = patched(np.float32(3.0).tobytes(), np.float32(number).tobytes())
    with pytest.raises(AssetError, match="not a number"):
        model_of(data, "broken.glb")


def test_a_triangle_past_the_last_vertex_is_refused():
    length = int.from_bytes(SOUND[12:16], "little")
    tree = json.loads(SOUND[20 : 20 + length])
    accessor = tree["accessors"][tree["meshes"][0]["primitives"][0]["indices"]]
    at = 28 + length + tree["bufferViews"][accessor["bufferView"]].get("byteOffset", 0)
    assert sorted(set(SOUND[at : at + 24 : 2])) == [0, 1, 2, 3]
    data = SOUND[:at] + b"\xff\x7f" + SOUND[at + 2 :]
    with pytest.raises(AssetError):
        model_of(data, "broken.glb")


# The cache ----------------------------------------------------------------------------------


def opera(city):
    world = load_world(city.folder)
    found = [one for one in arrivals(city.folder, world, {}, (0.0, 0.0)) if isinstance(one, Chunk)]
    chunk = next(one for one in found if one.id == "landmark.abai_opera")
    return [level.vertices.tobytes() for level in chunk.levels]


@pytest.fixture
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setattr("almaty_tour.mesh.cache.default_folder", lambda: folder)
    return folder


def test_damaged_entries_of_the_cache_are_made_again(city, cache):
    first = opera(city)
    entries = sorted(cache.iterdir())
    assert len(entries) == 3
    sound = [entry.read_bytes() for entry in entries]
    for number, entry in enumerate(entries):
        data = bytearray(sound[number])
        data[len(data) // 2] ^= 255
        entry.write_bytes(data[: len(data) - number * 1000])
    assert opera(city) == first
    assert [entry.read_bytes() for entry in entries] == sound
    assert sorted(cache.iterdir()) == entries, "nothing else was left there"


def test_without_a_cache_that_can_be_written_the_city_still_comes(city, cache):
    first = opera(city)
    for entry in cache.iterdir():
        entry.unlink()
    cache.rmdir()
    cache.write_text("a file where the folder should be")
    assert opera(city) == first
    assert cache.read_text() == "a file where the folder should be"


# Content ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["abai_opera", "independence_monument"])
@pytest.mark.parametrize("data", [b"[place", b"\xff\xfe", b"category = 3", b"", None])
def test_a_broken_landmark_is_left_out(city, name, data):
    path = city.put(f"content/landmarks/{name}.toml", data)
    world = load_world(city.folder)
    assert set(world.places) == {"abai_opera", "independence_monument"} - {name}
    named = [fault for fault in world.faults if str(path) in str(fault)]
    assert len(named) == (data is not None)


def test_a_tour_goes_on_without_the_place_that_is_lost(city):
    second = SMALL_TOUR.partition("[[steps]]")[2].replace("abai_opera", "independence_monument")
    city.put("content/tours/golden_cradle.toml", f"{SMALL_TOUR}\n[[steps]]\n{second}")
    assert len(load_world(city.folder).film("golden_cradle").cues) == 2
    city.put("content/landmarks/independence_monument.toml", b"=")
    world = load_world(city.folder)
    assert len(world.film("golden_cradle").cues) == 1
    told = [str(fault) for fault in world.faults]
    assert any(line.startswith("tour golden_cradle: step 2: there is no landmark") for line in told)


def test_without_any_tour_there_is_still_a_title_and_free_flight(city):
    path = city.put("content/tours/golden_cradle.toml", b"version = ")
    world = load_world(city.folder)
    told_once(world.faults, path)
    state = title_state(world, Preferences())
    assert state.mode is Mode.TITLE
    assert step(world, state, 0.1).camera == state.camera
    exploring = step(world, state, 0.1, commands=[Command("explore", "abai_opera")])
    assert exploring.mode is Mode.EXPLORE
    with pytest.raises(AlmatyTourError, match="there is no tour"):
        touring(world, "golden_cradle", 0.0, "en")


def test_without_any_landmark_the_mountains_are_left(city):
    for name in ("abai_opera", "independence_monument"):
        city.put(f"content/landmarks/{name}.toml", None)
    world = load_world(city.folder)
    camera = title_state(world, Preferences()).camera
    x, y, z = camera.position_enu
    assert z > world.ground(x, y) + 100.0
    assert step(world, title_state(world, Preferences()), 0.1).mode is Mode.TITLE


@pytest.mark.parametrize("data", [b"=", b"\xff", None])
def test_a_broken_language_is_left_out(city, data):
    path = city.put("content/kk/ui.toml", data)
    words, faults = load_all_words(city.folder / "content")
    assert set(words) == {"ru", "en"}
    told_once(faults, path)


def test_a_text_that_is_missing_is_lent_by_another_language(city):
    whole, _ = load_all_words(city.folder / "content")
    name = next(iter(whole["kk"].texts))
    path = city.folder / "content/kk/ui.toml"
    key = name.rpartition(".")[2]
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{key} = "))
    city.put("content/kk/ui.toml", "".join(lines[:at] + lines[at + 1 :]))
    words, faults = load_all_words(city.folder / "content")
    assert name in told_once(faults, path)
    assert words["kk"](name) == whole["ru"](name)


def test_without_any_language_the_first_fault_is_raised(city):
    for code in ("kk", "ru", "en"):
        city.put(f"content/{code}/ui.toml", b"=")
    with pytest.raises(AlmatyTourError, match=r"kk/ui\.toml"):
        load_all_words(city.folder / "content")


@pytest.mark.parametrize("name", ["terrain.toml", "height.png", "surface.png", "tiles.npy"])
@pytest.mark.parametrize("data", [None, b"\xff not it", b""])
def test_without_ground_there_is_one_clear_line(city, name, data):
    path = city.put(f"terrain/{name}", data)
    with pytest.raises(AssetError) as caught:
        load_world(city.folder)
    assert str(path) in str(caught.value)
    assert "install again" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("cut", [0, 3, 11, 200, 20_000])
def test_a_cut_font_is_refused_before_it_can_end_the_program(city, cut):
    from almaty_tour.ui.context import GuiContext
    from almaty_tour.ui.fonts import load_fonts

    whole = (city.folder / "fonts/Literata-Medium.ttf").read_bytes()
    path = city.put("fonts/Literata-Medium.ttf", whole[:cut])
    with pytest.raises(AssetError, match="is not a whole font") as caught:
        load_fonts(city.folder / "fonts", GuiContext().io.fonts)
    assert str(path) in str(caught.value)
