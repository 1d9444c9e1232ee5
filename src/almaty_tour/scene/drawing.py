"""From a scene and a view to the list of what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt

from almaty_tour.scene.arrays import Scene
from almaty_tour.scene.copylist import CopyList
from almaty_tour.scene.cull import box_distance_m, lowered, visible_boxes
from almaty_tour.scene.drawlist import DrawList
from almaty_tour.scene.lod import levels_for
from almaty_tour.scene.stretches import Runs, runs_in_view, with_bare
from almaty_tour.scene.visible import NONE_STANDING, Crowd, Sight, Standing, visible_copies

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
I32 = npt.NDArray[np.int32]


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
        fade: share of a distance over which one level fades into the next, 0 for at once.
        first_share: of the error that is allowed, where the finest level is left.
        people_m: how far from the eye people are drawn.
        apart_m: nearer than this each stretch is drawn in its turn, which costs draws and spares
            pixels; farther on those that follow one another are one draw.
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
    fade: float = 0.0
    first_share: float = 1.0
    people_m: float = 250.0
    apart_m: float = 0.0


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

    @cached_property
    def pixel_rad(self) -> float:
        """Angle of one pixel in the middle of the picture."""
        return float(2.0 * np.tan(self.fov_rad / 2.0) / self.height_px)

    @cached_property
    def world_planes(self) -> F64:
        """The planes in the world."""
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
    extra: Sequence[Crowd] = (),
    tiles: I32 | None = None,
    kept: CopyList | None = None,
    among: Standing | None = None,
) -> DrawList:
    """What is drawn from a viewpoint, nearest first.

    `extra` are copies that are on the move; `tiles` of the ground where they are chosen
    already. What stands is looked for `among` those chosen before for views near this one,
    or is in a list `kept` for several pictures (`scene.kept`).
    """
    if kept is not None:
        among = NONE_STANDING
    eye, solids = viewpoint.eye, scene.solids
    distance = box_distance_m(solids.boxes, eye)
    in_reach = distance <= solids.reach_m
    per_m = limits.object_error_px * viewpoint.pixel_rad
    runs = _runs(scene, viewpoint, distance, limits)
    casters = (in_reach & (distance <= limits.shadow_reach_m)).nonzero()[0]
    return DrawList(
        chunks=runs.rows,
        levels=runs.levels,
        shares=runs.shares,
        spans=runs.spans,
        away_m=runs.away_m,
        boxes=runs.boxes,
        shadow_chunks=solids.rows[casters].astype(np.int32),
        shadow_levels=_shadow_levels(solids.errors[casters], distance[casters], limits, per_m),
        tiles=ground_tiles(tree, viewpoint, limits) if tiles is None else tiles,
        props=visible_copies(scene.copies, sight_of(viewpoint, limits), extra, among),
        kept=CopyList() if kept is None else kept,
        casters=scene.copies,
        hidden=np.zeros(0, np.uint32) if hidden is None else hidden,
        highlighted=highlighted,
    )


def _runs(scene: Scene, viewpoint: Viewpoint, away_m: F32, limits: DetailLimits) -> Runs:
    """What is drawn of chunks, with those that show nothing but moving parts."""
    eye, planes, solids = viewpoint.eye, viewpoint.world_planes, scene.solids
    per_m = limits.object_error_px * viewpoint.pixel_rad
    runs = runs_in_view(
        scene.stretches, eye, planes, per_m, limits.first_share, limits.fade, limits.apart_m
    )
    moving = (solids.moving & (away_m <= solids.reach_m)).nonzero()[0]
    boxes = lowered(solids.boxes.take(moving, 1), eye)
    moving = moving[visible_boxes(boxes, planes)]
    return with_bare(runs, solids.rows[moving].astype(np.int32), away_m[moving])


def sight_of(viewpoint: Viewpoint, limits: DetailLimits) -> Sight:
    """A view as props see it."""
    pixel = viewpoint.pixel_rad
    return Sight(
        viewpoint.eye, viewpoint.planes, (limits.house_px * pixel, limits.prop_px * pixel),
        limits.middle_px * pixel, limits.finest_px * pixel, fade=limits.fade,
    )  # fmt: skip


def _shadow_levels(errors: F32, distance: F32, limits: DetailLimits, per_m: float) -> I32:
    coarse = levels_for(errors, np.full_like(distance, limits.shadow_error_m), 1.0)
    return np.maximum(coarse, levels_for(errors, distance, per_m))


def ground_tiles(tree: Tiles | None, viewpoint: Viewpoint, limits: DetailLimits) -> I32:
    """(t,) i4 numbers of the tiles of the ground that are drawn, nearest first."""
    if tree is None:
        return np.zeros(0, np.int32)
    return tree.select(
        viewpoint.eye, viewpoint.world_planes, viewpoint.fov_rad, viewpoint.height_px,
        limits.terrain_error_px, limits.terrain_tiles,
    )  # fmt: skip
