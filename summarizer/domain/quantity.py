"""Numbers as news prints them: value or interval, unit, approximator, and what is counted."""

from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.span import Quote


class Approximator(StrEnum):
    """How the words around a number bound it."""

    EXACT = "exact"
    ABOUT = "about"  # about, some, around, roughly, nearly, almost
    AT_LEAST = "at least"
    AT_MOST = "up to"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    BETWEEN = "between"
    VAGUE = "vague"  # dozens, hundreds, several


class Change(StrEnum):
    """Whether the number is a movement rather than a level: "rose 3 percent", "down 40 cents"."""

    NONE = "none"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, as printed and as an interval.

    `low` and `high` bound the value in `unit` (`None` is open); `best` is the printed value, `None` for vague words and
    ranges. `unit` is a canonical singular name ("mile", "percentage", "dollar", "dollar per share"), or "" for a
    plain count. `counted` is the head of what is counted ("artillery rounds"); `step` is the printed precision, the
    value of the last significant digit (80,000 → 10,000; 19.3 billion → 100,000,000). Currency is in `unit`.
    """

    printed: Quote
    low: float | None
    best: float | None
    high: float | None
    unit: str
    approximator: Approximator
    change: Change
    counted: str
    step: float
