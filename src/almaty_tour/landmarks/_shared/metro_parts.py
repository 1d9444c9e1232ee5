"""Pieces shared by the street entrances of the metro: glass vaults, hoods over stairs, plates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from almaty_tour.kit import extrude, profile, stair, transform
from almaty_tour.kit.dice import diced
from almaty_tour.kit.extrude import block
from almaty_tour.kit.hexahedra import quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.kit.placing import hashed
from almaty_tour.kit.profile import F64
from almaty_tour.kit.tube import tube
from almaty_tour.landmarks._shared.metro_sign import BLUE, DARK, STEEL, emblem
from almaty_tour.mesh.data import MeshData, Prism, merge

GLASS = Paint("window")
PANES = (
    Paint("sky_glass", "#E0C4B6"),
    Paint("sky_glass", "#D2B8AC"),
    Paint("sky_glass", "#ECD0C2"),
)
BRASS = Paint("gold_slat")
LAMP = Paint("lamp_glass")
PAVING = Paint("paving", "#B3A79A")
BAND = Paint("paving", "#8C7C72")
GROUND_M = 0.05
STEPS, RISE_M, TREAD_M = 3, 0.15, 0.36
DOOR_Y_M = 3.2
SILL_M = STEPS * RISE_M


def glazing(
    corners: npt.ArrayLike,
    columns: int,
    rows: int,
    paints: Sequence[Paint],
    metal: Paint,
    name: str,
    *,
    bar_m: float = 0.07,
) -> MeshData:
    """A flat field of panes between bars; (4, 3) corners from the lower left, seen outside."""
    a, b, c, d = np.asarray(corners, np.float64)
    u = np.linspace(0.0, 1.0, columns + 1)[None, :, None]
    v = np.linspace(0.0, 1.0, rows + 1)[:, None, None]
    grid = (1 - v) * ((1 - u) * a + u * b) + v * ((1 - u) * d + u * c)
    quads = np.stack([grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1]], axis=2)
    quads = quads.reshape(-1, 4, 3)
    kind = (hashed(name, len(quads)) >> np.uint32(9)) % np.uint32(len(paints))
    panes = [quadrilaterals(quads[kind == i], paint) for i, paint in enumerate(paints)]
    out = np.cross(b - a, d - a)
    out *= 0.3 * bar_m / np.linalg.norm(out)
    upright = struts(grid[0] + out, grid[-1] + out, bar_m, metal, caps=False)
    level = struts(grid[:, 0] + out, grid[:, -1] + out, bar_m, metal, caps=False)
    return merge([*panes, upright, level])


@dataclass(frozen=True)
class Vault:
    """A glass vault along y from 0 to its length; heights change evenly from front to rear."""

    width_m: float
    length_m: float
    crown_m: tuple[float, float]
    spring_m: tuple[float, float]
    bays: int = 6
    parts: int = 10

    def arches(self, out_m: float = 0.0) -> F64:
        """(bays + 1, parts + 1, 3) points from the right foot over the crown to the left."""
        t = np.linspace(0.0, 1.0, self.bays + 1)[:, None]
        turn = np.linspace(0.0, np.pi, self.parts + 1)[None]
        spring = self.spring_m[0] + t * (self.spring_m[1] - self.spring_m[0])
        crown = self.crown_m[0] + t * (self.crown_m[1] - self.crown_m[0])
        x = (self.width_m / 2 + out_m) * np.cos(turn) + 0 * t
        z = spring + (crown - spring + out_m) * np.sin(turn)
        return np.stack([x, self.length_m * t + 0 * turn, z], axis=2)

    def mesh(self, name: str, metal: Paint, rib_m: float = 0.07) -> MeshData:
        """Panes seen from both sides, a rib at every bay, bars along."""
        outer, inner = self.arches(), self.arches(-0.04)
        quads = [
            np.stack([g[:-1, :-1], g[1:, :-1], g[1:, 1:], g[:-1, 1:]], axis=2).reshape(-1, 4, 3)
            for g in (outer, inner)
        ]
        kind = (hashed(name, len(quads[0])) >> np.uint32(9)) % np.uint32(len(PANES))
        panes = [quadrilaterals(quads[0][kind == i], paint) for i, paint in enumerate(PANES)]
        panes.append(quadrilaterals(quads[1][:, ::-1], PANES[1]))
        ribs = [tube(arch, rib_m, metal, sides=4) for arch in self.arches(0.02)]
        rails = self.arches(0.02)[:, 1:-1]
        bars = struts(rails[:-1].reshape(-1, 3), rails[1:].reshape(-1, 3), 0.05, metal, caps=False)
        return merge([*panes, *ribs, bars])

    def head(self, at: int) -> F64:
        """(k, 2) outline (x, z) of the half ellipse at the front (0) or rear (-1) arch."""
        arch: F64 = self.arches()[at][:, [0, 2]]
        return arch


def plate(outline: npt.ArrayLike, z_m: float, paint: Paint, *, edge_m: float = 4.0) -> MeshData:
    """Paving with sides down into the ground, its top cut small for baked shade."""
    body = extrude.prism(outline, -1.5, z_m, paint.shaded(0.85), top=False)
    return merge([body, diced(extrude.sheet(outline, z_m, paint), edge_m)])


def rail(start: tuple[float, float, float], end: tuple[float, float, float]) -> MeshData:
    """A steel hand rail 0.95 m over a slope or floor, two bars and posts."""
    a, b = np.array(start), np.array(end)
    up = np.array([0.0, 0.0, 0.95])
    count = max(2, round(float(np.linalg.norm(b - a)) / 1.2) + 1)
    spots = a + np.linspace(0.0, 1.0, count)[:, None] * (b - a)
    bars = struts([a + up, a + 0.55 * up], [b + up, b + 0.55 * up], 0.05, STEEL)
    return merge([bars, struts(spots - 0.1 * up, spots + up, 0.045, STEEL)])


def lift(name: str) -> MeshData:
    """A glass lift cabin 2.4 m square: steel frame, roof slab, a door to -y."""
    h, top = 1.2, 2.9
    ring = [(-h, -h), (h, -h), (h, h), (-h, h)]
    sides = [
        glazing([(*a, 0.3), (*b, 0.3), (*b, top), (*a, top)], 2, 3, PANES, STEEL, f"{name}/{i}")
        for i, (a, b) in enumerate(zip(ring, [*ring[1:], ring[0]], strict=True))
    ]
    foot = block((-h - 0.1, -h - 0.1, -1.5), (h + 0.1, h + 0.1, 0.3), DARK)
    roof = block((-h - 0.25, -h - 0.5, top), (h + 0.25, h + 0.25, top + 0.16), STEEL)
    door = transform.move(doors(1.5, 2.2, 2), y=-h - 0.1, z=0.2)
    board = block((-0.9, -h - 0.56, top - 0.02), (0.9, -h - 0.48, top + 0.34), BLUE)
    return merge([*sides, foot, roof, door, board])


def doors(width_m: float, height_m: float, leaves: int) -> MeshData:
    """Glass leaves in a dark frame with brass handles and a blue band; plane y = 0, foot z = 0."""
    half, w = width_m / 2, width_m / leaves
    x = -half + w * np.arange(leaves + 1)
    glass = block((-half, 0.0, 0.0), (half, 0.08, height_m), GLASS)
    posts = [block((p - 0.05, -0.08, 0.0), (p + 0.05, 0.02, height_m), DARK) for p in x]
    beams = [block((-half, -0.07, z), (half, 0.02, z + 0.09), DARK) for z in (0.0, height_m - 0.09)]
    band = block((-half, -0.03, 1.15), (half, 0.02, 1.3), BLUE)
    spots = [(p + s, 0.0) for p in x[1:-1:2] for s in (-0.14, 0.14)]
    handle = block((-0.025, -0.16, 0.75), (0.025, -0.05, 1.55), BRASS)
    return merge([glass, *posts, *beams, band, transform.at(handle, spots)])


@dataclass(frozen=True)
class Hood:
    """A stair to the underground under a glass vault that sinks towards its rear.

    The mouth looks to -y at y = 0; three steps keep rain water out, then the stair descends.
    """

    width_m: float
    length_m: float
    crown_m: float
    low_m: float
    stone: Paint
    wall_m: float = 1.05

    @property
    def vault(self) -> Vault:
        """The glass over it."""
        top = (self.crown_m, self.low_m)
        return Vault(self.width_m, self.length_m, top, (self.wall_m, self.wall_m), bays=7, parts=14)

    def mesh(self, name: str) -> MeshData:
        """Walls, steps up and down, doors, vault, sign."""
        half, w = self.width_m / 2, self.wall_m
        walls = [
            block((s * half - 0.2, -0.2, -1.5), (s * half + 0.2, self.length_m, w), self.stone)
            for s in (-1.0, 1.0)
        ]
        caps = [
            block(
                (s * half - 0.26, -0.26, w),
                (s * half + 0.26, self.length_m + 0.06, w + 0.1),
                self.stone.shaded(1.18),
            )
            for s in (-1.0, 1.0)
        ]
        rear = block((-half, self.length_m - 0.3, -1.5), (half, self.length_m, w + 0.1), self.stone)
        lid = extrude.panel(
            self.vault.head(-1), self.length_m - 0.12, self.length_m - 0.02, self.stone
        )
        return merge(
            [*walls, *caps, rear, lid, self._stairs(), self._front(), self.vault.mesh(name, STEEL)]
        )

    def _stairs(self) -> MeshData:
        inner = self.width_m - 0.5
        flight = stair.straight(inner, SILL_M + 1.5, 1, self.stone, tread_m=0.4, y_m=1.5, z_m=-1.5)
        up = [
            block(
                (-inner / 2, -TREAD_M * (STEPS - k) + 0.4, -1.5),
                (inner / 2, 1.5, RISE_M * (k + 1)),
                self.stone.shaded(1.1),
            )
            for k in range(STEPS)
        ]
        down = [
            block(
                (-inner / 2, 1.5, -1.5),
                (inner / 2, 1.5 + TREAD_M * (k + 1), SILL_M - RISE_M * (k + 1)),
                self.stone.shaded(0.9),
            )
            for k in range(STEPS - 1)
        ]
        rails = [
            rail((x, 0.2, SILL_M), (x, 1.5, SILL_M))
            for x in (0.0, -inner / 2 + 0.1, inner / 2 - 0.1)
        ]
        rails += [rail((0.0, 1.5, SILL_M), (0.0, 2.9, 0.05))]
        return merge([flight, *up, *down, *rails])

    def _front(self) -> MeshData:
        """A blue arched fascia at the mouth, the sign on it, doors deep inside."""
        arch = self.vault.head(0)
        inner = arch * np.array([1.0 - 0.5 / self.width_m, 1.0])
        inner[:, 1] = self.wall_m + (arch[:, 1] - self.wall_m) * (1.0 - 0.3 / self.crown_m)
        band = extrude.panel(
            profile.counter_clockwise(np.concatenate([arch, inner[::-1]])), -0.16, 0.1, BLUE
        )
        sign = transform.move(emblem(0.6), y=-0.1, z=self.crown_m + 0.42)
        leaf = transform.move(doors(0.74 * self.width_m, 2.0, 4), y=DOOR_Y_M)
        slope = (self.crown_m - self.low_m) * DOOR_Y_M / self.length_m
        screen = self.vault.head(0) * np.array([0.96, 1.0])
        screen[:, 1] = self.wall_m + (screen[:, 1] - self.wall_m) * (
            (self.crown_m - slope - self.wall_m) / (self.crown_m - self.wall_m) - 0.04
        )
        foot = profile.line((-self.width_m / 2 + 0.1, 0.0), (self.width_m / 2 - 0.1, 0.0))
        back = extrude.panel(
            profile.counter_clockwise(np.concatenate([screen, foot])),
            DOOR_Y_M + 0.02,
            DOOR_Y_M + 0.06,
            GLASS,
        )
        y = np.array([0.4, DOOR_Y_M - 0.15])
        high = self.crown_m - 0.16 - (self.crown_m - self.low_m) * y / self.length_m
        tubes = struts(
            [(x, y[0], high[0]) for x in (-0.35, 0.35)],
            [(x, y[1], high[1]) for x in (-0.35, 0.35)],
            0.12,
            LAMP,
            depth_m=0.08,
        )
        return merge([band, sign, leaf, back, tubes])

    def solids(self) -> tuple[F64, ...]:
        """(4, 2) plans of what nobody enters: both walls, what lies behind the doors."""
        half = self.width_m / 2
        walls = tuple(
            profile.rectangle(0.4, self.length_m, (s * half, self.length_m / 2))
            for s in (-1.0, 1.0)
        )
        depth = self.length_m - DOOR_Y_M
        return (*walls, profile.rectangle(self.width_m - 0.3, depth, (0.0, DOOR_Y_M + depth / 2)))

    def floors(self) -> tuple[tuple[F64, float], ...]:
        """Plans and heights of the steps, up and then down."""
        inner = self.width_m - 0.5
        spans = [(0.4 - TREAD_M * (STEPS - k), 1.5, RISE_M * (k + 1)) for k in range(STEPS)]
        spans += [
            (1.5, 1.5 + TREAD_M * (k + 1), SILL_M - RISE_M * (k + 1)) for k in range(STEPS - 1)
        ]
        return tuple(
            (profile.rectangle(inner, far - near, (0.0, (near + far) / 2)), top)
            for near, far, top in spans
        )


Standing = tuple[tuple[float, float], float]
"""Where a hood stands in the model frame, metres, and how it is turned, degrees."""


def hoods(name: str, hood: Hood, places: Sequence[Standing]) -> MeshData:
    """A hood at each place; `name` is the stable id of the group."""
    return merge(
        [
            transform.move(transform.turn_z(hood.mesh(f"{name}/{turn_deg}"), turn_deg), *at)
            for at, turn_deg in places
        ]
    )


def hood_collision(
    hood: Hood, at: tuple[float, float], turn_deg: float
) -> tuple[tuple[Prism, ...], tuple[Prism, ...]]:
    """Solids and floors of a hood that is turned, then moved."""
    c, s = np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))
    turn = np.array([[c, s], [-s, c]])

    def placed(plan: F64) -> F64:
        return np.asarray(plan @ turn + np.array(at))

    solids = tuple(stair.wall_prism(placed(plan), hood.wall_m) for plan in hood.solids())
    floors = tuple(stair.floor(placed(plan), top) for plan, top in hood.floors())
    return solids, floors
