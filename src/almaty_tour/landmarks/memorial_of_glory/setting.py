"""The square of the Memorial of Glory: base, merlons, black slab field, flame, cubes, trees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, placing, profile, stair, transform
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.lettering import lettering
from almaty_tour.landmarks.memorial_of_glory import paint, wings
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Prism, merge

F64 = npt.NDArray[np.float64]

GROUND_M = 0.05
FIELD_M = 0.09
BASE_TOP_M = 2.0
BASE = ((-4.1, -3.55), (4.1, 3.2))
MERLON_TOP_M = 10.0
PLAZA = ((-27.0, -54.0), (27.0, 11.0))
FIELD = ((-5.0, -25.0), (5.0, -4.6))
FLAME_Y = -22.0
WALL_ENDS = ((14.0, 3.5), (22.4, -12.42))
NORTH_CITIES = ("БРЕСТСКАЯ КРЕПОСТЬ", "СЕВАСТОПОЛЬ", "ОДЕССА", "НОВОРОССИЙСК", "КЕРЧЬ")
SOUTH_CITIES = ("МОСКВА", "ЛЕНИНГРАД", "СТАЛИНГРАД", "КИЕВ", "МИНСК")
LEDGE_OUT_M, LEDGE_M = 6.2, 0.42
URNS = ((7.2, -4.4), (7.3, 0.5), (9.0, -27.5))


def base() -> MeshData:
    """The red granite block with the words of the political officer."""
    (x0, y0), (x1, y1) = BASE
    block = diced(
        extrude.block((x0, y0, -0.5), (x1, y1, BASE_TOP_M - 0.1), paint.BASE_GRANITE), 1.3
    )
    cap = extrude.block(
        (x0 - 0.06, y0 - 0.06, BASE_TOP_M - 0.1), (x1 + 0.06, y1 + 0.06, BASE_TOP_M),
        paint.BASE_GRANITE.shaded(0.9),
    )  # fmt: skip
    seams = [
        extrude.block((x0 - 0.004, y0 - 0.004, z), (x1 + 0.004, y1 + 0.004, z + 0.014), paint.JOINT)
        for z in (0.5, 0.98, 1.46)
    ]
    seams += [
        extrude.block((x - 0.007, y0 - 0.004, z), (x + 0.007, y0 + 0.05, z + 0.48), paint.JOINT)
        for row, z in enumerate((0.02, 0.5, 0.98, 1.46))
        for x in np.arange(x0 + 0.7 + 0.35 * (row % 2), x1 - 0.1, 0.7)
        if z + 0.48 < BASE_TOP_M
    ]
    lines = (("„ВЕЛИКА РОССИЯ, А ОТСТУПАТЬ НЕКУДА.", 1.46, 0.29, 0.0),
             ("ПОЗАДИ МОСКВА!“", 1.0, 0.29, 0.9),
             ("политрук В. Клочков", 0.72, 0.13, 2.75))  # fmt: skip
    words = [
        transform.move(lettering(text, size, paint.LETTER, out_m=0.035), x=x, y=y0 - 0.004, z=z)
        for text, z, size, x in lines
    ]
    return merge([block, cap, *seams, *words])


def merlons() -> MeshData:
    """Three swallow-tailed slabs of the Kremlin wall behind the group, down to the ground."""
    return merge([transform.move(_merlon(), x=2.52 * k, y=4.1) for k in (-1, 0, 1)])


def _merlon() -> MeshData:
    half, top, dip = 1.08, MERLON_TOP_M - 0.14, 0.85
    lobe = profile.arc((half, top - dip), (-half, dip), 8.0, 90.0, 10)[::-1]
    right = np.concatenate([lobe * [-1.0, 1.0]])
    head = np.concatenate([lobe[::1], right[::-1]])
    head = head[np.argsort(-head[:, 0], kind="stable")]
    outline = np.concatenate([[(-half, -0.5), (half, -0.5)], head])
    slab = diced(extrude.panel(outline, -0.45, 0.45, paint.MERLON), 1.6)
    upper = np.concatenate([head, head[::-1] + np.array([0.0, 0.14])])
    cap = extrude.panel(upper, -0.53, 0.53, paint.MERLON.shaded(0.88))
    rows = np.arange(0.7, MERLON_TOP_M - 1.4, 0.62)
    seams = [
        extrude.block((-half - 0.004, -0.454, z), (half + 0.004, 0.454, z + 0.014), paint.JOINT)
        for z in rows
    ]
    return merge([slab, cap, *seams])


def ground() -> MeshData:
    """Paving, the black field with its strips, the lawns with kerbs."""
    low, high = PLAZA
    size, middle = np.subtract(high, low), np.add(high, low) / 2
    plan = profile.rectangle(float(size[0]), float(size[1]), (float(middle[0]), float(middle[1])))
    pieces = [extrude.prism(plan, -1.5, GROUND_M - 0.05, paint.SLAB)]
    pieces.append(tiles(low, high, GROUND_M, paint.SLAB, 4.0))
    pieces += [_setts((-13.0, -53.6), (13.0, -27.0)), field()]
    return merge([*pieces, *lawns()])


def _setts(low: tuple[float, float], high: tuple[float, float]) -> MeshData:
    floor = tiles(low, high, GROUND_M + 0.025, paint.SETT, 4.0)
    x = np.arange(low[0] + 4.0, high[0], 4.4)
    bands = np.array([_strip(v - 0.2, low[1], v + 0.2, high[1], GROUND_M + 0.05) for v in x])
    return merge([floor, quadrilaterals(bands, paint.KERB.shaded(0.85))])


def field() -> MeshData:
    """Polished slabs from the group to the flame; lighter joints between them."""
    (x0, y0), (x1, y1) = FIELD
    slab = extrude.prism(
        profile.rectangle(x1 - x0, y1 - y0, (0.0, (y0 + y1) / 2)), -0.3, FIELD_M - 0.02, paint.BLACK
    )
    top = tiles((x0, y0), (x1, y1), FIELD_M, paint.BLACK, 2.0)
    z = FIELD_M + 0.012
    lines = [_strip(x0, y - 0.02, x1, y + 0.02, z) for y in np.arange(y0 + 1.7, y1, 1.7)]
    lines += [_strip(x - 0.02, y0, x + 0.02, y1, z + 0.004) for x in (-2.6, 2.6)]
    bands = [_strip(-2.2, y - 0.16, 2.2, y + 0.16, z) for y in np.arange(y0 + 6.0, y1 - 1.0, 0.85)]
    desk = transform.move(_desk(), y=-6.6, z=FIELD_M)
    return merge([
        slab, top, quadrilaterals(np.array(lines), paint.KERB.shaded(0.7)),
        quadrilaterals(np.array(bands), paint.BLACK_BAND), desk,
    ])  # fmt: skip


def _strip(x0: float, y0: float, x1: float, y1: float, z: float) -> list[tuple[float, ...]]:
    return [(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)]


def _desk() -> MeshData:
    """The low granite block for wreaths."""
    section = profile.line((-0.5, -0.1), (0.5, -0.1), (0.42, 1.05), (-0.28, 0.86))
    block = extrude.panel(section, -1.35, 1.35, paint.BASE_GRANITE)
    return transform.turn_z(block, 90.0)


def flame() -> MeshData:
    """The star-shaped cone on its grating, ringed by brass pebbles, and the fire."""
    frame = extrude.prism(profile.rectangle(4.3, 4.3), 0.0, 0.05, paint.GRATING)
    border = [
        transform.turn_z(extrude.block((-2.2, -2.2, 0.0), (2.2, -2.02, 0.1), paint.BLACK_BAND), t)
        for t in (0.0, 90.0, 180.0, 270.0)
    ]
    x = np.arange(-1.95, 1.96, 0.13)
    bars = quadrilaterals(
        np.array([_strip(v - 0.03, -2.0, v + 0.03, 2.0, 0.075) for v in x]), paint.KERB.shaded(0.4)
    )
    star = profile.star(5, 1.3, 0.62)
    cone = extrude.prism(
        star, 0.02, 0.4, paint.BRONZE_LIGHT, top_outline=star * 0.16, crease_deg=8.0
    )
    burner = lathe.lathe(
        profile.line((0.26, 0.36), (0.3, 0.42), (0.26, 0.47), (0.12, 0.44)), paint.BRONZE, sides=20
    )
    group = merge([frame, *border, bars, cone, burner, _pebbles(), *_fire()])
    return transform.move(group, y=FLAME_Y, z=FIELD_M)


def _pebbles() -> MeshData:
    """Two rows of brass petals, each a little different in size and turn."""
    stone = transform.scale(lathe.sphere(1.0, paint.BRASS, sides=8), 0.36, 0.24, 0.17)
    rows = []
    for count, radius, size, z in ((22, 1.62, 1.0, 0.12), (18, 1.3, 0.78, 0.2)):
        turn = np.arange(count) * 360.0 / count + (9.0 if size < 1 else 0.0)
        seed = placing.hashed(f"memorial_of_glory/pebble{count}", count)
        out = radius + 0.14 * (placing.fraction(seed, 1) - 0.5)
        c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        places = np.stack([out * c, out * s, np.full(count, z)], axis=1)
        rows.append(
            transform.at(
                stone, places, turn_deg=turn + 60.0 + 50.0 * placing.fraction(seed, 2),
                scale_by=size * (0.8 + 0.45 * placing.fraction(seed, 3)),
            )
        )  # fmt: skip
    return merge(rows)


def _fire() -> list[MeshData]:
    """Tongues of fire: twisted drops about one another."""
    tongues = []
    for x, y, tall, wide, turn, tone in (
        (0.0, 0.0, 1.15, 0.2, 0.0, paint.FLAME), (0.11, 0.05, 0.8, 0.15, 40.0, paint.FLAME),
        (-0.12, -0.03, 0.72, 0.14, 160.0, paint.FLAME), (0.0, -0.06, 0.62, 0.15, 90.0,
        paint.FLAME_CORE),
    ):  # fmt: skip
        section = profile.smooth(
            [(0.05, 0.0), (0.8 * wide, 0.12 * tall), (wide, 0.28 * tall), (0.5 * wide, 0.62 * tall),
             (0.16 * wide, 0.88 * tall), (0.005, tall)], 3,
        )  # fmt: skip
        drop = lathe.lathe(section, tone, sides=9, modulation=lathe.ribs(9, 3, 0.3))
        bent = _bent(drop, 0.16, turn)
        tongues.append(transform.move(bent, x=x, y=y, z=0.4))
    return tongues


def _bent(data: MeshData, by_m: float, turn_deg: float) -> MeshData:
    """The mesh swayed sideways like a flame, more towards its tip."""
    z = data.positions[:, 2].astype(np.float64)
    sway = by_m * np.sin(3.6 * z + np.radians(turn_deg)) * z
    points = data.positions.astype(np.float64)
    points[:, 0] += sway * np.cos(np.radians(turn_deg))
    points[:, 1] += sway * np.sin(np.radians(turn_deg))
    return replace(data, positions=points.astype(np.float32))


def wall_matrix(side: float) -> F64:
    """The place of a side wall: +1 the north wall (right of a viewer), -1 the south one."""
    near, far = np.array(WALL_ENDS[0]), np.array(WALL_ENDS[1])
    middle = (near + far) / 2
    angle = float(np.degrees(np.arctan2(far[1] - near[1], far[0] - near[0])))
    if side > 0:
        return transform.matrix(middle[0], middle[1], turn_deg=angle)
    return transform.matrix(-middle[0], middle[1], turn_deg=-angle)


def on_wall(points: npt.ArrayLike, side: float) -> F64:
    """(k, 2) plan points of a wall's frame in the model frame."""
    spots = np.asarray(points, np.float64).reshape(-1, 2)
    affine = wall_matrix(side)
    return np.asarray(spots @ affine[:2, :2].T + affine[:2, 3])


def cubes(side: float) -> MeshData:
    """The black ledge before a wall with the cubes of five cities."""
    half, y = 9.0, -LEDGE_OUT_M
    foot = extrude.block((-half, y - 0.05, -0.4), (half, y + 0.95, LEDGE_M), paint.BLACK)
    seams = [
        extrude.block((x - 0.008, y - 0.055, 0.0), (x + 0.008, y + 0.955, LEDGE_M + 0.004),
                      paint.BLACK_BAND)
        for x in np.arange(-half + 0.9, half, 0.9)
    ]  # fmt: skip
    names = NORTH_CITIES if side > 0 else SOUTH_CITIES
    blocks = [
        transform.move(wings.cube(name), x=x, y=y + 0.35, z=0.16)
        for name, x in zip(names, np.linspace(-7.6, 7.6, len(names)), strict=True)
    ]
    return merge([foot, *seams, *blocks])


def lawns() -> list[MeshData]:
    """Grass round the walls and along both sides of the square, with stone kerbs."""
    pieces = []
    for plan in lawn_plans():
        section = profile.line((0.0, 0.0), (0.0, 0.14), (-0.16, 0.14), (-0.16, 0.0))
        pieces.append(diced(extrude.prism(plan, -0.3, GROUND_M + 0.07, paint.LAWN), 5.0))
        pieces.append(extrude.sweep(section, plan, paint.KERB, z_m=GROUND_M, crease_deg=0.0))
    return pieces


def lawn_plans() -> list[F64]:
    """Outlines of the lawns, counter-clockwise."""
    near = 1.0 - LEDGE_OUT_M
    right = [
        on_wall([(-9.4, near), (9.4, near), (9.4, -2.0), (-9.4, -2.0)], 1.0),
        profile.line((15.5, -53.0), (26.3, -53.0), (26.3, -27.5), (15.5, -27.5)),
        profile.line((7.5, 4.5), (12.6, 4.5), (12.6, 10.4), (7.5, 10.4)),
        profile.line((26.5, -23.5), (26.5, 10.4), (16.5, 10.4), (16.5, 4.3)),
    ]  # fmt: skip
    return [profile.counter_clockwise(plan * [s, 1.0]) for plan in right for s in (1.0, -1.0)]


def furniture() -> MeshData:
    """Stone flower bowls by the group and along the square."""
    spots = [(s * x, y) for s in (-1, 1) for x, y in URNS]
    places = np.array([(x, y, GROUND_M) for x, y in spots])
    return transform.at(wings.urn(), places)


def props() -> tuple[InstanceTable, ...]:
    """Spruces behind the walls, old oaks and elms, clipped junipers, flowers, lamps, benches."""
    spruce = [(s * x, y) for s in (-1, 1) for x, y in ((19.0, 5.5), (22.5, 1.5), (25.2, -4.5),
              (25.6, -12.0), (24.0, 7.5))]  # fmt: skip
    oak = [(-9.8, 8.2), (10.4, 8.4), (-20.0, -50.0), (-24.0, -38.0)]
    elm = [(-18.5, -33.0), (-21.5, -43.5)]
    roses = [(x, y) for x in (17.2, 24.6) for y in np.arange(-51.0, -29.0, 2.0)]
    roses += [(x, y) for y in (-51.4, -29.2) for x in np.arange(19.0, 24.0, 1.8)]
    shrub = [(x, y) for x in (19.4, 22.4) for y in np.arange(-48.0, -31.0, 4.0)]
    juniper = [(s * x, y) for s in (-1, 1) for x, y in ((5.7, -2.9), (8.2, 3.4), (9.4, 6.4))]
    bed = [tuple(spot) for s in (1.0, -1.0) for spot in on_wall(
        [(x, -2.7) for x in np.arange(-8.6, 8.7, 1.7)], s).tolist()]  # fmt: skip
    urn = [(s * x, y, 0.66) for s in (-1, 1) for x, y in URNS]
    lamp = [(s * x, y) for s in (-1, 1) for x, y in ((12.0, 8.6), (25.0, -25.0), (13.9, -31.0),
            (13.9, -40.0), (13.9, -49.0))]  # fmt: skip
    bench = [(s * 14.3, y) for s in (-1, 1) for y in (-35.5, -44.5)]
    return (
        _placed("tree.spruce", spruce, "spruce", 0.8),
        _placed("tree.oak", oak, "oak", 1.1),
        _placed("tree.elm", elm, "elm", 1.05),
        _placed("bush.round", juniper, "juniper", 1.9),
        _placed("bush.flowers", bed, "bed", 0.75),
        _placed("bush.flowers", roses, "roses", 0.95),
        _placed("bush.round", shrub, "shrub", 1.3),
        _placed("bush.flowers", urn, "urn", 0.62, vary=0.05),
        _placed("lamp.globe", lamp, "lamp", 1.0, vary=0.0),
        _placed("bench.park", bench, "bench", 1.0, vary=0.0, yaw_deg=[-90.0, -90.0, 90.0, 90.0]),
    )


def _placed(
    kind: str,
    spots: Sequence[tuple[float, ...]],
    name: str,
    scale: float,
    *,
    vary: float = 0.15,
    yaw_deg: npt.ArrayLike | None = None,
) -> InstanceTable:
    places = [(*spot[:2], spot[2] if len(spot) > 2 else GROUND_M) for spot in spots]
    return placing.instances(
        kind, places, f"memorial_of_glory {name}", yaw_deg=yaw_deg, scale=scale, vary=vary
    )


def collision() -> Collision:
    """Base, merlons, walls, ledges and flame stop; the square carries."""
    (x0, y0), (x1, _) = BASE
    solids = [
        stair.wall_prism(profile.rectangle(x1 - x0, 8.2, (0.0, y0 + 4.1)), 9.0),
        stair.wall_prism(profile.rectangle(13.5, 3.6, (0.0, 0.4)), 8.0, 4.2),
        stair.wall_prism(profile.rectangle(2.7, 1.0, (0.0, -6.6)), 1.1),
        stair.wall_prism(profile.circle(1.9, 12) + np.array([0.0, FLAME_Y]), 0.6),
    ]
    for side in (1.0, -1.0):
        y = -LEDGE_OUT_M
        ledge = [(-9.0, y - 0.1), (9.0, y - 0.1), (9.0, y + 0.95), (-9.0, y + 0.95)]
        slab = [(-9.0, -0.25), (9.0, -0.25), (9.0, 0.25), (-9.0, 0.25)]
        heap = [(-3.3, -1.7), (4.3, -1.7), (4.3, 0.25), (-3.3, 0.25)]
        for plan, top in ((ledge, 1.0), (slab, 3.0), (heap, 4.4)):
            solids.append(stair.wall_prism(on_wall(plan, side), top))
    low, high = PLAZA
    floors: list[Prism] = [
        stair.floor(profile.rectangle(54.0, 65.0, (0.0, (low[1] + high[1]) / 2)), GROUND_M),
        stair.floor(profile.rectangle(10.0, 20.4, (0.0, (FIELD[0][1] + FIELD[1][1]) / 2)), FIELD_M),
    ]
    return Collision(tuple(solids), tuple(floors))
