"""Whether a sentence speaks of a time as past or as still to come: read from the verb that governs it."""

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from summarizer.language.moment_lexicon import either, words
from summarizer.language.moment_rule import published_on
from summarizer.language.moment_sight import Sight


class Outlook(StrEnum):
    """The direction in which a time lies, as its sentence has it."""

    PAST = "past"
    AHEAD = "ahead"
    MIXED = "mixed"  # planned, and then told as past: "a march planned for Saturday was called off"
    OPEN = "open"  # the sentence does not say


_SOON = timedelta(60)  # a date this near is meant whatever the verb close by says; news prints the year of a remote one
_BACKWARD = re.compile(
    r"\b(?:since|dating to|dating back to|as of|follows|followed|in response to|in the wake of)(?: +[\w'.-]+){0,4} *$", re.I
)
_PLANNED = re.compile(r"(?:scheduled|planned|expected|due|slated|set for|billed for)\b", re.I)
_WHEN_IT_IS = r"(?:when|once|until|before|after) (?:[\w'.-]+ ){1,3}(?:is|are)(?= \w+ed\b)"  # "when he is sentenced on Feb. 12"
_NEAR = 30  # characters between a verb and a time that it surely governs: "was killed on Aug. 7"


@lru_cache(maxsize=1)
def _cue() -> re.Pattern[str]:
    # What looks ahead takes the verb it governs with it: "will be paid" is no past.
    taken = r"(?: +(?:not|also|be|have|been|to|then|\w+ly))*(?: +\w+ed\b| +paid\b| +held\b)?"
    ahead = rf"(?P<ahead>(?:\b|(?<=n)|(?='))(?:{either('outlook', 'ahead')}|(?-i:may)|{_WHEN_IT_IS})\b{taken})"
    present = rf"(?P<present>\b(?:{either('outlook', 'present')})\b)"
    return re.compile(rf"{ahead}|{present}|(?P<past>\b(?:{either('outlook', 'past')}|\w{{2,}}ed)\b)", re.I)


@lru_cache(maxsize=1)
def _not_past() -> frozenset[str]:
    return frozenset(words()["outlook"]["not_past"])


def _cues(stretch: str, *, is_before: bool) -> list[tuple[Outlook, int, int]]:
    """The cues of a stretch before or after a time: direction, first and last place."""
    found = ((_direction(m, len(stretch) - m.end() if is_before else None), m) for m in _cue().finditer(stretch))
    return [(direction, m.start(), m.end()) for direction, m in found if direction is not None]


def _direction(m: re.Match[str], distance: int | None) -> Outlook | None:
    """The direction of one cue; a present tense counts only where the time follows within `distance` characters."""
    if m.lastgroup == "present":
        return Outlook.AHEAD if distance is not None and distance <= _NEAR else None
    if m.lastgroup == "ahead":
        return Outlook.AHEAD
    return None if m.group().lower() in _not_past() else Outlook.PAST


def outlook(sight: Sight) -> Outlook:
    """The direction that the sentence gives; the nearest verb before the time decides, else the first after it."""
    return _governing(sight)[0]


def firmly(sight: Sight) -> Outlook:
    """The same, but only where the verb stands close to the time."""
    found, distance = _governing(sight)
    return found if distance <= _NEAR else Outlook.OPEN


def _governing(sight: Sight) -> tuple[Outlook, int]:
    before, after = sight.before, sight.after
    if _BACKWARD.search(before):
        return Outlook.PAST, 0
    cues = _cues(before, is_before=True)
    if cues:
        return _checked(cues[-1][0], before[cues[-1][1] :], after), len(before) - cues[-1][2]
    cues = _cues(after, is_before=False)
    if cues:
        return cues[0][0], cues[0][1]
    if re.search(r"\w to [a-z]+", before) or re.search(r"\b(?:by|until) *$", before, re.I):
        return Outlook.AHEAD, len(before)
    return Outlook.OPEN, 0


def _checked(found: Outlook, cue_on: str, after: str) -> Outlook:
    is_planned = found is Outlook.AHEAD and _PLANNED.match(cue_on)
    return Outlook.MIXED if is_planned and re.match(r" *(?:was|were|had) ", after) else found


def nearest_day(sight: Sight, days: list[date]) -> date:
    """The nearest day, unless a verb close by says that it is on the other side of publication."""
    near = published_on(sight)
    nearest = min(days, key=lambda on: abs(on - near))
    said = firmly(sight)
    if said is Outlook.PAST and nearest > near + _SOON:
        return max(on for on in days if on <= near)
    if said is Outlook.AHEAD and nearest < near - _SOON:
        return min(on for on in days if on >= near)
    return nearest
