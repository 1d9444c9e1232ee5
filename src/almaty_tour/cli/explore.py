"""`almaty-tour explore [--at ID]`: the viewer, in free flight."""

from __future__ import annotations

import click

from almaty_tour.cli._viewing import adaptive_option


@click.command("explore")
@click.option("--at", "landmark", metavar="ID", help="Begin at a landmark, or in an interior.")
@adaptive_option()
@click.pass_context
def command(ctx: click.Context, landmark: str | None, adaptive: bool | None) -> None:
    """Opens the viewer in free flight."""
    from almaty_tour.app.viewer import ViewerOptions, run_viewer

    options = ViewerOptions(adaptive=adaptive)
    ctx.exit(run_viewer(mode="explore", at=landmark, options=options))
