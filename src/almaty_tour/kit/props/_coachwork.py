"""Car bodies: sections along the car, skinned; pillars, lamps, plates, wheels laid on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
GLASS = Paint("car_glass")
RUBBER = Paint("rubber", "#1B1B1C")
RIM = Paint("painted_metal", "#9A9DA0")
TRIM = Paint("rubber", "#26282A")
PLATE = Paint("rubber", "#DADBD6")
LIGHT, TAIL = Paint("lamp_glass", "#D8DCE0"), Paint("lamp_glass", "#A01812")
SHADE = Paint("car_shade", "#161617")
OUT_M = 0.012
LOW_M, DARK = 0.55, 0.45


@dataclass(frozen=True)
class Body:
    """A car, nose to +x, metres.

    Attributes:
        stations: (n, 6) from nose to tail: x, half width, sill, belt, top, half width at the top.
        glass: first and last station of the windscreen and of the rear window; side windows
            lie between.
        pillars_m: where side windows part. axles_m, wheel_m: of the wheels.
        crown_m: how far the roof rises to its middle. roof: paint above the windows, the
            same as below where it is None. nose_m: how far the ends lie back at the belt.
    """

    stations: tuple[tuple[float, ...], ...]
    glass: tuple[int, int, int, int]
    pillars_m: tuple[float, ...]
    axles_m: tuple[float, ...]
    wheel_m: float
    crown_m: float
    paint: Paint
    trim: Paint = TRIM
    roof: Paint | None = None
    nose_m: float = 0.1

    @property
    def table(self) -> F64:
        """The stations as an array."""
        return np.array(self.stations)

    @property
    def half_m(self) -> float:
        """Half the widest width."""
        return float(self.table[:, 1].max())


def skinned(body: Body, *, fine: bool) -> MeshData:
    """The body with its windows; 250 triangles at most, 160 when not fine."""
    table = body.table
    rings = np.array([_ring(row, body.crown_m, fine) for row in table])
    count, around = rings.shape[:2]
    points = rings.reshape(-1, 3)
    row, place = (axis.ravel() for axis in np.mgrid[: count - 1, : around - 1])
    a = row * around + place
    quads = np.stack([a, a + 1, a + around + 1, a + around], axis=1)
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    low = np.minimum(place, around - 2 - place)
    glazed = np.tile(_glazed(body.glass, row, low, fine=fine), 2)
    caps = [(0, k + 1, k) for k in range(1, around - 1)]
    last = (count - 1) * around
    caps += [(last, last + k, last + k + 1) for k in range(1, around - 1)]
    over = np.tile(low > (3 if fine else 2), 2) & (body.roof is not None)
    low_faces = np.concatenate([faces[~glazed & ~over], caps])
    made = [dimmed(solid(points, low_faces, body.paint, crease_deg=38.0))]
    made.append(solid(points, faces[glazed], GLASS, crease_deg=30.0))
    if body.roof is not None:
        made.append(solid(points, faces[~glazed & over], body.roof, crease_deg=38.0))
    return merge(made)


def _ring(row: F64, crown_m: float, fine: bool) -> F64:
    """Half an outline from the right sill over the roof to the left sill."""
    x, half, sill, belt, top, above = row.tolist()
    bulge = sill + 0.62 * (belt - sill)
    low = [(half * 0.95, sill), (half, bulge), (half * 0.97, belt), (above, top)]
    if fine:
        low.insert(1, (half * 0.99, sill + 0.25 * (belt - sill)))
        low.append((above * 0.62, top + 0.75 * crown_m))
    right = [(x, -y, z) for y, z in low]
    left = [(x, y, z) for y, z in reversed(low)]
    return np.array([*right, (x, 0.0, top + crown_m), *left])


def _glazed(
    glass: Sequence[int], row: npt.NDArray[np.intp], low: npt.NDArray[np.intp], *, fine: bool
) -> npt.NDArray[np.bool_]:
    """Which cells of the skin are windows; `low` counts bands from the sill."""
    side = 3 if fine else 2
    ahead, behind = (row >= glass[0]) & (row < glass[1]), (row >= glass[2]) & (row < glass[3])
    between = (row >= glass[0]) & (row < glass[3])
    return np.asarray(((low == side) & between) | ((low > side) & (ahead | behind)))


def dimmed(made: MeshData) -> MeshData:
    """Darker and less open towards the road."""
    share = np.clip(made.positions[:, 2] / LOW_M, 0.0, 1.0)
    tint = made.tint.astype(np.float32)
    tint[:, :3] *= (DARK + (1.0 - DARK) * share)[:, None]
    tint[:, 3] *= 0.45 + 0.55 * share
    return replace(made, tint=tint.astype(np.uint8))


def pillars(body: Body) -> MeshData:
    """Strips between the side windows, and along the edges of the two screens."""
    table = body.table
    first, top, rear, last = body.glass
    strips = [_strip(body, x, x, 0.09) for x in body.pillars_m]
    strips.append(_strip(body, table[first, 0], table[top, 0], 0.1))
    strips.append(_strip(body, table[last, 0], table[rear, 0], 0.12))
    right = np.array(strips)
    return quadrilaterals(np.concatenate([right, (right * [1, -1, 1])[:, ::-1]]), body.paint)


def _strip(body: Body, low_x: float, high_x: float, wide_m: float) -> F64:
    """A strip of the right side from the belt to the edge of the roof."""
    table = body.table[::-1]
    at = [np.interp(x, table[:, 0], table[:, k]) for x, k in
          ((low_x, 1), (low_x, 3), (high_x, 5), (high_x, 4))]  # fmt: skip
    y0, z0, y1, z1 = at[0] * 0.97 + OUT_M, at[1], at[2] + OUT_M, at[3] + 0.5 * OUT_M
    w = wide_m / 2.0
    return np.array(
        [(low_x - w, -y0, z0), (low_x + w, -y0, z0), (high_x + w, -y1, z1), (high_x - w, -y1, z1)]
    )


def face(x_m: float, y0: float, y1: float, z0: float, z1: float, paint: Paint) -> MeshData:
    """An upright panel that looks ahead where `x_m` is over 0, else back."""
    corners = [(y0, z0), (y1, z0), (y1, z1), (y0, z1)]
    quad = np.array([[(x_m, y, z) for y, z in corners]])
    return quadrilaterals(quad if x_m > 0.0 else quad[:, ::-1], paint)


def fittings(body: Body, *, fine: bool) -> MeshData:
    """Lamps, grille, bumpers and plates at both ends."""
    table = body.table
    made = []
    for row, sign, lamp in ((table[0], 1.0, LIGHT), (table[-1], -1.0, TAIL)):
        x, half, sill, belt = row[:4].tolist()
        x += sign * OUT_M
        high, low = belt - 0.02, belt - (0.15 if sign > 0.0 else 0.2)
        inner = half * (0.55 if sign > 0.0 else 0.6)
        for side in (-1.0, 1.0):
            y0, y1 = sorted((side * inner, side * half * 0.97))
            made.append(face(x, y0, y1, low, high, lamp))
        if sign > 0.0:
            made.append(face(x, -half * 0.5, half * 0.5, low - 0.02, high, TRIM))
        if fine:
            made.append(face(x + sign * OUT_M, -0.26, 0.26, low - 0.2, low - 0.08, PLATE))
            made.append(face(x, -half * 0.96, half * 0.96, sill + 0.02, sill + 0.1, body.trim))
    return merge(made)


def mirrors(body: Body) -> MeshData:
    """A mirror beside each end of the windscreen."""
    row = body.table[body.glass[0]]
    x, y, z = row[0] - 0.25, row[1] * 0.97, row[3] + 0.02
    corners = [(x - 0.07, 0.0), (x + 0.07, 0.0), (x + 0.07, 0.2), (x - 0.07, 0.2)]
    base = np.array([[(px, y + py, pz) for px, py in corners] for pz in (z, z + 0.14)])
    return hexahedra(np.stack([base.reshape(8, 3), mirrored(base)]), body.paint)


def mirrored(base: F64) -> F64:
    """The same block on the other side."""
    return np.asarray((base * [1, -1, 1])[:, ::-1].reshape(8, 3))


def wheels(body: Body, corners: int, *, fine: bool) -> MeshData:
    """Dark arches with wheels in them, which stand on the road."""
    made = []
    side = body.half_m * 0.985
    for x in body.axles_m:
        for sign in (-1.0, 1.0):
            arch = disc(x, sign * (side + 0.012), body.wheel_m * 1.17, body.wheel_m, corners)
            made.append(fan(arch, sign, SHADE))
            tyre = disc(x, sign * (side + 0.026), body.wheel_m, body.wheel_m, corners)
            made.append(fan(tyre, sign, RUBBER))
            if fine:
                rim = disc(x, sign * (side + 0.036), body.wheel_m * 0.6, body.wheel_m, corners)
                made += [fan(rim, sign, RIM), tread(tyre, sign)]
    return merge(made)


def disc(x_m: float, y_m: float, radius_m: float, up_m: float, corners: int) -> F64:
    angle = (np.arange(corners) + 0.5) * 2.0 * np.pi / corners - np.pi / 2.0
    z = np.maximum(up_m + radius_m * np.sin(angle) / np.cos(np.pi / corners), 0.0)
    return np.stack([x_m + radius_m * np.cos(angle), np.full(corners, y_m), z], axis=1)


def fan(ring: F64, sign: float, paint: Paint) -> MeshData:
    faces = np.array([(0, k, k + 1) for k in range(1, len(ring) - 1)])
    return solid(ring, faces if sign < 0.0 else faces[:, ::-1], paint)


def tread(ring: F64, sign: float) -> MeshData:
    """The running surface, inwards from the outer edge."""
    inner = ring - [0.0, sign * 0.22, 0.0]
    after, behind = np.roll(ring, -1, axis=0), np.roll(inner, -1, axis=0)
    quads = np.stack([ring, inner, behind, after], axis=1)
    return quadrilaterals(quads if sign < 0.0 else quads[:, ::-1], RUBBER)


def beneath(body: Body) -> MeshData:
    """The dark under a car: its floor, and the shade on the road."""
    table = body.table
    x0, x1, y = table[-1, 0] + 0.12, table[0, 0] - 0.12, body.half_m * 0.9
    floor = float(table[:, 2].min())
    road = [(x0, -y, 0.035), (x1, -y, 0.035), (x1, y, 0.035), (x0, y, 0.035)]
    side = [(x0, -y, 0.05), (x1, -y, 0.05), (x1, -y, floor + 0.03), (x0, -y, floor + 0.03)]
    a, w = x1 - 0.4, 0.85 * y
    ends = [(a, -w, 0.05), (a, w, 0.05), (a, w, floor + 0.2), (a, -w, floor + 0.2)]
    quads = np.array([road, side, (np.array(side) * [1, -1, 1])[::-1], ends,
                      (np.array(ends) - [x1 - x0 - 0.8, 0, 0])[::-1]])  # fmt: skip
    return quadrilaterals(quads, SHADE)


def far(body: Body) -> MeshData:
    """A silhouette with windows; 24 triangles at most."""
    table = body.table
    first, top, rear, last = (table[k] for k in body.glass)
    half, roof = body.half_m, float(top[5])
    line = [(table[-1, 0], 0.12, half), (table[0, 0], 0.12, half), (table[0, 0], table[0, 3], half),
            (first[0], first[3], half), (top[0], top[4] + body.crown_m, roof),
            (rear[0], rear[4] + body.crown_m, roof), (last[0], last[3], half),
            (table[-1, 0], table[-1, 3], half)]  # fmt: skip
    right = np.array([(x, -y, z) for x, z, y in line])
    left = right * [1, -1, 1]

    def across(k: int, paint: Paint) -> MeshData:
        quad = np.stack([right[k], right[k + 1], left[k + 1], left[k]])
        return quadrilaterals(quad[None, ::-1], paint)

    low, high = right[[0, 1, 2, 7]], right[[7, 2, 3, 6]]
    pane = right[[6, 3, 4, 5]]
    sides = np.array([low, high, (low * [1, -1, 1])[::-1], (high * [1, -1, 1])[::-1]])
    panes = np.array([pane, (pane * [1, -1, 1])[::-1]])
    bands = [across(k, body.paint) for k in (1, 2, 6)] + [across(4, body.roof or body.paint)]
    screens = [across(k, GLASS) for k in (3, 5)]
    shell = merge([*bands, quadrilaterals(sides, body.paint)])
    return merge([dimmed(shell), *screens, quadrilaterals(panes, GLASS)])
