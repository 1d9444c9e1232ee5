"""The tall hat of the Golden Man on a wooden head: felt, gold foil and a ram on the tip."""

from __future__ import annotations

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import gold_cone, gold_hat
from almaty_tour.exhibits._shared.fitting import fitted
from almaty_tour.exhibits._shared.gold_head import wooden_head
from almaty_tour.kit import transform
from almaty_tour.mesh.data import Model, as_part, merge

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
    return Model(merge([placed, as_part(wooden_head(CHIN_CM - low * factor), "head")]))
