"""From tags to a volume: heights, storeys, roof, walls, as in OSM's Simple 3D Buildings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from almaty_tour.city.osm.guesses import (
    APARTMENTS,
    GARAGE,
    HOUSE,
    OFFICE,
    SHED,
    SHOP,
    TEMPLE,
    Footprint,
    Guess,
    guessed,
)
from almaty_tour.city.osm.model import Tags
from almaty_tour.city.osm.words import colour, first, number, within
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props.house_kinds import Block

TALLEST_M = 460.0
MOST_FLOORS = 110
FLOOR_M = {HOUSE: 3.0, SHED: 5.0, GARAGE: 2.7, SHOP: 3.9, TEMPLE: 5.5, OFFICE: 3.4}
PLAIN = {"facade_panel": "concrete", "facade_brick": "plaster", "facade_plaster": "plaster",
         "facade_glass": "painted_metal"}  # fmt: skip
ROOFS = {
    "flat": "flat", "gabled": "gabled", "pitched": "gabled", "saltbox": "gabled",
    "gabled_row": "gabled", "cross_gabled": "gabled", "hipped": "hipped", "side_hipped": "hipped",
    "hip": "hipped", "half-hipped": "half-hipped", "half_hipped": "half-hipped",
    "side_half-hipped": "half-hipped", "pyramidal": "pyramidal", "cone": "pyramidal",
    "dome": "dome", "onion": "onion", "skillion": "skillion", "lean_to": "skillion",
    "round": "round", "gambrel": "gambrel", "mansard": "mansard", "quadruple_saltbox": "mansard",
}  # fmt: skip
RISE = {"gabled": 0.3, "hipped": 0.3, "half-hipped": 0.34, "pyramidal": 0.45, "dome": 0.5,
        "onion": 1.1, "skillion": 0.14, "round": 0.32, "gambrel": 0.42, "mansard": 0.3}  # fmt: skip
WALLS = {
    "brick": "facade_brick", "bricks": "facade_brick", "concrete": "facade_panel",
    "panel": "facade_panel", "plaster": "facade_plaster", "stone": "facade_plaster",
    "glass": "facade_glass", "mirror": "facade_glass", "wood": "facade_brick",
    "timber_framing": "facade_brick", "cement_block": "facade_panel",
    "plastered": "facade_plaster",
}  # fmt: skip
MATERIAL_COLOUR = {
    "wood": "#8A6A4C", "brick": "#A87E68", "bricks": "#A87E68", "stone": "#B8AE9C",
    "glass": "#7F98A8", "mirror": "#7F98A8", "timber_framing": "#A89070",
}  # fmt: skip
ROOF_COLOUR = {"roof_tiles": "#8E5240", "tile": "#8E5240", "metal": "#76706A", "copper": "#5E8A78",
               "slate": "#5C6068", "gold": "#C8A048", "tar_paper": "#5A5856",
               "concrete": "#8C8A86", "grass": "#6E8458", "thatch": "#9A8258"}  # fmt: skip
FLAT_ROOFS = ("#75726C", "#6F6D69", "#7E7B75", "#686661", "#86827A")
SUNK_M, LEAST_RIM_M = 0.6, 0.2
METALS = ("metal", "metal_sheet", "steel", "tin")


@dataclass(frozen=True)
class Look:
    """How the walls of a volume are laid out and painted.

    Attributes:
        floors, bay_m: storeys and about the width of a window bay.
        base_m: height of the plinth. rim_m: of the parapet, 0 under a pitched roof.
        wall: facade with windows. plain: the same without. ground: the lowest storey.
        trim, base, roof: parapet, plinth, roof. accent: balcony stacks, None for none.
    """

    floors: int
    bay_m: float
    base_m: float
    rim_m: float
    wall: Paint
    plain: Paint
    ground: Paint
    trim: Paint
    base: Paint
    roof: Paint
    accent: Paint | None
    eaves_m: float


@dataclass(frozen=True)
class Decision:
    """One volume: heights over the ground of its building, roof and looks.

    `low_m` and `wall_m` bound the walls; the roof rises by `rise_m` above them.
    """

    kind: str
    low_m: float
    wall_m: float
    rise_m: float
    roof: str
    along: bool
    direction_deg: float | None
    look: Look

    @property
    def top_m(self) -> float:
        return self.wall_m + self.rise_m

    @property
    def deck_m(self) -> float:
        """Height of a flat roof: it lies sunk behind its parapet."""
        rim_m = self.look.rim_m
        return self.wall_m + rim_m - (min(SUNK_M, rim_m - 0.05) if rim_m >= LEAST_RIM_M else 0.0)


def decided(tags: Tags, plot: Footprint, parent: Tags | None = None) -> Decision:
    """What is built on an outline; `parent` are the tags of the building of a part."""
    known = {**{k: v for k, v in (parent or {}).items() if k in _INHERITED}, **tags}
    guess = guessed(known, plot)
    roof = _roof(known, guess, plot)
    low_m, wall_m, rise_m, floors = _heights(tags, known, guess, roof, plot)
    look = _look(known, guess, roof, floors, plot, raised=low_m > 0.0)
    along = known.get("roof:orientation") != "across"
    return Decision(guess.kind, low_m, wall_m, rise_m, roof, along, _direction(known), look)


def _heights(
    tags: Tags, known: Tags, guess: Guess, roof: str, plot: Footprint
) -> tuple[float, float, float, int]:
    """Where the walls begin and end, the rise of the roof, metres, and the storeys."""
    floor_m = FLOOR_M.get(guess.kind, guess.block.floor_m)
    levels = within(number(first(known, "building:levels", "levels")), 0.0, MOST_FLOORS)
    height = within(number(first(tags, "height", "building:height")), 0.5, TALLEST_M)
    base_m, rise_m = _base(guess), _rise(known, roof, plot, floor_m)
    low_m = _low(tags, floor_m, base_m)
    if height is not None:
        rise_m = min(rise_m, height - 0.3)
        wall_m = height - rise_m
    else:
        wall_m = base_m + (levels or guess.floors) * floor_m
    wall_m = max(wall_m, low_m + 0.3)
    inside_m = wall_m - (low_m or base_m)
    floors = round(levels) if levels and low_m <= 0.0 else round(inside_m / floor_m)
    return low_m, wall_m, rise_m, max(1, floors)


_INHERITED = ("building", "building:material", "building:colour", "roof:material", "roof:colour",
              "building:color", "roof:color", "amenity", "shop", "office", "tourism")  # fmt: skip


def _low(tags: Tags, floor_m: float, base_m: float) -> float:
    low = within(number(first(tags, "min_height", "building:min_height")), 0.0, TALLEST_M)
    if low is not None:
        return low
    level = within(number(first(tags, "building:min_level", "min_level")), 0.0, MOST_FLOORS)
    return base_m + level * floor_m if level else 0.0


def _base(guess: Guess) -> float:
    return 0.25 if guess.kind in (GARAGE, SHED) else guess.block.base_m


def _roof(tags: Tags, guess: Guess, plot: Footprint) -> str:
    """The shape, by tag or as is usual for the kind."""
    told = ROOFS.get((tags.get("roof:shape") or tags.get("building:roof:shape") or "").lower())
    return told or ("flat" if tags.get("building:part") else _usual_roof(guess, plot))


def _usual_roof(guess: Guess, plot: Footprint) -> str:
    if guess.kind == TEMPLE:
        return "hipped"
    if guess.kind == HOUSE and plot.depth_m < 17.0:
        block = guess.block
        return "gabled" if block.gable else "mansard" if block.mansard else "hipped"
    if plot.depth_m >= 19.0:
        return "flat"
    if guess.kind == APARTMENTS and guess.block.hip_m and guess.floors <= 5:
        return "hipped"
    return "gabled" if guess.kind == SHED and plot.key & 4 else "flat"


def _rise(tags: Tags, roof: str, plot: Footprint, floor_m: float) -> float:
    """Height of the roof over the walls."""
    if roof == "flat":
        return 0.0
    told = within(number(tags.get("roof:height")), 0.1, 120.0)
    if told is not None:
        return told
    levels = within(number(tags.get("roof:levels")), 0.5, 20.0)
    if levels:
        return levels * floor_m
    return max(0.5, min(RISE[roof] * plot.depth_m, 6.5 if roof not in ("dome", "onion") else 40.0))


def _direction(tags: Tags) -> float | None:
    """Degrees clockwise from north that a roof slopes down to."""
    word = (tags.get("roof:direction") or tags.get("roof:slope:direction") or "").strip().upper()
    if word in _WINDS:
        return 22.5 * _WINDS.index(word)
    return within(number(word), 0.0, 360.0)


_WINDS = ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE",
          "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW")  # fmt: skip


def _look(
    tags: Tags, guess: Guess, roof: str, floors: int, plot: Footprint, *, raised: bool
) -> Look:
    block = guess.block
    wall = _wall(tags, guess)
    plain = Paint(PLAIN.get(wall.material, wall.material), wall.colour)
    shops = plot.on_main_street and guess.kind == APARTMENTS and plot.key % 5 < 3
    shop = shops or guess.kind == SHOP or "shop" in tags
    ground = Paint("facade_glass", "#9C9A94") if shop and floors > 1 else wall.shaded(0.9)
    accent = block.accent if guess.kind == APARTMENTS and floors >= 3 else None
    if accent is not None and not accent.material.startswith("facade"):
        accent = None
    return Look(
        floors=floors, bay_m=block.bay_m, base_m=0.0 if raised else _base(guess),
        rim_m=0.0 if roof != "flat" else 0.25 if guess.kind in (GARAGE, HOUSE) else 0.7,
        wall=wall, plain=plain, ground=ground if floors > 1 else wall,
        trim=_trim(tags, block), base=block.base,
        roof=_roof_paint(tags, guess, roof, plot.key >> 6),
        accent=accent, eaves_m=0.45 if roof in ("gabled", "hipped", "half-hipped") else 0.0,
    )  # fmt: skip


def _wall(tags: Tags, guess: Guess) -> Paint:
    word = (tags.get("building:material") or tags.get("building:facade:material") or "").lower()
    own = colour(first(tags, "building:colour", "building:color", "colour"))
    if guess.kind == GARAGE or word in METALS:
        return Paint("concrete" if guess.kind == GARAGE else "painted_metal", own or "#8C8A84")
    paint = guess.block.wall
    if word in WALLS:
        paint = Paint(WALLS[word], MATERIAL_COLOUR.get(word, paint.colour))
    return replace(paint, colour=own) if own else paint


def _trim(tags: Tags, block: Block) -> Paint:
    own = colour(first(tags, "building:colour", "building:color"))
    return Paint("plaster", own).shaded(0.86) if own else block.trim


def _roof_paint(tags: Tags, guess: Guess, roof: str, key: int) -> Paint:
    word = (tags.get("roof:material") or "").lower()
    own = colour(first(tags, "roof:colour", "roof:color")) or ROOF_COLOUR.get(word)
    if word == "gold":
        return Paint("gold")
    if word == "glass":
        return Paint("mirror_glass")
    if roof == "flat":
        return Paint(
            "roof_membrane" if own else "roof_flat", own or FLAT_ROOFS[key % len(FLAT_ROOFS)]
        )
    if roof in ("dome", "onion"):
        return Paint("dome_paint", own or "#7C94A4")
    paint = guess.block.roof
    return Paint(
        "roof_metal", own or (paint.colour if paint.material == "roof_metal" else "#7A6A60")
    )
