"""What a building probably is where its tags do not say: kind, storeys, roof, by size and place.

Types, not portraits; nothing that is guessed here is told to a visitor.
"""

from __future__ import annotations

from dataclasses import dataclass

from almaty_tour.city.osm.model import Tags
from almaty_tour.kit.props.house_kinds import Block
from almaty_tour.kit.props.house_types import KINDS

APARTMENTS, HOUSE, SHED, GARAGE = "apartments", "house", "shed", "garage"
SHOP, OFFICE, PUBLIC, TEMPLE = "shop", "office", "public", "temple"

_WORDS = {
    APARTMENTS: "apartments residential dormitory hotel hostel barracks",
    HOUSE: "house detached bungalow cabin hut farm semidetached_house terrace static_caravan "
    "semi ger allotment_house cottage villa dacha",
    GARAGE: "garage garages carport",
    SHED: "shed barn hangar warehouse industrial factory manufacture service storage_tank "
    "greenhouse roof farm_auxiliary stable sty cowshed works transformer_tower silo depot shelter "
    "boiler_house bunker toilets container",
    SHOP: "retail supermarket kiosk shop store mall market bazaar cafe restaurant",
    OFFICE: "office commercial bank",
    PUBLIC: "school kindergarten university college hospital public civic government clinic "
    "train_station transportation stadium sports_hall sports_centre museum theatre library "
    "grandstand fire_station police embassy",
    TEMPLE: "church cathedral chapel mosque temple synagogue religious monastery shrine",
}
_BY_WORD = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_AMENITY = {
    "school": PUBLIC, "kindergarten": PUBLIC, "university": PUBLIC, "college": PUBLIC,
    "hospital": PUBLIC, "clinic": PUBLIC, "theatre": PUBLIC, "public_building": PUBLIC,
    "townhall": PUBLIC, "library": PUBLIC, "place_of_worship": TEMPLE, "bank": OFFICE,
    "marketplace": SHOP, "restaurant": SHOP, "cafe": SHOP, "fuel": SHOP, "parking": GARAGE,
}  # fmt: skip
SMALL_M2, COTTAGE_M2 = 30.0, 230.0
SLAB_M, SLAB_LENGTH_M = (8.5, 18.5), 26.0
TOWER_M2 = (260.0, 900.0)


@dataclass(frozen=True)
class Footprint:
    """What an outline shows.

    Attributes:
        length_m, depth_m: of the outline, unrolled to a strip where it has wings.
        district: name of `city.districts.NAMES` about its middle.
        on_main_street: whether it stands at a street with shops.
        key, block_key: hashes of its id and of the square of 230 m that it stands in.
    """

    area_m2: float
    length_m: float
    depth_m: float
    district: str
    key: int
    block_key: int
    on_main_street: bool = False


@dataclass(frozen=True)
class Guess:
    """What a building probably is; `block` gives its walls and colours."""

    kind: str
    floors: int
    block: Block


def guessed(tags: Tags, plot: Footprint) -> Guess:
    """The guess for a building, tags first."""
    kind = kind_by_tags(tags) or _kind_by_size(plot)
    floors = _floors(kind, plot)
    return Guess(kind, floors, block_for(kind, floors, plot))


def kind_by_tags(tags: Tags) -> str | None:
    """What the tags say it is, None where they only say that it is there."""
    word = (tags.get("building") or tags.get("building:part") or "").lower()
    found = _BY_WORD.get(word)
    if found is None and tags.get("shop"):
        found = SHOP
    if found is None and tags.get("office"):
        found = OFFICE
    if found is None and tags.get("tourism") in ("hotel", "museum"):
        found = APARTMENTS if tags["tourism"] == "hotel" else PUBLIC
    return found or _AMENITY.get(tags.get("amenity", ""))


def _kind_by_size(plot: Footprint) -> str:
    narrow = plot.depth_m < 7.5 and plot.length_m > 4.0 * plot.depth_m
    if plot.area_m2 < SMALL_M2 or narrow:
        return GARAGE
    if plot.area_m2 < COTTAGE_M2:
        return HOUSE
    if plot.district == "works" and plot.area_m2 > 350.0:
        return SHED if plot.key % 4 else OFFICE
    return _large_kind(plot)


def _large_kind(plot: Footprint) -> str:
    low = plot.district in LOW
    slab = SLAB_M[0] <= plot.depth_m <= SLAB_M[1] and plot.length_m >= SLAB_LENGTH_M
    if slab and not (low and plot.key % 3):
        return APARTMENTS
    if low:
        return HOUSE if plot.area_m2 < 420.0 else (SHED, PUBLIC, SHOP)[plot.key % 3]
    compact = plot.length_m < 1.7 * plot.depth_m and TOWER_M2[0] < plot.area_m2 < TOWER_M2[1]
    if compact and plot.key % 5 < 2:
        return APARTMENTS
    return (OFFICE, PUBLIC, SHOP, PUBLIC)[plot.key % 4]


def _floors(kind: str, plot: Footprint) -> int:
    key, large = plot.key >> 4, plot.area_m2 > _LARGE_M2.get(kind, 0.0)
    if kind == APARTMENTS:
        return _home_floors(plot, key)
    if kind == OFFICE and large and plot.district == "glass":
        return (6, 9, 12, 16, 20)[key % 5]
    row = _USUAL.get((kind, large), (1,))
    return row[key % len(row)]


def _home_floors(plot: Footprint, key: int) -> int:
    """Blocks of flats stand in groups of one height; the centre is low, the edges are high."""
    if plot.area_m2 < 320.0:
        return (2, 3, 3, 4)[key % 4]
    if plot.length_m < 1.7 * plot.depth_m and plot.district not in LOW:
        return _COMPACT.get(plot.district, (9, 12, 9, 14))[key % 4]
    row = _HEIGHTS.get(plot.district, _HEIGHTS["rows"])
    return row[(plot.block_key >> 6) % len(row)] if key % 5 else row[key % len(row)]


def block_for(kind: str, floors: int, plot: Footprint) -> Block:
    """An ordinary house of the built-in town whose walls and colours fit."""
    key = plot.block_key if plot.key % 3 else plot.key
    names = _names(kind, floors, plot)
    return KINDS[names[(key >> 7) % len(names)]]


def _names(kind: str, floors: int, plot: Footprint) -> tuple[str, ...]:
    if kind == APARTMENTS:
        return _homes(floors, plot)
    if kind == HOUSE:
        return _HOUSES.get(plot.district, _HOUSES["gardens"])
    if kind == OFFICE and floors > 8:
        return ("glass", "office_tall", "spire_pale", "spire")
    return _BLOCKS[kind]


def _homes(floors: int, plot: Footprint) -> tuple[str, ...]:
    if floors >= 15:
        return ("living24", "living18", "tower16")
    if floors >= 10:
        return ("tower12", "tower12_ochre", "modern", "modern_white", "complex12")
    if floors >= 6:
        return ("panel9", "panel9_white", "panel9_blue", "panel9_sand", "brick9", "panel9_long")
    if plot.district in ("core", "wood"):
        return ("stalin", "stalin_pink", "stalin_cream", "stalin_short", "brick4_pitched",
                "stalin_angle", "brick5", "stalin_court_rose")  # fmt: skip
    return ("panel5", "panel5_blue", "panel5_ochre", "panel5_green", "brick5", "brick5_red",
            "brick4_pitched", "panel5_long")  # fmt: skip


LOW = ("gardens", "wood", "villas", "dachas")
_HEIGHTS = {
    "core": (4, 3, 5, 4, 4, 5, 3, 5), "wood": (3, 4, 2, 3), "rows": (5, 4, 5, 5, 4, 5, 9, 5),
    "south": (5, 4, 9, 5, 5, 9, 4, 5), "slabs": (9, 5, 9, 9, 5, 9, 9, 12), "works": (5, 4, 5, 3),
    "glass": (9, 12, 16, 9), "gardens": (3, 4, 5, 2), "villas": (3, 4, 3, 5), "dachas": (2, 3),
}  # fmt: skip
_COMPACT = {"core": (5, 9, 5, 8), "glass": (16, 18, 21, 12), "slabs": (9, 12, 16, 9)}
_HOUSES = {
    "wood": ("wood", "wood_blue", "wood_green", "cottage_slate", "cottage_brick"),
    "villas": ("house2", "house2_brick", "cottage_white", "villa", "cottage_tin"),
    "dachas": ("dacha", "cottage_tin", "wood"),
    "gardens": ("cottage", "cottage_blue", "cottage_white", "cottage_brick", "cottage_tin",
                "cottage_slate", "house2"),
    "core": ("brick4_pitched", "cottage_brick", "cottage_white", "house2_brick"),
}  # fmt: skip
_OFFICES = ("office", "shop", "brick5", "stalin_short", "office_tall")
_BLOCKS = {
    OFFICE: _OFFICES, SHOP: ("shop", "shop_white", "mall"), GARAGE: ("garages",),
    PUBLIC: ("school", "school_white", "nursery", "brick4_pitched", "stalin_short"),
    TEMPLE: ("cottage_white", "stalin_cream"), SHED: ("shed", "shed_brick", "shed_blue", "depot"),
}  # fmt: skip
_LARGE_M2 = {HOUSE: 120.0, OFFICE: 450.0, PUBLIC: 350.0, SHOP: 250.0}
_USUAL = {
    (HOUSE, True): (2, 1, 1, 1), (OFFICE, True): (3, 4, 5, 6, 8), (OFFICE, False): (2, 3, 3, 4),
    (PUBLIC, True): (2, 3, 3, 4), (PUBLIC, False): (1, 2, 2), (SHOP, True): (1, 2, 2),
}  # fmt: skip
