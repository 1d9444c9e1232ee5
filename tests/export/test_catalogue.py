"""The catalogue's views and sheets; no GL."""

from types import SimpleNamespace

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.export.catalogue import LOOKS, SHEET_TILES, camera, sheets, title
from almaty_tour.export.sheet import GAP_PX
from almaty_tour.session.world import load_world


@pytest.fixture(scope="module")
def world():
    return load_world(assets_dir())


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_landmark_is_wholly_before_the_lens_and_the_eye_above_ground(world, look):
    studio = SimpleNamespace(stage=SimpleNamespace(world=world))
    for place in world.places.values():
        shot = camera(studio, place, look)
        x, y, z = shot.position_enu
        assert z >= float(world.terrain.height_m(x, y)) + 3.0 - 1e-6
        away = np.hypot(x - place.x_m, y - place.y_m)
        assert away > place.radius_m
        top = np.arctan2(place.ground_m + place.height_m - z, away)
        assert top - shot.pitch_rad < shot.fov_rad / 2, place.id


def test_a_title_tells_the_name_in_each_language_once(world):
    spec = world.landmarks["abai_opera"]
    assert title(spec).split("  ·  ") == [spec.name[language] for language in ("kk", "ru", "en")]


def test_sheets_hold_all_thumbnails_in_order():
    tiles = [np.full((18, 32, 3), shade, np.uint8) for shade in range(100, 100 + SHEET_TILES + 3)]
    found = sheets(tiles)
    assert [sheet.shape[0] for sheet in found] == [5 * 18 + 6 * GAP_PX, 18 + 2 * GAP_PX]
    assert found[0][GAP_PX + 1, GAP_PX + 1].tolist() == [100] * 3
    assert found[1][GAP_PX + 1, GAP_PX + 1].tolist() == [100 + SHEET_TILES] * 3
