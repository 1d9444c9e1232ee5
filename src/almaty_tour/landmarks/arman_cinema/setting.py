"""Terrace, square, café and planting about the Arman Cinema."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced, tiles
from almaty_tour.kit.extrude import block
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks.arman_cinema import plan as p
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, as_part, merge

NAME = "arman_cinema"
FIELD = profile.line((-24.0, -37.0), (24.0, -37.0), (24.0, -29.4), (-24.0, -29.4))
CASES = ((-13.0, -31.6), (13.0, -31.6))
FLOWERS = (Paint("foliage", "#D2452C"), Paint("foliage", "#F0E4D8"), Paint("foliage", "#C24A78"))
CLOTH = (Paint("painted_metal", "#C8423A"), Paint("painted_metal", "#EDE6D6"))


def setting() -> MeshData:
    """Steps, paving, lawns, poster cases and the café on the avenue."""
    return merge(
        [
            as_part(merge([_terrace(), _ground()]), "court"),
            as_part(transform.at(_case(), [(*at, p.GROUND_M) for at in CASES]), "posters"),
            as_part(_cafe(), "cafe"),
        ]
    )


def _terrace() -> MeshData:
    floor = diced(stair.terrace(p.TERRACE, p.TERRACE_M + 1.5, p.DARK, p.STEP, z_m=-1.5), 6.0)
    flight = stair.straight(38.4, p.TERRACE_M, p.STEPS, p.STEP, tread_m=p.TREAD_M,
                            y_m=p.TERRACE[0, 1])  # fmt: skip
    return merge([floor, diced(flight, 6.0)])


def _ground() -> MeshData:
    """Slabs with dark bands before the front; lawns and flowers along both carved walls."""
    z = p.GROUND_M
    pieces = [tiles((-24.0, -37.0), (24.0, -29.6), z, p.PAVING, 5.0)]
    pieces += [
        tiles((x - 0.25, -36.8), (x + 0.25, -31.2), z + 0.02, p.DARK_PAVING, 6.0)
        for x in (-18.0, -12.0, -6.0, 0.0, 6.0, 12.0, 18.0)
    ]
    verge = profile.line((29.6, -28.0), (34.2, -28.0), (34.2, 26.0), (29.6, 26.0))
    pieces.append(tiles((26.0, -28.0), (29.4, 27.0), z - 0.02, p.PAVING, 6.0))
    pieces.append(extrude.prism(profile.offset(verge, 0.15), -0.2, z + 0.1, p.STEP))
    pieces.append(diced(extrude.sheet(verge, z + 0.13, p.LAWN), 6.0))
    for s in (-1.0, 1.0):
        low, high = sorted((s * 19.2, s * 26.0))
        pieces.append(tiles((low, -29.6), (high, 29.0), z - 0.02, p.DARK_PAVING, 6.0))
        spans = ((-27.0, 1.0),) if s > 0 else ((-27.0, -2.0), (2.0, 26.0))
        for y0, y1 in spans:
            a, b = sorted((s * 20.4, s * 24.6))
            lawn = profile.line((a, y0), (b, y0), (b, y1), (a, y1))
            pieces.append(extrude.prism(profile.offset(lawn, 0.15), -0.2, z + 0.1, p.STEP))
            pieces.append(diced(extrude.sheet(lawn, z + 0.13, p.LAWN), 6.0))
            bed = profile.rectangle(1.0, y1 - y0 - 3.0, (s * 21.2, (y0 + y1) / 2))
            pieces.append(
                blooms(bed, z + 0.13, FLOWERS, f"{NAME}/bed{y0}{s}", pitch_m=0.8, height_m=0.28)
            )
    return merge(pieces)


def _case() -> MeshData:
    """A lit poster case on two legs."""
    bills = [
        block((x - 0.75, -0.11, 0.75), (x + 0.75, 0.11, 2.75), Paint("painted_metal", colour))
        for x, colour in ((-1.7, "#23395B"), (0.0, "#8C2F39"), (1.7, "#2F5D50"))
    ]
    frame = block((-2.7, -0.08, 0.6), (2.7, 0.08, 2.9), p.FRAME)
    legs = [block((x - 0.07, -0.07, 0.0), (x + 0.07, 0.07, 0.62), p.FRAME) for x in (-2.2, 2.2)]
    return merge([frame, *bills, *legs])


def _cafe() -> MeshData:
    """A low deck with parasols under the western wall."""
    deck = diced(extrude.prism(p.CAFE, -0.4, 0.3, Paint("wood", "#9C7A56")), 5.0)
    pole = lathe.cylinder(0.04, 2.4, p.METAL, sides=5)
    section = profile.line((1.5, 2.15), (0.0, 2.75))
    table = merge(
        [
            lathe.cylinder(0.45, 0.05, CLOTH[1], sides=10, bottom_m=0.72),
            lathe.cylinder(0.05, 0.72, p.METAL, sides=5),
        ]
    )
    pieces = [deck]
    for i, y in enumerate((6.0, 9.6, 13.2, 16.8, 20.2)):
        shade = lathe.lathe(section, CLOTH[i % 2], sides=8, crease_deg=0.0)
        pieces.append(transform.move(merge([pole, shade, table]), 20.0, y, 0.3))
    return merge(pieces)


def props() -> tuple[InstanceTable, ...]:
    """Planes at the rear corners and the far side, lamps and benches on the square."""
    z = p.GROUND_M
    ends = ((23.0, 27.6), (23.6, 23.6))
    planes = np.array([(s * x, y, z) for s in (-1, 1) for x, y in ends])
    lamps = np.array([(s * 22.8, y, z) for s in (-1, 1) for y in (-35.8, -30.6)])
    seats = np.array([(x, -36.2, z) for x in (-9.0, -3.0, 3.0, 9.0)])
    bushes = np.array([(23.4, y, z + 0.13) for y in np.arange(-25.5, 0.0, 3.1)])
    verge = np.array([(31.9, y, z + 0.13) for y in np.arange(-26.0, 25.0, 5.6)])
    return (
        instances("tree.elm", planes, NAME + "/plane", scale=0.8),
        instances("lamp.globe", lamps, NAME + "/lamp", vary=0.0),
        instances("bench.park", seats, NAME + "/bench", yaw_deg=180.0, vary=0.0),
        instances("bush.round", bushes, NAME + "/bush", scale=0.75),
        instances("bush.flowers", verge, NAME + "/verge", scale=0.9),
    )


def _plan(low: tuple[float, float], high: tuple[float, float]) -> F64:
    return profile.line(low, (high[0], low[1]), high, (low[0], high[1]))


def collision() -> Collision:
    """The glass foot, its porch, the poster cases and the café; terrace and steps to walk on."""
    return Collision(
        (
            stair.wall_prism(p.FOOT, p.TOP_M),
            stair.wall_prism(_plan((-6.4, -28.2), (6.4, -24.8)), 3.8),
            stair.wall_prism(_plan((19.2, 4.0), (21.4, 22.0)), 2.7),
            *(stair.wall_prism(profile.rectangle(5.4, 0.4, at), 2.9) for at in CASES),
        ),
        (
            stair.floor(FIELD, p.GROUND_M),
            stair.floor(p.TERRACE, p.TERRACE_M),
            *stair.straight_floors(38.4, p.TERRACE_M, p.STEPS, tread_m=p.TREAD_M,
                                   y_m=p.TERRACE[0, 1]),
        ),
    )  # fmt: skip
