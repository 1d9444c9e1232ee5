"""The Akimat of Almaty on its court above Republic Square; the front looks north (-y).

z = 0 is the level of the square. Length, storeys and rhythm come from photographs, the depth
with hall and pavilions from the outline on the map.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair, transform
from almaty_tour.landmarks._shared.height import agree
from almaty_tour.landmarks.almaty_akimat import court, roof
from almaty_tour.landmarks.almaty_akimat.front import PORCH, bar
from almaty_tour.landmarks.almaty_akimat.hall import PAVILION_M, UPPER_M, rear
from almaty_tour.landmarks.almaty_akimat.plan import (
    COURT_M,
    DEPTH_M,
    FRONT_Y_M,
    HALL,
    HEIGHT_M,
    LENGTH_M,
    PAVILION,
    PLATFORM_M,
    PLATFORM_STEPS,
)
from almaty_tour.mesh.data import Collision, Model, Prism, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """Court, bar, hall and pavilions; the flag's mast is the highest, `spec` must agree."""
    top = COURT_M + roof.TOP_M
    agree(spec, top)
    building = merge([bar(), roof.roof(), rear()])
    mesh = merge(
        [
            transform.move(building, y=FRONT_Y_M, z=COURT_M),
            as_part(court.court(), "court"),
        ]
    )
    porch = stair.around_floors(
        PORCH + np.array([0.0, FRONT_Y_M]), PLATFORM_M, PLATFORM_STEPS, z_m=COURT_M
    )
    return Model(mesh, court.props(), Collision(_solids(), (*court.floors(), *porch)))


def _solids() -> tuple[Prism, ...]:
    half, near, far = HALL
    inner, outer, front, back = PAVILION
    plans = [
        (profile.rectangle(LENGTH_M, DEPTH_M - 0.9, (0.0, DEPTH_M / 2 + 0.45)), HEIGHT_M),
        (profile.rectangle(2 * half, far - near, (0.0, (near + far) / 2)), UPPER_M),
        (profile.rectangle(36.0, near - DEPTH_M + 2.0, (0.0, (near + DEPTH_M) / 2)), 13.0),
    ]
    for side in (-1.0, 1.0):
        x, width = side * (inner + outer) / 2, outer - inner
        plans.append((profile.rectangle(width, back - front, (x, (front + back) / 2)), PAVILION_M))
        plans.append((profile.rectangle(8.0, front - DEPTH_M + 2.0, (side * 50.0, 29.0)), 9.5))
    return tuple(
        stair.wall_prism(plan + np.array([0.0, FRONT_Y_M]), COURT_M + height)
        for plan, height in plans
    )
