"""The tomb of spruce logs: chamber, vestibule and corridor to the east, open to be looked into.

Sizes are those told of the Sixth mound at 1 : 80; z = 0 is the old surface of the ground.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.base.rng import fraction
from almaty_tour.exhibits._shared import mounds_strata as strata
from almaty_tour.exhibits._shared import mounds_timber as timber
from almaty_tour.exhibits._shared import patina
from almaty_tour.kit import extrude, lathe, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]
LONG_CM, DEEP_CM, HIGH_CM, COURSES = 5.88, 5.25, 4.12, 13
LOG_CM = HIGH_CM / COURSES
VESTIBULE_CM, CORRIDOR_CM, CORRIDOR_HIGH_CM = (3.3, 5.15), (5.15, 11.4), 6.25
HALF_WIDE_CM = 0.86
OPENINGS = ((-3.45, 3.45, 5.55), (3.45, 5.15, 2.75), (5.15, 11.5, 6.3))
"""From x to x and how high the cut is left open for the tomb."""
SILL_CM, DOOR_HIGH_CM, DOOR_CM = 0.75, 1.94, 0.9
FELT, REED = Paint("felt", "#8A7F6C"), Paint("felt", "#8F7A42")
FILL = ("#837868", "#6F675B", "#958873")


def clear_height(x: F64) -> F64:
    """Heights of the opening at places along the face; 0 where there is none."""
    height = np.zeros(len(x))
    for low, high, clear in OPENINGS:
        height = np.where((x > low) & (x < high), clear, height)
    return height


def pieces() -> list[MeshData]:
    """All timber, the floor, and the stones that the corridor was filled with."""
    floor = extrude.block((-3.1, -2.9, 0.0), (11.4, 2.9, 0.06), Paint("fired_clay", "#6E5A40"))
    return [
        as_part(floor, "floor"),
        as_part(merge([*_walls(), *_posts(), _stump()]), "chamber"),
        as_part(merge(_roof()), "roof"),
        as_part(merge(_vestibule()), "vestibule"),
        as_part(merge(_corridor()), "corridor"),
        as_part(_filling(), "filling"),
    ]


def _wall(start: tuple[float, float], end: tuple[float, float], courses: range) -> list[MeshData]:
    """Logs one on the other; butt and thin ends alternate."""
    made = []
    for row in courses:
        z = (row + 0.5) * LOG_CM
        a, b = (start, end) if row % 2 == 0 else (end, start)
        made.append(timber.log((*a, z), (*b, z), 1.04 * LOG_CM))
    return made


def _walls() -> list[MeshData]:
    """North and west whole, south whole on the left and low on the right, east with its door."""
    x, y, r = LONG_CM / 2, DEEP_CM / 2, LOG_CM / 2
    whole = range(COURSES)
    made = _wall((-x, y + r), (x, y + r), whole) + _wall((-x - r, -y), (-x - r, y), whole)
    made += _wall((-x, -y - r), (x, -y - r), range(3))
    for row in range(3, COURSES):
        made += _wall((-x, -y - r), (-0.7 + 0.16 * (row % 3), -y - r), range(row, row + 1))
    first, last = round(SILL_CM / LOG_CM), round((SILL_CM + DOOR_HIGH_CM) / LOG_CM)
    half = DOOR_CM / 2
    made += _wall((x + r, -y), (x + r, y), range(first))
    made += _wall((x + r, -y), (x + r, -half), range(first, last))
    made += _wall((x + r, half), (x + r, y), range(first, last))
    return made + _wall((x + r, -y), (x + r, y), range(last, COURSES))


def _posts() -> list[MeshData]:
    """Posts that hold the walls: two outside and three inside a side, four at the door."""
    x, y, r = LONG_CM / 2, DEEP_CM / 2, LOG_CM / 2
    out, inside = 2 * r + 0.16, -0.16
    spots = [(s * 1.7, y + out) for s in (-1, 1)] + [(s * 2.2, y + inside) for s in (-1, 0, 1)]
    spots += [(-1.7, -y - out), (-2.2, -y - inside)]
    spots += [(-x - out, s * 1.5) for s in (-1, 1)]
    spots += [(-x - inside, s * 2.0) for s in (-1, 0, 1)]
    spots += [(x + inside, s * 0.65) for s in (-1, 1)] + [(x + out, s * 2.2) for s in (-1, 1)]
    return [timber.log((*spot, 0.0), (*spot, HIGH_CM), 0.3) for spot in spots]


def _stump() -> MeshData:
    """The step before the sill."""
    return transform.move(lathe.cylinder(0.24, 0.4, timber.SPRUCE, sides=14), x=LONG_CM / 2 - 0.35)


def _roof() -> list[MeshData]:
    """Three layers of logs, reeds, felt; each lies back behind the one below, the right is open."""
    x, y = LONG_CM / 2 + LOG_CM, DEEP_CM / 2 + LOG_CM
    z, made = HIGH_CM + LOG_CM / 2, []
    spans = ((-x, -0.4, -y), (-x, -0.9, -y + 0.5), (-x, -1.3, -y + 1.0))
    for row, (left, right, front) in enumerate(spans):
        count = 9 if row % 2 == 0 else 17
        made.append(
            timber.deck(
                (left, front), (right, y), z, count, LOG_CM,
                along_x=row % 2 == 1, round_logs=True,
            )
        )  # fmt: skip
        z += 0.9 * LOG_CM
    reeds = timber.deck(
        (-x, -y + 1.5), (-1.6, y), z - 0.05, 44, 0.14, along_x=True, round_logs=False
    )  # fmt: skip
    return [*made, patina.stained(reeds, "#8F7A42", np.full(reeds.vertex_count, 0.85))]


def _vestibule() -> list[MeshData]:
    """Low walls and five short logs over them."""
    low, high = VESTIBULE_CM
    made = []
    for side, courses in ((1.0, 8), (-1.0, 3)):
        y = side * (HALF_WIDE_CM + LOG_CM / 2)
        made += _wall((low, y), (high, y), range(courses))
    z = 8.5 * LOG_CM
    roof = timber.deck(
        (low, -0.35), (high, HALF_WIDE_CM + 0.6), z, 5, LOG_CM, along_x=False, round_logs=True
    )  # fmt: skip
    mat = extrude.block((low + 0.1, 0.1, z + 0.16), (high - 0.1, 1.3, z + 0.3), FELT)
    return [*made, roof, mat]


def _corridor() -> list[MeshData]:
    """A high wall of logs behind, posts before it, the foot of the near wall."""
    low, high = CORRIDOR_CM
    rows = round(CORRIDOR_HIGH_CM / LOG_CM)
    y = HALF_WIDE_CM + LOG_CM / 2
    made = _wall((low, y), (high, y), range(rows)) + _wall((low, -y), (high, -y), range(3))
    for x in np.linspace(low + 0.3, high - 0.4, 5):
        near = HALF_WIDE_CM - 0.18
        made.append(timber.log((x, near, 0.0), (x, near, CORRIDOR_HIGH_CM - 0.1), 0.3))
        made.append(timber.log((x, -near, 0.0), (x, -near, 1.25), 0.3))
    return made


def _filling() -> MeshData:
    """Stones at the far end of the corridor, as it was filled."""
    count = 46
    number = np.arange(count)
    share = fraction(number, 3)
    x = 11.2 - 1.9 * share**1.5
    y = (2.0 * fraction(number, 4) - 1.0) * 0.55
    z = 0.15 + (3.6 * (1.0 - share) ** 1.2) * fraction(number, 5)
    size = 0.22 + 0.16 * fraction(number, 6)
    sizes = np.stack([size, size, 0.8 * size], axis=1)
    paint = Paint("carved_stone", "#837868")
    return strata.boulders(np.stack([x, y, z], axis=1), sizes, paint, FILL, 12)
