"""Metro station Abai: a glass-vaulted pavilion, the vault of its long escalators, two hoods."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.landmarks._shared.height import agree
from almaty_tour.landmarks._shared.metro_parts import (
    BAND,
    GROUND_M,
    PAVING,
    Hood,
    hood_collision,
    hoods,
    plate,
)
from almaty_tour.landmarks._shared.metro_sign import pylon
from almaty_tour.landmarks.metro_abai import hall as house
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

HOOD = Hood(4.0, 7.0, 3.4, 2.1, house.BROWN)
HOODS = (((11.6, -5.4), -90.0), ((-11.6, -5.4), 90.0))
PLATE = profile.rectangle(40.0, 7.6, (0.0, -9.0))
SIDES = profile.rectangle(18.0, 26.0, (0.0, 7.8))
LAWN = Paint("lawn", "#618843")
SIGN = (8.6, -11.6)


def build(spec: LandmarkSpec) -> Model:
    """The pavilion looks to the avenue; the crown of its vault settles the height."""
    mesh = merge(
        [
            as_part(_ground(), "paving"),
            as_part(house.hall(), "body"),
            as_part(house.front(), "front"),
            as_part(house.shaft(), "shaft"),
            as_part(house.stairs(), "stairs"),
            as_part(hoods(spec.id, HOOD, HOODS), "hoods"),
            as_part(transform.move(pylon("МЕТРО"), *SIGN), "pylon"),
        ]
    )
    agree(spec, float(mesh.bounds_m[1][2]))
    return Model(mesh, _props(), _collision())


def _ground() -> MeshData:
    """The footway before the pavilion, an apron round it, two lawns at the shaft."""
    z = GROUND_M
    lines = [plate(profile.rectangle(39.4, 0.4, (0.0, y)), z + 0.03, BAND) for y in (-12.4, -11.6)]
    lines += [
        plate(profile.rectangle(0.4, 6.0, (x, -8.4)), z + 0.03, BAND)
        for x in (-9.4, -7.4, 7.4, 9.4)
    ]
    lawns = [
        extrude.prism(profile.rectangle(4.6, 11.0, (s * 6.4, 14.6)), -0.4, 0.16, LAWN)
        for s in (-1.0, 1.0)
    ]
    apron = plate(SIDES, z - 0.02, PAVING.shaded(0.95))
    return merge([plate(PLATE, z, PAVING), apron, *lines, *lawns])


def _props() -> tuple[InstanceTable, ...]:
    name = "metro_abai"
    z = GROUND_M
    both = (-1.0, 1.0)
    lamps = [(s * x, -12.3, z) for s in both for x in (7.0, 13.0, 19.2)]
    trees = [(s * 6.6, y, 0.16) for s in both for y in (12.0, 17.6)]
    bushes = [(s * x, y, 0.16) for s in both for x in (4.8, 8.0) for y in (10.6, 13.4, 16.2)]
    seats = [(s * 14.6, -10.4, z) for s in both]
    return (
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("tree.spruce", trees, name + "/spruce", scale=0.5),
        instances("bush.round", bushes, name + "/bush", scale=0.55),
        instances("bench.park", seats, name + "/bench", yaw_deg=0.0, vary=0.0),
    )


def _collision() -> Collision:
    """Hall and shaft are solid; steps and landing carry feet."""
    pairs = [hood_collision(HOOD, at, turn) for at, turn in HOODS]
    shaft = profile.rectangle(
        2 * house.SHAFT_HALF_M, house.SHAFT_M, (0.0, house.REAR_Y + house.SHAFT_M / 2)
    )
    columns = tuple(
        stair.wall_prism(profile.rectangle(0.6, 0.6, (x, -9.0)), 3.5)
        for x in (-4.6, -1.75, 1.75, 4.6)
    )
    solids = (
        stair.wall_prism(house.HALL, house.WALL_M),
        stair.wall_prism(shaft, 3.0),
        *columns,
        stair.wall_prism(profile.rectangle(1.5, 0.8, SIGN), 2.0),
        *(solid for solids, _ in pairs for solid in solids),
    )
    steps = stair.straight_floors(10.0, house.FLOOR_M, house.STEPS, tread_m=house.TREAD_M, y_m=-9.4)
    floors = (
        stair.floor(PLATE, GROUND_M),
        *steps,
        stair.floor(house.LANDING, house.FLOOR_M),
        *(floor for _, floors in pairs for floor in floors),
    )
    return Collision(solids, floors)
