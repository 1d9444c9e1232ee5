"""Two processes never work in one folder, and a dead one holds nobody up."""

import subprocess
import sys
import time

import pytest

from almaty_tour.base.lock import NAME, BusyError, alone

HOLD = """
import sys, time
from pathlib import Path
from almaty_tour.base.lock import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_the_second_is_told_in_one_line(holder, tmp_path):
    with (
        pytest.raises(BusyError, match="another import, reset or download") as told,
        alone(tmp_path),
    ):
        pass
    assert str(tmp_path) in str(told.value)
    assert "\n" not in str(told.value)


def test_the_lock_of_a_dead_process_is_taken_over(holder, tmp_path):
    holder.kill()
    holder.wait()
    assert (tmp_path / NAME).exists()
    end = time.monotonic() + 10.0
    while True:
        try:
            with alone(tmp_path):
                break
        except BusyError:
            assert time.monotonic() < end
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_made_for_it_goes_again_unless_it_is_used(tmp_path):
    folder = tmp_path / "data"
    with alone(folder):
        assert (folder / NAME).is_file()
    assert not folder.exists()
    with alone(folder):
        (folder / "city").mkdir()
    assert list(folder.iterdir()) == [folder / "city"]


def test_it_is_let_go_when_the_work_fails(tmp_path):
    for _ in range(3):
        with pytest.raises(KeyError), alone(tmp_path):
            raise KeyError
