"""What a surface is made of: a material by name and the colour that multiplies it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paint:
    """A material of `assets/content/materials.toml` and an sRGB tint, "#RRGGBB"."""

    material: str
    colour: str = "#FFFFFF"

    @property
    def tint(self) -> tuple[int, int, int, int]:
        """The multiplier as four bytes; the last is full openness to the sky."""
        red, green, blue = bytes.fromhex(self.colour.lstrip("#"))
        return red, green, blue, 255

    def shaded(self, factor: float) -> Paint:
        """The same paint, lighter (> 1) or darker (< 1)."""
        parts = (min(255, max(0, round(value * factor))) for value in self.tint[:3])
        return Paint(self.material, "#" + bytes(parts).hex().upper())


PLASTER = Paint("plaster", "#EFE6D2")
GLASS = Paint("window")
STONE = Paint("ashlar", "#D8CDB8")
GRANITE = Paint("granite", "#8E8A86")
GOLD = Paint("gold")
BRONZE = Paint("bronze")
DARK_FRAME = Paint("painted_metal", "#4A4038")
WHITE_FRAME = Paint("painted_metal", "#F2EFE8")
