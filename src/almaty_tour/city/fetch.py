"""Loading files politely: one request at a time, pauses, resume, limits.

A file grows as `name.part` beside its place and is renamed when it is whole. When the line
breaks, or the visitor stops the program, the part stays and the next try goes on behind it
(HTTP Range with If-Range, so that parts of two versions are never joined).
"""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import IO, Final
from urllib.parse import urlsplit

from almaty_tour.base.errors import AssetError

Told = Callable[[int, int], None]
"""Bytes so far, and of how many (0 unknown)."""
BLOCK: Final = 1 << 16
BUSY: Final = frozenset({429, 500, 502, 503, 504})
FIRST_WAIT_S: Final = 4.0
UNREACHED_TRIES: Final = 2
"""Where no server ever answered there is most likely no network."""


@dataclass(frozen=True)
class Manners:
    """How to ask; see `assets/content/services.toml`."""

    agent: str
    pause_s: float = 2.0
    tries: int = 6
    timeout_s: float = 240.0
    longest_wait_s: float = 300.0
    most_s: float = 7_200.0


@dataclass(frozen=True)
class Wish:
    """One file to load.

    Attributes:
        target: where it shall be. largest_bytes: more is refused.
        form: the body of a POST; such an answer cannot be resumed.
    """

    url: str
    target: Path
    largest_bytes: int
    form: bytes | None = None

    @property
    def part(self) -> Path:
        """What has come so far."""
        return self.target.with_name(f"{self.target.name}.part")

    @property
    def tag(self) -> Path:
        """Which version the part is of: what the server calls it."""
        return self.target.with_name(f"{self.target.name}.tag")


class _AgainError(Exception):
    """The request may succeed later; `wait_s` is what the server asks for."""

    def __init__(self, why: str, wait_s: float | None = None) -> None:
        super().__init__(why)
        self.wait_s = wait_s


class _OnlyHttp(urllib.request.HTTPRedirectHandler):
    """A server may send us on, but only to another web server."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise AssetError(req.full_url, f"sends us on to {newurl}, which is no HTTP address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class Line:
    """A line to the net that keeps its manners; `wait` and `clock` are passed in by tests."""

    def __init__(
        self,
        manners: Manners,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.manners = manners
        self._wait, self._clock = wait, clock
        self._end = clock() + manners.most_s
        self._next = clock()
        self._reached = False
        self._opener = urllib.request.build_opener(_OnlyHttp())

    def fetch(self, wish: Wish, told: Told = lambda _done, _all: None) -> None:
        """Loads a file that is not there yet. AssetError, in one line, when it cannot be had."""
        wish.target.parent.mkdir(parents=True, exist_ok=True)
        failures = 0
        while not wish.target.exists():
            before = _size(wish.part)
            try:
                self._once(wish, told)
                wish.part.replace(wish.target)
                wish.tag.unlink(missing_ok=True)
            except _AgainError as again:
                failures = 1 if _size(wish.part) > before and wish.form is None else failures + 1
                if failures >= (self.manners.tries if self._reached else UNREACHED_TRIES):
                    hint = "try again later; what has come is kept"
                    raise AssetError(wish.url, str(again), hint=hint) from again
                self._sleep(wish, self._wait_s(again, failures))
            except OSError as error:
                what = f"cannot be written: {error.strerror or error}"
                raise AssetError(wish.target, what) from error

    def _once(self, wish: Wish, told: Told) -> None:
        rest = self._next - self._clock()
        if rest > 0.0:
            self._wait(rest)
        try:
            self._load(wish, told)
        finally:
            self._next = self._clock() + self.manners.pause_s

    def _load(self, wish: Wish, told: Told) -> None:
        """Appends to the part until the answer ends."""
        start = _size(wish.part) if wish.form is None and wish.tag.is_file() else 0
        try:
            answer = self._opener.open(self._request(wish, start), timeout=self.manners.timeout_s)
        except urllib.error.HTTPError as error:
            error.close()
            self._reached = True
            if error.code == 416 and start:
                return self._past_the_end(wish, error)
            raise _refusal(wish, error) from error
        except (http.client.HTTPException, OSError) as error:
            raise _AgainError(f"cannot be reached: {_reason(error)}") from error
        self._reached = True
        with answer:
            start = _begins_at(wish, answer, start)
            self._copy(wish, answer, start, told)
        return None

    def _request(self, wish: Wish, start: int) -> urllib.request.Request:
        headers = {"User-Agent": self.manners.agent, "Accept-Encoding": "identity"}
        if start:
            headers["Range"] = f"bytes={start}-"
            headers["If-Range"] = wish.tag.read_text("ascii")
        return urllib.request.Request(wish.url, wish.form, headers)

    def _copy(self, wish: Wish, answer: http.client.HTTPResponse, start: int, told: Told) -> None:
        length = answer.headers.get("Content-Length", "")
        whole = start + int(length) if length.isdecimal() else 0
        if whole > wish.largest_bytes:
            raise AssetError(
                wish.url, f"has {whole} bytes, at most {wish.largest_bytes} are loaded"
            )
        done = start
        with wish.part.open("ab" if start else "wb") as file:
            while block := self._block(answer):
                done += len(block)
                if done > wish.largest_bytes:
                    break
                file.write(block)
                told(done, whole)
                self._in_time(wish)
        if done > wish.largest_bytes:
            forget(wish)
            raise AssetError(wish.url, f"has more than the {wish.largest_bytes} bytes allowed")
        if whole and done != whole:
            raise _AgainError(f"broke off after {done} of {whole} bytes")

    def _block(self, answer: http.client.HTTPResponse) -> bytes:
        try:
            return answer.read1(BLOCK)
        except (http.client.HTTPException, OSError) as error:
            raise _AgainError(f"broke off: {_reason(error)}") from error

    def _past_the_end(self, wish: Wish, error: urllib.error.HTTPError) -> None:
        """The part is the whole already, or of no use."""
        if error.headers.get("Content-Range", "") == f"bytes */{_size(wish.part)}":
            return
        forget(wish)
        raise _AgainError("no longer fits the part that was kept") from error

    def _wait_s(self, again: _AgainError, failures: int) -> float:
        """What the server asks for, or twice as long each time."""
        own = FIRST_WAIT_S * 2.0 ** (failures - 1)
        return max(again.wait_s if again.wait_s is not None else own, self.manners.pause_s)

    def _sleep(self, wish: Wish, wait_s: float) -> None:
        if wait_s > self.manners.longest_wait_s:
            what = f"asks to wait {wait_s:.0f} s, at most {self.manners.longest_wait_s:.0f} we do"
            raise AssetError(wish.url, what, hint="try again later; what has come is kept")
        self._in_time(wish, wait_s)
        self._wait(wait_s)

    def _in_time(self, wish: Wish, more_s: float = 0.0) -> None:
        if self._clock() + more_s > self._end:
            what = f"takes longer than the {self.manners.most_s:.0f} s allowed"
            raise AssetError(wish.url, what, hint="run it again; what has come is kept")


def forget(wish: Wish) -> None:
    """Takes the file, or its part, away."""
    for path in (wish.target, wish.part, wish.tag):
        path.unlink(missing_ok=True)


def _begins_at(wish: Wish, answer: http.client.HTTPResponse, start: int) -> int:
    """Where the answer begins: behind the part, or at 0 when the server starts anew."""
    if answer.status == 206:
        span = answer.headers.get("Content-Range", "")
        if start and span.startswith(f"bytes {start}-"):
            return start
        forget(wish)
        raise _AgainError(f"answered with the wrong bytes ({span or 'no range'})")
    tag = answer.headers.get("ETag", "")
    tag = tag if tag and not tag.startswith("W/") else answer.headers.get("Last-Modified", "")
    wish.tag.unlink(missing_ok=True)
    if tag and tag.isascii() and tag.isprintable():
        wish.tag.write_text(tag, "ascii")
    return 0


def _refusal(wish: Wish, error: urllib.error.HTTPError) -> Exception:
    what = f"answers {error.code} {error.reason}"
    if error.code in BUSY:
        return _AgainError(what, _retry_after_s(error.headers))
    return AssetError(wish.url, what)


def _retry_after_s(headers: Message) -> float | None:
    """Seconds of `Retry-After`: a number, or a date counted from the server's own `Date`."""
    asked = headers.get("Retry-After", "").strip()
    if asked.isdecimal():
        return float(asked)
    try:
        until, now = parsedate_to_datetime(asked), parsedate_to_datetime(headers.get("Date", ""))
        return max((until - now).total_seconds(), 0.0)
    except (TypeError, ValueError):
        return None


def _reason(error: Exception) -> str:
    inner = getattr(error, "reason", None) or error
    return " ".join(str(getattr(inner, "strerror", None) or inner).split()) or type(error).__name__


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
