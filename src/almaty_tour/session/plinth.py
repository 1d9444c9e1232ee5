"""An exhibit on its plinth, on the card: where it stands and how large it is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.spaces import VITRINE
from almaty_tour.mesh.cache import load_model
from almaty_tour.mesh.data import MeshData, mesh
from almaty_tour.mesh.simplify import LevelMesh
from almaty_tour.render.renderer import Renderer
from almaty_tour.scene.arrays import Scene
from almaty_tour.scene.load import Placement, model_chunk

F64 = npt.NDArray[np.float64]
Point = tuple[float, float, float]

PLINTH_PAINT: Final = (92, 86, 82, 255)
PLINTH_SIDES: Final = 96
PLINTH_SHARE: Final = 1.3
"""Radius of the plinth against that of the circle about the exhibit's plan."""
MIDDLE: Final = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Standing:
    """An exhibit that stands in the vitrine; lengths are centimetres.

    Attributes:
        rows: in the scene, of the exhibit and of its plinth.
        low, high: (3,) f8 corners of its bounds, from where it stands.
    """

    exhibit: str
    rows: tuple[int, ...]
    low: F64
    high: F64

    @property
    def middle(self) -> F64:
        return np.asarray((self.low + self.high) / 2.0)

    @property
    def radius(self) -> float:
        """Of the ball about the exhibit."""
        return float(np.linalg.norm(self.high - self.low)) / 2.0

    @property
    def broad(self) -> float:
        """Radius of the circle about the exhibit's plan."""
        return float(np.linalg.norm((self.high - self.low)[:2])) / 2.0

    @property
    def reach(self) -> float:
        """How far it or its plinth reaches from the plinth's middle."""
        return PLINTH_SHARE * self.broad

    def moved(self, renderer: Renderer, scene: Scene, to: Point) -> None:
        """Let it stand elsewhere, on the card and in the scene."""
        for row in self.rows:
            if scene.move(row, to):
                renderer.move(row, VITRINE, to)


def stood(
    renderer: Renderer, scene: Scene, exhibit: str, models: Path, rows: dict[str, int]
) -> Standing:
    """Put an exhibit and its plinth on the card; AssetError when the model cannot be read."""
    levels = load_model(models / f"{exhibit}.glb").levels
    low, high = (np.asarray(one, np.float64) for one in levels[0].mesh.bounds_m)
    broad = float(np.linalg.norm((high - low)[:2])) / 2.0
    plinth = disc(PLINTH_SHARE * broad, float(low[2]))
    placed = []
    for name, made in ((exhibit, levels), (f"{exhibit}.plinth", (LevelMesh(plinth, 0.0),))):
        chunk = model_chunk(f"exhibit.{name}", made, Placement(MIDDLE), rows, space=VITRINE)
        placed.append(scene.add(chunk))
        renderer.upload(placed[-1], chunk)
    return Standing(exhibit, tuple(placed), low, high)


def disc(radius: float, top: float, material: str = "granite") -> MeshData:
    """A round plinth under `top`, without a bottom."""
    turn = np.linspace(0.0, 2.0 * math.pi, PLINTH_SIDES, endpoint=False)
    ring = np.stack([np.cos(turn) * radius, np.sin(turn) * radius, np.full_like(turn, top)], 1)
    deep = ring - [0.0, 0.0, 0.25 * radius]
    points = np.concatenate([[[0.0, 0.0, top]], ring, ring, deep])
    around = np.stack([np.cos(turn), np.sin(turn), np.zeros_like(turn)], 1)
    normals = np.concatenate([np.tile([0.0, 0.0, 1.0], (PLINTH_SIDES + 1, 1)), around, around])
    here = np.arange(PLINTH_SIDES)
    after = (here + 1) % PLINTH_SIDES
    cap = np.stack([np.zeros_like(here), 1 + here, 1 + after], 1)
    a, b = 1 + PLINTH_SIDES + here, 1 + PLINTH_SIDES + after
    wall = np.concatenate(
        [
            np.stack([a, a + PLINTH_SIDES, b], 1),
            np.stack([b, a + PLINTH_SIDES, b + PLINTH_SIDES], 1),
        ]
    )
    return mesh(points, np.concatenate([cap, wall]), normals, material, tint=PLINTH_PAINT)
