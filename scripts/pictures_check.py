"""Importing pictures at full length: 300 files of which 60 are bad, 20 kills, nothing changed.

python scripts/pictures_check.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.gallery import foreign  # noqa: E402
from tests.gallery.test_importing import killed_import, state_of  # noqa: E402

from almaty_tour.base.rng import fraction  # noqa: E402
from almaty_tour.gallery.importing import import_folder  # noqa: E402
from almaty_tour.gallery.library import Library  # noqa: E402
from almaty_tour.gallery.record import MOST_BYTES  # noqa: E402

KILLS = 20
LONGEST_S = 2.5


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        given, data = Path(folder, "given"), Path(folder, "data")
        made = foreign.make(given, 240, 59)
        foreign.oversized(given / "huge.jpg", MOST_BYTES + 1)
        before = state_of(given)
        counts = []
        for kill in range(KILLS):
            share = float(fraction([kill], 2016)[0])
            killed_import(given, data, 0.3 + LONGEST_S * share)
            library = Library(data)
            counts.append(len(library.records))
            assert all(library.thumb(digest).is_file() for digest in library.records)
        assert counts == sorted(counts), counts
        report = import_folder(given, Library(data))
        assert sorted(report.taken + report.known) == sorted(made.good)
        assert len(report.refused) == len(made.bad) + 1
        assert len(Library(data).records) == 240
        assert state_of(given) == before
        print(f"{KILLS} kills after {counts} pictures; 240 taken, {len(report.refused)} named")
    return 0


if __name__ == "__main__":
    sys.exit(main())
