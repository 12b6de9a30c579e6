"""Who has or uses a weapon, as the sentence prints it: "Russian military personnel … to use the Fath-360"."""

import re

from summarizer.domain.span import Span
from summarizer.language.parties import known_party, party_of
from summarizer.language.weapons import WeaponName

_NAME = r"(?:[A-Z][\w.’'-]*)(?:\s(?:of\s(?:the\s)?)?[A-Z][\w.’'-]*){0,4}"
_FORCE = (
    r"(?:air\s(?:force|defen[cs]e forces)|navy|army|military(?:\s(?:personnel|forces|pilots))?|marines|armed\sforces|"
    r"forces|troops|pilots|soldiers|sailors|coast\sguard|fighters|rebels|militants|personnel|Air\sForce|Navy|Army|"
    r"Marine\sCorps|Marines|Coast\sGuard)"
)
_MODIFIERS = r"(?:(?!and\b|or\b|from\b|to\b|of\b|by\b|with\b|in\b|said\b|says\b|\w+ed\b)[\w,.-]+\s){0,4}?"
_OWNED = re.compile(rf"(?P<who>{_NAME}(?:\s{_FORCE})?)['’]s?\s{_MODIFIERS}$")
_FORCE_BEFORE = re.compile(rf"(?P<who>(?:{_NAME}\s){_FORCE})\s(?:[a-z-]+\s){{0,3}}$")
_USED_BY = re.compile(
    rf"(?:\s[\w-]+){{0,4}}?,?\s(?:which\s(?:is|are)\s)?(?:used|operated|flown|fielded|deployed|launched|fired|"
    rf"in service with|owned|belonging to)\s(?:in\s\w+\s)?(?:by\s)?(?P<who>(?:the\s)?{_NAME}(?:\s{_FORCE})?)"
)
_USES = (
    r"(?:uses?|used|using|operates?|operated|operating|fl(?:y|ies|ew|own|ying)|fir(?:e|es|ed|ing)|launch(?:es|ed|ing)?|"
    r"deploy(?:s|ed|ing)?|field(?:s|ed)|"
    r"employ(?:s|ed|ing)?)"
)
_SUBJECT_USES = re.compile(
    rf"(?P<who>{_NAME}(?:\s{_FORCE})?)\s(?:(?:has|have|had|also|is|are|was|were|said it|reportedly|already|"
    rf"recently)\s){{0,3}}{_USES}\s"
    rf"(?:at least\s|about\s|some\s|up to\s|its\s|their\s|the\s|an?\s|more\sthan\s|\d[\d,]*\s|\w+\s){{0,4}}?$"
)
_TRAINED = re.compile(
    rf"(?P<who>{_NAME}\s{_FORCE})\s(?:(?:has|have|had|been|being|were|are|is|was|receiv\w+|training|train\w*|learn\w*|"
    rf"in\s[A-Z]\w+|reportedly|advanced|how)\s){{1,8}}"
    rf"(?:to\s)?{_USES}\s(?:the\s|advanced\s|an?\s|\w+\s){{0,3}}?$"
)
_PILOTS = re.compile(rf"(?P<who>{_NAME}\s{_FORCE})\s[^.,;]{{0,40}}?\bto\s{_USES}\s(?:the\s|advanced\s|an?\s|\w+\s){{0,3}}?$")
_ADJECTIVE = re.compile(
    rf"(?P<who>{_NAME})\s(?:(?!the\b|an?\b|to\b|of\b|in\b|and\b|with\b|by\b|from\b|\w+ing\b|\w+ed\b)[a-z-]+\s){{0,2}}$"
)
_CREWED = frozenset(
    ["fighter", "bomber", "aircraft", "helicopter", "warship", "destroyer", "frigate", "submarine", "carrier", "tank", "tanker"]
)
_ALLOWED = re.compile(  # who may or might use it does not have it yet
    r"(?i)\b(?:approv\w+|allow\w*|permit\w*|let|letting|authori[sz]\w+|want\w*|if|whether|stop\w*|prevent\w*|fear\w*|"
    r"against|for)\s(?:the\s)?$"
)
_REACH = 140


def operator_of(text: str, weapon: WeaponName, sentence: Span) -> str | None:
    """The operator that the sentence shows for `weapon`; `None` where it shows none, or only who made it."""
    start = max(sentence.start, weapon.span.start - _REACH)
    before, after = text[start : weapon.span.start], text[weapon.span.end : sentence.end]
    for pattern in (_OWNED, _FORCE_BEFORE, _TRAINED, _PILOTS, _SUBJECT_USES):
        match = pattern.search(before)
        who = _party(match["who"]) if match and not _ALLOWED.search(before[: match.start()]) else None
        if who:
            return who
    used = _USED_BY.match(after)
    return (_party(used["who"]) if used else None) or _adjective(before, weapon)


def _party(words: str) -> str | None:
    """The words if they name a state, a body or a force of one; leading words that are no name are cut."""
    parts = words.split()
    for at in range(len(parts)):
        rest = " ".join(parts[at:])
        plain = re.sub(rf"\s{_FORCE}$", "", rest)
        if known_party(re.sub(r"^[Tt]he\s", "", plain)) or party_of(rest):
            return rest
    return None


def _adjective(before: str, weapon: WeaponName) -> str | None:
    """ "Ukrainian F-16s": who has them; the adjective of a maker's state says nothing of who has a missile or a drone."""
    match = _ADJECTIVE.search(before)
    party = known_party(match["who"].split()[-1]) if match else None
    if match is None or party is None or known_party(match["who"]) is None or party.name == match["who"]:
        return None
    is_maker = weapon.origin is None or (party.side or party.name) in weapon.origin
    is_crewed = any(word in _CREWED for word in (weapon.category or "").split())
    return match["who"] if is_crewed or not is_maker else None
