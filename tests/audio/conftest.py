"""pyglet's media import its windows: its options are set first, as the viewer sets them."""

from almaty_tour.render.gl.context import configure

configure()
