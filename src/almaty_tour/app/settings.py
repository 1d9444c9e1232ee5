"""The visitor's settings: one row a setting, kept as TOML, never lost by a fault."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from almaty_tour.base.files import write_atomic
from almaty_tour.content.model import LANGUAGES
from almaty_tour.session.state import Preferences

MAX_SETTINGS_BYTES = 100_000
Value = str | float | bool | int


@dataclass(frozen=True)
class Setting:
    """One row of the schema.

    Attributes:
        name: of the preference. note: one line for the file, in English.
        choices: allowed values of a text; empty for any number in `low` to `high`.
    """

    name: str
    note: str
    choices: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 1.0


SCHEMA = (
    Setting("language", "language of the interface and the captions", choices=LANGUAGES),
    Setting(
        "quality",
        "picture quality; auto is measured at the first start",
        choices=("auto", "low", "medium", "high", "golden"),
    ),
    Setting("adaptive", "quality follows the frame time: resolution, shadows, trees, effects"),
    Setting("resolution_scale", "side of the inner picture", low=0.5),
    Setting("text_scale", "size of the interface", low=1.0, high=2.0),
    Setting("mouse_sensitivity", "factor of the mouse", low=0.1, high=5.0),
    Setting("invert_y", "pull to look up"),
    Setting("volume", "loudness"),
    Setting("reduced_motion", "jumps instead of flights"),
    Setting("full_screen", "full screen at the start"),
    Setting("monitor", "number of the monitor, from 0", high=15.0),
    Setting("vsync", "wait for the screen"),
)


@dataclass(frozen=True)
class Loaded:
    """Settings as read.

    Attributes:
        kept_aside: name that a damaged file was given, "" when there was none.
        fault: one line for the log, "" when all was well.
        first: there was no file: the program has never been started here.
    """

    preferences: Preferences
    kept_aside: str = ""
    fault: str = ""
    first: bool = False


def settings_path() -> Path:
    """Where settings live on this system."""
    import platformdirs

    return platformdirs.user_config_path("almaty-tour", appauthor=False) / "settings.toml"


def load_settings(path: Path) -> Loaded:
    """Reads settings; a damaged file is set aside and defaults are used, nothing is raised."""
    first = Preferences(language=language_of_system())
    try:
        if not path.exists():
            return Loaded(first, first=True)
        table = _table(path)
    except ValueError as error:
        return _set_aside(path, first, str(error))
    except OSError as error:
        return Loaded(first, fault=f"{path}: cannot be read: {error.strerror or error}")
    return _checked(path, first, table)


def damage(path: Path) -> str:
    """What is wrong with the settings, one line; "" where all is well or there are none."""
    try:
        table = _table(path) if path.exists() else {}
    except ValueError as error:
        return f"{path}: {error}; the viewer will keep it aside and begin with defaults"
    except OSError as error:
        return f"{path}: cannot be read: {error.strerror or error}"
    return _checked(path, Preferences(), table).fault


def _table(path: Path) -> dict[str, Any]:
    """What a file of settings holds; ValueError says in which way it is damaged."""
    if path.stat().st_size > MAX_SETTINGS_BYTES:
        raise ValueError("is too large")
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except ValueError as error:
        raise ValueError(f"is not TOML: {error}") from error


def save_settings(path: Path, preferences: Preferences) -> str:
    """Writes all settings at once; returns "" or one line why it could not."""
    lines = ["# Settings of Almaty Tour. Delete this file to start anew."]
    for row in SCHEMA:
        lines += ["", f"# {row.note}", f"{row.name} = {_toml(getattr(preferences, row.name))}"]
    try:
        write_atomic(path, ("\n".join(lines) + "\n").encode())
    except OSError as error:
        return f"{path}: {error.strerror or error}"
    return ""


def language_of_system() -> str:
    """The visitor's language by the system's, Kazakh where it says nothing useful."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        code = os.environ.get(name, "")[:2].lower()
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]


def _checked(path: Path, defaults: Preferences, table: dict[str, Any]) -> Loaded:
    """Takes every value that is sound; the others keep their default and are told."""
    preferences, wrong = defaults, []
    rows = {row.name: row for row in SCHEMA}
    for name, value in table.items():
        row = rows.get(name)
        sound = None if row is None else _sound(row, value, getattr(defaults, name))
        if sound is None:
            wrong.append(name)
        else:
            preferences = replace(preferences, **{name: sound})  # type: ignore[arg-type]
    fault = f"{path}: not understood and ignored: {', '.join(wrong)}" if wrong else ""
    return Loaded(preferences, fault=fault)


def _sound(row: Setting, value: object, default: Value) -> Value | None:
    if isinstance(default, bool) or isinstance(value, bool):
        return value if isinstance(value, bool) and isinstance(default, bool) else None
    if isinstance(default, str):
        return value if isinstance(value, str) and value in row.choices else None
    if not isinstance(value, int | float) or not row.low <= value <= row.high:
        return None
    return int(value) if isinstance(default, int) else float(value)


def _set_aside(path: Path, defaults: Preferences, what: str) -> Loaded:
    aside = _free_name(path)
    try:
        path.rename(aside)
    except OSError:
        return Loaded(defaults, fault=f"{path}: {what}; defaults are used")
    return Loaded(defaults, aside.name, f"{path}: {what}; it was kept aside as {aside.name}")


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")).exists():
        number += 1
    return aside


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else f"{value}"


if {row.name for row in SCHEMA} != {field.name for field in fields(Preferences)}:
    raise ValueError("the settings schema and the preferences differ")
