"""Heights of a box: tiles of one degree, whole files, each resumed where it broke off."""

from __future__ import annotations

from pathlib import Path

from almaty_tour.city.fetch import Line, Wish
from almaty_tour.city.fetch_map import Said, in_megabytes
from almaty_tour.city.fetch_settings import Box, HeightService, corners


def fetch_heights(
    line: Line, service: HeightService, box: Box, folder: Path, said: Said
) -> list[Path]:
    """The files of the tiles that a box touches; AssetError when one cannot be had."""
    wanted = corners(box)
    files = []
    for number, (south, west) in enumerate(wanted, 1):
        url, name = service.tile(south, west)
        said(f"heights: file {number} of {len(wanted)}")
        target = folder / Path(name).name
        line.fetch(Wish(url, target, service.largest_bytes), in_megabytes("heights", said))
        files.append(target)
    return files
