"""The upper station: a white barrel vault, open towards the rope, a ticket hall behind."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.rail import railing
from almaty_tour.kit.roof import tent
from almaty_tour.kit.solid import solid
from almaty_tour.kit.wall import Placed, rhythm, wall
from almaty_tour.landmarks._shared.ropeway_station import shallow, shell
from almaty_tour.landmarks.kok_tobe_park import plan
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

ROOF = Paint("roof_metal", "#DFE3E6")
SOFFIT = Paint("painted_metal", "#C9C2B4")
WALL = Paint("plaster", "#E6E4DE")
PANEL = Paint("painted_metal", "#E3E6E8")
INNER = Paint("plaster", "#B99B76")
GREEN = Paint("lettering", "#46A52B")
RED = Paint("lettering", "#CE2430")

HALF_M, FRONT_M, INNER_M, BACK_M = 13.0, -14.0, 7.5, 27.0
SPRING_M, TOP_M = 4.4, 11.0
OVER_M = 0.9
LEAN_M = 4.2


def hall() -> MeshData:
    """Vault, gables, side walls, the glazed lean-to, the platform."""
    return merge([_vault(), _front(), _inside(), _sides(), _back(), _lean_to(), _platform()])


def arc(half_m: float = HALF_M, drop_m: float = 0.0, steps: int = 20) -> F64:
    """(steps + 1, 2) the vault's line from right to left."""
    return np.asarray(shallow(half_m, TOP_M - SPRING_M, steps) + np.array([0.0, SPRING_M - drop_m]))


def _vault() -> MeshData:
    """The sheet roof with standing seams, its lining, the white band of both gables."""
    y0, y1 = FRONT_M - OVER_M, BACK_M + OVER_M
    outer, inner = arc(HALF_M + 0.3), arc(HALF_M + 0.3, 0.7)
    pieces = [shell(outer, y0, y1, ROOF, up=True), shell(inner, y0, y1, SOFFIT, up=False)]
    rim = np.concatenate([outer, inner[::-1]])
    points, faces = extrude.triangulate(rim)
    for y, back in ((y0, False), (y1, True)):
        flat = np.column_stack([points[:, 0], np.full(len(points), y), points[:, 1]])
        pieces.append(solid(flat, faces[:, ::-1] if back else faces, PANEL))
    for s in (-1.0, 1.0):
        x = s * (HALF_M + 0.3)
        pieces.append(
            extrude.block((x - 0.25, y0, SPRING_M - 0.75), (x + 0.25, y1, SPRING_M + 0.05), PANEL)
        )
    rows = np.arange(y0 + 0.6, y1, 1.45)
    line = np.column_stack([outer[::2, 0], 0 * outer[::2, 0], outer[::2, 1] + 0.03])
    step = np.stack([0 * rows, rows, 0 * rows], axis=1)[:, None]
    starts, ends = (line[None, :-1] + step).reshape(-1, 3), (line[None, 1:] + step).reshape(-1, 3)
    pieces.append(struts(starts, ends, 0.09, ROOF.shaded(0.86), caps=False))
    ribs = np.column_stack([inner[::2, 0], 0 * inner[::2, 0], inner[::2, 1] - 0.16])
    rows = np.array([FRONT_M + 0.3, -7.0, 0.0])
    step = np.stack([0 * rows, rows, 0 * rows], axis=1)[:, None]
    starts, ends = (ribs[None, :-1] + step).reshape(-1, 3), (ribs[None, 1:] + step).reshape(-1, 3)
    pieces.append(struts(starts, ends, 0.24, PANEL, depth_m=0.34, caps=False))
    return merge(pieces)


def _under(x0: float, x1: float, foot_m: float, drop_m: float) -> F64:
    """Outline in (x, z) between two sides, the foot and the vault's lining."""
    line = arc(HALF_M, drop_m, 40)
    keep = (line[:, 0] > x0 + 1e-6) & (line[:, 0] < x1 - 1e-6)
    ends = [np.interp(x, line[::-1, 0], line[::-1, 1]) for x in (x1, x0)]
    return np.concatenate(
        [[(x0, foot_m), (x1, foot_m), (x1, ends[0])], line[keep], [(x0, ends[1])]]
    )


def _front(drop_m: float = 0.68) -> MeshData:
    """The arch to the city: a closed white part on the left, the leg on the right."""
    left = extrude.panel(_under(-HALF_M, -6.6, -0.3, drop_m), FRONT_M, FRONT_M + 0.5, PANEL)
    leg = extrude.panel(_under(11.6, HALF_M, -0.3, drop_m), FRONT_M - 0.3, FRONT_M + 1.4, PANEL)
    pier = extrude.block((-7.4, FRONT_M - 0.25, -0.3), (-6.2, FRONT_M + 1.4, 8.4), PANEL)
    slit = [
        extrude.block((x, FRONT_M - 0.04, 1.0), (x + 0.9, FRONT_M, 3.4), plan.GLASS)
        for x in (-12.0, -10.4, -8.8)
    ]
    return merge([left, leg, pier, *slit])


def _inside() -> MeshData:
    """The wall behind the platform: glass doors, a clock, a warm lining."""
    rear = extrude.panel(_under(-HALF_M, HALF_M, 0.0, 0.68), INNER_M, INNER_M + 0.3, INNER)
    doors = [
        extrude.block((x - 1.5, INNER_M - 0.06, 0.1), (x + 1.5, INNER_M, 3.0), plan.GLASS)
        for x in (-8.5, 8.5)
    ]
    wide = extrude.block((-3.6, INNER_M - 0.06, 0.1), (3.6, INNER_M, 6.2), plan.GLASS)
    bars = struts(
        [(x, INNER_M - 0.1, 0.1) for x in (-1.8, 0.0, 1.8)],
        [(x, INNER_M - 0.1, 6.2) for x in (-1.8, 0.0, 1.8)],
        0.12,
        plan.WHITE,
    )
    sign = transform.move(lettering("АЛМАТЫ", 0.8, RED, out_m=0.1), y=INNER_M - 0.02, z=6.9)
    return merge([rear, *doors, wide, bars, sign])


def _sides() -> MeshData:
    """Side walls under the vault's springing: panels, windows on the restaurants' side."""
    length, high = BACK_M - FRONT_M, SPRING_M - 0.7
    pane = Opening(2.4, 1.9, bars=(2, 1), reveal_m=0.2, glass=plan.GLASS, frame=plan.GREY)
    right = wall(length, high, WALL, rhythm(length, 12, pane, 1.1))
    left = wall(length, high, WALL)
    return merge(
        [
            transform.on_edge(right, (HALF_M, FRONT_M), (HALF_M, BACK_M)),
            transform.on_edge(left, (-HALF_M, BACK_M), (-HALF_M, FRONT_M)),
            extrude.block((HALF_M - 0.3, FRONT_M, 0.0), (HALF_M - 0.25, INNER_M, high), INNER),
            extrude.block((-HALF_M + 0.25, FRONT_M, 0.0), (-HALF_M + 0.3, INNER_M, high), INNER),
        ]
    )


def _back() -> MeshData:
    """The gable of the ticket hall: doors, the ticket window, green and red letters over them."""
    line = _under(-HALF_M, HALF_M, 0.0, 0.68)
    gable = extrude.panel(line, 0.0, 0.4, PANEL)
    door = Opening(6.4, 3.2, bars=(6, 1), reveal_m=0.1, glass=plan.GLASS, frame=plan.GREY)
    side = Opening(2.6, 2.2, bars=(2, 1), reveal_m=0.1, glass=plan.GLASS, frame=plan.GREY)
    low = wall(
        24.0, 3.9, PANEL, [Placed(11.0, 0.0, door), Placed(19.0, 0.9, side), Placed(3.6, 0.9, side)]
    )
    seams = struts(
        [(-11.5, -0.02, z) for z in (4.7, 5.9, 7.1, 8.3)],
        [(11.5, -0.02, z) for z in (4.7, 5.9, 7.1, 8.3)],
        0.05,
        plan.GREY,
    )
    name = transform.move(
        lettering("Көк Төбе", 1.75, GREEN, out_m=0.3, bold_m=0.06), x=-2.2, y=-0.05, z=5.1
    )
    till = transform.move(
        lettering("КАССА", 0.62, RED, out_m=0.14, bold_m=0.02), x=7.4, y=-0.1, z=4.1
    )
    roof = extrude.block((-12.0, -1.8, 3.9), (12.0, 0.0, 4.06), plan.WHITE)
    posts = struts(
        [(x, -1.6, 0.0) for x in (-11.6, -4.8, 2.6, 11.6)],
        [(x, -1.6, 3.9) for x in (-11.6, -4.8, 2.6, 11.6)],
        0.18,
        plan.WHITE,
    )
    front = transform.move(low, x=-12.0, y=-0.06)
    whole = merge([gable, front, seams, name, till, roof, posts])
    return transform.move(transform.turn_z(whole, 180.0), y=BACK_M)


def _lean_to() -> MeshData:
    """Glass kiosks along the side of the plateau under a low sheet roof."""
    x1, x0, y0, y1 = -HALF_M, -HALF_M - LEAN_M, -9.0, 22.0
    roof = [
        (x0 - 0.5, y0 - 0.3, 3.25),
        (x1, y0 - 0.3, 4.35),
        (x1, y1 + 0.3, 4.35),
        (x0 - 0.5, y1 + 0.3, 3.25),
    ]
    low = np.array(roof) - [0, 0, 0.16]
    points = np.concatenate([low, roof])
    faces = [
        (0, 2, 1),
        (0, 3, 2),
        (4, 5, 6),
        (4, 6, 7),
        (0, 1, 5),
        (0, 5, 4),
        (2, 3, 7),
        (2, 7, 6),
        (3, 0, 4),
        (3, 4, 7),
        (1, 2, 6),
        (1, 6, 5),
    ]
    length = y1 - y0
    pane = Opening(2.5, 2.5, bars=(2, 2), reveal_m=0.12, glass=plan.GLASS, frame=plan.WHITE)
    side = transform.on_edge(
        wall(length, 3.2, WALL, rhythm(length, 11, pane, 0.4)), (x0, y1), (x0, y0)
    )
    ends = [
        transform.on_edge(wall(LEAN_M, 3.6, WALL), (x0, y0), (x1, y0)),
        transform.on_edge(wall(LEAN_M, 3.6, WALL), (x1, y1), (x0, y1)),
    ]
    booth = extrude.box(2.6, 2.6, 2.7, plan.GREY, centre=(-11.0, -17.4), bottom_m=0.0)
    cap = transform.move(tent(profile.rectangle(3.2, 3.2), 0.0, 1.0, PANEL), -11.0, -17.4, 2.7)
    return merge([solid(points, faces, ROOF, crease_deg=0.0), side, *ends, booth, cap])


def _platform() -> MeshData:
    """Posts of the rope's frame, railings between the two ways, turnstiles."""
    posts = [
        extrude.block((x - 0.22, y - 0.22, 0.0), (x + 0.22, y + 0.22, 6.1), plan.GREY)
        for x in (-5.2, 5.2)
        for y in (-9.0, -1.5)
    ]
    beams = struts(
        [(-5.2, y, 6.15) for y in (-9.0, -1.5)],
        [(5.2, y, 6.15) for y in (-9.0, -1.5)],
        0.36,
        plan.GREY,
    )
    drive = extrude.block((-1.0, -2.2, 5.5), (1.0, 1.4, 6.4), Paint("painted_metal", "#2F6FB0"))
    hand = [
        railing(
            [(s * 1.7, -12.5), (s * 1.7, 0.5)], plan.GREY, z_m=plan.GROUND_M, bars=3, post_m=1.8
        )
        for s in (-1.0, 1.0)
    ]
    court = railing(
        [(-6.5, FRONT_M - 1.0), (-6.5, -29.5), (6.5, -29.5), (6.5, FRONT_M - 1.0)],
        plan.GREY,
        z_m=plan.GROUND_M,
        bars=4,
        post_m=2.0,
    )
    return merge([*posts, beams, drive, *hand, court])
