"""Builds the real edges from what the user asked for. The only place that reads the environment and the screen."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TextIO

from summarizer.briefing import Briefing, Failure
from summarizer.domain.article import Article
from summarizer.domain.report import Skipped
from summarizer.errors import NotABriefingError, NothingToBriefError, SettingsError, UsageError
from summarizer.ports import Reader
from summarizer.rendering import RenderOptions

AUTO = "auto"
MODEL_VARIABLE = "SUMMARIZER_MODEL"
STDIN = "-"


def _offline() -> Reader:
    from summarizer.reading import OfflineReader  # noqa: PLC0415  its word lists load when it is used

    return OfflineReader()


READERS: dict[str, Callable[[], Reader]] = {"offline": _offline}


def reader(model: str = AUTO, environ: Mapping[str, str] = os.environ) -> Reader:
    """The reader of this name; `auto` is the one that SUMMARIZER_MODEL names, else `offline`.

    `UsageError` for a name that is none, `SettingsError` where the variable holds it. A key in the environment
    chooses nothing: only a named reader can spend money.
    """
    if model != AUTO:
        return _built(model, UsageError, f"--model {model}: there is no such reader")
    named = environ.get(MODEL_VARIABLE, "").strip()
    if named in ("", AUTO):
        return _offline()
    return _built(named, SettingsError, f"{MODEL_VARIABLE}={named}: there is no such reader")


def _built(model: str, error: type[UsageError | SettingsError], complaint: str) -> Reader:
    if model not in READERS:
        raise error(f"{complaint}; this version has {', '.join((AUTO, *READERS))}")
    return READERS[model]()


def gathered(
    inputs: Iterable[str | os.PathLike[str] | Article], *, published: Mapping[str, date] | None = None
) -> tuple[list[Article], list[Skipped]]:
    """The articles of these files, folders and ready articles, each once, and what was skipped. `-` is standard input."""
    from summarizer.edges.files import gather  # noqa: PLC0415  HTML reading is slow to import

    inputs = list(inputs)
    ready = [one for one in inputs if isinstance(one, Article)]
    paths = [os.fspath(one) for one in inputs if not isinstance(one, Article)]
    days = {_as_path(name): day for name, day in (published or {}).items()}
    articles, skipped = gather(paths, stdin=standard_input() if STDIN in paths else BytesIO(), published=days)
    known = {article.id for article in ready}
    return [*ready, *(article for article in articles if article.id not in known)], list(skipped)


def _as_path(name: str) -> str:
    return name if name == STDIN else Path(name).as_posix()


def one_article(path: str | os.PathLike[str] | Article, *, published: date | None = None) -> Article:
    """The article of this one file; `NothingToBriefError` with the reason where it holds none."""
    name = path.name if isinstance(path, Article) else os.fspath(path)
    if name != STDIN and Path(name).is_dir():
        raise UsageError(f"{name}: a folder; name one file, or brief the folder")
    articles, skipped = gathered([path], published={name: published} if published else None)
    if not articles:
        raise NothingToBriefError("; ".join(one.message for one in skipped) or f"{name}: no article")
    return articles[0]


def standard_input() -> BinaryIO:
    """Standard input as bytes; `UsageError` where it is a keyboard, since nobody types an article."""
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("- reads an article from standard input: pipe one in, or name a file")
    return sys.stdin.buffer


def saved(path: str | os.PathLike[str]) -> Briefing:
    """The briefing saved in this file; `-` is standard input."""
    from summarizer.rendering.record import parse  # noqa: PLC0415  builds a large validator

    name = os.fspath(path)
    content = standard_input().read() if name == STDIN else _content(Path(name))
    try:
        return parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NotABriefingError(f"{name}: not a saved briefing: not UTF-8 text") from None
    except NotABriefingError as failure:
        raise NotABriefingError(f"{name}: {failure}") from None


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file; check the name") from None
    except OSError as failure:
        raise UsageError(f"{path}: cannot be read ({failure.strerror}); name a saved briefing") from None


def against_originals(briefing: Briefing, folder: str | os.PathLike[str]) -> tuple[Failure, ...]:
    """Every article of the briefing whose frozen text none of the files in `folder` has, by SHA-256."""
    if not Path(folder).is_dir():
        raise UsageError(f"--texts {os.fspath(folder)}: there is no such folder")
    articles, _ = gathered([folder])
    return _missing(briefing, articles)


def _missing(briefing: Briefing, originals: Sequence[Article]) -> tuple[Failure, ...]:
    present = {article.sha256 for article in originals}
    by_name = {Path(article.name).name: article.sha256 for article in originals}
    return tuple(
        Failure(
            path=f"articles.{index}.sha256",
            expected=by_name.get(Path(article.name).name, "a file with this text"),
            found=article.sha256,
            why=f"the frozen text of {article.name} is not that of any file in the folder",
        )
        for index, article in enumerate(briefing.articles)
        if article.sha256 not in present
    )


def screen(stream: TextIO, environ: Mapping[str, str] = os.environ) -> RenderOptions:
    """How `stream` will be looked at: a terminal's own width and colours; 80 columns and none for anything else.

    COLUMNS sets the width of both. NO_COLOR (set to anything) and TERM=dumb turn colours off.
    """
    is_terminal = stream.isatty()
    width = shutil.get_terminal_size((80, 24)).columns if is_terminal or environ.get("COLUMNS", "").isdigit() else 80
    plain = bool(environ.get("NO_COLOR")) or environ.get("TERM") == "dumb"
    return RenderOptions(width=width, colour=is_terminal and not plain)
