"""True size and a firm stand: the last words of most builders."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.kit import transform
from almaty_tour.mesh.data import MeshData


def fitted(
    data: MeshData,
    *,
    width_cm: float | None = None,
    depth_cm: float | None = None,
    height_cm: float | None = None,
) -> MeshData:
    """The mesh stretched a little along its axes, so that its extents are those given."""
    low, high = (np.asarray(one, np.float64) for one in data.bounds_m)
    wanted = (width_cm, depth_cm, height_cm)
    factors = [
        1.0 if want is None else want / max(extent, 1e-9)
        for want, extent in zip(wanted, high - low, strict=True)
    ]
    return transform.scale(data, *factors)


def grounded(data: MeshData) -> MeshData:
    """The mesh lifted or lowered, so that its lowest point lies at z = 0."""
    return transform.move(data, z=-float(data.bounds_m[0][2]))


def as_told(data: MeshData, spec: ExhibitSpec, part: str = "") -> MeshData:
    """The mesh in the extents that the file of an exhibit tells of a part, on z = 0."""
    told = {f"{size.of}_cm": size.value_cm for size in spec.sizes if size.part == part}
    return grounded(fitted(data, **told))
