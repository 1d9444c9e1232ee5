"""The forecourt: terrace, two stairs of four flights, lawns, ramps, the small fountain, flowers."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, pool, profile, solid, spray, stair, transform
from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.first_president_park import plan
from almaty_tour.landmarks.first_president_park.plan import F64
from almaty_tour.mesh.data import MeshData, Prism, merge

PLAZA_M = 0.1
YELLOW, RED, BLUE = (Paint("foliage", c) for c in ("#E0A92F", "#B8412E", "#6C5A8E"))
SILVER = Paint("foliage", "#C9CEC4")


def forecourt() -> MeshData:
    """All that is trodden or mown, before and behind the columns."""
    edge = plan.EDGE_DEG
    terrace = extrude.prism(
        plan.sector(plan.FRONT_M[1], plan.BACK_M[0], -edge, edge, 40),
        -1.5,
        plan.TERRACE_M,
        plan.PAVING,
        crease_deg=20.0,
    )
    bands = [
        _cone(a, a + 0.5, -edge, edge, 40, plan.BAND, 0.03) for a in (117.0, 121.4, 126.4, 130.0)
    ]
    plaza = extrude.prism(_plaza(), -1.5, PLAZA_M, plan.PAVING)
    return merge([terrace, *bands, plaza, *_lawns(), *_ramps(), stairs(), back_stair(), _lines()])


def _plaza() -> F64:
    turn = np.linspace(-1.0, 1.0, 13)
    r = plan.FRONT_M[0] + 1.0
    half = float(plan.funnel_deg(r))
    far = plan.polar(r, half * turn[::-1])
    near = plan.polar(66.0, float(plan.funnel_deg(66.0)) * turn)
    return np.concatenate([near, far])


def _lines() -> MeshData:
    """Bands of darker stone across the plaza."""
    rows = [_cone(r, r + 0.35, -15.5, 15.5, 8, plan.BAND, 0.03) for r in (67.0, 79.5, 83.4)]
    return transform.move(merge(rows), z=PLAZA_M)


def _cone(
    inner: float,
    outer: float,
    a: float,
    b: float,
    columns: int,
    paint: Paint,
    lift_m: float,
    rows: int = 1,
) -> MeshData:
    """A piece of a ring laid on the made ground, `lift_m` over it."""
    turn, r = np.linspace(a, b, columns + 1), np.linspace(inner, outer, rows + 1)
    return _laid(turn[:, None] + 0 * r[None], r[None] + 0 * turn[:, None], paint, lift_m)


def _laid(turn: F64, r: F64, paint: Paint, lift_m: float) -> MeshData:
    """A grid of (angle, radius) on the made ground, angles rising with rows."""
    spots = plan.polar(r, turn).reshape(-1, 2)
    points = np.column_stack([spots, plan.slope_m(spots) + lift_m])
    return solid.solid(points, grid_faces(*turn.shape), paint)


def _field(a: float, inner: float, share: float, paint: Paint, lift: float) -> list[MeshData]:
    """A lawn from angle `a` to `share` of the funnel, and its mirror image."""
    r = np.linspace(inner, plan.FRONT_M[1] + 0.02, 9)[None]
    edge = plan.funnel_deg(r) * share - np.degrees(plan.RAMP_M / r)
    k = np.linspace(0.0, 1.0, 7)[:, None]
    right = _laid(a + (edge - a) * k, r + 0 * k, paint, lift)
    return [right, transform.mirror_x(right)]


def _lawns() -> list[MeshData]:
    inner, top = plan.FRONT_M
    middle = _cone(inner, top, -plan.STAIR_DEG[0], plan.STAIR_DEG[0], 8, plan.LAWN, 0.1, 6)
    back = [
        _cone(*plan.BACK_M, s[0], s[1], 18, plan.LAWN, 0.06, 3)
        for s in ((-plan.EDGE_DEG, -plan.BACK_STAIR_DEG), (plan.BACK_STAIR_DEG, plan.EDGE_DEG))
    ]
    side = _field(plan.STAIR_DEG[1], inner, 1.0, plan.LAWN, 0.1)
    kerbs = [
        _cone(inner - 0.35, inner, a, b, 8, plan.GRANITE, 0.16)
        for a, b in ((-8.6, 8.6), (13.0, 22.0), (-22.0, -13.0))
    ]
    return [middle, *side, *back, *kerbs]


def _ramps() -> list[MeshData]:
    """Long ramps down both edges of the funnel between walls of red granite."""
    r = np.linspace(70.0, 119.0, 11)
    outer = plan.funnel_deg(r)
    inner = outer - np.degrees(plan.RAMP_M / r)
    k = np.linspace(0.0, 1.0, 3)[:, None]
    lane = _laid(inner + (outer - inner) * k, r[None] + 0 * k, plan.PAVING.shaded(0.94), 0.12)
    walls = [
        _wall(r[1:], inner[1:], 0.55, 0.4),
        _wall(r, outer, 1.1, 0.5),
        _wall(np.array([116.0, 122.0]), np.array([38.2, 38.2]), 1.1, 0.5),
    ]
    right = merge([lane, *walls])
    return [right, transform.mirror_x(right)]


def _wall(r: F64, turn: F64, over_m: float, thick_m: float) -> MeshData:
    """A granite wall along a line that rises with the ground; a paler coping."""
    spots = plan.polar(r, turn)
    way = np.gradient(spots, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    side = np.stack([way[:, 1], -way[:, 0]], axis=1) * thick_m / 2
    z = plan.slope_m(spots)
    ring = np.stack(
        [
            np.column_stack([spots + s * side, h])
            for s, h in (
                (-1.0, np.full(len(z), -1.5)),
                (1.0, np.full(len(z), -1.5)),
                (1.0, z + over_m),
                (-1.0, z + over_m),
            )
        ],
        axis=1,
    )
    faces = grid_faces(len(r), 4, wrap_columns=True)
    last = 4 * (len(r) - 1)
    ends = np.array([[0, 1, 2], [0, 2, 3], [last, last + 2, last + 1], [last, last + 3, last + 2]])
    return solid.solid(
        ring.reshape(-1, 3), np.concatenate([faces, ends]), plan.GRANITE, crease_deg=0.0
    )


def _radii(start: float, end: float) -> F64:
    """(16,) radii where steps begin: four flights of four with landings between."""
    number = np.arange(plan.STEPS)
    tread = 0.45 * np.sign(end - start)
    gap = (end - start - tread * plan.STEPS) / 4
    return np.asarray(start + number * tread + gap * (number // 4))


def stairs() -> MeshData:
    """The two stairs of four flights before the terrace, with granite cheeks."""
    a, b = plan.STAIR_DEG
    rise = plan.TERRACE_M / plan.STEPS
    right = [
        extrude.prism(
            plan.sector(float(r), plan.FRONT_M[1], a, b, 2),
            -0.3 if k else -1.5,
            (k + 1) * rise,
            plan.STAIR if k % 4 else plan.BAND,
            crease_deg=0.0,
            bottom=False,
        )
        for k, r in enumerate(_radii(*plan.FRONT_M))
    ]
    r = np.linspace(plan.FRONT_M[0], plan.FRONT_M[1], 6)
    right += [_wall(r, np.full(6, t), 0.42, 0.5) for t in (a, b)]
    half = merge(right)
    return merge([half, transform.mirror_x(half)])


def back_stair() -> MeshData:
    """Wide steps from the arch down to the fountain court."""
    a, rise = plan.BACK_STAIR_DEG, plan.TERRACE_M / plan.STEPS
    steps = [
        extrude.prism(
            plan.sector(plan.BACK_M[0], float(r), -a, a, 4),
            -1.5 if k == 0 else -0.2,
            (k + 1) * rise,
            plan.STAIR,
            crease_deg=0.0,
            bottom=False,
        )
        for k, r in enumerate(_radii(plan.BACK_M[1], plan.BACK_M[0]))
    ]
    r = np.linspace(*plan.BACK_M, 5)
    return merge([*steps, *[_wall(r, np.full(5, t), 0.5, 0.6) for t in (-a - 0.15, a + 0.15)]])


def fountain() -> MeshData:
    """The small round fountain before the arch: a bastion of granite, three dark bowls, jets."""
    top = plan.TERRACE_M
    drum = extrude.prism(profile.circle(8.6, 28), -0.2, top + 0.1, plan.GRANITE, crease_deg=20.0)
    rim = extrude.sweep(
        profile.fillet(0.5, 0.2), profile.circle(8.4, 28), plan.GRANITE.shaded(1.15), z_m=top + 0.05
    )
    water = pool.basin(profile.circle(6.2, 22), plan.STAIR, rim_m=0.5, height_m=0.6, z_m=top)
    tiers = [
        transform.move(plan.bowl(r, h), z=top + z)
        for r, h, z in ((3.0, 1.2, 0.1), (1.9, 1.0, 1.2), (0.9, 0.8, 2.1))
    ]
    turn = np.arange(6) * 60.0
    spots = np.column_stack([plan.around(5.6, turn), np.full(6, top + 0.35)])
    inward = transform.at(
        spray.stream(1.9, 1.1, "president ring", drops=3), spots, turn_deg=turn - 90.0
    )
    plume = transform.move(spray.plume(4.6, "president small", drops=18), z=top + 2.9)
    return transform.move(merge([drum, rim, water, *tiers, inward, plume]), *plan.FOUNTAIN)


def flowers() -> MeshData:
    """The flower clock on the plaza and four round beds under the terrace."""
    beds = [_clock()]
    star = _star()
    for turn, r in ((-5.6, 112.0), (5.6, 112.0), (-17.6, 110.5), (17.6, 110.5)):
        spot = plan.polar(r, turn)
        z = float(plan.slope_m(spot)[0]) + 0.12
        beds.append(transform.move(star, float(spot[0]), float(spot[1]), z))
    return merge(beds)


def _star() -> MeshData:
    ring = extrude.prism(profile.circle(3.0, 16), -0.6, 0.14, SILVER)
    bed = extrude.prism(profile.circle(2.6, 16), 0.1, 0.24, RED)
    rays = [extrude.prism(_petal(0.5, 2.4, 0.55, t), 0.2, 0.34, YELLOW) for t in (0, 120, 240)]
    return merge([ring, bed, *rays])


def _petal(low: float, high: float, half: float, turn_deg: float) -> F64:
    mid = (low + high) / 2
    shape = profile.smooth([(0.0, low), (half, mid), (0.0, high), (-half, mid)], 2, closed=True)
    a = np.radians(turn_deg)
    return np.asarray(shape @ np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]]))


def _clock() -> MeshData:
    """A carpet of flowers with an eight-petalled star, a hand's breadth over the plaza."""
    z = PLAZA_M
    kerb = extrude.sweep(profile.fillet(0.4, 0.3), profile.circle(9.6, 26), plan.STAIR, z_m=z - 0.1)
    grass = extrude.prism(profile.circle(9.6, 40), z - 0.05, z + 0.16, plan.LAWN, bottom=False)
    pieces = [kerb, grass]
    for k in range(8):
        turn = 45.0 * k
        pieces.append(
            extrude.prism(
                _petal(2.2, 8.6, 1.75, turn),
                z + 0.1,
                z + 0.26,
                RED if k % 2 else SILVER,
                bottom=False,
            )
        )
        pieces.append(
            extrude.prism(
                _petal(3.2, 7.6, 1.15, turn),
                z + 0.2,
                z + 0.36,
                BLUE if k % 2 else RED,
                bottom=False,
            )
        )
        pieces.append(
            extrude.prism(_petal(4.4, 6.8, 0.55, turn), z + 0.3, z + 0.46, YELLOW, bottom=False)
        )
    heart = extrude.prism(profile.circle(2.6, 24), z + 0.1, z + 0.4, YELLOW, bottom=False)
    post = lathe.cylinder(0.3, 0.9, plan.DARK, bottom_m=z + 0.3, sides=8)
    hand = extrude.box(0.25, 3.2, 0.12, plan.DARK, centre=(0.0, 1.4), bottom_m=z + 1.0)
    hour = transform.turn_z(
        extrude.box(0.3, 2.2, 0.12, plan.DARK, centre=(0.0, 0.9), bottom_m=z + 0.86), -130.0
    )
    return transform.move(merge([*pieces, heart, post, hand, hour]), *plan.CLOCK)


def pillars() -> MeshData:
    """Pink granite lamp pillars beside the stairs."""
    section = profile.line((0.75, -0.3), (0.75, 0.8), (0.46, 0.9), (0.36, 2.7), (0.58, 3.1))
    one = lathe.lathe(section, plan.GRANITE.shaded(1.2), sides=6, crease_deg=10.0)
    spots = pillar_spots()
    return transform.at(one, spots)


def pillar_spots() -> F64:
    """(12, 3) feet of the pillars."""
    r = np.array([86.0, 100.0, 114.0])
    spots = np.concatenate([plan.polar(r, s * t) for s in (-1, 1) for t in (7.6, 14.0)])
    return np.column_stack([spots, plan.slope_m(spots)])


def floors() -> tuple[Prism, ...]:
    """The made ground in steps of 15 cm: before, the terrace, behind."""
    rise = plan.TERRACE_M / plan.STEPS
    result = [stair.floor(_plaza(), PLAZA_M, -1.5)]
    share = (np.arange(plan.STEPS) + 0.35) / plan.STEPS
    front = plan.FRONT_M[0] + share * (plan.FRONT_M[1] - plan.FRONT_M[0])
    back = plan.BACK_M[1] - share * (plan.BACK_M[1] - plan.BACK_M[0])
    for k in range(plan.STEPS):
        turn = float(plan.funnel_deg(front[k]))
        result.append(
            stair.floor(
                plan.sector(float(front[k]), plan.FRONT_M[1] + 0.5, -turn, turn),
                (k + 1) * rise,
                -1.5,
            )
        )
        result.append(
            stair.floor(
                plan.sector(
                    plan.BACK_M[0] - 0.5, float(back[k]), -plan.EDGE_DEG, plan.EDGE_DEG, 24
                ),
                (k + 1) * rise,
                -1.5,
            )
        )
    result.append(
        stair.floor(
            plan.sector(plan.FRONT_M[1], plan.BACK_M[0], -plan.EDGE_DEG, plan.EDGE_DEG, 24),
            plan.TERRACE_M,
            -1.5,
        )
    )
    return tuple(result)
