"""A model that settles its own height agrees with what its file tells visitors."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec

TOLERANCE_M = 0.1


def agree(spec: LandmarkSpec, top_m: float) -> None:
    """Nothing where the model is as high as its file says; ValueError names both heights."""
    if abs(spec.height_m - top_m) > TOLERANCE_M:
        raise ValueError(
            f"{spec.id} is modelled {top_m:.2f} m high, its file says {spec.height_m} m"
        )
