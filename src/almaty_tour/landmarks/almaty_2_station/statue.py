"""Abylai Khan on horseback: bronze, right arm raised with a mace, on an octagonal pedestal."""

from __future__ import annotations

from almaty_tour.kit import extrude, lathe, profile, sdf, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64
from almaty_tour.kit.settle import settled
from almaty_tour.landmarks.almaty_2_station import khan
from almaty_tour.mesh.data import MeshData, merge

BRONZE = Paint("bronze_dark", "#B4BAAE")
PLATE = Paint("bronze_dark", "#8C9088")
STONE = Paint("granite", "#B59C84")
PALE = Paint("granite", "#D6C5A0")
RIDER_M = 5.0
LOWER_M, UPPER_M = 4.6, 6.5


def monument() -> MeshData:
    """Pedestal and rider about the origin; the rider looks to -y."""
    made = transform.move(_rider(), 0.0, 0.1, UPPER_M + 0.12)
    return merge([_pedestal(), made])


def _octagon(width_m: float, depth_m: float, cut_m: float) -> F64:
    return profile.chamfered(width_m, depth_m, cut_m)


def _pedestal() -> MeshData:
    """Two stages with heavy cornices; turned columns with cube capitals at the corners."""
    low = _octagon(3.9, 5.6, 1.0)
    high = _octagon(2.7, 4.3, 0.7)
    foot = extrude.prism(_octagon(5.4, 7.1, 1.3), -1.5, 0.55, STONE)
    step = extrude.prism(_octagon(4.7, 6.4, 1.2), 0.5, 0.95, PALE)
    shaft = extrude.prism(low, 0.9, LOWER_M - 0.6, STONE)
    head = extrude.sweep(
        profile.line((0, 0), (0.2, 0.05), (0.2, 0.22), (0.42, 0.3), (0.42, 0.42), (0.72, 0.5),
                     (0.72, 0.66), (0, 0.8)), low, PALE, z_m=LOWER_M - 0.75, crease_deg=20.0,
    )  # fmt: skip
    lid = extrude.prism(low, LOWER_M - 0.2, LOWER_M + 0.03, PALE)
    slope = extrude.prism(low * 0.93, LOWER_M, LOWER_M + 0.45, PALE, top_outline=high * 1.02)
    block = extrude.prism(high, LOWER_M + 0.4, UPPER_M - 0.2, PALE)
    crown = extrude.sweep(
        profile.line((0, 0), (0.1, 0.04), (0.1, 0.14), (0.28, 0.24), (0.28, 0.36), (0, 0.4)), high,
        PALE, z_m=UPPER_M - 0.4, crease_deg=20.0,
    )  # fmt: skip
    top = extrude.prism(high, UPPER_M - 0.1, UPPER_M, PALE)
    base = extrude.prism(_octagon(1.9, 3.7, 0.5), UPPER_M, UPPER_M + 0.2, BRONZE)
    posts = transform.at(_corner_column(), [(s * 1.78, t * 2.6, 0.95) for s in (-1, 1)
                                            for t in (-1, 1)])  # fmt: skip
    return merge([foot, step, shaft, head, lid, slope, block, crown, top, base, posts, _name()])


def _corner_column() -> MeshData:
    """A turned column with rings and a cube capital with scrolls."""
    h = LOWER_M - 0.75 - 0.95
    section = profile.line(
        (0.28, 0.0), (0.28, 0.2), (0.17, 0.3), (0.17, h - 1.25), (0.27, h - 1.15), (0.2, h - 1.05),
        (0.29, h - 0.95), (0.24, h - 0.6), (0.3, h - 0.4), (0.3, h - 0.1), (0.2, h),
    )  # fmt: skip
    cube = extrude.box(0.66, 0.66, 0.24, PALE, bottom_m=h - 0.45)
    return merge([lathe.lathe(section, PALE, sides=10), cube])


def _name() -> MeshData:
    """The bronze plate with the khan's name on the front."""
    frame = profile.line((-0.95, 2.3), (0.95, 2.3), (1.05, 2.5), (1.05, 3.1), (0.6, 3.3),
                         (0.2, 3.3), (0.0, 3.7), (-0.2, 3.3), (-0.6, 3.3), (-1.05, 3.1),
                         (-1.05, 2.5))  # fmt: skip
    plate = extrude.panel(frame, -2.9, -2.78, PLATE)
    lines = [extrude.block((-0.8, -2.94, z), (0.8, -2.88, z + 0.14), Paint("bronze", "#D8C8A0"))
             for z in (2.6, 2.85)]  # fmt: skip
    return merge([plate, *lines])


def _rider() -> MeshData:
    """Horse and khan, `RIDER_M` from the hooves to the head of the mace."""
    field = sdf.union([khan.horse(), khan.rider()], 0.025)
    made = settled(
        sdf.surface(field, (-0.8, -1.15, -0.05), (0.55, 1.2, 2.5), BRONZE, triangles=5900,
                    cells=170)
    )  # fmt: skip
    return transform.scale(made, RIDER_M / float(made.positions[:, 2].max()))
