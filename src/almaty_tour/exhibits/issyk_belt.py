"""A leather belt with sixteen gold plaques: heads of elk-griffins, and elks turned about."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import gold_beasts, gold_heads, patina
from almaty_tour.exhibits._shared import gold_relief as gold
from almaty_tour.exhibits._shared.display import DARK_WOOD
from almaty_tour.exhibits._shared.fitting import fitted
from almaty_tour.kit import extrude, profile, transform, tube
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
LEATHER, THREAD = Paint("leather", "#4A2114"), Paint("leather", "#7A4A2C")
HALF_WIDE, HALF_DEEP = 16.6, 13.2
TOP, LOW, THICK = 1.6, 2.2, 0.5
"""Where the board ends and where the strap begins; how thick the strap is."""
CLASP_CM, LARGE_CM, SMALL = 3.4, 9.7, 13
BEND_CM = 17.0


def build(spec: ExhibitSpec) -> Model:
    """The belt stands on its edge as a loop, tied in front with a thong."""
    high = spec.size_cm("height", "strap")
    loop, along = _loop()
    middle = LOW + high / 2
    starts = _starts(float(along[-1]))
    small, large = _plaques(spec)
    groups: dict[str, list[F64]] = {"heads": [], "elks": []}
    for at, name in starts:
        flip = at < along[-1] / 2
        groups[name].append(_frame(at, middle, along, loop, flip=flip))
    pieces = [
        as_part(_board(loop), "board"),
        as_part(_strap(loop, high), "strap"),
        as_part(transform.replicate(small, groups["heads"]), "heads"),
        as_part(transform.replicate(large, groups["elks"]), "elks"),
        as_part(_thongs(middle), "thongs"),
    ]
    return Model(merge(pieces))


def _loop() -> tuple[F64, F64]:
    """The outer line of the strap seen from above, round from the front, and lengths along it."""
    turn = np.radians(np.linspace(-90.0, 270.0, 241))
    loop = np.column_stack([HALF_WIDE * np.cos(turn), HALF_DEEP * np.sin(turn)])
    steps = np.hypot(*np.diff(loop, axis=0).T)
    return loop, np.concatenate([[0.0], np.cumsum(steps)])


def _board(loop: F64) -> MeshData:
    """An oval board, a little larger than the belt, with a step that it stands on."""
    oval = loop[:-1:2] * [1.1, 1.16] + [0.0, -0.9]
    low = extrude.prism(oval, 0.0, TOP - 0.3, DARK_WOOD, top=False)
    edge = extrude.prism(
        oval, TOP - 0.3, TOP, DARK_WOOD, top_outline=profile.offset(oval, -0.3), bottom=False
    )
    pad = extrude.prism(loop[:-1] * 0.993, TOP - 0.05, LOW + 0.02, DARK_WOOD)
    return merge([low, edge, pad])


def _starts(length: float) -> list[tuple[float, str]]:
    """Middles of the plaques along the strap: a large one at either side of the knot and behind."""
    order = ["elks", *["heads"] * 6, "elks", *["heads"] * 7, "elks"]
    small = (length - CLASP_CM - 3 * LARGE_CM) / SMALL
    at, found = CLASP_CM / 2, []
    for name in order:
        wide = LARGE_CM if name == "elks" else small
        found.append((at + wide / 2, name))
        at += wide
    return found


def _frame(at: float, z: float, along: F64, loop: F64, *, flip: bool) -> F64:
    """(4, 4): x along the strap, y up, z out of it; mirrored where beasts look back to the knot."""
    x, y = np.interp(at, along, loop[:, 0]), np.interp(at, along, loop[:, 1])
    out = np.array([x / HALF_WIDE**2, y / HALF_DEEP**2, 0.0])
    out /= np.linalg.norm(out)
    side = np.cross([0.0, 0.0, 1.0], out)
    frame = np.eye(4)
    frame[:3, 0], frame[:3, 1], frame[:3, 2] = (-side if flip else side), (0.0, 0.0, 1.0), out
    frame[:3, 3] = np.array([x, y, z]) + 0.03 * out
    return frame


def _plaques(spec: ExhibitSpec) -> tuple[MeshData, MeshData]:
    """A head and an elk, their middles at the origin, bent a little like the strap."""

    def bent(points: F64) -> F64:
        angle, out = points[:, 0] / BEND_CM, BEND_CM + points[:, 2]
        return np.column_stack([out * np.sin(angle), points[:, 1], out * np.cos(angle) - BEND_CM])

    head = gold.placed(gold_heads.elk_griffin(), -2.2, -1.95, 0.92)
    elk = gold.placed(gold_beasts.elk(), -4.55, -3.85, 1.72)
    made = gold.sheet(head, 0.066, warp=bent, seed=2, fine=0.007, rim=0.1)
    big = gold.sheet(elk, 0.068, warp=bent, seed=7, fine=0.004, rim=0.12)
    head_high, elk_high = spec.size_cm("height", "heads"), spec.size_cm("height", "elks")
    return fitted(made, depth_cm=head_high), fitted(big, depth_cm=elk_high)


def _strap(loop: F64, high: float) -> MeshData:
    """A band of leather with a seam along both edges."""
    outer = loop[:-1]
    inner = outer * [(HALF_WIDE - THICK) / HALF_WIDE, (HALF_DEEP - THICK) / HALF_DEEP]
    band = extrude.prism(outer, LOW, LOW + high, LEATHER, holes=[inner])
    seams = []
    for z in (LOW + 0.35, LOW + high - 0.35):
        ring = np.column_stack([outer * 1.003, np.full(len(outer), z)])
        seams += [tube.tube(ring[k : k + 3], 0.07, THREAD, sides=4) for k in range(0, 238, 4)]
    return merge([patina.mottled(band, 0.15, 3.0, 4), *seams])


def _thongs(middle: float) -> MeshData:
    """A knot before the ends of the strap and two thongs that hang to the board."""
    y = -HALF_DEEP - 0.1
    paths = [
        [(-1.3, y, middle + 0.5), (0.0, y - 0.6, middle + 0.2), (1.3, y, middle - 0.5)],
        [(1.3, y, middle + 0.5), (0.0, y - 0.8, middle), (-1.3, y, middle - 0.5)],
    ]
    paths += [
        [(0.2 * side, y - 0.7, middle), (0.7 * side, y - 1.0, middle - 1.8),
         (0.8 * side, y - 1.0, TOP + 0.9), (1.1 * side, y - 1.6, TOP + 0.3),
         (1.7 * side, y - 3.2, TOP + 0.25)]
        for side in (-1.0, 1.0)
    ]  # fmt: skip
    ropes = [tube.tube(gold.smooth_path(path), 0.24, THREAD, sides=10) for path in paths]
    return merge(ropes)
