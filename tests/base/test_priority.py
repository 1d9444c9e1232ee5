import os
import sys
import threading

import pytest

from almaty_tour.base.priority import give_way


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="priorities of threads on Linux")
def test_only_the_thread_that_asks_gives_way():
    mine = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    seen = []

    def work():
        give_way()
        seen.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert seen == [19]
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == mine
