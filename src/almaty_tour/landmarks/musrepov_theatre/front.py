"""The front of the Musrepov Theatre: eight flat piers under a pediment with a line drawing."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import drawn, extrude, profile, roof, transform
from almaty_tour.kit.column import pier
from almaty_tour.kit.dice import diced
from almaty_tour.kit.drawn import Shape, placed
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.musrepov_theatre import plan as p
from almaty_tour.mesh.data import MeshData, as_part, merge

HALF_M = 17.9
LETTERS = Paint("lettering", "#7A3422")


def front() -> MeshData:
    """Piers and wall of the portico, the pediment over them."""
    return merge(
        [
            as_part(merge([_piers(), _ceiling()]), "portico"),
            as_part(merge([_beam(), _pediment()]), "pediment"),
        ]
    )


def _piers() -> MeshData:
    one = pier(1.15, p.PIER_M, p.PALE, depth_m=0.9, base_m=0.4, head_m=0.3, out_m=0.12)
    x = np.linspace(-16.6, 16.6, p.PIERS)
    places = np.column_stack(
        [x, np.full(p.PIERS, p.FRONT_M + 0.75), np.full(p.PIERS, p.STYLOBATE_M)]
    )
    return transform.at(one, places)


def openings() -> list[Placed]:
    """Seven bays of the wall behind the piers: doors in the middle five, windows over all."""
    door = Opening(2.2, 3.1, reveal_m=0.5, bars=(2, 3), glass=p.LEAF, frame=p.LEAF, surround=p.PALE,
                   surround_m=0.26)  # fmt: skip
    tall = Opening(2.4, 3.5, reveal_m=0.4, bars=(3, 4), frame=p.FRAME, surround=p.PALE,
                   surround_m=0.2)  # fmt: skip
    low = Opening(2.2, 2.6, reveal_m=0.4, bars=(2, 3), frame=p.FRAME, surround=p.PALE,
                  sill_out_m=0.16)  # fmt: skip
    x = 17.0 + (np.arange(7) - 3.0) * 4.74
    holes = [Placed(float(v), 5.6, tall) for v in x]
    holes += [Placed(float(v), p.STYLOBATE_M + 0.02, door) for v in x[1:6]]
    holes += [Placed(float(v), 1.9, low) for v in (x[0], x[6])]
    return holes


def _ceiling() -> MeshData:
    """Coffers between the piers and the wall, with round lamps."""
    slab = diced(block((-17.6, p.FRONT_M + 0.2, 9.5), (17.6, p.WALL_M + 0.2, 9.8), p.FIELD), 4.0)
    rib = block((-0.2, p.FRONT_M + 0.6, 9.3), (0.2, p.WALL_M, 9.52), p.PALE)
    x = np.linspace(-16.6, 16.6, p.PIERS)
    lamp = block((-0.3, -28.0, 9.38), (0.3, -27.4, 9.52), Paint("lamp_glass"))
    return merge([slab, transform.at(rib, [(v, 0.0) for v in x]),
                  transform.at(lamp, [(v, 0.0) for v in (x[:-1] + x[1:]) / 2])])  # fmt: skip


def _beam() -> MeshData:
    """A plain entablature with the name, a cornice over it."""
    plan = profile.rectangle(2 * HALF_M, p.WALL_M - p.FRONT_M, (0.0, (p.WALL_M + p.FRONT_M) / 2))
    body = diced(extrude.prism(plan, p.BEAM_M, p.TYMPANUM_M, p.PALE), 5.0)
    shelf = extrude.sweep(profile.cornice(0.45, 0.55), plan, p.PALE, z_m=p.TYMPANUM_M - 0.35)
    word = lettering("БАЛАЛАР МЕН ЖАСӨСПІРІМДЕР ТЕАТРЫ", 0.62, LETTERS, out_m=0.07,
                       spacing_m=0.16)  # fmt: skip
    return merge([body, shelf, transform.move(word, 0.0, p.FRONT_M, p.BEAM_M + 0.28)])


def _pediment() -> MeshData:
    """A low gable: a flat field with the drawing, raking mouldings, a seamed roof behind."""
    half, rise, foot = HALF_M + 0.5, p.RISE_M, p.TYMPANUM_M + 0.1
    gable = profile.line((-half, 0.0), (half, 0.0), (0.0, rise))
    field = transform.move(
        diced(panel(gable, p.FRONT_M + 0.25, p.FRONT_M + 0.9, p.FIELD, back=False), 4.0), z=foot
    )
    band = profile.line((-half - 0.2, 0.0), (-half + 1.4, 0.0), (0.0, rise - 0.3),
                        (half - 1.4, 0.0), (half + 0.2, 0.0), (0.0, rise + 0.08))  # fmt: skip
    rake = transform.move(panel(band, p.FRONT_M - 0.45, p.FRONT_M + 0.6, p.PALE), z=foot)
    cover = roof.gable(2 * half, 20.6, rise, p.ROOF, z_m=foot - 0.02, along_y=True)
    lines = drawn.contours(_drawing(), p.LINE, line_m=0.075)
    return merge(
        [
            field,
            rake,
            transform.move(lines, 0.0, p.FRONT_M + 0.25, foot + 0.12),
            transform.move(diced(cover, 6.0), y=-18.7),
            _seams(half, rise, foot),
        ]
    )


def _seams(half: float, rise: float, foot: float) -> MeshData:
    """Standing seams on both slopes of the roof."""
    length = float(np.hypot(half, rise)) - 0.3
    seam = block((0.0, -0.035, 0.0), (length, 0.035, 0.07), p.ROOF.shaded(0.85))
    tilted = transform.move(
        transform.turn(seam, "y", -float(np.degrees(np.arctan2(rise, half)))), -half, 0.0, foot
    )
    left = transform.at(tilted, [(0.0, y) for y in np.arange(-28.2, -8.9, 1.9)])
    return merge([left, transform.mirror_x(left)])


def _drawing() -> list[Shape]:
    """A dombra player in the middle; dancers, readers, riders and birds towards the corners."""
    glad = drawn.person([(-0.24, 0.92), (-0.36, 1.02)], [(0.24, 0.7), (0.4, 0.62)], skirt=True)
    calm = drawn.person([(-0.2, 0.66), (-0.06, 0.62)], [(0.2, 0.66), (0.1, 0.6)], stride=0.08)
    half: list[Shape] = [
        *placed(glad, 2.3, 0.05, 2.1),
        *placed(calm, 4.2, 0.05, 1.9),
        *placed(glad, 6.1, 0.05, 1.55, flip=True),
        *placed(drawn.rider(), 8.7, 0.05, 1.55),
        *placed(drawn.bird(), 11.4, 0.55, 1.0),
        *placed(drawn.sheaf(), 12.9, 0.02, 0.8),
        *placed(drawn.star(0.22), 14.3, 0.3),
    ]
    mirrored = [(profile.counter_clockwise(o * [-1.0, 1.0]), out) for o, out in half]
    middle = [*placed(drawn.musician(), 0.0, 0.02, 2.3), *placed(drawn.sun(10), 0.0, 2.45, 0.42)]
    return [*middle, *half, *mirrored]
