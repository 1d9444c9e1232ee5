"""The white block of the Arman over a dark glass storey: slabs, soffit, sign, roof."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import curtain, extrude, profile, rail, transform
from almaty_tour.kit.curtain import Curtain
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.arman_cinema import plan as p
from almaty_tour.mesh.data import MeshData, as_part, merge

GLASS = Curtain(Paint("window"), Paint("window"), p.FRAME, storey_m=4.1, sill_m=0.0, pane_m=1.9,
                base_m=0.4, mullion_m=(0.09, 0.1), transom_m=(0.0, 0.0))  # fmt: skip


def body(top_m: float) -> MeshData:
    """Block, foot, sign and roof; the fly tower of the roof plant ends at `top_m`."""
    return merge(
        [
            as_part(merge([_block(), _foot(), _doors(), _rear()]), "block"),
            as_part(_sign(), "sign"),
            as_part(_roof(top_m), "roof"),
        ]
    )


def _block() -> MeshData:
    """Large smooth slabs with fine joints; an even white skin on all four sides."""
    core = diced(extrude.prism(profile.offset(p.BLOCK, -0.05), p.SOFFIT_M, p.TOP_M, p.JOINT), 7.0)
    rows = 3
    high = (p.TOP_M - p.SOFFIT_M - 0.1) / rows
    pieces = [core]
    edges = list(zip(p.BLOCK, np.roll(p.BLOCK, -1, axis=0), strict=True))
    for a, b in edges:
        length = float(np.hypot(*(b - a)))
        columns = round(length / 3.15)
        wide = length / columns
        slab = block((0.02, -0.12, 0.02), (wide - 0.02, 0.06, high - 0.02), p.WHITE)
        x, z = np.meshgrid(np.arange(columns) * wide, np.arange(rows) * high)
        places = np.column_stack([x.ravel(), np.zeros(x.size), z.ravel()])
        pieces.append(transform.on_edge(transform.at(slab, places), a, b, p.SOFFIT_M + 0.05))
    lip = profile.line((-0.3, 0.0), (0.22, 0.0), (0.22, 0.28), (-0.3, 0.28))
    pieces.append(extrude.sweep(lip, p.BLOCK, p.WHITE, z_m=p.SOFFIT_M - 0.2))
    pieces.append(extrude.sweep(lip, p.BLOCK, p.WHITE, z_m=p.TOP_M - 0.05))
    return merge(pieces)


def _foot() -> MeshData:
    """The set-back storey in dark glass, piers of dark stone, lamps in the soffit."""
    top = p.SOFFIT_M - 0.1
    glass = curtain.around(p.FOOT, p.TERRACE_M, top, GLASS, "arman", edges=(0, 1, 3))
    pier = block((-0.35, -0.35, p.TERRACE_M), (0.35, 0.35, top), p.DARK)
    y = np.linspace(-24.6, 24.6, 9)
    x = np.linspace(-16.0, 16.0, 6)
    places = [(s * 17.4, v) for v in y for s in (-1, 1)] + [(v, -26.2) for v in x]
    ceiling = diced(extrude.prism(profile.offset(p.BLOCK, -0.2), top, p.SOFFIT_M + 0.05, p.SOFFIT,
                                  top=False), 6.0)  # fmt: skip
    lamp = block((-0.3, -0.3, top - 0.07), (0.3, 0.3, top + 0.02), Paint("lamp_glass"))
    spots = [(v, -25.7) for v in np.linspace(-12.8, 12.8, 5)]
    spots += [(s * 17.5, v) for v in (-18.0, -6.0, 6.0, 18.0) for s in (-1, 1)]
    return merge([glass, transform.at(pier, places), ceiling, transform.at(lamp, spots)])


def _doors() -> MeshData:
    """A glazed porch in the middle of the front with a thin canopy and four doors."""
    y0, y1, top = -28.2, -24.8, 3.6
    porch = [(-6.4, y0), (6.4, y0), (6.4, y1), (-6.4, y1)]
    style = Curtain(Paint("mirror_glass", "#9FB4C4"), Paint("window"), p.METAL, storey_m=3.2,
                    sill_m=0.0, pane_m=1.6, base_m=0.4, mullion_m=(0.1, 0.1),
                    transom_m=(0.0, 0.0))  # fmt: skip
    walls = curtain.around(porch, p.TERRACE_M, top, style, "arman porch", edges=(0, 1, 3))
    lid = block((-7.0, y0 - 1.1, top), (7.0, y1, top + 0.32), p.METAL)
    band = block((-7.05, y0 - 1.16, top + 0.06), (7.05, y0 - 1.05, top + 0.26), p.RED)
    leaf = merge(
        [
            block((-0.85, y0 - 0.16, 0.0), (-0.75, y0 + 0.04, 2.5), p.FRAME),
            block((0.75, y0 - 0.16, 0.0), (0.85, y0 + 0.04, 2.5), p.FRAME),
            block((-0.85, y0 - 0.16, 2.4), (0.85, y0 + 0.04, 2.55), p.FRAME),
            block((-0.06, y0 - 0.2, 0.9), (0.06, y0, 1.5), p.METAL),
        ]
    )
    x = (-4.8, -1.6, 1.6, 4.8)
    return merge([walls, lid, band, transform.at(leaf, [(v, 0.0, p.TERRACE_M) for v in x])])


def _rear() -> MeshData:
    """The service side: a plain dark wall with two steel gates."""
    wall = diced(block((-16.2, 27.0, 0.0), (16.2, 27.4, p.SOFFIT_M), p.DARK), 4.0)
    gate = block((-1.6, 27.3, 0.3), (1.6, 27.5, 3.4), p.METAL)
    return merge([wall, transform.at(gate, [(-8.0, 0.0), (8.0, 0.0)])])


def _sign() -> MeshData:
    """The name in tall red letters on the blank front."""
    word = lettering("АРМАН", 2.5, p.RED, out_m=0.35, spacing_m=0.7, bold_m=0.05)
    return transform.move(word, 0.0, p.FRONT_M - 0.12, 8.6)


def _roof(top_m: float) -> MeshData:
    """Felt inside a parapet, two raised halls, plant and hatches."""
    rim = rail.parapet(p.BLOCK, p.WHITE, height_m=0.45, thickness_m=0.35, z_m=p.TOP_M)
    felt = diced(extrude.sheet(profile.offset(p.BLOCK, -0.2), p.TOP_M + 0.08, p.ROOF), 6.5)
    halls = [
        diced(extrude.box(w, d, top - p.TOP_M, paint, centre=at, bottom_m=p.TOP_M), 5.0)
        for w, d, top, at, paint in (
            (24.0, 16.0, top_m - 0.06, (0.0, -9.0), p.JOINT),
            (23.2, 15.2, top_m, (0.0, -9.0), p.ROOF),
            (20.0, 14.0, 14.8, (0.0, 14.0), p.JOINT),
            (19.2, 13.2, 14.86, (0.0, 14.0), p.ROOF),
        )
    ]
    unit = merge([extrude.box(2.6, 1.5, 0.7, p.METAL), extrude.box(2.2, 1.1, 0.12, p.FRAME,
                                                                   bottom_m=0.7)])  # fmt: skip
    units = transform.at(unit, [(s * 15.0, y, p.TOP_M + 0.06) for s in (-1, 1)
                                for y in (-18.0, -6.0, 6.0, 18.0)])  # fmt: skip
    return merge([rim, felt, *halls, units])
