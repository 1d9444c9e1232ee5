"""Interiors: spaces with a roof that portals lead to, one TOML each in `content/interiors`.

Frame of an interior: metres, x to the east, y to the north, z up, headings clockwise from
north. Its model has the same frame; where an interior lies in the city does not matter.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from almaty_tour.base.errors import AlmatyTourError, ContentError
from almaty_tour.base.spaces import space_of
from almaty_tour.content import schema
from almaty_tour.content.load import check_range, decoded, load_all, text
from almaty_tour.content.model import Text

Vec3 = tuple[float, float, float]
SMALL_M, LARGE_M = 2.5, 400.0
MOST_PLACES: Final = 200
CASE_M: Final = (0.1, 3.0)


@dataclass(frozen=True)
class Portal:
    """A door between the city and an interior.

    Attributes:
        landmark: id; `door_m` is the foot of the door in the frame of its model.
        out_deg: where who comes out looks, clockwise from the landmark's front.
        reach_m: from how far outdoors one can go in.
        inside_m: where the feet of who comes in stand; heading_deg: where they look.
    """

    landmark: str
    door_m: Vec3
    out_deg: float
    reach_m: float
    inside_m: Vec3
    heading_deg: float


@dataclass(frozen=True)
class Stand:
    """A place for an exhibit, which may not be there yet.

    Attributes:
        at_m: foot of the plinth. heading_deg: where the front of the exhibit looks.
        plinth_m, width_m: height and side of the plinth, which the interior's model has.
        scale: 1 shows it in its true size.
        from_m: how far from its middle visitors stand; 0 chooses by the plinth.
        case_m: height of the glass case on the plinth; 0 has none.
    """

    exhibit: str
    at_m: Vec3
    heading_deg: float
    plinth_m: float
    width_m: float
    scale: float
    from_m: float
    case_m: float = 0.0


@dataclass(frozen=True)
class Hanging:
    """A place on a wall for one picture.

    Attributes:
        id: of the wall and the number on it, "north.1". group: "gallery" or "frieze".
        at_m: middle of the picture, on the wall. facing_deg: where the picture looks.
        most_m: width and height that there is room for, frame included.
    """

    id: str
    group: str
    at_m: Vec3
    facing_deg: float
    most_m: tuple[float, float]


@dataclass(frozen=True)
class Spot:
    """A lamp whose light is baked into the model.

    Attributes:
        at_m, aim_m: where it is and what it is turned to.
        strength: of its light at the aim, 1 is the brightest. spread_deg: of its cone.
    """

    at_m: Vec3
    aim_m: Vec3
    strength: float
    spread_deg: float


@dataclass(frozen=True)
class RoomLight:
    """Light of an interior; colours are linear, a picture's middle grey is 0.18.

    Attributes:
        key_from_deg: heading and height above the horizon that the light comes from which
            throws shadows; ceilings let it through. key: its colour.
        walls, ceiling, floor: what surfaces receive from them, and mirrors show.
        backdrop: what is seen where nothing stands. lamps: brightness of lamps in the model.
        baked: 1 when the bakery puts the light of the spots into the model, 0 for a plain one.
    """

    key_from_deg: tuple[float, float]
    key: Vec3
    walls: Vec3
    ceiling: Vec3
    floor: Vec3
    backdrop: Vec3
    lamps: float
    baked: float

    @property
    def key_enu(self) -> Vec3:
        """Unit vector towards the light that throws shadows."""
        heading, height = (math.radians(angle) for angle in self.key_from_deg)
        level = math.cos(height)
        return math.sin(heading) * level, math.cos(heading) * level, math.sin(height)


@dataclass(frozen=True)
class InteriorSpec:
    """Everything about one interior that is not its form.

    Attributes:
        id: file name of its TOML and of its builder. order: lists show interiors by it.
        model: file name in `assets/models`.
        floor_m: the lowest ground; higher floors are in the model's collision.
    """

    id: str
    order: int
    name: Text
    lead: Text
    model: str
    floor_m: float
    light: RoomLight
    portals: tuple[Portal, ...]
    stands: tuple[Stand, ...]
    hangings: tuple[Hanging, ...]
    spots: tuple[Spot, ...]
    sources: tuple[str, ...]

    @property
    def space(self) -> str:
        """The space that it is."""
        return space_of(self.id)

    def stand(self, exhibit: str | None) -> Stand | None:
        """The stand of an exhibit, None where it has none here."""
        return next((one for one in self.stands if one.exhibit == exhibit), None)


def load_interior(path: Path) -> InteriorSpec:
    """One interior; ContentError names file, key and fault."""
    file = decoded(path, schema.InteriorFile)
    if not file.portals:
        raise ContentError(path, "has no portal", where="portals", hint="add [[portals]]")
    _check_stands(path, file.stands)
    _check_once(path, "wall", [wall.id for wall in file.walls])
    check_range(path, "light.key_from_deg", file.light.key_from_deg[1], 5.0, 90.0)
    return InteriorSpec(
        id=path.stem,
        order=file.order,
        name=text(file.name),
        lead=text(file.lead),
        model=file.model or f"{path.stem}.glb",
        floor_m=file.floor_m,
        light=_light(file.light),
        portals=tuple(_portal(path, n, one) for n, one in enumerate(file.portals, 1)),
        stands=tuple(_stand(one) for one in file.stands),
        hangings=tuple(
            place
            for number, wall in enumerate(file.walls, 1)
            for place in _hangings(path, number, wall)
        ),
        spots=tuple(Spot(s.at_m, s.aim_m, s.strength, s.spread_deg) for s in file.spots),
        sources=file.sources,
    )


def load_interiors(content: Path) -> tuple[dict[str, InteriorSpec], list[AlmatyTourError]]:
    """All interiors by id in their order, and the faults of those left out."""
    found, faults = load_all(content / "interiors", load_interior)
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[0]))), faults


def _light(file: schema.RoomFile) -> RoomLight:
    return RoomLight(
        file.key_from_deg, file.key, file.walls, file.ceiling, file.floor, file.backdrop,
        file.lamps, file.baked,
    )  # fmt: skip


def _portal(path: Path, number: int, file: schema.PortalFile) -> Portal:
    check_range(path, f"portal {number} reach_m", file.reach_m, SMALL_M, 60.0)
    return Portal(
        file.landmark, file.door_m, file.out_deg, file.reach_m, file.inside_m, file.heading_deg
    )


def _stand(file: schema.StandFile) -> Stand:
    return Stand(
        file.exhibit, file.at_m, file.heading_deg, file.plinth_m, file.width_m, file.scale,
        file.from_m, file.case_m,
    )  # fmt: skip


def _check_stands(path: Path, stands: tuple[schema.StandFile, ...]) -> None:
    _check_once(path, "stand", [one.exhibit for one in stands])
    for one in stands:
        check_range(path, f"stand {one.exhibit} plinth_m", one.plinth_m, 0.0, 3.0)
        check_range(path, f"stand {one.exhibit} width_m", one.width_m, 0.1, 20.0)
        check_range(path, f"stand {one.exhibit} scale", one.scale, 0.05, 20.0)
        if one.case_m != 0.0:
            check_range(path, f"stand {one.exhibit} case_m", one.case_m, *CASE_M)


def _check_once(path: Path, what: str, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise ContentError(path, "is there twice", where=f"{what} {name}")


def _hangings(path: Path, number: int, wall: schema.WallFile) -> list[Hanging]:
    """The places of a wall, evenly spread; pictures face the right hand of who walks along it."""
    where = f"wall {number}"
    check_range(path, f"{where} count", wall.count, 1, MOST_PLACES)
    (x0, y0), (x1, y1) = wall.begin_m, wall.end_m
    length = math.hypot(x1 - x0, y1 - y0)
    check_range(path, f"{where} length", length, 0.5, LARGE_M)
    if wall.most_m[0] * wall.count > length + 1e-6:
        raise ContentError(
            path, f"{wall.count} pictures of {wall.most_m[0]} m do not fit {length:.2f} m",
            where=where,
        )  # fmt: skip
    facing = math.degrees(math.atan2(x1 - x0, y1 - y0)) + 90.0
    shares = [(k + 0.5) / wall.count for k in range(wall.count)]
    return [
        Hanging(
            id=f"{wall.id}.{k}",
            group=wall.group,
            at_m=(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, wall.centre_m),
            facing_deg=facing % 360.0,
            most_m=wall.most_m,
        )
        for k, share in enumerate(shares, 1)
    ]
