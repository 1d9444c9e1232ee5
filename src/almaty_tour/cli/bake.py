"""`almaty-tour bake [ID...] [--check]`: the bakery, for a checkout with the bake extra."""

from __future__ import annotations

import click

from almaty_tour.base.assets import assets_dir
from almaty_tour.base.errors import BakeError
from almaty_tour.base.extras import BAKE, missing
from almaty_tour.cli.main import FAULTS


@click.command("bake")
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--check", is_flag=True, help="Build and compare with the files, write nothing.")
@click.option("--force", is_flag=True, help="Build even what has not changed.")
@click.pass_context
def command(ctx: click.Context, ids: tuple[str, ...], check: bool, force: bool) -> None:
    """Builds models of landmarks and props; `terrain`, `textures`, `town`, `sounds` by name."""
    if not check and not (assets_dir().parent / "pyproject.toml").is_file():
        raise BakeError(
            "the bakery writes into a checkout, and this is an installed package "
            "(in the checkout: pip install -e '.[bake]')"
        )
    gone = missing(BAKE)
    if gone:
        raise BakeError(f"{gone[0]} is missing (in the checkout: pip install -e '.[bake]')")
    from almaty_tour import bake
    from almaty_tour.bake import land

    faults: list[str] = []
    lands = [name for name in ids if name in land.PARTS]
    for name in lands:
        faults += land.make(name, check, click.echo)
    models = [name for name in ids if name not in land.PARTS]
    if models or not ids:
        faults += bake.run(models, check, click.echo, force=force)
    for fault in faults:
        click.echo(fault, err=True)
    ctx.exit(FAULTS if faults else 0)
