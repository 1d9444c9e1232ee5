"""What the import of a whole map costs, in seconds and memory.

    python benchmarks/imports.py MAP [--rounds 3] [--out benchmarks/results/imports.json]

The map is an OpenStreetMap file of Almaty of some 10 MB (the one of 2012 has 38,000 buildings).
Each round imports it in a process of its own into an empty folder. Two cores may take 30 s for
it, which is 60 s of processor time, and 1,500 MB.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
MOST_CPU_S, MOST_MB = 60.0, 1500.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("map", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks/results/imports.json")
    options = parser.parse_args()
    rounds = [imported(options.map) for _ in range(options.rounds)]
    found = {name: round(median(row[name] for row in rounds), 1) for name in rounds[0]}
    found["peak_mb"] = max(row["peak_mb"] for row in rounds)
    for name, value in found.items():
        print(f"{name:10} {value:8.1f}")
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    text = {"machine": machine, "map": options.map.name, "rounds": options.rounds, **found}
    options.out.write_text(json.dumps(text, indent=2) + "\n", "utf-8")
    return int(found["cpu_s"] > MOST_CPU_S or found["peak_mb"] > MOST_MB)


def imported(source: Path) -> dict[str, float]:
    """Seconds by the clock and of processors, and the largest resident memory of one import."""
    words = [sys.executable, "-m", "almaty_tour", "city", "import", str(source.resolve())]
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with tempfile.TemporaryDirectory() as data:
        environment = os.environ | {"ALMATY_TOUR_DATA": data}
        subprocess.run(words, env=environment, check=True, stdout=subprocess.DEVNULL)
    wall_s = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall_s": wall_s, "cpu_s": cpu_s, "peak_mb": round(after.ru_maxrss / 1e3, 1)}


if __name__ == "__main__":
    sys.exit(main())
