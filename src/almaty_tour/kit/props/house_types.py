"""All kinds of ordinary houses: those of `house_kinds` and the rarer ones."""

from __future__ import annotations

from dataclasses import replace

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props import house_kinds
from almaty_tour.kit.props.house_kinds import (
    COTTAGE,
    FLAT,
    GLASS,
    MODERN,
    PANEL5,
    PANEL9,
    PLINTH,
    SHOP,
    STALIN,
    TOWER12,
    WHITE,
    Block,
    bar,
    corner,
    court,
)

_TIN, _RUST, _SLATE = (Paint("roof_metal", colour) for colour in ("#A5A9AB", "#7A4F40", "#85847F"))


def _plaster(colour: str) -> Paint:
    return Paint("facade_plaster", colour)


def _metal(colour: str) -> Paint:
    return Paint("painted_metal", colour)


_COURTS = {
    "stalin_court": replace(STALIN, wings=court(58.0, 36.0, 13.0), wall=_plaster("#CDBB92")),
    "stalin_court_rose": replace(
        STALIN, wings=court(50.0, 32.0, 13.0), wall=_plaster("#C8A898"), floors=3,
        roof=Paint("roof_metal", "#5E6A62"),
    ),
    "stalin_grand": replace(
        STALIN, wings=bar(64.0, 14.0), wall=_plaster("#D0BE9C"), floors=5,
        roof=Paint("roof_metal", "#705C50"),
    ),
    "stalin_mansard": replace(
        STALIN, wings=bar(36.0, 13.0), wall=_plaster("#D6CBB2"), mansard=True,
        roof=Paint("roof_metal", "#6A5048"),
    ),
    "stalin_angle": replace(STALIN, wings=corner(34.0, 34.0, 12.5), wall=_plaster("#CFC2A2")),
    "brick4_court": replace(
        PANEL5, wings=court(54.0, 34.0, 12.0), floors=4, hip_m=2.8,
        wall=Paint("facade_brick", "#C6B594"), roof=Paint("roof_metal", "#7C736B"),
    ),
}  # fmt: skip
_SLABS = {
    "panel5_long": replace(PANEL5, wings=bar(84.0, 12.0), wall=Paint("facade_panel", "#CBC6B8")),
    "panel9_long": replace(
        PANEL9, wings=bar(87.0, 13.0), wall=Paint("facade_panel", "#D3CEC2"),
        accent=Paint("facade_loggia", "#B9A58C"),
    ),
    "panel9_sand": replace(
        PANEL9, wings=bar(63.0, 13.0), wall=Paint("facade_panel", "#CDBFA4"),
        accent=Paint("facade_loggia", "#98A6A8"),
    ),
    "panel9_angle": replace(
        PANEL9, wings=corner(60.0, 60.0, 13.0), wall=Paint("facade_panel", "#C9C7C0"),
        accent=Paint("facade_loggia", "#8FA7B2"),
    ),
    "brick9": replace(
        PANEL9, wings=bar(42.0, 14.0), wall=Paint("facade_brick", "#B89C84"),
        accent=Paint("facade_loggia", "#C9C2B4"),
    ),
    "tower16": replace(TOWER12, wings=bar(24.0, 21.0), floors=16),
    "complex12": replace(
        MODERN, wings=court(66.0, 45.0, 16.0), floors=10, stacks=(2, 5, 1),
        wall=Paint("facade_panel", "#CDB693"),
    ),
    "complex9": replace(
        MODERN, wings=corner(60.0, 48.0, 16.0), floors=9, wall=Paint("facade_brick", "#B59680"),
    ),
}  # fmt: skip
_PUBLIC = {
    "school": replace(
        PANEL5, wings=court(66.0, 42.0, 14.0), floors=3, floor_m=3.5, accent=None,
        wall=Paint("facade_panel", "#D2C8B0"),
    ),
    "school_white": replace(
        PANEL5, wings=corner(60.0, 44.0, 15.0), floors=3, floor_m=3.5, accent=None,
        wall=Paint("facade_plaster", "#C9CCC6"),
    ),
    "nursery": replace(
        PANEL5, wings=court(42.0, 28.0, 12.0), floors=2, floor_m=3.2, accent=None,
        wall=Paint("facade_panel", "#D5C3A0"),
    ),
    "office": replace(
        GLASS, wings=bar(54.0, 16.0), floors=8, wall=Paint("facade_panel", "#D2D0C8"),
        trim=Paint("concrete", "#BDB9AE"),
    ),
    "office_tall": replace(
        GLASS, wings=bar(42.0, 17.0), floors=12, floor_m=3.4, wall=Paint("facade_glass", "#A8B0AE"),
        trim=Paint("concrete", "#C4C0B4"),
    ),
    "mall": replace(
        SHOP, wings=bar(78.0, 48.0), floors=3, floor_m=4.8, wall=Paint("facade_glass", "#9FA8AC"),
    ),
}  # fmt: skip
_TOWERS = {
    "spire": replace(
        GLASS, wings=bar(33.0, 27.0), floors=22, wall=Paint("facade_glass", "#6F93AA")
    ),
    "spire_pale": replace(
        GLASS, wings=bar(30.0, 30.0), floors=26, wall=Paint("facade_glass", "#9FB4BE")
    ),
    "spire_bronze": replace(
        GLASS, wings=bar(36.0, 24.0), floors=18, wall=Paint("facade_glass", "#A48F78"),
        trim=_metal("#8A7A68"),
    ),
    "living24": replace(
        MODERN, wings=bar(33.0, 20.0), floors=21, wall=Paint("facade_panel", "#DAD4C6"),
    ),
    "living18": replace(
        MODERN, wings=corner(48.0, 36.0, 17.0), floors=17, wall=Paint("facade_panel", "#C9A98A"),
    ),
}  # fmt: skip
_WOOD = replace(
    COTTAGE, wings=bar(13.0, 9.0), gable=True, hip_m=3.4, floor_m=3.0, wall=_plaster("#86684A"),
    roof=_RUST,
)  # fmt: skip
_HOMES = {
    "wood": _WOOD,
    "wood_blue": replace(_WOOD, wall=_plaster("#7090A0"), roof=_SLATE),
    "wood_green": replace(_WOOD, wings=bar(15.0, 8.5), wall=_plaster("#7A8E6C"), roof=_TIN),
    "cottage_tin": replace(COTTAGE, wings=bar(11.0, 10.0), roof=_TIN),
    "cottage_slate": replace(
        COTTAGE, wings=bar(12.5, 8.0), gable=True, roof=_SLATE, wall=_plaster("#CFCBBE"),
    ),
    "cottage_angle": replace(
        COTTAGE, wings=corner(14.0, 12.0, 7.5), roof=Paint("roof_metal", "#7E4A3C"),
        wall=Paint("facade_brick", "#B89478"),
    ),
    "house2_mansard": replace(
        COTTAGE, floors=2, wings=bar(13.0, 11.0), mansard=True, hip_m=2.6,
        roof=Paint("roof_metal", "#7A3E34"), wall=_plaster("#D8CFB8"),
    ),
    "villa": replace(
        COTTAGE, floors=2, floor_m=3.3, wings=corner(18.0, 15.0, 10.0), hip_m=3.0,
        roof=Paint("roof_metal", "#5A4A44"), wall=_plaster("#E0D8C6"),
    ),
    "dacha": replace(
        COTTAGE, wings=bar(7.0, 6.0), gable=True, hip_m=3.2, floor_m=2.7, roof=_TIN,
        wall=_plaster("#A88E6C"),
    ),
    "hut": replace(
        COTTAGE, wings=bar(7.5, 4.5), gable=True, hip_m=1.0, floor_m=2.3, base_m=0.2, roof=_SLATE,
        wall=Paint("plaster", "#BDB3A0"), home=False, gates=1,
    ),
}  # fmt: skip
_SHED = Block(
    bar(48.0, 20.0), 1, 6.5, 6.0, Paint("painted_metal", "#9DA3A4"), WHITE, PLINTH, _TIN,
    base_m=0.4, hip_m=2.6, gable=True, gates=4,
)  # fmt: skip
_WORKS = {
    "shed": _SHED,
    "shed_brick": replace(
        _SHED, wings=bar(60.0, 18.0), wall=Paint("facade_brick", "#A98672"), floor_m=3.2, floors=2,
        bay_m=3.2, hip_m=0.0, roof=FLAT, gates=5,
    ),
    "shed_blue": replace(_SHED, wings=bar(36.0, 24.0), wall=Paint("painted_metal", "#7E95A4"),
                         roof=Paint("roof_metal", "#8A9AA4")),
    "depot": replace(
        _SHED, wings=bar(96.0, 24.0), wall=Paint("concrete", "#B0ABA0"), roof=_RUST, floor_m=7.5,
        gates=8,
    ),
    "garages_short": replace(
        _SHED, wings=bar(21.6, 6.0), floor_m=2.5, base_m=0.1, hip_m=0.0, gable=False,
        wall=Paint("plaster", "#978E82"), roof=Paint("roof_flat", "#706C64"), gates=6, bay_m=3.6,
    ),
    "annex": replace(
        _SHED, wings=bar(20.0, 10.0), floor_m=3.1, floors=2, gable=False, hip_m=2.2, gates=0,
        wall=Paint("facade_brick", "#B08A76"), roof=_RUST, bay_m=3.2,
    ),
    "annex_pale": replace(
        _SHED, wings=bar(26.0, 11.0), floor_m=3.2, floors=2, hip_m=0.0, roof=FLAT, gates=0,
        wall=_plaster("#CFC4AC"), bay_m=3.2,
    ),
    "garages": replace(
        _SHED, wings=bar(54.0, 6.0), floor_m=2.5, base_m=0.1, hip_m=0.0, gable=False,
        wall=Paint("plaster", "#A39A8C"), roof=Paint("roof_flat", "#6A6660"), gates=15, bay_m=3.6,
    ),
}  # fmt: skip

KINDS: dict[str, Block] = {
    **house_kinds.KINDS, **_COURTS, **_SLABS, **_PUBLIC, **_TOWERS, **_HOMES, **_WORKS
}  # fmt: skip
