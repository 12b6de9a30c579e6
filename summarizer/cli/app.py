"""The program: its commands, its help, and the one place where it ends."""

import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from summarizer.cli import brief, read, verify
from summarizer.cli.exits import MEANINGS, ExitCode, ended, is_verbose, leave

NAME = "summarizer"
EXIT_CODES = "\n".join(["\b", "Exit codes:", *(f"  {code:<4}{meaning}" for code, meaning in MEANINGS.items())])


class Program(TyperGroup):
    """The command group, with every way to end told in one line and an exit code of ours."""

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> Any:
        """Run the command line `args` (default: that of the process) and leave with its exit code."""
        given = list(sys.argv[1:] if args is None else args)
        settings = {**extra, "prog_name": NAME, "standalone_mode": False}
        main = super().main
        leave(ended(lambda: main(given, **settings), verbose=is_verbose(given)))


app = typer.Typer(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,  # plain help: the same on every screen, and rich would take half of the time it has
    invoke_without_command=True,
    epilog=EXIT_CODES,
)
app.command("brief", epilog=brief.EXAMPLES)(brief.brief)
app.command("read", epilog=read.EXAMPLES)(read.read)
app.command("verify", epilog=verify.EXAMPLES)(verify.verify)


def _show_version(wanted: bool) -> None:
    if wanted:
        import summarizer  # noqa: PLC0415  the version is slow to find

        typer.echo(f"{NAME} {summarizer.__version__}")
        raise typer.Exit


@app.callback()
def program(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> int | None:
    """Several news reports of one story in, one briefing out, with the exact words behind every sentence."""
    if context.invoked_subcommand is not None:
        return None
    typer.echo(context.get_help(), err=True)
    return ExitCode.USAGE
