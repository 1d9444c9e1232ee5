"""The ground of Republic Square, in the monument's frame.

North (+y) to south (-y): fountains, flower carpets and flag masts on the paved strip, the
avenue, the garden with three glass domes, two pavilions under grass, the stair of terraces,
the upper road before the Akimat. Levels rise to `AKIMAT_Z_M`; the Akimat and the monument's
round floor are models of their own, their plots are left free.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from shapely.geometry import Polygon

from almaty_tour.kit import extrude, lathe, profile, stair, transform
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row, scattered
from almaty_tour.landmarks.republic_square.frame import RING_M, RING_SIDES
from almaty_tour.mesh.data import InstanceTable, MeshData, Prism, merge

F64 = npt.NDArray[np.float64]

PAVING = Paint("paving", "#989187")
GARDEN = Paint("paving", "#A89B8C")
ASPHALT = Paint("asphalt", "#6A6A6E")
MARK = Paint("painted_metal", "#C9C8C4")
KERB = Paint("granite", "#A59C94")
LAWN = Paint("lawn", "#4F7A33")
RED = Paint("foliage", "#B5382C")
STONE = Paint("ashlar", "#C3B59E")

GROUND_M = 0.07
STRIP = profile.line(
    (-92, -9), (-84, -16), (84, -16), (92, -9), (92, 16), (84, 25), (-84, 25), (-92, 16)
)
AVENUE = (-16.0, -53.0)
LANE_M = 8.6  # keeps the dashes clear of the round paving, which reaches into the road
GARDEN_SOUTH_M = -112.0
STAIR_TOP_M, AKIMAT_FRONT_M, AKIMAT_Z_M = -178.0, -211.0, 6.0
COURT_BEFORE_M = 16.0
STAIR_WIDTH_M, RUNS = 62.0, 6


def ground() -> MeshData:
    """Paving, road, garden and the terraces up to the Akimat."""
    strip = extrude.prism(_round_the_ring(STRIP), -1.5, GROUND_M, PAVING)
    plan = profile.rectangle(92.0, 55.0, (0.0, 52.5))
    north = extrude.prism(plan, -1.5, GROUND_M - 0.02, GARDEN)
    far, south = AVENUE[1], GARDEN_SOUTH_M
    plan = profile.rectangle(220.0, far - south, (0.0, (far + south) / 2))
    garden = extrude.prism(plan, -1.5, GROUND_M, GARDEN)
    return merge([strip, north, garden, _avenue(), *_terraces(), *_slopes(), _upper_road()])


def _round_the_ring(plan: F64) -> F64:
    """The plan without the circle of the monument's floor, which cuts its edge."""
    ring = Polygon(profile.circle(RING_M, RING_SIDES))
    return np.array(Polygon(plan).difference(ring).exterior.coords[:-1])


def _avenue() -> MeshData:
    """The road: a double line in the middle, one row of long dashes in each half."""
    near, far = AVENUE
    plan = profile.rectangle(284.0, near - far, (0.0, (near + far) / 2))
    road = extrude.prism(_round_the_ring(plan), -1.5, 0.06, ASPHALT)
    kerb = extrude.block((-142.0, far - 0.2, -0.5), (142.0, far + 0.2, 0.2), KERB)
    middle = (near + far) / 2 - 0.5
    lines = [_mark(-141.0, 141.0, middle + d) for d in (-0.3, 0.3)]
    for y in (middle + LANE_M, middle - LANE_M):
        lines += [_mark(x, x + 8.0, y) for x in np.arange(-136.0, 129.0, 20.0)]
    return merge([road, kerb, quadrilaterals(np.array(lines), MARK)])


def _mark(left: float, right: float, y: float) -> F64:
    plan = [(left, y - 0.11), (right, y - 0.11), (right, y + 0.11), (left, y + 0.11)]
    return np.array([(px, py, 0.12) for px, py in plan])


def _terraces() -> list[MeshData]:
    """Six runs of steps with landings, clipped balls in boxes, the lawn with the leopard."""
    rise = AKIMAT_Z_M / RUNS
    depth = (GARDEN_SOUTH_M - STAIR_TOP_M) / RUNS
    pieces: list[MeshData] = []
    for run in range(RUNS):
        front = GARDEN_SOUTH_M - run * depth
        width = STAIR_WIDTH_M + 4.0 * run if run else 15.0
        flight = stair.straight(width, rise + 0.4, 8, STONE, tread_m=0.42, z_m=run * rise - 0.4)
        turned = transform.turn_z(flight, 180.0)
        pieces.append(transform.move(turned, y=front - 3.6))
        plan = profile.rectangle(width + 4.0, depth - 3.5, (0.0, front - 3.6 - (depth - 3.6) / 2))
        top = (run + 1) * rise
        pieces.append(extrude.prism(plan, -1.5, top, GARDEN))
        if run:
            pieces += _boxes(front - 4.6, top, width)
    y, z = GARDEN_SOUTH_M - 3.4 * depth, 3 * rise
    lawn = extrude.prism(profile.rectangle(15.0, 13.0, (0.0, y - 6.0)), z, z + rise + 0.12, LAWN)
    wreath = lathe.ring(
        profile.line((0.5, 0.0), (0.5, 0.12), (-0.5, 0.12), (-0.5, 0.0)), 3.6, RED, sides=28
    )
    return [*pieces, lawn, transform.move(wreath, y=y - 6.0, z=z + rise + 0.08)]


def _boxes(y: float, z: float, width: float) -> list[MeshData]:
    """Stone boxes for clipped balls at the ends and thirds of a run."""
    spots = [s * width * share for s in (-1, 1) for share in (0.19, 0.46)]
    return [
        extrude.block((x - 1.6, y - 1.2, z - 1.2), (x + 1.6, y + 2.6, z + 0.45), STONE.shaded(0.95))
        for x in spots
    ]


def _slopes() -> list[MeshData]:
    """Grass banks left and right of the terraces, rising with them."""
    banks = []
    for side in (-1.0, 1.0):
        a, b = sorted((side * 30.0, side * 108.0))
        section = np.array(
            [(GARDEN_SOUTH_M, -1.5), (GARDEN_SOUTH_M, 0.3), (STAIR_TOP_M, AKIMAT_Z_M - 0.2),
             (AKIMAT_FRONT_M + 12.0, AKIMAT_Z_M - 0.1), (AKIMAT_FRONT_M + 12.0, -1.5)]
        )  # fmt: skip
        plate = extrude.panel(section * np.array([-1.0, 1.0]), a, b, LAWN, crease_deg=20.0)
        banks.append(transform.turn_z(plate, -90.0))
    return [transform.mirror_x(bank) for bank in banks]


def _upper_road() -> MeshData:
    """The road between the terraces and the court of the Akimat."""
    low, high = AKIMAT_FRONT_M + COURT_BEFORE_M, STAIR_TOP_M
    plan = profile.rectangle(190.0, high - low, (0.0, (high + low) / 2))
    return extrude.prism(plan, -1.5, AKIMAT_Z_M + 0.03, ASPHALT)


def props() -> tuple[InstanceTable, ...]:
    """Trees of the lawns and banks, lamps, benches, clipped balls, flags."""
    rise, depth = AKIMAT_Z_M / RUNS, (GARDEN_SOUTH_M - STAIR_TOP_M) / RUNS
    balls = [
        (
            s * (STAIR_WIDTH_M + 4.0 * run) * share,
            GARDEN_SOUTH_M - run * depth - 4.0 + d,
            (run + 1) * rise + 0.4,
        )
        for run in range(1, RUNS)
        for s in (-1, 1)
        for share in (0.19, 0.46)
        for d in (-0.4, 1.4)
    ]
    elms = [
        (s * x, y, bank_m(y))
        for s in (-1, 1)
        for x, y in scattered((48.0, -172.0), (104.0, -124.0), 11.0, f"republic/elm{s}")
    ]
    north = [
        (s * x, y, 0.1)
        for s in (-1, 1)
        for x, y in scattered((45.0, 29.0), (86.0, 46.0), 9.0, f"republic/north{s}")
    ]
    spruce = [(s * x, 26.5, 0.1) for s in (-1, 1) for x in (26.0, 33.0, 40.0)]
    young = [
        (s * x, y, GROUND_M) for s in (-1, 1) for x, y in row((30.0, -62.5), (100.0, -62.5), 9.0)
    ]
    young += [
        (s * x, y, GROUND_M) for s in (-1, 1) for x, y in row((40.0, -90.0), (98.0, -90.0), 11.0)
    ]
    lamps = [(s * x, -62.0, GROUND_M) for s in (-1, 1) for x in (12.0, 34.0, 56.0, 78.0, 100.0)]
    clusters = [
        (s * x, y, GROUND_M) for s in (-1, 1) for x, y in ((22.9, -12.0), (27.0, 17.0), (88.0, 0.0))
    ]
    benches = [(s * x, 10.5, GROUND_M) for s in (-1, 1) for x in (58.0, 64.0, 70.0, 76.0, 82.0)]
    return (
        instances("tree.elm", [*elms, *north], "republic/elm"),
        instances("tree.spruce", spruce, "republic/spruce", scale=0.75, vary=0.2),
        instances("tree.apple", young, "republic/young", scale=0.8),
        instances("bush.round", balls, "republic/ball", scale=1.6, vary=0.05),
        instances("lamp.globe", lamps, "republic/lamp", vary=0.0, yaw_deg=0.0),
        instances("lamp.cluster", clusters, "republic/cluster", vary=0.0, scale=1.2, yaw_deg=0.0),
        instances("bench.stone", benches, "republic/bench", vary=0.0, yaw_deg=0.0),
    )


def bank_m(y: float) -> float:
    """Height of the grass banks beside the terraces."""
    return 0.3 + (GARDEN_SOUTH_M - y) / (GARDEN_SOUTH_M - STAIR_TOP_M) * (AKIMAT_Z_M - 0.5)


def collision() -> tuple[tuple[Prism, ...], tuple[Prism, ...]]:
    """Domes, pavilions and fountains stop; paving, terraces and court carry."""
    solids = []
    for x, radius, top in ((0.0, 11.0, 4.7), (-23.0, 5.7, 3.7), (23.0, 5.7, 3.7)):
        solids.append(stair.wall_prism(profile.circle(radius, 16) + np.array([x, -84.0]), top))
    houses = [profile.rectangle(30.0, 17.0, (x, -114.0)) for x in (-24.0, 24.0)]
    rooms = [profile.circle(6.4, 16) + np.array([x, 3.0]) for x in (-41.5, 41.5)]
    solids += [*stair.prisms(houses, 5.6), *stair.prisms(rooms, 1.1)]
    rise, depth = AKIMAT_Z_M / RUNS, (GARDEN_SOUTH_M - STAIR_TOP_M) / RUNS
    floors = [stair.floor(STRIP, GROUND_M)]
    for run in range(RUNS):
        front = GARDEN_SOUTH_M - run * depth
        width = STAIR_WIDTH_M + 4.0 * run if run else 15.0
        for step in range(8):
            near = front - 0.42 * step
            plan = profile.rectangle(width, near - STAIR_TOP_M, (0.0, (near + STAIR_TOP_M) / 2))
            floors.append(stair.floor(plan, run * rise + rise * (step + 1) / 8))
    low = AKIMAT_FRONT_M + COURT_BEFORE_M
    plan = profile.rectangle(190.0, STAIR_TOP_M - low, (0.0, (STAIR_TOP_M + low) / 2))
    floors.append(stair.floor(plan, AKIMAT_Z_M))
    return tuple(solids), tuple(floors)
