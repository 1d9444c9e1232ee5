"""Two young women in tunics, skirts and boots who stride side by side, capes blown back."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import clay, sdf, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.skin import skin
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

BRONZE = Paint("bronze_dark", "#C9A98C")
CELL_M = 0.0105
NEAR_M = 0.06
TRIANGLES = 11_000


def pair(height_m: float) -> MeshData:
    """Both figures shoulder to shoulder, the inner arms joined, looking to -y."""
    left = transform.move(_woman(bun=True), x=-0.168)
    right = transform.move(transform.mirror_x(_woman(bun=False)), x=0.168, y=-0.015)
    both = merge([left, right])
    return transform.scale(both, height_m / float(both.bounds_m[1][2]))


def _woman(*, bun: bool) -> MeshData:
    """One figure about a metre tall; her right arm is the outer one."""
    pieces = (
        (_legs(), (-0.12, -0.22, -0.01), (0.12, 0.14, 0.56)),
        (_skirt(), (-0.15, -0.15, 0.26), (0.15, 0.15, 0.57)),
        (_tunic(), (-0.15, -0.13, 0.46), (0.15, 0.12, 0.88)),
        (_arms(), (-0.27, -0.12, 0.44), (0.22, 0.12, 0.83)),
        (_head(bun=bun), (-0.09, -0.11, 0.82), (0.09, 0.12, 1.02)),
    )
    near = [clay.bounded(part, low, high, NEAR_M) for part, low, high in pieces]
    whole = sdf.union([sdf.union(near, 0.008), _cape()], 0.01)
    made = skin(whole, (-0.42, -0.3, -0.02), (0.24, 0.42, 1.02), CELL_M, BRONZE,
                triangles=TRIANGLES)  # fmt: skip
    return solid(made.positions, made.faces, BRONZE, crease_deg=48.0)


def _legs() -> sdf.Field:
    """Top boots in mid stride: the outer foot before, the inner one behind."""
    parts = []
    for x, knee_y, foot_y, lift in ((-0.05, -0.075, -0.095, 0.0), (0.052, 0.03, 0.085, 0.012)):
        knee, ankle = (x, knee_y, 0.27), (x * 1.05, foot_y, 0.055 + lift)
        thigh = sdf.capsule((0.8 * x, 0.0, 0.5), knee, 0.06, 0.046)
        shin = sdf.capsule(knee, ankle, 0.043, 0.03)
        rim = sdf.capsule((x, knee_y, 0.25), (x, knee_y + 0.002, 0.255), 0.048)
        sole = sdf.capsule((x * 1.05, foot_y + 0.02, 0.022 + lift),
                           (x * 1.25, foot_y - 0.085, 0.02), 0.027, 0.022)  # fmt: skip
        parts.append(sdf.union([thigh, sdf.union([shin, sole], 0.025), rim], 0.012))
    return sdf.union(parts, 0.0)


def _skirt() -> sdf.Field:
    """Knee length, drawn taut over the forward leg, in folds."""
    body = clay.column(
        [(0.27, -0.004, -0.005, 0.128, 0.128), (0.36, -0.002, -0.004, 0.12, 0.112),
         (0.47, 0.0, 0.0, 0.108, 0.088), (0.56, 0.0, 0.0, 0.088, 0.07)]
    )  # fmt: skip
    return sdf.folds(body, 7, 0.011, 0.27, 0.52)


def _tunic() -> sdf.Field:
    """A belted soldier's blouse with pockets, collar and shoulder straps."""
    body = clay.column(
        [(0.47, 0.0, 0.0, 0.116, 0.094), (0.53, 0.0, 0.0, 0.103, 0.082),
         (0.585, 0.0, 0.0, 0.075, 0.062), (0.64, 0.0, -0.002, 0.085, 0.072),
         (0.705, 0.0, -0.01, 0.098, 0.086), (0.76, 0.0, -0.002, 0.1, 0.068),
         (0.805, 0.0, 0.003, 0.08, 0.046)]
    )  # fmt: skip
    body = sdf.folds(body, 9, 0.006, 0.47, 0.585)
    shoulders = sdf.capsule((-0.092, 0.004, 0.782), (0.092, 0.004, 0.782), 0.034)
    neck = sdf.capsule((0.0, 0.0, 0.8), (0.0, -0.008, 0.87), 0.034, 0.028)
    trunk = sdf.union([body, shoulders, neck], 0.03)
    belt = clay.column([(0.572, 0.0, 0.0, 0.086, 0.073), (0.602, 0.0, 0.0, 0.086, 0.073)])
    buckle = sdf.rounded_box((0.0, -0.073, 0.587), (0.036, 0.016, 0.036), 0.004)
    strap = sdf.capsule((-0.088, -0.03, 0.79), (0.075, -0.074, 0.6), 0.01)
    pockets = sdf.mirrored_x(sdf.rounded_box((0.05, -0.09, 0.705), (0.05, 0.02, 0.045), 0.006))
    flaps = sdf.mirrored_x(sdf.rounded_box((0.05, -0.094, 0.722), (0.054, 0.02, 0.014), 0.004))
    collar = clay.hoop((0.0, -0.004, 0.825), (0.0, -0.25, 1.0), 0.044, 0.012)
    placket = sdf.capsule((0.0, -0.088, 0.72), (0.0, -0.055, 0.81), 0.009)
    star = sdf.ball((0.052, -0.094, 0.755), 0.012)
    return sdf.union([trunk, belt, buckle, strap, pockets, flaps, collar, placket, star], 0.005)


def _arms() -> sdf.Field:
    """The outer arm holds the cape's edge back, the inner reaches for the friend's hand."""
    outer = sdf.limb([(-0.112, 0.004, 0.776), (-0.185, 0.05, 0.65), (-0.222, -0.03, 0.555)],
                     [0.037, 0.031, 0.026], 0.02)  # fmt: skip
    inner = sdf.limb([(0.112, 0.004, 0.776), (0.15, 0.03, 0.635), (0.165, -0.05, 0.53)],
                     [0.037, 0.031, 0.026], 0.02)  # fmt: skip
    hands = [
        sdf.ellipsoid((-0.228, -0.052, 0.532), (0.018, 0.024, 0.028)),
        sdf.ellipsoid((0.166, -0.068, 0.503), (0.019, 0.023, 0.029)),
    ]
    cuffs = [sdf.ball((-0.22, -0.026, 0.56), 0.031), sdf.ball((0.164, -0.048, 0.535), 0.031)]
    return sdf.union([sdf.union([outer, inner], 0.01), *cuffs, *hands], 0.012)


def _head(*, bun: bool) -> sdf.Field:
    """A young face lifted a little; hair in a knot under a side cap, or bobbed in the wind."""
    face = _face((0.0, -0.016, 0.915))
    hair = [sdf.ellipsoid((0.0, 0.008, 0.935), (0.058, 0.062, 0.058)),
            sdf.mirrored_x(sdf.ellipsoid((0.05, 0.004, 0.905), (0.018, 0.036, 0.045)))]  # fmt: skip
    if bun:
        hair.append(sdf.ellipsoid((0.0, 0.07, 0.905), (0.036, 0.03, 0.03)))
        cap = clay.egg((-0.014, -0.008, 0.985), (0.05, 0.068, 0.026))
        hair.append(sdf.union([cap, sdf.ball((-0.012, -0.07, 0.978), 0.009)], 0.004))
    else:
        hair.append(sdf.ellipsoid((0.012, 0.055, 0.905), (0.056, 0.046, 0.06)))
        hair.append(sdf.ellipsoid((-0.02, -0.035, 0.972), (0.04, 0.03, 0.02)))
    return sdf.union([face, sdf.union(hair, 0.012)], 0.006)


def _face(at: sdf.Vector) -> sdf.Field:
    parts = [
        sdf.ellipsoid((0.0, 0.0, 0.008), (0.046, 0.054, 0.064)),
        sdf.ellipsoid((0.0, -0.022, -0.03), (0.031, 0.032, 0.034)),
        sdf.capsule((0.0, -0.05, 0.01), (0.0, -0.064, -0.012), 0.006, 0.0095),
        sdf.capsule((-0.027, -0.045, 0.02), (0.027, -0.045, 0.02), 0.009),
        sdf.capsule((-0.012, -0.05, -0.033), (0.012, -0.05, -0.033), 0.006),
        sdf.mirrored_x(sdf.ellipsoid((0.02, -0.045, -0.01), (0.014, 0.01, 0.012))),
    ]
    return sdf.moved(sdf.union(parts, 0.011), at)


def _cape() -> sdf.Field:
    """A rain cape from the shoulders, blown back and outwards in deep waves."""

    def sheet(p: F64) -> F64:
        x, y, z = p[:, 0], p[:, 1], p[:, 2]
        fall = np.clip((0.8 - z) / 0.66, 0.0, 1.0)
        middle = -0.01 - 0.15 * fall
        half = 0.1 + 0.13 * fall
        wave = (0.006 + 0.026 * fall) * np.sin(34.0 * (x - middle) + 5.0 * fall)
        bend = 0.045 + 0.24 * fall**1.2 - 0.9 * fall * (x - middle) ** 2 + wave
        flat = 0.62 * np.abs(y - bend) - 0.012
        side = np.abs(x - middle) - half
        ends = np.maximum(0.13 + 0.05 * np.sin(20.0 * x) - z, z - 0.8)
        result: F64 = np.maximum(np.maximum(flat, side), ends)
        return result

    return sheet
