"""What one article was proven to say, and what was set aside."""

from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.claim import Claim
from summarizer.domain.measure import Measure
from summarizer.domain.weapon import WeaponMention


class Reason(StrEnum):
    """Why a drafted item could not be proven. The set is closed: every rejection has one of these."""

    NO_SUCH_SENTENCE = "no such sentence"
    NOT_A_STATEMENT = "cites a sentence that carries no statement"
    WORDS_NOT_FOUND = "words not in the cited sentences"
    NUMBER_NOT_FOUND = "number or unit not in the cited sentences"
    NAME_NOT_FOUND = "name not in the cited sentences"
    DATE_NOT_FOUND = "date not in the cited sentences"
    NEGATION_CHANGED = "negation differs from the cited sentences"
    SPEAKER_NOT_FOUND = "speaker not at the cited sentences"
    ACT_NOT_SHOWN = "act not shown by the cited sentences"
    EMPTY = "empty"
    DUPLICATE = "same as an earlier item"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A drafted item that failed proof: what kind it was, what it said, and why it is not in the report."""

    kind: str  # "claim", "weapon", "measure"
    said: str
    sentences: tuple[int, ...]
    reason: Reason
    detail: str


class SkipReason(StrEnum):
    """Why an input gave no article."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too large"
    ENCODING = "encoding"
    NO_ARTICLE = "no article text"
    LANGUAGE = "language"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no article: one line says what happened and what to do."""

    name: str
    reason: SkipReason
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article's proven claims, weapons and measures, and everything that was rejected on the way."""

    article: str
    reader: str  # "offline 1", "openai/NAME"
    claims: tuple[Claim, ...]
    weapons: tuple[WeaponMention, ...]
    measures: tuple[Measure, ...]
    rejected: tuple[Rejected, ...]
