"""Erosion of a height grid: where water runs, how much of it, and what it takes away.

The stream power law in the implicit form of Braun and Willett (2013), which stays stable at
any step: every node gives its water to its lowest neighbour; then, from the outlets
upwards, `h = (h + F h_receiver) / (1 + F)` with `F = k A^m / distance`. Hollows drain over
their lowest pass (Cordonnier et al. 2018), found as a minimum spanning tree of basins.
Nodes of one depth in the tree of flow are done at once, so there is no loop over nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csgraph

from almaty_tour.bake.terrain_noise import hash_cells, unit
from almaty_tour.geo.grid import Lattice

F32 = npt.NDArray[np.float32]
I32 = npt.NDArray[np.int32]

_NEIGHBOURS: Final = ((0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1))
_DIAGONAL: Final = np.float32(np.sqrt(2.0))


@dataclass(frozen=True)
class Flow:
    """The tree of flow of a grid, nodes numbered row by row.

    Attributes:
        receiver: (n,) i4, the node below; an outlet is its own receiver.
        span: (n,) f4, distance to the receiver in cells.
        order: (n,) i4, nodes by depth in the tree, outlets first.
        levels: (d + 1,) bounds of equal depth in `order`.
    """

    receiver: I32
    span: F32
    order: I32
    levels: npt.NDArray[np.int64]


def route(lattice: Lattice, heights: F32, turn: int, wander: float) -> Flow:
    """Who drains to whom. The nodes of the border are outlets.

    `wander` (0 to 1) lets chance, new with every `turn`, weigh the ways down: without it
    gullies would run along the eight directions of the grid.
    """
    receiver, span = _steepest(lattice, heights, turn, wander)
    basin = _roots(receiver)
    receiver = _drain_hollows(heights, receiver, basin)
    depth = _depth(receiver)
    order = np.argsort(depth, kind="stable").astype(np.int32)
    levels = np.concatenate([[0], np.cumsum(np.bincount(depth))])
    return Flow(receiver, span, order, levels)


def accumulate(flow: Flow) -> F32:
    """(n,) f4 number of nodes that drain through each node, itself included."""
    water = np.ones(len(flow.receiver), np.float32)
    for level in range(len(flow.levels) - 2, 0, -1):
        nodes = flow.order[flow.levels[level] : flow.levels[level + 1]]
        np.add.at(water, flow.receiver[nodes], water[nodes])
    return water


def incise(heights: F32, flow: Flow, strength: F32) -> F32:
    """Heights after one step; `strength` (n,) f4 is F of the law for a span of one cell."""
    result = heights.ravel().copy()
    factor = strength / flow.span
    for level in range(1, len(flow.levels) - 1):
        nodes = flow.order[flow.levels[level] : flow.levels[level + 1]]
        below = np.minimum(result[flow.receiver[nodes]], result[nodes])
        result[nodes] = (result[nodes] + factor[nodes] * below) / (1.0 + factor[nodes])
    return result.reshape(heights.shape)


def _steepest(lattice: Lattice, heights: F32, turn: int, wander: float) -> tuple[I32, F32]:
    """The neighbour with the steepest way down, and its distance in cells."""
    column = round(lattice.west_m / lattice.cell_m) + np.arange(1, lattice.columns - 1)
    row = round(lattice.south_m / lattice.cell_m) + np.arange(1, lattice.rows - 1)
    rows, columns = heights.shape
    number = np.arange(rows * columns, dtype=np.int32).reshape(rows, columns)
    receiver, span = number.copy(), np.ones(heights.shape, np.float32)
    best = np.zeros((rows - 2, columns - 2), np.float32)
    core = np.s_[1:-1, 1:-1]
    for number_of_way, (dy, dx) in enumerate(_NEIGHBOURS):
        chance = unit(hash_cells(column[None, :], row[:, None], 8 * turn + number_of_way))
        distance = _DIAGONAL if dy and dx else np.float32(1.0)
        near = np.s_[1 + dy : rows - 1 + dy, 1 + dx : columns - 1 + dx]
        weight = np.float32(1.0 - wander) + np.float32(2.0 * wander) * chance
        slope = (heights[core] - heights[near]) / distance * weight
        better = slope > best
        best[better] = slope[better]
        receiver[core][better] = number[near][better]
        span[core][better] = distance
    return receiver.ravel(), span.ravel()


def _roots(receiver: I32) -> I32:
    """The outlet or hollow that each node ends in, by doubling the jumps."""
    root = receiver
    while True:
        further = root[root]
        if np.array_equal(further, root):
            return root
        root = further


def _depth(receiver: I32) -> I32:
    """Steps from each node down to its outlet, by doubling the jumps."""
    number = np.arange(len(receiver), dtype=np.int32)
    depth: I32 = (receiver != number).astype(np.int32)
    root = receiver
    while True:
        further = root[root]
        if np.array_equal(further, root):
            return depth
        depth = np.asarray(depth + depth[root], np.int32)
        root = further


def _drain_hollows(heights: F32, receiver: I32, basin: I32) -> I32:
    """Receivers with every hollow given to the pass of its basin towards an outlet."""
    rows, columns = heights.shape
    number = np.arange(rows * columns, dtype=np.int32).reshape(rows, columns)
    border = np.ones((rows, columns), bool)
    border[1:-1, 1:-1] = False
    roots, member = np.unique(basin, return_inverse=True)
    is_outlet = border.ravel()[roots]
    member = np.where(is_outlet, 0, np.cumsum(~is_outlet))[member]
    count = int((~is_outlet).sum()) + 1
    hollow = np.concatenate([[-1], roots[~is_outlet]])
    low, high, height, inside, outside = _passes(heights, number, member)
    tree = csgraph.minimum_spanning_tree(
        sparse.csr_array((height, (low, high)), shape=(count, count))
    )
    _, parent = csgraph.breadth_first_order(tree, 0, directed=False)
    child = np.flatnonzero(parent >= 0)
    above = parent[child]
    key = np.minimum(child, above).astype(np.int64) * count + np.maximum(child, above)
    edge = np.searchsorted(low.astype(np.int64) * count + high, key)
    exit_node = np.where(member[inside[edge]] == child, outside[edge], inside[edge])
    drained = receiver.copy()
    drained[hollow[child]] = exit_node
    return drained


def _passes(
    heights: F32, number: I32, member: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], F32, I32, I32]:
    """The lowest pass of each pair of neighbouring basins, sorted by the pair."""
    grid = member.reshape(heights.shape)
    rows, columns = heights.shape
    found = []
    for dy, dx in ((0, 1), (1, 0), (1, 1), (1, -1)):
        here = np.s_[: rows - dy, max(0, -dx) : columns - max(0, dx)]
        there = np.s_[dy:, max(0, dx) : columns - max(0, -dx)]
        across = grid[here] != grid[there]
        found.append((number[here][across], number[there][across]))
    one = np.concatenate([pair[0] for pair in found])
    two = np.concatenate([pair[1] for pair in found])
    flat = heights.ravel()
    level = np.maximum(flat[one], flat[two]) + np.float32(10_000.0)
    low, high = np.minimum(member[one], member[two]), np.maximum(member[one], member[two])
    order = np.lexsort((two, one, level, high, low))
    low, high = low[order], high[order]
    new = (np.diff(low) != 0) | (np.diff(high) != 0)
    first = np.flatnonzero(np.concatenate([np.ones(min(len(low), 1), bool), new]))
    keep = order[first]
    return low[first], high[first], level[keep], one[keep], two[keep]
