"""Whatever is wrong with a file of arrays, it is one line with the file and what to do."""

from __future__ import annotations

import contextlib
import io
import zipfile

import numpy as np
import pytest

from almaty_tour.base.arrays import read_npy, read_npz
from almaty_tour.base.errors import AssetError

HINT = "bake it again"
LIMIT = 10_000
ROWS = np.dtype([("x", "<f4"), ("kind", "u1")])


def bytes_of(array):
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def head(words):
    """An npy file with a head of one's own and eight bytes of numbers."""
    text = words.encode().ljust(117) + b"\n"
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text + bytes(8)


def one_line(path, read):
    with pytest.raises(AssetError) as fault:
        read()
    line = str(fault.value)
    assert "\n" not in line
    assert str(path) in line
    return line


@pytest.mark.parametrize(
    "array",
    [
        np.arange(12, dtype=np.float32).reshape(3, 4),
        np.asfortranarray(np.arange(12).reshape(3, 4)),
        np.zeros((0, 3), np.uint8),
        np.array(7),
        np.array([(1.5, 2), (2.5, 3)], ROWS),
    ],
)
def test_what_was_written_is_read(tmp_path, array):
    np.save(tmp_path / "a.npy", array)
    np.savez_compressed(tmp_path / "a.npz", some=array, other=array)
    one = read_npy(tmp_path / "a.npy", LIMIT, hint=HINT)
    both = read_npz(tmp_path / "a.npz", LIMIT, hint=HINT)
    assert list(both) == ["some", "other"]
    for found in (one, *both.values()):
        assert found.dtype == array.dtype
        assert found.shape == array.shape
        assert np.array_equal(found, array)
        assert not (found.size and found.flags.writeable)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x93NUMPY",
        b"<html>moved</html>",
        bytes_of(np.arange(100))[:-3],
        bytes_of(np.arange(100)) + b"more",
        bytes_of(np.arange(100))[:40],
        head("{'descr': '<f4', 'fortran_order': False, 'shape': (90000, 90000, 90000)}"),
        head("{'descr': '<f4', 'fortran_order': False, 'shape': (-1, -2)}"),
        head("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}"),
        head("{'descr': 'what', 'fortran_order': False, 'shape': (1,)}"),
        head("{'descr': '<f4', 'shape': (2,)}"),
        head("((((("),
        head("open('/etc/passwd')"),
    ],
)
def test_damaged_bytes_are_one_line(tmp_path, data):
    plain, packed = tmp_path / "a.npy", tmp_path / "a.npz"
    plain.write_bytes(data)
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("a.npy", data)
    for path, read in ((plain, read_npy), (packed, read_npz)):
        line = one_line(path, lambda path=path, read=read: read(path, LIMIT, hint=HINT))
        assert "is damaged: " in line
        assert line.endswith(f"({HINT})")


def test_every_cut_of_a_packed_file_is_one_line(tmp_path):
    np.savez_compressed(tmp_path / "a.npz", one=np.arange(50), two=np.ones((2, 2)))
    whole = (tmp_path / "a.npz").read_bytes()
    for length in range(0, len(whole), 7):
        (tmp_path / "a.npz").write_bytes(whole[:length])
        one_line(tmp_path / "a.npz", lambda: read_npz(tmp_path / "a.npz", LIMIT, hint=HINT))


def test_every_changed_byte_is_read_or_one_line(tmp_path):
    np.savez_compressed(tmp_path / "a.npz", one=np.arange(50))
    whole = bytearray((tmp_path / "a.npz").read_bytes())
    for place in range(len(whole)):
        changed = whole.copy()
        changed[place] ^= 0xFF
        (tmp_path / "a.npz").write_bytes(changed)
        with contextlib.suppress(AssetError):
            read_npz(tmp_path / "a.npz", LIMIT, hint=HINT)


def test_too_large_files_are_not_read(tmp_path):
    np.save(tmp_path / "a.npy", np.zeros(LIMIT))
    np.savez_compressed(tmp_path / "a.npz", a=np.zeros(9 * LIMIT, np.uint8))
    assert f"at most {LIMIT}" in one_line(
        tmp_path / "a.npy", lambda: read_npy(tmp_path / "a.npy", LIMIT, hint=HINT)
    )
    assert "unpacks to more than" in one_line(
        tmp_path / "a.npz", lambda: read_npz(tmp_path / "a.npz", LIMIT, hint=HINT)
    )


def test_a_missing_file_is_one_line(tmp_path):
    one_line(tmp_path / "a.npy", lambda: read_npy(tmp_path / "a.npy", LIMIT, hint=HINT))
    one_line(tmp_path / "a.npz", lambda: read_npz(tmp_path / "a.npz", LIMIT, hint=HINT))


@pytest.mark.parametrize(
    ("form", "told"),
    [
        (("<f8", 2), "float32 with 2 axes, not float64 with 2"),
        (("<f4", 1), "float32 with 2 axes, not float32 with 1"),
        (("<f4", 2), "not finite"),
    ],
)
def test_arrays_of_another_form_are_told(tmp_path, form, told):
    array = np.full((2, 2), np.nan, np.float32)
    np.save(tmp_path / "a.npy", array)
    np.savez(tmp_path / "a.npz", a=array)
    assert told in one_line(
        tmp_path / "a.npy", lambda: read_npy(tmp_path / "a.npy", LIMIT, hint=HINT, form=form)
    )
    line = one_line(
        tmp_path / "a.npz",
        lambda: read_npz(tmp_path / "a.npz", LIMIT, hint=HINT, forms={"a": form}),
    )
    assert told in line
    assert "'a'" in line


def test_a_missing_array_is_named(tmp_path):
    np.savez(tmp_path / "a.npz", a=np.zeros(1))
    line = one_line(
        tmp_path / "a.npz",
        lambda: read_npz(tmp_path / "a.npz", LIMIT, hint=HINT, forms={"b": ("<f8", 1)}),
    )
    assert "it has no 'b'" in line
