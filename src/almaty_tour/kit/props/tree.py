"""Trees of Almaty: poplar, elm, oak, birch, apple, willow, and the spruce of the mountains.

Each kind is a table: how its trunk stands, where the lobes of its crown lie, what leaves it wears.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from almaty_tour.kit.paint import Paint
from almaty_tour.kit.props import limbs
from almaty_tour.kit.props.crown import Body, Crown, Sheet, Tier, body, cards
from almaty_tour.kit.props.sprays import Habit, sprays
from almaty_tour.kit.props.spruce import spruce, spruces
from almaty_tour.mesh.data import MeshData, merge


@dataclass(frozen=True)
class Kind:
    """One broad-leaved tree.

    Attributes:
        name: its variant.
        fork_m, radius_m: where the trunk sends out limbs, and how thick it is.
        tiers: the lobes of the crown, the lowest first.
        habit: how its boughs grow, which are seen near. spray, sheet: materials of the leaves
            near and in the middle.
        sway_m: how far the trunk bends aside. leader: how high in the crown it still is one.
    """

    name: str
    fork_m: float
    radius_m: float
    bark: Paint
    leaves: Paint
    tiers: tuple[Tier, ...]
    habit: Habit
    spray: str = "leaf_spray"
    sheet: str = "leaf_clump"
    sway_m: float = 0.15
    leader: float = 0.55

    @cached_property
    def crown(self) -> Crown:
        return Crown.of(self.tiers, self.name)


BARK = Paint("bark", "#6A5C4F")
_EVERY = (
    Kind("poplar", 3.4, 0.27, Paint("bark", "#83796B"), Paint("foliage", "#496E3D"),
         (Tier(4.0, 0.6, 3, 0.85, 2.4), Tier(7.4, 0.8, 3, 1.0, 3.0), Tier(10.8, 0.75, 3, 1.0, 3.0),
          Tier(14.0, 0.55, 3, 0.85, 3.0), Tier(16.8, 0.25, 2, 0.7, 3.0),
          Tier(18.8, 0.0, 1, 0.6, 2.6)), habit=Habit(104, 6, 1.45, 0.56, 1.4, 0.9, 0.6),
         sway_m=0.05, leader=0.88),
    Kind("elm", 3.4, 0.36, BARK, Paint("foliage", "#486E3C"),
         (Tier(5.3, 3.3, 5, 1.75, 1.25), Tier(8.0, 3.3, 5, 1.85, 1.6), Tier(10.6, 2.0, 3, 1.8, 1.6),
          Tier(12.0, 0.3, 1, 1.7, 1.4)), habit=Habit(104, 6, 1.42, 0.62, -0.15, 1.6, 0.6)),
    Kind("oak", 3.2, 0.46, Paint("bark", "#574B40"), Paint("foliage", "#3F6132"),
         (Tier(4.9, 3.9, 5, 1.75, 1.2), Tier(7.5, 4.1, 6, 1.75, 1.5), Tier(10.2, 2.4, 4, 1.9, 1.6),
          Tier(11.2, 0.0, 1, 2.1, 1.7)), habit=Habit(104, 6, 1.6, 0.64, 0.0, 1.5, 0.5),
         sway_m=0.25),
    Kind("birch", 6.0, 0.16, Paint("bark", "#E4E1D8"), Paint("foliage", "#5A834C"),
         (Tier(5.0, 1.3, 4, 1.05, 1.6), Tier(7.9, 1.35, 4, 1.1, 1.8), Tier(10.4, 0.9, 3, 0.95, 1.7),
          Tier(12.5, 0.1, 1, 0.75, 1.5)), habit=Habit(104, 6, 1.4, 0.8, -2.2, 1.0, 0.6),
         spray="leaf_droop", sheet="leaf_droop", sway_m=0.2, leader=0.88),
    Kind("apple", 1.0, 0.16, BARK, Paint("foliage", "#547947"),
         (Tier(2.2, 1.5, 5, 1.0, 0.75), Tier(3.4, 1.1, 4, 1.0, 0.8), Tier(4.1, 0.1, 1, 0.95, 0.75)),
         habit=Habit(90, 6, 0.95, 0.62, 0.1, 1.4, 0.6)),
    Kind("willow", 2.6, 0.38, Paint("bark", "#6B6152"), Paint("foliage", "#648954"),
         (Tier(4.2, 3.2, 6, 1.45, 2.5), Tier(7.2, 2.6, 5, 1.75, 2.3), Tier(9.2, 0.5, 2, 1.9, 1.7)),
         habit=Habit(104, 6, 2.2, 0.6, -3.0, 0.8, 0.5),
         spray="leaf_droop", sheet="leaf_droop", sway_m=0.4),
)  # fmt: skip
KINDS = {kind.name: kind for kind in _EVERY}
VARIANTS = (*KINDS, "spruce", "spruces")
BODIES = {1: Body((0.12, 0.46, 0.8), 4, 0.87, 0.84), 2: Body((0.12, 0.74), 4, 1.68, 0.9)}
MIDDLE = Sheet("", 30, 1.4, tilt=0.6, even=True)
"""Cards of the middle level."""
LIMBS = 16


def build(variant: str, level: int) -> MeshData:
    """A tree of a kind; 1,600 triangles at most on level 0, 90 on 1, 16 on 2."""
    if variant == "spruce":
        return spruce(level)
    if variant == "spruces":
        return spruces()
    kind = KINDS[variant]
    wood = _wood(kind, level)
    if level == 0:
        worn = Paint(kind.spray, kind.leaves.colour)
        return merge([wood, sprays(kind.crown, kind.habit, worn, kind.name)])
    pieces = [wood, body(kind.crown, BODIES[level], kind.leaves, f"{variant}{level}")]
    if level == 1:
        sheet = replace(MIDDLE, material=kind.sheet)
        pieces.append(cards(kind.crown, sheet, kind.leaves, kind.name))
    return merge(pieces)


def _wood(kind: Kind, level: int) -> MeshData:
    crown, wide = kind.crown, kind.radius_m
    if level == 2:
        return limbs.post(wide, crown.low_m + 2.0, kind.bark)
    if level == 1:
        return limbs.trunk(wide, crown.low_m + 1.6, kind.bark, sides=3, rings=2)
    top_m = crown.low_m + kind.leader * (crown.high_m - crown.low_m)
    made = limbs.trunk(wide, top_m, kind.bark, sides=6, lean_m=kind.sway_m, rings=7, thins=0.85)
    if kind.name == "birch":
        made = limbs.speckled(made, kind.name)
    return merge([made, limbs.limbs(crown, kind.fork_m, wide, kind.bark, LIMBS)])
