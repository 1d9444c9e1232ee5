"""The station house of Almaty-2: hall with two half-round bays, wings, end pavilions."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, roof, transform
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.kit.wall import Placed, rhythm, wall
from almaty_tour.landmarks.almaty_2_station import plan as p
from almaty_tour.mesh.data import MeshData, as_part, merge

LOW = Opening(1.5, 2.5, bars=(2, 2), frame=p.FRAME)
HIGH = Opening(1.5, 2.2, bars=(2, 2), frame=p.FRAME)
REAR = Opening(1.5, 2.2, frame_m=0.0)
REAR_TALL = Opening(2.2, 7.0, frame_m=0.0)
SMALL = Opening(1.4, 1.4, frame_m=0.0)
TALL = Opening(1.6, 7.4, bars=(2, 5), frame=p.FRAME, surround=p.WHITE, surround_m=0.2)
ARCH = Opening(2.3, 4.9, head="round", bars=(2, 2), frame=p.FRAME, surround=p.WHITE, steps=3,
               surround_m=0.24)  # fmt: skip
SIDE_ARCH = Opening(2.3, 4.9, head="round", bars=(2, 1), frame=p.FRAME, steps=3)
REAR_ARCH = Opening(2.3, 4.9, head="round", frame_m=0.0, steps=3)
GATE = Opening(2.5, 3.5, bars=(2, 2), frame=p.DOOR, glass=p.GLASS, surround=p.WHITE)
OVER = Opening(2.5, 5.4, head="round", bars=(3, 3), frame=p.FRAME, surround=p.WHITE, steps=4)
FACETS = 7
RED = Paint("lettering", "#9A2A22")


def body(top_m: float) -> MeshData:
    """The whole house; the clock gable is the highest at `top_m`."""
    wings = [_wing(), transform.mirror_x(_wing())]
    ends = [_end(), transform.mirror_x(_end())]
    bow = transform.move(_bow(), p.BOW_X_M, -p.HALL_Y_M)
    return merge(
        [
            as_part(merge([_hall(), _portal(top_m)]), "hall"),
            as_part(merge([bow, transform.mirror_x(bow)]), "bays"),
            as_part(_clock(top_m), "clock"),
            as_part(merge(wings), "wings"),
            as_part(merge(ends), "pavilions"),
        ]
    )


def _trim(outline: F64, top_m: float, *, closed: bool = True) -> MeshData:
    """Granite foot and crowning cornice along an outline."""
    plinth = extrude.sweep(
        profile.line((0, -1.5), (0.16, -1.5), (0.16, 0.95), (0, 1.1)), outline, p.FOOT,
        closed=closed,
    )  # fmt: skip
    head = extrude.sweep(
        profile.line((0, -1.0), (0.12, -0.95), (0.12, -0.45), (0.3, -0.38), (0.55, -0.2),
                     (0.6, 0.0), (0, 0.02)), outline, p.WHITE, z_m=top_m, closed=closed,
    )  # fmt: skip
    return merge([plinth, head])


def _top_rail(path: F64, z_m: float) -> MeshData:
    """A balustrade of square balusters between pedestals: it is seen from below and afar."""
    pieces = [
        extrude.sweep(profile.line((-0.16, z), (0.16, z), (0.16, z + 0.14), (-0.16, z + 0.14)),
                      path, p.WHITE, z_m=z_m, closed=False, crease_deg=0.0)
        for z in (0.0, 0.84)
    ]  # fmt: skip
    for a, b in pairwise(path):
        length = float(np.linalg.norm(b - a))
        foot = [np.append(a + (b - a) * v, z_m) for v in np.linspace(0, 1, round(length / 0.8) + 1)]
        low = np.array(foot)[1:-1]
        pieces.append(struts(low, low + np.array([0.0, 0.0, 0.9]), 0.2, p.WHITE, caps=False))
        posts = np.linspace(0, 1, max(2, round(length / 3.8) + 1))[:, None]
        spots = np.column_stack([a + (b - a) * posts, np.full(len(posts), z_m)])
        pieces.append(transform.at(extrude.box(0.5, 0.5, 1.1, p.WHITE), spots))
    return merge(pieces)


def _shafts(x: npt.ArrayLike, y_m: float, low_m: float, high_m: float) -> MeshData:
    """Flat pillars with a foot and a head on a front at y."""
    one = merge(
        [
            block((-0.35, y_m - 0.16, low_m), (0.35, y_m + 0.05, high_m), p.WHITE),
            block((-0.45, y_m - 0.24, high_m - 0.45), (0.45, y_m + 0.05, high_m), p.WHITE),
        ]
    )
    spots = np.asarray(x, np.float64)
    return transform.at(one, np.column_stack([spots, 0.0 * spots]))


def _hoods(x: npt.ArrayLike, y_m: float, z_m: float) -> MeshData:
    """Sills and hoods of the lower windows."""
    one = merge(
        [
            block((-1.0, y_m - 0.22, z_m + 2.7), (1.0, y_m + 0.05, z_m + 2.95), p.WHITE),
            block((-0.9, y_m - 0.16, z_m - 0.2), (0.9, y_m + 0.1, z_m), p.WHITE),
        ]
    )
    spots = np.asarray(x, np.float64)
    return transform.at(one, np.column_stack([spots, 0.0 * spots]))


def _hall() -> MeshData:
    """The raised middle with tall windows on the platforms, under a hipped roof."""
    rear = [*rhythm(46.0, 9, REAR_TALL, 2.6, margin_m=1.5)]
    fore = [
        *(Placed(23.0 + x, p.FLOOR_M, GATE) for x in (-4.4, 0.0, 4.4)),
        *(Placed(23.0 + x, 5.2, OVER) for x in (-4.4, 0.0, 4.4)),
    ]
    side = {1: [Placed(22.0, 10.0, SMALL)],
            3: [Placed(4.0, 10.0, SMALL)]}  # fmt: skip
    shell = bayed_walls(p.HALL, p.HALL_M, p.YELLOW, {0: fore, 2: rear, **side}, edge_m=6.0)
    cover = roof.hip(2 * p.HALL_X_M - 1.6, 2 * p.HALL_Y_M - 1.6, 2.6, p.ROOF, z_m=p.HALL_M)
    lid = diced(extrude.sheet(p.HALL, p.HALL_M, p.WHITE), 9.0)
    chimneys = transform.at(
        extrude.box(1.0, 1.0, 2.4, p.YELLOW, bottom_m=p.HALL_M), [(-12.0, 5.0), (12.0, 5.0)]
    )
    edge = profile.line((p.HALL_X_M, -4.0), (p.HALL_X_M, -p.HALL_Y_M))
    edges = [_top_rail(edge + np.array([-0.3, 0.3]), p.HALL_M)]
    edges.append(transform.mirror_x(edges[0]))
    return merge([shell, _trim(p.HALL, p.HALL_M), diced(cover, 9.0), lid, chimneys, *edges])


def _portal(top_m: float) -> MeshData:
    """Four columns before the doors under a gabled attic with the name."""
    y = -p.HALL_Y_M
    post = _post(9.6)
    x = np.array([-6.6, -2.2, 2.2, 6.6])
    posts = transform.at(post, np.column_stack([x, np.full(4, y - 1.7), np.full(4, p.FLOOR_M)]))
    z = p.FLOOR_M + 9.6
    beam = block((-7.6, y - 2.4, z), (7.6, y + 0.1, z + 1.3), p.WHITE)
    path = profile.line((-7.6, y), (-7.6, y - 2.4), (7.6, y - 2.4), (7.6, y))
    head = extrude.sweep(profile.cornice(0.75, 0.6), path, p.WHITE, z_m=z + 1.25, closed=False)
    low = z + 1.9
    attic = block((-6.9, y - 2.0, low), (6.9, y + 0.6, top_m - 2.0), p.YELLOW)
    gable = extrude.panel(
        profile.line((-3.4, top_m - 2.6), (3.4, top_m - 2.6), (3.4, top_m - 1.5),
                     (2.2, top_m - 0.7), (1.2, top_m - 0.15), (0.0, top_m),
                     (-1.2, top_m - 0.15), (-2.2, top_m - 0.7), (-3.4, top_m - 1.5)),
        y - 2.2, y + 0.4, p.WHITE,
    )  # fmt: skip
    cap = extrude.sweep(
        profile.line((0, 0), (0.22, 0.05), (0.22, 0.3), (0, 0.36)),
        profile.line((-6.9, y + 0.6), (-6.9, y - 2.0), (6.9, y - 2.0), (6.9, y + 0.6)), p.WHITE,
        z_m=top_m - 2.1, closed=False,
    )  # fmt: skip
    word = lettering("АЛМАТЫ-2", 0.95, RED, out_m=0.16, bold_m=0.05, spacing_m=0.25)
    name = transform.move(word, 0.0, y - 2.4, z + 0.2)
    vases = transform.at(_vase(), [(s * 5.9, y - 1.2, top_m - 1.8) for s in (-1, 1)])
    return merge([posts, beam, head, attic, gable, cap, name, vases])


def _post(height_m: float) -> MeshData:
    """A plain Tuscan column."""
    section = profile.line((0.56, 0.3), (0.54, 3.0), (0.46, height_m - 0.9), (0.56, height_m - 0.8),
                           (0.48, height_m - 0.7), (0.68, height_m - 0.35))  # fmt: skip
    return merge(
        [
            extrude.box(1.5, 1.5, 0.32, p.WHITE),
            lathe.lathe(section, p.WHITE, sides=14, caps=False),
            extrude.box(1.45, 1.45, 0.36, p.WHITE, bottom_m=height_m - 0.36),
        ]
    )


def _vase() -> MeshData:
    """A stone vase on a pedestal."""
    section = profile.line((0.16, 0.0), (0.1, 0.15), (0.34, 0.55), (0.3, 0.75), (0.4, 0.82),
                           (0.0, 0.84))  # fmt: skip
    return merge(
        [
            extrude.box(0.7, 0.7, 0.5, p.WHITE),
            transform.move(lathe.lathe(section, p.WHITE, sides=6), z=0.48),
        ]
    )


def _clock(top_m: float) -> MeshData:
    """A white dial with a gilt rim and dark hands in the gable."""
    dial = merge(
        [
            lathe.cylinder(0.98, 0.16, p.GOLD, sides=24),
            lathe.cylinder(0.86, 0.2, Paint("plaster", "#FBF8EF"), sides=24),
        ]
    )
    facing = transform.move(transform.turn(dial, "x", 90.0), z=0.0)
    ink = Paint("painted_metal", "#20242A")
    hand = block((-0.04, -0.26, -0.1), (0.04, -0.2, 0.7), ink)
    short = transform.turn(block((-0.055, -0.25, -0.1), (0.055, -0.19, 0.48), ink), "y", 62.0)
    ticks = merge(
        [transform.turn(block((-0.03, -0.23, 0.66), (0.03, -0.2, 0.8), ink), "y", 90.0 * i)
         for i in range(4)]
    )  # fmt: skip
    whole = merge([facing, hand, short, ticks])
    return transform.move(whole, 0.0, -p.HALL_Y_M - 2.18, top_m - 1.45)


def _bow() -> MeshData:
    """A half-round bay about the origin: five tall windows between slim pillars."""
    r, h = p.BOW_R_M, p.BOW_M
    ring = profile.arc((0.0, 0.0), r, 180.0, 360.0, FACETS)
    width = float(np.linalg.norm(ring[1] - ring[0]))
    pane = wall(width, h, p.YELLOW, [Placed(width / 2, 1.9, TALL)])
    pieces = []
    for i, (a, b) in enumerate(pairwise(ring)):
        plain = i in (0, FACETS - 1)
        pieces.append(transform.on_edge(wall(width, h, p.YELLOW) if plain else pane, a, b))
    shaft = block((-0.26, -0.18, 1.0), (0.26, 0.2, h - 0.9), p.WHITE)
    pieces.append(transform.around(shaft, FACETS - 1, r, start_deg=180 + 180 / FACETS,
                                   sweep_deg=180 - 360 / FACETS))  # fmt: skip
    lid = extrude.prism(ring, h - 0.6, h + 0.02, p.WHITE, bottom=False)
    inner = profile.arc((0.0, 0.0), r - 0.35, 180.0, 360.0, FACETS)
    return merge([*pieces, _trim(ring, h, closed=False), lid, _top_rail(inner, h)])


def _wing() -> MeshData:
    """The right wing: two storeys, nine bays between pilasters, a balustrade on the cornice."""
    x0, x1, y = p.HALL_X_M, p.WING_X_M, p.WING_Y_M
    plan = profile.line((x0, -y), (x1, -y), (x1, y), (x0, y))
    length = x1 - x0
    fore = [*rhythm(length, 9, LOW, 1.7, margin_m=0.8), *rhythm(length, 9, HIGH, 5.9, margin_m=0.8)]
    rear = [
        *rhythm(length, 9, REAR, 1.7, margin_m=0.8),
        *rhythm(length, 9, REAR, 5.9, margin_m=0.8),
    ]
    shell = bayed_walls(plan, p.WING_M, p.YELLOW, {0: fore, 2: rear}, edge_m=6.0)
    bay = (length - 1.6) / 9
    at = x0 + 0.8 + bay * np.arange(10)
    shafts = merge([_shafts(at, -y, 1.0, p.WING_M - 0.9), _hoods(at[:-1] + bay / 2, -y, 1.7)])
    course = profile.line((0, 0), (0.14, 0.05), (0.14, 0.3), (0, 0.35))
    belt = extrude.sweep(course, plan[:2], p.WHITE, z_m=4.95, closed=False)
    cover = transform.move(roof.hip(length + 4.0, 2 * y - 1.6, 2.0, p.ROOF, z_m=p.WING_M + 0.02,
                                    hip_m=4.0), (x0 + x1) / 2)  # fmt: skip
    lid = diced(extrude.sheet(plan, p.WING_M, p.WHITE), 9.0)
    edge = profile.line((x0 + 0.3, -y + 0.3), (x1, -y + 0.3))
    return merge([shell, _trim(plan, p.WING_M), shafts, belt, diced(cover, 9.0), lid,
                  _top_rail(edge, p.WING_M)])  # fmt: skip


def _end() -> MeshData:
    """The right pavilion: one tall storey of arched windows under a flat hipped roof."""
    x0, x1, y = p.WING_X_M, p.END_X_M, p.END_Y_M
    plan = profile.line((x0, -y), (x1, -y), (x1, y), (x0, y))
    width = x1 - x0
    sides = {
        0: rhythm(width, 5, ARCH, 1.4, margin_m=1.2),
        1: rhythm(2 * y, 5, SIDE_ARCH, 1.4, margin_m=1.2),
        2: rhythm(width, 5, REAR_ARCH, 1.4, margin_m=1.2),
    }
    shell = bayed_walls(plan, p.END_M, p.YELLOW, sides, edge_m=6.0)
    at = x0 + 1.2 + (width - 2.4) / 5 * np.arange(6)
    shafts = _shafts(at, -y, 1.0, p.END_M - 0.9)
    cover = transform.move(
        roof.hip(width - 1.4, 2 * y - 1.4, 1.8, p.ROOF, z_m=p.END_M + 0.02), (x0 + x1) / 2
    )
    lid = diced(extrude.sheet(plan, p.END_M, p.WHITE), 9.0)
    path = profile.line((x0 + 0.3, -y + 0.3), (x1 - 0.3, -y + 0.3), (x1 - 0.3, y - 0.3))
    vases = transform.at(_vase(), [(x0 + 0.6, -y + 0.5, p.END_M + 0.7),
                                   (x1 - 0.6, -y + 0.5, p.END_M + 0.7)])  # fmt: skip
    return merge([shell, _trim(plan, p.END_M), shafts, diced(cover, 9.0), lid,
                  _top_rail(path, p.END_M), vases])  # fmt: skip
