"""The rules that compare pictures, with faults planted by hand; no GL."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy import ndimage

from almaty_tour.base.errors import ContentError, ExportError
from almaty_tour.export.golden import (
    CLEAR_STEP,
    RULE_B_CLUSTER_PX,
    RULE_B_SHARE,
    difference,
    heat_map,
    largest_cluster,
    loose_ends,
    read_driver,
    read_picture,
    read_scenes,
    write_driver,
    write_report,
)
from almaty_tour.export.studio import save_picture

SHAPE = (360, 640, 3)


@pytest.fixture
def golden():
    """A made-up city: a sky that darkens, grey blocks under it."""
    rows, columns, _ = np.mgrid[: SHAPE[0], : SHAPE[1], :3]
    city = np.where(rows < 150, 200 - rows // 2, 90 + 40 * ((columns // 23 + rows // 31) % 2))
    return city.astype(np.uint8)


def blob(picture, row, column, height, width, step):
    changed = picture.astype(int)
    changed[row : row + height, column : column + width] += step
    return changed.clip(0, 255).astype(np.uint8)


def noisy(picture, greatest):
    """Every channel up to `greatest` away, as another rasteriser rounds."""
    noise = np.random.default_rng(5).integers(-greatest, greatest + 1, picture.shape)
    return (picture.astype(int) + noise).clip(0, 255).astype(np.uint8)


def test_nothing_differs_from_itself(golden):
    found = difference(golden, golden.copy())
    assert (found.worst_step, found.cluster_px, found.share, found.block) == (0, 0, 0.0, 0.0)
    assert found.passes(same_driver=True)
    assert found.passes(same_driver=False)


def test_rounding_passes_both_rules(golden):
    found = difference(noisy(golden, 1), golden)
    assert found.worst_step == 1
    assert found.passes(same_driver=True)
    assert found.passes(same_driver=False)


def test_a_step_of_two_is_seen_on_the_same_driver_only(golden):
    found = difference(blob(golden, 200, 300, 1, 1, 2), golden)
    assert not found.passes(same_driver=True)
    assert found.passes(same_driver=False)


@pytest.mark.parametrize("step", [-60, 6, 60])
def test_a_missing_building_of_thirty_pixels_is_seen_through_noise(golden, step):
    found = difference(blob(noisy(golden, 1), 180, 300, 5, 6, step + np.sign(step)), golden)
    assert found.cluster_px == 30
    assert found.share < RULE_B_SHARE
    assert not found.passes(same_driver=False)


def test_a_cluster_at_the_limit_passes_and_one_more_pixel_does_not(golden):
    at_limit = blob(golden, 180, 300, 4, 6, CLEAR_STEP + 1)
    assert difference(at_limit, golden).cluster_px == RULE_B_CLUSTER_PX
    assert difference(at_limit, golden).passes(same_driver=False)
    assert not difference(blob(at_limit, 184, 300, 1, 1, 9), golden).passes(same_driver=False)


def test_many_lone_pixels_are_seen_by_their_share(golden):
    ours = golden.copy()
    ours[::24, ::24] ^= 64
    found = difference(ours, golden)
    assert found.cluster_px == 1
    assert found.share > RULE_B_SHARE
    assert not found.passes(same_driver=False)


def test_a_faint_wide_change_is_seen_by_its_block(golden):
    found = difference(blob(golden, 160, 160, 64, 64, 5), golden)
    assert found.cluster_px == 0
    assert found.block == 5.0
    assert not found.passes(same_driver=False)


def test_a_change_of_one_channel_counts(golden):
    ours = golden.copy()
    ours[200:206, 300:306, 2] += 40
    assert difference(ours, golden).cluster_px == 36


def test_pictures_of_other_sizes_are_refused(golden):
    with pytest.raises(ExportError, match="360, 639"):
        difference(golden[:, :-1], golden)


@given(hnp.arrays(bool, st.tuples(st.integers(1, 24), st.integers(1, 24))))
def test_the_largest_cluster_is_the_one_that_scipy_finds(mask):
    labels, _ = ndimage.label(mask, np.ones((3, 3)))
    assert largest_cluster(mask) == max(np.bincount(labels.ravel())[1:], default=0)


@settings(max_examples=20)
@given(st.floats(0.2, 0.6), st.integers(0, 2**31))
def test_long_winding_clusters_are_followed(density, seed):
    mask = np.random.default_rng(seed).random((90, 160)) < density
    labels, _ = ndimage.label(mask, np.ones((3, 3)))
    assert largest_cluster(mask) == np.bincount(labels.ravel())[1:].max()


def test_the_heat_map_tells_where(golden):
    rows = heat_map(blob(golden, 180, 300, 8, 8, 60), golden).split("\n")
    assert {len(row) for row in rows} == {64}
    assert len(rows) == 18
    marked = [(r, c) for r, row in enumerate(rows) for c, digit in enumerate(row) if digit != "."]
    assert marked == [(9, 30)]
    assert rows[9][30] == "6"


def test_a_report_has_actual_expected_and_difference(golden, tmp_path):
    ours = blob(golden, 180, 300, 5, 6, 20)
    shown = read_picture(write_report(tmp_path / "deep", "scene", ours, golden))
    assert shown.shape == (360, 1920, 3)
    assert np.array_equal(shown[:, :640], ours)
    assert np.array_equal(shown[:, 640:1280], golden)
    assert np.count_nonzero(shown[:, 1280:].max(axis=2)) == 30


def test_loose_ends_are_named(golden, tmp_path):
    save_picture(golden, tmp_path / "kept.png")
    save_picture(golden, tmp_path / "old.png")
    ends = loose_ends(tmp_path, {"kept": None, "new": None})
    assert [end.split()[0] for end in ends] == ["new.png", "old.png"]


def test_the_driver_is_kept_beside_the_pictures(tmp_path):
    assert read_driver(tmp_path) == ""
    write_driver(tmp_path, 'llvmpipe (LLVM 15, 256 bits); OpenGL 4.5 "Core"')
    assert read_driver(tmp_path) == 'llvmpipe (LLVM 15, 256 bits); OpenGL 4.5 "Core"'
    (tmp_path / "driver.toml").write_text("driver = ")
    assert read_driver(tmp_path) == ""


@pytest.mark.parametrize(
    "wrong",
    [
        "[a]\n",
        "[a]\ntime = 3\n",
        '[a]\ntime = "2026-06-21T12:00"\nmode = "film"\n',
        '[a]\ntime = "2026-06-21T12:00"\nlangauge = "kk"\n',
        "[a\n",
    ],
)
def test_wrong_scenes_are_one_line_with_the_file(tmp_path, wrong):
    path = tmp_path / "scenes.toml"
    path.write_text(wrong)
    with pytest.raises(ContentError) as caught:
        read_scenes(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [None, b"", b"not a picture", b"\x89PNG\r\n\x1a\n0000"])
def test_a_missing_or_damaged_golden_says_how_to_make_it(tmp_path, data):
    path = tmp_path / "scene.png"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ExportError, match="golden record"):
        read_picture(path)


@pytest.mark.parametrize("name", ["x.gif", "x", "file/x.png"])
def test_a_picture_that_cannot_be_written_is_one_line(golden, tmp_path, name):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ExportError) as caught:
        save_picture(golden, tmp_path / name)
    assert "\n" not in str(caught.value)
    assert str(tmp_path / name) in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
