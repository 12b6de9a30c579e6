"""Quarters, halves and other parts of a business year."""

import re
from datetime import date

from summarizer.domain.moment import Precision
from summarizer.language import moment_calendar as calendar
from summarizer.language.moment_calendar import Value
from summarizer.language.moment_lexicon import MONTH, NUMBER, ORDINALS, YEAR, month_number, number
from summarizer.language.moment_outlook import Outlook, firmly
from summarizer.language.moment_rule import Match, Rule, absolute, published_on
from summarizer.language.moment_sight import Sight

_ENDED = re.compile(rf" (?:that )?(?:ended|ending|to) (?P<month>{MONTH}) (?P<day>\d\d?)(?!\d)", re.I)
COMPARED = "a year before"  # begins the basis of a quarter named for comparison
_YEARS = {"this": 0, "last": -1, "next": 1}


def _named(m: Match, sight: Sight) -> int | None:
    groups = m.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    which = groups.get("which")
    return sight.published.year + _YEARS[which] if which and sight.published else None


def _quarter(m: Match, sight: Sight) -> Value | None:
    """the third quarter: of the year named, else the latest begun by publication, unless the sentence looks ahead."""
    named = _named(m, sight)
    ordinal = ORDINALS[m["ordinal"]] if m["ordinal"] != "last" else 4
    if named:
        return calendar.quarter(named, ordinal).because(f"of the year {named}")
    if sight.published is None:
        return calendar.unresolved("no publication date")
    return _latest(ordinal, sight).because(f"the latest one begun by {sight.published}, or planned")


def _latest(ordinal: int, sight: Sight) -> Value:
    near = published_on(sight)
    begun = near.year - (ordinal > calendar.quarter_of(near))
    ahead = begun != near.year and firmly(sight) is Outlook.AHEAD
    # In the months before it begins, "the fourth quarter" is the one to come unless a verb close by is past.
    soon = ordinal == calendar.quarter_of(near) + 1 and firmly(sight) is not Outlook.PAST
    return calendar.quarter(near.year if ahead or soon else begun, ordinal)


def _year_before(m: Match, sight: Sight) -> Value | None:
    """the year-earlier quarter, the 1988 period."""
    spoken = _quarter_spoken_of(sight) or _last_closed(published_on(sight))
    this = _latest(ORDINALS[m["ordinal"]], sight) if m["ordinal"] else spoken
    if this.first is None:
        return None
    return calendar.quarter(this.first.year - 1, calendar.quarter_of(this.first)).because(f"{COMPARED} {this.timex}")


def _quarter_spoken_of(sight: Sight) -> Value | None:
    """The quarter named last, leaving out those of comparison a year before and those not yet over."""
    told = (value for value in sight.earlier(Precision.QUARTER) if not value.basis.startswith(COMPARED))
    return next((value for value in told if sight.published is None or (value.last and value.last < sight.published)), None)


def _last_closed(near: date) -> Value:
    year, month = calendar.shift_month(near.year, near.month, -3)
    return calendar.quarter(year, (month + 2) // 3)


def _the_quarter(m: Match, sight: Sight) -> Value | None:
    """the quarter, the latest quarter: the one the article speaks of."""
    ended = _ENDED.match(sight.after)
    if ended and sight.published:
        return _ending(month_number(ended["month"].lower()), int(ended["day"]), sight.published)
    spoken = _quarter_spoken_of(sight)
    if spoken:
        return spoken.because(f"the quarter spoken of, {spoken.timex}")
    if sight.published is None or not m["which"]:
        return None
    if m["which"] == "current":
        return calendar.quarter(sight.published.year, calendar.quarter_of(sight.published)).because("the quarter of publication")
    return _last_closed(sight.published).because(f"the last quarter closed by {sight.published}")


def _ending(month: int, day: int, near: date) -> Value:
    """The calendar quarter of a business quarter that ends on this day; ending early in a month, it is the one before."""
    year, shown = calendar.shift_month(near.year - (month > near.month), month, -1 if day <= 15 else 0)
    return calendar.quarter(year, (shown + 2) // 3).because(f"the quarter ended on day {day} of month {month}")


def _half(m: Match, sight: Sight) -> Value | None:
    decade = m["decade"]
    if decade:
        printed = decade.strip("'")
        return calendar.decade(int(printed[:4]) if len(printed) == 5 else 1900 + int(printed[:2])).because("half of a decade")
    year = _named(m, sight) or (sight.published.year if sight.published else None)
    if year is None:
        return calendar.unresolved("no publication date")
    return calendar.half(year, ORDINALS[m["ordinal"]]).because(f"of the year {year}")


def _first_months(m: Match, sight: Sight) -> Value | None:
    year = _named(m, sight) or (sight.published.year if sight.published else None)
    months = int(number(m["number"]))
    if year is None or not 1 <= months <= 12:
        return None
    return calendar.stretch(calendar.month(year, 1), calendar.month(year, months)).because(f"from January of {year}")


def rules() -> tuple[Rule, ...]:
    """The rules of this module, in the order in which they are tried."""
    ordinal = r"(?P<ordinal>first|second|third|fourth|final|1st|2nd|3rd|4th)"
    year = rf"(?:(?:fiscal +)?(?P<year>{YEAR})|(?P<which>this|last|next) +(?:fiscal +)?year|the +year)"
    before = r"(?:year[- ]+(?:ago|earlier)|prior[- ]year|previous[- ]year)(?:'s)?"
    same = r"(?:same|corresponding|comparable|like)"
    period = rf"(?:{ordinal} +)?(?:quarter|period)"
    part = r"(?:the +)?(?P<ordinal>first|second|last)[- ]+half"
    decade = r"the +(?P<decade>(?:1\d)?\d0s|'\d0s)"
    whose = r"(?:(?:the|its|their|a|his) +)?(?:fiscal[- ]+)?"
    return (
        absolute(rf"{whose}{ordinal}(?:[- ]+fiscal)?[- ]+quarter(?:(?:,? +of|,? +in)?,? +{year})?", _quarter),
        absolute(rf"(?:the +)?(?:(?P<year>{YEAR})(?:'s)?|(?P<which>this|last|next) +year's)[- ]+{ordinal}[- ]+quarter", _quarter),
        absolute(rf"q(?P<ordinal>[1-4])(?:(?: +of)?,? +{year})?", _quarter),
        absolute(rf"(?:the +)?(?P<ordinal>last)[- ]+quarter +of +{year}", _quarter),
        Rule(rf"(?:the +)?(?:{same} +)?{before}[- ]+{period}", _year_before),
        Rule(rf"(?:the +)?{same} +{period}(?: +of)? +(?:last +year|a +year +(?:ago|earlier|before))", _year_before),
        Rule(r"the +(?:(?P<which>latest|current|most +recent|just-ended) +)?(?:quarter|(?<=latest )period)", _the_quarter),
        absolute(rf"{part}(?: +of)? +(?:{year}|{decade})", _half),
        absolute(rf"{part}(?P<year>)(?P<which>)(?P<decade>)", _half, is_sought=False),
        absolute(rf"(?:the +)?first +(?P<number>{NUMBER}) +months(?: +of)? +{year}", _first_months),
    )
