"""What is taken off a preset while a machine is too slow for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from almaty_tour.render.quality import Quality


@dataclass(frozen=True)
class Trim:
    """Shares of a preset; `UNTRIMMED` takes nothing away.

    Nothing here compiles a program or makes a texture: the side of the picture has a few values,
    the largest shadow map is drawn once for another square, the rest are limits of the draw list.

    Attributes:
        resolution_share: of the side of the internal picture.
        shadow_share: of the reach of the largest shadow map.
        tree_share: of the distance up to which trees and other small things are seen, and seen
            in detail.
        effects: False thins out rain and snow, draws kerbs only near by and lets bright things
            not glow, corners not darken and water mirror plain sky.
    """

    resolution_share: float = 1.0
    shadow_share: float = 1.0
    tree_share: float = 1.0
    effects: bool = True


UNTRIMMED: Final = Trim()
FEWER: Final = 0.4
"""Share of rain, snow and kerbs that is left without effects."""


def trimmed(preset: Quality, trim: Trim) -> Quality:
    """The knobs of a preset with what a trim takes away; its name and textures stay."""
    if trim == UNTRIMMED:
        return preset
    *near_m, far_m = preset.shadow_reach_m or (0.0,)
    fewer = 1.0 if trim.effects else FEWER
    return replace(
        preset,
        shadow_reach_m=(*near_m, far_m * trim.shadow_share) if preset.shadow_reach_m else (),
        prop_px=preset.prop_px / trim.tree_share,
        middle_px=preset.middle_px / trim.tree_share,
        finest_px=preset.finest_px / trim.tree_share,
        kerbs_m=preset.kerbs_m * fewer,
        falling=round(preset.falling * fewer),
        bloom=preset.bloom and trim.effects,
        occlusion=preset.occlusion if trim.effects else 0,
        mirror=preset.mirror if trim.effects else 0,
    )
