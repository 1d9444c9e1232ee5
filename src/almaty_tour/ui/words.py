"""The interface's words: one TOML file per language, looked up by dotted name."""

from __future__ import annotations

import string
import tomllib
from pathlib import Path
from typing import Any

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AlmatyTourError, ContentError
from almaty_tour.content.model import LANGUAGES

MAX_WORDS_BYTES = 200_000
PROOFREADING = "needs_proofreading"


class Words:
    """The words of one language; a name that is missing is a fault, never an empty text."""

    def __init__(self, language: str, texts: dict[str, str], proofreading: tuple[str, ...]) -> None:
        self.language = language
        self.texts = texts
        self.needs_proofreading = proofreading

    def __call__(self, name: str, /, **values: object) -> str:
        """The text of a name like "title.tour", with `{places}` filled in."""
        text = self.texts[name]
        return text.format(**values) if values else text

    def placeholders(self, name: str) -> frozenset[str]:
        """Names of the places to fill in a text."""
        return frozenset(
            field for _, field, _, _ in string.Formatter().parse(self.texts[name]) if field
        )


def load_words(content: Path, language: str) -> Words:
    """Words of `content/<language>/ui.toml`; ContentError names file and key."""
    path = content / language / "ui.toml"
    data = read_bounded(path, MAX_WORDS_BYTES)
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        what = f"is not TOML: {error}"
        raise ContentError(path, what, hint="see docs/add-a-language.md") from None
    proofreading = table.pop(PROOFREADING, [])
    texts: dict[str, str] = {}
    _flatten(path, "", table, texts)
    unknown = sorted(set(proofreading) - set(texts))
    if unknown:
        raise ContentError(path, f"marks unknown names: {', '.join(unknown)}", where=PROOFREADING)
    return Words(language, texts, tuple(proofreading))


def load_all_words(content: Path) -> tuple[dict[str, Words], list[AlmatyTourError]]:
    """Words by language, and the faults of what was left out.

    A broken file leaves its language out; a text that one language lacks is taken from the
    first that has it. Raises the fault of the first language when none is whole.
    """
    found: dict[str, Words] = {}
    faults: list[AlmatyTourError] = []
    for language in LANGUAGES:
        try:
            found[language] = load_words(content, language)
        except AlmatyTourError as fault:
            faults.append(fault)
    if not found:
        raise faults[0]
    everything: dict[str, str] = {}
    for words in found.values():
        everything = words.texts | everything
    for language, words in found.items():
        lacking = sorted(everything.keys() - words.texts.keys())
        path = content / language / "ui.toml"
        faults += [ContentError(path, "text is missing", where=name) for name in lacking]
        words.texts.update({name: everything[name] for name in lacking})
    return found, faults


def _flatten(path: Path, prefix: str, table: dict[str, Any], texts: dict[str, str]) -> None:
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            _flatten(path, f"{name}.", value, texts)
        elif isinstance(value, str) and value.strip():
            texts[name] = value
        else:
            raise ContentError(path, "must be a text that is not empty", where=name)
