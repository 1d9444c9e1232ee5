import sys
import threading
import time

import pytest

from almaty_tour.session.ahead import ROOM, Ahead


def test_items_come_in_order_and_end():
    assert list(Ahead(iter(range(50)))) == list(range(50))


def test_it_is_ready_only_when_something_is_there():
    gate = threading.Event()

    def source():
        gate.wait(5)
        yield 1

    ahead = Ahead(source())
    assert not ahead.ready
    gate.set()
    assert next(ahead) == 1
    end = time.monotonic() + 5
    while not ahead.ready and time.monotonic() < end:
        time.sleep(0.001)
    with pytest.raises(StopIteration):
        next(ahead)
    assert ahead.ready


def test_a_fault_is_raised_where_items_are_taken():
    def source():
        yield 1
        raise OSError("gone")

    ahead = Ahead(source())
    assert next(ahead) == 1
    with pytest.raises(OSError, match="gone"):
        next(ahead)


def test_it_never_runs_far_ahead_and_stops():
    made = []

    def source():
        for number in range(1000):
            made.append(number)
            yield number

    ahead = Ahead(source())
    time.sleep(0.2)
    assert len(made) <= ROOM + 1
    ahead.stop()
    ahead._thread.join(2)
    assert not ahead._thread.is_alive()
    assert list(ahead) == []


def test_threads_take_turns_quickly_only_while_something_is_read():
    usual = sys.getswitchinterval()
    ahead = Ahead(iter([1, 2]))
    assert sys.getswitchinterval() < usual
    assert list(ahead) == [1, 2]
    assert sys.getswitchinterval() == pytest.approx(usual)
    stopped = Ahead(iter([1, 2]))
    stopped.stop()
    assert sys.getswitchinterval() == pytest.approx(usual)
