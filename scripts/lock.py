"""Writes requirements/run.txt and requirements/test.txt anew: exact versions with hashes.

Run it in an environment that has pip-tools: `python scripts/lock.py`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = {"run": ["video"], "test": ["video", "bake", "gis", "test"]}
DROPPED = ("--index-url", "--extra-index-url", "--find-links", "--trusted-host")


def main() -> None:
    for name, extras in LOCKS.items():
        target = ROOT / "requirements" / f"{name}.txt"
        wanted = [word for extra in extras for word in ("--extra", extra)]
        command = [
            sys.executable, "-m", "piptools", "compile", "--quiet", "--generate-hashes",
            "--no-header", "--strip-extras", "--allow-unsafe", *wanted,
            "--output-file", str(target), "pyproject.toml",
        ]  # fmt: skip
        subprocess.run(command, check=True, cwd=ROOT)
        lines = [line for line in target.read_text().splitlines() if not line.startswith(DROPPED)]
        target.write_text("\n".join(lines).strip() + "\n")


if __name__ == "__main__":
    main()
