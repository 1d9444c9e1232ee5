"""What a visitor waits for and what a frame costs, measured on this machine.

    python benchmarks/measure.py [--out benchmarks/results/measure.json]

First picture: from the start of the process to the first flip of a real window, warm and with
an empty cache, the median of some runs. Frames: the preset `low` at 1280x720 along
`golden_cradle`, interface on, each frame ended by reading one pixel back, which waits for the
driver. Own code: processor time of the thread for session, interface, draw list and
submission of the same frames with Mesa's no-op driver, which drops the drawing, for `low`,
`medium` and `high`. Memory:
the peak of the frame process. `grand` leads through the whole city; it is sampled at pieces of
its length, of which the first frames are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
SIZE_PX = (1280, 720)
STEP_S = 1.0 / 12.0
RUNS = 5
PIECES, PIECE_FRAMES, LEFT_OUT = 24, 20, 4
VIEWER = (
    "from almaty_tour.app.viewer import ViewerOptions, run_viewer;"
    "import pathlib, sys;"
    "raise SystemExit(run_viewer(options=ViewerOptions("
    "quality='low', most_frames=3, told=True, settings=pathlib.Path(sys.argv[1]))))"
)
BARS = {
    "first picture warm s": ("<=", 2.0),
    "first picture cold s": ("<=", 6.0),
    "frames a second, median": (">=", 20.0),
    "own code ms": ("<=", 3.0),
    "own code ms, medium": ("<=", 3.0),
    "own code ms, high": ("<=", 3.0),
    "memory MiB": ("<=", 900.0),
    "draw calls": ("<=", 300.0),
    "grand: frames a second, median": (">=", 10.0),
    "grand: own code ms": ("<=", 3.0),
    "grand: own code ms, medium": ("<=", 3.0),
    "grand: own code ms, high": ("<=", 3.0),
    "grand: memory MiB": ("<=", 1_300.0),
    "grand: draw calls": ("<=", 300.0),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=ROOT / "benchmarks" / "results" / "measure.json"
    )
    parser.add_argument("--frames", help="(internal) measure frames of a tour here")
    parser.add_argument("--preset", default="low", help="(internal) of these frames")
    options = parser.parse_args()
    if options.frames:
        print(json.dumps(frames(options.frames, options.preset)))
        return 0
    found = {
        "first picture warm s": first_picture(RUNS, cold=False),
        "first picture cold s": first_picture(3, cold=True),
        **frames_elsewhere("golden_cradle", noop=False),
        "own code ms": frames_elsewhere("golden_cradle", noop=True)["thread ms, median"],
    }
    grand = frames_elsewhere("grand", noop=False)
    grand["own code ms"] = frames_elsewhere("grand", noop=True)["thread ms, median"]
    found |= {f"grand: {name}": value for name, value in grand.items()}
    for preset in ("medium", "high"):
        for tour, name in (("golden_cradle", ""), ("grand", "grand: ")):
            own = frames_elsewhere(tour, noop=True, preset=preset)["thread ms, median"]
            found[f"{name}own code ms, {preset}"] = own
    report(found, options.out)
    return 0


def first_picture(runs: int, *, cold: bool) -> float:
    """Median seconds from the start of the process to its first picture."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "XDG_CACHE_HOME": folder} if cold else dict(os.environ)
        if not cold:
            one_start(env, folder)
        seconds = []
        for _ in range(runs):
            if cold:
                shutil.rmtree(folder)
                Path(folder).mkdir()
            seconds.append(one_start(env, folder))
    return float(np.median(seconds))


def one_start(env: dict[str, str], folder: str) -> float:
    """Seconds to the line that the viewer writes after its first picture."""
    command = [sys.executable, "-c", VIEWER, str(Path(folder) / "settings.toml")]
    begin = time.perf_counter()
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("mode="):
                seconds = time.perf_counter() - begin
                process.communicate()
                return seconds
    raise SystemExit("the viewer ended without a picture; is there a display?")


def frames_elsewhere(tour: str, *, noop: bool, preset: str = "low") -> dict[str, float]:
    """`frames` in a process of its own, with the no-op driver or the real one."""
    env = {**os.environ, **({"GALLIUM_NOOP": "1"} if noop else {})}
    command = [sys.executable, __file__, "--frames", tour, "--preset", preset]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def frames(tour: str, preset: str = "low") -> dict[str, float]:
    """Frame times along a tour, memory and draw calls, in this process."""
    from almaty_tour.app.proofs import Proofs, touring
    from almaty_tour.base.assets import assets_dir
    from almaty_tour.export.studio import Studio
    from almaty_tour.session.step import step

    studio = Studio(assets_dir(), preset, SIZE_PX)
    stage = studio.stage
    stage.load_all()
    stage.renderer.patient = True  # as in the window
    proofs = Proofs(assets_dir(), SIZE_PX)
    target = stage.renderer.target(SIZE_PX)
    times, threads, calls = [], [], []
    for start_s, kept in moments(tour, stage.world.film(tour).duration_s):
        if start_s is not None:
            state = touring(stage.world, tour, start_s, "kk")
        begin, busy = time.perf_counter(), time.thread_time()
        state = step(stage.world, state, STEP_S)
        overlay = proofs.caption(stage.world, state)
        frame = stage.frame(
            state.camera,
            stage.world.environment(state.local_time, state.weather),
            size_px=SIZE_PX,
            preset=preset,
            time_s=state.clock_s,
            overlay=overlay,
        )
        stage.draw(frame, target)
        target.read_depth(0, 0)
        if not kept:
            continue
        times.append((time.perf_counter() - begin) * 1e3)
        threads.append((time.thread_time() - busy) * 1e3)
        calls.append(stage.renderer.stats.draw_calls)
    sorted_ms = np.sort(times)
    return {
        "frame ms, median": float(np.median(sorted_ms)),
        "frame ms, 95th percentile": float(np.quantile(sorted_ms, 0.95)),
        "frames a second, median": float(1e3 / np.median(sorted_ms)),
        "thread ms, median": float(np.median(threads)),
        "thread ms, mean": float(np.mean(threads)),
        "draw calls": float(max(calls)),
        "memory MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0,
    }


def moments(tour: str, duration_s: float) -> Iterator[tuple[float | None, bool]]:
    """For each frame where the tour begins anew, or None to go on, and whether it counts."""
    if tour != "grand":
        for number in range(int(duration_s / STEP_S)):
            yield (None if number else 0.0), number >= 2
        return
    for piece in range(PIECES):
        for number in range(PIECE_FRAMES):
            yield (None if number else duration_s * piece / PIECES), number >= LEFT_OUT


def report(found: dict[str, float], out: Path) -> None:
    """Prints the table beside its bars and keeps the figures."""
    for name, value in found.items():
        sign, bar = BARS.get(name, ("", float("nan")))
        met = (
            ""
            if not sign
            else "met"
            if (value <= bar if sign == "<=" else value >= bar)
            else "NOT MET"
        )
        print(f"{name:28} {value:9.2f}  {f'{sign} {bar:g}' if sign else '':>8}  {met}")
    out.parent.mkdir(parents=True, exist_ok=True)
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    rounded = {name: round(value, 3) for name, value in found.items()}
    out.write_text(json.dumps({"machine": machine, **rounded}, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
