"""Draws twelve ordinary places of the city, for eyes that are asked which city this is.

    python scripts/ordinary.py --out DIR [--size 1280x720] [NUMBER ...]

No landmark is the subject; the questions are: which city, which country, which decade of
building? Answers are kept in docs/ordinary.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from almaty_tour.base.assets import assets_dir
from almaty_tour.camera.state import CameraState
from almaty_tour.export.studio import Studio, save_picture
from almaty_tour.geo.frame import to_local

NOON, LATE, DUSK = "2026-06-21T12:30", "2026-06-21T17:40", "2026-06-21T19:50"
FOV_RAD = 1.0


@dataclass(frozen=True)
class View:
    """Where one stands, how high above the ground, and where one looks."""

    name: str
    latitude_deg: float
    longitude_deg: float
    above_m: float
    heading_deg: float
    pitch_deg: float
    time: str = LATE


VIEWS = (
    View("a court off Abylai Khan", 43.2529, 76.9403, 14.0, 200.0, -8.0),
    View("a street of the Golden Square", 43.2482, 76.94935, 4.0, 173.0, 1.0, NOON),
    View("a western micro-district", 43.2290, 76.8480, 55.0, 150.0, -14.0),
    View("Al-Farabi at dusk", 43.22800, 76.9500, 16.0, 262.0, -3.0, DUSK),
    View("private houses of the north", 43.2980, 76.9500, 26.0, 190.0, -12.0),
    View("a foothill orchard", 43.1912, 76.9623, 12.0, 175.0, -4.0),
    View("the rail yard", 43.27450, 76.94070, 10.5, 221.0, -7.0),
    View("the Sayran reservoir", 43.2440, 76.8560, 60.0, 60.0, -14.0),
    View("the city from the hill", 43.2325, 76.9740, 60.0, 310.0, -10.0),
    View("beside the Kishi Almaty", 43.2560, 76.9612, 22.0, 190.0, -10.0),
    View("a tree-lined avenue", 43.2420, 76.9571, 5.0, 172.0, 0.0, NOON),
    View("old wooden quarters", 43.2640, 76.9640, 24.0, 160.0, -12.0),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--quality", default="high")
    options = parser.parse_args()
    width, height = (int(part) for part in options.size.split("x"))
    with Studio(assets_dir(), options.quality, (width, height)) as studio:
        studio.stage.load_all()
        for number, view in enumerate(VIEWS, 1):
            if options.numbers and number not in options.numbers:
                continue
            picture = studio.picture(camera(studio, view), datetime.fromisoformat(view.time))
            save_picture(picture, options.out / f"{number:02d}.jpg")
    return 0


def camera(studio: Studio, view: View) -> CameraState:
    """The eye of a view."""
    x, y = (float(part) for part in to_local(view.latitude_deg, view.longitude_deg))
    z = float(studio.stage.world.ground(x, y)) + view.above_m
    heading, pitch = np.radians([view.heading_deg, view.pitch_deg]).tolist()
    return CameraState((x, y, z), heading, pitch, FOV_RAD)


if __name__ == "__main__":
    sys.exit(main())
