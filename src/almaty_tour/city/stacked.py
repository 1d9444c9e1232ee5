"""Records of arrays, one put after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_T = TypeVar("_T", bound="DataclassInstance")


def stacked(none: _T, pieces: Iterable[_T]) -> _T:
    """The rows of all pieces in order, field by field; `none` is what no piece at all gives."""
    every = [none, *pieces]
    return type(none)(
        *(np.concatenate([getattr(one, field.name) for one in every]) for field in fields(none))
    )
