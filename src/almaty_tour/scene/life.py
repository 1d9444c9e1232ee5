"""What lives in the picture: cars that drive, people, birds, traffic lights, bus stops."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.content.strolls import Stroll
from almaty_tour.scene.birds import Flock, Spot, flocks, near_birds
from almaty_tour.scene.chunk import Chunk, Instances
from almaty_tour.scene.cull import Sides
from almaty_tour.scene.drawing import DetailLimits, Viewpoint
from almaty_tour.scene.environment import Environment
from almaty_tour.scene.imported import GREEN, HideRaster
from almaty_tour.scene.people import People, out_share, people_at, people_of
from almaty_tour.scene.signals import Signals, signals_at, signals_of
from almaty_tour.scene.strolls import floors_of, with_strolls
from almaty_tour.scene.traffic import Traffic, busy_share, cars_at, traffic_of
from almaty_tour.scene.traffic_file import read_traffic
from almaty_tour.scene.vertex import INSTANCE
from almaty_tour.scene.visible import Crowd
from almaty_tour.scene.walks_file import at_rest, read_walks

F64 = npt.NDArray[np.float64]
Ground = Callable[[npt.ArrayLike, npt.ArrayLike], F64]
FARTHEST_M: Final = 800.0
TILE_M: Final = 1024.0
STOP_REACH_M: Final = 1_500.0
CAR_M: Final = 3.0  # size of a car on the screen; a bus is drawn no farther
BIRD_M: Final = 1.0
PERSON_M: Final = 1.75
SIGNAL_M: Final = 3.6
BODY_M: Final = 5.0  # nobody, and no light, reaches farther from his place


@dataclass(frozen=True)
class Life:
    """Everything that moves by itself in the town."""

    traffic: Traffic
    people: People
    signals: Signals
    flocks: tuple[Flock, ...] = ()

    def crowds(
        self,
        time_s: float,
        environment: Environment,
        viewpoint: Viewpoint,
        limits: DetailLimits,
    ) -> tuple[Crowd, ...]:
        """What moves near a viewpoint at a time, as far as it is large enough to be drawn."""
        per_m = viewpoint.pixel_rad * limits.prop_px
        cars_m = min(CAR_M / per_m, FARTHEST_M)
        busy = busy_share(environment.sun_enu[2])
        planes = viewpoint.world_planes.copy()
        planes[:, 3] += BODY_M
        sides = Sides.of(viewpoint.eye, planes)
        cars = cars_at(self.traffic, time_s, viewpoint.eye, cars_m, busy, sides)
        birds_m = BIRD_M / per_m
        walk_m = min(PERSON_M / per_m, limits.people_m)
        share = out_share(environment.sun_enu[2])
        people = people_at(self.people, time_s, viewpoint.eye, walk_m, share, sides)
        signals_m = min(SIGNAL_M / per_m, FARTHEST_M)
        signals = signals_at(self.signals, time_s, viewpoint.eye, signals_m, sides)
        return (cars, people, signals, *near_birds(self.flocks, time_s, viewpoint.eye, birds_m))


def read_life(
    folder: Path,
    ground: Ground,
    places: Mapping[str, Spot],
    hide: HideRaster | None = None,
    strolls: Sequence[Stroll] = (),
) -> tuple[Life, list[Chunk]]:
    """What moves in the town of a folder, and its bus stops; AssetError when it is damaged.

    `places` are landmarks by id: x, y and height of their ground. Shelters, and who rests, give
    way to an imported map like lamps; cars drive on where its streets lie as ours do.
    """
    file, walks = read_traffic(folder), read_walks(folder)
    stops = file.stops
    if hide is not None:
        stops = stops[hide.at(stops[:, 0], stops[:, 1]) & GREEN == 0]
        walks = at_rest(walks, hide.at(walks.spots[:, 0], walks.spots[:, 1]) & GREEN == 0)
    life = Life(
        traffic_of(file, ground, hide),
        people_of(with_strolls(walks, strolls), floors_of(ground, strolls)),
        signals_of(walks, ground),
        flocks(places),
    )  # fmt: skip
    return life, stop_chunks(stops, ground)


def stop_chunks(stops: npt.NDArray[np.float32], ground: Ground) -> list[Chunk]:
    """Shelters at (n, 3) x, y and yaw, in tiles."""
    tile = np.floor(stops[:, :2] / TILE_M).astype(np.int64)
    made = []
    for column, line in np.unique(tile, axis=0).tolist():
        made.append(_tile(stops[(tile == (column, line)).all(axis=1)], column, line, ground))
    return made


def _tile(stops: npt.NDArray[np.float32], column: int, line: int, ground: Ground) -> Chunk:
    heights = np.asarray(ground(stops[:, 0], stops[:, 1]), np.float64)
    origin = ((column + 0.5) * TILE_M, (line + 0.5) * TILE_M, float(heights.min()))
    rows = np.zeros(len(stops), INSTANCE)
    rows["position"] = np.column_stack([stops[:, :2] - origin[:2], heights - origin[2]])
    rows["yaw_rad"], rows["scale"] = stops[:, 2], 1.0
    reach = TILE_M / 2.0 + 10.0
    return Chunk(
        id=f"stops.{column}.{line}",
        origin_enu=origin,
        bounds_min=np.array([-reach, -reach, -2.0], np.float32),
        bounds_max=np.array([reach, reach, np.ptp(heights) + 5.0], np.float32),
        instances=(Instances("stop.shelter", rows),),
        view_distance_m=STOP_REACH_M,
    )
