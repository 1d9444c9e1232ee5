"""Threads that work ahead give way to the pictures."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
from typing import Final

_NICEST: Final = 19
_LOWEST_OF_WINDOWS: Final = -2  # THREAD_PRIORITY_LOWEST; idle could starve it


def give_way() -> None:
    """The thread that calls it runs at the lowest priority from now on, where the system can."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICEST)
    elif sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetThreadPriority(kernel.GetCurrentThread(), _LOWEST_OF_WINDOWS)
