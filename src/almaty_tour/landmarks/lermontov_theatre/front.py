"""The foyer of the Lermontov Theatre: white ribs before glass under a thick fascia."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.kit import curtain, extrude, lathe, profile, transform
from almaty_tour.kit.curtain import Curtain
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import hexahedra
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.lermontov_theatre import plan as p
from almaty_tour.mesh.data import MeshData, as_part, merge

UPPER = Curtain(Paint("blue_glass", "#D8E2E6"), Paint("mirror_glass"), p.METAL, storey_m=3.9,
                sill_m=0.35, pane_m=2.52, base_m=5.6, tilt_deg=0.4, mullion_m=(0.08, 0.1),
                transom_m=(0.14, 0.1))  # fmt: skip
LOWER = Curtain(Paint("window"), Paint("window"), p.FRAME, storey_m=4.4, sill_m=0.0, pane_m=1.6,
                base_m=1.2, mullion_m=(0.1, 0.1), transom_m=(0.0, 0.0))  # fmt: skip


def front() -> MeshData:
    """Ribs, fascia with the name, glass of both storeys, side walls."""
    return merge(
        [
            as_part(_ribs(), "ribs"),
            as_part(merge([_fascia(), _name()]), "fascia"),
            as_part(merge([_glass(), _columns(), _sides(), _doors(), _masks()]), "foyer"),
        ]
    )


def _ribs() -> MeshData:
    """24 slim ribs that taper towards their feet, thicker at the head."""
    x = np.linspace(-28.9, 28.9, p.RIBS)
    low, high = p.SOFFIT_M - 0.55, p.FASCIA_M + 0.05
    y0 = p.FRONT_M
    levels = [(low, 0.16, -0.5), (low + 1.1, 0.22, -0.95), (high - 1.0, 0.22, -0.95),
              (high, 0.34, -1.05)]  # fmt: skip
    rings = [
        np.array([(-w, y0 + out, z), (w, y0 + out, z), (w, y0 + 1.42, z), (-w, y0 + 1.42, z)])
        for z, w, out in levels
    ]
    one = np.array([np.concatenate(pair) for pair in pairwise(rings)])
    return transform.at(hexahedra(one, p.RIB), np.column_stack([x, 0 * x]))


def _fascia() -> MeshData:
    """The thick white band that runs round the foyer, its drip edge and the soffit."""
    band = profile.line((-0.3, 0.0), (1.3, 0.0), (1.3, 1.75), (1.15, 1.75), (1.15, 2.2),
                        (-0.3, 2.2))  # fmt: skip
    round_it = extrude.sweep(band, p.FOYER, p.WHITE, z_m=p.FASCIA_M)
    slab = diced(
        block((-p.HALF_M, p.FRONT_M, p.SOFFIT_M - 0.55), (p.HALF_M, p.FOYER_BACK_M, p.SOFFIT_M),
              p.WHITE), 4.0
    )  # fmt: skip
    ceiling = diced(
        block((-29.8, p.FRONT_M + 0.2, p.FASCIA_M), (29.8, -25.6, p.FASCIA_M + 0.2), p.SHADE), 5.0
    )
    lid = diced(extrude.sheet(profile.offset(p.FOYER, 0.9), p.ROOF_M - 0.35, p.ROOF), 6.0)
    return merge([diced(round_it, 8.0), slab, ceiling, lid])


def _name() -> MeshData:
    """Gilded letters on the fascia."""
    word = lettering(
        "ЛЕРМОНТОВ АТЫНДАҒЫ ДРАМА ТЕАТРЫ", 1.05, p.WORD, out_m=0.12, spacing_m=0.16, bold_m=0.015
    )
    return transform.move(word, 0.0, p.FRONT_M - 1.3, p.FASCIA_M + 0.4)


def _glass() -> MeshData:
    half, y = p.HALF_M - 0.4, p.GLASS_Y_M
    upper = curtain.face((-half, y), (half, y), p.SOFFIT_M, (p.FASCIA_M, p.FASCIA_M), UPPER,
                         "lermontov upper")  # fmt: skip
    low, inner = p.LOW_GLASS_Y_M, 27.0
    lower = [
        curtain.face(a, b, p.TERRACE_M, (p.SOFFIT_M - 0.5, p.SOFFIT_M - 0.5), LOWER, f"low {i}")
        for i, (a, b) in enumerate((((-inner, low), (inner, low)), ((inner, low), (inner, -9.0)),
                                    ((-inner, -9.0), (-inner, low))))
    ]  # fmt: skip
    back = block((-inner + 0.3, -9.6, p.TERRACE_M), (inner - 0.3, -9.0, 5.4), p.SHADE)
    return merge([upper, *lower, back])


def _columns() -> MeshData:
    """Slim round columns under the edge of the upper storey."""
    shaft = lathe.cylinder(0.3, p.SOFFIT_M - 0.5 - p.TERRACE_M, p.WHITE, sides=12)
    x = np.linspace(-28.9, 28.9, p.RIBS)[1::3]
    places = np.column_stack([x, np.full(len(x), p.FRONT_M + 0.8), np.full(len(x), p.TERRACE_M)])
    return transform.at(shaft, places)


def _sides() -> MeshData:
    """Blind side walls of light stone with a shallow grid of raised fields."""
    wall = diced(
        merge([block((s * p.HALF_M - 0.25, p.FRONT_M, p.SOFFIT_M - 0.55),
                     (s * p.HALF_M + 0.25, p.FOYER_BACK_M, p.FASCIA_M + 0.1), p.STONE)
               for s in (-1, 1)]), 2.6
    )  # fmt: skip
    rear = block((-p.HALF_M, p.FOYER_BACK_M - 0.3, p.SOFFIT_M - 0.5),
                 (p.HALF_M, p.FOYER_BACK_M, p.FASCIA_M + 0.1), p.STONE)  # fmt: skip
    across = p.FRONT_M + 1.0 + 1.94 * np.arange(9)
    up = p.SOFFIT_M - 0.05 + 1.86 * np.arange(4)
    spots = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
    panel = _pyramid(1.7, 1.62, 0.2)
    right = transform.at(
        transform.turn_z(panel, 90.0),
        np.column_stack([np.full(len(spots), p.HALF_M + 0.24), spots]),
    )
    return merge([wall, rear, right, transform.mirror_x(right)])


def _pyramid(width_m: float, height_m: float, out_m: float) -> MeshData:
    """A field with bevelled edges and a diagonal fold, standing out to -y from x, z = 0."""
    w, h, b = width_m, height_m, 0.22
    outer = np.array([(0, 0.02, 0), (w, 0.02, 0), (w, 0.02, h), (0, 0.02, h)])
    inner = np.array([(b, -0.4 * out_m, b), (w - b, -out_m, b), (w - b, -0.4 * out_m, h - b),
                      (b, -out_m, h - b)])  # fmt: skip
    return hexahedra(np.concatenate([outer, inner])[None], p.FIELD)


def _doors() -> MeshData:
    """Five pairs of glazed doors in bronze frames, lamps of the entrance over them."""
    y = p.LOW_GLASS_Y_M
    frame = merge(
        [
            block((-1.25, y - 0.34, 0.0), (-1.08, y + 0.04, 2.8), p.FRAME),
            block((1.08, y - 0.34, 0.0), (1.25, y + 0.04, 2.8), p.FRAME),
            block((-1.25, y - 0.42, 2.8), (1.25, y + 0.04, 3.05), p.FRAME),
            block((-0.05, y - 0.24, 0.0), (0.05, y + 0.02, 2.8), p.FRAME),
            block((-0.16, y - 0.3, 0.9), (-0.1, y - 0.2, 1.7), p.GOLD),
            block((0.1, y - 0.3, 0.9), (0.16, y - 0.2, 1.7), p.GOLD),
        ]
    )
    x = np.array([-9.6, -4.8, 0.0, 4.8, 9.6])
    return transform.at(frame, np.column_stack([x, 0 * x, np.full(5, p.TERRACE_M)]))


def _masks() -> MeshData:
    """Round lamps in the soffit of the entrance, so that the deep floor glows."""
    lamp = lathe.cylinder(0.22, 0.12, Paint("lamp_glass"), sides=10)
    x = np.linspace(-24.0, 24.0, 13)
    places = np.column_stack([x, np.full(13, p.FRONT_M + 2.4), np.full(13, p.SOFFIT_M - 0.65)])
    return transform.at(lamp, places)
