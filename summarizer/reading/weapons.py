"""One draft for each weapon that an article names, with what its sentences say of it."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from summarizer.domain.article import Article, Sentence
from summarizer.domain.weapon import SpecKind
from summarizer.drafts import SpecDraft, WeaponDraft
from summarizer.language.weapon_context import head_after
from summarizer.language.weapon_owner import owner_of
from summarizer.language.weapons import WeaponName, find_weapon_names
from summarizer.reading.weapon_operators import operator_of
from summarizer.reading.weapon_quantities import quantity_before
from summarizer.reading.weapon_values import find_values

_GOES_ON = re.compile(
    r"(?:It|They|Each|Both|Its|Their|(?:The|This|These|Such|Each)\s(?:[\w-]+\s){0,3}?"
    r"(?:missiles?|systems?|drones?|rockets?|weapons?|aircraft|jets?|planes?|helicopters?|tanks?|howitzers?|ships?|"
    r"vessels?|bombs?|launchers?|fighters?|warplanes?|"
    r"submarines?|vehicles?|torpedo(?:es)?))\b(?!['’])"
)


def draft_weapons(article: Article) -> tuple[WeaponDraft, ...]:
    """A draft for each named weapon in the order of first mention; weapons without a name get none.

    Values stand as printed, "75 miles (120 kilometers)" as one; a value whose weapon is in doubt is left out.
    """
    places = [
        (sentence, name) for sentence in _telling(article) for name in find_weapon_names(article.text, within=sentence.span)
    ]
    specs = tuple(_specs(article))
    names = dict.fromkeys(name.canonical for _, name in places)
    return tuple(
        _draft(article, [place for place in places if place[1].canonical == name], [s for owner, s in specs if owner == name])
        for name in names
    )


def _draft(article: Article, places: Sequence[tuple[Sentence, WeaponName]], specs: Sequence[SpecDraft]) -> WeaponDraft:
    numbers = {sentence.number for sentence, _ in places} | {spec.sentence for spec in specs}
    operators = (operator_of(article.text, name, sentence.span) for sentence, name in places)
    kinds = (_kind(article.text, name) for _, name in places)
    return WeaponDraft(
        name=max((name.printed for _, name in places), key=_fullness),
        sentences=tuple(sorted(numbers)),
        category=next((kind for kind in kinds if kind), None),
        operator=next((operator for operator in operators if operator), None),
        specs=tuple(dict.fromkeys(specs)),
    )


def _fullness(printed: str) -> tuple[bool, int]:
    """ "USS Boxer" before "Boxer", and otherwise the first; a prefix or a digit is worth more than length."""
    return " " in printed or any(char.isdigit() for char in printed), 0


def _kind(text: str, name: WeaponName) -> str | None:
    """The kind as printed beside the name: "Fath-360 |close-range ballistic missile system|".

    For a listed weapon a bare "missiles" says less than the list does.
    """
    head = head_after(text, name.span)
    if head is None or text[name.span.end : head.span.start] not in (" ", "-"):
        return None
    printed = head.span.cut(text)
    return None if name.known and (" " not in printed or printed.endswith("s")) else printed


def _telling(article: Article) -> Iterator[Sentence]:
    return (sentence for sentence in article.sentences if sentence.role.carries_statements)


def _specs(article: Article) -> Iterator[tuple[str, SpecDraft]]:
    """Each specification with the canonical name of its weapon."""
    before: tuple[WeaponName, ...] = ()
    for sentence in _telling(article):
        here = find_weapon_names(article.text, within=sentence.span)
        for kind, span in find_values(article.text, sentence.span) if here or before else ():
            owner = owner_of(article.text, span, here) if here else _goes_on(article, sentence, before)
            if owner:
                yield owner.canonical, SpecDraft(kind=kind, value=span.cut(article.text), sentence=sentence.number)
        yield from _quantities(article, sentence, here)
        before = here


def _quantities(article: Article, sentence: Sentence, here: Sequence[WeaponName]) -> Iterator[tuple[str, SpecDraft]]:
    for name, after in zip_longest(here, here[1:]):
        span = quantity_before(article.text, name, sentence.span)
        if span is None or any(span.overlaps(other.span) for other in here) or _shares(article.text, name, after):
            continue
        yield name.canonical, SpecDraft(kind=SpecKind.QUANTITY, value=span.cut(article.text), sentence=sentence.number)


def _shares(text: str, name: WeaponName, after: WeaponName | None) -> bool:
    """ "19 J-16 and J-10 fighters": the number counts both together, so it is neither's."""
    return after is not None and text[name.span.end : after.span.start].strip() in ("and", "or", ",", "/", "and/or")


def _goes_on(article: Article, sentence: Sentence, before: Sequence[WeaponName]) -> WeaponName | None:
    """The one weapon of the sentence before, where this one goes on about it: "It has a range of …"."""
    names = {name.canonical for name in before}
    opening = sentence.span.cut(article.text).lstrip("\"'“‘")
    return before[0] if len(names) == 1 and _GOES_ON.match(opening) else None
