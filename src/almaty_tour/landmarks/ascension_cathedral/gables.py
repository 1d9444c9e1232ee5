"""Keel gables of the Ascension Cathedral and the mouldings that follow them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks.ascension_cathedral import ornament, paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
BACK_M = 0.52


def keel_gable(half_m: float, rise_m: float, *, pointed: bool = False) -> F64:
    """A gable: (x, z) from the right eaves over the tip to the left.

    Its sides sweep up from the eaves to a round, barely pointed head, or, `pointed`, run
    straight to the tip.
    """
    right = [(1.0, 0.0), (0.84, 0.03), (0.7, 0.18), (0.5, 0.58), (0.36, 0.8), (0.18, 0.94)]
    if pointed:
        right = [(1.0, 0.0), (0.84, 0.02), (0.7, 0.16), (0.3, 0.66), (0.1, 0.9)]
    points = [(half_m * x, rise_m * z) for x, z in right]
    return profile.line(*points, (0.0, rise_m), *[(-x, z) for x, z in reversed(points)])


def inside(line: F64) -> F64:
    """A gable line drawn in a little, for the wall that stands within its mouldings."""
    return np.asarray(line * np.array([0.985, 1.0]) - np.array([0.0, 0.06]))


def moulded_gable(line: F64, width_m: float, colours: Sequence[Paint], out_m: float) -> MeshData:
    """Bands that follow a gable line, the outermost standing out most.

    The inner side of a band is drawn as far as it is seen: to the front of the next.
    """
    count = len(colours)
    way = profile.mitres(line, closed=False)
    lines = [line - way * (i * width_m / count) for i in range(count + 1)]
    front = [-out_m * (1.0 - 0.7 * i / count) for i in range(count)] + [BACK_M]
    pieces = [_strip([(lines[-1], BACK_M), (line, BACK_M), (line, front[0])], colours[0])]
    for i, colour in enumerate(colours):
        outer, inner = lines[i], lines[i + 1]
        pieces += [
            ornament.painted(np.concatenate([outer, inner[::-1]]), front[i], colour),
            _strip([(inner, front[i]), (inner, front[i + 1])], colour),
            _feet(outer, inner, front[i], colour),
        ]
    return merge(pieces)


def _strip(rows: list[tuple[F64, float]], colour: Paint) -> MeshData:
    """Faces between lines of equal count, each at its own y."""
    points = np.concatenate([_upright(row, y) for row, y in rows])
    return solid(points, extrude.grid_faces(len(rows), len(rows[0][0]))[:, ::-1], colour)


def _upright(line: F64, y_m: float) -> F64:
    return np.column_stack([line[:, 0], np.full(len(line), y_m), line[:, 1]])


def _feet(outer: F64, inner: F64, front_m: float, colour: Paint) -> MeshData:
    """The two ends of a band at the eaves."""
    quads = [
        np.concatenate(
            [_upright(row[[end]], y) for y, pair in ((front_m, (outer, inner)),
                                                     (BACK_M, (inner, outer))) for row in pair]
        )[::turn]
        for end, turn in ((0, 1), (-1, -1))
    ]  # fmt: skip
    return quadrilaterals(np.stack(quads), colour)


def side_gable() -> MeshData:
    """The keel gable over the middle of a side, its foot at z = 0."""
    line = keel_gable(3.4, 2.3) + np.array([0.0, 0.75])
    field = np.concatenate([inside(line), [(-3.3, -0.5), (3.3, -0.5)]])
    wall = diced(extrude.panel(field, -0.02, 0.24, paint.YELLOW, back=False), 1.0)
    behind = extrude.block((-3.3, 0.02, -0.4), (3.3, 1.0, 0.9), paint.YELLOW)
    trim = moulded_gable(
        line + np.array([0, 0.05]), 0.62, [paint.ROOF, paint.WHITE, paint.PINK, paint.WHITE], 0.62
    )
    disc = extrude.panel(profile.circle(0.42, 16), -0.12, 0.0, paint.WHITE, back=False)
    eye = extrude.panel(profile.circle(0.26, 12), -0.15, 0.0, paint.PINK, back=False)
    discs = transform.at(merge([disc, eye]), [(-0.75, 0.0, 1.4), (0.75, 0.0, 1.4)])
    crest = extrude.panel(
        profile.line(
            (0.9, 0.0),
            (0.35, 0.3),
            (0.25, 0.75),
            (0.0, 1.2),
            (-0.25, 0.75),
            (-0.35, 0.3),
            (-0.9, 0.0),
        ),
        -0.5,
        -0.38,
        paint.GILT_EDGE,
    )
    roof = extrude.prism(
        profile.line((-3.6, 0.2), (3.6, 0.2), (0.0, 6.6)), 0.7, 0.8, paint.ROOF, bottom=True
    )
    return merge(
        [wall, behind, trim, discs, transform.move(crest, 0.0, 0.0, 2.9), roof, _gable_back(line)]
    )


def _gable_back(line: F64) -> MeshData:
    """The green saddle behind a gable, dying into the main roof."""
    saddle = np.concatenate([line * [0.96, 0.97], [(-3.2, 0.2), (3.2, 0.2)]])
    return extrude.panel(saddle, 0.2, 4.6, paint.ROOF)
