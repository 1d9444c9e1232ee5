"""What passes read and write, checked without a context."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class PassSpec:
    """A pass by name, the resources that it reads and those that it writes."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]


def check_order(passes: Iterable[PassSpec], given: Iterable[str]) -> None:
    """Raise ValueError when a pass reads what no earlier pass wrote and nobody gave."""
    ready = set(given)
    for step in passes:
        missing = [name for name in step.reads if name not in ready]
        if missing:
            raise ValueError(f"pass '{step.name}' reads {missing[0]}, which nothing wrote before")
        ready.update(step.writes)
