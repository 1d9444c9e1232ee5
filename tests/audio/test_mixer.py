import subprocess
import sys
import types
import wave

import numpy as np
import pytest

from almaty_tour.audio import mixer as module
from almaty_tour.audio.loop import Loop
from almaty_tour.audio.mixer import Mixer, read_loop
from almaty_tour.base.errors import AssetError

WANTED = {"wind": 0.6, "city": 0.2}


def write(path, samples, rate=22_050, channels=1):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.asarray(samples, "<i2").tobytes())


@pytest.fixture
def folder(tmp_path):
    for name in WANTED:
        write(tmp_path / f"{name}.wav", np.arange(4000) % 300)
    return tmp_path


class FakePlayer:
    def __init__(self, data, rate_hz):
        self.volume, self.playing, self.deleted = 0.0, False, False

    def play(self):
        self.playing = True

    def pause(self):
        self.playing = False

    def delete(self):
        self.deleted = True


@pytest.fixture
def device(monkeypatch):
    made = []

    def player(data, rate_hz):
        made.append(FakePlayer(data, rate_hz))
        return made[-1]

    monkeypatch.setattr(module, "_device", lambda: True)
    monkeypatch.setattr(module, "_player", player)
    return made


def test_gains_follow_in_seconds_whatever_the_frame_rate(folder, device):
    fast, slow = Mixer(folder), Mixer(folder)
    for _ in range(144):
        fast.follow(WANTED, 1.0 / 144.0)
    for _ in range(30):
        slow.follow(WANTED, 1.0 / 30.0)
    assert dict(fast.gains) == pytest.approx(dict(slow.gains), rel=1e-9)
    assert 0.3 < fast.gains["wind"] / WANTED["wind"] < 0.9
    for _ in range(20):
        fast.follow(WANTED, 1.0)
    assert dict(fast.gains) == pytest.approx(WANTED)


def test_nothing_is_opened_before_something_is_to_be_heard(folder, device):
    mixer = Mixer(folder)
    mixer.follow({"wind": 0.0, "city": 0.0}, 0.1)
    assert not device
    mixer.follow(WANTED, 0.1)
    assert len(device) == 2
    assert all(player.playing for player in device)


def test_mute_is_at_once_and_a_silent_loop_rests(folder, device):
    mixer = Mixer(folder)
    for _ in range(100):
        mixer.follow({"wind": 0.6, "city": 0.0}, 0.1)
    assert [player.playing for player in device] == [True, False]
    mixer.follow({"wind": 0.0, "city": 0.0}, 0.001)
    assert not any(player.playing for player in device)
    assert set(mixer.gains.values()) == {0.0}


def test_a_missing_and_a_damaged_file_cost_one_line_each(folder, device):
    (folder / "wind.wav").write_bytes((folder / "wind.wav").read_bytes()[:1000])
    (folder / "city.wav").unlink()
    write(folder / "birds.wav", np.arange(4000) % 300)
    lines = []
    mixer = Mixer(folder, lines.append)
    for _ in range(5):
        mixer.follow({**WANTED, "birds": 0.5}, 0.1)
    assert len(lines) == 2
    assert "wind.wav" in lines[0]
    assert "city.wav" in lines[1]
    assert list(mixer.gains) == ["birds"]


def test_without_a_device_there_is_one_line_and_silence(folder, monkeypatch):
    monkeypatch.setattr(module, "_device", lambda: False)
    lines = []
    mixer = Mixer(folder, lines.append)
    for _ in range(5):
        mixer.follow(WANTED, 0.1)
    mixer.close()
    assert lines == ["no sound device: the tour is silent"]


@pytest.mark.parametrize("where", ["_device", "_player"])
def test_a_driver_that_fails_to_open_is_silence(folder, monkeypatch, where, device):
    def fail(*_):
        raise OSError("the device is gone\nand more")

    monkeypatch.setattr(module, where, fail)
    lines = []
    mixer = Mixer(folder, lines.append)
    mixer.follow(WANTED, 0.1)
    mixer.follow(WANTED, 0.1)
    assert lines == ["sound stopped: the device is gone"]


def test_a_device_pulled_out_while_playing_is_silence(folder, device):
    lines = []
    mixer = Mixer(folder, lines.append)
    mixer.follow(WANTED, 0.1)

    def fail():
        raise RuntimeError("unplugged")

    device[0].pause = fail
    mixer.follow({"wind": 0.0, "city": 0.0}, 0.1)
    mixer.follow(WANTED, 0.1)
    assert lines == ["sound stopped: unplugged"]
    assert not mixer.gains


def test_closing_gives_all_players_back_and_opens_none_again(folder, device):
    mixer = Mixer(folder)
    mixer.follow(WANTED, 0.1)
    mixer.close()
    mixer.close()
    mixer.follow(WANTED, 0.1)
    assert len(device) == 2
    assert all(player.deleted for player in device)


@pytest.mark.parametrize(
    ("samples", "options", "words"),
    [
        (np.zeros(100), {"channels": 2}, "16-bit mono"),
        (np.zeros(100), {"rate": 4000}, "16-bit mono"),
        (np.zeros(0), {}, "cut short"),
    ],
)
def test_a_sound_of_another_shape_is_refused(tmp_path, samples, options, words):
    write(tmp_path / "x.wav", samples, **options)
    with pytest.raises(AssetError, match=words):
        read_loop(tmp_path / "x.wav")


@pytest.mark.parametrize("data", [b"", b"RIFF", b"hello" * 100, b"RIFF\x00\x00\x00\x00WAVEjunk"])
def test_rubbish_is_refused_in_one_line(tmp_path, data):
    (tmp_path / "x.wav").write_bytes(data)
    with pytest.raises(AssetError) as fault:
        read_loop(tmp_path / "x.wav")
    assert "\n" not in str(fault.value)


def test_a_loop_never_ends_and_has_no_seam():
    data = np.arange(1000, dtype="<i2").tobytes()
    loop = Loop(data, 22_050)
    heard = b"".join(
        bytes(loop.get_audio_data(size).data) for size in (2, 333, 700, 4096, 5001, 64)
    )
    expected = (data * 10)[: len(heard)]
    assert heard == expected
    loop.seek(500 / 22_050)
    assert np.frombuffer(loop.get_audio_data(4).data, "<i2").tolist() == [500, 501]


def test_the_silent_driver_is_no_device(monkeypatch):
    import pyglet.media
    from pyglet.media.drivers.silent.adaptation import SilentDriver

    silent = SilentDriver.__new__(SilentDriver)
    monkeypatch.setattr(pyglet.media, "get_audio_driver", lambda: silent)
    assert not module._device()
    monkeypatch.setattr(pyglet.media, "get_audio_driver", lambda: None)
    assert not module._device()
    monkeypatch.setattr(pyglet.media, "get_audio_driver", types.SimpleNamespace)
    assert module._device()


def test_importing_the_room_opens_nothing():
    code = (
        "import sys, almaty_tour.audio.ambience, almaty_tour.audio.mixer;"
        "print([name for name in sys.modules if name.startswith('pyglet')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
