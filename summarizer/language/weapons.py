"""Weapons and equipment by name: known systems, unknown designations, ships and classes, and ammunition by calibre.

A designation says little by itself ("A-10" is a road too), so that what is not plainly a weapon counts only beside a weapon
noun or in a military sentence, and "hundreds of ballistic missiles" without a name is no named weapon at all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarizer.domain.span import Span
from summarizer.language.weapon_context import (
    has_noun_beside,
    is_barred,
    is_military,
    is_spoken_of,
    is_title_case,
    opens_sentence,
)
from summarizer.language.weapon_designations import find_unlisted, spelling_of
from summarizer.language.weapon_gazetteer import Need, System, alias_of, parts_of, system_named, variant_of
from summarizer.language.weapon_ships import Found
from summarizer.language.weapon_spelling import Spelt, spelt_names


@dataclass(frozen=True, slots=True)
class WeaponName:
    """One place where a text names a weapon. `printed` is cut from the text; `known`: the gazetteer has it or its base."""

    span: Span
    printed: str
    canonical: str
    category: str | None
    origin: str | None
    known: bool


def find_weapon_names(text: str, *, within: Span | None = None) -> tuple[WeaponName, ...]:
    """The named weapons of `text` in order, without overlaps; those inside `within` only, judged by their whole sentence."""
    found = _all_names(text)
    return found if within is None else tuple(name for name in found if within.covers(name.span))


def canonical_weapon(printed: str) -> str:
    """The canonical designation: "Fateh-360" → "Fath-360", "F-16s" → "F-16"; an unknown name in its plain spelling."""
    alias = alias_of(parts_of(printed))
    return alias.system.name if alias else spelling_of(printed)


def describe_weapon(printed: str) -> System | None:
    """Category and origin of a known weapon, by any of its names, or of the base of a known variant; else `None`."""
    alias = alias_of(parts_of(printed)) or variant_of(printed)
    return system_named().get(printed) or (alias.system if alias else None)


@lru_cache(maxsize=64)
def _all_names(text: str) -> tuple[WeaponName, ...]:
    spelt = tuple(spelt_names(text))
    sure = [found for found in spelt if _is_weapon(text, found)]
    proven = {found.alias.system.name for found in sure}
    settled = {found.span for found in sure}
    again = [f for f in spelt if f.span not in settled and f.alias.system.name in proven and _is_named_again(text, f)]
    known = [_known(text, found) for found in (*sure, *again)]
    unlisted = [_unlisted(text, found) for found in find_unlisted(text, [name.span for name in known])]
    return tuple(_joined(text, _without_overlaps((*known, *unlisted))))


def _is_weapon(text: str, found: Spelt) -> bool:
    if found.alias.need is Need.NOTHING:
        return True
    if is_barred(text, found.span):
        return False
    if found.alias.need is Need.MILITARY:
        return is_military(text, found.span)
    return has_noun_beside(text, found.span, at_start=opens_sentence(text, found.span)) or is_spoken_of(text, found.span)


def _is_named_again(text: str, found: Spelt) -> bool:
    """An ordinary word that this text has already used as a weapon's name, capitalised for no other reason."""
    is_plain = not opens_sentence(text, found.span) and not is_title_case(text, found.span)
    return is_plain and not is_barred(text, found.span)


def _known(text: str, found: Spelt) -> WeaponName:
    printed, alias = found.span.cut(text), found.alias
    name = spelling_of(printed) if found.is_variant else alias.system.name
    return WeaponName(found.span, printed, name, alias.system.category, alias.system.origin, True)


def _unlisted(text: str, found: Found) -> WeaponName:
    return WeaponName(found.span, found.span.cut(text), found.canonical, found.category, found.origin, found.is_known)


def _without_overlaps(names: Iterable[WeaponName]) -> list[WeaponName]:
    kept: list[WeaponName] = []
    for name in sorted(names, key=lambda n: (n.span.start, -n.span.end)):
        if not kept or name.span.start >= kept[-1].span.end:
            kept.append(name)
    return kept


def _joined(text: str, names: list[WeaponName]) -> Iterator[WeaponName]:
    """Two names of one weapon side by side are one mention: "FGM-148" and "Javelin"."""
    last: WeaponName | None = None
    for name in names:
        if last and last.canonical == name.canonical and text[last.span.end : name.span.start] in (" ", "-", "/"):
            span = Span(last.span.start, name.span.end)
            last = WeaponName(span, span.cut(text), name.canonical, name.category, name.origin, name.known)
            continue
        if last:
            yield last
        last = name
    if last:
        yield last
