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
"""(18, 32, 3) means of the blocks of a picture, 0 to 255."""
Row = dict[tuple[str, str], Blocks]
"""The pictures of a day, by hour and weather."""
Rows = dict[str, Row]

ROOT: Final = Path(__file__).resolve().parents[1]
GOLDENS: Final = ROOT / "tests" / "golden" / "hours"
SIZE_PX: Final = (320, 180)
BLOCK_PX: Final = 10
VIEWS: Final = {
    "street": (43.26008, 76.93907, 791.9, 174.9, 4.0, 60.0),
    "mountains": (43.2660, 76.9450, 900.0, 175.0, 4.0, 50.0),
    "city_from_above": (43.2300, 76.9500, 1500.0, 355.0, -25.0),
}
SNOWED: Final = ("mountains", "city_from_above")
"""Views of ground that nobody clears."""
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


def drawn(studio: Studio, view: str, day: str, sheets: Path | None) -> Row:
    """Every picture of a day from a view."""
    camera = camera_of(VIEWS[view])
    found: Row = {}
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


def wrong(view: str, rows: Rows) -> Iterator[str]:
    """What the pictures of a view do not show though they must."""
    yield from wrong_by_day(rows)
    yield from wrong_by_season(view, rows)


def wrong_by_day(rows: Rows) -> Iterator[str]:
    """What must be true of every day."""
    for day, row in rows.items():
        noon, night = row["noon", "clear"], row["night", "clear"]
        if not night.mean() < 0.65 * noon.mean():
            yield f"{day}: the night is not dark"
        if not row["dusk", "clear"].mean() < 0.85 * noon.mean():
            yield f"{day}: dusk is as bright as noon"
        if not lamps(night) > 1.25:
            yield f"{day}: nothing shines at night"
        for kind in ("overcast", "rain"):
            if not colour(row["noon", kind][:5]) < 0.9 * colour(noon[:5]):
                yield f"{day}: {kind} leaves the sky blue"


def wrong_by_season(view: str, rows: Rows) -> Iterator[str]:
    """What must be true of the seasons."""
    noons = {day: row["noon", "clear"] for day, row in rows.items()}
    if not warmest(rows["june"]["sunset", "clear"]) > warmest(noons["june"]) + 5.0:
        yield "the sunset of June is no warmer than its noon"
    if not warmest(noons["october"]) > warmest(noons["june"]) + 10.0:
        yield "October is no yellower than June"
    if view in SNOWED:
        if not noons["january"][-6:].mean() > noons["june"][-6:].mean() + 20.0:
            yield "no snow lies in January"
        if not rows["june"]["noon", "snow"][-6:].mean() > noons["june"][-6:].mean() + 50.0:
            yield "snow that falls does not stay"


def warmest(blocks: Blocks) -> float:
    """Red less blue where a picture is warm, in steps of 255."""
    return float(np.quantile(blocks[..., 0] - blocks[..., 2], 0.95))


def colour(blocks: Blocks) -> float:
    """How far the channels of a block are apart, on the mean."""
    return float(np.ptp(blocks, axis=-1).mean())


def lamps(blocks: Blocks) -> float:
    """How many times as bright as the middle block the brightest are."""
    light = blocks.mean(axis=-1)
    return float(np.quantile(light, 0.99) / np.median(light))


def sheet_of(rows: Rows) -> npt.NDArray[np.uint8]:
    """(h, w, 3) u1 all means of a view, a line a day."""
    lines = [np.concatenate(list(row.values()), axis=1) for row in rows.values()]
    return np.rint(np.concatenate(lines, axis=0)).astype(np.uint8)


def recorded(view: str, rows: Rows) -> list[str]:
    """Writes the golden of a view."""
    GOLDENS.mkdir(parents=True, exist_ok=True)
    Image.fromarray(sheet_of(rows)).save(GOLDENS / f"{view}.png", optimize=True)
    return []


def differing(view: str, rows: Rows) -> list[str]:
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
