"""The cupolas of the Arasan baths: stone drums of niches under swelling copper gores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from almaty_tour.kit import dome, extrude, lathe, profile, transform
from almaty_tour.kit.bend import bent
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.solid import solid
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks._shared.bare import BACK, LEFT, OVER, RIGHT, UNDER, bare
from almaty_tour.landmarks.arasan_baths import paint as p
from almaty_tour.mesh.data import MeshData, empty, merge

BARRED_M = 1.5  # lower openings have no bars
SQUAT = 0.4  # walls are cut for bending while squat: few cuts up, enough along the curve


@dataclass(frozen=True)
class Cupola:
    """One drum with its dome.

    Attributes:
        radius_m: of the drum.
        low_m, eaves_m: foot and top of the drum.
        rise_m: from the eaves to the foot of the lantern.
        gores: swellings of the dome and bays of the drum.
        opening: in the middle of every bay, `sill_m` over the foot.
        lantern_m, lantern_height_m: radius and full height of the lantern.
        frieze_m: height of the band of tiles under the cornice.
        eyes: rows of star-shaped roof lights.
        steps: parts of the dome's curve; the two lowest carry the tiles.
        chords: of the copper above them.
    """

    radius_m: float
    low_m: float
    eaves_m: float
    rise_m: float
    gores: int
    opening: Opening
    sill_m: float
    lantern_m: float
    lantern_height_m: float
    frieze_m: float = 1.0
    eyes: tuple[float, ...] = ()
    steps: int = 14
    chords: int = 8

    @property
    def depth(self) -> float:
        """How deep the valleys between the gores are, as a share of the radius."""
        return 1.4 / self.gores

    @property
    def top_m(self) -> float:
        """The tip of the finial."""
        return self.eaves_m + self.rise_m + self.lantern_height_m


def cupola(form: Cupola) -> MeshData:
    """Drum, cornice, dome and lantern about the z axis."""
    return merge([drum(form), crown(form)])


def drum(form: Cupola) -> MeshData:
    """The round wall: deep niches between stone fins, a band of tiles under the cornice."""
    bay = 2 * np.pi * form.radius_m / form.gores
    height = form.eaves_m - form.low_m
    face = wall(bay, height, p.STONE, [Placed(bay / 2, form.sill_m, form.opening)])
    edge = max(1.3, 0.62 * bay)
    flat = transform.scale(face, 1.0, 1.0, SQUAT)
    bend = bent(flat, form.radius_m, start_deg=-90.0 - 180.0 / form.gores, edge_m=edge)
    bend = transform.scale(bend, 1.0, 1.0, 1.0 / SQUAT)
    ring = transform.move(transform.around(bend, form.gores), z=form.low_m)
    return merge([ring, _bars(form), _fins(form), _frieze(form), _cornice(form)])


def _bars(form: Cupola) -> MeshData:
    """Bronze bars: a mullion, three transoms in a tall niche, one in a small one."""
    w, h, y = form.opening.width_m, form.opening.height_m, form.opening.reveal_m
    if h < BARRED_M:
        return empty()
    post = block((-0.06, y - 0.12, 0.0), (0.06, y, h - 0.1), p.FRAME)
    levels = (0.0, 0.3, 0.62) if h > 3.0 else (0.45,)
    rails = [block((-w / 2, y - 0.1, z * h), (w / 2, y, z * h + 0.1), p.FRAME) for z in levels]
    bars = merge([bare(post, BACK, OVER, UNDER), bare(merge(rails), BACK, LEFT, RIGHT)])
    return transform.around(bars, form.gores, form.radius_m, z_m=form.low_m + form.sill_m)


def _fins(form: Cupola) -> MeshData:
    """Stone blades on the joints of the bays, widening upwards until they carry the cornice."""
    half = 0.085 * 2 * np.pi * form.radius_m / form.gores
    out = _overhang(form)
    foot = profile.line((-half, -0.35 * out), (half, -0.35 * out), (half, 0.3), (-half, 0.3))
    head = profile.line((-half, -0.92 * out), (half, -0.92 * out), (half, 0.3), (-half, 0.3))
    fin = extrude.prism(
        foot, form.low_m, form.eaves_m + 0.2, p.SMOOTH, top_outline=head, crease_deg=0.0
    )
    start = -90.0 + 180.0 / form.gores
    return transform.around(
        bare(fin, BACK, OVER, UNDER), form.gores, form.radius_m, start_deg=start
    )


def _overhang(form: Cupola) -> float:
    """How far the cornice stands out."""
    return min(0.95, 0.1 * form.radius_m + 0.1)


def _frieze(form: Cupola) -> MeshData:
    """A turquoise band with white lozenges between two stone fillets."""
    sides = form.gores * 3
    top = form.eaves_m - 0.05
    low = top - form.frieze_m
    r, h = form.radius_m, form.frieze_m
    band = hoop(profile.line((0.05, low), (0.05, top)), r, p.TURQUOISE, sides)
    lip = profile.line((0.0, low - 0.2), (0.16, low - 0.1), (0.0, low))
    lower = hoop(lip, r, p.TRIM, form.gores * 2)
    pitch = 2 * np.pi * r / (3 * form.gores)
    shape = profile.line((0, -0.36 * h), (0.27 * pitch, 0), (0, 0.36 * h), (-0.27 * pitch, 0))
    white = quadrilaterals([np.insert(shape, 1, -0.03, axis=1)], p.WHITE_TILE)
    marks = transform.around(
        white, 3 * form.gores, (r + 0.05) * np.cos(np.pi / sides), z_m=(low + top) / 2 - 0.03
    )
    return merge([band, lower, marks])


def hoop(moulding: profile.F64, radius_m: float, paint: Paint, sides: int) -> MeshData:
    """A moulding (outwards, height; upwards) round a drum, open towards its wall."""
    section = moulding + np.array([radius_m, 0.0])
    return lathe.lathe(section, paint, sides=sides, caps=False)


def _cornice(form: Cupola) -> MeshData:
    """Corbels and an oversailing plate, and the flat edge on which the dome stands."""
    r, z = form.radius_m, form.eaves_m
    out = _overhang(form)
    section = profile.line(
        (0.0, z - 0.05),
        (0.16, z + 0.1),
        (out, z + 0.34),
        (out, z + 0.58),
        (-0.12 * r, z + 0.68),
    )
    return hoop(section, r, p.TRIM, form.gores * 2)


def crown(form: Cupola) -> MeshData:
    """The dome of gores with bright ribs in its valleys, its star lights and the lantern."""
    line = _section(form)
    shell = _gored(form, line)
    ribs = _ribs(form, line)
    lights = [_eyes(form, line, share) for share in form.eyes]
    dome_ = transform.turn_z(merge([shell, ribs]), 180.0 / form.gores)
    return merge([dome_, *lights, _lantern(form)])


def _section(form: Cupola) -> profile.F64:
    """(radius, height) of the dome from its foot on the cornice to the lantern."""
    foot = form.eaves_m + 0.6
    full = dome.curve("pointed", 0.97 * form.radius_m, 1.0, 6 * form.steps)
    inner = form.lantern_m
    kept = full[full[:, 0] > inner]
    level = float(np.interp(inner, full[::-1, 0], full[::-1, 1]))
    line = profile.joined(kept, [(inner, level)])
    line[:, 1] = foot + line[:, 1] / level * (form.eaves_m + form.rise_m - foot)
    at = _shares(form) * (len(line) - 1.0)
    index = np.arange(len(line))
    return np.stack([np.interp(at, index, line[:, i]) for i in (0, 1)], axis=1)


def _shares(form: Cupola) -> profile.F64:
    """How far along the dome's curve its rings lie: foot, tiles, then the copper's chords."""
    foot = 2.0 / form.steps
    copper = np.linspace(foot, 1.0, form.chords + 1)
    return np.concatenate([[0.0, 0.5 * foot], copper])


def _gored(form: Cupola, line: profile.F64) -> MeshData:
    """The swelling shell: tiles on its foot and in one band, copper between."""
    sides = form.gores * 6
    swell = lathe.ribs(sides, form.gores, form.depth)
    cuts = (0, 1, 2, len(line) - 1)
    paints = (p.TURQUOISE, p.WHITE_TILE, p.COPPER)
    return merge(
        [
            lathe.lathe(
                line[a : b + 1], paint, sides=sides, modulation=swell, crease_deg=50.0, caps=False
            )
            for a, b, paint in zip(cuts[:-1], cuts[1:], paints, strict=True)
        ]
    )


def _ribs(form: Cupola, line: profile.F64) -> MeshData:
    """Square bars in the valleys, from the cornice to the lantern, open towards the shell."""
    spine = line * [1.0 - form.depth, 1.0]
    half = 0.7 * (0.016 * form.radius_m + 0.06)
    out = spine + half * profile.mitres(spine, closed=False)
    rings = [
        np.column_stack([np.full(len(r), x), -r[:, 0], r[:, 1]])
        for x, r in ((-half, spine), (-half, out), (half, out), (half, spine))
    ]
    faces = extrude.grid_faces(4, len(line))
    bar = solid(np.concatenate(rings), faces, p.RIB)
    return transform.around(bar, form.gores)


def _eyes(form: Cupola, line: profile.F64, share: float) -> MeshData:
    """A row of eight-pointed stars of glass, one on every gore, lying in its slope."""
    shares = _shares(form)
    r, z = (float(np.interp(share, shares, line[:, i])) for i in (0, 1))
    above = int(np.searchsorted(shares, share))
    slope = (line[above] - line[above - 1])[::-1]
    size = 0.25 * 2 * np.pi * r / form.gores
    star = profile.star(8, size, 0.68 * size)
    hole = profile.star(8, 0.78 * size, 0.52 * size)
    rim = merge([_level(star, -0.1, p.TRIM, [hole]), _skirt(star, -0.1, 0.45, p.TRIM)])
    pane = _level(profile.regular(8, 0.72 * size), -0.06, p.EYE)
    lean = float(np.degrees(np.arctan2(-slope[1], slope[0])))
    leaned = transform.turn(merge([rim, pane]), "x", -lean)
    return transform.around(transform.move(leaned, y=0.03), form.gores, r, z_m=z)


def _level(
    shape: profile.F64, y_m: float, paint: Paint, holes: Sequence[profile.F64] = ()
) -> MeshData:
    """A flat face over an outline in (x, z), looking to -y."""
    points, faces = extrude.triangulate(shape, holes)
    return solid(np.insert(points, 1, y_m, axis=1), faces, paint)


def _skirt(shape: profile.F64, front_m: float, back_m: float, paint: Paint) -> MeshData:
    """The outer side of a plate over an outline in (x, z)."""
    ring = profile.counter_clockwise(shape)
    points = np.concatenate([np.insert(ring, 1, y, axis=1) for y in (front_m, back_m)])
    faces = extrude.grid_faces(2, len(ring), wrap_columns=True)
    return solid(points, faces[:, ::-1], paint)


def _lantern(form: Cupola) -> MeshData:
    """A small drum with slits, its own ribbed cap and a gilded ball."""
    r, z, h = form.lantern_m, form.eaves_m + form.rise_m - 0.15, form.lantern_height_m + 0.15
    neck, cap = 0.42 * h, 0.72 * h
    rounds = 16 if r > 1.0 else 8
    sill = profile.line((1.25 * r, z), (1.25 * r, z + 0.1 * h), (0.95 * r, z + 0.14 * h))
    body = profile.line((0.82 * r, z), (0.82 * r, z + neck))
    post = block((-0.1 * r, -0.16 * r, 0.0), (0.1 * r, 0.1 * r, neck), p.TRIM)
    posts = transform.around(bare(post, BACK, OVER, UNDER), 8, 0.86 * r, z_m=z)
    plate = profile.line(
        (0.8 * r, z + neck),
        (1.2 * r, z + neck + 0.02),
        (1.2 * r, z + neck + 0.08 * h),
        (0.9 * r, z + neck + 0.1 * h),
    )
    bell = dome.curve("pointed", r, cap - neck - 0.08 * h, 5) + np.array([0.0, z + neck + 0.08 * h])
    roof = lathe.lathe(
        bell, p.TURQUOISE, sides=16, modulation=lathe.ribs(16, 8, 0.1), crease_deg=50, caps=False
    )
    rings = [
        hoop(section, 0.0, paint, rounds)
        for section, paint in ((sill, p.TRIM), (body, p.GLASS), (plate, p.TRIM))
    ]
    tip = transform.move(_tip(h - cap + 0.05 * h, 0.16 * r + 0.05), z=z + cap - 0.05 * h)
    return merge([*rings, posts, roof, tip])


def _tip(height_m: float, radius_m: float) -> MeshData:
    """A gilded ball on a slim stem, with a point."""
    r, middle = radius_m, 0.45 * height_m
    section = profile.joined(
        profile.line((0.4 * r, 0.0), (0.25 * r, middle - 1.2 * r)),
        profile.arc((0.0, middle), r, -65.0, 65.0, 4),
        profile.line((0.16 * r, middle + 1.3 * r), (0.0, height_m)),
    )
    return lathe.lathe(section, p.GOLD, sides=6, crease_deg=70.0, caps=False)


def bubble(radius_m: float) -> MeshData:
    """A low roof light of a bath hall: a stone ring, a small copper dome, a star of glass."""
    r = radius_m
    ring = hoop(profile.line((1.15 * r, 0.0), (1.1 * r, 0.35), (r, 0.4)), 0.0, p.TRIM, 12)
    shell = dome.curve("round", 0.98 * r, 0.62 * r, 3) + np.array([0.0, 0.38])
    swell = lathe.ribs(16, 8, 0.07)
    top = lathe.lathe(shell, p.COPPER, sides=16, modulation=swell, crease_deg=50, caps=False)
    star = profile.line(
        (0.3 * r, 0.36 + 0.56 * r), (0.26 * r, 0.5 + 0.6 * r), (0.0, 0.54 + 0.62 * r)
    )
    return merge([ring, top, hoop(star, 0.0, p.EYE, 8)])
