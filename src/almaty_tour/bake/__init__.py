"""The bakery: runs the builders of landmarks and props and writes `assets/models`.

run(ids, check, report)      bake what is not up to date, or compare files with the code
stale(folder)                models whose code has moved since they were baked
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

__all__ = ["run", "stale"]


def run(
    ids: Sequence[str],
    check: bool,
    report: Callable[[str], None],
    *,
    folder: Path | None = None,
    force: bool = False,
    workers: int = 2,
) -> list[str]:
    """Bakes the ids (all when none); with `check` builds them and compares with the files.

    `report` gets a line a model. Returns faults; a builder that fails is a fault and the
    others go on. Only what changed since it was baked is built, unless `force`.
    """
    from almaty_tour.bake import oven

    place = folder or oven.default_folder()
    return (
        oven.checked(ids, place, report, workers)
        if check
        else oven.baked(ids, place, report, workers, force)
    )


def stale(folder: Path | None = None) -> list[str]:
    """Ids whose code is not the code they were baked from, or that were never baked."""
    from almaty_tour.bake import oven

    return oven.stale(folder or oven.default_folder())
