"""The second house of TsUM in its present dress: dark slabs, a great screen, a box on the roof."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks.tsum.old import ROOF, SIGN, STONE
from almaty_tour.mesh.data import MeshData, merge

DARK = Paint("painted_metal", "#4A4442")
SLAB = Paint("painted_metal", "#3A3534")
BRICK = Paint("plaster", "#9A6B55")
PALE = Paint("painted_metal", "#C9C6C2")
WHITE = Paint("plaster", "#F2F0EA")
GLASS = Paint("mirror_glass", "#C2C8CA")
SHOP_GLASS = Paint("window")
LOFT_GLASS = Paint("sky_glass", "#B9C2C6")
BAR = Paint("painted_metal", "#57514E")
SKY = ("#4A5A9A", "#7668A8", "#A878A8", "#D0908C", "#E2AE7C")
PEAKS = (("#5F7FA8", 0.62), ("#3F5F86", 0.44), ("#2E4A66", 0.26))

X0, X1, Y0, Y1 = 9.0, 47.8, -37.0, 10.0
LINK = ((2.0, -32.0), (9.0, -8.0))
BODY_M, UPPER_M, ROOF_M = 15.6, 20.4, 25.6
RIBBON = Opening(3.4, 1.7, bars=(2, 1), frame_m=0.1, frame=BAR, reveal_m=0.2)


def house(height_m: float) -> MeshData:
    """Body with its screen, glass link to the old house, the cantilevered storeys, the rear."""
    return merge([_body(), _fascia_signs(), _link(), _upper(), _sign(height_m), _rear()])


def _panes(
    width_m: float, height_m: float, columns: int, rows: int, glass: Paint = GLASS
) -> MeshData:
    """A glass wall on y = 0 between standing and lying bars, x from 0."""
    pane = quadrilaterals(
        np.array([[(0, 0, 0), (width_m, 0, 0), (width_m, 0, height_m), (0, 0, height_m)]], float),
        glass,
    )
    x = np.linspace(0.0, width_m, columns + 1)
    z = np.linspace(0.0, height_m, rows + 1)
    stand = block((-0.06, -0.16, 0.0), (0.06, 0.0, height_m), BAR)
    lie = block((0.0, -0.1, -0.05), (width_m, 0.0, 0.05), BAR)
    return merge(
        [
            pane,
            transform.at(stand, [(v, 0.0) for v in x]),
            transform.at(lie, [(0.0, 0.0, v) for v in z]),
        ]
    )


def _body() -> MeshData:
    """Three storeys: shop glass below, the framed screen, a glazed corner to the east."""
    width, depth = X1 - X0, Y1 - Y0
    core = block((X0 + 0.1, Y0 + 0.6, -1.5), (X1 - 0.1, Y1, BODY_M), DARK)
    low = transform.move(_panes(width, 4.4, 14, 1, SHOP_GLASS), X0, Y0 + 0.5)
    fascia = block((X0 - 0.1, Y0 - 0.4, 4.4), (X1 + 0.1, Y0 + 0.7, 5.2), SLAB)
    screen_x = (X0 + 0.6, X0 + 24.0)
    corner = transform.move(
        _panes(X1 - screen_x[1] - 1.2, 9.2, 5, 3), screen_x[1] + 0.8, Y0 + 0.3, 5.2
    )
    east = transform.on_edge(_panes(26.0, 9.2, 8, 3), (X1, Y0 + 1.0), (X1, Y0 + 27.0), 5.2)
    east_low = transform.on_edge(
        _panes(26.0, 4.2, 8, 1, SHOP_GLASS), (X1, Y0 + 1.0), (X1, Y0 + 27.0), 0.1
    )
    ribs = block((0.0, -0.12, 5.2), (0.16, 0.0, BODY_M), BAR)
    side = transform.on_edge(
        transform.at(ribs, [(x, 0.0) for x in np.arange(27.4, depth, 1.2)]), (X1, Y0), (X1, Y1)
    )
    top = block((X0 - 0.2, Y0 - 0.3, BODY_M - 1.2), (X1 + 0.2, Y1, BODY_M + 0.5), SLAB)
    lid = extrude.sheet(
        profile.rectangle(width, depth, ((X0 + X1) / 2, (Y0 + Y1) / 2)), BODY_M + 0.53, ROOF
    )
    return merge([core, low, fascia, corner, east, east_low, side, top, lid, _screen(*screen_x)])


def _fascia_signs() -> MeshData:
    """Lit boards of the shops on the fascia, and a pale frame round the doors."""
    boards = ((13.5, "#E8D8A8"), (19.0, "#A8D0E0"), (25.5, "#E0A8A0"), (42.5, "#D8E0C0"))
    lit = [
        block((x - 1.8, Y0 - 0.55, 4.5), (x + 1.8, Y0 - 0.35, 5.1), Paint("lamp_glass", colour))
        for x, colour in boards
    ]
    outline = profile.line((33.0, 0.0), (38.6, 0.0), (38.6, 4.9), (33.0, 4.9))
    hole = profile.line((33.5, 0.05), (38.1, 0.05), (38.1, 4.3), (33.5, 4.3))
    return merge([*lit, extrude.panel(outline, Y0 - 1.0, Y0 + 0.5, PALE, holes=[hole])])


def _screen(x0: float, x1: float) -> MeshData:
    """A lit picture 22 m wide in a pale frame that stands before the front."""
    y, z0, z1 = Y0 - 0.9, 4.9, 16.6
    outer = profile.line((x0, z0), (x1, z0), (x1, z1), (x0, z1))
    frame = extrude.panel(outer, y, Y0 + 0.6, PALE, holes=[profile.offset(outer, -0.9)])
    picture = _picture(x1 - x0 - 1.8, z1 - z0 - 1.8)
    return merge([frame, transform.move(picture, x0 + 0.9, y + 0.5, z0 + 0.9)])


def _picture(width_m: float, height_m: float) -> MeshData:
    """An evening over the mountains, x and z from 0: bands of sky, a sun, three ridges."""
    edges = height_m * np.linspace(1.0, 0.3, len(SKY) + 1)
    pieces = [
        quadrilaterals(
            np.array([[(0, 0, low), (width_m, 0, low), (width_m, 0, high), (0, 0, high)]], float),
            Paint("lamp_glass", colour),
        )
        for colour, high, low in zip(SKY, edges[:-1], edges[1:], strict=True)
    ]
    disc = profile.circle(1.5, 16) + np.array([0.68 * width_m, 0.6 * height_m])
    pieces.append(extrude.panel(disc, -0.03, 0.0, Paint("lamp_glass", "#F6DCA0"), back=False))
    for k, (colour, share) in enumerate(PEAKS):
        seed = hashed(f"tsum/ridge{k}", 9)
        x = np.linspace(0.0, width_m, 9)
        z = height_m * share * (0.62 + 0.5 * fraction(seed, 1))
        outline = np.concatenate([[(0.0, 0.0), (width_m, 0.0)], np.column_stack([x, z])[::-1]])
        out = -0.06 - 0.03 * k
        pieces.append(extrude.panel(outline, out, 0.0, Paint("lamp_glass", colour), back=False))
    return merge(pieces)


def _link() -> MeshData:
    """The recessed glass joint between the two houses."""
    (x0, y0), (x1, y1) = LINK
    body = block((x0, y0 + 0.3, -1.5), (x1, y1, 13.0), DARK)
    glass = transform.move(_panes(x1 - x0, 7.4, 4, 3), x0, y0, 4.8)
    doors = transform.move(_panes(x1 - x0, 3.8, 5, 1, SHOP_GLASS), x0, y0, 0.1)
    beam = block((x0, y0 - 0.5, 3.9), (x1, y0 + 0.4, 4.8), SLAB)
    slope = extrude.panel(
        profile.line((x0, 12.2), (x1, 12.2), (x1, 15.6), (x0, 14.4)), y0 - 0.6, y1, PALE
    )
    return merge([body, glass, doors, beam, slope])


def _upper() -> MeshData:
    """Two slabs with glass between, a brick box behind, and the white-lined loggia on top."""
    x0, x1, y0, y1 = 12.0, 40.0, -34.5, 2.0
    base = block((x0 + 3.0, y0 + 3.0, BODY_M), (x1 - 1.0, y1, UPPER_M), BRICK)
    terrace = block((x0 - 2.6, y0 - 1.6, BODY_M + 1.7), (x0 + 17.0, y0 + 9.0, BODY_M + 2.3), SLAB)
    rail = transform.move(_panes(19.2, 1.1, 10, 1, LOFT_GLASS), x0 - 2.4, y0 - 1.5, BODY_M + 2.3)
    stair = block((x0 + 18.0, y0 + 0.5, BODY_M), (x1, y0 + 3.1, UPPER_M + 2.2), BRICK.shaded(0.92))
    low, high = UPPER_M, ROOF_M
    floor = block((x0 - 3.2, y0 - 2.2, low), (x0 + 18.0, y1 - 4.0, low + 0.5), SLAB)
    roof = block((x0 - 3.6, y0 - 2.6, high - 0.7), (x0 + 18.4, y1 - 3.6, high), SLAB)
    lining = block((x0 - 3.1, y0 - 2.0, high - 0.9), (x0 + 17.8, y1 - 4.2, high - 0.68), WHITE)
    cheek = [
        block((x, y0 - 2.2, low + 0.4), (x + 0.5, y0 + 8.0, high - 0.5), SLAB)
        for x in (x0 - 3.2, x0 + 17.5)
    ]
    back = transform.move(
        _panes(20.2, high - low - 1.2, 9, 2, LOFT_GLASS), x0 - 2.7, y0 + 1.4, low + 0.5
    )
    core = block((x0 - 2.7, y0 + 1.6, low + 0.3), (x0 + 17.5, y1 - 4.2, high - 0.8), BRICK)
    edge = transform.at(
        block((-0.04, -0.04, 0.0), (0.04, 0.04, 1.0), BAR),
        [(x, y0 - 2.3, high) for x in np.linspace(x0 - 3.3, x0 + 18.0, 14)],
    )
    bar = block((x0 - 3.3, y0 - 2.36, high + 0.95), (x0 + 18.1, y0 - 2.26, high + 1.02), BAR)
    units = merge(
        [block((x, -16.0, BODY_M + 0.5), (x + 3.2, -12.0, BODY_M + 2.6), ROOF) for x in (42.0,)]
    )
    return merge(
        [base, terrace, rail, stair, floor, roof, lining, *cheek, back, core, edge, bar, units]
    )


def _sign(height_m: float) -> MeshData:
    """The name of the gallery in tall lit letters on the roof edge."""
    word = lettering("LUMIÈRA", 2.5, SIGN, out_m=0.3, bold_m=0.05, spacing_m=0.3)
    top = float(word.positions[:, 2].max())
    place = transform.move(merge([word, transform.mirror_y(word)]), 19.5, -36.4, height_m - top)
    base = block((13.0, -36.3, height_m - top - 0.25), (26.0, -36.1, height_m - top), BAR)
    legs = [
        block((x - 0.06, -36.25, ROOF_M), (x + 0.06, -36.12, height_m - 0.1), BAR)
        for x in np.linspace(13.2, 25.8, 7)
    ]
    return merge([place, base, *legs])


def _rear() -> MeshData:
    """The lower stores and offices towards the yard, with ribbon windows."""
    x0, x1, y0, y1, top = -48.6, 47.8, -6.0, 37.0, 13.2
    step = (x1 - x0) / 20
    bay = wall(
        step, top, STONE.shaded(0.92), [Placed(step / 2, z, RIBBON) for z in (1.6, 5.6, 9.6)]
    )
    north = transform.on_edge(
        transform.at(bay, [(step * k, 0.0) for k in range(20)]), (x1, y1), (x0, y1)
    )
    west = transform.on_edge(
        transform.at(bay, [(step * k, 0.0) for k in range(8)]), (x0, y1), (x0, y1 - 8 * step)
    )
    strip = transform.on_edge(
        wall(y1 - 8 * step - y0, top, STONE.shaded(0.92)), (x0, y1 - 8 * step), (x0, y0)
    )
    east = transform.on_edge(
        transform.at(bay, [(step * k, 0.0) for k in range(5)]), (x1, Y1), (x1, Y1 + 5 * step)
    )
    plug = transform.on_edge(
        wall(y1 - Y1 - 5 * step, top, STONE.shaded(0.92)), (x1, Y1 + 5 * step), (x1, y1)
    )
    ring = profile.line((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    foot = extrude.prism(ring, -1.5, 0.02, DARK)
    lid = extrude.sheet(ring, top - 0.2, ROOF)
    edge = profile.line((0.1, -0.3), (0.1, 0.6), (-0.3, 0.6), (-0.3, -0.3))
    rim = extrude.sweep(edge, ring, PALE, z_m=top, crease_deg=0.0)
    units = [
        block((x, y, top - 0.2), (x + 3.4, y + 2.4, top + 1.8), PALE.shaded(0.9))
        for x in (-38.0, -26.0, -10.0, 8.0, 26.0)
        for y in (14.0, 25.0)
    ]
    lights = [block((x, 4.0, top - 0.2), (x + 8.0, 8.0, top + 0.9), GLASS) for x in (-40.0, -24.0)]
    south = block((x0, y0, 0.0), (2.0, y0 + 0.3, top), STONE.shaded(0.9))
    column = block((X1 - 0.5, Y0 + 0.2, 0.0), (X1 + 0.06, Y0 + 1.1, BODY_M - 0.9), SLAB)
    joint = block((X1 - 0.4, Y1 - 0.3, 0.0), (X1 + 0.15, Y1 + 0.3, BODY_M - 0.5), DARK)
    return merge(
        [joint, column, north, west, strip, east, plug, foot, lid, rim, *units, *lights, south]
    )
