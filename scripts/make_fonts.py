"""Cuts the interface's three faces out of the variable fonts of fontpkg.

Dear ImGui's own rasteriser knows no variable fonts, so each weight is a small static file.
Needs `pip install fonttools fontpkg-inter fontpkg-literata`; run from the checkout:

    python scripts/make_fonts.py
"""

from __future__ import annotations

from pathlib import Path

import fontpkg
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(__file__).resolve().parents[1] / "assets" / "fonts"
FACES = {
    "Inter-Regular": ("Inter", {"wght": 400, "opsz": 16}),
    "Inter-SemiBold": ("Inter", {"wght": 600, "opsz": 16}),
    "Literata-Medium": ("Literata", {"wght": 500, "opsz": 28}),
}
LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x400, 0x530),
    *range(0x2010, 0x2030),
    0x2032,
    0x2033,
    0x2039,
    0x203A,
    0x20B8,
    0x2116,
    0x2122,
    *range(0x2190, 0x2194),
    0x2212,
    0x2248,
    0x2264,
    0x2265,
)


def cut(face: str) -> None:
    """Writes one face with the letters of the three languages and no layout tables."""
    family, axes = FACES[face]
    font = instancer.instantiateVariableFont(TTFont(fontpkg.path(family)), axes)
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LETTERS)
    cutter.subset(font)
    font.save(FONTS / f"{face}.ttf")


if __name__ == "__main__":
    FONTS.mkdir(exist_ok=True)
    for name in FACES:
        cut(name)
        print(f"{name}.ttf {(FONTS / f'{name}.ttf').stat().st_size // 1024} KiB")
