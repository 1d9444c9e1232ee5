"""A wooden head without a face that carries hats and diadems."""

from __future__ import annotations

from almaty_tour.kit import clay, sdf, skin, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

WOOD = Paint("old_wood", "#33261D")


def wooden_head(brow: float) -> MeshData:
    """A smooth head without a face on a neck and a round foot, its brow at the height `brow`."""
    low = -brow
    shape = sdf.union(
        [
            sdf.ellipsoid((0.0, 0.3, -4.0), (7.6, 9.2, 10.5)),
            sdf.ellipsoid((0.0, -2.4, -10.5), (5.2, 5.8, 5.6)),
            sdf.limb([(0.0, 1.5, -8.0), (0.0, 1.8, low + 7.0)], [5.0, 5.4]),
            sdf.ellipsoid((0.0, -9.0, -7.6), (1.1, 1.6, 2.2)),
        ],
        2.2,
    )
    foot = clay.disc((0.0, 0.5, low + 1.5), (0.0, 0.0, 1.0), 10.5, 1.5, 0.5)
    whole = sdf.union([shape, foot], 2.0)
    made = skin.skin(whole, (-12, -13, low - 1), (12, 13, 9), 0.55, WOOD, triangles=5000)
    return transform.move(made, z=brow)
