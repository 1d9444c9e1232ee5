"""The tall hat of the Golden Man on a wooden head: felt, gold foil and a ram on the tip."""

from __future__ import annotations

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import gold_cone, gold_hat
from almaty_tour.exhibits._shared.fitting import fitted
from almaty_tour.kit import clay, sdf, skin, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

WOOD = Paint("old_wood", "#33261D")
CHIN_CM = 11.5
"""How high the lower edge of the flaps hangs above the table."""


def build(spec: ExhibitSpec) -> Model:
    """The hat in the height told, on a head that is only there to carry it."""
    hat = merge(
        [
            as_part(gold_cone.hat(), "hat"),
            as_part(gold_hat.rows(), "rows"),
            as_part(gold_hat.horses(), "horses"),
            as_part(gold_hat.arrows(), "arrows"),
            as_part(gold_hat.plumes(), "plumes"),
            as_part(gold_hat.flap_plates(), "rows"),
            as_part(gold_hat.ram(), "hat"),
        ]
    )
    low, high = (float(one[2]) for one in hat.bounds_m)
    size = spec.size_cm("height", "hat")
    factor = size / (high - low)
    placed = transform.move(fitted(hat, height_cm=size), z=CHIN_CM - low * factor)
    return Model(merge([placed, as_part(_head(CHIN_CM - low * factor), "head")]))


def _head(brow: float) -> MeshData:
    """A smooth wooden head without a face on a neck and a round foot; the brow lies at z = 0."""
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
    whole = sdf.union([shape, foot], 1.2)
    made = skin.skin(whole, (-12, -13, low - 1), (12, 13, 9), 0.55, WOOD, triangles=5000)
    return transform.move(made, z=brow)
