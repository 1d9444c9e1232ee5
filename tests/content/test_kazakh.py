"""Kazakh texts: one alphabet, marks, dates, endings after the vowels, one word for one thing."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from almaty_tour.base.assets import assets_dir

ASSETS = assets_dir()
GLOSSARY = Path(__file__).parents[2] / "docs" / "kazakh.md"

# The 42 letters of the alphabet.
LETTERS = frozenset("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")
LATIN = re.compile("[A-Za-z]")
CYRILLIC = re.compile("[\u0400-\u04ff]")
WORD = re.compile(r"[^\W\d_]+")
PLACE = re.compile(r"\{\w+\}")
MONTHS = "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
MARKS = {
    "a straight quotation mark": r"[\"']",
    "two spaces": r"\s\s",
    "a space at the end": r"^\s|\s$",
    "a space before a mark": r"\s(?:[,;:!?»)]|\.(?!\w))",
    "a space after an opening mark": r"[«(]\s",
    "a hyphen or a long dash between words": r"\s[-\u2014]|[-\u2014]\s",
    "a hyphen between numbers": r"\d-\d",
    "a date told as in Russian": rf"\b\d{{1,2}} (?:{MONTHS})\w* \d{{4}}",
    "«жылы» before a day": rf"\d жылы \d{{1,2}}(?:–\d{{1,2}})? (?:{MONTHS})",
    "«жылғы» missing": rf"\d ж\. \d{{1,2}} (?:{MONTHS})\w*$",
}

BACK, FRONT = frozenset("аоұы"), frozenset("әөүіе")
# After a vowel, у and и are consonants.
VOWELS = re.compile("[аоұыәөүіеюяэё]|(?<![аоұыәөүіе])[уи]")
# Plural and case after a stem; each has a twin of the other row.
ENDING = re.compile(
    r"(?P<stem>\w{2,}?)(?P<ending>(?:[лдт][ае]р)?"
    r"(?:[дтн][ае]н|[дт][ае](?:ғы|гі)?|[ғқ]а|[гк]е|[дтн][ыі]ң?|[сл][ыі]|[лд]ы[қғ]ы?|[лд]і[кг]і?)?)"
)
# Borrowed or personal: the end of the root only looks like an ending, or the ending is a custom.
LOANS = re.compile(r"гектар|оперетта|әбілда|тракті|\w+[ое]в[тдн]")


def texts_of(node: object) -> Iterator[str]:
    """The Kazakh texts below a table of TOML."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "kk" and isinstance(value, str):
                yield value
            else:
                yield from texts_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts_of(value)


def strings_of(node: object) -> Iterator[str]:
    """All texts of the interface."""
    if isinstance(node, dict):
        for value in node.values():
            yield from strings_of(value)
    elif isinstance(node, str):
        yield node


def gathered() -> dict[str, list[str]]:
    """The Kazakh texts of each file, by its path below the assets."""
    found: dict[str, list[str]] = {}
    for path in sorted((*ASSETS.glob("content/**/*.toml"), ASSETS / "city/named_streets.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        interface = path.name == "ui.toml"
        if interface and path.parent.name != "kk":
            continue
        texts = list(strings_of(table) if interface else texts_of(table))
        if texts:
            found[path.relative_to(ASSETS).as_posix()] = texts
    return found


TEXTS = gathered()


def forbidden() -> list[tuple[str, str]]:
    """Pairs of a word of the glossary and a stem that stands for it no more."""
    pairs = []
    for line in GLOSSARY.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 4 and cells[0] != "kk" and cells[3] != "–":
            pairs += [(cells[0], stem.strip()) for stem in cells[3].split(",")]
    return pairs


STEMS = forbidden()


def alphabet_faults(text: str) -> list[str]:
    """Words of two alphabets and letters that the Kazakh alphabet does not have."""
    words = WORD.findall(PLACE.sub("", text))
    return [
        word
        for word in words
        if (LATIN.search(word) and CYRILLIC.search(word))
        or any(CYRILLIC.match(letter) and letter not in LETTERS for letter in word.lower())
    ]


def mark_faults(text: str) -> list[str]:
    """What is wrong with the marks, spaces and dates of a text."""
    faults = [name for name, pattern in MARKS.items() if re.search(pattern, text)]
    return faults + (["«» do not pair"] if text.count("«") != text.count("»") else [])


def harmony_faults(text: str) -> list[str]:
    """Words whose ending is of the other row than the last vowel of their stem."""
    faults = []
    for word in WORD.findall(text.lower()):
        parts = ENDING.fullmatch(word)
        if not parts or not parts["ending"] or LOANS.match(word):
            continue
        stem, ending = VOWELS.findall(parts["stem"]), VOWELS.findall(parts["ending"])
        rows = {letter in BACK for letter in ending}
        if stem and stem[-1] in BACK | FRONT and rows != {stem[-1] in BACK}:
            faults.append(word)
    return faults


def term_faults(text: str) -> list[str]:
    """Stems that the glossary has put away."""
    plain = text.lower().replace("мұражай-үй", "")
    return [f"{stem}: {word}" for word, stem in STEMS if re.search(rf"\b{stem}", plain)]


def told(faults_of: object) -> list[tuple[str, str, list[str]]]:
    """Every fault with its file and text."""
    assert callable(faults_of)
    return [
        (path, text, faults)
        for path, texts in TEXTS.items()
        for text in texts
        if (faults := faults_of(text))
    ]


def test_all_texts_are_read():
    assert sum(map(len, TEXTS.values())) > 2000
    assert {path.split("/")[1] for path in TEXTS} >= {
        "landmarks", "exhibits", "tours", "history", "pictures", "postcards", "interiors", "kk",
        "weather", "frieze.toml", "zhetysu.toml", "named_streets.toml",
    }  # fmt: skip
    assert len(STEMS) > 20


def test_a_word_has_one_alphabet_and_only_letters_of_kazakh():
    assert told(alphabet_faults) == []


def test_marks_spaces_and_dates():
    assert told(mark_faults) == []


def test_endings_follow_the_vowels():
    assert told(harmony_faults) == []


def test_one_thing_has_one_word():
    assert told(term_faults) == []


@pytest.mark.parametrize(
    ("faults_of", "wrong", "right"),
    [
        (alphabet_faults, "Aбай", "Абай"),
        (alphabet_faults, "Iле", "Іле"),
        (alphabet_faults, "Ќала", "Қала"),
        (alphabet_faults, "Кө{name}cы", "Көріністер: {name}"),
        (mark_faults, 'Цирк "Медео"', "Цирк «Медео»"),
        (mark_faults, "Үй  мен", "Үй мен"),
        (mark_faults, "Үй .", "Үй."),
        (mark_faults, "«Арман", "«Арман»"),
        (mark_faults, "1979-1983 жылдары", "1979–1983 жылдары"),
        (mark_faults, "Метро - көлік", "Метро – көлік"),
        (mark_faults, "5 қараша 2016 жыл", "2016 жылғы 5 қараша"),
        (mark_faults, "2016 жылы 5 қарашада", "2016 жылғы 5 қарашада"),
        (mark_faults, "2016 ж. 5 қараша", "1910 ж. 22 желтоқсан (1911 ж. 4 қаңтар)"),
        (harmony_faults, "таулер", "таулар"),
        (harmony_faults, "үйларда", "үйлерде"),
        (harmony_faults, "қаланің", "қаланың"),
        (harmony_faults, "көлға", "көлге"),
        (harmony_faults, "бақтен", "бақтан"),
        (term_faults, "Мұражайға кіру", "Д. А. Қонаевтың мұражай-үйі"),
        (term_faults, "жеті метро бекеті", "аспалы жолдың бекеті"),
    ],
)
def test_a_wrong_text_is_caught(faults_of, wrong, right):
    assert faults_of(wrong)
    assert faults_of(right) == []
