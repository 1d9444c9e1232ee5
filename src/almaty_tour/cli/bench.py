"""`almaty-tour bench`: the peers' contract through the renderer of the tour."""

from __future__ import annotations

from pathlib import Path

import click

from almaty_tour.cli.options import Size


@click.command("bench")
@click.argument("scene", type=click.Path(path_type=Path))
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--size", type=Size(), default="1280x720", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default="frames.json", show_default=True)
@click.option("--png", metavar="PREFIX", help="Keep pictures of the path's shots.")
def command(scene: Path, path: Path, size: tuple[int, int], out: Path, png: str | None) -> None:
    """Draws PATH (JSON) through SCENE (GLB) and writes the times of its frames."""
    from almaty_tour.bench.run import run_bench

    run_bench(scene, path, size, out, png)
    click.echo(out)
