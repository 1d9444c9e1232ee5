"""The two slabs of Esentai Tower: offices, louvre belt, hotel rooms, the slanted crown."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit.curtain import around, face
from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.transform import move, on_edge, turn
from almaty_tour.landmarks.esentai_tower import plan
from almaty_tour.landmarks.esentai_tower.name import hotel_name
from almaty_tour.mesh.data import MeshData, merge

FIELD_M = (-24.3, -9.3, 128.0, 141.5)
"""Louvred field under the low end of the roof: x from, x to, z from, z to."""
SLOTS = 5


def tall_slab() -> MeshData:
    """The high slab under its crown; the side behind the low slab begins at that one's roof."""
    visible = [1, 2, 3, 4, 5]
    return merge(
        [
            around(plan.TALL, 0.0, plan.LOBBY_M, plan.LOBBY, "esentai tall foot", edges=visible),
            around(
                plan.TALL,
                plan.LOBBY_M,
                plan.BELT_M,
                plan.OFFICE,
                "esentai tall office",
                edges=visible,
            ),
            around(plan.TALL, plan.BELT_M, plan.HOTEL_M, plan.BELT, "esentai belt", edges=visible),
            around(
                plan.TALL,
                plan.HOTEL_M,
                plan.LOW_TOP_M,
                plan.HOTEL,
                "esentai tall rooms",
                edges=visible,
            ),
            _returns(),
            _corner_posts(),
        ]
    )


def _returns() -> MeshData:
    """The strips of the shared plane that the low slab leaves free on both sides."""
    y, ends = plan.SHARED_Y_M, [(-plan.HALF_M, -26.4), (25.4, plan.HALF_M)]
    beside_hall = [(-plan.HALF_M, -24.5), (22.0, plan.HALF_M)]
    levels = [
        (plan.LOBBY_M, plan.BELT_M, plan.OFFICE),
        (plan.BELT_M, plan.HOTEL_M, plan.BELT),
        (plan.HOTEL_M, plan.LOW_TOP_M, plan.HOTEL),
    ]
    spans = [(a, b, *level) for a, b in ends for level in levels]
    spans += [(a, b, 0.0, plan.LOBBY_M, plan.LOBBY) for a, b in beside_hall]
    return merge(
        [
            face((a, y), (b, y), low, (high, high), style, f"esentai return {a} {low}")
            for a, b, low, high, style in spans
        ]
    )


def low_slab() -> MeshData:
    """The lower slab before it, with the pale facet at its right corner."""
    sides = [0, 2, 4]
    return merge(
        [
            around(
                plan.LOW, plan.LOBBY_M, plan.BELT_M, plan.OFFICE, "esentai low office", edges=sides
            ),
            around(plan.LOW, plan.BELT_M, plan.HOTEL_M, plan.BELT, "esentai low belt", edges=sides),
            around(
                plan.LOW, plan.HOTEL_M, plan.LOW_TOP_M, plan.HOTEL, "esentai low rooms", edges=sides
            ),
            _joint(),
        ]
    )


def facet() -> MeshData:
    """The narrow facet of pale plates, a storey high each, with open joints."""
    a, b = plan.LOW[plan.FACET], plan.LOW[plan.FACET + 1]
    length = float(np.linalg.norm(b - a))
    low = np.arange(0.0, plan.LOW_TOP_M, 3.5)
    top = np.minimum(low + 3.44, plan.LOW_TOP_M + 1.1)
    corners = np.zeros((len(low), 8, 3))
    corners[:, :, 0] = np.array([0.0, length, length, 0.0] * 2)
    corners[:, :, 1] = np.array([-0.18, -0.18, 0.0, 0.0] * 2)
    corners[:, :4, 2], corners[:, 4:, 2] = low[:, None], top[:, None]
    back = np.array([[(0, -0.02, -1.5), (length, -0.02, -1.5), (length, -0.02, plan.LOW_TOP_M),
                      (0, -0.02, plan.LOW_TOP_M)]])  # fmt: skip
    plates = merge([hexahedra(corners, plan.FIN), quadrilaterals(back, plan.DARK)])
    return on_edge(plates, a, b)


def crown() -> MeshData:
    """The walls above the low slab up to the slope, and the louvred field in them."""
    left, right, low, top = FIELD_M
    y, base = plan.SHARED_Y_M, plan.LOW_TOP_M - 0.4
    spans = [(-plan.HALF_M, left, base), (left, right, top), (right, plan.HALF_M, base)]
    front = [
        face(
            (a, y),
            (b, y),
            z,
            (float(plan.roof_m(np.array(a))), float(plan.roof_m(np.array(b)))),
            plan.CROWN,
            f"esentai crown {a}",
        )
        for a, b, z in spans
    ]
    under = face((left, y), (right, y), base, (low, low), plan.CROWN, "esentai crown under")
    tops = plan.roof_m(plan.TALL[:, 0])
    rest = around(plan.TALL, base, tops, plan.CROWN, "esentai crown", edges=[1, 2, 3, 4, 5])
    return merge([*front, under, rest])


def louvres() -> MeshData:
    """Five dark slots between glass bands, thin blades inside them."""
    left, right, low, top = FIELD_M
    y, deep = plan.SHARED_Y_M, plan.SHARED_Y_M + 1.2
    back = [(left, deep, low), (right, deep, low), (right, deep, top), (left, deep, top)]
    cheeks = [
        [(left, y, low), (left, deep, low), (left, deep, top), (left, y, top)],
        [(right, deep, low), (right, y, low), (right, y, top), (right, deep, top)],
        [(left, y, low), (right, y, low), (right, deep, low), (left, deep, low)],
        [(left, deep, top), (right, deep, top), (right, y, top), (left, y, top)],
    ]
    pitch = (top - low) / SLOTS
    band = [low + pitch * (k + 1) - 0.5 for k in range(SLOTS - 1)]
    blades = [low + pitch * k + 0.55 * (j + 1) for k in range(SLOTS) for j in range(3)]
    return merge(
        [
            quadrilaterals([back, *cheeks], plan.DARK),
            _level_bars(band, 0.95, Paint("sky_glass", "#9A8C86")),
            _level_bars(blades, 0.1, plan.METAL),
        ]
    )


def _level_bars(heights_m: list[float], thick_m: float, paint: Paint) -> MeshData:
    left, right, _, _ = FIELD_M
    y = plan.SHARED_Y_M + 0.2
    start = np.array([(left, y, z) for z in heights_m])
    end = np.array([(right, y, z) for z in heights_m])
    return struts(start, end, 0.4, paint, depth_m=thick_m, caps=False)


def _corner_posts() -> MeshData:
    """Light metal at the edges of the tall slab: they draw its folds."""
    foot = np.column_stack([plan.TALL, np.full(len(plan.TALL), -1.5)])
    head = np.column_stack([plan.TALL, plan.roof_m(plan.TALL[:, 0]) - 0.4])
    cuts = np.linspace(0.0, 1.0, 13)
    points = foot[:, None] + (head - foot)[:, None] * cuts[None, :, None]
    starts, ends = points[:, :-1].reshape(-1, 3), points[:, 1:].reshape(-1, 3)
    return struts(starts, ends, 0.28, plan.PALE_METAL, caps=False)


def _joint() -> MeshData:
    """The dark recess between the slabs on their narrow ends."""
    low = np.array([(25.4, -3.0), (-26.4, -3.0)])
    foot = np.column_stack([low, np.full(2, -1.5)])
    head = np.column_stack([low, np.full(2, plan.LOW_TOP_M)])
    return struts(foot, head, 0.5, plan.DARK, caps=False)


def name_on_the_slope() -> MeshData:
    """The hotel's name, parallel to the roof line."""
    slope_deg = float(np.degrees(np.arctan2(plan.HIGH_END_M - plan.LOW_END_M, 2 * plan.HALF_M)))
    paint = Paint("lettering", "#F4F6F4")
    word = hotel_name(2.3, paint, out_m=0.3, spacing_m=0.3)
    x = 9.5
    z = float(plan.roof_m(np.array(x))) - 5.6
    return move(turn(word, "y", -slope_deg), x, plan.SHARED_Y_M - 0.22, z)
