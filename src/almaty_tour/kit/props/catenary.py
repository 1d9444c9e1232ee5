"""What hangs over an electric railway: masts, portals over a station's tracks, wires along x."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props.blocks import blocks
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
VARIANTS = ("mast", "portal6", "portal9", "wires")

CONCRETE = Paint("plaster", "#9A958C")
STEEL = Paint("painted_metal", "#5E6468")
BROWN = Paint("painted_metal", "#6A3B2A")
COPPER = Paint("painted_metal", "#2E2A28")
SPAN_M, CONTACT_M, CARRIER_M, MAST_M = 50.0, 6.4, 8.0, 9.6
SAG_M, DROPPERS = 1.0, 9
TRACK_M = 3.3
PORTAL_M = {"portal6": (-4.0, 36.5), "portal9": (-4.0, 52.0)}
"""Where the legs of portals stand, metres left of the first track."""


def build(variant: str, level: int) -> MeshData:
    """Their feet on the ground, the first track along x; 240, 60 and 36 triangles at most."""
    if variant == "wires":
        return _wires(level)
    if variant == "mast":
        return _mast(level)
    return _portal(*PORTAL_M[variant], level)


def _mast(level: int) -> MeshData:
    """A concrete post to the right of its track with an arm that holds the wires."""
    post = blocks([(-0.16, -TRACK_M - 0.16, -0.4, 0.16, -TRACK_M + 0.16, MAST_M)], CONCRETE)
    if level == 2:
        return merge([post, blocks([(-0.06, -TRACK_M, 7.9, 0.06, 0.2, 8.06)], STEEL)])
    foot = np.array([(0, -TRACK_M, 7.3), (0, -TRACK_M, 8.9), (0, -TRACK_M, 6.9)])
    tip = np.array([(0, 0.1, 8.15), (0, -0.4, 8.2), (0, 0.3, 6.55)])
    arms = struts(foot, tip, 0.07, STEEL, caps=False)
    if level == 1:
        return merge([post, arms])
    tied = struts([(0, -0.6, 8.0)], [(0, -0.6, 6.62)], 0.05, STEEL, caps=False)
    pots = struts(np.add(foot, (0, 0.25, 0.05)), np.add(foot, (0, 0.75, 0.1)), 0.2, BROWN)
    return merge([post, arms, tied, pots])


def _portal(from_m: float, to_m: float, level: int) -> MeshData:
    """A lattice beam on two posts over all tracks of a station."""
    legs = [(-0.2, y - 0.2, -0.4, 0.2, y + 0.2, 10.4) for y in (from_m, to_m)]
    if level == 2:
        beam = [(-0.3, from_m, 9.5, 0.3, to_m, 9.9)]
        return merge([blocks(legs, CONCRETE), blocks(beam, STEEL, floor=True)])
    corners = np.array([(x, z) for x in (-0.35, 0.35) for z in (9.3, 10.1)])
    starts = np.column_stack([corners[:, 0], np.full(4, from_m), corners[:, 1]])
    chords = struts(starts, np.add(starts, (0, to_m - from_m, 0)), 0.12, STEEL, caps=False)
    if level == 1:
        return merge([blocks(legs, CONCRETE), chords])
    at = np.linspace(from_m, to_m, 12)
    low = np.column_stack([np.zeros(12), at, np.full(12, 9.3)])
    high = np.column_stack([np.zeros(12), at, np.full(12, 10.1)])
    laced = [
        struts(np.add(low[:-1], (x, 0, 0)), np.add(high[1:], (x, 0, 0)), 0.07, STEEL, caps=False)
        for x in (-0.35, 0.35)
    ]
    return merge([blocks(legs, CONCRETE), chords, *laced])


def _wires(level: int) -> MeshData:
    """A contact wire, the rope that carries it and the droppers between, over one span."""
    x = SPAN_M / 2.0
    if level == 2:
        return struts([(-x, 0, CONTACT_M)], [(x, 0, CONTACT_M)], 0.03, COPPER, caps=False)
    at = np.linspace(-x, x, (DROPPERS if level == 0 else 5))
    rope = CARRIER_M - SAG_M * (1.0 - (at / x) ** 2)
    upper = np.column_stack([at, np.zeros_like(at), rope])
    lower = np.column_stack([at, np.zeros_like(at), np.full_like(at, CONTACT_M)])
    made = [
        struts(upper[:-1], upper[1:], 0.026, COPPER, caps=False),
        struts(lower[:1], lower[-1:], 0.026, COPPER, caps=False),
    ]
    if level == 0:
        made.append(struts(lower[1:-1], upper[1:-1], 0.014, COPPER, caps=False))
    return merge(made)
