"""The way in: canopy on forked posts, the word ЦИРК on its roof, doors, relief walls."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np

from almaty_tour.kit import extrude, ornament, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.relief import relief
from almaty_tour.landmarks._shared.bare import BACK, bare
from almaty_tour.landmarks.kazakh_circus.plan import (
    FIN,
    FRAME,
    GOLDEN,
    LOW_GLASS_M,
    PLINTH,
    RED,
    STYLOBATE_M,
    WHITE,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

CANOPY_HALF_M, CANOPY_FRONT_M, CANOPY_M = 12.4, -41.0, 4.3
WALLS = ((-22.5, -46.5), (22.5, -46.5))
CAST = Paint("bronze_dark", "#C8B490")
LEAF = Paint("wood", "#7A4A30")


def entrance() -> MeshData:
    """Canopy, sign, doors, and the two relief walls beside the stair."""
    return merge(
        [
            as_part(_canopy(), "canopy"),
            as_part(_sign(), "sign"),
            as_part(_doors(), "doors"),
            as_part(_reliefs(), "reliefs"),
        ]
    )


def _canopy() -> MeshData:
    """A white slab with a folded front edge on six forked posts."""
    w, front = CANOPY_HALF_M, CANOPY_FRONT_M
    slab = block((-w, front, CANOPY_M), (w, -30.0, CANOPY_M + 0.55), WHITE)
    count = 12
    x = np.linspace(-w, w, count + 1)
    folds = []
    for a, b in itertools.pairwise(x):
        outline = profile.line(
            (a, CANOPY_M - 0.1),
            ((a + b) / 2, CANOPY_M - 0.45),
            (b, CANOPY_M - 0.1),
            (b, CANOPY_M + 1.05),
            (a, CANOPY_M + 1.05),
        )
        folds.append(extrude.panel(outline, front - 0.25, front + 0.15, WHITE))
    sides = [
        block(
            (min(s * w, s * (w + 0.2)), front, CANOPY_M - 0.1),
            (max(s * w, s * (w + 0.2)), -31.0, CANOPY_M + 1.05),
            WHITE,
        )
        for s in (-1, 1)
    ]
    lamps = [
        block(
            (a - 0.35, -36.2, CANOPY_M - 0.05),
            (a + 0.35, -35.5, CANOPY_M + 0.02),
            Paint("lamp_glass"),
        )
        for a in np.linspace(-9, 9, 7)
    ]
    posts = transform.at(
        _post(), [(a, front + 1.3, STYLOBATE_M - 0.05) for a in np.linspace(-10.6, 10.6, 6)]
    )
    return merge([diced(merge([slab, *sides]), 3.0), *folds, *lamps, posts])


def _post() -> MeshData:
    """A post that forks in two under the canopy."""
    rise = CANOPY_M - STYLOBATE_M + 0.06
    stem = extrude.prism(
        profile.regular(6, 0.3), 0.0, 1.5, FIN, top_outline=profile.regular(6, 0.22), crease_deg=0.0
    )
    arms = struts([(0, 0, 1.3), (0, 0, 1.3)], [(-0.85, 0, rise), (0.85, 0, rise)], 0.28, FIN)
    return merge([stem, arms, extrude.box(0.8, 0.8, 0.18, PLINTH)])


def _sign() -> MeshData:
    """ЦИРК in red on the canopy's edge; the whole name in gold on the folded front."""
    top = CANOPY_M + 1.05
    word = transform.move(
        lettering("ЦИРК", 2.5, RED, out_m=0.35, bold_m=0.07, spacing_m=0.9),
        0.0,
        CANOPY_FRONT_M + 0.35,
        top + 0.35,
    )
    low, high = word.bounds_m
    rails = struts(
        [(float(low[0]) - 0.4, CANOPY_FRONT_M + 0.42, top + z) for z in (0.5, 2.6)],
        [(float(high[0]) + 0.4, CANOPY_FRONT_M + 0.42, top + z) for z in (0.5, 2.6)],
        0.09,
        FRAME,
    )
    x = np.linspace(float(low[0]), float(high[0]), 9)
    feet = struts(
        np.column_stack([x, np.full(9, CANOPY_FRONT_M + 0.45), np.full(9, CANOPY_M + 0.5)]),
        np.column_stack([x, np.full(9, CANOPY_FRONT_M + 0.45), np.full(9, top + 2.7)]),
        0.09,
        FRAME,
    )
    stays = struts(
        np.column_stack([x[::2], np.full(5, CANOPY_FRONT_M + 2.0), np.full(5, CANOPY_M + 0.5)]),
        np.column_stack([x[::2], np.full(5, CANOPY_FRONT_M + 0.5), np.full(5, top + 2.4)]),
        0.07,
        FRAME,
    )
    name = transform.move(
        lettering(
            "ҚАЗАҚ МЕМЛЕКЕТТІК ЦИРКІ",
            0.62,
            Paint("lettering", "#B5862E"),
            out_m=0.1,
            spacing_m=0.16,
        ),
        0.0,
        CANOPY_FRONT_M - 0.25,
        CANOPY_M + 0.16,
    )
    return merge([word, rails, feet, stays, name])


def _doors() -> MeshData:
    """Seven pairs of wooden doors in light frames before the foyer glass."""
    pieces = []
    for angle in np.linspace(-15.6, 15.6, 7):
        leaves = [
            block((s * 0.95 - 0.85, -0.12, 0.05), (s * 0.95 + 0.85, 0.1, 2.5), LEAF)
            for s in (-1, 1)
        ]
        glass = [
            block((s * 0.95 - 0.5, -0.15, 0.6), (s * 0.95 + 0.5, 0.05, 2.2), Paint("window"))
            for s in (-1, 1)
        ]
        frame = extrude.panel(
            profile.rectangle(4.2, 2.9, (0.0, 1.4)),
            -0.2,
            0.12,
            FRAME,
            holes=[profile.rectangle(3.7, 2.55, (0.0, 1.3))],
        )
        bars = [
            block(
                (s * 0.95 + e * 0.72 - 0.03, -0.24, 0.9),
                (s * 0.95 + e * 0.72 + 0.03, -0.12, 1.6),
                GOLDEN,
            )
            for s in (-1, 1)
            for e in (-s,)
        ]
        one = transform.move(
            merge([*leaves, *glass, frame, *bars]), 0.0, -LOW_GLASS_M - 0.05, STYLOBATE_M + 0.03
        )
        pieces.append(transform.turn_z(one, float(angle)))
    return merge(pieces)


# Relief walls -----------------------------------------------------------------------------


def _reliefs() -> MeshData:
    """Two free walls of white stone: a trick rider at full gallop, acrobats and a juggler."""
    walls = []
    for (x, y), figures in zip(WALLS, (_rider(), _acrobats()), strict=True):
        slab = diced(block((-4.6, -0.3, -0.6), (4.6, 0.3, 4.4), WHITE), 1.6)
        foot = block((-4.9, -0.6, -0.6), (4.9, 0.6, 0.45), PLINTH)
        cap = block((-4.75, -0.42, 4.4), (4.75, 0.42, 4.62), PLINTH.shaded(1.2))
        border = [transform.move(_border(), -4.4, -0.3, z) for z in (0.5, 3.86)]
        cast = transform.move(figures, 0.0, -0.3)
        walls.append(transform.move(merge([slab, foot, cap, *border, cast]), x, y))
    return merge(walls)


def _border() -> MeshData:
    """A band of lozenges; only their faces, they hardly stand out."""
    band = ornament.frieze(8.8, 0.5, 0.03, GOLDEN, motif="lozenges")
    front = band.normals[band.faces[:, 0]][:, 1] < -0.9
    return bare(replace(band, faces=band.faces[front]), BACK)


def _limb(
    points: list[tuple[float, float]], wide: tuple[float, float], out_m: float = 0.14
) -> MeshData:
    """A tapering band through the points."""
    line = profile.smooth(points, 2)
    return bare(ornament.ribbon(line, np.linspace(*wide, len(line)), out_m, CAST), BACK)


def _oval(x: float, z: float, rx: float, rz: float, out_m: float) -> MeshData:
    outline = profile.ellipse(rx, rz, 14) + np.array([x, z])
    return relief(outline, -out_m, 0.0, CAST, edge_m=0.4 * min(rx, rz))


def _rider() -> MeshData:
    """A horse stretched in a gallop, the rider standing in the stirrups with a raised whip."""
    horse = [
        _oval(-0.1, 2.15, 1.25, 0.46, 0.26),
        _limb([(0.7, 2.3), (1.3, 2.75), (1.75, 3.15)], (0.62, 0.34), 0.22),
        _limb([(1.65, 3.2), (2.0, 3.0), (2.3, 2.75)], (0.36, 0.2), 0.24),
        _limb([(0.8, 2.0), (1.55, 1.75), (2.25, 1.9), (2.6, 1.6)], (0.36, 0.12), 0.16),
        _limb([(0.65, 1.9), (1.3, 1.45), (1.95, 1.45), (2.25, 1.15)], (0.34, 0.12), 0.2),
        _limb([(-1.0, 2.1), (-1.6, 1.7), (-2.2, 1.75), (-2.7, 1.35)], (0.42, 0.12), 0.16),
        _limb([(-0.85, 1.95), (-1.3, 1.45), (-1.9, 1.4), (-2.3, 1.05)], (0.4, 0.12), 0.2),
        _limb([(-1.25, 2.4), (-1.9, 2.65), (-2.6, 2.45), (-3.2, 2.6)], (0.16, 0.34), 0.12),
        _limb([(0.95, 2.75), (1.2, 3.1), (1.55, 3.4)], (0.12, 0.2), 0.26),
    ]
    person = [
        _limb([(-0.05, 2.4), (0.15, 2.0), (-0.1, 1.6)], (0.26, 0.16), 0.3),
        _limb([(-0.1, 2.5), (0.0, 2.95), (0.12, 3.3)], (0.36, 0.4), 0.3),
        _oval(0.2, 3.6, 0.17, 0.2, 0.32),
        _limb([(0.1, 3.25), (0.6, 3.1), (1.05, 2.95)], (0.16, 0.1), 0.34),
        _limb([(0.05, 3.25), (-0.45, 3.5), (-0.75, 3.75)], (0.16, 0.1), 0.34),
        _limb([(-0.1, 3.1), (-0.7, 3.0), (-1.3, 3.2)], (0.3, 0.5), 0.1),
    ]
    return merge([*horse, *person])


def _person(x: float, z: float, size: float, pose: str) -> MeshData:
    """A small figure: "base" bears with raised arms, "split" stands on hands, "toss" juggles."""
    arms = {
        "base": [[(0.1, 1.3), (0.3, 1.55), (0.22, 1.9)], [(-0.1, 1.3), (-0.3, 1.55), (-0.22, 1.9)]],
        "split": [
            [(0.1, 1.3), (0.5, 1.45), (0.8, 1.75)],
            [(-0.1, 1.3), (-0.5, 1.45), (-0.8, 1.75)],
        ],
        "toss": [
            [(0.1, 1.3), (0.4, 1.15), (0.55, 1.45)],
            [(-0.1, 1.3), (-0.4, 1.15), (-0.55, 1.45)],
        ],
    }[pose]
    spread = {"base": 0.32, "split": 0.75, "toss": 0.25}[pose]
    parts = [
        _limb([(0.0, 0.75), (0.0, 1.05), (0.0, 1.35)], (0.26, 0.34), 0.2),
        _oval(0.0, 1.6, 0.13, 0.15, 0.24),
        _limb([(0.07, 0.8), (0.6 * spread, 0.4), (spread, 0.02)], (0.2, 0.1), 0.16),
        _limb([(-0.07, 0.8), (-0.6 * spread, 0.4), (-spread, 0.02)], (0.2, 0.1), 0.16),
        *(_limb(arm, (0.14, 0.09), 0.18) for arm in arms),
    ]
    return transform.move(transform.scale(merge(parts), size, 1.0, size), x, 0.0, z)


def _acrobats() -> MeshData:
    """Two bear a third; beside them a juggler under an arc of rings."""
    group = [
        _person(-2.6, 1.15, 0.92, "base"),
        _person(-1.3, 1.15, 0.92, "base"),
        _person(-1.95, 2.55, 0.72, "split"),
        _person(1.7, 1.15, 1.0, "toss"),
    ]
    rings = []
    for angle in np.radians(np.linspace(15, 165, 7)):
        ring = extrude.panel(
            profile.circle(0.2, 14), -0.16, 0.0, CAST, holes=[profile.circle(0.12, 14)]
        )
        rings.append(
            transform.move(
                ring, 1.7 + 1.25 * float(np.cos(angle)), 0.0, 2.55 + 1.05 * float(np.sin(angle))
            )
        )
    return merge([*group, *rings])
