"""What states and organisations do to one another: sanctions, aid, agreements."""

from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.quantity import Quantity
from summarizer.domain.span import Quote


class MeasureKind(StrEnum):
    """What is done."""

    SANCTIONS = "sanctions"
    AID = "aid"
    AGREEMENT = "agreement"
    EXPULSION = "expulsion"
    TRADE = "trade"
    LEGAL = "legal"


class Stage(StrEnum):
    """How far a measure has come, in order."""

    THREATENED = "threatened"
    PLANNED = "planned"
    ANNOUNCED = "announced"
    IN_FORCE = "in force"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure in one article: who does it to whom, its stage, and its amount where one is printed."""

    kind: MeasureKind
    stage: Stage
    by: str | None
    target: str | None
    content: Quote
    sentences: tuple[int, ...]
    amount: Quantity | None
