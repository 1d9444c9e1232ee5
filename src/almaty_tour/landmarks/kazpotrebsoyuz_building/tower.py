"""The corner tower: cubes that shrink upwards, balustrades on the ledges, an arched lantern."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import cornice, extrude, lathe, profile, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks.kazpotrebsoyuz_building import plan
from almaty_tour.landmarks.kazpotrebsoyuz_building.plan import (
    FRAME,
    PLINTH,
    ROOF,
    SPIRE,
    WALL,
    WHITE,
)
from almaty_tour.landmarks.kazpotrebsoyuz_building.walls import (
    ARCH,
    DOOR,
    HIGH,
    LEVELS,
    TALL,
    band_round,
    flat_pilaster,
    stoop,
)
from almaty_tour.mesh.data import MeshData, merge

SIDE_M = 12.4
CENTRE = (plan.SOUTH_M - plan.SUNK_M - SIDE_M / 2, plan.WEST_M + plan.SUNK_M + SIDE_M / 2)
FOURTH_M, FIFTH_M, SIXTH_M, LANTERN_M = 18.0, 23.2, 28.4, 31.6
LOGGIA = Opening(
    1.5,
    2.5,
    head="pointed",
    rise_m=1.0,
    frame_m=0.0,
    surround=WHITE,
    surround_m=0.18,
    reveal_m=0.4,
    steps=3,
)
BELL = Opening(
    1.9,
    3.3,
    head="pointed",
    rise_m=1.2,
    glass=plan.WALL.shaded(0.55),
    frame_m=0.0,
    reveal_m=0.9,
    steps=4,
)


def tower(height_m: float) -> MeshData:
    """The whole tower, its street sides sunk a little behind the fronts of the wings."""
    pieces = [_base(), _fourth(), _fifth(), _sixth(), _spire(height_m)]
    return transform.move(merge(pieces), CENTRE[0], CENTRE[1])


def _four(face: MeshData, side_m: float) -> MeshData:
    """A wall of x from 0 to the side on all four sides of a square."""
    half = side_m / 2
    set_back = transform.move(face, -half, -half)
    return merge([transform.turn_z(set_back, a) for a in (0.0, 90.0, 180.0, 270.0)])


def _square(side_m: float) -> np.ndarray:
    return profile.rectangle(side_m, side_m)


def _base() -> MeshData:
    """Three storeys as high as the wings: a deep door, three windows over it on each side."""
    s = SIDE_M
    xs = (2.4, s / 2, s - 2.4)
    low = [
        Placed(xs[0], LEVELS[0], ARCH),
        Placed(s / 2, plan.PLINTH_M, DOOR),
        Placed(xs[2], LEVELS[0], ARCH),
    ]
    high = [Placed(x, z, o) for x in xs for z, o in ((LEVELS[1], TALL), (LEVELS[2], HIGH))]
    face = [wall(s, plan.WALL_M, WALL, [*low, *high])]
    face += [
        transform.move(band_round(ARCH, 0.26, 0.09), x, 0.0, LEVELS[0]) for x in (xs[0], xs[2])
    ]
    face.append(
        transform.move(merge([band_round(DOOR, 0.4, 0.2), stoop()]), s / 2, 0.0, plan.PLINTH_M)
    )
    lesenes = flat_pilaster(0.9, 0.24)
    face.append(
        transform.at(
            lesenes, [(x, 0.0, plan.FIRST_M + 0.25) for x in (0.5, 4.35, s - 4.35, s - 0.5)]
        )
    )
    balcony = [
        block((s / 2 - 1.7, -0.95, 5.5), (s / 2 + 1.7, 0.0, 5.75), WHITE),
        block((s / 2 - 1.7, -0.95, 6.55), (s / 2 + 1.7, -0.8, 6.7), WHITE),
    ]
    posts = block((-0.07, -0.93, 5.75), (0.07, -0.8, 6.55), WHITE)
    face += [*balcony, transform.at(posts, [(s / 2 + x, 0.0) for x in np.linspace(-1.6, 1.6, 9)])]
    face += [
        block((s / 2 + x - 0.15, -0.8, 4.9), (s / 2 + x + 0.15, 0.0, 5.5), WHITE)
        for x in (-1.3, 1.3)
    ]
    half = s / 2
    one = transform.move(merge(face), -half, -half)
    ring = _square(s)
    street = profile.line((-half, -half), (half, -half), (half, half))
    return merge(
        [
            one,
            transform.turn_z(one, 90.0),
            extrude.prism(_square(s - 0.1), -1.5, 0.02, PLINTH),
            extrude.sweep(profile.plinth(plan.PLINTH_M, 0.12), street, PLINTH, closed=False),
            extrude.sweep(profile.string_course(0.34, 0.2), ring, WHITE, z_m=plan.FIRST_M - 0.1),
            cornice.cornice(ring, plan.WALL_M, plan.CORNICE_M, 0.7, WHITE),
        ]
    )


def _fourth() -> MeshData:
    """The storey over the wings' roofs: keel-arched windows under a stalactite cornice."""
    s, low = SIDE_M, plan.WALL_M + 0.4
    high = FOURTH_M - low
    row = [Placed(x, 1.0, LOGGIA) for x in (1.9, 4.75, s - 4.75, s - 1.9)]
    face = [wall(s, high, WALL, row)]
    lesene = block((-0.3, -0.14, 0.6), (0.3, 0.0, high), WHITE)
    face.append(transform.at(lesene, [(x, 0.0) for x in (0.3, 3.3, s / 2, s - 3.3, s - 0.3)]))
    ring = _square(s)
    drop = extrude.prism(
        profile.rectangle(0.2, 0.16, (0.0, -0.08)),
        0.0,
        0.85,
        WHITE,
        top_outline=profile.rectangle(0.74, 0.6, (0.0, -0.3)),
        crease_deg=0.0,
    )
    teeth = cornice.along_path(drop, ring, 0.82, z_m=FOURTH_M - 0.1)
    crown = cornice.cornice(profile.offset(ring, 0.5), FOURTH_M + 0.7, 0.55, 0.55, WHITE)
    lid = extrude.prism(profile.offset(ring, 0.62), FOURTH_M + 0.9, FOURTH_M + 1.24, ROOF)
    rail = _rail(s + 0.5, FOURTH_M + 1.24)
    return merge([transform.move(_four(merge(face), s), z=low), teeth, crown, lid, rail])


def _rail(side_m: float, z_m: float) -> MeshData:
    """A balustrade round a ledge, with balls on its corner posts."""
    ring = _square(side_m)
    post = block((-0.08, -0.08, 0.12), (0.08, 0.08, 0.8), WHITE)
    bar = profile.line((-0.15, 0.0), (0.15, 0.0), (0.15, 0.14), (-0.15, 0.14))
    half = side_m / 2
    corner = merge(
        [
            extrude.box(0.6, 0.6, 1.1, WHITE),
            lathe.lathe(
                profile.line((0.2, 1.1), (0.12, 1.25), (0.3, 1.55), (0.22, 1.85), (0.0, 2.2)),
                WHITE,
                sides=5,
            ),
        ]
    )
    return merge(
        [
            extrude.sweep(bar, ring, WHITE, z_m=z_m, crease_deg=0.0),
            extrude.sweep(bar, ring, WHITE, z_m=z_m + 0.78, crease_deg=0.0),
            cornice.along_path(post, ring, 1.0, z_m=z_m),
            transform.at(corner, [(x, y, z_m) for x in (-half, half) for y in (-half, half)]),
        ]
    )


def _fifth() -> MeshData:
    """The first setback: three tall keel arches a side between pilasters."""
    s, low = 9.0, FOURTH_M + 1.1
    high = FIFTH_M - low
    row = [Placed(x, 1.1, LOGGIA) for x in (1.8, s / 2, s - 1.8)]
    face = [wall(s, high, WALL, row)]
    lesene = block((-0.26, -0.14, 0.9), (0.26, 0.0, high), WHITE)
    face.append(transform.at(lesene, [(x, 0.0) for x in (0.26, 3.15, s - 3.15, s - 0.26)]))
    ring = _square(s)
    crown = cornice.cornice(ring, FIFTH_M, 0.7, 0.6, WHITE)
    lid = extrude.prism(profile.offset(ring, 0.3), FIFTH_M + 0.5, FIFTH_M + 0.74, ROOF)
    return merge(
        [transform.move(_four(merge(face), s), z=low), crown, lid, _rail(s + 0.2, FIFTH_M + 0.74)]
    )


def _sixth() -> MeshData:
    """The second setback: an open belfry-like storey, one deep arch a side."""
    s, low = 5.8, FIFTH_M + 0.6
    high = SIXTH_M - low
    face = [wall(s, high, WALL, [Placed(s / 2, 0.8, BELL)])]
    face.append(transform.move(band_round(BELL, 0.28, 0.12), s / 2, 0.0, 0.8))
    lesene = block((-0.35, -0.2, 0.0), (0.35, 0.0, high), WHITE)
    face.append(transform.at(lesene, [(x, 0.0) for x in (0.45, s - 0.45)]))
    ring = _square(s)
    crown = cornice.cornice(ring, SIXTH_M, 0.6, 0.5, WHITE)
    lid = extrude.prism(profile.offset(ring, 0.2), SIXTH_M + 0.4, SIXTH_M + 0.62, ROOF)
    return merge(
        [transform.move(_four(merge(face), s), z=low), crown, lid, _rail(s - 0.2, SIXTH_M + 0.62)]
    )


def _spire(height_m: float) -> MeshData:
    """An eight-sided lantern, a stepped foot and the needle."""
    z = SIXTH_M + 0.5
    drum = extrude.prism(profile.regular(8, 1.75, 22.5), z, LANTERN_M, WALL)
    pane = block((-0.34, -0.08, 0.5), (0.34, 0.1, 2.1), FRAME)
    panes = transform.around(pane, 8, 1.62, z_m=z)
    cap = lathe.lathe(
        profile.line(
            (1.75, LANTERN_M),
            (2.05, LANTERN_M + 0.1),
            (2.05, LANTERN_M + 0.3),
            (1.5, LANTERN_M + 0.45),
            (1.25, LANTERN_M + 1.1),
            (0.62, LANTERN_M + 1.7),
        ),
        WHITE,
        sides=8,
        start_deg=22.5,
    )
    foot = LANTERN_M + 1.65
    needle = lathe.lathe(
        profile.line((0.6, foot), (0.42, foot + 1.0), (0.06, height_m - 0.7)),
        SPIRE,
        sides=8,
        crease_deg=60.0,
    )
    star = transform.move(
        extrude.panel(profile.star(5, 0.7, 0.28), -0.07, 0.07, SPIRE), z=height_m - 0.7
    )
    return merge([drum, panes, cap, needle, transform.turn_z(star, 45.0)])
