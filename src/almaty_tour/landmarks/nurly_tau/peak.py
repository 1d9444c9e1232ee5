"""The shaft of each high tower and the glass pyramid on it, with cut arrises and a needle."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit.curtain import around, face
from almaty_tour.kit.extrude import prism, sheet
from almaty_tour.kit.hexahedra import struts
from almaty_tour.kit.lathe import sphere
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.roof import cone
from almaty_tour.kit.transform import at, move, on_edge, turn
from almaty_tour.landmarks.nurly_tau import plan, wings
from almaty_tour.mesh.data import MeshData, merge


def shaft() -> MeshData:
    """The square shaft with cut corners up to the ledge of the pyramid."""
    ring = plan.shaft()
    return merge(
        [
            prism(ring, -1.5, 0.4, plan.GRANITE),
            around(ring, 0.0, plan.BASE_M, plan.SHOP, "nurly shaft foot"),
            around(ring, plan.BASE_M, plan.SHAFT_TOP_M, plan.GLASS, "nurly shaft"),
            sheet(ring, plan.SHAFT_TOP_M, plan.DECK),
            wings.rim(ring, plan.SHAFT_TOP_M - 0.5, 0.9),
        ]
    )


def pyramid() -> MeshData:
    """Eight glass faces that meet in one point, light bars on the arrises, the needle."""
    middle = np.array(plan.TOWER)
    ring = middle + (plan.shaft() - middle) * 0.97
    rise = plan.APEX_M - plan.SHAFT_TOP_M - 0.35
    faces = []
    for index, (a, b) in enumerate(zip(ring, np.roll(ring, -1, axis=0), strict=True)):
        half = float(np.linalg.norm(b - a)) / 2
        inset = float(np.linalg.norm((a + b) / 2 - middle))
        slant = float(np.hypot(rise, inset))
        name = f"nurly pyramid {index}"
        flat = merge(
            [
                face((0.0, 0.0), (half, 0.0), 0.0, (0.0, slant), plan.PYRAMID, name),
                face((half, 0.0), (2 * half, 0.0), 0.0, (slant, 0.0), plan.PYRAMID, name + " r"),
            ]
        )
        lean = float(np.degrees(np.arctan2(inset, rise)))
        faces.append(on_edge(turn(flat, "x", -lean), a, b, plan.SHAFT_TOP_M + 0.35))
    return merge([*faces, _arrises(ring), _needle()])


def _arrises(ring: plan.F64) -> MeshData:
    foot = np.column_stack([ring, np.full(len(ring), plan.SHAFT_TOP_M + 0.35)])
    apex = np.array([*plan.TOWER, plan.APEX_M])
    cuts = np.linspace(0.0, 0.99, 5)
    points = foot[:, None] + (apex - foot[:, None]) * cuts[None, :, None]
    starts, ends = points[:, :-1].reshape(-1, 3), points[:, 1:].reshape(-1, 3)
    return struts(starts, ends, 0.24, plan.EDGE, caps=False)


def _needle() -> MeshData:
    steel = Paint("steel")
    x, y = plan.TOWER
    spike = cone(0.2, plan.TIP_M - plan.APEX_M + 0.6, steel, sides=8)
    return merge(
        [
            at(spike, [(x, y, plan.APEX_M - 0.6)]),
            at(sphere(0.42, steel, sides=10), [(x, y, plan.APEX_M)]),
        ]
    )


def name() -> MeshData:
    """The name on the ledge, to the avenue."""
    word = lettering("НҰРЛЫ ТАУ", 2.1, Paint("lettering", "#3E6FB0"), out_m=0.3, bold_m=0.05,
                     spacing_m=0.25)  # fmt: skip
    x, y = plan.TOWER
    edge = y - plan.SHAFT_M / 2 - 0.3
    feet = np.array([(x + s, edge + 0.1, plan.SHAFT_TOP_M + 0.3) for s in np.linspace(-6, 6, 9)])
    letters = move(word, x, edge, plan.SHAFT_TOP_M + 0.75)
    return merge([letters, wings.fins(feet, 0.6)])
