"""Exhibits: objects that the hall shows, one TOML each in `assets/content/exhibits`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from almaty_tour.base.errors import AlmatyTourError, ContentError
from almaty_tour.content import schema
from almaty_tour.content.load import check_range, decoded, load_all, text
from almaty_tour.content.model import Annotation, Fact, Text

Extent = Literal["width", "depth", "height"]
ON_THE_MAP_DEG = ((41.0, 47.0), (72.0, 84.0))
"""Latitudes and longitudes of the map of Zhetysu."""


@dataclass(frozen=True)
class Size:
    """One measure of an exhibit: the extent of a part, the whole where `part` is empty.

    `source` names who states it; empty for a size of our reconstruction.
    """

    of: Extent
    value_cm: float
    part: str = ""
    source: str = ""


@dataclass(frozen=True)
class ExhibitSpec:
    """Everything about one exhibit that is not its form.

    Attributes:
        id: file name of its TOML, of its builder and of its model.
        order: the hall shows exhibits by it. group: those of one group stand together.
        period: as told to a visitor; `period_source` is empty where the date is uncertain.
        find_deg: latitude and longitude of the find, None where it is not known;
            `find_exact` when it is a place and not a region.
        original: where the original is kept, empty where no source tells.
        sizes: the builder keeps to them. story: sentences with their sources.
        annotations: at least two; `at_m` is in the frame of the model, which is centimetres.
    """

    id: str
    order: int
    group: str
    name: Text
    lead: Text
    period: Text
    period_source: str
    material: Text
    find_place: Text
    find_deg: tuple[float, float] | None
    find_exact: bool
    original: Text | None
    sizes: tuple[Size, ...]
    story: tuple[Fact, ...]
    annotations: tuple[Annotation, ...]
    sources: tuple[str, ...]

    def size_cm(self, of: Extent, part: str = "") -> float:
        """A measure that the file gives; KeyError where it does not."""
        for size in self.sizes:
            if (size.of, size.part) == (of, part):
                return size.value_cm
        raise KeyError(f"{self.id} has no {of} of '{part}'")


def load_exhibit(path: Path) -> ExhibitSpec:
    """One exhibit; ContentError names file, key and fault."""
    file = decoded(path, schema.ExhibitFile)
    if len(file.annotations) < 2:
        raise ContentError(path, "has fewer than two annotations", where="annotations")
    if not file.sizes:
        raise ContentError(path, "has no size", where="sizes", hint="add [[sizes]]")
    for size in file.sizes:
        check_range(path, "sizes.value_cm", size.value_cm, 0.01, 500.0)
    if file.find_deg is not None:
        for value, limits in zip(file.find_deg, ON_THE_MAP_DEG, strict=True):
            check_range(path, "find_deg", value, *limits)
    return ExhibitSpec(
        id=path.stem,
        order=file.order,
        group=file.group,
        name=text(file.name),
        lead=text(file.lead),
        period=text(file.period),
        period_source=file.period_source,
        material=text(file.material),
        find_place=text(file.find_place),
        find_deg=file.find_deg,
        find_exact=file.find_exact,
        original=None if file.original is None else text(file.original),
        sizes=tuple(Size(s.of, s.value_cm, s.part, s.source) for s in file.sizes),
        story=tuple(Fact(text(fact), fact.source) for fact in file.story),
        annotations=tuple(Annotation(a.part, a.at_cm, text(a)) for a in file.annotations),
        sources=file.sources,
    )


def load_exhibits(content: Path) -> tuple[dict[str, ExhibitSpec], list[AlmatyTourError]]:
    """All exhibits by id in their order, and the faults of those left out."""
    found, faults = load_all(content / "exhibits", load_exhibit)
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[0]))), faults
