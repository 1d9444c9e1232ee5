"""Runs every check and test on the installed package: `python3 scripts/test.py`.

Words after `--` go to pytest: `python3 scripts/test.py -- -k tour`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from environment import ROOT, check_python, install_system, make_environment

NO_TESTS = 5  # what pytest says when a selection holds none
TOOLS = ("xvfb", "xdotool", "x11-xkb-utils")


class Stages:
    """Runs stages, one of them beside the others, and remembers their seconds and exit codes."""

    def __init__(self) -> None:
        self.begin = time.perf_counter()
        self.rows: list[tuple[str, float, int]] = []
        self.beside: list[threading.Thread] = []

    def run(self, name: str, command: list[str], allow: int = 0) -> None:
        """Runs one stage; the exit code `allow` counts as good."""
        print(f"\n== {name}", flush=True)
        begin = time.perf_counter()
        code = subprocess.run(command, check=False, cwd=ROOT).returncode
        code = 0 if code == allow else code
        self.rows.append((name, time.perf_counter() - begin, code))

    def start(self, name: str, command: list[str]) -> None:
        """Runs one stage beside those that follow; its words are shown when it is done."""
        thread = threading.Thread(target=self._quietly, args=(name, command))
        self.beside.append(thread)
        thread.start()

    def _quietly(self, name: str, command: list[str]) -> None:
        begin = time.perf_counter()
        done = subprocess.run(
            command, check=False, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        print(f"\n== {name}\n{done.stdout.decode(errors='replace')}", flush=True)
        self.rows.append((name, time.perf_counter() - begin, done.returncode))

    def report(self) -> int:
        for thread in self.beside:
            thread.join()
        print("\nstage                         seconds  result")
        for name, seconds, code in self.rows:
            print(f"{name:28} {seconds:8.1f}  {'ok' if code == 0 else f'failed ({code})'}")
        print(f"{'all':28} {time.perf_counter() - self.begin:8.1f}")
        return 1 if any(code for _, _, code in self.rows) else 0


def main() -> int:
    check_python()
    stages = Stages()
    install_system(TOOLS)
    python = str(prepared())
    stages.rows.append(("install", time.perf_counter() - stages.begin, 0))
    extra = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []
    if not extra:
        static_checks(stages, python)
    pytest = [python, "-m", "pytest", "-q"]
    shared = [*pytest, "-n", "2", "--dist", "worksteal", *extra]
    none = NO_TESTS if extra else 0
    stages.run("tests without GL", [*shared, "-m", "not gl and not window"], none)
    stages.run("tests with GL", [*with_display(), *shared, "-m", "gl and not window"], none)
    alone = [*with_display(), *pytest, *extra, "-m", "window"]  # real keys want a prompt answer
    stages.run("tests with a window", alone, none)
    return stages.report()


def prepared() -> Path:
    """The test environment with the package installed as a visitor would have it."""
    lock = ROOT / "requirements" / "test.txt"
    python = make_environment(ROOT / ".venv-test", lock, [])
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    own = ["--no-deps", "--force-reinstall", "--no-build-isolation"]  # the lock has the builder
    subprocess.run([*pip, "install", *own, "."], check=True, cwd=ROOT)
    return python


def static_checks(stages: Stages, python: str) -> None:
    places = ["src", "tests", "scripts", "benchmarks"]
    stages.run("ruff", [python, "-m", "ruff", "check", *places])
    stages.run("ruff format", [python, "-m", "ruff", "format", "--check", *places])
    stages.start("mypy", [python, "-m", "mypy"])
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
