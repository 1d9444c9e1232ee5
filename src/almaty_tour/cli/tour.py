"""`almaty-tour tour [ID]`: the viewer, with a tour begun."""

from __future__ import annotations

import click

from almaty_tour.cli._viewing import adaptive_option
from almaty_tour.session.world import DEFAULT_TOUR


@click.command("tour")
@click.argument("tour_id", metavar="[ID]", required=False, default=DEFAULT_TOUR)
@adaptive_option()
@click.pass_context
def command(ctx: click.Context, tour_id: str, adaptive: bool | None) -> None:
    """Opens the viewer and begins a tour."""
    from almaty_tour.app.viewer import ViewerOptions, run_viewer

    options = ViewerOptions(adaptive=adaptive)
    ctx.exit(run_viewer(mode="tour", tour_id=tour_id, options=options))
