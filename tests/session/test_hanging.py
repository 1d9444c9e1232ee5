"""Which picture hangs where: the museum's own first, as staff say, else by theme and date."""

from collections import Counter
from itertools import pairwise

import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.content.interiors import load_interior
from almaty_tour.gallery.record import Record, Taken
from almaty_tour.session.hanging import gallery_places, hung, lacks, rows_of

HALL = load_interior(assets_dir() / "content" / "interiors" / "golden_cradle_hall.toml")
PLACES = gallery_places(HALL)
IDS = [one.id for one in PLACES]
MADE = tuple(f"made{n}" for n in range(200))


def own(name, hang="", theme="", time=""):
    return Record(name, f"/given/{name}.jpg", taken=Taken(hang=hang, theme=theme, time=time))


def test_without_a_library_the_built_in_ones_hang_in_their_order():
    assert list(hung(PLACES, (), MADE).items()) == list(zip(IDS, MADE, strict=False))


def test_own_ones_come_first_by_theme_then_date_and_built_in_ones_fill():
    given = (
        own("z"),
        own("late", theme="a", time="1990"),
        own("undated", theme="a"),
        own("other", theme="b", time="1900"),
        own("early", theme="a", time="1978-05-09"),
    )
    told = list(hung(PLACES, given, MADE).values())
    assert told == ["early", "late", "undated", "other", "z", *MADE[: len(IDS) - 5]]


@pytest.mark.parametrize("given_first", [True, False])
def test_staff_choose_place_wall_turn_and_none(given_first):
    wished = [
        own("place", "north_low.8"),
        own("row", "east_high"),
        own("wall", "south_east"),
        own("second", "2"),
        own("first", "1"),
        own("never", "no"),
    ]
    rest = [own(f"plain{n}", time=f"19{n:02}") for n in range(10, 30)]
    told = hung(PLACES, [*wished, *rest] if given_first else [*rest, *wished], MADE)
    assert told["north_low.8"] == "place"
    assert told["east_high.1"] == "row"
    assert {place.split(".")[0] for place, one in told.items() if one == "wall"} <= {
        "south_east_low", "south_east_high",
    }  # fmt: skip
    assert list(told.values())[:3] == ["first", "second", "plain10"]
    assert "never" not in told.values()
    assert len(told) == len(IDS)
    assert max(Counter(told.values()).values()) == 1


def test_a_wall_that_is_full_or_not_there_lets_a_picture_hang_elsewhere():
    given = [own(f"p{n}", "south_west_low", time=f"19{n:02}") for n in range(10, 16)]
    told = hung(PLACES, [*given, own("lost", "moon")], MADE)
    on_wall = [one for place, one in told.items() if place.startswith("south_west_low.")]
    assert on_wall == ["p10", "p11", "p12", "p13"]
    assert list(told.values())[:3] == ["p14", "p15", "lost"]


def test_of_too_many_each_theme_and_time_has_its_share():
    given = [own(f"{t}{n}", theme=t, time=f"{1000 + n}") for t in "ab" for n in range(500)]
    told = list(hung(PLACES, given, MADE).values())
    assert set(told) <= {one.digest for one in given}
    assert len(set(told)) == len(IDS)
    assert Counter(name[0] for name in told) == {"a": len(IDS) // 2, "b": len(IDS) // 2}
    turns = [int(name[1:]) for name in told if name[0] == "a"]
    steps = {b - a for a, b in pairwise(turns)}
    assert steps <= {8, 9}, "evenly: every eighth or ninth of a thousand"


@pytest.mark.parametrize(
    ("hang", "none"),
    [("", False), ("auto", False), ("no", False), ("7", False), ("west", False),
     ("west_low", False), ("west_low.18", False), ("west_low.19", True), ("wes", True),
     ("story_west", True)],
)  # fmt: skip
def test_a_wall_that_is_not_there_is_known(hang, none):
    assert lacks(PLACES, hang) is none


@pytest.mark.parametrize(("hang", "rows"), [
    ("west.1", ["west_low.1", "west_high.1"]), ("west.999", []), ("west_low.1", ["west_low.1"]),
    ("attic.1", []), ("west", []), ("1", []),
])  # fmt: skip
def test_a_place_without_its_row_is_told_by_its_rows(hang, rows):
    assert rows_of(PLACES, hang) == rows
