"""Plan, levels and paints of the Green Bazaar; its walls between two levels."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks._shared.bare import BACK, OVER, UNDER, bare
from almaty_tour.mesh.compact import taken
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

MINT = Paint("plaster", "#84CDB9")
PALE_MINT = Paint("plaster", "#CFEBDD")
TEAL = Paint("painted_metal", "#14937F")
STONE = Paint("rock_faced", "#B09E80")
COURSE = Paint("ashlar", "#9C8B6E")
FIELD = Paint("plaster", "#D6CCBE")
WHITE = Paint("painted_metal", "#F1F1EC")
CONCRETE = Paint("concrete", "#C6C3BA")
DARK = Paint("painted_metal", "#2C302F")
GLASS = Paint("window")
LETTERS = Paint("lettering", "#1F9A68")
ROOF = Paint("roof_flat", "#9A9890")

HALF_X_M, HALF_Y_M = 52.0, 42.0
GROUND_M = -1.5
BASE_M = 4.4
ROOF_M, TOP_M = 10.0, 10.7
HALL_X_M, HALL_Y_M = 35.0, 25.0
BODY = profile.rectangle(2 * HALF_X_M, 2 * HALF_Y_M)


def face(
    length_m: float, low_m: float, high_m: float, paint: Paint, openings: tuple[Placed, ...] = ()
) -> MeshData:
    """A wall between two levels; the openings' z counts from the ground."""
    placed = [Placed(p.x_m, p.z_m - low_m, p.opening) for p in openings]
    return transform.move(diced(wall(length_m, high_m - low_m, paint, placed), 3.2), z=low_m)


def pane(width_m: float, height_m: float, across: int, up: int, reveal_m: float = 0.25) -> Opening:
    """A white framed window."""
    return Opening(width_m, height_m, bars=(across, up), frame_m=0.09, frame=WHITE,
                   reveal_m=reveal_m)  # fmt: skip


def base(length_m: float, windows: tuple[float, ...] = ()) -> MeshData:
    """The storey of split sandstone blocks, courses standing out, small windows at its head."""
    small = pane(2.3, 1.15, 3, 1)
    placed = tuple(Placed(x, 2.75, small) for x in windows)
    front = face(length_m, GROUND_M, BASE_M, STONE, placed)
    edge = block((0.0, -0.08, BASE_M - 0.12), (length_m, 0.1, BASE_M + 0.06), MINT)
    foot = block((0.0, -0.14, GROUND_M), (length_m, 0.1, 0.35), Paint("granite", "#7C7468"))
    level = np.arange(0.62, 2.6, 0.32)
    course = transform.at(
        bare(block((0.0, -0.035, 0.0), (length_m, 0.05, 0.2), COURSE), BACK),
        np.column_stack([np.zeros((len(level), 2)), level]),
    )
    frames = [merge([block((x - 1.3, -0.1, 2.62), (x + 1.3, 0.05, 2.75), WHITE),
                     block((x - 1.3, -0.06, 3.9), (x + 1.3, 0.05, 4.0), WHITE)])
              for x in windows]  # fmt: skip
    return merge([front, course, bare(merge([edge, foot, *frames]), BACK)])


def ribbon(x_m: float, length_m: float, z_m: float, panes: int) -> MeshData:
    """A double ribbon: two rows of dark glass and a white band, in one white frame."""
    step = length_m / panes
    glass = block((x_m, -0.02, z_m), (x_m + length_m, 0.12, z_m + 3.3), GLASS)
    band = block((x_m, -0.07, z_m + 1.35), (x_m + length_m, 0.0, z_m + 1.95), WHITE)
    rim = [block((x_m - 0.12, -0.12, z), (x_m + length_m + 0.12, 0.05, z + 0.14), WHITE)
           for z in (z_m - 0.14, z_m + 3.3)]  # fmt: skip
    sides = [block((x, -0.12, z_m), (x + 0.12, 0.05, z_m + 3.3), WHITE)
             for x in (x_m - 0.12, x_m + length_m)]  # fmt: skip
    bar = block((-0.03, -0.06, z_m), (0.03, 0.0, z_m + 3.3), DARK)
    bars = transform.at(bar, [(x_m + step * k, 0.0) for k in range(1, panes)])
    joint = block((-0.012, -0.085, z_m + 1.35), (0.012, -0.06, z_m + 1.95), CONCRETE)
    joints = transform.at(joint, [(x_m + step * k, 0.0) for k in range(1, panes)])
    upright = bare(merge([glass, bars, joints]), BACK, UNDER, OVER)
    return merge([upright, bare(merge([band, *rim, *sides]), BACK)])


def raised(points: F64, height_m: float) -> F64:
    """The (k, 3) points lifted."""
    lifted: F64 = points + np.array([0.0, 0.0, height_m])
    return lifted


def coping(length_m: float, z_m: float, paint: Paint = WHITE) -> MeshData:
    """The sheet that caps a parapet."""
    return block((-0.05, -0.12, z_m), (length_m + 0.05, 0.35, z_m + 0.14), paint)


def on_side(piece: MeshData, side: str) -> MeshData:
    """A wall piece (x along, front to -y) on a side of the body: south, east, north, west."""
    edge = {"south": 0, "east": 1, "north": 2, "west": 3}[side]
    return transform.on_edge(piece, BODY[edge], BODY[(edge + 1) % 4])


def dark_glass(
    x_m: float, width_m: float, low_m: float, high_m: float, across: int, up: int
) -> MeshData:
    """A strip of dark glass before a stair, cut by thin bars; it stands out a little."""
    sheet = block((x_m, -0.3, low_m), (x_m + width_m, 0.1, high_m), GLASS)
    bar = block((-0.04, -0.37, low_m), (0.04, -0.25, high_m), DARK)
    bars = transform.at(bar, [(x, 0.0) for x in np.linspace(x_m + 0.04, x_m + width_m - 0.04,
                                                            across + 1)])  # fmt: skip
    rail = block((x_m, -0.36, -0.04), (x_m + width_m, -0.25, 0.04), DARK)
    levels = np.linspace(low_m + 0.1, high_m - 0.1, up + 1)
    rails = transform.at(rail, [(0.0, 0.0, z) for z in levels])
    return bare(merge([sheet, bars, rails]), BACK)


def roof_sheet(outline: npt.ArrayLike, z_m: float, paint: Paint = ROOF) -> MeshData:
    """A flat roof cut small enough for shade."""
    return diced(extrude.sheet(outline, z_m, paint), 5.0)


def fronts(data: MeshData) -> MeshData:
    """Only the faces that look straight to -y: of letters, what is read."""
    kept = data.faces[data.normals[data.faces[:, 0], 1] < -0.98]
    return taken(data, np.arange(data.vertex_count), kept.astype(np.int64))


def standing(word: MeshData, out_m: float) -> MeshData:
    """Letters `out_m` thick, made on y = 0, moved about it and closed from behind."""
    middle = transform.move(word, y=out_m / 2)
    return merge([middle, transform.mirror_y(fronts(middle))])
