"""A rock panel with sun-headed figures after those of Tamgaly: dark varnish, light pecked marks."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits.tamgaly_sunhead.figures import Bars, distance, panel
from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, Model, as_part

F64 = npt.NDArray[np.float64]
ROCK = Paint("carved_stone", "#2E2D32")
RUST, PECKED, LICHEN, BREAK = "#42362F", "#A3968A", "#8C8772", "#77695A"
COLUMNS, ROWS, THICK_CM, CUT_CM = 250, 186, 20.0, 0.14
EDGES = (-41.0, 3.0, 49.0)
"""Where slanting cracks cross the foot of the slab; each facet has a depth of its own."""
SLANT, DEPTHS = 0.10, (-2.6, 0.0, 1.2, -3.4)
CRACKS: Bars = [
    (-60.0, 25.0, -20.0, 22.0, 0.2), (-20.0, 22.0, 8.0, 25.5, 0.2), (8.0, 91.0, 60.0, 60.0, 0.2),
]  # fmt: skip


def build(spec: ExhibitSpec) -> Model:
    """One upright slab; its front is a field of heights, its back is rough and plain."""
    wide, high = spec.size_cm("width"), spec.size_cm("height")
    made = fitted(_slab(wide, high), width_cm=wide, height_cm=high)
    return Model(as_part(grounded(_tinted(made)), "rock"))


def _plan(wide: float, high: float) -> F64:
    """(n, 2) places of the front: a block with broken sides and a stepped top."""
    across, up = np.meshgrid(np.linspace(-1.0, 1.0, COLUMNS), np.linspace(0.0, 1.0, ROWS))
    u, v = across.reshape(-1), up.reshape(-1)
    side = np.stack([np.sign(u) * 50.0, np.zeros(len(u)), v * high], axis=1)
    top = np.stack([u * wide / 2, np.zeros(len(u)), np.full(len(u), 200.0)], axis=1)
    reach = wide / 2 - 4.5 * np.abs(u) * (1.0 + patina.noise(side, 9.0, 3)) * (0.5 + 0.8 * v)
    jump = np.select([u < -0.62, u < 0.1, u < 0.8], [0.90, 1.0, 0.97], 0.84)
    rise = high * v * (1.0 - v**3 * (1.0 - jump - 0.02 * patina.noise(top, 7.0, 4)))
    return np.stack([u * reach, rise], axis=1)


def _facet(at: F64) -> F64:
    """(n,) distances to the nearest slanting edge of the steps, in centimetres."""
    across = at[:, 0] + SLANT * at[:, 1]
    return np.asarray(np.min([np.abs(across - edge) for edge in EDGES], axis=0))


def _heights(at: F64) -> F64:
    """(n,) how far the front stands out: facets, grain, cracks, pecked cuts."""
    across = at[:, 0] + SLANT * at[:, 1]
    height = np.full(len(at), DEPTHS[0])
    for edge, before, after in zip(EDGES, DEPTHS[:-1], DEPTHS[1:], strict=True):
        height += (after - before) * np.clip((across - edge) / 0.7 + 0.5, 0.0, 1.0)
    flat = np.column_stack([at[:, 0], np.zeros(len(at)), at[:, 1]])
    height += 0.9 * patina.noise(flat, 22.0, 11) + 0.22 * patina.noise(flat, 3.0, 12)
    height -= 1.1 * np.clip(1.0 - distance(at, CRACKS) / 0.5, 0.0, 1.0)
    depth = CUT_CM * (1.0 + 0.5 * patina.noise(flat, 1.1, 13))
    return np.asarray(height - depth * np.clip(0.5 - distance(at, panel()) / 0.5, 0.0, 1.0))


def _slab(wide: float, high: float) -> MeshData:
    at = _plan(wide, high)
    front = np.column_stack([at[:, 0], -THICK_CM / 2 - _heights(at), at[:, 1]])
    index = np.arange(len(at)).reshape(ROWS, COLUMNS)
    rim = np.concatenate([index[0, :-1], index[:-1, -1], index[-1, :0:-1], index[:0:-1, 0]])
    ring = front[rim]
    back = np.column_stack(
        [ring[:, 0], THICK_CM / 2 + 1.5 * patina.noise(ring * 1.0, 8.0, 17), ring[:, 2]]
    )
    middle = np.array([[0.0, THICK_CM / 2 + 2.0, high / 2]])
    here = len(at) + np.arange(len(rim))
    after, centre = np.roll(here, -1), np.full(len(rim), len(at) + len(rim))
    ahead = np.roll(rim, -1)
    sides = [np.stack([rim, here, after], axis=1), np.stack([rim, after, ahead], axis=1)]
    cap = np.stack([here, centre, after], axis=1)
    faces = np.concatenate([grid_faces(ROWS, COLUMNS)[:, ::-1], *sides, cap])
    return solid(np.concatenate([front, back, middle]), faces, ROCK, crease_deg=40.0)


def _tinted(data: MeshData) -> MeshData:
    """Rust in the varnish, light grain where it is pecked, lichen in cracks, fresh breaks."""
    spots = data.positions.astype(np.float64)
    at, front = spots[:, [0, 2]], spots[:, 1] < -THICK_CM / 2 + 6.0
    made = patina.mottled(data, 0.18, 6.0, 21)
    made = patina.stained(made, RUST, 0.8 * np.clip(patina.noise(spots, 26.0, 22) + 0.15, 0.0, 1.0))
    fresh = np.clip(
        (at[:, 0] - 44.0 + 0.1 * at[:, 1] + 5.0 * patina.noise(spots, 6.0, 23)) / 2.0, 0, 1
    )
    made = patina.stained(made, BREAK, 0.7 * fresh * (at[:, 1] > 66.0))
    seam = np.minimum(distance(at, CRACKS) + 0.2, _facet(at) - 0.4)
    pale = np.clip(patina.noise(spots, 5.0, 24) + 0.1, 0.0, 0.55)
    made = patina.stained(made, LICHEN, pale * np.clip(1.0 - seam / 0.6, 0.0, 1.0) * front)
    grain = 0.80 + 0.45 * patina.noise(spots, 0.8, 25)
    ragged = distance(at, panel()) + 0.35 * patina.noise(spots, 1.0, 26)
    share = grain * np.clip(0.65 - ragged / 0.5, 0.0, 1.0)
    return patina.stained(made, PECKED, share * front)
