"""What must be true of each golden scene, whatever draws it."""

from __future__ import annotations

import numpy as np
from tests.golden.shown import ink, relit, warmth

LANDMARKS = (
    "abai_opera", "ascension_cathedral", "central_mosque", "central_state_museum",
    "hotel_kazakhstan", "independence_monument", "kok_tobe_tower", "palace_of_republic",
)  # fmt: skip
SHOWS = {}


def shows(check):
    """The check of the scene that has its name."""
    SHOWS[check.__name__] = check
    return check


def stands(shown, name, least, most, *, over_horizon=False, thin=3):
    """A landmark covers `least` to `most` of the picture, where the camera's matrix puts it.

    The last `thin` pixels of its tip may be narrower than one.
    """
    mask = shown.landmark(name)
    assert least <= mask.mean() <= most, f"{name} covers {mask.mean():.2%}"
    rows, columns = np.nonzero(mask)
    x, y = shown.place_spot(name)
    assert columns.min() <= x <= columns.max()
    assert rows.min() <= y <= rows.max()
    near, far = shown.top_rows(name)
    assert near - 3 <= rows.min() <= far + thin, f"its top is in row {rows.min()}"
    if over_horizon:
        assert shown.sky[max(rows.min() - 3, 0), columns[rows.argmin()]]
    return mask


def lit_from_behind_the_camera_is_brighter(shown, mask):
    heading = np.degrees(shown.frame.camera.heading_rad)
    studio = shown.gallery.studio
    behind, ahead = (
        studio.drawn(relit(shown, azimuth).frame).astype(float)[mask].mean()
        for azimuth in (heading + 150.0, heading + 15.0)
    )
    assert behind > 1.25 * ahead


def by_day(shown):
    """Blue sky above, brighter towards the horizon, green and grey below."""
    sky = shown.pixels[shown.sky]
    assert (sky[:, 2] > sky[:, 0]).mean() > 0.95
    column = shown.sky.shape[1] // 8
    edge = shown.skyline(column)
    assert shown.light[edge - 6, column] > shown.light[1, column] + 10


@shows
def cathedral_noon(album, shown):
    mask = stands(shown, "ascension_cathedral", 0.04, 0.40)
    by_day(shown)
    pixels = shown.pixels[mask]
    gold = (pixels[:, 0] > 1.5 * pixels[:, 2]) & (pixels[:, 0] > 110)
    assert gold.mean() > 0.02
    lit_from_behind_the_camera_is_brighter(shown, mask)


@shows
def opera_evening(album, shown):
    mask = stands(shown, "abai_opera", 0.04, 0.45)
    noon = album.again("opera_evening", time="2026-06-21T12:50")
    bright = mask & (shown.light > np.quantile(shown.light[mask], 0.8))
    assert warmth(shown.pixels[bright]) > 1.1 * warmth(noon[bright]), "the low sun is warm"


@shows
def hotel_morning(album, shown):
    mask = stands(shown, "hotel_kazakhstan", 0.05, 0.40, over_horizon=True)
    rows = np.nonzero(mask.any(axis=1))[0]
    assert rows.min() + 40 < shown.skyline(20)
    assert np.ptp(rows) > 0.5 * mask.shape[0]
    by_day(shown)


@shows
def palace_afternoon(album, shown):
    stands(shown, "palace_of_republic", 0.06, 0.50)
    tower = shown.landmark("kok_tobe_tower")
    assert 30 < tower.sum() < 2000
    x, _ = shown.place_spot("kok_tobe_tower")
    assert abs(np.nonzero(tower)[1].mean() - x) < 4


@shows
def museum_noon(album, shown):
    mask = stands(shown, "central_state_museum", 0.05, 0.45)
    pixels = shown.pixels[mask]
    assert (pixels[:, 2] > 1.4 * pixels[:, 0]).mean() > 0.04, "the domes are blue"


@shows
def monument_noon(album, shown):
    mask = stands(shown, "independence_monument", 0.01, 0.65)  # the city stands behind it
    rows = np.nonzero(mask.any(axis=1))[0]
    column = np.nonzero(mask[rows.min() : rows.min() + 5].any(axis=0))[0]
    assert np.ptp(column) < 24, "its upper end is a slender column"


@shows
def tower_noon(album, shown):
    mask = stands(shown, "kok_tobe_tower", 0.004, 0.10, over_horizon=True, thin=18)
    rows, columns = np.nonzero(mask)
    top = columns[rows < rows.min() + 0.4 * np.ptp(rows)]
    assert np.ptp(rows) > 8 * np.ptp(top)
    by_day(shown)


@shows
def mosque_afternoon(album, shown):
    mask = stands(shown, "central_mosque", 0.05, 0.45, over_horizon=True)
    pixels = shown.pixels[mask]
    gold = (pixels[:, 0] > 1.6 * pixels[:, 2]) & (pixels[:, 0] > 120)
    assert gold.mean() > 0.005, "the dome is golden"
    lit_from_behind_the_camera_is_brighter(shown, mask)


def by_night(shown, mask):
    """A dark sky, a dark town with lit windows, and the landmark in floodlight."""
    assert shown.light[shown.sky].mean() < 90
    town = ~mask & ~shown.sky & (shown.ahead_m > 150.0)
    assert np.median(shown.light[town]) < 50
    windows = town & (shown.light > 110) & (shown.pixels[..., 0] > shown.pixels[..., 2])
    assert windows.sum() > 60
    assert np.median(shown.light[mask]) > 2.0 * np.median(shown.light[town])


@shows
def opera_night(album, shown):
    by_night(shown, stands(shown, "abai_opera", 0.04, 0.45))


@shows
def hotel_night(album, shown):
    mask = stands(shown, "hotel_kazakhstan", 0.05, 0.40, over_horizon=True)
    by_night(shown, mask)
    assert (shown.light[mask] > 150).sum() > 80, "its windows are lit"


def white(shown):
    return (np.ptp(shown.pixels, axis=2) < 60) & (shown.light > 185)


@shows
def cathedral_winter(album, shown):
    summer = album["cathedral_noon"]
    mask = stands(shown, "ascension_cathedral", 0.04, 0.40)
    ground = ~mask & ~shown.sky & (shown.ids == 0) & (shown.ahead_m < 2_000.0)
    # bare crowns are brown and cover half of the park, so a quarter of it is white, not all
    assert white(shown)[ground].mean() > 0.25
    assert white(summer)[ground].mean() < 0.02, "alleys in the sun are paler than lawns, not white"
    assert np.array_equal(mask, summer.landmark("ascension_cathedral"))


def horizon(shown, tolerance=2.0, columns=range(8, 640, 24)):
    """The drawn skyline lies where the heights of the ground say, where no house hides it."""
    apart = [shown.skyline(column) - shown.horizon_row(column) for column in columns]
    assert np.median(np.abs(apart)) <= tolerance
    assert np.mean(np.abs(apart) <= 2 * tolerance) > 0.8


@shows
def mountains_from_the_city(album, shown):
    horizon(shown)
    assert 0.30 < shown.sky.mean() < 0.60
    by_day(shown)
    far = ~shown.sky & (shown.ahead_m > 12_000.0)
    snow = far & (shown.light > 165) & (np.ptp(shown.pixels, axis=2) < 70)
    assert 100 < snow.sum() < 0.5 * far.sum()
    near = ~shown.sky & (shown.ahead_m < 1_500.0)
    assert warmth(shown.pixels[far]) < 0.9 * warmth(shown.pixels[near]), "blue with distance"


@shows
def mountains_at_sunset(album, shown):
    horizon(shown)
    noon = album["mountains_from_the_city"]
    land = ~shown.sky & (shown.ahead_m < 12_000.0)
    sunlit, at_noon = (
        one.pixels[land & (one.light > np.quantile(one.light[land], 0.8))] for one in (shown, noon)
    )
    assert warmth(sunlit) > 1.25 * warmth(at_noon), "the shade stays blue, what is lit is warm"
    assert shown.light[shown.sky].mean() > 60


@shows
def city_from_above(album, shown):
    horizon(shown)
    assert shown.sky.mean() < 0.12
    assert sum(shown.landmark(name).sum() > 12 for name in LANDMARKS) >= 4
    edges = [shown.skyline(column) for column in range(40, 600, 40)]
    assert np.ptp(edges) <= 4, "the steppe ends in a level line"


@shows
def straight_down(album, shown):
    assert not shown.sky.any()
    rows, columns = np.nonzero(shown.landmark("ascension_cathedral"))
    x, y = shown.place_spot("ascension_cathedral", 0.2)
    assert np.hypot(columns.mean() - x, rows.mean() - y) < 12
    x, y, z = shown.frame.camera.position_enu
    assert shown.spot([x, y + 100.0, z - 600.0])[1] < shown.spot([x, y - 100.0, z - 600.0])[1]
    green = shown.pixels[..., 1] > shown.pixels[..., 2] + 15
    assert green.mean() > 0.3


@shows
def street_at_eye_height(album, shown):
    assert 0.03 < shown.sky.mean() < 0.60
    world, camera = shown.gallery.studio.stage.world, shown.frame.camera
    x, y, z = camera.position_enu
    above_m = z - float(world.ground(x, y))
    assert 1.5 < above_m < 1.9
    down = camera.fov_rad / 2 - camera.pitch_rad
    expected = above_m / np.tan(down) / np.cos(camera.pitch_rad)
    bottom = shown.ahead_m[-1, 200:440]
    assert 0.7 * expected < np.median(bottom) < 1.3 * expected
    assert shown.ahead_m.min() > 0.5, "nothing stands before the lens"
    houses = ~shown.sky & (shown.ahead_m < 250.0) & (np.mgrid[:360, :640][0] < 180)
    assert houses.mean() > 0.05


@shows
def high_mountains(album, shown):
    horizon(shown)
    assert not any(shown.landmark(name).any() for name in LANDMARKS)
    high = ~shown.sky & (shown.ahead_m > 4_000.0)
    snow = high & (shown.light > 150) & (np.ptp(shown.pixels, axis=2) < 60)
    assert snow.sum() > 0.05 * high.sum()


def golden_ink(shown, box):
    """Share of a box (left, top, right, bottom) in the gold of the interface."""
    left, top, right, bottom = box
    pixels = shown.pixels[top:bottom, left:right]
    gold = (pixels[..., 0] > 200) & (pixels[..., 1] > 140) & (pixels[..., 2] < 140)
    return float(gold.mean())


@shows
def title_in_kazakh(album, shown):
    assert golden_ink(shown, (20, 20, 620, 340)) > 0.02, "the button that begins the tour"
    assert ink(shown.light[90:140, 30:480]) > 0.02, "the exhibition's name"
    plain = album.again("title_in_kazakh", mode=None)
    assert (
        np.abs(plain - shown.pixels)[:, 500:].mean() < np.abs(plain - shown.pixels)[:, :300].mean()
    )


BAR = (slice(285, 360), slice(10, 630))
CAPTION = (slice(190, 285), slice(120, 520))
CREDIT = (slice(345, 360), slice(320, 640))


def tour(album, shown, others):
    stands(shown, "ascension_cathedral", 0.02, 0.40)
    assert golden_ink(shown, (10, 285, 630, 360)) > 0.01
    assert ink(shown.light[BAR]) > 0.01
    assert ink(shown.light[CAPTION]) > 0.02, "a caption is shown"
    for other in others:
        changed = (album[other].pixels != shown.pixels).any(axis=2)
        assert changed[CAPTION].sum() > 500, "the caption speaks another language"
        changed[BAR] = changed[CAPTION] = changed[CREDIT] = False
        assert not changed.any(), "and nothing else differs"


@shows
def tour_in_kazakh(album, shown):
    tour(album, shown, ("tour_in_russian", "tour_in_english"))


@shows
def tour_in_russian(album, shown):
    tour(album, shown, ("tour_in_english",))


@shows
def tour_in_english(album, shown):
    tour(album, shown, ("tour_in_russian",))


@shows
def explore_with_list_and_card(album, shown):
    assert ink(shown.light[40:, 320:]) > 0.02, "the card"
    assert golden_ink(shown, (320, 280, 640, 360)) > 0.05, "the button that flies there"
    changed = (shown.pixels != album["mosque_afternoon"].pixels).any(axis=2)
    assert changed[20:280, 16:178].mean() > 0.95, "the list"
    between = changed[60:340, 262:310]
    assert between.mean() < 0.2, "the city stays free between the panels"


def sheet(album, shown):
    """A sheet of text over the whole picture, the city dimmed behind it."""
    middle = shown.pixels[40:320, 40:600]
    assert ink(shown.light[40:320, 40:600]) > 0.01
    assert np.median(middle @ np.array([0.21, 0.72, 0.07])) < 60
    assert np.median(middle[..., 2]) > np.median(middle[..., 0]), "deep blue-black"


@shows
def settings(album, shown):
    sheet(album, shown)
    assert np.mean(shown.pixels != album["help"].pixels) > 0.05


@shows
def help(album, shown):  # noqa: A001 - the name of its scene
    sheet(album, shown)
    assert np.mean(shown.pixels != album["settings"].pixels) > 0.05
