"""`almaty-tour list landmarks|tours|interiors|exhibits|pictures|history`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import AlmatyTourError
from almaty_tour.cli.main import FAULTS
from almaty_tour.cli.options import warn
from almaty_tour.content.exhibits import ExhibitSpec, load_exhibits
from almaty_tour.content.history import Event, load_history
from almaty_tour.content.interiors import InteriorSpec, load_interiors
from almaty_tour.content.load import load_landmarks, load_tours
from almaty_tour.content.model import LANGUAGES, LandmarkSpec, Tour
from almaty_tour.content.pictures import MadePicture, load_pictures

Listed = tuple[list[dict[str, Any]], list[AlmatyTourError]]


def _landmarks(content: Path) -> Listed:
    landmarks, faults = load_landmarks(content)
    return [_landmark_row(spec) for spec in landmarks.values()], faults


def _tours(content: Path) -> Listed:
    tours, faults = load_tours(content)
    return [_tour_row(tour) for tour in tours.values()], faults


def _interiors(content: Path) -> Listed:
    interiors, faults = load_interiors(content)
    return [_interior_row(spec) for spec in interiors.values()], faults


def _exhibits(content: Path) -> Listed:
    exhibits, faults = load_exhibits(content)
    return [_exhibit_row(spec) for spec in exhibits.values()], faults


def _history(content: Path) -> Listed:
    events, faults = load_history(content)
    return [_event_row(event) for event in events.values()], faults


def _pictures(content: Path) -> Listed:
    pictures, faults = load_pictures(content, load_landmarks(content)[0])
    return [_picture_row(one) for one in pictures.values()], faults


_READERS: dict[str, Callable[[Path], Listed]] = {
    "landmarks": _landmarks,
    "tours": _tours,
    "interiors": _interiors,
    "exhibits": _exhibits,
    "pictures": _pictures,
    "history": _history,
}


def _landmark_row(spec: LandmarkSpec) -> dict[str, Any]:
    there = bool(spec.model) and (assets_dir() / "models" / spec.model).exists()
    return {
        "id": spec.id,
        "name": spec.name,
        "lead": spec.lead,
        "facts": [{**fact.text, "source": fact.source} for fact in spec.facts],
        "latitude_deg": spec.latitude_deg,
        "longitude_deg": spec.longitude_deg,
        "bearing_deg": spec.bearing_deg,
        "height_m": spec.height_m if spec.height_source else None,
        "category": spec.category,
        "year": spec.year,
        "sources": list(spec.sources),
        "members": list(spec.members),
        "model": spec.model if there else None,
        "reason": None if there else spec.no_model or "not baked yet: almaty-tour bake",
    }


def _tour_row(tour: Tour) -> dict[str, Any]:
    stops = [step.view.landmark for step in tour.steps if step.view.landmark]
    return {
        "id": tour.id,
        "name": tour.name,
        "description": tour.description,
        "stops": list(dict.fromkeys(stops)),
    }


def _interior_row(spec: InteriorSpec) -> dict[str, Any]:
    there = (assets_dir() / "models" / spec.model).exists()
    return {
        "id": spec.id,
        "name": spec.name,
        "lead": spec.lead,
        "landmarks": list(dict.fromkeys(portal.landmark for portal in spec.portals)),
        "exhibits": [stand.exhibit for stand in spec.stands],
        "places_for_pictures": len(spec.hangings),
        "sources": list(spec.sources),
        "model": spec.model if there else None,
    }


def _exhibit_row(spec: ExhibitSpec) -> dict[str, Any]:
    """What a visitor may be told as certain bears a source; what has none is of our making."""
    return {
        "id": spec.id,
        "group": spec.group,
        "name": spec.name,
        "lead": spec.lead,
        "period": spec.period,
        "period_certain": bool(spec.period_source),
        "material": spec.material,
        "find_place": spec.find_place,
        "find_deg": spec.find_deg,
        "find_exact": spec.find_exact,
        "original": spec.original,
        "sizes": [
            {"of": s.of, "part": s.part, "value_cm": s.value_cm, "source": s.source or None}
            for s in spec.sizes
        ],
        "story": [{**fact.text, "source": fact.source} for fact in spec.story],
        "annotations": [{"part": note.part, **note.text} for note in spec.annotations],
        "sources": list(spec.sources),
        "model": f"{spec.id}.glb",
    }


def _event_row(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "name": event.text,
        "date": event.date,
        "year": event.year,
        "theme": event.theme,
        "certain": event.certain,
        "source": event.source or None,
        "place": event.place or None,
        "decision": event.decision or None,
    }


def _picture_row(one: MadePicture) -> dict[str, Any]:
    file = assets_dir() / "pictures" / f"{one.id}.jpg"
    return {
        "id": one.id,
        "name": one.caption,
        "place": one.place,
        "credit": one.credit,
        "theme": one.theme,
        "theme_name": one.theme_name,
        "time": one.time,
        "weather": one.weather,
        "landmark": one.view.landmark,
        "photograph": False,
        "file": file.name if file.exists() else None,
    }


def _told(row: dict[str, Any], language: str) -> str:
    """The name, after its date where it has one."""
    name = str(row["name"][language])
    return f"{row['date'][language]}: {name}" if "date" in row else name


@click.command("list")
@click.argument("what", type=click.Choice(list(_READERS)))
@click.option("--json", "as_json", is_flag=True, help="Everything, for programs.")
@click.pass_context
def command(ctx: click.Context, what: str, as_json: bool) -> None:
    """Names the landmarks, tours, interiors, exhibits, built-in pictures or events of the story."""
    rows, faults = _READERS[what](assets_dir() / "content")
    for fault in faults:
        warn(fault)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            click.echo(f"{row['id']:24} {' | '.join(_told(row, one) for one in LANGUAGES)}")
    ctx.exit(FAULTS if faults else 0)
