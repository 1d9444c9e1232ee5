"""The command line: `almaty-tour` opens the viewer, each verb is a file of this room.

Exit codes: 0 done, 1 a check found faults, 2 bad input or usage, 3 no graphics.
"""

from __future__ import annotations

import sys
import traceback
from importlib import import_module
from pathlib import Path

import click

from almaty_tour import __version__
from almaty_tour.base.errors import AlmatyTourError, GraphicsError

FAULTS, BAD_INPUT, NO_GRAPHICS = 1, 2, 3
_NO_VERBS = {"main", "options", "__init__"}


class Verbs(click.Group):
    """A group whose commands are the modules beside it: `cli/<verb>.py` with `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        names = (path.stem for path in Path(__file__).parent.glob("*.py"))
        return sorted(name.removesuffix("_verb") for name in names if name not in _NO_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        stem = (
            f"{cmd_name}_verb"
            if (Path(__file__).parent / f"{cmd_name}_verb.py").exists()
            else cmd_name
        )
        found = import_module(f"almaty_tour.cli.{stem}").command
        return found if isinstance(found, click.Command) else None


@click.group(
    cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="almaty-tour")
@click.option("--debug", is_flag=True, help="Show the full trace of an error.")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """A guided flight through Almaty. Without a verb the viewer opens."""
    ctx.ensure_object(dict)["debug"] = debug
    if ctx.invoked_subcommand is None:
        from almaty_tour.app.viewer import run_viewer

        ctx.exit(run_viewer())


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and leaves with its exit code; errors are one line."""
    given = sys.argv[1:] if arguments is None else arguments
    sys.exit(_run(given))


def _run(arguments: list[str]) -> int:
    try:
        result = cli.main(args=arguments, prog_name="almaty-tour", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Abort:
        return BAD_INPUT
    except click.ClickException as error:
        error.show()
        return BAD_INPUT
    except AlmatyTourError as error:
        if "--debug" in arguments:
            traceback.print_exc()
        click.echo(f"almaty-tour: {error}", err=True)
        return NO_GRAPHICS if isinstance(error, GraphicsError) else BAD_INPUT


if __name__ == "__main__":
    main()
