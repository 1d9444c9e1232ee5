"""The Green Bazaar: a market hall of 1975 under a coffered roof, mint fronts, gate and stalls."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.green_bazaar import plan, rear, setting, south, street
from almaty_tour.mesh.data import Model, as_part, merge


def build(_spec: LandmarkSpec) -> Model:
    """The hall with its gate to the south (-y) and the mint front along the street (+x)."""
    mesh = merge(
        [
            as_part(
                merge(
                    [
                        plan.on_side(rear.north_front(), "north"),
                        plan.on_side(rear.west_front(), "west"),
                        south.roof_edge(),
                        rear.low_roof(),
                    ]
                ),
                "body",
            ),
            south.south_front(),
            plan.on_side(street.street_front(), "east"),
            as_part(rear.great_hall(), "great_hall"),
            setting.setting(),
        ]
    )
    return Model(mesh, setting.props(), setting.collision())
