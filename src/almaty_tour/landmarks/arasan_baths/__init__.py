"""The Arasan baths: stone drums stepping up to a great ribbed cupola behind a tall gate."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import transform
from almaty_tour.kit.opening import Opening
from almaty_tour.landmarks.arasan_baths import cupola, setting, walls
from almaty_tour.landmarks.arasan_baths import paint as p
from almaty_tour.landmarks.arasan_baths.cupola import Cupola, bubble
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

TALL = Opening(1.9, 5.4, head="persian", reveal_m=0.8, frame_m=0.0, reveal=p.SHADE, steps=5)
SMALL = Opening(
    1.3,
    1.5,
    head="persian",
    reveal_m=0.45,
    frame_m=0.0,
    reveal=p.SHADE,
    steps=4,
)
LITTLE = Opening(
    0.9, 1.35, head="persian", reveal_m=0.3, bars=(1, 1), frame_m=0.0, reveal=p.SHADE, steps=3
)
GREAT = Cupola(
    13.0,
    p.OCTAGON_M + 0.3,
    p.DRUM_M,
    7.4,
    24,
    SMALL,
    0.45,
    1.9,
    2.8,
    frieze_m=0.5,
    eyes=(0.4,),
    steps=12,
    chords=6,
)
ROTUNDA = Cupola(
    p.ROTUNDA_M,
    -1.5,
    8.6,
    5.4,
    16,
    TALL,
    2.9,
    1.4,
    2.3,
    frieze_m=0.8,
    eyes=(0.4,),
    steps=10,
    chords=6,
)
MEDIUM = Cupola(
    4.4, p.TIER_M + 0.2, 11.6, 3.0, 12, LITTLE, 0.35, 0.7, 1.4, frieze_m=0.42, steps=7, chords=4
)
MEDIUMS = ((21.0, -6.6), (-21.0, -6.6), (-21.0, 16.6), (21.0, 16.6))
TOWERS = ((9.9, -20.2), (-9.9, -20.2))


def build(spec: LandmarkSpec) -> Model:
    """The baths on their podium; the front is the gate over the cascade."""
    del spec  # its height is settled by the great cupola
    mesh = merge(
        [
            as_part(merge([walls.body(), _bubbles()]), "body"),
            as_part(walls.portal(), "portal"),
            as_part(transform.move(cupola.cupola(GREAT), y=p.CENTRE_Y_M), "great_cupola"),
            as_part(transform.at(cupola.cupola(ROTUNDA), p.ROTUNDAS), "rotundas"),
            as_part(transform.at(cupola.cupola(MEDIUM), MEDIUMS), "cupolas"),
            as_part(_turrets(), "turrets"),
            setting.setting(),
        ]
    )
    return Model(mesh, setting.props(), setting.collision())


def _turrets() -> MeshData:
    """Two slim towers beside the gate, eight caps on the corners of the octagon."""
    tower = walls.turret(2.3, p.PODIUM_M - 0.1, 15.0)
    cap = walls.turret(1.1, p.OCTAGON_M + 0.3, p.OCTAGON_M + 3.6, sides=16)
    angle = np.radians(22.5 + 45.0 * np.arange(8))
    reach = walls.OCTAGON_APOTHEM_M / np.cos(np.pi / 8) - 0.75
    corners = np.stack([reach * np.cos(angle), reach * np.sin(angle) + p.CENTRE_Y_M], axis=1)
    return merge([transform.at(tower, TOWERS), transform.at(cap, corners)])


def _bubbles() -> MeshData:
    """Rows of small roof lights over the bath halls, on the podium and on the gate."""
    y = np.array([-7.0, -1.5, 4.0, 9.5, 15.0])
    sides = [(s * 32.0, v, p.PODIUM_M) for s in (-1.0, 1.0) for v in y]
    rear = [(x, 29.0, p.PODIUM_M) for x in (-18.0, -12.0, -6.0, 0.0, 6.0, 12.0, 18.0)]
    gate = [(x, -16.6, walls.PORTAL_TOP_M + 0.28) for x in (-4.4, 0.0, 4.4)]
    return transform.at(bubble(1.7), [*sides, *rear, *gate])
