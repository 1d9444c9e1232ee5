"""The errors a user can meet, as a tree.

    AlmatyTourError
      ContentError      a text or table of the content is wrong: file, where, what, hint
      AssetError        a baked or foreign file is missing, damaged or too large
      BakeError         a model could not be built
      ShaderError       a shader did not compile: stage, file, line, the driver's words
      GraphicsError     no usable OpenGL: what is needed, what was found
      ExportError       a picture or video could not be written
      SettingError      a setting or an id is unknown: the nearest names

Each message is one line: what is wrong, where, what to do. Faults of the programmer stay
ValueError and TypeError, and are never turned into one of these.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path


class AlmatyTourError(Exception):
    """The base of everything that the command line prints as one line."""


class _FileError(AlmatyTourError):
    def __init__(self, file: Path | str, what: str, *, where: str = "", hint: str = "") -> None:
        self.file = str(file)
        self.where = where
        self.what = what
        self.hint = hint
        place = f"{self.file}: {where}" if where else self.file
        super().__init__(f"{place}: {what}" + (f" ({hint})" if hint else ""))


class ContentError(_FileError):
    """A content file is wrong."""


class AssetError(_FileError):
    """A model, picture, map or cache file is missing, damaged or too large."""


class BakeError(AlmatyTourError):
    """A landmark or a ground could not be built."""


class ShaderError(_FileError):
    """A shader did not compile or link."""


class GraphicsError(AlmatyTourError):
    """There is no OpenGL that the program can use."""


class ExportError(AlmatyTourError):
    """A picture or video could not be made."""


class SettingError(AlmatyTourError):
    """A name given by the user is not known."""

    @classmethod
    def unknown(cls, kind: str, name: str, known: Iterable[str]) -> SettingError:
        """An error that names the nearest known names."""
        names = sorted(known)
        within = [one for one in names if name and name in one]
        close = get_close_matches(name, names, n=3, cutoff=0.6)
        words = {word for one in names for word in one.split("_")}
        like = get_close_matches(name, words, n=1, cutoff=0.8)
        part = [one for one in names if like and like[0] in one.split("_")]
        near = list(dict.fromkeys((*within, *close, *part)))[:3]
        hint = f"did you mean {', '.join(near)}?" if near else f"known: {', '.join(names)}"
        return cls(f"there is no {kind} '{name}' ({hint})")
