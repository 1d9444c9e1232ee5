"""Landmarks in `low`: what spares lookups and the order of drawing change nothing that is seen."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.conftest import box, sun

from almaty_tour.camera.state import CameraState
from almaty_tour.kit import transform
from almaty_tour.mesh.data import merge
from almaty_tour.mesh.simplify import LevelMesh
from almaty_tour.render.cascades import CascadeSet
from almaty_tour.render.passes import objects
from almaty_tour.render.passes.common import View
from almaty_tour.render.quality import quality
from almaty_tour.render.uniforms import no_cascades
from almaty_tour.scene.load import Placement, model_chunk

EYE = CameraState((0.0, -70.0, 14.0), 0.0, -0.12)
SIZE = 480, 270


@given(st.integers(0, 2**32 - 1))
def test_what_is_told_to_lie_in_the_nearest_map_lies_there_with_every_place(seed):
    random = np.random.default_rng(seed)
    eye = random.uniform(-3_000.0, 3_000.0, 3)
    turn, up = random.uniform(0.0, 6.28), random.uniform(0.1, 1.5)
    light = np.array([np.sin(turn) * np.cos(up), np.cos(turn) * np.cos(up), np.sin(up)])
    maps = CascadeSet(1024, (150.0, 900.0))
    maps.update(eye, np.array([np.sin(turn), np.cos(turn), 0.0]), 12.0, light)
    found = maps.places(eye)
    middles, halves = random.uniform(-200.0, 200.0, (3, 200)), random.uniform(0.0, 60.0, (3, 200))
    within = found.within_nearest(middles, halves)
    places = middles[:, :, None] + halves[:, :, None] * random.uniform(-1.0, 1.0, (3, 200, 50))
    ends = middles[:, :, None] + halves[:, :, None] * np.array(
        np.meshgrid(*[(-1.0, 1.0)] * 3)
    ).reshape(3, 1, 8)
    every = np.concatenate([places, ends], axis=2)
    # as `beyond` in shadow.glsl has it
    at = np.einsum("ij,jkl->ikl", found.turn, every) * found.scale[0][:, None, None]
    at += found.offset[0][:, None, None]
    part = found.part[0]
    off = np.abs(at[:2] - part[:2, None, None]) - part[2:, None, None]
    inside = off.max(axis=0).max(axis=1) < 0.0
    assert not (within & ~inside).any()
    easily = off.max(axis=0).max(axis=1) < -0.003  # more than the slack of 0.1 m
    assert within[easily].all()
    assert not no_cascades().within_nearest(middles, halves).any()


@pytest.fixture
def square(bench):
    """A paved square with towers, some before others."""
    pieces = [box((90.0, 90.0, 0.3), "paving")]
    for x in np.linspace(-30.0, 30.0, 5).tolist():
        pieces += [
            transform.move(box((5.0, 5.0, 16.0), "plaster"), x=x, y=-12.0, z=0.3),
            transform.move(box((6.0, 5.0, 11.0), "facade_panel"), x=x + 4.0, y=12.0, z=0.3),
            transform.move(box((7.0, 1.0, 2.0), "granite"), x=x, y=-25.0, z=0.3),
        ]
    mesh = merge(pieces)
    rows = {text: row for row, text in enumerate(bench.renderer.materials.names)}
    places = {"near": (0.0, 0.0, 0.0), "far": (150.0, 420.0, 0.0)}
    for name, at in places.items():
        made = model_chunk(
            name, [LevelMesh(mesh, 0.0)], Placement(at), rows,
        )  # fmt: skip
        bench.renderer.upload(bench.scene.add(made), made)
    return bench


def shown(bench, environment=None, preset="low"):
    return bench.picture(bench.frame(EYE, environment or sun(35.0, 230.0), preset, SIZE))


def test_one_map_instead_of_two_and_another_order_are_the_same_to_the_bit(square, monkeypatch):
    spared = shown(square)
    told = []
    defines = View.shadow_defines

    def with_all_maps(view, away_m, *, within=False):
        told.append(within)
        return defines(view, away_m)

    with monkeypatch.context() as patch:
        patch.setattr(View, "shadow_defines", with_all_maps)
        whole = shown(square)
    assert any(told)
    assert not all(told)
    assert np.array_equal(spared, whole)
    with monkeypatch.context() as patch:
        patch.setattr(objects, "_outlined", lambda view, at: (at[::-1], np.zeros(len(at), bool)))
        assert np.array_equal(spared, shown(square))


def test_colours_finished_per_vertex_are_those_of_pixels(square, monkeypatch):
    early = shown(square)
    with monkeypatch.context() as patch:
        patch.setattr(View, "toned", False)
        late = shown(square)
    assert np.abs(early - late).mean() < 2.5
    assert (np.abs(early - late).max(axis=2) > 16).mean() < 0.01


def test_a_square_is_drawn_after_all_that_stands_on_it(square):
    drawn = square.frame(EYE, sun(35.0), "low", SIZE).draw
    assert drawn.boxes.shape == (6, len(drawn.chunks))
    boxes = np.array([[0.0, 0.0, 0.0, 45.0, 45.0, 1.0], [9.0, 3.0, 4.0, 3.0, 3.0, 4.0]]).T
    view = SimpleNamespace(
        frame=SimpleNamespace(draw=SimpleNamespace(chunks=[0, 1], boxes=boxes)),
        quality=quality("low"), polished=False, eye=np.array(EYE.position_enu), cascades=None,
    )  # fmt: skip
    rows = np.arange(2)
    assert objects._outlined(view, rows)[0].tolist() == [1, 0]
    view.polished = True  # a room: its squares are in order
    assert objects._outlined(view, rows)[0].tolist() == [0, 1]
    view.polished, view.quality = False, quality("medium")
    assert objects._outlined(view, rows)[0].tolist() == [0, 1]
