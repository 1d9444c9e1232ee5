"""The quality presets: every knob that trades beauty for time, as data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from almaty_tour.base.errors import SettingError
from almaty_tour.scene.drawing import DetailLimits
from almaty_tour.scene.environment import Room

ROOM_TEXEL_M: Final = 0.04
"""Larger texels of a map that holds a room are seen from near."""


@dataclass(frozen=True)
class Quality:
    """One preset.

    Attributes:
        name: what settings and the command line call it.
        shadow_size_px, cascades: size and number of shadow maps.
        shadow_reach_m: half the side of each cascade near the ground.
        room_shadow_px: size of the one map that holds all of a room, where its texels are small
            enough; 0 follows the eye indoors as outdoors.
        shadow_taps: 1, 4 or 9 comparisons a pixel.
        object_error_px, terrain_error_px: what a coarser level may be wrong by on the screen.
        shadow_error_px: the same for shadow casters, in texels of the shadow map.
        terrain_tiles: most tiles of 2,304 triangles a picture.
        terrain_thin: tiles leave out triangles where the ground hardly bends.
        house_px, prop_px: height on the screen from which houses and other props are drawn.
        middle_px, finest_px: from which their middle and finest levels are drawn.
        tree_shadows: cascades that trees and other small props throw shadows into.
        per_pixel: light is worked out per pixel instead of per vertex.
        detail: 0 none, 1 the ground shows its grain, and relief out of town, 2 more relief.
        painted_px, painted_levels, painted_m: texels along the squares of painted ground, how
            many squares, and metres a texel of the finest; 0 levels paint none.
        kerbs_m: nearer than this kerbs and the rims of aryks stand up from the ground.
        clouds: levels that the layer of cumulus is met by; 0 leaves the sky empty.
        cloud_shade: clouds throw shadows on the land.
        dither: the last bit of the sky is noise, so that it has no bands.
        hdr: light is kept in 16-bit floats and mapped in a pass of its own.
        adapt: the exposure follows the brightness of the picture a little (needs `hdr`).
        grade: contrast, warm and cool of a print, where a pass finishes the picture.
        bloom: bright things glow (needs `hdr`); fxaa: edges are smoothed.
        occlusion: looks round each pixel for what is close to it; 0 darkens no corners.
        mirror: looks along the rays that polished floors mirror, and with `hdr` water and wet
            streets; 0 shows them plain sky.
        spray: near the eye fountains are drops and mist, not the solid jets of their models.
        lamplight: lamps near the eye light what stands round them (needs `hdr`).
        falling: drops or flakes near the eye in the heaviest rain or snow.
        forest_trees: about how many trees of the mountains stand near an eye amid them.
        foresees: what stands is listed for several pictures ahead, a little more than each shows.
        samples: of every pixel, along the edges of what is drawn; on a processor in `hdr` alone.
        framed_layers: pictures in frames that lie on the card at once, 1.4 MB each.
        fade: share of a distance over which one level of detail fades into the next.
        first_share: of `object_error_px`, where the finest level of an object is left.
        people_m: how far from the eye people are drawn.
        resolution_scale: side of the internal picture against the window.
    """

    name: str
    shadow_size_px: int
    cascades: int
    shadow_reach_m: tuple[float, ...]
    shadow_taps: int
    object_error_px: float
    terrain_error_px: float
    shadow_error_px: float
    terrain_tiles: int
    house_px: float
    prop_px: float
    middle_px: float
    finest_px: float
    tree_shadows: int
    per_pixel: bool
    detail: int
    painted_px: int
    painted_levels: int
    painted_m: float
    kerbs_m: float
    clouds: int
    hdr: bool
    bloom: bool = False
    grade: bool = False
    adapt: bool = False
    fxaa: bool = False
    dither: bool = False
    foresees: bool = False
    resolution_scale: float = 1.0
    samples: int = 1
    fade: float = 0.0
    first_share: float = 1.0
    forest_trees: int = 3_500
    falling: int = 2_500
    occlusion: int = 0
    mirror: int = 0
    cloud_shade: bool = False
    framed_layers: int = 32
    spray: bool = False
    lamplight: bool = False
    terrain_thin: bool = False
    room_shadow_px: int = 0
    people_m: float = 250.0


LOW = Quality(
    name="low",
    shadow_size_px=1024,
    cascades=2,
    shadow_reach_m=(150.0, 900.0),
    shadow_taps=1,
    object_error_px=3.2,
    terrain_error_px=3.0,
    shadow_error_px=4.5,
    terrain_tiles=24,
    terrain_thin=True,
    house_px=5.0,
    prop_px=10.0,
    middle_px=42.0,
    finest_px=300.0,
    tree_shadows=1,
    per_pixel=False,
    detail=1,
    painted_px=512,
    painted_levels=6,
    painted_m=0.125,
    kerbs_m=30.0,
    clouds=1,
    first_share=0.5,
    room_shadow_px=2048,
    dither=True,
    hdr=False,
)
MEDIUM = Quality(
    name="medium",
    shadow_size_px=2048,
    cascades=2,
    shadow_reach_m=(160.0, 1_200.0),
    shadow_taps=4,
    object_error_px=0.8,
    terrain_error_px=2.0,
    shadow_error_px=1.5,
    terrain_tiles=48,
    house_px=2.5,
    prop_px=4.0,
    middle_px=34.0,
    finest_px=150.0,
    tree_shadows=2,
    per_pixel=True,
    detail=2,
    painted_px=1024,
    painted_levels=7,
    painted_m=0.03125,
    kerbs_m=60.0,
    clouds=3,
    dither=True,
    hdr=False,
    foresees=True,
    forest_trees=6_000,
    cloud_shade=True,
    falling=5_000,
    fxaa=True,
    grade=True,
    spray=True,
    samples=4,
    fade=0.15,
    framed_layers=64,
    mirror=12,
)
HIGH = Quality(
    name="high",
    shadow_size_px=2048,
    cascades=3,
    shadow_reach_m=(90.0, 420.0, 2_000.0),
    shadow_taps=9,
    object_error_px=0.5,
    terrain_error_px=1.2,
    shadow_error_px=1.0,
    terrain_tiles=96,
    house_px=1.8,
    prop_px=2.0,
    middle_px=14.0,
    finest_px=56.0,
    tree_shadows=3,
    per_pixel=True,
    detail=2,
    painted_px=2048,
    painted_levels=7,
    painted_m=0.03125,
    kerbs_m=80.0,
    clouds=12,
    dither=True,
    hdr=True,
    bloom=True,
    adapt=True,
    fxaa=True,
    grade=True,
    spray=True,
    lamplight=True,
    foresees=True,
    forest_trees=12_000,
    falling=9_000,
    occlusion=12,
    mirror=40,
    cloud_shade=True,
    samples=4,
    fade=0.15,
    framed_layers=96,
    people_m=450.0,
)
GOLDEN = Quality(
    name="golden",
    shadow_size_px=1024,
    cascades=2,
    shadow_reach_m=(150.0, 900.0),
    shadow_taps=4,
    object_error_px=0.8,
    terrain_error_px=2.0,
    shadow_error_px=1.5,
    terrain_tiles=40,
    house_px=2.5,
    prop_px=4.0,
    middle_px=34.0,
    finest_px=150.0,
    tree_shadows=2,
    per_pixel=True,
    detail=2,
    painted_px=512,
    painted_levels=5,
    painted_m=0.25,
    kerbs_m=50.0,
    clouds=0,
    hdr=False,
)

BENCH = Quality(
    name="bench",
    shadow_size_px=0,
    cascades=0,
    shadow_reach_m=(),
    shadow_taps=0,
    object_error_px=1.0,
    terrain_error_px=2.0,
    shadow_error_px=0.0,
    terrain_tiles=40,
    house_px=1.5,
    prop_px=1.5,
    middle_px=40.0,
    finest_px=150.0,
    tree_shadows=0,
    per_pixel=False,
    detail=0,
    painted_px=0,
    painted_levels=0,
    painted_m=0.0,
    kerbs_m=0.0,
    clouds=0,
    hdr=False,
    forest_trees=0,
    falling=0,
)

PRESETS = MappingProxyType({preset.name: preset for preset in (GOLDEN, LOW, MEDIUM, HIGH)})


def quality(name: str) -> Quality:
    """The preset of a name. Raises SettingError with the nearest names."""
    if name == BENCH.name:
        return BENCH
    try:
        return PRESETS[name]
    except KeyError:
        raise SettingError.unknown("quality", name, PRESETS) from None


def in_room(preset: Quality, room: Room) -> Quality:
    """The preset with shadow maps that reach less far: a room is smaller than a city."""
    if 0.0 < room.half_m <= ROOM_TEXEL_M * preset.room_shadow_px / 2.0:
        one_map = (room.half_m,)
        return replace(
            preset, cascades=1, shadow_size_px=preset.room_shadow_px, shadow_reach_m=one_map
        )
    return replace(preset, shadow_reach_m=tuple(one * room.reach for one in preset.shadow_reach_m))


def detail_limits(preset: Quality) -> DetailLimits:
    """What the draw list needs to know of a preset."""
    far = max(preset.shadow_reach_m, default=0.0)
    texel = 2.0 * min(preset.shadow_reach_m, default=0.0) / max(preset.shadow_size_px, 1)
    return DetailLimits(
        object_error_px=preset.object_error_px,
        terrain_error_px=preset.terrain_error_px,
        terrain_tiles=preset.terrain_tiles,
        house_px=preset.house_px,
        prop_px=preset.prop_px,
        middle_px=preset.middle_px,
        finest_px=preset.finest_px,
        shadow_error_m=max(0.25, texel * preset.shadow_error_px),
        shadow_reach_m=far * 4.0,
        fade=preset.fade,
        first_share=preset.first_share,
        people_m=preset.people_m,
    )
