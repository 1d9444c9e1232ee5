"""Two bronze mirrors: a plain disc with rings on its back, and one with a riveted iron handle."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina, struck
from almaty_tour.exhibits._shared.display import board, easel, leaning
from almaty_tour.exhibits._shared.fitting import fitted
from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

POLISHED, PATINA = Paint("gold_old", "#5F5D84"), Paint("bronze_patina", "#4E4A36")
IRON = Paint("iron_rust", "#3D3530")
VERDIGRIS, TARNISH = "#4F7F6B", "#2E2A3A"
THICK, LEAN_DEG = 0.32, 70.0


def build(spec: ExhibitSpec) -> Model:
    """One shows its polished face and handle, the other its back with the knob."""
    width = spec.size_cm("width", "handled")
    plain = spec.size_cm("width", "plain")
    handled = fitted(_disc(width / 2, polished=True), width_cm=width)
    face = merge([as_part(handled, "handled"), as_part(_handle(width / 2), "handle")])
    back = as_part(fitted(_disc(plain / 2, polished=False), width_cm=plain), "plain")
    left = transform.move(leaning(face, LEAN_DEG), x=-8.5, y=-1.0, z=2.0)
    right = transform.move(leaning(back, LEAN_DEG), x=8.5, y=-1.0, z=2.0)
    stands = [
        as_part(transform.move(easel(5.0, high, LEAN_DEG), x=x, y=2.4, z=1.6), "easel")
        for x, high in ((-8.5, 16.0), (8.5, 11.0))
    ]
    return Model(merge([as_part(board(36.0, 20.0), "board"), left, right, *stands]))


def _disc(radius: float, *, polished: bool) -> MeshData:
    """The disc lies with the side that is shown upwards."""
    rim = struck.ridge(struck.circle(0.965 * radius), 0.05 * radius, 0.16)
    rings = [
        struck.ridge(struck.circle(share * radius), 0.035 * radius, 0.07) for share in (0.42, 0.68)
    ]
    knob = _dome(0.13 * radius, 0.55)
    plain = struck.together(struck.ridge(struck.circle(0.0), 0.01, 0.0))
    up = plain if polished else struck.together(rim, *rings, knob)
    down = struck.together(rim, *rings) if polished else plain
    paint = POLISHED if polished else PATINA
    made = struck.struck(struck.circle(radius), THICK, up, down, paint, sides=200, rings=46)
    aged = patina.mottled(made, 0.10 if polished else 0.22, 2.5, 3)
    green = patina.noise(made.positions, 3.2, 9) + 0.4 * patina.noise(made.positions, 1.0, 10)
    if not polished:
        return patina.stained(aged, VERDIGRIS, 0.8 * np.clip(1.6 * green - 0.45, 0.0, 1.0))
    film = patina.noise(made.positions, 4.5, 14) + 0.5 * patina.noise(made.positions, 1.3, 15)
    edge = np.clip(np.hypot(*made.positions[:, :2].T) / radius - 0.72, 0.0, 1.0) * 2.2
    dark = patina.stained(aged, TARNISH, 0.8 * np.clip(0.9 * film - 0.2 + edge, 0.0, 1.0))
    return patina.stained(dark, "#3E7AB0", 0.7 * np.clip(1.8 * green + edge - 0.75, 0.0, 1.0))


def _dome(radius: float, height: float) -> struck.Height:
    def rise(points: struck.F64) -> struck.F64:
        away = np.hypot(*points.T) / radius
        return np.asarray(height * np.sqrt(np.clip(1.0 - away**2, 0.0, 1.0)))

    return rise


def _handle(radius: float) -> MeshData:
    """An iron tang with two rivets, rusted, that reaches down from the rim."""
    outline = profile.smooth(
        [(-1.1, 0.35 * radius), (-0.9, -0.8 * radius), (-1.2, -1.9 * radius), (0.0, -2.02 * radius),
         (1.2, -1.9 * radius), (0.9, -0.8 * radius), (1.1, 0.35 * radius)], 8,
    )  # fmt: skip
    low = profile.counter_clockwise(outline - [0.0, 0.55 * radius])
    bar = extrude.prism(low, THICK / 2, THICK / 2 + 0.42, IRON)
    rivets = [
        transform.move(lathe.sphere(0.34, IRON, sides=24), y=-share * radius, z=THICK / 2 + 0.40)
        for share in (0.42, 0.78)
    ]
    return patina.mottled(merge([bar, *rivets]), 0.3, 1.2, 17)
