"""What models are built from holds nothing that differs from run to run.

That whole models repeat to the bit is checked by `scripts/long_check.py` ("models repeat"),
which builds each of them again and takes an hour.
"""

import ast
from pathlib import Path

import pytest

import almaty_tour

ROOMS = ("kit", "landmarks", "exhibits", "interiors", "mesh")
FOREIGN = {"random", "secrets", "uuid", "time", "datetime", "threading", "multiprocessing"}
CHANCE = {"default_rng", "RandomState", "urandom", "getpid", "getrandom", "hash", "id"}
SOURCES = [
    path
    for room in ROOMS
    for path in sorted((Path(almaty_tour.__file__).parent / room).rglob("*.py"))
]


def unsteady(tree):
    """Lines whose result may differ between two runs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found = FOREIGN & {one.name.split(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            found = FOREIGN & {(node.module or "").split(".")[0]}
        elif isinstance(node, ast.Call):
            found = CHANCE & {getattr(node.func, "attr", getattr(node.func, "id", ""))}
        elif isinstance(node, ast.For | ast.comprehension):
            found = {"a set's order"} if is_set(node.iter) else set()
        else:
            found = {"random"} if getattr(node, "attr", "") == "random" else set()
        yield from sorted(found)


def is_set(node):
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", "") in {"set", "frozenset"}
    return isinstance(node, ast.Set | ast.SetComp)


@pytest.mark.parametrize("room", ROOMS)
def test_builders_use_no_chance_no_clock_and_no_order_of_sets(room):
    mine = [path for path in SOURCES if room in path.parts]
    assert mine
    found = [
        f"{path.name}: {what}"
        for path in mine
        for what in unsteady(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "import random",
        "from time import time",
        "x = np.random.default_rng()",
        "x = np.random.rand(3)",
        "for a in {1, 2}: pass",
        "y = [a for a in set(b)]",
        "seed = hash('a')",
    ],
)
def test_what_differs_is_seen(line):
    assert list(unsteady(ast.parse(line)))
