"""The roof of the Wedding Palace: a flat ring about the hall with its shanyrak of glass."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import lathe, profile, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.tube import tube
from almaty_tour.kit.wall import Placed, edge_length_m, walls
from almaty_tour.landmarks._shared.bare import BACK, UNDER, bare
from almaty_tour.landmarks.wedding_palace import paint as p
from almaty_tour.mesh.data import MeshData, as_part, merge

HALL_M = 8.8
HALL_TOP_M = 13.7
EYE_M = 2.6
ROOF = Paint("roof_membrane", "#B9B4AA")
PANE = Paint("blue_glass", "#8FA6B4")
RIB = Paint("painted_metal", "#C9B273")


def roof(top_m: float) -> MeshData:
    """Deck, hall drum and the glazed crown; `top_m` is the highest point."""
    deck = lathe.lathe(
        profile.line(
            (16.4, p.ROOF_M),
            (14.5, p.ROOF_M + 0.02),
            (11.6, p.ROOF_M + 0.05),
            (HALL_M - 0.3, p.ROOF_M + 0.08),
        ),
        ROOF,
        sides=72,
        caps=False,
    )
    seam = bare(block((-0.04, 0.0, 0.0), (0.04, 7.4, 0.06), ROOF.shaded(0.86)), BACK, UNDER)
    seams = transform.around(seam, 36, 16.3, z_m=p.ROOF_M + 0.03)
    return merge(
        [
            as_part(merge([deck, seams, _plant(), _hall()]), "roof"),
            as_part(_shanyrak(top_m), "shanyrak"),
        ]
    )


def _plant() -> MeshData:
    """Air plant and hatches, out of the middle of the view."""
    unit = merge(
        [
            block((-1.2, -0.7, 0.0), (1.2, 0.7, 1.1), p.MARBLE),
            block((-1.0, -0.5, 1.1), (1.0, 0.5, 1.25), p.FRAME),
        ]
    )
    hatch = block((-0.6, -0.6, 0.0), (0.6, 0.6, 0.5), p.POST)
    spots = [(12.6, 3.0), (-12.4, 4.4), (3.2, 12.6)]
    others = [(-6.0, 11.4), (9.0, -9.0)]
    return transform.move(
        merge(
            [transform.at(unit, spots, turn_deg=[100.0, 70.0, 10.0]), transform.at(hatch, others)]
        ),
        z=p.ROOF_M,
    )


def _hall() -> MeshData:
    """The low drum of the hall with a window in each of its sides."""
    plan = profile.regular(36, HALL_M, -95.0)
    length = edge_length_m(plan, 0)
    window = Opening(length - 0.36, 0.8, reveal_m=0.2, bars=(1, 1), frame_m=0.07, frame=p.FRAME)
    low = p.ROOF_M - 0.2
    sides = dict.fromkeys(range(36), (Placed(length / 2, 0.5, window),))
    shell = walls(plan, HALL_TOP_M - low, p.MARBLE, sides, z_m=low)
    rim = lathe.ring(
        profile.line((-1.6, -0.2), (0.16, -0.2), (0.3, 0.0), (0.3, 0.16), (-1.6, 0.24)),
        HALL_M,
        p.MARBLE,
        sides=72,
    )
    return merge([shell, transform.move(rim, z=HALL_TOP_M)])


def _shanyrak(top_m: float) -> MeshData:
    """A shallow dome of glass on ribs like roof poles, closed by the crossed crown of a yurt."""
    foot, eye = HALL_TOP_M + 0.1, top_m - 0.5
    rise = eye - foot - 0.25
    share = np.linspace(0.0, 1.0, 8)
    reach = 7.7 + (EYE_M - 7.7) * share
    level = foot + 0.2 + rise * np.sin(share * np.pi / 2)
    pane = lathe.lathe(np.column_stack([reach, level]), PANE, sides=48, caps=False)
    angle = np.radians(-90.0)
    spine = np.column_stack([reach * np.cos(angle), reach * np.sin(angle), level + 0.05])
    ribs = transform.around(tube(spine, 0.09, RIB, sides=4), 48, 0.0)
    hoop = lathe.ring(
        profile.line((-0.3, 0), (0.3, 0), (0.34, 0.3), (-0.3, 0.36)), EYE_M, RIB, sides=48
    )
    kerb = lathe.ring(
        profile.line((-0.3, -0.1), (0.2, -0.1), (0.2, 0.22), (-0.3, 0.3)), 7.8, RIB, sides=72
    )
    lens = lathe.lathe(
        profile.line((EYE_M - 0.2, eye), (1.4, eye + 0.14), (0.0, eye + 0.2)),
        PANE,
        sides=24,
        caps=False,
    )
    return merge(
        [
            pane,
            ribs,
            transform.move(hoop, z=eye - 0.12),
            transform.move(kerb, z=foot),
            lens,
            _crossed_bars(eye + 0.1, top_m),
        ]
    )


def _crossed_bars(low_m: float, top_m: float) -> MeshData:
    """Three by three bent bars over the eye."""
    share = np.linspace(-1.0, 1.0, 9)
    crown = top_m - 0.07 - low_m
    pieces = []
    for aside in (-0.34, 0.0, 0.34):
        half = (EYE_M - 0.1) * np.sqrt(1.0 - aside**2)
        height = crown * (1.0 - share**2) * np.sqrt(1.0 - aside**2)
        line = np.column_stack([half * share, np.full(9, aside * EYE_M), low_m + height])
        pieces.append(tube(line, 0.07, RIB, sides=5, crease_deg=80.0))
    one = merge(pieces)
    return merge([one, transform.turn_z(one, 90.0)])
