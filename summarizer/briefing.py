"""The whole record of one run: frozen articles, what readers proposed, what was proven, found and composed."""

from dataclasses import dataclass
from datetime import date

from summarizer.domain.article import Article
from summarizer.domain.report import Report, Skipped
from summarizer.domain.story import Story
from summarizer.drafts import ReportDraft

FORMAT_VERSION = 1  # of the JSON record; a change that an older `verify` could not read raises it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader proposed about one article, kept so that the proof can be run again."""

    article: str
    reader: str
    draft: ReportDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The figures at the head of a briefing.

    `as_of` is the day for which it speaks, `cutoff` the latest publication date read; `outlets` counts named outlets;
    `sentences` of `checked` composed sentences matched their quotes.
    """

    title: str
    as_of: date | None
    cutoff: date | None
    articles: int
    outlets: int
    readers: tuple[str, ...]
    checked: int
    matched: int


@dataclass(frozen=True, slots=True)
class Seal:
    """The SHA-256 of one part that was given rather than computed, in canonical JSON: an article, a reading, the title."""

    part: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """One briefing with everything that proves it. The JSON format is this value, field by field.

    What follows from the texts is checked by computing it again; what was given (names, bases, drafts) by its seal.
    """

    format_version: int
    program_version: str
    header: Header
    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]
    reports: tuple[Report, ...]
    stories: tuple[Story, ...]
    skipped: tuple[Skipped, ...]
    seals: tuple[Seal, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """One place where a saved briefing does not hold: `path` names it, such as `stories.0.findings.2.verdict`."""

    path: str
    expected: str
    found: str
    why: str
