"""Metro station Zhibek Zholy: the corner pavilion of granite and glass, two stair hoods."""

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
from almaty_tour.landmarks.metro_zhibek_zholy import corner
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

HOOD = Hood(3.6, 5.6, 3.3, 2.2, corner.GRANITE)
HOODS = (((17.0, 1.6), -45.0), ((-17.0, 1.6), 45.0))
PLATE = profile.line(
    (-1.2, -18.4), (1.2, -18.4), (23.5, 3.9), (17.7, 9.7), (15.2, 7.2), (8.2, 9.6), (0.0, 1.4),
    (-8.2, 9.6), (-15.2, 7.2), (-17.7, 9.7), (-23.5, 3.9),
)  # fmt: skip
BED = profile.line((7.0, -6.3), (8.4, -6.3), (14.8, 0.1), (14.0, 0.9))
LAWN = Paint("lawn", "#5F8440")
SIGN = (9.4, -8.2)


def build(spec: LandmarkSpec) -> Model:
    """The entrance looks across the corner; the sign over the drum settles the height."""
    mesh = merge(
        [
            as_part(_ground(), "paving"),
            as_part(corner.wings(), "body"),
            as_part(corner.wedges(), "wedges"),
            as_part(corner.drum(), "drum"),
            as_part(corner.recess(), "doors"),
            as_part(corner.stairs(), "stairs"),
            as_part(hoods(spec.id, HOOD, HOODS), "hoods"),
            as_part(transform.move(pylon("МЕТРО"), *SIGN), "pylon"),
        ]
    )
    agree(spec, float(mesh.bounds_m[1][2]))
    return Model(mesh, _props(), _collision())


def _ground() -> MeshData:
    """Paving with bands that follow both streets, planted strips under the glass."""
    lines = []
    for s in (-1.0, 1.0):
        band = profile.line((0.0, -18.2), (0.6, -18.2), (22.4, 3.6), (22.0, 4.0), (0.0, -18.0))
        lines.append(plate(profile.counter_clockwise(band * [s, 1.0]), GROUND_M + 0.025, BAND))
        bed = profile.counter_clockwise(BED * [s, 1.0])
        lines.append(extrude.prism(bed, -0.4, 0.3, LAWN))
        lines.append(corner.fence((s * 8.5, -6.4), (s * 15.0, 0.1)))
    rows = [
        plate(profile.rectangle(width, 0.4, (0.0, y)), GROUND_M + 0.025, BAND)
        for width, y in ((12.0, -11.6), (8.8, -13.2), (6.2, -14.8))
    ]
    return merge([plate(PLATE, GROUND_M, PAVING), *lines, *rows])


def _props() -> tuple[InstanceTable, ...]:
    name = "metro_zhibek_zholy"
    z = GROUND_M
    both = [-1.0, 1.0]
    lamps = [(s * x, x - 18.6, z) for s in both for x in (6.0, 13.0, 20.6)]
    trees = [(s * x, x - 18.3, z) for s in both for x in (16.8,)]
    bushes = [(s * x, x - 14.0, 0.3) for s in both for x in (8.4, 9.6, 10.8, 12.0, 13.2)]
    seats = [(s * 12.6, -3.6, z) for s in both]
    return (
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("tree.elm", trees, name + "/elm", scale=0.55),
        instances("bush.round", bushes, name + "/bush", scale=0.45),
        instances("bench.park", seats, name + "/bench", yaw_deg=[-45.0, 45.0], vary=0.0),
    )


def _collision() -> Collision:
    """Wings, wedges and what lies behind the doors are solid; steps and landing carry feet."""
    slab = profile.line((6.4, -9.6), (7.0, -9.1), (4.3, -5.7), (3.7, -6.2))
    bed = stair.straight_floors(
        corner.FLIGHT_M, corner.LANDING_M, corner.STEPS, tread_m=corner.TREAD_M, y_m=corner.FLIGHT_Y
    )
    pairs = [hood_collision(HOOD, at, turn) for at, turn in HOODS]
    solids = (
        stair.wall_prism(corner.BODY, corner.GLASS_M),
        *(stair.wall_prism(slab * [s, 1.0], 7.0) for s in (-1.0, 1.0)),
        stair.wall_prism(profile.rectangle(1.5, 0.8, SIGN), 2.0),
        *(solid for solids, _ in pairs for solid in solids),
    )
    floors = (
        stair.floor(PLATE, GROUND_M),
        *bed,
        stair.floor(corner.LANDING, corner.LANDING_M),
        *(floor for _, floors in pairs for floor in floors),
    )
    return Collision(solids, floors)
