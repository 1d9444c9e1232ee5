"""A sound that never ends: pyglet's source interface over a ring of samples."""

from __future__ import annotations

from pyglet.media.codecs.base import AudioData, AudioFormat, Source

FRAME_BYTES = 2


class Loop(Source):  # type: ignore[misc]
    """16-bit mono samples played round and round without a seam."""

    def __init__(self, data: bytes, rate_hz: int) -> None:
        self.audio_format = AudioFormat(channels=1, sample_size=16, sample_rate=rate_hz)
        self._data, self._at = data, 0
        self._duration = None

    def get_queue_source(self) -> Loop:
        """The source itself; each player has its own."""
        return self

    def is_precise(self) -> bool:
        """Any number of bytes can be had."""
        return True

    def seek(self, timestamp: float) -> None:
        """Goes to a second of the loop."""
        rate: int = self.audio_format.sample_rate
        self._at = int(timestamp * rate) * FRAME_BYTES % len(self._data)

    def get_audio_data(self, num_bytes: float, compensation_time: float = 0.0) -> AudioData:
        """The next whole frames, at least one, at most `num_bytes` long."""
        del compensation_time
        count = max(int(num_bytes) // FRAME_BYTES, 1) * FRAME_BYTES
        start, size = self._at, len(self._data)
        rounds = (start + count) // size + 1
        piece = (
            (self._data * rounds)[start : start + count]
            if rounds > 1
            else (self._data[start : start + count])
        )
        self._at = (start + count) % size
        rate: int = self.audio_format.sample_rate
        return AudioData(piece, count, start / FRAME_BYTES / rate, count / FRAME_BYTES / rate, [])
