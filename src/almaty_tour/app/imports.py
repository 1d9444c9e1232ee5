"""The visitor's own map, heights and pictures, from the window: the verbs as processes.

The viewer itself never imports what reads maps and decodes no original; it starts
`almaty-tour city import FILE` beside itself and shows what that says; `take_change` tells when
the city is to be built anew.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from almaty_tour.app.child import Child
from almaty_tour.app.choose import NO_DIALOG, first_folder
from almaty_tour.app.import_kinds import (
    done_of,
    kind_of,
    pictures_state,
    report_stamp,
    with_summary,
)
from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.base.extras import EXTRAS, missing
from almaty_tour.base.progress import last_step
from almaty_tour.geo.imported import imported_heights
from almaty_tour.scene.imported import read_import
from almaty_tour.session.commands import Command
from almaty_tour.session.own_folders import own_among
from almaty_tour.session.userdata import user_data_dir
from almaty_tour.ui.import_view import (
    HEIGHTS,
    MAP,
    PICTURES,
    ImportStage,
    ImportsView,
    PicturesView,
)

if TYPE_CHECKING:
    from almaty_tour.ui.words import Words

PROGRAM = (sys.executable, "-m", "almaty_tour")
CHOOSER = (sys.executable, "-m", "almaty_tour.app.choose")
PREFIX = "almaty-tour: "
CHOICES = {"choose_map": MAP, "choose_heights": HEIGHTS, "choose_pictures": PICTURES}
FAULTS = 1
"""The command's exit code where no picture was taken."""


def missing_extra() -> str:
    """The command that installs what imports need, "" when all is there."""
    if not missing(EXTRAS["gis"]):
        return ""
    return f'"{sys.executable}" -m pip install -e ".[gis]"'


class Imports:
    """At most one process at a time: a window for choosing files, an import or a reset."""

    def __init__(self, program: Sequence[str] = PROGRAM, chooser: Sequence[str] = CHOOSER) -> None:
        self._program, self._chooser = tuple(program), tuple(chooser)
        self._child: Child | None = None
        self._stage, self._kind = ImportStage.IDLE, MAP
        self._files: tuple[str, ...] = ()
        self._fault: tuple[str, ...] = ()
        self._began_s = 0.0
        self._changed = False
        self._map, self._heights, self._missing = "", "", ""
        self._counts: tuple[int, int, int] | None = None
        self._pictures, self._reported = PicturesView(), 0
        self._folder = ""

    def follow(self, command: Command, words: Words) -> None:
        """Follows a window command about imports, and overlooks all others."""
        name = command.name
        if name == "toggle_imports":
            self._look()
        elif name in CHOICES:
            self._choose(CHOICES[name], words(f"imports.{name}"))
        elif name == "import_files":
            self._look()
            self.start(tuple(str(command.argument or "").splitlines()))
        elif name in ("reset_map", "reset_heights"):
            kind = MAP if name == "reset_map" else HEIGHTS
            self._run(ImportStage.RESET, kind, (*self._program, kind, "reset"), ())
        elif name == "stop_import" and self._child is not None:
            self._child.stop()

    def start(self, files: tuple[str, ...]) -> None:
        """Imports files of one kind; nothing while another import is under way."""
        kind = kind_of(files)
        if self._at_work or (self._missing and kind in (MAP, HEIGHTS)):
            return
        self._end_child()
        if kind is None:
            self._stage = ImportStage.REFUSED
            return
        if kind == PICTURES and not self._may_take(files):
            return
        each = ("--each",) if kind == PICTURES else ()
        # a name that begins with a dash is still a name
        command = (*self._program, kind, "import", *each, "--", *files)
        self._reported = report_stamp(user_data_dir())
        self._run(ImportStage.RUNNING, kind, command, files)

    def _may_take(self, files: tuple[str, ...]) -> bool:
        """Whether pictures lie outside the program's own folders; remembers where they do."""
        folders = [Path(one) for one in files if Path(one).is_dir()]
        if own_among(folders):
            self._stage, self._kind, self._files = ImportStage.OWN, PICTURES, files
            return False
        self._folder = str(folders[0]) if folders else self._folder
        return True

    def poll(self) -> None:
        """Once a picture: sees whether a process has ended."""
        code = None if self._child is None else self._child.poll()
        if code is None or self._child is None:
            return
        child, self._child = self._child, None
        if self._stage is ImportStage.CHOOSING:
            self._stage = ImportStage.NO_DIALOG if code == NO_DIALOG else ImportStage.IDLE
            if code == 0 and child.lines:
                self.start(child.lines)
        elif self._kind == PICTURES and self._told_of(child, code):
            self._stage, self._fault = ImportStage.DONE, ()
        elif code == 0:
            done = self._stage is ImportStage.RUNNING
            self._stage = ImportStage.DONE if done else ImportStage.RESET
            self._changed = self._kind != PICTURES
            self._fault = ()
        elif child.stopping:
            self._stage = ImportStage.STOPPED
        else:
            self._fail(child.lines)
        self._look()

    def _told_of(self, child: Child, code: int) -> bool:
        """Whether an import of pictures came to its end: odd files among them are no failure."""
        anew = report_stamp(user_data_dir()) not in (0, self._reported)
        return anew and code in (0, FAULTS) and not child.stopping

    def take_change(self) -> bool:
        """Whether something was imported or taken away since this was asked last."""
        changed, self._changed = self._changed, False
        return changed

    def view(self) -> ImportsView:
        """What the panel shows."""
        child, stage = self._child, self._stage
        lines, step, seconds, pictures = self._fault, None, 0, self._pictures
        if child is not None:
            step = last_step([line.removeprefix(PREFIX) for line in child.lines])
            pictures = replace(pictures, done=done_of(child.lines))
            seconds = int(time.monotonic() - self._began_s)
            if stage is not ImportStage.CHOOSING:
                stage = ImportStage.STOPPING if child.stopping else ImportStage.RUNNING
        return ImportsView(
            stage=stage, kind=self._kind, file=_short(self._files), seconds=seconds, step=step,
            lines=() if stage is ImportStage.CHOOSING else lines, counts=self._counts,
            map=self._map, heights=self._heights, missing=self._missing,
            pictures=pictures,
        )  # fmt: skip

    def close(self) -> None:
        """Ends what is under way; nothing is changed then."""
        self._end_child()

    @property
    def _at_work(self) -> bool:
        return self._child is not None and self._stage is not ImportStage.CHOOSING

    def _choose(self, kind: str, title: str) -> None:
        if self._child is None:
            begin = (first_folder(self._folder),) if kind == PICTURES else ()
            self._run(ImportStage.CHOOSING, kind, (*self._chooser, kind, title, *begin), ())

    def _run(
        self, stage: ImportStage, kind: str, command: tuple[str, ...], files: tuple[str, ...]
    ) -> None:
        if self._child is not None:
            return
        self._stage, self._kind, self._files, self._fault = stage, kind, files, ()
        self._began_s = time.monotonic()
        try:
            self._child = Child(command, lowest=stage is ImportStage.RUNNING)
        except OSError as fault:
            self._fail((f"{command[0]}: {fault.strerror or fault}",))

    def _fail(self, lines: tuple[str, ...]) -> None:
        """Keeps the command's one line, with names of files instead of long paths."""
        said = [one for one in lines if one.startswith(PREFIX)] or list(lines)
        line = said[-1].removeprefix(PREFIX) if said else ""
        for path in self._files:
            line = line.replace(path, Path(path).name)
        self._stage, self._fault = ImportStage.FAILED, (line,) if line else ()

    def _look(self) -> None:
        """What is imported now, as the user's folder tells it; a damaged one by its fault."""
        data = user_data_dir()
        self._missing = missing_extra()
        self._pictures = pictures_state(data)
        if self._kind == PICTURES and self._stage is ImportStage.DONE:
            self._pictures = with_summary(self._pictures)
        self._counts = None
        try:
            found = read_import(data)
            self._map = "" if found is None else " ".join((found.file, found.date)).strip()
            if found is not None:
                self._counts = found.drawn, found.landmark, found.skipped
        except AlmatyTourError as fault:
            self._map = str(fault)
        try:
            heights = imported_heights(data, assets_dir() / "terrain")
            self._heights = "" if heights is None else _short(heights.files)
        except AlmatyTourError as fault:
            self._heights = str(fault)

    def _end_child(self) -> None:
        if self._child is not None:
            asks = self._stage is ImportStage.CHOOSING
            self._child.close(*((0.0,) if asks else ()))
            self._child = None


def _short(files: Sequence[str]) -> str:
    """The first name, and how many more there are."""
    if not files:
        return ""
    more = f" +{len(files) - 1}" if len(files) > 1 else ""
    return f"{Path(files[0]).name}{more}"
