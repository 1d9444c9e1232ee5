"""What the arrival of the city adds to a picture, against the same picture fully loaded.

    python benchmarks/streaming.py [--out benchmarks/results/streaming.json] [--repeats 3]

The stage reads ahead in a thread, as in the window. The first pictures of `grand` are drawn
while everything arrives, under the budget of the viewer, and again when all is there; each
ends by reading a pixel back, which waits for the driver. What a picture took more than the
same moment of the tour fully loaded is told, by the clock, in processor time of its thread,
and by the clock without the time in which the thread could run but no core was free
(`/proc/thread-self/schedstat`): that is other programs, and the driver's own threads.

So that a machine's noise is not booked as streaming, the loaded picture is the median of
`LOADED` passes, and the city is read `--repeats` times: of each figure the median over them is
told. Not of each picture: what arrives in it is another thing every time. "Noise" is what one
loaded pass took more than the median of them. The first picture compiles programs and is told
apart. A small picture keeps the drawing itself from hiding what arrives.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
SIZE_PX = (640, 360)
STEP_S = 1.0 / 12.0
MOST_FRAMES = 3_000
LOADED = 3
BAR_MS = 40.0
CLOCK, THREAD, WAITED, GAVE_WAY = range(4)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=ROOT / "benchmarks" / "results" / "streaming.json"
    )
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    every = [measured() for _ in range(options.repeats)]
    found = {name: float(np.median([one[name] for one in every])) for name in every[0]}
    for name, value in found.items():
        bar = f"  <= {BAR_MS:g}" if name.startswith("most added") else ""
        print(f"{name:52} {value:9.2f}{bar}")
    out = options.out
    out.parent.mkdir(parents=True, exist_ok=True)
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    rounded = {name: round(value, 3) for name, value in found.items()}
    out.write_text(json.dumps({"machine": machine, **rounded}, indent=2) + "\n")
    return 0


def measured() -> dict[str, float]:
    """The figures, in this process."""
    from almaty_tour.base.assets import assets_dir
    from almaty_tour.render.gl.context import ensure_context

    window = ensure_context()
    from almaty_tour.session.stage import Stage
    from almaty_tour.session.world import load_world

    world = load_world(assets_dir())
    stage = Stage(assets_dir(), "low", (0.0, 0.0), world, ahead=True)
    target = stage.renderer.target(SIZE_PX)
    begin = time.perf_counter()
    first = frames(stage, target, MOST_FRAMES)
    loaded_s = time.perf_counter() - begin
    frames(stage, target, len(first))  # everything that is seen is on the card now
    passes = np.stack([frames(stage, target, len(first)) for _ in range(LOADED)])
    again = np.median(passes, axis=0)
    stage.free()
    del window
    added, noise = ((one - again)[1:] * 1e3 for one in (first, passes[0]))
    own = added[:, CLOCK] - added[:, WAITED]
    return {
        "pictures while loading": float(len(first)),
        "loaded after s": loaded_s,
        "first picture, added ms": float((first - again)[0, CLOCK]) * 1e3,
        "median added ms": float(np.median(added[:, CLOCK])),
        "95th percentile added ms": float(np.quantile(added[:, CLOCK], 0.95)),
        "most added ms": float(added[:, CLOCK].max()),
        "95th percentile added ms, waits for a core left out": float(np.quantile(own, 0.95)),
        "most added ms, waits for a core left out": float(own.max()),
        "95th percentile added ms of the thread": float(np.quantile(added[:, THREAD], 0.95)),
        "most added ms of the thread": float(added[:, THREAD].max()),
        "noise: most ms of the clock": float(noise[:, CLOCK].max()),
        "noise: most ms of the thread": float(noise[:, THREAD].max()),
        "times a picture gave way to others, median": float(np.median(first[:, GAVE_WAY])),
        "the same fully loaded": float(np.median(again[:, GAVE_WAY])),
    }


def waited_s() -> float:
    """Seconds in which this thread could have run and no core was free; 0 where nobody tells."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) * 1e-9
    except OSError:
        return 0.0


def gave_way() -> int:
    """How often this thread was put aside for others while it could run."""
    return resource.getrusage(resource.RUSAGE_THREAD).ru_nivcsw


def frames(stage, target, most: int):
    """(n, 4) of each picture until all is loaded: seconds by the clock, of the thread and
    waited for a core, and how often it gave way.
    """
    from almaty_tour.app.proofs import touring
    from almaty_tour.app.viewer import LOAD_BUDGET_S, LOAD_SHARE
    from almaty_tour.session.step import step

    state = touring(stage.world, "grand", 0.0, "kk")
    took = []
    dt_s, whole = STEP_S, stage.loaded
    for _ in range(most):
        waited, aside = waited_s(), gave_way()
        clock, busy = time.perf_counter(), time.thread_time()
        state = step(stage.world, state, STEP_S)
        least, longest = LOAD_BUDGET_S
        stage.load_some(min(max(dt_s * LOAD_SHARE, least), longest))
        frame = stage.frame(
            state.camera, stage.world.environment(state.local_time, state.weather),
            size_px=SIZE_PX, preset="low", time_s=state.clock_s,
        )  # fmt: skip
        stage.draw(frame, target)
        target.read_depth(0, 0)
        dt_s = time.perf_counter() - clock
        busy = time.thread_time() - busy
        took.append((dt_s, busy, waited_s() - waited, gave_way() - aside))
        if stage.loaded and not whole:
            break
    return np.array(took)


if __name__ == "__main__":
    sys.exit(main())
