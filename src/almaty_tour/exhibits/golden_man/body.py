"""The mannequin and its clothes: caftan, trousers, boots, face and hands."""

from __future__ import annotations

import numpy as np

from almaty_tour.exhibits._shared import issyk_drape as drape
from almaty_tour.exhibits._shared import patina
from almaty_tour.kit import clay, extrude, profile, sdf, skin, transform
from almaty_tour.kit.extrude import grid_faces
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

GOLD = Paint("gold_old", "#F4E2C0")
RED, TROUSERS = Paint("felt", "#4C0E0F"), Paint("leather", "#3E100E")
BOOTS, FACE = Paint("leather", "#33120D"), Paint("fired_clay", "#9A7358")
BLACK = Paint("old_wood", "#1C1A19")
SOLE = 15.0
"""Height of the base."""
SHOULDER, ELBOW = (18.0, 0.5, 145.0), (26.0, 2.5, 120.0)
WRISTS = {-1: (-23.0, -15.5, 110.0), 1: (25.0, -8.0, 98.0)}
"""The right hand (x < 0) holds a whip before the body, the left one hangs by the sword."""


def torso() -> sdf.Field:
    """The caftan without its sleeves, from the hem to the neck."""
    return clay.column(
        [
            (86.0, 0.0, 0.0, 22.5, 17.0), (98.0, 0.0, 0.0, 20.5, 15.0),
            (112.0, 0.0, 0.0, 16.6, 12.0),
            (122.0, 0.0, 0.0, 17.6, 12.6), (136.0, 0.0, 0.0, 19.6, 13.4),
            (144.0, 0.0, 0.2, 19.4, 12.8), (150.0, 0.0, 0.5, 16.0, 10.8),
            (154.0, 0.0, 0.8, 10.5, 8.4),
            (157.5, 0.0, 1.0, 6.8, 6.8),
        ]
    )  # fmt: skip


def sleeve(side: int) -> sdf.Field:
    """One sleeve, side -1 the figure's right one."""
    x, y, z = SHOULDER
    ex, ey, ez = ELBOW
    line = [(side * x, y, z), (side * ex, ey, ez), WRISTS[side]]
    return sdf.limb(line, [7.4, 5.9, 4.9], 1.0)


def dressed() -> sdf.Field:
    """The whole caftan."""
    return sdf.union([torso(), sleeve(-1), sleeve(1)], 2.5)


def caftan() -> MeshData:
    """The red ground of the caftan."""
    made = skin.skin(dressed(), (-36, -26, 80), (36, 22, 162), 0.9, RED, triangles=4600)
    return patina.mottled(made, 0.08, 8.0, 3)


def base() -> MeshData:
    """A dark wooden base in two steps."""
    wide = profile.rounded_rectangle(66.0, 60.0, 2.0)
    top = profile.rounded_rectangle(62.0, 56.0, 2.0)
    return merge([extrude.prism(wide, 0.0, 11.0, BLACK), extrude.prism(top, 11.0, SOLE, BLACK)])


def legs() -> MeshData:
    """Straight leather trousers tucked into the boots."""
    one = sdf.limb([(9.5, 0.5, 95.0), (10.5, 0.0, 62.0), (10.8, 1.0, 45.0)], [9.4, 7.8, 6.8], 1.0)
    return skin.skin(
        sdf.mirrored_x(one), (-24, -14, 34), (24, 14, 108), 1.0, TROUSERS, triangles=1500
    )


def shafts() -> sdf.Field:
    """The right boot (x > 0 of the frame)."""
    shaft = clay.column(
        [
            (19.0, 11.0, 1.0, 5.4, 6.4), (26.0, 11.0, 1.0, 5.2, 5.8), (40.0, 10.9, 1.4, 6.9, 7.4),
            (56.0, 10.8, 0.6, 7.9, 8.2), (62.0, 10.8, 0.4, 8.4, 8.6),
        ]
    )  # fmt: skip
    foot = sdf.limb(
        [(11.0, 3.0, 19.4), (12.0, -8.0, 18.6), (13.0, -16.0, 18.2)], [5.0, 4.6, 3.2], 1
    )
    return sdf.intersect(sdf.union([shaft, foot], 2.5), clay.behind((0, 0, SOLE), (0, 0, -1)), 0.3)


def boots() -> MeshData:
    """Tall soft boots, their shafts sewn with gold triangles, a gold band above."""
    one = shafts()
    both = sdf.mirrored_x(one)
    leather = skin.skin(both, (-27, -24, 12), (27, 14, 66), 0.9, BOOTS, triangles=2000)
    plate = drape.triangle_plate(2.0, 2.2, GOLD)
    spots = drape.staggered(2 * np.pi, 30.0, 0.34, 2.8)
    places = drape.round_axis(one, spots[:, 0], 29.0 + spots[:, 1], (10.9, 1.0))
    right = drape.sewn(plate, one, places)
    left = drape.sewn(plate, both, places * [-1.0, 1.0, 1.0])
    bands = [band(one, (10.9, 1.0), z, 0.8) for z in (61.0, 28.0)]
    other = [mirrored(piece) for piece in bands]
    return merge([leather, right, left, *bands, *other])


def mirrored(data: MeshData) -> MeshData:
    """The same piece on the other side."""
    return transform.mirror_x(data)


def band(
    field: sdf.Field, middle: tuple[float, float], z: float, high: float, paint: Paint = GOLD,
    out: float = 0.45, sides: int = 60,
) -> MeshData:  # fmt: skip
    """A band round an upright body, `high` to either side of z."""
    turn = np.arange(sides) * (2 * np.pi / sides)
    rings = []
    for up, off in ((-high, -0.8), (-high, 0.6 * out), (-0.6 * high, out), (0.6 * high, out),
                    (high, 0.6 * out), (high, -0.8)):  # fmt: skip
        at = drape.round_axis(field, turn, np.full(sides, z + up), middle)
        way = np.column_stack([np.sin(turn), -np.cos(turn), np.zeros(sides)])
        rings.append(at + off * way)
    points = np.concatenate(rings)
    faces = grid_faces(6, sides, wrap_rows=True, wrap_columns=True)[:, ::-1]
    return solid(points, faces, paint, crease_deg=50.0)


def head_and_hands() -> MeshData:
    """A smooth face like that of a mannequin; mitten-like hands with a thumb."""
    head = skin.skin(_head(), (-12, -14, 147), (12, 14, 186), 0.45, FACE, triangles=3600)
    hands = [skin.skin(_hand(side), *_reach(side), 0.4, FACE, triangles=1000) for side in (-1, 1)]
    return merge([head, *hands])


def _head() -> sdf.Field:
    skull = sdf.ellipsoid((0.0, 0.0, 170.0), (8.0, 9.6, 10.4))
    jaw = sdf.ellipsoid((0.0, -2.6, 163.6), (6.0, 6.6, 7.2))
    neck = sdf.capsule((0.0, 1.4, 154.5), (0.0, 0.8, 164.0), 5.4)
    nose = sdf.limb([(0.0, -9.0, 170.6), (0.0, -10.8, 166.6)], [0.8, 1.35], 0.6)
    brows = [
        sdf.limb(
            [(s * 1.3, -9.0, 171.3), (s * 3.6, -8.6, 172.0), (s * 5.8, -6.8, 171.0)], [0.7] * 3, 1
        )
        for s in (-1, 1)
    ]
    lips = [
        sdf.ellipsoid((0.0, -9.1, 162.9), (2.3, 0.9, 0.55)),
        sdf.ellipsoid((0.0, -9.0, 161.9), (1.9, 0.9, 0.6)),
    ]
    chin = sdf.ball((0.0, -7.9, 158.7), 1.9)
    lids = [sdf.ellipsoid((s * 3.2, -7.6, 169.6), (1.7, 1.2, 0.85)) for s in (-1, 1)]
    hollows = [sdf.ellipsoid((s * 3.2, -9.3, 169.4), (2.3, 1.5, 1.5)) for s in (-1, 1)]
    face = sdf.union([skull, jaw, neck], 3.0)
    face = sdf.subtract(sdf.union([face, nose, *brows, chin], 1.2), sdf.union(hollows), 0.8)
    return sdf.union([face, *lids, *lips], 0.35)


def _reach(side: int) -> tuple[sdf.Vector, sdf.Vector]:
    x, y, z = WRISTS[side]
    return (x - 9.0, y - 13.0, z - 17.0), (x + 9.0, y + 9.0, z + 10.0)


def _hand(side: int) -> sdf.Field:
    """The right hand is a fist round the whip, the left one hangs a little bent."""
    x, y, z = WRISTS[side]
    if side < 0:
        palm = sdf.ellipsoid((x, y - 5.0, z - 3.0), (3.0, 4.2, 4.4))
        fingers = [
            sdf.limb(
                [(x - 2.2, y - 6.0, z - n), (x + 0.6, y - 9.0, z - n), (x + 2.6, y - 6.6, z - n)],
                [1.0] * 3, 0.2,
            ) for n in (0.2, 2.1, 4.0, 5.8)
        ]  # fmt: skip
        wrist = sdf.capsule((x, y + 2.0, z + 1.0), (x, y - 3.0, z - 2.0), 3.0, 2.8)
        return sdf.union([wrist, palm, *fingers], 0.6)
    wrist = sdf.capsule((x, y + 1.0, z + 2.0), (x - 0.2, y - 2.0, z - 3.0), 3.1, 2.9)
    palm = sdf.ellipsoid((x - 0.2, y - 3.2, z - 6.0), (2.1, 3.6, 4.6))
    fingers = [
        sdf.limb(
            [(x, y - 5.6 + n, z - 8.0), (x - 0.4, y - 5.8 + n, z - 12.0),
             (x - 1.6, y - 5.0 + n, z - 14.6)],
            [1.05, 0.95, 0.75], 0.2,
        ) for n in (0.0, 1.9, 3.8, 5.5)
    ]  # fmt: skip
    thumb = sdf.limb([(x - 1.6, y - 5.0, z - 4.0), (x - 2.8, y - 7.0, z - 8.0)], [1.2, 0.9], 0.3)
    return sdf.union([wrist, palm, thumb, *fingers], 0.6)
