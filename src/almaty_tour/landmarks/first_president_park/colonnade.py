"""The white arc: columns with gilt ram-horn capitals, the beam with its inscription, pavilions."""

from __future__ import annotations

import numpy as np

from almaty_tour.kit import extrude, lathe, profile, transform
from almaty_tour.kit.bend import bent
from almaty_tour.kit.paint import Paint
from almaty_tour.landmarks._shared.light_letters import letters
from almaty_tour.landmarks.first_president_park import plan
from almaty_tour.landmarks.first_president_park.plan import F64
from almaty_tour.mesh.data import MeshData, merge

BEAM_M = (plan.COLUMN_M, plan.COLUMN_M + 2.5)
KAZAKH = "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ТҰҢҒЫШ ПРЕЗИДЕНТІ САЯБАҒЫ"
RUSSIAN = "ПАРК ПЕРВОГО ПРЕЗИДЕНТА РЕСПУБЛИКИ КАЗАХСТАН"


def column() -> MeshData:
    """One column on a red granite block; its abacus ends at `COLUMN_M`."""
    top = plan.COLUMN_M
    foot = extrude.box(1.7, 1.7, 0.9, plan.GRANITE, bottom_m=-0.1)
    base = lathe.lathe(profile.line((0.84, 0.8), (0.66, 1.14)), plan.TRIM, sides=9, caps=False)
    shaft = lathe.lathe(
        profile.line((0.64, 1.1), (0.54, top - 1.3)), plan.WHITE, sides=9, caps=False
    )
    bell = lathe.lathe(
        profile.line((0.6, top - 1.42), (0.56, top - 1.1), (0.82, top - 0.34)),
        plan.GILT,
        sides=9,
        caps=False,
    )
    horn = transform.turn(lathe.cylinder(0.3, 1.5, plan.GILT, bottom_m=-0.75, sides=6), "x", 90.0)
    horns = transform.at(horn, [(-0.62, 0.0, top - 0.56), (0.62, 0.0, top - 0.56)])
    slab = extrude.box(1.75, 1.75, 0.28, plan.TRIM, bottom_m=top - 0.28)
    return merge([foot, base, shaft, bell, horns, slab])


def singles() -> MeshData:
    """The ten columns of each wing."""
    turns = np.array([s * v for v in plan.COLUMNS_DEG for s in (-1.0, 1.0)])
    spots = np.column_stack([plan.polar(plan.ARC_M, turns), np.full(len(turns), plan.TERRACE_M)])
    return transform.at(column(), spots, turn_deg=-turns)


def beam() -> MeshData:
    """The curved entablature of both wings: architrave, frieze, cornice, a low blocking course."""
    low, high = BEAM_M
    half = 1.15
    section = profile.line(
        (-half, low),
        (half, low),
        (half, low + 0.5),
        (half + 0.12, low + 0.56),
        (half + 0.12, low + 1.75),
        (half + 0.5, low + 1.95),
        (half + 0.72, low + 2.2),
        (half + 0.72, high),
        (half - 0.1, high),
        (half - 0.1, high + 0.35),
        (-half - 0.72, high + 0.1),
        (-half - 0.72, low + 2.2),
        (-half, low + 1.75),
    )
    pieces = []
    for side in (-1.0, 1.0):
        turns = side * np.linspace(4.0, 38.0, 18)
        path = plan.polar(plan.ARC_M, turns if side < 0 else turns[::-1])
        pieces.append(extrude.sweep(section, path, plan.WHITE, closed=False, crease_deg=25.0))
    return transform.move(merge(pieces), z=plan.TERRACE_M)


def inscription() -> MeshData:
    """Dark gilt letters on the frieze: Kazakh on the left wing, Russian on the right."""
    pieces = []
    for text, middle in ((KAZAKH, -20.5), (RUSSIAN, 20.5)):
        word = letters(text, 0.82, plan.WORD, out_m=0.09, flat=True)
        round_m = plan.ARC_M - 1.28
        flat = transform.move(transform.turn_z(word, 180.0), z=BEAM_M[0] + 0.76)
        curve = bent(flat, round_m, start_deg=90.0 - middle)
        pieces.append(curve)
    return transform.move(merge(pieces), y=-plan.ARC_M, z=plan.TERRACE_M)


def pavilions() -> MeshData:
    """Four columns under a heavier block: at both ends, and beside the arch, each with a vase."""
    turns = np.array([-plan.END_DEG, -plan.INNER_DEG, plan.INNER_DEG, plan.END_DEG])
    spots = np.column_stack([plan.polar(plan.ARC_M, turns), np.full(4, plan.TERRACE_M)])
    return transform.at(_pavilion(), spots, turn_deg=-turns)


def _pavilion() -> MeshData:
    a, low = 2.35, plan.COLUMN_M
    columns = transform.at(column(), [(x, y) for x in (-a, a) for y in (-a, a)])
    outline = profile.rectangle(2 * a + 2.3, 2 * a + 2.3)
    block = extrude.prism(outline, low, low + 3.0, plan.WHITE)
    crown = extrude.sweep(profile.cornice(0.9, 0.75), outline, plan.TRIM, z_m=low + 2.1)
    band = extrude.sweep(profile.fillet(0.14, 0.1), outline, plan.GILT, z_m=low + 0.5)
    lid = extrude.prism(profile.offset(outline, -0.3), low + 2.9, low + 3.35, plan.TRIM)
    screen = extrude.panel(
        profile.rectangle(2 * a - 1.2, 3.6, (0.0, low - 1.8)),
        -0.2,
        0.2,
        plan.GILT,
        holes=[profile.circle(1.15, 16) + np.array([0.0, low - 1.9])],
    )
    sides = merge([transform.move(screen, y=-a), transform.move(screen, y=a)])
    return merge([columns, block, crown, band, lid, sides, _vase()])


def _vase() -> MeshData:
    """A gilt vase on stepped dark stone."""
    steps = [
        extrude.box(w, w, h, plan.DARK if k else plan.GRANITE, bottom_m=z)
        for k, (w, z, h) in enumerate(((3.4, 0.0, 1.5), (2.7, 1.5, 0.5), (2.0, 2.0, 0.9)))
    ]
    section = profile.line(
        (0.3, 2.9), (0.24, 3.2), (0.62, 4.0), (0.7, 4.5), (0.42, 4.9), (0.62, 5.1)
    )
    return merge([*steps, lathe.lathe(section, plan.GOLD, sides=9)])


def _bays_deg() -> F64:
    """(18,) angles of the middles between neighbouring columns."""
    columns = np.array(plan.COLUMNS_DEG)
    middles = (columns[1:] + columns[:-1]) / 2
    return np.concatenate([-middles, middles])


def fence() -> MeshData:
    """Gilt rings and scrolls between the columns, on a low granite kerb."""
    r = plan.ARC_M
    middles = _bays_deg()
    spots = np.column_stack([plan.polar(r, middles), np.full(len(middles), plan.TERRACE_M)])
    return transform.at(_grille(), spots, turn_deg=-middles)


def _grille() -> MeshData:
    half = 1.85
    kerb = extrude.block((-half, -0.25, -0.05), (half, 0.25, 0.45), plan.GRANITE)
    rails = [
        extrude.block((-half, -0.05, z), (half, 0.05, z + 0.09), plan.GILT) for z in (0.55, 2.3)
    ]
    triangle = profile.line((-0.09, -0.07), (0.09, 0.0), (-0.09, 0.07))
    hoop = transform.turn(lathe.ring(triangle, 0.76, plan.GOLD, sides=8), "x", 90.0)
    core = lathe.lathe(profile.line((0.0, -0.34), (0.3, 0.0), (0.0, 0.34)), plan.GOLD, sides=4)
    rings = transform.at(merge([hoop, core]), [(-0.93, 0.0, 1.44), (0.93, 0.0, 1.44)])
    posts = transform.at(extrude.box(0.12, 0.12, 2.4, plan.GILT), [(-half, 0.0), (half, 0.0)])
    return merge([kerb, *rails, rings, posts])


def bowls() -> MeshData:
    """Bowls of flowers on the terrace before the columns."""
    middles = _bays_deg()
    section = profile.line((0.5, 0.0), (0.35, 0.3), (1.2, 0.95))
    bowl = lathe.lathe(section, plan.STAIR, sides=7, caps=False)
    blooms = lathe.lathe(
        profile.line((1.16, 0.92), (0.8, 1.25)), plan.TREE_BED, sides=7, caps=False
    )
    heads = lathe.lathe(
        profile.line((0.8, 1.22), (0.0, 1.5)), Paint("foliage", "#D9972B"), sides=6, caps=False
    )
    spots = np.column_stack(
        [plan.polar(plan.ARC_M - 4.2, middles), np.full(len(middles), plan.TERRACE_M)]
    )
    return transform.at(merge([bowl, blooms, heads]), spots)
