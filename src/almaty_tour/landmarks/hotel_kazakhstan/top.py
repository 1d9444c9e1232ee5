"""The head of the hotel: parapet row, ribbon of glass, folded belt, roof and golden crown."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.extrude import block, grid_faces, prism, sheet
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.lathe import cylinder, lathe
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at, matrices, mirror_y, replicate
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks.hotel_kazakhstan import plan
from almaty_tour.landmarks.hotel_kazakhstan.plan import F64
from almaty_tour.mesh.data import MeshData, merge

PETALS = 28
CROWN_FOOT_M = 92.7
CROWN_LOW_M = 97.9
CROWN_HIGH_M = 100.0
RIBS = 7


def parapet_row() -> MeshData:
    """The folded blind row over the highest guest floor, on both broad sides."""
    row = plan.west_side(0.3, -0.75, 0.0)[2:-2]
    inner = plan.west_side(-2.4, -2.4, -2.4)[2:-2]
    outline = p.joined(row, inner[::-1])
    west = prism(outline, plan.EAVES_M, plan.PARAPET_TOP_M, plan.PANEL, crease_deg=0.0)
    return merge([west, mirror_y(west)])


def ribbon() -> MeshData:
    """The café floor: glass set back all round, pale posts at every fold."""
    west = plan.west_side(-1.3, -2.0, -1.1)
    outline = plan.whole(west, -1.3, 1.2)
    low, high = plan.PARAPET_TOP_M - 0.2, plan.BELT_BOTTOM_M + 0.1
    body = prism(outline, low, high, plan.GLASS, crease_deg=0.0)
    foot = np.column_stack([p.offset(outline, 0.02), np.full(len(outline), low)])
    ring = np.column_stack([outline, np.full(len(outline), low + 1.35)])
    ledge = plan.whole(plan.west_side(0.25, -0.8, 0.03), 0.03, 1.7)
    return merge(
        [
            body,
            prism(
                ledge,
                plan.PARAPET_TOP_M - 0.15,
                plan.PARAPET_TOP_M + 0.06,
                plan.PANEL_DARK,
                crease_deg=0.0,
            ),
            struts(foot, foot + np.array([0.0, 0.0, high - low]), 0.28, plan.PANEL),
            struts(ring, np.roll(ring, -1, axis=0), 0.14, plan.PANEL.shaded(0.8)),
        ]
    )


def belt() -> MeshData:
    """The projecting belt of pale plates that leans outwards, folded like the teeth below."""
    low = plan.whole(plan.west_side(0.75, -0.2, 0.55), 0.5, 1.6)
    high = plan.whole(plan.west_side(1.05, 0.1, 0.8), 0.75, 1.85)
    solid_belt = prism(
        low,
        plan.BELT_BOTTOM_M,
        plan.BELT_TOP_M,
        plan.PANEL.shaded(1.05),
        top_outline=high,
        crease_deg=0.0,
        bottom=False,
    )
    soffit = sheet(low, plan.BELT_BOTTOM_M, plan.SOFFIT)
    under = quadrilaterals(_flipped(soffit), plan.SOFFIT)
    rim = np.column_stack([high, np.full(len(high), plan.BELT_TOP_M)])
    trim = struts(rim, np.roll(rim, -1, axis=0), 0.16, plan.PANEL_DARK)
    return merge([solid_belt, under, trim])


def _flipped(data: MeshData) -> F64:
    corner = data.positions[data.faces][:, ::-1].astype(np.float64)
    return np.concatenate([corner, corner[:, 2:]], axis=1)


def crown_path() -> F64:
    """(PETALS, 2) middles of the petals on a lens a little inside the belt, first at x = 0 west."""
    side = plan.on_arc(np.linspace(-18.0, 18.0, 17), -1.3)
    end = p.line((20.4, -6.8), (21.2, 0.0), (20.4, 6.8))
    ring = p.joined(side, end, (side * [1, -1])[::-1], (end * [-1, 1])[::-1])
    dense = p.smooth(ring, 8, closed=True)
    start = int(np.argmin(np.hypot(dense[:, 0], dense[:, 1] - dense[:, 1].min())))
    dense = np.roll(dense, -start, axis=0)
    closed = np.concatenate([dense, dense[:1]])
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    stops = np.arange(PETALS) * along[-1] / PETALS
    return np.stack([np.interp(stops, along, closed[:, axis]) for axis in (0, 1)], axis=1)


def crown() -> MeshData:
    """Twenty-eight folded golden sheets with hollow upper edges, needle posts and knobs."""
    middles = crown_path()
    way = np.roll(middles, -1, axis=0) - np.roll(middles, 1, axis=0)
    turn = np.degrees(np.arctan2(way[:, 1], way[:, 0]))
    width = float(np.linalg.norm(middles - np.roll(middles, 1, axis=0), axis=1).mean())
    unit = merge([petal(width), spike(), ladder(width)])
    return replicate(unit, matrices(middles, turn_deg=turn))


def petal(width_m: float) -> MeshData:
    """One sheet, folded on its middle line, before y = 0; ribbed; x along the ring."""
    half = width_m / 2 - 0.24
    x = np.linspace(-half, half, 2 * RIBS + 1)
    share = 1.0 - np.abs(x) / half
    y = -1.1 * share + np.where(np.arange(len(x)) % 2 == 0, 0.08, 0.0)
    foot = CROWN_FOOT_M - 0.25 * share
    high = CROWN_LOW_M + (CROWN_HIGH_M - CROWN_LOW_M) * share**2.1
    rows = [(y + 0.09, foot), (y, foot), (y, high), (y + 0.09, high)]
    grid = np.stack([np.stack([x, back, z], axis=1) for back, z in rows], axis=1)
    faces = grid_faces(len(x), 4, wrap_columns=True)
    end = np.array([[0, 1, 2], [0, 2, 3]])
    caps = np.concatenate([end, end[:, ::-1] + 4 * (len(x) - 1)])
    return solid(grid.reshape(-1, 3), np.concatenate([faces, caps]), plan.CROWN, crease_deg=0.0)


def spike() -> MeshData:
    """The needle post on the fold with two knobs; its tip is the highest point of the house."""
    knob = p.line(
        (0.0, 100.55),
        (0.24, 100.8),
        (0.24, 101.0),
        (0.07, 101.2),
        (0.2, 101.4),
        (0.2, 101.55),
        (0.05, 101.7),
        (0.0, plan.TOP_M),
    )
    post = cylinder(
        0.13,
        100.7 - CROWN_FOOT_M + 0.4,
        plan.CROWN.shaded(0.75),
        bottom_m=CROWN_FOOT_M - 0.4,
        sides=5,
    )
    return at(merge([post, lathe(knob, plan.CROWN, sides=5)]), [(0.0, -1.15)])


def ladder(width_m: float) -> MeshData:
    """Two thin posts with beads in the slot at the right of a sheet."""
    x = width_m / 2
    low, high = CROWN_FOOT_M - 0.3, CROWN_LOW_M + 0.5
    dark = plan.CROWN.shaded(0.55)
    post = tube([(x, 0.0, low), (x, 0.0, high)], 0.07, dark, sides=3)
    bead = tube([(x - 0.24, -0.03, 0.0), (x + 0.24, -0.03, 0.0)], 0.095, plan.CROWN, sides=3)
    z = np.linspace(low + 0.4, high, 9)
    return merge(
        [
            at(post, [(-0.14, 0.0, 0.0), (0.14, 0.0, 0.0)]),
            at(bead, np.column_stack([np.zeros((9, 2)), z])),
        ]
    )


def roof() -> MeshData:
    """Roof deck inside the belt, the kerb the crown stands on, plant rooms."""
    deck = plan.whole(plan.west_side(-0.6, -0.6, -0.6), -0.6)
    kerb = p.smooth(crown_path(), 2, closed=True)
    inner = p.offset(kerb, -0.6)
    outer = p.offset(kerb, 0.25)
    return merge(
        [
            prism(deck, plan.BELT_TOP_M - 0.6, plan.BELT_TOP_M + 0.05, plan.ROOFING),
            prism(
                outer,
                plan.BELT_TOP_M - 0.1,
                CROWN_FOOT_M - 0.02,
                plan.PANEL_DARK,
                holes=[inner],
                crease_deg=0.0,
            ),
            block((-9.0, -4.0, 92.3), (9.0, 4.0, 96.2), plan.BAND.shaded(0.85)),
            block((-4.0, -3.0, 96.2), (4.0, 3.0, 97.8), plan.BAND.shaded(0.8)),
        ]
    )
