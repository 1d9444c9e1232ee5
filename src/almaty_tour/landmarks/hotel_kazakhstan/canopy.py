"""The entrance canopy of the hotel: eight scalloped half-funnels with gilt honeycomb soffits."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.extrude import block, grid_faces, prism
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lathe import cylinder
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at
from almaty_tour.landmarks.hotel_kazakhstan import plan
from almaty_tour.landmarks.hotel_kazakhstan.plan import F64
from almaty_tour.mesh.data import MeshData, merge

BAYS = 8
SPOKES = 24
BAY_M = 4.7
HALF_M = BAYS * BAY_M / 2
GLASS_Y_M = -29.0
COLUMN_Y_M = -29.8
TIP_Y_M = -37.2
BITE_M = 2.9
FLOOR_M = 0.6
SPRING_M = 8.3
TOP_M = 11.6

FASCIA = Paint("concrete", "#B5AC9A")
SHELL = Paint("wood", "#C09A66")
GILT = Paint("gilded_lit", "#FFF0B4")
GILT_DARK = Paint("gilded_lit", "#E0B878")
MARBLE = Paint("marble", "#D5D6D0")
BRONZE = Paint("bronze", "#C9A070")
LAMP = Paint("lamp_glass")


def canopy() -> MeshData:
    """The whole entrance: canopy, piers, glass wall and revolving doors."""
    starts = (np.arange(BAYS) - BAYS / 2 + 0.5) * BAY_M
    bay = merge([soffit(), fascia(), honeycomb(), lamp()])
    roof = prism(outline(0.3), TOP_M - 1.4, TOP_M - 1.0, plan.ROOFING)
    bays = at(bay, np.column_stack([starts, np.zeros((BAYS, 2))]))
    return merge([bays, roof, _cheeks(), piers(), glass_wall(), doors()])


def front_y(u: F64) -> F64:
    """Front edge of one bay for u in -1..1 across it: sharp tips, a hollow between."""
    return np.asarray(TIP_Y_M + BITE_M * (1.0 - np.abs(u) ** 2.6))


def soffit_z(u: F64, v: F64) -> F64:
    """Height of the underside; v runs from the piers (0) to the front (1)."""
    return np.asarray(SPRING_M + 0.15 * v + (0.75 + 0.35 * v) * (1.0 - u**2))


def _soffit_points(u: F64, v: F64) -> F64:
    y = (COLUMN_Y_M + 0.8) + (front_y(u) - COLUMN_Y_M - 0.8) * v
    return np.stack([u * BAY_M / 2, y, soffit_z(u, v)], axis=-1)


def _oval(angle: F64, share: float) -> tuple[F64, F64]:
    return 0.74 * share * np.cos(angle), 0.44 + 0.39 * share * np.sin(angle)


def soffit() -> MeshData:
    """Underside of one bay: a warped shell round an oval coffer that rises behind a gilt rim."""
    angle: F64 = np.linspace(0.0, 2 * np.pi, SPOKES, endpoint=False)
    scale = np.minimum(
        1.0 / np.maximum(np.abs(np.cos(angle)), 1e-9), 1.0 / np.maximum(np.abs(np.sin(angle)), 1e-9)
    )
    edge_u, edge_v = scale * np.cos(angle), 0.5 + 0.5 * scale * np.sin(angle)
    rim_u, rim_v = _oval(angle, 1.0)
    shell = np.stack(
        [
            _soffit_points(rim_u + (edge_u - rim_u) * k, rim_v + (edge_v - rim_v) * k)
            for k in (0.0, 0.5, 1.0)
        ]
    )
    rim = _soffit_points(rim_u, rim_v)
    dome = [rim, rim + np.array([0, 0, 0.28])]
    for share, lift in ((0.7, 0.58), (0.3, 0.78)):
        dome.append(_soffit_points(*_oval(angle, share)) + np.array([0, 0, lift]))
    gilt = np.stack(dome)
    sweep = grid_faces(3, SPOKES, wrap_columns=True)
    inside = grid_faces(len(dome), SPOKES, wrap_columns=True)
    centre = _soffit_points(np.zeros(1), np.full(1, 0.44)) + np.array([0, 0, 0.82])
    last = (len(dome) - 1) * SPOKES
    fan = np.stack(
        [
            np.arange(SPOKES) + last,
            np.full(SPOKES, len(dome) * SPOKES),
            (np.arange(SPOKES) + 1) % SPOKES + last,
        ],
        axis=1,
    )
    return merge(
        [
            solid(shell.reshape(-1, 3), sweep, SHELL, crease_deg=50.0),
            solid(
                np.concatenate([gilt.reshape(-1, 3), centre]),
                np.concatenate([inside[:, ::-1], fan]),
                GILT_DARK,
            ),
        ]
    )


def honeycomb() -> MeshData:
    """Gilt cups in hexagonal order under the coffer of one bay."""
    spots = []
    for row in range(-6, 7):
        for column in range(-4, 5):
            u, v = (column + 0.5 * (row % 2)) * 0.22, 0.44 + row * 0.055
            ring = (u / 0.66) ** 2 + ((v - 0.44) / 0.34) ** 2
            if 0.06 < ring <= 1.0:
                spots.append((u, v))
    uv = np.array(spots)
    radius = np.sqrt((uv[:, 0] / 0.74) ** 2 + ((uv[:, 1] - 0.44) / 0.39) ** 2)
    places = _soffit_points(uv[:, 0], uv[:, 1])
    places[:, 2] += 0.76 - 0.42 * radius**2
    cell = p.regular(6, 0.175)
    cup = prism(cell, -0.16, 0.1, GILT, top_outline=p.regular(6, 0.275), top=False, crease_deg=0.0)
    return at(cup, places)


def lamp() -> MeshData:
    """The spotlight in the middle of a coffer."""
    spot = _soffit_points(np.zeros(1), np.full(1, 0.44))[0] + [0.0, 0.0, 0.3]
    return at(
        merge(
            [
                cylinder(0.32, 0.4, BRONZE, sides=8),
                cylinder(0.26, 0.06, LAMP, bottom_m=-0.05, sides=8),
            ]
        ),
        [spot],
    )


def fascia() -> MeshData:
    """The hollow ribbed wall at the front of one bay, from the soffit up to a level top."""
    u = np.linspace(-1.0, 1.0, 33)
    wave = np.where(np.arange(33) % 2 == 0, 0.0, 0.07)
    front = np.column_stack([u * BAY_M / 2, front_y(u) + wave])
    back = np.column_stack([u * BAY_M / 2 * 0.98, front_y(u) + 0.42])
    low = soffit_z(u, np.ones(33)) - 0.05
    rows = [
        np.column_stack([back, low + 0.1]),
        np.column_stack([front, low]),
        np.column_stack([front, np.full(33, TOP_M)]),
        np.column_stack([back, np.full(33, TOP_M)]),
        np.column_stack([back, np.full(33, TOP_M - 1.3)]),
    ]
    grid = np.stack(rows)
    return solid(grid.reshape(-1, 3), grid_faces(5, 33)[:, ::-1], FASCIA, crease_deg=0.0)


def outline(inset_m: float = 0.0) -> F64:
    """Plan of the canopy with its scalloped front, `inset_m` behind the fascia."""
    u = np.linspace(-1.0, 1.0, 9)
    pieces = [
        np.column_stack([(u + 2 * i + 1 - BAYS) * BAY_M / 2, front_y(u) + inset_m])
        for i in range(BAYS)
    ]
    return p.joined(*pieces, [(HALF_M, GLASS_Y_M + 1.0), (-HALF_M, GLASS_Y_M + 1.0)])


def _cheeks() -> MeshData:
    """The end walls of the canopy."""
    y0, y1 = TIP_Y_M, GLASS_Y_M + 0.5
    right = block((HALF_M - 0.2, y0, SPRING_M), (HALF_M + 0.2, y1, TOP_M), FASCIA)
    left = block((-HALF_M - 0.2, y0, SPRING_M), (-HALF_M + 0.2, y1, TOP_M), FASCIA)
    return merge([left, right])


def piers() -> MeshData:
    """Nine pale grey marble piers between the bays."""
    x = (np.arange(BAYS + 1) - BAYS / 2) * BAY_M
    pier = prism(
        p.chamfered(0.8, 1.0, 0.08),
        FLOOR_M,
        SPRING_M + 0.05,
        MARBLE,
        top_outline=p.chamfered(0.95, 1.15, 0.1),
        crease_deg=0.0,
    )
    reach = TIP_Y_M - COLUMN_Y_M
    beam = struts(
        [(0, 0.3, SPRING_M + 0.15)], [(0, reach + 0.5, SPRING_M + 0.12)], 0.45, SHELL, depth_m=0.4
    )
    tip = prism(
        p.line((-0.3, reach + 0.9), (-0.2, reach - 0.12), (0.2, reach - 0.12), (0.3, reach + 0.9)),
        SPRING_M - 0.08, TOP_M + 0.02, FASCIA.shaded(1.04), crease_deg=0.0,
    )  # fmt: skip
    return at(
        merge([pier, beam, tip]),
        np.column_stack([x, np.full(BAYS + 1, COLUMN_Y_M), np.zeros(BAYS + 1)]),
    )


def glass_wall() -> MeshData:
    """Glass from floor to soffit with gilt-bronze bars."""
    pane = block(
        (-HALF_M, GLASS_Y_M, FLOOR_M - 0.1), (HALF_M, GLASS_Y_M + 0.2, SPRING_M + 1.2), plan.GLASS
    )
    x = np.arange(-HALF_M, HALF_M + 0.1, BAY_M / 2)
    foot = np.column_stack([x, np.full(len(x), GLASS_Y_M - 0.05), np.full(len(x), FLOOR_M)])
    z = np.array([3.3, 4.9, 6.5, 8.1])
    left = np.column_stack([np.full(4, -HALF_M), np.full(4, GLASS_Y_M - 0.05), z])
    mezzanine = block(
        (-HALF_M, GLASS_Y_M - 0.03, 3.75), (HALF_M, GLASS_Y_M, 4.35), Paint("wood", "#8A5E3A")
    )
    lights = [
        block((-HALF_M, GLASS_Y_M - 0.03, z), (HALF_M, GLASS_Y_M, z + 0.1), GILT)
        for z in (3.62, 7.55)
    ]
    return merge(
        [
            pane,
            mezzanine,
            *lights,
            struts(foot, foot + np.array([0, 0, SPRING_M + 0.6]), 0.14, BRONZE, caps=False),
            struts(left, left + np.array([2 * HALF_M, 0, 0]), 0.12, BRONZE, caps=False),
        ]
    )


def doors() -> MeshData:
    """Two revolving doors in the middle bays."""
    drum = merge(
        [
            cylinder(1.25, 2.5, plan.GLASS, bottom_m=FLOOR_M, sides=12),
            cylinder(1.4, 0.35, BRONZE, bottom_m=FLOOR_M + 2.5, sides=12),
            cylinder(1.35, 0.08, BRONZE, bottom_m=FLOOR_M, sides=12),
        ]
    )
    ring = p.regular(8, 1.28)
    foot = np.column_stack([ring, np.full(8, FLOOR_M)])
    door = merge([drum, struts(foot, foot + np.array([0, 0, 2.5]), 0.1, BRONZE, caps=False)])
    return at(door, [(-BAY_M / 2, GLASS_Y_M - 0.6), (BAY_M / 2, GLASS_Y_M - 0.6)])
