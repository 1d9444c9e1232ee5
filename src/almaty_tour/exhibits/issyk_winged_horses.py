"""The plaque before the tall hat: two winged horses with horns, back to back."""

from __future__ import annotations

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import gold_horses, gold_stand
from almaty_tour.exhibits._shared import gold_relief as gold
from almaty_tour.exhibits._shared.fitting import fitted
from almaty_tour.kit import transform
from almaty_tour.mesh.data import Model, as_part

CELL = 0.05
HOLES = ((1.0, 1.15), (3.0, 1.15), (3.75, 0.4), (0.45, 5.2), (7.05, 5.6), (4.55, 9.15))
"""Where thread went through, on the right half."""


def build(spec: ExhibitSpec) -> Model:
    """The plaque is sewn on a panel of red felt."""
    width, height = spec.size_cm("width", "plaque"), spec.size_cm("height", "plaque")
    holes = [gold.disc(s * x, y, 0.085) for s in (-1.0, 1.0) for x, y in HOLES]
    plate = fitted(
        gold.sheet(gold_horses.pair(), CELL, cuts=holes, seed=3), width_cm=width, depth_cm=height
    )
    low, high = plate.bounds_m
    flat = transform.move(plate, y=-float(low[1] + high[1]) / 2, z=0.03)
    return Model(gold_stand.set_up(as_part(flat, "plaque"), width + 2.0, height + 2.0))
