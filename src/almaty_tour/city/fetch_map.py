"""Today's map of a box: an extract in one file, or an Overpass API asked in small pieces.

Each piece is a file of its own, so a second run asks only for what is missing. A piece that
the server finds too much is quartered.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import msgspec

from almaty_tour.base.errors import AssetError
from almaty_tour.city.fetch import Line, Told, Wish, forget
from almaty_tour.city.fetch_settings import Box, MapService

MOST_QUARTERINGS: Final = 3
QUERY_S: Final = 180
Said = Callable[[str], None]


class _Answer(msgspec.Struct):
    elements: list[dict[str, Any]]
    osm3s: dict[str, Any] = {}
    remark: str = ""


def fetch_map(line: Line, service: MapService, box: Box, folder: Path, said: Said) -> Path:
    """The file of the map of a box, to be imported; AssetError when it cannot be had."""
    if service.kind == "extract":
        name = service.url.rsplit("/", 1)[-1].split("?")[0] or "map.osm.pbf"
        wish = Wish(service.url, folder / name, service.largest_bytes)
        line.fetch(wish, in_megabytes("map", said))
        return wish.target
    pieces = cut(box, service.piece_deg)
    files: list[Path] = []
    for number, piece in enumerate(pieces, 1):
        said(f"map: piece {number} of {len(pieces)}")
        files += _piece(line, service, piece, folder, said, MOST_QUARTERINGS)
        if sum(path.stat().st_size for path in files) > service.largest_bytes:
            what = f"the pieces have more than the {service.largest_bytes} bytes allowed"
            raise AssetError(service.url, what, hint="a smaller --box")
    target = folder / "map.json"
    join(files, target)
    return target


def cut(box: Box, side_deg: float) -> list[Box]:
    """A box as pieces with sides of at most `side_deg`, row by row."""
    west, south, east, north = box
    columns = max(math.ceil((east - west) / side_deg - 1e-9), 1)
    rows = max(math.ceil((north - south) / side_deg - 1e-9), 1)
    wide, high = (east - west) / columns, (north - south) / rows
    return [
        (
            round(west + wide * i, 7), round(south + high * j, 7),
            round(west + wide * (i + 1), 7), round(south + high * (j + 1), 7),
        )
        for j in range(rows)
        for i in range(columns)
    ]  # fmt: skip


def query(select: tuple[str, ...], box: Box) -> str:
    """What an Overpass API is asked: the elements of a box and the nodes that they need."""
    west, south, east, north = box
    chosen = "".join(f"{one};" for one in select)
    head = f"[out:json][timeout:{QUERY_S}][bbox:{south},{west},{north},{east}];"
    return f"{head}({chosen});out body;>;out skel qt;"


def join(files: list[Path], target: Path) -> None:
    """One Overpass answer of many; what several pieces hold is taken where it tells most."""
    best: dict[tuple[str, int], bytes] = {}
    base: dict[str, Any] = {}
    for path in files:
        answer = _read(path)
        base = base or answer.osm3s
        for element in answer.elements:
            key = str(element.get("type")), int(element.get("id", 0))
            packed = msgspec.json.encode(element)
            if len(packed) > len(best.get(key, b"")):
                best[key] = packed
    with target.open("wb") as file:
        file.write(b'{"osm3s":' + msgspec.json.encode(base) + b',"elements":[\n')
        file.write(b",\n".join(best.values()))
        file.write(b"\n]}\n")


def in_megabytes(words: str, said: Said) -> Told:
    """Tells every tenth of a file, or every 10 MB where the length is unknown."""
    before = 0

    def told(done: int, whole: int) -> None:
        nonlocal before
        step = done * 10 // whole if whole else done // 10_000_000
        if step != before:
            before = step
            of = f" of {whole / 1e6:.1f}" if whole else ""
            said(f"{words}: {done / 1e6:.1f}{of} MB")

    return told


def _piece(
    line: Line, service: MapService, box: Box, folder: Path, said: Said, quarterings: int
) -> list[Path]:
    """The files of a piece: one, or those of its quarters."""
    asked = query(service.select, box)
    name = hashlib.sha256(f"{service.url}\n{asked}".encode()).hexdigest()[:16]
    form = urlencode({"data": asked}).encode()
    wish = Wish(service.url, folder / f"{name}.json", service.largest_bytes, form)
    if quarterings and (folder / f"{name}.too_much").exists():
        return _quarters(line, service, box, folder, said, quarterings)
    line.fetch(wish, in_megabytes("map", said))
    try:
        answer = _read(wish.target)
    except AssetError:
        forget(wish)
        raise
    if "error" not in answer.remark.lower():
        return [wish.target]
    forget(wish)
    if not quarterings:
        raise AssetError(service.url, f"answers: {answer.remark[:200]}", hint="a smaller --box")
    said("map: too much for the server, asking for quarters")
    (folder / f"{name}.too_much").touch()
    return _quarters(line, service, box, folder, said, quarterings)


def _quarters(
    line: Line, service: MapService, box: Box, folder: Path, said: Said, quarterings: int
) -> list[Path]:
    side = max(box[2] - box[0], box[3] - box[1]) / 2
    files: list[Path] = []
    for quarter in cut(box, side):
        files += _piece(line, service, quarter, folder, said, quarterings - 1)
    return files


def _read(path: Path) -> _Answer:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Answer)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise AssetError(path, f"is no answer of an Overpass API: {error}") from error
