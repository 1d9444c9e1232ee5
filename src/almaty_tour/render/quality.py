"""The quality presets: every knob that trades beauty for time, as data."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from almaty_tour.base.errors import SettingError
from almaty_tour.scene.drawing import DetailLimits


@dataclass(frozen=True)
class Quality:
    """One preset.

    Attributes:
        name: what settings and the command line call it.
        shadow_size_px, cascades: size and number of shadow maps.
        shadow_reach_m: half the side of each cascade near the ground.
        shadow_taps: 1, 4 or 9 comparisons a pixel.
        object_error_px, terrain_error_px: what a coarser level may be wrong by on the screen.
        shadow_error_px: the same for shadow casters, in texels of the shadow map.
        terrain_tiles: most tiles of 2,304 triangles a picture.
        prop_px: height on the screen from which a prop is drawn at all, at the middle and
            at the finest level.
        per_pixel: light is worked out per pixel instead of per vertex.
        detail: 0 none, 1 near ground shows its grain, 2 crowns and patches too.
        clouds: a soft layer of high cloud.
        hdr: light is kept in 16-bit floats and mapped in a pass of its own.
        bloom, fxaa, occlusion: passes after the picture.
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
    prop_px: tuple[float, float, float]
    per_pixel: bool
    detail: int
    clouds: bool
    hdr: bool
    bloom: bool = False
    fxaa: bool = False
    occlusion: bool = False
    resolution_scale: float = 1.0


LOW = Quality(
    name="low",
    shadow_size_px=1024,
    cascades=2,
    shadow_reach_m=(150.0, 900.0),
    shadow_taps=1,
    object_error_px=1.6,
    terrain_error_px=3.0,
    shadow_error_px=2.0,
    terrain_tiles=24,
    prop_px=(3.0, 40.0, 220.0),
    per_pixel=False,
    detail=1,
    clouds=False,
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
    prop_px=(2.0, 28.0, 140.0),
    per_pixel=True,
    detail=2,
    clouds=True,
    hdr=False,
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
    prop_px=(1.2, 20.0, 90.0),
    per_pixel=True,
    detail=2,
    clouds=True,
    hdr=True,
    bloom=True,
    fxaa=True,
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
    prop_px=(2.0, 28.0, 140.0),
    per_pixel=True,
    detail=2,
    clouds=False,
    hdr=False,
)

PRESETS = MappingProxyType({preset.name: preset for preset in (GOLDEN, LOW, MEDIUM, HIGH)})


def quality(name: str) -> Quality:
    """The preset of a name. Raises SettingError with the nearest names."""
    try:
        return PRESETS[name]
    except KeyError:
        raise SettingError.unknown("quality", name, PRESETS) from None


def detail_limits(preset: Quality) -> DetailLimits:
    """What the draw list needs to know of a preset."""
    far = max(preset.shadow_reach_m, default=0.0)
    texel = 2.0 * min(preset.shadow_reach_m, default=0.0) / max(preset.shadow_size_px, 1)
    return DetailLimits(
        object_error_px=preset.object_error_px,
        terrain_error_px=preset.terrain_error_px,
        terrain_tiles=preset.terrain_tiles,
        prop_px=preset.prop_px,
        shadow_error_m=max(0.25, texel * preset.shadow_error_px),
        shadow_reach_m=far * 4.0,
    )
