"""What going into an interior costs: the way in and out, memory, and frames within.

    xvfb-run -a python benchmarks/interiors.py [--out benchmarks/results/interiors.json]

`visits`: from the city before the door into the hall and back, two pictures on each side. Times
are those of all threads of the process, a bound of what a visitor waits; memory is what the
process holds after the fifth visit against the last. `frames`: pictures in `low` at 1280x720
along a walk through the hall, among those of the guided flight `golden_cradle`, one of each in
turn, by the time of all threads of the process: on a software renderer that is the work itself,
whatever else the machine does. Each of the hall is drawn once before it is timed, since a window
reads the pictures of the walls beside the drawing. The clock counts on idle cores alone.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from pyglet import gl

from almaty_tour.base.assets import assets_dir
from almaty_tour.export.studio import Studio
from almaty_tour.session.commands import Command
from almaty_tour.session.handlers import title_state
from almaty_tour.session.state import Preferences
from almaty_tour.session.step import step

SIZE_PX = (1280, 720)
HALL = "golden_cradle_hall"
TOUR = "golden_cradle"
WALK = (
    (0.0, -19.0, 0.0), (0.0, -9.0, 0.0), (0.0, -4.0, 0.0), (-6.0, -2.0, 300.0),
    (-13.5, 0.0, 270.0), (-17.0, 3.0, 250.0), (-28.0, 0.0, 90.0), (0.0, 6.0, 180.0),
    (0.0, 13.5, 0.0), (-6.0, 20.0, 20.0), (-6.0, 40.0, 160.0), (6.0, 41.0, 200.0),
    (13.5, 0.0, 90.0), (28.0, 5.0, 270.0),
)  # fmt: skip
PICTURES = 2
WARM = 5


def held_mib() -> float:
    """Memory that the process holds now."""
    for line in Path("/proc/self/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024.0
    return 0.0


def drawn(studio: Studio, state) -> None:
    stage, world = studio.stage, studio.stage.world
    day = world.environment(state.local_time, state.weather)
    frame = stage.frame(state.camera, day, size_px=SIZE_PX, preset="low", time_s=state.clock_s)
    stage.draw(frame, studio._target)
    gl.glFinish()


def visits(studio: Studio, count: int) -> dict[str, float]:
    """There and back again."""
    world = studio.stage.world
    door = next(one for one in world.doors if one.interior == HALL)
    state = step(world, title_state(world, Preferences()), 0.0, commands=[Command("explore")])
    state = replace(state, camera=door.outside)
    times: dict[str, list[float]] = {"enter_interior": [], "leave_interior": []}
    held = []
    for _ in range(count):
        for name, spent in times.items():
            begin = time.process_time()
            state = step(studio.stage.world, state, 1.0 / 30.0, commands=[Command(name)])
            drawn(studio, state)
            spent.append(time.process_time() - begin)
            for _ in range(PICTURES - 1):
                drawn(studio, state)
        gc.collect()
        held.append(held_mib())
    return {
        "in s, warm, worst": max(times["enter_interior"][1:]),
        "out s, warm, worst": max(times["leave_interior"][1:]),
        "in s, first": times["enter_interior"][0],
        "memory MiB after five": held[min(WARM, len(held)) - 1],
        "memory MiB at the end": held[-1],
        "memory growth": held[-1] / held[min(WARM, len(held)) - 1] - 1.0,
    }


def frames(studio: Studio, count: int) -> dict[str, float]:
    """One picture of the hall, one of the city, again and again."""
    world = studio.stage.world
    state = title_state(world, Preferences())
    inner = step(world, state, 0.0, commands=[Command("enter_interior", HALL)])
    film = world.film(TOUR)
    spent: dict[str, list[float]] = {"hall": [], "city": []}
    own: dict[str, list[float]] = {"hall": [], "city": []}
    clock: dict[str, list[float]] = {"hall": [], "city": []}
    calls = 0
    for number in range(count):
        share = number / count * (len(WALK) - 1)
        here, there = WALK[int(share)], WALK[min(int(share) + 1, len(WALK) - 1)]
        t = share % 1.0
        x, y = (a + (b - a) * t for a, b in zip(here[:2], there[:2], strict=True))
        turn = (there[2] - here[2] + 180.0) % 360.0 - 180.0
        heading = math.radians(here[2] + turn * t)
        camera = replace(inner.camera, position_enu=(x, y, 1.7), heading_rad=heading)
        second = film.duration_s * number / count
        for name, one in (
            ("hall", replace(inner, camera=camera, clock_s=number / 12.0)),
            ("city", replace(state, camera=film.camera(second), clock_s=number / 12.0)),
        ):
            if name == "hall":
                drawn(studio, one)
            begin, whole, thread = time.perf_counter(), time.process_time(), time.thread_time()
            drawn(studio, one)
            clock[name].append(time.perf_counter() - begin)
            spent[name].append(time.process_time() - whole)
            own[name].append(time.thread_time() - thread)
            if name == "hall":
                calls = max(calls, studio.stage.renderer.stats.draw_calls)
    ratio = np.median(spent["hall"]) / np.median(spent["city"])
    return {
        "hall ms, all threads, median": 1e3 * float(np.median(spent["hall"])),
        "city ms, all threads, median": 1e3 * float(np.median(spent["city"])),
        "hall against city": float(ratio),
        "hall ms, own thread, median": 1e3 * float(np.median(own["hall"])),
        "hall ms, by the clock, median": 1e3 * float(np.median(clock["hall"])),
        "hall ms, all threads, 95 %": 1e3 * float(np.percentile(spent["hall"], 95)),
        "draw calls in the hall, most": calls,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=50)
    parser.add_argument("--frames", type=int, default=140)
    parser.add_argument("--bare", action="store_true", help="without the city, for a quick look")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    with Studio(assets_dir(), "low", SIZE_PX) as studio:
        if not options.bare:
            studio.stage.load_all()
        studio.stage.halls.load_all(studio.stage.world, HALL)
        told = {"visits": visits(studio, options.visits), "frames": frames(studio, options.frames)}
        told["driver"] = studio.stage.renderer.driver.renderer
    text = json.dumps(told, indent=2)
    print(text)
    if options.out:
        options.out.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
