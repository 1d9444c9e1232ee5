import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.city.districts import NAMES
from almaty_tour.city.osm.decide import ROOFS, decided
from almaty_tour.city.osm.guesses import Footprint

SLAB = Footprint(600.0, 50.0, 12.0, "rows", 101, 7)
COTTAGE = Footprint(90.0, 10.0, 9.0, "gardens", 55, 9)
KEYS = ("height", "min_height", "building:levels", "roof:height", "roof:levels", "roof:shape",
        "building:min_level", "building", "building:part", "building:colour", "roof:direction",
        "building:material", "roof:material", "amenity", "shop")  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(
        [*ROOFS, "yes", "house", "-3", "1e9", "0", "12 m", "3;4", "999", "garage", "church"]
    ),
    st.text(max_size=8),
)


def told(plot=SLAB, **tags):
    return decided(
        {"building": "yes"} | {k.replace("__", ":"): str(v) for k, v in tags.items()}, plot
    )


def test_height_counts_with_the_roof():
    one = told(height="20 m", roof__shape="gabled", roof__height="4")
    assert (one.wall_m, one.rise_m, one.top_m) == (16.0, 4.0, 20.0)


def test_levels_make_storeys_of_their_usual_height():
    one = told(building__levels="5")
    assert one.look.floors == 5
    assert one.wall_m == pytest.approx(0.9 + 5 * 2.8, abs=1.2)
    assert told(building__levels="3;4").look.floors == 4


@pytest.mark.parametrize("word", ["-12", "0", "9000", "tall", "nan"])
def test_a_height_that_cannot_be_is_guessed(word):
    assert told(height=word).wall_m == told().wall_m


def test_colours_and_materials_of_the_map_win():
    one = told(building__colour="#112233", roof__colour="red", roof__shape="hipped")
    assert one.look.wall.colour == "#112233"
    assert one.look.roof.colour == "#A8483C"
    assert told(building__material="brick").look.wall.material == "facade_brick"
    assert told(roof__material="gold", roof__shape="onion").look.roof.material == "gold"


def test_kinds_look_like_what_they_are():
    assert told(COTTAGE).roof in ("hipped", "gabled")
    assert told(COTTAGE).look.floors <= 2
    assert told(building="garage").wall_m < 4.0
    assert told(building="apartments").look.floors >= 3
    assert told(amenity="school").look.floors <= 4
    assert told(building="church").roof == "hipped"


def test_parts_take_the_colour_of_their_building():
    part = decided({"building:part": "yes", "height": "30"}, SLAB, {"building:colour": "#445566"})
    assert part.look.wall.colour == "#445566"
    assert part.roof == "flat"


@given(
    st.dictionaries(st.sampled_from(KEYS), WORDS, max_size=8),
    st.floats(1.0, 5e5), st.floats(0.4, 700.0), st.sampled_from(NAMES), st.integers(0, 2**32 - 1),
)  # fmt: skip
def test_any_tags_make_a_building_that_can_stand(tags, area, depth, name, key):
    one = decided(
        {"building": "yes"} | tags, Footprint(area, area / depth, depth, name, key, key >> 3)
    )
    assert 0.0 <= one.low_m < one.wall_m <= 520.0
    assert 0.0 <= one.rise_m <= 460.0
    assert one.look.floors >= 1
    assert (one.rise_m == 0.0) == (one.roof == "flat")
