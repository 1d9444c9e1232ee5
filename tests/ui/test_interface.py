"""Every screen in three languages: fits, can be reached, is made of sound arrays."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import ImageFont

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.load import load_tours
from almaty_tour.content.model import LANGUAGES
from almaty_tour.session.commands import SESSION_COMMANDS, WINDOW_COMMANDS, Command
from almaty_tour.session.state import Controls, Flight, Mode, Preferences, Rig
from almaty_tour.ui import theme
from almaty_tour.ui.dispatch import find_panels
from almaty_tour.ui.fonts import FACES, KAZAKH
from almaty_tour.ui.inside_view import EntryView, InsideView
from almaty_tour.ui.interface import Interface
from almaty_tour.ui.view import LandmarkView, MarkerView, TourChoice

SCREENS = (
    "title",
    "tour",
    "explore",
    "card",
    "settings",
    "help",
    "about",
    "imports",
    "sky",
    "exhibition",
    "story",
    "gallery",
    "picture",
    "compare",
)
SIZES = (((1280.0, 720.0), 1.0), ((1280.0, 720.0), 1.5), ((1920.0, 1080.0), 1.0))
SCROLLED = (
    "place.",
    "exhibit.",
    "event.",
    "picture.",
    "imports.",
    *(f"{name}." for name in Preferences.__dataclass_fields__),
)


def show(interface, view_of, screen, **options):
    """Builds a screen until it stands still; the view."""
    mode = Mode(screen) if screen in {"title", "tour", "exhibition", "story"} else Mode.EXPLORE
    if screen == "card":
        options["selected"] = "abai_opera"
    view = view_of(mode, **options)
    interface.touched()
    interface.build(view)
    if screen in {"picture", "compare"}:
        interface.apply(Command("show_picture", view.gallery.cards[0].id))
    if screen == "compare":
        interface.apply(Command("compare_picture"))
    if screen in {"settings", "help", "about", "imports", "gallery"}:
        interface.apply(Command(f"toggle_{screen}"))
    if screen == "sky" and not interface.desk.sky_open:
        interface.apply(Command("toggle_sky"))
    for _ in range(3):
        interface.build(view)
    return view


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "text_scale"), SIZES)
def test_text_fits_and_targets_are_large(interface, view_of, language, size, text_scale):
    for screen in SCREENS:
        show(interface, view_of, screen, language=language, size=size, text_scale=text_scale)
        pen = interface.pen
        assert not pen.spilt, screen
        assert pen.targets, screen
        for name, rect in pen.targets:
            assert min(rect.width, rect.height) >= theme.TARGET * pen.unit - 0.6, (screen, name)
            if not name.startswith(SCROLLED):
                assert pen.screen.contains(rect), (screen, name)
        interface.desk.sheet = type(interface.desk.sheet).NONE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_the_card_of_every_landmark_holds_its_words(
    interface, view_of, every, language, text_scale
):
    for one in every:
        view = view_of(
            Mode.EXPLORE, language, text_scale=text_scale, selected=one.spec.id, landmarks=every
        )
        interface.touched()
        interface.build(view)
        interface.build(view)
        assert not interface.pen.spilt, one.spec.id


def test_heroes_are_labelled_before_lesser_places_at_the_same_distance(interface, view_of, every):
    hero = next(one for one in every if one.spec.tier == 1)
    least = LandmarkView(replace(hero.spec, id="least", tier=3), (0, 0), 400.0, 0.0, False)
    spots = [MarkerView("least", (640.0, 330.0), 400.0, True)]
    spots.append(MarkerView(hero.spec.id, (642.0, 332.0), 500.0, True))
    view = view_of(Mode.EXPLORE, landmarks=(hero, least), markers=tuple(spots))
    for _ in range(3):
        interface.build(view)
    heights = {name: rect.top for name, rect in interface.pen.targets if name.startswith("marker.")}
    assert heights[f"marker.{hero.spec.id}"] > heights["marker.least"]  # the lower label is first


@pytest.mark.parametrize(
    ("size", "text_scale"), [*SIZES, ((1280.0, 720.0), 2.0), ((640.0, 360.0), 1.0)]
)
def test_nothing_that_can_be_pressed_lies_on_another(interface, view_of, size, text_scale):
    for screen in (
        "title", "tour", "explore", "card", "sky", "exhibition", "story", "gallery", "picture",
        "compare",
    ):  # fmt: skip
        show(interface, view_of, screen, size=size, text_scale=text_scale, language="ru")
        placed = [
            (name, rect)
            for name, rect in interface.pen.targets
            if not name.startswith(("place.", "marker.", "exhibit.", "event.", "picture.cath"))
        ]
        for i, (name, rect) in enumerate(placed):
            for other, second in placed[i + 1 :]:
                assert not overlap(rect, second), (screen, name, other)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "text_scale"), [*SIZES, ((1280.0, 720.0), 2.0)])
def test_every_tour_can_be_begun_from_the_title(interface, view_of, language, size, text_scale):
    tours, faults = load_tours(assets_dir() / "content")
    assert not faults
    tours = {name: one for name, one in tours.items() if not one.event}
    choices = tuple(TourChoice(one.id, one.name[language], "", 200.0) for one in tours.values())
    view = view_of(Mode.TITLE, language, size=size, text_scale=text_scale, tours=choices)
    for _ in range(3):
        interface.build(view)
    placed = dict(interface.pen.targets)
    assert {f"tour.{name}" for name in tours} | {"explore"} <= set(placed)
    assert all(interface.pen.screen.contains(rect) for rect in placed.values())
    if text_scale < 2.0:  # twice the size in a small window cuts names, but hides no tour
        assert not interface.pen.spilt


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_fits_with_the_largest_text(interface, view_of, language):
    view = view_of(Mode.TITLE, language, text_scale=2.0)
    tours = tuple(replace(one, name=interface.words(language)("program.exhibition")[-17:].strip())
                  for one in view.tours)  # fmt: skip
    for _ in range(2):
        interface.build(replace(view, tours=tours))
    assert not interface.pen.spilt
    for name, rect in interface.pen.targets:
        assert interface.pen.screen.contains(rect), name


def overlap(a, b):
    slack = 0.6
    return (
        a.left < b.right - slack and b.left < a.right - slack
        and a.top < b.bottom - slack and b.top < a.bottom - slack
    )  # fmt: skip


@pytest.mark.parametrize("screen", SCREENS)
def test_the_overlay_is_sound(interface, view_of, screen):
    view = show(interface, view_of, screen)
    overlay, _ = interface.build(view)
    assert overlay.vertices.dtype == np.uint8
    assert overlay.vertices.shape[1] == 20
    assert overlay.indices.dtype == np.uint16
    counts, firsts, offsets, textures = overlay.commands[:, :4].T.astype(int)
    known = interface.textures()
    for count, first, offset, texture in zip(counts, firsts, offsets, textures, strict=True):
        assert first + count <= len(overlay.indices)
        assert count % 3 == 0
        assert overlay.indices[first : first + count].max() + offset < len(overlay.vertices)
        assert texture in known
    assert counts.sum() == len(overlay.indices)
    places = overlay.vertices[:, :8].copy().view(np.float32)
    assert np.isfinite(places).all()


def test_the_same_view_makes_the_same_picture(view_of):
    first, second = Interface(assets_dir()), Interface(assets_dir())
    show(first, view_of, "card", language="kk")
    view = show(second, view_of, "card", language="kk")
    a, b = first.build(view)[0], second.build(view)[0]
    assert np.array_equal(a.vertices, b.vertices)
    assert np.array_equal(a.indices, b.indices)
    assert np.array_equal(a.commands, b.commands)


def test_a_still_picture_has_all_it_needs(interface, view_of):
    view = view_of(Mode.EXPLORE, language="kk", selected="abai_opera")
    for _ in range(3):
        overlay, _ = interface.build(view)
    again, _ = interface.build(view)
    assert set(overlay.commands[:, 3].astype(int)) <= set(interface.textures())
    assert np.array_equal(overlay.vertices, again.vertices)
    assert np.array_equal(overlay.commands, again.commands)


def test_textures_come_once_and_whole(interface, view_of):
    view = view_of(Mode.TITLE)
    first, _ = interface.build(view)
    assert first.textures
    for pixels in first.textures.values():
        assert pixels.dtype == np.uint8
        assert pixels.shape[2] == 4
        assert pixels.any()
    interface.build(view)
    assert not interface.build(view)[0].textures


@pytest.mark.parametrize("face", sorted(FACES.values()))
def test_every_kazakh_letter_has_a_glyph_of_its_own(face):
    font = ImageFont.truetype(assets_dir() / "fonts" / f"{face}.ttf", 40)
    missing = bytes(font.getmask("\U0001f3d4"))
    for letter in KAZAKH + "₸«»–…№°×·←→ЁёЪъ":
        drawn = bytes(font.getmask(letter))
        assert drawn, letter
        assert drawn != missing, letter


def press(interface, view, name):
    """Presses a target with the mouse; the commands."""
    rect = dict(interface.pen.targets)[name]
    interface.pointer_at(*rect.centre)
    interface.build(view)
    interface.pointer_button(0, True)
    wishes = list(interface.build(view)[1])
    interface.pointer_button(0, False)
    return wishes + interface.build(view)[1]


@pytest.mark.parametrize(
    ("screen", "target", "command"),
    [
        ("title", "tour.tour0", Command("start_tour", "tour0")),
        ("title", "explore", Command("explore")),
        ("title", "language.1", Command("set_preference", "language=ru")),
        ("title", "menu.settings", Command("toggle_settings")),
        ("title", "menu.about", Command("toggle_about")),
        ("title", "menu.quit", Command("quit")),
        ("tour", "play", Command("play_pause")),
        ("tour", "back", Command("back_step")),
        ("tour", "skip", Command("skip_step")),
        ("tour", "speed", Command("tour_speed", 1.5)),
        ("tour", "captions", Command("toggle_captions")),
        ("tour", "leave", Command("show_title")),
        ("explore", "place.kok_tobe_tower", Command("select", "kok_tobe_tower")),
        ("explore", "rig.walk", Command("set_rig", "walk")),
        ("explore", "later", Command("set_hour", 17.0)),
        ("explore", "tool.screenshot", Command("screenshot")),
        ("explore", "sky", Command("toggle_sky")),
        ("explore", "tool.exhibits", Command("show_exhibit")),
        ("exhibition", "exhibits.leave", Command("leave_exhibits")),
        ("exhibition", "exhibit.golden_man", Command("show_exhibit", "golden_man")),
        ("exhibition", "exhibit_tool.turn_left", Command("turn_exhibit", 30.0)),
        ("exhibition", "exhibit_tool.light", Command("turn_light", 45.0)),
        ("exhibition", "exhibit_tool.next", Command("next_exhibit")),
        ("sky", "weather.rain", Command("set_weather", "rain")),
        ("sky", "month_before", Command("set_month", 10)),
        ("sky", "month_after", Command("set_month", 12)),
        ("card", "card.fly", Command("fly_to", "abai_opera")),
        ("card", "card.next", Command("next_landmark")),
        ("card", "card.close", Command("select")),
        ("settings", "text_scale.more", Command("set_preference", "text_scale=1.25")),
        ("settings", "invert_y.more", Command("set_preference", "invert_y=true")),
        ("settings", "imports.open", Command("toggle_imports")),
        ("imports", "imports.choose_map", Command("choose_map")),
        ("imports", "imports.choose_heights", Command("choose_heights")),
        ("imports", "imports.close", Command("toggle_imports")),
        ("settings", "quality.more", Command("set_preference", "quality=low")),
        ("explore", "tool.gallery", Command("toggle_gallery")),
        ("title", "menu.gallery", Command("toggle_gallery")),
        ("gallery", "gallery.close", Command("toggle_gallery")),
        ("gallery", "gallery.frames", Command("toggle_frames")),
        ("gallery", "picture.cathedral_gold", Command("show_picture", "cathedral_gold")),
    ],
)
def test_buttons_say_what_they_mean(interface, view_of, screen, target, command):
    size = (1280.0, 1000.0)
    view = show(interface, view_of, screen, size=size)
    assert press(interface, view, target) == [command]


def test_all_wishes_are_known_commands(interface, view_of):
    known = SESSION_COMMANDS | WINDOW_COMMANDS
    for screen in (
        "title", "tour", "explore", "card", "imports", "sky", "exhibition", "story", "gallery",
        "picture", "compare",
    ):  # fmt: skip
        view = show(interface, view_of, screen)
        for name, _ in list(interface.pen.targets):
            if name in dict(interface.pen.targets):
                for wish in press(interface, view, name):
                    assert wish.name in known, (screen, name)


def test_progress_and_daylight_follow_the_pointer(interface, view_of):
    view = show(interface, view_of, "tour")
    rect = dict(interface.pen.targets)["progress"]
    interface.pointer_at(rect.left + rect.width * 0.25, rect.centre[1])
    interface.build(view)
    interface.pointer_button(0, True)
    (wish,) = interface.build(view)[1]
    assert wish.name == "seek_s"
    assert wish.argument == pytest.approx(118.0 * 0.25, abs=0.5)


@pytest.mark.parametrize(
    "screen",
    [
        "title", "tour", "explore", "card", "settings", "imports", "sky", "exhibition", "story",
        "picture", "compare",
    ],
)  # fmt: skip
def test_tab_reaches_every_target(interface, view_of, screen):
    view = show(interface, view_of, screen)
    wanted = {name for name, _ in interface.pen.targets if not name.startswith("marker.")}
    seen = set()
    for _ in range(len(wanted) * 2 + 8):
        for down in (True, False):
            interface.key("tab", down)
            interface.build(view)
        seen.add(interface.pen.focus)
    assert wanted <= seen


def test_enter_presses_what_the_keyboard_is_on(interface, view_of):
    view = show(interface, view_of, "title")
    for down in (True, False):
        interface.key("tab", down)
        interface.build(view)
    focus = interface.pen.focus
    interface.key("enter", True)
    (wish,) = interface.build(view)[1]
    assert focus in {"tour.tour0", "language.0"}
    assert wish.name in {"start_tour", "set_preference"}


def test_controls_hide_when_nobody_moves_and_come_back(interface, view_of):
    view = show(interface, view_of, "tour")
    assert "play" in dict(interface.pen.targets)
    for _ in range(100):
        interface.build(replace(view, dt_s=0.1))
    assert "play" not in dict(interface.pen.targets)
    interface.build(view, Controls(look_rad=(0.1, 0.0)))
    assert "play" in dict(interface.pen.targets)


def test_pictures_have_captions_and_no_controls(interface, view_of):
    view = view_of(Mode.TOUR)
    view = replace(view, window=replace(view.window, chrome=False))
    overlay, _ = interface.build(view)
    assert not interface.pen.targets
    assert len(overlay.vertices) > 100


def test_hidden_landmarks_have_no_pin(interface, view_of):
    view = show(interface, view_of, "explore", size=(3000.0, 1000.0))
    hidden = {marker.landmark for marker in view.markers if not marker.visible}
    pins = {
        name.removeprefix("marker.")
        for name, _ in interface.pen.targets
        if name.startswith("marker.")
    }
    assert pins
    assert not pins & hidden


def test_searching_narrows_the_list(interface, view_of):
    view = show(interface, view_of, "explore")
    interface.desk.query = "kok-tobe"
    interface.build(view)
    assert [n for n, _ in interface.pen.targets if n.startswith("place.")] == [
        "place.kok_tobe_tower"
    ]


def test_a_place_is_found_by_what_lies_within(interface, view_of):
    entry = EntryView("hall", "central_mosque", "The hall", ("Көрме залы", "Зал", "The hall"))
    view = show(interface, view_of, "explore", inside=InsideView(entries=(entry,)))
    for query in ("көрме", "hall", "CENTRAL mosque"):
        interface.desk.query = query
        interface.build(view)
        found = [name for name, _ in interface.pen.targets if name.startswith("place.")]
        assert found == ["place.central_mosque"], query


def test_typed_letters_arrive_even_before_the_field_is_ready(interface, view_of):
    view = show(interface, view_of, "explore")
    interface.desk.wants_search = True
    interface.text("қазақ")
    for _ in range(6):
        interface.build(view)
    assert interface.desk.query == "қазақ"
    assert interface.step_back()
    for _ in range(3):
        interface.build(view)
    assert interface.desk.query == ""
    assert not interface.wants_text


def test_enter_in_the_search_opens_the_first_place(interface, view_of):
    view = show(interface, view_of, "explore")
    interface.desk.wants_search = True
    interface.text("опера")
    for _ in range(6):
        interface.build(view)
    interface.key("enter", True)
    wishes = interface.build(view)[1]
    interface.key("enter", False)
    wishes += interface.build(view)[1]
    assert wishes == [Command("select", "abai_opera")]


def test_the_pointer_belongs_to_panels_only_where_they_are(interface, view_of):
    show(interface, view_of, "explore")
    assert interface.covers((100.0, 300.0))
    assert not interface.covers((620.0, 120.0))


def test_the_text_size_is_pressed_again_at_one_place_and_grows_when_left(interface, view_of):
    view = show(interface, view_of, "settings")
    unit, place = interface.pen.unit, dict(interface.pen.targets)["text_scale.more"]
    sizes = []
    for _ in range(4):
        (wish,) = press(interface, view, "text_scale.more")
        sizes.append(float(wish.argument.partition("=")[2]))
        preferences = replace(view.state.preferences, text_scale=sizes[-1])
        view = replace(view, state=replace(view.state, preferences=preferences))
        interface.build(view)
        assert dict(interface.pen.targets)["text_scale.more"] == place
        assert interface.pen.unit == unit
    assert sizes == sorted(sizes)
    assert sizes[1] > sizes[0]
    interface.pointer_at(5.0, 5.0)
    interface.build(view)
    assert interface.pen.unit == pytest.approx(unit * sizes[-1])


def test_the_text_size_grows_at_once_for_the_keyboard_and_when_the_sheet_closes(interface, view_of):
    view = show(interface, view_of, "settings")
    unit = interface.pen.unit
    larger = view_of(Mode.EXPLORE, text_scale=1.5)
    interface.build(larger)
    assert interface.pen.unit == pytest.approx(unit * 1.5)
    interface.build(view)
    press(interface, view, "text_scale.more")
    interface.build(larger)
    assert interface.pen.unit == unit
    interface.step_back()
    interface.build(larger)
    assert interface.pen.unit == pytest.approx(unit * 1.5)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_the_notice_of_a_picture_is_never_cut(interface, view_of, language, text_scale):
    told = interface.words(language)(
        "notice.screenshot_saved",
        where="Almaty 2016-11-05 16.30.07.png",
        folder="Pictures/Almaty Tour",
    )
    view = view_of(Mode.TOUR, language, text_scale=text_scale, notice=told)
    interface.build(view)
    assert told not in interface.pen.spilt
    assert not [text for text in interface.pen.spilt if text in told]


def test_after_arrival_the_card_offers_the_way_round(interface, view_of):
    view = show(interface, view_of, "card")
    landmarks = tuple(replace(one, arrived=True) for one in view.landmarks)
    view = replace(view, state=replace(view.state, near="abai_opera"), landmarks=landmarks)
    interface.build(view)
    assert "card.fly" not in dict(interface.pen.targets)
    assert press(interface, view, "card.orbit") == [Command("set_rig", "orbit")]
    round_it = replace(view, state=replace(view.state, rig=Rig.ORBIT))
    interface.build(round_it)
    assert "card.fly" in dict(interface.pen.targets)


@pytest.mark.parametrize("screen", ["help", "settings", "about"])
def test_a_flight_is_told_but_not_over_a_sheet(interface, view_of, screen):
    view = show(interface, view_of, "explore")
    flight = Flight("abai_opera", view.state.camera, view.state.camera, 0.0, 5.0)
    view = replace(view, state=replace(view.state, flight=flight))
    interface.build(view)
    assert "flight.stop" in dict(interface.pen.targets)
    interface.apply(Command(f"toggle_{screen}"))
    interface.build(view)
    assert "flight.stop" not in dict(interface.pen.targets)


def test_steps_back_one_at_a_time(interface, view_of):
    view = show(interface, view_of, "settings")
    assert interface.wants_keyboard
    assert interface.step_back()
    interface.build(view)
    assert not interface.wants_keyboard
    assert not interface.step_back()


def luminance(colour):
    channels = [((colour >> shift) & 255) / 255.0 for shift in (0, 8, 16)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


def over(colour, ground):
    alpha = (colour >> 24) / 255.0
    mixed = 0
    for shift in (0, 8, 16):
        part = ((colour >> shift) & 255) * alpha + ((ground >> shift) & 255) * (1 - alpha)
        mixed |= round(part) << shift
    return mixed


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("behind", ["#FFFFFF", "#9FC4EA", "#000000"])
def test_contrast_over_snow_sky_and_night(behind):
    ground = over(theme.PANEL, theme.rgba(behind))
    for colour in (theme.INK, theme.MUTED, theme.GOLD_BRIGHT, theme.GOLD):
        assert contrast(colour, ground) >= 4.5
    raised = over(theme.CHOSEN, ground)
    assert contrast(theme.GOLD_BRIGHT, raised) >= 4.5
    assert contrast(theme.MUTED, raised) >= 4.5
    assert contrast(theme.ON_GOLD, theme.GOLD) >= 4.5


def test_panels_are_found_in_order():
    panels = find_panels()
    assert len(panels) >= 12
    assert [panel.ORDER for panel in panels] == sorted(panel.ORDER for panel in panels)
