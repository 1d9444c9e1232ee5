"""What run.py and test.py share: an environment from the lock, and the system's libraries.

Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
LIBRARIES = {
    "GL": "libgl1",
    "EGL": "libegl1",
    "GLU": "libglu1-mesa",
    "fontconfig": "libfontconfig1",
}
DRIVERS = ["libgl1-mesa-dri", "libegl-mesa0"]


def fail(words: str) -> None:
    """One line, and out with the exit code of bad input."""
    print(f"almaty-tour: {words}", file=sys.stderr)
    raise SystemExit(2)


def check_python() -> None:
    """Leaves with one line when this Python is too old."""
    if sys.version_info < OLDEST:
        fail(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is {sys.version.split()[0]}")


def python_of(environment: Path) -> Path:
    """The interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def missing_packages(tools: Sequence[str] = ()) -> list[str]:
    """Debian packages that are not there: GL, EGL, venv, and `tools` such as xvfb."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for name, package in LIBRARIES.items() if not ctypes.util.find_library(name)]
    if missing:
        missing += DRIVERS
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    commands = {"xvfb": "Xvfb", "xdotool": "xdotool", "x11-xkb-utils": "setxkbmap"}
    missing += [tool for tool in tools if not shutil.which(commands.get(tool, tool))]
    return missing


def install_system(tools: Sequence[str] = ()) -> None:
    """Installs missing system libraries when it may; else says the exact command."""
    missing = missing_packages(tools)
    if not missing:
        return
    command = ["apt-get", "install", "-y", *missing]
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], check=False, env=quiet)
        subprocess.run(command, check=False, env=quiet)
        if not missing_packages(tools):
            return
    print(
        f"almaty-tour: system libraries are missing; run: sudo {' '.join(command)}", file=sys.stderr
    )


def make_environment(environment: Path, lock: Path, install: Sequence[str]) -> Path:
    """The interpreter of an environment that holds the lock and what else is to `install`.

    The work is done once; it is repeated when the lock or the project file has changed.
    """
    python = python_of(environment)
    mark = environment / "almaty-tour.stamp"
    wanted = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if python.exists() and mark.exists() and mark.read_text().strip() == wanted:
        return python
    print("almaty-tour: getting ready, a minute or two this first time", flush=True)
    run([sys.executable, "-m", "venv", str(environment)])
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run([*pip, "install", "--require-hashes", "--requirement", str(lock)])
    if install:
        run([*pip, "install", "--no-deps", *install])
    mark.write_text(wanted)
    return python


def run(command: Sequence[str], **options: object) -> None:
    """Runs a command and leaves with its exit code when it fails."""
    done = subprocess.run(command, check=False, cwd=ROOT, **options)  # type: ignore[call-overload]
    if done.returncode:
        print(f"almaty-tour: this failed: {' '.join(map(str, command))}", file=sys.stderr)
        raise SystemExit(done.returncode)


def has_display() -> bool:
    """Whether a window can be opened here."""
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True
