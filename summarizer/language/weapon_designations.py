"""Weapons that no list has: designations beside a weapon noun, ships, classes of ship, and ammunition by calibre."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from summarizer.domain.span import Span
from summarizer.language.weapon_context import (
    head_after,
    is_barred,
    is_military,
    is_strong,
    noun_before,
    sentence_around,
)
from summarizer.language.weapon_gazetteer import tables, word_set
from summarizer.language.weapon_ships import Found, find_ships

_DESIGNATION = re.compile(
    r"(?<![\w$£€#@/.-])(?:(?:[A-Z]{1,4}|[A-Z][a-z]{1,2})[-‐‑]\d{1,4}|[A-Z]{1,4}\d{1,4}|\d{1,2}[A-Z]{1,2}\d{1,3})"
    r"(?:[A-Z]{1,3}\d?)?(?:[-/][A-Z]\d?)?(?=s?\b)(?![-‐‑]\w*[a-z]{3})"
)
_CALIBRE = re.compile(
    r"(?<![\w.,])\d{1,3}(?:\.\d{1,2})?[\s-]?(?:mm|millimet(?:er|re)s?)[\s-]+"
    r"(?:(?:NATO|standard|high[- ]explosive|Nato|extended[- ]range|caliber|calibre|guided|tank|artillery|anti-aircraft|"
    r"self-propelled|towed|Soviet|Western"
    r"|mortar|cluster|field|assault|Chinese|unguided)\s+){0,3}"
    r"(?P<head>artillery|rounds?|shells?|ammunition|ammo|howitzers?|guns|cannons|mortars?|munitions?|projectiles?|rockets?)"
    r"(?:\s(?P<more>rounds?|shells?|ammunition|munitions?|projectiles?|bombs?))?\b",
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ROUNDS = frozenset(["artillery", "round", "shell", "ammunition", "ammo", "munition", "projectile"])
_SPACE = re.compile(
    r"(?i)\b(?:moon|mars|orbit(?:al|er|ing)?|spacecraft|satellites?|astronauts?|cosmonauts?|nasa|spacex|space (?:agency|"
    r"station|program\w*))\b"
)
_IN_LIST = re.compile(r"(?:\s\w+)?(?:,|,?\s(?:and|or))\s")
_PLURAL = re.compile(r"(?<=[A-Z0-9])s$")


def find_unlisted(text: str, taken: Sequence[Span]) -> Iterator[Found]:
    """Unlisted weapons of `text` outside the places already `taken` by listed ones, in no order."""
    places = sorted(taken)
    for found in (*find_ships(text), *_calibres(text), *_designations(text, places)):
        if _is_free(found.span, places):
            yield found


def _is_free(span: Span, places: Sequence[Span]) -> bool:
    at = bisect_left(places, span.end, key=lambda place: place.start)
    return at == 0 or places[at - 1].end <= span.start


def spelling_of(printed: str) -> str:
    """One spelling of an unlisted name: plain hyphens and spaces, no plural s on a designation; calibres in one form."""
    calibre = _CALIBRE.fullmatch(printed.strip())
    if calibre:
        return _calibre_name(calibre)
    plain = " ".join(re.sub(r"[‐‑–]", "-", printed).split())
    return _PLURAL.sub("", re.sub(r"(?<=-)Class\b", "class", plain))


def _designations(text: str, taken: Sequence[Span]) -> Iterator[Found]:
    for match in (*_DESIGNATION.finditer(text), *_made().finditer(text)):
        span = Span(match.start(), match.end() + (text[match.end() : match.end() + 1] == "s"))
        name = spelling_of(match.group())
        if name.casefold() in word_set("civil") or _is_flight(text, span) or not _is_free(span, taken):
            continue
        is_weapon, category = _judged(text, span, taken)
        if is_weapon:
            yield Found(span, name, category, None, False)


def _judged(text: str, span: Span, taken: Sequence[Span]) -> tuple[bool, str | None]:
    """Whether the words beside a designation make it a weapon, and its kind as printed after it."""
    if is_barred(text, span) or _SPACE.search(sentence_around(text, span).cut(text)):
        return False, None
    head = head_after(text, span)
    if head:
        return head.is_strong or is_military(text, Span(span.start, head.span.end)), head.span.cut(text)
    before = noun_before(text, span)
    if before:
        return is_strong(before) or is_military(text, Span(before.start, span.end)), None
    return _is_listed_with(text, span, taken), None


def _is_listed_with(text: str, span: Span, taken: Sequence[Span]) -> bool:
    """It stands beside a known weapon in a list: "MiG-29s and XY-12s"."""
    at = bisect_left(taken, span)
    for other in taken[max(0, at - 1) : at + 1]:
        first, second = (other, span) if other.end <= span.start else (span, other)
        if _IN_LIST.fullmatch(text, first.end, second.start):
            return True
    return False


def _is_flight(text: str, span: Span) -> bool:
    return bool(re.search(r"(?i)\bflight\s+(?:number\s+)?$", text[max(0, span.start - 15) : span.start]))


@lru_cache(maxsize=1)
def _made() -> re.Pattern[str]:
    """A maker's name before a bare number: "Bell 429"."""
    makers = "|".join(tables()["words"]["makers"].split())
    return re.compile(rf"\b(?:{makers})[ -]\d{{2,4}}[A-Z]?(?=s?\b)(?!-)")


def _calibres(text: str) -> Iterator[Found]:
    for match in _CALIBRE.finditer(text):
        yield Found(Span(*match.span()), _calibre_name(match), _calibre_kind(match), None, False)


def _calibre_name(match: re.Match[str]) -> str:
    return f"{_NUMBER.match(match.group())[0]}mm {_calibre_kind(match)}"  # type: ignore[index]  # the pattern begins with a number


def _calibre_kind(match: re.Match[str]) -> str:
    """The kind in one word, so that rounds, shells and projectiles of one calibre are one thing."""
    head, more = match["head"].casefold().removesuffix("s"), match["more"]
    size = float(_NUMBER.match(match.group())[0])  # type: ignore[index]
    if head == "mortar":
        return "mortar rounds" if more else "mortar"
    if head == "rocket":
        return "rocket"
    if head in _ROUNDS or more:
        return "artillery rounds" if size >= 76 else "ammunition"  # 76 mm: the smallest field gun in service
    return head
