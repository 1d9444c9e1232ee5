"""Big Almaty Lake: turquoise water in its bowl, bare shore, the dam, the intake tower."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import profile, stair
from almaty_tour.kit.placing import fraction, hashed, instances, scattered
from almaty_tour.landmarks._shared import lake_plan as plan
from almaty_tour.landmarks._shared import lake_shore as edge
from almaty_tour.landmarks._shared.lake_plan import F64
from almaty_tour.landmarks._shared.nature_ground import ground, planted
from almaty_tour.landmarks.big_almaty_lake import works
from almaty_tour.mesh.data import Collision, InstanceTable, Model, as_part, merge


def build(spec: LandmarkSpec) -> Model:
    """The lake, what stands at its outlet, spruces and juniper on its slopes."""
    mesh = merge(
        [
            as_part(edge.water(spec), "water"),
            as_part(merge([edge.shore(spec), edge.streams(spec)]), "shore"),
            as_part(edge.boulders(spec), "boulders"),
            as_part(works.dam(), "dam"),
            as_part(works.tower(spec.height_m), "tower"),
            as_part(works.house(), "house"),
            as_part(works.pipe(), "pipe"),
        ]
    )
    return Model(mesh, props(spec), collision(spec))


def props(spec: LandmarkSpec) -> tuple[InstanceTable, ...]:
    """Spruce woods on the flanks in patches, juniper cushions between them."""
    woods = _slopes(spec, 17.0, "lake woods", 13.0, 260.0)
    x, y = woods[:, 0], woods[:, 1]
    seed = hashed("lake wood patch", len(woods))
    patch = np.sin(x * 0.011 + 2.0) * np.sin(y * 0.009 + 0.4) + 0.9 * (fraction(seed, 1) - 0.5)
    spruces = woods[patch > 0.05][:1500]
    cushions = _slopes(spec, 21.0, "lake juniper", 10.5, 45.0)[:420]
    lamps = [(v, plan.DAM_Y_M - 4.2, plan.CREST_M - 0.6) for v in np.arange(-110.0, 121.0, 40.0)]
    return (
        instances("tree.spruce", spruces, "lake spruces", scale=0.95, vary=0.3),
        instances("bush.round", cushions, "lake juniper bushes", scale=2.4, vary=0.45),
        instances("lamp.mast", np.array(lamps), "lake lamps", yaw_deg=0.0, vary=0.0),
    )


def _slopes(spec: LandmarkSpec, spacing_m: float, name: str, low_m: float, high_m: float) -> F64:
    """(k, 3) places on the banks between two heights, nearest to the water's level first."""
    spots = scattered((-760.0, -1000.0), (760.0, 1150.0), spacing_m, name)
    spots = spots[(spots[:, 1] > -850.0) | (np.abs(spots[:, 0]) > 190.0)]
    placed = planted(ground(spec), spots)
    placed = placed[(placed[:, 2] > low_m) & (placed[:, 2] < high_m)]
    order = np.argsort(placed[:, 2] + 25.0 * fraction(hashed(name, len(placed)), 3))
    return np.asarray(placed[order])


def collision(spec: LandmarkSpec) -> Collision:
    """Water, tower, house and pipe stop; nobody walks through the dam."""
    x, y = plan.TOWER
    x0, x1 = plan.DAM_X_M
    half = plan.CREST_DEPTH_M / 2
    bank = profile.rectangle(x1 - x0, 2 * half, ((x0 + x1) / 2, plan.DAM_Y_M))
    return Collision(
        boxes=edge.barriers(spec),
        floors=(stair.floor(profile.rectangle(*works.YARD_M, works.HOUSE), 0.12),),
        solids=(
            stair.wall_prism(profile.circle(3.2, 16) + np.array([x, y]), 12.7, -1.5),
            stair.wall_prism(profile.rectangle(11.0, 7.0, works.HOUSE), 3.4, -1.5),
            stair.wall_prism(bank, plan.CREST_M - 0.1, -1.5),
            stair.wall_prism(
                profile.rectangle(1.7, 31.0, (works.PIPE_X_M, plan.DAM_Y_M - 30.0)), 2.1, -1.5
            ),
        ),
    )
