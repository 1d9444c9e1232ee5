"""North of the cascades: the car park on the axis and the terraces of shops beside it.

All in the monument's frame. The terraces join the slanted wings to the shops under the
towers; glass and a white parapet look to the axis.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.landmarks.republic_square.square import ASPHALT, KERB, LAWN, MARK
from almaty_tour.mesh.data import InstanceTable, MeshData, Prism, merge

F64 = npt.NDArray[np.float64]

PARAPET = Paint("ashlar", "#E3DED3")
DECK = Paint("roof_flat", "#8A8884")
SHOP = Paint("window", "#A3ADB4")
PIER = Paint("ashlar", "#CFCAC0")

PARK = (21.0, 80.0, 152.0)
DECK_M = 3.9
DECK_PLAN = profile.line((44.0, 113.0), (57.5, 72.5), (64.5, 72.5), (78.5, 88.0), (72.0, 120.0))
STALL_M, STALL_LONG_M = 2.8, 5.2


def north() -> MeshData:
    """Car park with its beds and marks, both terraces."""
    terrace = merge([*_terrace(), *_beds()])
    return merge([*_park(), terrace, transform.mirror_x(terrace)])


def solids() -> tuple[Prism, ...]:
    """The terraces stop a walker."""
    return tuple(
        stair.wall_prism(DECK_PLAN * np.array([side, 1.0]), DECK_M + 1.0) for side in (1.0, -1.0)
    )


def _park() -> list[MeshData]:
    half, near, far = PARK
    plan = profile.rectangle(2 * half, far - near, (0.0, (near + far) / 2))
    ground = diced(extrude.prism(plan, -1.5, 0.05, ASPHALT), 12.0)
    kerbs = [
        extrude.block((s * half - 0.15, near, -0.4), (s * half + 0.15, far, 0.18), KERB)
        for s in (-1.0, 1.0)
    ]
    y = np.array(_stalls())
    marks = [_mark(x, x + STALL_LONG_M, v - STALL_M / 2) for v in y for x in (-12.6, 7.4)]
    return [ground, *kerbs, quadrilaterals(np.array(marks), MARK)]


def _stalls() -> list[float]:
    """Middles of the parking places along the car park."""
    return list(np.arange(86.0, 128.0, STALL_M))


def _mark(left: float, right: float, y: float) -> F64:
    plan = [(left, y - 0.06), (right, y - 0.06), (right, y + 0.06), (left, y + 0.06)]
    return np.array([(px, py, 0.09) for px, py in plan])


def _beds() -> list[MeshData]:
    """A strip of grass between the lanes of the eastern half."""
    plan = profile.rounded_rectangle(5.0, 44.0, 1.2, 3, (16.6, 107.0))
    kerb = extrude.prism(plan, -0.2, 0.16, KERB)
    grass = extrude.prism(profile.offset(plan, -0.2), 0.0, 0.22, LAWN, bottom=False)
    return [kerb, diced(grass, 8.0)]


def _terrace() -> list[MeshData]:
    """The eastern terrace: deck, parapet, shop windows between piers."""
    body = extrude.prism(profile.offset(DECK_PLAN, -0.5), -1.5, DECK_M - 0.5, SHOP, crease_deg=0.0)
    foot = extrude.prism(profile.offset(DECK_PLAN, -0.25), -1.5, 0.55, PIER.shaded(0.75))
    slab = diced(extrude.prism(DECK_PLAN, DECK_M - 0.7, DECK_M, DECK), 8.0)
    rim = extrude.prism(
        DECK_PLAN, DECK_M - 0.8, DECK_M + 1.0, PARAPET, holes=[profile.offset(DECK_PLAN, -0.3)]
    )
    points = []
    for a, b in zip(DECK_PLAN, np.roll(DECK_PLAN, -1, axis=0), strict=True):
        count = max(1, round(float(np.linalg.norm(b - a)) / 3.4))
        points.append(a + (b - a) * (np.arange(count) / count)[:, None])
    flat = np.concatenate(points)
    centre = DECK_PLAN.mean(axis=0)
    feet = np.column_stack([centre + (flat - centre) * 0.985, np.full(len(flat), -1.0)])
    piers = struts(feet, feet + np.array([0.0, 0.0, DECK_M + 0.3]), 0.6, PIER, caps=False)
    lights = [
        extrude.box(2.4, 2.4, 0.7, PIER, centre=at, bottom_m=DECK_M)
        for at in ((61.0, 84.0), (66.0, 92.0), (62.0, 102.0))
    ]
    return [body, foot, slab, diced(rim, 6.0), piers, *lights]


def props() -> tuple[InstanceTable, ...]:
    """Cars in rows, trees on the strips and along the terraces."""
    kinds = ("car.white", "car.silver", "car.black", "car.red", "car.high_grey")
    spots = np.array([(x, y, 0.05) for y in _stalls()[:-1] for x in (-10.0, 10.0)])
    kept = np.array([k for k in range(len(spots)) if k % 9 not in (3, 7)])
    cars = [
        instances(kind, spots[kept[k::5]], f"republic/{kind}", vary=0.0, yaw_deg=0.0)
        for k, kind in enumerate(kinds)
    ]
    both = (-1.0, 1.0)
    rows = [(s * 16.6, y, 0.2) for s in both for y in np.arange(88.0, 128.0, 9.5)]
    rows += [(s * 27.0, y, 0.0) for s in both for y in np.arange(90.0, 106.0, 7.5)]
    slant = [(s * (49.5 - 0.23 * k), 76.0 + 7.0 * k * 0.9, 0.0) for s in both for k in range(4)]
    return (*cars, instances("tree.elm", [*rows, *slant], "republic/park", scale=0.75))
