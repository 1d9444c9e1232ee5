"""One hidden GL context for the whole run: a headless window leaks when it is closed."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def context():
    """The shared context; skips where there is no OpenGL."""
    from almaty_tour.base.errors import GraphicsError
    from almaty_tour.render.gl.context import open_headless

    try:
        return open_headless()
    except GraphicsError as fault:
        pytest.skip(str(fault))
