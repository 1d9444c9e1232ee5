"""Walls of the Golovizin house: arched windows under stucco stems, wavy gables, the porch."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import cornice, extrude, lathe, profile, stair, transform
from almaty_tour.kit.arch import archivolt
from almaty_tour.kit.extrude import block
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.ornament import ribbon
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.mesh.data import MeshData, merge

WALL = Paint("plaster", "#B7CDB4")
WHITE = Paint("plaster", "#F7F4EA")
STONE = Paint("granite", "#9A8F84")
FRAME = Paint("painted_metal", "#F2EFE6")
SHEET = Paint("roof_metal", "#5E7B6C")
IRON = Paint("painted_metal", "#39463F")
OAK = Paint("wood", "#6F4A30")

X_M, Y_M = 13.0, 8.4
BASE_M, WALL_M, EAVES_M = 1.2, 5.9, 6.35
WINDOW = Opening(
    1.35,
    2.6,
    head="segment",
    rise_m=0.35,
    bars=(2, 2),
    frame_m=0.11,
    frame=FRAME,
    surround=WHITE,
    surround_m=0.2,
    sill_out_m=0.16,
    reveal_m=0.25,
    steps=3,
)
GREAT = Opening(
    3.3, 3.3, head="round", bars=(4, 2), frame_m=0.13, frame=FRAME, reveal_m=0.35, steps=7
)
PLAIN = Opening(1.3, 2.3, bars=(2, 2), frame_m=0.1, frame=FRAME, reveal_m=0.2)
DOOR = Opening(
    1.6,
    3.1,
    head="segment",
    rise_m=0.4,
    bars=(2, 1),
    frame_m=0.12,
    frame=OAK,
    glass=OAK,
    surround=WHITE,
    reveal_m=0.3,
    steps=3,
)


def walls() -> MeshData:
    """The front with its middle bay, the side to the other street, garden sides, cornice."""
    front = transform.on_edge(_long(), (-X_M + 2.6, -Y_M), (X_M, -Y_M))
    side = transform.on_edge(_short(), (-X_M, Y_M), (-X_M, -Y_M + 2.6))
    rear = [Placed(x, BASE_M + 0.9, PLAIN) for x in np.linspace(2.6, 2 * X_M - 2.6, 6)]
    back = transform.on_edge(wall(2 * X_M, WALL_M, WALL, rear), (X_M, Y_M), (-X_M, Y_M))
    return merge(
        [front, side, transform.on_edge(_right(), (X_M, -Y_M), (X_M, Y_M)), back, _bands()]
    )


def _long() -> MeshData:
    """23.4 m to the avenue: two windows, the great arch under its gable, three windows."""
    length = 2 * X_M - 2.6
    xs = (2.45, 5.25, 15.6, 18.4, 21.2)
    windows = [Placed(x, BASE_M + 0.9, WINDOW) for x in xs]
    pieces = [wall(length, WALL_M, WALL, windows)]
    pieces += [transform.move(stems(), x, 0.0, BASE_M + 0.9) for x in xs]
    pieces.append(transform.move(_bay(), 10.2))
    strip = block((-0.28, -0.12, BASE_M), (0.28, 0.0, WALL_M), WHITE)
    pieces.append(transform.at(strip, [(x, 0.0) for x in (0.4, 13.9, length - 0.35)]))
    return merge(pieces)


def _bay() -> MeshData:
    """The middle of the front, 0.7 m out: the great arched window, a wavy gable over it."""
    w, out, top = 6.2, 0.7, WALL_M
    face = wall(w, top, WALL, [Placed(w / 2, BASE_M + 0.7, GREAT)])
    ring = transform.move(archivolt(GREAT.outline(), 0.34, 0.14, WHITE), w / 2, 0.0, BASE_M + 0.7)
    sill = block((w / 2 - 2.2, -0.3, BASE_M + 0.45), (w / 2 + 2.2, 0.0, BASE_M + 0.7), WHITE)
    posts = transform.at(
        block((-0.3, -0.16, BASE_M), (0.3, 0.0, top + 1.3), WHITE), [(0.3, 0.0), (w - 0.3, 0.0)]
    )
    knobs = transform.at(_urn(), [(x, 0.1, top + 1.3) for x in (0.3, w - 0.3)])
    sprays = [transform.move(spray(), w / 2 + s * 2.15, -0.02, BASE_M + 1.5) for s in (-1.0, 1.0)]
    gable = transform.move(wavy(w, 3.1), w / 2, 0.0, top - 0.1)
    cheeks = [block((x, 0.002, 0.0), (x + 0.3, out, top), WALL) for x in (0.0, w - 0.3)]
    base = block((-0.1, -0.12, -1.5), (w + 0.1, out, BASE_M), STONE)
    whole = merge([face, ring, sill, posts, knobs, *sprays, gable, *cheeks, base])
    return transform.move(whole, -w / 2, -out)


def wavy(width_m: float, rise_m: float) -> MeshData:
    """A gable whose edge swings up in a double wave, with a moulding and a stucco flower."""
    h = width_m / 2
    half = profile.smooth(
        profile.line(
            (h, 0.0),
            (h, 0.5),
            (0.8 * h, 0.62),
            (0.62 * h, 0.9),
            (0.5 * h, 1.6),
            (0.34 * h, 0.82 * rise_m),
            (0.0, rise_m),
        ),
        2,
    )
    line = profile.joined(half, half[::-1] * np.array([-1.0, 1.0]))
    body = extrude.panel(line, 0.0, 0.5, WALL)
    edge = transform.move(ribbon(line, 0.3, 0.24, WHITE), y=0.02)
    flower = [
        transform.move(_flower(0.34), z=1.45),
        *(transform.move(_leaf(s), z=0.9) for s in (-1.0, 1.0)),
    ]
    oval = transform.move(extrude.panel(profile.ellipse(0.5, 0.62, 12), -0.06, 0.0, WHITE), z=1.45)
    return merge([body, edge, oval, *flower])


def _leaf(side: float) -> MeshData:
    curve = profile.smooth(
        [(0.0, 0.0), (0.7 * side, 0.05), (1.3 * side, 0.4), (1.5 * side, 0.05)], 3
    )
    return ribbon(curve, np.linspace(0.16, 0.06, len(curve)), 0.08, WHITE)


def _flower(radius_m: float) -> MeshData:
    """A six-petalled stucco flower about the origin."""
    petals = extrude.panel(profile.star(6, radius_m, 0.66 * radius_m), -0.1, 0.0, WHITE, back=False)
    boss = extrude.panel(profile.regular(6, 0.36 * radius_m), -0.17, -0.1, WHITE, back=False)
    return merge([petals, boss])


def stems() -> MeshData:
    """Stucco round one window: a stem on either side that bends in to a flower over it."""
    pieces = []
    for s in (-1.0, 1.0):
        line = profile.smooth(
            [(1.0 * s, -0.3), (1.05 * s, 1.2), (0.95 * s, 2.4), (0.5 * s, 3.05)], 2
        )
        pieces.append(ribbon(line, 0.1, 0.09, WHITE))
        pieces.append(transform.move(_bud(), 1.05 * s, 0.0, 1.7))
    return merge([*pieces, transform.move(_flower(0.34), z=3.1)])


def _bud() -> MeshData:
    return extrude.panel(profile.ellipse(0.17, 0.26, 6), -0.11, 0.0, WHITE, back=False)


def spray() -> MeshData:
    """A tall plant beside the great window: a stem with paired buds."""
    line = profile.smooth([(0.0, 0.0), (0.08, 1.2), (-0.05, 2.3), (0.0, 3.0)], 2)
    buds = [transform.move(_bud(), s * 0.24, 0.0, z) for z in (0.9, 1.6, 2.3) for s in (-1, 1)]
    return merge([ribbon(line, 0.1, 0.08, WHITE), *buds, transform.move(_flower(0.3), z=3.1)])


def _urn() -> MeshData:
    section = profile.line(
        (0.22, 0.0), (0.1, 0.15), (0.34, 0.5), (0.3, 0.75), (0.1, 0.9), (0.0, 1.15)
    )
    return lathe.lathe(section, WHITE, sides=6, crease_deg=60.0)


def _short() -> MeshData:
    """14.2 m to the side street: a lesser gable over a pair of windows between single ones."""
    length = 2 * Y_M - 2.6
    xs = (2.0, 5.6, 8.2, 11.9)
    pieces = [wall(length, WALL_M, WALL, [Placed(x, BASE_M + 0.9, WINDOW) for x in xs])]
    pieces += [transform.move(stems(), x, 0.0, BASE_M + 0.9) for x in xs]
    pieces.append(transform.move(wavy(4.6, 2.5), 6.9, -0.12, WALL_M - 0.1))
    pieces.append(block((4.6, -0.12, WALL_M - 0.1), (9.2, 0.0, WALL_M + 0.3), WHITE))
    strip = block((-0.26, -0.12, BASE_M), (0.26, 0.0, WALL_M), WHITE)
    pieces.append(transform.at(strip, [(x, 0.0) for x in (0.3, 3.8, 10.0)]))
    return merge(pieces)


def _right() -> MeshData:
    """The entrance side: porch on slim posts, door, windows."""
    length = 2 * Y_M
    openings = [
        Placed(3.2, BASE_M + 0.9, WINDOW),
        Placed(7.6, BASE_M, DOOR),
        Placed(12.6, BASE_M + 0.9, WINDOW),
    ]
    roof = transform.move(wavy(3.4, 1.6), 7.6, -1.9, 4.6)
    deck = block((6.0, -1.9, -1.5), (9.2, 0.0, BASE_M), STONE)
    cover = block((5.8, -2.0, 4.5), (9.4, 0.0, 4.75), SHEET)
    posts = transform.at(
        block((-0.09, -0.09, BASE_M), (0.09, 0.09, 4.5), WHITE), [(x, -1.75) for x in (6.2, 9.0)]
    )
    flight = transform.move(stair.straight(2.2, BASE_M, 7, STONE, y_m=-1.9), 7.6)
    return merge([wall(length, WALL_M, WALL, openings), roof, deck, cover, posts, flight])


def outline() -> F64:
    return profile.rectangle(2 * X_M, 2 * Y_M)


def _bands() -> MeshData:
    """High base, string course, bracketed cornice."""
    ring = outline()
    console = block((-0.09, -0.42, 0.0), (0.09, 0.0, 0.3), WHITE)
    return merge(
        [
            extrude.prism(profile.offset(ring, 0.1), -1.5, BASE_M, STONE, crease_deg=0.0),
            extrude.sweep(profile.fillet(0.16, 0.14), ring, WHITE, z_m=BASE_M, crease_deg=0.0),
            extrude.sweep(
                profile.fillet(0.14, 0.1), ring, WHITE, z_m=WALL_M - 0.75, crease_deg=0.0
            ),
            cornice.cornice(ring, WALL_M - 0.05, 0.5, 0.55, WHITE),
            cornice.along_path(console, ring, 1.5, z_m=WALL_M - 0.2),
        ]
    )
