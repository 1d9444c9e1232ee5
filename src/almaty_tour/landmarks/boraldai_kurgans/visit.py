"""What was made for visitors: the square with the boards, the name, the trodden path."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.landmarks._shared.light_letters import letters
from almaty_tour.landmarks.boraldai_kurgans import plan
from almaty_tour.landmarks.boraldai_kurgans.plan import F64
from almaty_tour.mesh.data import MeshData, merge

SQUARE_M = (20.0, 9.0)
TURNS = 1.15


def square() -> MeshData:
    """The paved square before the great mound."""
    plate = extrude.box(*SQUARE_M, 1.62, plan.SLAB, bottom_m=-1.5)
    border = extrude.sweep(
        profile.fillet(0.36, 0.3),
        profile.rectangle(*SQUARE_M),
        plan.BLOCK,
        z_m=-0.2,
        crease_deg=0.0,
    )
    return transform.move(diced(merge([plate, border]), 5.0), *plan.STAND)


def stand() -> MeshData:
    """Three boards under little roofs, leaning against the view of the mound."""
    one = _board()
    boards = transform.at(one, [(-3.4, 0.0), (0.0, -0.35), (3.4, 0.0)], turn_deg=[-14.0, 0.0, 14.0])
    return transform.move(boards, plan.STAND[0], plan.STAND[1] + 2.2, 0.12)


def _board() -> MeshData:
    posts = transform.at(extrude.box(0.16, 0.16, 2.75, plan.POST), [(-1.35, 0.0), (1.35, 0.0)])
    frame = extrude.block((-1.3, -0.05, 0.85), (1.3, 0.06, 2.35), plan.POST)
    sheet = extrude.block((-1.2, -0.08, 0.94), (1.2, -0.04, 2.26), plan.BOARD)
    rows = np.linspace(1.08, 1.62, 6)
    text = [
        extrude.block((-1.06, -0.1, z), (0.0 if k % 3 else 0.12, -0.07, z + 0.04), plan.INK)
        for k, z in enumerate(rows)
    ]
    hills = profile.joined(
        [(0.2, 1.05)],
        [(1.08, 1.05)],
        profile.smooth(
            [(1.08, 1.1), (0.95, 1.22), (0.8, 1.5), (0.6, 1.66), (0.4, 1.3), (0.2, 1.1)], 3
        ),
    )
    picture = extrude.panel(hills, -0.1, -0.07, plan.TURF.shaded(0.8), back=False)
    head = extrude.block((-1.06, -0.1, 1.9), (1.06, -0.07, 2.12), plan.BLOCK)
    eave = transform.turn(extrude.box(3.2, 0.75, 0.07, plan.POST), "x", 14.0)
    return merge([posts, frame, sheet, *text, picture, head, transform.move(eave, z=2.78)])


def name() -> MeshData:
    """A long block of stone with the name, at the left edge of the square."""
    block = extrude.prism(profile.chamfered(7.4, 1.0, 0.08), -0.2, 1.3, plan.BLOCK)
    cap = extrude.prism(profile.chamfered(7.7, 1.25, 0.06), 1.3, 1.48, plan.SLAB)
    words = merge(
        [
            transform.move(letters("БОРАЛДАЙ", 0.46, plan.WORD, out_m=0.05), y=-0.5, z=0.72),
            transform.move(letters("САҚ ҚОРҒАНДАРЫ", 0.3, plan.WORD, out_m=0.05), y=-0.5, z=0.26),
        ]
    )
    whole = transform.turn_z(merge([block, cap, words]), -16.0)
    return transform.move(whole, plan.STAND[0] - 15.0, plan.STAND[1] - 0.5, 0.0)


def path() -> MeshData:
    """Trodden earth from the square to the foot of the mound and round it to the top."""
    half, height = plan.GREAT_M[2] / 2, plan.GREAT_M[3]
    start = np.arctan2(-1.0, 0.16)
    turn = start + np.linspace(0.0, 2 * np.pi * TURNS, 120)
    share = np.linspace(1.06, 0.02, 120)
    line = (share * half)[:, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    way = np.gradient(line, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    side = np.stack([-way[:, 1], way[:, 0]], axis=1) * plan.PATH_M / 2
    left, right = _draped(line + side, half, height), _draped(line - side, half, height)
    quads = np.stack([right[:-1], right[1:], left[1:], left[:-1]], axis=1)
    foot = np.array([[7.0, -60.0, 0.1], [9.6, -60.0, 0.1], [9.6, -52.4, 0.1], [7.0, -52.4, 0.1]])
    return merge([quadrilaterals(quads, plan.EARTH), quadrilaterals(foot[None], plan.EARTH)])


def _draped(spots: F64, half: float, height: float) -> F64:
    z = height * plan.profile_m(np.hypot(*spots.T) / half) + 0.13
    return np.column_stack([spots, np.minimum(z, height - 0.02)])
