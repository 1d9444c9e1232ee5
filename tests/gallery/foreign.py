"""Picture files as the world has them: good, odd and hostile, made by program."""

from __future__ import annotations

import io
import os
import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image, TiffImagePlugin

R = TiffImagePlugin.IFDRational


@dataclass
class Made:
    """What was made: names that must be taken, names that must be refused with a word of why."""

    good: list[str] = field(default_factory=list)
    bad: dict[str, str] = field(default_factory=dict)


def pixels(seed: int, wide: int = 60, high: int = 40) -> Image.Image:
    """A picture that no other seed has."""
    y, x = np.mgrid[0:high, 0:wide]
    one = np.stack([x * 4, y * 6, np.full_like(x, seed % 256)], axis=2) % 256
    one[0, 0] = (seed // 256, seed % 256, 7)
    one[::3, ::3, 0] = seed % 251
    return Image.fromarray(one.astype(np.uint8))


def exif(time="2016:11:05 10:20:30", place=(43.25, 76.94), caption="", author="", turned=1,
         direction=None) -> Image.Exif:  # fmt: skip
    """An EXIF block."""
    block = Image.Exif()
    block[0x0112] = turned
    if caption:
        block[0x010E] = caption
    if author:
        block[0x013B] = author
    block.get_ifd(0x8769)[0x9003] = time
    if place is not None:
        gps = block.get_ifd(0x8825)
        gps[1], gps[2] = "N" if place[0] >= 0 else "S", _angle(abs(place[0]))
        gps[3], gps[4] = "E" if place[1] >= 0 else "W", _angle(abs(place[1]))
        if direction is not None:
            gps[17] = R(round(direction * 100), 100)
    return block


def _angle(degrees: float) -> tuple[R, R, R]:
    minutes = degrees % 1.0 * 60.0
    return R(int(degrees), 1), R(int(minutes), 1), R(round(minutes % 1.0 * 60.0 * 1000), 1000)


def encoded(picture: Image.Image, kind: str, **more: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **more)
    return buffer.getvalue()


XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description
 photoshop:City="Алматы" exif:GPSLatitude="43,15.5N" exif:GPSLongitude="76,56.25E"
 exif:DateTimeOriginal="1978-05-09T14:30:00"><dc:description><rdf:Alt>
 <rdf:li xml:lang="x-default">Old street</rdf:li><rdf:li xml:lang="kk">Ескі көше</rdf:li>
 <rdf:li xml:lang="ru-RU">Старая улица &amp; сад</rdf:li></rdf:Alt></dc:description>
 <dc:creator><rdf:Seq><rdf:li>A. Author</rdf:li></rdf:Seq></dc:creator>
 </rdf:Description></rdf:RDF></x:xmpmeta>"""


def iptc(caption: bytes, author: bytes) -> bytes:
    """An APP13 segment of IPTC."""
    rows = b"".join(
        b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(words)) + words
        for number, words in ((120, caption), (80, author), (55, b"19780509"))
    )
    block = (
        b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(rows)) + rows + b"\x00" * (len(rows) % 2)
    )
    body = b"Photoshop 3.0\x00" + block
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def with_segment(jpeg: bytes, segment: bytes) -> bytes:
    return jpeg[:2] + segment + jpeg[2:]


def app1(body: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def png_of_size(wide: int, high: int) -> bytes:
    """A PNG whose head promises any size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
            + chunk(b"IDAT", zlib.compress(bytes(4096))) + chunk(b"IEND", b""))  # fmt: skip


def jpeg_of_size(wide: int, high: int) -> bytes:
    """A JPEG whose head was changed to another size."""
    raw = bytearray(encoded(pixels(1), "JPEG"))
    at = raw.index(b"\xff\xc0")
    raw[at + 5 : at + 9] = struct.pack(">HH", high, wide)
    return bytes(raw)


def good_ones(count: int) -> list[tuple[str, bytes]]:
    """Pictures that must be taken: every kind, mode and oddity in turn."""

    def jpeg(n: int, **more: object) -> bytes:
        return encoded(pixels(n), "JPEG", **more)

    def hostile(n: int, segment: bytes) -> tuple[str, bytes]:
        return "jpg", with_segment(jpeg(n), segment)

    no_place = {"time": "0000:99:99 77:00:00", "place": (0.0, 0.0)}
    entities = b"<!DOCTYPE a [<!ENTITY b '&b;&b;'>]>" + b"<rdf:li" * 5000
    makers = [
        lambda n: ("jpg", jpeg(n, exif=exif(caption=f"View {n}", author="A. B."))),
        lambda n: ("png", encoded(pixels(n), "PNG")),
        lambda n: ("tif", encoded(pixels(n), "TIFF")),
        lambda n: ("webp", encoded(pixels(n), "WEBP", lossless=True)),
        lambda n: ("JPG", jpeg(n, exif=exif(turned=6))),
        lambda n: ("jpg", jpeg(n, xmp=XMP.encode())),
        lambda n: ("jpeg", with_segment(jpeg(n), iptc("Көше".encode(), b"B. C."))),
        lambda n: ("jpg", encoded(pixels(n), "PNG")),  # mislabelled, yet a picture
        lambda n: ("png", encoded(pixels(n).convert("RGBA"), "PNG")),
        lambda n: ("png", encoded(pixels(n).quantize(32), "PNG")),
        lambda n: ("tiff", encoded(pixels(n).convert("CMYK"), "TIFF")),
        lambda n: ("jpg", encoded(pixels(n).convert("CMYK"), "JPEG")),
        lambda n: ("png", encoded(grey16(n), "PNG")),
        lambda n: hostile(n, app1(b"Exif\x00\x00MM\x00*" + b"\xff" * 900)),
        lambda n: ("jpg", jpeg(n, exif=exif(caption="\x1b[31m\x00" + "A" * 50_000))),
        lambda n: ("jpg", jpeg(n, exif=exif(**no_place))),
        lambda n: hostile(n, app1(b"http://ns.adobe.com/xap/1.0/\x00" + entities)),
        lambda n: hostile(n, iptc(b"\xff" * 30_000, b"\x1b]0;")),
    ]
    return [
        (f"көрініс {n:03d}.{ending}", data)
        for n in range(count)
        for ending, data in [makers[n % len(makers)](n)]
    ]


def grey16(seed: int) -> Image.Image:
    return Image.fromarray((np.arange(2400).reshape(40, 60) * 20 + seed).astype(np.uint16))


def bad_ones(count: int) -> list[tuple[str, bytes, str]]:
    """Files that must be refused, with a word of the reason."""

    def cut(raw: bytes) -> bytes:
        return raw[: len(raw) * 2 // 3]

    big = pixels(5, 300, 200)
    makers = [
        ("jpg", cut(encoded(big, "JPEG")), "damaged"),
        ("png", cut(encoded(big, "PNG")), "damaged"),
        ("webp", cut(encoded(big, "WEBP")), "damaged"),
        ("tif", cut(encoded(big, "TIFF")), "damaged"),
        ("jpg", b"", "empty"),
        ("jpg", b"Dear museum, the picture follows by post.\n" * 50, "no JPEG"),
        ("png", b"<html><script>alert(1)</script></html>", "no JPEG"),
        ("jpg", encoded(pixels(9), "GIF"), "no JPEG"),
        ("png", encoded(pixels(9), "BMP"), "no JPEG"),
        ("png", png_of_size(60_000, 60_000), "megapixels"),
        ("jpg", jpeg_of_size(65_500, 65_500), "megapixels"),
        ("png", png_of_size(2_000_000_000, 2), "megapixels"),
        ("png", encoded(pixels(3, 4, 4), "PNG"), "too small"),
        ("jpg", b"\xff\xd8\xff" + os.urandom(3000), "damaged"),
        ("tif", b"II*\x00" + b"\xff" * 400, "damaged"),
        ("webp", b"RIFF\xff\xff\xff\x7fWEBPVP8 " + b"\x00" * 200, "damaged"),
        ("png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 300, "damaged"),
        ("heic", b"\x00\x00\x00\x18ftypheic" + b"\x00" * 300, "HEIC"),
        ("png", png_of_size(900, 900), "damaged"),
    ]
    rows = (makers[n % len(makers)] for n in range(count))
    return [(f"bad {n:02d}.{ending}", data, why) for n, (ending, data, why) in enumerate(rows)]


def make(folder: Path, good: int, bad: int) -> Made:
    """Write so many good and bad files into a folder and one below it."""
    made = Made()
    (folder / "альбом").mkdir(parents=True, exist_ok=True)
    for number, (name, data) in enumerate(good_ones(good)):
        place = f"альбом/{name}" if number % 3 == 0 else name
        (folder / place).write_bytes(data)
        made.good.append(place)
    for name, data, why in bad_ones(bad):
        (folder / name).write_bytes(data)
        made.bad[name] = why
    return made


def oversized(path: Path, size: int) -> None:
    """A file that takes no room on the disk but says it does."""
    with path.open("wb") as file:
        file.write(b"\xff\xd8\xff\xe0")
        file.truncate(size)
