"""Seasons of the northern half of the world, holidays that are fixed or can be computed, and days known by their date."""

from datetime import date, timedelta

from summarizer.language import moment_calendar as calendar
from summarizer.language.moment_calendar import Value
from summarizer.language.moment_lexicon import SHIFT, YEAR, either, spelled_year, words
from summarizer.language.moment_outlook import Outlook, nearest_day, outlook
from summarizer.language.moment_rule import Match, Rule, absolute, published_on
from summarizer.language.moment_sight import Sight
from summarizer.language.moment_years import FULL, SPELLED, YEAR_WORD, named_year


def _season_of_year(m: Match, _sight: Sight) -> Value | None:
    return calendar.season(_year_number(m), calendar.SEASONS[m["season"]]).because(FULL)


def _year_number(m: Match) -> int:
    return (int(m["year"]) if m["year"] else spelled_year(m["spelled"])) or 0


def _season(m: Match, sight: Sight) -> Value | None:
    near, code = published_on(sight), calendar.SEASONS[m["season"]]
    seasons = [calendar.season(year, code) for year in range(near.year - 2, near.year + 3)]
    named = named_year(m, sight)
    over = [value for value in seasons if value.last and value.last < near]
    coming = [value for value in seasons if value.first and value.first > near]
    running = [value for value in seasons if value not in over and value not in coming]
    if named is not None:
        return calendar.season(named, code).because(f"of the year {named}")
    if m["shift"] == "last":
        return over[-1].because(f"the last one over by {near}")
    if m["shift"] == "next":
        return coming[0].because(f"the first one after {near}")
    if running or outlook(sight) is Outlook.AHEAD:
        return (running or coming)[0].because(f"the one under way or next on {near}")
    this_year = calendar.season(near.year, code)
    return (this_year if m["shift"] == "this" else over[-1]).because(f"the one nearest before {near}")


def _holiday(m: Match, sight: Sight) -> Value | None:
    name = m["holiday"]
    named = m["year"] or named_year(m, sight)
    if named:
        return calendar.day(_holiday_in(name, int(named))).because(f"{name.title()} of {named}")
    if sight.published is None:
        return calendar.unresolved("no publication date")
    near = sight.published
    days = [_holiday_in(name, year) for year in (near.year - 1, near.year, near.year + 1)]
    if m["shift"] == "last":
        return calendar.day(max(on for on in days if on < near)).because(f"the last one before {near}")
    if m["shift"] == "next":
        return calendar.day(min(on for on in days if on > near)).because(f"the next one after {near}")
    return calendar.day(nearest_day(sight, days)).because(f"the one nearest to {near}, as the sentence has it")


def _event(m: Match, sight: Sight) -> Value | None:
    """A day known by its date alone; `None` in an article older than it."""
    on = date(*words()["events"][m["event"]])
    return calendar.day(on).because(f"known by its date, {on}") if sight.published is None or sight.published >= on else None


def _holiday_in(name: str, year: int) -> date:
    holidays = words()["holidays"]
    plain = " ".join(name.split())
    if plain in holidays["fixed"]:
        return date(year, *holidays["fixed"][plain])
    if plain in holidays["counted"]:
        return calendar.counted_weekday(year, *holidays["counted"][plain])
    return calendar.easter(year) + timedelta(holidays["easter"][plain])


def rules() -> tuple[Rule, ...]:
    """The rules of this module, in the order in which they are tried."""
    holiday = "|".join(either("holidays", kind) for kind in ("counted", "fixed", "easter"))
    season = r"(?P<season>spring|summer|fall|autumn|winter)"
    return (
        absolute(rf"(?:the +)?(?P<event>{either('events')})", _event),
        absolute(rf"{SHIFT}?(?P<holiday>{holiday})(?:,? +(?P<year>{YEAR})|{YEAR_WORD})?", _holiday),
        absolute(rf"(?:the +)?{season}(?: +of|,)? +(?:(?P<year>{YEAR})|{SPELLED})", _season_of_year),
        Rule(rf"(?:{SHIFT}|the +){season}(?! +of +){YEAR_WORD}?", _season),
        Rule(rf"{SHIFT}?{season}", _season, is_sought=False),
    )
