"""What a cut-off import has left is set right at the next start, and only then."""

import pytest

from almaty_tour.base.lock import alone
from almaty_tour.base.swap import fresh
from almaty_tour.geo.imported import heights_place
from almaty_tour.scene.imported import import_place
from almaty_tour.session.userdata import heal_imports


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("place_of", [import_place, heights_place])
def test_what_was_cut_off_is_set_right(tmp_path, place_of):
    place = place_of(tmp_path)
    with fresh(place) as folder:
        (folder / place.mark).write_text("whole")
    place.folder.rename(place.old)
    (tmp_path / f"{place.beginning}half").mkdir()
    heal_imports(tmp_path)
    assert names(tmp_path) == [place.folder.name]
    assert (place.folder / place.mark).read_text() == "whole"


def test_an_import_that_is_under_way_is_left_alone(tmp_path):
    half = tmp_path / f"{import_place(tmp_path).beginning}half"
    half.mkdir()
    with alone(tmp_path):
        heal_imports(tmp_path)
        assert half.is_dir()
    heal_imports(tmp_path)
    assert not half.exists()


def test_nothing_is_made_where_nothing_was_imported(tmp_path):
    heal_imports(tmp_path / "none")
    assert not (tmp_path / "none").exists()
