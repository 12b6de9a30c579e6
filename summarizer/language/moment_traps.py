"""Words that look like times and are none: a minister called May, a protest march, 2016 people, a Sunday paper."""

import re
from functools import lru_cache

from summarizer.language.moment_lexicon import MONTH, WEEKDAY, either, words
from summarizer.language.moment_sight import Sight

_MONTH_OR_DAY = re.compile(rf"(?<!\w)(?:{MONTH}|{WEEKDAY})(?!\w)", re.I)
_BARE_MONTH = re.compile(r"(?:march|april|may|june|august)", re.I)
_BARE_SHORT = re.compile(r"(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)", re.I)  # "Jan" is a name; "in Jan." is a month
_WORD_BEFORE = re.compile(r"([\w.'’-]+)[ ,]*$")
_NAME_OR_TITLE = re.compile(r"(?:^|[\s(\"“])([A-Z][\w’'.-]*) $")
_BEFORE_CLOCK = re.compile(r"\b(?:at|by|until|till|from|since|about|around|before|after) *$", re.I)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|throughout|between|during|of|for|before|after|early|late|mid|and|or|the|a|an"
    r"|its|his|her|their|our|this|that|than|as|on|both|spring|summer|autumn|fall|winter|year|fiscal|back|around|circa)[ -]"
    r"|'s |[(/-]|^)$",
    re.I,
)
_INDEX = re.compile(r"\b(?:rose|fell|dropped|climbed|jumped|points|index)\b")  # "the index fell to 1998"
_FIRM_YEAR = re.compile(r"\b(?:in|since|during|early|late|mid|fiscal|year|until|before|after|between)[ -]$", re.I)
_AFTER_YEAR = re.compile(
    r"^(?:[,;:.)\]!?\"'”’-]|$| (?:and|or|to|through|but|when|that|was|were|is|has|had|with|after|before|by|[A-Z]))"
)


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either('traps', 'names')})(?!\w)", re.I)


@lru_cache(maxsize=1)
def _holidays() -> re.Pattern[str]:
    kinds = "|".join(either("holidays", kind) for kind in ("counted", "fixed", "easter"))
    return re.compile(rf"(?<!\w)(?:{kinds})(?!\w)", re.I)


@lru_cache(maxsize=1)
def _counted() -> frozenset[str]:
    return frozenset(words()["traps"]["counted"])


@lru_cache(maxsize=16)
def name_places(text: str) -> tuple[tuple[int, int], ...]:
    """Where the text has names that hold a time word, such as a Sunday paper."""
    return tuple((m.start(), m.end()) for m in _names().finditer(text))


@lru_cache(maxsize=16)
def _people(text: str) -> frozenset[str]:
    """Month names that the text uses as somebody's surname or first name."""
    titles = "|".join(words()["titles"]["words"])
    surname = re.findall(rf"\b(?i:{titles})\.? (?:[A-Z]\w+ )?(March|April|May|June|August|January)\b(?! \d)", text)
    return frozenset(name.lower() for name in surname)


def is_trap(sight: Sight) -> bool:
    """Whether the expression in sight is no time after all."""
    printed = sight.printed
    if any(start < sight.end and sight.start < end for start, end in name_places(sight.text)):
        return True
    if any(m.group().islower() for m in (*_MONTH_OR_DAY.finditer(printed), *_holidays().finditer(printed))):
        return True
    if re.search(r"\b(?:every|each|any|per|most)$", sight.before.rstrip(), re.I):
        return True
    return _is_named_like_a_month(sight) or _is_count(sight) or _is_score(sight) or _is_figure_of_speech(sight)


def _is_named_like_a_month(sight: Sight) -> bool:
    """Theresa May, the March for Our Lives, April Jones: a bare month beside a capitalised word."""
    printed = sight.printed
    if _BARE_SHORT.fullmatch(printed):
        return True
    if not _BARE_MONTH.fullmatch(printed):
        return False
    before, after = sight.text[max(0, sight.start - 40) : sight.start], sight.after
    word = _WORD_BEFORE.search(before)
    last = word.group(1).rstrip(".").lower() if word and before.endswith(" ") else ""
    if last in words()["titles"]["words"] or printed.lower() in _people(sight.text):
        return last not in ("in", "since", "last", "next", "early", "late", "until")
    if _NAME_OR_TITLE.search(before) and last not in words()["titles"]["openers"]:
        return True
    if printed.lower() == "march" and re.match(r" (?:for|on|of|against|to) ", after):
        return True
    if printed.lower() in ("april", "june", "august") and re.match(r" [A-Z][a-z]+ (?:said|says|told|was|is|has|who)\b", after):
        return True
    return printed.lower() == "may" and not last and bool(re.match(r" (?:[a-z]+)", after))


def _is_count(sight: Sight) -> bool:
    """2016 people, $1998, 1600 Pennsylvania Avenue: four digits that are no year."""
    printed, before, after = sight.printed, sight.text[max(0, sight.start - 25) : sight.start], sight.after
    follows = re.match(r"[ -]([\w.]+)", after)
    is_counting = follows is not None and not {follows[1].lower(), follows[1].lower().rstrip(".")}.isdisjoint(_counted())
    if printed[-1].isalpha() and is_counting:
        return bool(re.search(r"\b(?:thousand|hundred|teen|ty)$", printed, re.I))
    if re.fullmatch(r"\d{1,2}[:.]\d\d(?::\d\d)?", printed):
        return not _BEFORE_CLOCK.search(before) or "." in printed
    if not re.fullmatch(r"\d{4}", printed):
        return False
    if re.match(r" (?:[A-Z][\w.]* ){1,2}(?:Avenue|Street|Road|Boulevard|Lane|Drive)\b", after):
        return True
    if is_counting:
        return not _FIRM_YEAR.search(before)
    if re.search(rf"(?:[$£€¥#+]|\d[ ,.:/]|\b(?:{either('traps', 'counting')})\.?) ?$", before, re.I):
        return True
    if _BEFORE_YEAR.search(before) or sight.start == 0:
        return before.endswith(" to ") and bool(_INDEX.search(sight.before))
    return not (_AFTER_YEAR.match(after) and 1900 <= int(printed) < 2100)


def _is_score(sight: Sight) -> bool:
    """The third quarter of a match."""
    if not re.search(r"\b(?:quarter|half)$", sight.printed, re.I):
        return False
    return bool(re.search(rf"\b(?:{either('traps', 'sport')})\b", sight.before + sight.after, re.I))


def _is_figure_of_speech(sight: Sight) -> bool:
    """as soon as, an overnight success, the 70s of a thermometer, hopes for the future."""
    printed = sight.printed.lower()
    if printed.endswith("soon"):
        return bool(re.search(r"\b(?:as|how|too|so) $", sight.before, re.I)) or sight.after.startswith((" as ", " after"))
    if printed == "overnight":
        return sight.after.startswith((" success", " stay", " bag", " delivery", " trip", " shelter"))
    if re.fullmatch(r"the '?\d0'?s", printed):
        return bool(re.match(r" (?:degrees|and sunny)", sight.after))
    return printed == "the future" and sight.before.endswith(("of ", "for "))
