"""The command line: `almaty-tour` opens the viewer, each verb is a file of this room.

Exit codes: 0 done, 1 a check found faults, 2 bad input or usage, 3 no graphics.
"""

from __future__ import annotations

import sys
import traceback
import warnings
from importlib import import_module
from pathlib import Path

import click

from almaty_tour import __version__
from almaty_tour.base.errors import AlmatyTourError, GraphicsError, SettingError
from almaty_tour.cli._viewing import adaptive_option

FAULTS, BAD_INPUT, NO_GRAPHICS = 1, 2, 3
DEBUG = "--debug"
_NO_VERBS = {"main", "options", "__init__"}


class Verbs(click.Group):
    """A group whose commands are the modules beside it: `cli/<verb>.py` with `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        names = (path.stem for path in Path(__file__).parent.glob("*.py"))
        return sorted(n for n in names if n not in _NO_VERBS and not n.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        verbs = self.list_commands(ctx)
        if cmd_name not in verbs:
            raise SettingError.unknown("verb", cmd_name, verbs)
        found = import_module(f"almaty_tour.cli.{cmd_name}").command
        return found if isinstance(found, click.Command) else None


@click.group(
    cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="almaty-tour")
@click.option(DEBUG, is_flag=True, help="Show the full trace of an error.")
@adaptive_option()
@click.pass_context
def cli(ctx: click.Context, debug: bool, adaptive: bool | None) -> None:
    """A guided flight through Almaty. Without a verb the viewer opens."""
    del debug  # `_run` reads it, before and after the verb alike
    if ctx.invoked_subcommand is None:
        from almaty_tour.app.viewer import ViewerOptions, run_viewer

        ctx.exit(run_viewer(options=ViewerOptions(adaptive=adaptive)))


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and leaves with its exit code; errors are one line."""
    given = sys.argv[1:] if arguments is None else arguments
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what libraries warn of is no news for a visitor
    sys.exit(_run([word for word in given if word != DEBUG], DEBUG in given))


def _run(arguments: list[str], debug: bool) -> int:
    try:
        result = cli.main(args=arguments, prog_name="almaty-tour", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Abort:
        return BAD_INPUT
    except click.exceptions.NoArgsIsHelpError as wanted:
        wanted.show()  # the whole help, on stderr
        return wanted.exit_code
    except (click.ClickException, AlmatyTourError) as error:
        if debug:
            traceback.print_exc()
        click.echo(f"almaty-tour: {_line(error)}", err=True)
        return NO_GRAPHICS if isinstance(error, GraphicsError) else BAD_INPUT


def _line(error: Exception) -> str:
    """One line of an error; of a wrong usage with the place where help is."""
    if not isinstance(error, click.ClickException):
        return str(error)
    words = " ".join(error.format_message().split())
    where = getattr(error, "ctx", None)
    return words if where is None else f"{words} (see {where.command_path} --help)"


if __name__ == "__main__":
    main()
