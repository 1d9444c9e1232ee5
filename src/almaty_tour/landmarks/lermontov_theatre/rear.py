"""Hall, stage tower and rear of the Lermontov Theatre with their roofs."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, rail, transform
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.lermontov_theatre import plan as p
from almaty_tour.mesh.data import MeshData, as_part, merge

REAR_M, HALL_M = 10.4, 17.2


def rear(top_m: float) -> MeshData:
    """All that stands behind the foyer; the tower ends at `top_m`."""
    return merge(
        [
            as_part(merge([_low(), _hall()]), "hall"),
            as_part(_tower(top_m), "stage"),
        ]
    )


def _low() -> MeshData:
    """Two storeys of dressing rooms and workshops round the stage."""
    window = Opening(1.7, 1.9, reveal_m=0.25, bars=(2, 1), frame=p.FRAME)
    plain = Opening(1.7, 1.9, reveal_m=0.25, frame_m=0.0)
    gate = Opening(4.2, 4.6, reveal_m=0.3, bars=(4, 3), glass=p.METAL, frame=p.FRAME)

    def rows(
        length: float, kind: Opening = window, skip: tuple[float, float] = (-1.0, -1.0)
    ) -> list[Placed]:
        x = np.arange(2.6, length - 1.6, 3.6)
        x = x[(x < skip[0]) | (x > skip[1])]
        return [Placed(float(v), z, kind) for v in x for z in (2.0, 6.0)]

    sides = {1: rows(40.2), 2: [*rows(58.0, plain, (24.0, 34.0)), Placed(29.0, 0.4, gate)],
             3: rows(40.2)}  # fmt: skip
    shell = bayed_walls(p.REAR, REAR_M, p.STONE, sides, edge_m=4.0)
    foot = extrude.sweep(profile.line((0, -1.5), (0.2, -1.5), (0.2, 0.9), (0, 1.05)), p.REAR,
                         p.FOOT)  # fmt: skip
    edge = extrude.sweep(
        profile.line((-0.4, 0), (0.3, 0), (0.3, 0.5), (-0.4, 0.5)), p.REAR, p.WHITE, z_m=REAR_M
    )
    lid = diced(extrude.sheet(profile.offset(p.REAR, -0.2), REAR_M + 0.12, p.ROOF), 6.0)
    unit = merge(
        [
            extrude.box(2.6, 1.6, 1.3, p.METAL),
            extrude.box(2.2, 1.2, 0.2, p.FRAME, bottom_m=1.3),
        ]
    )
    spots = [(s * 25.5, y, REAR_M + 0.1) for s in (-1, 1) for y in (-4.0, 6.0, 16.0, 25.0)]
    return merge([shell, foot, edge, lid, transform.at(unit, spots)])


def _hall() -> MeshData:
    """The raised cube over the auditorium."""
    shell = diced(extrude.prism(p.HALL, 9.8, HALL_M, p.STONE, bottom=False, top=False), 3.4)
    rim = rail.parapet(p.HALL, p.WHITE, height_m=0.5, thickness_m=0.4, z_m=HALL_M - 0.1)
    lid = diced(extrude.sheet(p.HALL, HALL_M, p.ROOF), 5.0)
    hatch = merge(
        [
            extrude.box(3.0, 1.4, 0.9, p.SHADE),
            extrude.box(2.7, 1.1, 0.25, Paint("mirror_glass"), bottom_m=0.9),
        ]
    )
    hatches = transform.at(hatch, [(x, -4.0, HALL_M) for x in (-15.0, -5.0, 5.0, 15.0)])
    return merge([shell, rim, lid, hatches])


def _tower(top_m: float) -> MeshData:
    """The stage tower: upright flutes, a louvred band, a white crown."""
    shell = diced(extrude.prism(p.STAGE, 9.8, top_m - 1.6, p.STONE, bottom=False), 3.4)
    crown = extrude.sweep(
        profile.line((-0.5, 0), (0.55, 0), (0.55, 1.65), (-0.5, 1.65)), p.STAGE, p.WHITE,
        z_m=top_m - 1.65,
    )  # fmt: skip
    lid = diced(extrude.sheet(p.STAGE, top_m - 0.5, p.ROOF), 6.0)
    strip = block((-0.34, -0.3, 0.0), (0.34, 0.02, top_m - 5.2), p.FIELD)
    louvre = merge(
        [block((-1.1, -0.06, top_m - 3.4 + 0.3 * i), (1.1, 0.02, top_m - 3.22 + 0.3 * i), p.METAL)
         for i in range(5)]
    )  # fmt: skip
    pieces = []
    for a, b, count in (((-19, 4), (19, 4), 14), ((19, 4), (19, 22), 7), ((19, 22), (-19, 22), 14),
                        ((-19, 22), (-19, 4), 7)):  # fmt: skip
        start, end = np.array([*a, 0.0]), np.array([*b, 0.0])
        inset = (end - start) / np.linalg.norm(end - start)
        pieces.append(
            transform.move(transform.along(strip, start + inset, end - inset, count), z=3.0)
        )
        pieces.append(transform.along(louvre, start + 4 * inset, end - 4 * inset, 4))
    hut = extrude.box(5.0, 4.0, 0.45, p.SHADE, centre=(8.0, 14.0), bottom_m=top_m - 0.6)
    return merge([shell, crown, lid, *pieces, hut])
