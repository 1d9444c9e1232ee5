"""The tables of the shipped content that surfaces need; what is broken is told and done without."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from almaty_tour.base.errors import AlmatyTourError, ContentError
from almaty_tour.render.leaves import Leaves, load_leaves
from almaty_tour.render.materials import MaterialTable, load_materials, plain_materials


def shipped_materials(assets: Path, faults: list[AlmatyTourError]) -> MaterialTable:
    """The table of `materials.toml`; grey walls when it is broken."""
    try:
        return load_materials(assets / "content" / "materials.toml")
    except ContentError as fault:
        faults.append(fault)
        return plain_materials(np.full((1, 3), 0.5, np.float32))


def shipped_leaves(assets: Path, faults: list[AlmatyTourError]) -> tuple[Leaves, ...]:
    """The groups of `leaves.toml`; none, so that all leaves stay green, when it is broken."""
    try:
        return load_leaves(assets / "content" / "leaves.toml")
    except ContentError as fault:
        faults.append(fault)
        return ()
