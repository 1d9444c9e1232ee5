"""Auezov Kazakh Drama Theatre: seven stone shields between eight piers, stage tower behind."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.auezov_theatre import body as house
from almaty_tour.landmarks.auezov_theatre import setting
from almaty_tour.mesh.data import Model, merge


def build(spec: LandmarkSpec) -> Model:
    """The theatre of 1981 on its granite terrace, the writer before it, square and fountain.

    The front looks to -y; heights count from the square.
    """
    mesh = merge(
        [house.body(spec.height_m), setting.ground(), setting.terrace(), setting.objects()]
    )
    return Model(mesh, setting.props(), setting.collision())
