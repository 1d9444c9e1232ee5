"""The sheet of imports in every stage: fits, offers the right things, asks twice."""

from dataclasses import replace

import pytest
from tests.ui.test_interface import overlap, press

from almaty_tour.base.progress import Step
from almaty_tour.content.model import LANGUAGES
from almaty_tour.gallery.record import Why
from almaty_tour.gallery.summary import Summary
from almaty_tour.session.commands import Command
from almaty_tour.session.state import Mode
from almaty_tour.ui.import_view import (
    HEIGHTS,
    MAP,
    PICTURES,
    ImportStage,
    ImportsView,
    PicturesView,
)

IMPORTED = ImportsView(map="almaty-2012.osm.pbf 2012-09-10", heights="N43E076.hgt.zip +3")
LIBRARY = PicturesView(
    5000, 4321, "/home/visitor/.local/share/" + "x" * 60, (3210, 5000),
    Summary(4000, 900, 60, tuple((why, ("album/" + "y" * 70 + ".jpg",) * 9) for why in Why)),
)  # fmt: skip
LINE = "/home/visitor/downloads/of/today/" + "x" * 60 + "/almaty.osm.pbf: is damaged"


def shown(interface, view_of, imports, **options):
    view = replace(view_of(Mode.EXPLORE, **options), imports=imports)
    interface.build(view)
    if interface.desk.sheet.value != "imports":
        interface.apply(Command("toggle_imports"))
    for _ in range(2):
        interface.build(view)
    return view


def offered(interface):
    return {name for name, _ in interface.pen.targets} - {"imports.close"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_every_stage_fits(interface, view_of, language, text_scale):
    for number, stage in enumerate(ImportStage):
        step = list(Step)[number % len(Step)]
        for kind in (MAP, HEIGHTS, PICTURES):
            imports = replace(
                IMPORTED, stage=stage, kind=kind, lines=(LINE,), step=step, counts=(8139, 60, 2),
                file="a-map-of-a-long-name.osm.pbf", seconds=888, pictures=LIBRARY,
            )  # fmt: skip
            shown(interface, view_of, imports, language=language, text_scale=text_scale)
            pen = interface.pen
            assert not pen.spilt, stage
            for name, rect in pen.targets:
                assert rect.left >= 0.0, (stage, name)
                assert rect.right <= pen.screen.width, (stage, name)
            for i, (name, rect) in enumerate(pen.targets):
                for other, second in pen.targets[i + 1 :]:
                    assert not overlap(rect, second), (stage, name, other)
            longest = [line for key, lines in pen.broken.items() for line in lines
                       if pen.measure(line, key[1])[0] > key[2] + 1.0]  # fmt: skip
            assert not longest, stage


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_all_that_can_be_pressed_is_seen_without_scrolling(
    interface, view_of, language, text_scale
):
    shown(interface, view_of, IMPORTED, language=language, text_scale=text_scale)
    assert len(offered(interface)) == 5
    for name, rect in interface.pen.targets:
        assert interface.pen.screen.contains(rect), name


def test_each_stage_offers_what_can_be_done(interface, view_of):
    bring = {"imports.choose_pictures"}
    both = bring | {"imports.choose_map", "imports.choose_heights"}
    for imports, wanted in (
        (ImportsView(), both),
        (IMPORTED, both | {"imports.reset_map", "imports.reset_heights"}),
        (ImportsView(stage=ImportStage.RUNNING, file="a.osm"), {"imports.stop"}),
        (ImportsView(stage=ImportStage.STOPPING, file="a.osm"), set()),
        (ImportsView(stage=ImportStage.CHOOSING), set()),
        (ImportsView(stage=ImportStage.DONE), both),
        (ImportsView(stage=ImportStage.FAILED, lines=("x",)), both),
        (ImportsView(missing="pip install 'almaty-tour[gis]'"), bring),
        (
            replace(IMPORTED, missing="pip"),
            bring | {"imports.reset_map", "imports.reset_heights"},
        ),
    ):
        shown(interface, view_of, imports)
        assert offered(interface) == wanted, imports


@pytest.mark.parametrize("name", ["reset_map", "reset_heights"])
def test_going_back_is_asked_twice(interface, view_of, name):
    view = shown(interface, view_of, IMPORTED)
    assert press(interface, view, f"imports.{name}") == []
    assert press(interface, view, f"imports.{name}") == [Command(name)]
    assert press(interface, view, f"imports.{name}") == []  # it is asked anew


def test_a_question_is_forgotten_when_the_sheet_is_closed(interface, view_of):
    view = shown(interface, view_of, IMPORTED)
    press(interface, view, "imports.reset_map")
    for _ in range(2):
        interface.apply(Command("toggle_imports"))
        interface.build(view)
    assert press(interface, view, "imports.reset_map") == []


def test_stopping_is_one_press_and_a_drop_opens_the_sheet(interface, view_of):
    view = shown(interface, view_of, ImportsView(stage=ImportStage.RUNNING, file="a.osm"))
    assert press(interface, view, "imports.stop") == [Command("stop_import")]
    interface.step_back()
    assert interface.apply(Command("import_files", "a.osm"))
    assert interface.desk.sheet.value == "imports"


@pytest.mark.parametrize(("language", "quoted"), [
    ("kk", "«user»"), ("ru", "«user»"), ("en", "“user”"),
])  # fmt: skip
def test_the_name_of_what_is_imported_stands_in_quotes(interface, view_of, language, quoted):
    imports = ImportsView(stage=ImportStage.RUNNING, kind=PICTURES, file="user", seconds=11)
    shown(interface, view_of, imports, language=language)
    headlines = [line for lines in interface.pen.broken.values() for line in lines]
    assert any(quoted in line for line in headlines)
