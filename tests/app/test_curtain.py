"""The still before the city: at once, over nothing; then over the scene; then gone."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from almaty_tour.app.curtain import BEHIND, FADE_S, FILE, Curtain
from almaty_tour.base.assets import assets_dir
from almaty_tour.render.passes.backdrop import part_shown

SIZE = (64, 36)


@dataclass(frozen=True)
class Picture:
    overlay: object = "interface"


@dataclass
class Stage:
    """Draws plain green; writes down what it was asked for."""

    asked: list = field(default_factory=list)

    def draw(self, frame, target):
        from pyglet import gl

        self.asked.append(frame.overlay)
        target.bind()
        gl.glClearColor(0.0, 1.0, 0.0, 1.0)
        gl.glClear(gl.GL_COLOR_BUFFER_BIT)

    @property
    def renderer(self):
        return SimpleNamespace(draw_interface=lambda frame, target: self.asked.append("over"))


@pytest.fixture
def shown(context, tmp_path):
    from almaty_tour.render.gl.framebuffer import Target

    (tmp_path / FILE).parent.mkdir()
    Image.new("RGB", (160, 90), (255, 0, 0)).save(tmp_path / FILE, quality=95)
    curtain, target = Curtain(tmp_path, SIZE), Target(SIZE)
    yield curtain, target
    curtain.free()
    target.free()


@pytest.mark.gl
def test_the_still_hides_what_is_not_there_yet_then_fades(shown):
    curtain, target = shown
    stage = Stage()
    assert curtain.passing(0.5) == 0.0, "the tour behind the title begins where the still stands"
    curtain.draw(stage, Picture(), 0.02, wanted=True, into=target)
    assert stage.asked == ["over"], "nothing of the scene is drawn behind a whole still"
    assert (target.read_rgba()[..., 0] > 240).all()
    for _ in range(BEHIND):
        curtain.draw(stage, Picture(), 5.0, wanted=False, into=target)
        assert (target.read_rgba()[..., 0] > 240).all(), "programs are compiled behind it"
    greens = []
    assert curtain.passing(0.5) == 0.5
    while curtain.up:
        curtain.draw(stage, Picture(), 0.05, wanted=False, into=target)
        greens.append(float(target.read_rgba()[..., 1].mean()))
    assert len(greens) >= FADE_S / 0.05 - 1
    assert greens == sorted(greens)
    assert greens[-1] == 255.0
    stage.asked.clear()
    curtain.draw(stage, Picture(), 0.02, wanted=False, into=target)
    assert stage.asked == ["interface"], "the scene draws its interface itself again"


def test_without_a_still_the_scene_is_drawn_and_it_is_told(tmp_path):
    curtain, stage = Curtain(tmp_path, SIZE), Stage()
    assert FILE in str(curtain.fault)
    assert not curtain.up
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_bytes(b"no picture")
    assert "can be read" in str(Curtain(tmp_path, SIZE).fault)
    assert stage.asked == []


def test_the_shipped_still_can_be_read():
    from almaty_tour.app.curtain import read_still

    still = read_still(assets_dir() / FILE)
    assert still.dtype == np.uint8
    assert still.shape[1] / still.shape[0] == pytest.approx(16 / 9, rel=0.01)
    assert still.std() > 20.0


@pytest.mark.parametrize("target", [(1280, 720), (640, 360), (1000, 1000), (3440, 1440)])
def test_a_still_fills_any_window_and_is_not_stretched(target):
    part = part_shown((1600, 900), target)
    assert max(part) == 1.0
    assert part[0] * 1600 / (part[1] * 900) == pytest.approx(target[0] / target[1])
