"""Points and stretches of time as news prints them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from summarizer.domain.span import Quote


class Precision(StrEnum):
    """How finely a moment is known, finest first."""

    TIME = "time"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"  # a range with two ends, "between 2014 and 2015"
    VAGUE = "vague"  # "recently", "soon"; has no interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time as printed and, where it could be resolved, the first and last day it covers (both included).

    `clock` is the time of day as "HH:MM" or a part of day (TIMEX3: "MO", "AF", "EV", "NI"); `timex` is the TIMEX3
    value (ISO-TimeML). Without a publication date a relative expression keeps its words and has no interval.
    """

    printed: Quote
    first: date | None
    last: date | None
    precision: Precision
    clock: str | None
    timex: str | None
    basis: str  # "printed in full", "Tuesday on or before 2024-09-10", "no publication date"

    @property
    def is_resolved(self) -> bool:
        return self.first is not None and self.last is not None
