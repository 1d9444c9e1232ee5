"""Curved glass skins of the arena: panes of many tones, fine seams, ribbons laid over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile as p
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, grid_faces
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.profile import F64
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks._shared.sport_parts import shaded
from almaty_tour.mesh.data import MeshData, merge

Angles = npt.NDArray[np.floating[Any]]

GLASS = Paint("blue_glass", "#74ACD2")
DOOR = Paint("window", "#B8C8D8")
SEAM = Paint("painted_metal", "#2A3B4C")
GOLD = Paint("gold_slat", "#F0E2A0")
PALE = Paint("painted_metal", "#DADDDD")
PARAPET = np.array([0.0, 0.0, 0.9])
ROOF = Paint("roof_membrane", "#AEB6BC")


@dataclass(frozen=True)
class Shell:
    """A skin round a plan: half sizes, roundness, middle, and its upright section.

    Attributes:
        half_m: half width and half depth of the plan at its widest.
        power: exponent of the plan's superellipse; 2 is an ellipse.
        centre: (x, y) of the plan.
        section: (share of the plan, height) from the foot to the roof's edge.
        columns: panes round the plan.
        lift: how the heights change with the plan point, (k, 2) to (k,) factors.
    """

    half_m: tuple[float, float]
    power: float
    centre: tuple[float, float]
    section: F64
    columns: int
    lift: Callable[[F64], F64]

    def plan(self, turn: Angles) -> F64:
        """(k, 2) points of the unscaled plan, without the middle."""
        c, s = np.cos(turn), np.sin(turn)
        power = 2.0 / self.power
        x = self.half_m[0] * np.sign(c) * np.abs(c) ** power
        return np.column_stack([x, self.half_m[1] * np.sign(s) * np.abs(s) ** power])

    def points(self, turn: Angles, level: Angles, out_m: F64 | float = 0.0) -> F64:
        """(k, 3) points on the skin; `level` counts rows of the section from the foot."""
        flat = self.plan(turn)
        rows = np.arange(len(self.section))
        share = np.interp(level, rows, self.section[:, 0])
        z = np.interp(level, rows, self.section[:, 1])
        z = np.where(z > 0.0, z * self.lift(flat), z)
        length = np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-9)
        out = np.broadcast_to(np.asarray(out_m, np.float64), len(turn))[:, None]
        spot = flat * share[:, None] + flat / length * out + np.array(self.centre)
        return np.column_stack([spot, z])


def _tilted(flat: F64) -> F64:
    """The arena is higher to the left, where the low drum joins it."""
    return 1.0 - 0.1 * flat[:, 0] / 78.0


def _bulged(flat: F64) -> F64:
    """The roofline of a drum swells in the middle of its front."""
    return 1.0 + 0.34 * (1.0 - np.minimum(1.0, np.abs(flat[:, 0]) / 40.0) ** 2)


ARENA: Final = Shell(
    (76.0, 62.0), 2.3, (72.0, 2.0),
    p.line((0.88, -1.5), (0.9, 3.6), (0.935, 8.0), (0.97, 12.4), (0.995, 16.6), (1.0, 20.4),
           (0.975, 23.6), (0.93, 26.2), (0.87, 28.1)),
    64, _tilted,
)  # fmt: skip
NAMED: Final = Shell(
    (40.0, 34.0), 2.6, (-48.0, -6.0),
    p.line((0.96, -1.5), (0.965, 3.4), (0.975, 6.4), (0.985, 9.4), (1.0, 12.4)), 36, _bulged,
)  # fmt: skip
TRAINING: Final = Shell(
    (34.0, 32.0), 2.6, (-116.0, -2.0),
    p.line((0.96, -1.5), (0.965, 3.4), (0.975, 6.8), (0.985, 10.4), (1.0, 14.0)), 32, _bulged,
)  # fmt: skip


def skin(shell: Shell, name: str) -> MeshData:
    """Panes of their own shade, the lowest row doors and clear glass; seams between them."""
    rows = len(shell.section) - 1
    u, v = np.meshgrid(np.arange(shell.columns), np.arange(rows), indexing="ij")
    step = 2 * np.pi / shell.columns
    corners = [(u.ravel() + a, v.ravel() + b) for a, b in ((0, 0), (1, 0), (1, 1), (0, 1))]
    quads = np.stack([shell.points(i * step, j.astype(np.float64)) for i, j in corners], axis=1)
    seed = hashed(name, len(quads))
    shade = np.repeat(1.0 - 0.38 * fraction(seed, 1), 4)
    low = v.ravel() == 0
    panes = [shaded(quadrilaterals(quads[own], paint), shade[np.repeat(own, 4)])
             for own, paint in ((low, DOOR), (~low, GLASS))]  # fmt: skip
    return merge([*panes, _seams(shell, rows)])


def _seams(shell: Shell, rows: int) -> MeshData:
    """Dark lines between the panes, a hand before the glass."""
    step = 2 * np.pi / shell.columns
    half = 0.08
    u, v = np.meshgrid(np.arange(shell.columns), np.arange(1, rows), indexing="ij")
    ends = [
        shell.points((u.ravel() + a) * step, v.ravel().astype(np.float64), 0.09) for a in (0, 1)
    ]
    up = np.array([0.0, 0.0, half])
    level = np.stack([ends[0] - up, ends[1] - up, ends[1] + up, ends[0] + up], axis=1)
    u, v = np.meshgrid(np.arange(0, shell.columns, 2), np.arange(1, rows), indexing="ij")
    a, b = (shell.points(u.ravel() * step, v.ravel() + k * 1.0, 0.09) for k in (0, 1))
    ahead = shell.points((u.ravel() + 0.5) * step, v.ravel() * 1.0) - a
    ahead[:, 2] = 0.0
    aside = half * ahead / np.linalg.norm(ahead, axis=1, keepdims=True)
    upright = np.stack([a - aside, a + aside, b + aside, b - aside], axis=1)
    return quadrilaterals(np.concatenate([level, upright]), SEAM)


def ribbon(
    shell: Shell, start_deg: float, end_deg: float, heights: Callable[[F64], F64], half: float,
    *, steps: int = 40, out_m: float = 0.45,
) -> MeshData:  # fmt: skip
    """A gold band on the skin from one angle to another; `heights` gives its row at shares 0-1."""
    share = np.linspace(0.0, 1.0, steps + 1)
    turn = np.radians(start_deg + (end_deg - start_deg) * share)
    top = len(shell.section) - 1.02
    middle = heights(share)
    slim = half * np.clip(4.0 * np.minimum(share, 1.0 - share) + 0.25, 0.0, 1.0)
    low, high = np.clip(middle - slim, 0.1, top), np.clip(middle + slim, 0.12, top)
    across = (0.0, 0.34, 0.67, 1.0) if half > 0.3 else (0.0, 1.0)
    lines = [shell.points(turn, low + t * (high - low), out_m) for t in across]
    lines = [shell.points(turn, low, 0.0), *lines, shell.points(turn, high, 0.0)]
    grid = np.stack(lines, axis=1).reshape(-1, 3)
    return solid(grid, grid_faces(steps + 1, len(lines)), GOLD, crease_deg=40.0)


def roof(shell: Shell, crown_m: float, rings: int = 3) -> MeshData:
    """A shallow dome from the upper edge of the skin to one point, a parapet at the edge."""
    turn = np.arange(shell.columns) * (2 * np.pi / shell.columns)
    edge = shell.points(turn, np.full(shell.columns, len(shell.section) - 1.0))
    inner = shell.points(turn, np.full(shell.columns, len(shell.section) - 1.0), -1.2)
    middle = np.array([*shell.centre, crown_m])
    share = np.linspace(0.0, 1.0, rings + 1)[:-1]
    rows = [edge + PARAPET, inner + PARAPET]
    for t in share:
        row = inner + t * (middle - inner)
        row[:, 2] = inner[:, 2] + (crown_m - inner[:, 2]) * np.sin(t * np.pi / 2)
        rows.append(row)
    count = shell.columns
    points = np.concatenate([edge, *rows, middle[None]])
    faces = grid_faces(len(rows) + 1, count, wrap_columns=True)
    last = count * len(rows) + np.arange(count)
    tip = np.stack([last, np.roll(last, -1), np.full(count, len(points) - 1)], axis=1)
    return solid(points, np.concatenate([faces[:, ::-1], tip]), ROOF, crease_deg=30.0)


def arena(top_m: float) -> MeshData:
    """The main hall with its ribbons, roof ribs and plant; a mast marks the highest point."""
    pi = np.pi
    bands = [
        ribbon(ARENA, 168.0, 372.0, lambda t: 2.6 + 4.6 * np.sin(pi * t * 0.86), 0.62, steps=40),
        ribbon(ARENA, 178.0, 366.0, lambda t: 6.0 - 3.2 * np.sin(pi * t * 0.95), 0.22, steps=26),
        ribbon(ARENA, 190.0, 350.0, lambda t: 4.6 + 1.9 * np.cos(1.5 * pi * t), 0.16, steps=32),
        ribbon(ARENA, 10.0, 172.0, lambda t: 4.4 + 2.4 * np.cos(2.0 * pi * t), 0.6, steps=24),
    ]
    crown = top_m - 2.0
    turn = np.arange(0, 64, 4) * (2 * pi / 64)
    rim = ARENA.points(turn, np.full(len(turn), len(ARENA.section) - 1.0), -1.4)
    rim[:, 2] += 0.5
    hub = np.tile([*ARENA.centre, crown + 0.1], (len(turn), 1))
    middle = (rim + hub) / 2
    middle[:, 2] = rim[:, 2] + (crown - rim[:, 2]) * np.sin(pi / 4) + 0.25
    ribs = [struts(rim, middle, 0.6, PALE), struts(middle, hub, 0.6, PALE)]
    x, y = ARENA.centre
    cap = block((x - 9.0, y - 7.0, crown - 1.5), (x + 9.0, y + 7.0, crown + 0.6), PALE)
    mast = block((x - 0.15, y - 0.15, crown), (x + 0.15, y + 0.15, top_m), SEAM)
    plant = [
        block(
            (x + dx - 2.5, y + dy - 1.5, crown - 2.0),
            (x + dx + 2.5, y + dy + 1.5, crown + 0.1),
            PALE,
        )
        for dx, dy in ((-24.0, -8.0), (-22.0, 12.0), (20.0, 10.0), (24.0, -10.0))
    ]
    return merge([skin(ARENA, "arena"), roof(ARENA, crown), *bands, *ribs, cap, mast, *plant])


def drums() -> MeshData:
    """The drum that carries the name and the training hall, with their ribbons."""
    pi = np.pi
    pieces = []
    for shell, name, crown in ((NAMED, "named", 18.6), (TRAINING, "training", 20.6)):
        pieces += [
            skin(shell, name),
            roof(shell, crown, 2),
            ribbon(
                shell,
                184.0,
                360.0,
                lambda t: 1.9 + 1.5 * np.cos(1.35 * pi * t + 0.4),
                0.36,
                steps=26,
            ),
            ribbon(shell, 186.0, 358.0, lambda t: 2.2 - 1.5 * np.cos(1.5 * pi * t), 0.12, steps=26),
            ribbon(shell, 200.0, 356.0, lambda t: 3.5 - 3.0 * t**1.3, 0.1, steps=16),
        ]
    x0, x1 = NAMED.centre[0] + 30.0, ARENA.centre[0] - 60.0
    link = diced(block((x0, -6.0, -1.5), (x1, 22.0, 11.0), Paint("painted_metal", "#4A5B6A")), 9.0)
    join = diced(
        block((-92.0, -8.0, -1.5), (-78.0, 20.0, 10.0), Paint("painted_metal", "#4A5B6A")), 9.0
    )
    return merge([*pieces, link, join])
