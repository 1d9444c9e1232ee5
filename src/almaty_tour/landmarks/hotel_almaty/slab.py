"""The bent slab of Hotel Almaty: bands of pale blue loggias between two blind end walls.

Places along the front are arc metres from its middle; depths count back from the front.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.mesh.data import MeshData, merge, transformed

RADIUS_M, APEX_Y_M = 170.0, -15.3
HALF_M, DEPTH_M = 51.5, 17.0
BAYS, FLOORS = 28, 7
BAY_M = 2 * (HALF_M - 1.9) / BAYS
FIRST_M, STOREY_M = 4.7, 3.2
INNER_M = HALF_M - 1.9
EAVES_M = FIRST_M + FLOORS * STOREY_M
RECESS_M = 1.5

WHITE = Paint("plaster", "#F1EEE6")
BLUE = Paint("painted_metal", "#86BCE0")
BLUE_DARK = Paint("painted_metal", "#5E9CCB")
BACK = Paint("plaster", "#D9D6CE")
DARK = Paint("window")
FRAME = Paint("painted_metal", "#F4F2EC")
ROOF = Paint("roof_flat", "#9D978E")
GRANITE = Paint("granite", "#86837F")
SIGN = Paint("lettering", "#F4F0E4")


def bow(flat: MeshData, x_m: float = 0.0) -> MeshData:
    """A short flat piece about x = 0, set on the front at arc metres `x_m`."""
    spot = on_bow(x_m, 0.0)[0]
    return transformed(
        flat, transform.matrix(spot[0], spot[1], turn_deg=float(np.degrees(x_m / RADIUS_M)))
    )


def bows(
    flat: MeshData, at_m: npt.ArrayLike, z_m: npt.ArrayLike = 0.0, back_m: float = 0.0
) -> MeshData:
    """Copies of a short flat piece at many arc metres, `back_m` behind the front."""
    x_m = np.asarray(at_m, np.float64)
    places = np.column_stack([on_bow(x_m, -back_m), np.broadcast_to(z_m, len(x_m))])
    return transform.at(flat, places, turn_deg=np.degrees(x_m / RADIUS_M))


def band(
    low: tuple[float, float],
    high: tuple[float, float],
    paint: Paint,
    ends_m: tuple[float, float] | None = None,
) -> MeshData:
    """A bar along the bow between two corners (y, z) of its section; y < 0 is before the front."""
    start, end = ends_m or (-INNER_M, INNER_M)
    steps = max(1, round((end - start) / (2.0 * BAY_M)))
    path = on_bow(np.linspace(start, end, steps + 1), 0.0)
    section = profile.line((-high[0], low[1]), (-low[0], low[1]), (-low[0], high[1]),
                           (-high[0], high[1]))  # fmt: skip
    return extrude.sweep(section, path, paint, closed=False, crease_deg=20.0)


def on_bow(x: F64 | float, out_m: float) -> F64:
    """(k, 2) plan points at arc metres x, `out_m` before the front."""
    angle = np.atleast_1d(np.asarray(x, np.float64)) / RADIUS_M
    reach = RADIUS_M + out_m
    return np.stack([reach * np.sin(angle), RADIUS_M + APEX_Y_M - reach * np.cos(angle)], axis=1)


def slab() -> MeshData:
    """Loggias, slabs, end walls, rear and roof."""
    return merge([_loggias(), _shell(), _rear(), _roof()])


def _grid(x: npt.ArrayLike, z: npt.ArrayLike) -> tuple[F64, F64]:
    """Every pair of an arc place and a height."""
    across, up = np.meshgrid(np.asarray(x, float), np.asarray(z, float), indexing="ij")
    return across.ravel(), up.ravel()


def _loggias() -> MeshData:
    """One cell of a storey, repeated over all bays and floors."""
    half = BAY_M / 2
    d = RECESS_M
    cell = merge(
        [
            struts([(-half + 0.06, -0.06, 0.6)], [(half - 0.06, -0.06, 0.6)], 0.12, BLUE,
                   depth_m=1.0),
            quadrilaterals(
                [[(-half + 0.5, -0.135, 0.36), (half - 0.5, -0.135, 0.36),
                  (half - 0.5, -0.135, 0.84), (-half + 0.5, -0.135, 0.84)]], BLUE_DARK),
            block((half - 0.08, 0.0, 0.06), (half + 0.08, d, STOREY_M - 0.2), WHITE),
            quadrilaterals(
                [[(-half + 0.45, d - 0.1, 0.95), (-0.1, d - 0.1, 0.95), (-0.1, d - 0.1, 2.45),
                  (-half + 0.45, d - 0.1, 2.45)],
                 [(0.0, d - 0.1, 0.2), (half - 0.45, d - 0.1, 0.2), (half - 0.45, d - 0.1, 2.45),
                  (0.0, d - 0.1, 2.45)]], DARK),
            quadrilaterals(
                [[(-half + 0.3, d - 0.05, 0.1), (half - 0.3, d - 0.05, 0.1),
                  (half - 0.3, d - 0.05, 2.6), (-half + 0.3, d - 0.05, 2.6)]], FRAME),
        ]
    )  # fmt: skip
    x = (np.arange(BAYS) - BAYS / 2 + 0.5) * BAY_M
    z = FIRST_M + STOREY_M * np.arange(FLOORS)
    return bows(cell, *_grid(x, z))


def _shell() -> MeshData:
    """Floor slabs, hand rails, wall behind the loggias, head beam and the massive end walls."""
    floors = FIRST_M + STOREY_M * np.arange(FLOORS)
    slabs = [band((-0.24, z - 0.2), (RECESS_M + 0.1, z + 0.08), WHITE) for z in floors]
    rails = [band((-0.2, z + 1.1), (0.06, z + 1.2), WHITE) for z in floors]
    wall = [band((RECESS_M, z), (RECESS_M + 0.3, z + STOREY_M), BACK) for z in floors]
    beam = band((-0.3, EAVES_M - 0.35), (RECESS_M + 0.4, EAVES_M + 0.9), WHITE)
    end = diced(block((-0.95, -0.9, -1.5), (0.95, DEPTH_M + 0.5, EAVES_M + 1.3), WHITE), 5.0)
    ends = bows(end, np.array([-HALF_M + 0.95, HALF_M - 0.95]))
    return merge([*slabs, *rails, *wall, beam, ends])


def _rear() -> MeshData:
    """The north side: plain wall with a window a bay, two stair towers of glass."""
    levels = FIRST_M + STOREY_M * np.arange(-1, FLOORS + 1)
    levels[0], levels[-1] = -1.5, EAVES_M + 0.9
    walls = [band((DEPTH_M - 0.4, low), (DEPTH_M, high), WHITE)
             for low, high in pairwise(levels)]  # fmt: skip
    pane = merge(
        [
            block((-0.85, 0.0, 0.95), (0.85, 0.05, 2.5), FRAME),
            quadrilaterals(
                [[(a, 0.07, 1.05), (a - 0.68, 0.07, 1.05), (a - 0.68, 0.07, 2.4), (a, 0.07, 2.4)]
                 for a in (0.72, -0.04)], DARK),
        ]
    )  # fmt: skip
    x = (np.arange(BAYS // 2) - BAYS / 4 + 0.5) * 2 * BAY_M
    x, z = _grid(x, FIRST_M + STOREY_M * np.arange(FLOORS))
    panes = bows(pane, x, z, DEPTH_M)
    tower = merge(
        [
            diced(
                block((-2.6, DEPTH_M - 0.2, -1.5), (2.6, DEPTH_M + 1.8, EAVES_M + 2.4), WHITE), 8
            ),
            block((-1.6, DEPTH_M + 1.7, 1.5), (1.6, DEPTH_M + 1.86, EAVES_M), DARK),
        ]
    )
    return merge([*walls, panes, bows(tower, np.array([-26.0, 26.0]))])


def _roof() -> MeshData:
    """Flat roof behind the beam, plant rooms, vents, and the name on a rack."""
    top = EAVES_M + 0.35
    deck = band((1.5, EAVES_M - 0.3), (DEPTH_M - 0.2, top), ROOF)
    room = block((-4.0, 7.0, top - 0.1), (4.0, 12.5, top + 2.2), WHITE)
    vent = extrude.box(1.0, 1.0, 0.9, Paint("steel"), centre=(0.0, 10.0), bottom_m=top - 0.05)
    spots = np.array([x for x in np.arange(-44.0, 46.0, 8.0) if abs(x % 17) > 3])
    x = np.linspace(-13.0, 13.0, 8)
    foot = np.column_stack([x, np.full(8, 2.2), np.full(8, top - 0.1)])
    steel = Paint("steel")
    rack = merge(
        [
            struts(foot, foot + np.array([0.0, 0.0, 1.4]), 0.12, steel),
            struts(foot + np.array([0.0, 2.2, 0.0]), foot + np.array([0.0, 0.0, 1.2]), 0.1, steel),
            block((-13.4, 2.1, top + 1.2), (13.4, 2.3, top + 1.32), steel),
        ]
    )
    word = lettering("АЛМАТЫ", 2.2, SIGN, out_m=0.3, bold_m=0.1, spacing_m=1.6)
    name = transform.move(word, 0.0, 2.2, top + 1.32)
    rooms = bows(room, np.array([-26.0, 8.0, 34.0]))
    return merge([deck, rooms, bows(vent, spots), bow(merge([rack, name]))])


def outline(out_m: float, back_m: float, half_m: float = HALF_M, steps: int = 16) -> F64:
    """The bent plan from `out_m` before the front to `back_m` behind it, counter-clockwise."""
    x = np.linspace(-half_m, half_m, steps + 1)
    return profile.joined(on_bow(x, out_m), on_bow(x[::-1], -back_m))
