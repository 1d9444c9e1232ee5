"""A passenger train in blue and turquoise: an electric locomotive and its coaches."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import GLASS, Paint
from almaty_tour.kit.props.blocks import blocks
from almaty_tour.kit.props.wagon import running_gear
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
VARIANTS = ("loco", "coach")

BLUE, TURQUOISE = Paint("painted_metal", "#1B4C80"), Paint("painted_metal", "#2290A6")
YELLOW = Paint("painted_metal", "#E3B93C")
WHITE = Paint("painted_metal", "#E6E8E6")
ROOF = Paint("painted_metal", "#6C7478")
DARK = Paint("painted_metal", "#2F3236")
LIGHT = Paint("lamp_glass")
COACH_M, LOCO_M = 24.5, 19.0
WIDE_M, FLOOR_M, EAVES_M, TOP_M = 1.53, 1.25, 3.85, 4.55
WINDOWS = 10


def build(variant: str, level: int) -> MeshData:
    """A loco or a coach on the rails, nose to +x; 250, 150 and 50 triangles at most."""
    if variant == "loco":
        return _loco(level)
    half = COACH_M / 2.0 - 0.35
    made = [_shell(half, half, TURQUOISE), _bands(half, level)]
    if level < 2:
        made += [running_gear((-8.5, 8.5), level, DARK), _ends(half)]
    if level == 0:
        made.append(_doors(half))
    return merge(made)


def _shell(half_low_m: float, half_high_m: float, paint: Paint) -> MeshData:
    """Flanks, ends and a vaulted roof of three faces a side."""
    section = np.array([(-WIDE_M, FLOOR_M - 0.25), (-WIDE_M, EAVES_M), (-1.05, TOP_M - 0.15),
                        (0.0, TOP_M), (1.05, TOP_M - 0.15), (WIDE_M, EAVES_M),
                        (WIDE_M, FLOOR_M - 0.25)])  # fmt: skip
    lower = section[:, 1] < 2.0
    reach = np.where(lower, half_low_m, half_high_m)
    front = np.column_stack([reach, section])
    back = np.column_stack([-reach, section])
    skin = np.stack([front[:-1], back[:-1], back[1:], front[1:]], axis=1)[:, ::-1]
    nose = np.array([[front[6], front[5], front[1], front[0]][::-1],
                     [front[5], front[4], front[2], front[1]][::-1]])  # fmt: skip
    tail = nose[:, ::-1] * [-1.0, 1.0, 1.0]
    walls = np.concatenate([skin[[0, 5]], nose, tail])
    return merge(
        [quadrilaterals(_outward(walls), paint), quadrilaterals(_outward(skin[1:5]), ROOF)]
    )


def _outward(quads: F64) -> F64:
    """Faces turned away from the axis of the train."""
    normal = np.cross(quads[:, 2] - quads[:, 0], quads[:, 3] - quads[:, 1])
    middle = quads.mean(axis=1) - [0.0, 0.0, 2.4]
    inward = (normal * middle).sum(axis=1) < 0.0
    turned = quads.copy()
    turned[inward] = quads[inward][:, ::-1]
    return turned


def _strip(x0: float, x1: float, low_m: float, high_m: float, out_m: float) -> F64:
    """(2, 4, 3) panels on both flanks."""
    corners = [(x0, low_m), (x1, low_m), (x1, high_m), (x0, high_m)]
    return np.array([[(x, s * (WIDE_M + out_m), z) for x, z in corners] for s in (-1.0, 1.0)])


def _panels(rows: list[F64], paint: Paint) -> MeshData:
    return quadrilaterals(_outward(np.concatenate(rows)), paint)


def _bands(half: float, level: int) -> MeshData:
    """Blue below, a yellow line, and the windows: single ones near the eye."""
    made = [_panels([_strip(-half, half, FLOOR_M - 0.25, 1.95, 0.012)], BLUE),
            _panels([_strip(-half, half, 1.95, 2.07, 0.014)], YELLOW)]  # fmt: skip
    if level == 2:
        return merge([*made, _panels([_strip(-half + 2, half - 2, 2.35, 3.2, 0.012)], GLASS)])
    at = (np.arange(WINDOWS) - (WINDOWS - 1) / 2.0) * 1.95
    panes = [_strip(x - 0.62, x + 0.62, 2.3, 3.2, 0.015) for x in at.tolist()]
    return merge([*made, _panels(panes, GLASS)])


def _doors(half: float) -> MeshData:
    at = (-half + 1.0, half - 1.0)
    return merge([
        _panels([_strip(x - 0.45, x + 0.45, FLOOR_M, 3.3, 0.02) for x in at], WHITE),
        _panels([_strip(x - 0.25, x + 0.25, 2.4, 3.1, 0.025) for x in at], GLASS),
    ])  # fmt: skip


def _ends(half: float) -> MeshData:
    """The dark bellows between coaches, and boxes under the floor."""
    bellows = [(s * (half + 0.17) - 0.18, -0.65, 1.2, s * (half + 0.17) + 0.18, 0.65, 3.7)
               for s in (-1, 1)]  # fmt: skip
    return blocks([*bellows, (-4.5, -1.3, 0.75, 4.5, 1.3, 1.05)], DARK, floor=True)


def _loco(level: int) -> MeshData:
    half = LOCO_M / 2.0 - 0.4
    made = [_shell(half, half - 0.9, TURQUOISE),
            _panels([_strip(-half, half, FLOOR_M - 0.25, 1.75, 0.012)], BLUE),
            _panels([_strip(-half + 0.5, half - 0.5, 1.75, 1.9, 0.014)], YELLOW),
            _panels([_strip(s * (half - 2.0) - 0.5, s * (half - 2.0) + 0.5, 2.35, 3.25, 0.015)
                     for s in (-1, 1)], GLASS)]  # fmt: skip
    made.append(_windscreens(half))
    if level < 2:
        made += [running_gear((-5.6, 5.6), level, DARK), _pantograph()]
    if level == 0:
        louvres = [_strip(x - 0.55, x + 0.55, 2.3, 3.1, 0.015) for x in (-3.6, -1.8, 0.0, 1.8, 3.6)]
        made.append(_panels(louvres, DARK))
    return merge(made)


def _windscreens(half: float) -> MeshData:
    """Leaning panes and the lamps below them, at both ends."""
    panes, lamps = [], []
    for s in (-1.0, 1.0):
        low, high = s * (half - 0.2) + s * 0.05, s * (half - 0.87) + s * 0.05
        panes.append([(low, -1.3, 2.4), (low, 1.3, 2.4), (high, 1.3, 3.6), (high, -1.3, 3.6)])
        for y in (-1.1, 1.1):
            x = s * (half + 0.012)
            lamps.append(
                [(x, y - 0.2, 1.5), (x, y + 0.2, 1.5), (x, y + 0.2, 1.75), (x, y - 0.2, 1.75)]
            )
    return merge([_panels([np.array(panes)], GLASS), _panels([np.array(lamps)], LIGHT)])


def _pantograph() -> MeshData:
    """Raised at the rear to the wire."""
    knee, top = (-3.0, 5.4), (-4.2, 6.33)
    starts = [(-4.4, -0.5, 4.6), (-4.4, 0.5, 4.6), (knee[0], -0.4, knee[1]),
              (knee[0], 0.4, knee[1]), (top[0], -0.9, top[1])]  # fmt: skip
    ends = [(knee[0], -0.4, knee[1]), (knee[0], 0.4, knee[1]), (top[0], -0.5, top[1]),
            (top[0], 0.5, top[1]), (top[0], 0.9, top[1])]  # fmt: skip
    gear = [(2.0, -0.9, TOP_M - 0.1, 5.5, 0.9, TOP_M + 0.25)]
    return merge([struts(starts, ends, 0.06, DARK, caps=False), blocks(gear, DARK)])
