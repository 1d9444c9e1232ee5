"""The drum of the Wedding Palace: granite foot, marble bands, a ring of glass behind a grille."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, hexahedra, lathe, ornament, profile, transform
from almaty_tour.kit.bend import bent
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks._shared.bare import BACK, OVER, UNDER, bare
from almaty_tour.landmarks.wedding_palace import paint as p
from almaty_tour.mesh.compact import taken
from almaty_tour.mesh.data import MeshData, as_part, merge

DOOR_HALF_DEG = 15.0
GRILLE_ROWS = 3
RING_M = 1.0
ROW_PITCH_M = 1.36
SIDES, INNER_SIDES = 96, 72


def drum() -> MeshData:
    """Everything round, from the ground to the coping."""
    return merge(
        [
            as_part(merge([_lower_band(), _glass(), _soffits()]), "body"),
            as_part(_plinth(), "plinth"),
            as_part(_upper_band(), "crown"),
            as_part(_grille(), "grille"),
        ]
    )


def _sector(
    section: profile.F64,
    paint: Paint,
    start_deg: float = -90.0 + DOOR_HALF_DEG,
    sweep_deg: float = 360.0 - 2 * DOOR_HALF_DEG,
) -> MeshData:
    """An open section turned all round but for the doorway, which lies in the front."""
    whole = lathe.lathe(section, paint, sides=SIDES, start_deg=start_deg, caps=False)
    middle = whole.positions[whole.faces].mean(axis=1)
    turn = np.degrees(np.arctan2(middle[:, 1], middle[:, 0])) - start_deg
    kept = whole.faces[turn % 360.0 < sweep_deg].astype(np.int64)
    return taken(whole, np.arange(whole.vertex_count), kept)


def _plinth() -> MeshData:
    """Polished granite; its northern half is higher and carved with ram's horns."""
    foot, top = p.PLINTH_M, p.PLINTH_M + 0.12
    low = _sector(profile.line((17.22, -1.5), (17.22, 0.0), (17.22, foot)), p.GRANITE)
    lip = _sector(profile.line((17.2, foot), (17.3, foot), (17.3, top), (17.0, top)), p.RELIEF)
    levels = (foot - 0.1, 1.55, 2.15, 2.72)
    high = _north([(17.34, level) for level in levels], p.GRANITE)
    cap = _north([(17.3, 2.72), (17.44, 2.72), (17.44, 2.86), (17.0, 2.86)], p.RELIEF)
    lines = [
        _north([(17.34, z), (17.39, z), (17.39, z + 0.08), (17.34, z + 0.08)], p.RELIEF)
        for z in (1.16, 2.56)
    ]
    carved = bent(_horns(np.pi * 17.3), 17.34, start_deg=0.0, edge_m=1.2)
    return merge([low, lip, high, cap, *lines, carved])


def _north(section: list[profile.Point], paint: Paint) -> MeshData:
    """An open section round the half that looks away from the avenue."""
    return _sector(profile.line(*section), paint, 0.0, 180.0)


def _horns(length_m: float) -> MeshData:
    """A row of ram's horns, nearly as long as the raised half of the foot."""
    count = 20
    one = ornament.horns(2.2, 1.25, 0.07, p.RELIEF, steps=11)
    dart = ornament.lozenge(0.36, 0.62, 0.06, p.RELIEF)
    pitch = length_m / count
    motif = merge([transform.move(one, pitch / 2, 0.0, 1.94), transform.move(dart, 0.0, 0.0, 1.94)])
    places = np.column_stack([np.arange(count) * pitch, np.zeros(count)])
    return transform.at(bare(motif, BACK), places)


def _lower_band() -> MeshData:
    """White marble slabs in two courses, the joints a little sunk."""
    core = _sector(
        profile.line((p.RADIUS_M - 0.02, p.PLINTH_M), (p.RADIUS_M - 0.02, p.LOWER_M)), p.JOINT
    )
    rows = [(p.PLINTH_M + 0.14, 2.6), (2.63, p.LOWER_M - 0.36)]
    cap = profile.line(
        (16.9, p.LOWER_M - 0.32),
        (17.1, p.LOWER_M - 0.32),
        (17.34, p.LOWER_M - 0.1),
        (17.34, p.LOWER_M),
        (17.1, p.LOWER_M),
    )
    door = DOOR_HALF_DEG + 0.2
    return merge([core, _slabs(rows, p.RADIUS_M, door), _sector(cap, p.MARBLE)])


def _slabs(rows: list[tuple[float, float]], radius_m: float, skip_deg: float) -> MeshData:
    """Marble plates round the drum, 72 to a course, each with a shade of its own."""
    step = 360.0 / p.BAYS
    middle = -90.0 + step * (np.arange(p.BAYS) + 0.5)
    away = np.abs((middle + 90.0 + 180.0) % 360.0 - 180.0)
    middle = middle[away > skip_deg + step / 2 - 0.6]
    pieces = []
    for course, (low, high) in enumerate(rows):
        for shade in range(3):
            chosen = middle[(np.arange(len(middle)) * 7 + course * 5) % 3 == shade]
            paint = p.SLAB.shaded(1.0 - 0.022 * shade)
            pieces.append(hexahedra.hexahedra(_plates(chosen, low, high, radius_m), paint))
    return merge(pieces)


def _plates(middle_deg: profile.F64, low: float, high: float, radius_m: float) -> profile.F64:
    """(k, 8, 3) blocks on a cylinder, 4 cm proud, half a degree of joint between."""
    half = 180.0 / p.BAYS - 0.09
    corner = np.radians(middle_deg[:, None] + np.array([-half, half, half, -half]))
    reach = (radius_m + np.array([0.045, 0.045, -0.1, -0.1])) / np.cos(np.radians(half))
    plan = np.stack([reach * np.cos(corner), reach * np.sin(corner)], axis=-1)
    rings = [np.concatenate([plan, np.full((*plan.shape[:2], 1), z)], axis=2) for z in (low, high)]
    return np.concatenate(rings, axis=1)


def _glass() -> MeshData:
    """Two storeys of glass set back, with mullions, a floor edge and a sill."""
    levels = np.array([p.LOWER_M - 0.1, 5.6, 6.55, 8.0, p.UPPER_M + 0.1])
    pane = _inner(np.column_stack([np.full(5, p.GLASS_RADIUS_M), levels]), p.GLASS)
    bar = block((-0.05, -0.16, p.LOWER_M), (0.05, 0.02, p.UPPER_M), p.FRAME)
    mullions = transform.around(bare(bar, BACK, UNDER, OVER), p.BAYS, p.GLASS_RADIUS_M)
    edge = _inner(_ledge(6.5, 0.2, 0.42), p.FRAME)
    rails = [
        _inner(_ledge(z, 0.12, 0.08), p.FRAME) for z in (p.LOWER_M + 0.02, 8.4, p.UPPER_M - 0.12)
    ]
    return merge([pane, mullions, edge, *rails])


def _inner(section: profile.F64, paint: Paint) -> MeshData:
    """An open section turned all round behind the grille, a chord to each bay."""
    return lathe.lathe(section, paint, sides=INNER_SIDES, caps=False)


def _ledge(z_m: float, out_m: float, height_m: float) -> profile.F64:
    """The three outer sides of a rail on the glass."""
    low, high = p.GLASS_RADIUS_M - 0.05, p.GLASS_RADIUS_M + out_m
    return profile.line((low, z_m), (high, z_m), (high, z_m + height_m), (low, z_m + height_m))


def _soffits() -> MeshData:
    """The ledge under the glass."""
    low, high = p.LOWER_M - 0.4, p.LOWER_M + 0.02
    return _inner(profile.line((14.8, low), (17.2, low), (17.2, high), (15.8, high)), p.MARBLE)


def _upper_band() -> MeshData:
    """The broad white band like a wedding ring: gilded hoops, marble slabs, a round coping."""
    low, top = p.UPPER_M - 0.06, p.TOP_M
    core = lathe.lathe(
        profile.line((15.8, low), (17.23, low), (17.23, top), (15.0, top), (15.0, p.ROOF_M)),
        p.JOINT,
        sides=SIDES,
        caps=False,
    )
    rows = [(p.UPPER_M + 0.34, 11.0), (11.03, top - 0.2)]
    hoop = profile.joined([(-0.1, 0.0)], profile.torus(0.26, 0.16, 5), [(-0.1, 0.26)])
    hoops = [_hoop(hoop, z, p.GOLD) for z in (p.UPPER_M + 0.02, top - 0.25)]
    coping = profile.joined(
        profile.line((-0.02, 0.0), (0.3, 0.0), (0.62, 0.16)),
        profile.arc((0.5, 0.28), (0.16, 0.16), -40, 100, 4),
        profile.line((-0.1, 0.52), (-1.0, 0.52), (-1.0, 0.0)),
    )
    crown = _hoop(coping, top - 0.06, p.MARBLE)
    return merge([core, _slabs(rows, 17.25, -9.0), *hoops, crown])


def _hoop(moulding: profile.F64, z_m: float, paint: Paint) -> MeshData:
    """An open moulding round the white band, its bends smooth."""
    section = moulding + np.array([17.25, z_m])
    return lathe.lathe(section, paint, sides=SIDES, crease_deg=50.0, caps=False)


def _grille() -> MeshData:
    """The sun screen: three rows of interlocked rings, each with a four-pointed star."""
    pitch = 2 * np.pi * p.GRILLE_RADIUS_M / p.BAYS
    outer, inner = profile.circle(RING_M, 18), profile.circle(RING_M - 0.13, 18)
    ring = extrude.panel(outer, -0.07, 0.07, p.GRILLE, holes=[inner], back=False)
    point = profile.star(4, RING_M - 0.1, 0.17)
    star = extrude.panel(point, -0.03, 0.03, p.POST, back=False)
    boss = extrude.panel(profile.regular(8, 0.2, 22.5), -0.09, 0.0, p.GOLD, back=False)
    one = merge([ring, star, boss])
    foot = (p.LOWER_M + p.UPPER_M) / 2 - ROW_PITCH_M * (GRILLE_ROWS - 1) / 2
    column = [
        transform.move(one, pitch / 2, 0.05 * (row % 2), foot + ROW_PITCH_M * row)
        for row in range(GRILLE_ROWS)
    ]
    turned = [
        transform.around(
            bent(transform.move(merge(column), y=shift), p.GRILLE_RADIUS_M),
            p.BAYS // 2,
            start_deg=-90.0 + start,
        )
        for start, shift in ((0.0, 0.0), (360.0 / p.BAYS, 0.02))
    ]
    return merge([*turned, _grille_frame(foot)])


def _grille_frame(foot_m: float) -> MeshData:
    """Rails above and below the rings, and stays that tie them to the glass."""
    low, high = foot_m - RING_M - 0.1, foot_m + ROW_PITCH_M * (GRILLE_ROWS - 1) + RING_M - 0.06
    bar = profile.line((-0.1, 0.0), (0.1, 0.0), (0.1, 0.16), (-0.1, 0.16))
    rails = [
        transform.move(lathe.ring(bar, p.GRILLE_RADIUS_M, p.POST, sides=INNER_SIDES), z=z)
        for z in (low, high)
    ]
    stay = bare(block((-0.04, 0.0, 0.0), (0.04, 1.1, 0.1), p.POST), BACK)
    stays = [
        transform.around(stay, p.BAYS // 2, p.GRILLE_RADIUS_M, z_m=z + 0.03) for z in (low, high)
    ]
    foot = block((-0.05, -0.06, p.LOWER_M - 0.02), (0.05, 0.06, low + 0.02), p.POST)
    head = block((-0.05, -0.06, high + 0.12), (0.05, 0.06, p.UPPER_M + 0.02), p.POST)
    ends = transform.around(merge([foot, head]), p.BAYS // 2, p.GRILLE_RADIUS_M)
    return merge([*rails, *stays, ends])
