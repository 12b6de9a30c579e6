"""A story as it will be read: sections of lines and tables, each tied to findings and to numbered quotes."""

from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.finding import Finding
from summarizer.domain.span import Quote


class SectionKind(StrEnum):
    """The sections of a briefing, in the order in which they stand."""

    BOTTOM_LINE = "bottom line"
    CHANGED = "what changed"
    AGREED = "agreed"
    ATTESTED = "well attested statements"
    SINGLE_ORIGIN = "single origin"
    DISPUTED = "disputed and denied"
    NUMBERS = "numbers"
    WEAPONS = "weapons and equipment"
    WHO_SAID_WHAT = "who said what"
    TIMELINE = "timeline"
    GAPS = "gaps"
    SOURCES = "sources"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered quote of the annex: which claim of which article it belongs to. Numbers start at 1 in each briefing."""

    number: int
    article: str
    claim: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Line:
    """One composed sentence. `details` are lines below it, such as the positions of a dispute with their quotes.

    `text` is proven against the quotes it cites; `standing` says in our own words how it stands ("3 outlets, 1 origin").
    """

    text: str
    finding: str | None = None
    citations: tuple[int, ...] = ()
    details: tuple["Line", ...] = ()
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `struck` rows are superseded and kept."""

    cells: tuple[str, ...]
    finding: str | None = None
    citations: tuple[int, ...] = ()
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One section: lines, or a table with its columns. `empty` is the one honest line where there is neither."""

    kind: SectionKind
    title: str
    lines: tuple[Line, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A composed sentence that failed proof against its quotes, and why."""

    text: str
    finding: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story of a briefing. `background` are earlier articles that stand behind it, not beside it.

    Of `checked` sentences and cells that repeat an article, those in `withheld` failed proof and are not in `sections`.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    background: tuple[str, ...]
    findings: tuple[Finding, ...]
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    withheld: tuple[Withheld, ...]
    checked: int
