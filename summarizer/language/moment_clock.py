"""Times of day: "10 a.m. local time", "6.10am", "16:45 GMT", "at midnight"."""

from collections.abc import Iterator

from summarizer.domain.moment import Precision
from summarizer.language import moment_calendar as calendar
from summarizer.language.moment_calendar import Value
from summarizer.language.moment_rule import Match, Rule, absolute
from summarizer.language.moment_sight import Sight

_ZONES = "gmt|utc|bst|cet|cest|eet|eest|msk|est|edt|et|cst|cdt|ct|mst|mdt|pst|pdt|pt|ist|jst|kst|aest|aedt|hkt|sgt"
_ZONE = (
    rf"(?: +\(?(?:{_ZONES})\)?(?!\w)"
    r"| +(?:local|[a-z]+(?:ern)?|new +york|hong +kong) +(?:standard +|daylight +|summer +)?time(?!\w))?"
)
_HOUR = r"(?P<hour>[01]?\d|2[0-3])"
_NAMED = {"noon": "12:00", "midday": "12:00", "noontime": "12:00", "midnight": "24:00"}
_CLOSE = 300  # characters: about two sentences, in which a time of day still belongs to the day named last


def _clock(m: Match) -> str | None:
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    half = m["half"].replace(".", "")
    if not 1 <= hour <= 12:
        # "16:45 pm" is printed now and then; the half adds nothing to it
        return f"{hour:02d}:{minute:02d}" if 12 < hour < 24 and half == "pm" else None
    return f"{hour % 12 + (12 if half == 'pm' else 0):02d}:{minute:02d}"


def _half_day(m: Match, sight: Sight) -> Value | None:
    clock = _clock(m)
    return on_its_day(clock, sight) if clock else None


def _full_day(m: Match, sight: Sight) -> Value | None:
    return on_its_day(f"{int(m['hour']):02d}:{m['minute']}", sight)


def _oclock(m: Match, sight: Sight) -> Value | None:
    return on_its_day(f"{int(m['hour']):02d}:00", sight)


def _named(m: Match, sight: Sight) -> Value | None:
    return on_its_day(_NAMED[m["name"]], sight)


def on_its_day(clock: str, sight: Sight) -> Value:
    """The clock on the day its sentence names, else the day named last, else the day of publication.

    Without a publication date only its own sentence counts: a day named before may not be the last one.
    """
    for basis, days in (
        ("on the day of its sentence", sight.in_sentence(Precision.DAY)),
        ("on the day of its sentence", sight.in_sentence(Precision.TIME)),
        ("on the day named before", _recent(sight)),
    ):
        found = next(days, None)
        if found and found.first:
            return calendar.at(calendar.day(found.first), clock).because(f"{clock} {basis}, {found.first}")
    if sight.published is None:
        return Value(f"T{clock}", None, None, Precision.VAGUE, "no publication date", clock)
    basis = f"{clock}, no day named: the day of publication, {sight.published}"
    return calendar.at(calendar.day(sight.published), clock).because(basis)


def _recent(sight: Sight) -> Iterator[Value]:
    """Days of the week up to publication: the one named just before, else the first one the article names."""
    near = sight.published
    told = [k for k in sight.known if k.end <= sight.start and k.value.precision in (Precision.DAY, Precision.TIME)]
    recent = [k for k in told if near and k.value.first and -1 <= (near - k.value.first).days <= 7]
    close = [k.value for k in reversed(recent) if sight.start - k.end <= _CLOSE]
    yield from (*close, *(k.value for k in recent))


def rules() -> tuple[Rule, ...]:
    """The rules of this module, in the order in which they are tried."""
    minute = r"(?P<minute>[0-5]\d)"
    return (
        absolute(rf"{_HOUR}(?:[:.]{minute}(?::\d\d)?)? *(?P<half>[ap]\.m\.?|[ap]m)(?!\w){_ZONE}", _half_day),
        absolute(rf"{_HOUR}[:.]{minute}(?::\d\d)?(?![:.]\d)(?: +(?:hours|hrs))?{_ZONE}", _full_day),
        absolute(rf"{_HOUR}{minute} *(?:(?:{_ZONES})(?!\w)|hours|hrs)", _full_day),
        absolute(rf"{_HOUR} +o'clock", _oclock),
        absolute(r"(?P<name>noontime|noon|midday|midnight)", _named),
    )
