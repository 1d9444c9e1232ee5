"""A dagger with a gold hilt and a band of beasts on its blade; its sheath with gold plates."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import arms_beasts, arms_relief, patina
from almaty_tour.exhibits._shared.arms_display import desk, placed
from almaty_tour.exhibits._shared.fitting import fitted
from almaty_tour.exhibits._shared.forged_plate import metal, plate
from almaty_tour.kit import profile, sdf, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.settle import settled
from almaty_tour.kit.skin import skin
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

GOLD, SHADE = Paint("gold_old", "#D2A868"), "#4A3216"
IRON, RUST = Paint("iron_rust", "#3F3732"), "#4A2F20"
LEATHER, CLOTH = Paint("leather", "#3F1710"), Paint("felt", "#35322F")
THREAD = Paint("leather", "#6A4A2C")
BLADE, HALF = 26.0, 1.75
"""Length and half breadth of the blade; it begins at x = 0."""
FRONT_BEASTS, BACK_BEASTS = 11, 10
EYE = (-13.0, 2.0)
SHEATH = 33.0


def build(spec: ExhibitSpec) -> Model:
    """The bare dagger above, the sheath below, both with their points to the right."""
    dagger = fitted(_dagger(), width_cm=spec.size_cm("width", "dagger"))
    sheath = fitted(_sheath(), width_cm=spec.size_cm("width", "sheath"))
    pieces = [
        as_part(placed(dagger, 0.0, 4.6, -0.25), "dagger"),
        as_part(placed(sheath, 1.6, -5.2), "sheath"),
    ]
    return Model(desk(pieces, 45.0, 21.0, 56.0, CLOTH))


def gilded(data: MeshData, seed: int, soft_cm: float = 0.0) -> MeshData:
    """Gold with dark in its lower places and a little uneven."""
    high = float(data.bounds_m[1][2])
    low = high - (soft_cm or 0.6 * high)
    deep = 0.55 * np.clip((high - data.positions[:, 2]) / (high - low) - 0.55, 0.0, 1.0)
    return patina.mottled(patina.stained(data, SHADE, deep), 0.10, 1.6, seed)


def _dagger() -> MeshData:
    outline = profile.smooth(
        [(-0.6, HALF), (6.0, HALF), (16.0, 0.92 * HALF), (22.0, 0.66 * HALF), (BLADE, 0.0)], 6
    )
    whole = np.concatenate([outline, outline[-2::-1] * [1.0, -1.0]])
    blade = metal(
        [plate(whole, 0.62, 0.1, 0.3)], (-1.5, -2.4, -0.8), (27.0, 2.4, 0.8), IRON,
        cell=0.11, triangles=12_000, rough=0.035,
    )  # fmt: skip
    blade = settled(blade)
    spots = patina.noise(blade.positions, 2.4, 5) + 0.6 * patina.noise(blade.positions, 0.7, 6)
    blade = patina.stained(blade, RUST, 0.8 * np.clip(1.2 * spots, 0.0, 1.0))
    front = transform.move(_band(FRONT_BEASTS, 0.07), x=1.4, z=0.27)
    back = transform.move(_band(BACK_BEASTS, 0.12), x=1.4, z=0.27)
    return merge([blade, front, transform.turn(back, "x", 180.0), _hilt()])


def _band(count: int, step: float) -> MeshData:
    """A narrow strip along the middle of the blade with beasts that run to its tip."""
    pace = 19.8 / count
    figure: list[arms_relief.Line] = []
    for place in range(count):
        beast = arms_beasts.PROCESSION[place % len(arms_beasts.PROCESSION)]
        size = pace * (0.84 - 0.018 * place)
        figure += arms_relief.moved(beast, 0.3 + pace * (place + 0.5), 0.0, size, stout=1.25)
    made = arms_relief.strip(20.4, (0.86, 0.58), figure, GOLD, step=step, deep=0.42)
    ground = np.clip(1.6 - made.positions[:, 2] / 0.11, 0.0, 1.0)
    return patina.mottled(patina.stained(made, SHADE, 0.85 * ground), 0.10, 1.6, count)


def _hilt() -> MeshData:
    """Grip with two ribs, a guard like two wings, a pommel of two heads beak to beak."""
    parts = [
        sdf.rounded_box((-5.4, 0.0, 0.0), (9.6, 1.9, 1.1), 0.45),
        sdf.rounded_box((-10.3, 0.0, 0.0), (1.0, 2.7, 1.2), 0.4),
    ]
    cuts: list[sdf.Field] = []
    for side in (-1.0, 1.0):
        parts.append(sdf.capsule((-9.8, 0.62 * side, 0.42), (-1.2, 0.62 * side, 0.42), 0.17))
        parts += _wing(side)
        parts += _head(side)
        cuts.append(arms_relief.cord(_ring(EYE[0], EYE[1] * side, 0.46), 0.10, 9.0, 0.0))
        beak = [(-14.3, 1.95 * side), (-13.7, 1.45 * side), (-13.2, 1.25 * side)]
        cuts.append(arms_relief.cord(beak, 0.08, 9.0, 0.0))
        turn = np.linspace(0.0, 4.4 * np.pi, 26)
        curl = np.column_stack(
            [0.05 - 0.075 * turn * np.cos(turn), side * (1.75 + 0.075 * turn * np.sin(turn))]
        )
        cuts.append(arms_relief.cord(curl, 0.085, 9.0, 0.0, 9.0))
    shallow = sdf.intersect(sdf.union(cuts), _above(0.42))
    field = sdf.subtract(sdf.union(parts, 0.14), shallow, 0.03)
    made = skin(field, (-15.8, -3.9, -1.1), (2.4, 3.9, 1.1), 0.085, GOLD, triangles=22_000)
    dark = sdf.union(cuts)(made.positions.astype(np.float64))
    inked = patina.stained(made, SHADE, 0.75 * np.clip(1.0 - dark / 0.05, 0.0, 1.0))
    return patina.mottled(settled(inked), 0.12, 2.0, 8)


def _above(z: float) -> sdf.Field:
    return lambda p: np.asarray(z - np.abs(p[:, 2]))


def _ring(x: float, y: float, radius: float) -> np.ndarray:
    return arms_relief.closed(profile.circle(radius, 16) + np.array([x, y]))


def _wing(side: float) -> list[sdf.Field]:
    return [
        sdf.ellipsoid((0.0, 1.55 * side, 0.0), (1.25, 1.35, 0.78)),
        sdf.ellipsoid((-0.75, 0.6 * side, 0.0), (0.9, 0.9, 0.72)),
    ]


def _head(side: float) -> list[sdf.Field]:
    """A bird's head on a bent neck; its beak comes back to the axis."""

    def at(*spots: tuple[float, float]) -> list[sdf.Vector]:
        return [(x, side * y, 0.0) for x, y in spots]

    neck = sdf.limb(at((-10.4, 0.7), (-11.1, 1.7), (-12.2, 2.15)), [0.55, 0.58, 0.62], 0.1)
    skull = sdf.ellipsoid((-13.0, 2.0 * side, 0.0), (0.98, 0.88, 0.68))
    beak = sdf.limb(at((-13.7, 1.75), (-14.35, 1.2), (-14.25, 0.58), (-13.65, 0.42)),
                    [0.62, 0.46, 0.32, 0.12], 0.1)  # fmt: skip
    ear = sdf.limb(at((-12.5, 2.6), (-11.7, 3.1)), [0.34, 0.12], 0.05)
    return [neck, skull, beak, ear, sdf.ball((EYE[0], EYE[1] * side, 0.55), 0.27)]


def _sheath() -> MeshData:
    """Flat leather over wood, stitched, with an oval plate at its mouth, a long one at its tip."""
    upper = profile.smooth(
        [(0.0, 3.0), (2.0, 3.7), (4.6, 3.6), (7.0, 2.75), (14.0, 2.55), (27.0, 2.35),
         (SHEATH - 1.6, 2.1), (SHEATH - 0.3, 1.1), (SHEATH, 0.0)], 5,
    )  # fmt: skip
    outline = np.concatenate([upper, upper[-2::-1] * [1.0, -1.0]])
    body = skin(
        plate(outline, 1.3, 0.6, 0.45), (-1.0, -4.6, -1.2), (SHEATH + 1.0, 4.6, 1.2), 0.17,
        LEATHER, triangles=9_000,
    )  # fmt: skip
    body = patina.mottled(settled(body), 0.28, 3.0, 12)
    seam = profile.offset(profile.counter_clockwise(outline), -0.42)
    stitch = arms_relief.beaded(seam, 0.09, 0.62, THREAD, long=2.4)
    tip = transform.move(_horse_plate(), x=SHEATH - 14.6, z=0.62)
    mouth = transform.move(transform.turn_z(_elk_plate(), 90.0), x=3.7, z=0.74)
    return merge([body, transform.move(stitch, z=0.42), tip, mouth])


def _horse_plate() -> MeshData:
    """Openwork: a gable at one end, an empty loop at the other, the horse between."""
    arc = profile.arc((1.55, 0.0), 1.5, 90.0, 270.0, 16)
    outline = np.concatenate([[(13.9, 0.0), (13.0, 1.5)], arc, [(13.0, -1.5)]])
    frame = arms_relief.beaded(arms_relief.closed(outline), 0.19, 0.27, GOLD)
    beads = [sdf.ball((x, y, 0.16), 0.17) for x, y in arms_beasts.MANE]
    eye = sdf.ball((11.75, 0.46, 0.40), 0.13)
    body = arms_relief.raised(arms_beasts.HORSE, 0.8, 0.10)
    made = arms_relief.cast(
        [body, *beads, eye], (2.4, -1.8, -0.9), (13.6, 1.8, 1.0), GOLD, cell=0.06, triangles=14_000
    )
    return merge([gilded(made, 21, 0.7), gilded(frame, 23, 0.5)])


def _elk_plate() -> MeshData:
    """An oval with a ribbed frame, filled by an elk with its hind part turned up."""
    oval = profile.ellipse(4.05, 2.75, 60)
    frame = arms_relief.beaded(arms_relief.closed(oval), 0.22, 0.34, GOLD)
    ground = sdf.ellipsoid((0.0, 0.0, -0.12), (4.0, 2.75, 0.16))
    body = arms_relief.raised(arms_beasts.ELK, 0.8, 0.12)
    eye = sdf.ball((-2.05, 0.72, 0.26), 0.11)
    made = arms_relief.cast(
        [ground, body, eye], (-4.6, -3.1, -0.8), (4.6, 3.1, 0.9), GOLD, cell=0.07, triangles=14_000
    )
    low = np.clip((0.16 - made.positions[:, 2]) / 0.12, 0.0, 1.0)
    aged = patina.mottled(patina.stained(made, SHADE, 0.8 * low), 0.12, 1.2, 22)
    return merge([aged, gilded(frame, 24, 0.5)])
