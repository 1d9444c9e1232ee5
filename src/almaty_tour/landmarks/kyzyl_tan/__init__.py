"""The Kyzyl-Tan house: a long carved timber shop, a tent dome of scales over its middle."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, lathe, profile, roof, stair, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.dome import facets
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.kyzyl_tan import parts
from almaty_tour.landmarks.kyzyl_tan.parts import (
    BOARD,
    BRICK,
    DOOR,
    GREEN,
    GROUND_M,
    HIGH,
    IRON,
    LACE,
    PLAIN,
    SCALES,
    SHEET,
    SHOP,
    WALL,
)
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

MIDDLE_X_M = 2.9
FRONT_M, BACK_M = -13.6, 4.6
DEPTH_M = BACK_M - FRONT_M
HALF_M, CENTRE_M, END_M = 38.7, 8.5, 9.0
WING_M, END_WALL_M, CENTRE_WALL_M = 6.2, 6.9, 9.0
CENTRE_OUT_M, END_OUT_M = 1.1, 0.7
BAYS = 6
REAR = profile.line((-14.0, 4.6), (5.0, 4.6), (5.0, 25.2), (-14.0, 25.2))
WALK = profile.line((-38.0, -24.5), (43.8, -24.5), (43.8, -12.0), (-38.0, -12.0))
FLAT_M, STEP_M = 0.08, 0.24
PAVING = Paint("paving", "#B3A79A")
SIGN = Paint("lettering", "#E9D9A6")


def build(spec: LandmarkSpec) -> Model:
    """The shop along its street (-y), with the store wing behind."""
    house = merge(
        [
            as_part(merge([_wing(-1.0), _wing(1.0), _sides(), _main_roof()]), "wings"),
            as_part(_centre(), "centre"),
            as_part(_dome(spec.height_m), "dome"),
            as_part(merge([_pavilion(-1.0), _pavilion(1.0)]), "gables"),
        ]
    )
    mesh = merge(
        [
            transform.move(house, MIDDLE_X_M),
            as_part(_rear(), "rear"),
            as_part(_ground(), "street"),
        ]
    )
    return Model(mesh, _props(), _collision())


def _wing(side: float) -> MeshData:
    """Six shop bays between turned posts under the lace; x counts from the wing's left end."""
    length = HALF_M - END_M - CENTRE_M
    bay = length / BAYS
    piece = parts.face(bay, GROUND_M, WING_M, (Placed(bay / 2, 1.0, SHOP),))
    panel = block((bay / 2 - 1.2, -0.08, 0.95), (bay / 2 + 1.2, 0.0, 1.0), LACE)
    post = parts.post(0.9, WING_M - 0.9)
    posts = transform.at(post, [(bay * k, 0.0) for k in range(BAYS + 1)])
    front = merge(
        [
            transform.at(merge([piece, panel]), [(bay * k, 0.0) for k in range(BAYS)]),
            posts,
            parts.plinth(length),
            parts.eaves(length, WING_M),
        ]
    )
    x = CENTRE_M if side > 0 else -CENTRE_M - length
    dormers = transform.at(parts.dormer(), [(length * s, 2.6, 7.5) for s in (0.3, 0.7)])
    return transform.move(merge([front, dormers]), x, FRONT_M)


def _main_roof() -> MeshData:
    """The long sheet roof of the wings, with chimneys on its ridge."""
    middle = (FRONT_M + BACK_M) / 2
    length = 2 * (HALF_M - END_M) + 2.0
    cover = roof.gable(length, DEPTH_M + 1.2, 3.3, SHEET, z_m=WING_M + 0.2)
    chimney = merge(
        [
            extrude.box(0.9, 0.7, 3.4, BRICK),
            extrude.box(1.1, 0.9, 0.25, BRICK, bottom_m=3.1),
            extrude.box(1.15, 0.95, 0.1, IRON, bottom_m=3.5),
        ]
    )
    spots = [(x, middle + 1.8, 7.6) for x in (-24.0, -13.5, 13.5, 24.0)]
    ridge = block((-length / 2, middle - 0.12, WING_M + 3.42), (length / 2, middle + 0.12,
                                                                WING_M + 3.58), IRON)  # fmt: skip
    return merge([transform.move(cover, y=middle), ridge, transform.at(chimney, spots)])


def _sides() -> MeshData:
    """The two short ends with their windows, and the plain back."""
    windows = tuple(Placed(x, 1.0, SHOP) for x in (2.4, 5.8, 9.2, 12.6, 15.9))
    end = merge(
        [
            parts.face(DEPTH_M, GROUND_M, WING_M, windows),
            parts.plinth(DEPTH_M),
            parts.eaves(DEPTH_M, WING_M, teeth=False),
            transform.at(parts.post(0.9, WING_M - 0.9), [(x, 0.0) for x in (0.2, 18.0)]),
        ]
    )
    length = 2 * HALF_M
    rear = tuple(Placed(x, 1.4, PLAIN) for x in np.arange(3.0, length - 2.0, 4.2))
    back = merge(
        [
            parts.face(length, GROUND_M, WING_M, rear),
            parts.plinth(length),
            parts.eaves(length, WING_M, teeth=False),
        ]
    )
    return merge(
        [
            transform.on_edge(end, (HALF_M, FRONT_M), (HALF_M, BACK_M)),
            transform.on_edge(end, (-HALF_M, BACK_M), (-HALF_M, FRONT_M)),
            transform.on_edge(back, (HALF_M, BACK_M), (-HALF_M, BACK_M)),
        ]
    )


def _centre() -> MeshData:
    """The double-height bay: doors and shop windows, high windows, gable, its own roof."""
    width = 2 * CENTRE_M
    low = [Placed(x, 1.0, SHOP) for x in (2.3, 5.5, 11.5, 14.7)]
    high = [Placed(x, 5.9, HIGH) for x in (2.3, 5.5, 8.5, 11.5, 14.7)]
    door = [Placed(CENTRE_M, STEP_M, DOOR)]
    front = parts.face(width, GROUND_M, CENTRE_WALL_M, tuple(low + high + door))
    posts = transform.at(parts.post(0.9, CENTRE_WALL_M - 0.9, 0.2),
                         [(x, 0.0) for x in (0.35, 3.9, 7.05, 9.95, 13.1, 16.65)])  # fmt: skip
    band = block((0.0, -0.12, 5.15), (width, 0.1, 5.5), LACE)
    sign = transform.move(lettering("ҚЫЗЫЛ ТАҢ", 0.5, SIGN, out_m=0.08), CENTRE_M, -0.62, 5.08)
    board = block((CENTRE_M - 2.9, -0.62, 4.95), (CENTRE_M + 2.9, -0.44, 5.7), GREEN)
    head = transform.move(parts.gable(10.0, 3.3), CENTRE_M, -0.1, 9.24)
    wall = merge([front, posts, band, parts.plinth(width), parts.eaves(width, CENTRE_WALL_M), sign,
                  board, head])  # fmt: skip
    face = transform.move(wall, -CENTRE_M, FRONT_M - CENTRE_OUT_M)
    depth = DEPTH_M + CENTRE_OUT_M
    flank = merge([parts.face(depth, GROUND_M, CENTRE_WALL_M),
                   parts.eaves(depth, CENTRE_WALL_M, teeth=False)])  # fmt: skip
    y0 = FRONT_M - CENTRE_OUT_M
    cover = roof.hip(width, depth, 2.5, SHEET, z_m=CENTRE_WALL_M + 0.2, eaves_m=0.6)
    back_roof = roof.gable(10.0, 8.0, 3.2, SHEET, z_m=9.3, along_y=True)
    back = merge([parts.face(width, WING_M, CENTRE_WALL_M),
                  parts.eaves(width, CENTRE_WALL_M, teeth=False)])  # fmt: skip
    return merge(
        [
            face,
            transform.on_edge(flank, (CENTRE_M, y0), (CENTRE_M, BACK_M)),
            transform.on_edge(flank, (-CENTRE_M, BACK_M), (-CENTRE_M, y0)),
            transform.on_edge(back, (CENTRE_M, BACK_M), (-CENTRE_M, BACK_M)),
            transform.move(cover, y=(y0 + BACK_M) / 2),
            transform.move(back_roof, y=y0 + 4.1),
        ]
    )


def _dome(height_m: float) -> MeshData:
    """The square drum, the tent of fish scales with its lace, the spire."""
    y, half, low, base = (FRONT_M + BACK_M) / 2 - 1.0, 3.3, 9.0, 11.6
    window = Placed(half, 9.9, Opening(1.2, 1.2, head="round", bars=(2, 2), frame_m=0.08,
                                        frame=GREEN, surround=LACE, reveal_m=0.15))  # fmt: skip
    side = merge([parts.face(2 * half, low, base, (window,)), parts.eaves(2 * half, base, 0.5),
                  *(block((x - 0.2, -0.12, low), (x + 0.2, 0.1, base), LACE)
                    for x in (0.2, 2 * half - 0.2))])  # fmt: skip
    drum = [transform.turn_z(transform.move(side, -half, -half), a) for a in (0, 90, 180, 270)]
    z = base + 0.2
    line = np.array([(3.95, 0.0), (3.75, 0.18), (3.5, 0.8), (3.1, 1.6), (2.5, 2.5), (1.7, 3.3),
                     (0.8, 3.85)])  # fmt: skip
    tent = facets(np.column_stack([line[:, 0] * np.sqrt(2), line[:, 1] + z]), 4, SCALES)
    hips = []
    for a, b in pairwise(line):
        low_end = np.array([a[0], -a[0], a[1] + z])
        high_end = np.array([b[0], -b[0], b[1] + z])
        hips.append(struts(low_end[None], high_end[None], 0.16, IRON))
    ribs = transform.around(merge(hips), 4)
    lantern = extrude.box(1.3, 1.3, 0.45, LACE, bottom_m=z + 3.75)
    lip = extrude.box(1.7, 1.7, 0.14, GREEN, bottom_m=z + 4.15)
    top = z + 4.25
    spire = lathe.lathe(profile.line((0.7, top), (0.34, top + 0.16), (0.14, top + 0.42),
                                     (0.07, height_m - 0.35), (0.16, height_m - 0.25),
                                     (0.0, height_m)), SCALES, sides=12)  # fmt: skip
    return transform.move(merge([*drum, tent, ribs, lantern, lip, spire]), y=y)


def _pavilion(side: float) -> MeshData:
    """An end with its carved gable over a door between shop windows, and a turret behind."""
    placed = (Placed(1.85, 1.0, SHOP), Placed(END_M / 2, STEP_M, DOOR), Placed(7.15, 1.0, SHOP))
    posts = transform.at(parts.post(0.9, END_WALL_M - 0.9), [(x, 0.0) for x in (0.25, 3.25, 5.75,
                                                                               8.75)])  # fmt: skip
    head = transform.move(parts.gable(END_M + 0.4, 3.0), END_M / 2, -0.1, END_WALL_M + 0.24)
    front = merge([parts.face(END_M, GROUND_M, END_WALL_M, placed), posts, parts.plinth(END_M),
                   parts.eaves(END_M, END_WALL_M), head])  # fmt: skip
    x = side * (HALF_M - END_M / 2)
    y0 = FRONT_M - END_OUT_M
    cheeks = [block((a - 0.05, y0, GROUND_M), (a + 0.05, FRONT_M + 1.0, END_WALL_M), WALL)
              for a in (x - END_M / 2 + 0.05, x + END_M / 2 - 0.05)]  # fmt: skip
    upper = [block((a - 0.05, FRONT_M, WING_M - 0.2), (a + 0.05, BACK_M, END_WALL_M + 0.2), WALL)
             for a in (x - END_M / 2 + 0.05, x + END_M / 2 - 0.05)]  # fmt: skip
    rear = extrude.panel(
        profile.line((-END_M / 2, 0.0), (END_M / 2, 0.0), (END_M / 2, 0.9), (0.0, 3.7),
                     (-END_M / 2, 0.9)), -0.1, 0.0, BOARD,
    )  # fmt: skip
    cover = roof.gable(END_M + 1.2, DEPTH_M + END_OUT_M - 0.2, 3.2, SHEET, z_m=END_WALL_M + 0.2,
                       along_y=True)  # fmt: skip
    turned = transform.turn_z(rear, 180.0)
    return merge([transform.move(front, x - END_M / 2, y0), *cheeks, *upper,
                  transform.move(turned, x, BACK_M - 0.02, WING_M),
                  transform.move(cover, x, (y0 + BACK_M) / 2 + 0.04),
                  _turret(x, FRONT_M + 5.2)])  # fmt: skip


def _turret(x_m: float, y_m: float) -> MeshData:
    """A small square tower over an end, under a tent of scales with a finial."""
    half, low, high = 1.6, 8.2, 11.4
    slit = Opening(0.8, 1.1, head="round", bars=(1, 2), frame_m=0.07, frame=GREEN,
                         surround=LACE, surround_m=0.14, reveal_m=0.12)  # fmt: skip
    side = merge([parts.face(2 * half, low, high, (Placed(half, 9.9, slit),)),
                  parts.eaves(2 * half, high, 0.35),
                  *(block((x - 0.12, -0.08, low), (x + 0.12, 0.1, high), LACE)
                    for x in (0.12, 2 * half - 0.12))])  # fmt: skip
    walls = [transform.turn_z(transform.move(side, -half, -half), a) for a in (0, 90, 180, 270)]
    z = high + 0.2
    line = np.array([(2.05, 0.0), (1.9, 0.15), (1.35, 0.8), (0.7, 1.8), (0.22, 2.6)])
    tent = facets(np.column_stack([line[:, 0] * np.sqrt(2), line[:, 1] + z]), 4, SCALES)
    pin = lathe.lathe(profile.line((0.3, z + 2.45), (0.12, z + 2.7), (0.2, z + 2.9),
                                   (0.05, z + 3.1), (0.0, z + 3.6)), IRON, sides=8)  # fmt: skip
    return transform.move(merge([*walls, tent, pin]), x_m, y_m)


def _rear() -> MeshData:
    """The lower store wing behind, of brick and boards, with its hipped roof."""
    low_m = 5.0
    pieces = []
    for a, b in zip(REAR, np.roll(REAR, -1, axis=0), strict=True):
        length = float(np.hypot(*(b - a)))
        spots = tuple(Placed(x, 1.3, PLAIN) for x in np.arange(2.6, length - 1.5, 3.6))
        side = merge([parts.face(length, GROUND_M, low_m, spots), parts.plinth(length),
                      parts.eaves(length, low_m, 0.4, teeth=False)])  # fmt: skip
        pieces.append(transform.on_edge(side, a, b))
    middle = REAR.mean(axis=0)
    cover = roof.hip(19.0, 20.6, 2.6, SHEET, z_m=low_m + 0.2, eaves_m=0.5)
    return merge([*pieces[1:], transform.move(cover, float(middle[0]), float(middle[1]))])


def _ground() -> MeshData:
    """The pavement before the shop, of two tones, and a low step at each door."""
    plate = diced(extrude.prism(WALK, GROUND_M, FLAT_M, PAVING, bottom=False), 5.0)
    band = block((-37.6, -0.3, 0.0), (43.4, 0.3, FLAT_M + 0.025), Paint("paving", "#93867B"))
    cross = block((-0.25, -24.4, 0.0), (0.25, -14.0, FLAT_M + 0.022), Paint("paving", "#93867B"))
    kerb = block((-38.0, -24.8, GROUND_M), (43.8, -24.5, 0.16), Paint("granite", "#B9B4AC"))
    steps = [diced(block(low, high, BRICK), 2.0) for low, high in _steps()]
    x = np.arange(-34.0, 43.0, 5.5)
    return merge([
        plate, transform.at(band, [(0.0, y) for y in (-23.6, -19.0)]), kerb, *steps,
        transform.at(cross, np.column_stack([x, np.zeros(len(x))])),
    ])  # fmt: skip


def _steps() -> list[tuple[tuple[float, float, float], tuple[float, float, float]]]:
    """Low and high corners of the steps at the three doors."""
    doors = ((MIDDLE_X_M, FRONT_M - CENTRE_OUT_M), (MIDDLE_X_M - HALF_M + END_M / 2, -14.3),
             (MIDDLE_X_M + HALF_M - END_M / 2, -14.3))  # fmt: skip
    return [((x - 1.5, y - 0.9, GROUND_M), (x + 1.5, y + 0.2, STEP_M)) for x, y in doors]


def _props() -> tuple[InstanceTable, ...]:
    name = "kyzyl_tan"
    trees = _on([(-21.0, -22.6), (27.0, -22.6)])
    lamps = _on([(x, -23.2) for x in (-30.0, -18.0, -6.0, 12.0, 24.0, 36.0)])
    seats = _on([(x, -21.2) for x in (-27.0, -15.0, 21.0, 33.0)])
    flowers = _on(
        [(x, -22.8) for x in (-12.0, -9.6, 15.2, 17.6, 20.0, -14.4, -33.5, -35.5, 39.0, 41.0)]
    )
    return (
        instances("tree.elm", trees, name + "/elm", scale=0.42),
        instances("lamp.globe", lamps, name + "/lamp", vary=0.0),
        instances("bench.park", seats, name + "/bench", yaw_deg=180.0, vary=0.0),
        instances("bush.flowers", flowers, name + "/flower", scale=0.8),
    )


def _on(places: list[tuple[float, float]]) -> profile.F64:
    return np.array([(x, y, FLAT_M) for x, y in places])


def _collision() -> Collision:
    body = profile.rectangle(2 * HALF_M, DEPTH_M, (MIDDLE_X_M, (FRONT_M + BACK_M) / 2))
    middle = profile.rectangle(
        2 * CENTRE_M, DEPTH_M + 1.0, (MIDDLE_X_M, (FRONT_M + BACK_M - 1) / 2)
    )
    dome = profile.rectangle(7.4, 7.4, (MIDDLE_X_M, (FRONT_M + BACK_M) / 2 - 1.0))
    steps = [profile.rectangle(high[0] - low[0], high[1] - low[1],
                               ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2))
             for low, high in _steps()]  # fmt: skip
    return Collision(
        (stair.wall_prism(body, WING_M + 1.5, GROUND_M), stair.wall_prism(middle, 9.5, GROUND_M),
         stair.wall_prism(dome, 15.0, GROUND_M), stair.wall_prism(REAR, 5.2, GROUND_M)),
        (stair.floor(WALK, FLAT_M, GROUND_M), *(stair.floor(s, STEP_M, GROUND_M) for s in steps)),
    )  # fmt: skip
