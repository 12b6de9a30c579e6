"""Times that stand side by side and are one: a clock and its day, the two ends of a range."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from summarizer.domain.moment import Precision
from summarizer.language import moment_calendar as calendar
from summarizer.language.moment_calendar import Value
from summarizer.language.moment_sight import Known

_RANGE_OPEN = re.compile(r"\b(?:between|from) +$", re.I)
_RANGE_JOIN = re.compile(r" +(?:and|to|through|until|till) +(?:the +)?| *- *", re.I)
_CLOCK_JOIN = re.compile(r",? +(?:(?:on|at|late|early) +)?")
_ENDS = (Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.YEAR, Precision.DECADE)


def joined(found: Iterable[Known], text: str) -> Iterator[Known]:
    """Times that stand together as one: "10 a.m. Thursday", "between March 2015 and March 2016"."""
    waiting: Known | None = None
    for known in found:
        both = _both(waiting, known, text) if waiting else None
        if waiting and both is None:
            yield waiting
        waiting = both or known
    if waiting:
        yield waiting


def _both(one: Known, other: Known, text: str) -> Known | None:
    joint = text[one.end : other.start]
    value = _clock_and_day(one.value, other.value, joint) or _range(one, other, joint, text)
    return Known(one.start, other.end, value) if value else None


def _clock_and_day(one: Value, other: Value, joint: str) -> Value | None:
    clock = next((value.clock for value in (one, other) if _is_clock(value)), None)
    day = next((value for value in (other, one) if not _is_clock(value)), None)
    if clock is None or day is None or day.precision not in (Precision.DAY, Precision.TIME) or not _CLOCK_JOIN.fullmatch(joint):
        return None
    return calendar.at(day, clock)


def _is_clock(value: Value) -> bool:
    return value.clock is not None and value.clock[0].isdigit()


def _range(one: Known, other: Known, joint: str, text: str) -> Value | None:
    a, b = _in_week(one.value, other.value), other.value
    if not _RANGE_JOIN.fullmatch(joint) or not _can_bound(a, b):
        return None
    is_opened = bool(_RANGE_OPEN.search(text, max(0, one.start - 12), one.start))
    is_alike = a.precision is b.precision and (joint.strip() != "and" or _are_next_years(a, b))
    return calendar.stretch(a, b).because(f"from {a.timex} to {b.timex}: {b.basis}") if is_opened or is_alike else None


def _in_week(a: Value, b: Value) -> Value:
    """Monday of "Monday to Wednesday", before the Wednesday where the two were resolved apart."""
    is_apart = (
        a.precision is b.precision is Precision.DAY and a.first and b.first and timedelta(0) < a.first - b.first < timedelta(7)
    )
    return calendar.day(a.first - timedelta(7)) if is_apart and a.first else a


def _can_bound(a: Value, b: Value) -> bool:
    return a.first is not None and b.first is not None and a.first < b.first and a.precision in _ENDS and b.precision in _ENDS


def _are_next_years(a: Value, b: Value) -> bool:
    """2014 and 2015 name one stretch; 2009 and 2015 two years."""
    return a.precision is Precision.YEAR and a.last is not None and b.first is not None and (b.first - a.last).days == 1
