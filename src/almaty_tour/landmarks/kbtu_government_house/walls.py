"""Wings of the Government House: bays of four windows, pilasters, cornice, roofs, courts."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from almaty_tour.kit import cornice, extrude, profile, rail, roof, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.profile import F64
from almaty_tour.kit.wall import Placed, wall
from almaty_tour.landmarks._shared.bare import BACK, OVER, UNDER, bare
from almaty_tour.landmarks._shared.outside import SIDES, outside
from almaty_tour.landmarks.kbtu_government_house import plan
from almaty_tour.landmarks.kbtu_government_house.plan import CARVED, GLASS, PLINTH, STONE, TRIM
from almaty_tour.mesh.data import MeshData, as_part, merge

BAY_M, MARGIN_M = 4.5, 1.5
WALL_TOP_M = 14.4
SILLS_M = (2.75, 5.95, 9.05, 12.1)
HEADS_M = (1.85, 1.9, 1.9, 1.75)
AREA = Opening(1.2, 0.75, "round", rise_m=0.22, reveal_m=0.3, bars=(3, 1), frame_m=0.08,
               frame=plan.IRON, steps=2)  # fmt: skip


def wings() -> MeshData:
    """Everything but the raised front: outer walls, courts, cornices, roofs."""
    o = plan.OUTLINE
    rich = [(0, 1), (4, 5), (5, 6), (15, 0)]
    plain = [(6, 7), (7, 8), (8, 9), (12, 13), (13, 14), (14, 15)]
    pieces = [_facade(o[a], o[b], rich=True) for a, b in rich]
    pieces += [_facade(o[a], o[b], rich=False) for a, b in plain]
    pieces += [_hall_side(o[a], o[b]) for a, b in ((9, 10), (10, 11), (11, 12))]
    outer = np.concatenate([o[4:], o[:2]])
    pieces.append(_crown(outer, closed=False))
    pieces += [_dentils(np.stack([o[a], o[b]])) for a, b in rich]
    pieces.append(_railing(outer))
    return merge([as_part(merge([*pieces, _roofs(), _hall_attic()]), "wings"),
                  as_part(_courts(), "courts")])  # fmt: skip


def _facade(a: F64, b: F64, *, rich: bool) -> MeshData:
    """A stretch of wing wall from the ground to the pilasters' heads, in equal bays."""
    length = float(np.hypot(*(b - a)))
    count = max(1, round((length - 2 * MARGIN_M) / BAY_M))
    width = round((length - 2 * MARGIN_M) / count, 4)
    x = MARGIN_M + width * np.arange(count)
    row = transform.at(_bay(width, rich), np.column_stack([x, 0 * x]))
    end = merge([transform.move(_pier(MARGIN_M), at) for at in (0.0, length - MARGIN_M)])
    edges = MARGIN_M + width * np.arange(count + 1)
    strips = transform.at(_pilaster(rich), np.column_stack([edges, 0 * edges]))
    return transform.on_edge(merge([row, end, strips, _foot(length)]), a, b)


@lru_cache(maxsize=32)
def _bay(width_m: float, rich: bool) -> MeshData:
    """One axis: four windows over one another above a low opening in the plinth."""
    cuts = [plan.PLINTH_M, 5.3, 8.4, 11.5, WALL_TOP_M]
    storeys = []
    for low_m, high_m, foot_m, head in zip(cuts[:-1], cuts[1:], SILLS_M, HEADS_M, strict=True):
        hole = Opening(1.35, head, frame_m=0.12, frame=plan.FRAME, reveal_m=0.34)
        hole = hole if rich else replace(hole, glass=plan.FRAME, frame_m=0.0)
        storey = wall(width_m, high_m - low_m, STONE, [Placed(width_m / 2, foot_m - low_m, hole)])
        storeys.append(transform.move(storey, z=low_m))
    sill = bare(block((-0.755, -0.16, -0.08), (0.755, 0.34, 0.0), STONE), *SIDES)
    sills = transform.at(sill, [(width_m / 2, 0, s) for s in SILLS_M])
    details = _rich_details(width_m) if rich else _plain_details(width_m)
    return outside(merge([bare(merge(storeys), OVER), sills, *details]))


def _rich_details(width_m: float) -> list[MeshData]:
    """The plinth with its low window, and aprons under the upper windows."""
    low = wall(width_m, plan.PLINTH_M, PLINTH, [Placed(width_m / 2, 0.7, AREA)])
    apron = bare(block((-0.85, -0.06, 0.0), (0.85, 0.0, 0.62), TRIM), OVER, *SIDES)
    return [low, transform.at(apron, [(width_m / 2, 0, s - 0.86) for s in SILLS_M[1:]])]


def _plain_details(width_m: float) -> list[MeshData]:
    """Panes before the frames, and a dark one on the plinth for its low window."""
    rows = zip(SILLS_M, HEADS_M, strict=True)
    panes = [_pane(width_m / 2, 0.28, sill + 0.1, head - 0.2) for sill, head in rows]
    return [wall(width_m, plan.PLINTH_M, PLINTH), _pane(width_m / 2, -0.03, 0.7, 0.75), *panes]


def _pane(x_m: float, y_m: float, z_m: float, height_m: float) -> MeshData:
    """Glass before what lies behind it: a window that is only seen from afar."""
    x, w, top = x_m, 0.575, z_m + height_m
    corners = [(x - w, y_m, z_m), (x + w, y_m, z_m), (x + w, y_m, top), (x - w, y_m, top)]
    return quadrilaterals([corners], GLASS)


def _pier(width_m: float) -> MeshData:
    upper = diced(wall(width_m, WALL_TOP_M - plan.PLINTH_M, STONE), 3.2)
    return merge(
        [transform.move(upper, z=plan.PLINTH_M), diced(wall(width_m, plan.PLINTH_M, PLINTH), 2.6)]
    )


@lru_cache(maxsize=2)
def _pilaster(rich: bool) -> MeshData:
    """A shallow strip between two axes; rich ones end in a carved panel."""
    out, top = 0.14, WALL_TOP_M
    strip = bare(block((-0.62, -out, plan.PLINTH_M), (0.62, 0.0, top), TRIM), BACK, OVER, UNDER)
    foot = block((-0.7, -out - 0.06, plan.PLINTH_M), (0.7, 0.0, plan.PLINTH_M + 0.4), TRIM)
    if not rich:
        return strip
    panel = block((-0.7, -out - 0.07, top - 1.75), (0.7, 0.0, top - 0.55), CARVED)
    cap = block((-0.74, -out - 0.12, top - 0.3), (0.74, 0.0, top), TRIM)
    horn = transform.move(_horn(), 0.0, -out - 0.07, top - 1.15)
    plates = [bare(foot, BACK, UNDER), bare(merge([panel, cap]), BACK, OVER)]
    return merge([diced(strip, 6.5), *plates, horn])


def _horn() -> MeshData:
    """A lozenge frame between two small lozenges, only their faces."""
    rim = profile.line((0.0, -0.45), (0.31, 0.0), (0.0, 0.45), (-0.31, 0.0))
    sheets = [extrude.sheet(rim, 0.05, TRIM, holes=[profile.offset(rim, -0.1)])]
    sheets += [extrude.sheet(np.add(0.48 * rim, [x, 0.0]), 0.05, TRIM) for x in (-0.5, 0.5)]
    return transform.turn(merge(sheets), "x", 90.0)


def _foot(length_m: float) -> MeshData:
    """The plinth's buried part and the moulding where the stone begins."""
    path = profile.line((0.0, 0.0), (length_m, 0.0))
    base = profile.line((0, -1.5), (0.3, -1.5), (0.3, 0.35), (0.12, 0.5), (0, 0.5))
    ledge = profile.string_course(0.3, 0.2)
    return merge([
        extrude.sweep(base, path, PLINTH, closed=False),
        extrude.sweep(ledge, path, PLINTH.shaded(1.08), z_m=plan.PLINTH_M - 0.15, closed=False),
    ])  # fmt: skip


def _crown(path: F64, *, closed: bool) -> MeshData:
    """Architrave, plain frieze, modillions and cornice of the wings along a path."""
    frieze = profile.line((0, 0), (0.2, 0), (0.2, 0.34), (0.1, 0.42), (0.1, 2.1))
    z = WALL_TOP_M
    crown = cornice.cornice(path, plan.WING_CORNICE_M, 1.6, 0.95, TRIM, closed=closed)
    band = extrude.sweep(frieze, path, STONE, z_m=z, closed=closed, crease_deg=0, back=False)
    return merge([diced(band, 9.0), crown])


def _dentils(path: F64) -> MeshData:
    """Modillions over a row of teeth along one stretch of the street fronts."""
    tooth = bare(block((-0.22, -0.6, 0.0), (0.22, 0.02, 0.42), CARVED), BACK, OVER)
    teeth = cornice.along_path(tooth, path, 1.4, closed=False, z_m=plan.WING_CORNICE_M + 0.42)
    dentil = bare(block((-0.14, -0.24, 0.0), (0.14, 0.02, 0.24), TRIM), BACK, OVER)
    dentils = cornice.along_path(dentil, path, 0.8, closed=False, z_m=plan.WING_CORNICE_M)
    return merge([teeth, dentils])


def _railing(path: F64) -> MeshData:
    """The light railing along the edge of the wings' roof."""
    line = path + 0.55 * profile.mitres(path, closed=False)
    return rail.railing(line, plan.RAIL, height_m=0.9, z_m=plan.WING_TOP_M - 0.35, post_m=3.0,
                        bars=2, bar_m=0.035)  # fmt: skip


# The hall -----------------------------------------------------------------------------------


def _hall_side(a: F64, b: F64) -> MeshData:
    """The hall behind: tall arched windows over a row of low ones."""
    length = float(np.hypot(*(b - a)))
    count = 5 if length < 21 else 4
    low = Opening(1.5, 1.9, bars=(2, 1), frame=plan.FRAME, sill_out_m=0.16, reveal_m=0.34)
    tall = Opening(2.1, 7.2, "round", bars=(3, 5), frame=plan.FRAME, reveal_m=0.5, surround=TRIM,
                   surround_m=0.3, surround_out_m=0.14, sill_out_m=0.3, keystone=True,
                   steps=3)  # fmt: skip
    x = MARGIN_M + (length - 2 * MARGIN_M) * (np.arange(count) + 0.5) / count
    holes = [Placed(at, 0.65, low) for at in x] + [Placed(at, 4.0, tall) for at in x]
    upper = diced(wall(length, WALL_TOP_M - plan.PLINTH_M, STONE, holes), 7.5)
    edges = MARGIN_M + (length - 2 * MARGIN_M) * np.arange(count + 1) / count
    strips = transform.at(_pilaster(True), np.column_stack([edges, 0 * edges]))
    foot = diced(wall(length, plan.PLINTH_M, PLINTH), 5.2)
    piece = merge([transform.move(upper, z=plan.PLINTH_M), strips, foot, _foot(length)])
    return transform.on_edge(outside(piece), a, b)


def _hall_attic() -> MeshData:
    """The raised storey over the hall with lunette windows and a hipped roof of its own."""
    half, low, high = plan.TONGUE_M - 1.1, -14.0, plan.TONGUE_BACK_M - 1.1
    box = profile.line((-half, low), (half, low), (half, high), (-half, high))
    z0, z1 = plan.WING_TOP_M - 0.6, plan.WING_TOP_M + 2.6
    pieces = [diced(extrude.prism(box, z0, z1, STONE, top=False, bottom=False, crease_deg=0), 6.0)]
    pieces.append(cornice.cornice(box, z1, 0.9, 0.6, TRIM))
    light = merge([block((-0.9, -0.06, 0.0), (0.9, 0.05, 1.1), plan.GLASS),
                   extrude.panel(profile.rectangle(2.2, 1.5, (0, 0.55)), -0.14, 0.05, TRIM,
                                 holes=[profile.rectangle(1.8, 1.1, (0, 0.55))])])  # fmt: skip
    pieces.append(cornice.along_path(bare(light, BACK), box, 4.4, z_m=z0 + 1.3, margin_m=1.5))
    middle = (low + high) / 2
    top = roof.hip(2 * half + 1.0, high - low + 1.0, 2.2, plan.ROOF, z_m=z1 + 0.85)
    return merge([*pieces, transform.move(top, y=middle)])


# Courts and roofs ---------------------------------------------------------------------------


def _courts() -> MeshData:
    """The two closed courts: plain walls, a cornice, two arched gates in each."""
    c = plan.COURT
    walls = [_facade(c[i], c[(i + 1) % 4], rich=False) for i in range(4)]
    right = merge([*walls, _crown(c, closed=True)])
    return merge([right, transform.mirror_x(right)])


def _roofs() -> MeshData:
    """Low hipped roofs over every range, with dormers and chimneys, in dark red sheet iron."""
    z = plan.WING_TOP_M - 0.28
    side, out = plan.HALF_M - plan.COURT_M, 0.75
    length = plan.BACK_M - plan.WING_M
    middle = (plan.BACK_M + plan.WING_M) / 2
    flank = transform.move(roof.hip(side + 2 * out, length + 2 * out, 2.3, plan.ROOF, z_m=z),
                           (plan.HALF_M + plan.COURT_M) / 2, middle)  # fmt: skip
    across = 2 * plan.COURT_M + side
    front_depth = plan.COURT_FRONT_M - plan.WING_M
    front = transform.move(
        roof.hip(across, front_depth + 2 * out, 2.3, plan.ROOF, z_m=z, hip_m=0.0),
        0.0, plan.WING_M + front_depth / 2)  # fmt: skip
    link_depth = plan.LINK_M - plan.COURT_BACK_M
    link = transform.move(
        roof.hip(across, link_depth + 2 * out, 1.7, plan.ROOF, z_m=z, hip_m=0.0),
        0.0, plan.COURT_BACK_M + link_depth / 2)  # fmt: skip
    tongue = roof.hip(2 * plan.TONGUE_M + 2 * out, plan.TONGUE_BACK_M + 40.0, 1.2, plan.ROOF, z_m=z)
    tongue = transform.move(tongue, y=(plan.TONGUE_BACK_M - 40.0) / 2 + out)
    x = (plan.HALF_M + plan.COURT_M) / 2
    spots = [(x + s * 5.0, y, z + 0.75) for s in (-1, 1) for y in np.linspace(-24.0, 54.0, 7)]
    turns = [90.0 * s for s in (-1, 1) for _ in range(7)]
    dormers = transform.at(_dormer(), spots, turn_deg=turns)
    chimneys = transform.at(
        extrude.box(1.0, 0.8, 2.0, STONE), [(x - 1.6, y, z + 1.2) for y in (-18.0, 8.0, 34.0, 57.0)]
    )
    half = merge([flank, dormers, chimneys])
    return merge([half, transform.mirror_x(half), front, link, tongue])


def _dormer() -> MeshData:
    """A small gabled hood with louvres, its front to -y."""
    box = block((-0.7, -0.9, -0.6), (0.7, 1.6, 0.7), plan.ROOF)
    top = transform.move(roof.gable(1.8, 2.9, 0.7, plan.ROOF, along_y=True), 0.0, 0.35, 0.7)
    louvre = block((-0.5, -0.95, -0.1), (0.5, -0.85, 0.6), plan.FRAME)
    return merge([box, top, louvre])
