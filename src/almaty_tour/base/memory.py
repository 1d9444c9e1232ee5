"""Memory goes back to the system when the arrays that filled it are gone.

The C library of Linux learns from every large block that is freed to keep larger ones, so
pictures and models that were only read leave holes behind: 50 MB of the peak, and as much
again that is not used once all has been read.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys
from typing import Final

LARGE_BYTES: Final = 4 << 20
KEPT_BYTES: Final = 32 << 20
"""Free at the end of the heap: the arrays of every picture come and go there."""
_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3


def return_large_blocks() -> None:
    """From now on, blocks of some megabytes go back at once when they are freed."""
    _call("mallopt", _M_MMAP_THRESHOLD, LARGE_BYTES)
    _call("mallopt", _M_TRIM_THRESHOLD, KEPT_BYTES)


def keep_heap() -> None:
    """From now on the heap stays as large as it was.

    A software driver fills and frees tens of megabytes in every picture; getting them from the
    system anew each time costs it a tenth.
    """
    _call("mallopt", _M_TRIM_THRESHOLD, 1 << 30)


def return_holes() -> None:
    """What is free among smaller blocks goes back; takes some milliseconds."""
    _call("malloc_trim", 0)


def _call(function: str, *numbers: int) -> None:
    """Calls the C library; Linux alone needs it, and another library of Linux may not have it."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError, AttributeError):
            getattr(ctypes.CDLL(None), function)(*numbers)
