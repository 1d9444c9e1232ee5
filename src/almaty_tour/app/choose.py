"""The system's window for choosing files, run as a program: `python -m almaty_tour.app.choose`.

Tk wants a main thread of its own, so it gets a process. Words: kind (`city`, `dem`, or
`pictures`, of which a folder is chosen), title, for `pictures` the folder to begin in. Prints
the chosen files, one a line, none when it was closed. Leaves with `NO_DIALOG` where Python has
no Tk or Tk no display.
"""

from __future__ import annotations

import sys
from pathlib import Path

NO_DIALOG = 3
PATTERNS = {
    "city": "*.osm.pbf *.pbf *.osm *.json *.geojson",
    "dem": "*.hgt *.hgt.zip *.zip *.tif *.tiff",
}


def first_folder(last: str) -> str:
    """Where to look for pictures: the folder used last while it is there, else the user's."""
    import platformdirs

    pictures = platformdirs.user_pictures_path()
    places = (Path(last), pictures) if last else (pictures,)
    return str(next((one for one in places if one.is_dir()), Path.home()))


def choose(kind: str, title: str, begin: str = "") -> tuple[str, ...]:
    """Asks for files; ImportError without Tk, RuntimeError when it cannot show a window."""
    import tkinter
    from tkinter import filedialog

    try:
        root = tkinter.Tk()
    except tkinter.TclError as fault:
        raise RuntimeError(str(fault)) from fault
    root.withdraw()
    root.attributes("-topmost", True)
    if kind == "pictures":
        folder = filedialog.askdirectory(
            parent=root, title=title, mustexist=True, initialdir=begin or None
        )
        return (folder,) if folder else ()
    types = [(title, PATTERNS[kind])]
    if kind == "city":
        one = filedialog.askopenfilename(parent=root, title=title, filetypes=types)
        return (one,) if one else ()
    return tuple(filedialog.askopenfilenames(parent=root, title=title, filetypes=types) or ())


def main() -> int:
    """Asks and prints; the exit code."""
    try:
        found = choose(*sys.argv[1:4])
    except (ImportError, RuntimeError):
        return NO_DIALOG
    for path in found:
        print(path)  # noqa: T201 - read by the viewer
    return 0


if __name__ == "__main__":
    sys.exit(main())
