"""The lower station beside the Palace of the Republic: a glass pavilion, the platform on top."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.rail import railing
from almaty_tour.kit.solid import solid
from almaty_tour.kit.wall import Placed, rhythm, wall
from almaty_tour.landmarks._shared import ropeway_mast as mast
from almaty_tour.landmarks._shared import ropeway_plan as plan
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, merge

F64 = npt.NDArray[np.float64]

PANEL = Paint("painted_metal", "#E4E6E5")
STONE = Paint("granite", "#8F8A86")
FRAME = Paint("painted_metal", "#5B6066")
GLASS = Paint("blue_glass", "#B9C6CC")
ROOF = Paint("roof_metal", "#D9DEE2")
SOFFIT = Paint("wood", "#B08458")
DECK = Paint("paving", "#9C9A96")
PAVING = Paint("paving", "#B3ABA0")
BAND = Paint("granite", "#6F6A66")
KERB = Paint("granite", "#ACA59C")
LAWN = Paint("lawn", "#57803A")
GREEN = Paint("lettering", "#3FA535")
RED = Paint("lettering", "#C8282E")
TULIPS = (Paint("foliage", "#C92F2F"), Paint("foliage", "#E3B33A"), Paint("foliage", "#E8E0D0"))

HALF_M, FRONT_M, BACK_M = 9.0, -17.0, 12.0
DECK_M, EAVES_M, RISE_M = 4.4, 10.9, 3.0
GROUND_M = 0.06
PLATE = (-16.0, -31.0, 16.0, 17.0)
BEDS = ((-11.5, -24.5), (11.5, -24.5))
BED = (5.4, 7.0)


def station() -> MeshData:
    """Ground floor, platform, roof, signs, stairs."""
    return merge([_ground_floor(), _platform(), _roof(), _stairs()])


def machinery() -> MeshData:
    """The bull wheel and the frame that carries it over the platform."""
    posts = [
        extrude.block(
            (x - 0.25, y - 0.25, DECK_M), (x + 0.25, y + 0.25, plan.LOWER_ROPE_M + 1.0), mast.HEAD
        )
        for x in (-5.4, 5.4)
        for y in (1.0, 9.4)
    ]
    rails = struts(
        [(-5.4, 1.0, 10.3), (-5.4, 9.4, 10.3)],
        [(5.4, 1.0, 10.3), (5.4, 9.4, 10.3)],
        0.34,
        mast.HEAD,
    )
    drive = extrude.block(
        (-1.1, -1.6, plan.LOWER_ROPE_M + 0.4),
        (1.1, 2.6, plan.LOWER_ROPE_M + 1.3),
        Paint("painted_metal", "#2F6FB0"),
    )
    wheel = transform.move(mast.bull_wheel(), z=plan.LOWER_ROPE_M)
    return merge([*posts, rails, drive, wheel, mast.guide(10.5, plan.LOWER_ROPE_M)])


def signs() -> MeshData:
    """The hill's name in green over the front, the ropeway's in red under it, both languages."""
    name = transform.move(
        lettering("КӨК-ТӨБЕ", 1.5, GREEN, out_m=0.22, bold_m=0.03),
        y=FRONT_M - 2.05,
        z=EAVES_M - 0.35,
    )
    words = transform.move(
        lettering("АСПАЛЫ ЖОЛ · КАНАТНАЯ ДОРОГА", 0.46, RED, out_m=0.08, bold_m=0.01),
        y=FRONT_M - 0.14,
        z=DECK_M - 0.42,
    )
    bar = extrude.block(
        (-6.2, FRONT_M - 2.05, EAVES_M - 0.6), (6.2, FRONT_M - 1.9, EAVES_M - 0.4), FRAME
    )
    back = extrude.block(
        (-6.0, FRONT_M - 2.02, EAVES_M - 0.45), (6.0, FRONT_M - 1.95, EAVES_M + 1.3), PANEL
    )
    rear = transform.move(
        transform.turn_z(merge([name, bar, back]), 180.0), y=BACK_M + FRONT_M + 0.72
    )
    return merge([name, words, bar, back, rear])


def _ground_floor() -> MeshData:
    """A plinth and four walls of glass bays between white piers; doors in the front."""
    outline = profile.rectangle(2 * HALF_M, BACK_M - FRONT_M, (0.0, (FRONT_M + BACK_M) / 2))
    foot = extrude.prism(profile.offset(outline, 0.12), -1.5, 0.3, STONE, top=False)
    ledge = extrude.sweep(profile.line((0.12, 0.3), (0.0, 0.36)), outline, STONE, back=False)
    bay = Opening(2.5, 3.0, bars=(2, 2), reveal_m=0.3, glass=GLASS, frame=FRAME, frame_m=0.1)
    door = Opening(2.6, 3.3, bars=(4, 1), reveal_m=0.5, glass=GLASS, frame=FRAME, frame_m=0.12)
    length, height = 2 * HALF_M, DECK_M
    side = [*rhythm(length, 6, bay, 0.55)]
    front = [Placed(p.x_m, 0.3, door) if i in (2, 3) else p for i, p in enumerate(side)]
    long = rhythm(BACK_M - FRONT_M, 9, bay, 0.55)
    walls = [
        wall(length, height, PANEL, front),
        wall(BACK_M - FRONT_M, height, PANEL, long),
        wall(length, height, PANEL, side),
        wall(BACK_M - FRONT_M, height, PANEL, long),
    ]
    placed = [
        transform.on_edge(one, outline[i], outline[(i + 1) % 4]) for i, one in enumerate(walls)
    ]
    canopy = extrude.block((-4.2, FRONT_M - 2.6, 3.66), (4.2, FRONT_M, 3.84), PANEL)
    posts = struts(
        [(-3.9, FRONT_M - 2.3, 0.0), (3.9, FRONT_M - 2.3, 0.0)],
        [(-3.9, FRONT_M - 2.3, 3.7), (3.9, FRONT_M - 2.3, 3.7)],
        0.16,
        FRAME,
    )
    steps = stair.around(
        profile.rectangle(8.0, 2.8, (0.0, FRONT_M - 1.4)), 0.3, 2, KERB, tread_m=0.4
    )
    return merge([foot, ledge, *placed, canopy, posts, steps])


def _platform() -> MeshData:
    """The deck with a white edge, railings, glass wind screens before the queue."""
    outline = profile.rectangle(2 * HALF_M, BACK_M - FRONT_M, (0.0, (FRONT_M + BACK_M) / 2))
    edge = extrude.sweep(
        profile.line((0.0, -0.5), (0.35, -0.5), (0.35, 0.12), (0.0, 0.12)),
        outline,
        PANEL,
        z_m=DECK_M,
        crease_deg=0.0,
    )
    deck = diced(extrude.sheet(outline, DECK_M + 0.02, DECK), 3.0)
    x, rear = HALF_M - 0.1, BACK_M - 0.1
    rails = [
        railing([(s * x, -4.0), (s * x, rear)], FRAME, z_m=DECK_M, bars=4, post_m=1.8)
        for s in (-1.0, 1.0)
    ]
    between = railing(
        [(-1.9, 9.0), (-1.9, -1.5), (1.9, -1.5), (1.9, 9.0)], FRAME, z_m=DECK_M, bars=3, post_m=1.8
    )
    return merge([edge, deck, *rails, between, _screen()])


def _screen() -> MeshData:
    """The glazed front half of the platform floor: waiting hall and stair head."""
    y1, height = -4.0, EAVES_M - DECK_M - 0.1
    outline = profile.line((-HALF_M, y1), (-HALF_M, FRONT_M), (HALF_M, FRONT_M), (HALF_M, y1))
    pane = Opening(2.75, height - 1.0, bars=(2, 3), reveal_m=0.12, glass=GLASS, frame=FRAME)
    pieces = []
    for (a, b), count in zip(pairwise(outline), (4, 6, 4), strict=True):
        length = float(np.linalg.norm(b - a))
        face = wall(length, height, PANEL, rhythm(length, count, pane, 0.55))
        pieces.append(transform.on_edge(face, a, b, DECK_M))
    door = Opening(3.0, 3.2, bars=(2, 1), reveal_m=0.12, glass=GLASS, frame=FRAME)
    doors = [Placed(x, 0.0, door) for x in (3.4, 9.0, 14.6)]
    back = wall(2 * HALF_M, height, PANEL, doors)
    pieces.append(transform.on_edge(back, (HALF_M, y1), (-HALF_M, y1), DECK_M))
    return merge(pieces)


def _roof() -> MeshData:
    """A shallow white vault along the line on slim columns, seams, timber underneath."""
    half, y0, y1 = HALF_M + 1.3, FRONT_M - 1.9, BACK_M + 2.6
    arc = shallow(half, RISE_M, 16) + np.array([0.0, EAVES_M])
    lower = arc - np.array([0.0, 0.42])
    pieces = [shell(arc, y0, y1, ROOF, up=True), shell(lower, y0, y1, SOFFIT, up=False)]
    rim = np.concatenate([arc, lower[::-1]])
    for y, flip in ((y0, False), (y1, True)):
        points, faces = extrude.triangulate(rim)
        flat = np.column_stack([points[:, 0], np.full(len(points), y), points[:, 1]])
        pieces.append(solid(flat, faces[:, ::-1] if flip else faces, PANEL))
    for s in (-1.0, 1.0):
        low, high = (s * half, EAVES_M - 0.42), (s * half, EAVES_M)
        quad = [
            (low[0], y0, low[1]),
            (low[0], y1, low[1]),
            (high[0], y1, high[1]),
            (high[0], y0, high[1]),
        ]
        pieces.append(quadrilaterals([quad if s > 0 else quad[::-1]], PANEL))
    seam = np.column_stack([arc[:, 0], np.zeros(len(arc)), arc[:, 1] + 0.03])
    rows = np.arange(y0 + 1.0, y1, 1.7)
    step = np.stack([0 * rows, rows, 0 * rows], axis=1)[:, None]
    starts = (seam[None, :-1] + step).reshape(-1, 3)
    ends = (seam[None, 1:] + step).reshape(-1, 3)
    pieces.append(struts(starts, ends, 0.07, PANEL, caps=False))
    foot = np.array(
        [(s * (HALF_M - 0.35), v, DECK_M) for s in (-1.0, 1.0) for v in (-1.0, 5.4, 11.6)]
    )
    top = foot * [1, 1, 0] + [0, 0, EAVES_M + 0.2]
    pieces.append(struts(foot, top, 0.3, PANEL))
    return merge(pieces)


def shallow(half_m: float, rise_m: float, steps: int) -> F64:
    """(steps + 1, 2) a flat arc from (half, 0) over (0, rise) to (-half, 0)."""
    radius = (half_m**2 + rise_m**2) / (2 * rise_m)
    low = float(np.degrees(np.arctan2(radius - rise_m, half_m)))
    return profile.arc((0.0, rise_m - radius), radius, low, 180.0 - low, steps)


def shell(arc: F64, y0: float, y1: float, paint: Paint, *, up: bool) -> MeshData:
    """A curved sheet through the (x, z) line from y0 to y1."""
    y = np.linspace(y0, y1, 9)
    points = np.stack([np.column_stack([arc[:, 0], np.full(len(arc), v), arc[:, 1]]) for v in y])
    faces = extrude.grid_faces(len(y), len(arc))
    return solid(points.reshape(-1, 3), faces if up else faces[:, ::-1], paint)


def _stairs() -> MeshData:
    """A flight up the right-hand wall to the platform."""
    flight = stair.straight(2.2, DECK_M, 26, KERB, tread_m=0.42)
    turned = transform.move(flight, HALF_M + 1.3, -4.6, 0.0)
    rise = np.array([(HALF_M + 2.35, -15.4, 1.0), (HALF_M + 2.35, -4.6, DECK_M + 1.0)])
    rail = struts(rise[:1], rise[1:], 0.07, FRAME)
    y = np.linspace(-15.4, -4.6, 10)
    z = np.linspace(0.1, DECK_M, 10)
    foot = np.column_stack([np.full(10, HALF_M + 2.35), y, z])
    landing = extrude.block((HALF_M + 0.2, -4.6, DECK_M - 0.25), (HALF_M + 2.4, -2.4, DECK_M), KERB)
    legs = struts([(HALF_M + 2.2, -2.6, -0.2)], [(HALF_M + 2.2, -2.6, DECK_M)], 0.2, FRAME)
    return merge(
        [turned, rail, struts(foot, foot + np.array([0, 0, 0.95]), 0.05, FRAME), landing, legs]
    )


def ground() -> MeshData:
    """Paving with dark bands, kerb, two flower beds before the door."""
    x0, y0, x1, y1 = PLATE
    outline = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
    plate = diced(extrude.prism(outline, -1.5, GROUND_M, PAVING, bottom=False), 4.0)
    z = GROUND_M + 0.022
    bands = [
        [(x0, v - 0.2, z), (x1, v - 0.2, z), (x1, v + 0.2, z), (x0, v + 0.2, z)]
        for v in np.arange(y0 + 1.5, FRONT_M - 0.8, 3.0)
    ]
    beds = []
    for number, (x, y) in enumerate(BEDS):
        edge = profile.rectangle(*BED, (x, y))
        beds.append(extrude.prism(profile.offset(edge, 0.22), -0.2, 0.4, KERB, holes=[edge]))
        beds.append(blooms(edge, 0.22, TULIPS, f"ropeway/{number}", pitch_m=0.62, height_m=0.4))
    return merge([plate, quadrilaterals(bands, BAND), *beds])


def props() -> tuple[InstanceTable, ...]:
    """Birches and spruces beside the pavilion, hedges, lamps, benches, flags."""
    x0, _, x1, _ = PLATE
    left = row((x0 + 1.0, -14.0), (x0 + 1.0, 14.0), 5.5)
    right = row((x1 - 1.0, -1.0), (x1 - 1.0, 14.0), 5.0)
    lamps = np.array([(s * 7.0, y) for s in (-1.0, 1.0) for y in (-29.5, -22.0)])
    seats = np.array([(s * 7.4, y) for s in (-1.0, 1.0) for y in (-26.0, -23.0)])
    hedge = np.concatenate(
        [row((x0 + 2.8, -13.0), (x0 + 2.8, 14.5), 1.5), row((x1 - 2.6, 0.5), (x1 - 2.6, 14.5), 1.5)]
    )
    masts = row((-5.0, -30.2), (5.0, -30.2), 2.5)

    def on(spots: F64) -> F64:
        return np.column_stack([spots, np.full(len(spots), GROUND_M)])

    name = "kok_tobe_cable_car"
    return (
        instances("tree.birch", on(left), name + "/birch", scale=0.62),
        instances("tree.spruce", on(right), name + "/spruce", scale=0.5),
        instances("lamp.globe", on(lamps), name + "/lamp", vary=0.0),
        instances(
            "bench.park",
            on(seats),
            name + "/bench",
            vary=0.0,
            yaw_deg=np.where(seats[:, 0] > 0, -90.0, 90.0),
        ),
        instances("bush.hedge", on(hedge), name + "/hedge", yaw_deg=90.0, vary=0.05),
        instances("flag.plain", on(masts), name + "/flag", yaw_deg=0.0, vary=0.0),
    )


def collision(feet_m: F64) -> Collision:
    """The pavilion, its stair, beds and the shafts of the near masts stop; the paving carries."""
    x0, y0, x1, y1 = PLATE
    middle = (FRONT_M + BACK_M) / 2
    solids = [
        stair.wall_prism(
            profile.rectangle(2 * HALF_M, BACK_M - FRONT_M, (0.0, middle)), EAVES_M, -1.5
        ),
        stair.wall_prism(profile.rectangle(2.3, 13.2, (HALF_M + 1.3, -9.0)), DECK_M, -1.5),
    ]
    solids += [
        stair.wall_prism(profile.rectangle(BED[0] + 0.4, BED[1] + 0.4, spot), 0.5, -1.5)
        for spot in BEDS
    ]
    for (s, rope_m), foot in zip(plan.MASTS[: len(feet_m)], feet_m, strict=True):
        shaft = profile.rectangle(1.5, 1.5, (0.0, s))
        solids.append(stair.wall_prism(shaft, float(foot) + rope_m, float(foot) - 1.0))
    plate = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
    porch = profile.rectangle(8.0, 2.8, (0.0, FRONT_M - 1.4))
    floors = (stair.floor(plate, GROUND_M, -1.5), *stair.around_floors(porch, 0.3, 2, tread_m=0.4))
    return Collision(tuple(solids), floors)
