"""What the interface is told before each picture: plain values, no window, no world."""

from __future__ import annotations

from dataclasses import dataclass

from almaty_tour.camera.state import CameraState
from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.content.history import Event
from almaty_tour.content.model import LandmarkSpec
from almaty_tour.content.streets import StreetName
from almaty_tour.scene.streets import Streets
from almaty_tour.session.state import SessionState
from almaty_tour.ui.import_view import NO_IMPORTS, ImportsView
from almaty_tour.ui.inside_view import NOT_INSIDE, InsideView
from almaty_tour.ui.picture_view import NO_GALLERY, AtHand, GalleryView


@dataclass(frozen=True)
class LandmarkView:
    """One landmark as seen from here.

    Attributes:
        position_m: east, north of the local frame.
        distance_m: from the eye along the ground.
        bearing_rad: compass direction from the eye, clockwise from north.
        arrived: whether the eye is about where a flight there would end.
    """

    spec: LandmarkSpec
    position_m: tuple[float, float]
    distance_m: float
    bearing_rad: float
    arrived: bool = False


@dataclass(frozen=True)
class MarkerView:
    """A landmark's pin on the picture.

    Attributes:
        at_pt: place in points from the left top.
        visible: False when something nearer truly hides the place.
    """

    landmark: str
    at_pt: tuple[float, float]
    distance_m: float
    visible: bool


@dataclass(frozen=True)
class PointView:
    """An annotated part of the chosen landmark on the picture."""

    text: str
    at_pt: tuple[float, float]
    visible: bool


@dataclass(frozen=True)
class StreetLabelView:
    """A street's name over the city.

    Attributes:
        at_pt: its middle, in points from the left top.
        turn_rad: along the street on the picture, clockwise, 0 upright.
        strength: 0 faded out to 1.
    """

    name: StreetName
    at_pt: tuple[float, float]
    turn_rad: float
    strength: float = 1.0


@dataclass(frozen=True)
class StreetsView:
    """The streets: all of them, the one or two one stands on, the names ahead."""

    all: Streets | None = None
    here: tuple[StreetName, ...] = ()
    labels: tuple[StreetLabelView, ...] = ()


@dataclass(frozen=True)
class TourChoice:
    """A tour that can be begun, in the visitor's language."""

    id: str
    name: str
    description: str
    duration_s: float


@dataclass(frozen=True)
class WeatherChoice:
    """A kind of weather that can be chosen, in the visitor's language."""

    id: str
    name: str
    icon: str


@dataclass(frozen=True)
class TourView:
    """The running tour.

    Attributes:
        name: in the visitor's language.
        duration_s: of the whole tour.
        step_times_s: arrival time of each step that has a caption or stops.
        step_names: a short name for each of these, in the visitor's language.
        caption: text of the step that is told now, "" for none.
        caption_s: seconds since the caption began. caption_duration_s: seconds it may take.
    """

    name: str
    duration_s: float
    step_times_s: tuple[float, ...] = ()
    step_names: tuple[str, ...] = ()
    caption: str = ""
    caption_s: float = 0.0
    caption_duration_s: float = 0.0


@dataclass(frozen=True)
class StoryView:
    """The story along time.

    Attributes:
        events: all of them from the oldest on. chosen: id of the one that is told.
        theme: only its events are told, all of them with "".
        place: name of the chosen event's place in the city, "" where it has none.
        scenes: ids of the events that have a staged scene.
    """

    events: tuple[Event, ...]
    chosen: str
    theme: str = ""
    place: str = ""
    scenes: frozenset[str] = frozenset()

    @property
    def told(self) -> tuple[Event, ...]:
        """The events of the theme."""
        return tuple(one for one in self.events if self.theme in ("", one.theme))


@dataclass(frozen=True)
class WindowView:
    """The window and what it can do.

    Attributes:
        size_pt, scale: size in points and pixels a point.
        monitors: names of the monitors, in order.
        qualities: names of the presets.
        frame_s: the frame time lately, 0 when unknown. eased: steps that quality stands below
            the preset because of it.
        clear_pt: left, top, right, bottom of what no panel covers, None for the whole.
        chrome: False leaves out everything that is only for hands (pictures, videos).
    """

    size_pt: tuple[float, float] = (1280.0, 720.0)
    scale: float = 1.0
    monitors: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ("low", "medium", "high")
    frame_s: float = 0.0
    eased: int = 0
    clear_pt: tuple[float, float, float, float] | None = None
    chrome: bool = True


@dataclass(frozen=True)
class StandingView:
    """An exhibit in the vitrine.

    Attributes:
        low, high: corners of its bounds, at: where it stands; centimetres.
    """

    exhibit: str
    low: tuple[float, float, float]
    high: tuple[float, float, float]
    at: tuple[float, float, float]


@dataclass(frozen=True)
class VitrineView:
    """What stands in the vitrine, and the eye before it.

    Attributes:
        hidden: numbers of the annotated points of the first exhibit that the picture hid.
    """

    camera: CameraState
    standing: tuple[StandingView, ...]
    hidden: frozenset[int] = frozenset()


@dataclass(frozen=True)
class UiView:
    """The whole input of the interface for one picture.

    Attributes:
        dt_s: seconds since the picture before.
        exhibits: all of them in the exhibition, by their order. find_in_reach: the place where
            the one that is looked at was found can be flown to. vitrine: what stands there.
        loading: below 1 while the city is being loaded.
        notice: one passing line for the visitor, "" for none.
        credits: whose data is shown beside the map's own, each one line.
        map_licence: of an imported map of OpenStreetMap, "" where none is shown.
        imports: what is imported and what goes on, for its sheet.
        inside: interiors, the ways in and what is at hand there.
        gallery: the pictures, while their sheets are open. at_hand: the framed one before the eye.
    """

    state: SessionState
    landmarks: tuple[LandmarkView, ...] = ()
    tours: tuple[TourChoice, ...] = ()
    tour: TourView | None = None
    story: StoryView | None = None
    weathers: tuple[WeatherChoice, ...] = ()
    exhibits: tuple[ExhibitSpec, ...] = ()
    find_in_reach: bool = False
    vitrine: VitrineView | None = None
    markers: tuple[MarkerView, ...] = ()
    points: tuple[PointView, ...] = ()
    streets: StreetsView = StreetsView()
    window: WindowView = WindowView()
    dt_s: float = 1.0 / 60.0
    loading: float = 1.0
    notice: str = ""
    credits: tuple[str, ...] = ()
    map_licence: str = ""
    imports: ImportsView = NO_IMPORTS
    inside: InsideView = NOT_INSIDE
    gallery: GalleryView = NO_GALLERY
    at_hand: AtHand | None = None

    @property
    def exhibit(self) -> ExhibitSpec | None:
        """The exhibit that is looked at."""
        held = self.state.held
        return None if held is None else self.exhibit_of(held.exhibit)

    def exhibit_of(self, exhibit: str) -> ExhibitSpec | None:
        """The exhibit of an id, or None."""
        return next((one for one in self.exhibits if one.id == exhibit), None)

    def landmark(self, landmark_id: str | None) -> LandmarkView | None:
        """The landmark of an id, or None."""
        return next((one for one in self.landmarks if one.spec.id == landmark_id), None)
