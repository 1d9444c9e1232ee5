"""Glass cases on the card: they mirror by Fresnel's law, hide nothing, and cost few calls."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from tests.render.conftest import SIZE

from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.camera.view import looking
from almaty_tour.render.passes.cases import corners
from almaty_tour.render.trim import Trim
from almaty_tour.scene.cases import SIDE, GlassCases, in_sight
from almaty_tour.scene.environment import Environment, Room

SIDE_M = 8.0
MIDDLE = (0.0, 0.0, 4.0)
DARK = (0.02, 0.02, 0.02)
DIM = Environment((0.0, 0.0, 1.0), room=Room((0.0, 0.0, 1.0), DARK, DARK, DARK, DARK, DARK))


def case(light=1.0, feet=((0.0, 0.0, 0.0),), turn=0.0):
    n = len(feet)
    room = np.full((n, SIDE, SIDE, 3), light, np.float32)
    size = np.full((n, 3), SIDE_M, np.float32)
    return GlassCases(np.array(feet), np.full(n, turn, np.float32), size, room)


def reflectance(incidence_deg, index=1.52):
    """Of a pane of two sides, by Fresnel's equations for light of no polarisation."""
    a = math.radians(incidence_deg)
    b = math.asin(math.sin(a) / index)
    if a == 0.0:
        one = ((index - 1.0) / (index + 1.0)) ** 2
    else:
        one = 0.5 * (
            (math.sin(a - b) / math.sin(a + b)) ** 2 + (math.tan(a - b) / math.tan(a + b)) ** 2
        )
    return 2.0 * one / (1.0 + one)


def test_faces_look_outwards_and_nothing_reaches_out_of_the_case():
    rows, glass = corners()
    place = rows[:, :3] * [1.0, 1.0, 2.0] - [0.0, 0.0, 1.0] + rows[:, 3:6] * 0.01
    assert np.abs(place).max() <= 1.0 + 1e-6
    a, b, c = (place[k::3] for k in range(3))
    across = np.cross(b - a, c - a)
    assert (np.einsum("ij,ij->i", across, rows[::3, 6:9]) > 0.0).all()
    middles = (a + b + c)[: glass // 3]
    assert (np.einsum("ij,ij->i", middles, rows[:glass:3, 6:9]) > 0.0).all()
    assert glass == 5 * 6


def test_the_farthest_is_drawn_first_and_what_is_behind_or_tiny_is_not():
    cases = case(feet=((0.0, 30.0, 0.0), (0.0, 90.0, 0.0), (0.0, -50.0, 0.0), (0.0, 9e3, 0.0)))
    camera = looking((0.0, -10.0, 4.0), (0.0, 0.0, 4.0), 1.0)
    planes = frustum_planes(camera, SIZE[0] / SIZE[1])
    rows = in_sight(cases, np.array(camera.position_enu), planes, 0.01)
    assert rows.tolist() == [1, 0]


def added(bench, preset, incidence_deg):
    """What a pane that mirrors an even light adds to the pixel in its middle."""
    turn = math.radians(incidence_deg)
    eye = (30.0 * math.sin(turn), -SIDE_M / 2 - 30.0 * math.cos(turn), 4.0)
    camera = looking(eye, (0.0, -SIDE_M / 2, 4.0), 0.2)
    frame = replace(bench.frame(camera, DIM, preset), backdrop=DARK)
    bare = bench.picture(frame)
    shown = bench.picture(replace(frame, cases=case(light=0.5)))
    middle = (SIZE[1] // 2, SIZE[0] // 2)
    return (shown - bare)[middle].mean()


@pytest.mark.gl
@pytest.mark.parametrize("preset", ["low", "golden", "high"])
def test_a_pane_is_brighter_the_more_edgewise_it_is_seen(bench, preset):
    bright = [added(bench, preset, angle) for angle in (0.0, 45.0, 65.0, 84.0)]
    assert bright == sorted(bright)
    assert 4.0 < bright[0] < 0.75 * bright[-1]


def test_the_law_of_the_shader_is_near_fresnels():
    for angle in (0.0, 30.0, 60.0, 75.0, 85.0):
        grazing = 1.0 - math.cos(math.radians(angle))
        one = 0.043 + 0.957 * grazing**5
        assert 2.0 * one / (1.0 + one) == pytest.approx(reflectance(angle), abs=0.05)


@pytest.mark.gl
def test_glass_hides_nothing_from_a_click_and_changes_nothing_beside_it(bench):
    bench.put("exhibit", (1.0, 1.0, 1.0), MIDDLE)
    camera = looking((14.0, -30.0, 12.0), MIDDLE, 0.9)
    frame = bench.frame(camera)
    bare, ids = bench.picture(frame), bench.renderer.id_picture(frame)
    before = bench.renderer.stats.draw_calls
    with_glass = replace(frame, cases=case(turn=0.4))
    shown = bench.picture(with_glass)
    assert bench.renderer.stats.draw_calls <= before + 3
    assert (bench.renderer.id_picture(with_glass) == ids).all()
    changed = (np.abs(shown - bare).sum(axis=2) > 0).nonzero()
    assert len(changed[0]) > 200
    for axis, size in ((0, SIZE[1]), (1, SIZE[0])):
        assert changed[axis].min() > 0
        assert changed[axis].max() < size - 1
    x, y = SIZE[0] // 2, SIZE[1] // 2
    assert bench.renderer.pick(with_glass, x, y) == bench.renderer.pick(frame, x, y)
    assert (bench.picture(frame) == bare).all()


@pytest.mark.gl
def test_no_cases_are_no_calls(bench):
    frame = bench.frame()
    bench.picture(frame)
    before = bench.renderer.stats.draw_calls
    bench.picture(replace(frame, cases=case(feet=((0.0, -500.0, 0.0),))))
    assert bench.renderer.stats.draw_calls == before
    assert bench.renderer._cases._made == []


@pytest.mark.gl
def test_a_polished_floor_of_a_room_mirrors_in_medium_what_stands_on_it(bench):
    dim = Room((0.0, 0.0, 1.0), (0.4,) * 3, (0.4,) * 3, (0.4,) * 3, (0.05,) * 3, DARK)
    light = Environment((0.0, 0.0, 1.0), room=replace(dim, open_above=True))
    bench.put("floor", (200.0, 200.0, 1.0), (0.0, 0.0, -1.0), "hall_floor")
    bench.put("wall", (60.0, 4.0, 20.0), (0.0, 20.0, 0.0), "lettering_gilt")
    camera = looking((0.0, -60.0, 4.0), (0.0, 0.0, 2.0), 0.9)
    frame = bench.frame(camera, light, "medium")
    shown = bench.picture(frame)
    plain = bench.picture(replace(frame, trim=Trim(effects=False)))
    below = slice(52, 58), slice(60, 100)
    golden = (shown - plain)[below].mean(axis=(0, 1))
    assert golden[0] > 3.0
    assert golden[0] > golden[2] + 2.0  # gilt has less of blue
    assert np.abs(shown - plain)[:30].max() <= 1
