"""Tools and gear of a smith's town, set out on a leaning board."""

from __future__ import annotations

import numpy as np

from almaty_tour.content.exhibits import ExhibitSpec
from almaty_tour.exhibits._shared import patina
from almaty_tour.exhibits._shared.display import DARK_WOOD, board, leaning
from almaty_tour.exhibits._shared.fitting import fitted, grounded
from almaty_tour.exhibits._shared.forged_plate import bar, metal, plate
from almaty_tour.kit import extrude, profile, sdf, transform
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData, Model, as_part, merge

IRON, RUST = Paint("iron_rust", "#3B332F"), "#4C3024"
WOOD = Paint("old_wood", "#493A2D")
CLOTH = Paint("felt", "#8C8270")
LEAN_DEG, THICK = 68.0, 1.6


def build(spec: ExhibitSpec) -> Model:
    """Nine kinds of iron things on pale cloth."""
    sickle = fitted(_sickle(), height_cm=None, width_cm=spec.size_cm("width", "sickle"))
    lock = fitted(_lock(), width_cm=spec.size_cm("width", "lock"))
    pieces = [
        as_part(_placed(sickle, -12.0, 11.5), "sickle"),
        as_part(_placed(_shears(), 4.4, 9.0), "shears"),
        as_part(_placed(_axe(), 17.5, 10.0), "axe"),
        as_part(_placed(_stirrup(), -18.5, -8.5), "stirrup"),
        as_part(_placed(lock, -4.0, -7.0), "lock"),
        as_part(_placed(_key(), -4.0, -14.0), "key"),
        as_part(_placed(_knife(), 15.5, -3.5), "knife"),
        as_part(_placed(_hook(), 7.0, -11.5), "hook"),
        *[
            as_part(_placed(_arrowhead(kind), 12.6 + 4.0 * kind, -12.5), "arrowheads")
            for kind in range(3)
        ],
    ]
    rear = as_part(board(54.0, 42.0, CLOTH, THICK), "board")
    face = leaning(merge([rear, *(_rusted(piece) for piece in pieces)]), LEAN_DEG)
    stood = transform.move(face, y=-4.0, z=1.2)
    foot = as_part(extrude.box(50.0, 14.0, 1.4, DARK_WOOD, centre=(0.0, -1.0)), "board")
    ledge = extrude.box(50.0, 1.2, 2.2, DARK_WOOD, centre=(0.0, -12.6))
    made = merge([foot, stood, as_part(_struts(), "board"), as_part(ledge, "board")])
    return Model(grounded(made))


def _struts() -> MeshData:
    leg = transform.turn(extrude.box(1.6, 1.2, 33.0, DARK_WOOD), "x", 16.0)
    return merge([transform.move(leg, x=x, y=12.0, z=0.2) for x in (-15.0, 15.0)])


def _placed(data: MeshData, x: float, y: float) -> MeshData:
    """A piece with its middle at (x, y) of the board, lying on the cloth."""
    low, high = data.bounds_m
    at = (low + high) / 2
    return transform.move(data, x - float(at[0]), y - float(at[1]), THICK - float(low[2]) - 0.05)


def _rusted(data: MeshData) -> MeshData:
    spots = patina.noise(data.positions, 2.6, 8) + 0.6 * patina.noise(data.positions, 0.8, 9)
    iron = np.array([name == IRON.material for name in data.materials])[data.material]
    return patina.stained(data, RUST, 0.75 * np.clip(1.6 * spots - 0.25, 0.0, 1.0) * iron)


def _sickle() -> MeshData:
    """A long crescent blade with a tang in a wooden grip."""
    outer = profile.arc((0.0, 0.0), (10.5, 8.6), -12.0, 208.0, 40)
    inner = profile.arc((-0.4, -1.3), (8.7, 7.9), 206.0, -8.0, 40)
    blade = plate(profile.joined(outer, inner), 0.5, 0.16, 0.14)
    heel = bar([(9.6, -2.0), (9.2, -4.6), (10.4, -7.6)], 0.5, 0.4)
    iron = metal([blade, heel], (-12.0, -9.5, -1.0), (12.5, 9.8, 1.0), IRON, triangles=9000)
    grip = metal(
        [bar([(9.9, -6.0), (11.2, -9.2), (12.9, -12.6)], 1.0, 1.25)],
        (8.0, -15.0, -2.0), (15.5, -4.0, 2.0), WOOD, cell=0.16, triangles=2500,
    )  # fmt: skip
    return merge([iron, grip])


def _shears() -> MeshData:
    """Spring shears of one bar: a round bow below, two blades that cross a little at the tip."""
    half = [(0.3, 10.4), (1.9, 9.0), (2.3, 1.4), (1.5, 0.2), (0.5, 0.0), (0.3, 1.4)]
    one = plate(half, 0.5, 0.14, 0.22)
    other = plate([(-x, y) for x, y in half], 0.5, 0.14, 0.22)
    turn = np.radians(np.linspace(-55.0, 235.0, 22))
    bow = [(2.9 * np.cos(a), -7.2 - 2.9 * np.sin(a)) for a in turn]
    arms = bar([(1.1, 0.6), (1.2, -3.0), *bow, (-1.2, -3.0), (-1.1, 0.6)], 0.42)
    return metal([one, other, arms], (-4.6, -11.6, -1.0), (4.6, 11.5, 1.0), IRON, triangles=8000)


def _axe() -> MeshData:
    """A bearded axe head with its eye, on a short rest of its shaft."""
    head = [(-3.6, 2.0), (-1.2, 2.2), (2.6, 1.6), (7.4, 3.6), (8.4, 1.0), (8.4, -2.6), (7.3, -5.6),
            (5.6, -3.4), (3.4, -1.4), (-1.2, -1.9), (-3.6, -1.6)]  # fmt: skip
    plan = profile.smooth(np.array(head)[::-1], 4, closed=True)
    eye = sdf.rounded_box((-1.4, 0.1, 0.0), (4.6, 4.0, 2.4), 0.5)
    hole = sdf.capsule((-1.4, -5.0, 0.0), (-1.4, 5.0, 0.0), 0.75)
    body = sdf.union([plate(plan, 1.5, 0.14, 0.22), eye], 0.5)
    iron = metal(
        [sdf.subtract(body, hole, 0.1)], (-5.0, -7.5, -1.8), (9.8, 5.5, 1.8), IRON,
        cell=0.13, triangles=7000,
    )  # fmt: skip
    shaft = metal(
        [bar([(-1.4, 3.4), (-1.4, 0.0), (-1.1, -13.0)], 0.85, 0.95)],
        (-3.5, -15.5, -2.0), (1.5, 6.0, 2.0), WOOD, cell=0.17, triangles=2500,
    )  # fmt: skip
    return merge([iron, shaft])


def _stirrup() -> MeshData:
    """An arched frame with a broad foot plate and a slotted lug for the strap."""
    turn = np.radians(np.linspace(-38.0, 218.0, 26))
    arch = bar([(5.6 * np.cos(a), 6.0 * np.sin(a)) for a in turn], 0.5)
    tread = sdf.rounded_box((0.0, -3.9, 0.0), (9.2, 0.7, 3.2), 0.25)
    lug = sdf.subtract(
        sdf.rounded_box((0.0, 7.6, 0.0), (4.2, 3.6, 0.7), 0.25),
        sdf.rounded_box((0.0, 7.9, 0.0), (2.4, 1.0, 2.0), 0.2),
    )
    return metal(
        [arch, tread, lug], (-7.0, -5.5, -2.2), (7.0, 10.4, 2.2), IRON, cell=0.13, triangles=7000
    )


def _lock() -> MeshData:
    """A barrel padlock: ribbed tube, side rod in two lugs."""
    tube = sdf.capsule((-4.2, 0.0, 0.0), (4.2, 0.0, 0.0), 1.5)
    barrel = sdf.intersect(tube, sdf.rounded_box((0.0, 0.0, 0.0), (9.6, 4.0, 4.0), 0.2))
    rings = [
        sdf.rounded_box((x, 0.0, 0.0), (0.55, 3.7, 3.7), 1.6 / 8) for x in (-4.5, -1.5, 1.5, 4.5)
    ]
    round_off = sdf.capsule((-9.0, 0.0, 0.0), (9.0, 0.0, 0.0), 1.8)
    bands = [sdf.intersect(ring, round_off) for ring in rings]
    loop = bar([(-4.5, 0.6), (-4.5, 3.2), (-4.1, 3.7), (5.6, 3.7)], 0.42)
    lug = bar([(4.5, 0.6), (4.5, 3.8)], 0.6)
    return metal(
        [barrel, *bands, loop, lug], (-6.4, -2.8, -2.6), (7.4, 5.2, 2.6), IRON,
        cell=0.12, triangles=8000,
    )  # fmt: skip


def _key() -> MeshData:
    """The key of a barrel lock: a flat shank with a pierced square bit bent from its end."""
    shank = sdf.rounded_box((-0.4, 0.0, 0.0), (8.6, 0.9, 0.45), 0.15)
    turn = np.radians(np.linspace(0.0, 360.0, 15))
    eye = bar([(-5.4 + 0.9 * np.cos(a), 0.9 * np.sin(a)) for a in turn], 0.3)
    bit = sdf.subtract(
        sdf.rounded_box((4.6, 0.0, 0.0), (2.4, 2.8, 0.5), 0.15),
        sdf.rounded_box((4.7, 0.0, 0.0), (1.1, 1.2, 2.0), 0.1),
    )
    return metal([shank, eye, bit], (-7.4, -2.2, -1.0), (7.0, 2.2, 1.0), IRON, triangles=3500)


def _knife() -> MeshData:
    """A single-edged knife with a straight back, its tang bare."""
    blade = [(-3.0, -1.0), (3.2, -1.1), (6.6, -0.3), (8.6, 0.9), (-3.0, 0.9)]
    tang = [(-7.6, 0.15), (-2.8, -0.5), (-2.8, 0.7), (-7.6, 0.45)]
    fields = [plate(blade, 0.5, 0.12, 0.22), plate(tang, 0.4, 0.3)]
    return metal(fields, (-8.8, -2.2, -1.0), (9.6, 2.0, 1.0), IRON, triangles=4000)


def _hook() -> MeshData:
    """A hanging hook with a ring at its head."""
    turn = np.radians(np.linspace(180.0, 385.0, 18))
    bend = [(2.1 + 2.1 * np.cos(a), -2.4 + 2.3 * np.sin(a)) for a in turn]
    ring = np.radians(np.linspace(0.0, 360.0, 17))
    eye = bar([(1.15 * np.cos(a), 5.4 + 1.15 * np.sin(a)) for a in ring], 0.36)
    stem = bar([(0.0, 4.3), (0.0, 1.0), *bend], 0.48, 0.22)
    return metal([stem, eye], (-2.4, -6.0, -1.2), (5.6, 7.8, 1.2), IRON, triangles=4000)


def _arrowhead(kind: int) -> MeshData:
    """A leaf, a lozenge or a broad fork, each with a thin tang."""
    blades = (
        [(0.0, 4.6), (-1.0, 2.2), (-0.9, 0.8), (-0.3, -0.6), (0.3, -0.6), (0.9, 0.8), (1.0, 2.2)],
        [(0.0, 4.4), (-1.4, 1.2), (-0.3, -0.8), (0.3, -0.8), (1.4, 1.2)],
        [(-1.5, 4.2), (0.0, 2.4), (1.5, 4.2), (1.2, 1.6), (0.35, -0.6), (-0.35, -0.6), (-1.2, 1.6)],
    )
    tang = bar([(0.0, 0.0), (0.0, -4.0)], 0.26, 0.14)
    return metal(
        [plate(blades[kind], 0.55, 0.12, 0.3), tang], (-2.4, -5.2, -0.9), (2.4, 5.6, 0.9), IRON,
        triangles=2500, seed=kind, cell=0.09,
    )  # fmt: skip
