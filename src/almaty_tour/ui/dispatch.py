"""Finds the panels: every module of `ui.panels` is one, no list to edit."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Protocol, cast

from almaty_tour.ui import panels
from almaty_tour.ui.desk import Desk
from almaty_tour.ui.pen import Pen
from almaty_tour.ui.view import UiView


class Panel(Protocol):
    """What a module of `ui.panels` offers."""

    ORDER: int
    """Panels are drawn in this order, later ones above."""

    def shown(self, desk: Desk, view: UiView) -> bool:
        """Whether the panel is part of this picture."""
        ...

    def build(self, pen: Pen, view: UiView) -> None:
        """Draws the panel and makes wishes."""
        ...


def find_panels() -> tuple[Panel, ...]:
    """All panels in drawing order."""
    names = sorted(info.name for info in pkgutil.iter_modules(panels.__path__))
    found = [cast(Panel, importlib.import_module(f"{panels.__name__}.{name}")) for name in names]
    return tuple(sorted(found, key=lambda panel: panel.ORDER))
