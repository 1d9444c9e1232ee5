"""Roofs over plans: flat with a parapet, hip, gable, tent, barrel vault, folded eaves."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]


def flat(
    outline: npt.ArrayLike,
    z_m: float,
    paint: Paint,
    *,
    parapet: Paint | None = None,
    parapet_m: float = 0.9,
    thickness_m: float = 0.3,
) -> MeshData:
    """A flat roof at height z; a parapet stands on the edge when it has a paint."""
    pieces = [extrude.sheet(outline, z_m, paint)]
    if parapet is not None:
        t, h = thickness_m, parapet_m
        section = profile.line((0, 0), (0, h), (-t, h), (-t, 0))
        pieces.append(extrude.sweep(section, outline, parapet, z_m=z_m, crease_deg=0.0))
    return merge(pieces)


def tent(
    outline: npt.ArrayLike,
    z_m: float,
    rise_m: float,
    paint: Paint,
    *,
    top_scale: float = 0.0,
    bottom: bool = True,
) -> MeshData:
    """A pyramid over any outline; `top_scale` > 0 leaves a flat top of that share."""
    points = profile.counter_clockwise(outline)
    if top_scale > 0.0:
        middle = (points.min(axis=0) + points.max(axis=0)) / 2
        upper = middle + (points - middle) * top_scale
        return extrude.prism(
            points, z_m, z_m + rise_m, paint, top_outline=upper, crease_deg=0.0, bottom=bottom
        )
    count = len(points)
    apex = (points.min(axis=0) + points.max(axis=0)) / 2
    corners = np.column_stack([points, np.full(count, z_m)])
    here = np.arange(count)
    faces = np.stack([here, np.roll(here, -1), np.full(count, count)], axis=1)
    _, cap = extrude.triangulate(points)
    caps = [cap[:, ::-1]] * bottom
    top = np.array([[apex[0], apex[1], z_m + rise_m]])
    return solid(
        np.concatenate([corners, top]), np.concatenate([faces, *caps]), paint, crease_deg=0
    )


def hip(
    width_m: float,
    depth_m: float,
    rise_m: float,
    paint: Paint,
    *,
    z_m: float = 0.0,
    eaves_m: float = 0.0,
    hip_m: float | None = None,
) -> MeshData:
    """A hipped roof over a rectangle about the origin, ridge along the longer side.

    `hip_m` is how far the ridge ends stand in from the gable ends: half the width gives
    even slopes (the default), 0 a gable.
    """
    if depth_m > width_m:
        turned = hip(depth_m, width_m, rise_m, paint, z_m=z_m, eaves_m=eaves_m, hip_m=hip_m)
        return transform.turn_z(turned, 90.0)
    x, y = width_m / 2 + eaves_m, depth_m / 2 + eaves_m
    ridge = max(0.0, x - (y if hip_m is None else hip_m))
    points = [
        (-x, -y, 0), (x, -y, 0), (x, y, 0), (-x, y, 0), (-ridge, 0, rise_m), (ridge, 0, rise_m),
    ]  # fmt: skip
    faces = [
        (0, 1, 5), (0, 5, 4), (1, 2, 5), (2, 3, 4), (2, 4, 5), (3, 0, 4), (0, 3, 2), (0, 2, 1),
    ]  # fmt: skip
    return transform.move(solid(points, faces, paint, crease_deg=0.0), z=z_m)


def gable(
    width_m: float,
    depth_m: float,
    rise_m: float,
    paint: Paint,
    *,
    z_m: float = 0.0,
    eaves_m: float = 0.0,
    along_y: bool = False,
) -> MeshData:
    """A gabled roof about the origin; the ridge runs along x, or along y."""
    if along_y:
        across = gable(depth_m, width_m, rise_m, paint, z_m=z_m, eaves_m=eaves_m)
        return transform.turn_z(across, 90.0)
    y = depth_m / 2 + eaves_m
    section = profile.line((-y, z_m), (y, z_m), (0.0, z_m + rise_m))
    return _along_x(section, width_m + 2 * eaves_m, paint)


def vault(
    width_m: float,
    depth_m: float,
    rise_m: float,
    paint: Paint,
    *,
    z_m: float = 0.0,
    head: str = "round",
    steps: int = 10,
    along_y: bool = False,
) -> MeshData:
    """A solid barrel over a rectangle about the origin; its axis runs along x, or along y."""
    if along_y:
        across = vault(depth_m, width_m, rise_m, paint, z_m=z_m, head=head, steps=steps)
        return transform.turn_z(across, 90.0)
    curve = profile.arch_head(head, depth_m, rise_m, steps) + np.array([0.0, z_m])
    return _along_x(curve, width_m, paint)


def _along_x(section_yz: F64, length_m: float, paint: Paint) -> MeshData:
    """A closed section in (y, z) pulled along x about the origin."""
    plate = extrude.panel(section_yz, -length_m / 2, length_m / 2, paint)
    return transform.turn_z(plate, 90.0)


def skirt(
    outline: npt.ArrayLike,
    section: npt.ArrayLike,
    paint: Paint,
    *,
    z_m: float = 0.0,
    crease_deg: float = 35.0,
) -> MeshData:
    """A roof slope all round an outline: `section` is (outwards, height) from eaves to top.

    A curved section gives bell-shaped eaves. The top is left open for what stands on it.
    """
    return extrude.sweep(section, outline, paint, z_m=z_m, back=False, crease_deg=crease_deg)


def cone(
    radius_m: float, rise_m: float, paint: Paint, *, z_m: float = 0.0, sides: int = 24
) -> MeshData:
    """A round or (few sides) faceted spire."""
    crease = 0.0 if sides <= 12 else 35.0
    section = profile.line((radius_m, z_m), (0.0, z_m + rise_m))
    return lathe.lathe(section, paint, sides=sides, crease_deg=crease)
