"""Every exhibit with a builder, built once for all the tests that look at it."""

import importlib
from functools import cache

import numpy as np
import pytest

from almaty_tour.bake.plan import exhibit_ids, spec_path
from almaty_tour.content.exhibits import load_exhibit


class Exhibit:
    """One exhibit as specified and as built."""

    def __init__(self, name):
        self.id = name
        self.spec = load_exhibit(spec_path(name))
        self.mesh = self.build().mesh

    def build(self):
        return importlib.import_module(f"almaty_tour.exhibits.{self.id}").build(self.spec)

    def points(self, part=""):
        """(k, 3) corners of the triangles of a part, of all without a name."""
        first = self.mesh.faces[:, 0]
        chosen = np.ones(len(first), bool)
        if part:
            chosen = self.mesh.part[first] == self.mesh.parts.index(part)
        return self.mesh.positions[self.mesh.faces[chosen].ravel()].astype(np.float64)


_exhibit = cache(Exhibit)


def pytest_generate_tests(metafunc):
    named = any("exhibit" in mark.args for mark in metafunc.definition.iter_markers("parametrize"))
    if "exhibit" in metafunc.fixturenames and not named:
        metafunc.parametrize("exhibit", exhibit_ids(), indirect=True, scope="session")


@pytest.fixture(scope="session")
def exhibit(request):
    return _exhibit(request.param)
