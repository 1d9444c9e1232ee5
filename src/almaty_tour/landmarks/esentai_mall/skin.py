"""The skin of Esentai Mall: pale glass tiles, a slanting dark band, studded lower field, shops."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import profile as p
from almaty_tour.kit.curtain import Curtain, around, face
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, box, prism
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.solid import solid
from almaty_tour.kit.transform import at, on_edge
from almaty_tour.mesh.data import MeshData, merge

HALF_X_M, HALF_Y_M = 69.0, 34.0
SHOPS_M, ROOF_M = 4.8, 21.0
BODY = p.rectangle(2 * HALF_X_M, 2 * HALF_Y_M)
FRONT_BAND = ((-69.0, 11.2, 14.4), (18.0, 4.8, 6.2))
"""The slanting band on the long front: (x, lower edge, upper edge) at both of its ends."""
SIDE_BAND = ((0.0, 5.6, 7.4), (68.0, 11.2, 14.4))
ENTRANCE = (22.0, 46.0)

METAL = Paint("painted_metal", "#8C9894")
WHITE = Paint("painted_metal", "#E6E8E5")
DARK = Paint("painted_metal", "#5B666A")
STONE = Paint("granite", "#C6C0B4")
TILE = Curtain(
    Paint("glazed_tile", "#B4C2BA"),
    Paint("glazed_tile", "#B4C2BA"),
    Paint("painted_metal", "#7F8C87"),
    storey_m=4.0,
    sill_m=0.0,
    pane_m=2.4,
    base_m=1.0,
    variety=0.13,
    tilt_deg=0.4,
    mullion_m=(0.06, 0.03),
    transom_m=(0.06, 0.03),
)
SHOP = Curtain(
    Paint("window", "#C8D2D4"),
    Paint("window", "#98A2A4"),
    METAL,
    storey_m=SHOPS_M,
    sill_m=0.35,
    pane_m=2.4,
    variety=0.2,
    mullion_m=(0.1, 0.12),
)
ATRIUM = Curtain(
    Paint("sky_glass", "#B9B0AA"),
    Paint("sky_glass", "#A29A95"),
    WHITE,
    storey_m=3.4,
    sill_m=0.3,
    pane_m=1.7,
    variety=0.18,
    mullion_m=(0.1, 0.16),
    transom_m=(0.1, 0.1),
)


def walls() -> MeshData:
    """All four sides above the shops, and the foot under them."""
    body = p.rectangle(2 * HALF_X_M - 5.0, 2 * HALF_Y_M - 5.0)
    return merge(
        [
            around(BODY, SHOPS_M, ROOF_M, TILE, "mall tiles"),
            around(body, 0.0, SHOPS_M, SHOP, "mall shops"),
            diced(_soffit(), 8.0),
            _plinth(body),
        ]
    )


def _soffit() -> MeshData:
    """The underside of the upper storeys, and the piers that carry their edge."""
    x, y, z = HALF_X_M, HALF_Y_M, SHOPS_M
    under = quadrilaterals([[(-x, y, z), (x, y, z), (x, -y, z), (-x, -y, z)]], WHITE.shaded(0.8))
    pier = box(1.2, 0.8, SHOPS_M + 1.5, STONE, bottom_m=-1.5)
    spots = [(v, s * (y - 0.8)) for v in np.linspace(-x + 1.0, x - 1.0, 18) for s in (-1, 1)]
    ends = [(s * (x - 0.8), v) for v in np.linspace(-y + 8.0, y - 8.0, 6) for s in (-1, 1)]
    return merge([under, at(pier, spots), at(pier, ends)])


def _plinth(body: np.ndarray) -> MeshData:
    edge = p.offset(body, 0.1)
    sides = [(edge[i], edge[(i + 1) % 4]) for i in range(4)]
    quads = [[(*a, -1.5), (*b, -1.5), (*b, 0.5), (*a, 0.5)] for a, b in sides]
    return quadrilaterals(quads, STONE.shaded(0.75))


def fields() -> MeshData:
    """The studded lower field and the dark band over it on the front and on the left side."""
    front = _field(FRONT_BAND, HALF_X_M, "front")
    side = _field(SIDE_BAND, 0.0, "side")
    return merge(
        [
            on_edge(front, (-HALF_X_M, -HALF_Y_M), (HALF_X_M, -HALF_Y_M)),
            on_edge(side, (-HALF_X_M, HALF_Y_M), (-HALF_X_M, -HALF_Y_M)),
        ]
    )


def _field(
    band: tuple[tuple[float, ...], tuple[float, ...]], shift_m: float, name: str
) -> MeshData:
    """One side on the plane y = 0, x from the left end of the side."""
    (x0, low0, up0), (x1, low1, up1) = band
    a, b = x0 + shift_m, x1 + shift_m
    lower = face((a, -0.3), (b, -0.3), SHOPS_M, (low0, low1), TILE, f"mall field {name}")
    count = max(2, round((b - a) / 2.2))
    x = np.linspace(a, b, count + 1)
    low, up = np.linspace(low0, low1, count + 1), np.linspace(up0, up1, count + 1)
    flat = np.full(count + 1, -0.12)
    p0, p1 = np.column_stack([x, flat - 0.18, low]), np.column_stack([x, flat, up])
    gap = np.array([0.04, 0.0, 0.0])
    panes = np.stack([p0[:-1] + gap, p0[1:] - gap, p1[1:] - gap, p1[:-1] + gap], axis=1)
    rims = struts([p0[0], p1[0]], [p0[-1], p1[-1]], 0.18, METAL, caps=False)
    dark = Paint("window", "#7C8C92")
    return merge([lower, quadrilaterals(panes, dark), rims, _studs(band, shift_m, name)])


def _studs(
    band: tuple[tuple[float, ...], tuple[float, ...]], shift_m: float, name: str
) -> MeshData:
    """Low four-sided points on the tiles of the lower field, of three sizes."""
    (x0, low0, _), (x1, low1, _) = band
    grid = np.stack(
        np.meshgrid(np.arange(x0 + 0.9, x1, 1.25), np.arange(SHOPS_M + 0.7, 11.0, 1.0)), axis=-1
    ).reshape(-1, 2)
    limit = low0 + (grid[:, 0] - x0) / (x1 - x0) * (low1 - low0)
    grid = grid[grid[:, 1] < limit - 0.6]
    half = 0.16 + 0.16 * fraction(hashed(f"mall studs {name}", len(grid)), 1)
    stud = np.array([(-1, 0, -1), (1, 0, -1), (1, 0, 1), (-1, 0, 1), (0, -0.7, 0)], np.float64)
    points = stud[None] * half[:, None, None]
    points[..., 0] += grid[:, None, 0] + shift_m
    points[..., 1] -= 0.3
    points[..., 2] += grid[:, None, 1]
    ring = np.array([(0, 1, 4), (1, 2, 4), (2, 3, 4), (3, 0, 4)])
    faces = ring[None] + 5 * np.arange(len(grid))[:, None, None]
    return solid(
        points.reshape(-1, 3), faces.reshape(-1, 3), Paint("glazed_tile", "#C6D2CB"), crease_deg=0.0
    )


def awning() -> MeshData:
    """The white metal canopy along the foot of the front, on slim struts."""
    x, y = HALF_X_M, HALF_Y_M
    left, right = ENTRANCE[0] - 1.0, ENTRANCE[1] + 1.0
    pieces = []
    for a, b in ((-x - 1.0, left), (right, x + 1.0)):
        pieces.append(block((a, -y - 5.0, SHOPS_M - 0.1), (b, -y + 0.2, SHOPS_M + 0.35), WHITE))
        pieces.append(block((a, -y - 5.3, SHOPS_M - 0.25), (b, -y - 5.0, SHOPS_M + 0.7), WHITE))
        spots = np.arange(a + 3.0, b - 1.0, 8.0)
        pieces.append(
            struts(
                [(v, -y - 4.6, SHOPS_M + 0.4) for v in spots],
                [(v, -y - 0.1, SHOPS_M + 2.6) for v in spots],
                0.12,
                METAL,
            )
        )
        lamp = box(0.8, 0.25, 0.05, Paint("lamp_glass"), bottom_m=SHOPS_M - 0.16)
        pieces.append(at(lamp, [(v, -y - 2.6) for v in spots]))
    side = block((-x - 3.0, -y - 5.0, SHOPS_M - 0.1), (-x - 1.0, -y + 16.0, SHOPS_M + 0.35), WHITE)
    return diced(merge([*pieces, side]), 8.0)


def entrance() -> MeshData:
    """The tall glazed bay over the main doors: it bends forward and overtops the roof."""
    y, top = -HALF_Y_M, ROOF_M + 3.0
    a, b = ENTRANCE
    bow = np.array([(a, y + 1.0), (a + 4.0, y - 2.6), (a + 12.0, y - 4.2), (b - 4.0, y - 2.6),
                    (b, y + 1.0)])  # fmt: skip
    glass = merge(
        [
            face(bow[i], bow[i + 1], 0.0, (top, top), ATRIUM, f"mall atrium {i}")
            for i in range(len(bow) - 1)
        ]
    )
    back = np.array([(b, y + 14.0), (a, y + 14.0)])
    ring = np.concatenate([bow, back])
    walls_behind = [
        face(
            ring[i],
            ring[(i + 1) % len(ring)],
            ROOF_M - 0.5,
            (top, top),
            ATRIUM,
            f"mall lantern {i}",
        )
        for i in range(4, len(ring))
    ]
    fins = struts([(*q, -1.5) for q in bow], [(*q, top + 0.6) for q in bow], 0.45, WHITE, caps=True)
    return merge([glass, *walls_behind, fins, _lid(ring, top), _doors()])


def _lid(ring: np.ndarray, top_m: float) -> MeshData:
    """A white slab with a glazed eye and ribs over it."""
    eye = p.offset(ring, -3.2)
    x = np.linspace(ENTRANCE[0] + 5.0, ENTRANCE[1] - 5.0, 8)
    ribs = struts(
        [(v, -HALF_Y_M + 2.5, top_m + 0.85) for v in x],
        [(v, -HALF_Y_M + 10.0, top_m + 0.85) for v in x],
        0.2,
        METAL,
        caps=False,
    )
    return merge(
        [
            prism(p.offset(ring, 0.7), top_m, top_m + 0.6, WHITE),
            prism(eye, top_m + 0.5, top_m + 0.85, Paint("sky_glass", "#B9B0AA")),
            ribs,
        ]
    )


def _doors() -> MeshData:
    """A portal of stone and a low canopy before the bay."""
    middle = sum(ENTRANCE) / 2
    y = -HALF_Y_M - 4.2
    return merge(
        [
            block((middle - 5.4, y - 1.4, -1.5), (middle - 4.6, y + 1.4, 4.6), STONE),
            block((middle + 4.6, y - 1.4, -1.5), (middle + 5.4, y + 1.4, 4.6), STONE),
            block((middle - 6.4, y - 3.2, 4.2), (middle + 6.4, y + 1.8, 4.8), WHITE),
        ]
    )
