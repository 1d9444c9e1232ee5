"""Masts of the ropeway: a white tube, a wide T head, roller trains; ropes and bull wheels."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks._shared import ropeway_plan as plan
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

TUBE = Paint("painted_metal", "#D4D8DA")
HEAD = Paint("painted_metal", "#AEB4B9")
DARK = Paint("painted_metal", "#2B2F33")
ROPE = Paint("steel", "#4A4D50")
CONCRETE = Paint("concrete", "#B8B3AA")
RUBBER = Paint("painted_metal", "#1C1E20")

ROLLER_M = 0.24
ROPE_M = 0.075
"""Drawn a little thicker than it is, so that it is seen."""
ARM_M = plan.HALF_GAUGE_M + 0.45
FOOT_M = 1.5


def masts(spec: LandmarkSpec, first: int = 0, last: int = len(plan.MASTS)) -> MeshData:
    """The masts from `first` to before `last`, each from under its ground to over its rope."""
    line = plan.rope(spec, 3.0)
    feet = plan.feet_m(spec)
    return merge(
        [
            transform.move(
                _mast(rope_m, _slopes(line, s), FOOT_M if foot == 0.0 else 2 * FOOT_M),
                y=s,
                z=float(foot),
            )
            for (s, rope_m), foot in list(zip(plan.MASTS, feet, strict=True))[first:last]
        ]
    )


def _slopes(line: F64, s: float) -> tuple[float, float]:
    """Rise of the rope by the metre just before and just after a mast."""
    at = int(np.abs(line[:, 0] - s).argmin())
    before, after = line[at] - line[at - 1], line[at + 1] - line[at]
    return float(before[1] / before[0]), float(after[1] / after[0])


def _mast(rope_m: float, slopes: tuple[float, float], depth_m: float) -> MeshData:
    """One mast on z = 0 that holds both ropes at `rope_m`, its block `depth_m` in the ground."""
    head_m = rope_m - 1.15
    wide = 0.42 + 0.012 * rope_m
    section = profile.line((wide + 0.12, 0.3), (wide, 0.9), (0.42, head_m), (0.42, head_m + 0.2))
    base = extrude.prism(profile.chamfered(3.0, 3.0, 0.5), -depth_m, 0.45, CONCRETE)
    flange = lathe.cylinder(wide + 0.3, 0.12, HEAD, bottom_m=0.45, sides=12)
    shaft = lathe.lathe(section, TUBE, sides=14)
    rings = [
        lathe.cylinder(0.5 + 0.01 * rope_m, 0.14, HEAD, bottom_m=z, sides=12)
        for z in np.arange(8.0, head_m - 2.0, 9.0)
    ]
    ladder = _ladder(head_m, wide)
    sides = [_train(sign * plan.HALF_GAUGE_M, rope_m, slopes) for sign in (-1.0, 1.0)]
    return merge([base, flange, shaft, *rings, ladder, _head(head_m), *sides])


def _head(head_m: float) -> MeshData:
    """A box girder, braces under it, a lifting frame of two goal posts, and a walk."""
    low, high = head_m - 0.1, head_m + 0.45
    girder = extrude.block((-ARM_M, -0.3, low), (ARM_M, 0.3, high), HEAD)
    starts, ends = [], []
    for sign in (-1.0, 1.0):
        x = sign * (ARM_M - 0.5)
        starts += [(0.0, 0.0, head_m - 1.6), (x, 0.0, high), (x, 0.0, high + 2.4)]
        ends += [(sign * 2.3, 0.0, low), (x, 0.0, high + 2.4), (sign * 1.0, 0.0, high + 2.4)]
    starts.append((-ARM_M, 0.0, high + 2.4))
    ends.append((ARM_M, 0.0, high + 2.4))
    frame = struts(starts, ends, 0.2, HEAD)
    return merge([girder, frame, _walk(high)])


def _walk(z: float) -> MeshData:
    """Grating and hand rails along the girder."""
    deck = extrude.block((-ARM_M, 0.3, z - 0.15), (ARM_M, 0.95, z - 0.08), DARK)
    x = np.linspace(-ARM_M, ARM_M, 7)
    posts = np.column_stack([x, np.full(7, 0.95), np.full(7, z - 0.1)])
    rail = struts(
        [(-ARM_M, 0.95, z + 1.0), (-ARM_M, 0.95, z + 0.5)],
        [(ARM_M, 0.95, z + 1.0), (ARM_M, 0.95, z + 0.5)],
        0.05,
        HEAD,
    )
    return merge([deck, rail, struts(posts, posts + np.array([0, 0, 1.1]), 0.05, HEAD)])


def _train(x: float, rope_m: float, slopes: tuple[float, float]) -> MeshData:
    """Eight rollers under the rope on a beam that is bent like the rope."""
    y = np.linspace(-2.6, 2.6, 8)
    z = rope_m - 0.06 - ROLLER_M + np.where(y < 0.0, slopes[0], slopes[1]) * y
    roller = transform.turn(
        transform.move(lathe.cylinder(ROLLER_M, 0.16, RUBBER, sides=9), z=-0.08), "y", 90.0
    )
    wheels = transform.at(roller, np.column_stack([np.full(8, x), y, z]))
    inner = x - np.sign(x) * 0.16
    beam = np.column_stack([np.full(8, inner), y, z - 0.02])
    bars = struts(beam[:-1], beam[1:], 0.1, DARK, depth_m=0.34)
    hang = struts([(inner, 0.0, rope_m - 1.0)], [(inner, 0.0, rope_m - 0.35)], 0.3, HEAD)
    out = x + np.sign(x) * 0.75
    ends = np.array([(-2.9, slopes[0]), (0.0, 0.0), (2.9, slopes[1])])
    walk = np.column_stack([np.full(3, out), ends[:, 0], rope_m - 0.95 + ends[:, 0] * ends[:, 1]])
    deck = struts(walk[:-1], walk[1:], 0.5, DARK, depth_m=0.06)
    aside = np.array([0.25 * np.sign(x), 0.0, 1.0])
    rail = struts(walk[:-1] + aside, walk[1:] + aside, 0.05, HEAD)
    posts = struts(walk + aside * [1, 1, 0], walk + aside, 0.05, HEAD)
    bracket = struts([(inner, 0.0, rope_m - 0.98)], [(out, 0.0, rope_m - 0.98)], 0.12, HEAD)
    return merge([wheels, bars, hang, deck, rail, posts, bracket])


def _ladder(top_m: float, wide: float) -> MeshData:
    """Two rails with rungs on the uphill side."""
    y0, y1 = wide + 0.22, 0.62
    rungs = np.arange(1.2, top_m, 0.9)
    y = y0 + (y1 - y0) * rungs / top_m
    left = np.column_stack([np.full(len(rungs), -0.22), y, rungs])
    rails = struts(
        [(-0.22, y0, 0.4), (0.22, y0, 0.4)], [(-0.22, y1, top_m), (0.22, y1, top_m)], 0.05, HEAD
    )
    return merge([rails, struts(left, left * [-1, 1, 1], 0.04, HEAD)])


def hauling_rope(spec: LandmarkSpec) -> MeshData:
    """The rope that the cabins hang on, one closed line."""
    way = plan.loop(spec)
    return tube(np.concatenate([way, way[:1]]), ROPE_M, ROPE, sides=5)


def cable(spec: LandmarkSpec) -> MeshData:
    """The thin cable from mast top to mast top."""
    points = plan.held(spec)[2:-2]
    line = [points[:1]]
    for (s0, z0), (s1, z1) in pairwise(points):
        s = np.linspace(s0, s1, 13)[1:]
        sag = 0.6 * plan.SAG_PER_M * (s - s0) * (s1 - s)
        line.append(np.column_stack([s, z0 + (z1 - z0) * (s - s0) / (s1 - s0) - sag]))
    thin = np.concatenate(line)
    way = np.column_stack([np.zeros(len(thin)), thin[:, 0], thin[:, 1] + 1.75])
    return tube(way, 0.035, ROPE, sides=4)


def bull_wheel() -> MeshData:
    """The wheel that the rope goes round: rim, spokes, hub; about the origin, at rope height."""
    r = plan.HALF_GAUGE_M
    rim = profile.line((-0.35, -0.14), (0.0, -0.14), (-0.05, 0.0), (0.0, 0.14), (-0.35, 0.14))
    turn = np.radians(np.arange(0, 360, 45.0))
    spokes = np.stack([np.cos(turn), np.sin(turn), 0 * turn], axis=1)
    hub = lathe.cylinder(0.55, 0.5, HEAD, bottom_m=-0.25, sides=14)
    return merge(
        [
            lathe.ring(rim, r - 0.06, DARK, sides=32),
            hub,
            struts(spokes * 0.5, spokes * (r - 0.3), 0.2, HEAD),
        ]
    )


def guide(length_m: float, rope_m: float) -> MeshData:
    """The frame over the platform, from the bull wheel (y = 0) towards +y: beams, tyre rows."""
    pieces = []
    for sign in (-1.0, 1.0):
        x = sign * plan.HALF_GAUGE_M
        pieces.append(
            extrude.block((x - 0.28, 0.0, rope_m + 0.35), (x + 0.28, length_m, rope_m + 0.8), HEAD)
        )
        tyre = transform.turn(
            transform.move(lathe.cylinder(0.2, 0.14, RUBBER, sides=8), z=-0.07), "y", 90.0
        )
        y = np.arange(0.6, length_m, 0.75)
        spots = np.column_stack(
            [np.full(len(y), x + 0.32 * sign), y, np.full(len(y), rope_m + 0.3)]
        )
        pieces.append(transform.at(tyre, spots))
    cross = np.arange(0.5, length_m, 3.2)
    starts = np.column_stack([np.full(len(cross), -3.4), cross, np.full(len(cross), rope_m + 0.95)])
    pieces.append(struts(starts, starts * [-1, 1, 1], 0.26, HEAD))
    return merge(pieces)
