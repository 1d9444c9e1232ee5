"""The passes: each declares what it reads and writes, and draws one thing."""

from almaty_tour.render.gl.context import configure

configure()
