"""Counts and times of a picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class FrameStats:
    """What the last picture took; reset at its start."""

    draw_calls: int = 0
    triangles: int = 0
    shadow_maps: int = 0
    tiles: int = 0
    instances: int = 0

    def reset(self) -> None:
        self.draw_calls = self.triangles = self.shadow_maps = self.tiles = self.instances = 0

    def add(self, triangles: int, calls: int = 1) -> None:
        self.draw_calls += calls
        self.triangles += triangles
