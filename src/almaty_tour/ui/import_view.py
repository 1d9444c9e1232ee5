"""What the interface is told of the visitor's own map, heights and pictures: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from almaty_tour.base.progress import Step
from almaty_tour.gallery.summary import Summary

MAP, HEIGHTS, PICTURES = "city", "dem", "pictures"
"""The kinds of imports, named as their verbs on the command line."""


class ImportStage(Enum):
    """How far an import is."""

    IDLE = "idle"
    CHOOSING = "choosing"
    NO_DIALOG = "no_dialog"
    REFUSED = "refused"
    OWN = "own"
    RUNNING = "running"
    STOPPING = "stopping"
    STOPPED = "stopped"
    FAILED = "failed"
    DONE = "done"
    RESET = "reset"

    @property
    def busy(self) -> bool:
        """Whether a process is at work."""
        return self in {ImportStage.RUNNING, ImportStage.STOPPING, ImportStage.CHOOSING}


@dataclass(frozen=True)
class PicturesView:
    """The library of pictures.

    Attributes:
        count: how many there are. folder: where they and the lists lie.
        lacking: how many of the last folder lack a place, a date, a caption or an author.
        done: of the import under way, files looked at and all of them; None before it says so.
        summary: what became of the files of the last one, None where none came to its end.
        fault: one line where the library cannot be read.
    """

    count: int = 0
    lacking: int = 0
    folder: str = ""
    done: tuple[int, int] | None = None
    summary: Summary | None = None
    fault: str = ""


@dataclass(frozen=True)
class ImportsView:
    """What is imported, and what goes on.

    Attributes:
        kind: `MAP`, `HEIGHTS` or `PICTURES`, what `stage` is about.
        file: what is imported now, in short. seconds: since it began.
        step: what the process is at, None before it says so.
        lines: of a failure the command's one line.
        counts: buildings drawn, given way to landmarks and left out of the map.
        map, heights: what is imported already, in short; "" for the built-in ones.
        missing: the command that installs what reads maps and heights, "" when it is there.
        pictures: the museum's own.
    """

    stage: ImportStage = ImportStage.IDLE
    kind: str = MAP
    file: str = ""
    seconds: int = 0
    step: Step | None = None
    lines: tuple[str, ...] = ()
    counts: tuple[int, int, int] | None = None
    map: str = ""
    heights: str = ""
    missing: str = ""
    pictures: PicturesView = PicturesView()


NO_IMPORTS = ImportsView()
"""Nothing is imported, nothing goes on."""
