"""The whole matrix of hours, seasons and kinds of weather, compared with what was recorded.

    python scripts/hours_check.py [--record] [--sheets DIR]

Three views in the preset of the goldens, four days of the year, eight hours told by the height of
the sun, and each kind of weather by day and by night. Kept of a picture are the means of its
blocks of 10 x 10 pixels, 32 x 18 of them, all of a view in one small PNG of `tests/golden/hours`.
Whether a picture shows what it must (night darker than day, snow in January, leaves that turn)
is asked first, whatever was recorded. `--sheets` writes the pictures themselves to look at.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from almaty_tour.app.gallery import camera_of
from almaty_tour.base.assets import assets_dir
from almaty_tour.export.studio import Studio
from almaty_tour.geo.sun import local_time, sun

Blocks = npt.NDArray[np.float32]
"""(9 or more, 18, 32, 3) means of blocks, 0 to 255, of the pictures of one row of the matrix."""

ROOT: Final = Path(__file__).resolve().parents[1]
GOLDENS: Final = ROOT / "tests" / "golden" / "hours"
SIZE_PX: Final = (320, 180)
BLOCK_PX: Final = 10
VIEWS: Final = {
    "street": (43.26008, 76.93907, 791.9, 174.9, 4.0, 60.0),
    "mountains": (43.2660, 76.9450, 900.0, 175.0, 4.0, 50.0),
    "city_from_above": (43.2300, 76.9500, 1500.0, 355.0, -25.0),
}
DAYS: Final = {"january": 15, "april": 20, "june": 21, "october": 20}
MONTHS: Final = {"january": 1, "april": 4, "june": 6, "october": 10}
HOURS: Final = {
    # degrees of the sun, in the morning (-1) or after noon (1); None: at its highest or lowest
    "night": None,
    "dawn": (-4.0, -1),
    "sunrise": (3.0, -1),
    "morning": (15.0, -1),
    "noon": None,
    "afternoon": (12.0, 1),
    "sunset": (2.0, 1),
    "dusk": (-5.0, 1),
}
KINDS: Final = ("fair", "overcast", "rain", "snow")
CLOSE: Final = 2.0
"""Steps of 255 by which a block may differ from the recording."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--sheets", type=Path)
    options = parser.parse_args()
    faults: list[str] = []
    with Studio(assets_dir(), "golden", SIZE_PX) as studio:
        studio.stage.load_all()
        studio.use("golden", SIZE_PX)
        for view in VIEWS:
            rows = {day: drawn(studio, view, day, options.sheets) for day in DAYS}
            faults += [f"{view}: {one}" for one in wrong(view, rows)]
            faults += recorded(view, rows) if options.record else differing(view, rows)
    print("\n".join(faults) or f"{len(VIEWS) * len(DAYS) * len(columns())} pictures agree")
    return 1 if faults else 0


def columns() -> list[tuple[str, str]]:
    """Hour and weather of the pictures of a row."""
    clear = [(hour, "clear") for hour in HOURS]
    return clear + [(hour, kind) for kind in KINDS for hour in ("noon", "night")]


def drawn(studio: Studio, view: str, day: str, sheets: Path | None) -> dict[tuple[str, str], Blocks]:
    """(18, 32, 3) means of the blocks of every picture of a day, by hour and weather."""
    camera = camera_of(VIEWS[view])
    found = {}
    for hour, kind in columns():
        moment = moment_of(day, hour)
        picture = studio.picture(camera, moment, 7.0, weather=kind)
        found[hour, kind] = means(picture)
        if sheets is not None:
            sheets.mkdir(parents=True, exist_ok=True)
            studio.save(picture, sheets / f"{view}-{day}-{hour}-{kind}.png")
    return found


def moment_of(day: str, hour: str) -> datetime:
    """The minute of a day at which the sun stands as an hour of `HOURS` says."""
    begin = local_time(f"2026-{MONTHS[day]:02}-{DAYS[day]:02}T00:00")
    minutes = [begin + timedelta(minutes=number) for number in range(24 * 60)]
    height = np.array([sun(minute).elevation_deg for minute in minutes])
    highest = int(height.argmax())
    wanted = HOURS[hour]
    if wanted is None:
        return minutes[highest] if hour == "noon" else minutes[(highest + 720) % 1440]
    height_deg, side = wanted
    half = slice(0, highest) if side < 0 else slice(highest, None)
    return minutes[half][int(np.abs(height[half] - height_deg).argmin())]


def means(picture: npt.NDArray[np.uint8]) -> Blocks:
    """(h / 10, w / 10, 3) means of blocks."""
    high, wide = picture.shape[0] // BLOCK_PX, picture.shape[1] // BLOCK_PX
    blocks = picture.reshape(high, BLOCK_PX, wide, BLOCK_PX, 3)
    return blocks.mean(axis=(1, 3), dtype=np.float32)


def wrong(view: str, rows: dict[str, dict[tuple[str, str], Blocks]]) -> Iterator[str]:
    """What the pictures of a view do not show though they must."""
    for day, row in rows.items():
        bright = {key: float(one.mean()) for key, one in row.items()}
        if not bright["night", "clear"] < 0.6 * bright["noon", "clear"]:
            yield f"{day}: the night is not dark"
        if not bright["dusk", "clear"] < bright["afternoon", "clear"]:
            yield f"{day}: dusk is brighter than the afternoon"
        if not bright["noon", "rain"] < bright["noon", "clear"]:
            yield f"{day}: rain does not darken the noon"
        if not warmth(row["sunset", "clear"]) > warmth(row["noon", "clear"]) + 0.02:
            yield f"{day}: the sunset is no warmer than noon"
        if not lamps(row["night", "clear"]) > lamps(row["noon", "clear"]) or view == "mountains":
            if view != "mountains":
                yield f"{day}: no lamp stands out at night"
    ground = {day: row["noon", "clear"][-6:] for day, row in rows.items()}
    if not colourfulness(ground["january"]) < 0.7 * colourfulness(ground["june"]):
        yield "January is as colourful as June"
    if not warmth(ground["october"]) > warmth(ground["june"]):
        yield "October is no yellower than June"


def warmth(blocks: Blocks) -> float:
    """Red less blue, as a share of the brightness."""
    red, _, blue = blocks.reshape(-1, 3).mean(axis=0)
    return float((red - blue) / (blocks.mean() + 1.0))


def colourfulness(blocks: Blocks) -> float:
    """How far the channels of a block are apart, on the mean."""
    return float(np.ptp(blocks, axis=-1).mean())


def lamps(blocks: Blocks) -> float:
    """How far the brightest blocks stand over the middle one, as a share of it."""
    light = blocks.mean(axis=-1)
    return float(np.quantile(light, 0.98) / (np.median(light) + 1.0))


def sheet_of(rows: dict[str, dict[tuple[str, str], Blocks]]) -> npt.NDArray[np.uint8]:
    """(h, w, 3) u1 all means of a view, a line a day."""
    lines = [np.concatenate(list(row.values()), axis=1) for row in rows.values()]
    return np.rint(np.concatenate(lines, axis=0)).astype(np.uint8)


def recorded(view: str, rows: dict[str, dict[tuple[str, str], Blocks]]) -> list[str]:
    """Writes the golden of a view."""
    GOLDENS.mkdir(parents=True, exist_ok=True)
    Image.fromarray(sheet_of(rows)).save(GOLDENS / f"{view}.png", optimize=True)
    return []


def differing(view: str, rows: dict[str, dict[tuple[str, str], Blocks]]) -> list[str]:
    """One line for each picture that is not as it was recorded."""
    path = GOLDENS / f"{view}.png"
    if not path.is_file():
        return [f"{path.name} has not been recorded: scripts/hours_check.py --record"]
    golden = np.asarray(Image.open(path).convert("RGB"), np.float32)
    high, wide = SIZE_PX[1] // BLOCK_PX, SIZE_PX[0] // BLOCK_PX
    found = []
    for line, (day, row) in enumerate(rows.items()):
        for place, ((hour, kind), blocks) in enumerate(row.items()):
            part = golden[line * high : (line + 1) * high, place * wide : (place + 1) * wide]
            off = float(np.abs(part - blocks).max())
            if off > CLOSE:
                found.append(f"{view}: {day}, {hour}, {kind}: a block is off by {off:.1f} of 255")
    return found


if __name__ == "__main__":
    sys.exit(main())
