"""The Tselinny center: the hall of 1964 behind a cloud of fins, signs of light in its walls."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, lathe, profile, rail, roof, stair, transform
from almaty_tour.kit.curtain import Curtain, face
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.placing import fraction, hashed, instances, scattered
from almaty_tour.landmarks.tselinny_center import figures, front, plan
from almaty_tour.landmarks.tselinny_center.plan import (
    BACK_M,
    CONCRETE,
    CONCRETE_DARK,
    FLOOR_M,
    FOYER_BACK_M,
    FOYER_M,
    FRONT_M,
    GLASS,
    HALF_M,
    HALL_BACK_M,
    HALL_HALF_M,
    HALL_M,
    INSET,
    ROOF,
    WHITE,
    WING_M,
)
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]

PLAZA = (-30.0, -48.0, 24.0, 34.0)
RIVER_X_M = -26.0
CLEAR = Curtain(GLASS, GLASS, plan.FRAME, storey_m=3.6, sill_m=0.4, pane_m=1.8)


def build(spec: LandmarkSpec) -> Model:
    """The center; its cloud looks along Kabanbai Batyr Street (-y)."""
    mesh = merge(
        [
            front.front(),
            as_part(_bodies(spec.height_m), "walls"),
            as_part(_figures(), "figures"),
            as_part(_restaurant(), "restaurant"),
            as_part(_ground(), "plaza"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _bodies(height_m: float) -> MeshData:
    """Foyer flanks, the tall hall, low wings, their roofs and plant."""
    hall = diced(extrude.prism(plan.HALL, 0.0, HALL_M, CONCRETE, crease_deg=0.0), 6.0)
    wings = diced(extrude.prism(plan.WINGS, -1.5, WING_M, CONCRETE_DARK, crease_deg=0.0), 6.0)
    box = profile.rectangle(
        2 * HALF_M,
        FOYER_BACK_M - front.WALL_Y_M - 0.4,
        (0.0, (FOYER_BACK_M + front.WALL_Y_M + 0.4) / 2),
    )
    rear = diced(extrude.prism(box, -1.5, FOYER_M, CONCRETE, crease_deg=0.0), 6.0)
    edge = profile.line((0.0, 0.0), (0.12, 0.0), (0.12, 0.9), (-0.3, 0.9), (-0.3, 0.0))
    rims = [
        extrude.sweep(edge, shape, WHITE, z_m=z, crease_deg=0.0)
        for shape, z in ((plan.HALL, HALL_M - 0.5), (plan.WINGS, WING_M - 0.5))
    ]
    joints = [
        block(
            (s * (HALL_HALF_M + 0.06) - 0.07, y - 0.06, WING_M),
            (s * (HALL_HALF_M + 0.06) + 0.07, y + 0.06, HALL_M - 0.5),
            CONCRETE_DARK,
        )
        for s in (-1, 1)
        for y in np.linspace(-10.0, 22.0, 9)
    ]
    glass = [
        face(a, b, 0.0, (3.7, 3.7), CLEAR, f"tselinny/{i}")
        for i, (a, b) in enumerate(
            (((-21.04, 14.0), (-21.04, -13.0)), ((21.04, -12.0), (21.04, -4.0)))
        )
    ]
    eaves = block((-23.4, -14.0, 3.7), (-20.9, 15.0, 4.1), WHITE)
    lids = [
        extrude.sheet(plan.HALL, HALL_M + 0.02, ROOF),
        extrude.sheet(plan.WINGS, WING_M + 0.02, ROOF),
    ]
    ducts = [
        extrude.box(4.4, 2.6, 0.9, CONCRETE_DARK, centre=(x, 20.0), bottom_m=HALL_M)
        for x in (-8.0, 0.0, 8.0)
    ]
    lights = [roof.gable(2.4, 26.0, 0.9, plan.GLASS, z_m=HALL_M + 0.05, along_y=True)]
    head = extrude.box(
        9.0, 4.0, height_m - HALL_M, WHITE, centre=(0.0, FOYER_BACK_M + 3.0), bottom_m=HALL_M
    )
    return merge(
        [
            hall,
            wings,
            rear,
            *rims,
            *joints,
            *glass,
            eaves,
            *lids,
            *ducts,
            *(transform.move(light, x, 4.0) for light in lights for x in (-6.0, 6.0)),
            head,
        ]
    )


def _figures() -> MeshData:
    """Clouds and petroglyph signs let into the north and south walls, lit from within."""
    signs = [
        ([figures.cloud(9.0)], -6.0, 9.6, 1.0),
        ([figures.cloud(6.0)], 5.5, 14.8, 1.0),
        ([figures.cloud(4.4)], -12.0, 15.4, 1.0),
        (figures.deer(), 2.6, 8.4, 1.15),
        (figures.sun_head(), 10.5, 8.6, 1.15),
        (figures.deer(), 15.5, 12.2, 0.9),
        (figures.sun_head(), -3.0, 13.6, 0.85),
    ]
    low = [
        ([figures.cloud(5.0)], 6.0, 4.6, 1.0),
        (figures.sun_head(), 2.4, 2.2, 0.9),
        (figures.deer(), 12.0, 2.3, 0.95),
        ([figures.cloud(3.2)], 17.0, 5.2, 1.0),
    ]
    length = HALL_BACK_M - FOYER_BACK_M
    middle = FOYER_BACK_M + length / 2
    tall = _signs(signs)
    short = _signs(low)
    pieces = []
    for s in (-1.0, 1.0):
        wall = transform.turn_z(tall, s * 90.0)
        pieces.append(transform.move(wall, s * HALL_HALF_M, middle))
    pieces.append(transform.move(transform.turn_z(short, 90.0), HALF_M, middle - 8.0))
    ring = [[figures.cloud(7.0)], figures.sun_head()]
    end = _signs([(ring[0], 0.0, 8.0, 1.0), (ring[1], 0.0, 1.8, 1.0)])
    pieces += [
        transform.move(transform.turn_z(end, s * 90.0), s * HALF_M, -20.6) for s in (-1.0, 1.0)
    ]
    return merge(pieces)


def _signs(row: list[tuple[list[F64], float, float, float]]) -> MeshData:
    """Sunk, glowing shapes with a raised lip on the plane y = 0."""
    pieces = []
    for shapes, x, z, size in row:
        for shape in shapes:
            outline = shape * size + np.array([x, z])
            pieces.append(panel(outline, -0.03, 0.02, INSET, back=False))
    return merge(pieces)


def _restaurant() -> MeshData:
    """The glass pavilion on the roof of the foyer behind its terrace rail."""
    plate = diced(
        extrude.sheet(
            profile.rectangle(2 * HALF_M - 0.6, 17.0, (0.0, -23.7)), FOYER_M + 0.03, ROOF
        ),
        6.0,
    )
    corners = profile.rectangle(24.0, 6.0, (4.0, -19.4))
    walls = [
        face(a, b, FOYER_M, (FOYER_M + 3.2,) * 2, CLEAR, f"tselinny/top{i}")
        for i, (a, b) in enumerate(zip(corners, np.roll(corners, -1, axis=0), strict=True))
    ]
    lid = extrude.prism(
        profile.rectangle(26.0, 8.0, (4.0, -19.6)), FOYER_M + 3.2, FOYER_M + 3.6, WHITE
    )
    path = profile.line((-20.6, -15.4), (-20.6, -32.4), (20.6, -32.4), (20.6, -15.4))
    fence = rail.railing(path, plan.FRAME, height_m=1.1, z_m=FOYER_M, post_m=3.0, bars=3)
    return merge([plate, *walls, lid, fence])


def _ground() -> MeshData:
    """The step-free plaza with curving bands, planted islands and the dry river of the garden."""
    x0, y0, x1, y1 = PLAZA
    pieces = [
        block((x0, y0, -1.5), (x1, y1, FLOOR_M - 0.05), plan.PAVING),
        tiles((x0, y0), (x1, y1), FLOOR_M - 0.02, plan.PAVING, 5.0),
    ]
    for index, level in enumerate((-35.4, -38.6, -41.8, -45.0)):
        x = np.linspace(x0 + 0.5, x1 - 0.5, 25)
        wave = level + 0.9 * np.sin(0.16 * x + 0.8 * index)
        line = np.column_stack([x, wave])
        shape = np.concatenate([line, line[::-1] + np.array([0.0, 0.5])])
        pieces.append(extrude.prism(shape, -0.2, FLOOR_M + 0.012 + 0.003 * index, plan.BAND))
    for east, north, size in _islands():
        plot = profile.ellipse(size, 0.55 * size, 18) + np.array([east, north])
        pieces += [
            extrude.prism(plot, -0.2, FLOOR_M + 0.14, plan.STEPPE),
            extrude.prism(profile.offset(plot, 0.2), -0.2, FLOOR_M + 0.1, WHITE),
        ]
    return merge([*pieces, _river()])


def _islands() -> list[tuple[float, float, float]]:
    return [(-19.0, -41.0, 3.6), (-9.5, -44.6, 2.6), (15.0, -41.6, 3.4), (7.0, -45.2, 2.2)]


def _river() -> MeshData:
    """Gravel bed between steppe grass, boulders along it."""
    y = np.linspace(-30.0, 33.0, 24)
    middle = RIVER_X_M + 1.1 * np.sin(0.17 * y)
    bed = np.concatenate(
        [np.column_stack([middle + 1.1, y]), np.column_stack([middle - 1.1, y])[::-1]]
    )
    lawn = profile.rectangle(6.6, 64.0, (RIVER_X_M - 0.2, 1.6))
    count = 26
    seed = hashed("tselinny/river", count)
    along = -29.0 + 61.0 * fraction(seed, 1)
    aside = RIVER_X_M + 1.1 * np.sin(0.17 * along) + np.where(fraction(seed, 2) < 0.5, -1.2, 1.2)
    stone = transform.scale(lathe.sphere(0.5, plan.BOULDER, sides=6), 1.0, 0.8, 0.6)
    stones = transform.at(
        stone,
        np.column_stack([aside, along, np.full(count, FLOOR_M + 0.12)]),
        turn_deg=360.0 * fraction(seed, 3),
        scale_by=0.6 + 0.9 * fraction(seed, 4),
    )
    return merge(
        [
            extrude.prism(lawn, -0.3, FLOOR_M + 0.06, plan.LAWN),
            extrude.prism(bed, -0.2, FLOOR_M + 0.1, plan.GRAVEL),
            stones,
        ]
    )


def _props() -> tuple[InstanceTable, ...]:
    name = "tselinny_center"
    islands = np.array(_islands())
    trees = [
        (-19.6, -41.0),
        (-28.0, -22.0),
        (-28.4, -4.0),
        (-24.0, 6.0),
        (-28.2, 18.0),
        (-24.2, 28.0),
    ]
    bushes = scattered((-29.2, -29.0), (-22.8, 33.0), 4.0, name + "/steppe")
    grass = np.concatenate(
        [islands[:, :2] + np.array(d) for d in ((-1.3, 0.3), (1.2, -0.4), (0.3, 0.8))]
    )
    lamps = [(-13.0, -39.6), (11.0, -38.8), (21.0, -46.0), (-22.0, -46.0)]
    seats = [(-5.0, -40.4), (4.0, -40.6), (19.0, -37.0)]
    return (
        instances("tree.birch", _at(trees, FLOOR_M + 0.1), name + "/birch", scale=0.72),
        instances("bush.round", _at(bushes, FLOOR_M + 0.08), name + "/bush", scale=0.5),
        instances("bush.flowers", _at(grass, FLOOR_M + 0.14), name + "/grass", scale=0.9),
        instances("lamp.mast", _at(lamps, FLOOR_M), name + "/lamp", scale=0.6, vary=0.0),
        instances(
            "bench.stone", _at(seats, FLOOR_M), name + "/seat", yaw_deg=[15.0, -10.0, 0.0], vary=0.0
        ),
    )


def _at(places: npt.ArrayLike, z_m: float) -> F64:
    spots = np.asarray(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), z_m)])


def _collision() -> Collision:
    x0, y0, x1, y1 = PLAZA
    plate = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
    body = profile.rectangle(
        2 * HALF_M, BACK_M - front.WALL_Y_M, (0.0, (BACK_M + front.WALL_Y_M) / 2)
    )
    cheeks = [
        profile.rectangle(
            front.SIDE_M,
            front.WALL_Y_M - FRONT_M,
            (s * (HALF_M - front.SIDE_M / 2), (front.WALL_Y_M + FRONT_M) / 2),
        )
        for s in (-1, 1)
    ]
    return Collision(
        (
            stair.wall_prism(body, WING_M),
            stair.wall_prism(plan.HALL, HALL_M, 0.0),
            *(stair.wall_prism(shape, FOYER_M) for shape in cheeks),
        ),
        (stair.floor(plate, FLOOR_M),),
    )
