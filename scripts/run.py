"""Installs Almaty Tour beside this file and opens it: `python3 scripts/run.py`.

Arguments are handed on: `python3 scripts/run.py tour grand`. Without a display the tour is
played into pictures and a video instead.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from environment import ROOT, check_python, has_display, install_system, make_environment


def main() -> int:
    check_python()
    install_system()
    python = make_environment(
        ROOT / ".venv", ROOT / "requirements" / "run.txt", ["--editable", "."]
    )
    program = [str(python), "-m", "almaty_tour"]
    arguments = sys.argv[1:]
    if arguments or has_display():
        return subprocess.run([*program, *arguments], check=False).returncode
    return offscreen(program)


def offscreen(program: list[str]) -> int:
    """The tour without a window: a sheet of pictures first, then the video."""
    out = ROOT / "out"
    print(f"almaty-tour: there is no display, so the tour goes into {out}", flush=True)
    sheet = subprocess.run(
        [*program, "sheet", "golden_cradle", "--out", str(out / "golden_cradle.png")], check=False
    )
    if sheet.returncode:
        return sheet.returncode
    print(
        "almaty-tour: now the video, some minutes on a computer without a graphics card;"
        " Ctrl-C leaves it out",
        flush=True,
    )
    return subprocess.run(
        [
            *program,
            "render",
            "golden_cradle",
            "--out",
            str(out / "golden_cradle.mp4"),
            "--size",
            "854x480",
            "--fps",
            "12",
        ],
        check=False,
    ).returncode


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except KeyboardInterrupt:
        print(f"\nalmaty-tour: stopped; what is finished is in {ROOT / 'out'}")
        raise SystemExit(130) from None
