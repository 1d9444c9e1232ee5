"""Arrays from files that may be foreign or damaged: bounded, without objects, one error.

Whatever is wrong with such a file, it is told in one line: the file, what is wrong with it and
what to do. The arrays are read-only and share the bytes that were read.
"""

from __future__ import annotations

import io
import tokenize
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from almaty_tour.base.assets import read_bounded
from almaty_tour.base.errors import AssetError

Array = npt.NDArray[Any]
Form = tuple[npt.DTypeLike, int]
"""What an array has to be: its type and how many axes it has."""
UNPACKED: Final = 8
"""A packed file may hold so many times what may be read of it."""
DAMAGE: Final = (
    ValueError, KeyError, TypeError, IndexError, OverflowError, MemoryError, OSError, EOFError,
    SyntaxError, RuntimeError, tokenize.TokenError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What zipfile, zlib and numpy raise over damaged bytes."""


def read_npy(path: Path, limit_bytes: int, *, hint: str, form: Form | None = None) -> Array:
    """The array of an npy file; AssetError when it is missing, too large or damaged.

    `hint` tells what to do about it.
    """
    data = read_bounded(path, limit_bytes, hint=hint)
    try:
        array = array_of(data)
        return array if form is None else _checked(array, form, "the table")
    except DAMAGE as error:
        raise damaged(path, error, hint) from error


def read_npz(
    path: Path, limit_bytes: int, *, hint: str, forms: Mapping[str, Form] | None = None
) -> dict[str, Array]:
    """The arrays of an npz file by name, those of `forms` where they are given; AssetError."""
    data = read_bounded(path, limit_bytes, hint=hint)
    try:
        arrays = arrays_of(data, UNPACKED * limit_bytes)
        if forms is None:
            return arrays
        missing = [name for name in forms if name not in arrays]
        if missing:
            raise ValueError(f"it has no '{missing[0]}'")
        return {name: _checked(arrays[name], form, f"'{name}'") for name, form in forms.items()}
    except DAMAGE as error:
        raise damaged(path, error, hint) from error


def damaged(path: Path, error: BaseException, hint: str) -> AssetError:
    """The line about a file that is not what it should be."""
    return AssetError(path, f"is damaged: {' '.join(str(error).split())}", hint=hint)


def arrays_of(data: bytes, most_bytes: int) -> dict[str, Array]:
    """The arrays in the bytes of an npz file that unpacks to `most_bytes` at most."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        entries = packed.infolist()
        if sum(entry.file_size for entry in entries) > most_bytes:
            raise ValueError(f"it unpacks to more than {most_bytes} bytes")
        return {one.filename.removesuffix(".npy"): array_of(packed.read(one)) for one in entries}


def array_of(data: bytes) -> Array:
    """The array in the bytes of an npy file, which it shares; ValueError when it is none."""
    file = io.BytesIO(data)
    version = np.lib.format.read_magic(file)
    if version == (1, 0):
        shape, turned, kind = np.lib.format.read_array_header_1_0(file)
    else:
        shape, turned, kind = np.lib.format.read_array_header_2_0(file)
    if kind.hasobject:
        raise ValueError("it holds objects, which are never read")
    count = 1
    for side in shape:  # not numpy's product, which overflows
        count *= side
    if file.tell() + count * kind.itemsize != len(data):
        raise ValueError(f"its head tells of {shape} {kind}, its bytes are of another length")
    flat: Array = np.frombuffer(data, kind, count, file.tell()) if count else np.zeros(0, kind)
    return flat.reshape(shape[::-1]).T if turned else flat.reshape(shape)


def _checked(array: Array, form: Form, name: str) -> Array:
    kind, axes = np.dtype(form[0]), form[1]
    if array.dtype != kind or array.ndim != axes:
        found = f"{array.dtype} with {array.ndim} axes"
        raise ValueError(f"{name} is {found}, not {kind} with {axes}")
    if kind.kind == "f" and not np.isfinite(array).all():
        raise ValueError(f"{name} holds numbers that are not finite")
    return array
