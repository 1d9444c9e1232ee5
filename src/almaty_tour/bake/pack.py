"""Finished models to files, and the comparison of a file with a fresh build."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from almaty_tour.bake import build, plan
from almaty_tour.bake.manifest import Entry
from almaty_tour.base.files import write_atomic
from almaty_tour.mesh import compact, glb
from almaty_tour.mesh.data import MeshData, Model

POSITION_TOLERANCE_M = 1e-4
COLOUR_TOLERANCE = 2


def baked(name: str, folder: Path) -> Entry:
    """Builds one file and writes it; returns its line for the manifest."""
    source = plan.source_hash(name)
    models = build.built(name)
    data = glb.library_bytes(models, plan.looks(), unit_m=plan.unit_m(name))
    write_atomic(folder / f"{name}.glb", data)
    return Entry(
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        triangles=sum(model.mesh.triangle_count for model in models.values()),
        vertices=sum(model.mesh.vertex_count for model in models.values()),
    )


def check_baked(name: str, folder: Path) -> list[str]:
    """How the file differs from a fresh build; empty when it agrees.

    Topology, ids and props must be equal, positions within 0.1 mm, colours and occlusion
    within 2/255.
    """
    stored = glb.read_library(folder / f"{name}.glb")
    fresh = build.built(name)
    return [f"{name}: {fault}" for fault in differences(stored, fresh)]


def differences(stored: Mapping[str, Model], fresh: Mapping[str, Model]) -> list[str]:
    """Faults of stored models against fresh ones."""
    if set(stored) != set(fresh):
        return [f"it holds {sorted(stored)}, a fresh build {sorted(fresh)}"]
    faults: list[str] = []
    for key in fresh:
        label = "" if key == glb.MODEL else f"{key}: "
        faults += [label + fault for fault in _mesh_faults(stored[key].mesh, fresh[key].mesh)]
        for old, new in zip(stored[key].moving, fresh[key].moving, strict=False):
            faults += [f"{label}{new.name}: {fault}" for fault in _mesh_faults(old.mesh, new.mesh)]
        if _setting(stored[key]) != _setting(fresh[key]):
            faults.append(label + "its props, its collision or its motions differ")
    return faults


def _setting(model: Model) -> object:
    from almaty_tour.mesh import extras

    return extras.written(model.props, model.collision, model.moving)


def _mesh_faults(stored: MeshData, fresh: MeshData) -> list[str]:
    old = {(part, material): piece for part, material, piece in compact.pieces(stored)}
    new = {(part, material): piece for part, material, piece in compact.pieces(fresh)}
    if set(old) != set(new):
        extra = sorted(set(old) ^ set(new))
        return [f"its parts and materials differ: {extra}"]
    faults = []
    for key, piece in new.items():
        fault = _piece_fault(old[key], piece)
        if fault:
            faults.append(f"{'/'.join(key)}: {fault}")
    return faults


def _piece_fault(old: MeshData, new: MeshData) -> str:
    if old.faces.shape != new.faces.shape or not np.array_equal(old.faces, new.faces):
        return f"{old.triangle_count} triangles, a fresh build has {new.triangle_count} or others"
    gap = float(np.abs(old.positions - new.positions).max())
    if gap > POSITION_TOLERANCE_M:
        return f"positions differ by {gap * 1000:.2f} mm"
    shade = int(np.abs(old.tint.astype(np.int16) - new.tint.astype(np.int16)).max())
    return f"colours differ by {shade}/255" if shade > COLOUR_TOLERANCE else ""
