"""What pictures of our own city cost, by scenario, and whether that has become more.

    python benchmarks/scenarios.py [--preset low] [--size 1280x720] [--only street,park]
    python benchmarks/scenarios.py --preset low --against benchmarks/results/scenarios_low.json
    python benchmarks/scenarios.py --preset low --profile street

A scenario is a file in `benchmarks/scenarios/`: a tour sampled at pieces of its length, or a way
between two views; a new file is a new scenario. Each is drawn three times: whole pictures, with
interface; pictures whose passes are timed one by one (by the card's own clock, or on software by
ending each pass, in processor time of all threads); and, on Mesa's software drivers, pictures
that the driver drops, which leaves our own code. Bytes are counted at the driver's calls.

Without `--against` the figures are kept as the accepted run, `results/scenarios_PRESET.json`
beside this file. With it they are compared, by ratio, and the exit status is 1 when a figure has
grown to more than `--most` times. Times are compared in processor time on software, so that other
programs count little, and after dividing by a yardstick: a fixed piece of work, timed in both runs.
`--profile` tells the functions that our own code spends its time in.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from scenario_run import (
    Drawn,
    by_pass,
    measured,
    median,
    rounded,
    scenarios,
    yardstick_ms,
)

RESULTS = Path(__file__).resolve().parent / "results"
MOST = 1.15
SOFTWARE_TIMES = ("work of all threads ms", "work of all threads ms, 95th percentile")
CARD_TIMES = ("frame ms", "frame ms, 95th percentile")
COUNTS = ("draw calls", "triangles", "uploaded KiB, mean")
OWN = "own code ms"
LEAST = {"pass": 1.0, OWN: 0.3, "uploaded KiB, mean": 64.0}
"""Figures below this in both runs are not compared: nobody would notice."""


def main() -> int:
    options = _options()
    if options.profile:
        return _elsewhere(options, "profile", noop=True)[0]
    found = _joined(options)
    if options.against is None:
        out = options.out or RESULTS / f"scenarios_{options.preset}.json"
        out.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
        print(table(found))
        return 0
    if options.out is not None:
        options.out.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    accepted = json.loads(options.against.read_text("utf-8"))
    rows = compared(accepted, found)
    print(told(rows, accepted, found, options.most))
    return 1 if any(row.ratio > options.most for row in rows) else 0


def table(found: dict) -> str:
    """The figures of a run, a scenario a line."""
    names = ("frame ms", SOFTWARE_TIMES[0], OWN, "draw calls", "triangles", "uploaded KiB, mean")
    heads = ("frame ms", "work ms", "own ms", "calls", "triangles", "KiB")
    lines = [f"{'scenario':12}" + "".join(f"{head:>11}" for head in heads) + "  passes ms"]
    for name, figures in found["scenarios"].items():
        cells = "".join(f"{figures.get(one, float('nan')):11,.1f}" for one in names)
        passes = sorted(figures["passes ms"].items(), key=lambda item: -item[1]["mean"])
        costly = "  ".join(
            f"{one} {times['mean']:.1f}" for one, times in passes if times["mean"] > 0.1
        )
        lines.append(f"{name:12}{cells}  {costly}")
    return "\n".join(lines)


@dataclass(frozen=True)
class Row:
    """One figure of one scenario in two runs; `ratio` with the machines' speed taken out."""

    scenario: str
    figure: str
    before: float
    now: float
    ratio: float


def compared(accepted: dict, found: dict) -> list[Row]:
    """The figures that both runs have and that are worth comparing, worst first."""
    speed = found["yardstick ms"] / accepted["yardstick ms"]
    times = CARD_TIMES if found["by card"] else SOFTWARE_TIMES
    rows = []
    for name, now in found["scenarios"].items():
        before = accepted["scenarios"].get(name)
        if before is None:
            continue
        for figure in (*times, OWN, *COUNTS):
            if figure in before and figure in now:
                slower = 1.0 if figure in COUNTS or found["by card"] else speed
                rows.append(_row(name, figure, before[figure], now[figure], slower))
        for one, passed in now["passes ms"].items():
            if one in before["passes ms"]:
                slower = 1.0 if found["by card"] else speed
                mean = before["passes ms"][one]["mean"]
                rows.append(_row(name, f"pass {one} ms", mean, passed["mean"], slower))
    return sorted((row for row in rows if row is not None), key=lambda row: -row.ratio)


def _row(scenario: str, figure: str, before: float, now: float, slower: float) -> Row | None:
    least = LEAST.get("pass" if figure.startswith("pass ") else figure, 0.0)
    if max(before, now) < least or before <= 0.0:
        return None
    return Row(scenario, figure, before, now, now / before / slower)


def told(rows: list[Row], accepted: dict, found: dict, most: float) -> str:
    """The comparison as a table."""
    lines = [
        f"the machine takes {found['yardstick ms'] / accepted['yardstick ms']:.2f} times as long"
        " for the same work; ratios of times are without that"
    ]
    lines += [
        f"another {key}: {accepted[key]} / {found[key]}"
        for key in ("machine", "driver", "preset, size")
        if accepted[key] != found[key]
    ]
    lines.append(f"{'scenario':12}{'figure':42}{'before':>12}{'now':>12}{'ratio':>8}")
    for row in rows:
        sign = "  SLOWER" if row.ratio > most else "  less" if row.ratio < 1.0 / most else ""
        lines.append(
            f"{row.scenario:12}{row.figure:42}{row.before:12,.2f}{row.now:12,.2f}{row.ratio:8.2f}{sign}"
        )
    worse = sum(row.ratio > most for row in rows)
    lines.append(f"{worse} of {len(rows)} figures grew to more than {most:g} times")
    return "\n".join(lines)


def _joined(options) -> dict:
    """The figures of the drawing run, with our own code from a run whose driver drops all."""
    code, found = _elsewhere(options, "draw", noop=False)
    if code:
        raise SystemExit(code)
    if not found["by card"]:
        own = _elsewhere(options, "own", noop=True)[1]
        for name, figures in found["scenarios"].items():
            figures[OWN] = own[name]
    return found


def _elsewhere(options, what: str, *, noop: bool):
    """Exit status and answer of a process of its own, with the driver that drops or draws."""
    env = {**os.environ, **({"GALLIUM_NOOP": "1"} if noop else {})}
    command = [
        sys.executable, __file__, "--inside", what, "--preset", options.preset, "--size",
        options.size, "--only", options.profile or options.only,
    ]  # fmt: skip
    stdout = None if what == "profile" else subprocess.PIPE
    done = subprocess.run(command, env=env, stdout=stdout, text=True, check=False)
    if stdout is None or done.returncode:
        return done.returncode, None
    return 0, json.loads(done.stdout.splitlines()[-1])


def _inside(options) -> int:
    width, height = (int(part) for part in options.size.split("x"))
    chosen = _chosen(options.only)
    drawn = Drawn(options.preset, (width, height))
    if options.inside == "profile":
        return _profiled(drawn, chosen)
    if options.inside == "own":
        answer = {one.name: _own_ms(drawn, one) for one in chosen}
    else:
        answer = _all(drawn, chosen, options)
    print(json.dumps(rounded(answer)))
    return 0


def _all(drawn: Drawn, chosen, options) -> dict:
    from pass_clock import PassClock
    from uploads import Uploads

    by_card = not drawn.driver.software
    uploads, marks, figures = Uploads(), [], {}
    for one in chosen:
        marks.append(yardstick_ms())
        figures[one.name] = measured(drawn, one, uploads)
        print(f"{one.name}: drawn", file=sys.stderr, flush=True)
    clock = PassClock(drawn.stage.renderer, by_card=by_card)
    for one in chosen:
        figures[one.name]["passes ms"] = by_pass(drawn, one, clock)
        print(f"{one.name}: by pass", file=sys.stderr, flush=True)
    return {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "driver": f"{drawn.driver.renderer}, {drawn.driver.version}",
        "preset, size": f"{options.preset}, {options.size}",
        "by card": by_card,
        "yardstick ms": min(marks),
        "scenarios": figures,
    }


def _own_ms(drawn: Drawn, scenario) -> float:
    """Processor time of the thread for a picture; the driver is to drop the drawing."""
    import time

    import numpy as np

    spent = []
    for draw, counted in drawn.pictures(scenario):
        begin = time.thread_time()
        draw()
        if counted:
            spent.append((time.thread_time() - begin) * 1e3)
    return median(np.array(spent))


def _profiled(drawn: Drawn, chosen) -> int:
    import cProfile
    import pstats

    profile, pictures = cProfile.Profile(), 0
    for one in chosen:
        for draw, counted in drawn.pictures(one):
            if counted:
                profile.enable()
            draw()
            profile.disable()
            pictures += counted
    print(f"{pictures} pictures; times are of all of them, in seconds")
    pstats.Stats(profile, stream=sys.stdout).strip_dirs().sort_stats("tottime").print_stats(30)
    return 0


def _chosen(only: str):
    known = scenarios()
    names = [name for name in only.split(",") if name] or list(known)
    unknown = [name for name in names if name not in known]
    if unknown:
        raise SystemExit(f"no scenario '{unknown[0]}'; there are {', '.join(known)}")
    return [known[name] for name in names]


def _options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--preset", default="low")
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--only", default="", help="names of scenarios, with commas between")
    parser.add_argument("--out", type=Path, help="where the figures are kept")
    parser.add_argument("--against", type=Path, help="the accepted run to compare with")
    parser.add_argument("--most", type=float, default=MOST, help="ratio that is accepted")
    parser.add_argument("--profile", metavar="NAME", help="functions of our own code, by time")
    parser.add_argument("--inside", choices=("draw", "own", "profile"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    _chosen(options.profile or options.only)
    if options.inside:
        sys.exit(_inside(options))
    return options


if __name__ == "__main__":
    sys.exit(main())
