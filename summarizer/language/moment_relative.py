"""Times that lean on the day of publication: "today", "last week", "two years ago", "within weeks"."""

from datetime import date, timedelta

from summarizer.domain.moment import Precision
from summarizer.language import moment_calendar as calendar
from summarizer.language.moment_calendar import Value
from summarizer.language.moment_lexicon import ABOUT, NUMBER, PART, UNIT, either, number, part_of_day
from summarizer.language.moment_outlook import Outlook, outlook
from summarizer.language.moment_rule import Match, Rule, absolute, published_on
from summarizer.language.moment_sight import Sight

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
_BACK, _ON = ("last", "past", "previous", "prior", "preceding"), ("next", "coming", "following")
STEPS = {**dict.fromkeys(_BACK, -1), **dict.fromkeys(_ON, 1)}
_PERIOD = "weekend|week|month|quarter|year|decade"
_VAGUE = {"PRESENT_REF": "the time of writing", "PAST_REF": "looks back, no day", "FUTURE_REF": "looks ahead, no day"}
_ROLLING = {"day": 0, "week": 0, "month": 1, "quarter": 3, "year": 12, "decade": 120}


def period(on: date, unit: str, shift: int) -> Value:
    """The calendar day, week, month, quarter, year or decade that is `shift` units from the one that holds the day."""
    if unit == "day":
        return calendar.day(on + timedelta(shift))
    if unit == "week":
        return calendar.week(on + timedelta(7 * shift))
    if unit == "weekend":
        return calendar.weekend(on + timedelta(7 * shift))
    if unit == "month":
        return calendar.month(*calendar.shift_month(on.year, on.month, shift))
    if unit == "quarter":
        year, month = calendar.shift_month(on.year, on.month, 3 * shift)
        return calendar.quarter(year, (month + 2) // 3)
    return calendar.year(on.year + shift) if unit == "year" else calendar.decade(on.year + 10 * shift)


def moved(on: date, unit: str, amount: float) -> date:
    """The day some units on; fractions count for days and weeks only as whole days."""
    if unit in ("day", "week", "fortnight"):
        return on + timedelta(round({"day": 1, "week": 7, "fortnight": 14}[unit] * amount))
    return calendar.shift_day(on, round(amount * _ROLLING[unit]))


def _deictic(m: Match, sight: Sight) -> Value | None:
    near, name = published_on(sight), " ".join(m["day"].split())
    value = calendar.day(near + timedelta(_DAYS[name])).because(f"{name}, seen from {near}")
    return calendar.at(value, part_of_day(m["part"])) if m["part"] else value


def _part(m: Match, sight: Sight) -> Value | None:
    near, which = published_on(sight), m["which"]
    on = near - timedelta(which == "last")
    return calendar.at(calendar.day(on), part_of_day(m["part"])).because(f"{which} {m['part']}, seen from {near}")


def _tonight(_m: Match, sight: Sight) -> Value | None:
    near = published_on(sight)
    return calendar.at(calendar.day(near), "NI").because(f"the night of {near}")


def _overnight(_m: Match, sight: Sight) -> Value | None:
    named = next(sight.in_sentence(Precision.DAY), None)
    near = named.first if named and named.first else published_on(sight)
    night = calendar.at(calendar.day(near - timedelta(1)), "NI")
    return Value(night.timex, night.first, near, night.precision, f"the night to {near}", "NI")


def unit_of(m: Match) -> str:
    """The unit a rule matched, in the singular."""
    return m["unit"].removesuffix("s")


def _shifted(m: Match, sight: Sight) -> Value | None:
    """last week, next year, this month, the past quarter."""
    near, unit, which = published_on(sight), unit_of(m), m["which"].split()[-1]
    if unit == "weekend":
        return _weekend(which, sight)
    if unit == "quarter" and which == "last":
        return period(near, unit, -1).because(f"the quarter before {near}")
    if m["which"] in ("the last", "the past", "past"):
        return _rolled(near, unit)
    shift = STEPS.get(which, 0)
    return period(near, unit, shift).because(f"{which} {unit}, seen from {near}")


def _rolled(near: date, unit: str) -> Value:
    """The past week or year: the days up to publication, under the name of the calendar's week or year."""
    named = period(near, unit, 0 if unit in ("week", "day") else -1)
    first = moved(near, unit, -1)
    return Value(named.timex, first, near, Precision.SPAN, f"the {unit} up to {near}")


def _weekend(which: str, sight: Sight) -> Value:
    near = published_on(sight)
    back = near if near.weekday() >= 5 else near - timedelta(near.weekday() + 1)
    if which == "last":
        return calendar.weekend(near - timedelta(7)).because(f"the weekend of the week before {near}")
    if which == "next":
        return calendar.weekend(near + timedelta(7 if near.weekday() >= 5 else 0)).because(f"the weekend after {near}")
    said = outlook(sight)
    if said is Outlook.AHEAD or (which == "this" and said is Outlook.OPEN) or which == "coming":
        return calendar.weekend(near).because(f"the weekend on or after {near}")
    return calendar.weekend(back).because(f"the last weekend begun by {near}")


def _within(m: Match, sight: Sight) -> Value | None:
    """later in the year, the end of the month, at year's end."""
    near, unit = published_on(sight), unit_of(m)
    anchor = next(sight.earlier(Precision.QUARTER), None) if unit == "quarter" else None
    return (anchor or period(near, unit, 0)).because(f"the {unit} of publication, {near}")


def _ago(m: Match, sight: Sight) -> Value | None:
    near = published_on(sight)
    unit, amount, bound = unit_of(m), number(m["number"]), (m["bound"] or "").strip()
    then = moved(near, unit, -amount)
    basis = f"{' '.join(m.group().split())}: {then}, counted from publication on {near}"
    if bound in ("less than", "under", "within"):
        return calendar.stretch(calendar.day(then), calendar.day(near)).because(basis)
    fits = period(then, {"fortnight": "week"}.get(unit, unit), 0).because(basis)
    is_open = bound in ("more than", "over", "at least") and unit != "decade"
    return calendar.unresolved(f"before {fits.first}", fits.timex) if is_open else fits


def _years_ago(m: Match, sight: Sight) -> Value | None:
    return calendar.vague("PAST_REF", f"some {m['units']} before {published_on(sight)}")


def step(near: date, unit: str, amount: float, what: str) -> Value:
    """The day, week, month or year that lies some units from a day, which is `what`."""
    then = moved(near, unit, amount)
    return period(then, {"fortnight": "week"}.get(unit, unit), 0).because(f"counted from {what}, {near}")


def _forward(m: Match, sight: Sight) -> Value | None:
    """in two weeks, where the sentence looks ahead; elsewhere it is a length of time."""
    if outlook(sight) is not Outlook.AHEAD or (m["number"] in ("a", "an") and unit_of(m) in ("day", "quarter")):
        return None
    return step(published_on(sight), unit_of(m), number(m["number"]), "publication")


def _soon(m: Match, sight: Sight) -> Value | None:
    """within weeks: a time ahead without a day."""
    if outlook(sight) is Outlook.PAST or sight.after.lstrip().startswith("of "):
        return None
    near = f" of {sight.published}" if sight.published else ""
    return calendar.vague("FUTURE_REF", f"{' '.join(m.group().split())}{near}, looking ahead")


def _lately(m: Match, _sight: Sight) -> Value | None:
    ahead = m["which"].split()[-1] in ("coming", "next", "future")
    return calendar.vague("FUTURE_REF" if ahead else "PAST_REF", "looks ahead, no day" if ahead else "looks back, no day")


def _some_units(m: Match, sight: Sight) -> Value | None:
    """the past six months, the next two weeks: up to publication, or on from it."""
    near, unit, amount = published_on(sight), unit_of(m), number(m["number"])
    ahead = m["which"].split()[-1] in ("coming", "next")
    ends = sorted((near, moved(near, unit, amount if ahead else -amount)))
    return calendar.stretch(calendar.day(ends[0]), calendar.day(ends[1])).because(f"{'on from' if ahead else 'up to'} {near}")


def _coming_unit(m: Match, sight: Sight) -> Value | None:
    """within the next year: on from publication."""
    near = published_on(sight)
    return calendar.stretch(calendar.day(near), calendar.day(moved(near, unit_of(m), 1))).because(f"on from {near}")


def rules() -> tuple[Rule, ...]:
    """The rules of this module, in the order in which they are tried."""
    days = "the +day +before +yesterday|the +day +after +tomorrow|today|yesterday|tomorrow"
    which = r"this|last|next|(?:the|this) +(?:past|previous|prior|coming|current)|the +last|current|past"
    within = r"(?:the +)?(?:beginning|start|middle|end|rest|remainder|close|turn) +of"
    return (
        Rule(rf"(?P<day>{days})(?:(?:'s)? +(?P<part>{PART}))?", _deictic),
        Rule(rf"(?P<which>this|last) +(?P<part>{PART})", _part),
        Rule(r"tonight|this +night", _tonight),
        Rule(r"overnight", _overnight),
        Rule(
            rf"(?:in +|over +|during +)?(?P<which>{which})(?: +(?:fiscal|calendar))?[ -]+(?P<unit>{_PERIOD})(?! +of +)", _shifted
        ),
        Rule(r"(?P<which>the) +(?P<unit>weekend)", _shifted),
        Rule(rf"(?:earlier|later|late|early) +in +the +(?P<unit>{_PERIOD})", _within),
        Rule(rf"{within} +the +(?P<unit>{_PERIOD})", _within),
        Rule(r"(?P<unit>year|month)(?:'s)?[- ]+end", _within),
        Rule(r"(?:the|this) +(?:full|fiscal|calendar|current +fiscal|full +fiscal|entire) +(?P<unit>year)", _within),
        Rule(rf"(?:the +)?(?P<unit>day|{_PERIOD})", _within, is_sought=False),
        *_length_rules(),
        *(_vague_rule(kind, token) for kind in ("vague", "named_vague") for token in _VAGUE),
    )


def _length_rules() -> tuple[Rule, ...]:
    """Rules for lengths of time that end or begin with publication."""
    bound = r"(?P<bound>(?:more +than|less +than|over|under|at +least|within) +)?"
    units = r"(?P<units>days|weeks|months|years|decades|centuries|hours|minutes)"
    counted = rf"(?P<number>{NUMBER})[ -]+(?P<unit>{UNIT})"
    some = r"(?:few|several|couple(?: +of)?|many)"
    which = r"(?P<which>(?:the +)?(?:past|last|coming|next|recent|future))"
    return (
        Rule(rf"{bound}{ABOUT}{counted}[ -]+ago", _ago),
        Rule(rf"(?:(?:a +)?{some} +|{NUMBER} +(?=hour|minute|centur))?{units} +ago", _years_ago),
        Rule(r"(?:within|over|during|in) +(?:the +)?(?:next|coming) +(?P<unit>day|week|month|year)", _coming_unit),
        Rule(rf"in +{ABOUT}{counted}(?:'s? +time)?", _forward),
        absolute(rf"within +(?:(?:the +next +)?(?:{some}|{NUMBER}) +)?(?:days?|weeks?|months?|years?|hours)", _soon),
        absolute(rf"(?:in +|over +|during +|for +)?{which} +(?:{some} +|{NUMBER} +(?=hour|minute|centur))?{units}", _lately),
        Rule(rf"(?:in +|over +|during +)?(?P<which>the +(?:past|last|coming|next)) +{counted}", _some_units),
        absolute(rf"(?:in +)?{which} +(?:[a-z]+ +)?quarters", _lately),
    )


def _vague_rule(kind: str, token: str) -> Rule:
    no_length = r"(?! +(?:[\w-]+ +){0,2}(?:hour|day|week|month|quarter|year|decade)s?(?!\w))"  # "in the past 24 hours"
    return absolute(
        f"(?:{either(kind, token)}){no_length}", lambda _m, _s: calendar.vague(token, _VAGUE[token]), is_sought=kind == "vague"
    )
