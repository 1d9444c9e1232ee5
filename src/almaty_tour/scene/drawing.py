"""From a scene and a view to the list of what is drawn."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.arrays import Scene, is_house
from almaty_tour.scene.cull import box_distance_m, lowered, visible_boxes, visible_points
from almaty_tour.scene.drawlist import DrawList
from almaty_tour.scene.lod import levels_for

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I32 = npt.NDArray[np.int32]
Rows = npt.NDArray[np.intp]

PROP_LEVELS: Final = 3


@dataclass(frozen=True)
class DetailLimits:
    """How fine things are drawn; made from a quality preset.

    Attributes:
        object_error_px, terrain_error_px: error on the screen that is allowed.
        terrain_tiles: most tiles of the ground.
        house_px, prop_px: height on the screen from which a house, and any other prop, is
            drawn at all.
        middle_px, finest_px: from which its middle and its finest level are drawn.
        shadow_error_m: error of a shadow caster that is allowed.
        shadow_reach_m: how far from the eye casters are looked for.
    """

    object_error_px: float
    terrain_error_px: float
    terrain_tiles: int
    house_px: float
    prop_px: float
    middle_px: float
    finest_px: float
    shadow_error_m: float
    shadow_reach_m: float


@dataclass(frozen=True)
class Viewpoint:
    """What culling knows of a camera.

    Attributes:
        eye: (3,) f8 world. planes: (k, 4) f8 frustum planes **relative to the eye**.
        fov_rad: vertical field of view; height_px: of the picture.
    """

    eye: F64
    planes: F64
    fov_rad: float
    height_px: int

    @property
    def pixel_rad(self) -> float:
        """Angle of one pixel in the middle of the picture."""
        return float(2.0 * np.tan(self.fov_rad / 2.0) / self.height_px)

    @property
    def world_planes(self) -> F64:
        planes = self.planes.copy()
        planes[:, 3] -= planes[:, :3] @ self.eye
        return planes


class Tiles(Protocol):
    """The part of `geo.terrain_tiles.TileTree` that a draw list needs."""

    def select(
        self, camera: npt.ArrayLike, planes: npt.ArrayLike | None, fov_rad: float,
        height_px: int, error_px: float = ..., most_tiles: int | None = ...,
    ) -> I32: ...  # fmt: skip


def draw_list(
    scene: Scene,
    viewpoint: Viewpoint,
    limits: DetailLimits,
    tree: Tiles | None = None,
    *,
    hidden: npt.NDArray[np.uint32] | None = None,
    highlighted: int = 0,
) -> DrawList:
    """What is drawn from a viewpoint, nearest first."""
    eye = viewpoint.eye
    distance = box_distance_m(scene.boxes, eye)
    in_reach = distance <= scene.reach
    planes = viewpoint.world_planes
    seen = np.flatnonzero(in_reach & visible_boxes(lowered(scene.boxes, eye), planes))
    seen = seen[np.argsort(distance[seen], kind="stable")]
    per_m = limits.object_error_px * viewpoint.pixel_rad
    casters = np.flatnonzero(in_reach & (distance <= limits.shadow_reach_m))
    return DrawList(
        chunks=seen.astype(np.int32),
        levels=levels_for(scene.errors[seen], distance[seen], per_m),
        shadow_chunks=casters.astype(np.int32),
        shadow_levels=_shadow_levels(scene.errors[casters], distance[casters], limits, per_m),
        tiles=_tiles(tree, viewpoint, planes, limits),
        props=_props(scene, viewpoint, limits, seen, distance[seen]),
        hidden=np.zeros(0, np.uint32) if hidden is None else hidden,
        highlighted=highlighted,
    )


def _shadow_levels(errors: F32, distance: F32, limits: DetailLimits, per_m: float) -> I32:
    coarse = levels_for(errors, np.full_like(distance, limits.shadow_error_m), 1.0)
    return np.maximum(coarse, levels_for(errors, distance, per_m))


def _tiles(tree: Tiles | None, viewpoint: Viewpoint, planes: F64, limits: DetailLimits) -> I32:
    if tree is None:
        return np.zeros(0, np.int32)
    return tree.select(
        viewpoint.eye, planes, viewpoint.fov_rad, viewpoint.height_px,
        limits.terrain_error_px, limits.terrain_tiles,
    )  # fmt: skip


def _props(
    scene: Scene, viewpoint: Viewpoint, limits: DetailLimits, seen: Rows, distance: F32
) -> dict[tuple[str, int], npt.NDArray[np.void]]:
    """Visible copies by kind and level, those of near chunks first."""
    field = scene.props
    if not len(field.rows):
        return {}
    house_m, other_m = field.tallest_m
    known = seen < len(field.first)
    far = seen[known & (distance < house_m / (viewpoint.pixel_rad * limits.house_px))]
    near = seen[known & (distance < other_m / (viewpoint.pixel_rad * limits.prop_px))]
    at = np.concatenate(
        [_spans(field.first[far], field.split[far]), _spans(field.split[near], field.last[near])]
    )
    place = field.places.take(at, 1) - viewpoint.eye[:, None]
    away = np.sqrt(np.einsum("in,in->n", place, place))
    size_px = field.height_m.take(at) / (np.maximum(away, 1.0) * viewpoint.pixel_rad)
    least_px = np.array([limits.house_px if is_house(k) else limits.prop_px for k in field.kinds])
    shown = np.flatnonzero(size_px > least_px.take(field.kind.take(at)))
    shown = shown[visible_points(place.take(shown, 1), field.radius_m[at[shown]], viewpoint.planes)]
    level = np.digitize(-size_px[shown], [-limits.finest_px, -limits.middle_px])
    key = field.kind.take(at[shown]).astype(np.int64) * PROP_LEVELS + level
    order = np.argsort(key, kind="stable")
    shown, key = shown[order], key[order]
    rows = field.rows.take(at[shown])
    rows["position"] = place.take(shown, 1).T
    ends = np.searchsorted(key, np.arange(len(field.kinds) * PROP_LEVELS + 1))
    return {
        (field.kinds[group // PROP_LEVELS], group % PROP_LEVELS): rows[begin:end]
        for group, (begin, end) in enumerate(itertools.pairwise(ends))
        if end > begin
    }


def _spans(first: npt.NDArray[np.int64], last: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """All indices of several spans, in order."""
    length = last - first
    start = np.repeat(first - np.cumsum(length) + length, length)
    return np.asarray(start + np.arange(int(length.sum())))
