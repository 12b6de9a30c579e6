"""Dates, months and weekdays."""

import re
from dataclasses import replace
from datetime import date, timedelta

from summarizer.domain.moment import Precision
from summarizer.language import moment_calendar as calendar
from summarizer.language.moment_calendar import Value
from summarizer.language.moment_lexicon import (
    DAY,
    MONTH,
    PART,
    SHIFT,
    WEEKDAY,
    YEAR,
    month_number,
    part_of_day,
    weekday_number,
    words,
)
from summarizer.language.moment_outlook import Outlook, firmly, nearest_day, outlook
from summarizer.language.moment_rule import Match, Rule, absolute, published_on
from summarizer.language.moment_sight import Sight
from summarizer.language.moment_years import FULL, YEAR_WORD, named_year, year_of_range

_NTH = ("first", "second", "third", "fourth")
_NEXT_MONTH = timedelta(45)  # to the middle of a month: "a cut in September", said in August, is the coming one


def _iso(m: Match, _sight: Sight) -> Value | None:
    year, month, day = int(m["y"]), int(m["m"]), int(m["d"])
    if not calendar.stands_in(year, month, day):
        return None
    value = calendar.day(date(year, month, day)).because(FULL)
    return calendar.at(value, m["clock"]) if m["clock"] else value


def _slashed(m: Match, sight: Sight) -> Value | None:
    """11/02/89: month first or day first; where both are dates, the one nearer to publication, else month first."""
    a, b, year = int(m["a"]), int(m["b"] or m["b2"]), int(m["y"] or m["y2"])
    year += 0 if year > 99 else 1900 if year > 30 else 2000
    readings = [date(year, mo, d) for mo, d in ((a, b), (b, a)) if calendar.stands_in(year, mo, d)]
    if not readings:
        return None
    near = sight.published or readings[0]
    choice = "nearer to publication" if sight.published else "month first"
    basis = FULL if len(set(readings)) == 1 else f"day and month could be exchanged; {choice}"
    return calendar.day(min(readings, key=lambda on: abs(on - near))).because(basis)


def _dated(m: Match, sight: Sight) -> Value | None:
    month, day = month_number(m["month"]), int(re.sub(r"\D", "", m["day"]))
    year = m["year"] or year_of_range(sight)
    if year and calendar.stands_in(int(year), month, day):
        return calendar.day(date(int(year), month, day)).because(FULL)
    if year or not calendar.stands_in(2000, month, day):
        return None
    named = named_year(m, sight)
    if named is not None and calendar.stands_in(named, month, day):
        return calendar.day(date(named, month, day)).because(f"of the year {named}")
    if sight.published is None:
        return calendar.unresolved("no publication date", f"XXXX-{month:02d}-{day:02d}")
    return _nearest_day(sight, month, day, m.groupdict().get("weekday"))


def _nearest_day(sight: Sight, month: int, day: int, weekday: str | None) -> Value | None:
    near = published_on(sight)
    years = [year for year in range(near.year - 6, near.year + 7) if calendar.stands_in(year, month, day)]
    days = [date(year, month, day) for year in years]
    fitting = [on for on in days if weekday and on.weekday() == weekday_number(weekday) and abs(on.year - near.year) < 2]
    if fitting:
        return calendar.day(min(fitting, key=lambda on: abs(on - near))).because(f"the one on a {fitting[0]:%A}")
    return calendar.day(nearest_day(sight, days)).because(f"nearest to {near}, as the sentence has it")


def _day_range(m: Match, sight: Sight) -> Value | None:
    first, last = int(m["from"]), int(m["day"].rstrip("stndrh"))
    start = _dated(m, sight)
    if start is None or start.last is None or not 0 < first < last:
        return None
    opened = calendar.day(start.last.replace(day=first))
    return calendar.stretch(opened, start).because(f"day {first} to {last} of {start.last:%Y-%m}")


def _month_of_year(m: Match, _sight: Sight) -> Value | None:
    return calendar.month(int(m["year"]), month_number(m["month"])).because(FULL)


def _week_of(m: Match, sight: Sight) -> Value | None:
    on = _dated(m, sight)
    return calendar.week(on.first).because(f"the week of {on.first}") if on and on.first else on


def _week_of_month(m: Match, sight: Sight) -> Value | None:
    """the first week of May: its first seven days."""
    month = _month(m, sight) if m["year"] is None else _month_of_year(m, sight)
    if month is None or month.first is None or month.last is None:
        return month
    first = month.last - timedelta(6) if m["nth"] == "last" else month.first + timedelta(7 * _NTH.index(m["nth"]))
    week = calendar.stretch(calendar.day(first), calendar.day(first + timedelta(6)))
    return replace(week, timex=calendar.week(first + timedelta(3)).timex, precision=Precision.WEEK, basis=month.basis)


def _week_from(m: Match, sight: Sight) -> Value | None:
    """a week from Friday, a week ago Friday."""
    near, number = published_on(sight), weekday_number(m["weekday"])
    ahead = near + timedelta((number - near.weekday()) % 7 + 7)
    back = near - timedelta((near.weekday() - number) % 7 + 7)
    return calendar.day(ahead if m["way"] == "from" else back).because(f"{' '.join(m.group().split())}, seen from {near}")


def _month(m: Match, sight: Sight) -> Value | None:
    number = month_number(m["month"])
    named = year_of_range(sight) or named_year(m, sight)
    if named is not None:
        return calendar.month(int(named), number).because(f"of the year {named}")
    if sight.published is None:
        return calendar.unresolved("no publication date", f"XXXX-{number:02d}")
    near = sight.published
    if m["shift"] == "last":
        return calendar.month(near.year - (number >= near.month), number).because(f"the last one before {near:%Y-%m}")
    if m["shift"] == "next":
        return calendar.month(near.year + (number <= near.month), number).because(f"the next one after {near:%Y-%m}")
    if m["shift"] == "this" or number == near.month:
        return calendar.month(near.year, number).because(f"of the year of publication, {near.year}")
    middles = [date(year, number, 15) for year in (near.year - 1, near.year, near.year + 1)]
    return calendar.month(_month_year(sight, middles), number).because(f"nearest to {near:%Y-%m}, as the sentence has it")


def _month_year(sight: Sight, middles: list[date]) -> int:
    """The year of the nearest such month, unless a verb says that it is on the other side of publication."""
    near = published_on(sight)
    nearest = min(middles, key=lambda on: abs(on - near))
    if nearest > near + _NEXT_MONTH and outlook(sight) is Outlook.PAST:
        return max(on for on in middles if on <= near).year
    if nearest < near and firmly(sight) is Outlook.AHEAD:
        return min(on for on in middles if on >= near).year
    return nearest.year


def _weekday(m: Match, sight: Sight) -> Value | None:
    number = weekday_number(m["weekday"])
    value = _weekday_value(number, m["which"], sight)
    return calendar.at(value, part_of_day(m["part"])) if m["part"] else value


def _weekday_value(number: int, which: str | None, sight: Sight) -> Value:
    near, name = published_on(sight), words()["weekdays"][number].capitalize()
    counted = _counted_weekday(number, which, sight, name)
    if counted:
        return counted
    back = near - timedelta((near.weekday() - number) % 7)
    ahead = near + timedelta((number - near.weekday()) % 7)
    if which in ("last", "past", "this past", "the previous"):
        return calendar.day(back if back < near else back - timedelta(7)).because(f"{name} before {near}")
    if which in ("next", "coming", "this coming", "the coming", "the following"):
        return calendar.day(ahead if ahead > near else ahead + timedelta(7)).because(f"{name} after {near}")
    said = outlook(sight)
    if said is Outlook.MIXED:
        return calendar.day(min(back, ahead, key=lambda on: abs(on - near))).because(f"{name} nearest to {near}")
    if said is Outlook.AHEAD or (which == "this" and said is Outlook.OPEN):
        return calendar.day(ahead).because(f"{name} on or after {near}")
    return calendar.day(back).because(f"{name} on or before {near}")


def _counted_weekday(number: int, which: str | None, sight: Sight, name: str) -> Value | None:
    """the following Friday: from the day named before, where there is one."""
    anchor = next(sight.earlier(Precision.DAY), None) if which in ("the following", "the previous") else None
    if anchor is None or anchor.first is None:
        return None
    on = anchor.first
    ahead_by = (number - on.weekday() - 1) % 7 + 1
    back_by = (on.weekday() - number - 1) % 7 + 1
    step = timedelta(ahead_by if which == "the following" else -back_by)
    return calendar.day(on + step).because(f"{which} {name} from {on}")


def rules() -> tuple[Rule, ...]:
    """The rules of this module, in the order in which they are tried."""
    month, day = f"(?P<month>{MONTH})", f"(?P<day>{DAY})"
    weekday = f"(?P<weekday>{WEEKDAY})"
    lead = rf"(?:{weekday},? +)?(?:the +)?"
    end = rf"(?:,? +(?P<year>{YEAR})|{YEAR_WORD})?"
    slashed = r"[/-](?P<b>\d{1,2})[/-](?P<y>(?:19|20)?\d\d)|\.(?P<b2>\d{1,2})\.(?P<y2>(?:19|20)\d\d)"
    which = r"last|next|this +past|this +coming|this|the +coming|past|coming|the +previous|the +following"
    return (
        absolute(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?:[t ](?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?z?)?", _iso),
        absolute(rf"(?P<a>\d{{1,2}})(?:{slashed})", _slashed),
        absolute(rf"{lead}{month} +(?P<from>\d\d?)-{day}{end}", _day_range),
        absolute(rf"(?P<from>\d\d?)(?:-| +to +){day} +{month}{end}", _day_range),
        absolute(rf"between +(?P<from>\d\d?) +and +{day} +{month}{end}", _day_range),
        absolute(rf"{lead}{month}[ -]+(?:the +)?{day}{end}", _dated),
        absolute(rf"{lead}{day}[ -]+(?:of +)?{month}{end}", _dated),
        absolute(rf"(?:the +)?week +of +{month} +{day}{end}", _week_of),
        absolute(rf"(?:the +)?(?P<nth>{'|'.join(_NTH)}|last) +week +of +{SHIFT}?{month}{end}", _week_of_month),
        Rule(rf"a +week +(?P<way>from|ago) +(?:on +|this +|next +|last +)?{weekday}", _week_from),
        absolute(rf"{month}(?:,| +of)? +(?P<year>{YEAR})", _month_of_year),
        absolute(rf"{SHIFT}?{month}{YEAR_WORD}?", _month),
        Rule(rf"(?:(?P<which>{which}) +)?{weekday}(?: +(?P<part>{PART}))?", _weekday),
    )
