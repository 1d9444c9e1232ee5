"""The gold domes of the Central Mosque on their drums, and the shells on the roof."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import dome, extrude, hexahedra, lathe, profile, transform
from almaty_tour.kit.finial import crescent_spire
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.plates import plated_dome
from almaty_tour.kit.solid import solid
from almaty_tour.kit.wall import Placed, edge_length_m, walls
from almaty_tour.landmarks.central_mosque import paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
ROOF_M = 13.4
OCTAGON = 10.45
OCTAGON_TOP = 17.4
DRUM = 9.72
DRUM_TOP = 21.5
DOME_FOOT = 22.05
DOME_TOP = 36.0
RADIUS = 9.93


def main_dome() -> MeshData:
    """Octagon, inscribed drum, stalactite ring and the gold dome, its axis at the origin."""
    return merge([_octagon(), _inscribed_drum(), _stalactites(), _gold()])


def _octagon() -> MeshData:
    """The white lower drum with three arched windows on each side."""
    plan = profile.regular(8, OCTAGON / np.cos(np.pi / 8), 22.5)
    length = edge_length_m(plan, 0)
    window = Opening(
        1.05, 1.95, head="persian", reveal_m=0.4, bars=(3, 4), frame_m=0.12, frame=paint.DARK,
        reveal=paint.SHADE, sill_out_m=0.12,
    )  # fmt: skip
    placed = [Placed(length / 2 + x, 1.35, window) for x in (-2.15, 0.0, 2.15)]
    base = ROOF_M - 0.4
    shell = walls(plan, OCTAGON_TOP - base, paint.MARBLE, dict.fromkeys(range(8), placed), z_m=base)
    lid = extrude.prism(
        profile.offset(plan, 0.12),
        OCTAGON_TOP - 0.05,
        OCTAGON_TOP + 0.12,
        paint.SHADE,
        crease_deg=0.0,
    )
    low = extrude.sweep(
        profile.line((0, 0), (0.12, 0), (0.12, 0.3), (0, 0.36)), plan, paint.SMOOTH, z_m=ROOF_M
    )
    return merge([shell, lid, low])


def _inscribed_drum() -> MeshData:
    """The tan drum: fields of lozenges, two white bands of script-like strokes."""
    body = lathe.lathe(profile.line((DRUM, OCTAGON_TOP), (DRUM, DRUM_TOP)), paint.DRUM, sides=64)
    rim = lathe.ring(profile.fillet(0.07, 0.05), DRUM, paint.DRUM_LINE, sides=64)
    rims = [transform.move(rim, z=z) for z in (17.75, 18.05, 20.75, 21.2)]
    lozenge = extrude.panel(profile.regular(4, 0.17), -0.03, 0.02, paint.DRUM_LINE, back=False)
    rows = [
        transform.around(lozenge, 60, DRUM * np.cos(np.pi / 64), start_deg=-90 + shift, z_m=z)
        for z, shift in ((20.98, 0.0), (17.9, 1.9))
    ]
    return merge([body, *rims, *rows, _script()])


def _script() -> MeshData:
    """Raised white strokes in the manner of square Kufic: an ornament, not a text."""
    pieces = []
    for kind, strokes in enumerate(_LETTERS):
        word = merge([_stroke(*stroke) for stroke in strokes])
        turns = np.arange(kind, 36, len(_LETTERS)) * 10.0
        places = DRUM * np.stack([np.sin(np.radians(turns)), -np.cos(np.radians(turns))], axis=1)
        spots = np.column_stack([places, np.full(len(turns), 18.35)])
        pieces.append(transform.at(word, spots, turn_deg=turns))
    return merge(pieces)


def _stroke(x: float, z: float, width_m: float, height_m: float) -> MeshData:
    """An upright or level bar that follows the drum: short enough to stay flat."""
    sag = DRUM - np.sqrt(max(DRUM**2 - (x + width_m / 2) ** 2, 0.0))
    low = (x, -0.05 + sag * 0.6, z)
    return extrude.block(low, (x + width_m, 0.12 + sag, z + height_m), paint.SCRIPT)


_T = 0.11
_LETTERS: tuple[tuple[tuple[float, float, float, float], ...], ...] = (
    (
        (-0.8, 0.0, 1.5, _T), (-0.8, 0.0, _T, 0.55), (-0.45, 0.0, _T, 0.8), (0.0, 0.0, _T, 0.5),
        (-0.75, 1.15, 1.5, _T), (-0.5, 1.15, _T, 0.95), (0.05, 1.15, _T, 0.95),
        (0.4, 1.15, _T, 0.5), (0.55, 0.0, _T, 0.6),
    ),
    (
        (-0.7, 0.25, 0.6, _T), (-0.7, 0.0, _T, 0.36), (-0.2, 0.25, _T, 0.55), (0.2, 0.0, 0.6, _T),
        (0.2, 0.0, _T, 0.85), (0.7, 0.0, _T, 0.4), (-0.7, 1.15, 0.7, _T), (-0.7, 1.15, _T, 0.6),
        (-0.3, 1.15, _T, 1.0), (0.25, 1.15, 0.5, _T), (0.3, 1.15, _T, 0.7), (0.6, 1.15, _T, 1.0),
    ),
    (
        (-0.8, 0.0, 0.9, _T), (-0.5, 0.0, _T, 0.7), (0.0, 0.0, _T, 0.45), (0.35, 0.2, 0.45, _T),
        (0.35, 0.2, _T, 0.6), (-0.8, 1.15, 1.6, _T), (-0.6, 1.15, _T, 1.05), (-0.15, 1.5, 0.4, _T),
        (-0.15, 1.15, _T, 0.45), (0.5, 1.15, _T, 0.95),
    ),
)  # fmt: skip


def _stalactites() -> MeshData:
    """The teal ring under the dome: two rows of small niches between two plates."""
    tooth = extrude.panel(
        profile.opening("pointed", 0.3, 0.4, steps=2)[::-1] * [1.0, -1.0],
        -0.16,
        0.05,
        paint.TEAL_DARK,
    )
    upper = transform.around(tooth, 72, DRUM + 0.1, z_m=DOME_FOOT - 0.04)
    low = lathe.ring(
        profile.line((0, 0), (0.12, 0), (0.2, 0.1), (0, 0.1)), DRUM, paint.TEAL, sides=64
    )
    body = lathe.ring(
        profile.line((-0.2, 0), (0.12, 0.0), (0.3, 0.5), (-0.2, 0.5)), DRUM, paint.TEAL, sides=64
    )
    plate = lathe.ring(
        profile.line((-0.4, 0), (0.36, 0), (0.36, 0.1), (-0.4, 0.1)), DRUM, paint.TEAL, sides=64
    )
    return merge(
        [
            transform.move(low, z=DRUM_TOP - 0.12),
            transform.move(body, z=DRUM_TOP),
            transform.move(plate, z=DOME_FOOT - 0.06),
            upper,
        ]
    )


def _gold() -> MeshData:
    section = dome.curve("timurid", RADIUS, DOME_TOP - DOME_FOOT, 28) + np.array([0.0, DOME_FOOT])
    shell = plated_dome(section, 56, 29, paint.GOLD, seam=paint.SEAM, proud_m=0.02, seam_share=0.03)
    foot = extrude.prism(
        profile.circle(0.95 * RADIUS, 64), DOME_FOOT - 0.05, DOME_FOOT + 0.1, paint.SEAM
    )
    spire = transform.move(crescent_spire(3.2, paint.GOLD), z=DOME_TOP - 0.35)
    return merge([shell, foot, spire])


def apse_dome() -> MeshData:
    """The small keel dome over the apse on its round drum, its axis at the origin."""
    radius, top = 3.3, 17.7
    plan = profile.regular(24, radius, -97.5)
    length = edge_length_m(plan, 0)
    window = Opening(
        0.8,
        2.1,
        head="persian",
        reveal_m=0.3,
        bars=(3, 5),
        frame_m=0.1,
        frame=paint.DARK,
        reveal=paint.SHADE,
    )
    base = ROOF_M - 0.4
    placed = [Placed(length / 2, 1.35, window)]
    shell = walls(plan, top - base, paint.MARBLE, dict.fromkeys(range(0, 24, 3), placed), z_m=base)
    cornice = lathe.ring(
        profile.line((-0.3, 0), (0.06, 0), (0.16, 0.16), (0.16, 0.3), (-0.3, 0.34)),
        radius,
        paint.SMOOTH,
        sides=48,
    )
    knots = [(0.97, 0.0), (1.02, 0.12), (1.02, 0.27), (0.95, 0.43), (0.78, 0.6), (0.5, 0.76)]
    knots += [(0.26, 0.88), (0.1, 0.96), (0.0, 1.0)]
    section = profile.smooth(knots, 3) * [3.45, 6.0] + [0.0, top + 0.25]
    section[:, 0] = np.maximum(section[:, 0], 0.0)
    gold = plated_dome(
        section, 28, 16, paint.GOLD, seam=paint.SEAM, proud_m=0.014, seam_share=0.035
    )
    floor = extrude.prism(profile.circle(3.3, 32), top + 0.2, top + 0.35, paint.SEAM)
    return merge([shell, transform.move(cornice, z=top - 0.05), gold, floor])


def shells(length_m: float, half_m: float, bays: int) -> MeshData:
    """A row of scalloped vault shells along y about the origin, standing on the roof."""
    bay = length_m / bays
    middle = _shell(bay, half_m)
    places = [(0.0, (i - (bays - 1) / 2) * bay) for i in range(bays)]
    lunette = _lunette(bay)
    sides = merge(
        [
            transform.move(transform.turn_z(lunette, 90.0), half_m, 0.0),
            transform.move(transform.turn_z(lunette, -90.0), -half_m, 0.0),
        ]
    )
    return transform.at(merge([middle, sides]), places)


def _rise(share: F64) -> F64:
    """Height of the lunette arch over its bay, 0 at the edges; slightly pointed."""
    return 2.35 * (1.0 - np.abs(share) ** 1.8)


def _shell(bay_m: float, half_m: float) -> MeshData:
    """One closed shell: arched at both sides, high in the middle, hollow between bays."""
    s = np.linspace(-1.0, 1.0, 13)
    t = np.linspace(-1.0, 1.0, 15)
    crown = 2.1 + 1.7 * (1.0 - np.abs(s) ** 2)
    inward = np.sqrt(np.maximum(1.0 - np.abs(t) ** 2.2, 0.0))
    z = _rise(s)[:, None] * (1.0 - inward)[None] + crown[:, None] * inward[None]
    x, y = np.meshgrid(t * half_m, s * bay_m / 2)
    top = np.stack([x, y, z + 0.05], axis=-1).reshape(-1, 3)
    low = top * [1.0, 1.0, 0.0]
    count = len(top)
    faces = extrude.grid_faces(13, 15)
    index = np.arange(count).reshape(13, 15)
    edge = np.concatenate([index[0, :-1], index[:-1, -1], index[-1, :0:-1], index[:0:-1, 0]])
    after = np.roll(edge, -1)
    skirt = np.concatenate(
        [
            np.stack([edge, edge + count, after + count], axis=1),
            np.stack([edge, after + count, after], axis=1),
        ]
    )
    return solid(np.concatenate([top, low]), np.concatenate([faces[:, ::-1], faces + count, skirt]),
                 paint.SHELL, crease_deg=50.0)  # fmt: skip


def _lunette(bay_m: float) -> MeshData:
    """White-edged window in the side of a shell, front to -y."""
    s = np.linspace(1.0, -1.0, 15)
    arch = np.column_stack([0.97 * s * bay_m / 2, _rise(s) + 0.12])
    inner = np.column_stack([0.8 * s * bay_m / 2, 0.78 * _rise(s)])
    band = np.concatenate([arch, inner[::-1]])
    glass = extrude.panel(inner, -0.12, 0.0, paint.GLASS, back=False)
    x = np.array([-1.2, -0.6, 0.0, 0.6, 1.2])
    low = np.column_stack([x, np.full(5, -0.15), np.zeros(5)])
    top = np.interp(x, inner[::-1, 0], inner[::-1, 1])
    bars = hexahedra.struts(low, low + top[:, None] * [0.0, 0.0, 1.0], 0.09, paint.FRAME)
    return merge([extrude.panel(band, -0.4, 0.0, paint.SMOOTH), glass, bars])
