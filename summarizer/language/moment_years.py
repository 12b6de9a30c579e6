"""Years, decades and centuries, and the year that a date without one takes from the words beside it."""

import re

from summarizer.language import moment_calendar as calendar
from summarizer.language.moment_calendar import Value
from summarizer.language.moment_lexicon import DAY, DECADES, MONTH, YEAR, spelled_year
from summarizer.language.moment_rule import Match, Rule, absolute
from summarizer.language.moment_sight import Sight

FULL = "printed in full"
YEAR_WORD = r"(?:(?:,? +of)?,? +(?P<which>this|last|next|that|the +same|the +following|the +previous) +year)"
SPELLED = (
    r"(?P<spelled>(?:eighteen|nineteen|twenty) +(?:hundred|[a-z]+ty(?:[- ][a-z]+)?|[a-z]+teen|ten|eleven|twelve|(?:oh|o) +[a-z]+)"
    r"|two +thousand(?:(?: +and)? +(?:one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen))?)"
)
_YEAR_AFTER = re.compile(r"^(?:,? +of)?,? +(?P<which>this|last|next) +year\b", re.I)
_YEAR_OF_RANGE = re.compile(rf"^ *(?:and|to|through|until|-) *(?:{MONTH}(?: +{DAY})?|{DAY} +{MONTH}),? +(?P<year>{YEAR})", re.I)
_SHIFTS = {"last": -1, "next": 1, "this": 0, "the previous": -1, "the following": 1}


def year_of_range(sight: Sight) -> str | None:
    """The year that "between March and June 2016" gives its first month too."""
    found = _YEAR_OF_RANGE.match(sight.after)
    return found["year"] if found else None


def named_year(m: Match, sight: Sight) -> int | None:
    """The year that "this year" or "of that year" beside a month or season names, if any."""
    which = m.groupdict().get("which")
    if which is None:
        after = _YEAR_AFTER.match(sight.after)
        which = after["which"].lower() if after else None
    if which is None:
        return None
    if which in ("that", "the same", "the following", "the previous"):
        anchor = next(sight.earlier(), None)
        return anchor.first.year + _SHIFTS.get(which, 0) if anchor and anchor.first else None
    return sight.published.year + _SHIFTS[which] if sight.published else None


def _year(m: Match, _sight: Sight) -> Value | None:
    return calendar.year(int(m["year"])).because(FULL)


def _years(m: Match, _sight: Sight) -> Value | None:
    """2014-15, 1914-1918."""
    first, printed = int(m["year"]), m["to"]
    last = int(printed) if len(printed) == 4 else first - first % 100 + int(printed)
    return calendar.stretch(calendar.year(first), calendar.year(last)).because(FULL) if first < last else None


def _short_year(m: Match, sight: Sight) -> Value | None:
    near = sight.published.year if sight.published else 2000
    year = min((100 * c + int(m["short"]) for c in (18, 19, 20)), key=lambda full: abs(full - near))
    return calendar.year(year).because(f"the '{m['short']} nearest to {near}")


def _spelled(m: Match, _sight: Sight) -> Value | None:
    year = spelled_year(m["spelled"])
    return calendar.year(year).because(FULL) if year else None


def _decade(m: Match, sight: Sight) -> Value | None:
    printed = m["decade"].strip("'")
    if len(printed) == 5:
        return calendar.decade(int(printed[:4])).because(FULL)
    near = sight.published.year if sight.published else 2000
    short = DECADES.get(printed) if printed in DECADES else int(printed[:2])
    past = [100 * c + (short or 0) for c in (18, 19, 20) if 100 * c + (short or 0) <= near]
    return calendar.decade(past[-1]).because(f"the last such decade by {near}") if past else None


def _century(m: Match, _sight: Sight) -> Value | None:
    return calendar.century(int(re.sub(r"\D", "", m["number"]))).because(FULL)


def rules() -> tuple[Rule, ...]:
    """The rules of this module, in the order in which they are tried."""
    return (
        absolute(rf"the +(?P<decade>(?:1[5-9]|20)\d0'?s|'?\d0'?s|{'|'.join(DECADES)})", _decade),
        absolute(r"(?P<decade>(?:1[5-9]|20)\d0'?s)", _decade),
        absolute(r"(?:the +)?(?P<number>1\d|20|21)(?:st|th)[ -]century", _century),
        absolute(r"(?P<year>1[5-9]\d\d|20\d\d)[-/](?P<to>(?:1[5-9]|20)?\d\d)(?![-/])", _years),
        absolute(rf"(?:(?:the +)?(?:fiscal|calendar)(?: +year)? +|the +year +)?(?P<year>{YEAR})", _year),
        absolute(rf"(?:the +year|in|since) +{SPELLED}", _spelled),
        absolute(SPELLED, _spelled, is_sought=False),
        absolute(r"'(?P<short>\d\d)", _short_year, is_sought=False),
    )
