"""The command line, run in this process and, where that matters, in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from almaty_tour.cli.main import main


@dataclass(frozen=True)
class Done:
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def fault(self) -> str:
        """The only line on stderr, without the program's name."""
        lines = self.err.strip().splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("almaty-tour: ")
        return lines[0].removeprefix("almaty-tour: ")


@pytest.fixture
def almaty(capsys):
    """Runs the command line in this process."""

    def run(*words) -> Done:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        told = capsys.readouterr()
        return Done(int(left.value.code or 0), told.out, told.err)

    return run


@pytest.fixture
def process(tmp_path):
    """Runs the command line as a visitor does, with settings of its own."""

    def run(*words, **environment) -> Done:
        home = {"XDG_CONFIG_HOME": str(tmp_path / "config")}
        done = subprocess.run(
            [sys.executable, "-m", "almaty_tour", *map(str, words)],
            env=os.environ | home | environment,
            capture_output=True, text=True, timeout=120, check=False, cwd=tmp_path,
        )  # fmt: skip
        return Done(done.returncode, done.stdout, done.stderr)

    return run
