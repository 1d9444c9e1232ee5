"""The stone body: the row of bays in front, four bays on either side, plain rear, stage tower."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, props, transform
from almaty_tour.kit.bays import bayed_wall
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks._shared.bare import OVER, UNDER, bare
from almaty_tour.landmarks.auezov_theatre import bay
from almaty_tour.landmarks.auezov_theatre.plan import (
    BACK_M,
    BACK_TOP_M,
    BROWN,
    CORNER_M,
    EDGE,
    FRONT_M,
    PITCH_M,
    REAR_M,
    REAR_SIDE_M,
    RECESS_M,
    SHIELDS_END_M,
    SIDE_M,
    SMOOTH,
    TERRACE_M,
    TOP_M,
    TOWER_HIGH,
    TOWER_LOW,
    WALL,
    bay_x,
    pier_x,
    side_bays,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

F64 = npt.NDArray[np.float64]

ROOF = Paint("roof_membrane", "#8F8A82")
PLANT = Paint("painted_metal", "#B9B6AE")
PANEL = Paint("plaster", "#E9DDC3")
SLOT = Paint("concrete", "#5D574D")
HALF_M = PITCH_M / 2 - 0.92
WALL_HALF_M = PITCH_M / 2 - 0.6
CORNER_HALF_M = 4.4
ROOF_M = TOP_M - 0.7


def body(height_m: float) -> MeshData:
    """Everything of stone; the stage tower ends at `height_m`."""
    left = _side()
    return merge(
        [_front(), left, transform.mirror_x(left), _rear(), _roofs(), _tower(height_m), _flag()]
    )


def _front() -> MeshData:
    """Seven bays between eight piers."""
    pieces = []
    for index, x in enumerate(bay_x()):
        one = merge(
            [
                bay.shield(HALF_M - 0.12, f"auezov/front/{index}"),
                bay.balcony(HALF_M),
                bay.strip(WALL_HALF_M),
                bay.entrance(WALL_HALF_M),
                bay.backing(WALL_HALF_M),
                bay.emblem(index % 2 == 1),
            ]
        )
        pieces.append(transform.move(one, x, FRONT_M, TERRACE_M))
    places = np.column_stack(
        [pier_x(), np.full(len(pier_x()), FRONT_M), np.full(len(pier_x()), TERRACE_M)]
    )
    return merge([*pieces, transform.at(bay.pier(), places)])


def _side() -> MeshData:
    """The bays on the left of the front (x < 0), from the front backwards."""
    pieces = []
    for index, (start, end) in enumerate(side_bays()):
        corner = index == 0
        half = CORNER_HALF_M if corner else HALF_M
        shield = bay.shield(half - 0.12, f"auezov/side/{index}", open_sides=(1.0,) * corner)
        wide = half + WALL_HALF_M - HALF_M
        backing = transform.move(bay.backing(half - 0.1), -0.25) if corner else bay.backing(wide)
        parts = [shield, bay.strip(wide), backing, bay.balcony(half)]
        parts.append(_corner_windows() if corner else bay.windows(wide))
        if index in (1, 2):
            parts.append(bay.emblem(index == 2))
        middle = start + half if corner else (start + end) / 2
        pieces.append(_to_side(merge(parts), float(middle)))
    piers = [_to_side(bay.pier(), float(end)) for _, end in side_bays()]
    return merge([*pieces, *piers, _corner()])


def _corner_windows() -> MeshData:
    """The windows of the corner bay end where the recess of the front begins."""
    half = CORNER_HALF_M - RECESS_M / 2 + 0.2
    return transform.move(bay.windows(half), half - CORNER_HALF_M)


def _to_side(piece: MeshData, y_m: float) -> MeshData:
    """A piece that looks to -y set on the left side: it looks to -x."""
    turned = transform.turn_z(piece, -90.0)
    return transform.move(turned, -SIDE_M, y_m, TERRACE_M)


def _corner() -> MeshData:
    """Between the last pier of the front and the first shield of the side."""
    wall = block(
        (-CORNER_M, FRONT_M + 2.5, TERRACE_M - 0.3),
        (-SIDE_M + 2.6, FRONT_M + 5.4, TOP_M - 0.3),
        SMOOTH,
    )
    return diced(bare(wall, OVER, UNDER), 3.0)


# Rear ------------------------------------------------------------------------------------


def _rear() -> MeshData:
    """Plain stone walls with slits and small windows, and the lower block of the workshops."""
    slit = Opening(0.9, 11.5, bars=(1, 6), frame=BROWN, frame_m=0.1, reveal_m=0.45)
    small = Opening(1.5, 1.7, bars=(2, 1), frame=BROWN, frame_m=0.1, reveal_m=0.3)
    low = Opening(1.7, 2.4, bars=(2, 1), frame=BROWN, frame_m=0.1, reveal_m=0.3)
    gate = Opening(3.6, 4.2, glass=Paint("painted_metal", "#6F5A48"), bars=(4, 3), reveal_m=0.4)
    length = REAR_M - SHIELDS_END_M
    rows = [
        Placed(x, z, small) for x in (17.0, 19.8, 22.6, 25.4, 31.0, 33.8) for z in (9.0, 13.2, 17.2)
    ]
    side = [Placed(x, 5.6, slit) for x in (4.0, 7.0, 10.0)] + rows
    side += [Placed(x, 1.6, low) for x in (17.0, 21.2, 25.4, 31.0)]
    mirrored = [Placed(length - p.x_m, p.z_m, p.opening) for p in side]
    a, b = (-REAR_SIDE_M, REAR_M), (-REAR_SIDE_M, SHIELDS_END_M)
    left = transform.on_edge(bayed_wall(length, TOP_M, WALL, mirrored, edge_m=5.6), a, b)
    right = transform.on_edge(
        bayed_wall(length, TOP_M, WALL, side, edge_m=5.6),
        (REAR_SIDE_M, SHIELDS_END_M),
        (REAR_SIDE_M, REAR_M),
    )
    upper = transform.on_edge(
        bayed_wall(2 * REAR_SIDE_M, TOP_M - BACK_TOP_M + 1.0, WALL, edge_m=5.6),
        (REAR_SIDE_M, REAR_M),
        (-REAR_SIDE_M, REAR_M),
        BACK_TOP_M - 1.0,
    )
    depth = BACK_M - REAR_M
    flank = [Placed(x, z, small) for x in (4.0, 8.0, 12.0, 16.0, 20.0) for z in (6.0, 10.4)]
    flank += [Placed(x, 1.4, low) for x in (4.0, 8.0, 20.0)]
    width = 2 * REAR_SIDE_M
    behind = [Placed(x, z, small) for x in np.linspace(5.0, width - 5.0, 15) for z in (6.4, 10.6)]
    behind += [Placed(x, 0.0, gate) for x in (width / 2 - 6.0, width / 2 + 6.0)]
    behind += [
        Placed(x, 1.4, low) for x in (6.0, 12.0, 18.0, width - 18.0, width - 12.0, width - 6.0)
    ]
    under_rim = BACK_TOP_M - 0.58
    block_walls = [
        transform.on_edge(
            bayed_wall(depth, under_rim, WALL, flank, edge_m=5.6), (-REAR_SIDE_M, BACK_M), a
        ),
        transform.on_edge(
            bayed_wall(depth, under_rim, WALL, flank, edge_m=5.6),
            (REAR_SIDE_M, REAR_M),
            (REAR_SIDE_M, BACK_M),
        ),
        transform.on_edge(
            bayed_wall(width, under_rim, WALL, behind, edge_m=5.6),
            (REAR_SIDE_M, BACK_M),
            (-REAR_SIDE_M, BACK_M),
        ),
    ]
    ends = [
        block(
            (min(s * REAR_SIDE_M, s * 29), SHIELDS_END_M - 0.6, 0.0),
            (max(s * REAR_SIDE_M, s * 29), SHIELDS_END_M, TOP_M - 0.3),
            WALL,
        )
        for s in (-1, 1)
    ]
    return merge([left, right, upper, *block_walls, diced(merge(ends), 2.4), _plinth()])


def _plinth() -> MeshData:
    """Dark granite under the plain walls, which also holds the body in the ground."""
    section = profile.line((0.18, -1.5), (0.18, 0.85), (0.12, 0.95), (0.0, 0.95))
    corners = [(SHIELDS_END_M, BACK_M), (REAR_SIDE_M, -REAR_SIDE_M), (BACK_M, SHIELDS_END_M)]
    y_up, x, y_down = (np.linspace(a, b, 17) for a, b in corners)
    path = np.concatenate(
        [
            np.column_stack([np.full(17, REAR_SIDE_M), y_up]),
            np.column_stack([x, np.full(17, BACK_M)])[1:-1],
            np.column_stack([np.full(17, -REAR_SIDE_M), y_down]),
        ]
    )
    return extrude.sweep(section, path, Paint("granite", "#6A6762"), closed=False, back=False)


# Roofs -----------------------------------------------------------------------------------


def _crown_outline() -> F64:
    """The roof's edge: over the shields, notched at the corners of the front."""
    y = FRONT_M + 0.4
    half = [
        (CORNER_M, FRONT_M),
        (CORNER_M, y),
        (SIDE_M, y),
        (SIDE_M, SHIELDS_END_M),
        (REAR_SIDE_M, SHIELDS_END_M),
        (REAR_SIDE_M, REAR_M),
    ]
    right = np.array(half)
    return np.concatenate([right, right[::-1] * np.array([-1.0, 1.0])])


def _roofs() -> MeshData:
    """Flat roofs behind a parapet with a red-brown metal edge; plant, hatches, skylights."""
    crown = _crown_outline()
    inner = profile.offset(crown, -0.5)
    edge = profile.line(
        (-0.5, 0.0), (-0.5, -0.75), (0.0, -0.75), (0.0, -0.42), (0.1, -0.38), (0.1, 0.0)
    )
    rim = extrude.sweep(edge[:4], crown, SMOOTH, z_m=TOP_M, crease_deg=0.0)
    metal = extrude.sweep(
        profile.line((-0.55, -0.02), (-0.55, -0.1), (0.12, -0.34), (0.12, 0.0)),
        crown,
        EDGE,
        z_m=TOP_M,
        crease_deg=0.0,
    )
    deck = extrude.sheet(inner, ROOF_M, ROOF)
    back = profile.rectangle(2 * REAR_SIDE_M, BACK_M - REAR_M, (0.0, (BACK_M + REAR_M) / 2))
    low_rim = extrude.sweep(
        profile.line((-0.4, -0.6), (0.1, -0.6), (0.1, 0.0), (-0.4, 0.0)),
        back,
        EDGE,
        z_m=BACK_TOP_M + 0.02,
        crease_deg=0.0,
    )
    low_deck = tiles((-REAR_SIDE_M, REAR_M), (REAR_SIDE_M, BACK_M), BACK_TOP_M - 0.5, ROOF, 6.0)
    return as_part(merge([rim, metal, diced(deck, 7.0), low_rim, low_deck, _plant()]), "roof")


def _plant() -> MeshData:
    """What stands on the roofs: ducts, hatches, two rows of skylights, rails of felt."""
    boxes = [
        ((-28, -34), 3.2, 1.6),
        ((-24, -30), 2.0, 1.2),
        ((26, -34), 2.6, 1.9),
        ((22, 24), 3.4, 1.4),
        ((-26, 22), 2.8, 1.7),
        ((12, 40), 4.0, 1.6),
        ((-14, 44), 3.0, 1.9),
    ]
    pieces = []
    for (x, y), size, tall in boxes:
        z = ROOF_M if y < REAR_M else BACK_TOP_M - 0.5
        pieces.append(block((x, y, z - 0.1), (x + size, y + 0.7 * size, z + tall), PLANT))
        pieces.append(
            block(
                (x - 0.1, y - 0.1, z + tall),
                (x + size + 0.1, y + 0.7 * size + 0.1, z + tall + 0.12),
                PLANT.shaded(0.85),
            )
        )
    light = merge(
        [
            block((-1.6, -1.0, -0.1), (1.6, 1.0, 0.35), PLANT.shaded(0.9)),
            extrude.prism(
                profile.rectangle(3.0, 1.8),
                0.35,
                0.95,
                Paint("blue_glass", "#9FB4BE"),
                top_outline=profile.rectangle(2.6, 0.1),
                crease_deg=0.0,
            ),
        ]
    )
    places = [(x, y, ROOF_M) for x in np.linspace(-18, 18, 7) for y in (-30.0, -22.0)]
    return merge([*pieces, transform.at(light, places)])


# Stage tower -----------------------------------------------------------------------------


def _tower(height_m: float) -> MeshData:
    """The blind box over the stage: fluted cream panels between dark slots."""
    (x0, y0), (x1, y1) = TOWER_LOW, TOWER_HIGH
    outline = profile.line((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    low = ROOF_M - 0.2
    core = diced(
        bare(
            extrude.prism(profile.offset(outline, -0.3), low, height_m - 0.3, SLOT, crease_deg=0.0),
            OVER,
            UNDER,
        ),
        5.0,
    )
    faces = []
    for index, count in ((0, 8), (1, 5), (2, 8), (3, 5)):
        a, b = outline[index], outline[(index + 1) % 4]
        length = float(np.linalg.norm(b - a))
        step = length / count
        panel = _fluted(step - 0.5, height_m - low - 0.25)
        row = transform.at(panel, [((i + 0.5) * step, 0.0) for i in range(count)])
        faces.append(transform.on_edge(row, a, b, low))
    rim = extrude.sweep(
        profile.line((-0.5, 0.0), (0.12, 0.0), (0.12, 0.3), (-0.5, 0.3)),
        outline,
        EDGE,
        z_m=height_m - 0.3,
        crease_deg=0.0,
    )
    deck = tiles((x0 + 0.4, y0 + 0.4), (x1 - 0.4, y1 - 0.4), height_m - 0.24, ROOF, 6.0)
    vents = [
        block((x, 4.0, height_m - 0.3), (x + 2.4, 6.4, height_m - 0.02), PLANT)
        for x in (-12.0, -2.0, 9.0)
    ]
    return as_part(merge([core, *faces, rim, deck, *vents]), "stage_tower")


def _fluted(width_m: float, height_m: float) -> MeshData:
    """A panel about x = 0 with upright ribs, standing 0.3 m before the core."""
    count = max(4, round(width_m / 0.55))
    pitch = width_m / count
    x = -width_m / 2 + pitch * np.arange(count)
    rib = np.array([(0.0, 0.0), (0.12, -0.16), (0.62, -0.16), (0.74, 0.0)])
    front = (x[:, None, None] * np.array([1.0, 0.0]) + rib * np.array([pitch, 1.0])).reshape(-1, 2)
    half = width_m / 2
    way = np.concatenate([[(-half, 0.35)], front, [(half, 0.0), (half, 0.35)]])
    levels = np.array([0.0, 0.9, height_m - 0.5, height_m])
    points = [np.column_stack([way, np.full(len(way), z)]) for z in levels]
    faces = extrude.grid_faces(len(levels), len(way))[:, ::-1]
    return solid(np.concatenate(points), faces, PANEL, crease_deg=0.0)


def _flag() -> MeshData:
    """The pole behind the parapet with the sky-blue flag."""
    pole = props.build("flag.kazakhstan")
    return transform.move(transform.scale(pole, 0.8), 0.0, FRONT_M + 3.0, ROOF_M)
