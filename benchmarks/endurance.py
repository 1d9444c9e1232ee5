"""The tour looped at thirty times its speed, for hours: what memory and the driver say.

    python benchmarks/endurance.py [--minutes 120] [--tour golden_cradle]

Each picture is the next of a loop whose show runs at 30 times its speed, with interface, as a
gallery left alone would draw them. Told are the memory after a twelfth of the time (ten minutes
of two hours) and at the end, and errors that OpenGL has kept. A small picture draws more loops.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZE_PX = (640, 360)
SPEED, FRAMES_A_SECOND = 30.0, 12.0
STEP_S = SPEED / FRAMES_A_SECOND
SETTLED = 1.0 / 12.0
GROWTH_BAR = 0.01


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=120.0)
    parser.add_argument("--tour", default="golden_cradle")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "benchmarks" / "results" / "endurance.json"
    )
    options = parser.parse_args()
    found = looped(options.tour, options.minutes * 60.0)
    for name, value in found.items():
        print(f"{name:28} {value:12.3f}")
    options.out.parent.mkdir(parents=True, exist_ok=True)
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    options.out.write_text(json.dumps({"machine": machine, **found}, indent=2) + "\n")
    return 0 if found["growth"] < GROWTH_BAR and not found["errors of OpenGL"] else 1


def looped(tour: str, seconds: float) -> dict[str, float]:
    """The figures of a run of so many seconds by the clock."""
    from almaty_tour.app.proofs import Proofs, touring
    from almaty_tour.base.assets import assets_dir
    from almaty_tour.export.studio import Studio
    from almaty_tour.session.step import step

    stage = Studio(assets_dir(), "low", SIZE_PX).stage
    stage.load_all()
    proofs, target = Proofs(assets_dir(), SIZE_PX), stage.renderer.target(SIZE_PX)
    duration_s = stage.world.film(tour).duration_s
    begin = time.perf_counter()
    pictures = errors = loops = 0
    settled_mib = 0.0
    state = touring(stage.world, tour, 0.0, "kk")
    while time.perf_counter() - begin < seconds:
        if state.playback is None or state.playback.position_s >= duration_s:
            state, loops = touring(stage.world, tour, 0.0, "kk"), loops + 1
        state = step(stage.world, state, STEP_S)
        frame = stage.frame(
            state.camera,
            stage.world.environment(state.local_time, state.weather),
            size_px=SIZE_PX,
            preset="low",
            time_s=state.clock_s,
            overlay=proofs.caption(stage.world, state),
        )
        stage.draw(frame, target)
        target.read_depth(0, 0)
        errors += stage.renderer.error() != 0
        pictures += 1
        if not settled_mib and time.perf_counter() - begin > seconds * SETTLED:
            settled_mib = resident_mib()
    end_mib = resident_mib()
    return {
        "minutes": seconds / 60.0,
        "pictures": pictures,
        "loops": loops,
        "memory when settled MiB": settled_mib,
        "memory at the end MiB": end_mib,
        "growth": end_mib / settled_mib - 1.0,
        "errors of OpenGL": errors,
    }


def resident_mib() -> float:
    """Memory of this process now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    sys.exit(main())
