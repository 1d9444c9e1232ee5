"""Fails when the repository grows too large: pack above 400 MB, or a file above 20 MB."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACK_LIMIT_MB = 400.0
FILE_LIMIT_MB = 20.0


def main() -> int:
    pack_mb = packed_bytes() / 1e6
    large = [
        path for path in tracked() if path.is_file() and path.stat().st_size > FILE_LIMIT_MB * 1e6
    ]
    print(f"objects {pack_mb:.1f} MB, at most {PACK_LIMIT_MB:.0f}")
    for path in large:
        size_mb = path.stat().st_size / 1e6
        print(f"{path.relative_to(ROOT)}: {size_mb:.1f} MB, at most {FILE_LIMIT_MB:.0f}")
    return 1 if pack_mb > PACK_LIMIT_MB or large else 0


def packed_bytes() -> float:
    """Bytes of all objects, loose and packed."""
    text = git("count-objects", "-v")
    rows = dict(line.split(": ") for line in text.splitlines())
    return (float(rows["size"]) + float(rows["size-pack"])) * 1024.0


def tracked() -> list[Path]:
    """Files that git tracks."""
    return [ROOT / name for name in git("ls-files", "-z").split("\0") if name]


def git(*words: str) -> str:
    """What git prints."""
    return subprocess.run(
        ["git", *words], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


if __name__ == "__main__":
    sys.exit(main())
