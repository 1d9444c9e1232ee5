"""The side tomb: small in its place in the mound, larger in front with what lay in it."""

from __future__ import annotations

import numpy as np

from almaty_tour.exhibits._shared import mounds_timber as timber
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.display import DARK_WOOD
from almaty_tour.exhibits.issyk_kurgan_model import buried, ground
from almaty_tour.kit import extrude, transform
from almaty_tour.mesh.data import MeshData, as_part, merge

INSIDE_CM = (19.3, 10.0)
"""2.9 by 1.5 m of the site at 1 : 15; the whole is made smaller once it is put together."""
BEAM_CM, COURSES = 1.32, 4
STAND_CM = 0.7
BROKEN = (
    ((-1.8, -2.2, 0.3), (1.6, -0.6, 0.5)), ((-0.4, -3.0, 0.2), (0.9, 0.2, 1.1)),
    ((1.5, -2.6, 0.3), (-1.2, -1.0, 0.8)), ((-2.2, -2.6, 0.2), (-0.6, -0.9, 0.3)),
    ((0.2, -2.0, 1.0), (2.0, -2.2, 0.2)), ((0.9, -3.4, 0.2), (-0.3, -1.4, 0.4)),
    ((-1.0, -1.5, 0.3), (-0.5, -0.5, 2.0)),
)  # fmt: skip


def in_the_mound() -> list[MeshData]:
    """The intact box on the right face, the broken timbers in the middle; as large as the mound."""
    box = transform.scale(merge(_walls(COURSES) + _roof(0.0, 0.42)), 0.15)
    box = transform.turn_z(box, 45.0)
    at = 15.0 / np.sqrt(2.0)
    placed = transform.move(box, x=at - 0.45, y=-at - 0.45, z=ground.FLOOR_CM)
    heap = merge([timber.beam(a, b, 0.34, 0.34) for a, b in BROKEN])
    heap = patina.stained(heap, "#2A2018", np.full(heap.vertex_count, 0.3))
    return [
        as_part(placed, "side_tomb"),
        as_part(transform.move(heap, z=ground.FLOOR_CM), "central_tomb"),
    ]


def larger() -> MeshData:
    """The box open in front and above: floor of squared bars, the buried one, vessels, a roof."""
    long, deep = (side + 2 * BEAM_CM for side in INSIDE_CM)
    stand = extrude.box(long + 5.0, deep + 4.0, STAND_CM, DARK_WOOD)
    floor = timber.deck(
        (-long / 2, -deep / 2), (long / 2, deep / 2), 0.35, 9, 0.7, along_x=True
    )  # fmt: skip
    box = merge([floor, *_walls(1), *_back_walls(), *_roof(0.74, 1.0)])
    lift = STAND_CM + 0.7
    return merge(
        [
            as_part(stand, "stand"),
            as_part(transform.move(box, z=STAND_CM), "tomb"),
            transform.move(buried.figure(), y=2.3, z=lift),
            transform.move(buried.vessels(), z=lift),
        ]
    )


def _corners() -> list[tuple[float, float]]:
    x, y = ((side + BEAM_CM) / 2 for side in INSIDE_CM)
    return [(-x, -y), (x, -y), (x, y), (-x, y)]


def _walls(count: int) -> list[MeshData]:
    """Whole courses from the floor up."""
    made = []
    for row in range(count):
        z = (row + 0.5) * BEAM_CM
        made += timber.course(_corners(), z, BEAM_CM, over=1.3, turned=row % 2 == 0)
    return made


def _back_walls() -> list[MeshData]:
    """The courses above the first: the front wall stands only under the roof that is left."""
    made = []
    x, y = ((side + BEAM_CM) / 2 for side in INSIDE_CM)
    for row in range(1, COURSES):
        z, size = (row + 0.5) * BEAM_CM, 0.98 * BEAM_CM
        past = 1.3 if row % 2 == 0 else -BEAM_CM / 2
        aside = 1.3 if row % 2 == 1 else -BEAM_CM / 2
        stub = x - 4.2 - 0.5 * (row % 2)
        made += [
            timber.beam((-x - past, y, z), (x + past, y, z), size, size),
            timber.beam((-x, -y - aside, z), (-x, y + aside, z), size, size),
            timber.beam((x, -y - aside, z), (x, y + aside, z), size, size),
            timber.beam((stub, -y, z), (x + past, -y, z), size, size),
        ]
    return made


def _roof(start: float, end: float) -> list[MeshData]:
    """Beams across the box over a share of its length."""
    long, deep = (side + 2 * BEAM_CM for side in INSIDE_CM)
    count = max(2, round((end - start) * long / BEAM_CM))
    low, high = -long / 2 + start * long, -long / 2 + end * long
    z = (COURSES + 0.5) * BEAM_CM
    return [
        timber.deck(
            (low, -deep / 2 - 0.6), (high, deep / 2 + 0.6), z, count, BEAM_CM, along_x=False
        )
    ]
