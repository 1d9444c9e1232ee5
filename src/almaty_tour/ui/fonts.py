"""The three faces of the interface, loaded once into a Dear ImGui atlas."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from slimgui import imgui

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError

FACES = {"text": "Inter-Regular", "strong": "Inter-SemiBold", "title": "Literata-Medium"}
MAX_FONT_BYTES = 4_000_000

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
"""The eighteen letters that Kazakh has and Russian lacks; a test looks for each glyph."""


@dataclass(frozen=True)
class Fonts:
    """Faces by name; sizes are chosen when text is drawn."""

    faces: dict[str, imgui.Font]


def load_fonts(folder: Path, atlas: imgui.FontAtlas) -> Fonts:
    """Adds the faces of `folder` to an atlas; AssetError names a missing or damaged file.

    Glyphs are rasterised when first drawn, so this costs only the reading.
    """
    faces = {}
    for name, file in FACES.items():
        config = imgui.FontConfig()
        config.pixel_snap_h = False
        data = read_bounded(folder / f"{file}.ttf", MAX_FONT_BYTES)
        _refuse_damaged(data, folder / f"{file}.ttf")
        faces[name] = atlas.add_font_from_memory_ttf(data, 16.0, config)
    return Fonts(faces)


def _refuse_damaged(data: bytes, path: Path) -> None:
    """Dear ImGui ends the program over a font whose tables lie outside the file."""
    try:
        mark, count = struct.unpack_from(">4sH", data)
        tables = [struct.unpack_from(">4sIII", data, 12 + 16 * n) for n in range(count)]
    except struct.error:
        mark, tables = b"", []
    whole = all(offset + length <= len(data) for _, _, offset, length in tables)
    if mark != b"\0\1\0\0" or not tables or not whole:
        raise AssetError(path, "is not a whole font", hint="install again")
