"""Every landmark with a builder, built once for all the tests that look at it."""

from __future__ import annotations

import importlib
import os
import pickle
import time
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, cached_property

import numpy as np
import pytest

from almaty_tour.bake.plan import landmark_ids, spec_path
from almaty_tour.content.load import load_landmark
from almaty_tour.mesh import check


class Landmark:
    """One landmark as specified and as built."""

    def __init__(self, name, folder):
        self.id = name
        self.spec = load_landmark(spec_path(name))
        model = self._shared(folder / f"{name}.pickle") if folder else self.build()
        self.mesh, self.props = model.mesh, model.props
        self.solids, self.floors = model.collision.solids, model.collision.floors

    def _shared(self, stored):
        """The model that one of several test processes builds and the others read."""
        with alone(stored.with_suffix(".lock")):
            if not stored.exists():
                stored.write_bytes(pickle.dumps(self.build()))
        return pickle.loads(stored.read_bytes())

    def build(self, **changed):
        """Another model, after a specification that may differ."""
        module = importlib.import_module(f"almaty_tour.landmarks.{self.id}")
        return module.build(replace(self.spec, **changed))

    @cached_property
    def props_at_m(self):
        """(n, 3) where the props of all kinds stand."""
        tables = [np.zeros((0, 3)), *(table.positions for table in self.props)]
        return np.concatenate(tables).astype(np.float64)

    def faces(self, *parts, material=None):
        """(m,) which faces belong to the named parts, to a material, to both."""
        first = self.mesh.faces[:, 0]
        chosen = np.ones(len(first), bool)
        if parts:
            wanted = [self.mesh.parts.index(name) for name in parts]
            chosen &= np.isin(self.mesh.part[first], wanted)
        if material is not None:
            chosen &= self.mesh.material[first] == self.mesh.materials.index(material)
        return chosen

    def corners(self, *parts, material=None):
        """(m, 3, 3) corners of the triangles of named parts, of one material when told."""
        faces = self.mesh.faces[self.faces(*parts, material=material)]
        return self.mesh.positions[faces].astype(np.float64)

    def points(self, *parts, material=None):
        """(3m, 3) the same corners in one row."""
        return self.corners(*parts, material=material).reshape(-1, 3)

    @staticmethod
    def clusters(values, gap_m):
        """Sorted values, parted where two neighbours are more than `gap_m` apart."""
        ordered = np.sort(values)
        return np.split(ordered, np.nonzero(np.diff(ordered) > gap_m)[0] + 1)

    def tops_m(self):
        """The levels that can be walked on, lowest first."""
        return sorted({round(float(floor.top_m), 4) for floor in self.floors})

    def holes(self, part, material=None):
        """Edges of a part that are not passed as often one way as the other."""
        return check.boundary_edges(self.piece(part, material))

    def volume_m3(self, part, material=None):
        return check.volume_m3(self.piece(part, material))

    def piece(self, part, material=None):
        """One part as a mesh of its own."""
        used, faces = np.unique(
            self.mesh.faces[self.faces(part, material=material)], return_inverse=True
        )
        rows = {name: getattr(self.mesh, name)[used] for name in ("positions", "normals")}
        return replace(self.mesh, **rows, faces=faces.reshape(-1, 3).astype(np.uint32))


@contextmanager
def alone(lock):
    """Waits until no other process holds the folder `lock`, a minute at most."""
    for _ in range(600):
        try:
            lock.mkdir()
            break
        except FileExistsError:
            time.sleep(0.1)
    try:
        yield
    finally:
        lock.rmdir()


_landmark = cache(Landmark)


def pytest_generate_tests(metafunc):
    """The file of one landmark is about that one, any other file about every one."""
    named = any("landmark" in mark.args for mark in metafunc.definition.iter_markers("parametrize"))
    if "landmark" in metafunc.fixturenames and not named:
        own = metafunc.module.__name__.rpartition("test_")[2]
        ids = (own,) if own in landmark_ids() else landmark_ids()
        metafunc.parametrize("landmark", ids, indirect=True, scope="session")


@pytest.fixture(scope="session")
def landmark(request, tmp_path_factory):
    workers = "PYTEST_XDIST_WORKER" in os.environ
    return _landmark(request.param, tmp_path_factory.getbasetemp().parent if workers else None)
