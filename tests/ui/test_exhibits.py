"""The exhibits on the screen: the way back says where it leads."""

from dataclasses import replace

import pytest

from almaty_tour.base.spaces import OUTDOORS, space_of
from almaty_tour.session.state import Mode
from almaty_tour.ui.pen import Pen

HALL = space_of("golden_cradle_hall")


@pytest.fixture
def written(monkeypatch):
    """Every line that the pen wrote."""
    lines = []
    text = Pen.text

    def kept(self, at, words, kind, colour=0, **more):
        lines.append(words)
        text(self, at, words, kind, colour, **more)

    monkeypatch.setattr(Pen, "text", kept)
    return lines


@pytest.mark.parametrize(
    ("language", "city", "hall"),
    [
        ("kk", "Қалаға қайту", "Залға қайту"),
        ("ru", "Назад в город", "Назад в зал"),
        ("en", "Back to the city", "Back to the hall"),
    ],
)
@pytest.mark.parametrize("space", [OUTDOORS, HALL])
def test_the_way_back_leads_where_the_exhibit_was_opened(
    interface, view_of, written, language, city, hall, space
):
    view = view_of(Mode.EXHIBITION, language)
    camera = replace(view.state.camera, space=space)
    interface.build(replace(view, state=replace(view.state, camera=camera)))
    here, there = (city, hall) if space == OUTDOORS else (hall, city)
    assert here in written
    assert there not in written
