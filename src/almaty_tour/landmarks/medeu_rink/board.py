"""The skaters' relief on its board, the sign pylon, seven lattice masts and the flags."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile as p
from almaty_tour.kit import sdf
from almaty_tour.kit.bend import bent
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, panel
from almaty_tour.kit.hexahedra import SIDES, hexahedra, struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.stroke import stroke
from almaty_tour.kit.transform import at, move, turn_z
from almaty_tour.landmarks._shared.bare import BACK, bare
from almaty_tour.landmarks.medeu_rink import plan
from almaty_tour.landmarks.medeu_rink.plan import F64, on_front, rods
from almaty_tour.mesh.data import MeshData, merge

I64 = npt.NDArray[np.int64]

BOARD_M = (28.0, 11.0)
BOARD_DEG = 11.0
BOARD_R_M = 58.5
"""The board stands on a circle of the front, its middle 11 degrees to the right."""
BOARD_Z_M = 14.6
PANELS = (14, 6)
PYLON = (-60.0, -86.0)
PYLON_M = (4.6, 3.4)
PYLON_TOP_M = 46.0
MASTS = ((77.0, -70.0), (77.0, -24.0), (78.0, 22.0), (76.0, 62.0),
         (-79.0, -12.0), (-79.0, 34.0), (-78.0, 78.0))  # fmt: skip
WHITE_PANEL = Paint("concrete", "#E4E3DE")

REAR = (
    ((8.6, 7.3), (7.4, 6.6), (6.2, 5.7)),
    ((8.5, 7.4), (6.7, 8.4), (4.9, 8.8)),
    ((6.2, 5.6), (4.5, 3.9), (2.5, 2.1)),
    ((6.3, 5.5), (7.7, 4.1), (6.3, 2.0)),
)
FORE = (
    ((10.9, 6.4), (9.8, 5.9), (8.7, 5.2)),
    ((10.8, 6.5), (9.8, 7.9), (8.9, 9.6)),
    ((10.9, 6.2), (12.5, 5.4), (14.2, 5.3)),
    ((8.7, 5.2), (7.0, 3.5), (5.2, 1.9)),
    ((8.8, 5.1), (10.6, 3.7), (10.2, 2.0)),
)
THICK = ((0.82, 0.86, 0.8), (0.5, 0.42, 0.26), (0.76, 0.6, 0.28), (0.78, 0.62, 0.3))
FORE_THICK = (THICK[0], THICK[1], THICK[1], THICK[2], THICK[3])
HEADS = ((9.45, 7.75), (11.95, 6.85))
FEET = ((2.5, 2.1), (6.3, 2.0), (5.2, 1.9), (10.2, 2.0))


def relief() -> MeshData:
    """Board, legs and figures, bent to the front's circle."""
    width, height = BOARD_M
    flat = [_panels(), _skaters(), _track(), _snowflake()]
    core = block((0.05, 0.35, 0.05), (width - 0.05, 1.9, height - 0.05), plan.PALE)
    flat.append(diced(core, 5.0))
    screen = block((1.0, 1.88, 1.0), (width - 1.0, 2.0, height - 1.0), plan.DARK)
    flat.append(diced(bare(screen, (0.0, -1.0, 0.0)), 5.0))
    whole = move(merge(flat), -width / 2, 0.0, BOARD_Z_M)
    shaped = bent(whole, BOARD_R_M, start_deg=-90.0 + BOARD_DEG)
    foot = plan.ICE_Z_M
    legs = [
        turn_z(block((-1.9, -(BOARD_R_M - 0.3), foot), (1.9, -(BOARD_R_M - 1.8), BOARD_Z_M + 0.3),
                     plan.RAMP), BOARD_DEG + side * 8.0)
        for side in (-1.0, 1.0)
    ]  # fmt: skip
    return move(merge([shaped, *legs]), y=plan.FRONT_Y_M)


def _panels() -> MeshData:
    """Plates with open joints over the board's face; x from 0, looking to -y."""
    columns, rows = PANELS
    w, h = BOARD_M[0] / columns, BOARD_M[1] / rows
    x, z = (v.ravel() for v in np.meshgrid(np.arange(columns) * w, np.arange(rows) * h))
    gap, y0, y1 = 0.035, 0.0, 0.36
    ring = [(x + gap, y0), (x + w - gap, y0), (x + w - gap, y1), (x + gap, y1)]
    low = [np.stack([px, np.full(len(x), py), z + gap], axis=1) for px, py in ring]
    high = [np.stack([px, np.full(len(x), py), z + h - gap], axis=1) for px, py in ring]
    return bare(hexahedra(np.stack(low + high, axis=1), WHITE_PANEL), BACK)


def _skaters() -> MeshData:
    """Two skaters low in a turn, in the round, half a metre before the board."""
    pieces = []
    for limbs, thick, head, depth in (
        (REAR, THICK, HEADS[0], -0.42),
        (FORE, FORE_THICK, HEADS[1], -0.72),
    ):
        fields = [
            sdf.limb([(x, depth, z) for x, z in limb], list(radii), 0.12)
            for limb, radii in zip(limbs, thick, strict=True)
        ]
        fields.append(sdf.ellipsoid((head[0], depth, head[1]), (0.62, 0.5, 0.5)))
        low = (1.6, depth - 0.85, 1.4)
        high = (15.0, depth + 0.85, 10.2)
        pieces.append(
            sdf.surface(sdf.union(fields, 0.22), low, high, plan.BLACK, triangles=1600, cells=90)
        )
    blades = [block((x - 0.75, -0.62, 1.25), (x + 1.0, -0.42, 1.42), plan.BLACK) for x, _ in FEET]
    shoes = [block((x - 0.25, -0.66, 1.4), (x + 0.6, -0.3, z), plan.BLACK) for x, z in FEET]
    ties = struts([(8.0, -0.3, 6.0), (9.8, -0.6, 5.4)], [(8.0, 0.3, 6.0), (9.8, 0.3, 5.4)], 0.3,
                  plan.BLACK)  # fmt: skip
    return merge([*pieces, *blades, *shoes, ties])


def _track() -> MeshData:
    """Three lines that run to the right, turn up in a half circle and end at the crystal."""
    pieces = []
    for number in range(3):
        radius = 2.9 - 0.42 * number
        turn = np.radians(np.linspace(-90.0, 90.0, 15))
        bend = np.stack([23.6 + radius * np.cos(turn), 3.9 + radius * np.sin(turn)], axis=1)
        start = np.column_stack([np.linspace(1.4 + 0.6 * number, 22.6, 6), np.full(6, bend[0, 1])])
        end = np.array([[22.0, bend[-1, 1]], [17.2 + 0.8 * number, bend[-1, 1]]])
        outline = stroke(np.concatenate([start, bend, end]), 0.2)
        pieces.append(diced(panel(outline, -0.28, 0.2, plan.BLACK, back=False), 5.0))
    return merge(pieces)


def _snowflake() -> MeshData:
    """The crystal: eight barbed rays and a boss."""
    centre = np.array([21.4, 6.4])
    pieces = []
    for number in range(8):
        angle = np.radians(45.0 * number + 10.0)
        way = np.array([np.cos(angle), np.sin(angle)])
        side = np.array([-way[1], way[0]])
        arms = [[centre + 0.3 * way, centre + 2.1 * way]]
        arms += [[centre + t * way, centre + (t + 0.4) * way + s * 0.42 * side]
                 for t in (0.95, 1.5) for s in (-1.0, 1.0)]  # fmt: skip
        for row, arm in enumerate(arms):
            outline = stroke(np.array(arm), 0.2 if row == 0 else 0.15)
            pieces.append(panel(outline, -0.4 - 0.02 * row, 0.1, plan.BLACK, back=False))
    ring = stroke(centre + 0.62 * p.circle(1.0, 17)[:17], 0.16)
    pieces.append(panel(ring, -0.5, 0.1, plan.BLACK))
    return merge([*pieces, panel(p.circle(0.24, 10) + centre, -0.52, 0.1, plan.BLACK)])


def pylon() -> MeshData:
    """The white tiled shaft with its three columns of red letters and the lamps behind."""
    width, depth = PYLON_M
    rows = np.arange(-1.5, PYLON_TOP_M - 0.01, 1.9)
    tops = np.append(rows[1:], PYLON_TOP_M) - 0.05
    shaft = _courses(rows, tops, (-width / 2, width / 2), depth)
    flag_rows = rows[rows > 27.0]
    ear = _courses(flag_rows, tops[rows > 27.0], (width / 2 + 0.04, width / 2 + 2.5), depth)
    core = block((-width / 2 + 0.1, -depth / 2 + 0.1, -1.5),
                 (width / 2 - 0.1, depth / 2 - 0.1, PYLON_TOP_M - 0.2), plan.CONCRETE)  # fmt: skip
    front = -depth / 2 - 0.02
    words = [
        _column("МҰЗ АЙДЫНЫ", -1.45, 44.6, 1.0, 1.52, front),
        _column("ЛЕДОВЫЙ СТАДИОН", 0.75, 44.6, 0.84, 1.1, front),
        _column("МЕДЕУ", 3.5, 43.2, 1.75, 2.85, front),
    ]
    spikes = struts(
        [(-1.6, 0.0, PYLON_TOP_M - 0.2), (2.8, 0.3, PYLON_TOP_M - 0.2)],
        [(-1.6, 0.0, PYLON_TOP_M + 2.6), (2.8, 0.3, PYLON_TOP_M + 2.2)],
        0.1,
        plan.DARK,
    )
    base = block((-4.6, -3.6, -1.5), (4.6, 3.6, 0.9), plan.RAMP)
    lamps = move(_rack(4, 9, 0.95), 0.0, depth / 2 + 0.4, 35.0)
    whole = merge([shaft, ear, core, *words, spikes, lamps, base])
    return move(turn_z(whole, 0.0), *PYLON)


def _courses(low: F64, high: F64, span: tuple[float, float], depth: float) -> MeshData:
    """Courses of tiles, two to the width, with open joints."""
    middle = (span[0] + span[1]) / 2
    corners = []
    for a, b in ((span[0], middle - 0.025), (middle + 0.025, span[1])):
        ring = [(a, -depth / 2), (b, -depth / 2), (b, depth / 2), (a, depth / 2)]
        lower = [np.stack([np.full(len(low), x), np.full(len(low), y), low], 1) for x, y in ring]
        upper = [np.stack([np.full(len(low), x), np.full(len(low), y), high], 1) for x, y in ring]
        corners.append(np.stack(lower + upper, axis=1))
    return hexahedra(np.concatenate(corners), plan.WHITE)


def _column(word: str, x: float, top: float, height: float, pitch: float, front: float) -> MeshData:
    """Letters one under the other, the first under `top`."""
    pieces = []
    for row, letter in enumerate(word):
        if letter == " ":
            continue
        shape = lettering(letter, height, plan.LETTER, bold_m=0.03)
        pieces.append(move(shape, x, front, top - (row + 1) * pitch))
    return merge(pieces)


def _rack(columns: int, rows: int, pitch_m: float) -> MeshData:
    """A wall of floodlights that looks to +y, tipped down; foot on z = 0."""
    x = (np.arange(columns) - (columns - 1) / 2) * pitch_m
    z = (np.arange(rows) + 0.5) * pitch_m
    spots = np.stack(np.meshgrid(x, z), axis=-1).reshape(-1, 2)
    places = np.column_stack([spots[:, 0], np.zeros(len(spots)), spots[:, 1]])
    lamp = _lamp()
    wide = (columns - 1) / 2 * pitch_m + 0.5
    bars = struts(
        np.column_stack([np.full(rows, -wide), np.full(rows, -0.3), z]),
        np.column_stack([np.full(rows, wide), np.full(rows, -0.3), z]),
        0.12,
        plan.STEEL,
        caps=False,
    )
    posts = struts(
        [(-wide, -0.3, 0.0), (wide, -0.3, 0.0)],
        [(-wide, -0.3, rows * pitch_m), (wide, -0.3, rows * pitch_m)],
        0.18,
        plan.STEEL,
        caps=False,
    )
    return merge([at(lamp, places), bars, posts])


def _lamp() -> MeshData:
    """One floodlight: a housing that widens to the front, and its glass."""
    box = [(-0.33, -0.2, -0.2), (0.33, -0.2, -0.2), (0.36, 0.24, -0.36), (-0.36, 0.24, -0.36),
           (-0.33, -0.2, 0.22), (0.33, -0.2, 0.22), (0.36, 0.34, 0.24),
           (-0.36, 0.34, 0.24)]  # fmt: skip
    glass = [(-0.3, 0.25, -0.3), (0.3, 0.25, -0.3), (0.3, 0.3, -0.3), (-0.3, 0.3, -0.3),
             (-0.3, 0.34, 0.2), (0.3, 0.34, 0.2), (0.3, 0.38, 0.2),
             (-0.3, 0.38, 0.2)]  # fmt: skip
    return merge([_rounded(box, SIDES, plan.DARK), _rounded(glass, SIDES[3:], plan.LAMP)])


def _rounded(corners: list[tuple[float, float, float]], sides: I64, paint: Paint) -> MeshData:
    """Some faces of a block with shared corners: there are hundreds, and all are far away."""
    points = np.array(corners)
    faces = np.concatenate([sides[:, [0, 1, 2]], sides[:, [0, 2, 3]]])
    uv = points[:, [0, 2]] + 0.5 * points[:, 1:2]
    return solid(points, faces, paint, crease_deg=180.0, corner_uv=uv[faces])


def masts(height_m: float) -> MeshData:
    """Seven lattice masts; the pylon carries the eighth block of lamps."""
    levels = np.column_stack([np.linspace(1.24, 0.8, 12), np.linspace(9.0, height_m - 0.7, 12)])
    tower = _lattice(levels)
    foot = block((-2.2, -2.2, 5.0), (2.2, 2.2, 10.9), plan.CONCRETE)
    rack = move(_rack(5, 10, 0.98), 0.0, 1.35, height_m - 11.5)
    gantry = [
        block((-2.7, -1.0, z), (2.7, 1.4, z + 0.12), plan.STEEL)
        for z in (height_m - 11.6, height_m - 6.2, height_m - 1.2)
    ]
    tip = block((-0.08, -0.08, height_m - 1.2), (0.08, 0.08, height_m), plan.RED)
    mast = merge([tower, foot, rack, *gantry, tip])
    places = np.array(MASTS)
    aim = np.degrees(np.arctan2(-places[:, 1] * 0.5, -places[:, 0])) - 90.0
    return at(mast, places, turn_deg=aim)


def _lattice(levels: F64) -> MeshData:
    """Four legs, rings and one zigzag a side through (half width, height) levels."""
    corner = np.array([(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)])
    knot = np.concatenate(
        [levels[:, None, :1] * corner, np.broadcast_to(levels[:, None, 1:], (len(levels), 4, 1))],
        axis=2,
    )
    beside = np.roll(knot, -1, axis=1)
    odd = (np.arange(len(levels) - 1) % 2 == 1)[:, None, None]
    low, high = np.where(odd, beside[:-1], knot[:-1]), np.where(odd, knot[1:], beside[1:])
    return merge(
        [
            struts(knot[[0, 4, 8]], knot[[4, 8, 11]], 0.22, plan.STEEL, caps=False),
            rods(knot[1:], beside[1:], 0.13, plan.STEEL),
            rods(low, high, 0.14, plan.STEEL),
        ]
    )


def flags() -> MeshData:
    """Eighteen poles on the rim left of the board, each with an upright banner."""
    spots = on_front(plan.WALL_R_M - 2.2, np.linspace(-46.0, -7.0, 18))
    foot = np.column_stack([spots, np.full(18, plan.ICE_Z_M)])
    poles = rods(foot, np.add(foot, [0.0, 0.0, 11.5]), 0.17, plan.WHITE)
    balls = at(block((-0.14, -0.14, 11.5), (0.14, 0.14, 11.75), plan.RAIL), foot)
    pieces = [poles, balls]
    for number, colour in enumerate(("#F4F2EE", "#C0306A", "#1E9BC4")):
        banner = block((0.1, -0.03, 7.2), (1.15, 0.03, 11.2), Paint("painted_metal", colour))
        pieces.append(at(banner, foot[number::3], turn_deg=20.0))
    return merge(pieces)
