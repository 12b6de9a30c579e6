"""What the program says: data on standard output or into a file, everything else on standard error."""

import os
import sys
import tempfile
from pathlib import Path

from summarizer.errors import SummarizerError

STDOUT = "-"


def say(line: str) -> None:
    """One line to the user, on standard error."""
    print(f"summarizer: {_visible(line)}", file=sys.stderr)


def _visible(line: str) -> str:
    """The line without anything that could act on a terminal: file names and messages may hold an article's words."""
    return "".join(char if char.isprintable() else "�" for char in " ".join(line.split()))


def deliver(text: str, output: str | None) -> None:
    """`text` to the file `output`, whole or not at all; to standard output where it is `None` or `-`."""
    try:
        if output in (None, STDOUT):
            _print(text)
        else:
            _write(text, Path(output))
    except BrokenPipeError:
        _stop_printing()
    except OSError as failure:
        where = "standard output" if output in (None, STDOUT) else output
        raise SummarizerError(f"cannot write {where}: {failure.strerror}; choose another place with --output FILE") from None


def check_output(output: str | None) -> None:
    """Refuse an output that cannot be written before any work is done. `SummarizerError` says why."""
    if output in (None, STDOUT):
        return
    path = Path(output)
    if path.is_dir():
        raise SummarizerError(f"cannot write {output}: it is a folder; name a file in it")
    if not path.absolute().parent.is_dir():
        raise SummarizerError(f"cannot write {output}: there is no folder {path.parent}; make it first")
    if not os.access(path if path.exists() else path.absolute().parent, os.W_OK):
        raise SummarizerError(f"cannot write {output}: permission denied; choose another place with --output FILE")


def _print(text: str) -> None:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace", newline="\n")  # the same bytes on every machine
    sys.stdout.write(text)
    sys.stdout.flush()


def _stop_printing() -> None:
    """Nobody reads on (`| head`): what was asked for has been seen, so this is not a failure."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())


def _write(text: str, path: Path) -> None:
    target = path.resolve()
    if target.exists() and not target.is_file():  # a device or a pipe cannot be replaced
        target.write_text(text, encoding="utf-8", newline="\n")
        return
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(temporary).chmod(_mode_of(target))
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode_of(target: Path) -> int:
    """The mode the file has, or that a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
