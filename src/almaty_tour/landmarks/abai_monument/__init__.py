"""The monument to Abai before the Palace of the Republic, looking west (-y) down his avenue.

Steps of red granite, a pyramid of eight courses of rough blocks, the poet in bronze: 13.7 m.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile
from almaty_tour.landmarks._shared.height import agree
from almaty_tour.landmarks.abai_monument import plot
from almaty_tour.landmarks.abai_monument.statue import HEIGHT_M, figure, pedestal, plate
from almaty_tour.mesh.data import Collision, Model, Prism, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The monument on its round plot; `spec` must agree with the height."""
    agree(spec, HEIGHT_M)
    mesh = merge(
        [
            as_part(pedestal(), "pedestal"),
            as_part(plate(), "plate"),
            as_part(figure(), "figure"),
            as_part(plot.steps(), "steps"),
            as_part(plot.plot(), "plot"),
        ]
    )
    stop = profile.rectangle(6.9, 6.9).astype(np.float32)
    solids = (Prism(stop, -1.0, HEIGHT_M),)
    return Model(mesh, plot.props(), Collision(solids, plot.floors()))
