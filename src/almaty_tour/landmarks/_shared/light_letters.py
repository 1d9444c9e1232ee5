"""Letters of few corners for long inscriptions high up, where curves cannot be told apart."""

from __future__ import annotations

import fontpkg
import numpy as np
import numpy.typing as npt
from shapely.geometry import Polygon

from almaty_tour.kit import extrude, lettering, transform, typeface
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
_COARSE_EM = 0.03


def letters(
    text: str,
    height_m: float,
    paint: Paint,
    *,
    out_m: float = 0.12,
    spacing_m: float = 0.0,
    flat: bool = False,
) -> MeshData:
    """Like `kit.lettering.lettering`, with a third of its triangles; centred on x = 0.

    `flat` letters are faces without sides, `out_m` before the plane: a ninth.
    """
    paint = lettering.of_words(paint)
    face = typeface.load(fontpkg.path("inter"))
    size = height_m / lettering.CAP_HEIGHT_EM
    pieces, x = [], 0.0
    for character in text:
        contours, advance = face.glyph(character)
        for outline, holes in lettering.grouped(contours):
            cut = [_coarse(hole) * size for hole in holes]
            shape = _coarse(outline) * size
            if flat:
                face_up = extrude.sheet(shape, out_m, paint, holes=cut)
                glyph = transform.turn(face_up, "x", 90.0)
            else:
                glyph = extrude.panel(shape, -out_m, 0.0, paint, holes=cut, back=False)
            pieces.append(transform.move(glyph, x=x))
        x += advance * size + spacing_m
    return transform.move(merge(pieces), x=-(x - spacing_m) / 2)


def _coarse(contour: F64) -> F64:
    shape = Polygon(contour).simplify(_COARSE_EM)
    return np.asarray(shape.exterior.coords, np.float64)[:-1]
