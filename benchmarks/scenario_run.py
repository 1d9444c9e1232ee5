"""One scenario drawn and measured, in this process."""

from __future__ import annotations

import math
import time
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).resolve().parent / "scenarios"
STEP_S = 1.0 / 12.0
LEFT_OUT = 4
"""Pictures at the beginning of each piece that do not count: programs, maps and tiles are made."""
VIEW = ("latitude_deg", "longitude_deg", "above_m", "heading_deg", "pitch_deg")


@dataclass(frozen=True)
class Scenario:
    """A file of `scenarios/`: pieces of a tour, or a way between two views.

    Attributes:
        name: of the file. seconds: of each piece.
        time, weather: of a way; a tour has its own.
        tour, pieces: where pieces begin is spread evenly over the tour.
        way: (2, 5) of `VIEW`.
    """

    name: str
    seconds: float
    time: str = "2026-06-21T12:00"
    weather: str = "clear"
    tour: str = ""
    pieces: int = 1
    way: tuple[tuple[float, ...], ...] = ()


def scenarios() -> dict[str, Scenario]:
    """All scenarios by name."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.toml"))}


def read(path: Path) -> Scenario:
    """A scenario of a file; SystemExit with a line that names the file and what is wrong."""
    table = tomllib.loads(path.read_text("utf-8"))
    ends = [table.pop(end) for end in ("from", "to") if end in table]
    try:
        way = tuple(tuple(float(end[name]) for name in VIEW) for end in ends)
        made = Scenario(path.stem, way=way, **table)
    except (KeyError, TypeError) as fault:
        raise SystemExit(f"{path}: {fault}") from fault
    if bool(made.tour) == (len(way) == 2):
        raise SystemExit(f"{path}: give either a tour, or from and to")
    return made


class Drawn:
    """A stage with all on it, and the pictures of scenarios as the window makes them.

    Attributes:
        target: what is drawn into. step_s: from picture to picture.
        listed_s: what the list of what is drawn took in the last picture.
    """

    def __init__(self, preset: str, size_px: tuple[int, int], step_s: float = STEP_S) -> None:
        from almaty_tour.app.proofs import Proofs
        from almaty_tour.base.assets import assets_dir
        from almaty_tour.export.studio import Studio

        self.preset, self.size_px, self.step_s = preset, size_px, step_s
        self.listed_s = 0.0
        self._studio = Studio(assets_dir(), preset, size_px)  # keeps the context
        self.stage = self._studio.stage
        self.stage.load_all()
        self.driver = self.stage.renderer.driver
        self._proofs = Proofs(assets_dir(), size_px)
        self.target = self.stage.renderer.target(size_px)

    def pictures(self, scenario: Scenario):
        """For each picture a function that draws it and returns, and whether it counts.

        The function returns when all has been given to the driver; `finish` waits for it.
        """
        for piece in range(scenario.pieces):
            state, cameras = self._begin(scenario, piece)
            for number in range(max(LEFT_OUT + 1, round(scenario.seconds / self.step_s))):
                holder = [state]
                camera = None if cameras is None else cameras(number * self.step_s)
                yield (lambda h=holder, c=camera: self._draw(h, c)), number >= LEFT_OUT
                state = holder[0]

    def finish(self) -> None:
        """Wait until the picture is there."""
        self.target.read_depth(0, 0)

    def _begin(self, scenario: Scenario, piece: int):
        from almaty_tour.app.proofs import exploring, touring
        from almaty_tour.geo.sun import local_time

        world = self.stage.world
        if scenario.tour:
            begin_s = world.film(scenario.tour).duration_s * piece / scenario.pieces
            return touring(world, scenario.tour, begin_s, "kk"), None
        ends = np.array(scenario.way)

        def camera(second: float):
            return self._camera(ends, second / scenario.seconds)

        state = exploring(world, camera(0.0), local_time(scenario.time), "kk")
        return replace(state, weather=scenario.weather), camera

    def _camera(self, ends, share: float):
        from almaty_tour.app.gallery import camera_of
        from almaty_tour.geo.frame import to_local

        latitude, longitude, above_m, heading, pitch = ends[0] + (ends[1] - ends[0]) * share
        ground_m = float(self.stage.world.terrain.height_m(*to_local(latitude, longitude)))
        return camera_of((latitude, longitude, ground_m + above_m, heading, pitch))

    def _draw(self, holder, camera) -> None:
        from almaty_tour.session.step import step

        world = self.stage.world
        state = step(world, holder[0], self.step_s)
        if camera is not None:
            state = replace(state, camera=camera)
        holder[0] = state
        overlay = self._proofs.caption(world, state)
        begin = time.perf_counter()
        frame = self.stage.frame(
            state.camera, world.environment(state.local_time, state.weather),
            size_px=self.size_px, preset=self.preset, time_s=state.clock_s, overlay=overlay,
        )  # fmt: skip
        self.listed_s = time.perf_counter() - begin
        self.stage.draw(frame, self.target)


def measured(drawn: Drawn, scenario: Scenario, uploads) -> dict[str, float]:
    """Times of whole pictures, and what they are made of."""
    stats = drawn.stage.renderer.stats
    rows, counts = [], []
    for draw, counted in drawn.pictures(scenario):
        uploads.taken()
        begin = time.perf_counter(), time.process_time(), time.thread_time()
        draw()
        own = time.thread_time() - begin[2]
        drawn.finish()
        ends = time.perf_counter(), time.process_time()
        if counted:
            rows.append((ends[0] - begin[0], ends[1] - begin[1], own))
            counts.append((stats.draw_calls, stats.triangles, uploads.taken() / 1024.0))
    clock, work, own = (np.array(column) * 1e3 for column in zip(*rows, strict=True))
    calls, triangles, sent = (np.array(column) for column in zip(*counts, strict=True))
    return {
        "pictures": len(rows),
        "frame ms": median(clock),
        "frame ms, 95th percentile": tail(clock),
        "work of all threads ms": median(work),
        "work of all threads ms, 95th percentile": tail(work),
        "own thread ms": median(own),
        "draw calls": median(calls),
        "draw calls, most": float(calls.max()),
        "triangles": median(triangles),
        "triangles, most": float(triangles.max()),
        "uploaded KiB": median(sent),
        "uploaded KiB, mean": float(sent.mean()),
        "uploaded KiB, most": float(sent.max()),
    }


def by_pass(drawn: Drawn, scenario: Scenario, clock) -> dict[str, dict[str, float]]:
    """Milliseconds of each pass: median, mean and tail (maps are drawn now and then)."""
    clock.reset()
    keep = []
    for draw, counted in drawn.pictures(scenario):
        clock.begin()
        draw()
        clock.end()
        drawn.finish()
        keep.append(counted)
    found = {}
    for name, times in sorted(clock.times_ms.items()):
        values = np.array(times)[np.array(keep)]
        if values.any():
            found[name] = {
                "median": median(values),
                "mean": float(values.mean()),
                "p95": tail(values),
            }
    return found


def yardstick_ms() -> float:
    """Processor time of a fixed piece of work: how quick this machine is just now."""
    rows = np.arange(1 << 18, dtype=np.float64)
    times = []
    for _ in range(9):
        begin = time.process_time()
        np.sort(np.sin(rows))
        times.append(time.process_time() - begin)
    return median(np.array(times)) * 1e3


def median(values) -> float:
    return float(np.median(values))


def tail(values) -> float:
    return float(np.quantile(values, 0.95))


def rounded(value):
    """Figures with four digits, in any depth of tables."""
    if isinstance(value, dict):
        return {name: rounded(one) for name, one in value.items()}
    if isinstance(value, list):
        return [rounded(one) for one in value]
    if isinstance(value, float) and value and math.isfinite(value):
        return round(value, 3 - math.floor(math.log10(abs(value))))
    return value
