"""Words on buildings as standing letters."""

from __future__ import annotations

import fontpkg
import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.kit import extrude, profile, transform, typeface
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

CAP_HEIGHT_EM = 0.727
LETTERING = Paint("lettering", "#E9DEC4")


def lettering(
    text: str,
    height_m: float,
    paint: Paint = LETTERING,
    *,
    out_m: float = 0.12,
    bold_m: float = 0.0,
    spacing_m: float = 0.0,
    font: str = "inter",
    centred: bool = True,
) -> MeshData:
    """Letters on the plane y = 0 standing out to -y, feet on z = 0, capitals `height_m` tall.

    `bold_m` thickens the strokes on each side, `spacing_m` opens the word. Words are of a
    material of lettering, so that they can be left out; ValueError for another.
    """
    paint = of_words(paint)
    face = typeface.load(fontpkg.path(font))
    size = height_m / CAP_HEIGHT_EM
    pieces: list[MeshData] = []
    x = 0.0
    for character in text:
        contours, advance = face.glyph(character)
        for outline, holes in grouped(contours):
            shape, cut = widened(outline * size, [hole * size for hole in holes], bold_m)
            letter = extrude.panel(shape, -out_m, 0.0, paint, holes=cut, back=False)
            pieces.append(transform.move(letter, x=x))
        x += advance * size + spacing_m
    whole = merge(pieces)
    return transform.move(whole, x=-(x - spacing_m) / 2) if centred else whole


def of_words(paint: Paint) -> Paint:
    """The paint itself; ValueError when its material is none of lettering."""
    if not paint.material.startswith("lettering"):
        raise ValueError(f"words are of a material of lettering, not of '{paint.material}'")
    return paint


def widened(outline: F64, holes: list[F64], bold_m: float) -> tuple[F64, list[F64]]:
    """A letter's outline and holes with strokes `bold_m` wider on each side."""
    if not shapely.Polygon(outline).is_valid:  # the strokes of М and W cross in Inter
        return sound(outline, holes, bold_m)
    return profile.offset(outline, bold_m), [profile.offset(hole, -bold_m) for hole in holes]


def sound(outline: F64, holes: list[F64], bold_m: float = 0.0) -> tuple[F64, list[F64]]:
    """The same shape, `bold_m` wider, without a crossing: outline and holes, last point open."""
    ink = shapely.make_valid(shapely.Polygon(outline))
    ink = shapely.union_all([part for part in shapely.get_parts(ink) if part.area > 0.0])
    ink = ink.difference(shapely.union_all([shapely.Polygon(hole) for hole in holes]))
    ink = ink.buffer(bold_m + 1e-4, join_style="mitre").simplify(1e-4)
    largest = max(shapely.get_parts(ink), key=lambda part: part.area)
    rings = [largest.exterior, *largest.interiors]
    first, *rest = (profile.counter_clockwise(np.array(ring.coords)[:-1]) for ring in rings)
    return first, rest


def grouped(contours: list[F64]) -> list[tuple[F64, list[F64]]]:
    """Outlines with the holes that lie in them, all counter-clockwise."""
    outer = [contour[::-1] for contour in contours if profile.area_m2(contour) < 0]
    inner = [contour for contour in contours if profile.area_m2(contour) > 0]
    return [(shape, [hole for hole in inner if _inside(hole[0], shape)]) for shape in outer]


def _inside(point: F64, outline: F64) -> bool:
    here, there = outline, np.roll(outline, -1, axis=0)
    spans = (here[:, 1] > point[1]) != (there[:, 1] > point[1])
    here, there = here[spans], there[spans]
    x = here[:, 0] + (point[1] - here[:, 1]) / (there[:, 1] - here[:, 1]) * (there - here)[:, 0]
    return bool((x > point[0]).sum() % 2)
