"""The time of each pass of the renderer: by the card's own clock, or by ending each pass.

Passes are found by name: whatever the renderer holds whose class is called `...Pass` and draws,
and the few that are functions. A new pass is timed without a change here.
"""

from __future__ import annotations

import time
from collections import defaultdict
from ctypes import byref

from pyglet import gl


class PassClock:
    """Wraps the passes of a renderer. `by_card`: with queries; else each is ended by `glFinish`.

    Ending every pass is what software needs: its work is done by threads of the driver, so what
    is told is the processor time of all threads. It makes a picture a little slower.

    Attributes:
        times_ms: milliseconds of each picture by pass; 0 where it did not draw.
    """

    def __init__(self, renderer, *, by_card: bool) -> None:
        self.times_ms = defaultdict(list)
        self._by_card = by_card
        self._queries = []
        self._spent_ms = defaultdict(float)
        self._within = False
        self._pictures = 0
        for owner, attribute, name in passes_of(renderer):
            self._wrap(owner, attribute, name)

    def reset(self):
        """Another row of pictures begins."""
        self.times_ms.clear()
        self._pictures = 0

    def begin(self):
        """A picture begins."""
        self._queries.clear()
        self._spent_ms.clear()

    def end(self):
        """The picture is done: its times are read."""
        for name, query in self._queries:
            value = gl.GLuint64(0)
            gl.glGetQueryObjectui64v(query, gl.GL_QUERY_RESULT, byref(value))
            gl.glDeleteQueries(1, byref(gl.GLuint(query)))
            self._spent_ms[name] += value.value / 1e6
        for name in set(self.times_ms) | set(self._spent_ms):
            times = self.times_ms[name]
            times += [0.0] * (self._pictures - len(times)) + [self._spent_ms[name]]
        self._pictures += 1

    def _wrap(self, owner, attribute, name):
        plain = getattr(owner, attribute)

        def timed(*args, **kwargs):
            if self._within:
                return plain(*args, **kwargs)
            self._within = True
            try:
                return self._timed(name, plain, args, kwargs)
            finally:
                self._within = False

        setattr(owner, attribute, timed)

    def _timed(self, name, plain, args, kwargs):
        if self._by_card:
            query = gl.GLuint(0)
            gl.glGenQueries(1, byref(query))
            gl.glBeginQuery(gl.GL_TIME_ELAPSED, query)
            try:
                return plain(*args, **kwargs)
            finally:
                gl.glEndQuery(gl.GL_TIME_ELAPSED)
                self._queries.append((name, query.value))
        gl.glFinish()
        begin = time.process_time()
        try:
            return plain(*args, **kwargs)
        finally:
            gl.glFinish()
            self._spent_ms[name] += (time.process_time() - begin) * 1e3


def passes_of(renderer):
    """(owner, attribute, name) of every function that is a pass."""
    from almaty_tour.render.passes import objects, terrain

    found = [
        (value, "draw", name.strip("_").removesuffix("_pass"))
        for name, value in vars(renderer).items()
        if type(value).__name__.endswith("Pass") and hasattr(value, "draw")
    ]
    found += [(objects, "draw", "objects"), (terrain, "draw", "terrain")]
    found += [(renderer._inner, "finish", "tone"), (renderer._spray, "draw_upright", "jets")]
    if renderer._painting is not None:
        found.append((renderer._painting, "follow", "painting"))
    return found
