"""The head of the opera's front: carved belt, gilded frieze, cornice, ram-horn cresting."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.extrude import block, panel
from almaty_tour.landmarks.abai_opera import ornament, plan
from almaty_tour.landmarks.abai_opera.ornament import F64, GILT_DEEP, WHITE
from almaty_tour.mesh.data import MeshData, merge


def _front_path(out_m: float, back_m: float) -> F64:
    x, y = plan.HALF_M + out_m, plan.FRONT_M + 0.12 - out_m
    return profile.line((-x, back_m), (-x, y), (x, y), (x, back_m))


def entablature() -> MeshData:
    """Belt, frieze and cornice over the columns, from the capitals to the roof's edge."""
    x, y0, y1 = plan.HALF_M, plan.FRONT_M + 0.12, plan.WING_M + 7
    cores = [
        block((-x, y0, low), (x, y1, high), WHITE)
        for low, high in ((plan.CAPITAL_M, plan.BELT_M), (plan.BELT_M, plan.FRIEZE_M))
    ]
    plate = ornament.scroll_plate(2.8, 1.05)
    middle = (plan.BELT_M + plan.FRIEZE_M) / 2
    plates = transform.at(plate, [(s * 15.1, plan.FRONT_M + 0.12, middle) for s in (-1, 1)])
    return merge([*cores, _belts(), _frieze(), plates, _cornice()])


def _belts() -> MeshData:
    """The white and gold band over the capitals, on the front and both flanks."""
    height, depth = plan.BELT_M - plan.CAPITAL_M, plan.WING_M - plan.FRONT_M
    front = ornament.palmette_belt(2 * plan.HALF_M + 0.2, height, 0.62)
    flank = ornament.palmette_belt(depth, height, 0.62)
    x, y = plan.HALF_M + 0.08, plan.FRONT_M + depth / 2
    sides = [
        transform.move(transform.turn_z(flank, s * 90.0), s * x, y, plan.CAPITAL_M) for s in (1, -1)
    ]
    return merge([transform.move(front, 0, plan.FRONT_M + 0.04, plan.CAPITAL_M), *sides])


def _frieze() -> MeshData:
    """The gilded figures in a flat gilded frame, five bays long."""
    height = plan.FRIEZE_M - plan.BELT_M
    figures = ornament.figure_frieze(24.1, height - 0.12)
    hole = profile.rectangle(24.1, height - 0.12, (0, height / 2))
    outline = profile.rectangle(24.4, height, (0, height / 2))
    rim = panel(outline, -0.3, 0.0, GILT_DEEP, holes=[hole])
    return merge(
        [
            transform.move(figures, 0, plan.FRONT_M + 0.1, plan.BELT_M + 0.06),
            transform.move(rim, 0, plan.FRONT_M + 0.12, plan.BELT_M),
        ]
    )


def _cornice() -> MeshData:
    height = plan.CORNICE_M - plan.FRIEZE_M
    low = profile.line((0, 0), (0.18, 0), (0.18, 0.34), (0.34, 0.34), (0.34, 0.62), (0, 0.62))
    path = _front_path(0.0, plan.WING_M + 7)
    wave = profile.cyma(height - 1.0, 0.78, 6) + np.array([0.5, 0.8])
    crown = profile.joined(
        [(0, 0.6), (0.5, 0.6), (0.5, 0.78)],
        wave,
        [(1.32, height - 0.2), (1.32, height), (0, height)],
    )
    pieces = [extrude.sweep(m, path, WHITE, z_m=plan.FRIEZE_M, closed=False) for m in (low, crown)]
    tooth = ornament.tooth(0.2, 0.12, 0.05, 0.32)
    shape = profile.line((-0.14, 0), (0.14, 0), (0.14, 0.12), (0, 0.24), (-0.14, 0.12))
    egg = ornament.raised(shape, -0.1, 0.02, WHITE, edge_m=0.03)
    for piece, out, z, pitch in ((tooth, 0.18, 0.0, 0.5), (egg, 0.34, 0.36, 0.44)):
        line = _front_path(out, plan.WING_M)
        for a, b in pairwise(line):
            count = max(1, round(float(np.hypot(*(b - a))) / pitch))
            start, end = (*a, plan.FRIEZE_M + z), (*b, plan.FRIEZE_M + z)
            pieces.append(transform.along(piece, start, end, count, ends=False))
    return merge(pieces)


def crown() -> MeshData:
    """Green edge of the roof and the white ram-horn cresting on three sides."""
    back = plan.WING_M + 7
    edge = profile.line((0, 0), (1.36, 0), (1.4, 0.16), (0, 0.34), (-0.9, 0.4), (-0.9, 0))
    rim = extrude.sweep(edge, _front_path(0.0, back), plan.GREEN, z_m=plan.CORNICE_M, closed=False)
    foot = plan.CORNICE_M + 0.3
    base = profile.line((0, 0), (0.12, 0), (0.06, 0.28), (-0.14, 0.28), (-0.14, 0))
    line = _front_path(-0.75, plan.WING_M + 3)
    scallop = extrude.sweep(base, line, WHITE, z_m=foot, closed=False)
    side = float(line[0, 1] - line[1, 1])
    horns = plan.CREST_M - foot - 0.28
    runs = [
        ornament.cresting(line[0], line[1], max(1, round(side / 1.15)), foot + 0.28, horns),
        ornament.cresting(line[1], line[2], 30, foot + 0.28, horns),
        ornament.cresting(line[2], line[3], max(1, round(side / 1.15)), foot + 0.28, horns),
    ]
    x, y0 = plan.HALF_M - 0.8, plan.FRONT_M + 1.0
    foot_plan = profile.line((-x, y0), (x, y0), (x, back), (-x, back))
    inset = profile.line((-x + 9, y0 + 5), (x - 9, y0 + 5), (x - 9, back), (-x + 9, back))
    roof = extrude.prism(
        foot_plan,
        plan.CORNICE_M,
        plan.CORNICE_M + 0.75,
        plan.GREEN,
        top_outline=inset,
        crease_deg=0,
    )
    return merge([rim, scallop, *runs, roof])
