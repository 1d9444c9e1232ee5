"""Central State Museum: pale stone, folded bracket piers, eight blue-capped towers, a dome."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import extrude, profile, roof, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks.central_state_museum import roofs, setting, walls
from almaty_tour.landmarks.central_state_museum.walls import STONE, WALL_M
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

HALF_X_M, HALF_Y_M = 55.7, 19.7
TOWER_X_M = (51.75, 18.2)
TOWER_Y_M = 15.75
WALL_Y_M = 16.6
ROOF = Paint("roof_flat", "#A5A19A")
ROOF_GLASS = Paint("blue_glass", "#9AA6AE")
SMALL_LIGHTS = ((-25.0, -8.0), (-25.0, 8.0), (-32.5, 0.0), (-46.0, -9.0), (-46.5, 6.5),
                (26.0, 9.0), (33.0, 8.0), (45.5, -9.5), (46.0, 8.5), (25.5, -9.0))  # fmt: skip
LARGE_LIGHTS = ((-39.0, 8.5), (32.0, -8.5))
RIDGE_LIGHTS = ((-38.5, -6.0), (39.5, 1.0))
PLANT = (
    (21.6, 12.4, 5.0, 3.2, 2.0),
    (-21.6, 12.4, 5.0, 3.2, 2.0),
    (-31.0, 11.0, 3.0, 2.0, 1.4),
    (28.0, 0.5, 2.2, 3.6, 1.2),
    (46.5, 0.0, 2.4, 2.4, 1.6),
    (-45.0, -1.5, 2.0, 3.0, 1.1),
)


def build(spec: LandmarkSpec) -> Model:
    """The museum on its terrace with the flower garden before it; the front looks to -y."""
    mesh = merge(
        [
            as_part(merge([_core(), _wings(), _ends(), _rear()]), "body"),
            as_part(_centre(), "portal_block"),
            as_part(_portal(), "portal"),
            as_part(_towers(), "towers"),
            as_part(roofs.dome(spec.height_m), "main_dome"),
            setting.ground(),
        ]
    )
    return Model(mesh, setting.props(), setting.collision())


def _core() -> MeshData:
    """The closed box behind the pier walls, its flat roof and the railing on it."""
    half_x, half_y = TOWER_X_M[0], WALL_Y_M - 0.9
    plan = profile.rectangle(2 * half_x, 2 * half_y)
    box = extrude.prism(plan, -1.5, WALL_M - 0.4, walls.SHADE, top=False, crease_deg=0)
    deck = _deck((-52.2, -46.0, -33.0, -22.8, 0.0, 22.8, 33.0, 46.0, 52.2),
                 (-16.6, -11.0, 0.0, 11.0, 16.6))  # fmt: skip
    return merge([box, deck, _roof_lights(), _roof_rail()])


def _deck(x_m: tuple[float, ...], y_m: tuple[float, ...]) -> MeshData:
    """The flat roof as a net of points: its corners lie inside towers and see no sky."""
    net = np.stack(np.meshgrid(x_m, y_m, indexing="ij"), axis=-1).reshape(-1, 2)
    points = np.column_stack([net, np.full(len(net), WALL_M - 0.35)])
    return solid(points, extrude.grid_faces(len(x_m), len(y_m)), ROOF)


def _roof_lights() -> MeshData:
    """Lights over the halls, of three kinds, and plant between them; the two wings differ."""
    z = WALL_M - 0.35
    curb = extrude.box(2.6, 2.6, 0.8, STONE, bottom_m=z)
    small = merge([curb, roof.tent(profile.rectangle(2.4, 2.4), z + 0.8, 0.9, ROOF_GLASS)])
    large = transform.scale(small, 1.35, 1.35, 1.0)
    ridge = merge(
        [
            extrude.box(2.4, 8.4, 0.6, STONE, bottom_m=z),
            roof.gable(2.1, 8.0, 0.8, ROOF_GLASS.shaded(0.9), z_m=z + 0.6, along_y=True),
        ]
    )
    return merge([
        transform.at(small, SMALL_LIGHTS),
        transform.at(large, LARGE_LIGHTS),
        transform.at(ridge, RIDGE_LIGHTS),
        *(extrude.box(w, d, h, walls.SHADE, centre=(x, y), bottom_m=z) for x, y, w, d, h in PLANT),
    ])  # fmt: skip


def _roof_rail() -> MeshData:
    """The thin white railing that stands on the attics of the wings."""
    post = block((-0.03, -0.03, 0), (0.03, 0.03, 0.9), walls.BAR)
    rail = block((-0.5, -0.025, 0.84), (0.5, 0.025, 0.9), walls.BAR)
    low = block((-0.5, -0.02, 0.42), (0.5, 0.02, 0.46), walls.BAR)
    bay = transform.scale(merge([rail, low]), 2.2, 1.0, 1.0)
    pieces = []
    for s in (-1, 1):
        for y in (-WALL_Y_M - 0.7, WALL_Y_M + 0.7):
            start, end = (s * 35.0 - 13.2, y, WALL_M), (s * 35.0 + 13.2, y, WALL_M)
            pieces.append(transform.along(bay, start, end, 12, ends=False))
            pieces.append(transform.along(post, start, end, 13))
    return merge(pieces)


def _wings() -> MeshData:
    """Front and rear: two stretches of five piers each, with their attics."""
    clear = TOWER_X_M[0] - TOWER_X_M[1] - 2 * roofs.TOWER_HALF_M
    middle = (TOWER_X_M[0] + TOWER_X_M[1]) / 2
    stretch = transform.move(walls.bays(clear + 0.6, 5), 0, -WALL_Y_M + 0.5)
    y = -WALL_Y_M - 1.2
    half = clear / 2 + 0.5
    attic = walls.attic(profile.line((-half, y), (half, y)), 2.6)
    wing = merge([stretch, attic])
    front = transform.at(wing, [(-middle, 0), (middle, 0)])
    back = transform.turn_z(merge([front, transform.at(wing, [(0, 0)])]), 180.0)
    return merge([front, back])


def _ends() -> MeshData:
    """The two short sides: three piers between corner towers."""
    clear = 2 * TOWER_Y_M - 2 * roofs.TOWER_HALF_M
    stretch = transform.move(walls.bays(clear + 0.6, 4), 0, -TOWER_X_M[0] - 0.4)
    half = clear / 2 + 0.55
    y = -TOWER_X_M[0] - 2.1
    attic = walls.attic(profile.line((-half, y), (half, y)), 3.0)
    end = merge([stretch, attic])
    return merge([transform.turn_z(end, 90.0), transform.turn_z(end, -90.0)])


def _towers() -> MeshData:
    """Eight towers, each with weather of its own on its cap."""
    spots = [(s * x, y) for y in (-TOWER_Y_M, TOWER_Y_M) for x in TOWER_X_M for s in (-1, 1)]
    return merge([
        transform.move(transform.turn_z(roofs.tower(f"tower{k}"), 180.0 * (y > 0)), x, y)
        for k, (x, y) in enumerate(spots)
    ])  # fmt: skip


def _centre() -> MeshData:
    """The middle block that steps forward: piers and slabs under a deep polygonal attic."""
    y = setting.PORTAL_FRONT_M + 2.4
    pieces = []
    for s in (-1.0, 1.0):
        for at_m, near_m, far_m in ((11.55, 2.675, 1.25), (6.2, 1.6, 2.675)):
            pier = walls.pier(near_m if s > 0 else far_m, far_m if s > 0 else near_m)
            pieces.append(transform.move(pier, s * at_m, y))
        pieces.append(transform.move(merge([walls.slab(), walls.hood_bars(1.5)]), s * 8.875, y))
    glass = [walls.glass_strip(a, b, 2.4, walls.SOFFIT_M) for a, b in ((-13.2, -4.4), (4.4, 13.2))]
    pieces.append(transform.move(merge(glass), 0, y))
    foot = walls.footing(8.9)
    pieces += [transform.move(foot, s * 8.75, y) for s in (-1, 1)]
    pieces += [_return(s, y) for s in (-1, 1)]
    f = setting.PORTAL_FRONT_M
    path = profile.line(
        (-15.4, -18.4), (-15.4, f + 2.6), (-12.8, f), (12.8, f), (15.4, f + 2.6), (15.4, -18.4)
    )
    pieces.append(walls.attic(path, 0.8))
    inner = np.concatenate([profile.offset(path, -0.1), [(13.0, -12.0), (-13.0, -12.0)]])
    low = walls.SOFFIT_M + 0.02
    pieces.append(extrude.prism(inner, low, low + 0.4, STONE))
    pieces.append(extrude.sheet(inner, WALL_M - 0.3, ROOF))
    return merge(pieces)


def _return(side: float, y_m: float) -> MeshData:
    """The glazed flank between the centre's last pier and the tower, with a closed core."""
    depth = -15.0 - y_m
    core = profile.rectangle(12.4, depth - 1.2, (side * 6.9, y_m + 0.6 + depth / 2))
    strip = walls.glass_strip(4.1, depth, 2.4, walls.SOFFIT_M)
    wall = block((0.0, -0.05, 2.2), (4.2, 0.3, walls.SOFFIT_M), walls.FLUTED)
    flank = transform.turn_z(merge([strip, wall]), 90.0)
    if side < 0:
        flank = transform.mirror_x(flank)
    sill = block((12.4, y_m + 0.2, -1.5), (13.9, y_m + depth, 2.9), walls.GRANITE)
    return merge(
        [
            extrude.prism(core, -1.5, walls.SOFFIT_M, walls.SHADE, crease_deg=0),
            transform.move(flank, side * 13.15, y_m + 0.1),
            sill if side > 0 else transform.mirror_x(sill),
        ]
    )


def _portal() -> MeshData:
    """The pointed glass portal, in the line of the centre's piers."""
    return transform.move(walls.portal(), 0, setting.PORTAL_FRONT_M + 2.4)


def _rear() -> MeshData:
    """Two lower store wings behind: stone on a granite foot, framed slits, a flat roof."""
    plan = profile.rectangle(24.0, 16.0, (0.0, 8.0))
    core = extrude.prism(plan, 2.1, 8.7, STONE, top=False, bottom=False, crease_deg=0)
    foot = extrude.sweep(
        profile.line((0, -1.5), (0.3, -1.5), (0.3, 0.1), (0.3, 1.9), (0, 2.2)), plan, walls.GRANITE
    )
    band = profile.line((0, 8.6), (0.45, 8.9), (0.45, 10.4), (-0.4, 10.4), (-0.4, 8.6))
    attic = extrude.sweep(band, plan, STONE, crease_deg=0)
    edge = extrude.sweep(
        profile.line((0.4, 10.4), (0.55, 10.4), (0.55, 10.5), (0.4, 10.5)), plan, walls.BLUE
    )
    deck = extrude.sheet(profile.offset(plan, -0.38), 10.0, ROOF)
    slit = merge(
        [block((-0.4, -0.04, 3.0), (0.4, 0.1, 8.2), walls.GLASS),
         *(block((x - 0.14, -0.2, 2.7), (x + 0.14, 0.1, 8.6), walls.FLUTED) for x in (-0.54, 0.54))]
    )  # fmt: skip
    back = transform.turn_z(transform.at(slit, [(x, 0) for x in np.linspace(-9.5, 9.5, 6)]), 180.0)
    sides = [
        transform.move(transform.turn_z(transform.at(slit, [(x, 0) for x in (-5, 0, 5)]), 90.0 * s),
                       12.0 * s, 8.0)
        for s in (-1, 1)
    ]  # fmt: skip
    wing = merge([core, foot, attic, edge, deck, transform.move(back, 0, 16.0), *sides])
    return transform.at(wing, [(-31, HALF_Y_M - 0.2), (31, HALF_Y_M - 0.2)])
