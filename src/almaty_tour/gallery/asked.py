"""What an import is asked for: folders and single files, in order, and the table beside them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from almaty_tour.base.errors import AssetError
from almaty_tour.gallery.kinds import named_kind
from almaty_tour.gallery.record import plain

CAPTIONS: Final = "captions.csv"
MOST_FILES: Final = 100_000


@dataclass
class Others:
    """Files that promise no picture: how many of each ending, and the first of them by name."""

    endings: Counter[str] = field(default_factory=Counter)
    paths: list[Path] = field(default_factory=list)

    def add(self, path: Path) -> None:
        """Counts a file; of very many only the first are kept by name."""
        self.endings[plain(path.suffix.lower() or path.name)] += 1
        if len(self.paths) < MOST_FILES:
            self.paths.append(path)


@dataclass(frozen=True)
class Asked:
    """Files to look at.

    Attributes:
        root: the folder that they are named from. whole: it was asked for itself, so that a
            table which names more than the files is odd.
        files: those that promise a picture, in order. others: those that do not, but for the table.
        table: of captions, None where there is none.
    """

    root: Path
    files: list[Path]
    others: Others
    table: Path | None
    whole: bool


def asked_for(given: Sequence[Path], captions: Path | None = None) -> Asked:
    """Looks through what is given; AssetError where that cannot be one import."""
    paths = [Path(os.path.abspath(one)) for one in given]  # noqa: PTH100 - links stay, dots go
    if captions is None:
        tables = [one for one in paths if one.suffix.lower() == ".csv" and one.is_file()]
        paths = [one for one in paths if one not in tables]
        captions = _only(tables)
    if not paths:
        raise AssetError(captions or Path(), "names pictures, and no folder of them is given")
    for one in paths:
        if not one.exists():
            raise AssetError(one, "is not there: neither a folder nor a picture")
    root, whole = _root(paths), len(paths) == 1 and paths[0].is_dir()
    beside = root / CAPTIONS
    files, others = _looked_through(paths, beside if whole else None)
    told = captions or (beside if beside.exists() else None)
    return Asked(root, files, others, told, whole or captions is not None)


def _only(tables: Sequence[Path]) -> Path | None:
    if len(tables) > 1:
        raise AssetError(tables[1], f"is a second table beside {tables[0].name}, one is read")
    return tables[0] if tables else None


def _root(paths: Sequence[Path]) -> Path:
    """The folder that all paths lie in."""
    folders = [one if one.is_dir() else one.parent for one in paths]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError as error:
        raise AssetError(paths[1], f"lies on another drive than {paths[0]}") from error


def _looked_through(paths: Sequence[Path], table: Path | None) -> tuple[list[Path], Others]:
    """Files whose names promise a picture, each once, and the others without the table."""
    found: dict[Path, None] = {}
    others = Others()
    for one in paths:
        if one.is_dir():
            found.update(dict.fromkeys(_pictures_in(one, others, table)))
        elif named_kind(one.name):
            found[one] = None
        else:
            others.add(one)
    return list(found), others


def _pictures_in(folder: Path, others: Others, table: Path | None) -> list[Path]:
    """Files whose names promise a picture, in order; adds to `others` what is none.

    Links to folders are not followed.
    """
    found: list[Path] = []
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(root, name)
            if path == table:
                continue
            if not named_kind(name):
                others.add(path)
            elif path.is_file():
                found.append(path)
        if len(found) > MOST_FILES:
            raise AssetError(folder, f"has more than {MOST_FILES} pictures")
    return found
