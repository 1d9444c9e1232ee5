"""`assets/models/manifest.toml`: what was baked from what."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from almaty_tour.base.errors import AssetError
from almaty_tour.base.files import write_atomic

FILE = "manifest.toml"
HEAD = "# Written by `almaty-tour bake`. `source` is a hash of the code a model comes from.\n"


@dataclass(frozen=True)
class Entry:
    """One baked file.

    Attributes:
        source: see `plan.source_hash`.
        sha256: of the file.
        size_bytes, triangles, vertices: of the file; props count all kinds and levels.
        stale: the code has moved since, on purpose; none is stale when a piece of work closes.
    """

    source: str
    sha256: str
    size_bytes: int
    triangles: int
    vertices: int
    stale: bool = False


def read(folder: Path) -> dict[str, Entry]:
    """The entries by id; none where there is no manifest; AssetError when it is damaged."""
    path = folder / FILE
    if not path.exists():
        return {}
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        return {name: Entry(**values) for name, values in table.items()}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError) as error:
        hint = "delete it and bake again"
        raise AssetError(path, f"cannot be read: {error}", hint=hint) from error


def write(folder: Path, entries: Mapping[str, Entry]) -> None:
    """The entries in order of their ids, atomically."""
    lines = [HEAD]
    for name, entry in sorted(entries.items()):
        lines.append(f"[{name}]")
        lines.append(f'source = "{entry.source}"')
        lines.append(f'sha256 = "{entry.sha256}"')
        lines.append(f"size_bytes = {entry.size_bytes}")
        lines.append(f"triangles = {entry.triangles}")
        lines.append(f"vertices = {entry.vertices}")
        lines += ["stale = true", ""] if entry.stale else [""]
    write_atomic(folder / FILE, "\n".join(lines).encode())
