"""What pictures tell of themselves."""

from __future__ import annotations

import pytest
from PIL import Image
from tests.gallery import foreign

from almaty_tour.gallery.exif import _words as exif_words
from almaty_tour.gallery.exif import decoded, moment
from almaty_tour.gallery.kinds import kind_of, named_kind
from almaty_tour.gallery.reading import read_picture
from almaty_tour.gallery.record import LONGEST_TEXT, RefusedError, plain
from almaty_tour.gallery.xmp import xmp_taken


def read(tmp_path, data, name="one.jpg"):
    path = tmp_path / name
    path.write_bytes(data)
    return read_picture(path, tmp_path / "thumbs")


def thumb_size(tmp_path, record):
    with Image.open(tmp_path / "thumbs" / f"{record.digest}.jpg") as picture:
        return picture.size


def test_exif_tells_time_place_direction_caption_and_author(tmp_path):
    block = foreign.exif(
        place=(-33.5, -70.25), caption="Көше".encode(), author="A. B.", direction=271.5
    )
    record = read(tmp_path, foreign.encoded(foreign.pixels(1), "JPEG", exif=block))
    taken = record.taken
    assert taken.time == "2016-11-05T10:20"
    assert taken.latitude_deg == pytest.approx(-33.5)
    assert taken.longitude_deg == pytest.approx(-70.25)
    assert taken.direction_deg == pytest.approx(271.5)
    assert (taken.captions, taken.author) == ({"": "Көше"}, "A. B.")
    assert record.missing == ()


def test_xmp_tells_captions_by_language(tmp_path):
    record = read(tmp_path, foreign.encoded(foreign.pixels(1), "JPEG", xmp=foreign.XMP.encode()))
    taken = record.taken
    assert taken.captions == {"kk": "Ескі көше", "ru": "Старая улица & сад", "": "Old street"}
    assert (taken.time, taken.author) == ("1978-05-09T14:30", "A. Author")
    assert taken.latitude_deg == pytest.approx(43.0 + 15.5 / 60.0)
    assert taken.longitude_deg == pytest.approx(76.0 + 56.25 / 60.0)
    assert taken.places == {"": "Алматы"}


def test_iptc_tells_caption_author_and_date(tmp_path):
    jpeg = foreign.encoded(foreign.pixels(1), "JPEG")
    segment = foreign.iptc("Старая улица".encode("cp1251"), "Автор".encode())
    taken = read(tmp_path, foreign.with_segment(jpeg, segment)).taken
    assert (taken.captions[""], taken.author) == ("Старая улица", "Автор")
    assert taken.time == "1978-05-09T00:00"


def test_a_picture_that_lies_on_its_side_is_put_upright(tmp_path):
    block = foreign.exif(turned=6)
    record = read(tmp_path, foreign.encoded(foreign.pixels(1, 60, 40), "JPEG", exif=block))
    assert (record.width_px, record.height_px) == (40, 60)
    assert thumb_size(tmp_path, record) == (40, 60)


def test_a_large_picture_becomes_a_small_thumbnail(tmp_path):
    record = read(tmp_path, foreign.encoded(foreign.pixels(1, 3000, 2000), "JPEG"))
    assert (record.width_px, record.height_px) == (3000, 2000)
    assert thumb_size(tmp_path, record) == (640, 427)


def test_hostile_words_are_plain_and_short(tmp_path):
    block = foreign.exif(caption="\x1b[2J" + "A" * 40_000)
    taken = read(tmp_path, foreign.encoded(foreign.pixels(1), "JPEG", exif=block)).taken
    assert len(taken.captions[""]) == LONGEST_TEXT
    assert plain("a\x00\x1b\n b\u202e") == "a b"


def test_exif_of_any_encoding_is_read():
    mistaken = "Көше".encode().decode("latin-1")
    for told in (mistaken, "Көше".encode(), "Көше"):
        assert exif_words(told) == "Көше"
    assert exif_words("Улица".encode("cp1251")) == "Улица"


@pytest.mark.parametrize(("text", "iso"), [
    ("2016:11:05 10:20:30", "2016-11-05T10:20"), ("1978-05-09", "1978-05-09T00:00"),
    ("0000:00:00 00:00:00", ""), ("9999:12:31 10:00:00", ""), ("soon", ""), (None, ""),
    (b"2016:11:05 10:20:30\x00", "2016-11-05T10:20"),
])  # fmt: skip
def test_moments(text, iso):
    assert moment(text) == iso


def test_bytes_of_unknown_encoding():
    assert decoded("Алматы".encode()) == "Алматы"
    assert decoded("Алматы".encode("cp1251")) == "Алматы"


@pytest.mark.parametrize("lat", ["95,00.0N", "43,15.5X", "43;15", "", "4" * 5000 + ",1.0N"])
def test_a_place_that_is_none_is_left_out(lat):
    raw = f'exif:GPSLatitude="{lat}" exif:GPSLongitude="76,56.25E"'.encode()
    assert not xmp_taken(raw).placed


def test_a_kind_is_told_by_bytes_and_promised_by_names():
    assert kind_of(b"\x00\x00\x00\x18ftypheic") == "HEIF"
    assert kind_of(b"GIF89a") == ""
    assert named_kind("A.JPEG") == "JPEG"
    assert named_kind("notes.txt") == ""


def test_what_looks_like_nothing_is_refused(tmp_path):
    with pytest.raises(RefusedError, match="is no JPEG"):
        read(tmp_path, b"words")
