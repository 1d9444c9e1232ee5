"""Runs every check and test on the installed package: `python3 scripts/test.py`.

Words after `--` go to pytest: `python3 scripts/test.py -- -k tour`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from environment import ROOT, check_python, install_system, make_environment

NO_TESTS = 5  # what pytest says when a selection holds none
TOOLS = ("xvfb", "xdotool", "x11-xkb-utils")


class Stages:
    """Runs stages one after the other and remembers their seconds and exit codes."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, float, int]] = []

    def run(
        self, name: str, command: list[str], env: dict[str, str] | None = None, allow: int = 0
    ) -> None:
        """Runs one stage; the exit code `allow` counts as good."""
        print(f"\n== {name}", flush=True)
        begin = time.perf_counter()
        code = subprocess.run(command, check=False, cwd=ROOT, env=env).returncode
        code = 0 if code == allow else code
        self.rows.append((name, time.perf_counter() - begin, code))

    def report(self) -> int:
        print("\nstage                         seconds  result")
        for name, seconds, code in self.rows:
            print(f"{name:28} {seconds:8.1f}  {'ok' if code == 0 else f'failed ({code})'}")
        print(f"{'all':28} {sum(row[1] for row in self.rows):8.1f}")
        return 1 if any(code for _, _, code in self.rows) else 0


def main() -> int:
    check_python()
    begin = time.perf_counter()
    install_system(TOOLS)
    python = str(prepared())
    stages = Stages()
    stages.rows.append(("install", time.perf_counter() - begin, 0))
    extra = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []
    if not extra:
        static_checks(stages, python)
    pytest = [python, "-m", "pytest", "-q", *extra]
    plain = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    none = NO_TESTS if extra else 0
    shared = ["-n", "2", "--dist", "worksteal"]
    stages.run("tests without GL", [*pytest, "-m", "not gl and not window", *shared], plain, none)
    stages.run("tests with GL", [*with_display(), *pytest, "-m", "gl or window"], plain, none)
    return stages.report()


def prepared() -> Path:
    """The test environment with the package installed as a visitor would have it."""
    lock = ROOT / "requirements" / "test.txt"
    python = make_environment(ROOT / ".venv-test", lock, ["."])
    subprocess.run(
        [
            str(python),
            "-m",
            "pip",
            "--disable-pip-version-check",
            "--quiet",
            "install",
            "--no-deps",
            "--force-reinstall",
            ".",
        ],
        check=True,
        cwd=ROOT,
    )
    return python


def static_checks(stages: Stages, python: str) -> None:
    places = ["src", "tests", "scripts", "benchmarks"]
    stages.run("ruff", [python, "-m", "ruff", "check", *places])
    stages.run("ruff format", [python, "-m", "ruff", "format", "--check", *places])
    stages.run("mypy", [python, "-m", "mypy"])
    stages.run("import contracts", [str(Path(python).with_name("lint-imports"))])
    stages.run(
        "codespell", [python, "-m", "codespell_lib", "src", "docs", "README.md", "CHANGELOG.md"]
    )


def with_display() -> list[str]:
    """A virtual display in front of a command where there is none."""
    if os.environ.get("DISPLAY") or not shutil.which("xvfb-run"):
        return []
    return ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24"]


if __name__ == "__main__":
    raise SystemExit(main())
