"""The shipped loops: their form, their seams, their spectra."""

import numpy as np
import pytest

from almaty_tour.audio.ambience import NAMES
from almaty_tour.audio.mixer import read_loop
from almaty_tour.base.assets import assets_dir

FOLDER = assets_dir() / "audio"


@pytest.fixture(scope="module")
def loops():
    found = {}
    for name in NAMES:
        data, rate = read_loop(FOLDER / f"{name}.wav")
        found[name] = np.frombuffer(data, "<i2") / 32768.0, rate
    return found


def share(samples, rate, low, high):
    power = np.abs(np.fft.rfft(samples)) ** 2
    hertz = np.fft.rfftfreq(len(samples), 1.0 / rate)
    return power[(hertz >= low) & (hertz < high)].sum() / power.sum()


def test_there_is_a_loop_for_every_name_and_no_other():
    assert {path.stem for path in FOLDER.glob("*.wav")} == set(NAMES)
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 3_000_000


@pytest.mark.parametrize("name", NAMES)
def test_form(loops, name):
    samples, rate = loops[name]
    assert rate == 22_050
    assert 8.0 <= len(samples) / rate <= 20.0
    assert np.abs(samples).max() < 0.9
    assert abs(samples.mean()) < 1e-3
    assert np.sqrt(np.mean(samples**2)) == pytest.approx(0.09, rel=0.05)


@pytest.mark.parametrize("name", NAMES)
def test_the_end_leads_into_the_beginning(loops, name):
    """The step across the seam, and its change, are such as occur inside."""
    samples, _ = loops[name]
    ring = np.concatenate([samples[-4:], samples[:4]])
    for order in (1, 2):
        inside = np.abs(np.diff(samples, order)).max()
        assert np.abs(np.diff(ring, order)).max() <= inside


def test_each_sounds_in_its_own_register(loops):
    assert share(*loops["wind"], 60.0, 900.0) > 0.9
    assert share(*loops["city"], 50.0, 1000.0) > 0.9
    assert share(*loops["birds"], 1500.0, 7000.0) > 0.9
    assert share(*loops["crickets"], 3800.0, 5400.0) > 0.9
    assert share(*loops["fountain"], 300.0, 8000.0) > 0.8


def test_the_bakery_makes_what_is_shipped(loops):
    """To one step of 16 bits: Fourier transforms differ in their last digits by machine."""
    sounds = pytest.importorskip("almaty_tour.bake.sounds")
    for name in ("crickets", "wind"):
        made = np.rint(sounds.levelled(sounds.LOOPS[name]()) * 32767.0)
        assert np.abs(made - loops[name][0] * 32768.0).max() <= 1.0
