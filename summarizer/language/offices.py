"""Whose side the holder of an office is on: "U.S. Secretary of State" speaks for the United States, a striker for nobody."""

import re

from summarizer.language.folding import folded
from summarizer.language.names import NameKind, find_names
from summarizer.language.parties import party_of
from summarizer.language.titles import begins_title, described_by, head_of, is_modifier, is_office


def role_side(role: str) -> str | None:
    """Whom somebody with this role speaks for: "U.S. Secretary of State" → "United States", "Acme chief executive" → "Acme"."""
    described = described_by(role)
    head = described.head if described else next((h for word in reversed(role.split()) if (h := head_of(word))), None)
    if not (head and is_office(head)) and not any(is_office(word) for word in re.findall(r"[\w-]+", folded(role))):
        return None
    return _side_named(role) or _organisation_in(role)


def _side_named(role: str) -> str | None:
    """The side of the first party named in a role that is not only its object ("envoy to Syria") or a city ("London mayor")."""
    told = f"the {role} said."  # a sentence, since a line of few words may be a headline
    for name in find_names(told):
        if name.kind in (NameKind.PERSON, NameKind.PLACE) or _TARGET.search(told[: name.span.start]):
            continue
        if name.kind is NameKind.OTHER and not _is_maker(name.printed):
            continue
        party = party_of(name.printed)
        side = party.side if party else name.canonical
        if side:
            return side
    return None


_TARGET = re.compile(r"\b(?:to|on|in|into|against|over|about|towards?|near|(?<!\w)envoy for|representative for)\s+(?:the\s+)?$")


def _is_maker(word: str) -> bool:
    """A capitalised word before a role that is no part of the role ("Acme chief executive", not "Clinical director", and not
    "Disgraced boss", which only opens a sentence)."""
    is_participle = re.fullmatch(r"[A-Z][a-z]{3,}ed\s*", word) is not None and word.strip() not in _NAMED_IN_ED
    return not is_participle and not any(is_modifier(part) or head_of(part) for part in word.split())


_NAMED_IN_ED = frozenset({"United", "Allied"})


def _organisation_in(role: str) -> str | None:
    """A body that no table knows: the capitalised words before the role, or after "of", "for", "at"."""
    match = re.search(
        r"\b(?:of|for|at|from|with)\s+(?:the\s+)?((?:[A-Z][\w.&'’-]*\s?)+(?:(?:of|and|for)\s+(?:[A-Z][\w.&'’-]*\s?)+)*)$", role
    )
    if match and not any(is_modifier(word) or word in _OF_OFFICE for word in match[1].split()[:1]):
        return match[1].strip()
    lead = re.match(r"((?:[A-Z][\w.&’'-]*\s)+?)(?=(?:[a-z]|(?:Chief|Director|President|Chairman|CEO|CFO|Spokes\w+)\b))", role)
    if lead is None or head_of(lead[1].split()[-1]) or not _is_maker(lead[1]) or begins_title(lead[1].split()[0]):
        return None
    return re.sub(r"['’]s?$", "", lead[1].strip()) or None


_OF_OFFICE = frozenset({"State", "Staff", "Parliament"})
