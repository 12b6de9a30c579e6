"""Times that lean on a time named before: "that day", "the following week", "two days later", "a year earlier"."""

import re
from datetime import timedelta

from summarizer.domain.moment import Precision
from summarizer.language import moment_calendar as calendar
from summarizer.language.moment_calendar import Value
from summarizer.language.moment_lexicon import NUMBER, UNIT, number, part_of_day
from summarizer.language.moment_quarters import COMPARED
from summarizer.language.moment_relative import STEPS, period, step, unit_of
from summarizer.language.moment_rule import Match, Rule, absolute, published_on
from summarizer.language.moment_sight import Known, Sight

_PARTS = ("morning", "afternoon", "evening", "night")
_FINE = (Precision.DAY, Precision.TIME)
_DATED = (*_FINE, Precision.WEEKEND, Precision.WEEK, Precision.MONTH)
_REPORT = 700  # characters: a paragraph or two, over which a report of results stays with its quarter
_CLOSED = re.compile(r"$|\s*[,.;:)\]!?\"'”’-]")


def _same_time(m: Match, sight: Sight) -> Value | None:
    """a year ago, year-ago, a year earlier: of the quarter where the article has just spoken of one."""
    near = published_on(sight)
    quarter = next((known.value for known in reversed(sight.known) if _speaks_of_quarter(known, sight)), None)
    if quarter and quarter.first:
        year = quarter.first.year - (COMPARED not in quarter.basis)
        return calendar.quarter(year, calendar.quarter_of(quarter.first)).because(f"{COMPARED} {quarter.timex}")
    anchor = next(sight.in_sentence(Precision.YEAR), None) if m["when"] != "ago" else None
    year = anchor.first.year if anchor and anchor.first else near.year
    return calendar.year(year - 1).because(f"the year before {year}")


def _speaks_of_quarter(known: Known, sight: Sight) -> bool:
    return known.value.precision is Precision.QUARTER and known.end <= sight.start <= known.end + _REPORT


def _counted_from(m: Match, sight: Sight) -> Value | None:
    """two days later, a month earlier: from the time named before."""
    if m["way"] in ("after", "before") and not _CLOSED.match(sight.after):
        return None  # "a month after the vote": counted from an event, not from a time
    unit, amount = unit_of(m), number(m["number"])
    sign = 1 if m["way"] in ("later", "after", "afterwards", "on", "thereafter") else -1
    anchor = next(sight.earlier(*_anchors({"fortnight": "week", "decade": "year"}.get(unit, unit))), None)
    if m["way"] in ("from now", "hence"):
        near = published_on(sight) if sight.published else None
        return step(near, unit, amount, "publication") if near else calendar.unresolved("no publication date")
    if anchor is None or anchor.first is None:
        return calendar.unresolved("no earlier date in the article")
    return step(anchor.first, unit, sign * amount, "the time before it")


def _neighbour(m: Match, sight: Sight) -> Value | None:
    """that day, the next day, the following week, the same year, the day before."""
    unit, which = m["unit"], m["which"].split()[-1]
    anchor = next(sight.earlier(*_anchors(unit)), None)
    if anchor is None or anchor.first is None:
        return calendar.unresolved("no earlier date in the article")
    part = unit if unit in _PARTS else None
    value = period(anchor.first, "day" if part else unit, STEPS.get(which, 0))
    value = value.because(f"{' '.join(m.group().split())}, counted from {anchor.first}")
    return calendar.at(value, part_of_day(part)) if part else value


def _anchors(unit: str) -> tuple[Precision, ...]:
    """The precisions of a time from which the next or the same unit can be counted."""
    if unit in ("day", *_PARTS):
        return _FINE
    if unit == "quarter":
        return (Precision.QUARTER,)
    return _DATED if unit in ("week", "weekend", "month") else (*_DATED, Precision.YEAR, Precision.QUARTER)


def _beside(m: Match, sight: Sight) -> Value | None:
    """the day before, the night after."""
    if m["way"] != "earlier" and not _CLOSED.match(sight.after):
        return None
    anchor = next(sight.earlier(*_FINE), None)
    if anchor is None or anchor.first is None:
        return calendar.unresolved("no earlier date in the article")
    value = calendar.day(anchor.first + timedelta(1 if m["way"] == "after" else -1)).because(f"the day {m['way']} {anchor.first}")
    return calendar.at(value, part_of_day(m["unit"])) if m["unit"] in _PARTS else value


def rules() -> tuple[Rule, ...]:
    """The rules of this module, in the order in which they are tried."""
    ways = r"(?P<way>earlier|later|before|after|afterwards|from +now|hence|previously)"
    which = r"(?P<which>that|the +(?:next|following|previous|preceding|same)|same|following)"
    unit = rf"(?P<unit>day|weekend|week|month|quarter|year|{'|'.join(_PARTS)})"
    return (
        Rule(r"(?:(?:a|one|the)[- ]+)?year[- ]+(?P<when>ago|earlier|before)(?: +(?:period|level|figure|results?))?", _same_time),
        absolute(rf"(?P<number>{NUMBER})[ -]+(?P<unit>{UNIT})[ -]+{ways}", _counted_from),
        absolute(rf"(?:later +)?{which} +(?:very +)?{unit}", _neighbour),
        absolute(r"(?:the +)?(?P<unit>day|night|evening) +(?P<way>before|after|earlier)", _beside),
    )
