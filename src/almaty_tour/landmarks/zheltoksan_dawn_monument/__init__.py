"""Dawn of Freedom: a torn mass of bronze, youths at its foot, a woman with a dove over all."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.landmarks._shared.monuments_ground import bed, on, plate
from almaty_tour.landmarks.zheltoksan_dawn_monument import figures as dawn
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

BLACK = Paint("polished_granite", "#3A3A40")
GREY = Paint("granite", "#5A5859")
PAVING = Paint("paving", "#A39A8F")
RED = Paint("paving", "#8C6458")
LAWN = Paint("lawn", "#7E9A54")
LETTERS = Paint("lettering", "#A5864E")
WHITE_BLOOM = (Paint("foliage", "#E6E2D4"), Paint("foliage", "#C9383A"))

GROUND_M = 0.05
PLACE = profile.rectangle(21.0, 25.2, (0.0, -2.1))
BASE = profile.chamfered(7.8, 5.4, 1.0)
STEPS, RISE_M, TREAD_M = 5, 0.17, 0.45
BASE_M = STEPS * RISE_M
PLINTH = profile.chamfered(6.9, 4.5, 0.9)
PLINTH_TOP_M = 1.4


def build(spec: LandmarkSpec) -> Model:
    """The monument in a square of paving; the dove's wings end at `spec.height_m`."""
    bronze = transform.move(dawn.mass(), z=PLINTH_TOP_M - 0.02)
    youths = transform.move(dawn.crowd(), z=PLINTH_TOP_M - 0.02)
    mesh = merge(
        [
            as_part(bronze, "bronze"),
            as_part(youths, "crowd"),
            as_part(dawn.dove(spec.height_m), "dove"),
            as_part(_base(), "base"),
            as_part(_place(), "place"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _base() -> MeshData:
    """Short steps all round and a black plinth that carries the name and the date."""
    steps = stair.around(BASE, BASE_M, STEPS, GREY, tread_m=TREAD_M)
    plinth = extrude.prism(PLINTH, BASE_M - 0.02, PLINTH_TOP_M, BLACK, crease_deg=0.0)
    name = transform.move(
        lettering("ТӘУЕЛСІЗДІК ТАҢЫ", 0.26, LETTERS, out_m=0.03, bold_m=0.008),
        0.0,
        -2.25,
        BASE_M + 0.16,
    )
    return merge([steps, diced(plinth, 1.5), name])


def _place() -> MeshData:
    """Paving with a red band round the steps, a cross of paths, four lawns with flowers."""
    band = extrude.prism(
        profile.rectangle(13.6, 11.2),
        0.0,
        GROUND_M + 0.03,
        RED,
        bottom=False,
        holes=[profile.rectangle(8.0, 6.0)],
    )
    lawns, flowers = [], []
    for number, (sx, sy) in enumerate(((-1, -1), (1, -1), (-1, 1), (1, 1))):
        lawns.append(bed(profile.rectangle(6.4, 3.4, (sx * 6.7, sy * 8.3)), 0.1, LAWN))
        flowers.append(
            blooms(
                profile.rectangle(4.6, 1.3, (sx * 6.4, sy * 7.6)),
                0.1,
                WHITE_BLOOM,
                f"dawn/{number}",
                pitch_m=0.55,
            )
        )
    return merge([plate(PLACE, GROUND_M, PAVING), diced(band, 3.0), *lawns, *flowers])


def _props() -> tuple[InstanceTable, ...]:
    """Spruces and low trees at the back, lamps and benches at the sides."""
    name = "zheltoksan_dawn_monument"
    back = [(x, 9.3) for x in (-9.0, -6.8, -4.6, 4.6, 6.8, 9.0)]
    seats = [(-9.6, -1.5), (-9.6, 2.5), (9.6, -1.5), (9.6, 2.5)]
    corners = [(-9.9, -5.6), (9.9, -5.6), (-9.9, 5.6), (9.9, 5.6)]
    return (
        instances("tree.spruce", on(back, 0.1), name + "/spruce", scale=0.5, vary=0.12),
        instances("lamp.cluster", on(corners, GROUND_M), name + "/lamp", vary=0.0),
        instances(
            "bench.stone",
            on(seats, GROUND_M),
            name + "/bench",
            yaw_deg=np.array([90.0, 90.0, -90.0, -90.0]),
            vary=0.0,
        ),
        instances(
            "bush.round",
            on([(x, -9.5) for x in (-9.0, -7.2, 7.2, 9.0)], 0.1),
            name + "/bush",
            scale=0.8,
        ),
    )


def _collision() -> Collision:
    """Plinth and bronze stop; the place and the steps carry."""
    floors = (
        stair.floor(PLACE, GROUND_M),
        *stair.around_floors(BASE, BASE_M, STEPS, tread_m=TREAD_M),
    )
    return Collision((stair.wall_prism(PLINTH, 6.0),), floors)
