"""Foyer, hall and stage house of the Musrepov Theatre."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import cornice, extrude, profile, rail, roof, transform
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.musrepov_theatre import front
from almaty_tour.landmarks.musrepov_theatre import plan as p
from almaty_tour.mesh.data import MeshData, as_part, merge

PLINTH = profile.line((0, -1.5), (0.18, -1.5), (0.18, 1.0), (0, 1.2))


def body(top_m: float) -> MeshData:
    """Three cubes one behind the other; the stage house ends at `top_m`."""
    return as_part(merge([_foyer(), _hall(), _stage(top_m)]), "body")


def _foyer() -> MeshData:
    """Side walls with two rows of windows between flat pilasters."""
    low = Opening(1.6, 2.4, reveal_m=0.3, bars=(2, 2), frame=p.FRAME, surround=p.PALE,
                  sill_out_m=0.14)  # fmt: skip
    high = Opening(1.6, 2.9, reveal_m=0.3, bars=(2, 3), frame=p.FRAME, surround=p.PALE,
                   sill_out_m=0.14)  # fmt: skip
    x = 2.2 + 3.3 * np.arange(5)
    bays = [Placed(float(v), z, kind) for v in x for z, kind in ((1.7, low), (5.8, high))]
    walls = bayed_walls(p.FOYER, p.FOYER_M, p.STUCCO, {0: front.openings(), 1: bays, 3: bays},
                         edge_m=3.4)  # fmt: skip
    strip = block((-0.4, -0.16, 1.2), (0.4, 0.02, p.FOYER_M - 0.7), p.PALE)
    strips = _on_sides(strip, 17.0, -25.4, [0.4, 3.85, 7.15, 10.45, 13.75, 17.0])
    foot = extrude.sweep(PLINTH, p.FOYER, p.FOOT)
    crown = cornice.cornice(p.FOYER, p.FOYER_M - 0.7, 0.7, 0.6, p.PALE)
    return merge([walls, strips, foot, crown])


def _on_sides(piece: MeshData, half_m: float, start_m: float, spots: list[float]) -> MeshData:
    """A wall piece at distances along both long sides, counted from the front."""
    places = np.column_stack([spots, np.zeros(len(spots))])
    end = start_m + max(spots) + 1.0
    right = transform.on_edge(transform.at(piece, places), (half_m, start_m), (half_m, end))
    return merge([right, transform.mirror_x(right)])


def _hall() -> MeshData:
    """The auditorium: plain walls with flat piers, ribbon windows, a hipped roof."""
    ribbon = Opening(2.2, 0.9, reveal_m=0.25, bars=(3, 1), frame=p.FRAME)
    plain = Opening(1.5, 2.2, reveal_m=0.25, bars=(2, 2), frame=p.FRAME, sill_out_m=0.12)
    x = 2.6 + 4.3 * np.arange(5)
    bays = [Placed(float(v), z, kind) for v in x for z, kind in ((1.7, plain), (10.4, ribbon))]
    walls = bayed_walls(p.HALL, p.HALL_M, p.STUCCO, {1: bays, 3: bays}, edge_m=4.2)
    strip = block((-0.45, -0.22, 1.2), (0.45, 0.02, p.HALL_M - 0.8), p.SHADE)
    strips = _on_sides(strip, 15.0, -8.4, [0.6, 4.75, 9.05, 13.35, 17.65, 21.8])
    foot = extrude.sweep(PLINTH, p.HALL, p.FOOT)
    crown = cornice.cornice(p.HALL, p.HALL_M - 0.7, 0.7, 0.5, p.PALE)
    cover = roof.hip(31.0, 23.4, 2.0, p.ROOF, z_m=p.HALL_M)
    vent = merge([extrude.box(1.4, 1.4, 1.1, p.SHADE), extrude.box(1.7, 1.7, 0.16, p.FOOT,
                                                                   bottom_m=1.1)])  # fmt: skip
    vents = transform.at(vent, [(x, y, p.HALL_M + 0.3) for x in (-9.0, 9.0) for y in (-2.0, 8.0)])
    return merge([walls, strips, foot, crown, transform.move(diced(cover, 6.0), y=2.8), vents])


def _stage(top_m: float) -> MeshData:
    """The stage house with blind fields, a scenery gate and a parapet."""
    gate = Opening(3.2, 4.4, reveal_m=0.3, bars=(2, 3), glass=p.LEAF, frame=p.LEAF)
    walls = bayed_walls(p.STAGE, top_m - 0.7, p.STUCCO, {2: [Placed(13.5, 0.8, gate)]}, edge_m=4.2)
    foot = extrude.sweep(PLINTH, p.STAGE, p.FOOT)
    crown = cornice.cornice(p.STAGE, top_m - 1.5, 0.8, 0.5, p.PALE)
    rim = rail.parapet(p.STAGE, p.STUCCO, height_m=0.6, thickness_m=0.35, z_m=top_m - 0.7,
                       coping=p.PALE)  # fmt: skip
    lid = diced(extrude.sheet(p.STAGE, top_m - 0.66, p.FELT), 5.0)
    strip = block((-0.5, -0.2, 1.2), (0.5, 0.02, top_m - 1.6), p.SHADE)
    strips = _on_sides(strip, 13.5, 13.6, [0.8, 5.0, 9.4, 13.6])
    louvre = merge([block((-1.2, -0.1, top_m - 4.0 + 0.34 * i), (1.2, 0.02, top_m - 3.8 + 0.34 * i),
                          Paint("painted_metal", "#77736A")) for i in range(5)])  # fmt: skip
    louvres = _on_sides(louvre, 13.5, 13.6, [2.9, 7.2, 11.5])
    unit = merge([extrude.box(2.6, 1.6, 0.9, p.SHADE), extrude.box(2.2, 1.2, 0.1, p.FOOT,
                                                                   bottom_m=0.9)])  # fmt: skip
    units = transform.at(unit, [(x, 21.0, top_m - 1.16) for x in (-7.0, 0.0, 7.0)])
    return merge([walls, foot, crown, rim, lid, strips, louvres, units])
