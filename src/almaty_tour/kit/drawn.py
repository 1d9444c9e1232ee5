"""Drawn figures of the 1960s: people, riders, rockets, wheat, cranes, suns for reliefs and murals.

Every word gives shapes, an outline in (x, z) metres and how far it stands out, about its own
foot or middle; figures are one metre tall, `placed` scales, turns and moves them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from almaty_tour.kit import profile
from almaty_tour.kit.extrude import panel
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.profile import F64, line
from almaty_tour.kit.relief import relief
from almaty_tour.kit.stroke import stroke
from almaty_tour.mesh.data import MeshData, merge

Shape = tuple[F64, float]
Points = list[tuple[float, float]]
THIN_M = 0.2


def carved(shapes: Sequence[Shape], paint: Paint, *, depth: float = 1.0) -> MeshData:
    """Raised shapes on the plane y = 0, rounded at their edges; thin ones are plain plates."""
    return merge(
        [
            panel(outline, -depth * out, 0.02, paint, back=False)
            if _breadth_m(outline) < THIN_M
            else relief(outline, -depth * out, 0.02, paint)
            for outline, out in shapes
        ]
    )


def contours(shapes: Sequence[Shape], paint: Paint, *, line_m: float = 0.06) -> MeshData:
    """The outlines of the shapes as flat lines that face -y, 2 cm before the plane y = 0."""
    quads = []
    for outline, _ in shapes:
        breadth = min(line_m, 0.6 * _breadth_m(outline))
        aside = 0.5 * breadth * profile.mitres(outline, closed=True)
        rings = [np.insert(outline + s * aside, 1, -0.02, axis=1) for s in (-1.0, 1.0)]
        inner, outer = rings
        quads.append(
            np.stack([outer, np.roll(outer, -1, axis=0), np.roll(inner, -1, axis=0), inner], axis=1)
        )
    return quadrilaterals(np.concatenate(quads), paint)


def _breadth_m(outline: F64) -> float:
    """About how broad a shape is: that of a long strip of the same area and edge."""
    edge = np.linalg.norm(outline - np.roll(outline, 1, axis=0), axis=1).sum()
    return 2.0 * profile.area_m2(outline) / float(edge)


def placed(shapes: list[Shape], x: float, z: float, size: float = 1.0, turn_deg: float = 0.0,
           flip: bool = False) -> list[Shape]:  # fmt: skip
    """Shapes scaled, mirrored when `flip`, turned about their foot and moved."""
    c, s = np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))
    turn = np.array([[c, s], [-s, c]])
    scale = np.array([-size if flip else size, size])
    return [
        (profile.counter_clockwise((outline * scale) @ turn + np.array([x, z])), out)
        for outline, out in shapes
    ]


def limb(points: Points, breadth: tuple[float, ...], out: float = 0.2) -> Shape:
    """A stroke of its own breadth at every joint."""
    return stroke(points, breadth), out


def disc(x: float, z: float, radius: float, out: float, steps: int = 10) -> Shape:
    return profile.circle(radius, steps) + np.array([x, z]), out


# People -----------------------------------------------------------------------------------


def person(left: Points, right: Points, *, skirt: bool = False, stride: float = 0.1,
           helmet: bool = False) -> list[Shape]:  # fmt: skip
    """A figure one metre tall; `left` and `right` are elbow and hand."""
    body = line((-0.07, 0.5), (0.07, 0.5), (0.13, 0.82), (0.05, 0.86), (-0.05, 0.86), (-0.13, 0.82))
    shapes: list[Shape] = [(body, 0.3)]
    if skirt:
        shapes.append((line((-0.16, 0.0), (0.16, 0.0), (0.075, 0.52), (-0.075, 0.52)), 0.24))
        shapes += [limb([(v, 0.04), (0.45 * v, 0.46)], (0.025, 0.015), 0.3)
                   for v in (-0.09, 0.0, 0.09)]  # fmt: skip
    else:
        for s in (-1, 1):
            knee = (0.05 * s + 0.5 * stride * s, 0.27)
            foot = (0.05 * s + stride * s, 0.03)
            shapes.append(limb([(0.04 * s, 0.54), knee, foot], (0.1, 0.075, 0.06), 0.26))
    shapes.append(limb([(-0.11, 0.81), *left], (0.075, 0.06, 0.045), 0.36))
    shapes.append(limb([(0.11, 0.81), *right], (0.075, 0.06, 0.045), 0.36))
    if helmet:
        shapes.append(disc(0.0, 0.95, 0.095, 0.26, 12))
        shapes.append(disc(0.0, 0.95, 0.055, 0.4, 8))
    else:
        shapes.append((profile.ellipse(0.05, 0.065, 8) + np.array([0.0, 0.94]), 0.4))
    return shapes


def cosmonaut() -> list[Shape]:
    """Arms spread wide, in a round helmet."""
    return person([(-0.27, 0.87), (-0.42, 0.99)], [(0.27, 0.87), (0.42, 0.99)], stride=0.07,
                  helmet=True)  # fmt: skip


def sower() -> list[Shape]:
    """A woman with a sheaf lifted on her shoulder."""
    shapes = person([(-0.2, 0.64), (-0.05, 0.58)], [(0.23, 0.9), (0.16, 1.04)], skirt=True)
    return [*shapes, *placed(sheaf(), 0.17, 0.98, 0.42, -18.0)]


def builder() -> list[Shape]:
    """A man who lifts a beam over his head."""
    shapes = person([(-0.21, 0.9), (-0.17, 1.06)], [(0.21, 0.9), (0.17, 1.06)], stride=0.12)
    return [*shapes, limb([(-0.42, 1.05), (0.42, 1.11)], (0.07, 0.07), 0.3)]


def musician() -> list[Shape]:
    """A seated dombra player in a wide robe."""
    robe = line((-0.3, 0.0), (0.32, 0.0), (0.2, 0.25), (0.12, 0.6), (-0.12, 0.6), (-0.2, 0.28))
    bowl = profile.ellipse(0.08, 0.115, 10) + np.array([0.13, 0.27])
    return [
        (robe, 0.26),
        limb([(-0.1, 0.57), (-0.24, 0.42), (-0.16, 0.46)], (0.075, 0.06, 0.05), 0.34),
        limb([(0.12, 0.33), (-0.26, 0.6)], (0.035, 0.03), 0.42),
        (bowl, 0.42),
        limb([(0.1, 0.57), (0.25, 0.42), (0.14, 0.3)], (0.075, 0.06, 0.05), 0.46),
        (profile.ellipse(0.055, 0.07, 8) + np.array([0.0, 0.69]), 0.38),
        (line((-0.07, 0.74), (0.07, 0.74), (0.02, 0.84), (-0.02, 0.84)), 0.42),
    ]


def mother() -> list[Shape]:
    """A woman who lifts a child."""
    shapes = person([(-0.2, 0.9), (-0.08, 1.02)], [(0.2, 0.9), (0.08, 1.02)], skirt=True)
    child = person([(-0.3, 0.9), (-0.45, 1.0)], [(0.3, 0.9), (0.45, 1.0)], stride=0.2)
    return [*shapes, *placed(child, 0.0, 0.99, 0.4)]


# Beasts and machines ------------------------------------------------------------------------


def rider() -> list[Shape]:
    """A galloping horse with a man on it; the horse looks to the right."""
    horse = line((-0.5, 0.44), (-0.38, 0.34), (-0.1, 0.36), (0.2, 0.34), (0.34, 0.46), (0.5, 0.72),
                 (0.66, 0.66), (0.7, 0.72), (0.56, 0.86), (0.42, 0.86), (0.24, 0.62), (-0.3, 0.6),
                 (-0.46, 0.58))  # fmt: skip
    legs = [
        limb([(-0.38, 0.42), (-0.5, 0.24), (-0.68, 0.12)], (0.12, 0.06, 0.04), 0.24),
        limb([(-0.28, 0.4), (-0.3, 0.2), (-0.44, 0.04)], (0.11, 0.06, 0.04), 0.3),
        limb([(0.2, 0.4), (0.4, 0.28), (0.42, 0.1)], (0.1, 0.055, 0.04), 0.24),
        limb([(0.28, 0.44), (0.52, 0.42), (0.62, 0.26)], (0.1, 0.055, 0.04), 0.3),
    ]
    man = [
        (line((-0.1, 0.58), (0.08, 0.58), (0.12, 0.88), (-0.06, 0.9)), 0.42),
        (profile.ellipse(0.055, 0.065, 8) + np.array([0.06, 0.97]), 0.46),
        limb([(0.06, 0.84), (0.22, 0.74), (0.34, 0.8)], (0.06, 0.05, 0.04), 0.48),
        limb([(-0.02, 0.62), (0.08, 0.46), (0.0, 0.32)], (0.08, 0.06, 0.05), 0.44),
    ]
    tail = limb([(-0.46, 0.54), (-0.64, 0.52), (-0.78, 0.4)], (0.06, 0.06, 0.03), 0.24)
    return [(horse, 0.34), *legs, tail, *man]


def rocket() -> list[Shape]:
    """A slim rocket one metre tall on three plumes of fire."""
    hull = line((-0.07, 0.25), (0.07, 0.25), (0.08, 0.7), (0.045, 0.88), (0.0, 1.0), (-0.045, 0.88),
                (-0.08, 0.7))  # fmt: skip
    fins = [(line((0.06, 0.22), (0.17, 0.16), (0.17, 0.28), (0.07, 0.46)), 0.24)]
    fins += [(profile.counter_clockwise(fins[0][0] * [-1.0, 1.0]), 0.24)]
    fire = [limb([(v, 0.23), (2.0 * v, 0.02)], (0.05, 0.02), 0.2) for v in (-0.05, 0.0, 0.05)]
    return [(hull, 0.4), *fins, *fire, disc(0.0, 0.72, 0.035, 0.48, 8)]


def tractor() -> list[Shape]:
    """A tractor of the virgin lands, one metre long, ploughing to the right."""
    body = line((-0.3, 0.2), (0.42, 0.2), (0.42, 0.4), (0.05, 0.42), (0.02, 0.68), (-0.28, 0.68))
    return [
        (body, 0.34),
        disc(-0.2, 0.2, 0.2, 0.42, 14),
        disc(-0.2, 0.2, 0.08, 0.5, 8),
        disc(0.3, 0.13, 0.13, 0.42, 12),
        limb([(0.28, 0.4), (0.28, 0.6)], (0.04, 0.04), 0.3),
    ]


def crane() -> list[Shape]:
    """A tower crane, one metre tall."""
    mast = limb([(0.0, 0.0), (0.0, 1.0)], (0.05, 0.05), 0.24)
    jib = limb([(-0.22, 0.86), (0.5, 0.86)], (0.045, 0.03), 0.3)
    ties = [limb([(0.0, 1.0), (0.4, 0.88)], (0.018, 0.018), 0.22),
            limb([(0.0, 1.0), (-0.2, 0.88)], (0.018, 0.018), 0.22)]  # fmt: skip
    load = [limb([(0.42, 0.85), (0.42, 0.62)], (0.014, 0.014), 0.2),
            (profile.rectangle(0.2, 0.1, (0.42, 0.57)), 0.3)]  # fmt: skip
    return [mast, jib, *ties, *load, (profile.rectangle(0.1, 0.1, (-0.19, 0.81)), 0.34)]


def houses() -> list[Shape]:
    """Three slabs of a new town with rows of windows, one metre wide."""
    shapes: list[Shape] = []
    for x, wide, high in ((-0.34, 0.28, 0.62), (0.0, 0.32, 0.95), (0.34, 0.28, 0.5)):
        shapes.append((profile.rectangle(wide, high, (x, high / 2)), 0.22))
        shapes += [
            (profile.rectangle(wide - 0.08, 0.06, (x, float(z))), 0.3)
            for z in np.arange(0.14, high - 0.06, 0.16)
        ]
    return shapes


# Signs ----------------------------------------------------------------------------------------


def sun(rays: int = 14) -> list[Shape]:
    """A disc with rays of two lengths, one metre in radius."""
    shapes = [disc(0.0, 0.0, 0.42, 0.36, 18), disc(0.0, 0.0, 0.24, 0.44, 14)]
    for i in range(rays):
        reach = 1.0 if i % 2 == 0 else 0.78
        way = np.array([np.cos(2 * np.pi * i / rays), np.sin(2 * np.pi * i / rays)])
        shapes.append((stroke(np.stack([0.5 * way, reach * way]), (0.11, 0.04)), 0.24))
    return shapes


def sheaf() -> list[Shape]:
    """Three ears of wheat from one stem, one metre tall."""
    shapes: list[Shape] = []
    grain = profile.ellipse(0.04, 0.085, 6)
    for lean in (-24.0, 0.0, 24.0):
        ear = [limb([(0.0, 0.0), (0.0, 0.62)], (0.03, 0.02), 0.22)]
        for i in range(4):
            for s in (-1, 1):
                c, v = np.cos(np.radians(-24 * s)), np.sin(np.radians(-24 * s))
                tilted = grain @ np.array([[c, v], [-v, c]])
                ear.append((tilted + np.array([0.05 * s, 0.46 + 0.12 * i]), 0.32))
        ear.append((grain + np.array([0.0, 0.97]), 0.34))
        shapes += placed(ear, 0.0, 0.0, 1.0, lean)
    return shapes


def atom() -> list[Shape]:
    """Three orbits round a kernel, one metre in radius: half arcs that do not cross."""
    shapes = [disc(0.0, 0.0, 0.16, 0.42, 10)]
    for turn in (0.0, 60.0, 120.0):
        half = profile.arc((0.0, 0.0), (0.98, 0.34), 0.0, 360.0, 20)[:-1]
        inner = half * np.array([0.92, 0.78])
        for a, b in ((0, 10), (10, 20)):
            index = np.arange(a, b + 1) % 20
            band = np.concatenate([half[index], inner[index][::-1]])
            shapes += placed([(band, 0.22 + turn / 1200.0)], 0.0, 0.0, 1.0, turn)
    return shapes


def star(size: float = 1.0) -> list[Shape]:
    return [(profile.star(4, size, 0.32 * size), 0.26)]


def bird() -> list[Shape]:
    """A dove with spread wings, one metre across, flying to the right."""
    wing = line((-0.12, 0.0), (0.1, 0.04), (-0.02, 0.46), (-0.3, 0.5), (-0.2, 0.26))
    low = line((-0.2, -0.36), (0.02, -0.26), (0.1, -0.02), (-0.06, 0.0))
    body = line((-0.5, -0.04), (-0.16, -0.09), (0.22, -0.05), (0.4, 0.06), (0.24, 0.12),
                (-0.14, 0.08), (-0.46, 0.1))  # fmt: skip
    return [(wing, 0.24), (low, 0.24), (body, 0.34)]


def peaks(wide: float, high: float) -> list[Shape]:
    """Mountains with lit and shaded flanks."""
    shapes: list[Shape] = []
    for x, w, h in ((0.2, 0.42, 0.72), (0.52, 0.5, 1.0), (0.83, 0.36, 0.62)):
        left, right = (x - w / 2) * wide, (x + w / 2) * wide
        tip, ridge = (x * wide, h * high), ((x + 0.12 * w) * wide, 0.0)
        shapes.append((line((left, 0.0), ridge, tip), 0.14 + 0.1 * h))
        shapes.append((line(ridge, (right, 0.0), tip), 0.08 + 0.06 * h))
    return shapes


def demo() -> MeshData:
    """A carved rider beside a drawn musician."""
    paint = Paint("plaster")
    drawn = contours(placed(musician(), 1.6, 0.0, 2.0), Paint("plaster", "#803020"))
    return merge([carved(placed(rider(), 0.0, 0.0, 2.0), paint), drawn])
