"""Which of the named weapons a value belongs to: "the Fath-360, unlike ATACMS, has a range of 75 miles" is of the first.

A specification on the wrong weapon is worse than none, so that every doubt gives no owner.
"""

import re
from collections.abc import Sequence

from summarizer.domain.span import Span
from summarizer.language.weapon_context import head_after, sentence_around
from summarizer.language.weapons import WeaponName

_NOUN = (
    r"(?:missiles?|rockets?|drones?|UAVs?|howitzers?|artillery|jets?|fighters?|bombers?|bombs?|launchers?|interceptors?|"
    r"batter(?:y|ies)|"
    r"submarines?|warships?|destroyers?|frigates?|helicopters?|aircraft|planes?|warplanes?|tanks?|torpedo(?:es)?|shells?|"
    r"rounds?|munitions?|"
    r"weapons?|systems?|vehicles?|ships?|vessels?|guns?|rifles?|carriers?|mortars?|projectiles?|boats?|tankers?|trucks?)"
)
_APPOSED = re.compile(
    rf"(?i)\s*(?:\([^)]*\)\s*)?[,(–—-]*\s*(?:(?:which|that)\s+)?(?:(?:is|are|was|were)\s+(?:\w+ly\s+)?)?(?:known\s+as\s+|"
    rf"called\s+)?"
    rf"(?:an?|the|its|one\s+of\s+(?:the|its)(?:\s[\w'’-]+)?)\s+(?:[\w.'’/-]+[,\s]+){{0,8}}?{_NOUN}(?:[\s-]{_NOUN})*\b"
)
_SAME_AGAIN = re.compile(rf"(?i)\b(?:the|this|these|such|each|both|a single|every|whose|its|their)\s+(?:\w+\s)?{_NOUN}\b")
_FOREIGN = re.compile(rf"(?i)\b{_NOUN}\b")
_ASIDE = re.compile(
    r"(?i)(?:,\s*|\(\s*|[–—]\s*|\s-\s)?\b(?:unlike|compared (?:with|to)|as opposed to|rather than|in contrast to|"
    r"similar to|not unlike|much like|like|"
    r"as well as|along with|together with|instead of|than|(?:built|designed) to replace|which replaced?|replacing|"
    r"modell?ed on|based on|copied from|"
    r"derived from|a (?:copy|version|variant|derivative) of)\s+"
)
_PREFIXED = re.compile(
    r"(?i)[-\s](?:(?!and\b|or\b|but\b|to\b|of\b|from\b|in\b|at\b|on\b|by\b|for\b|with\b|as\b|were\b|was\b|is\b|are\b|"
    r"has\b|have\b)[\w.'’/-]+\s+){0,4}"
)
_OF_ITS_KIND = re.compile(
    r"(?i)(?:\s(?:more|new|batter(?:y|ies)|launchers|units|systems|squadrons|rounds)){0,2}\s(?:of|for|by)\s(?:the|its|their|an?|these|those|\w+['’]s)?\s?(?:[\w-]+\s){0,3}"
)
_OPENING = re.compile(
    r"(?i)[^.;]{0,12}(?:\([^)]*\))?(?:\s(?:away|or more|each|apiece))?,\s(?:the|an?|its|each|\w+['’]s|\w+ian|"
    r"\w+ese)?\s?(?:[\w-]+\s){0,3}"
)
_SHARED_VERB = re.compile(
    r"(?i)\b(?:both|which have|that have|have (?:a )?(?:maximum |top |similar )?(?:range|speed)|respectively|are able|"
    r"each have)\b"
)
_CLAUSE_BREAK = re.compile(r"(?i)[;:]|,?\s(?:while|whereas|but|although)\s")


def owner_of(text: str, value: Span, weapons: Sequence[WeaponName]) -> WeaponName | None:
    """The weapon of `weapons` (of one sentence of `text`) that the value at `value` describes; `None` where it is in doubt."""
    here = sorted((weapon for weapon in weapons if sentence_around(text, value).covers(weapon.span)), key=lambda w: w.span)
    around = [weapon for weapon in here if weapon.span.covers(value)]
    if around:
        return around[0]
    before = [weapon for weapon in here if weapon.span.end <= value.start and not weapon.canonical[0].isdigit()]
    after = [weapon for weapon in here if weapon.span.start >= value.end]
    return _named_after(text, value, before, after) or (_named_before(text, value, before, here) if before else None)


def _named_after(text: str, value: Span, before: Sequence[WeaponName], after: Sequence[WeaponName]) -> WeaponName | None:
    """ "80,000 155mm shells", "the 190 miles of the ATACMS", "With a range of 300 km, the ATACMS can …"."""
    if not after:
        return None
    between = text[value.end : after[0].span.start]
    if _PREFIXED.fullmatch(between) or _OF_ITS_KIND.fullmatch(between):
        return after[0]
    return after[0] if not before and _OPENING.fullmatch(between) else None


def _named_before(text: str, value: Span, before: Sequence[WeaponName], here: Sequence[WeaponName]) -> WeaponName | None:
    candidates = [weapon for weapon in before if not _is_aside(text, weapon, value)]
    if not candidates:
        return None
    nearest = candidates[-1]
    between = text[nearest.span.end : value.start]
    if len(candidates) > 1 and _share(text, candidates[-2], nearest, between):
        return None
    if _CLAUSE_BREAK.search(_after_asides(between)):
        return None
    has_aside = any(nearest.span.end <= weapon.span.start < value.start for weapon in here)
    return nearest if has_aside or not _is_foreign(text, nearest, value) else None


def _is_aside(text: str, weapon: WeaponName, value: Span) -> bool:
    """The weapon stands in a phrase of comparison that ends before the value: ", unlike the Storm Shadow, has a range"."""
    start = max(0, weapon.span.start - 60)
    last = None
    for match in _ASIDE.finditer(text, start, weapon.span.start):
        last = match
    if last is None or re.search(r"[,;)–—]", text[last.end() : weapon.span.start]):
        return False
    between = text[weapon.span.end : value.start]
    return bool(re.match(r"[^,;)–—]{0,40}[,)–—]", between)) and not re.match(
        r"[^,;)–—]{0,40}[,)–—]\s(?:which|with|whose|that)\b", between
    )


def _share(text: str, first: WeaponName, second: WeaponName, between: str) -> bool:
    """Two weapons side by side before one value in the plural: "ATACMS and Storm Shadow missiles, which have a range of"."""
    if first.canonical == second.canonical:
        return False
    joint = text[first.span.end : second.span.start]
    is_list = bool(re.fullmatch(r"(?:\s[\w-]+){0,3}(?:,|,?\s(?:and|or|both))\s(?:the\s|its\s)?(?:[\w-]+\s){0,2}", joint))
    return is_list and bool(_SHARED_VERB.search(between) or re.search(r"(?i)\b(?:ranges|speeds|have|can|could|with)\b", between))


def _after_asides(between: str) -> str:
    return re.sub(r"\([^)]*\)", "", between)


def _is_foreign(text: str, weapon: WeaponName, value: Span) -> bool:
    """Another weapon, without a name, stands between the name and the value: "replaces missiles with a range of"."""
    head = head_after(text, weapon.span)
    start = head.span.end if head and head.span.end <= value.start else weapon.span.end
    rest = text[start : value.start]
    apposed = _APPOSED.match(rest)
    return bool(_FOREIGN.search(_SAME_AGAIN.sub("", rest[apposed.end() :] if apposed else rest)))
