"""All that changes while the program runs, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from almaty_tour.camera.state import CameraState
from almaty_tour.camera.view import EyeTarget
from almaty_tour.content.weather import DEFAULT_WEATHER


class Mode(Enum):
    """What the visitor is doing."""

    TITLE = "title"
    TOUR = "tour"
    EXPLORE = "explore"
    EXHIBITION = "exhibition"
    INSIDE = "inside"
    STORY = "story"


class Rig(Enum):
    """How the free camera moves."""

    FLY = "fly"
    ORBIT = "orbit"
    WALK = "walk"


@dataclass(frozen=True)
class Controls:
    """What hands ask for during one frame; every device is mapped to this.

    Attributes:
        move: right, forward, up, each -1 to 1.
        look_rad: turn to the right and up since the last frame, radians.
        zoom: wheel steps, positive nearer.
        fast: the visitor asks for more speed.
    """

    move: tuple[float, float, float] = (0.0, 0.0, 0.0)
    look_rad: tuple[float, float] = (0.0, 0.0)
    zoom: float = 0.0
    fast: bool = False

    @property
    def active(self) -> bool:
        """Whether anything is asked for at all."""
        return any(self.move) or any(self.look_rad) or bool(self.zoom)


@dataclass(frozen=True)
class Playback:
    """Where a tour stands.

    Attributes:
        tour: id. position_s: seconds from its beginning. speed: 0.5 to 2.
        look_rad: how far the visitor has turned away (heading, pitch), brought back to zero.
    """

    tour: str
    position_s: float = 0.0
    playing: bool = True
    speed: float = 1.0
    look_rad: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Flight:
    """A hop to a landmark, to a street or to any view, that any key stops.

    Attributes:
        landmark, street: ids; at most one of them is not "".
        view: where it leads when it leads to neither.
    """

    landmark: str
    start: CameraState
    goal: CameraState
    elapsed_s: float
    duration_s: float
    street: str = ""
    view: EyeTarget | None = None


@dataclass(frozen=True)
class Stroll:
    """The way to a stand in an interior, that any key stops.

    Attributes:
        exhibit: of the stand. path: x and y of its corners, start and goal included.
    """

    exhibit: str
    goal: CameraState
    path: tuple[tuple[float, float], ...]
    elapsed_s: float
    duration_s: float


@dataclass(frozen=True)
class Held:
    """An exhibit and how the visitor holds it.

    Attributes:
        exhibit: id. azimuth_deg: from the right of its front that it is seen from.
        elevation_deg: from above. closer: 1 shows the whole of it.
        light_deg: from the right of its front that the light comes.
        beside: id of the exhibit that it is compared with, "" for none.
        measured: the scale is shown. marks: up to two points of the surface between which is
            measured, centimetres in the frame of the exhibit.
    """

    exhibit: str
    azimuth_deg: float = 24.0
    elevation_deg: float = 16.0
    closer: float = 1.0
    light_deg: float = -40.0
    beside: str = ""
    measured: bool = False
    marks: tuple[tuple[float, float, float], ...] = ()


@dataclass(frozen=True)
class Told:
    """The event of the story that is told. theme: only its events are told, all of them with ""."""

    event: str
    theme: str = ""


@dataclass(frozen=True)
class Preferences:
    """What the visitor chose; kept between starts by `app.settings`.

    Attributes:
        quality: name of a preset, "auto" until measured.
        adaptive: quality follows the frame time, below the preset. resolution_scale: 0.5 to 1.
        text_scale: 1 to 2.
        mouse_sensitivity: factor. invert_y: pull to look up. volume: 0 to 1.
    """

    language: str = "kk"
    quality: str = "auto"
    adaptive: bool = True
    resolution_scale: float = 1.0
    text_scale: float = 1.0
    mouse_sensitivity: float = 1.0
    invert_y: bool = False
    volume: float = 0.7
    reduced_motion: bool = False
    full_screen: bool = False
    monitor: int = 0
    vsync: bool = True


@dataclass(frozen=True)
class SessionState:
    """The session between two frames.

    Attributes:
        clock_s: seconds of program time; pauses with nothing.
        local_time: date and time of day in Almaty that the light follows.
        weather: id of the kind of weather. weather_before, weather_since_s: the kind that it was
            till then, by the clock; the one turns into the other.
        playback: the running tour in TOUR (and behind TITLE).
        flight: the running hop in EXPLORE.
        selected: landmark whose card is open, or None.
        near: landmark the camera is at, or None.
        held: the exhibit that is looked at in EXHIBITION.
        door: interior whose door is in reach in EXPLORE, or None.
        stroll: the running walk to a stand in INSIDE. at_stand: exhibit at hand there, or None.
        told: the event that is told in STORY.
        before: where the visitor was before the story or a scene of it, to go back to.
    """

    mode: Mode
    camera: CameraState
    local_time: datetime
    weather: str = DEFAULT_WEATHER
    weather_before: str = DEFAULT_WEATHER
    weather_since_s: float = 0.0
    clock_s: float = 0.0
    rig: Rig = Rig.FLY
    velocity: tuple[float, float, float] = (0.0, 0.0, 0.0)
    playback: Playback | None = None
    flight: Flight | None = None
    selected: str | None = None
    near: str | None = None
    held: Held | None = None
    door: str | None = None
    stroll: Stroll | None = None
    at_stand: str | None = None
    told: Told | None = None
    before: SessionState | None = None
    captions: bool = True
    preferences: Preferences = field(default_factory=Preferences)
