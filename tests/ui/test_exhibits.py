"""The exhibits on the screen: the way back says where it leads."""

from dataclasses import replace

import pytest

from almaty_tour.base.spaces import OUTDOORS, space_of
from almaty_tour.session.state import Mode

HALL = space_of("golden_cradle_hall")


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
