"""Puppets that sit on the front of the State Puppet Theatre, and the clock between them."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.puppet_theatre import plan as p
from almaty_tour.mesh.data import MeshData, merge


def puppet(coat: Paint, trim: Paint, *, hat: str = "cone") -> MeshData:
    """A jointed doll two metres tall on z = 0, looking to -y, arms raised as if on strings."""
    legs = struts([(-0.16, 0.0, 0.1), (0.16, 0.0, 0.1)], [(-0.14, 0.0, 0.75), (0.14, 0.0, 0.75)],
                  0.16, trim)  # fmt: skip
    shoes = transform.at(extrude.box(0.2, 0.42, 0.14, p.BLACK), [(-0.17, -0.1), (0.17, -0.1)])
    robe = lathe.lathe(profile.line((0.44, 0.6), (0.3, 0.95), (0.2, 1.3), (0.09, 1.4)), coat,
                       sides=8)  # fmt: skip
    hem = lathe.lathe(profile.line((0.45, 0.58), (0.46, 0.7), (0.39, 0.74)), trim, sides=8)
    arms = struts(
        [(-0.2, 0.0, 1.26), (0.2, 0.0, 1.26), (-0.5, -0.1, 1.2), (0.5, -0.1, 1.2)],
        [(-0.5, -0.1, 1.2), (0.5, -0.1, 1.2), (-0.62, -0.16, 1.62), (0.62, -0.16, 1.62)],
        0.13, coat,
    )  # fmt: skip
    hands = transform.at(
        lathe.sphere(0.09, p.SKIN, sides=6), [(-0.62, -0.16, 1.68), (0.62, -0.16, 1.68)]
    )
    head = lathe.sphere(0.25, p.SKIN, sides=10, centre_m=1.6)
    nose = transform.move(lathe.sphere(0.06, p.RED, sides=6), 0.0, -0.26, 1.58)
    eyes = transform.at(lathe.sphere(0.035, p.BLACK, sides=5), [(-0.09, -0.22, 1.67),
                                                                (0.09, -0.22, 1.67)])  # fmt: skip
    if hat == "cone":
        crown = lathe.lathe(profile.line((0.27, 1.74), (0.06, 2.2), (0.0, 2.3)), trim, sides=8)
    else:
        crown = lathe.lathe(profile.line((0.33, 1.72), (0.33, 1.82), (0.22, 1.84), (0.2, 2.05),
                                         (0.0, 2.1)), trim, sides=8)  # fmt: skip
    return merge([legs, shoes, robe, hem, arms, hands, head, nose, eyes, crown])


def clock(radius_m: float) -> MeshData:
    """A round face on the plane y = 0 with twelve marks and two hands, in a gilded ring."""
    face = panel(
        profile.circle(radius_m, 24), -0.1, 0.02, Paint("lettering", "#F7F2E2"), back=False
    )
    ring = panel(profile.circle(1.14 * radius_m, 24), -0.18, 0.02, p.GOLD,
                 holes=[profile.circle(radius_m, 24)], back=False)  # fmt: skip
    mark = block((-0.04, -0.14, 0.78 * radius_m), (0.04, -0.09, 0.93 * radius_m), p.BLACK)
    marks = merge([transform.turn(mark, "y", 30.0 * i) for i in range(12)])
    hand = block((-0.05, -0.15, -0.1), (0.05, -0.1, 0.62 * radius_m), p.BLACK)
    long = block((-0.035, -0.17, -0.12), (0.035, -0.12, 0.86 * radius_m), p.BLACK)
    return merge([face, ring, marks, transform.turn(hand, "y", -55.0),
                  transform.turn(long, "y", 60.0)])  # fmt: skip


def curtain(width_m: float, drop_m: float) -> MeshData:
    """A scalloped stage curtain hung under a lintel: x from 0, hanging down from z = 0."""
    count = 6
    each = width_m / count
    lobe = profile.arc((each / 2, 0.0), (each / 2, drop_m), 180.0, 360.0, 8)
    swag = panel(lobe, -0.1, 0.05, p.RED)
    tassel = lathe.lathe(profile.line((0.06, -0.5 * drop_m), (0.1, -0.2 * drop_m), (0.03, 0.0)),
                         p.GOLD, sides=6)  # fmt: skip
    x = each * np.arange(count)
    swags = transform.at(swag, np.column_stack([x, 0 * x]))
    return merge([swags, transform.at(tassel, [(v, -0.08) for v in x[1:]])])
