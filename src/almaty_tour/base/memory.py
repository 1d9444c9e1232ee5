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
    """Blocks of some megabytes go back at once when they are freed; Linux alone needs it."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError, AttributeError):  # another C library
            library = ctypes.CDLL(None)
            library.mallopt(_M_MMAP_THRESHOLD, LARGE_BYTES)
            library.mallopt(_M_TRIM_THRESHOLD, KEPT_BYTES)


def return_holes() -> None:
    """What is free among smaller blocks goes back; takes some milliseconds."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
