"""An imported map on the stage: its blocks arrive, the built-in town gives way, it is credited."""

import numpy as np
import pytest

from almaty_tour.scene.chunk import Chunk
from almaty_tour.scene.paint import GroundPaint
from almaty_tour.scene.town import read_town
from almaty_tour.session.arrivals import arrivals
from almaty_tour.session.world import load_world

HEAD = """file = "map.osm"
blake2 = "00"
licence = "ODbL"
credit = "(c) OpenStreetMap contributors"
extent_m = [0, 0, 1, 1]
"""


@pytest.fixture
def data(tmp_path, city):
    """An import without a building whose raster covers the whole small town."""
    from almaty_tour.scene.imported import DENSE, GREEN, HOUSES, THINGS
    from almaty_tour.scene.paint import FILL, STROKE

    folder = tmp_path / "data" / "city"
    folder.mkdir(parents=True)
    (folder / "import.toml").write_text(HEAD)
    mask = np.full((256, 256), HOUSES | GREEN | DENSE | THINGS, np.uint8)
    np.savez(folder / "hide.npz", mask=mask, place=np.array([-1024.0, -1024.0, 8.0]))
    np.save(folder / "strokes.npy", np.zeros(3, STROKE))
    np.save(folder / "fills.npy", np.zeros(2, FILL))
    return tmp_path / "data"


def arrived(city, data):
    world = load_world(city.folder, data)
    return world, list(arrivals(city.folder, world, {}, (0.0, 0.0)))


def houses(things):
    return sum(
        len(table.rows)
        for chunk in things if isinstance(chunk, Chunk) and chunk.id.startswith("town.")
        for table in chunk.instances if table.kind.startswith("house.")
    )  # fmt: skip


def test_the_built_in_town_gives_way_only_where_a_map_is_imported(city, data):
    own, without = arrived(city, None)
    assert own.imported_map is None
    assert houses(without) == len(read_town(city.folder / "city").houses) > 0
    world, things = arrived(city, data)
    assert world.imported_map.licence == "ODbL"
    assert houses(things) == 0
    (paint,) = [one for one in things if isinstance(one, GroundPaint)]
    assert len(paint.strokes) >= 3


def test_a_damaged_import_is_told_and_the_built_in_town_stands(city, data):
    (data / "city" / "import.toml").write_text("[[")
    world, things = arrived(city, data)
    assert any("import.toml" in str(fault) for fault in world.faults)
    assert houses(things) == len(read_town(city.folder / "city").houses)


def test_a_damaged_raster_or_tile_is_told_and_the_rest_stands(city, data):
    (data / "city" / "hide.npz").write_bytes(b"PK")
    (data / "city" / "buildings_0_0.npz").write_bytes(b"PK")
    (data / "city" / "buildings_x.npz").write_bytes(b"PK")
    _, things = arrived(city, data)
    told = [str(one) for one in things if isinstance(one, Exception)]
    assert sum("hide.npz" in line for line in told) == 1
    assert sum("buildings_0_0.npz" in line for line in told) == 1
    assert houses(things) > 0


def test_damaged_paint_of_a_map_leaves_that_of_the_town(city, data):
    (data / "city" / "strokes.npy").write_bytes(b"PK")
    _, things = arrived(city, data)
    assert sum("strokes.npy" in str(one) for one in things if isinstance(one, Exception)) == 1
    assert sum(isinstance(one, GroundPaint) for one in things) == 1
