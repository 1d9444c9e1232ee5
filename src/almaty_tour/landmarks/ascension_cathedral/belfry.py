"""The belfry of the Ascension Cathedral: bell stage, fans, tent with dormers, two onions."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, hexahedra, lathe, profile, transform
from almaty_tour.kit.diamonds import diamond_strip
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks.ascension_cathedral import ornament, paint
from almaty_tour.mesh.data import MeshData, merge

HALF = 3.5
SILL_M = 17.3
HEAD_M = 20.75
R, G, B = paint.SCALE_RED, paint.SCALE_GREEN, paint.SCALE_BLUE


def belfry() -> MeshData:
    """The belfry from the roof up, its axis at the origin, top of the cross 44.2 m."""
    return merge([_bell_stage(), _kokoshniks(), _tent(), _top()])


def _four(side: MeshData, distance_m: float) -> MeshData:
    return transform.around(side, 4, distance_m)


def _square(half_m: float) -> np.ndarray:
    return profile.rectangle(2 * half_m, 2 * half_m)


def _band(half_m: float, z: float, high: float, out: float, colour: Paint) -> MeshData:
    section = profile.line((0, 0), (out, 0), (out, high), (0, high))
    return extrude.sweep(section, _square(half_m), colour, z_m=z, back=False)


def _bell_stage() -> MeshData:
    """Base, floor, twelve piers, balustrades, bells and ceiling."""
    base = extrude.prism(_square(HALF), 13.0, SILL_M, paint.CREAM, crease_deg=0.0)
    sill = extrude.sweep(ornament.cornice(0.45, 0.3), _square(HALF), paint.WHITE, z_m=SILL_M - 0.75)
    line = _band(HALF, SILL_M - 0.95, 0.14, 0.14, paint.PALE_BLUE)
    head = extrude.prism(_square(HALF), HEAD_M, 21.3, paint.CREAM, crease_deg=0.0)
    piers = _four(merge([_pier(x, w) for x, w in ((-1.28, 0.86), (1.28, 0.86))]), HALF)
    corners = [
        _pier_at(sx * (HALF - 0.62), sy * (HALF - 0.62), 1.24) for sx in (-1, 1) for sy in (-1, 1)
    ]
    faces = _four(merge([_pier_face(x, w) for x, w in _FACES]), HALF)
    rails = _four(merge([_balusters(-0.8, 0.8, 6), _balusters(-2.2, -1.75, 2),
                         _balusters(1.75, 2.2, 2)]), HALF - 0.2)  # fmt: skip
    return merge([base, sill, line, head, piers, *corners, faces, rails, _bells(), _field_row()])


_FACES = ((-2.88, 0.96), (-1.28, 0.78), (1.28, 0.78), (2.88, 0.96))


def _pier(x: float, width_m: float) -> MeshData:
    return extrude.block(
        (x - width_m / 2, 0.0, SILL_M), (x + width_m / 2, 0.8, HEAD_M), paint.CREAM
    )


def _pier_at(x: float, y: float, width_m: float) -> MeshData:
    plan = profile.rectangle(width_m, width_m, (x, y))
    return extrude.prism(plan, SILL_M, HEAD_M, paint.CREAM, crease_deg=0.0)


def _pier_face(x: float, width_m: float) -> MeshData:
    """White framed fields on the front of a pier."""
    pieces = []
    for middle, high in ((17.75, 0.6), (19.2, 1.9), (20.4, 0.42)):
        outer = profile.rectangle(0.86 * width_m, high, (x, middle))
        inner = profile.rectangle(0.86 * width_m - 0.2, high - 0.2, (x, middle))
        pieces.append(ornament.painted(outer, -0.05, paint.WHITE, [inner]))
    return merge(pieces)


def _balusters(x0: float, x1: float, count: int) -> MeshData:
    """A white balustrade from x0 to x1 between the piers."""
    section = profile.line(
        (0.07, 0.0), (0.05, 0.1), (0.1, 0.3), (0.04, 0.55), (0.07, 0.7), (0.07, 0.75)
    )
    one = transform.move(lathe.lathe(section, paint.WHITE, sides=4), z=SILL_M + 0.1)
    step = (x1 - x0) / count
    row = transform.at(one, [(x0 + (i + 0.5) * step, 0.0) for i in range(count)])
    low = extrude.block((x0, -0.1, SILL_M), (x1, 0.1, SILL_M + 0.12), paint.WHITE)
    high = extrude.block((x0, -0.12, SILL_M + 0.84), (x1, 0.12, SILL_M + 0.98), paint.WHITE)
    return merge([row, low, high])


def _bells() -> MeshData:
    section = profile.smooth([(0.62, 0.0), (0.5, 0.25), (0.4, 0.6), (0.33, 0.85), (0.1, 1.0)], 2)
    bell = lathe.lathe(section, Paint("bronze"), sides=12)
    hung = transform.at(bell, [(0, 0, 19.2), (1.5, 0.4, 19.6), (-1.5, -0.4, 19.6)],
                        scale_by=[1.25, 0.7, 0.7])  # fmt: skip
    beam = extrude.block((-3.0, -0.15, 20.4), (3.0, 0.15, 20.7), paint.DARK)
    return merge([hung, beam])


def _field_row() -> MeshData:
    """Fields under the sill, one to a pier."""
    pieces = []
    for x, w in _FACES:
        outer = profile.rectangle(w, 0.7, (x, 15.7))
        inner = profile.rectangle(w - 0.18, 0.52, (x, 15.7))
        pieces.append(ornament.painted(outer, -0.05, paint.WHITE, [inner]))
    return _four(merge(pieces), HALF)


def _kokoshniks() -> MeshData:
    """Two rows of three fans a side with a plain wall and cornices between."""
    fan = ornament.small_fan(1.14, 0.6)
    row = transform.at(fan, [(-2.33, 0.0), (0.0, 0.0), (2.33, 0.0)])
    tent_fan = transform.at(ornament.small_fan(1.02, 0.9), [(-2.1, 0.0), (0.0, 0.0), (2.1, 0.0)])
    lower = ornament.cornice(0.45, 0.32)
    upper = ornament.cornice(0.75, 0.42)
    return merge(
        [
            extrude.sweep(lower, _square(HALF), paint.WHITE, z_m=20.85),
            transform.move(_four(row, HALF + 0.12), z=21.3),
            extrude.prism(_square(HALF - 0.1), 21.2, 23.3, paint.CREAM, crease_deg=0.0),
            extrude.sweep(upper, _square(HALF - 0.1), paint.WHITE, z_m=23.1),
            _band(HALF - 0.1, 22.95, 0.16, 0.2, paint.PINK),
            _band(HALF - 0.1, 22.8, 0.15, 0.14, paint.PALE_BLUE),
            _four(transform.move(ornament.dentils(7.0, 0.19), -3.5, 0.0, 23.31), HALF),
            extrude.prism(_square(HALF + 0.3), 23.8, 23.92, paint.ROOF_DARK, crease_deg=0.0),
            transform.move(_four(tent_fan, HALF - 0.15), z=23.9),
            extrude.prism(_square(HALF - 0.3), 23.8, 24.5, paint.CREAM, crease_deg=0.0),
        ]
    )


TENT = profile.line(
    (2.78, 24.45), (2.6, 24.95), (2.38, 26.0), (1.75, 28.9), (1.2, 31.4), (0.95, 32.4)
)


def _tent() -> MeshData:
    """The steep four-sided tent: scales, gilded edges, dormers, tilted upper faces."""
    line = np.column_stack([np.zeros(len(TENT)), -TENT[:, 0], TENT[:, 1]])
    rows = [G, R, B, G, R, B, G, R]
    skin = diamond_strip(line, TENT[:, 0], rows, paint.SCALE_WHITE, tile_m=0.8)
    core = lathe.lathe(
        np.column_stack([(TENT[:, 0] - 0.03) * np.sqrt(2.0), TENT[:, 1]]),
        paint.SCALE_WHITE, sides=4, start_deg=45.0, crease_deg=0.0,
    )  # fmt: skip
    edge = np.column_stack([TENT[:, 0] * np.sqrt(2.0), np.zeros(len(TENT)), TENT[:, 1]])
    rib = transform.turn_z(tube(edge, 0.13, paint.GILT_EDGE, sides=4, crease_deg=0.0), 45.0)
    side = merge([skin, _dormer(), _dormer_roof()])
    return merge([_four(side, 0.0), core, _four(rib, 0.0)])


def _dormer() -> MeshData:
    """A gabled white window house on a face of the tent."""
    front = 2.38
    low, eaves, tip, half = 26.7, 29.75, 31.7, 0.95
    house = profile.line((-half, low), (half, low), (half, eaves), (0.0, tip), (-half, eaves))
    hole = profile.opening("round", 0.62, 2.3) + np.array([0.0, 27.4])
    box = extrude.panel(house, -front, -0.6, paint.WHITE, holes=[hole], crease_deg=0.0)
    glass = ornament.painted(hole, -front + 0.15, paint.GLASS)
    field = profile.line((-0.5, eaves - 0.05), (0.5, eaves - 0.05), (0.0, tip - 0.75))
    sill = extrude.block(
        (-half - 0.15, -front - 0.2, low), (half + 0.15, -front, low + 0.5), paint.YELLOW
    )
    pieces = [
        box,
        glass,
        sill,
        extrude.panel(field, -front - 0.05, -front, paint.YELLOW, back=False),
    ]
    for side in (-1.0, 1.0):
        slope = [(side * 1.08, -front - 0.1, 29.55), (0.0, -front - 0.1, 31.5)]
        pieces.append(tube(slope, 0.14, paint.WHITE, sides=4))
        ridge = [(side * 0.9, -front - 0.2, 29.55), (0.0, -front - 0.2, 31.2)]
        pieces.append(tube(ridge, 0.05, paint.CRIMSON, sides=4))
        column = [
            (side * (half - 0.2), -front - 0.06, low + 0.5),
            (side * (half - 0.2), -front - 0.06, eaves),
        ]
        pieces.append(tube(column, 0.1, paint.CREAM, sides=4))
    for z in np.arange(27.6, 29.6, 0.33):
        bar = [(-0.3, -front + 0.12, z), (0.3, -front + 0.12, z + 0.3)]
        pieces += [tube(bar, 0.025, paint.WHITE, sides=3)]
        pieces += [tube([(-b[0], b[1], b[2]) for b in bar], 0.025, paint.WHITE, sides=3)]
    pieces.append(transform.move(ornament.cross(1.3), 0.0, -front - 0.12, tip + 0.2))
    return merge(pieces)


def _dormer_roof() -> MeshData:
    """The two slopes of a dormer's roof with their scales, red edges, comb and spike."""
    eave, ridge, half, front = 29.62, 31.85, 1.22, 2.6
    section = profile.line((-half + 0.06, eave), (half - 0.06, eave), (0.0, ridge - 0.1))
    core = extrude.panel(section, -2.36, -0.2, paint.SCALE_WHITE, crease_deg=0.0)
    line = [(0.0, -half, eave), (0.0, -0.0, ridge + 0.02)]
    slope = diamond_strip(line, [1.06, 1.06], [B, R], paint.SCALE_WHITE, tile_m=0.71)
    slopes = [
        transform.move(transform.turn_z(slope, turn), 0.0, -front + 1.07) for turn in (90.0, -90.0)
    ]
    slabs = [_slope_slab(s * half, eave, ridge, front) for s in (-1.0, 1.0)]
    edges = [
        tube([(s * half, -front, eave), (s * half, -0.6, eave)], 0.07, paint.CRIMSON, sides=4)
        for s in (-1.0, 1.0)
    ]
    return merge([core, *slabs, *slopes, *edges, _comb(front, ridge)])


def _slope_slab(half_m: float, eave_m: float, ridge_m: float, front_m: float) -> MeshData:
    """The thin boarding under the scales of one slope."""
    corner = np.array([(half_m, eave_m), (0.0, ridge_m)])
    rings = []
    for drop in (0.14, 0.01):
        low, high = corner - [0.0, drop]
        ring = [
            (low[0], -front_m, low[1]),
            (low[0], -0.2, low[1]),
            (0.0, -0.2, high[1]),
            (0.0, -front_m, high[1]),
        ]
        rings.append(ring if half_m > 0 else ring[::-1])
    return hexahedra.hexahedra([rings[0] + rings[1]], paint.WHITE)


def _comb(front_m: float, ridge_m: float) -> MeshData:
    """The gilded lattice and the spike on the ridge of a dormer."""
    outline = profile.line((0.9, 0.0), (front_m, 0.0), (front_m, 0.55), (0.9, 0.55))
    holes = [profile.regular(8, 0.17) + np.array([x, 0.28]) for x in (1.2, 1.7, 2.2)]
    plate = extrude.panel(outline, -0.04, 0.04, paint.GILT_EDGE, holes=holes, crease_deg=0.0)
    spike = lathe.lathe(
        profile.line((0.12, 0.0), (0.1, 0.5), (0.17, 0.65), (0.06, 0.85), (0.1, 1.0), (0.0, 1.6)),
        paint.GILT_EDGE, sides=6,
    )  # fmt: skip
    comb = transform.move(transform.turn_z(plate, -90.0), z=ridge_m)
    return merge([comb, transform.move(spike, 0.0, -front_m + 0.1, ridge_m)])


def _top() -> MeshData:
    """The red drum, both onions and the cross."""
    return merge([_neck(), _onions()])


def _neck() -> MeshData:
    drum = extrude.prism(_square(0.95), 32.2, 34.7, paint.WHITE, crease_deg=0.0)
    hole = profile.rectangle(0.72, 0.72, (0.0, 0.0))
    field = extrude.panel(profile.rectangle(1.15, 1.05), -0.05, 0.0, paint.CRIMSON, holes=[hole])
    eye = extrude.panel(profile.rectangle(0.62, 0.62), -0.04, 0.0, paint.PINK, back=False)
    windows = _four(transform.move(merge([field, eye]), z=33.95), 0.95)
    return merge(
        [
            drum,
            windows,
            _band(0.95, 32.45, 0.3, 0.14, paint.CRIMSON),
            _band(0.95, 32.78, 0.16, 0.2, paint.ROOF),
            extrude.sweep(profile.cornice(0.42, 0.3), _square(0.95), paint.PINK, z_m=34.6),
            extrude.prism(_square(1.2), 34.98, 35.06, paint.WHITE, crease_deg=0.0),
        ]
    )


def _onions() -> MeshData:
    neck = profile.line(
        (0.42, 37.5), (0.5, 37.75), (0.4, 38.0), (0.38, 38.9), (0.56, 39.1), (0.5, 39.22)
    )
    return merge(
        [
            transform.move(ornament.onion(1.5, 2.85), z=35.02),
            lathe.lathe(neck, paint.PINK, sides=8, crease_deg=0.0),
            lathe.lathe([(0.5, 37.6), (0.56, 37.8), (0.44, 37.95)], paint.GILT, sides=12),
            transform.move(ornament.onion(0.76, 1.65, sides=16), z=39.15),
            ornament.ball(0.3, 40.95),
            transform.move(ornament.cross(2.98), z=41.25),
            ornament.stays(42.6, 36.4, 0.75, 1.02),
        ]
    )
