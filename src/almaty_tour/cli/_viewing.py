"""What every verb that opens the viewer can be told; imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

Command = Callable[..., Any]


def adaptive_option() -> Callable[[Command], Command]:
    """`--adaptive/--no-adaptive`."""
    return click.option(
        "--adaptive/--no-adaptive", default=None,
        help="Whether quality follows the frame time; without it as the settings say.",
    )  # fmt: skip
