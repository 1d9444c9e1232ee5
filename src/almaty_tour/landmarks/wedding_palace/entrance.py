"""The round terrace that crosses the drum, the doors, the ring canopy and the two gold rings."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, stair, transform
from almaty_tour.kit.bend import bent
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.pool import bowl
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks.wedding_palace import paint as p
from almaty_tour.landmarks.wedding_palace.drum import DOOR_HALF_DEG
from almaty_tour.mesh.data import MeshData, as_part, merge

STEPS, TREAD_M = 6, 0.38
DOOR_Y_M = -15.4
CANOPY_M = 4.45
CANOPY_RADIUS_M = 5.4
RING_RADIUS_M = 1.0
DOOR_GLASS = Paint("window")
LETTER = Paint("lettering", "#7A5320")


def terrace_plan() -> profile.F64:
    """The round platform before the doors; it runs on into the doorway."""
    return np.asarray(profile.circle(p.TERRACE_RADIUS_M, 48) + np.array([0.0, p.TERRACE_Y_M]))


def entrance() -> MeshData:
    """Steps, terrace, doorway, canopy and emblem."""
    return merge(
        [
            as_part(_terrace(), "steps"),
            as_part(merge([_doorway(), _doors()]), "entrance"),
            as_part(_canopy(), "canopy"),
            as_part(_emblem(), "rings"),
        ]
    )


def _terrace() -> MeshData:
    plan = terrace_plan()
    top = stair.around(plan, p.PLINTH_M, STEPS, p.STEP, tread_m=TREAD_M)
    foot = extrude.prism(
        profile.offset(plan, (STEPS - 1) * TREAD_M), -1.5, 0.02, p.STEP, bottom=False
    )
    centre = np.array([0.0, p.TERRACE_Y_M - 1.0])
    rose = [
        extrude.prism(
            profile.circle(r, 48) + centre,
            p.PLINTH_M - 0.02,
            p.PLINTH_M + 0.02,
            p.RELIEF,
            holes=[profile.circle(r - width, 48) + centre],
            bottom=False,
        )
        for r, width in ((5.6, 0.5), (3.2, 0.4))
    ]
    urn = merge(
        [extrude.box(1.2, 1.2, 0.7, p.GRANITE), transform.move(bowl(0.95, 1.0, p.SLAB), z=0.7)]
    )
    urns = transform.at(urn, [(x, -22.0, p.PLINTH_M) for x in (-5.6, 5.6)])
    return merge([top, foot, *rose, urns])


def _doorway() -> MeshData:
    """Marble cheeks, a ceiling and a threshold where the lower band is cut open."""
    half = p.RADIUS_M * np.sin(np.radians(DOOR_HALF_DEG))
    cheek = block((half - 0.3, -17.6, p.PLINTH_M - 0.1), (half + 0.8, DOOR_Y_M, p.LOWER_M), p.SLAB)
    foot = block((half - 0.34, -17.65, -1.5), (half + 0.86, -15.2, p.PLINTH_M + 0.12), p.GRANITE)
    floor = block(
        (-half - 0.2, -17.5, -1.5), (half + 0.2, DOOR_Y_M + 0.5, p.PLINTH_M + 0.01), p.STEP
    )
    lintel = block(
        (-half - 0.9, -17.3, p.LOWER_M - 0.5),
        (half + 0.9, DOOR_Y_M + 0.4, p.LOWER_M + 0.01),
        p.MARBLE,
    )
    both = merge([cheek, foot])
    return merge([both, transform.mirror_x(both), floor, lintel])


def _doors() -> MeshData:
    """Five pairs of glazed leaves in bronze frames, with lattice heads."""
    half = p.RADIUS_M * np.sin(np.radians(DOOR_HALF_DEG))
    width = 2 * half / 5
    low, high = p.PLINTH_M, p.LOWER_M - 0.48
    glass = block((-half, DOOR_Y_M + 0.1, low), (half, DOOR_Y_M + 0.4, high), DOOR_GLASS)
    post = block((-0.09, -0.06, 0.0), (0.09, 0.12, high - low), p.BRONZE)
    leaf = block((-0.035, 0.0, 0.0), (0.035, 0.12, high - low - 0.6), p.BRONZE)
    rail = block((-width / 2, -0.02, 0.0), (width / 2, 0.12, 0.1), p.BRONZE)
    pull = merge(
        [block((x - 0.02, -0.08, 0.85), (x + 0.02, 0.02, 1.5), p.GOLD) for x in (-0.12, 0.12)]
    )
    ring = extrude.panel(
        profile.circle(0.26, 12), -0.02, 0.1, p.GOLD, holes=[profile.circle(0.2, 12)], back=False
    )
    head = transform.at(ring, [(-0.4, 0, 0), (-0.02, 0, 0), (0.38, 0, 0)])
    bay = merge(
        [
            leaf,
            pull,
            *(transform.move(rail, z=z) for z in (0.0, high - low - 0.66, high - low - 0.1)),
            transform.move(head, z=high - low - 0.28),
        ]
    )
    middles = [(width * (i - 2), DOOR_Y_M, low) for i in range(5)]
    ends = [(width * (i - 2.5), DOOR_Y_M, low) for i in range(6)]
    return merge([glass, transform.at(bay, middles), transform.at(post, ends)])


def _canopy() -> MeshData:
    """A ring of concrete over the terrace, edged with gold, on four slim columns."""
    section = profile.line(
        (-1.5, 0.0), (-0.12, 0.0), (0.0, 0.12), (0.0, 0.8), (-0.12, 0.92), (-1.5, 0.92)
    )
    slab = lathe.ring(section, CANOPY_RADIUS_M, p.SLAB, sides=72)
    soffit = lathe.ring(
        profile.line((-1.35, -0.04), (-0.25, -0.04), (-0.25, 0.1), (-1.35, 0.1)),
        CANOPY_RADIUS_M,
        p.GRILLE,
        sides=72,
    )
    lamp = extrude.prism(profile.circle(0.16, 8), -0.1, 0.0, Paint("lamp_glass"), top=False)
    lamps = transform.around(lamp, 18, CANOPY_RADIUS_M - 0.8, z_m=-0.02)
    hoops = [
        lathe.ring(
            profile.line((-0.05, z), (0.03, z), (0.03, z + 0.07), (-0.05, z + 0.07)),
            CANOPY_RADIUS_M,
            p.GOLD,
            sides=72,
        )
        for z in (0.1, 0.76)
    ]
    eye = lathe.lathe(
        profile.line((CANOPY_RADIUS_M - 1.4, 0.36), (CANOPY_RADIUS_M - 1.4, 0.42), (0.0, 0.9)),
        Paint("blue_glass"),
        sides=48,
    )
    spoke = block((-0.05, 0.2, 0.36), (0.05, CANOPY_RADIUS_M - 1.4, 0.5), p.GRILLE)
    spokes = transform.around(spoke, 12, CANOPY_RADIUS_M - 1.5)
    word = lettering("НЕКЕ САРАЙЫ", 0.44, LETTER, out_m=0.06, bold_m=0.012, spacing_m=0.06)
    rim = bent(word, CANOPY_RADIUS_M, edge_m=0.4)
    ring = merge([slab, soffit, lamps, *hoops, eye, spokes, transform.move(rim, z=0.25)])
    column = merge(
        [
            lathe.cylinder(0.2, CANOPY_M - p.PLINTH_M, p.GRILLE, bottom_m=p.PLINTH_M, sides=20),
            lathe.cylinder(0.34, 0.16, p.GOLD, bottom_m=p.PLINTH_M, sides=20),
            lathe.cylinder(0.3, 0.12, p.GOLD, bottom_m=CANOPY_M - 0.12, sides=20),
        ]
    )
    spots = [
        CANOPY_RADIUS_M * 0.86 * np.array([np.cos(a), np.sin(a)]) + [0.0, p.TERRACE_Y_M]
        for a in np.radians([-140.0, -110.0, -70.0, -40.0])
    ]
    return merge([transform.move(ring, y=p.TERRACE_Y_M, z=CANOPY_M), transform.at(column, spots)])


def _emblem() -> MeshData:
    """Two crossing gold rings on the white band over the doors."""
    turn = np.linspace(0.0, 2 * np.pi, 37)
    pieces = []
    for side in (-1.0, 1.0):
        weave = -0.22 + 0.06 * side * np.sin(turn)
        line = np.column_stack(
            [side * 0.62 + RING_RADIUS_M * np.cos(turn), weave, RING_RADIUS_M * np.sin(turn)]
        )
        pieces.append(tube(line, 0.1, p.GOLD, sides=6, crease_deg=70.0))
    return transform.move(bent(merge(pieces), 17.25), z=(p.UPPER_M + p.TOP_M) / 2 + 0.05)
