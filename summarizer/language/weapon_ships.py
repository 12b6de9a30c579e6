"""Warships by name ("USS …", "HMS …") and by class ("…-class frigate")."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarizer.domain.span import Span
from summarizer.language.weapon_context import head_after, is_military, is_title_case
from summarizer.language.weapon_gazetteer import tables, word_set

_NAME = r"(?:[A-Z][\w’'-]*[\w]|[A-Z]\.|St\.)"
_CLASS = re.compile(r"(?<![\w-])(?:[A-Z][\w.’']*\s){0,2}[A-Z][\w’']+(?:\s(?:II|III|IV))?-[cC]lass(?!\w)")
_SHIPS = re.compile(
    r"(?i)ships?|warships?|vessels?|destroyers?|frigates?|corvettes?|cruisers?|carriers?|submarines?|boats?|cutters?|"
    r"minehunters?|minesweepers?"
)
_REPEAT = r"(?<=\b[Tt]he ){}(?![\w-])(?!\s[A-Z])"


class Found(NamedTuple):
    """An unlisted weapon at its place; `is_known`: the words themselves say what it is."""

    span: Span
    canonical: str
    category: str | None
    origin: str | None
    is_known: bool


def find_ships(text: str) -> Iterator[Found]:
    """Ships by prefix and name, also where the text repeats the bare name ("the Boxer"), and classes of ship."""
    named = list(_named(text))
    yield from named
    for canonical, found in {ship.canonical: ship for ship in named}.items():
        bare = canonical.split(" ", 1)[1]
        for match in re.finditer(_REPEAT.format(re.escape(bare)), text):
            yield found._replace(span=Span(*match.span()))
    yield from _classes(text)


def _named(text: str) -> Iterator[Found]:
    for match in _prefixed().finditer(text):
        words = _name_words(text, match)
        if not words:
            continue
        prefix = match["prefix"].replace(".", "")
        canonical = re.sub(r"['’]s?$", "", " ".join((prefix, *words)))
        start = match.start("name")
        end = start + len(re.match(r"\s+".join(map(re.escape, words)), text[start:])[0])  # type: ignore[index]
        end -= len(" ".join((prefix, *words))) - len(canonical)
        origin = tables()["ship_prefixes"].get(prefix) or None
        if len(prefix) > 2 or is_military(text, Span(match.start(), end)):
            yield Found(Span(match.start(), end), canonical, "warship", origin, True)


def _name_words(text: str, match: re.Match[str]) -> list[str]:
    """The words of the name; in a title, where all begin with capitals, only those that the text repeats, and the first."""
    words: list[str] = []
    for word in match["name"].split():
        if word.casefold() in word_set("no_ship"):
            break
        words.append(word)
        if word.endswith(("'s", "’s")):
            break
    if len(words) > 1 and is_title_case(text, Span(*match.span())):
        while len(words) > 1 and text.count(" ".join(words)) < 2:
            words.pop()
    return words


def _classes(text: str) -> Iterator[Found]:
    for match in _CLASS.finditer(text):
        span = Span(*match.span())
        first = match.group().split("-")[0].split()[-1]
        head = head_after(text, span)
        if first.casefold() in word_set("no_class") or not head or not _SHIPS.fullmatch(head.noun):
            continue
        name = re.sub(r"-Class$", "-class", _without_lead(match.group()))
        span = Span(span.end - len(name), span.end)
        yield Found(span, name, head.span.cut(text), None, False)


def _without_lead(name: str) -> str:
    """The class name without an article or a state's adjective before it: "The Russian Kilo-class" → "Kilo-class"."""
    words = name.split()
    while len(words) > 1 and (
        words[0] in ("The", "A", "An", "Its", "Their", "One", "Two", "US", "U.S.", "Navy") or words[0].endswith(_ADJECTIVE)
    ):
        words.pop(0)
    return " ".join(words)


_ADJECTIVE = ("ian", "ean", "ese", "ish", "can", "nch", "man", "ni", "qi", "’s", "'s")


@lru_cache(maxsize=1)
def _prefixed() -> re.Pattern[str]:
    prefixes = "|".join(sorted(tables()["ship_prefixes"], key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.])(?P<prefix>{prefixes}|U\.S\.S\.|H\.M\.S\.)\s+(?P<name>{_NAME}(?:\s(?:{_NAME}|de|of|the)(?=\s|"
        rf"[.,;:!?)’'\"]|$)){{0,3}})"
    )
