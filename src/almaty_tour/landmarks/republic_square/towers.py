"""The two residential towers of sixteen storeys that flank the axis north of the square.

Made as the western one, front to -y, the axis on its right; the eastern one is its mirror
image. Bowed fronts of curved loggias run up like ribs, a blind slab stands at the outer edge,
the tenth floor is another, and a board on struts turns its six sides over the roof.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.wall import grid_wall
from almaty_tour.landmarks.republic_square import boards
from almaty_tour.landmarks.republic_square.loggias import eaves, loggia, tenth_floor
from almaty_tour.mesh.data import MeshData, Prism, merge

F64 = npt.NDArray[np.float64]

WALL = Paint("plaster", "#D9D3C6")
SLAB = Paint("ashlar", "#E2DACA")
RIB = Paint("plaster", "#E8E3D8")
SEAM = Paint("plaster", "#B9B2A4")
ROOF = Paint("roof_flat", "#8E8B86")
SHOP = Paint("window", "#8E98A0")

WEST_M = (-52.0, 130.0)
FLOOR_M, STOREYS, TENTH = 3.0, 15, 8
FOOT_M = 6.0
EAVES_M = FOOT_M + FLOOR_M * STOREYS
ROOF_M = EAVES_M + 3.6
TOP_M = 65.0
DEEP_M = 0.9

BOW_M, BOW_RADIUS_M = (0.0, 8.0), 20.0
BOW_DEG = (240.0, 264.0, 276.0, 288.0, 300.0, 312.0)


def _bow(degrees: float, radius_m: float = BOW_RADIUS_M) -> tuple[float, float]:
    angle = np.radians(degrees)
    return BOW_M[0] + radius_m * float(np.cos(angle)), BOW_M[1] + radius_m * float(np.sin(angle))


BOW = tuple(_bow(d) for d in BOW_DEG)
OUTER = ((-20.0, -2.0), (-18.6, -7.2), (-14.6, -9.0))
PLAN = profile.line(
    *OUTER, *BOW, (17.0, -3.4), (18.6, -0.6), (18.6, 9.0), (14.0, 14.0), (-14.0, 14.0), (-20.0, 9.0)
)
"""The line of the faces; loggias bulge out of it, glass and rooms stand behind it."""


def towers() -> MeshData:
    """Both towers on their shops."""
    west = transform.move(_tower(), *WEST_M)
    return merge([west, transform.mirror_x(west)])


def solids() -> tuple[Prism, ...]:
    """Shaft and shops stop a walker."""
    made = []
    for plan, top in ((profile.offset(PLAN, 1.0), ROOF_M), (_shop_plan(0.0), FOOT_M)):
        west = np.asarray(plan) + np.array(WEST_M)
        made += [
            stair.wall_prism(profile.counter_clockwise(west * np.array([side, 1.0])), top)
            for side in (1.0, -1.0)
        ]
    return tuple(made)


def _tower() -> MeshData:
    inner = profile.offset(PLAN, -DEEP_M)
    core = extrude.prism(inner, -1.5, ROOF_M - 0.4, WALL.shaded(0.72), crease_deg=20.0)
    slabs = [
        extrude.prism(PLAN, z - 0.28, z, WALL, crease_deg=10.0)
        for z in FOOT_M + FLOOR_M * np.arange(STOREYS + 1)
    ]
    return merge([core, *slabs, *_stacks(), *_plain_faces(), *_attic(), *_shops(), *_roof()])


def _stacks() -> list[MeshData]:
    """The stacks of loggias: five on the bow, one on either flank, four behind."""
    edges = [*pairwise(BOW), (OUTER[0], OUTER[1]), (OUTER[1], OUTER[2])]
    edges += [
        ((18.6, -0.6), (18.6, 9.0)),
        ((18.6, 9.0), (14.0, 14.0)),
        ((-14.0, 14.0), (-20.0, 9.0)),
    ]
    pieces = []
    for index, (a, b) in enumerate(edges):
        outer = index in (5, 6)
        for kind, floors in _kinds(index).items():
            low = [f for f in floors if not outer or f < TENTH]
            high = [f for f in floors if outer and f > TENTH]
            for chosen, bulge in ((low, 1.0), (high, 1.9)):
                pieces.append(_stack(a, b, chosen, kind, bulge))
        pieces.append(_ends(a, b, 1.9 if outer else 1.0))
    return pieces


def _kinds(index: int) -> dict[int, list[int]]:
    """Which floors of a stack are open, glazed in white, in brown, with blinds."""
    share = fraction(hashed(f"republic/loggia{index}", STOREYS), 1)
    kind = np.digitize(share, (0.5, 0.74, 0.86))
    return {k: [f for f in np.flatnonzero(kind == k).tolist() if f != TENTH] for k in range(4)}


def _stack(
    a: tuple[float, float], b: tuple[float, float], floors: list[int], kind: int, bulge_m: float
) -> MeshData:
    length = float(np.hypot(b[0] - a[0], b[1] - a[1]))
    unit = loggia(length, bulge_m, kind)
    places = np.zeros((len(floors), 3))
    places[:, 2] = FOOT_M + FLOOR_M * np.array(floors, np.float64)
    up = transform.at(unit, places)
    return transform.on_edge(up, a, b)


def _ends(a: tuple[float, float], b: tuple[float, float], bulge_m: float) -> MeshData:
    """The tenth floor and the slab on top of a stack."""
    length = float(np.hypot(b[0] - a[0], b[1] - a[1]))
    made = transform.move(tenth_floor(length, bulge_m), z=FOOT_M + FLOOR_M * TENTH)
    lid = transform.move(eaves(length, bulge_m), z=EAVES_M + 0.02)
    return transform.on_edge(merge([made, lid]), a, b)


def _plain_faces() -> list[MeshData]:
    """The blind slab, ribs between the stacks, faces with single windows."""
    height = ROOF_M - FOOT_M
    window = Opening(1.5, 1.5, reveal_m=0.22, bars=(1, 1), frame_m=0.0)
    pieces = [
        diced(extrude.block((-15.2, -10.7, -1.5), (-10.3, -7.4, ROOF_M + 0.9), SLAB), 5.0),
        _window_face(BOW[-1], (17.0, -3.4), 1, window),
        _window_face((14.0, 14.0), (-14.0, 14.0), 7, window),
        _window_face((-20.0, 9.0), OUTER[0], 3, window),
    ]
    seams = [
        extrude.block((-15.23, -10.73, z - 0.04), (-10.27, -10.6, z + 0.04), SEAM)
        for z in FOOT_M + FLOOR_M * np.arange(STOREYS + 1)
    ]
    ends = [*BOW[1:], OUTER[0], OUTER[1], (18.6, 9.0), (14.0, 14.0), (-14.0, 14.0), (-20.0, 9.0)]
    feet = np.array([(x, y, FOOT_M - 0.5) for x, y in ends])
    ribs = struts(feet, feet + np.array([0.0, 0.0, height + 0.2]), 0.75, RIB)
    pier = diced(
        extrude.prism(
            profile.line((16.6, -4.2), (19.0, -1.6), (19.0, -0.4), (16.4, -0.4)), -1.5, ROOF_M, SLAB
        ),
        5.0,
    )
    return [*pieces, *seams, ribs, pier]


def _window_face(
    a: tuple[float, float], b: tuple[float, float], columns: int, window: Opening
) -> MeshData:
    length = float(np.hypot(b[0] - a[0], b[1] - a[1]))
    face = grid_wall(length, FLOOR_M * STOREYS, columns, STOREYS, window, WALL, sill_m=0.95)
    return transform.on_edge(face, a, b, FOOT_M)


def _attic() -> list[MeshData]:
    """The blank band over the last storey with its upright seams and a coping."""
    band = diced(
        extrude.prism(profile.offset(PLAN, 0.25), EAVES_M, ROOF_M, RIB, crease_deg=20.0), 4.0
    )
    rim = extrude.prism(
        profile.offset(PLAN, 0.45), ROOF_M - 0.3, ROOF_M + 0.05, RIB.shaded(0.94),
        holes=[profile.offset(PLAN, -0.2)],
    )  # fmt: skip
    rail = extrude.prism(
        profile.offset(PLAN, 0.2), ROOF_M, ROOF_M + 0.8, RIB, holes=[profile.offset(PLAN, -0.15)]
    )
    lid = extrude.prism(profile.offset(PLAN, -0.1), ROOF_M - 0.1, ROOF_M + 0.12, ROOF)
    return [band, rim, rail, lid]


def _roof() -> list[MeshData]:
    """Machine house, ducts, and the advertising board."""
    house = extrude.block((-8.0, 2.0, ROOF_M), (6.0, 10.0, ROOF_M + 3.4), WALL)
    lid = extrude.block((-8.4, 1.6, ROOF_M + 3.4), (6.4, 10.4, ROOF_M + 3.7), ROOF)
    ducts = [
        extrude.box(1.3, 0.9, 1.5, SEAM, centre=at, bottom_m=ROOF_M)
        for at in ((-13.0, 4.0), (11.0, 9.0), (12.5, 2.0), (-11.0, 10.5), (-2.0, -6.0))
    ]
    board = transform.move(boards.board(TOP_M - ROOF_M), 0.5, 0.0, ROOF_M)
    return [house, lid, *ducts, board]


def _shop_plan(inset_m: float) -> F64:
    """Two storeys of shops that sweep round the foot, bowed like the front."""
    radius = BOW_RADIUS_M + 7.0 - inset_m
    front = profile.arc(BOW_M, radius, 232.0, 326.0, 18)
    back = profile.line((18.0, 12.0 - inset_m), (-17.0, 12.0 - inset_m))
    return np.concatenate([front, back])


def _shops() -> list[MeshData]:
    glass = extrude.prism(_shop_plan(1.4), -1.5, 5.0, SHOP, crease_deg=0.0)
    plinth = extrude.prism(_shop_plan(0.9), -1.5, 0.5, SLAB.shaded(0.7))
    belt = extrude.prism(_shop_plan(0.9), 2.7, 3.2, SLAB.shaded(0.92))
    fascia = diced(extrude.prism(_shop_plan(0.0), 4.7, FOOT_M - 0.2, RIB, crease_deg=20.0), 8.0)
    terrace = extrude.prism(_shop_plan(0.5), FOOT_M - 0.3, FOOT_M - 0.12, ROOF)
    angles = np.linspace(234.0, 324.0, 19)
    feet = np.array([(*_bow(a, BOW_RADIUS_M + 6.0), -1.0) for a in angles])
    columns = struts(feet, feet + np.array([0.0, 0.0, 5.8]), 0.7, RIB)
    mullions = np.array([(*_bow(a, BOW_RADIUS_M + 5.65), 0.4) for a in np.linspace(236, 322, 46)])
    bars = struts(mullions, mullions + np.array([0.0, 0.0, 4.3]), 0.12, RIB.shaded(0.6), caps=False)
    return [glass, plinth, belt, fascia, terrace, columns, bars]


def demo() -> MeshData:
    """The western tower alone, for scripts/look.py."""
    return _tower()
