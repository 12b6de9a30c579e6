"""How the program ends: the exit codes, and what every kind of failure becomes."""

import sys
import traceback
from collections.abc import Callable, Collection, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summarizer.cli.speaking import say
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.domain.report import Skipped


class ExitCode(IntEnum):
    """What the program ends with; `meaning` is printed in the help and in the documentation."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    PART = 3
    SETTINGS = 4
    INTERRUPTED = 130  # what a shell reports for SIGINT

    @property
    def meaning(self) -> str:
        return MEANINGS[self]


MEANINGS = {
    ExitCode.DONE: "done",
    ExitCode.FAILED: "failed: no article, a briefing that does not hold, no way to write",
    ExitCode.USAGE: "wrong use: an unknown option, a path that is not there, a bad date",
    ExitCode.PART: "done in part: some inputs were skipped, the rest is written",
    ExitCode.SETTINGS: "a key or setting is missing or wrong",
    ExitCode.INTERRUPTED: "interrupted",
}


def ended(work: Callable[[], int | None], *, verbose: bool) -> int:
    """The exit code of `work`. Each failure is one line on standard error; no traceback, unless unexpected and `verbose`."""
    try:
        code = work() or ExitCode.DONE
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except SummarizerError as failure:
        say(str(failure))
        code = failure.exit_code
    except typer.TyperException as failure:
        say(f"{_usage(failure)}; see {_command_of(failure)} --help")
        code = failure.exit_code
    except Exception as failure:  # the last line of defence: whatever it is, it is told in one line
        say(f"unexpected {type(failure).__name__}: {failure}; run it again with -v for the traceback, and report it")
        if verbose:
            traceback.print_exc()
        code = ExitCode.FAILED
    if code == ExitCode.INTERRUPTED:
        say("interrupted")
    return int(code)


def _usage(failure: typer.TyperException) -> str:
    return failure.format_message().rstrip(".").replace("Value error, ", "")


def _command_of(failure: typer.TyperException) -> str:
    context = getattr(failure, "ctx", None)
    return context.command_path if context else "summarizer"


def after(skipped: Sequence["Skipped"], *, named: Collection[str]) -> ExitCode:
    """How a run ends that skipped these inputs and wrote the rest. `named` are the paths as the user gave them.

    A duplicate is no loss. A page found in a folder that holds no article (an index, a list of links) is none either;
    the same page given by name is, since somebody expected an article of it.
    """
    return ExitCode.PART if any(_is_loss(one, named) for one in skipped) else ExitCode.DONE


def _is_loss(skipped: "Skipped", named: Collection[str]) -> bool:
    from summarizer.domain.report import SkipReason  # noqa: PLC0415  keeps --help fast

    if skipped.reason is SkipReason.NO_ARTICLE:
        return Path(skipped.name).name in {Path(one).name for one in named}
    return skipped.reason is not SkipReason.DUPLICATE


def is_verbose(arguments: Sequence[str]) -> bool:
    """Whether the command line asks for a traceback, read before anything is parsed."""
    before_names = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return any(one in ("-v", "--verbose", "-vq", "-qv") for one in before_names)


def leave(code: int) -> None:
    """End the process with this code, also where nobody reads standard output any more."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()  # else the interpreter complains about the same pipe once more
    sys.exit(code)
