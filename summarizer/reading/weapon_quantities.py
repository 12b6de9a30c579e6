"""How many of a weapon: the number right before its name ("31 M1 Abrams tanks", "dozens of F-16s")."""

import re

from summarizer.domain.span import Span
from summarizer.language.weapons import WeaponName

_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?:\s(?:hundred|thousand|million))?|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+|"
    r"(?:(?:several|a few|two|three)\s)?(?:dozens|hundreds|thousands|scores)(?:\sof(?:\sthousands)?)?|(?:a|two|three|"
    r"half a)\s(?:dozen|hundred|thousand))"
)
_HEADED = (
    r"(?:(?:batter(?:y|ies)|launchers?|systems?|units?|rounds?|squadrons?|regiments?|divisions?|examples|"
    r"sets?)\s(?:of\s)(?:the\s)?)?"
)
_MODIFIERS = (
    r"(?:(?!and\b|or\b|of\b|to\b|in\b|on\b|at\b|by\b|for\b|from\b|with\b|after\b|before\b|as\b|into\b|people\b|men\b|"
    r"soldiers\b|killed\b|were\b|was\b|are\b|had\b|"
    r"have\b|has\b|said\b|than\b|per\b|percent\b|percentage\b|years?\b|months?\b|weeks?\b|days?\b|hours?\b|miles?\b|km\b|"
    r"kilomet|met(?:er|re)s?\b|feet\b|"
    r"tons?\b|tonnes?\b|pounds?\b|kg\b|mm\b|which\b|that\b|who\b|when\b|million\b|billion\b|deliver\w*\b)"
    r"(?!\w*\d)[A-Za-z][\w.'’/-]*\s){0,5}?"
)
_BEFORE = re.compile(
    rf"(?i)(?<![\w.,$€£/–-])(?P<value>{_NUMBER})(?:\s+of\s+(?:the|its|their|these|our)|\s+of)?\s+(?:more\s+|"
    rf"additional\s+|new\s+)?{_HEADED}{_MODIFIERS}$"
)
_MONTHS = re.compile(r"(?i)\b(?:jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec)\w*\.?\s$")
_NOT_MANY = re.compile(r"(?i)\b(?:number|no\.|day|week|year|in|since|of|page|version|mark|block|phase|resolution|the)\s$")
_UNITED = re.compile(r"(?i)\bone of\b")
_REACH = 70  # characters: a number further before the name counts something else


def quantity_before(text: str, weapon: WeaponName, sentence: Span) -> Span | None:
    """The number that counts this weapon, right before its name but for modifiers; years and dates are none."""
    start = max(sentence.start, weapon.span.start - _REACH)
    match = _BEFORE.search(text[start : weapon.span.start])
    if not match or _UNITED.match(match.group()):
        return None
    span = Span(start + match.start("value"), start + match.end("value"))
    printed, before = span.cut(text), text[max(sentence.start, span.start - 14) : span.start]
    if _MONTHS.search(before) or (
        (_is_year(printed) or _NOT_MANY.search(before)) and (_is_year(printed) or not _heads_of(before))
    ):
        return None
    end = span.end - (3 if printed.casefold().endswith(" of") else 0)
    return Span(span.start, end)


def _heads_of(before: str) -> bool:
    """ "of" and "the" do not stop a number ("a fleet of 20 F-16s", "the 31 Abrams"); "No." and "day" do."""
    return bool(re.search(r"(?i)\b(?:of|the|in)\s$", before))


def _is_year(printed: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", printed))
