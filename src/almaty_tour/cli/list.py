"""`almaty-tour list landmarks|tours`."""

from __future__ import annotations

import json
from typing import Any

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.cli.main import FAULTS
from almaty_tour.cli.options import warn
from almaty_tour.content.load import load_landmarks, load_tours
from almaty_tour.content.model import LandmarkSpec, Tour


@click.command("list")
@click.argument("what", type=click.Choice(["landmarks", "tours"]))
@click.option("--json", "as_json", is_flag=True, help="Everything, for programs.")
@click.pass_context
def command(ctx: click.Context, what: str, as_json: bool) -> None:
    """Names the landmarks or the tours."""
    content = assets_dir() / "content"
    if what == "landmarks":
        landmarks, faults = load_landmarks(content)
        rows = [_landmark_row(spec) for spec in landmarks.values()]
    else:
        tours, faults = load_tours(content)
        rows = [_tour_row(tour) for tour in tours.values()]
    for fault in faults:
        warn(fault)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            names = row["name"]
            click.echo(f"{row['id']:24} {names['kk']} | {names['ru']} | {names['en']}")
    ctx.exit(FAULTS if faults else 0)


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
