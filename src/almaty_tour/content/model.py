"""What the city tells: landmarks and tours as frozen values, without a file or a window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

LANGUAGES = ("kk", "ru", "en")

Text = dict[str, str]
"""One text in every language of `LANGUAGES`, by language code."""


@dataclass(frozen=True)
class Pad:
    """Ground made level: flat within `radius_m` of `at_m`, blended over `blend_m`.

    `at_m` is in the model frame; `level_m` above the sea, None for the mean of the land.
    """

    radius_m: float
    blend_m: float
    at_m: tuple[float, float] = (0.0, 0.0)
    level_m: float | None = None


@dataclass(frozen=True)
class Annotation:
    """A part of a model worth pointing at.

    `part` is a part name of the mesh, `at_m` a point in the model frame.
    """

    part: str
    at_m: tuple[float, float, float]
    text: Text


@dataclass(frozen=True)
class Sound:
    """A part of a model that is heard: `name` of the loop, `at_m` in the model frame."""

    name: str
    at_m: tuple[float, float, float]


@dataclass(frozen=True)
class Fact:
    """One sentence for the visitor, with the source it stands on."""

    text: Text
    source: str


@dataclass(frozen=True)
class LandmarkSpec:
    """Everything about one landmark that is not its form.

    Attributes:
        id: file name of its TOML, of its builder and of its model.
        latitude_deg, longitude_deg: WGS84 of the model's origin.
        bearing_deg: compass bearing that the main front (model -y) looks to.
        height_m: from the ground to the highest point.
        height_source: where the height is stated; empty for an estimate, which shapes the
            model and is never told to a visitor.
        pads: how the ground is made level; none on natural ground.
        model: file name in `assets/models`; empty where `no_model` tells why there is none.
        members: ids of the landmarks that stand within a large place.
        year: as told to a visitor, "1907" or "1970-1977"; empty when no source gives it.
    """

    id: str
    latitude_deg: float
    longitude_deg: float
    bearing_deg: float
    height_m: float
    radius_m: float
    category: str
    tier: int
    pads: tuple[Pad, ...]
    model: str
    name: Text
    lead: Text
    facts: tuple[Fact, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    height_source: str = ""
    year: str = ""
    architects: Text | None = None
    sources: tuple[str, ...] = ()
    sounds: tuple[Sound, ...] = ()
    no_model: Text | None = None
    members: tuple[str, ...] = ()


class StepKind(Enum):
    """How the camera meets a step."""

    THROUGH = "through"
    STOP = "stop"
    ORBIT = "orbit"
    CUT = "cut"


@dataclass(frozen=True)
class View:
    """Where a tour's camera is and what it looks at.

    The eye stands `distance_m` from the target along compass bearing `from_deg` (the
    bearing from the target to the eye), `above_m` metres above the target point.
    `look_up_m` lifts the target point above the landmark's ground. In an `interior` the
    target is an exhibit on its stand, a place for a picture on a wall, the board of the frieze
    that tells an event, or else `at_m` of its frame.
    """

    landmark: str | None
    latitude_deg: float | None
    longitude_deg: float | None
    from_deg: float
    distance_m: float
    above_m: float
    look_up_m: float
    interior: str | None = None
    at_m: tuple[float, float, float] = (0.0, 0.0, 0.0)
    exhibit: str = ""
    picture: str = ""
    event: str = ""


@dataclass(frozen=True)
class TourStep:
    """One step of a tour.

    Attributes:
        kind: see `StepKind`.
        view: the view reached; for ORBIT the view at the start of the turn.
        travel_s: seconds of the hop to this step; None when `speed_m_s` is given or neither.
        speed_m_s: mean speed of the hop to this step; None when `travel_s` is given.
        hold_s: seconds spent at a STOP, or the length of an ORBIT.
        turn_deg: angle an ORBIT goes through, positive counter-clockwise seen from above.
        caption: what the visitor reads from the arrival on, per language.
        time: local time of day "HH:MM" reached at this step, None to go on.
    """

    kind: StepKind
    view: View
    travel_s: float | None
    speed_m_s: float | None
    hold_s: float
    turn_deg: float
    caption: Text
    time: str | None


@dataclass(frozen=True)
class Tour:
    """A guided tour: an ordered path of steps, versioned from the first day.

    Attributes:
        event: the event of the story that it stages; "" for a tour of the menu.
        weather: id of the kind of weather that it is told in; "" leaves it as it is.
    """

    id: str
    version: int
    name: Text
    description: Text
    start: str
    steps: tuple[TourStep, ...]
    event: str = ""
    weather: str = ""
