"""What the arrival of the city adds to a picture, against the same picture fully loaded.

    python benchmarks/streaming.py [--out benchmarks/results/streaming.json]

The stage reads ahead in a thread, as in the window. The first pictures of `grand` are drawn
while everything arrives, under the budget of the viewer, and once more when all is there; each
ends by reading a pixel back, which waits for the driver. Told is what a picture took more, by
the clock and in processor time of its thread; the first picture compiles programs and is
told apart. A small picture keeps the drawing itself from hiding what arrives.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
SIZE_PX = (640, 360)
STEP_S = 1.0 / 12.0
MOST_FRAMES = 3_000
BAR_MS = 40.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=ROOT / "benchmarks" / "results" / "streaming.json"
    )
    found = measured()
    for name, value in found.items():
        bar = f"  <= {BAR_MS:g}" if name.startswith("most added") else ""
        print(f"{name:44} {value:9.2f}{bar}")
    out = parser.parse_args().out
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
    again = frames(stage, target, len(first))
    added = (first - again) * 1e3
    stage.free()
    del window
    return {
        "pictures while loading": float(len(first)),
        "loaded after s": loaded_s,
        "first picture, added ms": float(added[0, 0]),
        "median added ms": float(np.median(added[1:, 0])),
        "95th percentile added ms": float(np.quantile(added[1:, 0], 0.95)),
        "most added ms": float(added[1:, 0].max()),
        "95th percentile added ms of the thread": float(np.quantile(added[1:, 1], 0.95)),
        "most added ms of the thread": float(added[1:, 1].max()),
    }


def frames(stage, target, most: int):
    """(n, 2) seconds by the clock and of the thread, of each picture until all is loaded."""
    from almaty_tour.app.proofs import touring
    from almaty_tour.app.viewer import LOAD_BUDGET_S, LOAD_SHARE
    from almaty_tour.session.light import environment_at
    from almaty_tour.session.step import step

    state = touring(stage.world, "grand", 0.0, "kk")
    took = []
    dt_s, whole = STEP_S, stage.loaded
    for _ in range(most):
        clock, busy = time.perf_counter(), time.thread_time()
        state = step(stage.world, state, STEP_S)
        least, longest = LOAD_BUDGET_S
        stage.load_some(min(max(dt_s * LOAD_SHARE, least), longest))
        frame = stage.frame(
            state.camera, environment_at(state.local_time), size_px=SIZE_PX, preset="low",
            time_s=state.clock_s,
        )  # fmt: skip
        stage.draw(frame, target)
        target.read_depth(0, 0)
        dt_s = time.perf_counter() - clock
        took.append((dt_s, time.thread_time() - busy))
        if stage.loaded and not whole:
            break
    return np.array(took)


if __name__ == "__main__":
    sys.exit(main())
