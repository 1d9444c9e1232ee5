"""The ordinary houses of Almaty: brick blocks of the fifties, panel slabs, towers, cottages.

Types, not portraits: they fill the streets between the landmarks. Level 0 has panes of glass,
balconies, cornices and entrances; level 1 keeps the painted facade and the stacks of balconies;
level 2 is walls and roof alone.
"""

from __future__ import annotations

from almaty_tour.kit.props import house_details, house_roofs, house_walls
from almaty_tour.kit.props.house_types import KINDS
from almaty_tour.mesh.data import MeshData, merge

VARIANTS = tuple(KINDS)


def build(variant: str, level: int) -> MeshData:
    """A house of a kind, its front to -y, standing on z = 0 and reaching below it.

    About 30 to 900 triangles on level 0, 24 to 184 on level 1, 10 to 34 on level 2.
    """
    block = KINDS[variant]
    if level == 2:
        return merge([house_walls.far(block), house_roofs.far(block)])
    pieces = [house_walls.near(block), house_walls.stacks(block), house_roofs.near(block, level)]
    if level == 0:
        pieces.append(house_details.details(block))
    pieces += [house_details.glass(block, level), house_details.gates(block)]
    pieces.append(house_details.doors(block))
    return merge(pieces)
