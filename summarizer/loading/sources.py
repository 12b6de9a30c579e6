"""What a folder's `sources.toml` says of its files: outlet, agency, byline, date, each with the basis on which it is held."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from summarizer.domain.article import Credit, Publication
from summarizer.errors import UsageError

FILE_NAME = "sources.toml"
_KEYS = ("outlet", "agency", "byline", "published")
_ALLOWED = frozenset([*_KEYS, *(f"{key}_basis" for key in _KEYS), "url"])
_UNEXPLAINED = "given in sources.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What is known of one article from outside its text; `None` leaves it to the text."""

    outlet: Credit | None = None
    agency: Credit | None = None
    byline: Credit | None = None
    published: Publication | None = None
    url: str | None = None


def parse_sources(text: str, *, name: str = FILE_NAME) -> dict[str, SourceFacts]:
    """The facts for each file that `text`, the content of a `sources.toml`, names.

    Raises `UsageError` with file and line or key where it is no TOML, has an unknown key or a value of the wrong type.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name} is not valid TOML: {error}") from error
    return {file: _facts(entry, f'{name}, ["{file}"]') for file, entry in table.items()}


def _facts(entry: Any, where: str) -> SourceFacts:
    if not isinstance(entry, dict):
        raise UsageError(f'{where}: expected a table of facts, such as outlet = "The Example"')
    unknown = sorted(entry.keys() - _ALLOWED)
    if unknown:
        raise UsageError(f"{where}: unknown key {unknown[0]}; known are {', '.join(sorted(_ALLOWED))}")
    return SourceFacts(
        outlet=_credit(entry, "outlet", where),
        agency=_credit(entry, "agency", where),
        byline=_credit(entry, "byline", where),
        published=_publication(entry, where),
        url=_words(entry, "url", where),
    )


def _words(entry: dict[str, Any], key: str, where: str) -> str | None:
    value = entry.get(key)
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise UsageError(f"{where}: {key} must be words in quotation marks")
    return value


def _credit(entry: dict[str, Any], key: str, where: str) -> Credit | None:
    """The credit; a basis without a name says why there is none."""
    name, basis = _words(entry, key, where), _words(entry, f"{key}_basis", where)
    return Credit(name, basis or _UNEXPLAINED) if name or basis else None


def _publication(entry: dict[str, Any], where: str) -> Publication | None:
    day, basis = entry.get("published"), _words(entry, "published_basis", where)
    if day is None:
        return Publication(None, basis) if basis else None
    return Publication(_day(day, where), basis or _UNEXPLAINED)


def _day(value: Any, where: str) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise UsageError(f"{where}: published must be a day such as 2024-09-10, not {value!r}") from None
