"""Standing letters whose outlines cross themselves in the typeface (М of Inter) made whole."""

from __future__ import annotations

import fontpkg
import numpy as np
import numpy.typing as npt
import shapely

from almaty_tour.kit import extrude, profile, transform, typeface
from almaty_tour.kit.lettering import CAP_HEIGHT_EM, LETTERING, grouped
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]


def inscription(
    text: str,
    height_m: float,
    paint: Paint = LETTERING,
    *,
    out_m: float = 0.12,
    bold_m: float = 0.0,
    spacing_m: float = 0.0,
) -> MeshData:
    """`lettering.lettering` of the same arguments, centred, safe for every letter."""
    face = typeface.load(fontpkg.path("inter"))
    size = height_m / CAP_HEIGHT_EM
    pieces: list[MeshData] = []
    x = 0.0
    for character in text:
        contours, advance = face.glyph(character)
        for outline, holes in grouped(contours):
            shape, cut = sound(outline * size, [hole * size for hole in holes], bold_m)
            letter = extrude.panel(shape, -out_m, 0.0, paint, holes=cut, back=False)
            pieces.append(transform.move(letter, x=x))
        x += advance * size + spacing_m
    return transform.move(merge(pieces), x=-(x - spacing_m) / 2)


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


def demo() -> MeshData:
    """Every letter that the typeface draws with a crossing, and some with holes."""
    return inscription("МАДМӘ", 1.0, out_m=0.2)
