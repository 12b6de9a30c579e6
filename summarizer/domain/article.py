"""An article as it was given: frozen text, numbered sentences, and what is known about its publication."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from summarizer.domain.span import Span


class Role(StrEnum):
    """What a sentence is for. Only headline, deck and body carry statements."""

    HEADLINE = "headline"
    DECK = "deck"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"  # byline, dateline line, agency line, publication stamp
    BOILERPLATE = "boilerplate"

    @property
    def carries_statements(self) -> bool:
        return self in (Role.HEADLINE, Role.DECK, Role.BODY)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One numbered sentence. `number` counts from 1 over the whole text, boilerplate included; `paragraph` from 1."""

    number: int
    paragraph: int
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Credit:
    """A name (outlet, agency, byline, dateline) and the basis on which we hold it; `None` is "not known"."""

    name: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Publication:
    """The day an article was published and the basis of that date; `None` is an undated article."""

    day: date | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article. Offsets count code points of `text`, which never changes; `sha256` is of its UTF-8 bytes."""

    id: str  # the first 12 hex digits of sha256
    name: str  # as its user named it: a file name, a URL or "-"
    sha256: str
    text: str
    language: str  # ISO 639-1, "und" where too short to tell
    title: str | None
    outlet: Credit
    agency: Credit
    byline: Credit
    dateline: Credit
    published: Publication
    sentences: tuple[Sentence, ...]

    def words_of(self, number: int) -> str:
        """The text of the sentence with this number; `KeyError` where the article has none."""
        if not 1 <= number <= len(self.sentences):
            raise KeyError(number)
        return self.sentences[number - 1].span.cut(self.text)

    @property
    def label(self) -> str:
        """How a reader of the briefing knows it: the outlet, else the file's name."""
        return self.outlet.name or self.name
