"""Scenarios are files; a run is compared with the accepted one by ratio."""

import copy
import importlib
import json
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
WANTED = {"street", "park", "aerial", "night", "mountains", "grand"}


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("scenarios")


@pytest.fixture
def run(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("scenario_run")


FOUND = {
    "machine": "x", "driver": "y", "preset, size": "low, 1280x720", "by card": False,
    "yardstick ms": 5.0,
    "scenarios": {
        "street": {
            "frame ms": 60.0, "work of all threads ms": 100.0, "own code ms": 3.0,
            "work of all threads ms, 95th percentile": 130.0, "draw calls": 57.0,
            "triangles": 300_000.0, "uploaded KiB, mean": 786.0,
            "passes ms": {"terrain": {"mean": 30.0}, "shadow": {"mean": 0.2}},
        }
    },
}  # fmt: skip


def grown(**figures):
    made = copy.deepcopy(FOUND)
    made["scenarios"]["street"].update(figures)
    return made


def test_every_scenario_is_known_and_whole(run):
    known = run.scenarios()
    assert set(known) >= WANTED
    for one in known.values():
        assert bool(one.tour) != bool(one.way)
        assert one.seconds / run.STEP_S > run.LEFT_OUT


def test_a_new_file_is_a_new_scenario_and_a_wrong_one_is_told(run, tmp_path):
    view = "\n".join(f"{name} = 1.0" for name in run.VIEW)
    path = tmp_path / "roofs.toml"
    path.write_text(f"seconds = 2.0\n[from]\n{view}\n[to]\n{view}\n")
    assert run.read(path).way == ((1.0,) * 5, (1.0,) * 5)
    path.write_text("seconds = 2.0\n")
    with pytest.raises(SystemExit, match=r"roofs\.toml: give either"):
        run.read(path)
    path.write_text("secs = 2.0\ntour = 'grand'\n")
    with pytest.raises(SystemExit, match=r"roofs\.toml.*secs"):
        run.read(path)


def test_the_same_run_has_grown_nowhere(bench):
    rows = bench.compared(FOUND, FOUND)
    assert {row.ratio for row in rows} == {1.0}
    assert "pass terrain ms" in {row.figure for row in rows}
    assert "pass shadow ms" not in {row.figure for row in rows}, "too small to be noticed"


@pytest.mark.parametrize(
    ("figure", "value"),
    [("work of all threads ms", 125.0), ("own code ms", 4.0), ("draw calls", 80.0),
     ("triangles", 400_000.0), ("uploaded KiB, mean", 1_000.0)],
)  # fmt: skip
def test_what_has_grown_comes_first_and_is_told(bench, figure, value):
    rows = bench.compared(FOUND, grown(**{figure: value}))
    assert rows[0].figure == figure
    assert rows[0].ratio > bench.MOST
    text = bench.told(rows, FOUND, grown(**{figure: value}), bench.MOST)
    assert "SLOWER" in text
    assert "1 of " in text


def test_a_slower_machine_is_no_slower_program(bench):
    slow = copy.deepcopy(FOUND)
    slow["yardstick ms"] *= 2.0
    figures = slow["scenarios"]["street"]
    for name in (
        "work of all threads ms",
        "work of all threads ms, 95th percentile",
        "own code ms",
    ):
        figures[name] *= 2.0
    figures["passes ms"]["terrain"]["mean"] *= 2.0
    assert max(row.ratio for row in bench.compared(FOUND, slow)) == pytest.approx(1.0)
    figures["draw calls"] *= 2.0
    assert bench.compared(FOUND, slow)[0].ratio == 2.0, "counts do not depend on the machine"


def test_the_exit_status_says_whether_anything_grew(bench, monkeypatch, tmp_path, capsys):
    accepted = tmp_path / "accepted.json"
    accepted.write_text(json.dumps(FOUND))
    for found, status in ((FOUND, 0), (grown(**{"draw calls": 90.0}), 1)):
        monkeypatch.setattr(bench, "_joined", lambda options, found=found: found)
        monkeypatch.setattr("sys.argv", ["scenarios.py", "--against", str(accepted)])
        assert bench.main() == status
    assert "draw calls" in capsys.readouterr().out


def test_accepted_runs_can_be_compared_with_themselves(bench):
    kept = sorted(bench.RESULTS.glob("scenarios_*.json"))
    for path in kept:
        found = json.loads(path.read_text("utf-8"))
        assert set(found["scenarios"]) >= WANTED
        assert all(row.ratio == 1.0 for row in bench.compared(found, found))
