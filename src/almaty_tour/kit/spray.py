"""Water in the air: upright jets in a cloud of drops, arched streams that break into drops.

Quieter than `pool.jet`: no threads, and every face has its normals on its outer side.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

SPRAY = Paint("fountain_spray")
DROP = np.array([(0.35, 0, 0), (-0.2, 0.3, 0), (-0.2, -0.3, 0), (0, 0, 1.6), (0, 0, -1.1)])
DROP_FACES = np.array([(0, 1, 3), (1, 2, 3), (2, 0, 3), (1, 0, 4), (2, 1, 4), (0, 2, 4)])


def plume(height_m: float, name: str, *, drops: int = 60) -> MeshData:
    """A thin jet from z = 0 in a cloud of falling drops, placed by the hash of `name`."""
    h, seed = height_m, hashed(name, drops)
    level = fraction(seed, 1) ** 0.6
    spread = 0.06 * h * (0.25 + (1.0 - level) ** 0.5) * np.sqrt(fraction(seed, 2))
    turn = 2 * np.pi * fraction(seed, 3)
    places = np.column_stack(
        [spread * np.cos(turn), spread * np.sin(turn), 0.06 + 0.94 * level * h]
    )
    core = lathe.cylinder(0.05, 0.86 * h, SPRAY, top_radius_m=0.02, sides=5)
    return merge([core, _drops(places, turn, 0.045 + 0.05 * fraction(seed, 4))])


def stream(reach_m: float, height_m: float, name: str, *, drops: int = 14) -> MeshData:
    """A thrown stream from the origin that lands at y = -`reach_m`, frayed towards its end."""
    share = np.linspace(0.0, 1.0, 9)
    z = 4 * height_m * share * (1 - share)
    width = 0.03 + 0.035 * share
    ring = np.array([(-1.0, 0.0), (0.5, -0.87), (0.5, 0.87)])
    points = np.stack(
        [
            width[:, None] * ring[None, :, 0],
            np.broadcast_to(-reach_m * share[:, None], (9, 3)),
            z[:, None] + width[:, None] * ring[None, :, 1],
        ],
        axis=2,
    )
    faces = extrude.grid_faces(9, 3, wrap_columns=True)
    caps = np.array([[0, 1, 2], [26, 25, 24]])
    core = solid(
        points.reshape(-1, 3),
        np.concatenate([faces[:, ::-1], caps[:, ::-1]]),
        SPRAY,
        crease_deg=0.0,
    )
    seed = hashed(name, drops)
    along = 0.35 + 0.65 * fraction(seed, 1)
    aside = 0.25 * (fraction(seed, 2) - 0.5) * along
    fall = 4 * height_m * along * (1 - along) - 0.12 * fraction(seed, 3)
    places = np.column_stack([aside, -reach_m * along, np.maximum(fall, 0.02)])
    return merge([core, _drops(places, 6.0 * along, 0.03 + 0.03 * fraction(seed, 4))])


def _drops(places: F64, turn_rad: F64, size: F64) -> MeshData:
    drop = solid(DROP, DROP_FACES, SPRAY, crease_deg=0.0)
    return transform.at(drop, places, turn_deg=np.degrees(turn_rad), scale_by=size)


def demo() -> MeshData:
    """A plume and a stream side by side."""
    return merge([plume(4.0, "demo"), transform.move(stream(3.0, 2.0, "demo"), x=2.0)])
