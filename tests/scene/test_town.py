"""The town's chunks: rows land in their tile, houses are solid wing by wing, bad files are told."""

import numpy as np
import pytest

from almaty_tour.base.errors import AssetError
from almaty_tour.scene.town import TILE_M, read_town, town_chunks
from almaty_tour.scene.vertex import LEAN_STEP, LEAN_TURNS

TABLE = """
extent_m = [-1024.0, -1024.0, 1024.0, 1024.0]
trees = ["tree.elm"]
street = ["lamp.mast", "car.white"]
yards = ["fence.green", "gate.blue"]
houses = [
    { kind = "house.bar", size_m = [40.0, 12.0, 15.0], wings_m = [[-20.0, -6.0, 20.0, 6.0]] },
    { kind = "house.corner", size_m = [40.0, 30.0, 15.0], wings_m = [WINGS] },
]
""".replace("WINGS", "[-20.0, -15.0, 20.0, -3.0], [8.0, -15.0, 20.0, 15.0]")
HOUSE = np.dtype(
    [
        ("x", "<f4"),
        ("y", "<f4"),
        ("yaw", "<f4"),
        ("scale", "<f2", 2),
        ("kind", "u1"),
        ("seed", "<u4"),
    ]
)
TREE = np.dtype([("x", "<f4"), ("y", "<f4"), ("scale", "u1", 2), ("kind", "u1"), ("seed", "<u2")])
STREET = np.dtype([("x", "<f4"), ("y", "<f4"), ("yaw", "<f4"), ("kind", "u1")])
YARD = np.dtype([("x", "<f4"), ("y", "<f4"), ("yaw", "<f2"), ("scale", "u1", 2), ("kind", "u1")])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "town.toml").write_text(TABLE)
    houses = np.array(
        [(100.0, 100.0, 0.0, (1.0, 1.0), 0, 7), (200.0, 300.0, np.pi / 2, (1.0, 1.0), 1, 9)], HOUSE
    )
    np.save(tmp_path / "houses.npy", houses)
    np.save(tmp_path / "trees.npy", np.array([(-10.0, -700.0, (160, 128), 0, 3)], TREE))
    street = [(120.0, 60.0, 1.25, 1), (-10.0, -690.0, 0.5, 0)]
    np.save(tmp_path / "street.npy", np.array(street, STREET))
    yards = [(130.0, 62.0, 0.5, (192, 128), 0), (-12.0, -680.0, 3.0, (128, 120), 1)]
    np.save(tmp_path / "yards.npy", np.array(yards, YARD))
    return tmp_path


def level(x, y):
    return 800.0 + 0.0 * np.asarray(x) + 0.0 * np.asarray(y)


def test_every_row_comes_back_at_its_place(folder):
    chunks = town_chunks(read_town(folder), level)
    found = {}
    for chunk in chunks:
        for table in chunk.instances:
            assert (np.abs(table.rows["position"][:, :2]) <= TILE_M / 2).all()
            for row in table.rows:
                place = row["position"] + np.array(chunk.origin_enu)
                found.setdefault(table.kind, []).append((*place.round(3), float(row["yaw_rad"])))
    assert set(found) == {
        "house.bar", "house.corner", "tree.elm", "lamp.mast", "car.white", "fence.green",
        "gate.blue",
    }  # fmt: skip
    assert found["fence.green"] == [pytest.approx((130.0, 62.0, 800.0, 0.5), abs=1e-3)]
    *place, yaw = found["car.white"][0]
    assert place == pytest.approx([120.0, 60.0, 800.0], abs=1e-3)
    assert yaw == pytest.approx(1.25 + 2.0 * np.pi * LEAN_TURNS, abs=1e-3)
    assert found["tree.elm"][0][:3] == pytest.approx((-10.0, -700.0, 800.0), abs=1e-3)


def test_parked_cars_lean_with_the_ground_and_lamps_do_not(folder):
    def slope(x, y):
        return 800.0 + 0.08 * np.asarray(x) + 0.0 * np.asarray(y)

    rows = {t.kind: t.rows for c in town_chunks(read_town(folder), slope) for t in c.instances}
    turns = float(rows["car.white"]["yaw_rad"][0]) / (2.0 * np.pi)
    rise = (np.rint(turns) - LEAN_TURNS) * LEAN_STEP
    assert rise == pytest.approx(0.08 * np.cos(1.25), abs=LEAN_STEP)
    assert rows["lamp.mast"]["yaw_rad"][0] == 0.5


def test_the_scale_of_trees_counts_steps(folder):
    tables = [t for c in town_chunks(read_town(folder), level) for t in c.instances]
    (tree,) = [table for table in tables if table.kind == "tree.elm"]
    assert tree.rows["scale"].tolist() == [[1.25, 1.0]]


def test_floors_are_a_step_below_the_highest_corner(folder):
    def slope(x, y):
        return 800.0 + 0.05 * np.asarray(x) + 0.0 * np.asarray(y)

    tables = {t.kind: (t, c) for c in town_chunks(read_town(folder), slope) for t in c.instances}
    table, chunk = tables["house.bar"]
    floor = float(table.rows["position"][0, 2]) + chunk.origin_enu[2]
    assert floor == pytest.approx(800.0 + 0.05 * 120.0 - 0.5, abs=1e-3)


def test_houses_are_solid_wing_by_wing(folder):
    chunks = town_chunks(read_town(folder), level)
    boxes = np.concatenate(
        [c.collision.boxes + np.array([*c.origin_enu[:2], 0, 0, 0, 0, 0]) for c in chunks]
    )
    assert len(boxes) == 3
    corner = boxes[np.isclose(boxes[:, 4], np.pi / 2)]
    middles = sorted(map(tuple, corner[:, :2].round(2).tolist()))
    assert middles == [pytest.approx((200.0, 314.0)), pytest.approx((209.0, 300.0))]
    assert np.allclose(boxes[:, 6] - boxes[:, 5], 18.0)


@pytest.mark.parametrize("name", ["houses.npy", "trees.npy", "street.npy", "yards.npy"])
def test_a_damaged_table_is_told_with_its_name(folder, name):
    (folder / name).write_bytes(b"not an array")
    with pytest.raises(AssetError, match=name):
        read_town(folder)


def test_a_row_of_an_unknown_kind_is_told(folder):
    np.save(folder / "street.npy", np.array([(0.0, 0.0, 0.0, 9)], STREET))
    with pytest.raises(AssetError, match="unknown kind"):
        read_town(folder)
