"""Walls as they are seen from outside: frames as plates, nothing that looks into the house."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.landmarks._shared.bare import BACK, OVER, UNDER, bare
from almaty_tour.mesh.data import MeshData, merge

SIDES = ((1.0, 0.0, 0.0), (-1.0, 0.0, 0.0))


def outside(wall: MeshData, frame: str = "painted_metal") -> MeshData:
    """A wall that looks to -y without its back faces and the thickness of its `frame`s."""
    if frame not in wall.materials:
        return bare(wall, BACK)
    framed = np.asarray(wall.material[wall.faces[:, 0]] == wall.materials.index(frame))
    rest = bare(replace(wall, faces=wall.faces[~framed]), BACK)
    bars = bare(replace(wall, faces=wall.faces[framed]), BACK, UNDER, OVER, *SIDES)
    return merge([rest, bars])
