"""Drops on jets and lamps of models, found in the triangles; their pictures."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from almaty_tour.kit import transform
from almaty_tour.kit.spray import plume, stream
from almaty_tour.render.passes.jets import FRAYED, apart, jets_of, off_jets
from almaty_tour.render.passes.lamplight import MOST_OF_A_MODEL, heads_of, lamps_of
from almaty_tour.render.passes.spray import PER_M2, drops_of
from almaty_tour.scene.copylist import CopyList
from almaty_tour.scene.vertex import INSTANCE, VERTEX

SPRAY, OTHER = 7, 3


def chunk_of(places, material):
    """A chunk of loose triangles."""
    vertices = np.zeros(len(places), VERTEX)
    vertices["position"], vertices["material"] = places, material
    level = SimpleNamespace(vertices=vertices, indices=np.arange(len(places), dtype=np.uint32))
    return SimpleNamespace(levels=(level,))


def test_drops_lie_on_the_jets_alone_as_many_as_their_area_asks():
    jet = [(0, 0, 0), (2, 0, 0), (0, 2, 0)]
    wall = [(50, 0, 0), (52, 0, 0), (50, 2, 0)]
    drops = drops_of(chunk_of(jet + wall, [SPRAY] * 3 + [OTHER] * 3), SPRAY)
    assert abs(len(drops) - 2.0 * PER_M2) <= 1.0
    assert drops[:, :2].min() >= 0.0
    assert (drops[:, 0] + drops[:, 1]).max() <= 2.0 + 1e-5
    assert len(np.unique(drops[:, 3])) == len(drops)
    assert not len(drops_of(chunk_of(wall, [OTHER] * 3), SPRAY))


def test_lamps_of_a_model_are_as_many_as_stand_apart():
    globe = np.array([(0.0, 0.0, 3.9), (0.2, 0.0, 4.0), (0.0, 0.2, 4.1)])
    two = np.concatenate([globe, globe + np.array([20.0, 0.0, 0.0])])
    found = lamps_of(chunk_of(two, SPRAY), SPRAY)
    assert len(found) == 2
    assert np.allclose(np.sort(found[:, 0]), [0.2 / 3.0, 20.0 + 0.2 / 3.0], atol=1e-5)
    row = np.zeros((MOST_OF_A_MODEL + 1, 3))
    row[:, 0] = np.arange(len(row)) * 9.0
    assert not len(lamps_of(chunk_of(row, SPRAY), SPRAY))


def test_heads_of_copied_lamps_are_over_their_feet():
    rows = np.zeros(3, INSTANCE)
    rows["position"], rows["scale"] = [(1, 0, 0), (2, 0, 0), (3, 0, 0)], 1.0
    listed = CopyList(
        rows, ("bench.park", "lamp.globe"), np.array([0, 1]), np.zeros(2, np.int64),
        np.array([0, 1]), np.array([1, 2]), (10.0, 0.0, 5.0),
    )  # fmt: skip
    heads = heads_of(listed, np.array([10.0, 0.0, 0.0]))
    assert np.allclose(heads[:, :3], [(2, 0, 8.8), (3, 0, 8.8)])


def modelled(*pieces):
    """A chunk of what the kit models, every triangle of it a jet's."""
    corners = np.concatenate([piece.positions[piece.faces].reshape(-1, 3) for piece in pieces])
    return chunk_of(corners, SPRAY)


def test_upright_jets_stand_where_the_model_has_them():
    feet = [(0.0, 0.0, 2.5), (1.8, 0.0, 4.4), (1.8, 0.9, 3.0)]
    pieces = [transform.move(plume(tall, "a"), x, y) for x, y, tall in feet]
    jets = jets_of(modelled(*pieces), SPRAY)
    jets = jets[np.lexsort((jets[:, 1], jets[:, 0]))]
    assert np.allclose(jets[:, :2], [(x, y) for x, y, _ in feet], atol=0.02)
    assert np.allclose(jets[:, 2], 0.0, atol=0.02)
    assert np.allclose(jets[:, 3], [0.86 * FRAYED * tall for *_, tall in feet], rtol=0.01)


def test_a_thrown_stream_is_no_upright_jet_and_keeps_its_drops():
    chunk = modelled(plume(4.0, "a"), transform.move(stream(3.0, 2.0, "b"), x=6.0))
    jets, drops = jets_of(chunk, SPRAY), drops_of(chunk, SPRAY)
    assert len(jets) == 1
    off = off_jets(drops, jets)
    assert (drops[off, 0] > 4.0).all()
    assert (drops[~off, 0] < 1.0).all()
    assert off.any()
    assert not off.all()


def test_places_part_at_gaps_within_their_groups():
    places = np.array([0.0, 5.0, 0.3, 0.1, 5.2])
    groups = apart(places, np.array([0, 0, 0, 1, 1]))
    assert groups[0] == groups[2]
    assert len(set(groups.tolist())) == 4
