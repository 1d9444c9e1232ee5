"""Whether pictures are steady: shimmer of rows of windows and trees, jumps along a flight.

    python benchmarks/stability.py [--flight-m 30000] [--presets low,medium,high]

Shimmer: a part of a 1280x720 picture turns by less than a pixel from picture to picture, beside the
same part four times as fine. Flight: from the steppe in the north over the city into the mountains,
1.5 % of the height above the ground a picture, at an hour that stands still; told are changes of
blocks of 20 x 20 pixels that motion does not explain. See `almaty_tour.export.steady`.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from almaty_tour.base.assets import assets_dir
from almaty_tour.export.steady import BLOCK_PX, block_means, brightness, unexplained
from almaty_tour.export.steady_run import SIZE_PX, VIEWS, flight, flown, shimmer_of
from almaty_tour.export.studio import Studio

ROOT = Path(__file__).resolve().parents[1]
RESULT = ROOT / "benchmarks" / "results" / "stability.json"
SHIMMER_BARS = {"medium": 10.0, "high": 7.0}
JUMP_BAR = 12.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--presets", default="low,medium,high")
    parser.add_argument("--flight-m", type=float, default=30_000.0)
    parser.add_argument("--from-m", type=float, default=0.0)
    parser.add_argument("--out", type=Path, default=RESULT)
    options = parser.parse_args()
    studio = Studio(assets_dir(), "medium", SIZE_PX)
    studio.stage.load_all()
    found: dict[str, object] = {"day": datetime.now(UTC).date().isoformat()}
    found["driver"] = f"{platform.machine()}, {studio.stage.renderer.driver.renderer}"
    steady = True
    for preset in filter(None, options.presets.split(",")):
        rows = {name: shimmer_of(studio, name, preset) for name in VIEWS}
        found[f"shimmer, {preset}"] = {name: round(one.mean, 2) for name, one in rows.items()}
        print(preset, found[f"shimmer, {preset}"], flush=True)
        bar = SHIMMER_BARS.get(preset, float("inf"))
        steady &= max(one.mean for one in rows.values()) <= bar
    if options.flight_m:
        told = flown_over(studio, "medium", options.from_m, options.from_m + options.flight_m)
        found["flight, medium"] = told
        print(told)
        steady &= float(told["largest jump"]) <= JUMP_BAR
    options.out.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    return 0 if steady else 1


def flown_over(studio: Studio, preset: str, first_m: float, last_m: float) -> dict[str, object]:
    """What a flight shows: the largest jumps, where they are, how many blocks jump."""
    means = [
        block_means(brightness(picture), BLOCK_PX)
        for picture in flown(studio, preset, first_m, last_m)
    ]
    jumps = unexplained(np.stack(means))
    worst = np.argsort(jumps.max(axis=(1, 2)))[::-1][:12]
    cameras = list(flight(studio, first_m, last_m))
    places = [[*np.round(cameras[row].position_enu, 0).tolist()] for row in worst.tolist()]
    return {
        "pictures": len(means),
        "largest jump": round(float(jumps.max()), 2),
        "99.99 % of the blocks jump less than": round(float(np.quantile(jumps, 0.9999)), 2),
        "largest, by picture": [
            [int(row), round(float(jumps[row].max()), 2), place]
            for row, place in zip(worst.tolist(), places, strict=True)
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
