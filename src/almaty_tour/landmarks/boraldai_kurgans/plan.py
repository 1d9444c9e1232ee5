"""Where the mounds lie: a chain of giants, their followers, and many small ones.

Model frame: the great mound at the origin, -y north; every mound is (x, y, width, height).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.kit.paint import Paint

F64 = npt.NDArray[np.float64]

GREAT_M: Final = (0.0, 0.0, 102.0, 14.8)
GIANTS: Final = ((-46.0, 128.0, 78.0, 6.0), (18.0, 246.0, 70.0, 5.4), (92.0, 92.0, 62.0, 5.0))
MIDDLE: Final = (
    (-112.0, 60.0, 38.0, 3.0), (-128.0, 176.0, 40.0, 3.2), (62.0, 170.0, 34.0, 2.8),
    (-36.0, 214.0, 30.0, 2.5), (112.0, 24.0, 32.0, 2.6), (-96.0, 244.0, 36.0, 3.0),
    (104.0, 214.0, 38.0, 3.1), (-86.0, -46.0, 30.0, 2.4), (40.0, 340.0, 40.0, 3.2),
    (128.0, 318.0, 34.0, 2.8), (-20.0, 420.0, 44.0, 3.4), (92.0, 436.0, 36.0, 3.0),
    (30.0, 540.0, 42.0, 3.3), (150.0, 560.0, 38.0, 3.0),
)  # fmt: skip
SMALL: Final = (
    (70.0, -40.0, 16.0, 1.3), (-72.0, 84.0, 18.0, 1.4), (36.0, 84.0, 15.0, 1.2),
    (-8.0, 182.0, 17.0, 1.4), (58.0, 128.0, 14.0, 1.1), (-150.0, 112.0, 18.0, 1.5),
    (-64.0, 262.0, 16.0, 1.3), (70.0, 272.0, 19.0, 1.5), (-102.0, 8.0, 17.0, 1.4),
    (144.0, 138.0, 18.0, 1.4), (-90.0, 110.0, 14.0, 1.2), (140.0, 66.0, 14.0, 1.1),
    (-24.0, 278.0, 15.0, 1.2), (-116.0, 292.0, 18.0, 1.4), (30.0, 188.0, 12.0, 1.0),
    (134.0, 184.0, 15.0, 1.2), (-160.0, 30.0, 15.0, 1.2),
    (84.0, 372.0, 17.0, 1.3), (-64.0, 352.0, 18.0, 1.5), (14.0, 384.0, 14.0, 1.1),
    (158.0, 250.0, 18.0, 1.4), (142.0, 400.0, 16.0, 1.3), (44.0, 470.0, 18.0, 1.5),
    (-46.0, 488.0, 16.0, 1.3), (112.0, 510.0, 15.0, 1.2), (86.0, 590.0, 19.0, 1.5),
    (0.0, 606.0, 17.0, 1.3), (170.0, 470.0, 14.0, 1.1), (60.0, 650.0, 18.0, 1.4),
)  # fmt: skip
STAND: Final = (9.0, -63.0)
PATH_M: Final = 1.8

TURF = Paint("lawn", "#8E8664")
EARTH = Paint("asphalt", "#A3937A")
POST = Paint("painted_metal", "#5A4636")
BOARD = Paint("painted_metal", "#E7DEC6")
WORD = Paint("lettering", "#E7DEC6")
BLOCK = Paint("granite", "#8A6E5C")
INK = Paint("painted_metal", "#3C3A36")
SLAB = Paint("paving", "#B9AE9C")


def profile_m(share: npt.ArrayLike) -> F64:
    """Height of a mound as a share, at a share of its radius: round top, hollow skirt."""
    r = np.clip(np.asarray(share, np.float64), 0.0, 1.0)
    dome = (1.0 - r**1.9) ** 1.15
    skirt = 0.5 + 0.5 * np.cos(np.pi * r)
    return np.asarray(0.6 * dome + 0.4 * skirt)
