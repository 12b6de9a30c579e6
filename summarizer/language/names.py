"""Names in English news text: people, states, organisations, media and places, each with one canonical form per text."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from summarizer.domain.span import Span
from summarizer.language.name_guesses import NameKind
from summarizer.language.name_kinds import Name, names_in
from summarizer.language.name_lexicon import given_gender, listed
from summarizer.language.name_runs import runs_of
from summarizer.language.titles import honorific_gender, role_before

__all__ = ["Name", "NameKind", "find_names", "given_gender"]

_PARTICLES = frozenset(
    ["de", "da", "di", "do", "dos", "das", "del", "della", "der", "den", "van", "von", "zu", "la", "le", "el", "al", "bin", "ibn"]
)
_FEW = 0.3  # of a word's occurrences; below it "rival Acme" or "in Acme" is a slip of the rules
_TAIL = re.compile(r"\s+(?:Jr|Sr|II|III|IV)\.?$")


def find_names(text: str, *, within: Span | None = None) -> tuple[Name, ...]:
    """The names in `text` in order, without overlaps; `within` keeps those that lie inside a span of the text.

    The whole text decides what a name is: a surname takes the full name printed elsewhere, a word that begins a sentence
    or stands in a headline counts as a name if it is one elsewhere. Demonyms give their state. Titles, possessive endings
    and leading articles are not part of the span.
    """
    names = _names(text)
    return names if within is None else tuple(name for name in names if within.covers(name.span))


@lru_cache(maxsize=128)
def _names(text: str) -> tuple[Name, ...]:
    found: list[Name] = []
    doubtful: set[Span] = set()
    for run in runs_of(text):
        for at, name in enumerate(names_in(run, text)):
            found.append(name)
            is_unknown = name.kind is NameKind.OTHER or (run.is_title_case and _is_guessed(name))
            if is_unknown and (run.is_title_case or (run.opens and at == 0 and " " not in name.printed)):
                doubtful.add(name.span)
    titled = [_titled(name, text) for name in found]
    return tuple(_settled(titled, doubtful, text))


def _is_guessed(name: Name) -> bool:
    """A kind that only the surroundings gave, which in title case prove nothing."""
    return name.kind in (NameKind.PERSON, NameKind.ORGANISATION) and given_gender(name.printed.split()[0]) is None


def _titled(name: Name, text: str) -> Name:
    """Somebody with a title right before the name is a person."""
    if name.kind not in (NameKind.OTHER, NameKind.ORGANISATION, NameKind.PLACE) or any(c.isdigit() for c in name.printed):
        return name
    before = text[max(0, name.span.start - 24) : name.span.start]
    if name.kind is NameKind.OTHER and _MEDIUM.search(before):
        return replace(name, kind=NameKind.MEDIA)
    is_addressed = before[-1:] == " " and bool(before.strip()) and honorific_gender(before.split()[-1]) is not None
    is_addressed = is_addressed and not before.endswith((" St ", " Saint ", " St. "))
    if not is_addressed and (name.printed.isupper() or name.kind is NameKind.ORGANISATION):
        return name
    role = None if is_addressed else role_before(text, name.span.start)
    is_role = role is not None and role.span.end + 1 == name.span.start and role.head not in listed("named_things")
    return replace(name, kind=NameKind.PERSON) if is_addressed or is_role else name


_MEDIUM = re.compile(
    r"\b(?:newspaper|news agency|news site|news website|magazine|broadcaster|television channel|TV channel|tabloid|daily)\s+$"
)


def _settled(names: Sequence[Name], doubtful: set[Span], text: str) -> Iterable[Name]:
    """The names with surnames, acronyms and repeated words resolved by what the rest of the text says."""
    sure = [name for name in names if name.span not in doubtful]
    people = _surnames(sure)
    kinds = _usual_kinds(sure)
    acronyms = _acronyms(sure, text)
    for name in names:
        if name.canonical in people and (name.kind is not NameKind.STATE):
            yield replace(name, canonical=people[name.canonical] or name.canonical, kind=NameKind.PERSON)
        elif name.printed in acronyms and name.kind in (NameKind.ORGANISATION, NameKind.OTHER):
            yield replace(name, canonical=acronyms[name.printed].canonical, kind=acronyms[name.printed].kind)
        elif name.span in doubtful and _is_unfounded(name, kinds, text):
            continue
        elif name.kind is NameKind.OTHER and " " not in name.printed and _is_spoken_of_as_person(name.printed, text):
            yield replace(name, kind=NameKind.PERSON)
        else:
            is_open = name.kind in (NameKind.OTHER, NameKind.PERSON, NameKind.PLACE)
            yield replace(name, kind=kinds.get(name.canonical, name.kind)) if is_open else name


@lru_cache(maxsize=512)
def _is_spoken_of_as_person(word: str, text: str) -> bool:
    """Somebody too well known for a first name: the word speaks, and "he" or "she", never "its", follows it in a sentence."""
    if not re.search(rf"\b{re.escape(word)}\s+(?:said|tweeted|wrote|told|added|told|argued|insisted)\b", text):
        return False
    follow = rf"\b{re.escape(word)}\b[^.\n“”\"]{{0,120}}\b"
    return re.search(rf"{follow}(?:he|his|him|she|her)\b", text) is not None and not re.search(
        rf"{follow}(?:its|it|which)\b", text
    )


def _is_unfounded(name: Name, kinds: Mapping[str, NameKind], text: str) -> bool:
    """A capital that proves nothing: the word is no name elsewhere, and stands there in small letters, or in a headline only."""
    if name.canonical in kinds:
        return False
    is_written_small = re.search(rf"(?<![\w-]){re.escape(name.printed.lower())}(?![\w-])", text) is not None
    line_end = text.find("\n", name.span.end)
    line = text[text.rfind("\n", 0, name.span.start) + 1 : line_end if line_end >= 0 else len(text)]
    is_headline = not line.rstrip().endswith((".", "”", '"', "?", "!")) and len(line) < 160
    return is_written_small or is_headline


def _surnames(names: Iterable[Name]) -> dict[str, str | None]:
    """Surname (with its particles too) → the full name; `None` where two people share it."""
    full: dict[str, set[str]] = {}
    for person in {name.canonical for name in names if name.kind is NameKind.PERSON and " " in name.canonical}:
        words = _TAIL.sub("", person).split()
        if words[0] in listed("family_first"):
            full.setdefault(words[0], set()).add(person)
        for start in range(1, len(words)):
            if start == len(words) - 1 or words[start].lower() in _PARTICLES:
                full.setdefault(" ".join(words[start:]), set()).add(person)
    return {surname: _fullest(people) for surname, people in full.items()}


def _fullest(people: set[str]) -> str | None:
    """The longest of several prints of one person ("Bob Roe", "Bob J. Roe"); `None` for different people."""
    longest = max(sorted(people), key=len)
    parts = set(longest.split())
    return longest if all(set(person.split()) <= parts for person in people) else None


def _usual_kinds(names: Iterable[Name]) -> dict[str, NameKind]:
    """Canonical name → the kind it has in this text. A single word that is rarely shown to be a person or place is neither."""
    counts: dict[str, Counter[NameKind]] = {}
    for name in names:
        counts.setdefault(name.canonical, Counter())[name.kind] += 1
    return {name: _usual(name, kinds) for name, kinds in counts.items()}


def _usual(name: str, kinds: Counter[NameKind]) -> NameKind:
    if kinds[NameKind.ORGANISATION]:
        return NameKind.ORGANISATION
    best = max(kinds, key=lambda kind: (kind is not NameKind.OTHER, kinds[kind]))
    is_weak = " " not in name and kinds[best] < _FEW * kinds.total()
    return NameKind.OTHER if is_weak else best


def _acronyms(names: Sequence[Name], text: str) -> dict[str, Name]:
    """ "Rail Safety Office (RSO)": the acronym in brackets → the name before it."""
    pairs = pairwise(names)
    return {
        short.printed: long
        for long, short in pairs
        if text[long.span.end : short.span.start].strip() == "("
        and short.printed.isupper()
        and " " in long.printed
        and _initials(long, short.printed)
    }


def _initials(long: Name, short: str) -> bool:
    letters = [word[0] for word in re.split(r"[\s-]+", long.printed) if word[0].isupper()]
    return "".join(letters).startswith(short[:2]) or short[0] == letters[0]
