"""The form that mounds of Besshatyr share: a cone cut off above, under a skin of dark stones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.exhibits._shared import mounds_strata as strata
from almaty_tour.exhibits._shared import patina
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

F64 = npt.NDArray[np.float64]
GROUND_CM = 4.0
STONES = Paint("carved_stone", "#57504A")
COLOURS = ("#57504A", "#463F3B", "#665C52", "#5C493C", "#4E4843")


@dataclass(frozen=True)
class Mound:
    """Radius of the foot, height and radius of the crown as a share, in centimetres."""

    radius: float
    height: float
    crown: float
    seed: int

    def rise(self, away: npt.ArrayLike) -> F64:
        """Heights above the ground at distances from the middle; the crown is a little dished."""
        share = np.asarray(away, np.float64) / self.radius
        flank = np.clip((1.0 - share) / (1.0 - self.crown), -0.2, 1.4)
        soft = np.clip((flank - 0.88) / 0.24, 0.0, 1.0)
        capped = np.where(flank > 0.88, 0.88 + 0.24 * (soft - 0.5 * soft**2), flank)
        dish = 0.05 * np.clip(1.0 - share / (0.8 * self.crown), 0.0, 1.0)
        return np.asarray(self.height * (np.maximum(capped, 0.0) - dish))

    def surface(self, x: F64, y: F64, stone_cm: float, out_cm: float) -> F64:
        """Heights of the skin over the plan, each stone a bump."""
        shape = np.broadcast(x, y).shape
        at = np.stack([np.broadcast_to(one, shape).ravel() for one in (x, y)], axis=1)
        inside, number = strata.cells(at, stone_cm, self.seed)
        bump = out_cm * (np.sqrt(inside) * (0.5 + 0.8 * number) - 0.4)
        waves = 0.3 * patina.noise(np.column_stack([at, 0.0 * at[:, 0]]), 6.0 * stone_cm, 3)
        away = np.hypot(*at.T)
        edge = np.clip((self.radius - away) / (0.06 * self.radius), 0.0, 1.0)
        height = self.rise(away) + edge * waves * out_cm + bump * (0.35 + 0.65 * edge)
        return np.asarray(GROUND_CM + height).reshape(shape)

    def skin(
        self, start_deg: float, end_deg: float, angles: int, radii: int,
        *, stone_cm: float, out_cm: float, whole: bool = False,
    ) -> F64:  # fmt: skip
        """(angles, radii, 3) points of the skin over a sector."""
        turn = np.radians(np.linspace(start_deg, end_deg, angles, endpoint=not whole))[:, None]
        away = self.radius * np.linspace(0.0, 1.0, radii)[None, :]
        x, y = away * np.cos(turn), away * np.sin(turn)
        return np.stack([x, y, self.surface(x, y, stone_cm, out_cm)], axis=2)

    def weathered(self, data: MeshData, stone_cm: float) -> MeshData:
        """Stones of several browns, dry grass in the joints of the crown."""
        made = strata.stained_stones(data, COLOURS, stone_cm, self.seed, (0, 1))
        made = patina.mottled(made, 0.14, 2.0 * stone_cm, 5)
        spots = patina.noise(made.positions, 5.0 * stone_cm, 8)
        high = np.clip((made.positions[:, 2] - GROUND_CM) / self.height, 0.0, 1.0)
        return patina.stained(made, "#7A6B45", 0.55 * np.clip(1.5 * spots, 0.0, 1.0) * high)
