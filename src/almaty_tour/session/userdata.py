"""Where what the user brings is kept: imported maps and heights."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.base.lock import alone
from almaty_tour.base.swap import healed, unfinished
from almaty_tour.geo.imported import heights_place
from almaty_tour.scene.imported import import_place

VARIABLE = "ALMATY_TOUR_DATA"


def user_data_dir() -> Path:
    """The user's data folder of this program; the environment variable overrides it."""
    import platformdirs

    named = os.environ.get(VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("almaty-tour", appauthor=False)


def heal_imports(data: Path) -> None:
    """Sets right what an import that was cut off has left; nothing while one is under way."""
    places = import_place(data), heights_place(data)
    if not any(unfinished(place) for place in places):
        return
    with suppress(AlmatyTourError, OSError), alone(data):
        for place in places:
            healed(place)
