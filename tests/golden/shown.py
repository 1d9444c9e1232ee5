"""A drawn scene with what is known about every pixel of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from almaty_tour.camera.matrices import distance_of_depth, pixel_ray, view_projection
from almaty_tour.geo.frame import curvature_drop_m
from almaty_tour.scene.pick import PART_MASK, chunk_code

EDGE_M = 61_430.0
"""Half the side of the drawn ground."""


class Album:
    """Every scene drawn once, on one context."""

    def __init__(self, gallery, scenes):
        self.gallery, self.scenes, self._shown = gallery, scenes, {}

    def __getitem__(self, name):
        if name not in self._shown:
            scene = self.scenes[name]
            frame = self.gallery.frame(scene)
            renderer = self.gallery.studio.stage.renderer
            renderer.error()
            pixels = self.gallery.studio.drawn(frame)
            assert renderer.error() == 0
            self._shown[name] = Shown(self.gallery, scene, frame, pixels)
        return self._shown[name]

    def again(self, name, **changes):
        """A scene drawn anew with something changed, for instance its time."""
        return self.gallery.picture(replace_scene(self.scenes[name], **changes)).astype(np.int64)


def replace_scene(scene, **changes):
    return type(scene)(**{f: getattr(scene, f) for f in scene.__struct_fields__} | changes)


@dataclass
class Shown:
    """Pixels (h, w, 3) of a scene, and what its camera sees behind them."""

    gallery: object
    scene: object
    frame: object
    golden_pixels: np.ndarray

    @property
    def pixels(self):
        return self.golden_pixels.astype(np.int64)

    @property
    def light(self):
        """(h, w) brightness, 0 to 255."""
        return self.pixels @ np.array([0.2126, 0.7152, 0.0722])

    @cached_property
    def _geometry(self):
        renderer = self.gallery.studio.stage.renderer
        target = renderer._draw_ids(self.frame)
        width, height = target.size_px
        ids = target.read_ids(0, 0, width, height)[::-1].copy()
        depth = target.read_depth(0, 0, width, height)[::-1].copy()
        return ids, np.asarray(distance_of_depth(depth, renderer.scheme))

    @property
    def ids(self):
        return self._geometry[0]

    @property
    def ahead_m(self):
        """(h, w) metres along the view, infinite in the sky."""
        return self._geometry[1]

    @property
    def sky(self):
        return ~np.isfinite(self.ahead_m)

    def landmark(self, name):
        """(h, w) where a landmark is seen, without its trees and lamps."""
        code = np.uint32(chunk_code(f"landmark.{name}"))
        return (self.ids & ~np.uint32(PART_MASK)) == code

    def spot(self, point_enu):
        """Column and row of a point of the world, as the camera's matrix places it."""
        scheme = self.gallery.studio.stage.renderer.scheme
        matrix = view_projection(self.frame.camera, self.frame.size_px, scheme)
        offset = np.asarray(point_enu) - np.asarray(self.frame.camera.position_enu)
        offset[2] -= curvature_drop_m(np.hypot(*offset[:2]))
        x, y, _, w = matrix @ np.array([*offset, 1.0])
        width, height = self.frame.size_px
        return (x / w + 1.0) / 2.0 * width, (1.0 - y / w) / 2.0 * height

    def place_spot(self, name, share=0.45):
        """Where a share of a landmark's height should be in the picture."""
        place = self.gallery.studio.stage.world.places[name]
        return self.spot([place.x_m, place.y_m, place.ground_m + share * place.height_m])

    def top_rows(self, name):
        """Highest and lowest row that a landmark's highest point can be in."""
        place = self.gallery.studio.stage.world.places[name]
        reach = place.radius_m
        top_m = place.ground_m + place.height_m
        rows = [
            self.spot([place.x_m + dx * reach, place.y_m + dy * reach, top_m])[1]
            for dx in (-1.0, 0.0, 1.0)
            for dy in (-1.0, 0.0, 1.0)
        ]
        return min(rows), max(rows)

    def horizon_row(self, column):
        """Row of the skyline of the bare ground, from the heights and nothing else."""
        world, camera = self.gallery.studio.stage.world, self.frame.camera
        ray = pixel_ray(camera, self.frame.size_px, column, self.frame.size_px[1] / 2)
        ahead = ray[:2] / np.linalg.norm(ray[:2])
        away = np.geomspace(200.0, 86_000.0, 4000)
        points = np.asarray(camera.position_enu)[:2] + ahead * away[:, None]
        inside = np.abs(points).max(axis=1) < EDGE_M
        heights = world.ground(points[inside, 0], points[inside, 1])
        away = away[inside]
        up = (heights - curvature_drop_m(away) - camera.position_enu[2]) / away
        best = int(np.argmax(up))
        point = [*points[inside][best], heights[best]]
        return self.spot(point)[1]

    def skyline(self, column):
        """First row from the top that is not sky."""
        return int(np.argmin(self.sky[:, column]))


def ink(light):
    """Share of pixels that are bright beside something dark: letters and icons."""
    bright = light > 170
    near_dark = np.zeros_like(bright)
    for axis in (0, 1):
        for step in (-2, 2):
            near_dark |= np.roll(light, step, axis) < 80
    return float((bright & near_dark).mean())


def warmth(pixels):
    """Mean of red over mean of blue."""
    return float(pixels[..., 0].mean() / max(pixels[..., 2].mean(), 1.0))


def relit(shown, azimuth_deg, elevation_deg=30.0):
    """The same scene under another sun."""
    lift, turn = np.radians([elevation_deg, azimuth_deg])
    direction = (np.sin(turn) * np.cos(lift), np.cos(turn) * np.cos(lift), np.sin(lift))
    sun = tuple(float(part) for part in direction)
    environment = replace(shown.frame.environment, sun_enu=sun)
    return replace(shown, frame=replace(shown.frame, environment=environment))
