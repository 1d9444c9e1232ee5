"""The players of the ambient loops. Whatever fails here ends in silence and one line.

pyglet loops a source only after it has run dry, which is heard as a gap; the loops here are
sources that never end. Files and device are opened after the first picture, never before.
"""

from __future__ import annotations

import sys
import wave
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from almaty_tour.base.easing import decay
from almaty_tour.base.errors import AssetError

MAX_BYTES = 4_000_000
FOLLOW_PER_S = 1.1
INAUDIBLE = 1e-3
Report = Callable[[str], None]


def _complain(line: str) -> None:
    print(f"almaty-tour: {line}", file=sys.stderr)  # noqa: T201 - a line for the terminal


def read_loop(path: Path) -> tuple[bytes, int]:
    """Samples of a 16-bit mono WAV and its rate in hertz; AssetError tells what is wrong."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise AssetError(path, f"is larger than {MAX_BYTES} bytes")
        with wave.open(str(path), "rb") as file:
            shape = file.getnchannels(), file.getsampwidth()
            rate, count = file.getframerate(), file.getnframes()
            data = file.readframes(count)
    except OSError as error:
        raise AssetError(path, f"cannot be read ({error.strerror or error})") from error
    except (wave.Error, EOFError) as error:
        raise AssetError(path, f"is not a sound ({error or 'it ends early'})") from error
    if shape != (1, 2) or not 8000 <= rate <= 96000:
        raise AssetError(path, "must be 16-bit mono of 8 to 96 kHz")
    if not data or len(data) != 2 * count:
        raise AssetError(path, "is cut short")
    return data, rate


class Mixer:
    """Plays every loop of a folder, each at a gain that follows what is asked for.

    Args:
        folder: where `<name>.wav` lie.
        report: receives one line for each thing that stays silent.
    """

    def __init__(self, folder: Path, report: Report = _complain) -> None:
        self._folder, self._report = folder, report
        self._players: dict[str, Any] = {}
        self._gains: dict[str, float] = {}
        self._tried = False

    @property
    def gains(self) -> Mapping[str, float]:
        """Gain of every loop that plays, as sounded now."""
        return dict(self._gains)

    def follow(self, wanted: Mapping[str, float], dt_s: float) -> None:
        """Moves the gains towards `wanted`; opens files and device at the first audible wish."""
        if not self._tried and any(gain > INAUDIBLE for gain in wanted.values()):
            self._tried = True
            self._guarded(partial(self._open, tuple(wanted)))
        mute = not any(wanted.values())
        left = 0.0 if mute else decay(FOLLOW_PER_S, max(dt_s, 0.0))
        for name, player in tuple(self._players.items()):
            goal = float(wanted.get(name, 0.0))
            gain = goal + (self._gains.get(name, 0.0) - goal) * left
            if self._guarded(partial(_sound, player, gain)):
                self._gains[name] = gain

    def close(self) -> None:
        """Stops all; a second call does nothing."""
        self._tried = True
        for player in tuple(self._players.values()):
            self._guarded(player.delete)
        self._players, self._gains = {}, {}

    def _open(self, names: tuple[str, ...]) -> None:
        loops = {}
        for name in names:
            try:
                loops[name] = read_loop(self._folder / f"{name}.wav")
            except AssetError as fault:
                self._report(str(fault))
        if loops and _device():
            self._players = {name: _player(*loop) for name, loop in loops.items()}
            self._gains = dict.fromkeys(self._players, 0.0)
        elif loops:
            self._report("no sound device: the tour is silent")

    def _guarded(self, action: Callable[[], object]) -> bool:
        """Whether `action` went well. Drivers fail in ways of their own; the picture goes on."""
        try:
            action()
            return bool(self._players)
        except Exception as error:
            self._players, self._gains = {}, {}
            what = str(error).splitlines()[0] if str(error) else type(error).__name__
            self._report(f"sound stopped: {what}")
            return False


def _sound(player: Any, gain: float) -> None:
    """A loop that nobody hears is paused: it costs nothing then."""
    audible = gain > INAUDIBLE
    if audible:
        player.volume = gain
    if audible and not player.playing:
        player.play()
    elif not audible and player.playing:
        player.pause()


def _device() -> bool:
    """Whether pyglet found a driver that can be heard."""
    from pyglet.media import get_audio_driver
    from pyglet.media.drivers.silent.adaptation import SilentDriver

    driver = get_audio_driver()
    return driver is not None and not isinstance(driver, SilentDriver)


def _player(data: bytes, rate_hz: int) -> Any:
    from pyglet.media import Player

    from almaty_tour.audio.loop import Loop

    player = Player()
    player.volume = 0.0
    player.queue(Loop(data, rate_hz))
    return player
