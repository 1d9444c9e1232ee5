"""Libraries whose modules import each other, for threads that may ask for them at once."""

from __future__ import annotations

import importlib
import threading
from types import ModuleType

_ALONE = threading.Lock()


def imported_alone(*names: str) -> ModuleType:
    """The last of the modules, all imported in order by one thread at a time.

    The locks of Python are one a module; where modules import each other, two threads that
    begin a moment apart find each other's halves, and the import fails in both.
    """
    with _ALONE:
        return [importlib.import_module(name) for name in names][-1]
