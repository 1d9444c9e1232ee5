"""The sloping tunnel at the end of a hall: three escalators between balustrades with lamps."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.interiors._shared.metro_hall import prism, rib, vault
from almaty_tour.interiors._shared.panels import floor, wall
from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, Prism, as_part, merge, transformed

F64 = npt.NDArray[np.float64]

HALF_M: Final = 3.7
HEIGHT_M: Final = 3.5
LANDING_M: Final = 5.5
SLOPE: Final = float(np.tan(np.radians(30.0)))
STEP_M: Final = (0.4, 0.4 * SLOPE)
FLIGHTS_M: Final = (-2.0, 0.0, 2.0)
RAILS_M: Final = (-3.0, -1.0, 1.0, 3.0)
TREAD, BALUSTRADE = Paint("painted_metal", "#7C7A76"), Paint("painted_metal", "#B4AFA4")
RUBBER = Paint("rubber", "#17161A")
GLOBE, DAY = Paint("hall_lamp", "#FFE8C4"), Paint("hall_lamp", "#DCE6F2")


def escalators(foot_y_m: float, rise_m: float, side: Paint, above: Paint, trim: Paint) -> MeshData:
    """From the end of the platform at `foot_y_m` a landing, then up to the south by `rise_m`."""
    begin = foot_y_m - LANDING_M
    made = [_landing(foot_y_m, begin, side, above, trim), _tube(rise_m, side, above)]
    made += [transform.move(_flight(rise_m), x=x) for x in FLIGHTS_M]
    made += [transform.move(_rail(rise_m), x=x) for x in RAILS_M]
    sloping = [made[0], *(transform.move(one, y=begin) for one in made[1:])]
    return as_part(merge(sloping), "escalators")


def stops(foot_y_m: float) -> tuple[Prism, ...]:
    """One may walk up to the first steps."""
    begin = foot_y_m - LANDING_M
    across = prism((-HALF_M, HALF_M), (begin - 0.6, begin + 0.3))
    sides = [
        prism((s, s + 0.5), (begin, foot_y_m)) for s in (-HALF_M - 0.5, HALF_M)
    ]  # fmt: skip
    return (across, *sides)


def _outline(z_m: float = 0.0) -> F64:
    """Half an ellipse over the foot line, from the east to the west."""
    turn = np.linspace(0.0, np.pi, 15)
    return np.stack([HALF_M * np.cos(turn), z_m + HEIGHT_M * np.sin(turn)], axis=1)


def _landing(front: float, back: float, side: Paint, above: Paint, trim: Paint) -> MeshData:
    ground = floor(
        profile.rectangle(2 * HALF_M, front - back, (0.0, (front + back) / 2)), 0.0, side
    )
    arch = _outline()
    corners = [(HALF_M, 0.0), (HALF_M, HEIGHT_M), (-HALF_M, HEIGHT_M), (-HALF_M, 0.0)]
    spandrel = profile.counter_clockwise(np.concatenate([corners, arch[::-1][1:-1]]))
    face = transform.turn_z(extrude.panel(spandrel, 0.0, 0.2, side), 180.0)
    band = rib(arch * 0.99, front - 0.05, 0.3, 0.22, trim)
    return merge([ground, vault(arch, (back, front), above), transform.move(face, y=front), band])


def _tube(rise_m: float, side: Paint, above: Paint) -> MeshData:
    """The vault and the floor under the flights, sheared up the slope; light at its top."""
    length = rise_m / SLOPE
    tube = vault(_outline(), (-length, 0.0), above, 1.4)
    under = floor(
        profile.rectangle(2 * HALF_M, length, (0.0, -length / 2)), -0.05, side, cell_m=1.4
    )
    shear = np.eye(4)
    shear[2, 1] = -SLOPE
    sloped = transformed(merge([tube, under]), shear)
    end = wall((HALF_M, -length), (-HALF_M, -length), rise_m, rise_m + HEIGHT_M, DAY)
    return merge([sloped, end])


def _flight(rise_m: float) -> MeshData:
    """One escalator: ridged steps that begin flat."""
    steps = round(rise_m / STEP_M[1])
    number = np.arange(steps)
    y = -np.stack([number, number], axis=1).ravel() * STEP_M[0]
    z = np.stack([number, number + 1], axis=1).ravel() * STEP_M[1]
    x = np.array([-0.55, 0.55])
    points = np.stack([np.tile(x, len(y)), np.repeat(y, 2), np.repeat(z, 2)], axis=1)
    made = solid(points, grid_faces(len(y), 2)[:, ::-1], TREAD, crease_deg=10.0)
    comb = extrude.box(1.1, 1.6, 0.02, TREAD.shaded(1.3), centre=(0.0, 0.8))
    return merge([made if made.normals[:, 2].mean() > 0 else _flipped(points, len(y)), comb])


def _flipped(points: F64, rows: int) -> MeshData:
    return solid(points, grid_faces(rows, 2), TREAD, crease_deg=10.0)


def _rail(rise_m: float) -> MeshData:
    """A balustrade with a black handrail and globes on posts."""
    length = rise_m / SLOPE

    def bar(low: float, high: float, half: float, paint: Paint) -> MeshData:
        outline = profile.counter_clockwise(
            profile.line((-length, rise_m + low), (0.0, low), (1.9, low), (2.1, low + 0.1),
                         (2.1, high - 0.1), (1.9, high), (0.0, high), (-length, rise_m + high))
        )  # fmt: skip
        return transform.turn_z(extrude.panel(outline, -half, half, paint), 90.0)

    body = bar(0.0, 0.92, 0.34, BALUSTRADE)
    hands = [transform.move(bar(0.9, 1.0, 0.06, RUBBER), x=s * 0.26) for s in (-1.0, 1.0)]
    spots = np.arange(2.0, length - 1.0, 5.2)
    post = lathe.cylinder(0.035, 0.75, BALUSTRADE, bottom_m=0.85, sides=5)
    globe = transform.move(lathe.sphere(0.17, GLOBE, sides=10), z=1.72)
    places = np.column_stack([np.zeros(len(spots)), -spots, spots * SLOPE])
    return merge([body, *hands, transform.at(merge([post, globe]), places)])
