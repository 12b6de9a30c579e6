"""Times as news prints them, found and resolved against the day of publication."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from summarizer.domain.moment import Moment, Precision
from summarizer.domain.span import Quote, Span
from summarizer.language import (
    moment_anaphora,
    moment_clock,
    moment_dates,
    moment_quarters,
    moment_relative,
    moment_seasons,
    moment_years,
)
from summarizer.language import moment_calendar as calendar
from summarizer.language.moment_calendar import Value
from summarizer.language.moment_joining import joined
from summarizer.language.moment_lexicon import part_of_day
from summarizer.language.moment_rule import Rule
from summarizer.language.moment_sight import Known, Sight, evened
from summarizer.language.moment_traps import is_trap

_SHADE = (
    r"(?:(?:early|late|mid|earlier|later|sometime|some time|as early as|as late as|as soon as|(?:at +)?(?:the +)?"
    r"(?:very +)?(?:beginning|start|middle|end|close|rest|course|first +part|latter +part|latter +half) +of"
    r"|(?:the +)?day +(?:before|after)|(?:the +)?(?:early +hours|morning|night|evening|afternoon) +of)(?: +on| +in)?[ -]+)"
)
_LEAD = (
    r"(?:(?:on|in|by|at|since|until|till|from|during|after|before|over|through|throughout|as of|starting|around|about|for|only"
    r"|just|between|later|shortly|no later than) +)"
)
_TAIL = r"(?:'s|'|,)?"
_NOTHING_AFTER = r"(?!\w|-\d)"


def find_moments(text: str, *, published: date | None, within: Span | None = None) -> tuple[Moment, ...]:
    """Every time expression of a text, or of a part of it, in order and without overlaps.

    Relative expressions are resolved against `published` and their sentence (verb tense, other dates); without a
    publication date they keep their words and have no interval. `Moment.basis` says how each was resolved.
    """
    found = (_moment(text, known) for known in _survey(text, published))
    return tuple(moment for moment in found if within is None or _inside(moment.printed, within))


def resolve_moment(text: str, span: Span, *, published: date | None) -> Moment:
    """The moment that a named span of the text stands for; VAGUE with the basis "not understood" where it is none."""
    even = evened(text)
    sight = Sight(even, span.start, span.end, published, _survey(text, published))
    value = _read(_phrase(sight), sight) or _read_led(sight) or _part_of(sight) or _around(sight)
    return _moment(text, Known(span.start, span.end, value or calendar.unresolved("not understood")))


def _moment(text: str, known: Known) -> Moment:
    value = known.value
    return Moment(
        printed=Quote.cut(text, Span(known.start, known.end)),
        first=value.first,
        last=value.last,
        precision=value.precision,
        clock=value.clock,
        timex=value.timex,
        basis=value.basis,
    )


def _inside(quote: Quote, within: Span) -> bool:
    return within.start <= quote.start and quote.end <= within.end


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    topics = (moment_quarters, moment_clock, moment_seasons, moment_dates, moment_years, moment_anaphora, moment_relative)
    rules = (rule for topic in topics for rule in topic.rules())
    return tuple((re.compile(rule.pattern), rule) for rule in rules)


@lru_cache(maxsize=1)
def _seeker() -> re.Pattern[str]:
    """One pattern for all that a text is scanned for; of rules that begin alike the earlier wins."""
    sought = "|".join(re.sub(r"\(\?P<\w+>", "(?:", rule.pattern) for _, rule in _rules() if rule.is_sought)
    return re.compile(rf"(?<![\w$£€#])(?<!\d[.,])(?:{_SHADE}{{0,2}}(?:{sought})){_NOTHING_AFTER}", re.I)


@lru_cache(maxsize=1)
def _shade() -> re.Pattern[str]:
    return re.compile(_SHADE)


def _phrase(sight: Sight) -> str:
    return " ".join(sight.printed.lower().split())


def _read(phrase: str, sight: Sight) -> Value | None:
    """The value of a whole phrase by the first rule that knows it, with or without its shades ("early", "end of")."""
    for pattern, rule in _rules():
        m = pattern.fullmatch(phrase)
        if m is None:
            continue
        is_out_of_reach = rule.is_relative and sight.published is None
        try:
            value = calendar.unresolved("no publication date") if is_out_of_reach else rule.read(m, sight)
        except OverflowError:  # "900 decades ago"
            return calendar.unresolved("outside the calendar")
        if value is not None:
            return value
    shade = _shade().match(phrase)
    return _shaded(shade.group(), _read(phrase[shade.end() :], sight)) if shade else None


def _shaded(shade: str, value: Value | None) -> Value | None:
    """What a shade makes of a day: the night of it, the day before it. Others ("early", "the end of") leave a value as it is."""
    beside = re.search(r"day +(before|after)", shade)
    part = re.search(r"(early +hours|morning|night|evening|afternoon) +of", shade)
    if value is None or value.first is None or value.precision is not Precision.DAY:
        return None if beside else value
    if beside:
        return calendar.day(value.first + timedelta(1 if beside[1] == "after" else -1)).because(f"the {beside[0]} {value.first}")
    return calendar.at(value, part_of_day("morning" if "hours" in part[1] else part[1])) if part else value


def _read_led(sight: Sight) -> Value | None:
    """A phrase with its preposition ("by Friday") or its ending ("last year's")."""
    led = re.fullmatch(rf"{_LEAD}*(?P<core>.+?){_TAIL}", _phrase(sight))
    return _read(led["core"], sight) if led else None


def _part_of(sight: Sight) -> Value | None:
    """The first time inside a longer phrase: "since the 24 February invasion"."""
    inside = [known.value for known in joined(_scan(sight), sight.text)]
    return next((value for value in inside if value.first), next(iter(inside), None))


def _around(sight: Sight) -> Value | None:
    """The time of which the phrase is a part: "a year" of "a year earlier"."""
    return next((known.value for known in sight.known if known.start <= sight.start and sight.end <= known.end), None)


@lru_cache(maxsize=64)
def _survey(text: str, published: date | None) -> tuple[Known, ...]:
    even = evened(text)
    return tuple(joined(_scan(Sight(even, 0, len(even), published)), even))


def _scan(within: Sight) -> list[Known]:
    """The times inside one stretch. Times of day come last: their day may be named after them."""
    known = list(within.known)
    found: list[Known] = []
    for m in _seeker().finditer(within.text, within.start, within.end):
        sight = replace(within, start=m.start(), end=m.end(), known=tuple(known))
        value = None if is_trap(sight) else _read(_phrase(sight), sight)
        if value:
            found.append(Known(m.start(), m.end(), value))
            known.append(found[-1])
    return [_with_day(one, within, tuple(known)) if one.value.clock else one for one in found]


def _with_day(one: Known, within: Sight, known: tuple[Known, ...]) -> Known:
    sight = replace(within, start=one.start, end=one.end, known=known)
    return replace(one, value=_read(_phrase(sight), sight) or one.value)
