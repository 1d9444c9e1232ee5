"""A display of our own for the viewer's own process."""

from __future__ import annotations

import os
import shutil

import pytest


@pytest.fixture(scope="session")
def display(request):
    """A display to open windows on; skips where there is none."""
    if os.environ.get("DISPLAY"):
        return os.environ["DISPLAY"]
    if shutil.which("Xvfb") is None:
        pytest.skip("needs a display or Xvfb")
    return request.getfixturevalue("own_display")
