"""The Akimat on the south side of Republic Square: lower in detail, right in mass and rhythm.

Origin in the middle of the front's foot; the front looks to +y (north), the monument's way.
Six storeys behind nine round piers a half, two flat pylons about a hooded porch, a deep
ribbed attic with the gilded emblem; a low hall with a glazed upper house behind.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.mesh.data import MeshData, Prism, merge

STONE = Paint("ashlar", "#CDBFA4")
PIER = Paint("marble", "#DCD2BC")
ATTIC = Paint("ashlar", "#C9B28A")
BLIND = Paint("ashlar", "#C4B79F")
PANEL = Paint("marble", "#D6CCB8")
GLASS = Paint("window", "#9AA0A6")
DOOR = Paint("wood", "#A4502E")
GOLD = Paint("gold")
ROOF = Paint("roof_flat", "#9A968E")
DOME = Paint("roof_membrane", "#3F6FA8")

LENGTH_M, DEPTH_M, HEIGHT_M = 110.0, 27.0, 26.6
ATTIC_M = 4.6
STOREYS, FOOT_M = 6, 1.2
STOREY_M = (HEIGHT_M - ATTIC_M - FOOT_M - 0.9) / STOREYS
END_M = 7.0
CENTRE_M = 15.5
BAYS = 10

WINDOW = Opening(1.62, 2.15, reveal_m=0.45, bars=(1, 1), frame_m=0.0, glass=GLASS)


def akimat() -> MeshData:
    """The building, front to +y at y = 0."""
    half = LENGTH_M / 2
    body = extrude.prism(
        profile.rectangle(LENGTH_M - 2 * END_M - 0.4, DEPTH_M - 4.0, (0.0, DEPTH_M / 2)), -4.0,
        HEIGHT_M - 0.4, STONE.shaded(0.7),
    )  # fmt: skip
    roof = extrude.prism(
        profile.rectangle(LENGTH_M - 2 * END_M, DEPTH_M - 0.6, (0.0, DEPTH_M / 2)), HEIGHT_M - 0.5,
        HEIGHT_M - 0.3, ROOF,
    )  # fmt: skip
    front = _front()
    back = transform.move(transform.turn_z(_rear(), 180.0), y=DEPTH_M)
    ends = [
        extrude.block(
            (x - END_M / 2, 0.9, -4.0), (x + END_M / 2, DEPTH_M - 0.9, HEIGHT_M - 0.9), BLIND
        )
        for x in (-half + END_M / 2, half - END_M / 2)
    ]
    grooves = [_end_grooves(side * (half - END_M / 2)) for side in (-1.0, 1.0)]
    made = merge([body, roof, front, back, *ends, *grooves, _hall()])
    return transform.turn_z(made, 180.0)


def _front() -> MeshData:
    """One long side looking to -y (turned to the square by `akimat`)."""
    return merge([*_halves(), *_centre(), *_attic()])


def _rear() -> MeshData:
    """The side to the hall, seldom seen: plain walls, strips of glass, the same attic."""
    half, top = LENGTH_M / 2 - END_M, HEIGHT_M - ATTIC_M
    plain = extrude.block((-half, 0.9, -0.6), (half, 2.2, top), PANEL)
    strips = [
        extrude.block((-half + 1.5, 0.8, z), (half - 1.5, 1.2, z + 2.1), GLASS)
        for z in FOOT_M + 0.65 + STOREY_M * np.arange(STOREYS)
    ]
    return merge([plain, *strips, *_attic()])


def _halves() -> list[MeshData]:
    half = LENGTH_M / 2 - END_M
    width = half - CENTRE_M / 2
    bay = width / (BAYS - 0.5)
    pieces: list[MeshData] = []
    for side in (-1.0, 1.0):
        places = []
        for storey in range(STOREYS):
            z = FOOT_M + storey * STOREY_M + 0.65
            for k in range(BAYS):
                for shift in (-0.25, 0.25):
                    x = (k + 0.5 + shift) * bay
                    if x + 0.9 < width:
                        places.append(Placed(x, z, WINDOW))
        face = wall(width, HEIGHT_M - ATTIC_M, PANEL, places)
        left = -half if side < 0 else CENTRE_M / 2
        if side < 0:
            pieces.append(transform.move(face, left, 0.9))
        else:
            pieces.append(transform.move(transform.mirror_x(face), left + width, 0.9))
        first = -half if side < 0 else half
        between = np.asarray(first - side * bay * np.arange(1, BAYS), np.float64)
        pieces.append(_piers(between))
    return pieces


def _piers(x: npt.NDArray[np.float64]) -> MeshData:
    section = profile.line((0.8, -0.6), (0.8, 0.5), (0.62, 0.6), (0.62, HEIGHT_M - ATTIC_M - 0.5))
    shaft = lathe.lathe(section, PIER, sides=10)
    crown = extrude.box(0.7, 0.5, 1.0, PIER, centre=(1.9, 0.55), bottom_m=HEIGHT_M - ATTIC_M - 1.3)
    return transform.at(merge([shaft, crown]), np.column_stack([x, np.zeros_like(x)]))


def _centre() -> list[MeshData]:
    """Two flat pylons, three window columns between them, the hooded porch."""
    half = CENTRE_M / 2
    top = HEIGHT_M - ATTIC_M
    pieces = [
        extrude.block(
            (s * (half - 1.2) - 1.6, -0.5, -0.6), (s * (half - 1.2) + 1.6, 1.5, top), PIER
        )
        for s in (-1.0, 1.0)
    ]
    inner = 2 * (half - 2.8)
    opening = Opening(1.9, 1.9, reveal_m=0.35, bars=(2, 1), frame_m=0.06, glass=GLASS)
    places = [
        Placed(inner * (k + 0.5) / 3, FOOT_M + storey * STOREY_M + 0.75, opening)
        for storey in range(2, STOREYS)
        for k in range(3)
    ]
    pieces.append(transform.move(wall(inner, top, PANEL, places), -inner / 2, 1.2))
    hood = profile.line(
        (-4.4, 0.0),
        (-4.0, 0.0),
        (-3.4, 4.6),
        (3.4, 4.6),
        (4.0, 0.0),
        (4.4, 0.0),
        (4.9, 5.4),
        (-4.9, 5.4),
    )
    pieces.append(extrude.panel(hood, -2.6, 1.2, PIER, crease_deg=0.0))
    doors = [
        extrude.block((x - 0.75, 0.6, 0.0), (x + 0.75, 0.9, 3.6), DOOR)
        for x in (-2.4, -0.8, 0.8, 2.4)
    ]
    pieces += [*doors, extrude.block((-3.9, 0.8, -0.4), (3.9, 1.1, 4.6), GLASS)]
    pieces.append(extrude.block((-7.0, -4.0, -4.0), (7.0, 1.0, 0.0), STONE))
    return pieces


def _attic() -> list[MeshData]:
    """The deep band of fine upright ribs, a dark slit and the emblem."""
    half, low = LENGTH_M / 2 - END_M + 0.2, HEIGHT_M - ATTIC_M
    band = extrude.block((-half, -0.95, low + 0.9), (half, 1.2, HEIGHT_M), ATTIC)
    lip = extrude.block(
        (-half - 0.1, -1.15, HEIGHT_M - 0.55), (half + 0.1, 1.0, HEIGHT_M + 0.1), ATTIC.shaded(1.06)
    )
    sill = extrude.block(
        (-half - 0.1, -1.15, low + 0.45), (half + 0.1, 1.0, low + 0.95), ATTIC.shaded(1.06)
    )
    under = extrude.block((-half, -0.4, low - 0.1), (half, 1.2, low + 0.5), STONE.shaded(0.5))
    x = np.linspace(-half + 0.5, half - 0.5, 120)
    feet = np.column_stack([x, np.full(len(x), -1.0), np.full(len(x), low + 1.0)])
    ribs = struts(feet, feet + np.array([0.0, 0.0, ATTIC_M - 1.6]), 0.3, ATTIC.shaded(1.04))
    return [band, lip, sill, under, ribs, _emblem(low + 2.8)]


def _emblem(z: float) -> MeshData:
    """The gilded arms: a disc with wings of rays."""
    disc = lathe.lathe(profile.line((0.85, 0.0), (0.85, 0.12), (0.6, 0.25)), GOLD, sides=20)
    ring = lathe.lathe(
        profile.line((1.3, 0.0), (1.3, 0.1), (1.15, 0.14)), GOLD.shaded(0.7), sides=20
    )
    facing = transform.turn(merge([ring, disc]), "x", 90.0)
    return transform.move(facing, y=-1.15, z=z)


def _end_grooves(x: float) -> MeshData:
    """Upright grooves that give the blind end blocks a scale."""
    spots = x + np.linspace(-2.4, 2.4, 5)
    feet = np.column_stack([spots, np.full(5, 0.86), np.full(5, -0.5)])
    ribs = struts(feet, feet + np.array([0.0, 0.0, HEIGHT_M - 1.2]), 0.35, BLIND.shaded(1.05))
    other = transform.move(transform.mirror_y(ribs), y=DEPTH_M)
    return merge([ribs, other])


def _hall() -> MeshData:
    """The pavilion behind: a low hall, an upper house of glass under a blue dome."""
    y0 = DEPTH_M
    link = extrude.block((-20.0, y0 - 0.5, -4.0), (20.0, y0 + 12.0, 17.0), STONE)
    hall = extrude.block((-38.0, y0 + 10.0, -4.0), (38.0, y0 + 52.0, 19.0), STONE.shaded(0.95))
    lid = extrude.block((-39.0, y0 + 9.0, 19.0), (39.0, y0 + 53.0, 20.2), ATTIC)
    upper = extrude.block((-17.0, y0 + 16.0, 20.0), (17.0, y0 + 40.0, 24.6), GLASS)
    posts = np.arange(-16.5, 16.6, 3.0)
    feet = np.column_stack([posts, np.full(len(posts), y0 + 15.8), np.full(len(posts), 20.0)])
    columns = struts(feet, feet + np.array([0.0, 0.0, 4.6]), 0.6, PIER)
    cover = extrude.block((-19.0, y0 + 14.0, 24.5), (19.0, y0 + 42.0, 25.4), PIER)
    dome = lathe.lathe(profile.arc((0.0, 25.0), (7.0, 2.6), 0.0, 90.0, 6), DOME, sides=24)
    return merge([link, hall, lid, upper, columns, cover, transform.move(dome, y=y0 + 28.0)])


def solids(y_m: float, z_m: float) -> tuple[Prism, ...]:
    """What stops a walker, with the front's foot at (0, y, z) looking to +y."""
    block = profile.rectangle(LENGTH_M, DEPTH_M + 1.0, (0.0, y_m - DEPTH_M / 2))
    hall = profile.rectangle(78.0, 53.0, (0.0, y_m - DEPTH_M - 26.0))
    return (
        Prism(block.astype(np.float32), -2.0, z_m + HEIGHT_M),
        Prism(hall.astype(np.float32), -2.0, z_m + 25.0),
    )


def demo() -> MeshData:
    """The building alone, for scripts/look.py, front to -y."""
    return transform.turn_z(akimat(), 180.0)
