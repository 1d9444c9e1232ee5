"""The Kunaev house: two storeys of pale brick and shell stone, deep loggias, a garden fountain."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, lathe, ornament, pool, profile, rail, stair, transform
from almaty_tour.kit.bays import bayed_wall
from almaty_tour.kit.dice import tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances, row
from almaty_tour.kit.wall import Placed
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]

BRICK = Paint("ashlar", "#E3D0A4")
SHELL = Paint("ashlar", "#E6DCC4")
WHITE = Paint("plaster", "#F1ECDF")
PLINTH = Paint("granite", "#8E8378")
STEEL = Paint("painted_metal", "#5C5A52")
FRAME = Paint("painted_metal", "#EDE8DC")
DOOR = Paint("wood", "#6E4526")
ROOF = Paint("roof_flat", "#A39E94")
PLAQUE = Paint("polished_granite", "#4A2F2A")
BRONZE = Paint("bronze_dark", "#8C7A5A")
PAVING = Paint("paving", "#C0B6A6")
BAND = Paint("paving", "#9E9283")
LAWN = Paint("lawn", "#6E9450")
KERB = Paint("granite", "#B5AEA4")

HALF_M, DEPTH_M = 22.4, 14.0
FRONT_M, BACK_M = -7.0, 7.0
PLINTH_M, STOREY_M, HEAD_M = 1.4, 3.6, 8.9
BAYS = 9
COURT = (-26.0, -24.6, 27.6, 12.6)
ENTRIES_M = (-14.93, 0.0, 14.93)
STEPS, TREAD_M = 8, 0.33
GROUND_M = 0.06
FOUNTAIN = (0.0, -16.0)
WINDOW = Opening(
    2.3,
    1.75,
    bars=(3, 1),
    frame_m=0.1,
    frame=FRAME,
    reveal_m=0.22,
    surround=SHELL,
    surround_m=0.16,
    surround_out_m=0.07,
    sill_out_m=0.14,
)
LOGGIA = Opening(3.9, 2.75, bars=(4, 1), frame_m=0.12, frame=FRAME, reveal_m=1.5, reveal=WHITE)
PORTAL = Opening(1.7, 2.6, bars=(2, 1), frame_m=0.14, frame=DOOR, glass=DOOR, reveal_m=0.3)
CELLAR = Opening(1.4, 0.55, bars=(2, 1), frame_m=0.06, frame=FRAME, reveal_m=0.2)
STAIRS = Opening(
    1.6,
    2.6,
    bars=(2, 3),
    frame_m=0.1,
    frame=FRAME,
    reveal_m=0.25,
    surround=SHELL,
    surround_m=0.2,
    surround_out_m=0.1,
)


def build(spec: LandmarkSpec) -> Model:
    """The house with its loggias to the street (-y) and the museum's door in the right end."""
    mesh = merge(
        [
            as_part(_walls(), "walls"),
            as_part(_loggias(), "loggias"),
            as_part(_door(), "museum_door"),
            as_part(_rear(), "entrances"),
            as_part(_roof(spec.height_m), "roof"),
            as_part(_garden(), "garden"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _axes() -> F64:
    edges = np.linspace(0.0, 2 * HALF_M, BAYS + 1, dtype=np.float64)
    result: F64 = (edges[:-1] + edges[1:]) / 2.0
    return result


def _walls() -> MeshData:
    """Brick walls over the granite foot; shell-stone strips between the bays."""
    x = _axes()
    front = [
        Placed(x[i], z, LOGGIA if i % 3 == 1 else WINDOW)
        for i in range(BAYS)
        for z in ((0.2 if i % 3 == 1 else 1.0), (3.8 if i % 3 == 1 else 4.6))
    ]
    back = [Placed(x[i], z, WINDOW) for i in range(BAYS) if i % 3 != 1 for z in (1.0, 4.6)]
    back += [Placed(x[i], z, kind) for i in (1, 4, 7) for z, kind in ((0.0, PORTAL), (3.9, STAIRS))]
    end = [Placed(d, z, WINDOW) for d in (2.6, 11.4) for z in (1.0, 4.6)]
    door = (Placed(8.0, 0.0, PORTAL), Placed(8.0, 4.6, WINDOW))
    right = [Placed(2.6, 1.0, WINDOW), Placed(2.6, 4.6, WINDOW), *door]
    pieces = []
    for a, b, placed in (
        ((-HALF_M, FRONT_M), (HALF_M, FRONT_M), front),
        ((HALF_M, FRONT_M), (HALF_M, BACK_M), right),
        ((HALF_M, BACK_M), (-HALF_M, BACK_M), back),
        ((-HALF_M, BACK_M), (-HALF_M, FRONT_M), end),
    ):
        length = float(np.hypot(b[0] - a[0], b[1] - a[1]))
        low = [
            Placed(p.x_m + 0.1, 1.95, CELLAR)
            for p in placed
            if p.z_m == 1.0 and p.opening is WINDOW
        ]
        foot = transform.move(
            bayed_wall(length + 0.2, PLINTH_M + 1.5, PLINTH, low, edge_m=4.0), -0.1, -0.1, -1.5
        )
        upper = bayed_wall(length, HEAD_M - PLINTH_M, BRICK, placed, edge_m=3.4)
        strips = [
            block((s - 0.35, -0.12, PLINTH_M), (s + 0.35, 0.1, HEAD_M), SHELL)
            for s in (
                (0.25, 5.2, length - 0.25) if length < 20.0 else np.linspace(0.25, length - 0.25, 4)
            )
        ]
        bands = [
            block((-0.1, -0.16, PLINTH_M - 0.1), (length + 0.1, 0.05, PLINTH_M + 0.1), SHELL),
            block((0.0, -0.08, PLINTH_M + 3.45), (length, 0.05, PLINTH_M + 3.7), SHELL),
        ]
        if placed is front:
            horns = ornament.horns(1.5, 0.9, 0.05, SHELL, steps=6)
            strips.append(
                transform.at(
                    _crest(horns), [(x[i], 0.0, PLINTH_M + 4.05) for i in range(BAYS) if i % 3 != 1]
                )
            )
        pieces.append(
            transform.on_edge(
                merge([foot, transform.move(upper, z=PLINTH_M), *strips, *bands]), a, b
            )
        )
    return merge(pieces)


def _crest(horns: MeshData) -> MeshData:
    """A shell-stone panel with a pair of horns, set under an upper window."""
    return merge(
        [
            block((-1.2, -0.07, -0.36), (1.2, 0.02, 0.4), WHITE),
            transform.move(horns, 0.0, -0.06, 0.02),
        ]
    )


def _loggias() -> MeshData:
    """Fronts of the deep balconies: a slab, a shell-stone breast and a steel rail."""
    slab = block((-2.15, -0.5, -0.22), (2.15, 0.1, 0.0), WHITE)
    breast = block((-2.05, -0.46, 0.0), (2.05, -0.28, 0.62), SHELL)
    cheeks = [
        block((s * 1.98 - 0.07, -0.46, 0.0), (s * 1.98 + 0.07, 0.05, 0.62), SHELL) for s in (-1, 1)
    ]
    x = np.linspace(-1.8, 1.8, 10)
    fins = struts(
        np.column_stack([x, np.full(10, -0.5), np.full(10, 0.06)]),
        np.column_stack([x, np.full(10, -0.5), np.full(10, 0.56)]),
        0.12,
        WHITE,
    )
    bars = struts(
        [(-2.05, -0.4, 0.85), (-2.05, -0.4, 1.05)],
        [(2.05, -0.4, 0.85), (2.05, -0.4, 1.05)],
        0.06,
        STEEL,
    )
    posts = struts(
        [(s, -0.4, 0.6) for s in (-2.0, 0.0, 2.0)],
        [(s, -0.4, 1.05) for s in (-2.0, 0.0, 2.0)],
        0.06,
        STEEL,
    )
    one = merge([slab, breast, *cheeks, fins, bars, posts])
    places = [(x - HALF_M, FRONT_M, PLINTH_M + z) for x in _axes()[1::3] for z in (0.2, 3.8)]
    return transform.at(one, places)


def _door() -> MeshData:
    """The museum's door in the end wall: steps, canopy, plaque with a bronze head in relief."""
    y = 1.0
    out = HALF_M
    landing = block((out - 0.1, y - 1.8, -1.5), (out + 1.8, y + 1.8, PLINTH_M), PLINTH)
    flight = stair.straight(3.0, PLINTH_M, 9, PLINTH, tread_m=0.33, y_m=-(out + 1.8))
    flight = transform.move(transform.turn_z(flight, 90.0), y=y)
    canopy = block((out - 0.1, y - 1.9, 4.3), (out + 2.1, y + 1.9, 4.62), WHITE)
    posts = [
        block(
            (out + 1.55, y + s * 1.6 - 0.12, PLINTH_M), (out + 1.79, y + s * 1.6 + 0.12, 4.3), SHELL
        )
        for s in (-1, 1)
    ]
    plaque = block((out, y + 2.3, 2.2), (out + 0.16, y + 3.7, 4.0), PLAQUE)
    head = transform.scale(lathe.sphere(0.42, BRONZE, sides=12), 0.35, 0.85, 1.1)
    bust = merge(
        [
            transform.move(head, out + 0.2, y + 3.0, 3.4),
            block((out + 0.1, y + 2.55, 2.4), (out + 0.2, y + 3.45, 2.75), BRONZE),
        ]
    )
    rails = [
        rail.railing(
            [(out + 0.1, y + s * 1.7), (out + 1.7, y + s * 1.7)],
            STEEL,
            height_m=1.0,
            z_m=PLINTH_M,
            bars=3,
        )
        for s in (-1, 1)
    ]
    return merge([landing, flight, canopy, *posts, plaque, bust, *rails])


def _rear() -> MeshData:
    """The three entrances on the court side: landing, steps and a flat canopy each."""
    landing = block((-1.5, -1.5, -1.5), (1.5, 0.1, PLINTH_M), PLINTH)
    flight = stair.straight(2.4, PLINTH_M, STEPS, PLINTH, tread_m=TREAD_M, y_m=-1.5)
    canopy = block((-1.7, -1.8, 4.2), (1.7, 0.1, 4.45), WHITE)
    walls = [
        block((s * 1.4 - 0.1, -1.4, PLINTH_M), (s * 1.4 + 0.1, 0.0, 4.2), SHELL) for s in (-1, 1)
    ]
    one = transform.turn_z(merge([landing, flight, canopy, *walls]), 180.0)
    return transform.at(one, [(x, BACK_M) for x in ENTRIES_M])


def _roof(height_m: float) -> MeshData:
    """A wide cornice slab, the parapet, and shafts on the flat roof."""
    plan = profile.rectangle(2 * HALF_M, DEPTH_M)
    slab = extrude.prism(profile.offset(plan, 0.7), HEAD_M, HEAD_M + 0.3, WHITE)
    rim = profile.line((0.5, 0.0), (0.5, 0.45), (0.2, 0.45), (0.2, 0.0))
    edge = extrude.sweep(rim, plan, SHELL, z_m=HEAD_M + 0.3, crease_deg=0.0)
    deck = tiles((-HALF_M, FRONT_M), (HALF_M, BACK_M), HEAD_M + 0.33, ROOF, 6.0)
    shaft = merge(
        [
            extrude.box(1.8, 0.9, 0.9, BRICK, bottom_m=HEAD_M + 0.3),
            extrude.box(2.1, 1.2, 0.14, WHITE, bottom_m=height_m - 0.3),
        ]
    )
    shafts = transform.at(shaft, [(x, y, 0.0) for x in (-15.0, 0.0, 15.0) for y in (-2.0, 3.0)])
    hut = extrude.box(
        3.0, 2.4, height_m - HEAD_M - 0.3, BRICK, centre=(7.5, 1.0), bottom_m=HEAD_M + 0.3
    )
    return merge([slab, edge, deck, shafts, hut])


def _garden() -> MeshData:
    """Paths, lawns with kerbs, the round fountain before the house, a low fence to the street."""
    x0, y0, x1, y1 = COURT
    pieces = [
        block((x0, y0, -1.5), (x1, y1, GROUND_M - 0.03), PAVING),
        tiles((x0, y0), (x1, y1), GROUND_M, PAVING, 4.0),
    ]
    for s in (-1.0, 1.0):
        for low, high in ((5.6, 13.4), (14.8, 24.6)):
            plot = profile.rectangle(high - low, 13.4, (s * (low + high) / 2, -16.1))
            rim = profile.line((0, 0), (0.16, 0), (0.16, 0.16), (0, 0.16))
            pieces += [
                extrude.prism(plot, 0.0, GROUND_M + 0.08, LAWN),
                extrude.sweep(rim, plot, KERB, crease_deg=0.0),
            ]
        fence = profile.line((s * 3.0, y0 + 0.4), (s * 25.6, y0 + 0.4))
        pieces.append(
            rail.railing(fence, STEEL, height_m=0.8, z_m=GROUND_M, post_m=3.0, bars=2, bar_m=0.05)
        )
    ring = profile.circle(3.2, 24)
    bowl = pool.basin(ring, KERB, height_m=0.5, water_m=0.34, z_m=GROUND_M)
    jets = merge([pool.jet(1.8, spread_m=0.2, sides=6), pool.bowl(0.9, 0.8, KERB, sides=16)])
    halo = extrude.prism(profile.circle(4.6, 28), 0.0, GROUND_M + 0.03, BAND)
    pieces.append(transform.move(merge([bowl, transform.move(jets, z=GROUND_M), halo]), *FOUNTAIN))
    return merge(pieces)


def _props() -> tuple[InstanceTable, ...]:
    name, grass = "kunaev_museum", GROUND_M + 0.08
    spruces = _at([(-23.0, -12.0), (23.6, -11.6)], grass)
    birches = _at([(-10.6, -20.6), (-19.6, -20.8)], grass)
    hedge = np.concatenate([row((s * 6.2, -10.2), (s * 12.8, -10.2), 1.5) for s in (-1, 1)])
    flowers = [(s * 7.6, y) for s in (-1, 1) for y in (-18.0, -16.4, -14.8)]
    lamps = _at([(s * 5.0, -23.6) for s in (-1, 1)], GROUND_M)
    seats = _at([(s * 4.9, -16.0) for s in (-1, 1)], GROUND_M)
    return (
        instances("tree.spruce", spruces, name + "/spruce", scale=0.75),
        instances("tree.birch", birches, name + "/birch", scale=0.6),
        instances(
            "bush.hedge", _at(hedge, grass), name + "/hedge", scale=0.7, yaw_deg=0.0, vary=0.04
        ),
        instances("bush.flowers", _at(flowers, grass), name + "/flower", scale=0.9),
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("bench.park", seats, name + "/seat", yaw_deg=[90.0, -90.0], vary=0.0),
    )


def _at(places: npt.ArrayLike, z_m: float) -> F64:
    spots = np.asarray(places, np.float64)
    return np.column_stack([spots, np.full(len(spots), z_m)])


def _collision() -> Collision:
    x0, y0, x1, y1 = COURT
    court = profile.rectangle(x1 - x0, y1 - y0, ((x0 + x1) / 2, (y0 + y1) / 2))
    landing = profile.rectangle(1.8, 3.6, (HALF_M + 0.9, 1.0))
    steps = []
    for i in range(9):
        wide = (9 - i) * 0.33
        shape = profile.rectangle(wide, 3.0, (HALF_M + 1.8 + wide / 2, 1.0))
        steps.append(stair.floor(shape, (i + 1) * PLINTH_M / 9))
    for x in ENTRIES_M:
        steps.append(stair.floor(profile.rectangle(3.0, 1.5, (x, BACK_M + 0.75)), PLINTH_M))
        for i in range(STEPS):
            deep = (STEPS - i) * TREAD_M
            shape = profile.rectangle(2.4, deep, (x, BACK_M + 1.5 + deep / 2))
            steps.append(stair.floor(shape, (i + 1) * PLINTH_M / STEPS))
    pond = profile.circle(3.2, 16) + np.array(FOUNTAIN)
    return Collision(
        (
            stair.wall_prism(profile.rectangle(2 * HALF_M, DEPTH_M), HEAD_M + 0.7),
            stair.wall_prism(pond, 0.55),
        ),
        (stair.floor(court, GROUND_M), *steps, stair.floor(landing, PLINTH_M)),
    )
