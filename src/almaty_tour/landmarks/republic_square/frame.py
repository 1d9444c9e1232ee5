"""Where Republic Square's model stands against the monument that it is measured from.

The geometry of the square is written in the monument's frame; the square's own origin is the
point that the dossier gives for it. Both look the same way, so one shift leads over.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from almaty_tour.mesh.data import InstanceTable, Prism

MONUMENT_M = (-10.185, 30.353)
"""The monument's origin in the frame of the square."""
RING_M, RING_SIDES = 23.24, 96
"""The hole that the square's paving leaves for the monument's round floor."""

SHIFT = np.array([*MONUMENT_M, 0.0], np.float32)


def moved_props(table: InstanceTable) -> InstanceTable:
    """A table from the monument's frame in the square's."""
    return replace(table, positions=table.positions + SHIFT)


def moved_prism(prism: Prism) -> Prism:
    """A prism from the monument's frame in the square's."""
    return replace(prism, outline=prism.outline + SHIFT[:2])
