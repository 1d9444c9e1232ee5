"""The round restaurant behind Hotel Otrar: a glazed drum under a ribbed tent roof, like a yurt."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import lathe, profile, transform
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks.hotel_otrar import house as h
from almaty_tour.mesh.data import MeshData, as_part, merge

AT, RADIUS_M = (-18.8, 39.2), 19.0
EAVES_M, RIBS = 5.6, 18
FELT = Paint("roof_metal", "#D8CDB6")


def yurt() -> MeshData:
    """Drum, roof with its ribs, the crown ring, and the passage to the hotel."""
    r = RADIUS_M
    foot = lathe.cylinder(r, 2.3, h.FOOT, bottom_m=-1.5, sides=22)
    glass = lathe.cylinder(
        r - 0.6, EAVES_M - 0.8, Paint("window", "#E8DCC4"), bottom_m=0.8, sides=22
    )
    eave = lathe.lathe(
        profile.line((r - 0.8, EAVES_M - 0.5), (r + 0.9, EAVES_M - 0.5), (r + 0.9, EAVES_M + 0.5),
                     (r - 0.4, EAVES_M + 0.6)), h.WHITE, sides=22, crease_deg=20.0,
    )  # fmt: skip
    line = profile.smooth(
        profile.line((r - 0.3, EAVES_M + 0.5), (0.78 * r, 8.8), (0.45 * r, 11.3), (2.6, 12.6)), 2
    )
    cover = lathe.lathe(line, FELT, sides=22)
    crown = lathe.lathe(
        profile.line((2.8, 12.3), (3.0, 12.4), (3.0, 13.3), (2.5, 13.4), (0.0, 14.0)), h.BROWN,
        sides=16, crease_deg=25.0,
    )  # fmt: skip
    angle = np.arange(RIBS) * (2 * np.pi / RIBS)
    way = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    pieces = [
        struts(_ring(way, *line[i]), _ring(way, *line[i + 2]), 0.34, h.BROWN, caps=False)
        for i in range(0, len(line) - 2, 2)
    ]
    posts = struts(_ring(way, r - 0.3, 0.4), _ring(way, r - 0.3, EAVES_M), 0.42, h.WHITE)
    link = block((-3.0, -26.0, -1.5), (3.0, -17.5, 4.6), h.LIGHT)
    whole = merge([foot, glass, eave, cover, crown, *pieces, posts, link])
    return as_part(transform.move(whole, *AT), "yurt")


def _ring(way: np.ndarray, radius_m: float, z_m: float) -> np.ndarray:
    return np.column_stack([way * radius_m, np.full(len(way), z_m)])
