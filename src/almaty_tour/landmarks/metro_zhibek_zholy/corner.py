"""The corner entrance of Zhibek Zholy: leaning granite wedges, a drum over a glass recess."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, stair, transform
from almaty_tour.kit.bend import bent
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks._shared.metro_parts import doors, glazing, rail
from almaty_tour.landmarks._shared.metro_sign import DARK, emblem
from almaty_tour.mesh.data import MeshData, merge

GRANITE = Paint("granite", "#9A7464")
JOINT = Paint("granite", "#6B4E43")
STEP = Paint("granite", "#8A6F64")
DRUM = Paint("marble", "#BFAD8F")
DRUM_RIB = Paint("marble", "#A3906F")
LETTER = Paint("lettering", "#5A4326")
PANEL = Paint("painted_metal", "#DCE1E4")
MIRROR = (
    Paint("mirror_glass", "#FFF4E6"),
    Paint("mirror_glass", "#EDE2D4"),
    Paint("mirror_glass", "#F7E9DA"),
    Paint("mirror_glass", "#DED4C8"),
    Paint("sky_glass", "#B09A94"),
)
ROOF = Paint("roof_flat", "#A59B90")

LANDING_M, STEPS, TREAD_M = 1.35, 9, 0.33
FLIGHT_M, FLIGHT_Y = 8.6, -7.4
WEDGE_M = 7.4
WEDGE = ((6.4, -9.6), (3.7, -6.2))
LEAN_M, THICK_M = 1.1, 0.85
DRUM_AT, DRUM_RADIUS_M, DRUM_Z = (0.0, -6.2), 3.15, (5.55, 7.45)
GLASS_M = 6.0
CORNER = (0.0, -2.5)
BODY = profile.line(
    (0.0, -2.4), (4.3, -6.1), (5.6, -6.1), (13.2, 1.5), (7.4, 7.3), (0.0, 0.6), (-7.4, 7.3),
    (-13.2, 1.5), (-5.6, -6.1), (-4.3, -6.1),
)  # fmt: skip
LANDING = profile.line((-4.5, -7.4), (4.5, -7.4), (3.6, -6.1), (0.0, -2.3), (-3.6, -6.1))


def wedges() -> MeshData:
    """Two slabs that splay like an open book and lean towards each other."""
    right = _wedge()
    return merge([right, transform.mirror_x(right)])


def _wedge() -> MeshData:
    """The right slab: a dark core under plates of granite on its front and outer end."""
    outer, inner = np.array(WEDGE)
    way = (inner - outer) / np.linalg.norm(inner - outer)
    back = np.array([-way[1], way[0]]) * -THICK_M

    def spot(u: F64, z: F64, deep: float) -> F64:
        plan = outer + (u * np.linalg.norm(inner - outer) + LEAN_M * z / WEDGE_M)[..., None] * way
        return np.concatenate([plan + deep * back, z[..., None]], axis=-1)

    def blocks(u0: F64, u1: F64, z0: F64, z1: F64, near: float, far: float) -> F64:
        ring = ((u0, near), (u0, far), (u1, far), (u1, near))
        low = [spot(u, z0, deep) for u, deep in ring]
        return np.stack([*low, *(spot(u, z1, deep) for u, deep in ring)], axis=1)

    one = np.ones(1)
    core = hexahedra(blocks(0 * one, one, -1.5 * one, (WEDGE_M - 0.04) * one, 0.05, 0.95), JOINT)
    rows, columns = 10, 4
    row, column = (g.ravel() for g in np.meshgrid(np.arange(rows), np.arange(columns)))
    h = (WEDGE_M + 0.3) / rows
    low = np.asarray(-0.3 + row * h, np.float64)
    left = np.asarray(column / columns, np.float64)
    plates = [
        hexahedra(
            blocks(left + 0.004, left + 0.246, low + 0.012, low + h - 0.012, near, far)[tone],
            GRANITE.shaded(shade),
        )
        for near, far in ((0.0, 0.06), (0.94, 1.0))
        for k, shade in enumerate((1.0, 1.06, 0.95))
        for tone in [(row * 5 + column * 3) % 7 % 3 == k]
    ]
    level = np.asarray(-0.3 + h * np.arange(rows), np.float64)
    flat = np.zeros(rows)
    end = hexahedra(
        blocks(flat - 0.012, flat + 0.01, level + 0.012, level + h - 0.012, 0.0, 1.0), GRANITE
    )
    top = hexahedra(
        blocks(-0.02 * one, 1.01 * one, (WEDGE_M - 0.04) * one, WEDGE_M * one, -0.05, 1.05), STEP
    )
    return merge([core, *plates, end, top])


def drum() -> MeshData:
    """The beige drum with the name of the station, the sign over it."""
    low, high = DRUM_Z
    r = DRUM_RADIUS_M
    section = profile.line(
        (r - 0.5, low - 0.34), (r - 0.3, low - 0.34), (r - 0.22, low), (r, low), (r, high - 0.16),
        (r + 0.06, high - 0.12), (r + 0.06, high), (r - 0.3, high + 0.03),
    )  # fmt: skip
    body = lathe.lathe(section, DRUM, sides=48)
    seam = block((-0.015, -0.012, low + 0.02), (0.015, 0.02, high - 0.18), DRUM_RIB)
    seams = transform.around(seam, 16, r - 0.004, start_deg=-78.75)
    lines = [
        (lettering("Алматы метрополитені", 0.2, LETTER, out_m=0.04), high - 0.5),
        (lettering("ЖІБЕК ЖОЛЫ", 0.42, LETTER, out_m=0.05, spacing_m=0.05), high - 1.06),
        (lettering("БЕКЕТІ", 0.2, LETTER, out_m=0.04, spacing_m=0.04), high - 1.36),
        (lettering("ЖИБЕК ЖОЛЫ    ZHIBEK ZHOLY", 0.2, LETTER, out_m=0.04), high - 1.7),
    ]
    words = [_curved(line, z) for line, z in lines]
    sign = transform.move(emblem(0.75), y=-r + 0.2, z=high + 0.72)
    foot = block((-0.35, -r + 0.05, high - 0.1), (0.35, -r + 0.4, high + 0.2), DARK)
    spot = extrude.prism(profile.regular(8, 0.13), low - 0.37, low - 0.3, Paint("lamp_glass"))
    spots = transform.at(spot, np.concatenate([profile.circle(1.9, 10), profile.circle(0.9, 5)]))
    return transform.move(merge([body, seams, *words, sign, foot, spots]), *DRUM_AT)


def _curved(line: MeshData, z_m: float) -> MeshData:
    """A flat word laid round the front of the drum."""
    low, high = line.bounds_m
    width = float(high[0] - low[0])
    start = -90.0 - np.degrees(width / 2 / DRUM_RADIUS_M)
    flat = transform.move(line, x=-float(low[0]), z=z_m)
    return bent(flat, DRUM_RADIUS_M, start_deg=start, edge_m=0.6)


def recess() -> MeshData:
    """Two glass faces that meet in a corner: doors below, pale panels above."""
    width = float(np.hypot(3.75, 3.6))
    low, high = LANDING_M, DRUM_Z[0] + 0.1
    half = []
    for s in (-1.0, 1.0):
        a, b = np.array([s * 3.75, -6.1]), np.array(CORNER)
        first, last = (a, b) if s < 0 else (b, a)
        leaf = transform.move(doors(width, 2.75, 4), x=width / 2, z=low)
        half.append(transform.on_edge(leaf, first, last))
        corners = [
            (*first, low + 2.75), (*last, low + 2.75), (*last, high), (*first, high),
        ]  # fmt: skip
        half.append(glazing(corners, 4, 2, (PANEL,), DARK, f"recess{s}"))
    return merge(half)


def wings() -> MeshData:
    """Low wings along both streets: a granite foot, leaning mirror glass, end piers."""
    foot = extrude.prism(BODY, -1.5, 0.9, GRANITE.shaded(0.85))
    right = _wing()
    return merge([foot, right, transform.mirror_x(right), _roof()])


def _wing() -> MeshData:
    """The right wing: its glass leans back from the granite foot to the roof."""
    a, b = np.array([5.6, -6.1]), np.array([13.2, 1.5])
    inward = np.array([-1.0, 1.0]) / np.sqrt(2.0) * 1.9
    corners = [(*a, 0.9), (*b, 0.9), (*(b + inward), GLASS_M), (*(a + inward), GLASS_M)]
    front = glazing(corners, 12, 7, MIRROR, DARK, "zhibek wing", bar_m=0.08)
    pier = extrude.prism(
        profile.line((13.7, 1.2), (14.5, 2.0), (8.0, 8.5), (7.2, 7.7)), -1.5, 5.2, GRANITE
    )
    cap = extrude.prism(
        profile.line((13.75, 1.05), (14.65, 1.95), (8.0, 8.6), (7.1, 7.7)), 5.2, 5.34, STEP
    )
    cheek = extrude.prism(
        [(13.2, 1.5), (13.9, 1.2), (14.0, 1.8), (8.0, 7.9), (7.4, 7.3)], 0.9, 5.0, GRANITE
    )
    back = glazing(
        [(7.4, 7.4, 0.9), (0.0, 0.7, 0.9), (0.0, 0.7, 5.8), (7.4, 7.4, 5.8)],
        6, 3, (PANEL,), DARK, "zhibek rear",
    )  # fmt: skip
    return merge([front, diced(pier, 2.0), cap, cheek, back])


def _roof() -> MeshData:
    """The flat roof behind the glass with its coping and plant."""
    step = np.array([-1.0, 1.0]) / np.sqrt(2.0) * 1.9
    a, b = np.array([5.6, -6.1]) + step, np.array([13.2, 1.5]) + step
    right = [a, b, np.array([7.4, 7.3])]
    left = [p * [-1.0, 1.0] for p in right[::-1]]
    plan = np.array([(3.2, -5.2), *right, (0.0, 0.6), *left, (-3.2, -5.2), (0.0, -2.4)])
    lid = extrude.prism(plan, 0.95, GLASS_M - 0.1, ROOF, bottom=False, top=False)
    top = diced(extrude.sheet(plan, GLASS_M - 0.1, ROOF), 3.0)
    edge = extrude.sweep(
        profile.line((-0.3, -0.2), (0.06, -0.2), (0.06, 0.12), (-0.3, 0.12)), plan, STEP,
        z_m=GLASS_M,
    )  # fmt: skip
    unit = merge(
        [
            extrude.box(2.2, 1.4, 1.0, PANEL.shaded(0.85)),
            extrude.box(1.8, 1.0, 0.16, DARK, bottom_m=1.0),
        ]
    )
    units = transform.at(
        unit, [(s * 7.4, 2.6, GLASS_M - 0.1) for s in (-1, 1)], turn_deg=[-45.0, 45.0]
    )
    return merge([lid, top, edge, units])


def stairs() -> MeshData:
    """Nine steps with a rail in the middle and one at each side."""
    flight = stair.straight(FLIGHT_M, LANDING_M, STEPS, STEP, tread_m=TREAD_M, y_m=FLIGHT_Y)
    body = extrude.prism(
        profile.rectangle(FLIGHT_M, STEPS * TREAD_M, (0.0, FLIGHT_Y - STEPS * TREAD_M / 2)),
        -1.5, 0.0, STEP, top=False,
    )  # fmt: skip
    top = extrude.prism(LANDING, -1.5, LANDING_M, STEP.shaded(1.08))
    foot_y = FLIGHT_Y - STEPS * TREAD_M
    rails = [
        rail((x, foot_y + 0.1, 0.1), (x, FLIGHT_Y, LANDING_M))
        for x in (-FLIGHT_M / 2 + 0.15, 0.0, FLIGHT_M / 2 - 0.15)
    ]
    return merge([flight, body, top, *rails])


def fence(start: tuple[float, float], end: tuple[float, float]) -> MeshData:
    """A low black fence with rings before the planted strip under the glass."""
    a, b = np.array([*start, 0.0]), np.array([*end, 0.0])
    count = round(float(np.linalg.norm(b - a)) / 0.22)
    spots = a + np.linspace(0.0, 1.0, count)[:, None] * (b - a)
    up = np.array([0.0, 0.0, 1.0])
    bars = struts(spots + 0.04 * up, spots + 0.85 * up, 0.03, DARK, caps=False)
    heights = [z * up for z in (0.12, 0.62, 0.85)]
    lines = struts([a + h for h in heights], [b + h for h in heights], 0.045, DARK)
    return merge([bars, lines])
