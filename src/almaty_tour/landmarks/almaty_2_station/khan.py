"""The soft shapes of Abylai Khan and his horse: a metre to the withers, looking to -y."""

from __future__ import annotations

from almaty_tour.kit import sdf, statue


def horse() -> sdf.Field:
    """A strong horse with a raised foreleg, arched neck, full mane and a long tail."""
    body = sdf.union(
        [
            sdf.ellipsoid((0.0, 0.38, 0.88), (0.2, 0.25, 0.22)),
            sdf.ellipsoid((0.0, -0.3, 0.87), (0.2, 0.24, 0.25)),
            sdf.capsule((0.0, -0.2, 0.83), (0.0, 0.34, 0.85), 0.2),
        ],
        0.1,
    )
    neck = sdf.limb([(0, -0.36, 0.98), (0, -0.54, 1.2), (0, -0.62, 1.42)], [0.2, 0.15, 0.105], 0.08)
    skull = sdf.union(
        [
            sdf.limb([(0, -0.62, 1.47), (0, -0.78, 1.35), (0, -0.88, 1.21)], [0.1, 0.075, 0.058]),
            sdf.ellipsoid((0.0, -0.69, 1.36), (0.07, 0.09, 0.1)),
        ],
        0.04,
    )
    ears = sdf.mirrored_x(sdf.capsule((0.055, -0.6, 1.53), (0.065, -0.6, 1.66), 0.032, 0.008))
    legs = [
        _leg([(0.11, -0.36, 0.8), (0.115, -0.4, 0.46), (0.115, -0.39, 0.08)]),
        _leg([(-0.11, -0.4, 0.84), (-0.13, -0.7, 0.7), (-0.12, -0.63, 0.4)]),
        _leg([(-0.12, 0.42, 0.84), (-0.14, 0.4, 0.54), (-0.14, 0.6, 0.36), (-0.14, 0.55, 0.08)]),
        _leg([(0.12, 0.4, 0.84), (0.14, 0.3, 0.54), (0.14, 0.46, 0.35), (0.14, 0.38, 0.08)]),
    ]
    tail = sdf.limb(
        [(0, 0.58, 1.0), (0, 0.8, 0.9), (0, 0.92, 0.6), (0, 1.04, 0.3)],
        [0.06, 0.1, 0.115, 0.045], 0.06,
    )  # fmt: skip
    whole = sdf.union([body, neck, skull, ears, tail, *legs], 0.05)
    return sdf.union([whole, _mane(), _harness()], 0.012)


def _leg(points: list[sdf.Vector]) -> sdf.Field:
    """A leg that narrows to the pastern and ends in a hoof."""
    radii = [*[0.13, 0.075, 0.05, 0.048][: len(points) - 1], 0.046]
    x, y, z = points[-1]
    hoof = sdf.capsule((x, y, z), (x, y - 0.03, z - 0.04), 0.058, 0.075)
    return sdf.union([sdf.limb(points, radii, 0.04), hoof], 0.02)


def _mane() -> sdf.Field:
    """Locks that fall to one side of the neck, and a forelock."""
    locks = [
        sdf.capsule((0.02, -0.34 - 0.05 * i, 1.14 + 0.085 * i),
                    (0.13, -0.38 - 0.045 * i, 0.98 + 0.08 * i), 0.055, 0.03)
        for i in range(6)
    ]  # fmt: skip
    return sdf.union([*locks, sdf.capsule((0, -0.63, 1.58), (0, -0.76, 1.45), 0.035, 0.02)], 0.02)


def _harness() -> sdf.Field:
    """A fringed saddle cloth, a breast band and the reins."""
    cloth = sdf.mirrored_x(sdf.rounded_box((0.228, 0.16, 0.79), (0.05, 0.56, 0.42), 0.015))
    fringed = sdf.folds(cloth, 20.0, 0.012, 0.5, 0.68)
    band = sdf.mirrored_x(sdf.capsule((0.2, -0.2, 1.0), (0.03, -0.55, 0.86), 0.035))
    reins = sdf.mirrored_x(sdf.capsule((0.07, -0.82, 1.27), (0.06, -0.26, 1.27), 0.016))
    return sdf.union([fringed, band, reins], 0.015)


def rider() -> sdf.Field:
    """The khan in armour with long skirts, right arm raised, a tall hat with a wide brim."""
    trunk = sdf.union(
        [
            sdf.ellipsoid((0, 0.05, 1.28), (0.165, 0.125, 0.27)),
            sdf.capsule((-0.16, 0.05, 1.47), (0.16, 0.05, 1.47), 0.08),
            sdf.capsule((0, 0.04, 1.5), (0, 0.03, 1.64), 0.06, 0.055),
        ],
        0.05,
    )
    belt = sdf.scaled(sdf.revolved([(0.175, 1.12), (0.185, 1.15), (0.175, 1.18)]), 1.0, 0.8, 1.0)
    belt = sdf.moved(belt, (0.0, 0.05, 0.0))
    legs = sdf.mirrored_x(
        sdf.limb([(0.11, 0.02, 1.08), (0.28, -0.2, 0.93), (0.28, -0.12, 0.5)], [0.13, 0.11, 0.07])
    )
    skirts = sdf.mirrored_x(
        sdf.limb([(0.16, 0.1, 1.08), (0.26, 0.02, 0.9), (0.27, 0.06, 0.72)], [0.12, 0.11, 0.09])
    )
    boots = sdf.mirrored_x(sdf.capsule((0.28, -0.1, 0.47), (0.29, -0.25, 0.46), 0.06, 0.04))
    arms = sdf.union(
        [
            sdf.limb([(-0.18, 0.05, 1.47), (-0.36, -0.08, 1.62), (-0.5, -0.24, 1.86)],
                     [0.09, 0.075, 0.062]),
            sdf.limb([(0.2, 0.05, 1.45), (0.26, -0.06, 1.24), (0.1, -0.26, 1.24)],
                     [0.085, 0.07, 0.055]),
        ],
        0.03,
    )  # fmt: skip
    cuffs = sdf.union(
        [sdf.ball((-0.49, -0.23, 1.84), 0.075), sdf.mirrored_x(sdf.ball((0.2, 0.05, 1.48), 0.105))],
        0.01,
    )
    mace = sdf.union(
        [
            sdf.capsule((-0.5, -0.22, 1.88), (-0.66, -0.32, 2.16), 0.026),
            sdf.ball((-0.68, -0.335, 2.2), 0.06),
        ],
        0.01,
    )
    cloth = sdf.folds(sdf.union([trunk, legs, skirts], 0.05), 14, 0.012, 0.6, 1.1)
    head = sdf.union([statue.head((0.0, 0.015, 1.72), beard=True, size=1.6), _hat()], 0.008)
    return sdf.union([cloth, belt, boots, arms, cuffs, head, mace], 0.016)


def _hat() -> sdf.Field:
    """A cylinder that widens a little over a broad brim turned up at its edge."""
    section = [(0.1, 0.0), (0.21, 0.035), (0.215, 0.06), (0.125, 0.05), (0.115, 0.09),
               (0.135, 0.1), (0.13, 0.13), (0.118, 0.14), (0.128, 0.25), (0.11, 0.265),
               (0.02, 0.28)]  # fmt: skip
    return sdf.moved(sdf.revolved(section), (0.0, 0.02, 1.77))
