"""Two winged ibexes side by side: foreparts that sprang from the wall of a bronze cauldron."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.bronze_cast import BRONZE, aged, cast
from almaty_tour.exhibits._shared.display import DARK_WOOD
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits.winged_ibex.ibex import ibex
from almaty_tour.kit import extrude, profile, sdf, transform, tube
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

F64 = npt.NDArray[np.float64]
RADIUS_CM, WALL_CM, RIM_CM, BLOCK_CM = 13.0, 0.8, 15.0, 3.4
APART_DEG, HALF_DEG = 42.0, 74.0


def build(spec: ExhibitSpec) -> Model:
    """A piece of the wall with its rim stands on a block; the beasts look apart."""
    beast = fitted(grounded(ibex()), height_cm=spec.size_cm("height", "left_ibex"))
    pair = []
    for side, name, seed in ((-1.0, "left_ibex", 3), (1.0, "right_ibex", 11)):
        own = aged(transform.move(beast, y=-RADIUS_CM, z=BLOCK_CM + 2.2), seed, green=0.55)
        pair.append(as_part(transform.turn_z(own, side * APART_DEG), name))
    wall = as_part(transform.move(merge([_wall(), _cords()]), z=BLOCK_CM - 1.0), "wall")
    block = as_part(_block(), "block")
    return Model(merge([block, wall, *pair]))


def _wall() -> MeshData:
    """A shard of a cauldron: a piece of its rim and wall with broken edges."""
    outer = sdf.revolved([(11.6, -0.5), (12.8, 6.0), (13.0, 12.0), (12.9, 13.6), (13.7, RIM_CM)])
    inner = sdf.revolved([(10.8, -2.0), (12.0, 6.0), (12.2, 12.0), (12.1, 13.4), (12.9, 17.0)])
    shell = sdf.subtract(outer, inner, 0.2)

    def broken(p: F64) -> F64:
        turn = np.degrees(np.arctan2(p[:, 0], -p[:, 1]))
        jag = 5.0 * np.sin(p[:, 2] * 0.9) + 4.0 * np.sin(p[:, 2] * 0.37 + 1.0)
        side = (np.abs(turn) - HALF_DEG - jag * np.sign(turn)) * 0.2
        return np.asarray(np.maximum(shell(p), side))

    made = cast(broken, (-16, -16, -1.5), (16, 3, RIM_CM + 1.5), 0.3, triangles=14_000)
    return aged(made, 37, green=0.8, spot_cm=7.0)


def _cords() -> MeshData:
    """Two cast cords below the rim."""
    turn = np.radians(np.linspace(-148.0, -32.0, 61))
    rods = [
        tube.tube(
            np.stack([12.98 * np.cos(turn), 12.98 * np.sin(turn), np.full(61, z)], axis=1),
            0.3, BRONZE, sides=8, crease_deg=60.0,
        )
        for z in (12.2, 11.2)
    ]  # fmt: skip
    return aged(merge(rods), 41)


def _block() -> MeshData:
    outline = profile.rounded_rectangle(34.0, 20.0, 1.2) - [0.0, 6.5]
    made = extrude.prism(outline, 0.0, BLOCK_CM, DARK_WOOD)
    return patina.mottled(made, 0.1, 4.0, 2)
