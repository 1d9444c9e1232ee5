"""The names of the streets in three languages, read from what the bakery wrote."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError
from almaty_tour.content.model import Text

LIMIT_BYTES = 2_000_000
KIND_WORDS = {
    "kk": ("көшесі", "даңғылы", "бульвары"),
    "ru": ("улица", "проспект", "бульвар"),
    "en": ("Street", "Avenue", "Boulevard"),
}


@dataclass(frozen=True, eq=False)
class StreetName:
    """A street of today.

    Attributes:
        name: in the three languages. kind: street, avenue, boulevard, highway or road.
        also: other names by which it is looked for, in Russian as on older maps.
    """

    id: str
    name: Text
    kind: str
    also: tuple[str, ...] = ()

    def short(self, language: str) -> str:
        """The name without its word for street or avenue, as a small map has it."""
        text = self.name[language]
        for word in KIND_WORDS[language]:
            text = text.removeprefix(f"{word} ").removesuffix(f" {word}")
        return text

    @property
    def keys(self) -> tuple[str, ...]:
        """Everything by which it is found."""
        return (*self.name.values(), *self.also)


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kk: str
    ru: str
    en: str
    kind: Literal["street", "avenue", "boulevard", "highway", "road"]
    also: tuple[str, ...] = ()


def read_names(path: Path) -> tuple[StreetName, ...]:
    """The streets in the order of the file; AssetError when it is missing or damaged."""
    try:
        rows = msgspec.toml.decode(read_bounded(path, LIMIT_BYTES), type=dict[str, _Row])
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise AssetError(path, f"is damaged: {error}", hint="bake the town again") from error
    return tuple(
        StreetName(name, {"kk": row.kk, "ru": row.ru, "en": row.en}, row.kind, row.also)
        for name, row in rows.items()
    )
