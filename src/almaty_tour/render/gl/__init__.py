"""The thin face of OpenGL: context, buffers, textures, framebuffers, programs.

Only this package and `render.passes` import `pyglet.gl`. `render.gl.context` is imported
first: the options that pyglet reads at import are set there.
"""

from almaty_tour.render.gl.context import configure

configure()

import pyglet.gl  # noqa: E402, F401 - the first to ask `pyglet` for `gl` would keep its slow stand-in
