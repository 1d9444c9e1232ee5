"""The court the Akimat stands on, six metres over the square: walls, stairs, lawns, parking.

Model frame: z = 0 is the level of the square, the road of the square meets the court's
northern edge (-y).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.landmarks.almaty_akimat.plan import COURT_M, PLINTH
from almaty_tour.mesh.data import InstanceTable, MeshData, Prism, merge

F64 = npt.NDArray[np.float64]

GARDEN = Paint("paving", "#A89B8C")
BAND = Paint("paving", "#8E8378")
ASPHALT = Paint("asphalt", "#6A6A6E")
MARK = Paint("painted_metal", "#C9C8C4")
KERB = Paint("granite", "#A59C94")
WALL = Paint("granite", "#B09B8A")
LAWN = Paint("lawn", "#4F7A33")
RED = Paint("foliage", "#B5382C")
YELLOW = Paint("foliage", "#D3A52C")

HALF_M, NEAR_M, FAR_M = 85.0, -56.0, 48.0
STEPS, TREAD_M, WIDE_M = 36, 0.32, 3.2
STAIR_Y_M, LANDING_M = 12.0, 3.4
LAWNS = ((13.0, 33.0), (36.0, 56.0))
LAWN_Y_M = (-52.2, -44.6)
PARKING = (64.0, 81.0, -36.0, 34.0)


def court() -> MeshData:
    """The podium with everything that lies on it."""
    plan = profile.line((-HALF_M, NEAR_M), (HALF_M, NEAR_M), (HALF_M, FAR_M), (-HALF_M, FAR_M))
    body = extrude.prism(plan, -1.5, COURT_M, GARDEN, top=False)
    top = diced(extrude.sheet(plan, COURT_M, GARDEN), 9.0)
    side = merge([*_flank(), *_lawns(), *_parking()])
    return merge([body, top, _bands(), _rear_wall(), side, transform.mirror_x(side)])


def _bands() -> MeshData:
    """Darker strips across the paving before the front and behind the hall."""
    quads = [_flat(-HALF_M + 0.7, HALF_M - 0.7, y, y + 0.7, 0.03) for y in (-55.4, -43.6, 44.0)]
    quads += [_flat(x - 0.35, x + 0.35, -54.6, -43.7, 0.03) for x in np.arange(-10.0, 10.1, 5.0)]
    return quadrilaterals(np.array(quads), BAND)


def _flat(left: float, right: float, near: float, far: float, lift: float) -> F64:
    z = COURT_M + lift
    return np.array([(left, near, z), (right, near, z), (right, far, z), (left, far, z)])


def _flank() -> list[MeshData]:
    """The eastern wall with its piers, coping and rail, and the stair that climbs along it."""
    stair_low = STAIR_Y_M - STEPS * TREAD_M
    y = np.arange(NEAR_M + 18.0, FAR_M - 0.5, 6.0)
    y = y[(y < stair_low - 0.8) | (y > STAIR_Y_M + LANDING_M + 0.8)]
    feet = np.column_stack([np.full(len(y), HALF_M), y, np.full(len(y), -1.5)])
    piers = struts(feet, feet + np.array([0.0, 0.0, COURT_M + 1.4]), 0.9, WALL.shaded(0.92))
    face = diced(
        extrude.block((HALF_M - 0.1, NEAR_M, -1.5), (HALF_M + 0.12, FAR_M, 5.6), WALL), 5.0
    )
    rails = []
    for near, far in ((NEAR_M + 14.5, STAIR_Y_M), (STAIR_Y_M + LANDING_M, FAR_M)):
        rails += _parapet((HALF_M - 0.3, near), (HALF_M - 0.3, far))
    x = HALF_M + WIDE_M / 2
    flight = stair.straight(WIDE_M, COURT_M, STEPS, KERB, tread_m=TREAD_M, x_m=x, y_m=STAIR_Y_M)
    block = extrude.block(
        (HALF_M, STAIR_Y_M, -1.5), (HALF_M + WIDE_M, STAIR_Y_M + LANDING_M, COURT_M), WALL
    )
    return [piers, face, *rails, flight, diced(block, 3.0), *_cheek(stair_low), *_foot()]


def _foot() -> list[MeshData]:
    """A plain course along the foot of the wall."""
    return [extrude.block((HALF_M, NEAR_M, -1.5), (HALF_M + 0.3, FAR_M, 0.6), PLINTH)]


def _cheek(low: float) -> list[MeshData]:
    """The sloping wall on the open side of the stair and the rail of its landing."""
    end = STAIR_Y_M + LANDING_M
    section = profile.line(
        (low - 0.6, -1.5), (end, -1.5), (end, COURT_M + 1.0), (STAIR_Y_M, COURT_M + 1.0),
        (low - 0.6, 1.1),
    )  # fmt: skip
    plate = extrude.panel(section, 0.0, 0.35, WALL.shaded(0.96), crease_deg=0.0)
    turned = transform.turn_z(plate, 90.0)
    near = extrude.block(
        (HALF_M, end - 0.35, COURT_M), (HALF_M + WIDE_M, end, COURT_M + 1.0), WALL.shaded(0.96)
    )
    return [transform.move(turned, x=HALF_M + WIDE_M + 0.35), near]


def _parapet(a: tuple[float, float], b: tuple[float, float]) -> list[MeshData]:
    """A rail of square posts between two courses of granite."""
    z = COURT_M
    way = profile.line(a, b)
    section = profile.line((-0.2, 0.0), (0.2, 0.0), (0.2, 0.16), (-0.2, 0.16))
    courses = [
        extrude.sweep(section, way, KERB, z_m=z + lift, closed=False, crease_deg=0.0)
        for lift in (0.0, 0.86)
    ]
    spots = row(a, b, 0.8)[1:-1]
    feet = np.column_stack([spots, np.full(len(spots), z + 0.1)])
    return [*courses, struts(feet, feet + np.array([0.0, 0.0, 0.8]), 0.22, KERB, caps=False)]


def _rear_wall() -> MeshData:
    face = diced(
        extrude.block((-HALF_M, FAR_M - 0.1, -1.5), (HALF_M, FAR_M + 0.12, 5.6), WALL), 6.0
    )
    x = np.arange(-HALF_M + 0.5, HALF_M, 7.0)
    feet = np.column_stack([x, np.full(len(x), FAR_M), np.full(len(x), -1.5)])
    piers = struts(feet, feet + np.array([0.0, 0.0, COURT_M + 1.4]), 0.9, WALL.shaded(0.92))
    foot = extrude.block((-HALF_M, FAR_M, -1.5), (HALF_M, FAR_M + 0.3, 0.6), PLINTH)
    rail = _parapet((HALF_M - 0.5, FAR_M - 0.3), (-HALF_M + 0.5, FAR_M - 0.3))
    return merge([face, piers, foot, *rail])


def _lawns() -> list[MeshData]:
    """Two long lawns with ribbons of flowers before one half of the front."""
    near, far = LAWN_Y_M
    pieces = []
    for left, right in LAWNS:
        middle = ((left + right) / 2, (near + far) / 2)
        plan = profile.rounded_rectangle(right - left, far - near, 1.2, 4, middle)
        kerb = extrude.prism(plan, COURT_M - 0.2, COURT_M + 0.14, KERB)
        grass = extrude.prism(
            profile.offset(plan, -0.25), COURT_M, COURT_M + 0.2, LAWN, bottom=False
        )
        pieces += [kerb, diced(grass, 6.0)]
        for paint, y in ((RED, near + 1.1), (YELLOW, near + 1.9)):
            strip = profile.rounded_rectangle(right - left - 2.4, 0.6, 0.28, 3, (middle[0], y))
            pieces.append(extrude.prism(strip, COURT_M + 0.1, COURT_M + 0.34, paint, bottom=False))
    return pieces


def _parking() -> list[MeshData]:
    """Asphalt with marked places beside the building, a hedge's bed along the wall."""
    left, right, near, far = PARKING
    plan = profile.line((left, near), (right, near), (right, far), (left, far))
    ground = diced(extrude.prism(plan, COURT_M - 0.3, COURT_M + 0.04, ASPHALT, bottom=False), 9.0)
    y = np.arange(near + 2.0, far - 1.0, 2.7)
    marks = [_flat(right - 5.2, right - 0.2, v - 0.06, v + 0.06, 0.07) for v in y]
    return [ground, quadrilaterals(np.array(marks), MARK)]


def floors() -> tuple[Prism, ...]:
    """Both stairs with their landings, and the court."""
    plan = profile.line((-HALF_M, NEAR_M), (HALF_M, NEAR_M), (HALF_M, FAR_M), (-HALF_M, FAR_M))
    made = [stair.floor(plan, COURT_M)]
    for side in (-1.0, 1.0):
        x = side * (HALF_M + WIDE_M / 2)
        made += stair.straight_floors(WIDE_M, COURT_M, STEPS, tread_m=TREAD_M, x_m=x, y_m=STAIR_Y_M)
        landing = profile.rectangle(WIDE_M, LANDING_M, (x, STAIR_Y_M + LANDING_M / 2))
        made.append(stair.floor(landing, COURT_M))
    return tuple(made)


def props() -> tuple[InstanceTable, ...]:
    """Spruces and flowers on the lawns, lamps, benches, parked cars, round bushes."""
    z, name = COURT_M, "almaty_akimat"
    both = (-1.0, 1.0)
    spruce = [(s * x, -45.6, z + 0.2) for s in both for x in (40.0, 46.0, 51.5, 55.0)]
    spots = (15.0, 18.0, 21.0, 24.0, 27.0, 42.0, 50.0)
    balls = [(s * x, -46.4, z + 0.2) for s in both for x in spots]
    flowers = [
        (s * x, LAWN_Y_M[0] + 3.2, z + 0.2)
        for s in both for left, right in LAWNS for x in np.arange(left + 2.0, right - 1.5, 2.9)
    ]  # fmt: skip
    lamps = [(s * x, -53.6, z) for s in both for x in (11.6, 34.5, 57.5, 80.0)]
    lamps += [(s * 62.8, y, z) for s in both for y in (-30.0, -10.0, 10.0, 30.0)]
    benches = [(s * 34.5, y, z) for s in both for y in (-51.0, -48.5, -46.0)]
    _, right, near, far = PARKING
    places = np.arange(near + 3.35, far - 2.0, 2.7)
    stalls = [(s * (right - 2.7), y, z + 0.04) for s in both for y in places]
    kinds = ("car.white", "car.silver", "car.black", "car.blue", "car.high_white")
    chosen = np.array([k for k in range(len(stalls)) if k % 7 not in (2, 6)])
    cars = [
        instances(kind, np.array(stalls)[chosen[index::5]], f"{name}/{kind}", vary=0.0, yaw_deg=0.0)
        for index, kind in enumerate(kinds)
    ]
    trees = [(s * 58.6, y, z) for s in both for y in (-30.0, -24.0)]
    return (
        instances("tree.spruce", spruce, f"{name}/spruce", scale=0.7, vary=0.2),
        instances("tree.birch", trees, f"{name}/birch", scale=0.7),
        instances("bush.round", balls, f"{name}/ball", scale=1.3, vary=0.05),
        instances("bush.flowers", flowers, f"{name}/flowers", scale=0.8),
        instances("lamp.globe", lamps, f"{name}/lamp", vary=0.0, yaw_deg=0.0),
        instances("bench.park", benches, f"{name}/bench", vary=0.0, yaw_deg=90.0),
        *cars,
    )
