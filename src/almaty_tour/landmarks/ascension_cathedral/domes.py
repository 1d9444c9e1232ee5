"""The five octagons of the Ascension Cathedral: drums, fans, diamond domes, onions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.diamonds import diamond_dome
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.tube import tube
from almaty_tour.kit.wall import Placed, edge_length_m, walls
from almaty_tour.landmarks.ascension_cathedral import ornament, paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
SIDES = 8
R, G, B = paint.SCALE_RED, paint.SCALE_GREEN, paint.SCALE_BLUE

MAIN_SECTION = profile.line(
    (6.12, 23.9), (6.1, 24.7), (5.95, 25.6), (5.62, 26.5), (5.15, 27.3), (4.5, 28.2),
    (3.7, 29.05), (2.8, 29.9), (2.0, 30.5),
)  # fmt: skip
SMALL_SECTION = profile.line(
    (3.2, 19.4), (3.16, 20.1), (3.0, 20.9), (2.72, 21.6), (2.3, 22.35), (1.75, 23.1),
    (1.2, 23.75), (0.82, 24.25),
)  # fmt: skip


@dataclass(frozen=True)
class Drum:
    """The numbers of one octagon, metres and heights above the ground."""

    apothem_m: float
    foot_m: float
    sill_m: float
    cornice_m: float
    cornice_high_m: float
    base_line_m: float


MAIN = Drum(6.1, 14.0, 17.3, 23.1, 0.85, 16.15)
SMALL = Drum(3.15, 13.8, 16.0, 18.85, 0.6, 15.4)


def octagon(apothem_m: float) -> F64:
    """A regular octagon with sides facing the main directions, by its apothem."""
    return profile.regular(SIDES, apothem_m / np.cos(np.pi / SIDES), 180.0 / SIDES)


def main_dome() -> MeshData:
    """The great octagon over the crossing, its axis at the origin, top of the cross 39.6 m."""
    drum = merge([_drum_walls(MAIN, _twin_windows), _main_dress(), _cornices(MAIN)])
    fans = ornament.fan(2.56, 1.2, petals=9, steps=14, eye=paint.DARK)
    spokes = _eye_spokes(2.56)
    ring = transform.around(merge([fans, spokes]), SIDES, 6.2, z_m=23.95)
    rows = [R, B, G, R, B, G, R]
    skin = diamond_dome(MAIN_SECTION, SIDES, rows, paint.SCALE_WHITE, tile_m=0.92)
    shell = merge([skin, _core(MAIN_SECTION), _ribs(MAIN_SECTION, 0.12)])
    return merge([drum, ring, shell, _main_lantern()])


def small_dome() -> MeshData:
    """A corner octagon, its axis at the origin."""
    drum = merge([_drum_walls(SMALL, _single_window), _small_dress(), _cornices(SMALL)])
    fan = ornament.fan(1.31, 0.7, petals=7, steps=8, eye=paint.WHITE)
    ring = transform.around(fan, SIDES, 3.24, z_m=19.42)
    rows = [B, G, B, G, B, G]
    skin = diamond_dome(SMALL_SECTION, SIDES, rows, paint.SCALE_WHITE, tile_m=0.74)
    shell = merge([skin, _core(SMALL_SECTION), _ribs(SMALL_SECTION, 0.075)])
    return merge([drum, ring, shell, _small_lantern()])


def _drum_walls(drum: Drum, windows: object) -> MeshData:
    outline = octagon(drum.apothem_m)
    length = edge_length_m(outline, 0)
    openings: Sequence[Placed] = windows(length, drum)  # type: ignore[operator]
    sides = dict.fromkeys(range(SIDES), openings)
    height = drum.cornice_m - drum.foot_m
    return walls(outline, height, paint.CREAM, sides, z_m=drum.foot_m)


def _twin_windows(length: float, drum: Drum) -> Sequence[Placed]:
    pane = ornament.bare(ornament.window(1.12, 3.4, (3, 5)))
    return [Placed(length / 2 + x, drum.sill_m - drum.foot_m, pane) for x in (-0.72, 0.72)]


def _single_window(length: float, drum: Drum) -> Sequence[Placed]:
    pane = ornament.window(0.98, 2.15, (3, 4))
    return [Placed(length / 2, drum.sill_m - drum.foot_m, pane)]


def _cornices(drum: Drum) -> MeshData:
    """White, pink and blue lines at the foot, the sill and the head of a drum."""
    outline = octagon(drum.apothem_m)
    high, out = drum.cornice_high_m, 0.62 * drum.cornice_high_m
    crown = extrude.sweep(
        ornament.cornice(high, out), outline, paint.WHITE, z_m=drum.cornice_m, crease_deg=20.0,
        back=False,
    )  # fmt: skip
    line = profile.line((0.0, 0.0), (0.55 * out, 0.0), (0.55 * out, 0.1), (0.0, 0.1))
    pink = extrude.sweep(line, outline, paint.PINK, z_m=drum.cornice_m - 0.13, back=False)
    blue = extrude.sweep(line, outline, paint.PALE_BLUE, z_m=drum.cornice_m - 0.26, back=False)
    low = profile.string_course(0.34, 0.2)
    foot = extrude.sweep(low, outline, paint.WHITE, z_m=drum.base_line_m, back=False)
    under = profile.line((0.0, 0.0), (0.1, 0.0), (0.1, 0.14), (0.0, 0.14))
    rose = extrude.sweep(under, outline, paint.PINK, z_m=drum.base_line_m - 0.16, back=False)
    length = edge_length_m(octagon(drum.apothem_m + 0.2 * out), 0)
    top_m = drum.cornice_m + 0.29 * high
    teeth = transform.move(ornament.dentils(length, 0.17), -length / 2, 0.0, top_m)
    ring = transform.around(teeth, SIDES, drum.apothem_m + 0.2 * out)
    top = extrude.prism(
        octagon(drum.apothem_m + 0.9 * out),
        drum.cornice_m + 0.93 * high,
        drum.cornice_m + high + 0.1,
        paint.ROOF_DARK,
        top_outline=octagon(drum.apothem_m - 0.1),
        crease_deg=0.0,
    )
    return merge([crown, pink, blue, foot, rose, ring, top])


def _main_dress() -> MeshData:
    """Boards, hoods, flutes and frieze fields on the eight sides of the main drum."""
    length = edge_length_m(octagon(MAIN.apothem_m), 0)
    sill, top = MAIN.sill_m, MAIN.sill_m + 3.4
    pieces = [
        _board(-1.62, -1.28, sill - 0.3, top + 0.25, 0.1, ends=False),
        _board(1.28, 1.62, sill - 0.3, top + 0.25, 0.1, ends=False),
        _board(-0.16, 0.16, sill, top, 0.1, ends=False),
        _board(-1.7, 1.7, top, top + 0.3, 0.12),
        _board(-1.75, 1.75, sill - 0.42, sill - 0.12, 0.16),
        transform.move(ornament.keel_hood(3.7, 1.15), 0.0, 0.0, top + 0.3),
    ]
    for side in (-1.0, 1.0):
        at = side * (length / 2 - 0.36)
        pieces += [
            _board(at + shift - 0.06, at + shift + 0.06, 17.6, 21.6, 0.14, ends=False)
            for shift in (-0.2, 0.0, 0.2)
        ]
        pieces.append(_board(at - 0.34, at + 0.34, 16.9, 17.6, 0.12))
        pieces.append(_board(at - 0.32, at + 0.32, 21.6, 21.9, 0.14))
        pieces.append(_field(at, 22.45, 0.5, 0.7))
        pieces.append(_field(side * 0.95, 22.6, 1.5, 0.42))
    return transform.around(merge(pieces), SIDES, MAIN.apothem_m)


def _small_dress() -> MeshData:
    length = edge_length_m(octagon(SMALL.apothem_m), 0)
    top = SMALL.sill_m + 2.15
    pieces = [
        _board(-0.75, -0.49, 15.7, top, 0.1),
        _board(0.49, 0.75, 15.7, top, 0.1),
        transform.move(ornament.keel_hood(1.75, 0.62), 0.0, 0.0, top + 0.06),
        _field(0.0, 14.75, 1.6, 0.6),
    ]
    for side in (-1.0, 1.0):
        at = side * (length / 2 - 0.12)
        low, high = (at - 0.12, 15.75), (at + 0.12, 18.7)
        pieces.append(ornament.board(low, high, 0.07, paint.YELLOW, ends=False))
    return transform.around(merge(pieces), SIDES, SMALL.apothem_m)


def _board(
    x0: float, x1: float, z0: float, z1: float, out_m: float, *, ends: bool = True
) -> MeshData:
    return ornament.board((x0, z0), (x1, z1), out_m, paint.WHITE, ends=ends)


def _field(x: float, z: float, width_m: float, height_m: float) -> MeshData:
    """A white framed field on a wall, its middle at (x, z)."""
    outer = profile.rectangle(width_m, height_m, (x, z))
    inner = profile.rectangle(width_m - 0.16, height_m - 0.16, (x, z))
    frame = ornament.painted(outer, -0.06, paint.WHITE, [inner])
    fill = ornament.painted(inner, -0.02, paint.YELLOW)
    return merge([frame, fill])


def _eye_spokes(radius_m: float) -> MeshData:
    """White spokes over the half-round window in the hub of a big fan."""
    pieces = []
    for angle in (30.0, 60.0, 90.0, 120.0, 150.0):
        c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        tip = 0.27 * radius_m
        pieces.append(
            tube([(0.0, -0.05, 0.02), (tip * c, -0.05, tip * s)], 0.035, paint.WHITE, sides=4)
        )
    return merge(pieces)


def _core(section: F64) -> MeshData:
    """The closed dome under the painted skin: what a gap between two scales would show."""
    few = section[[0, 2, 4, -1]]
    points = np.column_stack([(few[:, 0] - 0.03) / np.cos(np.pi / SIDES), few[:, 1]])
    return lathe.lathe(
        points, paint.SCALE_WHITE, sides=SIDES, start_deg=180.0 / SIDES, crease_deg=0.0
    )


def _ribs(section: F64, radius_m: float) -> MeshData:
    """Gilded ribs on the edges of a dome."""
    corner = section[:, 0] / np.cos(np.pi / SIDES)
    line = np.column_stack([np.zeros(len(section)), -corner, section[:, 1]])
    rib = tube(line[1:], radius_m, paint.GILT_EDGE, sides=4)
    return transform.around(rib, SIDES, start_deg=-90.0 + 180.0 / SIDES)


def _eight(section: npt.ArrayLike, colour: Paint) -> MeshData:
    """A small eight-sided turned piece, corner radius and height."""
    return lathe.lathe(section, colour, sides=SIDES, start_deg=180.0 / SIDES, crease_deg=0.0)


def _main_lantern() -> MeshData:
    """Gallery, red drum, onion and cross of the main dome."""
    pieces = [
        _eight([(2.3, 30.35), (2.35, 30.6), (2.1, 30.7)], paint.CRIMSON),
        _eight([(2.05, 30.65), (2.05, 31.0)], paint.PALE_BLUE),
        _eight([(2.2, 31.0), (2.2, 31.22)], paint.WHITE),
        _eight([(1.12, 31.2), (1.12, 32.9)], paint.CRIMSON),
        _eight([(1.2, 32.85), (1.42, 33.0), (1.42, 33.2), (1.2, 33.3)], paint.PINK),
        _eight([(1.3, 33.28), (1.3, 33.42), (0.9, 33.45)], paint.GILT_EDGE),
        transform.around(_gallery_side(), SIDES, 2.0, z_m=31.2),
        transform.around(_board(-0.1, 0.1, 31.3, 32.8, 0.06), SIDES, 1.08, start_deg=-67.5),
        transform.move(ornament.onion(1.27, 2.85), z=33.35),
        ornament.ball(0.34, 36.45),
        transform.move(ornament.cross(2.85), z=36.75),
        ornament.stays(37.6, 33.6, 0.75, 1.15),
    ]
    return merge(pieces)


def _gallery_side() -> MeshData:
    """One side of the gilded lattice round the main lantern."""
    half, high = 0.83, 0.95
    holes = []
    for i in range(4):
        x = -half + (i + 0.5) * half / 2
        holes.append(profile.regular(4, 0.19) + np.array([x, 0.32]))
        holes.append(profile.rectangle(0.28, 0.18, (x, 0.72)))
    outline = profile.rectangle(2 * half, high, (0.0, high / 2))
    return extrude.panel(outline, -0.04, 0.04, paint.GILT_EDGE_WALL, holes=holes, crease_deg=0.0)


def _small_lantern() -> MeshData:
    """Neck, onion and cross of a corner dome."""
    pieces = [
        _eight([(0.95, 24.15), (1.02, 24.35), (0.85, 24.5)], paint.CRIMSON),
        _eight([(0.8, 24.45), (0.66, 24.75), (0.64, 25.45), (0.8, 25.75)], paint.PINK),
        _eight([(0.82, 25.7), (1.0, 25.85), (0.98, 26.02), (0.8, 26.1)], paint.CRIMSON),
        transform.around(_board(-0.05, 0.05, 24.7, 25.6, 0.05), SIDES, 0.6, start_deg=-67.5),
        transform.move(ornament.onion(1.02, 2.55, sides=16), z=26.05),
        ornament.ball(0.24, 28.72),
        transform.move(ornament.cross(2.7), z=28.9),
        ornament.stays(29.9, 26.3, 0.6, 0.9),
    ]
    return merge(pieces)
