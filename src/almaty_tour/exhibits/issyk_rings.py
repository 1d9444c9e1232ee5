"""Two gold finger rings in a tray of felt rolls: a seal with a profile, and a plain mirror."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import gold_relief as gold
from almaty_tour.exhibits._shared.display import CLOTH, DARK_WOOD, board
from almaty_tour.exhibits._shared.fitting import fitted
from almaty_tour.exhibits._shared.gold_relief import GOLD, Mark, Piece
from almaty_tour.kit import lathe, profile, skin, transform, tube
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
HOOP, THICK = 1.04, 0.17
"""Radius of the middle line of a hoop and half its thickness."""
LEAN_DEG, APART, TRAY = 40.0, 1.5, 0.6
ROLL, PITCH = 0.52, 1.12


def build(spec: ExhibitSpec) -> Model:
    """The rings are stuck between two rolls and lean to the front, so that their faces show."""
    rings = [("seal", _seal(), -APART), ("plain", _plain(), APART)]
    pieces = []
    for name, ring, x in rings:
        sized = fitted(ring, width_cm=spec.size_cm("width", name))
        stood = transform.move(transform.turn(sized, "x", LEAN_DEG), x=x, y=-0.35, z=TRAY + 1.5)
        pieces.append(as_part(stood, name))
    return Model(merge([*pieces, *_tray()]))


def _tray() -> list[MeshData]:
    """A wooden tray with rolls of felt side by side."""
    long, deep = 4 * APART + 0.6, 3 * PITCH + 0.9
    rolls = []
    for row in (-1.0, 0.0, 1.0):
        share = np.linspace(0.0, 1.0, 41)
        line = np.column_stack([(share - 0.5) * (long - 0.5), np.full(41, row * PITCH),
                                np.full(41, TRAY + 0.35)])  # fmt: skip
        rolls.append(tube.tube(line, ROLL, CLOTH, sides=36, crease_deg=60.0))
    return [
        as_part(board(long + 0.5, deep + 0.3, DARK_WOOD, TRAY), "tray"),
        as_part(merge(rolls), "rolls"),
    ]


def _hoop(shoulder: float, low: float) -> MeshData:
    """A hoop about the y axis, `low` wide below and `shoulder` where it carries the bezel."""

    def field(p: F64) -> F64:
        away = np.hypot(p[:, 0], p[:, 2])
        up = np.clip(p[:, 2] / np.maximum(away, 1e-6), -1.0, 1.0)
        rise = np.clip(0.5 + 0.5 * up, 0.0, 1.0) ** 2.4
        half = low + (shoulder - low) * rise
        thick = THICK * (1.0 + 0.35 * rise)
        q = np.sqrt(((away - HOOP) / thick) ** 2 + (p[:, 1] / half) ** 2)
        return np.asarray((q - 1.0) * thick * 0.8)

    return skin.skin(field, (-1.6, -1.1, -1.6), (1.6, 1.1, 1.6), 0.034, GOLD, triangles=8000)


def _seal() -> MeshData:
    """The bezel is an oval plate cut with the profile of a person in a rayed headdress."""
    plan = gold.outline(profile.smooth([(1.02, 0), (0.72, 0.62), (0, 0.86), (-0.72, 0.62),
                                        (-1.02, 0), (-0.72, -0.62), (0, -0.86), (0.72, -0.62)],
                                       6, closed=True), 0)  # fmt: skip
    edge = [Mark(gold.limb(_oval(0.91, 0.75), 0.0), 0.05, 0.05)]
    figure = gold.figure([Piece(plan, 0.1, 0.16)], [*_profile(), *edge])
    plate = gold.sheet(figure, 0.02, rim=0.16, fine=0.0012, seed=3, grime=1.0)
    return merge([_hoop(0.62, 0.2), transform.move(plate, z=HOOP + 0.12)])


def _oval(wide: float, deep: float) -> F64:
    turn = np.linspace(0.0, 2.0 * np.pi, 49)
    return np.column_stack([wide * np.cos(turn), deep * np.sin(turn)])


def _profile() -> list[Mark]:
    """A head that looks to +x, cut in: face, neck, and feathers that stand up as rays."""
    face = gold.outline(
        [(-0.3, -0.2), (-0.28, 0.1), (-0.1, 0.2), (0.16, 0.18), (0.2, 0.05), (0.34, -0.1),
         (0.22, -0.14), (0.26, -0.2), (0.2, -0.25), (0.23, -0.31), (0.12, -0.4), (0.0, -0.42),
         (0.02, -0.62), (-0.34, -0.62), (-0.26, -0.4)], 2,
    )  # fmt: skip
    band = gold.limb([(-0.36, 0.14), (-0.05, 0.28), (0.24, 0.2)], 0.035)
    rays = []
    for turn in np.radians(np.linspace(28.0, 176.0, 8)):
        way = np.array([np.cos(turn), np.sin(turn)])
        root = np.array([-0.06, 0.12])
        rays.append(gold.limb([root + 0.24 * way, root + 0.54 * way], [0.02, 0.045]))
    hair = gold.limb([(-0.3, -0.1), (-0.42, -0.3), (-0.4, -0.5)], [0.07, 0.07, 0.04])
    cuts = [Mark(plan, 0.1, 0.025) for plan in (face, band, hair, *rays)]
    eye = Mark(gold.limb([(0.08, 0.02), (0.17, 0.01)], 0.018), -0.07, 0.025)
    ear = Mark(gold.limb([(-0.14, 0.0), (-0.18, -0.1), (-0.12, -0.14)], 0.014), -0.06, 0.025)
    return [*cuts, eye, ear]


def _plain() -> MeshData:
    """A heavier hoop with a smooth round bezel, a little hollow like a mirror."""
    line = profile.line(
        (0.01, 0.0), (0.62, 0.0), (0.92, 0.1), (0.97, 0.2), (0.93, 0.28), (0.84, 0.28), (0.78,
            0.24),
        (0.5, 0.21), (0.01, 0.2),
    )  # fmt: skip
    bezel = lathe.lathe(profile.joined(line), GOLD, sides=96, crease_deg=40.0, caps=True)
    return merge([_hoop(0.7, 0.27), transform.move(bezel, z=HOOP + 0.12)])
