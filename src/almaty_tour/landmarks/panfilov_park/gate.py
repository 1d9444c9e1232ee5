"""The south gate of Panfilov Park and what stands along its alleys.

The gate is a see-through front of four pylons, each a pair of columns; its frame has the front
to -y and the middle of the passage at the origin.
"""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import clay, column, extrude, lathe, portrait, profile, rail, sdf, transform
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.skin import skin
from almaty_tour.kit.solid import solid
from almaty_tour.landmarks.panfilov_park import plan
from almaty_tour.mesh.data import MeshData, merge

STONE = Paint("ashlar", "#E2D6BC")
TRIM = Paint("plaster", "#F1EADB")
IRON = Paint("painted_metal", "#23282A")
GILT = Paint("gold", "#E0BC70")
WORD = Paint("lettering_gilt", "#E0BC70")
BLOCK = Paint("polished_granite", "#2C2D30")
RED = Paint("granite", "#9A5A46")
BRONZE = Paint("bronze_dark", "#B8B4AE")
PYLONS = (-9.6, -4.1, 4.1, 9.6)
HEIGHT_M = 6.6
GATE = (plan.DOSTYK_X, 174.5)
BUST = (plan.DOSTYK_X, 152.0)


def gate() -> MeshData:
    """Four pylons, iron leaves thrown open, lattice between the outer pairs."""
    pylons = transform.at(_pylon(), [(x, 0.0) for x in PYLONS])
    fences = [
        rail.railing([(a + 1.2, 0.0), (b - 1.2, 0.0)], IRON, height_m=2.1)
        for a, b in ((PYLONS[0], PYLONS[1]), (PYLONS[2], PYLONS[3]))
    ]
    leaf = rail.railing([(0.0, 0.0), (2.6, 0.0)], IRON, height_m=2.4)
    left = transform.move(transform.turn_z(leaf, 100.0), x=-2.8)
    leaves = [left, transform.mirror_x(left)]
    sills = [
        extrude.block((a + 1.0, -0.3, -0.3), (b - 1.0, 0.3, 0.35), STONE)
        for a, b in ((PYLONS[0], PYLONS[1]), (PYLONS[2], PYLONS[3]))
    ]
    return merge([pylons, *sills, *[transform.move(f, z=0.35) for f in fences], *leaves])


def _pylon() -> MeshData:
    """A plinth, two columns side by side, an entablature with a ball."""
    foot = extrude.prism(profile.chamfered(2.5, 1.5, 0.06), -0.4, 0.95, STONE)
    cap = extrude.prism(profile.chamfered(2.64, 1.64, 0.06), 0.95, 1.07, TRIM)
    shaft = column.column(3.75, 0.36, TRIM, order="tuscan", sides=20)
    pair = transform.at(shaft, [(-0.62, 0.0, 1.07), (0.62, 0.0, 1.07)])
    beam = extrude.box(2.34, 1.1, 0.55, STONE, bottom_m=4.82)
    crown = extrude.sweep(profile.cornice(0.3, 0.22), profile.rectangle(2.34, 1.1), TRIM)
    lid = extrude.box(2.3, 1.06, 0.2, STONE, bottom_m=5.5)
    top = extrude.box(1.3, 0.8, 0.28, TRIM, bottom_m=5.66)
    ball = lathe.sphere(0.34, TRIM, sides=18, centre_m=HEIGHT_M - 0.34)
    neck = lathe.cylinder(0.2, 0.2, TRIM, bottom_m=5.9, sides=14)
    return merge([foot, cap, pair, beam, transform.move(crown, z=5.37), lid, top, neck, ball])


def entrances() -> MeshData:
    """A pair of stone posts with bowls where the alleys meet the streets."""
    _, y0, x1, _ = plan.EDGE
    spots = [(plan.PUSHKIN_X + s * 5.4, y0 + 1.2) for s in (-1, 1)]
    spots += [(x1 - 1.2, plan.AXIS_Y + s * 6.4) for s in (-1, 1)]
    spots += [(plan.PUSHKIN_X + s * 5.4, 178.2) for s in (-1, 1)]
    post = column.pier(1.1, 2.5, STONE, trim=TRIM)
    foot = extrude.box(1.2, 1.2, 0.5, STONE, bottom_m=-0.4)
    bowl = lathe.lathe(
        profile.line((0.2, 2.5), (0.16, 2.62), (0.5, 2.9), (0.56, 3.06), (0.44, 3.06), (0.4, 3.0)),
        TRIM, sides=18,
    )  # fmt: skip
    return transform.at(merge([foot, post, bowl]), spots)


def tablets() -> MeshData:
    """Low slabs of dark stone on both sides of the alley to the memorial, for the 28."""
    section = profile.line((-0.34, -0.3), (0.34, -0.3), (0.34, 0.62), (-0.34, 0.4))
    body = transform.turn_z(extrude.panel(section, -0.62, 0.62, BLOCK), 90.0)
    foot = extrude.box(1.5, 0.95, 0.36, RED, bottom_m=-0.2)
    star = extrude.prism(profile.star(5, 0.13, 0.055), 0.0, 0.02, GILT)
    star = transform.move(transform.turn(star, "x", 18.0), y=0.0, z=0.665)
    one = merge([transform.move(body, z=0.14), foot, star])
    near = [(x, y) for x, y in tablet_spots() if y < plan.AXIS_Y]
    far = [(x, y) for x, y in tablet_spots() if y > plan.AXIS_Y]
    return merge([transform.at(one, near, turn_deg=180.0), transform.at(one, far)])


def tablet_spots() -> list[tuple[float, float]]:
    """The places of the 28 slabs, fourteen on a side."""
    x = [*np.linspace(-198.0, -166.0, 7), *np.linspace(-123.0, -62.0, 7)]
    return [(float(v), plan.AXIS_Y + s * 5.75) for v in x for s in (-1.0, 1.0)]


def general() -> MeshData:
    """The bust of General Panfilov on a red granite post, in a ring of flowers."""
    steps = [
        extrude.prism(profile.chamfered(w, w, 0.05), -0.3, z, RED.shaded(t))
        for w, z, t in ((4.2, 0.16, 0.9), (3.2, 0.32, 1.0))
    ]
    shaft = extrude.prism(
        profile.chamfered(1.25, 1.1, 0.05), 0.3, 2.75, RED,
        top_outline=profile.chamfered(1.05, 0.92, 0.05),
    )  # fmt: skip
    plate = transform.move(lettering("ПАНФИЛОВ", 0.13, WORD, out_m=0.02), y=-0.51, z=1.75)
    star = transform.move(
        extrude.panel(profile.star(5, 0.16, 0.065), -0.03, 0.0, GILT, back=False), y=-0.49, z=2.2
    )
    return merge([*steps, shaft, plate, star, transform.move(_bust(), z=3.62)])


def _bust() -> MeshData:
    """Head and shoulders in a tunic with a stand-up collar; the head is 0.72 m high."""
    face = portrait.head(moustache=True)
    hair = clay.egg((0.0, 0.09, 0.2), (0.36, 0.43, 0.36))
    front = clay.behind((0.0, -0.16, 0.3), (0.0, -0.75, -0.66))
    chest = sdf.union(
        [
            clay.egg((0.0, 0.1, -1.02), (0.82, 0.42, 0.42)),
            sdf.capsule((-0.6, 0.1, -0.8), (0.6, 0.1, -0.8), 0.24),
            clay.hoop((0.0, 0.08, -0.62), (0.0, -0.2, 1.0), 0.28, 0.09),
        ],
        0.14,
    )
    badges = sdf.union(
        [clay.disc((x, -0.34, -1.0 - 0.02 * k), (0, -1, 0.1), 0.07, 0.03)
         for k, x in enumerate((-0.4, -0.22, 0.24, 0.42))]
    )  # fmt: skip
    foot = clay.brick((0.0, 0.1, -1.3), (0.42, 0.3, 0.14), 0.03)
    whole = sdf.union([face, sdf.intersect(hair, front), chest, badges, foot], 0.02)
    made = skin(whole, (-1.1, -0.9, -1.7), (1.1, 0.9, 0.9), 0.04, BRONZE, triangles=4200)
    return transform.scale(solid(made.positions, made.faces, BRONZE, crease_deg=60.0), 0.72)


def things() -> MeshData:
    """Everything that stands, in the park's frame."""
    return merge([entrances(), tablets()])


def placed(data: MeshData, spot: tuple[float, float]) -> MeshData:
    """A thing that looks south, set in the park's frame."""
    return transform.move(transform.turn_z(data, 180.0), *spot)
