"""The Eastern Calendar: a metal sun in a round basin, twelve cast beasts on its rim."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import clay, extrude, lathe, ornament, profile, sdf, spray, stair, transform
from almaty_tour.kit.chisel import chiselled
from almaty_tour.kit.dice import diced
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.pool import WATER
from almaty_tour.kit.skin import skin
from almaty_tour.landmarks._shared.monuments_ground import KERB, on_ring, rings, skirt
from almaty_tour.landmarks.eastern_calendar_fountain import animals as beasts
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

STONE = Paint("granite", "#A8A39B")
DARK = Paint("granite", "#85807A")
PAVING = Paint("paving", "#A79F95")
ROSE = Paint("paving", "#9C8478")
GOLDEN = Paint("gilded_plaster", "#E8CF96")

GROUND_M = 0.05
PLACE_M, BASIN_M, RIM_M = 14.5, 8.7, 1.3
RIM_TOP_M, WATER_M, BLOCK_M = 0.55, 0.38, 0.95
ANIMALS_M = BASIN_M - 0.62
SUN_M, RAY_M = 0.85, 1.5


def build(spec: LandmarkSpec) -> Model:
    """The basin; the sun's upper ray ends at `spec.height_m`."""
    mesh = merge(
        [
            as_part(_place(), "place"),
            as_part(_basin(), "basin"),
            as_part(_animals(), "animals"),
            as_part(_sun(spec.height_m - RAY_M), "sun"),
            as_part(_water(), "water"),
        ]
    )
    solids = (stair.wall_prism(profile.circle(BASIN_M, 24), BLOCK_M),)
    floors = (stair.floor(profile.circle(PLACE_M, 32), GROUND_M),)
    return Model(mesh, _props(), Collision(solids, floors))


def _basin() -> MeshData:
    """A low rim of grey stone with twelve blocks on it, a stepped foot outside."""
    section = profile.line(
        (0.4, 0.0),
        (0.4, 0.17),
        (0.0, 0.17),
        (0.0, 0.44),
        (0.08, 0.48),
        (0.08, RIM_TOP_M),
        (-RIM_M, RIM_TOP_M),
        (-RIM_M, 0.0),
    )
    rim = lathe.ring(section, BASIN_M, STONE, sides=48)
    block = extrude.prism(
        profile.rectangle(1.7, 0.86),
        RIM_TOP_M - 0.05,
        BLOCK_M,
        DARK,
        top_outline=profile.rectangle(1.56, 0.74),
        crease_deg=0.0,
    )
    sign = transform.move(
        ornament.horns(0.7, 0.3, 0.03, beasts.IRON, steps=6), 0.0, -0.4, RIM_TOP_M + 0.05
    )
    blocks = transform.around(merge([block, sign]), 12, ANIMALS_M)
    water = diced(extrude.sheet(profile.circle(BASIN_M - RIM_M, 48), WATER_M, WATER), 2.6)
    return merge([rim, blocks, water])


def _animals() -> MeshData:
    """The twelve in their order, clockwise from the front as the years go, in profile."""
    pieces = []
    for number, name in enumerate(beasts.ORDER):
        one = transform.move(beasts.animal(name), 0.0, -ANIMALS_M, BLOCK_M - 0.02)
        pieces.append(transform.turn_z(one, -30.0 * number))
    return merge(pieces)


def _sun(middle_m: float) -> MeshData:
    """A round face with rays, alike on both sides, on a drum and a fluted stem."""
    drum = lathe.lathe(
        profile.line(
            (1.7, 0.0), (1.7, 0.5), (1.6, 0.56), (1.1, 0.56), (1.1, 0.8), (1.0, 0.86), (0.0, 0.86)
        ),
        STONE,
        sides=24,
    )
    stem = lathe.cylinder(
        0.2, middle_m - 0.8, beasts.IRON, top_radius_m=0.12, bottom_m=0.8, sides=10
    )
    turned = transform.move(merge([_face(), _rays()]), z=middle_m)
    return merge([drum, stem, turned])


def _rays() -> MeshData:
    """Sixteen rays: straight blades and shorter flames in turn; the upper one is longest."""
    blade = extrude.panel(
        profile.line((-0.15, SUN_M - 0.1), (0.15, SUN_M - 0.1), (0.0, RAY_M)),
        -0.06,
        0.06,
        GOLDEN,
        crease_deg=0.0,
    )
    right = profile.smooth(
        [(0.13, SUN_M - 0.1), (0.05, SUN_M + 0.12), (0.16, SUN_M + 0.3), (0.04, RAY_M - 0.14)], 3
    )
    left = profile.smooth(
        [(0.02, RAY_M - 0.16), (0.05, SUN_M + 0.28), (-0.1, SUN_M + 0.12), (-0.13, SUN_M - 0.1)], 3
    )
    flame = extrude.panel(np.concatenate([right, left]), -0.05, 0.05, GOLDEN.shaded(0.86))
    return merge([transform.turn(flame if k % 2 else blade, "y", 22.5 * k) for k in range(16)])


def _face() -> MeshData:
    """Disc, rim, brows, nose, cheeks and lips; the same face looks to the other side."""
    disc = clay.disc((0.0, 0.0, 0.0), (0.0, 1.0, 0.0), SUN_M, 0.1, 0.05)
    rim = clay.hoop((0.0, 0.0, 0.0), (0.0, 1.0, 0.0), SUN_M - 0.04, 0.13)
    dome = sdf.ellipsoid((0.0, 0.0, 0.0), (0.62, 0.24, 0.62))
    nose = sdf.limb([(0.0, 0.2, 0.2), (0.0, 0.34, -0.1), (0.0, 0.24, -0.14)], [0.05, 0.08, 0.07])
    brows = sdf.mirrored_x(
        sdf.limb([(0.06, 0.24, 0.2), (0.24, 0.23, 0.28), (0.42, 0.14, 0.2)], [0.04, 0.05, 0.03])
    )
    eyes = sdf.mirrored_x(sdf.ellipsoid((0.22, 0.19, 0.1), (0.1, 0.06, 0.05)))
    cheeks = sdf.mirrored_x(sdf.ball((0.3, 0.12, -0.16), 0.12))
    mouth = sdf.limb(
        [(-0.2, 0.17, -0.28), (0.0, 0.22, -0.34), (0.2, 0.17, -0.28)], [0.03, 0.05, 0.03]
    )
    half = sdf.union([dome, nose, brows, eyes, cheeks, mouth], 0.03)
    field = sdf.union(
        [disc, rim, lambda p: half(np.column_stack([p[:, 0], np.abs(p[:, 1]), p[:, 2]]))], 0.03
    )
    made = skin(field, (-1.1, -0.6, -1.1), (1.1, 0.6, 1.1), 0.03, GOLDEN, triangles=2600)
    return chiselled(made, GOLDEN)


def _water() -> MeshData:
    """Streams thrown inwards between the beasts, short plumes round the sun."""
    one = transform.turn_z(spray.stream(3.6, 1.5, "calendar/in", drops=7), 180.0)
    inward = transform.around(one, 12, BASIN_M - RIM_M - 0.15, start_deg=-75.0, z_m=WATER_M)
    plume = spray.plume(1.1, "calendar/up", drops=10)
    return merge([inward, transform.around(plume, 12, 2.2, z_m=WATER_M)])


def _place() -> MeshData:
    """Rings of paving that step darker to the basin, twelve rays of rose stone."""
    ring = rings((PLACE_M, 13.2, 11.2, 10.2, 7.6), GROUND_M, (ROSE, PAVING))
    bottom = extrude.prism(profile.circle(BASIN_M - 0.5, 32), -0.2, 0.02, KERB, bottom=False)
    ray = extrude.prism(
        profile.rectangle(0.5, 1.94, (0.0, -12.2)),
        0.0,
        GROUND_M + 0.02,
        ROSE.shaded(0.8),
        bottom=False,
    )
    rays = transform.around(ray, 12, 0.0)
    return merge([skirt(profile.circle(PLACE_M, 48), GROUND_M), ring, bottom, rays])


def _props() -> tuple[InstanceTable, ...]:
    """Benches between the rays, lamps, low trees away from the front."""
    name = "eastern_calendar_fountain"
    seats = np.array([-15.0, -165.0, 15.0, 165.0])
    trees = [40.0, 65.0, 90.0, 115.0, 140.0]
    return (
        instances(
            "bench.park",
            on_ring(seats, 12.4, GROUND_M),
            name + "/bench",
            yaw_deg=seats - 90.0,
            vary=0.0,
        ),
        instances(
            "lamp.globe",
            on_ring([-22, -158, 0, 180, 78, 102], 13.7, GROUND_M),
            name + "/lamp",
            vary=0.0,
        ),
        instances("tree.elm", on_ring(trees, 13.6, GROUND_M), name + "/tree", scale=0.6),
        instances(
            "bush.flowers",
            on_ring(np.array([-75, -105, 30, 150, 52, 128]), 13.6, GROUND_M),
            name + "/flowers",
            scale=0.8,
        ),
    )


def demo() -> MeshData:
    """The beasts in a row, for scripts/look.py."""
    row = [
        transform.move(beasts.animal(n), 2.0 * (k % 6), 0.0, 2.0 * (k // 6))
        for k, n in enumerate(beasts.ORDER)
    ]
    return merge(row)
