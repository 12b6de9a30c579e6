"""Articles from files, folders, patterns and standard input: the only place that opens an input file."""

import glob
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from summarizer.domain.article import Article, Publication
from summarizer.domain.report import Skipped, SkipReason
from summarizer.errors import UsageError
from summarizer.loading import MAX_BYTES, SourceFacts, load, parse_sources, too_large
from summarizer.loading.sources import FILE_NAME

STDIN = "-"
GIVEN_DATE = "given with the command"
_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
_NO_ARTICLES = frozenset({"readme", "license", "licence", "notice", "sources", "changelog", "contributing"})  # stems


@dataclass(frozen=True, slots=True)
class _Input:
    """One file to read; `name` is how the reader of a briefing will know it."""

    path: Path
    name: str


def gather(paths: Sequence[str], *, stdin: BinaryIO, published: Mapping[str, date]) -> tuple[list[Article], list[Skipped]]:
    """Every article behind `paths`, in order, and every input that gave none.

    A path is a file, a folder (searched to the bottom in sorted order; hidden files, `sources.toml` and what is no article
    by its name are passed over), a pattern such as `news/*.txt`, or "-" for standard input. `sources.toml` beside a file
    gives its facts; `published` overrides its date, by file name. A text given twice is read once.

    Raises `UsageError` where the only path is missing, `published` names no file, or a `sources.toml` cannot be read.
    """
    skipped: list[Skipped] = []
    inputs = [found for path in paths for found in _expanded(path, skipped, is_only=len(paths) == 1)]
    _check_names(published, inputs, has_stdin=STDIN in paths)
    loaded = [_load_stream(stdin, published) if found is None else _load_file(found, published) for found in _named(inputs)]
    articles, failed = _without_copies(loaded)
    return articles, skipped + failed


def _expanded(path: str, skipped: list[Skipped], *, is_only: bool) -> Iterator[Path | None]:
    """The files behind one path; `None` stands for standard input."""
    if path == STDIN:
        yield None
        return
    here = Path(path)
    matches = [here] if os.path.lexists(here) else sorted(map(Path, glob.glob(path, recursive=True)))  # noqa: PTH207  the pattern may be absolute
    if not matches:
        if is_only:
            raise UsageError(f"{path} is not there: give a file, a folder, a pattern or - for standard input")
        skipped.append(Skipped(_printable(path), SkipReason.MISSING, f"{_printable(path)} is not there"))
    for match in matches:
        if match.is_dir():
            yield from _folder(match, skipped)
        elif match.name != FILE_NAME:
            yield match


def _folder(folder: Path, skipped: list[Skipped]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        name = _printable(error.filename or str(folder))
        skipped.append(Skipped(name, SkipReason.UNREADABLE, f"{name} cannot be opened: {error.strerror}"))

    count = len(skipped)
    has_articles = False
    for root, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(root, name) for name in sorted(files) if _is_article(name)):
            has_articles = True
            yield path
        skipped.extend(_absent(Path(root)))
    if not has_articles and len(skipped) == count:
        name = _printable(str(folder))
        kinds = ", ".join(sorted(_SUFFIXES))
        skipped.append(Skipped(name, SkipReason.NO_ARTICLE, f"{name} has no article files ({kinds})"))


def _is_article(name: str) -> bool:
    path = Path(name.lower())
    return not name.startswith(".") and path.suffix in _SUFFIXES and path.stem not in _NO_ARTICLES


def _absent(folder: Path) -> Iterator[Skipped]:
    """Files that a folder's `sources.toml` names but that are not there: a misspelt name would lose its facts silently."""
    for name in _facts_beside(folder):
        if not (folder / name).exists():
            yield Skipped(name, SkipReason.MISSING, f"{name} is named in {folder / FILE_NAME} but is not there")


def _named(inputs: Sequence[Path | None]) -> list[_Input | None]:
    """Each file under its own name, or under its path where two files have the same name."""
    names = Counter(path.name for path in dict.fromkeys(inputs) if path)
    return [
        None if path is None else _Input(path, _printable(path.name if names[path.name] == 1 else path.as_posix()))
        for path in inputs
    ]


def _printable(name: str) -> str:
    """`name` without the stand-ins for bytes that are no UTF-8, which could not be written to any output."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _check_names(published: Mapping[str, date], inputs: Sequence[Path | None], *, has_stdin: bool) -> None:
    known = {form for path in inputs if path for form in (path.name, path.as_posix())} | ({STDIN} if has_stdin else set())
    unknown = sorted(published.keys() - known)
    if unknown:
        raise UsageError(f"a date is given for {unknown[0]}, but no such file is read")


def _load_stream(stdin: BinaryIO, published: Mapping[str, date]) -> Article | Skipped:
    data = stdin.read(MAX_BYTES + 1)
    return load(data, name=STDIN, facts=_dated(SourceFacts(), published.get(STDIN)))


def _load_file(found: _Input, published: Mapping[str, date]) -> Article | Skipped:
    data = _read(found)
    if isinstance(data, Skipped):
        return data
    facts = _facts_beside(found.path.parent).get(found.path.name, SourceFacts())
    day = published.get(found.path.as_posix(), published.get(found.path.name))
    return load(data, name=found.name, facts=_dated(facts, day))


def _read(found: _Input) -> bytes | Skipped:
    """The content of a file; its size is asked first, and never more than one byte over `MAX_BYTES` is read."""
    try:
        size = found.path.stat().st_size
        if size > MAX_BYTES:
            return too_large(found.name, size)
        with found.path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        return Skipped(found.name, SkipReason.UNREADABLE, f"{found.name} cannot be read: {error.strerror}")


def _dated(facts: SourceFacts, day: date | None) -> SourceFacts:
    return replace(facts, published=Publication(day, GIVEN_DATE)) if day else facts


@lru_cache(maxsize=256)
def _parsed(path: Path, _changed: int) -> dict[str, SourceFacts]:
    """A `sources.toml`, parsed once for all files beside it, and again when its time of change differs."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    return parse_sources(text, name=str(path))


def _facts_beside(folder: Path) -> dict[str, SourceFacts]:
    path = folder / FILE_NAME
    return _parsed(path, path.stat().st_mtime_ns) if path.is_file() else {}


def _without_copies(loaded: Sequence[Article | Skipped]) -> tuple[list[Article], list[Skipped]]:
    """Articles and failures in order; a text that was read before, white space aside, becomes a `Skipped`."""
    articles: list[Article] = []
    skipped: list[Skipped] = []
    seen: dict[str, str] = {}
    for item in loaded:
        if isinstance(item, Skipped):
            skipped.append(item)
            continue
        words = " ".join(item.text.split())
        if words in seen:
            skipped.append(Skipped(item.name, SkipReason.DUPLICATE, f"{item.name} has the same text as {seen[words]}: read once"))
        else:
            seen[words] = item.name
            articles.append(item)
    return articles, skipped
