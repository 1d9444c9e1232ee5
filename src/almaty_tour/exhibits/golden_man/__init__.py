"""The Golden Man of Issyk: the full figure of the museums' reconstruction on its base."""

from __future__ import annotations

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits.golden_man import arms, body, dress, hat
from almaty_tour.kit import settle
from almaty_tour.mesh.data import Model, as_part, merge


def build(spec: ExhibitSpec) -> Model:
    """Body and clothes are soft shapes; the gold is sewn on plate by plate."""
    pieces = [
        as_part(body.base(), "base"),
        as_part(body.legs(), "trousers"),
        as_part(body.boots(), "boots"),
        as_part(body.head_and_hands(), "mannequin"),
        as_part(body.caftan(), "caftan"),
        as_part(dress.plates(), "caftan"),
        as_part(dress.edges(), "caftan"),
        as_part(dress.belt(), "belt"),
        as_part(dress.torque(), "torque"),
        as_part(hat.felt(), "hat"),
        as_part(hat.gold(), "hat"),
        as_part(arms.sword(), "sword"),
        as_part(arms.dagger(), "dagger"),
        as_part(arms.whip(), "whip"),
    ]
    whole = settle.settled(merge(pieces))
    sized = fitted(whole, width_cm=spec.size_cm("width"), height_cm=spec.size_cm("height"))
    return Model(grounded(sized))
