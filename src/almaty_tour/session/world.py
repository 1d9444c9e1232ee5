"""All that does not change while the program runs: content, ground, films, obstacles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import AlmatyTourError, ContentError, SettingError
from almaty_tour.content.ground import level_ground
from almaty_tour.content.load import load_landmarks, load_tours
from almaty_tour.content.model import LandmarkSpec, Tour
from almaty_tour.geo.pads import Pad
from almaty_tour.geo.terrain import Terrain
from almaty_tour.scene.collision import Obstacles, obstacles
from almaty_tour.tour.film import Film, compile_tour
from almaty_tour.tour.places import Place, place_of

F64 = npt.NDArray[np.float64]
DEFAULT_TOUR = "golden_cradle"


@dataclass(frozen=True)
class World:
    """The city as a session sees it.

    Attributes:
        landmarks, tours: content by id. places: the landmarks on their ground.
        terrain: the ground, level under the landmarks.
        obstacles: what bodies meet; grows as chunks arrive.
        faults: content that was left out, each one line.
    """

    landmarks: Mapping[str, LandmarkSpec]
    tours: Mapping[str, Tour]
    places: Mapping[str, Place]
    terrain: Terrain
    obstacles: Obstacles
    faults: tuple[AlmatyTourError, ...] = ()
    _films: dict[str, Film] = field(default_factory=dict, compare=False, repr=False)

    def film(self, tour: str) -> Film:
        """The film of a tour, compiled once; SettingError for an unknown id."""
        if tour not in self.tours:
            raise SettingError.unknown("tour", tour, self.tours)
        if tour not in self._films:
            self._films[tour] = compile_tour(self.tours[tour], self.places, self.ground)
        return self._films[tour]

    def place(self, landmark: str) -> Place:
        """The place of a landmark; SettingError for an unknown id."""
        if landmark not in self.places:
            raise SettingError.unknown("landmark", landmark, self.places)
        return self.places[landmark]

    @property
    def first_tour(self) -> str | None:
        """The tour that runs behind the title, None in a city without tours."""
        return DEFAULT_TOUR if DEFAULT_TOUR in self.tours else next(iter(self.tours), None)

    @property
    def ground(self) -> Callable[[npt.ArrayLike, npt.ArrayLike], F64]:
        return self.terrain.height_m

    def with_obstacles(self, found: Obstacles) -> World:
        """The same world after chunks have come or gone."""
        return replace(self, obstacles=found)

    @cached_property
    def place_table(self) -> F64:
        """(n, 5) f8 of the places in order: x, y, height and radius together, the larger of
        both (metres), and the tier, negative for a place that holds members.
        """
        rows = [
            (p.x_m, p.y_m, p.height_m + p.radius_m, max(p.height_m, p.radius_m),
             -self.landmarks[p.id].tier if self.landmarks[p.id].members else
             self.landmarks[p.id].tier)
            for p in self.places.values()
        ]  # fmt: skip
        return np.array(rows, np.float64).reshape(-1, 5)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Landmark ids from north to south, the order of next and previous."""
        return tuple(sorted(self.places, key=lambda name: -self.places[name].y_m))


def load_world(assets: Path) -> World:
    """The world from the shipped files; broken content is left out and told in `faults`."""
    landmarks, landmark_faults = load_landmarks(assets / "content")
    tours, tour_faults = load_tours(assets / "content")
    terrain = Terrain.load(assets / "terrain").flattened(pads(landmarks))
    places = {name: place_of(spec, terrain.height_m) for name, spec in landmarks.items()}
    placed, step_faults = _placed(tours, landmarks)
    return World(
        landmarks=landmarks,
        tours=placed,
        places=places,
        terrain=terrain,
        obstacles=obstacles((), terrain.height_m),
        faults=(*landmark_faults, *tour_faults, *step_faults),
    )


def _placed(
    tours: Mapping[str, Tour], landmarks: Mapping[str, LandmarkSpec]
) -> tuple[dict[str, Tour], list[AlmatyTourError]]:
    """The tours without the steps whose landmark is not there, and these steps as faults."""
    kept: dict[str, Tour] = {}
    faults: list[AlmatyTourError] = []
    for name, tour in tours.items():
        steps = []
        for number, step in enumerate(tour.steps, 1):
            if step.view.landmark is None or step.view.landmark in landmarks:
                steps.append(step)
                continue
            unknown = SettingError.unknown("landmark", step.view.landmark, landmarks)
            faults.append(ContentError(f"tour {name}", str(unknown), where=f"step {number}"))
        if steps:
            kept[name] = replace(tour, steps=tuple(steps))
    return kept, faults


def pads(landmarks: Mapping[str, LandmarkSpec]) -> list[Pad]:
    """The level ground that the landmarks ask for."""
    return [pad for spec in landmarks.values() for pad in level_ground(spec)]
