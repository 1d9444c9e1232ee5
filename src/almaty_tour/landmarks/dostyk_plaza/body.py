"""The bodies of Dostyk Plaza: the tilted glass drum, the lantern, the leaf wedge, stone boxes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile as p
from almaty_tour.kit.curtain import Curtain, around, face
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, box, panel, prism, sheet
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.lathe import cylinder
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.rail import parapet
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at, move
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

RIM = Paint("painted_metal", "#C9CBCB")
STEEL = Paint("painted_metal", "#8B9499")
STONE = Paint("ashlar", "#D7B98F")
PALE = Paint("ashlar", "#E3D3B8")
DARK = Paint("painted_metal", "#33383C")
ROOFING = Paint("roof_membrane", "#8F8C86")
DRUM = (-4.0, -16.0)
DRUM_SIDES = 36
LANTERN = p.rectangle(21.0, 21.0, (45.0, -26.0))
LANTERN_M = 25.0
WEDGE = p.line((-66.0, -46.0), (-42.0, -36.0), (-30.0, 6.0), (-70.0, 6.0))
BOXES = (
    (p.rectangle(56.0, 46.0, (-42.0, 29.0)), 19.0),
    (p.rectangle(40.0, 44.0, (6.0, 29.0)), 22.5),
    (p.rectangle(45.0, 46.0, (48.5, 28.0)), 18.0),
    (p.rectangle(22.0, 15.0, (23.4, -1.6)), 16.0),
    (p.rectangle(15.0, 34.0, (63.0, -12.0)), 14.5),
)
GLASS = Curtain(
    Paint("sky_glass", "#AFA9A2"),
    Paint("sky_glass", "#9A958F"),
    RIM,
    storey_m=2.4,
    sill_m=0.0,
    pane_m=2.1,
    variety=0.22,
    mullion_m=(0.1, 0.1),
    transom_m=(0.09, 0.08),
)
SHOP = Curtain(
    Paint("window", "#C2CACC"),
    Paint("window", "#98A0A2"),
    DARK,
    storey_m=4.5,
    sill_m=0.4,
    pane_m=2.2,
    variety=0.2,
    mullion_m=(0.1, 0.06),
    transom_m=(0.1, 0.06),
)


def drum() -> MeshData:
    """An oval cone that widens upwards, its panelled rim tilted towards the corner."""
    foot, waist = _ring(6.2, 5.0, 0.0), _ring(8.6, 6.8, 4.6)
    low, high = _ring(13.4, 10.6, 12.4), _ring(14.6, 11.6, 16.8)
    glass, dark = Paint("sky_glass", "#7F8C8C"), Paint("window", "#AEB8BA")
    upper = [waist + (low - waist) * share for share in (0.0, 1 / 3, 2 / 3, 1.0)]
    pieces = [_panes(foot, waist, dark, "dostyk foot")]
    pieces += [_panes(a, b, glass, f"dostyk drum {a[0, 2]:.1f}") for a, b in pairwise(upper)]
    pieces.append(_panes(low, high, RIM, "dostyk rim"))
    pieces += [struts(a, np.roll(a, -1, axis=0), 0.12, STEEL, caps=False) for a in (*upper, high)]
    pieces += [struts(a, b, 0.1, STEEL, caps=False) for a, b in ((waist, low), (low, high))]
    inner = _ring(13.9, 10.9, 16.8)
    sunk = inner - np.array([0.0, 0.0, 0.9])
    pieces.append(quadrilaterals(_quads(sunk, inner)[:, ::-1], RIM))
    core = move(prism(p.ellipse(5.2, 4.2, 20), -1.5, 4.5, DARK), *DRUM)
    return merge([*pieces, solid(*_lid(sunk), ROOFING), _drum_plant(), core])


def _drum_plant() -> MeshData:
    """A round skylight and coolers on the roof of the drum, below its rim."""
    eye = prism(p.ellipse(5.0, 3.6, 24), 15.2, 16.6, Paint("sky_glass", "#AFA9A2"),
                top_outline=p.ellipse(3.4, 2.2, 24))  # fmt: skip
    unit = box(2.2, 1.6, 1.3, Paint("painted_metal", "#B4B8B8"), bottom_m=15.4)
    return merge([move(eye, *DRUM), at(unit, [(-12.0, -14.0), (3.5, -15.0), (-4.0, -9.5)])])


def _ring(x_m: float, y_m: float, z_m: float) -> F64:
    """(n, 3) an oval round the drum's middle; higher rings tilt and shift to the front."""
    turn = np.arange(DRUM_SIDES) * (2 * np.pi / DRUM_SIDES)
    x, y = x_m * np.cos(turn), y_m * np.sin(turn)
    tilt = 0.0 if z_m < 5.0 else -0.055 * (z_m - 4.6) / 12.2
    return np.column_stack([DRUM[0] + x, DRUM[1] + y - 0.06 * z_m, z_m + tilt * y * 2.0])


def _quads(low: F64, high: F64) -> F64:
    """(n, 4, 3) faces between two rings, looking outwards."""
    return np.stack([low, np.roll(low, -1, axis=0), np.roll(high, -1, axis=0), high], axis=1)


def _panes(low: F64, high: F64, paint: Paint, name: str) -> MeshData:
    quads = _quads(low, high)
    shade = 1.0 - 0.25 * fraction(hashed(name, len(quads)), 1)
    groups = np.digitize(shade, [0.82, 0.9])
    return merge(
        [
            quadrilaterals(quads[groups == g], paint.shaded(f))
            for g, f in enumerate((0.92, 0.96, 1.0))
            if (groups == g).any()
        ]
    )


def _lid(ring: F64) -> tuple[F64, npt.NDArray[np.int64]]:
    count = len(ring)
    here = np.arange(count)
    faces = np.stack([here, np.roll(here, -1), np.full(count, count)], axis=1)
    return np.concatenate([ring, ring.mean(axis=0)[None]]), faces


def lantern() -> MeshData:
    """The clear glass cube with the crown and the name."""
    x0, y0 = LANTERN[0]
    x1, _ = LANTERN[2]
    foot = np.column_stack([LANTERN, np.full(4, -1.5)])
    head = np.column_stack([LANTERN, np.full(4, LANTERN_M - 0.3)])
    middle = (x0 + x1) / 2
    letters = Paint("lettering", "#F2F2EE")
    spikes = [
        struts(
            [(middle, y0 - 0.3, 16.6)],
            [(middle + 2.9 * np.sin(a), y0 - 0.3, 16.6 + 2.9 * np.cos(a))],
            0.42,
            letters,
        )
        for a in np.radians([-64.0, -32.0, 0.0, 32.0, 64.0])
    ]
    words = [
        move(lettering("DOSTYK", 1.7, letters, out_m=0.25, bold_m=0.05), middle, y0 - 0.15, 14.3),
    ]
    return merge(
        [
            around(LANTERN, 0.0, LANTERN_M - 0.4, GLASS, "dostyk lantern"),
            struts(foot, head, 0.4, RIM, caps=False),
            prism(p.offset(LANTERN, 0.2), LANTERN_M - 0.4, LANTERN_M, RIM),
            prism(p.offset(LANTERN, -1.5), LANTERN_M - 0.1, LANTERN_M, GLASS.glass),
            block((x0 + 5.0, y0 - 2.6, 4.2), (x1 - 5.0, y0 + 0.1, 4.7), RIM),
            block((x0 + 5.0, y0 - 0.8, -1.5), (x0 + 5.6, y0, 4.2), STONE),
            block((x1 - 5.6, y0 - 0.8, -1.5), (x1 - 5.0, y0, 4.2), STONE),
            *spikes,
            *words,
        ]
    )  # fmt: skip


def wedge() -> MeshData:
    """The left wing: green glass printed with leaves under a white roof edge that sweeps up."""
    tops = np.array([17.0, 14.0, 12.0, 18.0])
    green = Curtain(
        Paint("sky_glass", "#8FB07C"),
        Paint("sky_glass", "#7C9A6E"),
        RIM,
        storey_m=3.0,
        sill_m=0.0,
        pane_m=2.0,
        variety=0.3,
        pale=Paint("sky_glass", "#D8E08A"),
        pale_share=0.22,
    )
    glass = [
        face(WEDGE[i], WEDGE[i + 1], 3.2, (tops[i], tops[i + 1]), green, f"dostyk leaves {i}")
        for i in (0, 1)
    ]
    stone = [
        quadrilaterals(
            [[(*WEDGE[3], -1.5), (*WEDGE[0], -1.5), (*WEDGE[0], tops[0]), (*WEDGE[3], tops[3])]],
            PALE,
        )
    ]
    foot = prism(p.offset(WEDGE, 0.25), -1.5, 3.2, Paint("granite", "#A69882"))
    rim_low = np.column_stack([p.offset(WEDGE, 0.5), tops - 0.2])
    rim_high = np.column_stack([p.offset(WEDGE, 0.9), tops + 1.5])
    rim = _panes_open(rim_low, rim_high)
    roof = solid(*_lid(rim_high), ROOFING)
    side = [
        face((-70.4, 2.0), (-66.6, -42.0), z, (z + 1.6, z + 1.6), SHOP, f"dostyk side {z}")
        for z in (5.0, 9.5)
    ]
    return merge([*glass, *side, diced(merge(stone), 6.0), foot, rim, roof])


def _panes_open(low: F64, high: F64) -> MeshData:
    white = Paint("painted_metal", "#E9EAE6")
    return diced(quadrilaterals(_quads(low, high), white), 6.0)


def boxes() -> MeshData:
    """Stone boxes behind and beside the court: joints, shop windows, parapets, roof plant."""
    pieces = []
    for index, (plan, top) in enumerate(BOXES):
        body = prism(plan, -1.5, top, STONE if index % 2 == 0 else PALE, crease_deg=0.0, top=False)
        pieces.append(diced(body, 6.0))
        pieces.append(sheet(plan, top - 0.02, ROOFING))
        pieces.append(parapet(p.offset(plan, 0.12), PALE, height_m=1.0, z_m=top - 0.2))
        ring = p.offset(plan, 0.14)
        for a, b in zip(ring, np.roll(ring, -1, axis=0), strict=True):
            pieces.append(_ribbon(a, b, top, f"dostyk box {index}"))
        pieces.append(_plant(plan, top))
    return merge([*pieces, _picture()])


def _ribbon(a: F64, b: F64, top_m: float, name: str) -> MeshData:
    """Shop windows at the foot and a long slit window high up on one side of a box."""
    way = (b - a) / np.linalg.norm(b - a)
    start, end = a + way * 2.0, b - way * 2.0
    shop = face(start, end, 0.3, (4.6, 4.6), SHOP, f"{name} shop {a[0]:.0f} {a[1]:.0f}")
    high = top_m - 4.6
    slit = face(start, end, high, (high + 1.8, high + 1.8), SHOP, f"{name} slit {a[0]:.0f}")
    return merge([shop, slit])


def _plant(plan: F64, top_m: float) -> MeshData:
    middle = plan.mean(axis=0)
    unit = merge(
        [
            box(4.2, 2.4, 2.0, Paint("painted_metal", "#B4B8B8")),
            cylinder(0.8, 0.3, DARK, bottom_m=2.0, sides=10),
        ]
    )
    size = np.ptp(plan, axis=0)
    spots = [
        (middle[0] + sx * size[0] * 0.26, middle[1] + sy * size[1] * 0.24, top_m)
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    light = prism(
        p.rectangle(size[0] * 0.3, 3.0),
        0.0,
        1.3,
        Paint("sky_glass", "#BDB7B0"),
        top_outline=p.rectangle(size[0] * 0.28, 0.3),
        crease_deg=0.0,
    )
    return merge([at(unit, spots), at(light, [(*middle, top_m)])])


def _picture() -> MeshData:
    """The dark screen on the stone box beside the lantern."""
    plate = panel(p.rectangle(9.0, 7.0, (0.0, 0.0)), -0.3, 0.1, DARK)
    screen = panel(p.rectangle(8.2, 6.2, (0.0, 0.0)), -0.36, -0.29, Paint("window", "#5A4A48"))
    return move(merge([plate, screen]), 21.5, -9.25, 9.6)
