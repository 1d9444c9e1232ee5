"""Baking several models side by side, each in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from almaty_tour.bake import interiors, manifest, pack, plan
from almaty_tour.bake.manifest import Entry
from almaty_tour.base.errors import AlmatyTourError

_T = TypeVar("_T")
Report = Callable[[str], None]


def default_folder() -> Path:
    """`assets/models`."""
    return plan.models_dir()


def baked(ids: Sequence[str], folder: Path, report: Report, workers: int, force: bool) -> list[str]:
    """Bakes what is not up to date and rewrites the manifest after every model."""
    entries = manifest.read(folder)
    names = plan.chosen(tuple(ids))
    todo = [name for name in names if force or not _fresh(name, folder, entries)]
    for name in names:
        if name not in todo:
            report(f"{name}: up to date")
    faults: list[str] = []

    def done(name: str, entry: Entry) -> None:
        entries[name] = entry
        manifest.write(folder, entries)
        size = entry.size_bytes / 1e6
        report(f"{name}: {entry.triangles} triangles, {size:.2f} MB")

    _each(todo, folder, _baked, done, faults, workers)
    return sorted(faults)


def checked(ids: Sequence[str], folder: Path, report: Report, workers: int) -> list[str]:
    """Compares the files with fresh builds."""
    faults: list[str] = []

    def done(name: str, found: list[str]) -> None:
        faults.extend(found)
        report(f"{name}: {'differs' if found else 'agrees'}")

    _each(list(plan.chosen(tuple(ids))), folder, _compared, done, faults, workers)
    marked = [name for name, entry in manifest.read(folder).items() if entry.stale]
    faults += [f"{name}: is marked stale in the manifest" for name in marked if name in ids]
    return sorted(faults)


def stale(folder: Path) -> list[str]:
    """Ids that are not up to date."""
    entries = manifest.read(folder)
    return [name for name in plan.all_ids() if not _fresh(name, folder, entries)]


def mark_stale(folder: Path) -> list[str]:
    """Writes the stale marks into the manifest and returns the marked ids."""
    entries = manifest.read(folder)
    marked = [name for name in stale(folder) if name in entries]
    manifest.write(
        folder, {name: replace(entry, stale=name in marked) for name, entry in entries.items()}
    )
    return marked


def _fresh(name: str, folder: Path, entries: dict[str, Entry]) -> bool:
    entry = entries.get(name)
    return (
        entry is not None
        and (folder / f"{name}.glb").exists()
        and entry.source == plan.source_hash(name)
    )


def _each(
    names: Sequence[str],
    folder: Path,
    work: Callable[[str, Path], _T],
    done: Callable[[str, _T], None],
    faults: list[str],
    workers: int,
) -> None:
    """Runs `work` for every name; results come as they are ready, failures become faults."""
    if workers < 2 or len(names) < 2:
        for name in names:
            try:
                done(name, work(name, folder))
            except AlmatyTourError as error:
                faults.append(_named(name, error))
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        jobs: dict[Future[_T], str] = {
            pool.submit(_run, work, name, folder): name for name in names
        }
        for job in as_completed(jobs):
            try:
                done(jobs[job], job.result())
            except _FailedError as error:
                faults.append(_named(jobs[job], error))


def _baked(name: str, folder: Path) -> Entry:
    """Builds one file and writes it, by the bakery of its room."""
    made = interiors.baked if plan.room_of(name) == "interiors" else pack.baked
    return made(name, folder)


def _compared(name: str, folder: Path) -> list[str]:
    """How one file differs from a fresh build."""
    compared = interiors.check_baked if plan.room_of(name) == "interiors" else pack.check_baked
    return compared(name, folder)


class _FailedError(Exception):
    """An error of ours in a shape that travels between processes."""


def _run(work: Callable[[str, Path], _T], name: str, folder: Path) -> _T:
    try:
        return work(name, folder)
    except AlmatyTourError as error:
        raise _FailedError(str(error)) from None


def _named(name: str, error: Exception) -> str:
    text = str(error)
    return text if name in text else f"{name}: {text}"
