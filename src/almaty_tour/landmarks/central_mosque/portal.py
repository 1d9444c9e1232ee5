"""The pishtaq of the Central Mosque: a marble frame, blue tile, a deep pointed niche."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import arch, extrude, ornament, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks.central_mosque import body, paint
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]
FRONT = -27.9
BACK = -21.0
HALF = 7.0
TOP = 19.6
REAR = -24.6
INNER = 4.85
INNER_TOP = 17.6
ARCH = 5.8
ARCH_TOP = 14.9
RISE = 3.9


def portal() -> MeshData:
    """The portal in place, its front on y = -27.9."""
    return merge([_frame(), _tile_field(), _niche(), _door(), _back()])


def _bitten(half: float, top: float, inner: F64) -> F64:
    """A plate that stands on the terrace with an opening bitten out of its foot."""
    low = float(inner[0, 1])
    return np.concatenate(
        [
            profile.line((-half, low)), inner[:1], inner[:1:-1], inner[1:2],
            profile.line((half, low), (half, top), (-half, top)),
        ]
    )  # fmt: skip


def _frame() -> MeshData:
    """The outer marble frame with a recessed field and a moulded edge."""
    low = body.TERRACE
    hole = profile.line((-INNER, low), (INNER, low), (INNER, INNER_TOP), (-INNER, INNER_TOP))
    plate = extrude.panel(
        _bitten(HALF, TOP, hole), FRONT, FRONT + 1.0, paint.MARBLE, crease_deg=0.0
    )
    lip = _lip(INNER, INNER_TOP, 0.2)
    roll = _lip(INNER + 0.8, INNER_TOP + 0.8, 0.14)
    coping = extrude.block(
        (-HALF - 0.12, FRONT - 0.12, TOP - 0.35), (HALF + 0.12, FRONT + 1.1, TOP), paint.SMOOTH
    )
    sides = extrude.block(
        (-HALF, FRONT + 0.98, body.TERRACE - 3.0), (HALF, FRONT + 1.0, body.TERRACE), paint.MARBLE
    )
    return merge([
        diced(plate, 2.4), sides, coping,
        extrude.panel(lip, FRONT - 0.1, FRONT, paint.SMOOTH, back=False),
        extrude.panel(roll, FRONT - 0.06, FRONT, paint.SMOOTH, back=False),
    ])  # fmt: skip


def _lip(half: float, top: float, width: float) -> F64:
    """A three-sided band just outside a rectangle that stands on the terrace."""
    low, w = body.TERRACE, width
    return profile.line(
        (-half - w, low), (-half, low), (-half, top), (half, top), (half, low), (half + w, low),
        (half + w, top + w), (-half - w, top + w),
    )  # fmt: skip


def _arch_shape() -> F64:
    high = ARCH_TOP - body.TERRACE
    lift = np.array([0.0, body.TERRACE])
    return np.asarray(profile.opening("persian", ARCH, high, RISE, 12) + lift)


def _tile_field() -> MeshData:
    """Blue tile: a wide border with rosettes, a white moulding, dark spandrels over the arch."""
    shape = _arch_shape()
    field = FRONT + 0.55
    plate = extrude.panel(_bitten(INNER, INNER_TOP, shape), field, field + 0.6, paint.TILE)
    band = _lip(3.55, 16.2, 0.22)
    white = extrude.panel(band, field - 0.16, field, paint.SMOOTH, back=False)
    spandrel = extrude.panel(
        _bitten(3.55, 16.2, shape), field - 0.04, field, paint.TILE_DARK, back=False
    )
    jamb = arch.archivolt(shape, 0.5, 0.22, paint.SMOOTH)
    lines = [
        extrude.panel(_lip(3.95, 16.6, 0.06), field - 0.05, field, paint.TILE_PALE, back=False),
        extrude.panel(_lip(4.65, 17.3, 0.06), field - 0.05, field, paint.TILE_PALE, back=False),
    ]
    return merge(
        [
            plate,
            white,
            spandrel,
            transform.move(jamb, y=field),
            *lines,
            _border(field),
            _sprays(field),
        ]
    )


def _border(field: float) -> MeshData:
    """Pale star tiles up both sides and along the top of the border."""
    star = extrude.panel(
        profile.star(8, 0.27, 0.18),
        -0.04,
        0.0,
        paint.TILE_PALE,
        holes=[profile.regular(8, 0.1)],
        back=False,
    )
    places = [(s * 4.33, field, z) for s in (-1, 1) for z in np.arange(2.6, 16.6, 0.72)]
    places += [(x, field, 16.98) for x in np.arange(-4.32, 4.4, 0.72)]
    return transform.at(star, places)


def _sprays(field: float) -> MeshData:
    """Ram-horn ornament in the corners over the arch."""
    horn = ornament.horns(1.5, 1.3, 0.05, paint.TILE_PALE, steps=12)
    places = [(-2.45, field - 0.04, 14.35), (2.45, field - 0.04, 14.35)]
    return transform.at(horn, places)


def _niche() -> MeshData:
    """The deep niche: straight walls, a half vault that closes to the back."""
    shape = _arch_shape()
    field, rear = FRONT + 1.1, REAR
    count = len(shape)
    levels = np.linspace(0.0, 1.0, 7)
    rings = []
    spring = ARCH_TOP - RISE
    for level in levels:
        squeeze = np.where(shape[:, 1] > spring, 1.0 - 0.28 * level**2, 1.0)
        drop = np.where(shape[:, 1] > spring, (shape[:, 1] - spring) * 0.48 * level**2, 0.0)
        rings.append(
            np.column_stack(
                [
                    shape[:, 0] * squeeze,
                    np.full(count, field + level * (rear - field)),
                    shape[:, 1] - drop,
                ]
            )
        )
    grid = np.concatenate(rings)
    faces = extrude.grid_faces(len(levels), count, wrap_columns=True)
    tunnel = solid(grid, faces[:, ::-1], paint.SMOOTH, crease_deg=50.0)
    wall_back = extrude.block(
        (-HALF + 0.2, rear, body.TERRACE), (HALF - 0.2, rear + 0.3, 13.0), paint.SMOOTH
    )
    band = extrude.block(
        (-ARCH / 2, rear - 0.12, spring - 0.2), (ARCH / 2, rear, spring), paint.SHADE
    )
    return merge([tunnel, diced(wall_back, 2.0), band])


def _door() -> MeshData:
    """The carved wooden door in a pointed frame at the back of the niche."""
    rear = REAR
    shape = profile.opening("persian", 2.6, 4.3, steps=8)
    leaf = extrude.panel(shape, -0.06, 0.0, paint.WOOD)
    frame = arch.archivolt(shape, 0.4, 0.16, paint.SMOOTH)
    panels = [
        extrude.panel(
            profile.regular(4, 0.42) + np.array([x, z]),
            -0.1,
            -0.06,
            paint.WOOD.shaded(1.25),
            back=False,
        )
        for x in (-0.62, 0.62)
        for z in (0.9, 1.95, 2.9)
    ]
    seam = extrude.block((-0.04, -0.11, 0.0), (0.04, -0.06, 4.1), paint.WOOD.shaded(0.6))
    upper = transform.move(
        extrude.panel(profile.opening("persian", 1.5, 2.4, steps=6), -0.05, 0.0, paint.GLASS), z=5.2
    )
    side = [
        transform.move(
            extrude.panel(profile.opening("persian", 0.9, 2.6, steps=6), -0.05, 0.0, paint.GLASS),
            x,
            0.0,
            1.0,
        )
        for x in (-2.15, 2.15)
    ]
    whole = merge([leaf, frame, *panels, seam, upper, *side])
    return transform.move(whole, 0.0, rear, body.TERRACE)


def _back() -> MeshData:
    """The body behind the frame and its blue sloping back over the roof."""
    outer = extrude.panel(
        _bitten(HALF, TOP - 0.4, _arch_shape()),
        FRONT + 0.9,
        REAR + 0.5,
        paint.MARBLE,
        crease_deg=0.0,
    )
    shoulder = [
        extrude.block(
            (s * HALF - 0.6, FRONT + 2.0, body.ROOF - 1.0),
            (s * HALF + 0.6, BACK, 16.6),
            paint.MARBLE,
        )
        for s in (-1, 1)
    ]
    section = profile.line(
        (REAR + 0.4, body.ROOF - 1.0), (BACK, body.ROOF - 1.0), (BACK, body.ROOF + 0.3),
        (REAR + 0.7, TOP - 0.5), (REAR + 0.4, TOP - 0.5),
    )  # fmt: skip
    blue = transform.turn_z(extrude.panel(section, -HALF + 0.5, HALF - 0.5, paint.ROOF), 90.0)
    return merge([diced(outer, 2.6), *shoulder, diced(blue, 3.0)])
