"""Running the builders: the code of a landmark or an exhibit in, a finished model out."""

from __future__ import annotations

import importlib
from dataclasses import replace

from almaty_tour.bake import occlusion, plan
from almaty_tour.base.errors import AlmatyTourError, BakeError
from almaty_tour.content.exhibits import load_exhibit
from almaty_tour.content.load import load_landmark
from almaty_tour.kit import props
from almaty_tour.mesh import check, compact
from almaty_tour.mesh.data import MeshData, Model


def built(name: str) -> dict[str, Model]:
    """The finished models of one file: one landmark, or all props with their levels."""
    try:
        return _props() if name == plan.PROPS else {"model": _built(name)}
    except AlmatyTourError:
        raise
    except Exception as error:
        raise BakeError(f"{name}: {type(error).__name__}: {error}") from error


def _built(name: str) -> Model:
    room = plan.room_of(name)
    load = load_exhibit if room == "exhibits" else load_landmark
    spec = load(plan.spec_path(name))
    model = importlib.import_module(f"almaty_tour.{room}.{name}").build(spec)
    if not isinstance(model, Model):
        raise BakeError(f"{name}: build() returned {type(model).__name__}, not a Model")
    return finished(model, name)


def finished(model: Model, name: str, *, rays: int = occlusion.RAYS) -> Model:
    """The model snapped, welded and with its occlusion; BakeError when the mesh is broken."""
    mesh = _clean(model.mesh, name)
    moving = tuple(
        replace(piece, mesh=_clean(piece.mesh, f"{name}, {piece.name}")) for piece in model.moving
    )
    strange = sorted({table.kind for table in model.props} - set(props.kinds()))
    if strange:
        raise BakeError(f"{name}: there are no props called {', '.join(strange)}")
    return replace(
        model,
        mesh=compact.welded(occlusion.occluded(mesh, rays=rays)),
        moving=tuple(
            replace(piece, mesh=compact.welded(occlusion.occluded(piece.mesh, rays=rays)))
            for piece in moving
        ),
    )


def _clean(mesh: MeshData, name: str) -> MeshData:
    """The mesh snapped and welded; BakeError when it is broken or of unknown material."""
    mesh = compact.welded(compact.snapped(mesh))
    faults = [fault for fault in check.faults(mesh) if "normals" not in fault]
    if faults:
        raise BakeError(f"{name}: {'; '.join(faults)}")
    unknown = sorted(set(mesh.materials) - set(plan.looks()))
    if unknown:
        raise BakeError(f"{name}: materials.toml does not know {', '.join(unknown)}")
    return mesh


def _props() -> dict[str, Model]:
    """Props keep the occlusion that their builders painted."""
    return {
        f"{kind}/{level}": Model(compact.welded(compact.snapped(props.build(kind, level))))
        for kind in props.kinds()
        for level in range(props.LEVELS)
    }
