"""Doors, terrace, court, beds and trees before the Palace of Schoolchildren."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.solid import solid
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.palace_of_schoolchildren import drum, plan, wing
from almaty_tour.landmarks.palace_of_schoolchildren.plan import (
    DRUM,
    F64,
    FRAME,
    GROUND_M,
    LOW_ROOF_M,
    SMOOTH,
)
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Prism, as_part, merge

ASPHALT = Paint("asphalt", "#6A6A6C")
PAVING = Paint("paving", "#B9A99C")
SLABS = Paint("paving", "#9C8A80")
LAWN = Paint("lawn", "#6A9148")
KERB = Paint("granite", "#C2B8AE")
CANOPY = Paint("mirror_glass", "#C9D6D4")
YELLOW = Paint("painted_metal", "#C9A63E")
STEP = Paint("granite", "#8A6F66")
SIDE = Paint("granite", "#75605A")
RED = (Paint("foliage", "#C6372B"), Paint("foliage", "#D9502F"), Paint("foliage", "#B42B26"))
SUN = (Paint("foliage", "#D9B43A"), Paint("foliage", "#E0C65A"), Paint("foliage", "#C99A2E"))
MIXED = (Paint("foliage", "#7A5AA0"), Paint("foliage", "#D6D9C8"), Paint("foliage", "#A98AC2"))

TERRACE = profile.line((-13.5, -14.0), (-4.0, -21.5), (9.0, -20.0), (13.0, -5.0), (6.0, 4.0),
                       (-8.0, 4.0))  # fmt: skip
TERRACE_M, STEPS, TREAD_M = 1.02, 6, 0.38
DOORS = np.array([(-6.9, 0.9), (4.9, 1.1)])
ISLAND = (-31.0, -52.0)
ISLAND_M = 11.0
COURT_M = 88.0
LAWN_M = 0.14


def entrance() -> MeshData:
    """The wall of doors in the crook of drum and wing, under the slanted glass."""
    length = float(np.hypot(*(DOORS[1] - DOORS[0])))
    door = plan.panes(2.5, 2.9, 2, 1, reveal_m=0.5)
    over = plan.panes(2.5, 4.2, 2, 3, reveal_m=0.5)
    placed = tuple(Placed(length * k, z, o) for k in (0.2, 0.5, 0.8)
                   for z, o in ((TERRACE_M + 0.02, door), (4.6, over)))  # fmt: skip
    wall = plan.face(length, GROUND_M, LOW_ROOF_M + 0.2, placed)
    piers = [extrude.block((length * k - 0.3, -0.4, 0.0), (length * k + 0.3, 0.1, 9.2), plan.STONE)
             for k in (0.02, 0.35, 0.65, 0.98)]  # fmt: skip
    head = extrude.block((0.0, -0.5, 9.2), (length, 0.1, LOW_ROOF_M + 1.1), plan.STONE)
    slab = extrude.block((-0.3, -2.6, 3.95), (length + 0.3, 0.1, 4.3), SMOOTH)
    front = transform.on_edge(merge([wall, *piers, head, slab]), DOORS[0], DOORS[1])
    return merge([front, _canopy()])


def _canopy() -> MeshData:
    """Slanted glass on steel ribs where the wing meets the doors."""
    high = np.array([(4.3, 0.6, 9.6), (11.2, -10.4, 9.6)])
    low = np.array([(-0.6, -2.6, 6.9), (6.3, -13.6, 6.9)])
    share = np.linspace(0.0, 1.0, 8)[:, None]
    top, foot = high[0] + share * (high[1] - high[0]), low[0] + share * (low[1] - low[0])
    ribs = struts(top, foot, 0.14, FRAME, depth_m=0.26)
    middle = (top + foot) / 2
    rails = struts(np.array([top[0], foot[0], middle[0]]),
                   np.array([top[-1], foot[-1], middle[-1]]), 0.18, FRAME)  # fmt: skip
    legs = struts(foot[[0, 3, 7]], foot[[0, 3, 7]] * [1.0, 1.0, 0.0] + [0, 0, 0.9], 0.22, FRAME)
    lift = np.array([0.0, 0.0, 0.16])
    sheet = np.stack([top + lift, foot + lift], axis=1).reshape(-1, 3)
    faces = extrude.grid_faces(8, 2)
    both = np.concatenate([sheet, sheet - [0.0, 0.0, 0.03]])
    glass = solid(both, np.concatenate([faces[:, ::-1], faces + 16]), CANOPY,
                  crease_deg=0.0)  # fmt: skip
    return merge([ribs, rails, legs, glass])


def ground() -> MeshData:
    """The asphalt court, its beds, walk, terrace and stairs."""
    rim = plan.arc((0.0, 0.0), COURT_M, 188.0, 292.0, 40)
    court = np.concatenate([rim, [(24.0, -76.0), (30.0, -30.0), (20.0, 8.0), (-86.0, 8.0)]])
    base = diced(extrude.prism(court, GROUND_M, 0.05, ASPHALT, bottom=False), 16.0)
    steps = stair.around(TERRACE, TERRACE_M + 1.5, 1, SIDE, z_m=-1.5)
    flights = stair.around(TERRACE, TERRACE_M, STEPS, STEP, tread_m=TREAD_M)
    floor = diced(extrude.prism(profile.offset(TERRACE, -0.4), TERRACE_M - 0.05, TERRACE_M + 0.02,
                                PAVING, bottom=False), 2.5)  # fmt: skip
    return merge([
        as_part(merge([base, _lawns(), _walk(), _island(), _yellow()]), "court"),
        as_part(merge([steps, flights, floor, _cheeks()]), "stairs"),
    ])  # fmt: skip


def _crescent(centre: profile.Point, low_m: float, high_m: float, a: float, b: float) -> F64:
    """A piece of a ring, counter-clockwise."""
    return np.concatenate([plan.arc(centre, high_m, a, b, 18), plan.arc(centre, low_m, b, a, 18)])


LAWNS = (
    _crescent(plan.WING_INNER, 48.5, 57.0, -27.0, 4.0),
    _crescent(DRUM, 26.8, 33.0, 207.0, 284.0),
    _crescent((0.0, 0.0), 74.0, 84.0, 200.0, 229.0),
    _crescent((0.0, 0.0), 74.0, 84.0, 266.8, 280.0),
    profile.line((-84.0, -4.5), (-58.0, -6.5), (-58.0, -14.0), (-80.0, -13.0)),
)


def _bed(outline: F64) -> MeshData:
    kerb = profile.line((0.22, 0.0), (0.22, 0.2), (-0.02, 0.2), (-0.02, 0.1))
    return merge([
        extrude.sweep(kerb, outline, KERB, crease_deg=25.0, back=False),
        diced(extrude.sheet(outline, LAWN_M, LAWN), 9.0),
    ])  # fmt: skip


def _lawns() -> MeshData:
    flowers = [
        blooms(_crescent(DRUM, 27.6, 28.8, 212.0, 236.0), LAWN_M, RED, "school/red", pitch_m=0.62),
        blooms(_crescent(DRUM, 27.6, 28.8, 246.0, 280.0), LAWN_M, RED, "school/red2", pitch_m=0.62),
        blooms(_crescent(DRUM, 31.2, 32.4, 212.0, 280.0), LAWN_M, SUN, "school/sun", pitch_m=0.68),
        blooms(_crescent(plan.WING_INNER, 49.3, 50.6, -25.0, 2.0), LAWN_M, MIXED, "school/mixed",
               pitch_m=0.68),
    ]  # fmt: skip
    return merge([*(_bed(outline) for outline in LAWNS), *flowers])


def _walk() -> MeshData:
    """The paved walk from the stairs to the avenue, of two tones in bands."""
    a, b = np.array([-2.0, -22.5]), np.array([-12.0, -85.0])
    way = (b - a) / np.hypot(*(b - a))
    side = np.array([-way[1], way[0]])
    count = 22
    pieces = []
    for k in range(count):
        near, far = a + way * (k * 2.9), a + way * (k * 2.9 + 2.75)
        plate = np.array([near - side * 4.0, near + side * 4.0, far + side * 4.0, far - side * 4.0])
        paint = SLABS if k % 3 == 2 else PAVING
        pieces.append(extrude.prism(profile.counter_clockwise(plate), 0.0, 0.1, paint,
                                    bottom=False))  # fmt: skip
    return merge(pieces)


def _island() -> MeshData:
    """The round bed in the turning circle: lawn, a star of flowers, a clipped ring."""
    ring = profile.circle(ISLAND_M, 40)
    star = profile.star(8, 6.0, 3.4)
    heart = profile.circle(2.2, 20)
    parts = [
        _bed(ring), blooms(star, LAWN_M, SUN, "school/star", pitch_m=0.72, holes=[heart]),
        blooms(heart, LAWN_M, RED, "school/heart", pitch_m=0.62, height_m=0.5),
        blooms(profile.circle(9.6, 36), LAWN_M, MIXED, "school/ring", pitch_m=0.64,
               holes=[profile.circle(8.4, 36)]),
    ]  # fmt: skip
    return transform.move(merge(parts), *ISLAND)


def _yellow() -> MeshData:
    """The yellow-edged kerb that sweeps across the court."""
    path = plan.arc((-40.0, -24.0), 42.0, 222.0, 312.0, 30)
    section = profile.line((-0.14, 0.0), (0.14, 0.0), (0.14, 0.2), (-0.14, 0.2))
    edge = profile.line((-0.16, 0.2), (0.16, 0.2), (0.16, 0.27), (-0.16, 0.27))
    gap = np.hypot(*(path - np.array([-8.0, -52.0])).T) > 7.0
    left, right = path[: int(np.argmin(gap))], path[len(path) - int(np.argmin(gap[::-1])) :]
    return merge([
        extrude.sweep(s, line, p, closed=False)
        for line in (left, right) if len(line) > 1
        for s, p in ((section, KERB), (edge, YELLOW))
    ])  # fmt: skip


def _cheeks() -> MeshData:
    """Granite blocks with flowers at the corners of the terrace stairs."""
    box = extrude.box(1.8, 1.8, 2.2 + 0.55, SIDE, bottom_m=GROUND_M)
    flowers = blooms(profile.rectangle(1.5, 1.5), 1.2, RED, "school/box", pitch_m=0.48)
    spots = [(-4.6, -23.6), (9.9, -21.6)]
    return merge([transform.at(box, spots), transform.at(flowers, spots)])


# Props and collision -----------------------------------------------------------------------------


def props() -> tuple[InstanceTable, ...]:
    """Spruces along the wing, elms and birches to the avenue, lamps and benches by the walk."""
    name = "palace_of_schoolchildren"
    turn = np.radians([-25.5, -22.0, -17.5, -11.0, -7.0, 1.0])
    radius = np.array([53.8, 51.8, 54.2, 53.6, 52.6, 54.0])
    spruce = np.array(plan.WING_INNER) + np.stack(
        [radius * np.cos(turn), radius * np.sin(turn)], axis=1
    )
    spruce = _on(np.concatenate([spruce, [(-72.0, -9.0), (-65.5, -10.5), (-78.5, -8.5)]]), LAWN_M)
    outer = [(79.0 * np.cos(a), 79.0 * np.sin(a)) for a in np.radians(np.arange(201, 229, 6.2))]
    elms = _on(np.array([*outer, (1.0, -79.0), (8.5, -79.0)]), LAWN_M)
    birch = _on(np.array([(-76.0, -26.0), (-70.0, -32.0), (-66.0, -23.0), (-63.0, -36.0)]), 0.05)
    small = ISLAND + 5.2 * 1.35 * profile.regular(8, 1.0, 22.5)
    bushes = _on(np.concatenate([small, _ring(DRUM, 30.0, np.arange(211.0, 282.0, 5.2))]), LAWN_M)
    a, b = np.array([-2.0, -26.0]), np.array([-11.0, -82.0])
    share = np.linspace(0.0, 1.0, 7)[:, None]
    line, aside = a + share * (b - a), np.array([4.8, 0.8])
    lamps = _on(np.concatenate([line + aside, line - aside]), 0.05)
    seats = _on(line[1:-1] + np.array([-4.6, 3.2]), 0.05)
    flags = _on(np.array([(-15.8, -22.5), (-18.2, -23.3), (-20.6, -23.9)]), LAWN_M)
    return (
        instances("tree.spruce", spruce, name + "/spruce", scale=0.55, vary=0.25),
        instances("tree.elm", elms, name + "/elm", scale=0.85),
        instances("tree.birch", birch, name + "/birch", scale=0.9),
        instances("bush.round", bushes, name + "/bush", scale=1.0, vary=0.2),
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("bench.park", seats, name + "/bench", yaw_deg=81.0, vary=0.0),
        instances("flag.kazakhstan", flags, name + "/flag", yaw_deg=0.0, vary=0.0),
    )


def _ring(centre: profile.Point, radius_m: float, degrees: F64) -> F64:
    turn = np.radians(degrees)
    return np.array(centre) + radius_m * np.stack([np.cos(turn), np.sin(turn)], axis=1)


def _on(places: F64, z_m: float) -> F64:
    return np.column_stack([places, np.full(len(places), z_m)])


def collision() -> Collision:
    """The five bodies and the tower; the terrace with its steps to walk on."""
    hall = np.concatenate([plan.FAN[:1], [plan.HALL_FOOT, plan.STAGE_INNER],
                           plan.FAN[plan.STAGE_AT:0:-1]])  # fmt: skip
    stage = np.concatenate(
        [[plan.STAGE_INNER, plan.STAGE_OUTER], plan.FAN[: plan.STAGE_AT - 1 : -1]]
    )
    first = plan.arc(DRUM, 22.6, drum.HALL_DEG, drum.PIER_DEG, 5)
    second = plan.arc(DRUM, 23.6, drum.PIER_DEG, drum.STEP_DEG, 6)
    rotunda = np.concatenate([first, second, drum.swing_path(1.3, 6), [(4.9, 1.1)],
                              plan.arc(plan.LINK_CENTRE, 34.0, 24.0, 104.0, 8),
                              [plan.STAGE_OUTER, plan.STAGE_INNER]])  # fmt: skip
    outer = plan.arc(plan.LINK_CENTRE, plan.LINK_M, 19.6, 86.4, 9)
    link = np.concatenate([outer, [(-18.9, 46.4), plan.STAGE_OUTER],
                           plan.arc(plan.LINK_CENTRE, 34.0, 104.0, 24.0, 8),
                           [wing.BACK[-1], (40.6, 20.4), plan.REAR[5]]])  # fmt: skip
    long = np.concatenate([wing.FRONT[::3], wing.HEAD[1:-1:2], wing.BACK[::4]])
    solids = (
        stair.wall_prism(hall, plan.HALL_TOP_M, GROUND_M),
        stair.wall_prism(stage, plan.STAGE_TOP_M, GROUND_M),
        stair.wall_prism(rotunda, LOW_ROOF_M, GROUND_M),
        stair.wall_prism(plan.arc(plan.DOME, 11.0, 0.0, 345.0, 23), 24.0, GROUND_M),
        stair.wall_prism(link, plan.LINK_TOP_M, GROUND_M),
        stair.wall_prism(long, plan.WING_TOP_M, GROUND_M),
        stair.wall_prism(plan.REAR, plan.REAR_TOP_M, GROUND_M),
        stair.wall_prism(profile.regular(8, 3.0) + np.array(plan.TOWER), 40.0, GROUND_M),
        stair.wall_prism(profile.circle(ISLAND_M - 8.8, 12) + np.array(ISLAND), 0.5, -0.5),
    )
    floors: tuple[Prism, ...] = stair.around_floors(TERRACE, TERRACE_M, STEPS, tread_m=TREAD_M)
    return Collision(solids, floors)
