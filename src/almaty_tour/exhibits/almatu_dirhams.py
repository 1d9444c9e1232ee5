"""Two silver dirhams that name Almatu: thin, uneven, struck off the middle, worn on the heights.

They lie before models of both faces at ten times the size.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina, script, struck
from almaty_tour.exhibits._shared.display import board, easel, leaning
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.kit import transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
SILVER = Paint("silver", "#D8D4CB")
TARNISH = "#3E3A35"
THICK = 0.10
"""Thickness in shares of the radius."""
TENFOLD, LEAN_DEG = 10.0, 66.0


def build(spec: ExhibitSpec) -> Model:
    """The large models show the two faces; the coins themselves lie before them."""
    width = spec.size_cm("width", "coin")
    radius = width / 2
    faces = []
    for side, (x, turned) in enumerate(((-9.6, False), (9.6, True))):
        large = _coin(TENFOLD * radius, seed=1, sides=280, rings=46, turned=turned)
        stood = transform.move(leaning(large, LEAN_DEG), x=x, y=-0.6, z=2.3)
        back = transform.move(easel(6.0, 15.0, LEAN_DEG), x=x, y=2.2, z=1.6)
        faces += [as_part(stood, f"face_{side + 1}"), as_part(back, "easel")]
    one = fitted(_coin(radius, seed=1, sides=100, rings=16), width_cm=width)
    other = _coin(0.98 * radius, seed=2, sides=100, rings=16, turned=True)
    small = [
        as_part(transform.move(grounded(one), x=-1.6, y=-9.4, z=1.6), "coin"),
        as_part(transform.move(grounded(other), x=1.6, y=-9.1, z=1.6), "second_coin"),
    ]
    return Model(merge([as_part(board(42.0, 26.0), "board"), *faces, *small]))


def _coin(radius: float, *, seed: int, sides: int, rings: int, turned: bool = False) -> MeshData:
    """One coin lying on a face; `turned` shows the other one."""
    faces = (_mint_face(radius, seed), _text_face(radius, seed))
    up, down = faces[::-1] if turned else faces
    thick = THICK * radius
    made = struck.struck(_flan(radius, seed), thick, up, down, SILVER, sides=sides, rings=rings)
    grain = patina.mottled(made, 0.10, 0.3 * radius, seed)
    low = made.positions[:, 2].astype(np.float64)
    depth = np.clip((0.72 * thick - np.abs(low)) / (0.35 * thick), 0.0, 1.0)
    return patina.stained(grain, TARNISH, 0.62 * depth)


def _flan(radius: float, seed: int) -> struck.Radius:
    """A hammered edge: not quite round, with two cracks."""

    def rim(turn: F64) -> F64:
        ring = np.stack([np.cos(turn), np.sin(turn), np.full_like(turn, seed)], axis=1)
        uneven = 1.0 + 0.035 * patina.noise(ring, 0.7, seed) + 0.02 * patina.noise(ring, 0.2, seed)
        crack = sum(
            np.exp(-(((turn - at + np.pi) % (2 * np.pi) - np.pi) ** 2) / 0.0012)
            for at in (0.9 + seed, 3.7 + 0.6 * seed)
        )
        return np.asarray(radius * (uneven - 0.13 * crack))

    return rim


def _mint_face(radius: float, seed: int) -> struck.Height:
    """A ring about three words with an S-shaped sign over them."""
    ring = struck.ridge(struck.circle(0.74 * radius), 0.05 * radius, 0.026 * radius)
    turn = np.linspace(0.0, 1.0, 40)
    sway = 2.0 * np.pi * turn
    sign = np.stack([0.15 * np.sin(sway) - 0.03, 0.60 - 0.26 * turn + 0.05 * np.sin(2 * sway)], 1)
    words = _row(1.04, 0.19, seed + 11, 0.0) + _row(0.96, 0.19, seed + 13, -0.42)
    return _worn(ring, [sign, *words], radius)


def _text_face(radius: float, seed: int) -> struck.Height:
    """Three rows of writing in a square frame."""
    frame = struck.ridge(struck.square(0.62 * radius), 0.045 * radius, 0.024 * radius)
    rows = [_row(1.04, 0.185, seed + 21 + n, y) for n, y in enumerate((0.30, -0.06, -0.42))]
    return _worn(frame, [line for row in rows for line in row], radius)


def _row(width: float, size: float, seed: int, y: float) -> list[F64]:
    shift = np.array([-width / 2, y])
    return [line + shift for line in script.flowing(width, size, seed)]


def _worn(frame: struck.Height, lines: list[F64], radius: float) -> struck.Height:
    """Struck a little off the middle, and worn down on one side."""
    marks = struck.strokes([line * radius for line in lines], 0.026 * radius, 0.032 * radius)
    relief = struck.together(frame, marks)
    off = np.array([0.07, -0.05]) * radius

    def height(points: F64) -> F64:
        worn = np.clip(1.1 - 0.45 * (points @ [0.6, 0.8]) / radius, 0.25, 1.0)
        return np.asarray(worn * relief(points - off))

    return height
