"""Downloads are polite, go on where they broke off, and stay within their limits.

All against a server in a thread of this process; nothing here touches the network.
"""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import msgspec
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AssetError, ContentError, SettingError
from almaty_tour.city.fetch import Line, Manners, Wish
from almaty_tour.city.fetch_heights import fetch_heights
from almaty_tour.city.fetch_map import cut, fetch_map, join, query
from almaty_tour.city.fetch_settings import (
    HeightService,
    MapService,
    box_of,
    corners,
    read_services,
)

BODY = bytes(range(256)) * 2_000  # 512 kB
LIMIT = 2_000_000
MANNERS = Manners("test/1", pause_s=2.0, tries=4, timeout_s=5.0, longest_wait_s=120.0, most_s=900.0)


class Server(ThreadingHTTPServer):
    """Answers with what `script` says, in turn; its last line answers all that follow."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.script, self.asked, self.forms = [], [], []
        self.waiting = self.most_open = 0
        self.lag_s = 0.0  # a while for each answer, so that requests sent at once are seen at once

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}/file"


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        server = self.server
        server.waiting += 1
        server.most_open = max(server.most_open, server.waiting)
        self.answered = False
        time.sleep(server.lag_s)
        server.asked.append(dict(self.headers))
        step = server.script.pop(0) if len(server.script) > 1 else server.script[0]
        step(self)
        self.answer()

    def answer(self):
        """Counts a request as done before its client can know that it is."""
        self.server.waiting -= not self.answered
        self.answered = True

    def do_POST(self):
        self.server.forms.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.do_GET()

    def send(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.answer()
        self.end_headers()
        self.wfile.write(body)


def whole(tag='"one"', body=BODY):
    def step(handler):
        span = handler.headers.get("Range")
        if span and handler.headers.get("If-Range") == tag:
            start = int(span.removeprefix("bytes=").removesuffix("-"))
            if start >= len(body):
                handler.send(416, Content_Range=f"bytes */{len(body)}")
                return
            place = f"bytes {start}-{len(body) - 1}/{len(body)}"
            handler.send(206, body[start:], ETag=tag, Content_Range=place)
        else:
            handler.send(200, body, ETag=tag)

    return step


def broken(at, tag='"one"', body=BODY):
    """Says it has the whole, and breaks off after `at` bytes of what it should send."""

    def step(handler):
        span = handler.headers.get("Range")
        start = int(span[6:-1]) if span and handler.headers.get("If-Range") == tag else 0
        extra = {"Content_Range": f"bytes {start}-{len(body) - 1}/{len(body)}"} if start else {}
        tagged = {"ETag": tag} if tag else {}
        part = body[start : start + at]
        handler.send(206 if start else 200, part, Content_Length=len(body) - start,
                     **tagged, **extra)  # fmt: skip
        handler.close_connection = True

    return step


def says(status, body=b"", **headers):
    return lambda handler: handler.send(status, body, **headers)


@pytest.fixture
def server():
    made = Server()
    thread = threading.Thread(target=made.serve_forever, args=(0.01,))
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


class Clock:
    """Time that passes only by waiting."""

    def __init__(self):
        self.now, self.waits = 0.0, []

    def wait(self, seconds):
        self.waits.append(seconds)
        self.now += seconds

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def line(clock):
    return Line(MANNERS, clock.wait, clock)


def wish(server, folder, limit=LIMIT, form=None):
    return Wish(server.url, folder / "file", limit, form)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_comes_whole_and_says_who_asks(server, line, tmp_path):
    server.script = [whole()]
    told = []
    line.fetch(wish(server, tmp_path), lambda done, everything: told.append((done, everything)))
    assert (tmp_path / "file").read_bytes() == BODY
    assert names(tmp_path) == ["file"]
    assert server.asked[0]["User-Agent"] == "test/1"
    assert told[-1] == (len(BODY), len(BODY))
    assert told == sorted(told)


def test_what_is_there_is_not_asked_for(server, line, tmp_path):
    server.script = [whole()]
    for _ in range(3):
        line.fetch(wish(server, tmp_path))
    assert len(server.asked) == 1


@pytest.mark.parametrize("at", [0, 1, 100_000, len(BODY) - 1])
def test_a_broken_line_is_taken_up_where_it_broke(server, line, tmp_path, at):
    server.script = [broken(at), whole()]
    line.fetch(wish(server, tmp_path))
    assert (tmp_path / "file").read_bytes() == BODY
    assert len(server.asked) == 2
    assert server.asked[1].get("Range") == (f"bytes={at}-" if at else None)


def test_many_breaks_are_no_failure_as_long_as_something_comes(server, line, tmp_path):
    server.script = [*[broken(40_000)] * 12, whole()]
    line.fetch(wish(server, tmp_path))
    assert (tmp_path / "file").read_bytes() == BODY


def test_a_run_that_was_stopped_goes_on_in_the_next(server, clock, tmp_path):
    server.script = [whole()]

    def stop(done, _):
        if done > 150_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Line(MANNERS, clock.wait, clock).fetch(wish(server, tmp_path), stop)
    kept = (tmp_path / "file.part").stat().st_size
    assert 150_000 < kept < len(BODY)
    Line(MANNERS, clock.wait, clock).fetch(wish(server, tmp_path))
    assert server.asked[1]["Range"] == f"bytes={kept}-"
    assert (tmp_path / "file").read_bytes() == BODY


def test_parts_of_two_versions_are_never_joined(server, line, tmp_path):
    other = BODY[::-1]
    server.script = [broken(100_000, '"one"'), whole('"two"', other)]
    line.fetch(wish(server, tmp_path))
    assert (tmp_path / "file").read_bytes() == other


def test_without_a_tag_a_part_is_begun_anew(server, line, tmp_path):
    server.script = [broken(100_000, tag=None), whole()]
    line.fetch(wish(server, tmp_path))
    assert "Range" not in server.asked[1]
    assert (tmp_path / "file").read_bytes() == BODY


def test_a_server_that_answers_with_other_bytes_is_not_believed(server, line, tmp_path):
    wrong = says(206, BODY[7:], ETag='"one"', Content_Range=f"bytes 7-{len(BODY) - 1}/{len(BODY)}")
    server.script = [broken(100_000), wrong, whole()]
    line.fetch(wish(server, tmp_path))
    assert (tmp_path / "file").read_bytes() == BODY


def test_a_part_that_is_whole_already_is_taken(server, line, tmp_path):
    (tmp_path / "file.part").write_bytes(BODY)
    (tmp_path / "file.tag").write_text('"one"')
    server.script = [whole()]
    line.fetch(wish(server, tmp_path))
    assert (tmp_path / "file").read_bytes() == BODY


def test_a_part_that_is_too_long_is_begun_anew(server, line, tmp_path):
    (tmp_path / "file.part").write_bytes(BODY + b"more")
    (tmp_path / "file.tag").write_text('"one"')
    server.script = [whole()]
    line.fetch(wish(server, tmp_path))
    assert (tmp_path / "file").read_bytes() == BODY


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_waited_for_as_long_as_it_asks(server, line, clock, tmp_path, status):
    server.script = [says(status, Retry_After=37), whole()]
    line.fetch(wish(server, tmp_path))
    assert (tmp_path / "file").read_bytes() == BODY
    assert clock.waits[0] == 37.0


def test_retry_after_may_be_a_date(server, line, clock, tmp_path):
    def busy(handler):
        handler.send_response_only(429)
        handler.send_header("Date", "Thu, 26 Nov 2026 20:00:00 GMT")
        handler.send_header("Retry-After", "Thu, 26 Nov 2026 20:00:50 GMT")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    server.script = [busy, whole()]
    line.fetch(wish(server, tmp_path))
    assert clock.waits[0] == 50.0


def test_without_a_hint_each_wait_is_twice_as_long(server, line, clock, tmp_path):
    server.script = [says(503)]
    with pytest.raises(AssetError, match="503"):
        line.fetch(wish(server, tmp_path))
    assert clock.waits == [4.0, 8.0, 16.0]
    assert len(server.asked) == MANNERS.tries


def test_a_server_that_asks_for_too_long_is_left(server, line, clock, tmp_path):
    server.script = [says(429, Retry_After=100_000)]
    with pytest.raises(AssetError, match="100000 s"):
        line.fetch(wish(server, tmp_path))
    assert clock.waits == []


@pytest.mark.parametrize("status", [400, 403, 404, 410])
def test_a_refusal_is_final(server, line, tmp_path, status):
    server.script = [says(status)]
    with pytest.raises(AssetError, match=str(status)) as caught:
        line.fetch(wish(server, tmp_path))
    assert len(server.asked) == 1
    assert "\n" not in str(caught.value)
    assert server.url in str(caught.value)


def test_requests_come_one_at_a_time_with_pauses(server, line, clock, tmp_path):
    server.script, server.lag_s = [whole()], 0.05
    for number in range(4):
        line.fetch(Wish(server.url, tmp_path / str(number), LIMIT))
    assert clock.waits == [2.0, 2.0, 2.0]
    assert server.most_open == 1


def test_a_huge_file_is_refused_by_its_length(server, line, tmp_path):
    server.script = [says(200, b"x", Content_Length=LIMIT + 1)]
    with pytest.raises(AssetError, match="at most"):
        line.fetch(wish(server, tmp_path))
    assert (tmp_path / "file").exists() is False


def test_a_huge_file_without_a_length_is_cut_off(server, line, tmp_path):
    def endless(handler):
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(bytes(65_536))
        except OSError:
            handler.close_connection = True

    server.script = [endless]
    with pytest.raises(AssetError, match="more than"):
        line.fetch(wish(server, tmp_path))
    assert names(tmp_path) == []


def test_time_is_bounded(server, clock, tmp_path):
    server.script = [says(503, Retry_After=100)]
    manners = Manners("test/1", tries=100, longest_wait_s=200.0, most_s=450.0)
    with pytest.raises(AssetError, match="450 s"):
        Line(manners, clock.wait, clock).fetch(wish(server, tmp_path))
    assert clock.now <= 450.0


def test_no_network_is_told_soon_and_in_one_line(line, clock, tmp_path):
    gone = Server()
    gone.server_close()
    with pytest.raises(AssetError, match="cannot be reached") as caught:
        line.fetch(wish(gone, tmp_path))
    assert clock.now < 10.0
    assert "\n" not in str(caught.value)


def test_a_redirect_to_a_file_of_this_machine_is_refused(server, line, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    server.script = [says(302, Location=secret.as_uri())]
    with pytest.raises(AssetError, match="not allowed"):
        line.fetch(wish(server, tmp_path))
    server.script = [says(302, Location="ftp://127.0.0.1/secret")]
    with pytest.raises(AssetError, match="no HTTP address"):
        line.fetch(wish(server, tmp_path))
    assert names(tmp_path) == ["secret"]


def test_a_redirect_to_another_web_server_is_followed(server, line, tmp_path):
    server.script = [says(302, Location="/other"), whole()]
    line.fetch(wish(server, tmp_path))
    assert (tmp_path / "file").read_bytes() == BODY


def answer(*elements, remark=""):
    base = {"timestamp_osm_base": "2026-11-26T20:00:00Z"}
    table = {"version": 0.6, "osm3s": base, "elements": list(elements)}
    return msgspec.json.encode(table | ({"remark": remark} if remark else {}))


NODE = {"type": "node", "id": 1, "lat": 43.25, "lon": 76.9}
WAY = {"type": "way", "id": 1, "nodes": [1, 2], "tags": {"building": "yes"}}
BOX = (76.90, 43.20, 77.00, 43.26)


def overpass(server, **more):
    given = {"largest_bytes": LIMIT, "piece_deg": 0.05, "select": ("nwr[building]",)} | more
    return MapService("overpass", server.url, **given)


def test_a_map_is_asked_for_in_pieces_and_joined(server, line, tmp_path):
    tagged = NODE | {"tags": {"natural": "tree"}}
    server.script = [says(200, answer(NODE, WAY)), says(200, answer(tagged))]
    path = fetch_map(line, overpass(server), BOX, tmp_path, lambda _: None)
    assert len(server.forms) == 4
    found = msgspec.json.decode(path.read_bytes())
    assert found["elements"] == [tagged, WAY]
    assert found["osm3s"]["timestamp_osm_base"].startswith("2026-11-26")
    asked = parse_qs(server.forms[0].decode())["data"][0]
    assert asked == query(("nwr[building]",), (76.90, 43.20, 76.95, 43.23))


def test_a_second_run_asks_only_for_what_is_missing(server, line, tmp_path):
    server.script = [says(200, answer(NODE))] * 2 + [says(400)]
    with pytest.raises(AssetError, match="400"):
        fetch_map(line, overpass(server), BOX, tmp_path, lambda _: None)
    server.script = [says(200, answer(WAY))]
    fetch_map(line, overpass(server), BOX, tmp_path, lambda _: None)
    assert len(server.forms) == 3 + 2


def test_too_much_for_the_server_is_quartered(server, line, tmp_path):
    heavy = says(200, answer(remark="runtime error: Query timed out"))
    server.script = [heavy, says(200, answer(NODE))]
    box = (76.90, 43.20, 76.94, 43.24)
    fetch_map(line, overpass(server), box, tmp_path, lambda _: None)
    assert len(server.forms) == 5
    fetch_map(line, overpass(server), box, tmp_path, lambda _: None)
    assert len(server.forms) == 5


def test_quartering_ends(server, line, tmp_path):
    server.script = [says(200, answer(remark="runtime error: out of memory"))]
    with pytest.raises(AssetError, match="out of memory"):
        fetch_map(line, overpass(server), (76.90, 43.20, 76.94, 43.24), tmp_path, lambda _: None)
    assert len(server.forms) == 4


@pytest.mark.parametrize("body", [b"", b"<html>busy</html>", b'{"elements": 3}', b"\xff\xfe"])
def test_garbage_is_no_map_and_is_not_kept(server, line, tmp_path, body):
    server.script = [says(200, body)]
    with pytest.raises(AssetError, match="Overpass") as caught:
        fetch_map(line, overpass(server), BOX, tmp_path, lambda _: None)
    assert "\n" not in str(caught.value)
    assert names(tmp_path) == []


def test_an_answer_to_a_question_that_broke_off_is_asked_for_as_a_whole(server, line, tmp_path):
    body = answer(NODE)
    server.script = [broken(len(body) // 2, body=body), says(200, body)]
    fetch_map(line, overpass(server), BOX, tmp_path, lambda _: None)
    assert len(server.asked) == 5  # four pieces, one of them twice
    assert "Range" not in server.asked[1]


def test_all_pieces_together_are_bounded(server, line, tmp_path):
    server.script = [says(200, answer(NODE | {"tags": {"name": "x" * 900}}))]
    with pytest.raises(AssetError, match="allowed"):
        fetch_map(line, overpass(server, largest_bytes=2_000), BOX, tmp_path, lambda _: None)


def test_an_extract_is_one_file_that_resumes(server, line, tmp_path):
    server.script = [broken(200_000), whole()]
    service = MapService("extract", server.url, LIMIT)
    path = fetch_map(line, service, BOX, tmp_path, lambda _: None)
    assert path == tmp_path / "file"
    assert path.read_bytes() == BODY


def test_heights_are_the_tiles_of_the_box(server, line, tmp_path):
    server.script, server.lag_s = [whole()], 0.05
    url = server.url + "/{ns}{lat:02d}{ew}{lon:03d}"
    service = HeightService(url, "{ns}{lat:02d}{ew}{lon:03d}.tif", LIMIT, "credit", BOX)
    files = fetch_heights(line, service, (76.6, 42.9, 77.2, 43.4), tmp_path, lambda _: None)
    assert [path.name for path in files] == [
        "N42E076.tif", "N42E077.tif", "N43E076.tif", "N43E077.tif",
    ]  # fmt: skip
    assert server.most_open == 1


def test_pieces_cover_the_box_exactly():
    pieces = cut(BOX, 0.033)
    assert len(pieces) == 4 * 2
    assert max(max(p[2] - p[0], p[3] - p[1]) for p in pieces) <= 0.033
    area = sum((p[2] - p[0]) * (p[3] - p[1]) for p in pieces)
    assert area == pytest.approx(0.1 * 0.06)
    assert (pieces[0][:2], pieces[-1][2:]) == (BOX[:2], BOX[2:])


def test_join_keeps_what_tells_most(tmp_path):
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(answer(NODE, WAY))
    second.write_bytes(answer(NODE | {"tags": {"a": "b"}}, {"type": "way", "id": 1}))
    join([first, second], tmp_path / "c")
    found = msgspec.json.decode((tmp_path / "c").read_bytes())["elements"]
    assert found == [NODE | {"tags": {"a": "b"}}, WAY]


def test_corners_of_tiles():
    assert corners((76.9, 43.1, 77.1, 43.2)) == [(43, 76), (43, 77)]
    assert corners((76.0, 42.0, 78.0, 44.0)) == [(42, 76), (42, 77), (43, 76), (43, 77)]


def test_shipped_settings_are_sound():
    services = read_services(assets_dir() / "content")
    assert services.pause_s >= 1.0
    assert "{version}" in services.agent
    url, name = services.heights.tile(43, 76)
    assert name == "N43E076.tif"
    assert url.endswith("N43_00_E076_00_DEM.tif")
    assert services.box == box_of(",".join(str(side) for side in services.box))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version = 1", "version = 2"),
        ("pause_s = 2.0", "pause_s = 'two'"),
        ('kind = "overpass"', 'kind = "mail"'),
        ("https://overpass", "file://overpass"),
        ("{lat:02d}_00", "{latitude}_00"),
        ("[map]", "[map"),
    ],
)
def test_wrong_settings_are_told_in_one_line(tmp_path, old, new):
    text = (assets_dir() / "content" / "services.toml").read_text("utf-8")
    assert old in text
    (tmp_path / "services.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=r"services\.toml") as caught:
        read_services(tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "words", ["", "1,2,3", "a,b,c,d", "77,43,76,44", "0,0,1,1", "76,43,77,43.2", "nan,43,77,43.2"]
)
def test_a_wrong_box_is_refused(words):
    with pytest.raises(SettingError, match=r"box|west|degrees"):
        box_of(words)
