"""Palace of Schoolchildren: a spiral of drum, fan hall, link and wing about a gold dome."""

from __future__ import annotations

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.landmarks.palace_of_schoolchildren import dome, drum, hall, setting, wing
from almaty_tour.mesh.data import MeshData, Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The palace about its court, which opens to the avenue (-y); the tower is the highest."""
    parts: dict[str, MeshData] = {
        "drum": merge([drum.drum(), drum.low_roof()]),
        "dome": dome.dome(),
        "hall": merge([hall.hall(), hall.stage()]),
        "tower": hall.tower(spec.height_m),
        "wing": wing.wing(),
        "link": merge([wing.link(), wing.rear()]),
        "entrance": setting.entrance(),
    }
    named = [as_part(mesh, name) for name, mesh in parts.items()]
    return Model(merge([*named, setting.ground()]), setting.props(), setting.collision())
