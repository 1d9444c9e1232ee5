"""A gallery of 5,000 pictures of 24 megapixels: what it costs the tour, in time and memory.

    python benchmarks/pictures.py [--count 5000] [--out benchmarks/results/pictures.json]

Some originals of 6000 x 4000 are made and each is told of in the library under many names, so
that every name has its own thumbnail and an original of full size, without 15 GB of files.
Then pictures of a walk through the city are drawn in one process, in turns: without pictures,
with all of them on their boards in the city, with the gallery open and scrolling, and with one
large picture after the other. Told are milliseconds of the frame's own thread and of the whole
process, medians and 99th percentile, and the memory that the process and its decoder take more.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
SIZE_PX = (1280, 720)
ORIGINAL_PX = (6000, 4000)
ORIGINALS = 3
FRAMES, ROUNDS = 16, 2
GROWTH_MB = 250.0
OWN_MS = 3.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks/results/pictures.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = library_of(Path(folder), options.count)
        found = measured(Path(folder)) | made
    for name, value in found.items():
        print(f"{name:48} {value:9.2f}")
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    rounded = {name: round(value, 3) for name, value in found.items()}
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps({"machine": machine, **rounded}, indent=2) + "\n")
    slow = found["gallery: own thread more, ms"] > OWN_MS
    return int(slow or found["memory more after all, MB"] > GROWTH_MB)


def library_of(data: Path, count: int) -> dict[str, float]:
    """A library with so many records; how long one original takes to be taken in."""
    import msgspec

    from almaty_tour.gallery.importing import import_folder
    from almaty_tour.gallery.library import Library, library_place
    from almaty_tour.gallery.record import Taken

    given = data / "given"
    given.mkdir()
    for number in range(ORIGINALS):
        y, x = np.mgrid[0:500, 0:500].astype(np.uint16)
        tile = np.stack([x * 3 % 251, (y + 40 * number) % 256, (x * y) % 256], 2).astype(np.uint8)
        pixels = np.tile(tile, (ORIGINAL_PX[1] // 500, ORIGINAL_PX[0] // 500, 1))
        Image.fromarray(pixels).save(given / f"{number}.jpg", quality=90)
    library = Library(library_place(data))
    begin = time.perf_counter()
    import_folder(given, library)
    taken_s = (time.perf_counter() - begin) / ORIGINALS
    records = list(library.records.values())
    encoder, lines = msgspec.json.Encoder(), []
    for number in range(count):
        one = records[number % ORIGINALS]
        digest = hashlib.sha256(f"{number}".encode()).hexdigest()
        place = Taken(
            time=f"{1930 + number % 90}-06-01T12:00", latitude_deg=43.24 + number % 71 * 0.0002,
            longitude_deg=76.93 + number // 71 * 0.0003, direction_deg=float(number % 360),
            captions={"": f"Picture {number} of the museum"}, author="Museum",
        )  # fmt: skip
        lines.append(encoder.encode(msgspec.structs.replace(one, digest=digest, taken=place)))
        os.link(library.thumb(one.digest), library.thumb(digest))
    (library.folder / "library.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    begin = time.perf_counter()
    Library(library.folder)
    opened_ms = 1e3 * (time.perf_counter() - begin)
    return {"taking in one original, s": taken_s, "opening the library, ms": opened_ms}


def measured(data: Path) -> dict[str, float]:
    from almaty_tour.app.picture_wall import PictureWall
    from almaty_tour.base.assets import assets_dir
    from almaty_tour.export.studio import Studio
    from almaty_tour.ui.interface import Interface

    with Studio(assets_dir(), "low", SIZE_PX) as studio:
        studio.stage.load_all()
        wall = PictureWall(assets_dir(), data)
        bench = Bench(studio, wall, Interface(assets_dir(), wall.pixels))
        bench.run("plain", 5)
        before = resident_mb()
        times = {name: [] for name in ("plain", "gallery", "boards", "large")}
        for _ in range(ROUNDS):
            for name, rows in times.items():
                rows.append(bench.run(name, FRAMES))
        found = told({name: np.concatenate(rows) for name, rows in times.items()})
        found["memory more after all, MB"] = resident_mb() - before
        found["memory of the decoder, MB"] = bench.decoder_mb()
        wall.close()
    return found


class Bench:
    """Frames of one kind after the other, as the window makes them."""

    def __init__(self, studio, wall, interface):
        from almaty_tour.app.proofs import exploring
        from almaty_tour.geo.sun import local_time

        self.studio, self.wall, self.interface = studio, wall, interface
        world = studio.stage.world
        moment = local_time("2026-06-21T10:00")
        self.state = exploring(world, studio.arrival("abai_opera"), moment, "kk")
        self.number = 0

    def run(self, kind, frames):
        """(n, 2) milliseconds of the own thread and of the process."""
        from almaty_tour.session.commands import Command
        from almaty_tour.ui.desk import Sheet

        desk = self.interface.desk
        desk.sheet = {"gallery": Sheet.GALLERY, "large": Sheet.PICTURE}.get(kind, Sheet.NONE)
        if self.wall._framed != (kind == "boards"):
            self.wall.follow(Command("toggle_frames"))
        return np.array([self.frame(kind) for _ in range(frames)])

    def frame(self, kind):
        from almaty_tour.ui.pins import Sights
        from almaty_tour.ui.told import ui_view
        from almaty_tour.ui.view import WindowView

        self.number += 1
        desk, world = self.interface.desk, self.studio.stage.world
        if kind == "gallery":
            self.interface.pointer_at(640.0, 400.0)
            self.interface.wheel(-2.0)
        own, whole = time.thread_time(), time.process_time()
        words = self.interface.words("kk")
        gallery = self.wall.view(world, words, desk.sheet)
        if kind == "large" and self.number % 8 == 0:
            desk.album.open(gallery.cards[self.number * 37 % len(gallery.cards)].id)
        size = tuple(float(side) for side in SIZE_PX)
        view = replace(
            ui_view(world, self.state, WindowView(size), 0.03, Sights()), gallery=gallery
        )
        overlay, _ = self.interface.build(view)
        moment = self.state.local_time
        frame = self.studio.frame(self.state.camera, moment, 0.03 * self.number, overlay)
        frame = replace(frame, framed=self.wall.framed(world))
        self.studio.stage.renderer.patient = True
        self.studio.stage.draw(frame, self.studio._target)
        own = time.thread_time() - own
        self.studio.stage.renderer.read_pixels(self.studio._target)  # waits for the driver
        return 1e3 * own, 1e3 * (time.process_time() - whole)

    def decoder_mb(self):
        decoder = self.wall._files._decoder
        process = None if decoder is None else decoder._process
        return 0.0 if process is None else status_mb(process.pid, "VmHWM")


def told(times):
    plain_own, plain_all = np.median(times["plain"], axis=0)
    found = {"plain: own thread, ms": plain_own, "plain: process, ms": plain_all}
    for name in ("gallery", "boards", "large"):
        own, whole = np.median(times[name], axis=0)
        found[f"{name}: own thread more, ms"] = own - plain_own
        found[f"{name}: own thread, 99th of 100, ms"] = np.percentile(times[name][:, 0], 99)
        found[f"{name}: process more, ms"] = whole - plain_all
    return found


def resident_mb():
    return status_mb(os.getpid(), "VmRSS")


def status_mb(pid, name):
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next(float(line.split()[1]) / 1024.0 for line in lines if line.startswith(name))


if __name__ == "__main__":
    sys.exit(main())
