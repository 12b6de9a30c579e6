"""Where a text spells a name of the gazetteer, or an unlisted variant of one, before its context is judged."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.domain.span import Span
from summarizer.language.weapon_gazetteer import LONGEST, Alias, alias_of, is_prefix, variant_of

_PART = re.compile(r"[^\W_]+")
_GLUE = re.compile(r"[-‐‑–/.'’ \u00a0]|\. ")
_TIGHT = re.compile(r"[-‐‑–/]?")


class Spelt(NamedTuple):
    """A name of a known system at its place; `is_variant`: its base is known, not itself."""

    span: Span
    alias: Alias
    is_variant: bool


def spelt_names(text: str) -> Iterator[Spelt]:
    """Every place where a known name is spelt, the longest at each place, without overlaps."""
    parts = list(_PART.finditer(text))
    at = 0
    while at < len(parts):
        found = _at(text, parts, at)
        if found is None:
            at += 1
            continue
        spelt, length = found
        yield spelt
        at += length


def _at(text: str, parts: list[re.Match[str]], at: int) -> tuple[Spelt, int] | None:
    first = parts[at].group()
    if first[0].islower() or text[max(0, parts[at].start() - 1) : parts[at].start()] in ("-", "$", "£", "€", "#", "@", "_"):
        return None
    best: tuple[Spelt, int] | None = None
    words: tuple[str, ...] = ()
    for length, part in enumerate(parts[at : at + LONGEST], start=1):
        if length > 1 and not _GLUE.fullmatch(text, parts[at + length - 2].end(), part.start()):
            break
        words = (*words, part.group())
        if not is_prefix(words):
            break
        alias = alias_of(words) if _is_tight(text, parts[at : at + length]) else None
        if alias:
            best = Spelt(Span(parts[at].start(), part.end()), alias, False), length
    return _variant(text, parts, at, best)


def _variant(text: str, parts: list[re.Match[str]], at: int, best: tuple[Spelt, int] | None) -> tuple[Spelt, int] | None:
    """An unlisted variant where it is longer than the best known name, such as "T-72B4"."""
    for length in (2, 1):
        if at + length > len(parts) or (best and best[1] > length) or not _is_tight(text, parts[at : at + length]):
            continue
        span = Span(parts[at].start(), parts[at + length - 1].end())
        if best and best[0].span.end >= span.end:
            return best
        if length == 2 and not _TIGHT.fullmatch(text, parts[at].end(), parts[at + 1].start()):
            continue
        alias = variant_of(span.cut(text))
        if alias:
            return Spelt(span, alias, True), length
    return best


def _is_tight(text: str, parts: list[re.Match[str]]) -> bool:
    """A single letter is joined to what follows: "A-10", never "A 10"; and no name ends between hyphenated digits."""
    if len(parts) > 1 and len(parts[0].group()) == 1 and not _TIGHT.fullmatch(text, parts[0].end(), parts[1].start()):
        return False
    return text[parts[-1].end() : parts[-1].end() + 1] not in ("%", "$")
