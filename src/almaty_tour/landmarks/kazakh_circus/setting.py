"""The square of the circus: ringed paving, round fountain, figures of the arena, beds, trees."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, spray, stair, statue, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.chisel import chiselled
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.landmarks.kazakh_circus import service as rear
from almaty_tour.landmarks.kazakh_circus.drum import stylobate_outline
from almaty_tour.landmarks.kazakh_circus.entrance import WALLS
from almaty_tour.landmarks.kazakh_circus.plan import (
    GROUND_M,
    LOW_GLASS_M,
    PAVING,
    PLINTH,
    STEP,
    STEPS,
    STYLOBATE_M,
    TREAD_M,
    rounded_plaza,
)
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

PLAZA = rounded_plaza(48.0, 30.0, -66.0, 96)
BASIN = (0.0, -56.5)
BASIN_M = 6.6
BAND = Paint("paving", "#857D73")
LAWN = Paint("lawn", "#688C47")
BRONZE = Paint("bronze_dark", "#B9AC92")
FLOWERS = (Paint("foliage", "#D8402F"), Paint("foliage", "#F0B62A"), Paint("foliage", "#F4EFE6"))
SECTORS = ((-48.0, -8.0), (-3.0, 34.0), (100.0, 138.0), (142.0, 183.0), (188.0, 228.0))
FIGURES = ((-15.5, -58.0), (15.5, -58.0), (-25.5, -57.5), (25.5, -57.5))


def ground() -> MeshData:
    """Plaza with rings and rays, lawns round it."""
    plaza = extrude.prism(
        PLAZA, -0.6, GROUND_M, PAVING, holes=[profile.circle(BASIN_M - 0.2, 40) + np.array(BASIN)]
    )
    rings = [_ring(r, r + 0.7) for r in (41.0, 46.6)]
    ray = tiles((41.9, -0.3), (46.4, 0.3), GROUND_M + 0.02, BAND, 5.0)
    angle = np.arange(64) * (360 / 64)
    far = np.abs(np.mod(angle + 90 + 180, 360) - 180) > 46
    rays = transform.at(ray, np.zeros((int(far.sum()), 2)), turn_deg=angle[far])
    about = lathe.ring(
        profile.line((0.0, 0.0), (0.7, 0.0), (0.7, 0.12), (0.0, 0.12)),
        BASIN_M + 2.2,
        BAND,
        sides=48,
    )
    about = transform.move(about, *BASIN, GROUND_M - 0.1)
    lanes = [
        tiles((x - 0.35, -65.6), (x + 0.35, -49.5), GROUND_M + 0.02, BAND, 6.0)
        for x in (-28.6, -20.5, -11.5, 11.5, 20.5, 28.6)
    ]
    lawns = [
        extrude.prism(sector(a, b, 49.2, 59.0), -0.6, GROUND_M + 0.08, LAWN) for a, b in SECTORS
    ]
    curbs = [
        extrude.prism(sector(a - 0.4, b + 0.4, 48.9, 59.3), -0.6, GROUND_M + 0.02, STEP)
        for a, b in SECTORS
    ]
    yard = extrude.prism(
        profile.rectangle(46.0, 4.0, (26.0, 59.5)), -0.6, 0.02, Paint("asphalt", "#706D69")
    )
    return as_part(
        merge([diced(merge([plaza, *lawns]), 16.0), *rings, rays, about, *lanes, *curbs, yard]),
        "square",
    )


def _ring(inner_m: float, outer_m: float) -> MeshData:
    """A darker ring in the paving, open before the entrance."""
    return extrude.sheet(sector(-44.0, 224.0, inner_m, outer_m), GROUND_M + 0.02, BAND)


def sector(start_deg: float, end_deg: float, inner_m: float, outer_m: float) -> F64:
    """(k, 2) a piece of a ring."""
    steps = max(4, round((end_deg - start_deg) / 4))
    outer = profile.arc((0.0, 0.0), outer_m, start_deg, end_deg, steps)
    inner = profile.arc((0.0, 0.0), inner_m, start_deg, end_deg, steps)
    return np.concatenate([outer, inner[::-1]])


def objects() -> MeshData:
    """Fountain, figures, flower beds."""
    return merge([as_part(_fountain(), "fountain"), as_part(_figures(), "figures"), *_beds()])


def _fountain() -> MeshData:
    """A round basin with a moulded rim, an inner bowl, a crown of streams and one tall plume."""
    r = BASIN_M
    rim = lathe.ring(
        profile.line(
            (-0.8, -0.8),
            (0.0, -0.8),
            (0.0, 0.4),
            (0.14, 0.44),
            (0.14, 0.58),
            (-0.75, 0.58),
            (-0.8, 0.5),
        ),
        r,
        STEP,
        sides=48,
    )
    water = extrude.sheet(profile.circle(r - 0.75, 48), 0.34, Paint("pool_water"))
    bed = extrude.sheet(profile.circle(r - 0.75, 48), -0.3, Paint("glazed_tile", "#5E9DB0"))
    bowl = lathe.lathe(
        profile.smooth(
            [
                (1.1, -0.2),
                (0.6, 0.3),
                (0.5, 0.8),
                (1.0, 1.15),
                (2.0, 1.4),
                (2.1, 1.5),
                (1.95, 1.52),
                (0.0, 1.4),
            ],
            2,
        ),
        PLINTH.shaded(1.2),
        sides=32,
    )
    streams = transform.around(spray.stream(3.6, 1.9, "circus/stream", drops=6), 16, 0.0)
    streams = transform.move(transform.turn_z(streams, 4.0), z=0.36)
    inward = transform.around(
        transform.turn_z(spray.stream(2.6, 1.6, "circus/in", drops=5), 180.0), 12, r - 1.1
    )
    tall = transform.move(spray.plume(5.2, "circus/plume", drops=60), z=1.4)
    return transform.move(
        merge([rim, water, bed, bowl, streams, transform.move(inward, z=0.36), tall]), *BASIN
    )


def _figures() -> MeshData:
    """Bronze of the arena on round drums: clown, juggler, trick rider, big cat."""
    clown = statue.standing(2.4, BRONZE, pose="raised", hat="cone", robe=False, triangles=1700)
    juggler = statue.standing(2.2, BRONZE, pose="wings", robe=False, triangles=1700)
    rider = statue.rider(3.1, BRONZE, hat="fur", triangles=3500)
    cat = statue.leopard(2.8, BRONZE, triangles=2200)
    balls = [
        transform.move(lathe.sphere(0.13, BRONZE, sides=8), x, -0.1, z)
        for x, z in ((-0.75, 2.0), (-0.45, 2.5), (0.0, 2.72), (0.45, 2.5), (0.75, 2.0))
    ]
    pieces = []
    casts: tuple[tuple[MeshData, float, list[MeshData]], ...]
    casts = ((clown, 0.95, []), (juggler, 0.95, balls), (rider, 1.7, []), (cat, 1.7, []))
    for (x, y), (cast, radius, extra) in zip(FIGURES, casts, strict=True):
        drum = lathe.lathe(
            profile.line(
                (radius + 0.15, -0.3),
                (radius + 0.15, 0.2),
                (radius, 0.3),
                (radius, 0.85),
                (radius + 0.12, 0.95),
                (radius + 0.12, 1.1),
            ),
            STEP,
            sides=24,
        )
        top = transform.move(merge([chiselled(cast, BRONZE), *extra]), z=1.08)
        turned = transform.turn_z(top, -28.0 if x > 0 else 28.0)
        pieces.append(transform.move(merge([drum, turned]), x, y))
    return merge(pieces)


def _beds() -> list[MeshData]:
    """Curved beds of red, yellow and white between figures and fountain."""
    pieces = []
    for k, (a, b) in enumerate(((-166.0, -128.0), (-52.0, -14.0))):
        curve = profile.arc((0.0, 0.0), 1.0, a, b, 10)
        bed = np.concatenate([13.5 * curve, 11.2 * curve[::-1]]) + np.array(BASIN)
        pieces.append(extrude.prism(bed, -0.3, 0.32, PLINTH))
        pieces.append(
            blooms(profile.offset(bed, -0.25), 0.3, FLOWERS, f"circus/bed{k}", pitch_m=0.9)
        )
    for k, (a, b) in enumerate(SECTORS):
        strip = sector(a + 1.5, b - 1.5, 49.9, 51.2)
        pieces.append(blooms(strip, GROUND_M + 0.06, FLOWERS, f"circus/strip{k}", pitch_m=1.15))
    return pieces


# Props and collision ----------------------------------------------------------------------


def props() -> tuple[InstanceTable, ...]:
    """Spruces and elms on the lawns, lamps and benches round the plaza, hedges of roses."""
    name = "kazakh_circus"
    spruce = np.concatenate([_polar(56.0, a + 4.0, b - 4.0, 5) for a, b in SECTORS[1:4]])
    elms = np.concatenate([_polar(57.0, a + 8.0, b - 8.0, 3) for a, b in (SECTORS[0], SECTORS[4])])
    birch = np.concatenate([_polar(53.6, a + 7.0, b - 7.0, 4) for a, b in SECTORS[2:4]])
    bushes = np.concatenate(
        [_polar(53.0, a + 3.0, b - 3.0, 7) for a, b in (SECTORS[0], SECTORS[1], SECTORS[4])]
    )
    lamp_at = np.concatenate([_polar(47.3, -44.0, 30.0, 7), _polar(47.3, 108.0, 224.0, 9)])
    square = _flat([(s * 29.3, y) for s in (-1, 1) for y in (-50.0, -57.5, -65.0)])
    seats = np.concatenate([_polar(45.0, -40.0, 26.0, 8), _polar(45.0, 112.0, 220.0, 11)])
    turn = np.degrees(np.arctan2(seats[:, 1], seats[:, 0])) + 90.0
    near = _flat([(x, -64.9) for x in (-17.0, -11.0, 11.0, 17.0)])
    return (
        instances("tree.spruce", spruce, name + "/spruce", scale=0.5, vary=0.2),
        instances("tree.elm", elms, name + "/elm", scale=0.85),
        instances("tree.birch", birch, name + "/birch", scale=0.85),
        instances("bush.round", bushes, name + "/bush", scale=1.5, vary=0.3),
        instances("lamp.cluster", np.concatenate([lamp_at, square]), name + "/lamp", vary=0.0),
        instances("bench.park", seats, name + "/bench", yaw_deg=turn, vary=0.0),
        instances("bench.park", near, name + "/bench2", yaw_deg=180.0, vary=0.0),
    )


def _polar(radius_m: float, start_deg: float, end_deg: float, count: int) -> F64:
    angle = np.radians(np.linspace(start_deg, end_deg, count))
    return _flat(np.stack([radius_m * np.cos(angle), radius_m * np.sin(angle)], axis=1))


def _flat(places: npt.ArrayLike) -> F64:
    spots = np.asarray(places, np.float64).reshape(-1, 2)
    return np.column_stack([spots, np.full(len(spots), GROUND_M)])


def collision() -> Collision:
    """House, bar, yards, basin, drums and relief walls; plaza and steps to walk on."""
    (x0, y0), (x1, y1) = rear.BAR
    (a0, b0), (a1, b1) = rear.LINK
    solids = [
        stair.wall_prism(profile.regular(32, LOW_GLASS_M), 14.0),
        stair.wall_prism(profile.regular(32, 34.0), 14.2, 11.0),
        stair.wall_prism(profile.regular(32, 20.0), 21.0),
        stair.wall_prism(profile.regular(16, 9.0), 29.0),
        stair.wall_prism(profile.line((x0, y0), (x1, y0), (x1, y1), (x0, y1)), rear.BAR_M),
        stair.wall_prism(profile.line((a0, b0), (a1, b0), (a1, b1), (a0, b1)), rear.LINK_M),
        stair.wall_prism(profile.regular(24, BASIN_M) + np.array(BASIN), 0.6),
    ]
    solids += [
        stair.wall_prism(profile.line((a, b), (c, b), (c, d), (a, d)), 2.6)
        for a, b, c, d in rear.YARDS
    ]
    solids += [stair.wall_prism(profile.rectangle(9.8, 1.2, wall), 4.6) for wall in WALLS]
    solids += [stair.wall_prism(profile.regular(12, 1.5) + np.array(at), 3.4) for at in FIGURES]
    floors = [stair.floor(PLAZA, GROUND_M)]
    floors += stair.around_floors(stylobate_outline(), STYLOBATE_M, STEPS, tread_m=TREAD_M)
    return Collision(tuple(solids), tuple(floors))
