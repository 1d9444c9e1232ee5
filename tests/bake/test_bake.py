import sys
import types

import numpy as np
import pytest

from almaty_tour import bake
from almaty_tour.bake import build, manifest, occlusion, oven, pack, plan
from almaty_tour.base.errors import AssetError, BakeError, SettingError
from almaty_tour.kit import dome, extrude, placing, transform
from almaty_tour.kit.paint import GOLD, PLASTER, Paint
from almaty_tour.mesh import glb
from almaty_tour.mesh.data import Model, merge


def _chapel(height=4.0):
    body = extrude.box(6, 5, height, PLASTER)
    top = transform.move(dome.dome("onion", 2, 3, GOLD, sides=12, steps=8), z=height)
    return Model(merge([body, top]), (placing.instances("tree.elm", [(9, 9)], "one"),))


@pytest.fixture
def chapel(monkeypatch):
    """A landmark that exists for these tests only."""
    name = "test_chapel"
    module = types.ModuleType(f"almaty_tour.landmarks.{name}")
    module.build = lambda spec: _chapel()
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(build, "load_landmark", lambda path: None)
    monkeypatch.setattr(plan, "landmark_ids", lambda: (name,))
    monkeypatch.setattr(plan, "source_hash", lambda asked: f"hash of {asked}")
    return module


def _bake(ids, folder, **more):
    lines = []
    faults = bake.run(ids, more.pop("check", False), lines.append, folder=folder, workers=1, **more)
    return faults, lines


def test_landmarks_are_found_by_file_name(tmp_path, monkeypatch):
    room = tmp_path / "landmarks"
    for name in ("tower.py", "square/__init__.py", "square/frame.py", "_shared/__init__.py"):
        (room / name).parent.mkdir(parents=True, exist_ok=True)
        (room / name).write_text("")
    monkeypatch.setattr(plan, "PACKAGE", tmp_path)
    assert plan.landmark_ids() == ("square", "tower")
    assert plan.builder_path("tower") == room / "tower.py"
    assert plan.builder_path("square") == room / "square" / "__init__.py"


def test_a_model_depends_on_every_piece_of_its_landmark():
    from_root = [file.relative_to(plan.PACKAGE) for file in plan.source_files("medeu_rink")]
    names = {file.as_posix() for file in from_root}
    assert {"landmarks/medeu_rink/tiers.py", "landmarks/_shared/medeu_slopes.py"} <= names
    assert not any(name.startswith("landmarks/medeu_dam") for name in names)


def test_an_unknown_id_names_the_nearest(chapel, tmp_path):
    with pytest.raises(SettingError, match="did you mean test_chapel"):
        _bake(["tset_chapel"], tmp_path)


def test_baking_twice_gives_the_same_bytes(chapel, tmp_path):
    for folder in ("a", "b"):
        assert _bake(["test_chapel"], tmp_path / folder)[0] == []
    files = [tmp_path / folder / "test_chapel.glb" for folder in ("a", "b")]
    assert files[0].read_bytes() == files[1].read_bytes()
    assert manifest.read(tmp_path / "a") == manifest.read(tmp_path / "b")


def test_what_is_up_to_date_is_left_alone(chapel, tmp_path, monkeypatch):
    _bake(["test_chapel"], tmp_path)
    written = (tmp_path / "test_chapel.glb").stat().st_mtime_ns
    assert _bake(["test_chapel"], tmp_path)[1] == ["test_chapel: up to date"]
    assert (tmp_path / "test_chapel.glb").stat().st_mtime_ns == written
    monkeypatch.setattr(plan, "source_hash", lambda name: "moved")
    assert "test_chapel" in bake.stale(tmp_path)
    assert oven.mark_stale(tmp_path) == ["test_chapel"]
    assert manifest.read(tmp_path)["test_chapel"].stale
    _bake(["test_chapel"], tmp_path)
    assert not manifest.read(tmp_path)["test_chapel"].stale


def test_check_agrees_after_baking_and_names_what_moved(chapel, tmp_path):
    _bake(["test_chapel"], tmp_path)
    assert _bake(["test_chapel"], tmp_path, check=True)[0] == []
    chapel.build = lambda spec: _chapel(height=4.002)
    faults, _ = _bake(["test_chapel"], tmp_path, check=True)
    assert any("positions differ by 1.9" in fault or "2.0" in fault for fault in faults)


def test_check_sees_colours_props_and_topology(chapel, tmp_path):
    _bake(["test_chapel"], tmp_path)
    stored = glb.read_library(tmp_path / "test_chapel.glb")
    darker = merge([extrude.box(6, 5, 4, Paint("plaster", "#EBE2CE")), _chapel().mesh])
    other = {"model": build.finished(Model(darker), "x", rays=8)}
    words = " ".join(pack.differences(stored, other))
    assert "triangles" in words
    assert "props" in words


def test_a_builder_that_fails_is_one_fault(chapel, tmp_path):
    def broken(spec):
        raise ZeroDivisionError("division by zero")

    chapel.build = broken
    faults, _ = _bake(["test_chapel"], tmp_path)
    assert faults == ["test_chapel: ZeroDivisionError: division by zero"]
    assert not (tmp_path / "test_chapel.glb").exists()


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda: extrude.box(1, 1, 1, GOLD), "returned MeshData"),
        (lambda: Model(extrude.box(1, 1, 1, Paint("cheese"))), "does not know cheese"),
        (
            lambda: Model(_chapel().mesh, (placing.instances("tree.oka", [(0, 0)], "x"),)),
            "tree.oka",
        ),
    ],
)
def test_wrong_models_are_refused(chapel, tmp_path, made, words):
    chapel.build = lambda spec: made()
    with pytest.raises(BakeError, match=words):
        build.built("test_chapel")


def test_finished_positions_lie_on_the_grid():
    mesh = build.finished(_chapel(), "x", rays=8).mesh
    steps = mesh.positions.astype(np.float64) * 4096
    assert np.array_equal(steps, np.rint(steps))


def test_a_damaged_manifest_is_an_asset_error(tmp_path):
    (tmp_path / manifest.FILE).write_text("[a]\nsource = ")
    with pytest.raises(AssetError, match="bake again"):
        manifest.read(tmp_path)


def test_source_files_follow_imports_into_the_kit_only():
    files = {file.relative_to(plan.PACKAGE).as_posix() for file in plan.source_files("props")}
    assert {"kit/props/tree.py", "kit/solid.py", "mesh/data.py", "bake/occlusion.py"} <= files
    assert not any(file.startswith(("render/", "landmarks/")) for file in files)


# Occlusion ----------------------------------------------------------------------------------


def test_the_hemisphere_is_unit_up_and_cosine_weighted():
    ways = occlusion.hemisphere(512)
    assert np.allclose(np.linalg.norm(ways, axis=1), 1)
    assert ways[:, 2].min() > 0
    assert ways[:, 2].mean() == pytest.approx(2 / 3, abs=0.01)
    assert np.abs(ways[:, :2].mean(axis=0)).max() < 0.02


def test_turned_rays_are_about_their_normals():
    facing = np.array([[0, 0, 1], [0, 0, -1], [1, 0, 0], [0.6, 0, -0.8]], float)
    ways = occlusion.turned_to(occlusion.hemisphere(64), facing)
    assert np.allclose(np.linalg.norm(ways, axis=2), 1)
    assert (np.einsum("kri,ki->kr", ways, facing) > 0).all()


def test_a_roof_is_open_a_wall_sees_the_ground_and_a_pit_is_dark():
    slab = extrude.box(4, 4, 0.5, PLASTER, bottom_m=40)
    share = occlusion.open_share(slab)
    assert share[slab.normals[:, 2] > 0.9].min() == pytest.approx(1.0)
    pit = extrude.prism(
        extrude.profile.rectangle(4, 4), 0, 8, PLASTER, holes=[extrude.profile.rectangle(1, 1)]
    )
    share = occlusion.open_share(pit)
    inner = (np.abs(pit.positions[:, :2]).max(axis=1) < 0.6) & (np.abs(pit.normals[:, 2]) < 0.1)
    low, top = pit.positions[:, 2] < 1, pit.normals[:, 2] > 0.9
    assert share[inner & low].max() < 0.2
    assert share[top].min() > 0.95
    outer = ~inner & ~top & low & (np.abs(pit.normals[:, 2]) < 0.1)
    assert 0.6 < share[outer].mean() < 0.95  # half of its sky is the bright ground


def test_occlusion_touches_only_the_last_channel():
    mesh = extrude.box(1, 1, 1, GOLD)
    dark = occlusion.occluded(mesh, rays=16)
    assert np.array_equal(dark.tint[:, :3], mesh.tint[:, :3])
    assert dark.tint[:, 3].min() >= round(255 * occlusion.DARKEST)


def test_what_stands_on_slopes_depends_on_the_baked_land(tmp_path, monkeypatch):
    import shutil

    before = {name: plan.source_hash(name) for name in ("medeu_rink", "abai_opera")}
    shutil.copytree(plan.assets_dir() / "content", tmp_path / "content")
    (tmp_path / "terrain").mkdir()
    (tmp_path / "terrain" / "height.png").write_bytes(b"another")
    monkeypatch.setattr(plan, "assets_dir", lambda: tmp_path)
    after = {name: plan.source_hash(name) for name in before}
    assert after["abai_opera"] == before["abai_opera"]
    assert after["medeu_rink"] != before["medeu_rink"]
