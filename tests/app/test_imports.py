"""Imports from the window: a stand-in for the command line is started, shown, stopped, ended."""

import csv
import os
import signal
import sys
import textwrap
import time
from pathlib import Path

import pytest
from PIL import Image
from tests.gallery import foreign

from almaty_tour.app import imports as module
from almaty_tour.app.child import Child
from almaty_tour.app.hands import Hands
from almaty_tour.app.import_kinds import kind_of
from almaty_tour.app.imports import Imports
from almaty_tour.base.assets import assets_dir
from almaty_tour.base.progress import Step
from almaty_tour.session.commands import WINDOW_COMMANDS, Command
from almaty_tour.ui.import_view import HEIGHTS, MAP, PICTURES, ImportStage
from almaty_tour.ui.interface import Interface
from almaty_tour.ui.words import load_words

WORDS = load_words(assets_dir() / "content", "en")
SAYS = """
import subprocess, sys, time
said, where = sys.argv[1:], {folder!r}
open(where + "/said", "w").write("\\n".join(said))
print("reading the file", flush=True)
if "slow" in said[-1]:
    own = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    open(where + "/pids", "w").write(str(own.pid))
    try:
        time.sleep(60)
    except KeyboardInterrupt:
        open(where + "/tidied", "w").write("yes")
        sys.exit(2)
if "deaf" in said[-1]:
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    print("almaty-tour: sorting the outlines", flush=True)
    time.sleep(60)
if "bad" in said[-1]:
    print("almaty-tour: " + said[-1] + ": is damaged (ask for another)", file=sys.stderr)
    sys.exit(2)
print("12 buildings drawn")
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Imports whose command line is a little script, and the folder it writes into."""
    monkeypatch.setattr(module, "missing_extra", lambda: "")
    script = tmp_path / "almaty.py"
    script.write_text(SAYS.format(folder=str(tmp_path)))
    made = Imports((sys.executable, str(script)), (sys.executable, str(tmp_path / "chooser.py")))
    yield made, tmp_path
    made.close()


@pytest.fixture
def to_us(request):
    """What Ctrl-C does to this process: nothing where a script put it into the background."""
    before = signal.signal(signal.SIGINT, request.param)
    yield
    signal.signal(signal.SIGINT, before)


def until(imports, true, seconds=20.0):
    """Polls as the window does, until a view is as wanted."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        imports.poll()
        if true(imports.view()):
            return imports.view()
        time.sleep(0.01)
    raise AssertionError(imports.view())


def ended(imports):
    return until(imports, lambda view: not view.stage.busy)


def alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        try:
            os.kill(pid, 0)
        except OSError:
            return False
        return not Path("/proc/self").exists()
    return state != "Z"


def gone(pid, seconds=5.0):
    end = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not alive(pid)


def drop(imports, *paths):
    imports.follow(Command("import_files", "\n".join(paths)), WORDS)


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        (("a.osm.pbf",), MAP),
        (("A.OSM",), MAP),
        (("x.json",), MAP),
        (("x.geojson",), MAP),
        (("N43E076.hgt",), HEIGHTS),
        (("N43E076.hgt.zip", "b.TIFF", "c.tif"), HEIGHTS),
        (("a.osm", "b.osm"), None),
        (("a.osm", "b.hgt"), None),
        (("a.txt",), None),
        (("a.jpg",), PICTURES),
        (("a.JPEG", "b.heic", "c.webp", "words.csv"), PICTURES),
        (("a.jpg", "b.hgt"), None),
        (("a.hgt", "words.csv"), None),
        (("words.csv",), None),
        (("N43E076.hgt", "a.txt"), None),
        ((), None),
    ],
)
def test_the_ending_says_what_a_file_is(files, kind):
    assert kind_of(files) == kind


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (("/maps/a b.osm.pbf",), ["city", "import", "--", "/maps/a b.osm.pbf"]),
        (("-x.hgt", "b.tif"), ["dem", "import", "--", "-x.hgt", "b.tif"]),
    ],
)
def test_a_dropped_file_starts_its_command(stand_in, files, said):
    imports, folder = stand_in
    hands = Hands(Interface(assets_dir()), {})
    hands.on_file_drop(3, 4, list(files))
    (command,) = hands.take()[1]
    assert command.name in WINDOW_COMMANDS
    imports.follow(command, WORDS)
    view = ended(imports)
    assert (folder / "said").read_text().splitlines() == said
    assert view.stage is ImportStage.DONE
    assert view.lines == ()
    assert imports.take_change()
    assert not imports.take_change()


def test_a_foreign_file_starts_nothing(stand_in):
    imports, folder = stand_in
    drop(imports, "a.txt")
    assert imports.view().stage is ImportStage.REFUSED
    assert not (folder / "said").exists()


def test_progress_is_shown_while_it_runs(stand_in):
    imports, _ = stand_in
    drop(imports, "/far/slow.osm")
    view = until(imports, lambda view: view.step)
    assert (view.stage, view.kind, view.file) == (ImportStage.RUNNING, MAP, "slow.osm")
    assert view.step is Step.READING
    assert not imports.take_change()


def test_a_failure_is_the_commands_one_line(stand_in):
    imports, _ = stand_in
    drop(imports, "/far/away/bad.osm")
    view = ended(imports)
    assert view.stage is ImportStage.FAILED
    assert view.lines == ("bad.osm: is damaged (ask for another)",)


def test_a_second_file_waits_until_the_first_is_done(stand_in):
    imports, folder = stand_in
    drop(imports, "slow.osm")
    until(imports, lambda view: view.step)
    drop(imports, "other.osm")
    assert imports.view().file == "slow.osm"
    assert (folder / "said").read_text().splitlines()[-1] == "slow.osm"


@posix
@pytest.mark.parametrize("to_us", [signal.default_int_handler, signal.SIG_IGN], indirect=True)
def test_stopping_lets_it_tidy_up_and_leaves_nobody(stand_in, to_us):
    imports, folder = stand_in
    drop(imports, "slow.osm")
    until(imports, lambda _: (folder / "pids").exists() and (folder / "pids").read_text())
    own, pid = int((folder / "pids").read_text()), imports._child.pid
    assert os.getpriority(os.PRIO_PROCESS, pid) == 19
    imports.follow(Command("stop_import"), WORDS)
    assert imports.view().stage is ImportStage.STOPPING
    assert ended(imports).stage is ImportStage.STOPPED
    assert (folder / "tidied").exists()
    assert gone(own)
    assert gone(pid)


@posix
def test_what_does_not_stop_is_ended(stand_in, monkeypatch):
    monkeypatch.setattr("almaty_tour.app.child.GRACE_S", 0.2)
    imports, _ = stand_in
    drop(imports, "deaf.osm")
    until(imports, lambda view: view.step is Step.SORTING)
    pid = imports._child.pid
    imports.follow(Command("stop_import"), WORDS)
    assert ended(imports).stage is ImportStage.STOPPED
    assert gone(pid)


@posix
def test_closing_the_window_ends_an_import(stand_in):
    imports, folder = stand_in
    drop(imports, "slow.osm")
    until(imports, lambda _: (folder / "pids").exists() and (folder / "pids").read_text())
    own, pid = int((folder / "pids").read_text()), imports._child.pid
    imports.close()
    assert gone(own)
    assert gone(pid)


def test_going_back_is_the_reset_of_the_command(stand_in):
    imports, folder = stand_in
    imports.follow(Command("reset_heights"), WORDS)
    assert ended(imports).stage is ImportStage.RESET
    assert (folder / "said").read_text().splitlines() == ["dem", "reset"]


@pytest.mark.parametrize(
    ("chooser", "stage"),
    [
        ("import sys; assert sys.argv[1:] == ['city', 'Import a map…']", ImportStage.IDLE),
        ("print('/maps/two  blanks.osm')", ImportStage.DONE),
        ("import sys; sys.exit(3)", ImportStage.NO_DIALOG),
        ("import sys; sys.exit(1)", ImportStage.IDLE),
    ],
)
def test_a_file_is_chosen_in_a_window_of_its_own(stand_in, chooser, stage):
    imports, folder = stand_in
    (folder / "chooser.py").write_text(textwrap.dedent(chooser))
    imports.follow(Command("choose_map"), WORDS)
    assert imports.view().stage is ImportStage.CHOOSING
    assert ended(imports).stage is stage
    if stage is ImportStage.DONE:
        assert (folder / "said").read_text().splitlines()[-1] == "/maps/two  blanks.osm"


def test_without_a_display_there_is_no_window_for_files():
    environment = {key: value for key, value in os.environ.items() if key != "DISPLAY"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "environ", environment)
        child = Child((sys.executable, "-m", "almaty_tour.app.choose", "city", "Карта"))
    end = time.monotonic() + 20.0
    while child.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    assert child.poll() == module.NO_DIALOG
    assert child.lines == ()


def test_without_the_extra_nothing_starts_and_the_way_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("almaty_tour.base.extras.find_spec", lambda _: None)
    imports = Imports((sys.executable, str(tmp_path / "none.py")))
    drop(imports, "a.osm")
    view = imports.view()
    assert view.stage is ImportStage.IDLE
    assert view.missing.endswith('-m pip install -e ".[gis]"')
    assert sys.executable in view.missing


def test_what_is_imported_is_told_as_the_folder_tells_it(stand_in, monkeypatch):
    imports, folder = stand_in
    monkeypatch.setenv("ALMATY_TOUR_DATA", str(folder))
    imports.follow(Command("toggle_imports"), WORDS)
    assert (imports.view().map, imports.view().heights) == ("", "")
    (folder / "city").mkdir()
    (folder / "city" / "import.toml").write_text(
        'file = "almaty.osm"\nblake2 = ""\nlicence = "x"\ncredit = "y"\ndate = "2012-09-10"\n'
        "extent_m = [0.0, 0.0, 1.0, 1.0]\n"
    )
    imports.follow(Command("toggle_imports"), WORDS)
    assert imports.view().map == "almaty.osm 2012-09-10"
    (folder / "city" / "import.toml").write_text("file = 3")
    imports.follow(Command("toggle_imports"), WORDS)
    assert "is damaged" in imports.view().map


def test_a_program_that_is_not_there_is_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "missing_extra", lambda: "")
    imports = Imports((str(tmp_path / "none"),))
    drop(imports, "a.osm")
    view = imports.view()
    assert view.stage is ImportStage.FAILED
    assert len(view.lines) == 1
    assert str(tmp_path / "none") in view.lines[0]


def tiff(path, **tags):
    Image.new("L", (8, 8)).save(path, tiffinfo={int(tag[1:]): told for tag, told in tags.items()})
    return str(path)


def test_folders_and_plain_tiffs_are_pictures_and_those_on_the_map_are_heights(tmp_path):
    (tmp_path / "album.osm").mkdir()
    plain = tiff(tmp_path / "scan.tif")
    placed = tiff(tmp_path / "heights.tif", t33550=(1.0, 1.0, 0.0), t33922=(0.0,) * 6)
    assert kind_of((str(tmp_path / "album.osm"),)) == PICTURES
    assert kind_of((plain, str(tmp_path / "album.osm"), "a.jpg")) == PICTURES
    assert kind_of((placed,)) == HEIGHTS
    assert kind_of((plain, placed)) is None


def test_pictures_are_imported_shown_as_they_come_and_summed_up(tmp_path, monkeypatch):
    monkeypatch.setenv("ALMATY_TOUR_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(module, "missing_extra", lambda: "pip install it")
    made = foreign.make(tmp_path / "given", 6, 5)
    imports = Imports()
    drop(imports, str(tmp_path / "given"))
    seen = []

    def over(view):
        seen.append(view.pictures.done)
        return not view.stage.busy

    view = until(imports, over, seconds=120.0)
    assert (view.stage, view.kind, view.file) == (ImportStage.DONE, PICTURES, "given")
    assert (10, 11) in seen or (11, 11) in seen
    found = view.pictures.summary
    assert (view.pictures.count, found.taken, found.known, found.twice) == (6, 6, 0, 0)
    with (tmp_path / "data" / "pictures" / "missing.csv").open(encoding="utf-8-sig") as file:
        assert view.pictures.lacking == len(list(csv.DictReader(file))) > 0
    assert sorted(name for _, names in found.refused for name in names) == sorted(made.bad)
    assert not imports.take_change(), "the city need not be built anew"
    with (tmp_path / "data" / "pictures" / "report.csv").open(encoding="utf-8-sig") as file:
        told = {row["file"]: row for row in csv.DictReader(file)}
    assert set(told) == {*made.good, *made.bad}
    for name, reason in made.bad.items():
        assert (told[name]["outcome"], reason in told[name]["reason"]) == ("left out", True)
    imports.close()


@posix
def test_a_stopped_import_of_pictures_keeps_what_was_taken_and_goes_on(tmp_path, monkeypatch):
    data = tmp_path / "data"
    monkeypatch.setenv("ALMATY_TOUR_DATA", str(data))
    monkeypatch.setattr(module, "missing_extra", lambda: "")
    foreign.make(tmp_path / "given", 60, 0)
    imports = Imports()
    drop(imports, str(tmp_path / "given"))
    until(imports, lambda view: view.pictures.done, seconds=120.0)
    assert os.getpriority(os.PRIO_PROCESS, imports._child.pid) == 19
    imports.follow(Command("stop_import"), WORDS)
    view = ended(imports)
    assert view.stage is ImportStage.STOPPED
    assert 0 < view.pictures.count < 60
    assert view.pictures.summary is None
    drop(imports, str(tmp_path / "given"))
    found = until(imports, lambda view: not view.stage.busy, seconds=120.0).pictures
    assert found.summary.known >= view.pictures.count
    assert (found.count, found.summary.known + found.summary.taken) == (60, 60)
    imports.close()


@pytest.mark.parametrize("where", ["", "models", ".."])
def test_a_folder_of_the_program_is_refused(stand_in, where):
    imports, folder = stand_in
    drop(imports, str(assets_dir() / where))
    assert (imports.view().stage, imports.view().kind) == (ImportStage.OWN, PICTURES)
    assert not (folder / "said").exists()


def test_the_chooser_begins_with_the_users_pictures_then_where_it_was(stand_in, monkeypatch):
    imports, folder = stand_in
    users, album = folder / "Pictures", folder / "album"
    album.mkdir()
    monkeypatch.setattr("platformdirs.user_pictures_path", lambda: users)
    monkeypatch.setattr("pathlib.Path.home", lambda: folder)
    (folder / "chooser.py").write_text(
        f"import sys; open({str(folder / 'begin')!r}, 'w').write(sys.argv[3])"
    )

    def begins():
        imports.follow(Command("choose_pictures"), WORDS)
        ended(imports)
        return (folder / "begin").read_text()

    assert begins() == str(folder)
    users.mkdir()
    assert begins() == str(users)
    drop(imports, str(album))
    ended(imports)
    assert begins() == str(album)
    album.rmdir()
    assert begins() == str(users)


def test_a_folder_is_chosen_for_pictures(stand_in):
    imports, folder = stand_in
    (folder / "chooser.py").write_text(
        f"import sys; assert sys.argv[1] == 'pictures'; print({str(folder)!r})"
    )
    imports.follow(Command("choose_pictures"), WORDS)
    assert imports.view().stage is ImportStage.CHOOSING
    ended(imports)
    said = (folder / "said").read_text().splitlines()
    assert said == ["pictures", "import", "--each", "--", str(folder)]
