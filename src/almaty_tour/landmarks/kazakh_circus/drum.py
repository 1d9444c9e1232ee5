"""The round house under the tent: leaning fins, two tiers of glass, gallery, stylobate."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, ornament, profile, stair, transform
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks._shared.bare import BACK, bare
from almaty_tour.landmarks.kazakh_circus.plan import (
    BAY_RAD,
    BAYS,
    EAVE_M,
    FIN,
    FRAME,
    GALLERY_M,
    GOLDEN,
    HIGH_GLASS_M,
    LANDING_FRONT_M,
    LANDING_HALF_M,
    LOW_GLASS_M,
    PLINTH,
    SHADE,
    STEP,
    STEPS,
    STYLOBATE_M,
    STYLOBATE_RADIUS_M,
    TREAD_M,
    WHITE,
    roof_m,
    rounded_plaza,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

GLASS = Paint("blue_glass", "#8FA6B4")
DARK = Paint("window")
PANES = 4
LEAN_M = 1.9
NOWHERE = (0.0, 0.0, 0.0)
HIGH_TOP_M = 32.9


def drum() -> MeshData:
    """Both tiers, gallery with its frieze, fins; a fin stands at the angle 0."""
    return merge(
        [
            as_part(merge([_low_tier(), _high_tier(), _core()]), "glass"),
            as_part(_gallery(), "gallery"),
            as_part(_fins(), "fins"),
        ]
    )


def stylobate_outline() -> F64:
    """(k, 2) the edge of the platform: round, with a landing before the entrance."""
    return rounded_plaza(STYLOBATE_RADIUS_M, LANDING_HALF_M, LANDING_FRONT_M)


def stylobate() -> MeshData:
    """Steps all round and a paved top; it reaches into the ground."""
    steps = stair.around(stylobate_outline(), STYLOBATE_M, STEPS, STEP, tread_m=TREAD_M)
    base = extrude.prism(
        profile.offset(stylobate_outline(), (STEPS - 1) * TREAD_M), -1.5, 0.0, PLINTH
    )
    floor = lathe.ring(
        profile.line((-8.2, 0.0), (0.0, 0.0), (0.0, 0.03), (-8.2, 0.03)),
        STYLOBATE_RADIUS_M - 0.35,
        STEP.shaded(1.16),
        sides=64,
    )
    return as_part(merge([steps, base, transform.move(floor, z=STYLOBATE_M)]), "steps")


def _core() -> MeshData:
    """The shaded body behind the glass, so that nobody looks through the house."""
    return lathe.lathe(
        profile.line((LOW_GLASS_M - 1.2, STYLOBATE_M), (LOW_GLASS_M - 1.2, 12.0)),
        SHADE.shaded(0.7),
        sides=64,
    )


def _low_tier() -> MeshData:
    """Dark foyer glass set back behind the fins: five panes a bay, a door band below."""
    angle = np.asarray(np.arange(BAYS * PANES + 1) * (BAY_RAD / PANES), np.float64)
    levels = (STYLOBATE_M, STYLOBATE_M + 2.7, GALLERY_M - 0.5)
    return _curtain(angle, [(LOW_GLASS_M, z) for z in levels], DARK, 0.12, rails=(1,))


def _high_tier() -> MeshData:
    """The glass of the upper foyer leans outwards up to the arches."""
    angle = np.asarray(np.arange(BAYS * PANES + 1) * (BAY_RAD / PANES), np.float64)
    levels = [(HIGH_GLASS_M, GALLERY_M), (HIGH_GLASS_M + 0.75, 8.2), (HIGH_GLASS_M + 1.45, 10.8)]
    return merge([_curtain(angle, levels, GLASS, 0.14, rails=(1, 2)), _tympana(angle)])


def _curtain(
    angle: F64,
    levels: list[tuple[float, float]],
    glass: Paint,
    bar_m: float,
    rails: tuple[int, ...],
) -> MeshData:
    """Panes between levels of (radius, height) with mullions, and rails on some levels."""
    turn = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    grid = np.stack(
        [np.column_stack([r * turn, np.full(len(angle), z)]) for r, z in levels], axis=1
    )
    quads = np.stack([grid[:-1, :-1], grid[1:, :-1], grid[1:, 1:], grid[:-1, 1:]], axis=2)
    panes = quadrilaterals(quads.reshape(-1, 4, 3), glass)
    out = np.concatenate([0.05 * turn, np.zeros((len(angle), 1))], axis=1)
    upright = [
        struts(grid[:-1, k] + out[:-1], grid[:-1, k + 1] + out[:-1], bar_m, FRAME, caps=False)
        for k in range(len(levels) - 1)
    ]
    across = [
        struts(row[:-1] + out[:-1], row[1:] + out[1:], bar_m, FRAME, caps=False)
        for row in grid.transpose(1, 0, 2)[list(rails)]
    ]
    return merge([panes, _outer(merge([*upright, *across]))])


def _outer(data: MeshData) -> MeshData:
    """The mesh without the faces that look to the axis of the house: nobody is inside."""
    corner = data.positions[data.faces].astype(np.float64)
    way = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])[:, :2]
    middle = corner.mean(axis=1)[:, :2]
    reach = np.linalg.norm(way, axis=1) * np.linalg.norm(middle, axis=1)
    kept = (way * middle).sum(axis=1) > -0.7 * np.maximum(reach, 1e-9)
    return bare(replace(data, faces=data.faces[kept]), NOWHERE)


def _tympana(angle: F64) -> MeshData:
    """The panes that fill the pointed arches."""
    dense = np.linspace(angle[0], angle[-1], 2 * (len(angle) - 1) + 1)
    foot_r, foot_z = HIGH_GLASS_M + 1.45, 10.8
    top_z = roof_m(EAVE_M, dense) - 0.55
    turn = np.stack([np.cos(dense), np.sin(dense)], axis=1)
    low = np.column_stack([foot_r * turn, np.full(len(dense), foot_z)])
    high = np.column_stack([(HIGH_TOP_M + 0.25) * turn, top_z])
    quads = np.stack([low[:-1], low[1:], high[1:], high[:-1]], axis=1)
    bars = struts(low[:-1:2], high[:-1:2], 0.13, FRAME, caps=False)
    return merge([quadrilaterals(quads, GLASS), _outer(bars)])


def _gallery() -> MeshData:
    """The white belt between the tiers, its horn frieze, a floor edge with a light rail."""
    belt = lathe.ring(
        profile.line(
            (-2.6, -0.7),
            (0.0, -0.7),
            (0.35, 0.5),
            (0.35, 0.62),
            (-1.6, 0.62),
        ),
        31.2,
        WHITE,
        sides=64,
    )
    belt = transform.move(belt, z=GALLERY_M)
    horn = bare(ornament.horns(2.3, 1.0, 0.07, GOLDEN, steps=6), BACK)
    lean = float(np.degrees(np.arctan2(0.35, 1.2)))
    horn = transform.turn(horn, "x", lean)
    angle = np.degrees((np.arange(BAYS) + 0.5) * BAY_RAD)
    pieces = []
    gem = bare(ornament.lozenge(0.55, 0.8, 0.07, GOLDEN), BACK)
    gem = transform.turn(gem, "x", lean)
    for shift, figure in ((-0.26, gem), (0.0, horn), (0.26, gem)):
        turn = np.radians(angle) + shift * BAY_RAD
        places = np.column_stack(
            [31.36 * np.cos(turn), 31.36 * np.sin(turn), np.full(BAYS, GALLERY_M - 0.1)]
        )
        pieces.append(transform.at(figure, places, turn_deg=np.degrees(turn) + 90.0))
    return merge([belt, *pieces])


def _fins() -> MeshData:
    """Thirty-two folded fins that lean outwards and carry the arches."""
    plan = profile.line((-0.5, 0.55), (0.0, -0.35), (0.5, 0.55), (0.36, 2.9), (-0.36, 2.9))
    foot, head = float(STYLOBATE_M) - 0.1, float(roof_m(EAVE_M, 0.0)) - 0.1
    levels = np.linspace(0.0, 1.0, 6)
    pieces = []
    for a, b in itertools.pairwise(levels):
        pieces.append(
            extrude.prism(
                _leaned(plan, float(a)),
                foot + a * (head - foot),
                foot + b * (head - foot),
                FIN,
                top_outline=_leaned(plan, float(b)),
                crease_deg=0.0,
                bottom=False,
                top=False,
            )
        )
    fin = bare(merge(pieces), BACK)
    return transform.around(fin, BAYS, 0.0, start_deg=0.0)


def _leaned(plan: F64, share: float) -> F64:
    """The plan of a fin at a share of its height: it moves outwards and grows."""
    grown = plan * (0.8 + 0.35 * share**1.5)
    out = 31.9 + LEAN_M * share**1.4
    return np.asarray(grown + np.array([0.0, -out]))
