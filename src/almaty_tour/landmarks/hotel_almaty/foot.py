"""The lowest storey of Hotel Almaty: lobby, canopy on brackets, mosaic, restaurant block."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks.hotel_almaty import slab as s
from almaty_tour.mesh.data import MeshData, as_part, merge

Mask = npt.NDArray[np.bool_]
Names = npt.NDArray[np.str_]

DOOR_X_M = -4.0
MOSAIC_X_M, MOSAIC_M = 19.5, (17.0, 4.6)
TILE_M = 0.26
INK = {
    "sky": ("#3E86B8", "#4E97C6", "#357AA8"),
    "sun": ("#E9B23C", "#F0C25A"),
    "hill": ("#A8552F", "#B9673A", "#8F4628"),
    "grass": ("#5E8A4A", "#6F9A55"),
    "horse": ("#F2EADA", "#E4D8C2"),
    "red": ("#B8322C", "#C9463A"),
    "skin": ("#D9A878",),
    "dark": ("#3A2A26", "#4A3630"),
    "rim": ("#D8C9A8",),
}
RESTAURANT = profile.rectangle(42.0, 25.0)
RESTAURANT_AT, RESTAURANT_TURN_DEG = (-13.5, 19.0), -12.0


def foot() -> MeshData:
    """Everything below the first loggias."""
    return merge(
        [
            as_part(merge([_lobby(), restaurant()]), "lobby"),
            as_part(s.bow(_canopy(), DOOR_X_M), "canopy"),
            as_part(s.bow(_mosaic(), MOSAIC_X_M), "mosaic"),
        ]
    )


def _lobby() -> MeshData:
    """Granite foot, recessed glass between square piers, doors under the canopy."""
    top = s.FIRST_M - 0.2
    plain = [
        s.band((1.6, -1.5), (s.DEPTH_M - 0.35, top), s.GRANITE),
        s.band((0.2, -1.5), (1.9, 0.55), s.GRANITE),
        s.band((0.0, top - 0.7), (1.9, top), s.WHITE),
        s.band((1.35, 0.5), (1.7, top - 0.6), s.DARK),
    ]
    x = (np.arange(s.BAYS + 1) - s.BAYS / 2) * s.BAY_M
    pier = block((-0.28, 0.1, -0.1), (0.28, 1.6, top - 0.6), s.WHITE)
    bar = struts([(0.0, 1.3, 0.5)], [(0.0, 1.3, top - 0.6)], 0.1, s.FRAME)
    door = merge(
        [
            block((-1.6, 0.1, 0.0), (1.6, 1.5, 2.9), s.FRAME),
            block((-1.45, 0.04, 0.1), (-0.06, 0.3, 2.75), s.DARK),
            block((0.06, 0.04, 0.1), (1.45, 0.3, 2.75), s.DARK),
        ]
    )
    doors = s.bows(door, DOOR_X_M + np.array([-3.6, 0.0, 3.6]))
    return merge([*plain, s.bows(pier, x), s.bows(bar, x[:-1] + s.BAY_M / 2), doors])


def _canopy() -> MeshData:
    """A broad white slab that rises to its edge, on tapering brackets over the doors."""
    x0, x1, z = -9.0, 9.0, s.FIRST_M - 0.5
    slab = hexahedra(
        [[(x0, -7.6, z + 0.5), (x1, -7.6, z + 0.5), (x1, 0.4, z), (x0, 0.4, z),
          (x0, -7.8, z + 1.0), (x1, -7.8, z + 1.0), (x1, 0.4, z + 0.55), (x0, 0.4, z + 0.55)]],
        s.WHITE,
    )  # fmt: skip
    edge = block((x0 - 0.1, -7.95, z + 0.55), (x1 + 0.1, -7.75, z + 1.1), s.BLUE_DARK)
    shape = profile.line((-0.3, 1.6), (0.5, 1.6), (7.0, z + 0.2), (7.0, z + 0.5), (-0.3, z + 0.06))
    bracket = transform.turn_z(extrude.panel(shape, -0.18, 0.18, s.WHITE), -90.0)
    brackets = transform.at(bracket, [(v, 0.0) for v in np.linspace(x0 + 1.0, x1 - 1.0, 5)])
    lamps = transform.at(
        extrude.box(0.7, 0.7, 0.08, Paint("lamp_glass")),
        [(v, y, z + 0.05 - 0.0625 * (y + 0.0)) for v in np.linspace(x0 + 3.0, x1 - 3.0, 4)
         for y in (-4.6, -2.0)],
    )  # fmt: skip
    return merge([slab, edge, brackets, lamps])


def _mosaic() -> MeshData:
    """A wall before the lobby, set with coloured tiles: two lovers, a white horse, hills."""
    width, height = MOSAIC_M
    x0, z0 = -width / 2, 0.5
    back = block((x0 - 0.35, -0.9, -0.2), (x0 + width + 0.35, 1.4, z0 + height + 0.3), s.WHITE)
    across, up = round(width / TILE_M), round(height / TILE_M)
    u, v = np.meshgrid((np.arange(across) + 0.5) / across, (np.arange(up) + 0.5) / up)
    names = _picture(u.ravel(), v.ravel())
    x, z = x0 + u.ravel() * width, z0 + v.ravel() * height
    w, h = width / across / 2, height / up / 2
    y = np.full(len(x), -0.94)
    quads = np.stack(
        [np.stack([x + a * w, y, z + b * h], axis=1) for a, b in ((-1, -1), (1, -1), (1, 1),
                                                                   (-1, 1))], axis=1
    )  # fmt: skip
    spread = (fraction(hashed("hotel_almaty/mosaic", len(x)), 1) * 60).astype(int)
    pieces = [back]
    for name, colours in INK.items():
        for i, colour in enumerate(colours):
            chosen = (names == name) & (spread % len(colours) == i)
            pieces.append(quadrilaterals(quads[chosen], Paint("glazed_tile", colour)))
    return merge(pieces)


def _picture(u: F64, v: F64) -> Names:
    """Name of the colour at shares across and up; later shapes cover earlier ones."""
    picture: Names = np.full(len(u), "sky", dtype="<U6")

    def put(where: Mask, name: str) -> None:
        picture[where] = name

    def oval(cu: float, cv: float, ru: float, rv: float) -> Mask:
        within: Mask = ((u - cu) / ru) ** 2 + ((v - cv) / rv) ** 2 < 1.0
        return within

    put(oval(0.16, 0.74, 0.06, 0.2), "sun")
    put(v < 0.34 + 0.2 * np.abs(np.sin(9.0 * u)) * (1 - np.abs(u - 0.5)), "hill")
    put(v < 0.2 + 0.05 * np.sin(14.0 * u), "grass")
    put(oval(0.74, 0.42, 0.1, 0.16), "horse")
    put((np.abs(u - 0.83 - 0.08 * (v - 0.5)) < 0.022) & (v > 0.45) & (v < 0.8), "horse")
    put(oval(0.865, 0.76, 0.035, 0.07), "horse")
    for leg in (0.66, 0.69, 0.79, 0.82):
        put((np.abs(u - leg) < 0.012) & (v < 0.36) & (v > 0.08), "horse")
    put((np.abs(u - 0.42) < 0.035 + 0.03 * (0.5 - v)) & (v > 0.08) & (v < 0.64), "red")
    put((np.abs(u - 0.53) < 0.04) & (v > 0.08) & (v < 0.66), "dark")
    put((np.abs(u - 0.475) < 0.06) & (np.abs(v - 0.5) < 0.06), "skin")
    put(oval(0.43, 0.73, 0.024, 0.09), "skin")
    put(oval(0.52, 0.75, 0.024, 0.09), "skin")
    put(oval(0.43, 0.86, 0.02, 0.08), "horse")
    put(oval(0.52, 0.86, 0.03, 0.06), "dark")
    put((u < 0.03) | (u > 0.97) | (v < 0.06) | (v > 0.94), "rim")
    return picture


def restaurant() -> MeshData:
    """The hall behind: a high granite foot, a glazed storey, a thick flat roof."""
    x, y = 21.0, 12.5
    pieces = [
        diced(block((-x, -y, -1.5), (x, y, 3.0), s.GRANITE), 6.0),
        diced(block((-x + 0.5, -y, 3.0), (x - 0.5, y - 0.4, 7.4), s.DARK), 6.0),
        diced(block((-x - 0.5, -y, 7.4), (x + 0.5, y + 0.6, 8.5), s.WHITE), 6.0),
        diced(extrude.sheet(profile.rectangle(41.0, 24.0), 8.54, s.ROOF), 6.0),
    ]
    rib = block((-0.2, -0.2, 3.0), (0.2, 0.3, 7.4), s.WHITE)
    pieces.append(transform.along(rib, (-x + 0.3, y - 0.3), (x - 0.3, y - 0.3), 12))
    pieces.append(transform.along(rib, (x - 0.4, -y + 1, 0.0), (x - 0.4, y - 1, 0.0), 7))
    pieces.append(transform.along(rib, (-x + 0.4, -y + 1, 0.0), (-x + 0.4, y - 1, 0.0), 7))
    pieces.append(transform.at(extrude.box(3.0, 3.0, 1.2, s.WHITE, bottom_m=8.4),
                               [(-10.0, 2.0), (0.0, 2.0), (10.0, 2.0)]))  # fmt: skip
    turned = transform.turn_z(merge(pieces), RESTAURANT_TURN_DEG)
    return transform.move(turned, *RESTAURANT_AT)
