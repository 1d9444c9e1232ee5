"""The files of an import: arrays without pickles, plain JSON and TOML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt


def save_arrays(path: Path, arrays: dict[str, npt.NDArray[Any]], *, small: bool = False) -> None:
    """An npz without pickles; compressed where `small`."""
    (np.savez_compressed if small else np.savez)(path, **arrays)  # type: ignore[arg-type]


def save_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")


def save_toml(path: Path, table: Mapping[str, Any]) -> None:
    """A flat table; strings of JSON are strings of TOML."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in table.items()]
    path.write_text("# Written by almaty-tour city import.\n" + "\n".join(lines) + "\n", "utf-8")
