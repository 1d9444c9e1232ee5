"""Ropeways: the gondola hall with its cabins, the chairlift that climbs the run."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import profile as p
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block, panel, prism
from almaty_tour.kit.hexahedra import hexahedra, struts
from almaty_tour.kit.lathe import lathe
from almaty_tour.kit.lettering import lettering
from almaty_tour.kit.opening import Opening
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.transform import at, move, scale
from almaty_tour.kit.wall import rhythm, walls
from almaty_tour.mesh.data import MeshData, merge

F64 = npt.NDArray[np.float64]

STEEL = Paint("steel", "#B9BEC2")
GREY = Paint("painted_metal", "#8E9498")
GREEN_GREY = Paint("painted_metal", "#A9B5AC")
DARK = Paint("painted_metal", "#2E3236")
CABIN_GLASS = Paint("mirror_glass", "#5A6A78")
SHELL = Paint("painted_metal", "#C6BEB0")
CONCRETE = Paint("concrete", "#D0CEC8")
SHEET = Paint("roof_metal", "#8C969E")
ORANGE = Paint("painted_metal", "#D9702E")
WORD = Paint("lettering", "#D9702E")
ROPE_M = 0.05
STATION = (38.0, -34.0)
CHAIR = (10.0, 38.0)
CHAIR_GAUGE_M = 5.2
PYLON_Y_M = (82.0, 145.0, 208.0)
MAST_M = 21.0


def cabin() -> MeshData:
    """An eight-seat cabin hung at the origin: dark round glass in a beige frame."""
    ring = np.array([(0.62, 0.0), (1.0, 0.28), (1.12, 0.95), (1.06, 1.6), (0.7, 2.02), (0.0, 2.08)])
    body = lathe(ring, CABIN_GLASS, sides=10, start_deg=18.0, crease_deg=50.0)
    belt = lathe(np.array([(1.05, 0.5), (1.16, 0.55), (1.16, 0.72), (1.1, 0.78)]), SHELL, sides=10,
                 start_deg=18.0)  # fmt: skip
    foot = lathe(np.array([(0.0, -0.14), (0.72, -0.12), (0.86, 0.12), (0.6, 0.16)]), SHELL,
                 sides=10, start_deg=18.0)  # fmt: skip
    cap = block((-0.5, -0.5, 2.04), (0.5, 0.5, 2.16), DARK)
    whole = move(scale(merge([body, belt, foot, cap]), 0.92, 1.08, 1.0), z=-4.3)
    arm = struts([(0.0, 0.0, -2.2), (0.0, 0.35, -1.2)], [(0.0, 0.35, -1.2), (0.0, 0.0, 0.0)], 0.12,
                 DARK)  # fmt: skip
    rack = block((-1.18, -0.3, -4.0), (-1.0, 0.3, -3.2), DARK)
    return merge([whole, arm, rack])


def chair() -> MeshData:
    """A chair of four seats on a bow, hung at the origin, facing +y."""
    turn = np.radians(np.linspace(200.0, 340.0, 7))
    bow = np.stack([1.1 * np.cos(turn), 1.3 + 1.2 * np.sin(turn)], axis=1)
    frame = np.column_stack([bow[:, 0], np.zeros(7), bow[:, 1] - 3.3])
    hanger = struts([(0.0, 0.0, 0.0)], [(0.0, -0.5, -1.9)], 0.1, GREEN_GREY)
    top = struts([(-1.1, -0.5, -1.9)], [(1.1, -0.5, -1.9)], 0.09, GREEN_GREY)
    sides = struts([(-1.1, -0.5, -1.9), (1.1, -0.5, -1.9)], [(-1.1, 0.1, -3.2), (1.1, 0.1, -3.2)],
                   0.08, GREEN_GREY)  # fmt: skip
    seat = block((-1.05, -0.3, -3.2), (1.05, 0.2, -3.08), DARK)
    back = hexahedra(
        np.array([[(-1.05, -0.34, -3.1), (1.05, -0.34, -3.1), (1.05, -0.26, -3.1),
                   (-1.05, -0.26, -3.1), (-1.05, -0.54, -2.5), (1.05, -0.54, -2.5),
                   (1.05, -0.46, -2.5), (-1.05, -0.46, -2.5)]]),
        DARK,
    )  # fmt: skip
    bar = struts(frame[:-1], frame[1:], 0.05, GREEN_GREY)
    return merge([hanger, top, sides, seat, back, bar])


def station() -> MeshData:
    """The gondola hall: glass walls between steel ribs under a rounded sheet roof."""
    x, y = STATION
    plan = p.rectangle(18.0, 34.0)
    pane = Opening(2.9, 4.4, reveal_m=0.25, bars=(2, 3), glass=Paint("window"), frame=DARK)
    gate = Opening(11.0, 5.6, reveal_m=1.6, bars=(1, 1), glass=None, frame_m=0.0)
    sides = {
        0: rhythm(18.0, 1, gate, 0.0),
        1: rhythm(34.0, 9, pane, 0.7),
        3: rhythm(34.0, 9, pane, 0.7),
    }
    body = diced(walls(plan, 6.4, CONCRETE, sides, z_m=0.3), 4.0)
    base = block((-9.6, -17.6, -1.5), (9.6, 17.6, 0.3), CONCRETE)
    outer, inner = _arc(10.6, 4.6), _arc(10.1, 4.15)
    shell = panel(np.concatenate([outer, inner[::-1]]), -19.0, 19.0, SHEET)
    ends = [panel(_arc(9.3, 3.9), y0, y0 + 0.2, Paint("window")) for y0 in (-17.2, 17.0)]
    seams = [panel(np.concatenate([_arc(10.75, 4.75), outer[::-1]]), y0, y0 + 0.22, STEEL)
             for y0 in np.linspace(-19.0, 18.78, 11)]  # fmt: skip
    roof = merge([diced(shell, 4.0), *ends, *seams])
    rib = [block((sx, yy, 0.3), (sx + 0.5, yy + 0.4, 6.9), STEEL)
           for sx in (-9.5, 9.0) for yy in np.linspace(-16.8, 16.4, 10)]  # fmt: skip
    back = block((-5.4, -6.0, 0.3), (5.4, -5.6, 6.0), DARK)
    floor = block((-8.7, -21.0, -1.0), (8.7, -16.9, 0.34), CONCRETE)
    name = move(lettering("SHYMBULAK", 1.25, WORD, out_m=0.2, bold_m=0.02), 0.0, -17.7, 7.2)
    machine = block((-3.4, -16.0, 4.4), (3.4, -8.0, 5.4), GREY)
    whole = merge([body, base, roof, *rib, back, floor, name, machine])
    return move(whole, x, y)


def _arc(half_m: float, rise_m: float) -> F64:
    """(15, 2) a flat arch over the hall's walls in (x, z), from right to left."""
    turn = np.radians(np.linspace(0.0, 180.0, 15))
    return np.stack([half_m * np.cos(turn), 6.6 + rise_m * np.sin(turn)], axis=1)


def gondola() -> MeshData:
    """The last support before the hall, the ropes and the cabins on them."""
    x, y = STATION
    foot, head = y - 46.0, MAST_M - 1.2
    mast = lathe(np.array([(0.75, -1.5), (0.62, 4.0), (0.42, head)]), GREY, sides=12)
    arm = block((-3.4, -0.4, head - 0.5), (3.4, 0.4, head), GREY)
    rollers = [block((dx - 0.2, -2.4, head - 0.15), (dx + 0.2, 2.4, head + 0.25), DARK)
               for dx in (-3.1, 3.1)]  # fmt: skip
    deck = [block((dx - 0.9, -2.6, head + 0.9), (dx - 0.5, 2.6, head + 1.0), STEEL)
            for dx in (-3.1, 4.5)]  # fmt: skip
    tip = block((-0.1, -0.1, head), (0.1, 0.1, MAST_M), ORANGE)
    tower = move(merge([mast, arm, *rollers, *deck, tip]), x, foot)
    pieces = [tower]
    for dx in (-3.1, 3.1):
        near, far = (x + dx, y - 15.0, 5.0), (x + dx, foot, head + 0.3)
        down = (x + dx, foot - 34.0, head - 2.5)
        pieces.append(struts([near, far], [far, down], ROPE_M * 2, DARK))
        share = 0.45 if dx < 0 else 0.7
        spot = np.array(near) + (np.array(far) - np.array(near)) * share
        pieces.append(at(cabin(), [spot]))
        pieces.append(at(cabin(), [np.array(far) + (np.array(down) - np.array(far)) * 0.6]))
    return merge([*pieces, at(cabin(), [(x - 3.1, y - 20.5, 4.8)])])


def chairlift(grounds_m: F64) -> MeshData:
    """Drive station, pylons at `PYLON_Y_M` on `grounds_m`, two ropes with chairs."""
    x, y = CHAIR
    half = CHAIR_GAUGE_M / 2
    pieces = [move(_drive(), x, y)]
    heads = grounds_m + 9.5
    for place, ground in zip(PYLON_Y_M, grounds_m, strict=True):
        pieces.append(move(_pylon(), x, place, float(ground)))
    knots = np.column_stack(
        [np.concatenate([[y + 2.0], PYLON_Y_M]), np.concatenate([[4.6], heads])]
    )
    for dx in (-half, half):
        line = np.column_stack([np.full(len(knots), x + dx), knots])
        pieces.append(struts(line[:-1], line[1:], ROPE_M * 2, DARK))
        at_y = np.arange(y + 10.0 + (6.0 if dx > 0 else 0.0), PYLON_Y_M[-1], 15.0)
        z = np.interp(at_y, knots[:, 0], knots[:, 1])
        spots = np.column_stack([np.full(len(at_y), x + dx), at_y, z])
        pieces.append(at(chair(), spots, turn_deg=180.0 if dx < 0 else 0.0))
    return merge(pieces)


def _pylon() -> MeshData:
    mast = lathe(np.array([(0.5, -1.4), (0.4, 2.0), (0.28, 9.6)]), GREY, sides=10)
    arm = block((-3.0, -0.25, 9.1), (3.0, 0.25, 9.5), GREY)
    wheels = [block((dx - 0.14, -1.6, 9.35), (dx + 0.14, 1.6, 9.65), DARK) for dx in (-2.6, 2.6)]
    ladder = struts([(-0.2, -0.5, 0.4), (0.2, -0.5, 0.4)], [(-0.2, -0.45, 9.0), (0.2, -0.45, 9.0)],
                    0.06, STEEL)  # fmt: skip
    return merge([mast, arm, *wheels, ladder])


def _drive() -> MeshData:
    """The lower station: a bull wheel under a hood on two legs, a ramp, a cabin for the guard."""
    wheel = lathe(np.array([(0.0, 4.4), (2.6, 4.4), (2.7, 4.6), (2.6, 4.8), (0.0, 4.8)]), DARK,
                  sides=24)  # fmt: skip
    hood = prism(p.rounded_rectangle(7.4, 9.0, 3.0, 5), 4.9, 6.4, Paint("painted_metal", "#E4E6E6"),
                 top_outline=p.rounded_rectangle(5.4, 7.2, 2.4, 5))  # fmt: skip
    legs = [block((-0.6, dy - 0.4, -1.5), (0.6, dy + 0.4, 5.0), CONCRETE) for dy in (-1.6, 2.2)]
    deck = block((-5.0, -6.0, -1.5), (5.0, 7.0, 0.3), CONCRETE)
    stripe = block((-3.2, -5.9, 0.3), (3.2, -5.7, 0.34), ORANGE)
    pane = rhythm(2.6, 1, Opening(1.6, 1.2, reveal_m=0.12, bars=(1, 1)), 0.9)
    hut = walls(p.rectangle(3.0, 2.6, (6.8, 0.0)), 2.6, Paint("wood", "#A9744A"), {3: pane})
    roof = block((5.0, -1.7, 2.6), (8.6, 1.7, 2.8), Paint("roof_metal", "#B8392F"))
    foot = block((5.3, -1.3, -1.5), (8.3, 1.3, 0.02), CONCRETE)
    return merge([wheel, hood, *legs, deck, stripe, hut, roof, foot])
