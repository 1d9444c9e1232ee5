"""Folders of the program itself, which no import may take for a folder of the user's pictures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import almaty_tour
from almaty_tour.base.assets import assets_dir
from almaty_tour.gallery.library import library_place
from almaty_tour.session.userdata import user_data_dir


def own_folders() -> tuple[Path, ...]:
    """The shipped files, the package, and the library of pictures."""
    package = Path(almaty_tour.__file__).parent
    return assets_dir(), package, library_place(user_data_dir())


def own_among(given: Iterable[Path]) -> tuple[Path, Path] | None:
    """The first folder given that is, holds or lies in one of the program's, and that one."""
    own = [one.resolve() for one in own_folders()]
    for folder in given:
        if not folder.is_dir():
            continue
        place = folder.resolve()
        for one in own:
            if place.is_relative_to(one) or one.is_relative_to(place):
                return folder, one
    return None
