"""The gallery: themes, dates, a picture alone, then and now; textures within bounds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.ui.test_interface import press, show

from almaty_tour.content.model import LANGUAGES
from almaty_tour.gallery.record import Why
from almaty_tour.gallery.summary import Summary
from almaty_tour.session.commands import Command
from almaty_tour.session.state import Mode
from almaty_tour.ui.album import NEAREST, Album
from almaty_tour.ui.desk import Sheet
from almaty_tour.ui.format import day_and_hour
from almaty_tour.ui.import_view import PICTURES, ImportStage, ImportsView, PicturesView
from almaty_tour.ui.picture_textures import FIRST_ID, PLACES, PictureTextures
from almaty_tour.ui.picture_view import AtHand, GalleryView, PictureCard, Reading


def card(number, theme="a", moment=""):
    return PictureCard(f"p{number}", theme, theme.upper(), "words", "", moment, "", (60, 40))


def test_pictures_hang_by_theme_and_by_date():
    gallery = GalleryView((card(1, "b", "2001"), card(2, "a", ""), card(3, "b", "1978-05-09")))
    assert gallery.themes == (("b", "B"), ("a", "A"))
    assert [one.id for one in gallery.of("", True)] == ["p3", "p1", "p2"]
    assert [one.id for one in gallery.of("b", False)] == ["p1", "p3"]


def test_the_pager_goes_round_the_themes(interface, view_of):
    view = show(interface, view_of, "gallery")
    names = ["", *(name for name, _ in view.gallery.themes)]
    for name in (*names[1:], ""):
        press(interface, view, "theme.right")
        assert interface.desk.album.theme == name
    press(interface, view, "theme.left")
    assert interface.desk.album.theme == names[-1]


def test_only_pictures_in_sight_are_made_of_five_thousand(interface, view_of):
    many = GalleryView(tuple(card(number) for number in range(5000)))
    show(interface, view_of, "gallery", gallery=many)
    targets = [name for name, _ in interface.pen.targets if name.startswith("picture.")]
    assert 4 < len(targets) < 40


def test_a_picture_opens_turns_over_and_closes_to_the_gallery(interface, view_of):
    view = show(interface, view_of, "gallery")
    ids = [one.id for one in view.gallery.cards]
    interface.apply(press(interface, view, f"picture.{ids[0]}")[0])
    assert (interface.desk.sheet, interface.desk.album.picture) == (Sheet.PICTURE, ids[0])
    interface.build(view)
    press(interface, view, "picture.next")
    assert interface.desk.album.picture == ids[1]
    press(interface, view, "picture.previous")
    press(interface, view, "picture.previous")
    assert interface.desk.album.picture == ids[-1]
    assert interface.apply(Command("next_picture"))
    interface.build(view)
    assert interface.desk.album.picture == ids[0]
    assert interface.apply(Command("previous_picture"))
    interface.build(view)
    assert interface.desk.album.picture == ids[-1]
    assert interface.step_back()
    assert interface.desk.sheet is Sheet.GALLERY
    assert interface.step_back()
    assert interface.desk.sheet is Sheet.NONE


def test_standing_there_closes_all_and_comparing_comes_back_to_the_picture(interface, view_of):
    view = show(interface, view_of, "picture")
    stand = f"stand of {view.gallery.cards[0].id}"
    wishes = press(interface, view, "picture.compare")
    assert wishes == [Command("stand_now", stand), Command("compare_picture")]
    interface.apply(wishes[1])
    interface.build(view)
    assert "compare.slider" in dict(interface.pen.targets)
    press(interface, view, "compare.close")
    assert interface.desk.sheet is Sheet.PICTURE
    interface.build(view)
    assert press(interface, view, "picture.stand") == [Command("stand_at", stand)]
    assert interface.desk.sheet is Sheet.NONE


def test_comparing_from_the_title_survives_the_change_of_mode(interface, view_of):
    view = show(interface, view_of, "picture")
    interface.build(replace(view, state=replace(view.state, mode=Mode.TITLE)))
    interface.apply(Command("show_picture", view.gallery.cards[0].id))
    interface.apply(Command("compare_picture"))
    interface.build(view)
    assert interface.desk.sheet is Sheet.COMPARE


def test_a_picture_without_a_place_cannot_be_stood_at(interface, view_of):
    view = show(interface, view_of, "picture", gallery=GalleryView((card(1),)))
    assert not {"picture.stand", "picture.compare"} & set(dict(interface.pen.targets))
    assert press(interface, view, "picture.nearer") == []


def test_the_slider_follows_the_hand_and_a_press_takes_a_quarter():
    album = Album()
    album.slide(0.2)
    album.slide(0.7)
    album.let_go()
    assert album.share == 1.0
    album.let_go()
    assert album.share == 0.0
    album.let_go()
    assert album.share == 0.25


def test_zoom_keeps_within_the_picture():
    album = Album()
    album.move(0.4, 0.4)
    assert album.centre == (0.5, 0.5)
    album.nearer(2.0)
    album.move(9.0, -9.0)
    half = 0.5 / album.zoom
    assert album.centre == pytest.approx((1.0 - half, half))
    album.nearer(99.0)
    assert album.zoom == NEAREST
    album.nearer(-99.0)
    assert (album.zoom, album.centre) == (1.0, (0.5, 0.5))


@pytest.mark.parametrize(("moment", "told"), [
    ("1978", "1978"), ("1978-05-09T00:00", "09.05.1978"), ("", ""),
    ("2016-11-05T16:30", "05.11.2016, 16:30"),
])  # fmt: skip
def test_dates_claim_no_more_than_is_known(moment, told):
    assert day_and_hour(moment) == told


def plain(name, side):
    return np.full((side // 2, side, 4), len(name), np.uint8)


def test_textures_keep_to_their_places_and_the_oldest_gives_way():
    textures = PictureTextures(Reading(plain), PLACES)
    for number in range(PLACES + 5):
        textures.begin()
        assert textures.thumb(f"p{number}") is not None
    assert set(textures.all()) == set(range(FIRST_ID + 1, FIRST_ID + PLACES + 1))
    textures.changed()
    textures.begin()
    assert textures.thumb(f"p{PLACES + 4}") is not None
    assert not textures.changed()


def test_no_more_than_some_come_in_one_picture():
    textures = PictureTextures(Reading(plain), 2)
    found = [textures.thumb(f"p{number}") for number in range(4)]
    assert [one is not None for one in found] == [True, True, False, False]
    textures.begin()
    assert textures.thumb("p2") is not None


def test_the_large_picture_gives_its_memory_back():
    textures = PictureTextures(Reading(plain))
    assert textures.whole("a").size_px == (2560, 1280)
    textures.forget_whole()
    assert textures.all()[FIRST_ID].nbytes == 4


def test_a_picture_opened_where_it_hangs_closes_to_where_one_stood(interface, view_of):
    view = show(interface, view_of, "explore")
    cards = view.gallery.cards
    interface.desk.album.theme = next(one.theme for one in cards if one.theme != cards[0].theme)
    assert interface.apply(Command("look_at_picture", cards[0].id))
    interface.build(view)
    assert interface.desk.sheet is Sheet.PICTURE
    press(interface, view, "picture.next")
    assert interface.desk.album.picture == cards[1].id, "among all: the theme lacks it"
    press(interface, view, "picture.back")
    assert interface.desk.sheet is Sheet.NONE
    interface.apply(Command("look_at_picture", cards[0].id))
    assert interface.step_back()
    assert interface.desk.sheet is Sheet.NONE
    interface.apply(Command("show_picture", cards[0].id))
    assert interface.step_back()
    assert interface.desk.sheet is Sheet.GALLERY, "from the gallery back to it, as ever"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("mode", "target"), [
    (Mode.INSIDE, "inside.picture"), (Mode.EXPLORE, "board.open"),
])  # fmt: skip
def test_the_picture_at_hand_is_offered(interface, view_of, language, mode, target):
    hand = AtHand("p1", "Жібек жолы мен Фурманов көшелерінің қиылысы, 1930 …")
    for scale in (1.0, 1.5):
        view = view_of(mode, language, text_scale=scale, at_hand=hand)
        for _ in range(3):
            interface.touched()
            interface.build(view)
        rect = dict(interface.pen.targets)[target]
        assert interface.pen.screen.contains(rect)
        assert not interface.pen.spilt
    assert press(interface, view, target) == [Command("look_at_picture", "p1")]


def summary(**more):
    refused = tuple((why, tuple(f"album/{why.value}_{n}.jpg" for n in range(5))) for why in Why)
    given = {"taken": 240, "known": 12, "twice": 3, "refused": refused}
    return Summary(**(given | more))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_import_of_pictures_is_summed_up_in_words(interface, view_of, written, language):
    pictures = PicturesView(255, 7, "/home/museum/data", summary=summary())
    done = ImportsView(ImportStage.DONE, PICTURES, "album", pictures=pictures)
    view = show(interface, view_of, "imports", language=language, imports=done)
    assert not interface.pen.spilt
    told = " ".join(written)
    for part in ("240", "12", "40", "report.csv", "missing.csv", "damaged_0.jpg", "+2"):
        assert part in told, part
    assert "damaged_3.jpg" not in told
    written.clear()
    none = PicturesView(0, 0, "/x", summary=Summary())
    nothing = replace(done, pictures=none)
    interface.build(replace(view, imports=nothing))
    assert "JPEG, PNG, TIFF, WebP" in " ".join(written)
    assert "report.csv" not in " ".join(written)


def test_an_import_of_pictures_tells_how_far_it_is_and_can_be_stopped(interface, view_of, written):
    pictures = PicturesView(3, 0, "/x", done=(3, 240))
    going = ImportsView(ImportStage.RUNNING, PICTURES, "album", 9, pictures=pictures)
    view = show(interface, view_of, "imports", imports=going)
    assert "Pictures: 3 of 240" in written
    assert press(interface, view, "imports.stop") == [Command("stop_import")]


def test_pictures_can_be_brought_in_without_what_reads_maps(interface, view_of):
    view = show(interface, view_of, "imports", imports=ImportsView(missing="pip install it"))
    targets = dict(interface.pen.targets)
    assert "imports.choose_map" not in targets
    assert press(interface, view, "imports.choose_pictures") == [Command("choose_pictures")]


def test_the_gallery_leads_to_the_import(interface, view_of):
    view = show(interface, view_of, "gallery")
    wishes = press(interface, view, "gallery.import")
    assert wishes == [Command("toggle_imports"), Command("choose_pictures")]
