"""The fountain court behind the arch: rings of steps, five basins, a low gallery round them."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, pool, profile, spray, transform
from almaty_tour.landmarks._shared import white_jets
from almaty_tour.landmarks.first_president_park import plan
from almaty_tour.mesh.data import MeshData, merge

FLOOR_M = 0.1
OUTER_M, GALLERY_M, POOL_M = 45.0, (39.0, 43.5), 26.0
GALLERY_HIGH_M = 3.3
GALLERY_DEG = (-40.0, 220.0)
TIERS = ((26.0, 0.55), (17.5, 0.95), (11.5, 1.45), (6.5, 2.1))
TOP_JET_M = 13.0


def court() -> MeshData:
    """All of it, about the court's own middle moved into place."""
    whole = merge([_floor(), _gallery(), _basins(), _jets()])
    return transform.move(whole, *plan.COURT)


def _floor() -> MeshData:
    plate = extrude.prism(profile.circle(OUTER_M, 44), -1.5, FLOOR_M, plan.PAVING, crease_deg=20.0)
    rings = [
        extrude.sheet(
            profile.circle(r + 0.6, 40), FLOOR_M + 0.03, plan.BAND, holes=[profile.circle(r, 40)]
        )
        for r in (29.0, 32.5, 36.0)
    ]
    path = extrude.block((-6.0, -48.0, -0.3), (6.0, -43.0, FLOOR_M - 0.03), plan.PAVING)
    return merge([plate, *rings, path])


def _gallery() -> MeshData:
    """Square piers under a flat ring that can be seen from above; a parapet on its edge."""
    inner, outer = GALLERY_M
    a, b = GALLERY_DEG
    wide = outer - inner
    section = profile.line(
        (0.0, 0.0), (wide, 0.0), (wide, 0.5), (0.4, 0.5), (0.4, 0.95), (0.0, 0.95)
    )
    path = plan.around(inner, np.linspace(a, b, 37))
    ring = extrude.sweep(section, path, plan.TRIM, z_m=GALLERY_HIGH_M, closed=False)
    pier = merge(
        [
            extrude.box(0.75, 0.75, GALLERY_HIGH_M - FLOOR_M, plan.WHITE, bottom_m=FLOOR_M),
            extrude.box(0.95, 0.95, 0.3, plan.GILT, bottom_m=GALLERY_HIGH_M - 0.3),
        ]
    )
    piers = transform.around(pier, 30, inner + 0.5, start_deg=a, sweep_deg=b - a)
    wall = profile.line((0.0, 0.0), (0.5, 0.0), (0.5, GALLERY_HIGH_M), (0.0, GALLERY_HIGH_M))
    back = extrude.sweep(
        wall + np.array([wide - 0.6, 0.0]), path, plan.BAND.shaded(1.1), closed=False
    )
    return merge([ring, piers, back])


def _basins() -> MeshData:
    """Round basins one in another, each a little higher than the one around it."""
    pieces = []
    for k, (radius, rim) in enumerate(TIERS):
        wall = profile.line((0.0, 0.0), (0.7, 0.0), (0.7, rim), (0.0, rim))
        pieces.append(lathe.ring(wall, radius - 0.7, plan.STAIR if k % 2 else plan.BAND, sides=28))
        pieces.append(extrude.sheet(profile.circle(radius - 0.5, 22), rim - 0.12, pool.WATER))
    for r, h, z in ((3.4, 1.7, 1.7), (1.9, 1.4, 3.0)):
        pieces.append(transform.move(plan.bowl(r, h), z=z))
    horn = lathe.lathe(
        profile.line((0.3, 0.0), (0.16, 0.7), (0.36, 1.0), (0.0, 1.4)), plan.GOLD, sides=4
    )
    pieces.append(transform.around(horn, 12, 5.4, z_m=1.9))
    block = extrude.box(1.1, 1.1, 0.9, plan.GRANITE, bottom_m=FLOOR_M)
    pieces.append(transform.around(block, 8, 30.5, start_deg=-75.0))
    return merge(pieces)


def _jets() -> MeshData:
    drops = transform.move(spray.plume(TOP_JET_M, "president high", drops=30), z=4.2)
    top = transform.move(white_jets.column(TOP_JET_M, 0.55), z=4.2)
    middle = transform.around(white_jets.column(3.4, 0.3, sides=5, veil=False), 8, 9.0, z_m=1.3)
    far = transform.around(white_jets.column(1.8, 0.34, sides=5, veil=False), 12, 21.5, z_m=0.8)
    return merge([drops, top, middle, far])
