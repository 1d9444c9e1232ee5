"""The two-storey podium of the hotel: banded fascias, glazed ground floor, roof drums, terrace."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.extrude import prism, sheet, sweep
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lathe import cylinder, lathe, ribs
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import parapet, railing
from almaty_tour.kit.transform import at, mirror_y
from almaty_tour.kit.wall import rhythm, walls
from almaty_tour.landmarks.hotel_kazakhstan import canopy, plan
from almaty_tour.landmarks.hotel_kazakhstan.plan import F64, on_arc
from almaty_tour.mesh.data import MeshData, merge

ROOF_M = 9.9
FASCIA_LOW_M = 7.7
FASCIA_HIGH_M = 10.7
GRANITE = Paint("granite", "#7E7A74")
RUBBLE = Paint("rock_faced", "#8B8175")
TERRACE_M = 3.9

WEST = p.line(
    (-25.0, -7.0), (-29.0, -12.0), (-28.0, -22.0), (-23.5, -28.0), (-19.5, -28.4),
    (19.5, -28.4), (25.0, -28.4), (44.0, -25.5), (47.0, -22.0), (47.0, -8.0),
    (41.0, -4.5), (25.0, -4.5), (14.0, -9.5), (-14.0, -9.5),
)  # fmt: skip
EAST = p.line(
    (25.0, 6.8), (36.0, 8.0), (38.0, 14.0), (31.0, 19.0), (33.0, 24.0), (22.0, 28.5), (10.0, 25.5),
    (-6.0, 30.5), (-20.0, 27.5), (-30.0, 31.0), (-38.5, 26.0), (-34.0, 14.0), (-25.0, 7.0),
    (-14.0, 9.5), (14.0, 9.5),
)  # fmt: skip
TERRACE = p.joined(
    p.line((-25.0, 5.0), (-33.0, 12.0)),
    p.arc((-24.0, -9.0), 19.5, 118.0, 262.0, 18),
    p.line((-24.0, -21.0), (-24.0, -7.0)),
)


def podium() -> MeshData:
    """Both wings, the storey under the tower, the north terrace, balconies by the entrance."""
    return merge(
        [wing(WEST, west=True), wing(EAST, west=False), recess(), drums(), terrace(), balconies()]
    )


def wing(outline: F64, *, west: bool) -> MeshData:
    """One wing: windowed walls under a banded fascia, a flat roof with an upstand."""
    shell = p.offset(p.counter_clockwise(outline), -1.2)
    window = Opening(1.6, 2.4, reveal_m=0.3, glass=plan.GLASS, frame=canopy.BRONZE, bars=(2, 2))
    slot = Opening(1.9, 1.1, reveal_m=0.3, glass=plan.GLASS, frame=canopy.BRONZE, bars=(2, 1))
    sides = {}
    for index in range(len(shell)):
        length = float(np.linalg.norm(shell[(index + 1) % len(shell)] - shell[index]))
        count = int(length / 3.0)
        if count and not (west and index == 4):
            low = rhythm(length, count, window, 2.3, margin_m=0.6)
            high = rhythm(length, count, slot, 6.9, margin_m=0.6)
            sides[index] = (*low, *high)
    body = walls(shell, FASCIA_LOW_M + 2.0, plan.BAND.shaded(0.9), sides, z_m=-1.5)
    return merge([body, _fascia(outline), _roof(outline)])


def _fascia(outline: F64) -> MeshData:
    """Five stacked bands that hang before the wall."""
    band = [(-1.4, FASCIA_LOW_M)]
    step = (FASCIA_HIGH_M - FASCIA_LOW_M) / 5
    for index in range(5):
        z = FASCIA_LOW_M + index * step
        out = 0.0 + 0.07 * index
        band += [
            (out, z),
            (out + 0.1, z + 0.78 * step),
            (out - 0.05, z + 0.86 * step),
            (out - 0.05, z + step),
        ]
    band += [(-0.35, FASCIA_HIGH_M), (-0.35, ROOF_M)]
    return sweep(band, p.counter_clockwise(outline), plan.BAND, crease_deg=0.0)


def _roof(outline: F64) -> MeshData:
    return sheet(p.offset(p.counter_clockwise(outline), -0.3), ROOF_M + 0.02, plan.ROOFING)


def recess() -> MeshData:
    """The dark storey between podium roof and lowest terrace ring, with its round posts."""
    along = np.linspace(-plan.HALF_ARC_M + 2.0, plan.HALF_ARC_M - 2.0, 14)
    spots = on_arc(along, 1.4)
    foot = np.column_stack([spots, np.full(14, ROOF_M - 0.2)])
    back = on_arc(np.linspace(-plan.HALF_ARC_M + 1.0, plan.HALF_ARC_M - 1.0, 15), 0.15)
    inner = on_arc(np.linspace(-plan.HALF_ARC_M + 1.0, plan.HALF_ARC_M - 1.0, 15), -2.5)
    west = merge(
        [
            prism(
                p.joined(back, inner[::-1]),
                ROOF_M - 0.3,
                plan.LOWEST_M - 0.2,
                plan.GLASS,
                crease_deg=0.0,
            ),
            struts(
                foot,
                foot + np.array([0.0, 0.0, plan.LOWEST_M - ROOF_M]),
                0.5,
                plan.BAND,
                caps=False,
            ),
            struts(
                np.column_stack([back, np.full(15, ROOF_M + 1.0)])[:-1],
                np.column_stack([back, np.full(15, ROOF_M + 1.0)])[1:],
                0.3,
                plan.BAND.shaded(0.8),
                caps=False,
            ),
        ]
    )
    return merge([west, mirror_y(west)])


def drums() -> MeshData:
    """Ribbed round lanterns on the roofs and a small pavilion at the south."""
    section = p.line((2.3, 0.0), (2.5, 0.3), (2.7, 1.5), (2.7, 1.9), (2.3, 2.05))
    lantern = merge(
        [
            lathe(section, plan.BAND, sides=32, modulation=ribs(32, 16, 0.06)),
            lathe(p.arc((0.0, 2.0), (2.2, 0.7), 0.0, 90.0, 4), plan.GLASS, sides=16),
        ]
    )
    small = cylinder(1.3, 1.5, plan.BAND, top_radius_m=1.6, sides=16)
    pavilion = prism(p.chamfered(9.0, 6.0, 1.0), 0.0, 3.6, plan.BAND, crease_deg=0.0)
    slab = prism(p.chamfered(10.4, 7.4, 1.2), 3.6, 4.1, plan.SLAB, crease_deg=0.0)
    return merge(
        [
            at(lantern, [(-20.0, -23.0, ROOF_M), (20.5, -21.0, ROOF_M), (36.0, -18.5, ROOF_M)]),
            at(small, [(-28.0, 22.0, ROOF_M), (8.0, 22.0, ROOF_M)]),
            at(merge([pavilion, slab]), [(34.0, -9.5, ROOF_M)]),
        ]
    )


def terrace() -> MeshData:
    """The café terrace round the north end, over a dark drive-through, with sunshades."""
    deck = prism(TERRACE, TERRACE_M - 0.7, TERRACE_M, GRANITE)
    below = prism(p.offset(TERRACE, -2.5), -1.5, TERRACE_M - 0.6, RUBBLE)
    edge = TERRACE[1:-2]
    wall = parapet(edge, plan.CONCRETE, height_m=0.75, z_m=TERRACE_M, closed=False)
    rail = railing(edge, plan.RAIL, height_m=0.4, z_m=TERRACE_M + 0.85, bars=1)
    spots = np.array(
        [(-30, -15), (-34, -12), (-36, -7), (-32, -8), (-30, -20), (-37, -2), (-33, -3)]
    )
    shade = lathe(
        p.line((1.9, 2.3), (1.0, 2.75), (0.05, 3.1)),
        Paint("plaster", "#EFEBE2"),
        sides=8,
        crease_deg=0.0,
    )
    pole = cylinder(0.06, 2.5, plan.RAIL, sides=4)
    table = merge(
        [
            cylinder(0.5, 0.06, plan.SLAB, bottom_m=0.7, sides=8),
            cylinder(0.06, 0.7, plan.RAIL, sides=4),
        ]
    )
    set_out = at(
        merge([shade, pole, table]), np.column_stack([spots, np.full(len(spots), TERRACE_M)])
    )
    return merge([deck, below, wall, rail, set_out])


def balconies() -> MeshData:
    """Curved balconies on rubble drums at both ends of the glass wall, a long one to the south."""
    deck = p.line(
        (0.0, 3.9), (3.3, 4.15), (3.45, 4.2), (3.45, 5.2), (3.2, 5.2), (3.2, 4.5), (0.0, 4.5)
    )
    drum = merge(
        [
            lathe(deck, plan.CONCRETE, sides=20),
            cylinder(2.7, 6.0, RUBBLE, bottom_m=-1.5, sides=16),
            at(
                railing(p.circle(3.35, 18), plan.RAIL, height_m=0.35, bars=1, closed=True),
                [(0.0, 0.0, 5.2)],
            ),
        ]
    )
    slab = p.line((22.0, -30.6), (40.0, -27.9), (40.0, -25.0), (22.0, -27.0))
    edge = slab[[0, 1]]
    gallery = merge(
        [
            prism(slab, 3.9, 4.4, plan.CONCRETE, crease_deg=0.0),
            parapet(edge, plan.CONCRETE, height_m=0.7, thickness_m=0.22, z_m=4.4, closed=False),
            railing(edge, plan.RAIL, height_m=0.35, z_m=5.2, bars=1),
        ]
    )
    x = canopy.HALF_M + 2.9
    return merge([at(drum, [(-x, -29.2), (x, -29.2)]), gallery])
