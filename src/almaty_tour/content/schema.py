"""The shape of the hand-written TOML files, checked strictly by msgspec."""

from __future__ import annotations

from typing import Literal, Protocol

import msgspec


class Translated(Protocol):
    """Any table that holds one text in the three languages."""

    @property
    def kk(self) -> str: ...
    @property
    def ru(self) -> str: ...
    @property
    def en(self) -> str: ...


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Words(_Strict, frozen=True):
    """One text in the three languages."""

    kk: str
    ru: str
    en: str


class PadFile(_Strict, frozen=True):
    """`pad` or one of the `pads` of a place."""

    radius_m: float
    blend_m: float
    at_m: tuple[float, float] = (0.0, 0.0)
    level_m: float | None = None


class PlaceFile(_Strict, frozen=True):
    """`[place]` of a landmark."""

    latitude_deg: float
    longitude_deg: float
    bearing_deg: float
    height_m: float
    radius_m: float
    height_source: str = ""
    pad: PadFile | None = None
    pads: tuple[PadFile, ...] = ()


class FactFile(_Strict, frozen=True):
    """`[[facts]]` of a landmark."""

    source: str
    kk: str
    ru: str
    en: str


class AnnotationFile(_Strict, frozen=True):
    """`[[annotations]]` of a landmark."""

    part: str
    at_m: tuple[float, float, float]
    kk: str
    ru: str
    en: str


class SoundFile(_Strict, frozen=True):
    """`[[sounds]]` of a landmark."""

    name: Literal["fountain"]
    at_m: tuple[float, float, float]


class LandmarkFile(_Strict, frozen=True):
    """`assets/content/landmarks/<id>.toml`."""

    category: str
    tier: int
    place: PlaceFile
    name: Words
    lead: Words
    sources: tuple[str, ...]
    facts: tuple[FactFile, ...] = ()
    annotations: tuple[AnnotationFile, ...] = ()
    sounds: tuple[SoundFile, ...] = ()
    year: str = ""
    architects: Words | None = None
    model: str = ""
    no_model: Words | None = None
    members: tuple[str, ...] = ()
    needs_proofreading: tuple[str, ...] = ()


class StepFile(_Strict, frozen=True):
    """`[[steps]]` of a tour."""

    kind: Literal["through", "stop", "orbit", "cut"]
    from_deg: float
    distance_m: float
    above_m: float
    landmark: str | None = None
    latitude_deg: float | None = None
    longitude_deg: float | None = None
    interior: str | None = None
    at_m: tuple[float, float, float] = (0.0, 0.0, 1.6)
    exhibit: str = ""
    picture: str = ""
    event: str = ""
    look_up_m: float = 0.0
    travel_s: float | None = None
    speed_m_s: float | None = None
    hold_s: float = 0.0
    turn_deg: float = 0.0
    time: str | None = None
    caption: Words | None = None


class TourFile(_Strict, frozen=True):
    """`assets/content/tours/<id>.toml`."""

    version: Literal[1]
    start: str
    name: Words
    description: Words
    steps: tuple[StepFile, ...]
    event: str = ""
    weather: str = ""
    needs_proofreading: tuple[str, ...] = ()


class PostcardView(_Strict, frozen=True):
    """`[view]` of a postcard."""

    latitude_deg: float
    longitude_deg: float
    above_m: float
    heading_deg: float
    pitch_deg: float
    fov_deg: float = 50.0
    shift: float = 0.0


class PostcardFile(_Strict, frozen=True):
    """`assets/content/postcards/<id>.toml`."""

    order: int
    time: str
    name: Words
    view: PostcardView
    weather: str | None = None
    haze: float | None = None
    seconds: float = 0.0


class StrollTable(_Strict, frozen=True):
    """One table of `assets/content/strolls.toml`."""

    line_deg: tuple[tuple[float, float], ...]
    people: int
    room_m: float = 2.0
    speed_m_s: float = 1.1
    height_m: float | None = None


class WeatherFile(_Strict, frozen=True):
    """`assets/content/weather/<id>.toml`."""

    order: int
    icon: str
    name: Words
    wetness: float
    haze: float
    cloud: float | None = None
    rain: float = 0.0
    snowfall: float = 0.0
    snow_line_m: float | None = None
    ceiling_m: float | None = None
    months: tuple[int, ...] = ()


class SizeFile(_Strict, frozen=True):
    """`[[sizes]]` of an exhibit."""

    of: Literal["width", "depth", "height"]
    value_cm: float
    part: str = ""
    source: str = ""


class PointFile(_Strict, frozen=True):
    """`[[annotations]]` of an exhibit."""

    part: str
    at_cm: tuple[float, float, float]
    kk: str
    ru: str
    en: str


class ExhibitFile(_Strict, frozen=True):
    """`assets/content/exhibits/<id>.toml`."""

    order: int
    group: Literal["gold", "bronze", "vessels", "arms", "stone", "mounds", "coins"]
    name: Words
    lead: Words
    period: Words
    material: Words
    find_place: Words
    sizes: tuple[SizeFile, ...]
    annotations: tuple[PointFile, ...]
    sources: tuple[str, ...]
    story: tuple[FactFile, ...] = ()
    period_source: str = ""
    find_deg: tuple[float, float] | None = None
    find_exact: bool = False
    original: Words | None = None
    needs_proofreading: tuple[str, ...] = ()


class EventFile(_Strict, frozen=True):
    """`[[events]]` of a file of history."""

    id: str
    year: float
    date: Words
    theme: Literal["ancient", "city", "state", "culture", "sport", "disaster"]
    kk: str
    ru: str
    en: str
    place: str = ""
    decision: Literal["", "independence", "constitution", "currency", "test_site"] = ""
    source: str = ""


class HistoryFile(_Strict, frozen=True):
    """`assets/content/history/<era>.toml`."""

    events: tuple[EventFile, ...]
    needs_proofreading: tuple[str, ...] = ()


class RoomFile(_Strict, frozen=True):
    """`[light]` of an interior; colours are linear, a picture's middle grey is 0.18."""

    key_from_deg: tuple[float, float]
    key: tuple[float, float, float]
    walls: tuple[float, float, float]
    ceiling: tuple[float, float, float]
    floor: tuple[float, float, float]
    backdrop: tuple[float, float, float] = (0.01, 0.01, 0.01)
    lamps: float = 1.0
    baked: float = 1.0


class PortalFile(_Strict, frozen=True):
    """`[[portals]]` of an interior."""

    landmark: str
    door_m: tuple[float, float, float]
    inside_m: tuple[float, float, float]
    heading_deg: float
    out_deg: float = 0.0
    reach_m: float = 9.0


class StandFile(_Strict, frozen=True):
    """`[[stands]]` of an interior."""

    exhibit: str
    at_m: tuple[float, float, float]
    heading_deg: float
    plinth_m: float
    width_m: float = 0.6
    scale: float = 1.0
    from_m: float = 0.0
    case_m: float = 0.0


class WallFile(_Strict, frozen=True):
    """`[[walls]]` of an interior: a row of places for pictures."""

    id: str
    group: Literal["gallery", "frieze"]
    begin_m: tuple[float, float]
    end_m: tuple[float, float]
    centre_m: float
    most_m: tuple[float, float]
    count: int


class SpotFile(_Strict, frozen=True):
    """`[[spots]]` of an interior: a lamp whose light is baked into the model."""

    at_m: tuple[float, float, float]
    aim_m: tuple[float, float, float]
    strength: float = 1.0
    spread_deg: float = 60.0


class InteriorFile(_Strict, frozen=True):
    """`assets/content/interiors/<id>.toml`."""

    order: int
    name: Words
    lead: Words
    light: RoomFile
    portals: tuple[PortalFile, ...]
    model: str = ""
    floor_m: float = 0.0
    stands: tuple[StandFile, ...] = ()
    walls: tuple[WallFile, ...] = ()
    spots: tuple[SpotFile, ...] = ()
    sources: tuple[str, ...] = ()
    needs_proofreading: tuple[str, ...] = ()


class ShapeFile(_Strict, frozen=True):
    """`[[shapes]]` of a map of a region."""

    kind: Literal["lake", "river", "ridge", "town"]
    corners: tuple[tuple[float, float], ...]
    name: Words | None = None
    name_at: tuple[float, float] | None = None


class RegionFile(_Strict, frozen=True):
    """`assets/content/zhetysu.toml`."""

    bounds_deg: tuple[float, float, float, float]
    shapes: tuple[ShapeFile, ...]
    needs_proofreading: tuple[str, ...] = ()


class FriezeFile(_Strict, frozen=True):
    """`assets/content/frieze.toml`."""

    uncertain: Words
    independence: Words
    constitution: Words
    currency: Words
    test_site: Words
    needs_proofreading: tuple[str, ...] = ()


class PictureFile(_Strict, frozen=True):
    """`[[pictures]]` of a theme; the view is placed as in a tour, `place` names bare points."""

    id: str
    time: str
    from_deg: float
    distance_m: float
    above_m: float
    kk: str
    ru: str
    en: str
    look_up_m: float = 0.0
    fov_deg: float = 50.0
    weather: str = ""
    landmark: str | None = None
    latitude_deg: float | None = None
    longitude_deg: float | None = None
    place: Words | None = None


class PictureThemeFile(_Strict, frozen=True):
    """`assets/content/pictures/<theme>.toml`."""

    order: int
    name: Words
    credit: Words
    pictures: tuple[PictureFile, ...]
    needs_proofreading: tuple[str, ...] = ()
