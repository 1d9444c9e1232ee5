"""Frame time and the card's time by pass along a tour, for machines with a graphics card.

    python benchmarks/passes.py [--tour grand] [--preset high] [--size 2560x1440]
                                [--pieces 16] [--out FILE.json] [--shots DIR]

The tour is flown at sixty pictures a second, in pieces spread over its length, into a target of
that size, with interface. Three times: as a window does it, two pictures under way, which gives
pictures a second; each picture waited for, which gives what the processor does and what was
special about the slowest; and each pass timed by the card's own clock (GL_TIME_ELAPSED). On a
software driver passes are timed in processor time instead. The first pictures of a piece, after
a far jump, are told apart as `arriving`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

from scenario_run import LEFT_OUT, Drawn, Scenario, by_pass, median, rounded, tail

UNDER_WAY = 2
WAIT_NS = 2_000_000_000
STEP_S = 1.0 / 60.0
SLOWEST = 8


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tour", default="grand")
    parser.add_argument("--preset", default="high")
    parser.add_argument("--size", default="2560x1440")
    parser.add_argument("--pieces", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=0.34, help="of each piece, of the tour")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--shots", type=Path, help="folder for a picture of each sixth piece")
    options = parser.parse_args()
    text = ""
    for found in measured(options):  # kept after each step: time may end
        text = json.dumps(rounded(found), indent=2)
        if options.out:
            options.out.write_text(text + "\n", "utf-8")
    print(text)
    return 0


def measured(options) -> Iterator[dict]:
    """The figures of one run, more of them each time."""
    width, height = (int(part) for part in options.size.split("x"))
    begin = time.perf_counter()
    drawn = Drawn(options.preset, (width, height), step_s=STEP_S)
    from pass_clock import PassClock  # both read pyglet's options, which are set now
    from uploads import Uploads

    found = {
        "driver": f"{drawn.driver.renderer}, {drawn.driver.version}",
        "tour, preset, size": f"{options.tour}, {options.preset}, {options.size}",
        "loaded s": time.perf_counter() - begin,
    }
    one = Scenario(options.tour, options.seconds, tour=options.tour, pieces=options.pieces)
    _flown(drawn, one)  # programs and tiles are made
    flown_ms = _flown(drawn, one)
    found["pictures a second, two under way"] = 1e3 / median(flown_ms)
    found["frame ms, two under way"] = {"median": median(flown_ms), "p95": tail(flown_ms)}
    yield found
    found["each picture waited for"] = _told(_waited_for(drawn, one, Uploads()))
    yield found
    clock = PassClock(drawn.stage.renderer, by_card=not drawn.driver.software)
    found["passes ms"] = by_pass(drawn, one, clock)
    yield found
    if options.shots:
        _shots(drawn, one, options.shots)


def _flown(drawn: Drawn, one: Scenario):
    """Milliseconds from picture to picture while two are under way."""
    from pyglet import gl

    fences, ends = deque(), []
    for draw, counted in drawn.pictures(one):
        draw()
        fences.append(gl.glFenceSync(gl.GL_SYNC_GPU_COMMANDS_COMPLETE, 0))
        if len(fences) > UNDER_WAY:
            oldest = fences.popleft()
            gl.glClientWaitSync(oldest, gl.GL_SYNC_FLUSH_COMMANDS_BIT, WAIT_NS)
            gl.glDeleteSync(oldest)
        ends.append((time.perf_counter(), counted))
    drawn.finish()
    times = [(b - a) * 1e3 for (a, _), (b, counted) in pairwise(ends) if counted]
    return np.array(times)


def _waited_for(drawn: Drawn, one: Scenario, uploads) -> list[dict]:
    """What each picture took, and what there was to do in it."""
    stats, programs = drawn.stage.renderer.stats, drawn.stage.renderer._programs
    rows = []
    for number, (draw, counted) in enumerate(drawn.pictures(one)):
        known = len(programs._kept)
        uploads.taken()
        begin, busy = time.perf_counter(), time.thread_time()
        draw()
        given, own = time.perf_counter(), time.thread_time() - busy
        drawn.finish()
        rows.append(
            {
                "picture": number,
                "arriving": not counted,
                "frame ms": (time.perf_counter() - begin) * 1e3,
                "until given to the driver ms": (given - begin) * 1e3,
                "own thread ms": own * 1e3,
                "draw list ms": drawn.listed_s * 1e3,
                "shadow maps": stats.shadow_maps,
                "draw calls": stats.draw_calls,
                "triangles": stats.triangles,
                "uploaded KiB": uploads.taken() // 1024,
                "programs compiled": len(programs._kept) - known,
            }
        )
    return rows


def _told(rows: list[dict]) -> dict:
    flying = [row for row in rows if not row["arriving"]]
    arriving = [row for row in rows if row["arriving"]]
    names = (
        "frame ms", "until given to the driver ms", "own thread ms", "draw list ms", "draw calls",
        "triangles", "uploaded KiB", "shadow maps",
    )  # fmt: skip
    columns = {name: np.array([row[name] for row in flying], float) for name in names}
    return {
        "pictures": len(flying),
        **{
            name: {"median": median(values), "p95": tail(values), "most": float(values.max())}
            for name, values in columns.items()
        },
        "arriving, frame ms, most": max(row["frame ms"] for row in arriving),
        "slowest": sorted(flying, key=lambda row: -row["frame ms"])[:SLOWEST],
    }


def _shots(drawn: Drawn, one: Scenario, folder: Path) -> None:
    """A look at what was measured."""
    from almaty_tour.export.studio import save_picture

    folder.mkdir(parents=True, exist_ok=True)
    each = max(LEFT_OUT + 1, round(one.seconds / STEP_S))
    for number, (draw, _) in enumerate(drawn.pictures(one)):
        draw()
        if number % (6 * each) == each - 1:
            picture = drawn.stage.renderer.read_pixels(drawn.target)
            save_picture(picture, folder / f"{drawn.preset}-{number // each}.jpg")


if __name__ == "__main__":
    sys.exit(main())
