"""The checks that take too long for every run; the result is kept in benchmarks/results.

    python scripts/long_check.py        in an environment with the bake extra

Bakes everything again and compares, plays every tour through the checker, draws every golden
and the matrix of hours, seasons and weathers, measures
shimmer and a flight of 30 km, and the size of the repository.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULT = ROOT / "benchmarks" / "results" / "long_check.json"
TOUR = [sys.executable, "-m", "almaty_tour"]
CHECKS = {
    "models repeat": [*TOUR, "bake", "--check"],
    "textures repeat": [*TOUR, "bake", "textures", "--check"],
    "sounds repeat": [*TOUR, "bake", "sounds", "--check"],
    "town repeats": [*TOUR, "bake", "town", "--check"],
    "ground repeats": [*TOUR, "bake", "terrain", "--check"],
    "content and tours": [*TOUR, "check"],
    "goldens": [*TOUR, "golden", "check"],
    "hours, seasons, weathers": [sys.executable, str(ROOT / "scripts" / "hours_check.py")],
    "steady pictures": [sys.executable, str(ROOT / "benchmarks" / "stability.py")],
    "pictures, killed 20 times": [sys.executable, str(ROOT / "scripts" / "pictures_check.py")],
    "size of the repository": [sys.executable, str(ROOT / "scripts" / "repo_size.py")],
}


def main() -> int:
    rows = []
    for name, command in CHECKS.items():
        begin = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        lines = (done.stdout + done.stderr).strip().splitlines()
        rows.append(
            {
                "check": name,
                "ok": done.returncode == 0,
                "seconds": round(time.perf_counter() - begin, 1),
                "last_line": lines[-1] if lines else "",
            }
        )
        print(rows[-1], flush=True)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    text = {"day": datetime.now(UTC).date().isoformat(), "checks": rows}
    RESULT.write_text(json.dumps(text, indent=2) + "\n", "utf-8")
    return 0 if all(row["ok"] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
