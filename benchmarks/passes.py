"""Frame time and the card's time by pass along a tour, for machines with a graphics card.

    python benchmarks/passes.py [--tour grand] [--preset high] [--size 2560x1440]
                                [--frames 400] [--out FILE.json] [--shots DIR]

Frames are drawn into a target of that size, the interface left out; each is ended by
`glFinish`. The card's time comes from GL_TIME_ELAPSED queries round each pass. Frames in which
something was uploaded or compiled first are kept apart as `slowest`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from ctypes import byref
from pathlib import Path

import numpy as np

PASSES = ("shadow", "painting", "objects", "props", "terrain", "sky", "tone")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tour", default="grand")
    parser.add_argument("--preset", default="high")
    parser.add_argument("--size", default="2560x1440")
    parser.add_argument("--frames", type=int, default=400)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--shots", type=Path)
    options = parser.parse_args()
    width, height = (int(part) for part in options.size.split("x"))
    found = measured(options.tour, options.preset, (width, height), options.frames, options.shots)
    text = json.dumps(found, indent=2)
    print(text)
    if options.out:
        options.out.write_text(text + "\n")
    return 0


def measured(tour, preset, size_px, count, shots):
    """The figures of one run."""
    from almaty_tour.app.proofs import touring
    from almaty_tour.base.assets import assets_dir
    from almaty_tour.export.studio import Studio, save_picture
    from almaty_tour.session.step import step

    begin = time.perf_counter()
    with Studio(assets_dir(), preset, size_px) as studio:
        stage = studio.stage
        stage.load_all()
        loaded_s = time.perf_counter() - begin
        target = stage.renderer.target(size_px)
        clock = PassClock(stage.renderer)
        state = touring(stage.world, tour, 0.0, "kk")
        step_s = stage.world.film(tour).duration_s / count
        rows = []
        for number in range(count):
            state = step(stage.world, state, step_s)
            clock.begin()
            rows.append(
                one(
                    stage,
                    state,
                    stage.world.environment(state.local_time, state.weather),
                    preset,
                    size_px,
                    target,
                )
            )
            clock.end()
            if shots and number % (count // 6) == count // 12:
                save_picture(stage.renderer.read_pixels(target), shots / f"{preset}-{number}.jpg")
        driver = stage.renderer.driver
        target.free()
    return {
        "driver": f"{driver.renderer}, {driver.version}",
        "tour, preset, size": f"{tour}, {preset}, {size_px[0]}x{size_px[1]}",
        "loaded s": round(loaded_s, 2),
        **summary(rows, clock),
    }


def one(stage, state, environment, preset, size_px, target):
    """Milliseconds of one frame: list, submission, all; and its draw calls."""
    from pyglet import gl

    start = time.perf_counter()
    frame = stage.frame(
        state.camera, environment, size_px=size_px, preset=preset, time_s=state.clock_s
    )
    listed = time.perf_counter()
    stage.draw(frame, target)
    submitted = time.perf_counter()
    gl.glFinish()
    done = time.perf_counter()
    calls = stage.renderer.stats.draw_calls
    return (listed - start) * 1e3, (submitted - listed) * 1e3, (done - start) * 1e3, calls


def summary(rows, clock):
    """Medians and tails."""
    listed, submitted, whole, calls = np.array(rows).T
    tail = np.sort(whole)[-5:]
    return {
        "frames a second, median": round(1e3 / float(np.median(whole)), 1),
        "frame ms, median": round(float(np.median(whole)), 2),
        "frame ms, 95th percentile": round(float(np.quantile(whole, 0.95)), 2),
        "slowest ms": [round(value, 1) for value in tail.tolist()],
        "draw list ms": round(float(np.median(listed)), 2),
        "submission ms": round(float(np.median(submitted)), 2),
        "draw calls": int(calls.max()),
        "card ms by pass, median": {
            name: round(float(np.median(times)), 3) for name, times in clock.times_ms.items()
        },
        "card ms by pass, 95th percentile": {
            name: round(float(np.quantile(times, 0.95)), 3)
            for name, times in clock.times_ms.items()
        },
    }


class PassClock:
    """Wraps the renderer's passes with queries; results are read when a frame is done."""

    def __init__(self, renderer):
        from almaty_tour.render.passes import objects, terrain

        self.times_ms = defaultdict(list)
        self._open = []
        self._wrap(renderer._shadow, "draw", "shadow")
        self._wrap(renderer._painting, "follow", "painting")
        self._wrap(objects, "draw", "objects")
        self._wrap(renderer._prop_pass, "draw", "props")
        self._wrap(terrain, "draw", "terrain")
        self._wrap(renderer._sky, "draw", "sky")
        self._wrap(renderer, "_finish", "tone")

    def begin(self):
        self._open.clear()

    def end(self):
        from pyglet import gl

        spent = defaultdict(float)
        for name, query in self._open:
            value = gl.GLuint64(0)
            gl.glGetQueryObjectui64v(query, gl.GL_QUERY_RESULT, byref(value))
            gl.glDeleteQueries(1, byref(gl.GLuint(query)))
            spent[name] += value.value / 1e6
        for name in PASSES:
            self.times_ms[name].append(spent[name])

    def _wrap(self, owner, attribute, name):
        if owner is None:
            return
        plain = getattr(owner, attribute)

        def timed(*args, **kwargs):
            from pyglet import gl

            query = gl.GLuint(0)
            gl.glGenQueries(1, byref(query))
            gl.glBeginQuery(gl.GL_TIME_ELAPSED, query)
            try:
                return plain(*args, **kwargs)
            finally:
                gl.glEndQuery(gl.GL_TIME_ELAPSED)
                self._open.append((name, query.value))

        setattr(owner, attribute, timed)


if __name__ == "__main__":
    sys.exit(main())
