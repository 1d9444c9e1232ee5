"""Interiors from their builders to files: a room is baked with the light of its lamps."""

from __future__ import annotations

import hashlib
import importlib
from dataclasses import replace
from pathlib import Path

from almaty_tour.bake import indoor_light, pack, plan
from almaty_tour.bake.manifest import Entry
from almaty_tour.base.errors import AlmatyTourError, BakeError
from almaty_tour.base.files import write_atomic
from almaty_tour.content.interiors import load_interior
from almaty_tour.mesh import check, compact, glb
from almaty_tour.mesh.data import Model


def built(name: str) -> Model:
    """The finished model of an interior; BakeError when its builder fails."""
    spec = load_interior(plan.spec_path(name))
    try:
        model = importlib.import_module(f"almaty_tour.interiors.{name}").build(spec)
    except AlmatyTourError:
        raise
    except Exception as error:
        raise BakeError(f"{name}: {type(error).__name__}: {error}") from error
    if not isinstance(model, Model):
        raise BakeError(f"{name}: build() returned {type(model).__name__}, not a Model")
    mesh = compact.welded(compact.snapped(model.mesh))
    faults = [fault for fault in check.faults(mesh) if "normals" not in fault]
    if faults:
        raise BakeError(f"{name}: {'; '.join(faults)}")
    unknown = sorted(set(mesh.materials) - set(plan.looks()))
    if unknown:
        raise BakeError(f"{name}: materials.toml does not know {', '.join(unknown)}")
    lit = indoor_light.lit(mesh, spec) if spec.light.baked > 0.0 else mesh
    return replace(model, mesh=compact.welded(lit))


def baked(name: str, folder: Path) -> Entry:
    """Builds one file and writes it; returns its line for the manifest."""
    source, model = plan.source_hash(name), built(name)
    data = glb.library_bytes({glb.MODEL: model}, plan.looks())
    write_atomic(folder / f"{name}.glb", data)
    return Entry(
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        triangles=model.mesh.triangle_count,
        vertices=model.mesh.vertex_count,
    )


def check_baked(name: str, folder: Path) -> list[str]:
    """How the file differs from a fresh build; empty when it agrees."""
    stored = glb.read_library(folder / f"{name}.glb")
    found = pack.differences(stored, {glb.MODEL: built(name)})
    return [f"{name}: {fault}" for fault in found]
