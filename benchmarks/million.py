"""What culling costs in a city of a million buildings and as many trees, and what it takes.

    python benchmarks/million.py [--out benchmarks/results/million.json]

Tiles of 512 m like those of the town, made up at 2,000 buildings and as many trees a square
kilometre, in a square that grows with their number. Kinds and sizes are those of the town, with
more large ones among them than it has. Each size is measured in a process of its
own: the draw list of the preset `low` and of `medium` for views at eye level, over the roofs
and from high up, in processor time of the thread and by the clock, and the bytes by which the
process grows for each building with its tree.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
SIZES = (125_000, 250_000, 500_000, 1_000_000)
A_KM2 = 2_000
TILE_M = 512.0
VIEWS = 240
HEIGHTS_M = (1.7, 12.0, 60.0, 250.0, 900.0, 3_000.0)
HOUSES = {
    f"house.{name}": size for name, size in {
        "hut": (7.5, 4.5, 3.5), "cottage": (12.0, 9.0, 6.4), "house2": (12.0, 10.0, 9.5),
        "wood": (13.0, 9.0, 7.0), "villa": (18.0, 15.0, 10.2), "shop": (27.0, 15.0, 8.4),
        "shed": (48.0, 20.0, 9.5), "panel5": (60.0, 12.0, 15.6), "panel9": (54.0, 13.0, 26.8),
        "court": (58.0, 36.0, 18.1), "office": (54.0, 16.0, 30.4), "tower": (33.0, 27.0, 80.8),
    }.items()
}  # fmt: skip
SHARES = (0.18, 0.44, 0.15, 0.04, 0.03, 0.03, 0.03, 0.04, 0.03, 0.015, 0.01, 0.005)
TREES = {
    f"tree.{name}": size for name, size in {
        "poplar": (5.0, 5.0, 22.0), "elm": (9.0, 9.0, 12.0), "oak": (12.0, 12.0, 14.0),
        "apple": (4.5, 4.5, 4.0),
    }.items()
}  # fmt: skip
BARS = {"low ms": 2.0}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=ROOT / "benchmarks" / "results" / "million.json"
    )
    parser.add_argument("--count", type=int, help="(internal) measure one size here")
    options = parser.parse_args()
    if options.count:
        print(json.dumps(measured(options.count)))
        return 0
    found = [elsewhere(count) for count in SIZES]
    for small, large in pairwise(found):
        more = large["memory MiB"] - small["memory MiB"], large["buildings"] - small["buildings"]
        large["bytes for each more"] = round(more[0] * 2**20 / more[1], 1)
    report(found)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    options.out.write_text(json.dumps({"machine": machine, "sizes": found}, indent=2) + "\n")
    return 0


def elsewhere(count: int) -> dict[str, float]:
    """`measured` in a process of its own."""
    command = [sys.executable, __file__, "--count", str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def measured(count: int) -> dict[str, float]:
    """Times and memory of one city."""
    from almaty_tour.render.quality import detail_limits, quality
    from almaty_tour.scene.arrays import Scene
    from almaty_tour.scene.drawing import draw_list

    scene = Scene()
    for kind, size in {**HOUSES, **TREES}.items():
        scene.set_prop(kind, block(size))
    before = resident_bytes()
    begin = time.perf_counter()
    side = math.ceil(math.sqrt(count / (A_KM2 * (TILE_M / 1e3) ** 2)))
    each = np.full(side * side, count // side**2)
    each[: count - int(each.sum())] += 1
    longest = 0.0
    for number, houses in enumerate(each.tolist()):
        chunk = tile(number, side, houses)
        started = time.perf_counter()
        scene.add(chunk)
        longest = max(longest, time.perf_counter() - started)
        del chunk
    made_s = time.perf_counter() - begin
    grown = resident_bytes() - before
    found: dict[str, float] = {
        "buildings": count, "copies": len(scene.copies), "tiles": side * side,
        "bytes a building and tree": round(grown / count, 1),
        "arrays, bytes a building and tree": round(scene.copies.nbytes / count, 1),
        "memory MiB": round(grown / 2**20, 1),
        "longest arrival ms": round(longest * 1e3, 2), "made s": round(made_s, 2),
    }  # fmt: skip
    views = list(viewpoints(side * TILE_M))
    for preset in ("low", "medium"):
        limits = detail_limits(quality(preset))
        thread, wall, drawn = [], [], []
        for view in [*views[:20], *views]:
            busy, clock = time.thread_time(), time.perf_counter()
            listed = draw_list(scene, view, limits)
            thread.append((time.thread_time() - busy) * 1e3)
            wall.append((time.perf_counter() - clock) * 1e3)
            drawn.append(len(listed.props.rows))
        thread, wall, drawn = thread[20:], wall[20:], drawn[20:]
        found |= {
            f"{preset} ms": round(float(np.median(thread)), 3),
            f"{preset} ms, 95th percentile": round(float(np.quantile(thread, 0.95)), 3),
            f"{preset} ms by the clock": round(float(np.median(wall)), 3),
            f"{preset} copies drawn": float(np.median(drawn)),
            f"{preset} copies drawn, most": float(max(drawn)),
        }
    return found


def block(size_m):
    """A stand-in for the mesh of a prop: its size is all that culling asks for."""
    from almaty_tour.scene.chunk import Level
    from almaty_tour.scene.vertex import VERTEX

    rows = np.zeros(2, VERTEX)
    rows["position"] = np.array([(-0.5, -0.5, 0.0), (0.5, 0.5, 1.0)]) * size_m
    return (Level(rows, np.zeros(3, np.uint32), 0.0),)


def tile(number: int, side: int, houses: int):
    """A tile with as many houses as trees."""
    from almaty_tour.scene.chunk import Chunk, Instances

    random = np.random.default_rng(number)
    east, north = (number % side - side / 2) * TILE_M, (number // side - side / 2) * TILE_M
    tables = [
        Instances(kind, rows(random, int(some)))
        for kinds, shares in ((HOUSES, SHARES), (TREES, (0.25,) * 4))
        for kind, some in zip(kinds, random.multinomial(houses, shares), strict=True)
    ]
    corner = np.array([TILE_M, TILE_M, 90.0], np.float32)
    return Chunk(
        f"tile.{number}", (east, north, 800.0), np.zeros(3, np.float32), corner, (), tuple(tables)
    )


def rows(random: np.random.Generator, count: int):
    """Copies strewn over a tile."""
    from almaty_tour.scene.vertex import INSTANCE

    made = np.zeros(count, INSTANCE)
    made["position"] = random.uniform((0, 0, 0), (TILE_M, TILE_M, 15.0), (count, 3))
    made["yaw_rad"] = random.uniform(0.0, 6.28, count)
    made["scale"] = random.uniform(0.8, 1.25, (count, 2))
    made["seed"] = random.integers(0, 2**32, count, np.uint32)
    return made


def viewpoints(side_m: float):
    """Views into every direction from the middle half of the city, from six heights."""
    from almaty_tour.camera.matrices import frustum_planes
    from almaty_tour.camera.state import CameraState
    from almaty_tour.scene.drawing import Viewpoint

    random = np.random.default_rng(1)
    for number in range(VIEWS):
        height_m = HEIGHTS_M[number % len(HEIGHTS_M)]
        x, y = random.uniform(-side_m / 4.0, side_m / 4.0, 2).tolist()
        pitch = -math.atan2(height_m, 1_500.0)
        camera = CameraState((x, y, 815.0 + height_m), random.uniform(-3.1, 3.1), pitch)
        yield Viewpoint(
            np.array(camera.position_enu), frustum_planes(camera, 16 / 9), camera.fov_rad, 720
        )


def resident_bytes() -> int:
    """Memory that this process holds now."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def report(found: list[dict[str, float]]) -> None:
    """A row a figure, a column a size, and whether the bars are met."""
    for name in found[-1]:
        values = "".join(f"{one.get(name, math.nan):14,.2f}" for one in found)
        bar = BARS.get(name)
        told = "" if bar is None else f"  <= {bar:g} " + (
            "met" if found[-1][name] <= bar else "NOT MET"
        )  # fmt: skip
        print(f"{name:36}{values}{told}")


if __name__ == "__main__":
    sys.exit(main())
