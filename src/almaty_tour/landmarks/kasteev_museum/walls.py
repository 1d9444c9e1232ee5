"""Walls and roof of the Kasteev museum: pylons, blind slabs, slits of glass, sky lights."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, roof, stair, transform
from almaty_tour.kit.bays import bayed_wall
from almaty_tour.kit.curtain import Curtain, face
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import hashed
from almaty_tour.kit.wall import Placed
from almaty_tour.landmarks.kasteev_museum import plan
from almaty_tour.landmarks.kasteev_museum.plan import (
    BACK_M,
    BASE,
    BEAM,
    COMB,
    COURT,
    ENTRY,
    ENTRY_Y_M,
    FRAME,
    GLASS,
    HALF_M,
    LEFT_Y_M,
    PARAPET_M,
    PYLONS,
    RIB,
    ROOF,
    ROOF_M,
    SLABS,
    STONE,
    STONE_WARM,
)
from almaty_tour.mesh.data import MeshData, as_part, merge

BOTTOM_M = -1.5
STRIP = Opening(3.2, 2.3, bars=(3, 1), frame_m=0.12, frame=FRAME, reveal_m=0.5)
RIBBON = Opening(3.2, 1.7, bars=(3, 1), frame_m=0.12, frame=FRAME, reveal_m=0.45)
SLIT = Opening(1.3, 9.6, bars=(1, 5), frame_m=0.12, frame=FRAME, reveal_m=0.4)
DARK = Curtain(
    GLASS,
    Paint("window", "#9AA6AE"),
    FRAME,
    storey_m=4.0,
    sill_m=0.5,
    pane_m=1.6,
    mullion_m=(0.12, 0.1),
    transom_m=(0.14, 0.1),
)
WIDE = Curtain(
    GLASS,
    Paint("window", "#9AA6AE"),
    FRAME,
    storey_m=5.0,
    sill_m=0.6,
    pane_m=3.5,
    mullion_m=(0.2, 0.06),
    transom_m=(0.2, 0.06),
)


def museum(height_m: float) -> MeshData:
    """The whole building; its sky lights end at `height_m`."""
    return merge(
        [
            as_part(merge([_left(), _slabs(), _sides(), _court()]), "walls"),
            as_part(_entry(), "entrance"),
            as_part(_comb(), "pylons"),
            as_part(_roof(height_m), "roof"),
        ]
    )


def _stone(length_m: float, placed: tuple[Placed, ...] = (), paint: Paint = STONE) -> MeshData:
    """A slab wall with a granite foot, a joint under its head and a coping."""
    lifted = [Placed(p.x_m, p.z_m - BOTTOM_M, p.opening) for p in placed]
    upper = transform.move(
        bayed_wall(length_m, ROOF_M + 0.5 - BOTTOM_M, paint, lifted, edge_m=7.0), z=BOTTOM_M
    )
    return merge(
        [
            upper,
            _plates(length_m, placed),
            block((0.0, -0.1, BOTTOM_M), (length_m, 0.1, 0.45), BASE),
            block((0.0, 0.05, ROOF_M - 0.1), (length_m, 0.3, ROOF_M + 0.55), RIB),
            block((-0.05, -0.14, ROOF_M + 0.5), (length_m + 0.05, 0.35, PARAPET_M), RIB),
        ]
    )


def _plates(length_m: float, placed: tuple[Placed, ...]) -> MeshData:
    """Facing plates with open joints, each of its own shade, left out where glass is."""
    across, up = max(1, round(length_m / 2.1)), 7
    x = np.linspace(0.05, length_m - 0.05, across + 1)
    z = np.linspace(0.48, ROOF_M + 0.46, up + 1)
    left, low = (grid.ravel() for grid in np.meshgrid(x[:-1], z[:-1]))
    right, high = (grid.ravel() for grid in np.meshgrid(x[1:], z[1:]))
    free = np.ones(len(left), np.bool_)
    for p in placed:
        half, top = p.opening.width_m / 2 + 0.02, p.z_m + p.opening.height_m
        free &= (right < p.x_m - half) | (left > p.x_m + half) | (high < p.z_m) | (low > top)
    corners = [
        np.stack([a + da, np.full(len(a), -0.025), b + db], axis=1)[free]
        for a, da, b, db in (
            (left, 0.02, low, 0.02),
            (right, -0.02, low, 0.02),
            (right, -0.02, high, -0.02),
            (left, 0.02, high, -0.02),
        )
    ]
    quads = np.stack(corners, axis=1)
    kind = hashed(f"kasteev/plates{length_m:.1f}", len(quads)) % np.uint32(5)
    paints = (STONE, STONE.shaded(1.02), STONE.shaded(1.03), STONE_WARM, STONE.shaded(0.97))
    return merge([quadrilaterals(quads[kind == i], paint) for i, paint in enumerate(paints)])


def _left() -> MeshData:
    """The blind left wing over its ground strip, and its return beside the entrance."""
    length = ENTRY[0] + HALF_M
    strip = tuple(Placed(length * (i + 0.5) / 7, 0.6, STRIP) for i in range(7))
    front = transform.move(_stone(length, strip), -HALF_M, LEFT_Y_M)
    back = transform.on_edge(
        _stone(ENTRY_Y_M - LEFT_Y_M), (ENTRY[0], LEFT_Y_M), (ENTRY[0], ENTRY_Y_M)
    )
    fins = transform.at(_fin(1.1), [(-HALF_M + length * i / 2, LEFT_Y_M) for i in (0, 1, 2)])
    return merge([front, back, fins])


def _fin(out_m: float) -> MeshData:
    """A slim pair of stone blades with dark glass between, the height of the house."""
    blades = [
        block((x - 0.28, -out_m, BOTTOM_M), (x + 0.28, 0.3, PARAPET_M + 0.15), RIB)
        for x in (-0.95, 0.95)
    ]
    glass = block((-0.67, -0.35, 0.5), (0.67, 0.1, PARAPET_M - 0.4), GLASS)
    bars = [
        block((-0.67, -0.45, z - 0.08), (0.67, 0.1, z + 0.08), FRAME)
        for z in (2.6, 4.6, 7.0, 9.4, 11.6)
    ]
    panel = block((-0.67, -0.42, 5.2), (0.67, 0.1, 6.3), BEAM)
    return merge([*(diced(b, 4.0) for b in blades), glass, *bars, panel])


def _slabs() -> MeshData:
    """The long blind walls of the right half, each a step back from the last, fins between."""
    pieces = []
    before = plan.comb_front_m(PYLONS - 1)
    for index, (left, right, y) in enumerate(SLABS):
        length = right - left
        placed: tuple[Placed, ...] = ()
        if index > 0:
            spots = [length * (i + 0.75) / 4.5 for i in range(4)]
            placed = tuple(Placed(x, 0.55, STRIP) for x in spots)
            placed += tuple(Placed(x, 4.0, RIBBON) for x in spots)
        paint = STONE if index != 1 else STONE_WARM
        pieces.append(transform.move(_stone(length, placed, paint), left, y))
        pieces.append(transform.move(_fin(1.5), left + 0.6, y))
        if index:
            pieces.append(transform.on_edge(_stone(y - before), (left, before), (left, y)))
        else:
            pieces.append(transform.on_edge(_stone(ENTRY_Y_M - y), (left, ENTRY_Y_M), (left, y)))
        before = y
    return merge(pieces)


def _comb() -> MeshData:
    """Tall pylons that step forward to the right, dark upright glass between them."""
    pitch = (COMB[1] - COMB[0]) / PYLONS
    half = 0.62
    pieces = [
        block((COMB[0], ENTRY_Y_M - 0.1, ROOF_M - 0.1), (COMB[1], ENTRY_Y_M + 0.5, PARAPET_M), RIB)
    ]
    first = plan.comb_front_m(0) + 0.8
    pieces.append(
        block(
            (COMB[0] - 0.1, first, BOTTOM_M), (COMB[0] + pitch / 2, ENTRY_Y_M + 0.2, ROOF_M), STONE
        )
    )
    for i in range(PYLONS):
        x, y = COMB[0] + pitch * (i + 0.5), plan.comb_front_m(i)
        top = PARAPET_M + 0.15 + 0.05 * i
        shaft = block((x - half, y, BOTTOM_M), (x + half, ENTRY_Y_M + 0.2, top), RIB)
        pieces += [
            diced(shaft, 4.0),
            block((x - half - 0.1, y - 0.1, BOTTOM_M), (x + half + 0.1, ENTRY_Y_M, 0.5), BASE),
        ]
        left, right = x + half, x + pitch - half
        right = min(right, COMB[1])
        pieces.append(block((left, y + 1.5, 0.5), (right, ENTRY_Y_M + 0.1, ROOF_M), GLASS))
        for low, high in ((BOTTOM_M, 0.6), (5.7, 6.8), (11.3, PARAPET_M)):
            pieces.append(block((left, y + 1.25, low), (right, ENTRY_Y_M + 0.2, high), STONE))
        for z in (2.7, 4.2, 8.3, 9.8):
            pieces.append(block((left, y + 1.4, z - 0.06), (right, y + 1.6, z + 0.06), FRAME))
        middle = (left + right) / 2
        pieces.append(block((middle - 0.06, y + 1.4, 0.5), (middle + 0.06, y + 1.6, ROOF_M), FRAME))
    return merge(pieces)


def _entry() -> MeshData:
    """The glass front of the hall, doors, the flat canopy on four posts, low steps."""
    a, b = ENTRY
    front = face(
        (a, ENTRY_Y_M), (b, ENTRY_Y_M), BOTTOM_M, (ROOF_M - 1.2,) * 2, DARK, "kasteev/hall"
    )
    head = block((a, ENTRY_Y_M - 0.5, ROOF_M - 1.2), (b, ENTRY_Y_M + 0.4, PARAPET_M), STONE)
    slab = block((a + 0.6, -37.0, 4.3), (b - 0.2, ENTRY_Y_M, 5.3), BEAM)
    trim = block((a + 0.4, -37.2, 5.3), (b, ENTRY_Y_M, 5.5), RIB)
    posts = [
        block((x - 0.35, -36.4, 0.0), (x + 0.35, -35.7, 4.3), BASE)
        for x in np.linspace(a + 1.8, b - 1.4, 4)
    ]
    leaves = [
        block((x - 0.95, ENTRY_Y_M - 0.35, 0.6), (x + 0.95, ENTRY_Y_M - 0.1, 3.2), GLASS)
        for x in (-27.0, -24.0, -21.0)
    ]
    frames = [
        extrude.panel(
            profile.rectangle(2.3, 3.0, (x, 2.0)),
            ENTRY_Y_M - 0.45,
            ENTRY_Y_M - 0.1,
            FRAME,
            holes=[profile.rectangle(1.9, 2.6, (x, 1.95))],
        )
        for x in (-27.0, -24.0, -21.0)
    ]
    terrace = block((a + 0.2, -37.6, BOTTOM_M), (b, ENTRY_Y_M, 0.48), BASE)
    steps = stair.straight(17.0, 0.48, 4, BASE, tread_m=0.4, y_m=-37.6, x_m=(a + b) / 2)
    name = lettering("ҚАСТЕЕВ МУЗЕЙІ", 0.8, Paint("lettering", "#4A4238"), out_m=0.12)
    name = transform.move(name, (a + b) / 2, ENTRY_Y_M - 0.52, ROOF_M - 0.9)
    return merge([front, head, slab, trim, *posts, *leaves, *frames, terrace, steps, name])


def _sides() -> MeshData:
    """The two ends and the back: slabs with slits, ribs between."""
    pieces = []
    for a, b in (
        ((HALF_M, SLABS[-1][2]), (HALF_M, BACK_M)),
        ((HALF_M, BACK_M), (-HALF_M, BACK_M)),
        ((-HALF_M, BACK_M), (-HALF_M, LEFT_Y_M)),
    ):
        length = float(np.hypot(b[0] - a[0], b[1] - a[1]))
        bays = round(length / 12.0)
        placed = tuple(Placed(length * (i + 0.5) / bays, 1.2, SLIT) for i in range(bays))
        rib = block((-0.3, -0.45, BOTTOM_M), (0.3, 0.1, PARAPET_M + 0.1), RIB)
        ribs = transform.at(
            rib,
            [
                (length * i / bays + s, 0.0)
                for i in range(bays + 1)
                for s in (-1.0, 1.0)
                if 0 < length * i / bays + s < length
            ],
        )
        pieces.append(transform.on_edge(merge([_stone(length, placed), ribs]), a, b))
    return merge(pieces)


def _court() -> MeshData:
    """The inner court: dark glass all round under a stone head."""
    ring = COURT[::-1]
    pieces = []
    for index, (a, b) in enumerate(zip(ring, np.roll(ring, -1, axis=0), strict=True)):
        pieces.append(face(a, b, 0.0, (ROOF_M - 2.0,) * 2, WIDE, f"kasteev/court{index}"))
        length = float(np.linalg.norm(b - a))
        head = block((0.0, -0.3, ROOF_M - 2.0), (length, 0.2, PARAPET_M), RIB)
        pieces.append(transform.on_edge(head, a, b))
    return merge(pieces)


def _roof(height_m: float) -> MeshData:
    """The flat roof about the court, rows of glass pyramids over the picture halls, plant."""
    deck = diced(extrude.sheet(plan.outline(), ROOF_M, ROOF, holes=[COURT]), 14.0)
    x = np.linspace(-52.0, 52.0, 9)
    rows = [(a, y) for y in (-20.0, 24.0) for a in x if y > 0.0 or not -36.0 < a < 12.0]
    rows += [(a, y) for a in (-46.0, -34.0, 28.0, 40.0, 52.0) for y in (-6.0, 9.0)]
    curb = extrude.box(6.2, 6.2, 0.45, RIB, bottom_m=ROOF_M - 0.02)
    rise = height_m - ROOF_M - 0.43
    glass = roof.tent(
        profile.rectangle(5.6, 5.6), ROOF_M + 0.43, rise, Paint("sky_glass", "#C9D6DC")
    )
    top = np.array([0.0, 0.0, height_m - 0.04])
    feet = [
        (*end, ROOF_M + 0.45)
        for k in (-2.8, 0.0, 2.8)
        for end in ((k, -2.8), (k, 2.8), (-2.8, k), (2.8, k))
    ]
    bars = struts(np.array(feet), np.tile(top, (len(feet), 1)), 0.12, FRAME, caps=False)
    lights = transform.at(merge([curb, glass, bars]), rows)
    plant = [
        extrude.box(5.0, 3.0, 1.6, BEAM, centre=(c, 27.4), bottom_m=ROOF_M)
        for c in (-30.0, -6.0, 20.0)
    ]
    walks = [
        block((-58.0, y - 0.8, ROOF_M), (58.0, y + 0.8, ROOF_M + 0.06), plan.ROOF_DARK)
        for y in (19.4, 28.6)
    ]
    walks += [
        block((x - 0.8, -24.0, ROOF_M), (x + 0.8, 30.6, ROOF_M + 0.08), plan.ROOF_DARK)
        for x in (-57.5, -26.5, 20.0, 57.5)
    ]
    return merge([deck, lights, *plant, *walks, _lantern(height_m)])


def _lantern(height_m: float) -> MeshData:
    """The raised hall behind the entrance: a band of glass under a flat lid with round lights."""
    low, high = (-33.0, -26.0), (8.0, -7.0)
    middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
    wide, deep = high[0] - low[0], high[1] - low[1]
    top = height_m - 0.35
    glass = extrude.box(
        wide - 0.6, deep - 0.6, top - ROOF_M - 0.4, GLASS, centre=middle, bottom_m=ROOF_M
    )
    lid = extrude.box(wide, deep, 0.45, RIB, centre=middle, bottom_m=top - 0.45)
    deck = extrude.box(wide - 0.8, deep - 0.8, 0.04, ROOF, centre=middle, bottom_m=top)
    x, y = np.meshgrid(np.linspace(low[0] + 5.0, high[0] - 5.0, 6), np.linspace(-22.0, -11.0, 3))
    eye = lathe.lathe(
        profile.line((1.3, 0.0), (1.3, 0.16), (1.1, 0.3), (0.0, 0.33)),
        Paint("sky_glass", "#C9D6DC"),
        sides=12,
    )
    eyes = transform.at(eye, np.column_stack([x.ravel(), y.ravel(), np.full(x.size, top)]))
    posts = transform.at(
        block((-0.15, -0.05, ROOF_M), (0.15, 0.05, top - 0.4), FRAME),
        [(a, low[1] + 0.28) for a in np.linspace(low[0] + 2.0, high[0] - 2.0, 14)],
    )
    return merge([glass, lid, deck, eyes, posts])
