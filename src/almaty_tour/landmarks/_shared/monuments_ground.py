"""What monuments and fountains of the town share: plates in the ground, rings, round places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile
from almaty_tour.kit.dice import diced
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.mesh.data import MeshData, merge

KERB = Paint("granite", "#8B8781")


def plate(
    outline: npt.ArrayLike, top_m: float, paint: Paint, *, holes: Sequence[npt.ArrayLike] = ()
) -> MeshData:
    """Paving with a skirt that reaches 1.5 m into the ground."""
    skirt = extrude.prism(outline, -1.5, top_m - 0.02, KERB, top=False)
    floor = diced(extrude.sheet(outline, top_m, paint, holes=holes), 2.6)
    return merge([skirt, floor])


def rings(
    radii_m: Sequence[float], top_m: float, paints: Sequence[Paint], *, sides: int = 48
) -> MeshData:
    """Flat rings of paving from the outermost radius inwards, paints in turn."""
    pieces = []
    for k, (outer, inner) in enumerate(pairwise(radii_m)):
        hole = [profile.circle(inner, sides)] if inner > 0.0 else []
        sheet = extrude.sheet(
            profile.circle(outer, sides), top_m, paints[k % len(paints)], holes=hole
        )
        pieces.append(diced(sheet, 2.6))
    return merge(pieces)


def skirt(outline: npt.ArrayLike, top_m: float) -> MeshData:
    """A kerb round a place, down to 1.5 m under the ground."""
    return extrude.prism(outline, -1.5, top_m - 0.02, KERB, top=False)


def bed(outline: npt.ArrayLike, top_m: float, paint: Paint, *, kerb_m: float = 0.16) -> MeshData:
    """A lawn inside a low kerb that stands 6 cm over it."""
    inner = profile.offset(outline, -kerb_m)
    kerb = extrude.prism(outline, 0.0, top_m + 0.06, KERB, holes=[inner], bottom=False)
    return merge([kerb, diced(extrude.sheet(inner, top_m, paint), 3.0)])


def on(plan: npt.ArrayLike, top_m: float) -> F64:
    """(k, 3) places on a floor."""
    spots = np.asarray(plan, np.float64).reshape(-1, 2)
    return np.column_stack([spots, np.full(len(spots), top_m)])


def on_ring(turn_deg: npt.ArrayLike, radius_m: float, top_m: float) -> F64:
    """(k, 3) places on a circle, degrees counter-clockwise from +x."""
    turn = np.radians(np.asarray(turn_deg, np.float64))
    return on(np.column_stack([radius_m * np.cos(turn), radius_m * np.sin(turn)]), top_m)


def demo() -> MeshData:
    """A round place of two rings with a lawn."""
    stone = Paint("paving", "#A79F95")
    ring = rings((6.0, 4.0, 2.0), 0.05, (stone, stone.shaded(0.85)))
    return merge([ring, skirt(profile.circle(6.0, 48), 0.05)])
