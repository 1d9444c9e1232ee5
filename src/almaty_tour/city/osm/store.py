"""The user's folder: written beside, renamed as the last act; a failure changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import ExportError

FOLDER = "city"
_FRESH, _OLD = ".city-new-", ".city-old-"
ABANDONED_S = 4 * 3600.0


@contextmanager
def fresh_folder(data_dir: Path) -> Iterator[Path]:
    """A folder to write an import into; it takes the place of the old one when all went well."""
    swept(data_dir)
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=_FRESH, dir=data_dir))
    except OSError as error:
        raise _cannot(data_dir, error) from error
    try:
        yield folder
        replaced(data_dir, folder)
    except OSError as error:
        raise _cannot(data_dir, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def replaced(data_dir: Path, folder: Path) -> None:
    """Puts a finished folder in the place of the import."""
    target = data_dir / FOLDER
    folder.chmod(0o755)
    old = _away(data_dir) if target.exists() else None
    try:
        os.replace(folder, target)  # noqa: PTH105 - the last act
    except OSError:
        if old is not None:
            os.replace(old, target)  # noqa: PTH105
        raise
    if old is not None:
        shutil.rmtree(old, ignore_errors=True)


def reset(data_dir: Path) -> bool:
    """Takes the import away; False where there was none."""
    swept(data_dir)
    if not (data_dir / FOLDER).exists():
        return False
    try:
        shutil.rmtree(_away(data_dir), ignore_errors=True)
    except OSError as error:
        raise _cannot(data_dir, error) from error
    return True


def _away(data_dir: Path) -> Path:
    """Renames the import out of the way; its new name."""
    away = Path(tempfile.mkdtemp(prefix=_OLD, dir=data_dir)) / FOLDER
    os.replace(data_dir / FOLDER, away)  # noqa: PTH105
    return away.parent


def swept(data_dir: Path) -> None:
    """Removes what an import that was killed has left, hours ago."""
    if not data_dir.is_dir():
        return
    for path in data_dir.iterdir():
        if path.name.startswith((_FRESH, _OLD)) and _age_s(path) > ABANDONED_S:
            shutil.rmtree(path, ignore_errors=True)


def _age_s(path: Path) -> float:
    try:
        return datetime.now().timestamp() - path.stat().st_mtime
    except OSError:
        return 0.0


def save_arrays(path: Path, arrays: dict[str, npt.NDArray[Any]], *, small: bool = False) -> None:
    """An npz without pickles; compressed where `small`."""
    (np.savez_compressed if small else np.savez)(path, **arrays)  # type: ignore[arg-type]


def save_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")


def save_toml(path: Path, table: Mapping[str, Any]) -> None:
    """A flat table; strings of JSON are strings of TOML."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in table.items()]
    path.write_text("# Written by almaty-tour city import.\n" + "\n".join(lines) + "\n", "utf-8")


def _cannot(data_dir: Path, error: OSError) -> ExportError:
    hint = "make room on the disk" if error.errno in (28, 122) else "is the folder writable?"
    return ExportError(f"{data_dir}: cannot be written: {error.strerror or error} ({hint})")
