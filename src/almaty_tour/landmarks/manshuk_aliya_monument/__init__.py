"""Monument to Manshuk Mametova and Aliya Moldagulova: two bronze girls on red granite."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.model import LandmarkSpec
from almaty_tour.kit import cornice, extrude, ornament, profile, stair, transform
from almaty_tour.kit.blooms import blooms
from almaty_tour.kit.dice import diced
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import instances
from almaty_tour.kit.profile import F64
from almaty_tour.landmarks.manshuk_aliya_monument import figures
from almaty_tour.mesh.data import Collision, InstanceTable, MeshData, Model, as_part, merge

RED = Paint("granite", "#9A5F4E")
POLISHED = Paint("granite", "#84493C")
GREY = Paint("granite", "#8F8A86")
PAVING = Paint("paving", "#A39A8F")
ROSE = Paint("paving", "#A68477")
CURB = Paint("granite", "#B9B0A4")
BRONZE = Paint("bronze", "#D8C090")
WORD = Paint("lettering_gilt", "#B9A890")
BLOOM = (Paint("foliage", "#C8342A"), Paint("foliage", "#D9463A"), Paint("foliage", "#A8242A"))
PALE = (Paint("foliage", "#E0DCC8"), Paint("foliage", "#B7C49A"))

GROUND_M = 0.05
ROUND_M = 13.0
STEPS, RISE_M, TREAD_M = 5, 0.18, 0.55
PLINTH = profile.chamfered(8.4, 6.4, 1.1)
PLINTH_M = STEPS * RISE_M
DIE_M, DIE_TOP_M = 3.0, 3.9
DIE = (4.5, 2.9)


def build(spec: LandmarkSpec) -> Model:
    """The group on its pedestal in a round place; it looks to -y."""
    figure_m = spec.height_m - DIE_TOP_M - 0.16
    girls = transform.move(figures.pair(figure_m), 0.0, -0.1, DIE_TOP_M + 0.14)
    mesh = merge(
        [as_part(girls, "figures"), as_part(_pedestal(), "pedestal"), as_part(_place(), "place")]
    )
    return Model(mesh, _props(), _collision())


def _pedestal() -> MeshData:
    """Steps all round, a die with a moulded foot and head, names and a star in bronze."""
    base = extrude.prism(profile.offset(PLINTH, (STEPS - 1) * TREAD_M), -1.5, 0.0, GREY)
    steps = stair.around(PLINTH, PLINTH_M, STEPS, GREY, tread_m=TREAD_M)
    low, high = profile.rectangle(*DIE), profile.rectangle(DIE[0] - 0.5, DIE[1] - 0.4)
    foot = extrude.sweep(profile.steps_profile((0.3, 0.25, 0.12), (0.22, 0.16, 0.1)), low, POLISHED,
                         z_m=PLINTH_M)  # fmt: skip
    die = extrude.prism(low, PLINTH_M, DIE_TOP_M - 0.3, RED, top_outline=high, crease_deg=0)
    head = cornice.cornice(high, DIE_TOP_M - 0.32, 0.3, 0.22, POLISHED)
    cap = extrude.prism(profile.offset(high, 0.1), DIE_TOP_M - 0.12, DIE_TOP_M, POLISHED)
    plate = extrude.prism(profile.rectangle(3.4, 2.1), DIE_TOP_M, DIE_TOP_M + 0.16, figures.BRONZE)
    return merge([base, steps, foot, diced(die, 1.4), head, cap, plate, _names()])


def _names() -> MeshData:
    """Two names with a five-pointed star between, laurel under them, on the front."""
    names = [
        transform.move(lettering(text, 0.3, WORD, out_m=0.05, bold_m=0.012), x=x, z=0.28)
        for text, x in (("МӘНШҮК", -1.05), ("ӘЛИЯ", 1.05))
    ]
    star = transform.move(extrude.panel(profile.star(5, 0.34, 0.135), -0.09, 0.0, BRONZE), z=1.35)
    leaf = ornament.lozenge(0.09, 0.3, 0.06, BRONZE)
    turns = np.linspace(-64.0, 64.0, 9)
    sprig = merge([transform.turn(transform.move(leaf, z=0.5), "y", a) for a in turns + 180.0])
    wreath = transform.move(sprig, z=1.35)
    whole = transform.turn(merge([*names, star, wreath]), "x", -5.6)
    return transform.move(whole, 0.0, -DIE[1] / 2 - 0.0, PLINTH_M + 0.45)


def _place() -> MeshData:
    """A round of rose and grey paving, flower beds left and right, a low curb."""
    ring = profile.circle(ROUND_M, 48)
    bed = extrude.prism(ring, -1.0, GROUND_M - 0.03, CURB, top=False)
    floors = []
    radii = (ROUND_M, 11.4, 9.4, 8.6)
    for k, (outer, inner) in enumerate(zip(radii, (*radii[1:], 4.0), strict=True)):
        paint = ROSE if k % 2 else PAVING
        hole = [profile.circle(inner, 48)]
        disc = extrude.sheet(profile.circle(outer, 48), GROUND_M, paint, holes=hole)
        floors.append(diced(disc, 2.5))
    half = profile.joined(
        profile.arc((0, 0), 11.2, -38, 38, 10), profile.arc((0, 0), 9.6, 38, -38, 10)
    )
    beds = []
    for index, sign in enumerate((1.0, -1.0)):
        outline = profile.counter_clockwise(half * np.array([sign, 1.0]))
        heart = profile.offset(outline, -0.36)
        beds.append(extrude.prism(profile.offset(outline, 0.14), -0.1, 0.3, CURB, holes=[outline]))
        beds.append(blooms(outline, 0.2, PALE, f"manshuk/pale{index}", pitch_m=0.4, holes=[heart]))
        beds.append(blooms(heart, 0.22, BLOOM, f"manshuk/red{index}", pitch_m=0.42))
    return merge([bed, *floors, *beds])


def _props() -> tuple[InstanceTable, ...]:
    """Blue spruces behind the group, lamps and benches round the place."""
    name = "manshuk_aliya_monument"
    turn = np.radians(np.array([52.0, 74.0, 106.0, 128.0]))
    spruce = _ring(turn, 12.2)
    lamps = _ring(np.radians(np.array([-48.0, -132.0, 42.0, 138.0])), 12.1)
    seats = np.radians(np.array([-20.0, 20.0, 160.0, 200.0]))
    return (
        instances("tree.spruce", spruce, name + "/spruce", scale=0.42, vary=0.1),
        instances("lamp.cluster", lamps, name + "/lamp", vary=0.0),
        instances("bench.park", _ring(seats, 12.2), name + "/bench",
                  yaw_deg=np.degrees(seats) - 90.0, vary=0.0),
        instances("bush.flowers", _ring(np.radians(np.linspace(60.0, 120.0, 7)), 10.4),
                  name + "/roses", scale=0.9),
    )  # fmt: skip


def _ring(turn_rad: F64, radius_m: float) -> F64:
    """(k, 3) places on a circle, on the paving."""
    x, y = radius_m * np.cos(turn_rad), radius_m * np.sin(turn_rad)
    return np.column_stack([x, y, np.full(len(turn_rad), GROUND_M)])


def _collision() -> Collision:
    """The die is solid; the round and the steps are walked on."""
    floors = (
        stair.floor(profile.circle(ROUND_M, 24), GROUND_M),
        *stair.around_floors(PLINTH, PLINTH_M, STEPS, tread_m=TREAD_M),
    )
    return Collision((stair.wall_prism(profile.rectangle(5.0, 3.4), DIE_TOP_M),), floors)
