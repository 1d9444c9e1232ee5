"""Props by the thousand: one call for all kinds draws what one call for each draws."""

from __future__ import annotations

import numpy as np
import pytest
from pyglet import gl
from tests.render.conftest import box

from almaty_tour.render import prop_pool
from almaty_tour.render.gl.buffer import Buffer
from almaty_tour.scene.chunk import Chunk, Instances
from almaty_tour.scene.load import mesh_level
from almaty_tour.scene.vertex import INSTANCE

KINDS = {
    "house.a": (9.0, 7.0, 6.0), "tree.a": (3.0, 3.0, 8.0), "tree.b": (5.0, 5.0, 6.0),
    "lamp": (0.5, 0.5, 6.0),
}  # fmt: skip


def wood(bench):
    """Three kinds strewn before the camera, each with a coarser level of another colour."""
    materials = {name: row for row, name in enumerate(bench.renderer.materials.names)}
    random = np.random.default_rng(7)
    tables = []
    for kind, size in KINDS.items():
        levels = tuple(
            mesh_level(box(size, material), 0.1 * number, materials)
            for number, material in enumerate(("plaster", "asphalt"))
        )
        bench.renderer.upload_prop(kind, levels)
        bench.scene.set_prop(kind, levels)
        rows = np.zeros(60, INSTANCE)
        rows["position"] = random.uniform((-60, 0, 0), (60, 260, 1), (60, 3))
        rows["scale"] = random.uniform(0.7, 1.3, (60, 2))
        tables.append(Instances(kind, rows))
    corner = np.array([70.0, 270.0, 20.0], np.float32)
    bench.renderer.upload(
        bench.scene.add(made := Chunk("wood", (0.0, 0.0, 0.0), -corner, corner, (), tuple(tables))),
        made,
    )


def test_one_call_draws_what_many_draw(bench):
    wood(bench)
    if not bench.renderer.driver.multi_draw:
        pytest.skip("this driver takes one draw a call")
    bench.picture(bench.frame())  # draws the shadow maps, which are kept
    at_once = bench.picture(bench.frame())
    few, drawn = bench.renderer.stats.draw_calls, bench.renderer.stats.instances
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bench.renderer._props, "_indirect", None)
        one_by_one = bench.picture(bench.frame())
    assert np.array_equal(at_once, one_by_one)
    assert drawn == bench.renderer.stats.instances > 50
    assert few < bench.renderer.stats.draw_calls


def test_a_kind_without_a_mesh_draws_nothing(bench):
    wood(bench)
    before = bench.picture(bench.frame())
    rows = np.zeros(1, INSTANCE)
    rows["position"], rows["scale"] = (0.0, 10.0, 0.0), 1.0
    corner = np.full(3, 30.0, np.float32)
    ghost = Chunk("ghost", (0.0, 0.0, 0.0), -corner, corner, (), (Instances("ghost", rows),))
    bench.renderer.upload(bench.scene.add(ghost), ghost)
    frame = bench.frame()
    assert any(kind == "ghost" for kind, _ in frame.draw.props)
    assert np.array_equal(before, bench.picture(frame))


def test_a_pool_that_grows_draws_the_same(bench, monkeypatch):
    wood(bench)
    bench.picture(bench.frame())
    roomy = bench.picture(bench.frame())
    monkeypatch.setattr(prop_pool, "ROOM", 8)
    pool = prop_pool.PropPool(indirect=bench.renderer.driver.multi_draw)
    monkeypatch.setattr(bench.renderer, "_props", pool)
    wood(bench)
    wood(bench)  # again: drawn instead of the first meshes
    bench.picture(bench.frame())
    assert np.array_equal(roomy, bench.picture(bench.frame()))
    pool.free()


def test_a_buffer_that_got_the_name_of_another_is_read(bench):
    wood(bench)
    pool, rows = bench.renderer._props, np.zeros(4, INSTANCE)
    old = Buffer(gl.GL_ARRAY_BUFFER, rows, stream=True)
    array = pool._array_of(old)
    assert pool._array_of(old) is array
    new = Buffer(gl.GL_ARRAY_BUFFER, rows, stream=True)
    name, new.id = new.id, old.id
    assert pool._array_of(new) is not array
    new.id = name
    old.free()
    new.free()
