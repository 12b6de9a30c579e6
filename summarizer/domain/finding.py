"""What several reports say about one matter, after reconciling."""

from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.moment import Moment
from summarizer.domain.quantity import Quantity
from summarizer.domain.span import Quote


class Verdict(StrEnum):
    """What the reports together show of a matter; the first that applies, in this order."""

    CORRECTED = "corrected"
    UPDATED = "updated"
    DENIED = "denied"
    DISPUTED = "disputed"
    COMPATIBLE = "compatible"
    AGREED = "agreed"
    SINGLE_ORIGIN = "single origin"


CONTESTED = frozenset({Verdict.CORRECTED, Verdict.UPDATED, Verdict.DENIED, Verdict.DISPUTED})


class Independence(StrEnum):
    """Whether two origins know it separately; only `INDEPENDENT` adds up."""

    INDEPENDENT = "independent"
    SAME = "same"
    NOT_SHOWN = "not shown"


class Outlook(StrEnum):
    """Where a prediction or plan stands as of the briefing; `NONE` for everything else."""

    NONE = "none"
    OPEN = "open"
    MET = "met"
    MISSED = "missed"


class Topic(StrEnum):
    """What a finding is about, which decides its place in the briefing."""

    EVENT = "event"
    STATEMENT = "statement"
    QUANTITY = "quantity"
    TIME = "time"
    WEAPON = "weapon"
    MEASURE = "measure"


class OriginKind(StrEnum):
    """What kind of party stands at the beginning of the chain."""

    SPEAKER = "speaker"  # somebody quoted or cited
    MEDIA = "media"  # another outlet or agency that the article cites or copies
    OUTLET = "outlet"  # the outlet's own reporting


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a statement comes from, however many carry it. `why` says from what that was seen."""

    name: str
    kind: OriginKind
    side: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Mention:
    """The words of one claim that bear on a finding: the whole content, or the clause around a figure."""

    claim: str
    article: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One answer to the matter of a finding: who holds it, where it comes from, which words state it."""

    stance: str  # "asserts", "denies", or the value: "75 miles"
    mentions: tuple[Mention, ...]  # the best wording first
    origins: tuple[Origin, ...]
    carriers: tuple[str, ...]  # article ids
    quantity: Quantity | None
    when: Moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One matter with all positions on it, a verdict and its reason in words.

    `carriers` counts outlets that print it, `origins` independent origins: two different numbers. The id comes from
    what it is about, not from wording or values, so another run recognises it.
    """

    id: str
    topic: Topic
    about: str
    positions: tuple[Position, ...]
    verdict: Verdict
    reason: str
    carriers: int
    origins: int
    independence: Independence
    outlook: Outlook
    is_background: bool
    weight: float  # importance for the order of the briefing, 0 up; comparable within one briefing only
    flags: tuple[str, ...]  # "quotation worded differently: …"

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention, position by position."""
        return tuple(mention for position in self.positions for mention in position.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """One story after reconciling: its articles, earlier ones that are only background, and what they say together."""

    articles: tuple[str, ...]  # article ids, as given
    background: tuple[str, ...]
    findings: tuple[Finding, ...]  # the weightiest first
