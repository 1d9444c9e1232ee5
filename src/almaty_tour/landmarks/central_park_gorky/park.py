"""Behind the gate: carpet beds, the round crossing, the pond with its raft of jets and cafés."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, statue, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import fraction, hashed
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks._shared import white_jets
from almaty_tour.landmarks.central_park_gorky import plan
from almaty_tour.mesh.data import MeshData, merge

RING_M = (23.0, 26.5)


def ground() -> MeshData:
    """Paving before and behind the gate, walks of the axis, the round crossing."""
    right = np.array([(20.0, -76.0), (27.0, -62.0), (29.0, -46.0), (22.0, -40.0), (15.0, -18.0)])
    right = np.concatenate([right, [(9.0, -10.0)]])
    front = np.concatenate([right, right[::-1] * np.array([-1.0, 1.0])])
    square = diced(extrude.prism(front, -1.5, plan.PAVED_M, plan.SETTS), 14.0)
    circles = [
        transform.move(_hoop(r, 0.4, plan.PAVED_M + 0.03), y=cy)
        for cy, r in ((-33.0, 8.5), (-33.0, 5.0), (-63.0, 7.5))
    ]
    return merge([square, *_walks(), _crossing(), *_lawns(), *circles])


def _walks() -> list[MeshData]:
    """The two walks of the axis, before and behind the crossing."""
    y, top = plan.ROUND[1], plan.PAVED_M - 0.02
    return [
        extrude.block((s * x - w, a, -0.4), (s * x + w, b, top), plan.PALE)
        for s in (-1, 1)
        for x, w, a, b in ((6.4, 2.4, -10.0, y - 6.0), (5.6, 1.8, y + 6.0, 84.0))
    ]


def _crossing() -> MeshData:
    """The ring walk, the round in its middle, the cross walk; bands of darker stone."""
    z, (inner, outer) = plan.PAVED_M, RING_M
    ring = extrude.prism(
        profile.circle(outer, 48), -0.4, z - 0.04, plan.PALE, holes=[profile.circle(inner, 48)]
    )
    middle = extrude.prism(profile.circle(8.6, 32), -0.4, z + 0.02, plan.PALE)
    cross = extrude.block((-inner, -2.6, -0.4), (inner, 2.6, z - 0.06), plan.PALE)
    bands = [_hoop(r, 0.35, z + 0.05) for r in (5.4, 7.9)]
    return transform.move(merge([ring, middle, cross, *bands]), *plan.ROUND)


def _hoop(radius_m: float, width_m: float, z_m: float) -> MeshData:
    """A flat ring of darker stone."""
    hole = profile.circle(radius_m, 32)
    return extrude.sheet(profile.circle(radius_m + width_m, 32), z_m, plan.BAND, holes=[hole])


def _lawns() -> list[MeshData]:
    """Mown grass on both sides of the axis, cut small enough for baked shade."""
    top = plan.LAWN_M - 0.03
    return [
        diced(extrude.block((s * x - w, a, -0.4), (s * x + w, b, top), plan.LAWN), 12.0)
        for s in (-1, 1)
        for x, w, a, b in ((17.1, 7.9, -12.0, 18.0), (13.5, 5.5, 64.0, 84.0))
    ]


def beds() -> MeshData:
    """Carpet beds: long ones in diamonds along the axis, four quarters round the crossing."""
    pieces = [_carpet(-8.0, 25.0, 3.4), _carpet(52.0, 84.0, 2.9)]
    quarters = [transform.turn_z(_quarter(k), 90.0 * k) for k in range(4)]
    pieces.append(transform.move(merge(quarters), *plan.ROUND))
    rosette = [
        extrude.prism(profile.star(8, 6.6, 3.6), 0.05, 0.42, plan.RED_BED, bottom=False),
        extrude.prism(profile.star(8, 4.4, 2.2, 112.5), 0.3, 0.55, plan.SILVER_BED, bottom=False),
        extrude.prism(profile.circle(1.7, 14), 0.4, 0.72, plan.PINK_BED, bottom=False),
        extrude.sweep(profile.fillet(0.35, 0.3), profile.circle(6.9, 32), plan.KERB),
        extrude.prism(profile.circle(6.9, 32), -0.1, 0.24, plan.GREEN_BED, bottom=False),
    ]
    pieces.append(transform.move(merge(rosette), 0.0, -63.0))
    return merge(pieces)


def _carpet(y0: float, y1: float, half: float) -> MeshData:
    """A long bed of red with green diamonds that carry red hearts, edged in silver."""
    middle = (y0 + y1) / 2
    base = extrude.prism(
        profile.rectangle(2 * half, y1 - y0, (0.0, middle)), -0.1, 0.2, plan.RED_BED, bottom=False
    )
    kerb = extrude.sweep(
        profile.fillet(0.28, 0.22),
        profile.rectangle(2 * half, y1 - y0, (0.0, middle)),
        plan.SILVER_BED,
        crease_deg=0.0,
    )
    count = round((y1 - y0) / 6.4)
    step = (y1 - y0) / count
    rhomb = profile.line(
        (0.0, -0.48 * step), (half - 0.3, 0.0), (0.0, 0.48 * step), (-half + 0.3, 0.0)
    )
    one = merge(
        [
            extrude.prism(rhomb, 0.15, 0.3, plan.GREEN_BED, bottom=False),
            extrude.prism(rhomb * 0.68, 0.25, 0.4, plan.SILVER_BED, bottom=False),
            extrude.prism(rhomb * 0.5, 0.35, 0.5, plan.RED_BED, bottom=False),
            extrude.prism(rhomb * 0.2, 0.45, 0.6, plan.PINK_BED, bottom=False),
        ]
    )
    spots = [(0.0, y0 + step * (k + 0.5)) for k in range(count)]
    return merge([base, kerb, transform.at(one, spots)])


def _quarter(number: int) -> MeshData:
    """A lawn sector with a bed of flowers in it."""
    inner, outer = 10.0, RING_M[0] - 0.3
    lawn = profile.line(*_sector(inner, outer, 14.0, 76.0))
    bed = profile.line(*_sector(13.0, outer - 2.6, 24.0, 66.0))
    heart = profile.line(*_sector(14.6, outer - 4.2, 31.0, 59.0))
    paints = (plan.PINK_BED, plan.SILVER_BED) if number % 2 else (plan.RED_BED, plan.PINK_BED)
    return merge(
        [
            extrude.prism(lawn, -0.3, 0.18, plan.LAWN),
            extrude.prism(bed, 0.1, 0.36, paints[0], bottom=False),
            extrude.prism(heart, 0.3, 0.5, paints[1], bottom=False),
        ]
    )


def _sector(inner: float, outer: float, a: float, b: float) -> list[tuple[float, float]]:
    low = profile.arc((0.0, 0.0), outer, a, b, 8)
    high = profile.arc((0.0, 0.0), inner, b, a, 5)
    return [(float(x), float(y)) for x, y in np.concatenate([low, high])]


def sculpture() -> MeshData:
    """A bronze horse on a round base in the crossing."""
    steps = [
        extrude.prism(profile.circle(r, 20), a, b, plan.KERB)
        for r, a, b in ((2.6, 0.0, 0.4), (1.9, 0.4, 0.8))
    ]
    horse = transform.move(_cast(2.6, plan.BRONZE, 1400), z=0.78)
    return transform.move(merge([*steps, horse]), *plan.ROUND)


def _cast(height_m: float, paint: Paint, triangles: int) -> MeshData:
    """A horse in flat facets, as small castings look from the walk."""
    made = statue.horse(height_m, paint, triangles=triangles)
    return solid(made.positions, made.faces, paint, crease_deg=0.0)


def pond() -> MeshData:
    """Water behind a granite kerb, iron rail on the walk's side."""
    shore = plan.pond()
    kerb = extrude.sweep(
        profile.line((0.5, -0.3), (0.5, 0.42), (-0.3, 0.42), (-0.3, -0.3)),
        shore,
        plan.KERB,
        crease_deg=20.0,
    )
    water = extrude.prism(shore, -0.5, plan.WATER_M, plan.POND_WATER, bottom=False)
    return merge([kerb, diced(water, 12.0), _raft(), _boats(), _cafe()])


def _raft() -> MeshData:
    """The raft of upright jets with gilt horses."""
    x, y = plan.POND
    deck = extrude.prism(profile.ellipse(5.2, 2.6, 16), 0.05, 0.5, plan.KERB)
    jets = transform.at(
        white_jets.column(6.4, 0.42, sides=5),
        [(v, 0.9 * (-1) ** k) for k, v in enumerate(np.linspace(-3.9, 3.9, 7))],
    )
    horse = _cast(1.7, plan.GOLD, 500)
    horses = transform.at(
        horse,
        [(-4.0, -1.5, 0.45), (0.2, -2.1, 0.45), (4.2, -1.2, 0.45)],
        turn_deg=[-60.0, 0.0, 55.0],
    )
    return transform.move(merge([deck, transform.move(jets, z=0.45), horses]), x, y - 8.0)


def _boats() -> MeshData:
    """Pedal boats: a bright hull, two seats under an awning."""
    hull_m = profile.smooth(
        [(-0.8, -1.3), (0.8, -1.3), (0.85, 0.6), (0.0, 1.7), (-0.85, 0.6)], 2, closed=True
    )
    pieces = []
    x, y = plan.POND
    spots = [
        (-9.0, 6.0),
        (7.0, 12.0),
        (12.0, -14.0),
        (-7.0, 22.0),
        (4.0, 29.0),
        (14.0, 2.0),
        (-10.0, -22.0),
    ]
    for k, colour in enumerate(("#D8453C", "#F2EFE8", "#3B7FC0", "#E5B338")):
        paint = Paint("painted_metal", colour)
        hull = extrude.prism(hull_m * 0.86, plan.WATER_M - 0.1, 0.62, paint, top_outline=hull_m)
        seat = extrude.box(1.1, 0.7, 0.5, plan.WHITE, centre=(0.0, -0.5), bottom_m=0.5)
        post = extrude.box(0.07, 0.07, 1.3, plan.IRON, centre=(0.0, -1.0), bottom_m=0.6)
        awning = extrude.prism(profile.rectangle(1.6, 1.9, (0.0, -0.2)), 1.85, 1.95, paint)
        mine = [(x + a, y + b) for a, b in spots[k::4]]
        turn = 360.0 * fraction(hashed(f"gorky boat {k}", len(mine)), 1)
        pieces.append(transform.at(merge([hull, seat, post, awning]), mine, turn_deg=turn))
    return merge(pieces)


def _cafe() -> MeshData:
    """A deck along the far shore with white and blue umbrellas and a pale roofed bar."""
    x, y = plan.POND
    steps = [
        extrude.block((x + a, y - 30.0, -0.4), (x + b, y + 26.0, z), plan.WOOD)
        for a, b, z in ((20.5, 29.0, 0.6), (29.0, 29.6, 0.4), (29.6, 30.2, 0.2))
    ]
    bar = extrude.block((x + 25.6, y - 8.0, 0.5), (x + 28.8, y + 8.0, 3.4), plan.PEACH)
    lid = extrude.block((x + 24.4, y - 9.0, 3.4), (x + 29.2, y + 9.0, 3.75), plan.GREY_ROOF)
    glass = extrude.block((x + 25.5, y - 7.0, 1.4), (x + 25.7, y + 7.0, 2.9), plan.DARK)
    rows = np.linspace(-27.0, 23.0, 12)
    white = transform.at(_umbrella(plan.WHITE), [(x + 22.8, y + v) for v in rows[::2]])
    blue = Paint("painted_metal", "#5E8CB8")
    others = transform.at(_umbrella(blue), [(x + 22.8, y + v) for v in rows[1::2]])
    return merge([*steps, bar, lid, glass, white, others])


def _umbrella(paint: Paint) -> MeshData:
    """An umbrella over a round table."""
    section = profile.line((1.75, 2.5), (1.75, 2.7), (0.0, 3.35))
    canopy = lathe.lathe(section, paint, sides=8, crease_deg=0.0)
    pole = extrude.box(0.08, 0.08, 2.0, plan.IRON, bottom_m=0.6)
    table = lathe.cylinder(0.5, 0.06, plan.WHITE, bottom_m=1.3, sides=8)
    return merge([canopy, pole, table])
