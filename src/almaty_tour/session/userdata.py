"""Where what the user brings is kept: imported maps and heights."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "ALMATY_TOUR_DATA"


def user_data_dir() -> Path:
    """The user's data folder of this program; the environment variable overrides it."""
    import platformdirs

    named = os.environ.get(VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("almaty-tour", appauthor=False)
