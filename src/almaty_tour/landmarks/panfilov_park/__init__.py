"""Park of the 28 Panfilov Guardsmen: alleys, lawns, the south gate, hundreds of old trees.

Its members - cathedral, memorial, museums - are models of their own; their plots stay free.
The frame looks north (-y) to Gogol Street, its origin is the cathedral.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair
from almaty_tour.landmarks._shared.height import agree
from almaty_tour.landmarks.panfilov_park import gate, plan, trees
from almaty_tour.landmarks.panfilov_park import ground as flat
from almaty_tour.mesh.data import Collision, Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The park; its gate settles the height, `spec` must agree."""
    agree(spec, gate.HEIGHT_M)
    mesh = merge(
        [
            as_part(flat.ground(), "body"),
            as_part(gate.placed(gate.gate(), gate.GATE), "gate"),
            as_part(gate.tablets(), "tablets"),
            as_part(gate.entrances(), "entrances"),
            as_part(gate.placed(gate.general(), gate.BUST), "general"),
        ]
    )
    return Model(mesh=mesh, props=trees.props(), collision=collision())


def collision() -> Collision:
    """Pylons, slabs, posts, beds and the general stop; the whole park carries."""
    x0, y0, x1, y1 = plan.EDGE
    gx, gy = gate.GATE
    solids = [
        stair.wall_prism(profile.rectangle(2.5, 1.5, (gx - x, gy)), gate.HEIGHT_M)
        for x in gate.PYLONS
    ]
    solids += [
        stair.wall_prism(profile.rectangle(1.5, 0.95, spot), 0.8) for spot in gate.tablet_spots()
    ]
    solids += [
        stair.wall_prism(profile.circle(plan.BED_RADIUS_M + 0.1, 20) + np.array([x, y]), 0.5)
        for x, y, _ in plan.ROUNDS[:2]
    ]
    solids.append(stair.wall_prism(profile.rectangle(3.2, 3.2, gate.BUST), 3.8))
    plate = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
    return Collision(solids=tuple(solids), floors=(stair.floor(plate, flat.AVENUE_M),))
