"""The three faces of the interface, loaded once into a Dear ImGui atlas."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from slimgui import imgui

from almaty_tour.base.assets import read_bounded

FACES = {"text": "Inter-Regular", "strong": "Inter-SemiBold", "title": "Literata-Medium"}
MAX_FONT_BYTES = 4_000_000

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
"""The eighteen letters that Kazakh has and Russian lacks; a test looks for each glyph."""


@dataclass(frozen=True)
class Fonts:
    """Faces by name; sizes are chosen when text is drawn."""

    faces: dict[str, imgui.Font]


def load_fonts(folder: Path, atlas: imgui.FontAtlas) -> Fonts:
    """Adds the faces of `folder` to an atlas; AssetError names a file that is missing.

    Glyphs are rasterised when first drawn, so this costs only the reading.
    """
    faces = {}
    for name, file in FACES.items():
        config = imgui.FontConfig()
        config.pixel_snap_h = False
        data = read_bounded(folder / f"{file}.ttf", MAX_FONT_BYTES)
        faces[name] = atlas.add_font_from_memory_ttf(data, 16.0, config)
    return Fonts(faces)
