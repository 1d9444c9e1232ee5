"""Amusements: swing carousel, café on stilts, sails over the stage, letters, umbrellas, a rhino."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, sdf, transform
from almaty_tour.kit.chisel import chiselled
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import railing
from almaty_tour.kit.roof import cone, tent
from almaty_tour.kit.skin import skin
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks.kok_tobe_park import plan
from almaty_tour.mesh.data import MeshData, Moving, merge

F64 = npt.NDArray[np.float64]

TEAL = Paint("painted_metal", "#2C9DB5")
HEART = Paint("painted_metal", "#E02B20")
LIME = Paint("lettering", "#7FC92E")
SAIL = Paint("painted_metal", "#E9E7E0")
BRONZE = Paint("bronze_dark", "#B59A7A")
RAINBOW = tuple(
    Paint("painted_metal", c)
    for c in ("#D2403F", "#F0E4D4", "#3F9E57", "#E8B03A", "#7A4C9C", "#3C8FC4")
)
MASTS = [(x, y) for x, y in zip(np.linspace(-21, 21, 7), np.linspace(80, 97, 7), strict=True)]
UMBRELLAS = [(-33.0 + 0.4 * k, y) for k, y in enumerate((-6.0, 0.0, 6.0, 12.0, 18.0))]
LETTERS = ((37.5, -28.6), 22.0)


def carousel() -> Moving:
    """The turning part: a tent of coloured wedges, a painted drum, chairs on chains."""
    section = [(5.4, 4.3), (3.0, 5.0), (0.9, 6.0), (0.0, 6.5)]
    wedge = [
        lathe.lathe(section, RAINBOW[k % 6], sides=2, start_deg=30.0 * k, sweep_deg=30.0)
        for k in range(12)
    ]
    rim = lathe.ring(
        profile.line((0.0, 0.0), (0.12, 0.0), (0.12, 0.5), (0.0, 0.5)), 5.3, RAINBOW[3], sides=36
    )
    drum = lathe.lathe(
        [(1.5, 0.4), (1.2, 1.4), (1.35, 2.6), (1.9, 3.9), (2.0, 4.3)],
        RAINBOW[1],
        sides=12,
        crease_deg=0.0,
    )
    bands = [
        lathe.cylinder(1.62 - 0.1 * k, 0.18, RAINBOW[k], bottom_m=0.5 + 1.1 * k, sides=12)
        for k in range(3)
    ]
    whole = [
        *wedge,
        transform.move(rim, z=3.95),
        drum,
        *bands,
        transform.move(lathe.sphere(0.35, RAINBOW[2], sides=10), z=6.7),
        _chairs(),
    ]
    pivot = (*plan.CAROUSEL, plan.GROUND_M)
    return Moving("carousel", merge(whole), "turn", pivot, (0.0, 0.0, 1.0), 0.28)


def _chairs() -> MeshData:
    """Sixteen chairs, swung out a little, on two chains each."""
    turn = np.arange(16) * (np.pi / 8)
    out = np.stack([np.cos(turn), np.sin(turn), 0 * turn], axis=1)
    top, seat = 4.9 * out + [0, 0, 4.2], 5.5 * out + [0, 0, 1.3]
    chains = struts(top, seat, 0.05, plan.GREY, caps=False)
    chair = merge(
        [
            extrude.box(0.5, 0.5, 0.1, RAINBOW[0]),
            extrude.box(0.5, 0.08, 0.6, RAINBOW[0], centre=(0.0, 0.22)),
        ]
    )
    places = transform.at(chair, 5.5 * out + [0, 0, 1.1], turn_deg=np.degrees(turn))
    return merge([chains, places])


def carousel_base() -> MeshData:
    """The round platform, its fence and the cash desk."""
    x, y = plan.CAROUSEL
    disc = extrude.prism(profile.circle(7.0, 36), -0.2, 0.16, plan.SETTS)
    fence = railing(profile.circle(6.8, 28)[2:], plan.GREY, z_m=0.16, bars=3, post_m=1.6)
    booth = extrude.box(1.8, 1.8, 2.5, RAINBOW[5], centre=(7.6, 5.0))
    cap = transform.move(tent(profile.rectangle(2.4, 2.4), 0.0, 0.9, RAINBOW[3]), 7.6, 5.0, 2.5)
    return transform.move(merge([disc, fence, booth, cap]), x, y)


def stilts() -> MeshData:
    """A dark glass box on posts at the rim under a wide flat roof; an outer stair."""
    x, y = plan.STILTS
    low, high = 3.3, 6.5
    frame = extrude.block((-5.5, -7.0, low - 0.5), (5.5, 7.0, low), plan.DARK)
    glass = extrude.block((-4.6, -6.2, low), (4.6, 6.2, high), plan.GLASS)
    spots = [(sx, sy) for sx in (-4.8, 4.8) for sy in (-6.4, 0.0, 6.4)]
    posts = struts(plan.on(spots, -1.5), plan.on(spots, low - 0.4), 0.36, plan.DARK)
    bars = struts(
        [(s * 4.65, v, low) for s in (-1, 1) for v in np.linspace(-6.2, 6.2, 8)],
        [(s * 4.65, v, high) for s in (-1, 1) for v in np.linspace(-6.2, 6.2, 8)],
        0.14,
        plan.DARK,
    )
    wing = np.array([(-6.4, -8.0), (7.2, -7.2), (7.6, 7.4), (-6.4, 8.0)])
    roof = extrude.prism(profile.smooth(wing, 5, closed=True), high, high + 0.45, plan.DARK)
    rail = railing(
        [(5.3, -6.8), (5.3, 6.8)], Paint("painted_metal", "#D9822B"), z_m=low, bars=5, post_m=1.4
    )
    core = extrude.block((-2.5, -3.0, -0.5), (1.0, 3.0, low - 0.4), Paint("plaster", "#B9A48C"))
    rise = struts(
        [(6.4, 6.6, 0.0), (5.4, 6.6, 0.0)],
        [(6.4, -1.0, low), (5.4, -1.0, low)],
        0.12,
        plan.DARK,
        depth_m=0.3,
    )
    step = np.linspace(0.04, 0.98, 18)
    treads = struts(
        np.stack([0 * step + 5.4, 6.6 - 7.6 * step, low * step], 1),
        np.stack([0 * step + 6.4, 6.6 - 7.6 * step, low * step], 1),
        0.3,
        plan.TIMBER,
        depth_m=0.05,
    )
    whole = [frame, glass, posts, bars, roof, rail, core, rise, treads]
    return transform.move(merge(whole), x, y)


def letters() -> MeshData:
    """I, a heart and the hill's name, three metres tall, their backs to the city."""
    serif = profile.line(
        (-0.95, 0),
        (0.95, 0),
        (0.95, 0.5),
        (0.42, 0.75),
        (0.42, 2.35),
        (0.95, 2.6),
        (0.95, 3.1),
        (-0.95, 3.1),
        (-0.95, 2.6),
        (-0.42, 2.35),
        (-0.42, 0.75),
        (-0.95, 0.5),
    )
    stem = transform.move(extrude.panel(serif, -0.35, 0.35, TEAL), x=-5.6)
    t = np.linspace(0.0, 2 * np.pi, 33)[:-1]
    heart = np.stack(
        [
            16 * np.sin(t) ** 3,
            13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t),
        ],
        1,
    )
    shape = profile.counter_clockwise(heart * 0.092 + np.array([-2.6, 1.58]))
    loved = extrude.panel(shape, -0.45, 0.45, HEART, crease_deg=50.0)
    name = lettering("Көк-Төбе", 1.75, LIME, out_m=0.45, bold_m=0.08)
    back = transform.turn_z(name, 180.0)
    tag = transform.move(merge([name, transform.mirror_x(back)]), x=3.7, z=0.05)
    whole = transform.turn_z(merge([stem, loved, tag]), 180.0 + LETTERS[1])
    return transform.move(whole, *LETTERS[0], plan.GROUND_M)


def sails() -> MeshData:
    """White membranes between raked masts over the stage, and a tent with a peak."""
    quads = (
        [(-22, 66, 4.2), (-6, 62, 7.8), (-4, 78, 4.2), (-19, 83, 7.6)],
        [(-4, 64, 7.4), (13, 63, 4.0), (16, 79, 7.8), (-2, 82, 4.2)],
        [(13, 66, 4.4), (29, 68, 7.6), (27, 85, 4.2), (14, 84, 7.4)],
    )
    pieces = [_membrane(np.array(quad, np.float64)) for quad in quads]
    corners = np.concatenate([np.array(quad, np.float64) for quad in quads])
    middle = np.array([3.0, 74.0, 0.0])
    out = corners - middle
    out[:, 2] = 0.0
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    feet = corners * [1, 1, 0] + 0.7 * out
    pieces.append(struts(feet, corners + np.array([0, 0, 0.3]), 0.2, plan.WHITE))
    peak = transform.move(tent(profile.regular(6, 5.2), 0.0, 3.2, SAIL), -10.0, 91.0, 3.0)
    legs = [(-10.0 + 4.9 * np.cos(a), 91.0 + 4.9 * np.sin(a)) for a in np.arange(6) * np.pi / 3]
    pieces += [peak, struts(plan.on(legs, 0.0), plan.on(legs, 3.1), 0.14, plan.WHITE), _stage()]
    return merge(pieces)


def _membrane(corners: F64) -> MeshData:
    """A saddle between four corners, both sides, edges drawn in."""
    t = np.linspace(0.0, 1.0, 9)
    u, v = np.meshgrid(t, t)
    pull = 0.16 * (4 * u * (1 - u) * np.abs(2 * v - 1) + 4 * v * (1 - v) * np.abs(2 * u - 1))
    a, b, c, d = corners[:, None, None]
    flat = a * ((1 - u) * (1 - v))[..., None] + b * (u * (1 - v))[..., None]
    flat = flat + c * (u * v)[..., None] + d * ((1 - u) * v)[..., None]
    points = flat + (corners.mean(axis=0) - flat) * pull[..., None]
    upper = points.reshape(-1, 3)
    faces = extrude.grid_faces(9, 9)[:, ::-1]
    top = solid(upper, faces, SAIL, crease_deg=80.0)
    return merge([top, solid(upper - [0, 0, 0.05], faces[:, ::-1], SAIL, crease_deg=80.0)])


def _stage() -> MeshData:
    """A low stage with a dark back wall at the far end of the plateau."""
    deck = extrude.block((-2.0, 88.0, -0.2), (13.0, 96.0, 0.9), plan.TIMBER)
    wall = extrude.block((-2.0, 96.0, -0.2), (13.0, 96.4, 5.4), plan.DARK)
    benches = transform.at(
        extrude.box(9.0, 0.5, 0.45, plan.TIMBER), [(5.5, y) for y in (70.0, 73.0, 76.0, 79.0)]
    )
    return merge([deck, wall, benches])


def kiosks() -> MeshData:
    """Umbrellas with tables, stalls along the rim, leaning lamp masts."""
    canopy = merge(
        [
            cone(1.9, 0.8, Paint("painted_metal", "#EFE3C4"), z_m=2.3, sides=8),
            lathe.cylinder(0.05, 2.4, plan.WHITE, sides=6),
            extrude.box(1.0, 1.0, 0.06, plan.TIMBER, bottom_m=0.72),
        ]
    )
    stools = transform.around(extrude.box(0.4, 0.4, 0.45, plan.TIMBER), 4, 0.95)
    pieces = [transform.at(merge([canopy, stools]), plan.on(UMBRELLAS))]
    stall = merge(
        [
            extrude.box(3.4, 2.4, 2.5, plan.TIMBER),
            extrude.box(3.0, 0.1, 1.1, plan.GLASS, centre=(0.0, -1.2), bottom_m=1.0),
        ]
    )
    roofs = transform.move(tent(profile.rectangle(4.0, 3.2), 0.0, 1.0, plan.WHITE), z=2.5)
    spots = [(30.0, 52.0), (35.5, 54.0), (41.0, 56.0)]
    pieces.append(transform.at(merge([stall, roofs]), plan.on(spots), turn_deg=160.0))
    feet = plan.on(MASTS, 0.0)
    pieces.append(struts(feet, feet + np.array([0.7, -1.2, 8.5]), 0.2, plan.WHITE))
    pieces.append(
        struts(
            feet + np.array([0.7, -1.2, 8.5]),
            feet + np.array([0.75, -1.3, 9.0]),
            0.34,
            Paint("lamp_glass"),
        )
    )
    return merge(pieces)


def rhino() -> MeshData:
    """A bronze rhinoceros on the lawn by the hall, two metres long."""
    parts = [
        sdf.ellipsoid((0.0, 0.0, 0.85), (0.95, 0.42, 0.46)),
        sdf.ellipsoid((-0.95, 0.0, 0.95), (0.42, 0.3, 0.32)),
        sdf.capsule((-1.2, 0.0, 0.85), (-1.62, 0.0, 0.62), 0.24, 0.16),
        sdf.capsule((-1.6, 0.0, 0.74), (-1.74, 0.0, 1.16), 0.09, 0.02),
        sdf.capsule((-1.42, 0.0, 0.88), (-1.46, 0.0, 1.08), 0.06, 0.02),
        sdf.turned(
            sdf.mirrored_x(sdf.capsule((0.2, 1.05, 1.15), (0.24, 1.02, 1.3), 0.06)), "z", 90.0
        ),
        *(
            sdf.capsule((x, s * 0.22, 0.6), (x - 0.03, s * 0.23, 0.1), 0.17, 0.12)
            for x in (-0.6, 0.6)
            for s in (-1.0, 1.0)
        ),
    ]
    field = sdf.union(parts, 0.09)
    made = skin(field, (-2.0, -0.7, -0.1), (1.2, 0.7, 1.6), 0.07, BRONZE, triangles=1500)
    return transform.move(transform.turn_z(chiselled(made, BRONZE), 65.0), -12.5, -37.5, 0.14)
