"""The drum of the Wedding Palace: granite foot, marble bands, a ring of glass behind a grille."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, hexahedra, lathe, ornament, profile, transform
from almaty_tour.kit.bend import bent
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks import _wedding_paint as p
from almaty_tour.mesh.data import MeshData, as_part, merge

DOOR_HALF_DEG = 15.0
GRILLE_ROWS = 3
RING_M = 1.0
ROW_PITCH_M = 1.36
SIDES = 144


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


def _sector(section: profile.F64, paint: Paint, *, crease_deg: float = 35.0) -> MeshData:
    """A section turned all round but for the doorway, which lies in the front."""
    return lathe.lathe(
        section,
        paint,
        sides=SIDES - round(SIDES * DOOR_HALF_DEG / 180.0),
        start_deg=-90.0 + DOOR_HALF_DEG,
        sweep_deg=360.0 - 2 * DOOR_HALF_DEG,
        crease_deg=crease_deg,
        caps=False,
    )


def _wall_section(
    inner_m: float, outer_m: float, levels: profile.F64, *, edge_m: float = 0.0
) -> profile.F64:
    """A closed upright ring section whose outer face has a point at every level."""
    outer = np.column_stack([np.full(len(levels), outer_m + edge_m), levels])
    return profile.joined([(inner_m, levels[0])], outer, [(inner_m, levels[-1])])


def _plinth() -> MeshData:
    """Polished granite; its northern half is higher and carved with ram's horns."""
    low = _sector(_wall_section(15.5, 17.22, np.array([-1.5, 0.0, p.PLINTH_M])), p.GRANITE)
    lip = _sector(_wall_section(15.5, 17.3, np.array([p.PLINTH_M, p.PLINTH_M + 0.12])), p.RELIEF)
    length = np.pi * 17.3
    high = bent(
        block((0, -0.12, p.PLINTH_M - 0.1), (length, 0.35, 2.72), p.GRANITE),
        17.22,
        start_deg=0.0,
        edge_m=1.2,
    )
    carved = bent(_horns(length), 17.34, start_deg=0.0, edge_m=1.2)
    cap = bent(
        block((0, -0.22, 2.72), (length, 0.35, 2.86), p.RELIEF), 17.22, start_deg=0.0, edge_m=1.2
    )
    return merge([low, lip, high, carved, cap])


def _horns(length_m: float) -> MeshData:
    """A row of ram's horns between two lines, nearly as long as the raised half of the foot."""
    count = 20
    one = ornament.horns(2.2, 1.25, 0.07, p.RELIEF, steps=11)
    dart = ornament.lozenge(0.36, 0.62, 0.06, p.RELIEF)
    pitch = length_m / count
    motif = merge([transform.move(one, pitch / 2, 0.0, 1.94), transform.move(dart, 0.0, 0.0, 1.94)])
    lines = [block((0.0, -0.05, z), (length_m, 0.02, z + 0.08), p.RELIEF) for z in (1.16, 2.56)]
    places = np.column_stack([np.arange(count) * pitch, np.zeros(count)])
    return merge([transform.at(motif, places), *lines])


def _lower_band() -> MeshData:
    """White marble slabs in two courses, the joints a little sunk."""
    levels = np.array([p.PLINTH_M, 2.1, 3.2, p.LOWER_M])
    core = _sector(_wall_section(14.8, p.RADIUS_M - 0.02, levels), p.JOINT)
    rows = [(p.PLINTH_M + 0.14, 2.6), (2.63, p.LOWER_M - 0.36)]
    cap = profile.line(
        (14.8, p.LOWER_M - 0.32),
        (17.1, p.LOWER_M - 0.32),
        (17.34, p.LOWER_M - 0.1),
        (17.34, p.LOWER_M),
        (14.8, p.LOWER_M),
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
    pane = lathe.lathe(
        np.column_stack([np.full(5, p.GLASS_RADIUS_M), levels]), p.GLASS, sides=SIDES, caps=False
    )
    bar = block((-0.05, -0.16, p.LOWER_M), (0.05, 0.02, p.UPPER_M), p.FRAME)
    mullions = transform.around(bar, p.BAYS, p.GLASS_RADIUS_M)
    edge = lathe.ring(
        profile.line((-0.1, 0), (0.2, 0), (0.2, 0.42), (-0.1, 0.42)),
        p.GLASS_RADIUS_M,
        p.FRAME,
        sides=SIDES,
    )
    rail = lathe.ring(
        profile.line((-0.1, 0), (0.12, 0), (0.12, 0.08), (-0.1, 0.08)),
        p.GLASS_RADIUS_M,
        p.FRAME,
        sides=SIDES,
    )
    rails = [transform.move(rail, z=z) for z in (p.LOWER_M + 0.02, 8.4, p.UPPER_M - 0.12)]
    return merge([pane, mullions, transform.move(edge, z=6.5), *rails])


def _soffits() -> MeshData:
    """The ledge under the glass and the ceiling of the gap behind the grille."""
    ledge = profile.line(
        (14.8, p.LOWER_M - 0.4),
        (17.2, p.LOWER_M - 0.4),
        (17.2, p.LOWER_M + 0.02),
        (14.8, p.LOWER_M + 0.02),
    )
    ceiling = profile.line(
        (15.0, p.UPPER_M), (17.2, p.UPPER_M), (17.2, p.UPPER_M + 0.3), (15.0, p.UPPER_M + 0.3)
    )
    both = [
        lathe.ring(line - [16.0, 0.0], 16.0, p.MARBLE, sides=SIDES) for line in (ledge, ceiling)
    ]
    return merge(both)


def _upper_band() -> MeshData:
    """The broad white band like a wedding ring: gilded hoops, marble slabs, a round coping."""
    core = lathe.ring(
        profile.line(
            (0, p.UPPER_M - 0.06),
            (2.23, p.UPPER_M - 0.06),
            (2.23, 11.0),
            (2.23, p.TOP_M),
            (0, p.TOP_M),
        ),
        15.0,
        p.JOINT,
        sides=SIDES,
    )
    rows = [(p.UPPER_M + 0.34, 11.0), (11.03, p.TOP_M - 0.2)]
    hoop = profile.torus(0.26, 0.16, 8)
    low = transform.move(
        lathe.ring(profile.joined(hoop, [(-0.1, 0.26), (-0.1, 0.0)]), 17.25, p.GOLD, sides=SIDES),
        z=p.UPPER_M + 0.02,
    )
    high = transform.move(low, z=p.TOP_M - p.UPPER_M - 0.27)
    coping = profile.joined(
        profile.line((-1.0, 0.0), (0.3, 0.0), (0.62, 0.16)),
        profile.arc((0.5, 0.28), (0.16, 0.16), -40, 100, 6),
        profile.line((-0.1, 0.52), (-1.0, 0.52)),
    )
    crown = transform.move(lathe.ring(coping, 17.25, p.MARBLE, sides=SIDES), z=p.TOP_M - 0.06)
    return merge([core, _slabs(rows, 17.25, -9.0), low, high, crown])


def _grille() -> MeshData:
    """The sun screen: three rows of interlocked rings, each with a four-pointed star."""
    pitch = 2 * np.pi * p.GRILLE_RADIUS_M / p.BAYS
    outer, inner = profile.circle(RING_M, 24), profile.circle(RING_M - 0.13, 24)
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
        transform.move(lathe.ring(bar, p.GRILLE_RADIUS_M, p.POST, sides=SIDES), z=z)
        for z in (low, high)
    ]
    stay = block((-0.04, 0.0, 0.0), (0.04, 1.1, 0.1), p.POST)
    stays = [
        transform.around(stay, p.BAYS // 2, p.GRILLE_RADIUS_M, z_m=z + 0.03) for z in (low, high)
    ]
    foot = block((-0.05, -0.06, p.LOWER_M - 0.02), (0.05, 0.06, low + 0.02), p.POST)
    head = block((-0.05, -0.06, high + 0.12), (0.05, 0.06, p.UPPER_M + 0.02), p.POST)
    ends = transform.around(merge([foot, head]), p.BAYS // 2, p.GRILLE_RADIUS_M)
    return merge([*rails, *stays, ends])
