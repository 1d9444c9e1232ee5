"""Glyph outlines straight from a TrueType file, as much of the format as lettering needs."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]

CURVE_STEPS = 4
ON_CURVE, X_SHORT, Y_SHORT, REPEAT, X_SAME, Y_SAME = 1, 2, 4, 8, 16, 32
WORDS, XY_VALUES, SCALE, MORE, XY_SCALE, TWO_BY_TWO = 1, 2, 8, 32, 64, 128


@dataclass(frozen=True)
class Typeface:
    """A parsed font file: tables by name, units per em, character map."""

    data: bytes
    tables: dict[str, tuple[int, int]]
    units: int
    long_offsets: bool
    characters: dict[int, int]
    metrics: int

    def glyph(self, character: str) -> tuple[list[F64], float]:
        """Contours in ems (fill to the right of the way) and the advance width in ems."""
        number = self.characters.get(ord(character), 0)
        contours = [_flattened(*contour) for contour in self._contours(number)]
        return [contour / self.units for contour in contours], self._advance(number) / self.units

    def _advance(self, number: int) -> int:
        start = self.tables["hmtx"][0] + 4 * min(number, self.metrics - 1)
        return int(struct.unpack_from(">H", self.data, start)[0])

    def _contours(self, number: int) -> list[tuple[F64, npt.NDArray[np.bool_]]]:
        index = self.tables["loca"][0]
        if self.long_offsets:
            low, high = struct.unpack_from(">II", self.data, index + 4 * number)
        else:
            low, high = (2 * v for v in struct.unpack_from(">HH", self.data, index + 2 * number))
        if low == high:
            return []
        start = self.tables["glyf"][0] + low
        count = struct.unpack_from(">h", self.data, start)[0]
        return self._simple(start + 10, count) if count >= 0 else self._composite(start + 10)

    def _simple(self, at: int, count: int) -> list[tuple[F64, npt.NDArray[np.bool_]]]:
        ends = struct.unpack_from(f">{count}H", self.data, at)
        at += 2 * count
        at += 2 + struct.unpack_from(">H", self.data, at)[0]
        flags: list[int] = []
        while len(flags) <= ends[-1]:
            flag = self.data[at]
            at += 1
            flags.append(flag)
            if flag & REPEAT:
                flags += [flag] * self.data[at]
                at += 1
        x, at = self._coordinates(flags, X_SHORT, X_SAME, at)
        y, at = self._coordinates(flags, Y_SHORT, Y_SAME, at)
        points = np.stack([x, y], axis=1)
        on = (np.array(flags) & ON_CURVE).astype(bool)
        starts = [0, *(end + 1 for end in ends[:-1])]
        return [(points[a : b + 1], on[a : b + 1]) for a, b in zip(starts, ends, strict=True)]

    def _coordinates(self, flags: list[int], short: int, same: int, at: int) -> tuple[F64, int]:
        steps = []
        for flag in flags:
            if flag & short:
                steps.append(self.data[at] if flag & same else -self.data[at])
                at += 1
            elif flag & same:
                steps.append(0)
            else:
                steps.append(struct.unpack_from(">h", self.data, at)[0])
                at += 2
        return np.cumsum(np.array(steps, np.float64)), at

    def _composite(self, at: int) -> list[tuple[F64, npt.NDArray[np.bool_]]]:
        result: list[tuple[F64, npt.NDArray[np.bool_]]] = []
        flag = MORE
        while flag & MORE:
            flag, number = struct.unpack_from(">HH", self.data, at)
            at += 4
            form = ">hh" if flag & WORDS else ">bb"
            shift = struct.unpack_from(form, self.data, at) if flag & XY_VALUES else (0, 0)
            at += struct.calcsize(form)
            turn, at = self._matrix(flag, at)
            for points, on in self._contours(number):
                result.append((points @ turn + np.array(shift), on))
        return result

    def _matrix(self, flag: int, at: int) -> tuple[F64, int]:
        count = 1 if flag & SCALE else 2 if flag & XY_SCALE else 4 if flag & TWO_BY_TWO else 0
        parts = [v / 16384 for v in struct.unpack_from(f">{count}h", self.data, at)]
        full = {0: [1.0, 0.0, 0.0, 1.0], 4: parts}
        if count in (1, 2):
            full[count] = [parts[0], 0.0, 0.0, parts[-1]]
        return np.array(full[count], np.float64).reshape(2, 2), at + 2 * count


@lru_cache(maxsize=4)
def load(path: Path) -> Typeface:
    """The font of a TrueType file (the default instance of a variable font)."""
    data = path.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {}
    for i in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * i)
        tables[tag.decode("latin-1")] = (start, length)
    head = tables["head"][0]
    return Typeface(
        data=data,
        tables=tables,
        units=struct.unpack_from(">H", data, head + 18)[0],
        long_offsets=bool(struct.unpack_from(">h", data, head + 50)[0]),
        characters=_characters(data, tables["cmap"][0]),
        metrics=struct.unpack_from(">H", data, tables["hhea"][0] + 34)[0],
    )


def _characters(data: bytes, start: int) -> dict[int, int]:
    """Code point to glyph from the widest Unicode table (formats 4 and 12)."""
    result: dict[int, int] = {}
    for i in range(struct.unpack_from(">H", data, start + 2)[0]):
        table = start + struct.unpack_from(">I", data, start + 4 + 8 * i + 4)[0]
        kind = struct.unpack_from(">H", data, table)[0]
        if kind == 12:
            for group in range(struct.unpack_from(">I", data, table + 12)[0]):
                low, high, glyph = struct.unpack_from(">III", data, table + 16 + 12 * group)
                result.update({code: glyph + code - low for code in range(low, high + 1)})
        elif kind == 4:
            result.update(_format_four(data, table))
    return result


def _format_four(data: bytes, table: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, table + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, table + 14)
    starts = struct.unpack_from(f">{count}H", data, table + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}h", data, table + 16 + 4 * count)
    ranges_at = table + 16 + 6 * count
    ranges = struct.unpack_from(f">{count}H", data, ranges_at)
    result = {}
    for i in range(count):
        for code in range(starts[i], min(ends[i], 0xFFFE) + 1):
            glyph = code
            if ranges[i]:
                at = ranges_at + 2 * i + ranges[i] + 2 * (code - starts[i])
                glyph = struct.unpack_from(">H", data, at)[0]
                if not glyph:
                    continue
            result[code] = (glyph + deltas[i]) & 0xFFFF
    return result


def _flattened(points: F64, on: npt.NDArray[np.bool_]) -> F64:
    """A contour of quadratic curves as a polygon."""
    after, after_on = np.roll(points, -1, axis=0), np.roll(on, -1)
    full: list[F64] = []
    kinds: list[bool] = []
    for here, is_on, there, there_on in zip(points, on, after, after_on, strict=True):
        full.append(here)
        kinds.append(bool(is_on))
        if not is_on and not there_on:
            full.append((here + there) / 2)
            kinds.append(True)
    first = kinds.index(True)
    full, kinds = full[first:] + full[:first], kinds[first:] + kinds[:first]
    result: list[F64] = []
    for i, (here, is_on) in enumerate(zip(full, kinds, strict=True)):
        if is_on:
            result.append(here[None])
            continue
        a, b = full[i - 1], full[(i + 1) % len(full)]
        t = (np.arange(1, CURVE_STEPS) / CURVE_STEPS)[:, None]
        result.append((1 - t) ** 2 * a + 2 * t * (1 - t) * here + t**2 * b)
    return np.concatenate(result)
