"""All that does not change while the program runs: content, ground, films, obstacles."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import AlmatyTourError, ContentError, SettingError
from almaty_tour.base.spaces import interior_of
from almaty_tour.content.exhibits import ExhibitSpec, load_exhibits
from almaty_tour.content.ground import level_ground
from almaty_tour.content.history import Event, load_history
from almaty_tour.content.interiors import InteriorSpec, load_interiors
from almaty_tour.content.load import load_landmarks, load_tours
from almaty_tour.content.model import LandmarkSpec, Tour
from almaty_tour.content.weather import Weather, load_weathers
from almaty_tour.geo.imported import imported_heights
from almaty_tour.geo.pads import Pad
from almaty_tour.geo.terrain import Terrain
from almaty_tour.scene.collision import Ground, Obstacles, obstacles
from almaty_tour.scene.environment import Environment
from almaty_tour.scene.imported import ImportedMap, read_import
from almaty_tour.scene.streets import Streets, no_streets, read_streets
from almaty_tour.scene.ways import Ways
from almaty_tour.session.doors import Door, doors_of
from almaty_tour.session.light import environment_at
from almaty_tour.tour.film import Film, compile_tour
from almaty_tour.tour.places import Place, place_of
from almaty_tour.tour.rooms import Rooms

F64 = npt.NDArray[np.float64]
DEFAULT_TOUR = "golden_cradle"
SMALLEST_M = 60.0
SQUARE = 4.0
"""How many times farther a park or square seems than what stands in it."""


@dataclass(frozen=True)
class World:
    """The city as a session sees it.

    Attributes:
        landmarks, tours: content by id. places: the landmarks on their ground.
        terrain: the ground, level under the landmarks.
        obstacles: what bodies meet; grows as chunks arrive.
        faults: content that was left out, each one line.
        ground_folder: where the ground was read, None for the shipped one.
        heights_credit: whose imported heights are shown, empty without.
        imported_map, map_folder: the map that was imported and the user's data folder that
            holds it, None without.
        made_for: the shipped ground, where imported heights are shown instead: models are
            made on it.
        streets: the named streets. weathers: kinds of weather in their order.
        exhibits: those with a model, in the order of the hall.
        interiors: spaces with a roof, in their order. doors: the ways into them.
        history: events from the oldest on.
    """

    landmarks: Mapping[str, LandmarkSpec]
    tours: Mapping[str, Tour]
    places: Mapping[str, Place]
    terrain: Terrain
    obstacles: Obstacles
    faults: tuple[AlmatyTourError, ...] = ()
    ground_folder: Path | None = None
    heights_credit: str = ""
    imported_map: ImportedMap | None = None
    map_folder: Path | None = None
    made_for: Terrain | None = None
    streets: Streets = field(default_factory=no_streets)
    weathers: Mapping[str, Weather] = field(default_factory=dict)
    exhibits: Mapping[str, ExhibitSpec] = field(default_factory=dict)
    interiors: Mapping[str, InteriorSpec] = field(default_factory=dict)
    doors: tuple[Door, ...] = ()
    history: Mapping[str, Event] = field(default_factory=dict)
    _films: dict[str, Film] = field(default_factory=dict, compare=False, repr=False)
    _inner: dict[str, Obstacles] = field(default_factory=dict, compare=False, repr=False)
    _ways: dict[str, Ways] = field(default_factory=dict, compare=False, repr=False)

    def film(self, tour: str) -> Film:
        """The film of a tour, compiled once; SettingError for an unknown id."""
        if tour not in self.tours:
            raise SettingError.unknown("tour", tour, self.tours)
        if tour not in self._films:
            self._films[tour] = compile_tour(self.tours[tour], self.places, self.ground, self.rooms)
        return self._films[tour]

    @property
    def rooms(self) -> Rooms:
        """What tours look at indoors."""
        return Rooms(self.interiors, self.history)

    def place(self, landmark: str) -> Place:
        """The place of a landmark; SettingError for an unknown id."""
        if landmark not in self.places:
            raise SettingError.unknown("landmark", landmark, self.places)
        return self.places[landmark]

    def weather(self, name: str) -> Weather:
        """A kind of weather; SettingError for an unknown id."""
        if name not in self.weathers:
            raise SettingError.unknown("weather", name, self.weathers)
        return self.weathers[name]

    def environment(self, moment: datetime, weather: str) -> Environment:
        """Light and weather of a moment; fair where the kind is not there."""
        return environment_at(moment, self.weathers.get(weather))

    def inner(self, interior: str) -> Obstacles:
        """What bodies meet in an interior; a bare floor until its model has been read."""
        if interior not in self._inner:
            return obstacles((), level_floor(self.interiors[interior].floor_m))
        return self._inner[interior]

    def inside(self, space: str) -> Obstacles:
        """What bodies meet in a space that is not the city."""
        return self.inner(interior_of(space) or "")

    def ways(self, interior: str) -> Ways | None:
        """The ways on foot through an interior, None until its model has been read."""
        return self._ways.get(interior)

    def set_inner(self, interior: str, found: Obstacles, ways: Ways) -> None:
        """Tell what bodies meet in an interior, once its model has been read."""
        self._inner[interior], self._ways[interior] = found, ways

    @property
    def first_tour(self) -> str | None:
        """The tour that runs behind the title, None in a city without tours."""
        if DEFAULT_TOUR in self.tours:
            return DEFAULT_TOUR
        return next((name for name, tour in self.tours.items() if not tour.event), None)

    @property
    def ground(self) -> Callable[[npt.ArrayLike, npt.ArrayLike], F64]:
        return self.terrain.height_m

    def with_obstacles(self, found: Obstacles) -> World:
        """The same world after chunks have come or gone."""
        return replace(self, obstacles=found)

    def street_row(self, street: str) -> int:
        """The row of a street's id in `streets`; SettingError for an unknown id."""
        row = self.streets.row(street)
        if row is None:
            raise SettingError.unknown("street", street, [one.id for one in self.streets.names])
        return row

    @cached_property
    def place_names(self) -> list[str]:
        """Ids of the places in order."""
        return list(self.places)

    @cached_property
    def place_table(self) -> F64:
        """(4, n) f8 of the places in order: x, y, height and radius together (metres), and how
        much a metre of distance to it counts: little for what is large and of the first tier.
        """
        rows = [
            (p.x_m, p.y_m, p.height_m + p.radius_m, _distance_weight(p, self.landmarks[p.id]))
            for p in self.places.values()
        ]
        return np.ascontiguousarray(np.array(rows, np.float64).reshape(-1, 4).T)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Landmark ids from north to south, the order of next and previous."""
        return tuple(sorted(self.places, key=lambda name: -self.places[name].y_m))


def load_world(assets: Path, data: Path | None = None) -> World:
    """The world from the shipped files; broken content is left out and told in `faults`.

    `data` is the user's data folder: heights imported there take the place of the shipped
    ones, unless they are damaged. None shows the shipped city alone, as goldens need it.
    """
    landmarks, landmark_faults = load_landmarks(assets / "content")
    tours, tour_faults = load_tours(assets / "content")
    ground = _ground(assets, data)
    imported, map_faults = _imported(data)
    terrain = ground.terrain.flattened(pads(landmarks))
    places = {name: place_of(spec, terrain.height_m) for name, spec in landmarks.items()}
    streets, street_faults = _streets(assets / "city")
    weathers, weather_faults = load_weathers(assets / "content")
    exhibits, exhibit_faults = load_exhibits(assets / "content")
    interiors, interior_faults = load_interiors(assets / "content")
    doors, door_faults = doors_of(interiors, places)
    history, history_faults = load_history(assets / "content")
    placed, step_faults = _placed(tours, landmarks, Rooms(interiors, history))
    return World(
        landmarks=landmarks,
        tours=placed,
        places=places,
        terrain=terrain,
        obstacles=obstacles((), terrain.height_m),
        faults=(
            *landmark_faults,
            *tour_faults,
            *step_faults,
            *ground.faults,
            *map_faults,
            *street_faults,
            *weather_faults,
            *exhibit_faults,
            *interior_faults,
            *door_faults,
            *history_faults,
        ),
        ground_folder=ground.folder,
        heights_credit=ground.credit,
        imported_map=imported,
        map_folder=None if imported is None else data,
        made_for=None if ground.shipped is None else ground.shipped.flattened(pads(landmarks)),
        streets=streets,
        weathers=weathers,
        exhibits=exhibits,
        interiors=interiors,
        doors=doors,
        history=history,
    )


def level_floor(level_m: float) -> Ground:
    """The ground of an interior: level everywhere."""

    def height_m(x_m: npt.ArrayLike, y_m: npt.ArrayLike) -> F64:
        return np.full(np.broadcast(np.asarray(x_m), np.asarray(y_m)).shape, level_m)

    return height_m


def _streets(folder: Path) -> tuple[Streets, list[AlmatyTourError]]:
    """The named streets; none, and the fault, where their files are missing or damaged."""
    try:
        return read_streets(folder), []
    except AlmatyTourError as fault:
        return no_streets(), [fault]


@dataclass(frozen=True)
class _Ground:
    terrain: Terrain
    shipped: Terrain | None = None
    folder: Path | None = None
    credit: str = ""
    faults: tuple[AlmatyTourError, ...] = ()


def _ground(assets: Path, data: Path | None) -> _Ground:
    """Imported heights where there are sound ones, else the shipped ground."""
    faults: tuple[AlmatyTourError, ...] = ()
    try:
        found = None if data is None else imported_heights(data, assets / "terrain")
        if found is not None:
            shipped = Terrain.load(assets / "terrain")
            return _Ground(Terrain.load(found.folder), shipped, found.folder, found.credit)
    except AlmatyTourError as fault:
        faults = (fault,)
    return _Ground(Terrain.load(assets / "terrain"), faults=faults)


def _imported(data: Path | None) -> tuple[ImportedMap | None, tuple[AlmatyTourError, ...]]:
    """What is known of an imported map; a damaged one is left out and told."""
    if data is None:
        return None, ()
    try:
        return read_import(data), ()
    except AlmatyTourError as fault:
        return None, (fault,)


def _placed(
    tours: Mapping[str, Tour], landmarks: Mapping[str, LandmarkSpec], rooms: Rooms
) -> tuple[dict[str, Tour], list[AlmatyTourError]]:
    """The tours without the steps that look at what is not there, and these steps as faults."""
    kept: dict[str, Tour] = {}
    faults: list[AlmatyTourError] = []
    for name, tour in tours.items():
        steps = []
        for number, step in enumerate(tour.steps, 1):
            try:
                if step.view.interior is not None:
                    rooms.interior(step.view.interior)
                    rooms.spot(step.view)
                elif step.view.landmark not in (None, *landmarks):
                    raise SettingError.unknown("landmark", str(step.view.landmark), landmarks)
                steps.append(step)
            except SettingError as fault:
                faults.append(ContentError(f"tour {name}", str(fault), where=f"step {number}"))
        if steps:
            kept[name] = replace(tour, steps=tuple(steps))
    return kept, faults


def pads(landmarks: Mapping[str, LandmarkSpec]) -> list[Pad]:
    """The level ground that the landmarks ask for."""
    return [pad for spec in landmarks.values() for pad in level_ground(spec)]


def _distance_weight(place: Place, landmark: LandmarkSpec) -> float:
    size_m = SMALLEST_M + max(place.height_m, place.radius_m)
    return math.sqrt(landmark.tier) * (SQUARE if landmark.members else 1.0) / size_m
