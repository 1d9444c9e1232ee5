"""Pictures on the walls of an interior: in their places, in their shape, two sources as one."""

import numpy as np
import pytest
from PIL import Image

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.interiors import load_interior
from almaty_tour.session.hanging import in_columns
from almaty_tour.session.hung import FRAME_M, MAT_M, joined, on_wall

HALL = assets_dir() / "content" / "interiors" / "golden_cradle_hall.toml"


class Plain:
    """A source that tells which it is."""

    def __init__(self, shade):
        self.shade = shade

    def levels(self, image):
        return (np.full((4, 4, 4), self.shade, np.uint8),)


@pytest.fixture(scope="module")
def places():
    return in_columns([one for one in load_interior(HALL).hangings if one.group == "gallery"])


def test_what_hangs_above_another_follows_it(places):
    for low, high in zip(places[::2], places[1::2], strict=True):
        assert low.at_m[:2] == pytest.approx(high.at_m[:2])
        assert low.at_m[2] < high.at_m[2]


def test_pictures_keep_their_shape_and_their_place(places):
    shapes = [(300, 200), (200, 300), (900, 300)]
    hung = on_wall(places[:3], shapes, ("a", "b", "c"), Plain(1))
    for row, (wide, high) in enumerate(shapes):
        assert hung.size_m[row, 0] / hung.size_m[row, 1] == pytest.approx(wide / high, rel=1e-5)
        outer = hung.size_m[row] + 2.0 * (MAT_M + FRAME_M)
        assert (outer <= np.array(places[row].most_m) + 1e-5).all()
        facing = np.cross(hung.right[row], hung.up[row])
        turn = np.radians(places[row].facing_deg)
        assert np.allclose(facing, [np.sin(turn), np.cos(turn), 0.0], atol=1e-6)


def test_two_sources_hang_as_one(places):
    first = on_wall(places[:1], [(3, 2)], ("a",), Plain(1))
    second = on_wall(places[1:3], [(3, 2)] * 2, ("b", "c"), Plain(2))
    both = joined(first, second)
    assert both.images == ("a", "b", "c")
    assert [int(both.source.levels(one)[0][0, 0, 0]) for one in both.images] == [1, 2, 2]
    assert len(both.centre_enu) == len(both.paint) == 3
    assert joined(None, second) is second
    assert joined(first, None) is first


def test_the_gallery_hangs_what_is_there_and_nothing_else(tmp_path):
    from almaty_tour.session.hung import Hung
    from almaty_tour.session.world import load_world

    world = load_world(assets_dir())
    (tmp_path / "content").symlink_to(assets_dir() / "content")
    (tmp_path / "pictures").mkdir()
    Image.new("RGB", (96, 64), (9, 9, 9)).save(tmp_path / "pictures" / "abai_winter.jpg")
    hung = Hung(tmp_path, patient=False).pictures(world, world.interiors[HALL.stem])
    assert hung.images == ("gallery/abai_winter",)
    assert hung.source.levels("gallery/abai_winter") is not None


def test_the_museums_own_hang_first_and_a_new_import_is_seen(tmp_path):
    from tests.gallery import foreign

    from almaty_tour.gallery.importing import import_folder
    from almaty_tour.gallery.library import Library, library_place
    from almaty_tour.session.hung import PREFIX, Hung
    from almaty_tour.session.world import load_world

    world = load_world(assets_dir())
    spec = world.interiors[HALL.stem]
    hung = Hung(assets_dir(), tmp_path, patient=True)
    before = hung.pictures(world, spec)
    assert hung.pictures(world, spec) is before, "put together once"
    given = tmp_path / "given"
    foreign.make(given, 4, 0)
    (given / "captions.csv").write_text(
        f"file,caption_ru,hang\n{next(given.glob('*.*')).name},Сад,west_low.1\n"
    )
    import_folder(given, Library(library_place(tmp_path)))
    after = hung.pictures(world, spec)
    own = Library(library_place(tmp_path)).records
    assert len(after) == len(before) == 112
    assert {one.removeprefix(PREFIX) for one in after.images[:4]} == set(own)
    assert after.images[4:] == before.images[:108]
    assert hung.caption(world, spec, "west_low.1")["ru"] == "Сад"
    shape = own[after.images[0].removeprefix(PREFIX)]
    wide, tall = after.size_m[0]
    assert wide / tall == pytest.approx(shape.width_px / shape.height_px, rel=1e-5)
    studio = Hung(assets_dir(), tmp_path, patient=False)
    small = studio.pictures(world, spec).source.levels(after.images[0])[0]
    assert small.shape == (512, 512, 4)
    assert Hung(assets_dir(), patient=False).pictures(world, spec).images == before.images
