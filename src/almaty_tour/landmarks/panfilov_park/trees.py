"""Trees, lamps, benches and flower bushes of Panfilov Park."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from almaty_tour.kit import placing
from almaty_tour.landmarks.panfilov_park import gate, plan
from almaty_tour.landmarks.panfilov_park import ground as flat
from almaty_tour.mesh.data import InstanceTable

F64 = npt.NDArray[np.float64]

SPACING_M = 11.5
SHARES = (("elm", 0.3, 1.15), ("oak", 0.56, 1.15), ("birch", 0.72, 1.0), ("spruce", 0.95, 0.95),
          ("apple", 1.0, 1.0))  # fmt: skip
ROW_Y = (-9.6, 9.6)
OPEN = (-266.0, -46.0, -222.0, -20.0)  # the memorial is seen from here
RUNS = ((-200.0, -166.0), (-123.0, -62.0), (64.0, 120.0), (160.0, 258.0))


def props() -> tuple[InstanceTable, ...]:
    """Everything that is placed many times."""
    return (*_groves(), *_rows(), *_lamps(), *_benches(), *_flowers())


def _groves() -> list[InstanceTable]:
    """Mixed old trees all over the lawns, clear of the avenues and of the views along them."""
    x0, y0, x1, y1 = plan.EDGE
    spots = placing.scattered((x0, y0), (x1, y1), SPACING_M, "panfilov_park/grove")
    grass = unary_union([lawn.buffer(-2.6) for lawn in plan.lawns()])
    kept = shapely.contains_xy(grass, spots[:, 0], spots[:, 1])
    kept &= np.abs(spots[:, 1] - plan.AXIS_Y) > 15.5
    kept &= ~_within(spots, unary_union([plan.members().buffer(7.0), box(*OPEN)]))
    spots = spots[kept]
    draw = placing.fraction(placing.hashed("panfilov_park/kind", len(spots)), 1)
    tables, low = [], 0.0
    for kind, high, size in SHARES:
        mine = spots[(draw >= low) & (draw < high)]
        tables.append(_table(f"tree.{kind}", mine, f"grove {kind}", flat.LAWN_M, size, vary=0.22))
        low = high
    return tables


def _rows() -> list[InstanceTable]:
    """Oaks in two straight rows along the main avenue, elms along the alley from Dostyk."""
    oaks = [
        (x, plan.AXIS_Y + y) for a, b in RUNS for x in np.arange(a, b + 0.1, 11.0) for y in ROW_Y
    ]
    elms = [(plan.DOSTYK_X + s * 9.2, y) for y in np.arange(28.0, 132.0, 11.0) for s in (-1, 1)]
    birches = [
        (plan.PUSHKIN_X + s * 7.2, y)
        for y in (*np.arange(-165.0, -56.0, 10.0), *np.arange(62.0, 170.0, 10.0))
        for s in (-1, 1)
    ]
    spruces = [(plan.DOSTYK_X + s * (19.0 + k), 140.0 + 4.5 * k) for k in range(3) for s in (-1, 1)]
    return [
        _table("tree.oak", _on_grass(oaks), "row oak", flat.LAWN_M, 1.12, vary=0.12),
        _table("tree.elm", _on_grass(elms), "row elm", flat.LAWN_M, 1.1, vary=0.12),
        _table("tree.birch", _on_grass(birches), "row birch", flat.LAWN_M, 1.0, vary=0.15),
        _table("tree.spruce", _on_grass(spruces), "row spruce", flat.LAWN_M, 0.8, vary=0.12),
    ]


def _lamps() -> list[InstanceTable]:
    """Globes along the avenues and walks, clusters in the round squares."""
    y, x = plan.AXIS_Y, plan.DOSTYK_X
    globes = [
        (v + 5.5, y + s * 6.0) for a, b in RUNS for v in np.arange(a, b, 22.0) for s in (-1, 1)
    ]
    globes += [(x + s * 6.1, v) for v in np.arange(33.5, 132.0, 22.0) for s in (-1, 1)]
    globes += [(plan.PUSHKIN_X + s * 4.7, v) for v in (-150.0, -126.0, -72.0, 68.0, 120.0, 146.0)
               for s in (-1, 1)]  # fmt: skip
    globes += [(plan.WEST_X + 2.9, v) for v in (-140.0, -115.0, -65.0, -40.0, 40.0, 65.0, 120.0)]
    globes += [(v, w) for v in np.arange(-240.0, 250.0, 30.0) for w in (-87.1, 97.9)]
    globes += [(v, w) for v in np.arange(-245.0, 250.0, 35.0) for w in (-163.2, 169.2)]
    clusters = [
        (cx + 13.2 * np.cos(a), cy + 13.2 * np.sin(a))
        for cx, cy, _ in plan.ROUNDS
        for a in np.radians([45.0, 135.0, 225.0, 315.0])
    ]
    return [
        _table("lamp.globe", _on_grass(globes, 0.3), "globe", flat.LAWN_M, 1.0, yaw_deg=0.0),
        _table("lamp.cluster", np.array(clusters), "cluster", flat.AVENUE_M, 1.0, yaw_deg=0.0),
    ]


def _benches() -> list[InstanceTable]:
    """Benches on the edge of the paving, looking across it."""
    rows: list[tuple[float, float, float]] = []
    for a, b in RUNS:
        rows += [(v + 11.0, plan.AXIS_Y + s * 4.3, 0.0 if s > 0 else 180.0)
                 for v in np.arange(a, b - 8.0, 11.0) for s in (-1, 1)]  # fmt: skip
    rows += [(plan.DOSTYK_X + s * 4.8, v, -90.0 if s > 0 else 90.0)
             for v in np.arange(38.0, 130.0, 15.0) for s in (-1, 1)]  # fmt: skip
    rows += [(v, w, 0.0) for v in np.arange(-232.0, 240.0, 30.0) for w in (-88.4, 96.6)]
    rows += [(v, -167.6, 180.0) for v in np.arange(-228.0, 240.0, 35.0)]
    for cx, cy, _ in plan.ROUNDS[:2]:
        rows += [(cx + 14.8 * np.cos(a), cy + 14.8 * np.sin(a), float(np.degrees(a)) - 90.0)
                 for a in np.radians([60.0, 120.0, 240.0, 300.0])]  # fmt: skip
    spots = np.array(rows)
    paved = unary_union([plan.avenues(), plan.paths()]).buffer(-0.3)
    kept = shapely.contains_xy(paved, spots[:, 0], spots[:, 1])
    spots = spots[kept]
    return [
        _table("bench.park", spots[:, :2], "bench", flat.AVENUE_M, 1.0, yaw_deg=spots[:, 2] + 0.0)
    ]


def _flowers() -> list[InstanceTable]:
    """Round bushes round the general, at the gates and along the alley from Dostyk."""
    x, y = gate.BUST
    ring = np.radians(np.arange(0.0, 360.0, 24.0))
    beds = [(x + 4.2 * np.cos(a), y + 4.2 * np.sin(a)) for a in ring]
    hedge = [(plan.DOSTYK_X + s * 6.6, v) for v in np.arange(26.0, 132.0, 2.0) for s in (-1, 1)]
    hedge = [
        spot for spot in hedge if min(abs(spot[1] - v) for v in np.arange(33.5, 132, 22)) > 1.6
    ]
    return [
        _table("bush.flowers", np.array(beds), "bust", flat.AVENUE_M, 0.8),
        _table("bush.hedge", _on_grass(hedge, 0.7), "hedge", flat.LAWN_M, 0.95, yaw_deg=90.0),
    ]


def _within(spots: F64, shape: BaseGeometry) -> npt.NDArray[np.bool_]:
    return np.asarray(shapely.contains_xy(shape, spots[:, 0], spots[:, 1]))


def _on_grass(spots: npt.ArrayLike, margin_m: float = 1.0) -> F64:
    """The spots that lie on a lawn, off its kerb."""
    points = np.asarray(spots, np.float64).reshape(-1, 2)
    grass = unary_union([lawn.buffer(-margin_m) for lawn in plan.lawns()])
    return points[_within(points, grass)]


def _table(
    kind: str,
    spots: F64,
    name: str,
    z_m: float,
    size: float,
    *,
    vary: float = 0.0,
    yaw_deg: npt.ArrayLike | None = None,
) -> InstanceTable:
    places = np.column_stack([spots, np.full(len(spots), z_m)])
    return placing.instances(
        kind, places, f"panfilov_park/{name}", yaw_deg=yaw_deg, scale=size, vary=vary
    )
