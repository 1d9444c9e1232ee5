"""What lies open on the visitor's desk: the interface's own memory, apart from the session."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from almaty_tour.content.region import Region
from almaty_tour.ui.album import Album
from almaty_tour.ui.street_map import StreetMap

QUIET_AFTER_S = 4.0
"""The tour's controls hide after this long without a hand moving."""


MAP_REACHES_M = (500.0, 1200.0, 2500.0, 6000.0)
"""From the middle of the mini-map to its rim, by zoom step."""


class Sheet(Enum):
    """The one large sheet that can lie over the picture."""

    NONE = "none"
    SETTINGS = "settings"
    HELP = "help"
    ABOUT = "about"
    IMPORTS = "imports"
    FINDS = "finds"
    GALLERY = "gallery"
    PICTURE = "picture"
    COMPARE = "compare"


BEHIND = {Sheet.PICTURE: Sheet.GALLERY, Sheet.COMPARE: Sheet.PICTURE}
"""The sheet that comes back when one is closed."""


SHEETS = {
    "toggle_help": Sheet.HELP,
    "toggle_settings": Sheet.SETTINGS,
    "toggle_about": Sheet.ABOUT,
    "toggle_finds": Sheet.FINDS,
    "toggle_gallery": Sheet.GALLERY,
}
PANELS = {"toggle_map": "map_open", "toggle_sky": "sky_open", "toggle_labels": "labels_shown"}


@dataclass
class Strip:
    """Where the row of events stands.

    Attributes:
        at: number of the event in the middle, with a fraction while it moves.
        theme: the theme that the numbers count in.
        grabbed: `at` when a hand took hold of the row, None while none does.
    """

    at: float = -1.0
    theme: str = ""
    grabbed: float | None = None


@dataclass
class Desk:
    """Which panels are open and what was typed; changed by commands and by hands.

    Attributes:
        sky_open: weather and season are shown.
        map_zoom: step of `MAP_REACHES_M`. labels_shown: names over the city.
        street_map: the mini-map as it was laid out last. album: what of the pictures is open.
            region: the map of the finds, read when it is first wanted.
        focused: the keyboard belongs to the interface (after Tab, or on a sheet).
        quiet_s: seconds since the last hand moved.
        query: text of the search field.
        wants_search: the search field is to be focused. search_number: identity of
            the field; a new one drops the focus and the text that Dear ImGui keeps of its own.
        searching: letters go into the search field.
        timeline: the row of events of the story.
        asked: what was pressed once and is done when it is pressed again, "" for nothing.
    """

    sheet: Sheet = Sheet.NONE
    list_open: bool = True
    map_open: bool = True
    sky_open: bool = False
    map_zoom: int = 1
    labels_shown: bool = True
    street_map: StreetMap = field(default_factory=StreetMap)
    region: Region | None = None
    album: Album = field(default_factory=Album)
    focused: bool = False
    quiet_s: float = 0.0
    query: str = ""
    wants_search: bool = False
    search_number: int = 0
    searching: bool = False
    was_searching: bool = False
    asked: str = ""
    timeline: Strip = field(default_factory=Strip)

    def toggle_sheet(self, sheet: Sheet) -> None:
        """Opens a sheet, or closes it when it is the open one."""
        self.sheet = Sheet.NONE if self.sheet is sheet else sheet

    def show_picture(self, picture: str, *, hung: bool = False) -> None:
        """Opens a picture alone; `hung` from where it hangs."""
        self.sheet, self.album.hung = Sheet.PICTURE, hung
        self.album.open(picture)

    def step_back(self) -> None:
        """Closes the open sheet; the one behind it comes back."""
        alone = self.sheet is Sheet.PICTURE and self.album.hung
        self.sheet = Sheet.NONE if alone else BEHIND.get(self.sheet, Sheet.NONE)

    @property
    def quiet(self) -> bool:
        """Whether nobody has moved for a while."""
        return self.quiet_s > QUIET_AFTER_S

    def apply(self, name: str) -> bool:
        """Follows a window command about panels; False when it is about something else."""
        if name in SHEETS:
            self.toggle_sheet(SHEETS[name])
        elif name in PANELS:
            setattr(self, PANELS[name], not getattr(self, PANELS[name]))
        elif name == "toggle_imports":
            self.asked = ""
            self.toggle_sheet(Sheet.IMPORTS)
        elif name == "import_files":
            self.asked, self.sheet = "", Sheet.IMPORTS
        elif name == "compare_picture":
            self.sheet = Sheet.COMPARE
        elif name in ("next_picture", "previous_picture"):
            self.album.turned += 1 if name == "next_picture" else -1
        elif name == "toggle_list":
            self.list_open = not self.list_open
            self.wants_search = self.list_open
        elif name in ("map_nearer", "map_farther"):
            step = -1 if name == "map_nearer" else 1
            self.map_zoom = min(max(self.map_zoom + step, 0), len(MAP_REACHES_M) - 1)
        else:
            return False
        return True
