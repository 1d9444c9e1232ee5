"""All that stands beside streets, railways, works and water, as one table of rows."""

from __future__ import annotations

import numpy as np

from almaty_tour.city import banks, forecourts, furniture, railway, works
from almaty_tour.city.furniture import Furniture, joined

MAKERS = (furniture, railway, works, banks, forecourts)
STREET_KINDS = tuple(kind for maker in MAKERS for kind in maker.KINDS)


def street_things(*tables: Furniture) -> Furniture:
    """The tables of `MAKERS`, in their order, as one; kinds are counted in `STREET_KINDS`."""
    starts = np.cumsum([0, *(len(maker.KINDS) for maker in MAKERS[:-1])]).tolist()
    return joined(
        Furniture(one.kind + np.uint8(at), one.xy, one.yaw_rad)
        for one, at in zip(tables, starts, strict=True)
    )
