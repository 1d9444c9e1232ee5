"""The two interlocked bodies of the Almaty Museum of Arts, stone and aluminium.

The model's -y side looks to the east, its +x side to the avenue in the north.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals, struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.almaty_museum_of_arts.skin import clad, funnel
from almaty_tour.mesh.data import MeshData, as_part, merge

LIMESTONE = tuple(
    Paint("marble", c) for c in ("#BDA087", "#B3967D", "#C5AA90", "#AC8F77", "#B99B81")
)
WARM = tuple(Paint("marble", c) for c in ("#C8AB8C", "#BE9F80", "#D0B597"))
SILVER = tuple(
    Paint("painted_metal", c) for c in ("#C6C8CC", "#B7BABF", "#D2D4D7", "#A9ADB3", "#C0C3C7")
)
SHADE = tuple(Paint("painted_metal", c) for c in ("#7E858C", "#757C84"))
GLASS = Paint("mirror_glass", "#B8D4DC")
DARK = Paint("window")
BAR = Paint("painted_metal", "#2E3236")
ROOF = Paint("roof_flat", "#B7B1A6")
BLACK = Paint("lettering", "#1E1E20")

STONE = (0.62, 2.4, LIMESTONE, False)
PANELS = (0.95, 3.4, SILVER, True)
TOP_M = 21.0


def body(top_m: float) -> MeshData:
    """Both L-shaped bodies, the glazed street between them, doors and name."""
    return merge(
        [
            as_part(merge([east_prism(), long_wall(), _name()]), "stone"),
            as_part(merge([silver_prism(top_m), silver_range()]), "aluminium"),
            as_part(street_roof(), "art_street"),
            as_part(doors(), "entrance"),
        ]
    )


def _stone(corners: list[tuple[float, float, float]], name: str) -> MeshData:
    return clad(corners, 0.62, 2.4, LIMESTONE, "arts/" + name)


def _silver(corners: list[tuple[float, float, float]], name: str) -> MeshData:
    return clad(corners, 0.95, 3.4, SILVER, "arts/" + name, upright=True)


def _roof(corners: list[tuple[float, float, float]]) -> MeshData:
    return diced(quadrilaterals([corners], ROOF), 7.0)


def east_prism() -> MeshData:
    """The stone body whose funnel looks east from under a slanted brow."""
    face = [(-30.0, -36.0, 5.0), (14.0, -36.6, 5.0), (14.0, -38.2, 17.6), (-23.0, -37.4, 16.2)]
    hole = [(-25.8, -36.5, 7.0), (10.6, -36.9, 7.0), (10.8, -38.0, 15.4), (-21.0, -37.3, 14.2)]
    back = [(-17.5, -29.5, 7.6), (4.5, -29.5, 7.6), (4.5, -29.5, 13.4), (-15.5, -29.5, 12.8)]
    rear = [(-30.0, -8.0, 5.0), (14.0, -8.0, 4.4), (14.0, -8.0, 15.4), (-23.0, -8.0, 14.6)]
    soffit = quadrilaterals([[rear[0], rear[1], face[1], face[0]]], WARM[1])
    foot = block((-23.0, -28.5, -1.5), (11.0, -8.0, 5.0), LIMESTONE[3])
    panes = [
        block((x, -28.62, 1.0), (x + 5.2, -28.4, 4.6), DARK) for x in (-20.0, -13.0, -6.0, 1.0)
    ]
    return merge(
        [
            funnel(face, hole, back, STONE, WARM, GLASS, BAR, "arts/east"),
            _stone([face[1], rear[1], rear[2], face[2]], "north"),
            _stone([rear[0], face[0], face[3], rear[3]], "south"),
            _roof([face[3], face[2], rear[2], rear[3]]),
            diced(soffit, 5.0),
            diced(foot, 4.0),
            _stone([(11.02, -28.5, 0.0), (11.02, -8.0, 0.0), (11.02, -8.0, 5.0),
                    (11.02, -28.5, 5.0)], "foot"),
            *panes,
            _hatches([(-14.0, -22.0, 15.4), (-4.0, -22.0, 15.7), (6.0, -22.0, 16.0)]),
        ]
    )  # fmt: skip


def _hatches(spots: list[tuple[float, float, float]]) -> MeshData:
    """Roof lights on low kerbs."""
    one = merge(
        [
            extrude.box(4.4, 6.0, 1.3, SILVER[3], bottom_m=-0.5),
            extrude.box(3.8, 5.4, 0.2, GLASS, bottom_m=0.8),
        ]
    )
    return transform.at(one, spots)


def silver_prism(top_m: float) -> MeshData:
    """The aluminium body that pushes out between the stone ones, its funnel to the avenue."""
    face = [(27.0, -10.0, 6.8), (27.6, 8.4, 6.2), (27.4, 8.2, 20.0), (27.0, -10.0, top_m)]
    hole = [(27.05, -7.4, 8.6), (27.5, 6.2, 8.2), (27.4, 6.0, 17.8), (27.05, -7.4, 18.6)]
    back = [(21.0, -5.4, 9.4), (21.0, 4.8, 9.2), (21.0, 4.8, 16.4), (21.0, -5.4, 17.2)]
    rear = [(-16.0, -13.0, 4.6), (-16.0, 10.0, 4.6), (-16.0, 10.0, 17.4), (-16.0, -13.0, 18.6)]
    dark = tuple(paint.shaded(0.62) for paint in SILVER)
    return merge(
        [
            funnel(face, hole, back, PANELS, SHADE, GLASS, BAR, "arts/silver"),
            _silver([rear[0], face[0], face[3], rear[3]], "silver east"),
            _silver([face[1], rear[1], rear[2], face[2]], "silver west"),
            clad([rear[1], face[1], face[0], rear[0]], 1.9, 5.0, dark, "arts/under", upright=True),
            diced(quadrilaterals([[face[3], face[2], rear[2], rear[3]]], SILVER[3]), 6.0),
            _silver([rear[1], rear[0], rear[3], rear[2]], "silver south"),
        ]
    )


def long_wall() -> MeshData:
    """The long stone wall along the avenue; its top falls and its far end leans out."""
    end_low, end_high = (18.0, 64.0), (17.4, 67.0)
    x = [float(np.interp(y, [-8.0, 64.0], [16.0, 18.0])) for y in (-8.0, -1.0, 5.0, 9.0, 15.0)]
    y = [-8.0, -1.0, 5.0, 9.0, 15.0]
    upper = [(16.0, -8.0, 5.2), (17.73, 65.35, 5.2), (*end_high, 11.8), (16.0, -8.0, 15.6)]
    piers = [
        _stone([(x[0], y[0], -0.2), (x[1], y[1] - 0.6, -0.2), (x[1], y[1] + 0.4, 5.2),
                (x[0], y[0], 5.2)], "pier a"),
        _stone([(x[2], y[2] + 0.6, -0.2), (x[3], y[3] - 0.6, -0.2), (x[3], y[3] + 0.4, 5.2),
                (x[2], y[2] - 0.4, 5.2)], "pier b"),
        _stone([(x[4], y[4] + 0.6, -0.2), (*end_low, -0.2), (17.73, 65.35, 5.2),
                (x[4], y[4] - 0.4, 5.2)], "pier c"),
    ]  # fmt: skip
    far = _stone([(*end_low, -0.2), (2.0, 64.0, -0.2), (2.0, 66.0, 12.6), (*end_high, 11.8)], "far")
    lid = [(2.0, -8.0, 15.5), (16.0, -8.0, 15.6), (*end_high, 11.8), (2.0, 66.0, 12.6)]
    core = block((2.1, -7.9, -1.5), (15.2, 63.8, 5.3), LIMESTONE[3])
    slots = [
        block((16.35 + 0.028 * v - 0.3, v, 5.8), (16.6 + 0.028 * v, v + 0.8, 10.4), DARK)
        for v in (24.0, 26.4)
    ]
    inner = _stone([(2.0, 64.0, 0.0), (2.0, -8.0, 0.0), (2.0, -8.0, 15.5), (2.0, 66.0, 12.6)], "in")
    east = _stone([(2.0, -8.0, 4.4), (16.0, -8.0, 4.4), (16.0, -8.0, 15.6), (2.0, -8.0, 15.5)], "e")
    return merge(
        [_stone(upper, "wall"), *piers, far, _roof(lid), diced(core, 6.0), inner, east, *slots]
    )


def silver_range() -> MeshData:
    """The other leg of the aluminium body, behind, with slim slots and plant on its roof."""
    low, high = (-42.0, -9.0), (-8.0, 60.0)
    x0, y0, x1, y1 = *low, *high
    h = 16.0
    rim = extrude.sweep(
        profile.line((-0.4, 0), (0.05, 0), (0.05, 0.9), (-0.4, 0.9)),
        profile.line((x0, y0), (x1, y0), (x1, y1), (x0, y1)), SILVER[3], z_m=h - 0.4,
    )  # fmt: skip
    slots = [block((x0 - 0.12, v, 3.0), (x0 + 0.2, v + 0.7, 12.5), DARK) for v in (6.0, 9.0, 34.0)]
    slots += [block((v, y1 - 0.2, 2.0), (v + 0.8, y1 + 0.12, 12.0), DARK) for v in (-34.0, -18.0)]
    gate = block((x0 - 0.1, 44.0, 0.0), (x0 + 0.2, 50.0, 5.0), BAR)
    plant = [block((-34.0, v, h - 0.3), (-26.0, v + 9.0, h + 2.2), SILVER[1]) for v in (20.0, 38.0)]
    return merge(
        [
            _silver([(x0, y0, -0.2), (x1, y0, -0.2), (x1, y0, h), (x0, y0, h)], "back east"),
            _silver([(x1, y1, -0.2), (x0, y1, -0.2), (x0, y1, h), (x1, y1, h)], "back west"),
            _silver([(x0, y1, -0.2), (x0, y0, -0.2), (x0, y0, h), (x0, y1, h)], "back south"),
            _silver([(x1, y0, -0.2), (x1, y1, -0.2), (x1, y1, h), (x1, y0, h)], "back north"),
            block((x0 + 0.2, y0 + 0.2, -1.5), (x1 - 0.2, y1 - 0.2, 0.5), SILVER[3]),
            _roof([(x0, y0, h), (x1, y0, h), (x1, y1, h), (x0, y1, h)]),
            rim,
            *slots,
            gate,
            *plant,
            _hatches([(-16.0, v, h) for v in (14.0, 26.0, 38.0, 50.0)]),
        ]
    )


def street_roof() -> MeshData:
    """The glazed roof of the street between both bodies, and its end wall of glass."""
    y = np.arange(10.0, 63.0, 3.0)
    ridge, low = 17.0, 14.2
    left = [[(-8.2, a, 15.6), (-3.0, a, ridge), (-3.0, b, ridge), (-8.2, b, 15.6)]
            for a, b in pairwise(y)]  # fmt: skip
    right = [[(-3.0, a, ridge), (2.2, a, low - 0.018 * (a - 10)), (2.2, b, low - 0.018 * (b - 10)),
              (-3.0, b, ridge)] for a, b in pairwise(y)]  # fmt: skip
    foot, top = (
        np.array([(-8.0, v, 15.7) for v in y]),
        np.array([(-3.0, v, ridge + 0.05) for v in y]),
    )
    eave = np.array([(2.1, v, low - 0.018 * (v - 10) + 0.1) for v in y])
    last = float(y[-1])
    end = hexahedra(
        [[(-8.0, last - 2.0, -1.5), (2.0, last - 2.0, -1.5), (2.0, last - 1.6, -1.5),
          (-8.0, last - 1.6, -1.5), (-8.0, last - 2.0, 15.6), (2.0, last - 2.0, 13.4),
          (2.0, last - 1.6, 13.4), (-8.0, last - 1.6, 15.6)]], DARK
    )  # fmt: skip
    gable = quadrilaterals(
        [[(-3.0, last, ridge), (2.2, last, 13.3), (-8.2, last, 13.3), (-8.2, last, 15.6)]], GLASS
    )
    return merge(
        [
            quadrilaterals(np.array([quad[::-1] for quad in left])[:, ::-1], GLASS),
            quadrilaterals(np.array(right), GLASS),
            struts(foot, top, 0.2, SILVER[1]),
            struts(top, eave, 0.2, SILVER[1]),
            end,
            gable,
        ]
    )


def doors() -> MeshData:
    """Two tall entrances under the silver body, their glass three metres back."""
    pieces = []
    for y0, y1 in ((-1.0, 5.0), (9.0, 15.0)):
        pieces += [
            block((15.25, y0 - 0.6, 0.0), (15.4, y1 + 0.6, 5.2), DARK),
            block((15.2, y0 - 0.7, 5.1), (16.5, y1 + 0.7, 5.35), LIMESTONE[3]),
            struts(
                [(15.5, v, 0.0) for v in np.linspace(y0, y1, 5)],
                [(15.5, v, 5.0) for v in np.linspace(y0, y1, 5)],
                0.12,
                BAR,
            ),
            block((15.3, y0, 2.7), (15.6, y1, 2.9), BAR),
        ]
    for y0, y1, x1 in ((-8.0, -1.3, 15.95), (5.3, 8.7, 16.3), (15.3, 63.9, 16.5)):
        pieces.append(block((15.1, y0, -0.2), (x1, y1, 5.25), LIMESTONE[1]))
    return merge(pieces)


def _name() -> MeshData:
    """The black mark and the name near the far end of the long wall."""
    rows = [("A", 2.4, 8.2, 0.0), ("A", 2.0, 6.0, -1.4)]
    lines = [("Almaty", 6.55), ("Museum", 5.65), ("of Arts", 4.75)]
    pieces = [transform.move(lettering(t, h, BLACK, out_m=0.15, bold_m=0.08), x, 0.0, z)
              for t, h, z, x in rows]  # fmt: skip
    pieces += [transform.move(lettering(t, 0.62, BLACK, out_m=0.12), 2.6, 0.0, z)
               for t, z in lines]  # fmt: skip
    return transform.on_edge(merge(pieces), (17.72, 54.0), (17.8, 57.0))
