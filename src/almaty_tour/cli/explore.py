"""`almaty-tour explore [--at ID]`: the viewer, in free flight."""

from __future__ import annotations

import click


@click.command("explore")
@click.option("--at", "landmark", metavar="ID", help="Begin at a landmark.")
@click.pass_context
def command(ctx: click.Context, landmark: str | None) -> None:
    """Opens the viewer in free flight."""
    from almaty_tour.app.viewer import run_viewer

    ctx.exit(run_viewer(mode="explore", at=landmark))
