"""Cast figures with the normals of their own faces.

A skin over a distance field takes its normals from the field; in thin creases they may turn
away from the faces. Chiselled, every normal lies on the outer side, edges stay sharp.
"""

from __future__ import annotations

from almaty_tour.kit import statue
from almaty_tour.kit.paint import BRONZE, Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData


def chiselled(figure: MeshData, paint: Paint, *, crease_deg: float = 60.0) -> MeshData:
    """The same triangles in one paint, smoothed where they meet at less than `crease_deg`."""
    return solid(figure.positions, figure.faces, paint, crease_deg=crease_deg)


def demo() -> MeshData:
    """A figure in bronze."""
    return chiselled(statue.standing(1.8, BRONZE, triangles=2000), BRONZE)
