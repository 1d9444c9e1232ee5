"""The long body of the National Library: a set-back foot, two storeys behind blades."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import curtain, extrude, profile, transform
from almaty_tour.kit.curtain import Curtain
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import SIDES, quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.national_library import plan as p
from almaty_tour.mesh.data import MeshData, as_part, merge

UPPER = Curtain(Paint("window", "#E6EEF2"), Paint("plaster", "#8E9A9C"), p.FRAME, storey_m=4.6,
                sill_m=1.0, pane_m=2 * p.PITCH_M, base_m=5.0, mullion_m=(0.0, 0.0),
                transom_m=(0.0, 0.0), variety=0.25)  # fmt: skip
LOWER = Curtain(Paint("window"), Paint("window"), p.FRAME, storey_m=4.2, sill_m=0.0, pane_m=2.4,
                base_m=0.9, mullion_m=(0.1, 0.09), transom_m=(0.0, 0.0))  # fmt: skip
COURT = Curtain(Paint("window", "#E0EAEE"), Paint("plaster", "#D8D2C4"), p.METAL, storey_m=4.6,
                sill_m=1.3, pane_m=2.5, base_m=5.0, mullion_m=(0.12, 0.1),
                transom_m=(0.0, 0.0))  # fmt: skip


def body() -> MeshData:
    """Blades, walls, slabs, courts and roof."""
    return merge(
        [
            as_part(_blades(), "blades"),
            as_part(merge([_slabs(), _glass(), _ends(), _foot(), _piers()]), "body"),
            as_part(_courts(), "courts"),
            as_part(_roof(), "roof"),
        ]
    )


def _blades() -> MeshData:
    """Slim upright sunshades before both storeys of the long sides, in two ranks."""
    count = int(2 * (p.HALF_X_M - 1.6) / p.PITCH_M)
    x = (np.arange(count) - (count - 1) / 2) * p.PITCH_M
    rank = []
    for low, high in ((p.SOFFIT_M + 0.25, p.FLOOR_M - 0.12), (p.FLOOR_M + 0.18, p.EAVES_M + 0.02)):
        foot = _slice(0.06, -0.12, low)
        waist = _slice(0.09, -0.95, low + 0.9)
        head = _slice(0.09, -0.95, high)
        rank += [np.concatenate([foot, waist]), np.concatenate([waist, head])]
    seen = np.array(rank)[:, SIDES[[2, 3, 5]]].reshape(-1, 4, 3)
    one = transform.move(quadrilaterals(seen, p.BLADE), y=-p.HALF_Y_M)
    row = transform.at(one, np.column_stack([x, 0 * x]))
    return merge([row, transform.turn_z(row, 180.0)])


def _slice(half_m: float, out_m: float, z_m: float) -> profile.F64:
    return np.array(
        [(-half_m, out_m, z_m), (half_m, out_m, z_m), (half_m, 0.45, z_m), (-half_m, 0.45, z_m)]
    )


def _slabs() -> MeshData:
    """Thin edges of the floors and of the roof, which stands out over the blades."""
    inner = [profile.offset(p.OUTER, -p.INSET_M - 0.6)]
    floor = extrude.prism(p.OUTER, p.SOFFIT_M - 0.1, p.SOFFIT_M + 0.28, p.WHITE, holes=inner,
                          top=False)  # fmt: skip
    middle = extrude.sweep(
        profile.line((-0.5, 0.0), (0.62, 0.0), (0.62, 0.3), (-0.5, 0.3)), p.OUTER, p.WHITE,
        z_m=p.FLOOR_M - 0.14,
    )  # fmt: skip
    edge = profile.offset(p.OUTER, 1.15)
    roof = extrude.prism(edge, p.EAVES_M, p.ROOF_M - 0.25, p.WHITE, top=False,
                         holes=[profile.offset(p.OUTER, -0.6)])  # fmt: skip
    lip = extrude.sweep(
        profile.line((-0.35, 0.0), (0.0, 0.0), (0.0, 0.5), (-0.35, 0.5)), edge, p.WHITE,
        z_m=p.ROOF_M - 0.27,
    )  # fmt: skip
    sill = [
        tiles((-p.HALF_X_M, low), (p.HALF_X_M, low + 0.6), p.SOFFIT_M + 0.26, p.WHITE, 8.0)
        for low in (-p.HALF_Y_M + 0.02, p.HALF_Y_M - 0.62)
    ]
    return merge([diced(merge([floor, middle, roof, lip]), 7.0), *sill])


def _glass() -> MeshData:
    """Windows behind the blades; the foot of the house in dark glass, set back."""
    x, y = p.HALF_X_M - 1.2, p.HALF_Y_M - 0.45
    pieces = [
        curtain.face((-s * x, -s * y), (s * x, -s * y), p.SOFFIT_M + 0.28, (p.EAVES_M, p.EAVES_M),
                     UPPER, f"library {s}")
        for s in (1, -1)
    ]  # fmt: skip
    inner = profile.offset(p.OUTER, -p.INSET_M)
    pieces.append(
        curtain.around(inner, p.TERRACE_M, p.SOFFIT_M - 0.1, LOWER, "library foot", edges=(0, 2))
    )
    return merge(pieces)


def _ends() -> MeshData:
    """Blind ends of light slabs: courses of panels with open joints before a dark ground."""
    x = p.HALF_X_M
    ground = [
        block((s * x - 0.3 - 0.3 * s, -p.HALF_Y_M, p.SOFFIT_M + 0.2),
              (s * x + 0.3 - 0.3 * s, p.HALF_Y_M, p.EAVES_M + 0.05), p.JOINT)
        for s in (-1, 1)
    ]  # fmt: skip
    cheeks = [
        block((sx * x - (1.2 if sx > 0 else 0.0), -p.HALF_Y_M - 0.95 if sy < 0 else 25.0,
               p.SOFFIT_M + 0.1),
              (sx * x + (1.2 if sx < 0 else 0.0), -25.0 if sy < 0 else p.HALF_Y_M + 0.95,
               p.EAVES_M + 0.05), p.STONE)
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]  # fmt: skip
    rows, columns = 4, 10
    wide, high = 2 * p.HALF_Y_M / columns, (p.EAVES_M - p.SOFFIT_M - 0.3) / rows
    slab = block((0.06, -0.12, 0.05), (wide - 0.06, 0.05, high - 0.05), p.STONE)
    y, z = np.meshgrid(np.arange(columns) * wide, np.arange(rows) * high)
    places = np.column_stack([y.ravel(), np.zeros(y.size), z.ravel() + p.SOFFIT_M + 0.3])
    right = transform.on_edge(transform.at(slab, places), (x, -p.HALF_Y_M), (x, p.HALF_Y_M))
    return merge([*ground, *cheeks, right, transform.mirror_x(right)])


def _foot() -> MeshData:
    """Ends of the ground floor in dark stone, and the plinth under the terrace."""
    x, y = p.HALF_X_M - p.INSET_M, p.HALF_Y_M - p.INSET_M
    walls = [
        diced(block((s * x - 0.2, -y, 0.8), (s * x + 0.2, y, p.SOFFIT_M), p.FOOT), 3.5)
        for s in (-1, 1)
    ]  # fmt: skip
    plinth = extrude.prism(p.TERRACE, -1.5, p.TERRACE_M - 0.14, p.FOOT, top=False)
    lid = [
        tiles((-53.0, -27.6), (53.0, -21.5), p.TERRACE_M, p.STEP, 5.0),
        tiles((-53.0, 21.5), (53.0, 27.0), p.TERRACE_M, p.STEP, 6.0),
        tiles((-53.0, -21.5), (-47.5, 21.5), p.TERRACE_M, p.STEP, 6.0),
        tiles((47.5, -21.5), (53.0, 21.5), p.TERRACE_M, p.STEP, 6.0),
    ]
    rim = extrude.sweep(profile.line((-0.05, 0), (0.08, 0), (0.08, 0.14), (-0.05, 0.14)), p.TERRACE,
                        p.STEP, z_m=p.TERRACE_M - 0.14)  # fmt: skip
    return merge([*walls, plinth, *lid, rim])


def _piers() -> MeshData:
    """Flat piers that carry the upper storeys over the open walk."""
    pier = block((-0.22, -0.45, p.TERRACE_M), (0.22, 0.45, p.SOFFIT_M - 0.1), p.WHITE)
    x = (np.arange(17) - 8.0) * 6.2
    places = [(v, s * (p.HALF_Y_M - 1.0)) for v in x for s in (-1, 1)]
    return transform.at(pier, places)


def _courts() -> MeshData:
    """Two light courts with glazed walls, a lawn, paths and a round basin each."""
    pieces = []
    for index, court in enumerate(p.COURTS):
        inwards = court[::-1]
        pieces.append(
            curtain.around(inwards, 0.1, p.ROOF_M - 0.22, COURT, f"library court {index}")
        )
        (x0, y0), (x1, y1) = court[0], court[2]
        middle = ((x0 + x1) / 2, (y0 + y1) / 2)
        pieces.append(tiles((x0, y0), (x1, y1), 0.1, p.PAVING, 5.0))
        for s in (-1, 1):
            low, high = sorted((middle[0] + s * 3.4, middle[0] + s * 12.6))
            pieces.append(tiles((low, y0 + 2.4), (high, y1 - 2.4), 0.16, p.LAWN, 4.0))
        ring = profile.circle(2.2, 20) + np.array(middle)
        pieces.append(extrude.prism(ring, 0.0, 0.5, p.STEP, holes=[profile.offset(ring, -0.4)]))
        pieces.append(extrude.sheet(profile.offset(ring, -0.3), 0.38, Paint("pool_water")))
    return merge(pieces)


def _roof() -> MeshData:
    """Felt with skylights over the reading rooms, plant rooms and a white rail of the courts."""
    edge, z = profile.offset(p.OUTER, 0.85), p.ROOF_M - 0.2
    felt = diced(extrude.sheet(edge, z, p.ROOF, holes=list(p.COURTS)), 6.5)
    rims = [
        extrude.prism(profile.offset(court, 0.4), z - 0.1, z + 0.75, p.WHITE, holes=[court])
        for court in p.COURTS
    ]
    light = merge(
        [
            extrude.box(3.0, 2.0, 0.5, p.WHITE),
            extrude.prism(profile.rectangle(2.8, 1.8), 0.5, 0.95, Paint("mirror_glass"),
                          top_outline=profile.rectangle(2.0, 0.2), crease_deg=0.0),
        ]
    )  # fmt: skip
    x = np.linspace(-44.0, 44.0, 13)
    lights = transform.at(light, [(v, y, z) for v in x for y in (18.5, -16.0)])
    hut = merge([extrude.box(9.0, 6.0, 0.55, p.STONE), extrude.box(9.4, 6.4, 0.14, p.WHITE,
                                                                   bottom_m=0.52)])  # fmt: skip
    unit = merge([extrude.box(3.0, 1.6, 0.55, p.METAL), extrude.box(2.6, 1.2, 0.12, p.FRAME,
                                                                   bottom_m=0.55)])  # fmt: skip
    huts = transform.at(hut, [(0.0, 2.0, z), (-43.5, 2.0, z), (43.5, 2.0, z)])
    units = transform.at(
        unit, [(v, y, z) for v in (-30.0, -14.0, 14.0, 30.0) for y in (-20.5, 22.5)]
    )
    return merge([felt, *rims, lights, huts, units])
