"""The table of materials on the card, with leaves as they are on a day of the year."""

from __future__ import annotations

from almaty_tour.render.gl.texture import RGBA32F, Texture
from almaty_tour.render.leaves import Leaves, leaf_rows
from almaty_tour.render.materials import MaterialTable


class MaterialTexture:
    """A row of texels a material."""

    def __init__(self, materials: MaterialTable, leaves: tuple[Leaves, ...]) -> None:
        rows = materials.rows
        self._materials, self._leaves = materials, leaves
        self._texture = Texture(RGBA32F, (rows.shape[1], len(rows)), rows, linear=False)
        self._day: int | None = None

    def follow(self, day: int) -> None:
        """Leaves as they are on a day of the year."""
        if self._day != day:
            self._day = day
            self._texture.write(leaf_rows(self._materials, self._leaves, day))

    def bind(self, unit: int) -> None:
        self._texture.bind(unit)

    def free(self) -> None:
        self._texture.free()
