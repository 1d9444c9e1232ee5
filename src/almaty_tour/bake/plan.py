"""What there is to bake, found by file name, and what each result depends on."""

from __future__ import annotations

import ast
import hashlib
import pkgutil
import tomllib
from pathlib import Path

import almaty_tour
from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import ContentError, SettingError
from almaty_tour.mesh.glb import Look

PACKAGE = Path(almaty_tour.__file__).resolve().parent
PROPS = "props"
COMMON = ("mesh/data.py", "mesh/glb.py", "mesh/compact.py", "mesh/extras.py", "base/rng.py")
COMMON_BAKE = ("bake/occlusion.py", "bake/pack.py", "bake/build.py")
INDOOR_BAKE = ("bake/indoor_light.py", "bake/interiors.py")


def landmark_ids() -> tuple[str, ...]:
    """Ids of the landmarks that have a builder: modules of `landmarks` without underscore."""
    return _builders("landmarks")


def exhibit_ids() -> tuple[str, ...]:
    """Ids of the exhibits that have a builder: modules of `exhibits` without underscore."""
    return _builders("exhibits")


def interior_ids() -> tuple[str, ...]:
    """Ids of the interiors that have a builder: modules of `interiors` without underscore."""
    return _builders("interiors")


def _builders(room: str) -> tuple[str, ...]:
    modules = pkgutil.iter_modules([str(PACKAGE / room)])
    return tuple(sorted(module.name for module in modules if not module.name.startswith("_")))


def all_ids() -> tuple[str, ...]:
    """Everything that can be baked: landmarks, exhibits, interiors and the props."""
    return (*landmark_ids(), *exhibit_ids(), *interior_ids(), PROPS)


def room_of(name: str) -> str:
    """The room whose builder makes a model."""
    if name in interior_ids():
        return "interiors"
    return "exhibits" if name in exhibit_ids() else "landmarks"


def unit_m(name: str) -> float:
    """What one unit of a model's frame is: a metre, for what is small a centimetre."""
    return 0.01 if room_of(name) == "exhibits" else 1.0


def chosen(ids: tuple[str, ...]) -> tuple[str, ...]:
    """The ids asked for, all when none; SettingError names the nearest known ones."""
    known = all_ids()
    for name in ids:
        if name not in known:
            raise SettingError.unknown("model", name, known)
    return ids or known


def models_dir() -> Path:
    """Where the baked files go."""
    return assets_dir() / "models"


def spec_path(name: str) -> Path:
    """The TOML of a landmark, an exhibit or an interior."""
    return assets_dir() / "content" / room_of(name) / f"{name}.toml"


def builder_path(name: str) -> Path:
    """The module of a model: one file, or the `__init__` of a folder with its pieces."""
    folder = PACKAGE / room_of(name) / name
    return folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")


def looks() -> dict[str, Look]:
    """The material table as other programs see it."""
    path = assets_dir() / "content" / "materials.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ContentError(path, f"cannot be read: {error}") from error
    return {
        name: Look(
            colour=str(entry.get("colour", "#FFFFFF")),
            roughness=float(entry.get("roughness", 0.8)),
            metallic=float(entry.get("metallic", 0.0)),
            emission=float(entry.get("emission", 0.0)),
        )
        for name, entry in table.items()
    }


def source_hash(name: str) -> str:
    """A hash of all code and numbers that the model comes from."""
    digest = hashlib.blake2b(digest_size=12)
    for file in source_files(name):
        digest.update(file.relative_to(PACKAGE).as_posix().encode())
        digest.update(file.read_bytes())
    if name != PROPS:
        digest.update(_place(name))
    if any(_asks_the_land(file) for file in source_files(name)):
        digest.update((assets_dir() / "terrain" / "height.png").read_bytes())
    return digest.hexdigest()


def _asks_the_land(file: Path) -> bool:
    """Whether a module stands its pieces on the baked ground."""
    return PACKAGE / "geo" / "terrain.py" in imported(file)


def source_files(name: str) -> tuple[Path, ...]:
    """The modules of the package that building `name` imports, and the bakery's own."""
    start = PACKAGE / "kit" / "props" / "__init__.py"
    if name != PROPS:
        start = builder_path(name)
    found: set[Path] = set()
    own = INDOOR_BAKE if room_of(name) == "interiors" else COMMON_BAKE
    todo = [start, *(PACKAGE / file for file in (*COMMON, *own))]
    if name == PROPS:
        todo += sorted((PACKAGE / "kit" / "props").glob("*.py"))
    while todo:
        file = todo.pop()
        if file in found or not file.exists():
            continue
        found.add(file)
        if file.relative_to(PACKAGE).parts[0] in ("kit", "landmarks", "exhibits", "interiors"):
            todo += imported(file)
    return tuple(sorted(found))


def imported(file: Path) -> list[Path]:
    """Files of the package that one of its modules imports by name."""
    modules: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    own = [module.split(".")[1:] for module in modules if module.startswith("almaty_tour.")]
    files = [PACKAGE.joinpath(*parts).with_suffix(".py") for parts in own if parts]
    return sorted(path for path in files if path.exists())


def _place(name: str) -> bytes:
    """The numbers of a model's TOML; its words do not shape the model."""
    if room_of(name) == "interiors":
        return _furniture(name)
    try:
        table = tomllib.loads(spec_path(name).read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ContentError(spec_path(name), f"cannot be read: {error}") from error
    sizes = [[one.get(key) for key in ("of", "part", "value_cm")] for one in table.get("sizes", [])]
    place = repr(sorted(table.get("place", {}).items()))
    return (place + repr(sizes) if sizes else place).encode()


def _furniture(name: str) -> bytes:
    """What of an interior's TOML its model has in it: plinths, and the light of the lamps."""
    from almaty_tour.content.interiors import load_interior

    spec = load_interior(spec_path(name))
    return repr((spec.floor_m, spec.stands, spec.hangings, spec.spots, spec.light.baked)).encode()
