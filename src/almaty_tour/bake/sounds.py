"""The ambient loops, made from numbers: noise shaped in its spectrum, calls laid on a ring.

Noise is shaped by an inverse Fourier transform and everything else is added modulo the
length, so the last sample leads into the first without a seam. All chance comes from
integer hashes of the loop's number and the sample's.
"""

from __future__ import annotations

import io
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from almaty_tour.base.files import write_atomic
from almaty_tour.base.rng import fraction

F64 = npt.NDArray[np.float64]
Report = Callable[[str], None]

RATE_HZ = 22_050
LOUDNESS = 0.09
"""Root mean square of every loop, of full scale: gains then compare like with like."""
PEAK = 0.85


def run(report: Report, folder: Path) -> None:
    """Writes `<name>.wav` for every loop."""
    for name, make in LOOPS.items():
        samples = levelled(make())
        write_atomic(folder / f"{name}.wav", wav_bytes(samples))
        report(f"{name}: {len(samples) / RATE_HZ:.0f} s")


def levelled(signal: F64) -> F64:
    """The signal at `LOUDNESS`, without an offset, its few highest peaks rounded off."""
    centred = signal - signal.mean()
    scaled = centred * (LOUDNESS / max(float(np.sqrt(np.mean(centred**2))), 1e-12))
    return np.asarray(PEAK * np.tanh(scaled / PEAK), np.float64)


def wav_bytes(signal: F64) -> bytes:
    """A 16-bit mono WAV of (n,) samples in -1..1."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(np.rint(signal * 32767.0).astype("<i2").tobytes())
    return out.getvalue()


def wind() -> F64:
    """Air over open height: three bands that swell each in its own time."""
    seconds = 15
    low = _band(seconds, 11, 80.0, 260.0, slope=-0.4) * _swell(seconds, 12, (1, 2, 5), 0.35)
    body = _band(seconds, 13, 220.0, 800.0, slope=-0.4) * _swell(seconds, 14, (1, 3, 4), 0.6)
    hiss = _band(seconds, 15, 600.0, 2800.0, slope=-0.9) * _swell(seconds, 16, (2, 3, 7), 0.75)
    return 0.7 * low + 0.9 * body + 0.3 * hiss


def city() -> F64:
    """Streets from a little way off: engines as a floor of low noise, tyres that come and go."""
    seconds = 13
    floor = _band(seconds, 21, 65.0, 320.0, slope=-0.6)
    floor = floor * _swell(seconds, 22, (1, 2, 3), 0.2)
    roar = _band(seconds, 23, 220.0, 900.0, slope=-0.9) * _swell(seconds, 24, (1, 2, 5), 0.3)
    tyres = _band(seconds, 25, 600.0, 3200.0, slope=-0.8)
    times = _spread(9, seconds, 26)
    passing = _bumps(seconds, times, 0.7 + 0.9 * fraction(27, np.arange(9)))
    return floor + 0.5 * roar + 0.2 * tyres * (0.25 + passing)


def birds() -> F64:
    """A park in the morning: great tits, a blackbird and sparrows, with leaves behind them."""
    seconds = 17
    ring = np.zeros(seconds * RATE_HZ)
    for number, start in enumerate(_spread(5, seconds, 31)):
        _lay(ring, start, _tit(number))
    for number, start in enumerate(_spread(4, seconds, 32)):
        _lay(ring, start, 0.8 * _blackbird(number))
    for number, start in enumerate(_spread(26, seconds, 33)):
        _lay(ring, start, (0.25 + 0.35 * float(fraction(34, number)[0])) * _sparrow(number))
    leaves = _band(seconds, 35, 900.0, 6000.0, slope=-0.9) * _swell(seconds, 36, (1, 2, 3), 0.5)
    return _among_trees(ring, 37) + 0.006 * leaves


def crickets() -> F64:
    """A warm evening in the grass: seven crickets, each with its own note and beat."""
    seconds = 8
    time_s = np.arange(seconds * RATE_HZ) / RATE_HZ
    total = np.zeros_like(time_s)
    for one in range(7):
        pick = fraction(41, one, np.arange(4))
        note_hz = np.rint((4100.0 + 900.0 * pick[0]) * seconds) / seconds
        beats = int(12 + np.floor(9.0 * pick[1]))
        phase = np.mod(time_s * beats / seconds + pick[2], 1.0)
        total += (0.25 + 0.75 * pick[3]) * _chirps(phase) * np.sin(2.0 * np.pi * note_hz * time_s)
    grass = _band(seconds, 42, 1200.0, 7000.0, slope=-0.6)
    return total + 0.05 * grass


def fountain() -> F64:
    """Jets that fall into a pool: a broad rush with drops ringing in it."""
    seconds = 9
    rush = _band(seconds, 51, 350.0, 7500.0, slope=-0.45) * _swell(seconds, 52, (2, 5, 9), 0.12)
    pool = _band(seconds, 53, 120.0, 520.0, slope=-0.4) * _swell(seconds, 54, (3, 4, 11), 0.3)
    ring = np.zeros(seconds * RATE_HZ)
    for number, start in enumerate(_spread(420, seconds, 55)):
        _lay(ring, start, _drop(number))
    return rush + 0.5 * pool + 0.9 * ring / max(float(np.sqrt(np.mean(ring**2))), 1e-12)


LOOPS: dict[str, Callable[[], F64]] = {
    "wind": wind,
    "city": city,
    "birds": birds,
    "crickets": crickets,
    "fountain": fountain,
}


def _band(seconds: int, seed: int, low_hz: float, high_hz: float, slope: float) -> F64:
    """Noise between two frequencies, RMS 1; `slope` is the power of frequency inside."""
    count = seconds * RATE_HZ
    spectrum = np.fft.rfft(2.0 * fraction(seed, np.arange(count)) - 1.0)
    hertz = np.fft.rfftfreq(count, 1.0 / RATE_HZ)
    safe = np.maximum(hertz, 1.0)
    gain = (safe / low_hz) ** slope / (1.0 + (low_hz / safe) ** 6) / (1.0 + (safe / high_hz) ** 4)
    gain[0] = 0.0
    noise = np.fft.irfft(spectrum * gain, count)
    return np.asarray(noise / np.sqrt(np.mean(noise**2)), np.float64)


def _swell(seconds: int, seed: int, rounds: tuple[int, ...], depth: float) -> F64:
    """A slow factor about 1 that closes on itself, never below 1 - depth."""
    turn = np.arange(seconds * RATE_HZ) / (seconds * RATE_HZ) * 2.0 * np.pi
    phase = fraction(seed, np.arange(len(rounds))) * 2.0 * np.pi
    waves = sum(np.sin(turn * n + p) for n, p in zip(rounds, phase, strict=True))
    return np.asarray(1.0 + depth * waves / len(rounds), np.float64)


def _spread(count: int, seconds: int, seed: int) -> F64:
    """Moments of `count` events, one in each equal share of the loop, seconds."""
    return (np.arange(count) + fraction(seed, np.arange(count))) * (seconds / count)


def _bumps(seconds: int, centres_s: F64, widths_s: F64) -> F64:
    """Sum of bells on the ring of the loop."""
    time_s = np.arange(seconds * RATE_HZ) / RATE_HZ
    away = np.mod(time_s[None] - centres_s[:, None] + seconds / 2.0, seconds) - seconds / 2.0
    return np.asarray(np.exp(-((away / widths_s[:, None]) ** 2)).sum(axis=0), np.float64)


def _lay(ring: F64, start_s: float, sound: F64) -> None:
    rows = (int(start_s * RATE_HZ) + np.arange(len(sound))) % len(ring)
    np.add.at(ring, rows, sound)


def _note(length_s: float, from_hz: float, to_hz: float, warble_hz: float = 0.0) -> F64:
    """A whistle that glides, fading in and out; with a little of its octave."""
    count = int(length_s * RATE_HZ)
    share = np.arange(count) / count
    hertz = from_hz + (to_hz - from_hz) * share
    hertz = hertz + warble_hz * np.sin(2.0 * np.pi * 28.0 * length_s * share)
    phase = 2.0 * np.pi * np.cumsum(hertz) / RATE_HZ
    bell = np.sin(np.pi * share) ** 1.5
    return np.asarray(bell * (np.sin(phase) + 0.12 * np.sin(2.0 * phase)), np.float64)


def _rest(length_s: float) -> F64:
    return np.zeros(int(length_s * RATE_HZ))


def _tit(number: int) -> F64:
    """Two notes, high and lower, three to five times."""
    pick = fraction(61, number, np.arange(3))
    high = 4300.0 + 700.0 * pick[0]
    pair = np.concatenate(
        [_note(0.11, high, high * 0.98), _rest(0.03),
         _note(0.16, high * 0.74, high * 0.72), _rest(0.07)]
    )  # fmt: skip
    return (0.35 + 0.4 * float(pick[2])) * np.tile(pair, 3 + int(pick[1] * 3.0))


def _blackbird(number: int) -> F64:
    """A slow phrase of flutes that ends in a twitter."""
    pick = fraction(62, number, np.arange(12)).reshape(6, 2)
    notes = [
        piece
        for bend, step in pick[:4]
        for piece in (
            _note(0.16 + 0.16 * bend, 1800.0 + 900.0 * step, 1800.0 + 900.0 * bend, 25.0),
            _rest(0.05),
        )
    ]
    twitter = [_note(0.05, 3600.0 + 900.0 * bend, 3000.0 + 1200.0 * step) for bend, step in pick]
    return np.concatenate([*notes, *(0.4 * one for one in twitter)])


def _sparrow(number: int) -> F64:
    """One chirp that falls, or two."""
    pick = fraction(63, number, np.arange(3))
    top = 3600.0 + 1500.0 * pick[0]
    chirp = _note(0.06 + 0.05 * float(pick[1]), top, top * 0.68, 120.0)
    return chirp if pick[2] < 0.6 else np.concatenate([chirp, _rest(0.08), 0.8 * chirp])


def _chirps(phase: F64) -> F64:
    """Loudness over one beat of a cricket: four pulses, then a pause."""
    pulse = np.sin(np.pi * np.clip(np.mod(phase / 0.1, 1.0) / 0.75, 0.0, 1.0)) ** 2
    return np.asarray(np.where(phase < 0.4, pulse * (0.7 + 0.75 * phase), 0.0), np.float64)


def _drop(number: int) -> F64:
    """A bubble that rings and rises in pitch as it closes."""
    pick = fraction(64, number, np.arange(3))
    time_s = np.arange(int(0.05 * RATE_HZ)) / RATE_HZ
    hertz = 700.0 * 4.0 ** pick[0]
    phase = 2.0 * np.pi * hertz * time_s * (1.0 + 3.0 * time_s)
    fade = np.exp(-time_s * (70.0 + 90.0 * pick[1])) * np.minimum(time_s / 0.001, 1.0)
    return np.asarray((0.2 + pick[2] ** 2) * fade * np.sin(phase), np.float64)


def _among_trees(dry: F64, seed: int) -> F64:
    """The sound with a soft tail of echoes from trunks and walls, round the ring."""
    time_s = np.arange(len(dry)) / RATE_HZ
    tail = (2.0 * fraction(seed, np.arange(len(dry))) - 1.0) * np.exp(-time_s / 0.22)
    tail = np.where((time_s > 0.015) & (time_s < 1.4), tail, 0.0)
    wet = np.fft.irfft(np.fft.rfft(dry) * np.fft.rfft(tail), len(dry))
    scale = np.sqrt(np.mean(dry**2) / max(float(np.mean(wet**2)), 1e-12))
    return np.asarray(dry + 0.33 * scale * wet, np.float64)
