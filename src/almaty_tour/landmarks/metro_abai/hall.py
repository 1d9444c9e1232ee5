"""The pavilion of Abai station: a glass vault on stone walls, a sloping vault over its shaft."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.bays import bayed_walls
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks._shared.metro_parts import PANES, Vault, doors, rail
from almaty_tour.landmarks._shared.metro_sign import BLUE, DARK, STEEL, emblem
from almaty_tour.mesh.data import MeshData, merge

MARBLE = Paint("marble", "#CBB596")
BROWN = Paint("granite", "#80604E")
STEP = Paint("granite", "#9A8578")
TRIM = Paint("marble", "#E2D5BD")
WORD = Paint("lettering", "#1F4FA8")

FRONT_Y, REAR_Y, HALF_M, WALL_M = -7.0, 7.0, 6.5, 4.2
CROWN_M = 8.2
FLOOR_M, STEPS, TREAD_M = 0.75, 5, 0.36
SHAFT_HALF_M, SHAFT_M = 3.6, 13.0
HALL = profile.line((-HALF_M, FRONT_Y), (HALF_M, FRONT_Y), (HALF_M, REAR_Y), (-HALF_M, REAR_Y))
LANDING = profile.line((-5.0, -9.4), (5.0, -9.4), (5.0, FRONT_Y), (-5.0, FRONT_Y))
VAULT = Vault(
    2 * HALF_M - 0.3, REAR_Y - FRONT_Y + 1.4, (CROWN_M, CROWN_M), (WALL_M, WALL_M), 10, 18
)
SHAFT = Vault(2 * SHAFT_HALF_M, SHAFT_M, (5.6, 1.9), (2.9, 1.0), 9, 10)
WINDOW = Opening(1.5, 2.0, reveal_m=0.3, bars=(2, 1), sill_out_m=0.1)


def front() -> MeshData:
    """The half-round glass over the doors, the sign in its middle, the name on the canopy."""
    y = FRONT_Y - 0.55
    arch = VAULT.head(0)
    middle = np.array([0.0, WALL_M])
    turn = np.linspace(0.0, np.pi, 13)[1:-1]
    rim = (arch.max(axis=0) - middle) * np.stack([np.cos(turn), np.sin(turn)], axis=1) + middle
    inner = middle + (rim - middle) * 0.24
    glass = extrude.panel(arch, y, y + 0.06, PANES[1])
    spokes = struts(
        np.insert(inner, 1, y - 0.05, axis=1), np.insert(rim, 1, y - 0.05, axis=1), 0.09, STEEL
    )
    rings = [
        struts(
            np.insert(middle + (ends[:-1] - middle) * share, 1, y - 0.05, axis=1),
            np.insert(middle + (ends[1:] - middle) * share, 1, y - 0.05, axis=1),
            0.08, STEEL, caps=False,
        )
        for share, ends in ((0.5, arch), (0.76, arch))
    ]  # fmt: skip
    fascia = [
        extrude.panel(
            profile.counter_clockwise(
                np.concatenate(
                    [middle + (arch - middle) * high, (middle + (arch - middle) * low)[::-1]]
                )
            ),
            y - out,
            y + 0.1,
            paint,
        )
        for low, high, out, paint in ((0.91, 1.05, 0.22, TRIM), (0.955, 0.985, 0.27, BLUE))
    ]
    sign = transform.move(emblem(1.05), y=y - 0.12, z=WALL_M + 2.15)
    return merge([glass, *rings, spokes, *fascia, sign, _canopy()])


def _canopy() -> MeshData:
    """A slab on four columns before the doors, with the name of the station."""
    slab = block((-5.4, -9.6, 3.55), (5.4, FRONT_Y + 0.1, 4.05), TRIM)
    edge = block((-5.46, -9.66, 3.64), (5.46, -9.5, 3.96), BROWN)
    word = transform.move(lettering("АБАЙ", 0.46, WORD, out_m=0.08, spacing_m=0.3), y=-9.5, z=4.1)
    rod = struts([(-2.0, -9.46, 4.12)], [(2.0, -9.46, 4.12)], 0.1, DARK)
    high = 3.56 - FLOOR_M
    column = merge(
        [
            extrude.prism(profile.chamfered(0.56, 0.56, 0.1), 0.0, high, BROWN),
            block((-0.38, -0.38, -0.01), (0.38, 0.38, 0.22), STEP),
            block((-0.38, -0.38, high - 0.24), (0.38, 0.38, high), TRIM),
        ]
    )
    columns = transform.at(column, [(x, -9.0, FLOOR_M) for x in (-4.6, -1.75, 1.75, 4.6)])
    lamp = extrude.prism(profile.regular(8, 0.16), 3.51, 3.58, Paint("lamp_glass"))
    lamps = transform.at(lamp, [(x, y) for x in (-3.2, 0.0, 3.2) for y in (-8.9, -7.9)])
    gate = transform.move(doors(9.4, 2.7, 8), y=FRONT_Y - 0.08, z=FLOOR_M)
    return merge([slab, edge, word, rod, columns, gate, lamps])


def hall() -> MeshData:
    """Marble walls with windows between brown piers, a granite foot, a cornice."""
    places = [Placed(x, 1.4, WINDOW) for x in (2.0, 4.5, 7.0, 9.5, 12.0)]
    walls = bayed_walls(HALL, WALL_M, MARBLE, {1: places, 3: places}, edge_m=3.0)
    foot = extrude.sweep(profile.line((0, -1.5), (0.2, -1.5), (0.2, 0.75), (0, 0.9)), HALL, BROWN)
    cornice = extrude.sweep(profile.cornice(0.5, 0.4), HALL, TRIM, z_m=WALL_M - 0.45)
    pier = block((-0.3, -0.2, 0.75), (0.3, 0.05, WALL_M - 0.4), BROWN)
    piers = [
        transform.on_edge(
            transform.along(pier, (0.75, 0, 0), (13.25, 0, 0), 6), HALL[i], HALL[(i + 1) % 4]
        )
        for i in (1, 3)
    ]
    shoulders = [
        block((s * 5.75 - 0.75, FRONT_Y - 0.25, 0.6), (s * 5.75 + 0.75, FRONT_Y + 0.1, 3.75), BROWN)
        for s in (-1.0, 1.0)
    ]
    glass = transform.move(VAULT.mesh("abai vault", STEEL, 0.09), y=FRONT_Y - 0.7)
    rear = extrude.panel(VAULT.head(-1), REAR_Y + 0.1, REAR_Y + 0.2, MARBLE)
    lid = diced(extrude.sheet(HALL, WALL_M - 0.02, TRIM), 3.0)
    return merge([walls, foot, cornice, *piers, *shoulders, glass, rear, lid])


def shaft() -> MeshData:
    """Behind the hall the vault over the escalators sinks into the ground."""
    low = SHAFT.spring_m
    sides = []
    for s in (-1.0, 1.0):
        x = s * SHAFT_HALF_M
        section = profile.line((0.0, -1.5), (SHAFT_M, -1.5), (SHAFT_M, low[1]), (0.0, low[0]))
        wall = extrude.panel(section, -0.2, 0.2, MARBLE)
        sides.append(transform.move(transform.turn_z(wall, 90.0), x, REAR_Y))
        foot = block((x - 0.28, REAR_Y, -1.5), (x + 0.28, REAR_Y + SHAFT_M + 0.1, 0.6), BROWN)
        sides.append(foot)
    end = REAR_Y + SHAFT_M
    rear = block((-SHAFT_HALF_M, end - 0.25, -1.5), (SHAFT_HALF_M, end + 0.05, low[1]), BROWN)
    head = extrude.panel(SHAFT.head(-1), end - 0.2, end - 0.05, MARBLE)
    glass = transform.move(SHAFT.mesh("abai shaft", STEEL, 0.08), y=REAR_Y)
    return merge([*sides, rear, head, glass])


def stairs() -> MeshData:
    """Five steps, a landing, rails."""
    flight = stair.straight(10.0, FLOOR_M, STEPS, STEP, tread_m=TREAD_M, y_m=-9.4)
    run = STEPS * TREAD_M
    body = extrude.prism(
        profile.rectangle(10.0, run, (0.0, -9.4 - run / 2)), -1.5, 0.0, STEP, top=False
    )
    top = extrude.prism(LANDING, -1.5, FLOOR_M, STEP.shaded(1.1))
    rails = [
        rail((x, -9.4 - run + 0.1, 0.1), (x, -9.4, FLOOR_M)) for x in (-4.85, -1.75, 1.75, 4.85)
    ]
    rails += [rail((x, -9.4, FLOOR_M), (x, FRONT_Y - 0.4, FLOOR_M)) for x in (-4.85, 4.85)]
    return merge([flight, body, top, *rails])
