"""What lies flat in Panfilov Park: paving, kerbs, lawns, flower beds."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.panfilov_park import plan
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

AVENUE_M, PATH_M, LAWN_M = 0.045, 0.035, 0.12
CELL_M = 44.0
AVENUE = Paint("paving", "#A59C92")
BAND = Paint("granite", "#8A6A5E")
PATH = Paint("asphalt", "#8E8A86")
LAWN = Paint("lawn", "#54803A")
KERB = Paint("granite", "#A8A19A")
ROSES = (Paint("foliage", "#B8323A"), Paint("foliage", "#D8525A"), Paint("foliage", "#E6DCCB"))
MARIGOLDS = (Paint("foliage", "#D98A2B"), Paint("foliage", "#E3B33A"), Paint("foliage", "#B8412E"))


def ground() -> MeshData:
    """All of it."""
    paved = [_plates(piece, AVENUE_M, AVENUE, -1.5) for piece in _cells(plan.avenues())]
    walks = [_plates(piece, PATH_M, PATH, -0.3) for piece in _cells(plan.paths())]
    grass = [_plates(piece, LAWN_M, LAWN, -0.2) for lawn in plan.lawns() for piece in _cells(lawn)]
    edges = [
        kerb(plan.ring(line), outer)
        for lawn in plan.lawns()
        for line, outer in ((lawn.exterior, True), *((hole, False) for hole in lawn.interiors))
    ]
    return merge([*paved, *walks, *grass, *edges, bands(), beds()])


def _cells(shape: BaseGeometry) -> list[Polygon]:
    """The shape cut by a wide grid: faces of even size, quick to triangulate."""
    x0, y0, x1, y1 = plan.EDGE
    pieces: list[Polygon] = []
    for x in np.arange(x0, x1, CELL_M):
        for y in np.arange(y0, y1, CELL_M):
            cell = box(x, y, min(x + CELL_M, x1), min(y + CELL_M, y1))
            pieces += plan.polygons(cell.intersection(shape))
    return pieces


def _plates(piece: Polygon, top_m: float, paint: Paint, bottom_m: float) -> MeshData:
    holes = [plan.ring(hole) for hole in piece.interiors]
    outline = plan.ring(piece.exterior)
    if bottom_m > -1.0:
        sheet = extrude.sheet(outline, top_m, paint, holes=holes)
    else:
        sheet = extrude.prism(outline, bottom_m, top_m, paint, holes=holes, bottom=False)
    return diced(sheet, 16.0)


def kerb(outline: F64, outer: bool) -> MeshData:
    """A stone edge on the lawn's side of its outline."""
    section = profile.line((0.0, -0.3), (0.0, 0.15), (-0.18, 0.15), (-0.18, -0.3))
    line = outline if outer else outline[::-1]
    return extrude.sweep(section, line, KERB, crease_deg=0.0)


def bands() -> MeshData:
    """Strips of darker stone along and across the main avenue."""
    z, y = AVENUE_M + 0.022, plan.AXIS_Y
    quads = []
    for x0, x1 in ((-201.0, -163.0), (-127.0, -58.0), (62.0, 122.0), (158.0, 265.0)):
        quads += [_strip(x0, y + v - 0.2, x1, y + v + 0.2, z) for v in (-4.3, 4.3)]
        quads += [_strip(x - 0.25, y - 4.1, x + 0.25, y + 4.1, z) for x in np.arange(x0, x1, 7.6)]
    x = plan.DOSTYK_X
    quads += [_strip(x - 4.7, v - 0.25, x + 4.7, v + 0.25, z) for v in np.arange(24.0, 134.0, 7.9)]
    return quadrilaterals(np.array(quads), BAND)


def _strip(x0: float, y0: float, x1: float, y1: float, z: float) -> list[tuple[float, ...]]:
    return [(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)]


def beds() -> MeshData:
    """Round beds in the round squares, narrow ones along the avenue to the cathedral."""
    pieces = []
    for number, (x, y, _) in enumerate(plan.ROUNDS[:2]):
        rim = profile.circle(plan.BED_RADIUS_M, 40)
        inner = profile.circle(2.6, 24)
        flowers = merge(
            [
                blooms(profile.circle(plan.BED_RADIUS_M - 0.3, 32), 0.12, ROSES,
                       f"panfilov_park/round{number}", pitch_m=0.62, height_m=0.4, holes=[inner]),
                blooms(inner, 0.2, MARIGOLDS, f"panfilov_park/middle{number}", pitch_m=0.62,
                       height_m=0.55),
                _rim(rim),
            ]
        )  # fmt: skip
        pieces.append(transform.move(flowers, x=x, y=y))
    for number, spot in enumerate(long_beds()):
        outline = profile.rectangle(11.0, 1.5, spot)
        pieces.append(
            blooms(outline, LAWN_M, MARIGOLDS, f"panfilov_park/long{number}", pitch_m=0.75,
                   height_m=0.34)
        )  # fmt: skip
    return merge(pieces)


def long_beds() -> list[tuple[float, float]]:
    """Middles of the narrow beds beside the main avenue."""
    x = [*np.arange(-118.0, -64.0, 16.0), *np.arange(70.0, 118.0, 16.0)]
    return [(float(v), plan.AXIS_Y + s * 6.7) for v in x for s in (-1.0, 1.0)]


def _rim(outline: F64) -> MeshData:
    section = profile.line((0.0, -0.3), (0.0, 0.42), (-0.4, 0.42), (-0.4, -0.3))
    return extrude.sweep(section, outline, KERB, crease_deg=30.0)
