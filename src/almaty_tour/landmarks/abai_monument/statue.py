"""The Abai monument before the Palace of the Republic, 13.7 m, looking west (-y)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import clay, extrude, portrait, profile, sdf, transform
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.skin import skin
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

BRONZE = Paint("bronze_dark", "#B4BAB6")
ROCK = Paint("rock_faced", "#B98471")
JOINT = Paint("granite", "#7C5244")
PLATE = Paint("painted_metal", "#8C7A58")

HEIGHT_M = 13.7
STEPS_M = 1.35
FOOT_HALF_M, TOP_HALF_M = 3.1, 1.7
COURSES, PEDESTAL_M = 8, 6.5
SLAB_M = 0.14
FIGURE_M = HEIGHT_M - STEPS_M - PEDESTAL_M - SLAB_M


def figure() -> MeshData:
    """The poet on a thin slab of bronze."""
    top = STEPS_M + PEDESTAL_M
    slab = extrude.box(2.7, 2.3, SLAB_M + 0.05, BRONZE, bottom_m=top - 0.05)
    return merge([slab, transform.move(_poet(), z=top + SLAB_M)])


def _half_at(z: float) -> float:
    """Half width of the pedestal at a height over its foot."""
    return FOOT_HALF_M + (TOP_HALF_M - FOOT_HALF_M) * z / PEDESTAL_M


def pedestal() -> MeshData:
    """A dark core and four faces of eight courses of rough blocks."""
    inset = 0.08
    core = extrude.prism(
        profile.rectangle(2 * (FOOT_HALF_M - inset), 2 * (FOOT_HALF_M - inset)), STEPS_M - 0.05,
        STEPS_M + PEDESTAL_M - 0.03, JOINT,
        top_outline=profile.rectangle(2 * (TOP_HALF_M - inset), 2 * (TOP_HALF_M - inset)),
        crease_deg=0.0,
    )  # fmt: skip
    faces = [transform.turn_z(_face(side), 90.0 * side) for side in range(4)]
    return transform.move(merge([core, *(transform.move(f, z=STEPS_M) for f in faces)]), z=0.0)


def _face(side: int) -> MeshData:
    """The blocks of one face, looking to -y; 5, 4 or 3 to a course, joints staggered."""
    blocks = []
    for course in range(COURSES):
        low = course * PEDESTAL_M / COURSES
        high = (course + 1) * PEDESTAL_M / COURSES
        count = (5, 4, 5, 4, 4, 4, 4, 5)[course]
        seed = hashed(f"abai/{side}/{course}", count + 1)
        shift = (fraction(seed, 1) - 0.5) * 0.3
        shift[0] = shift[-1] = 0.0
        cuts = np.linspace(-1.0, 1.0, count + 1) + shift / count
        blocks += [
            _block(cuts[k], cuts[k + 1], low, high, f"abai/{side}/{course}/{k}")
            for k in range(count)
        ]
    return merge(blocks)


def _block(left: float, right: float, low: float, high: float, name: str) -> MeshData:
    """One block face: edges on the slope, the middle broken and bulging."""
    n, m = 4, 3
    u, v = np.meshgrid(_eased(n), _eased(m))
    joint = 0.025
    z = low + joint + (high - low - 2 * joint) * v
    half = _half_at(0.0) + (TOP_HALF_M - FOOT_HALF_M) * z / PEDESTAL_M
    across = left + (right - left) * u
    gap = joint * (1.0 - 2.0 * u)
    x = across * half + gap
    seed = hashed(name, (n + 1) * (m + 1))
    rough = fraction(seed, 2).reshape(x.shape)
    tilt = (fraction(seed[:1], 3)[0] - 0.5) * (u - 0.5) + (fraction(seed[:1], 4)[0] - 0.5) * (
        v - 0.5
    )
    body = np.minimum(np.minimum(u, 1 - u) * 8.0, np.minimum(v, 1 - v) * 6.0)
    bulge = np.clip(body, 0.0, 1.0) * (0.07 + 0.06 * rough + 0.22 * tilt)
    corner = (np.abs(across) > 0.999) & (u > 0) | (np.abs(across) > 0.999) & (u <= 0)
    y = -(half + np.where(corner, 0.0, bulge))
    grid = np.stack([x, y, z], axis=-1)
    back = grid.copy()
    back[..., 1] = -(half - 0.12)
    rim = _rim_of(n, m)
    points = np.concatenate([grid.reshape(-1, 3), back.reshape(-1, 3)])
    faces = extrude.grid_faces(m + 1, n + 1)[:, ::-1]
    there, lift = np.roll(rim, -1), (n + 1) * (m + 1)
    skirt = np.concatenate(
        [np.stack([rim, rim + lift, there + lift], 1), np.stack([rim, there + lift, there], 1)]
    )
    tone = 0.9 + 0.18 * fraction(seed[:1], 5)[0]
    return solid(points, np.concatenate([faces, skirt]), ROCK.shaded(tone), crease_deg=30.0)


def _eased(count: int) -> F64:
    """Steps from 0 to 1, the first and the last short: a block breaks off near its joints."""
    inner = np.linspace(0.13, 0.87, count - 1)
    return np.concatenate([[0.0], inner, [1.0]])


def _rim_of(n: int, m: int) -> npt.NDArray[np.int64]:
    """Indices round a grid of (m + 1) rows of n + 1 points, counter-clockwise from -y."""
    w = n + 1
    bottom = np.arange(0, n)
    right = np.arange(m) * w + n
    top = m * w + np.arange(n, 0, -1)
    left = np.arange(m, 0, -1) * w
    return np.concatenate([bottom, right, top, left])


def plate() -> MeshData:
    """The bronze name plate on the third and fourth course from the top."""
    middle = PEDESTAL_M * 5.0 / 8.0 + 0.1
    slope = float(np.degrees(np.arctan2(FOOT_HALF_M - TOP_HALF_M, PEDESTAL_M)))
    plate = extrude.panel(profile.rectangle(1.15, 1.35), -0.1, 0.2, PLATE.shaded(0.8))
    frame = extrude.panel(
        profile.rectangle(1.25, 1.45), -0.14, -0.02, PLATE, holes=[profile.rectangle(1.1, 1.3)]
    )
    words = [
        ("АБАЙ", 0.15, 0.34),
        ("(ИБРАГИМ)", 0.1, 0.12),
        ("КУНАНБАЕВ", 0.11, -0.1),
        ("1845-1904", 0.1, -0.42),
    ]
    lines = [
        transform.move(
            lettering(text, size, Paint("lettering", "#2E2618"), out_m=0.02), y=-0.1, z=z
        )
        for text, size, z in words
    ]
    tilted = transform.turn(merge([plate, frame, *lines]), "x", -slope)
    return transform.move(tilted, y=-_half_at(middle) - 0.16, z=STEPS_M + middle)


def _poet() -> MeshData:
    """The standing figure: coat over the shoulders, book at the chest, gaze level."""
    collar = clay.hoop((0.02, 0.02, 4.7), (0.0, 0.15, 1.0), 0.27, 0.06)
    body = sdf.union([_coat(), _dress(), _arms(), collar], 0.04)
    figure = skin(body, (-1.7, -1.3, -0.2), (1.7, 1.3, 5.2), 0.04, BRONZE, triangles=16000)
    made = merge([figure, _head()])
    low, high = made.bounds_m
    return transform.scale(made, 1.0, 1.0, FIGURE_M / float(high[2] - max(low[2], -0.02)))


def _coat() -> sdf.Field:
    hull = clay.column(
        [
            (0.85, -0.02, 0.14, 1.1, 0.6),
            (2.0, -0.03, 0.1, 1.06, 0.58),
            (3.2, 0.0, 0.06, 1.0, 0.54),
            (4.0, 0.0, 0.04, 1.0, 0.5),
            (4.4, 0.0, 0.04, 0.92, 0.44),
            (4.62, 0.0, 0.04, 0.62, 0.34),
            (4.75, 0.0, 0.04, 0.36, 0.28),
        ]
    )
    slot = sdf.union(
        [
            clay.brick((0.27, -0.75, 2.2), (0.36, 0.62, 2.4), 0.1),
            clay.brick((0.12, -0.75, 4.0), (0.34, 0.6, 0.8), 0.1),
        ],
        0.2,
    )
    tail = sdf.union(
        [
            clay.column([(0.05, -0.62, 0.32, 0.5, 0.34), (1.0, -0.6, 0.25, 0.5, 0.4)]),
            clay.column([(0.3, 0.1, 0.42, 0.7, 0.26), (1.2, 0.05, 0.3, 0.9, 0.4)]),
        ],
        0.15,
    )
    open_coat = sdf.subtract(sdf.union([hull, tail], 0.1), slot, 0.06)
    lapels = [
        sdf.limb(
            [(-0.28, -0.36, 4.66), (-0.3, -0.52, 3.9), (-0.2, -0.6, 2.6), (-0.1, -0.6, 1.0)],
            [0.08, 0.08, 0.07, 0.06],
        ),
        sdf.limb([(0.36, -0.34, 4.66), (0.52, -0.48, 4.1), (0.66, -0.5, 3.7)], [0.08, 0.09, 0.06]),
        sdf.limb([(0.68, -0.44, 2.9), (0.7, -0.5, 1.0)], [0.07, 0.06]),
    ]

    def waves(p: F64) -> F64:
        fade = np.clip((4.3 - p[:, 2]) / 2.2, 0.0, 1.0)
        lean = p[:, 0] * 2.3 + 0.5 * p[:, 1] + 0.12 * p[:, 2]
        return clay.ripple(lean) * fade

    return clay.grooved(sdf.union([open_coat, *lapels], 0.14), 0.035, waves)


def _dress() -> sdf.Field:
    shirt = clay.column(
        [
            (2.75, 0.2, -0.05, 0.52, 0.42),
            (3.3, 0.17, -0.08, 0.54, 0.45),
            (4.1, 0.1, -0.04, 0.52, 0.42),
            (4.55, 0.04, 0.0, 0.36, 0.3),
            (4.72, 0.02, 0.0, 0.22, 0.2),
        ]
    )
    buttons = [sdf.ball((0.1, -0.5 - 0.03 * (k < 3), 4.2 - 0.28 * k), 0.04) for k in range(5)]
    legs = [
        sdf.limb([(0.42, 0.0, 2.8), (0.47, -0.05, 1.4), (0.48, 0.0, 0.2)], [0.36, 0.3, 0.25]),
        sdf.limb([(0.03, -0.05, 2.8), (0.0, -0.24, 1.4), (-0.02, -0.22, 0.2)], [0.36, 0.31, 0.26]),
        clay.egg((0.5, -0.22, 0.1), (0.2, 0.42, 0.16)),
        clay.egg((-0.04, -0.48, 0.1), (0.2, 0.44, 0.16)),
    ]
    floor = clay.behind((0.0, 0.0, 0.0), (0.0, 0.0, -1.0))
    return sdf.intersect(sdf.union([shirt, *legs, *buttons], 0.05), floor)


def _arms() -> sdf.Field:
    right = sdf.union(
        [
            sdf.limb(
                [(-0.78, 0.04, 4.32), (-0.98, 0.04, 3.5), (-1.02, -0.04, 2.65)], [0.34, 0.29, 0.24]
            ),
            clay.egg((-1.0, -0.1, 2.4), (0.13, 0.17, 0.24)),
        ],
        0.06,
    )
    left = sdf.union(
        [
            sdf.limb([(0.78, 0.04, 4.32), (1.08, 0.0, 3.55), (1.1, -0.1, 3.4)], [0.34, 0.3, 0.28]),
            sdf.limb([(1.1, -0.1, 3.38), (0.72, -0.62, 3.5)], [0.28, 0.17]),
            clay.egg((0.62, -0.7, 3.54), (0.17, 0.15, 0.14)),
            clay.brick((0.6, -0.72, 3.78), (0.09, 0.16, 0.24), 0.03),
        ],
        0.05,
    )
    return sdf.union([right, left], 0.02)


def _head() -> MeshData:
    """The bare head with moustache and short beard, in small triangles."""
    made = sdf.scaled(portrait.head(beard_m=0.2), 0.93, 0.93, 0.93)
    field = sdf.union([sdf.moved(made, (0.0, -0.02, 5.22)), _hair()], 0.02)
    return skin(field, (-0.6, -0.7, 4.3), (0.6, 0.7, 5.9), 0.024, BRONZE, triangles=6500)


def _hair() -> sdf.Field:
    """Short hair from the brow's corners over the crown to the nape."""
    cap = clay.egg((0.0, 0.05, 5.34), (0.335, 0.41, 0.37))
    return sdf.subtract(cap, clay.behind((0.0, -0.13, 5.45), (0.0, 1.0, -0.55)), 0.03)


def demo() -> MeshData:
    """Pedestal and figure alone, for scripts/look.py."""
    return merge([pedestal(), plate(), figure()])
