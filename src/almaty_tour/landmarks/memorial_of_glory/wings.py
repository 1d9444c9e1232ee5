"""The two long granite walls beside the square, each with a bronze cluster and gilt dates.

Wall frame: x along the wall, front to -y, the middle of the wall at the origin. The trumpeters
stand on the wall with the dates 1941-1945, the oath on the wall with 1917-1920.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import clay, extrude, lathe, profile, sdf, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.sdf import Field, Vector
from almaty_tour.kit.skin import skin
from almaty_tour.landmarks._shared.bare import FRONT, facing
from almaty_tour.landmarks.memorial_of_glory import heads, paint
from almaty_tour.landmarks.memorial_of_glory.mass import facets, rifle
from almaty_tour.mesh.data import MeshData, merge

LENGTH_M = 18.0
THICK_M = 0.5
LOW_M, TOP_M = 0.62, 2.95
CELL_M = 0.07
FEET = ((-7.6, 1.3), (-4.9, 0.9), (0.0, 7.0), (5.3, 0.9), (8.0, 1.3))


def wall(dates: str) -> MeshData:
    """A wall on short blocks, stepped plinths under the cluster, dates in gilt relief."""
    half = LENGTH_M / 2
    slab = diced(
        extrude.block((-half, -THICK_M / 2, LOW_M), (half, THICK_M / 2, TOP_M), paint.RED_GRANITE),
        1.5,
    )
    cap = extrude.block(
        (-half - 0.05, -THICK_M / 2 - 0.05, TOP_M), (half + 0.05, THICK_M / 2 + 0.05, TOP_M + 0.09),
        paint.RED_GRANITE.shaded(0.85),
    )  # fmt: skip
    feet = [
        extrude.block(
            (x - w / 2, -THICK_M / 2 + 0.03, -0.4), (x + w / 2, THICK_M / 2 - 0.03, LOW_M),
            paint.BASE_GRANITE,
        )
        for x, w in FEET
    ]  # fmt: skip
    steps = [
        extrude.block((a, -1.75 if tall > 1.3 else -1.55, -0.4), (b, -0.2, tall), paint.RED_GRANITE)
        for a, b, tall in ((-3.3, -1.9, 1.0), (-1.9, -0.35, 1.45), (-0.35, 0.15, 0.75),
                           (0.15, 2.7, 1.35), (2.7, 3.6, 1.0), (3.6, 4.4, 0.72))
    ]  # fmt: skip
    numbers = lettering(dates, 0.74, paint.LETTER, out_m=0.15, bold_m=-0.008, spacing_m=0.02)
    numbers = transform.move(numbers, x=-6.25, y=-THICK_M / 2, z=1.4)
    return merge([slab, cap, *feet, *steps, *_joints(), numbers])


def _joints() -> list[MeshData]:
    """Courses of facing slabs as thin dark seams."""
    y, half = -THICK_M / 2 - 0.004, LENGTH_M / 2
    bands = [
        extrude.block((-half, y, z - 0.008), (half, -y, z + 0.008), paint.JOINT)
        for z in (1.2, 1.78, 2.36)
    ]
    uprights = [
        extrude.block((x - 0.008, y, z), (x + 0.008, -y, z + 0.58), paint.JOINT)
        for row, z in enumerate((0.62, 1.2, 1.78, 2.36))
        for x in np.arange(-half + 1.2 + 0.6 * (row % 2), half, 1.2)
    ]
    return [*bands, *uprights]


def trumpeters() -> MeshData:
    """Trumpeters of Glory: a bugler, a standard bearer, three young faces, a rifle."""
    cloth = _hewn(sdf.union([_bank(), _banner(), _bugler(), _bearer()], 0.12))
    made = skin(cloth, (-4.6, -2.2, 0.2), (5.4, 1.0, 5.4), CELL_M, paint.BRONZE, triangles=6200)
    metal = sdf.union([_trumpet(), rifle((0.75, -1.35, 1.3), (2.75, -1.3, 4.05))], 0.02)
    arms = skin(metal, (-3.6, -2.2, 0.6), (3.6, 0.6, 5.2), 0.055, paint.BRONZE, triangles=1300)
    faces = (
        ("bare", (-0.95, -0.75, 3.95), 1.06, 66.0, -12.0),
        ("ushanka", (0.85, -0.55, 4.1), 1.12, 58.0, 0.0),
        ("helmet", (-1.75, -1.2, 2.5), 0.9, 20.0, 6.0),
        ("bare", (-0.75, -1.35, 2.72), 0.95, -6.0, 4.0),
        ("bare", (0.3, -1.35, 2.3), 0.98, 8.0, 2.0),
    )
    return merge([_cast(made), _cast(arms), *_busts(faces)])


def oath() -> MeshData:
    """The Oath: a young Red Army man with a raised rifle leads the horses of the fallen."""
    horses = [
        _horse((1.55, -0.7, 2.55), 1.25, 62.0),
        _horse((3.0, -0.45, 2.2), 1.15, 74.0),
    ]
    body = [
        clay.egg((-0.75, -0.75, 2.3), (0.85, 0.62, 1.15)),
        sdf.capsule((-1.5, -0.7, 3.1), (0.05, -0.7, 3.15), 0.34),
        sdf.capsule((-0.75, -0.75, 3.0), (-0.75, -0.85, 3.5), 0.3),
        sdf.limb([(-1.5, -0.75, 3.05), (-2.1, -1.15, 2.6), (-1.45, -1.5, 3.0)], [0.33, 0.27, 0.18]),
        sdf.limb(
            [(0.05, -0.75, 3.05), (0.65, -1.25, 2.35), (1.05, -1.5, 2.75)], [0.33, 0.27, 0.17]
        ),
        clay.egg((-1.42, -1.6, 3.15), (0.2, 0.18, 0.24)),
        clay.egg((1.1, -1.6, 2.85), (0.2, 0.18, 0.22)),
    ]
    cloth = _hewn(sdf.union([_bank(), sdf.union(body, 0.12), *horses], 0.1))
    made = skin(cloth, (-4.6, -2.8, 0.2), (5.4, 1.0, 5.6), CELL_M, paint.BRONZE, triangles=6800)
    gun = skin(rifle((-1.6, -1.62, 1.75), (-1.25, -1.62, 5.05)), (-2.4, -2.2, 1.0),
               (-0.6, -1.0, 5.4), 0.05, paint.BRONZE, triangles=900)  # fmt: skip
    faces = (
        ("budenovka", (-0.75, -0.95, 4.05), 1.12, 14.0, -4.0),
        ("bare", (-2.35, -0.85, 2.75), 0.9, 26.0, 6.0),
    )
    return merge([_cast(made), _cast(gun), *_busts(faces)])


def _busts(faces: tuple[tuple[str, Vector, float, float, float], ...]) -> list[MeshData]:
    return [
        heads.bust(kind, at, size, paint.BRONZE, yaw_deg=yaw, nod_deg=nod, triangles=1050)
        for kind, at, size, yaw, nod in faces
    ]


def _hewn(body: Field) -> Field:
    """The body with the marks of the chisel."""
    broken = facets("memorial_of_glory/wing", (-4.0, -2.4, 0.4), (4.9, 0.6, 5.2), 420, 0.45, 0.12)

    def field(p: sdf.F64) -> sdf.F64:
        result = body(p)
        near = np.abs(result) < 0.5
        result[near] += broken(p[near])
        return result

    return field


def _cast(made: MeshData) -> MeshData:
    return heads.faceted(made, paint.BRONZE, 55.0)


def _bank() -> Field:
    """The heap of cloth from which the figures break, folded slantwise."""
    lumps = sdf.union(
        [
            clay.egg((-1.0, -0.5, 1.9), (1.6, 0.75, 1.1)),
            clay.egg((0.9, -0.55, 2.0), (1.8, 0.85, 1.3)),
            clay.egg((0.1, -0.35, 2.9), (1.3, 0.6, 1.0)),
            sdf.limb([(-1.6, -0.8, 1.9), (-2.6, -0.75, 2.2), (-3.4, -0.6, 2.05)], [0.5, 0.34, 0.1]),
        ],
        0.35,
    )
    return clay.grooved(
        lumps, 0.09, lambda p: clay.ripple(0.95 * p[:, 0] + 0.55 * p[:, 2] + 0.4 * p[:, 1])
    )


def _banner() -> Field:
    """Cloth blown to the right over the wall."""
    flag = sdf.union(
        [
            clay.brick((2.9, -0.45, 2.85), (1.35, 0.22, 0.62), 0.15),
            clay.brick((3.9, -0.4, 2.95), (0.7, 0.18, 0.55), 0.12),
            sdf.limb([(1.2, -0.5, 2.9), (2.6, -0.6, 3.3), (4.6, -0.45, 3.45)], [0.5, 0.3, 0.12]),
        ],
        0.2,
    )
    return clay.grooved(flag, 0.08, lambda p: clay.ripple(1.6 * p[:, 2] - 0.28 * p[:, 0]))


def _bugler() -> Field:
    """Shoulders, wind-blown hair and the raised arm of the trumpeter."""
    locks = [
        sdf.limb(
            [(-0.7, -0.6 + 0.05 * k, 4.5 - 0.16 * k), (-0.3, -0.55, 4.45 - 0.16 * k),
             (0.05, -0.5, 4.55 - 0.18 * k)], [0.2, 0.16, 0.06],
        )
        for k in range(3)
    ]  # fmt: skip
    return sdf.union(
        [
            clay.egg((-0.75, -0.6, 2.95), (0.75, 0.55, 0.7)),
            sdf.capsule((-0.95, -0.7, 3.2), (-0.95, -0.72, 3.6), 0.32),
            sdf.limb(
                [(-1.2, -0.8, 3.1), (-2.2, -1.2, 3.1), (-1.95, -1.2, 3.8)], [0.32, 0.27, 0.18]
            ),
            clay.egg((-1.92, -1.2, 3.92), (0.2, 0.24, 0.2)),
            *locks,
        ],
        0.08,
    )


def _bearer() -> Field:
    return sdf.union(
        [
            clay.egg((0.95, -0.55, 2.95), (0.95, 0.6, 0.85)),
            sdf.capsule((0.85, -0.55, 3.3), (0.85, -0.55, 3.75), 0.36),
            clay.hoop((0.86, -0.55, 3.48), (0.1, -0.2, 1.0), 0.38, 0.1),
            sdf.limb([(1.5, -0.7, 3.2), (2.15, -1.15, 2.6), (1.55, -1.4, 2.35)], [0.36, 0.3, 0.2]),
            clay.egg((1.52, -1.42, 2.4), (0.24, 0.22, 0.26)),
        ],
        0.1,
    )


def _trumpet() -> Field:
    horn = sdf.limb(
        [(-1.45, -0.98, 3.86), (-2.4, -1.15, 4.0), (-2.85, -1.2, 4.08)], [0.07, 0.12, 0.26], 0.05
    )
    bell = clay.disc((-2.95, -1.22, 4.1), (-1.0, -0.12, 0.16), 0.44, 0.07, 0.05)
    hole = clay.egg((-3.05, -1.23, 4.12), (0.16, 0.3, 0.3))
    return sdf.subtract(sdf.union([horn, bell], 0.1), hole, 0.03)


def _horse(at: Vector, size: float, yaw_deg: float) -> Field:
    """A horse's neck and bowed head, ears up; before the turn it looks to -y."""
    neck = sdf.limb([(0, 0.3, -0.9), (0, 0.0, 0.35), (0, -0.35, 1.1)], [0.62, 0.46, 0.33], 0.15)
    skull = sdf.limb([(0, -0.4, 1.2), (0, -0.95, 0.75), (0, -1.3, 0.35)], [0.33, 0.25, 0.19], 0.1)
    detail = [
        sdf.mirrored_x(sdf.capsule((0.14, -0.32, 1.45), (0.2, -0.34, 1.85), 0.1, 0.03)),
        sdf.mirrored_x(clay.egg((0.22, -0.68, 1.05), (0.07, 0.11, 0.08))),
        sdf.mirrored_x(clay.egg((0.14, -1.36, 0.36), (0.06, 0.07, 0.08))),
        sdf.capsule((0, -0.5, 0.85), (0, -1.15, 0.22), 0.2, 0.12),
        sdf.mirrored_x(sdf.capsule((0.27, -0.85, 0.95), (0.2, -1.1, 0.4), 0.035)),
        clay.hoop((0.0, -1.12, 0.55), (0.0, -0.8, -0.6), 0.225, 0.04),
        *[
            sdf.limb(
                [(0.0, -0.2 + 0.16 * k, 1.5 - 0.28 * k), (0.1, 0.2 + 0.17 * k, 1.32 - 0.3 * k)],
                [0.2, 0.1],
            )
            for k in range(5)
        ],
    ]  # fmt: skip
    horse = sdf.union([sdf.union([neck, skull], 0.12), sdf.union(detail, 0.03)], 0.05)
    sized = sdf.scaled(horse, size, size, size)
    return clay.bounded(
        sdf.moved(sdf.turned(sized, "z", -yaw_deg), at),
        (at[0] - 2.2, at[1] - 1.9, at[2] - 1.6), (at[0] + 1.2, at[1] + 1.2, at[2] + 2.5),
    )  # fmt: skip


def cube(name: str) -> MeshData:
    """A polished black cube of earth from a hero city: gold star and name."""
    side = 0.95
    block = extrude.prism(profile.chamfered(side, side, 0.015), 0.0, side, paint.CUBE)
    star = transform.move(
        extrude.panel(profile.star(5, 0.11, 0.045), -0.02, 0.0, paint.GILT, back=False),
        y=-side / 2, z=0.68,
    )  # fmt: skip
    bar = extrude.block((-0.05, -side / 2 - 0.02, 0.8), (0.05, -side / 2, 0.86), paint.GILT)
    words = name.split(" ")
    lines = [
        transform.move(
            facing(lettering(word, min(0.12, 0.86 / len(word)), paint.LETTER, out_m=0.012), FRONT),
            y=-side / 2, z=0.42 - 0.17 * k,
        )
        for k, word in enumerate(words)
    ]  # fmt: skip
    return merge([block, star, bar, *lines])


def urn() -> MeshData:
    """A wide stone flower bowl on a short foot."""
    section = profile.line(
        (0.42, 0.0), (0.42, 0.08), (0.28, 0.16), (0.32, 0.26), (0.62, 0.44), (0.78, 0.66),
        (0.84, 0.7), (0.84, 0.78), (0.7, 0.78), (0.66, 0.7),
    )  # fmt: skip
    return merge([lathe.lathe(section, paint.URN, sides=24, crease_deg=50.0)])


def demo() -> MeshData:
    """Both walls side by side, for scripts/look.py."""
    north = merge([wall("1941–1945"), trumpeters()])
    south = merge([wall("1917–1920"), oath()])
    return merge([transform.move(south, x=-9.8), transform.move(north, x=9.8)])
