"""Quotation marks: which are a pair, which is an apostrophe, and which quotation runs on into the next paragraph."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.domain.span import Span

_OPENS_DOUBLE = ("“", "„", "«", "``", '"', "”")  # a closing mark at the start of a paragraph is a slip for an opening one
_CLOSES_DOUBLE = re.compile(r"[”\"»]|''")
_DOUBLE = re.compile(r"[“„«\"]|``")
_SINGLE = re.compile(r"[‘'](?=[^\s.,;:!?)])")
_CLOSES_SINGLE = re.compile(r"(?<=[^\s])[’'](?!\w)")
_ELISION = re.compile(r"[‘’'](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n\b)", re.I)
_LONGEST = 6000  # code points; a mark further off closes another quotation
_LONGEST_SINGLE = 1500  # the same for single marks, most of which are apostrophes
_BEFORE_OPENING = frozenset(' \n\t([—–-“"/…:')


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks. `span` has the marks; `is_open`: no closing mark, since the next paragraph goes on."""

    span: Span
    is_open: bool


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of the paragraphs in order; those nested in another are part of it."""
    found: list[Quotation] = []
    for index, paragraph in enumerate(paragraphs):
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        goes_on = after is not None and text.startswith((*_OPENS_DOUBLE, "‘", "'"), after.start)
        doubles = list(_doubles(text, paragraph, goes_on=goes_on))
        found.extend(sorted((*doubles, *_singles(text, paragraph, doubles)), key=lambda each: each.span))
    return tuple(found)


def _doubles(text: str, paragraph: Span, *, goes_on: bool) -> Iterator[Quotation]:
    at = paragraph.start
    if text.startswith("”", at):
        at += 1  # the slip: what follows is read as if the mark were an opening one
        yield from _closed(text, at - 1, at, paragraph, goes_on=goes_on)
        at = text.find("”", at, paragraph.end) + 1 or paragraph.end
    while opening := _DOUBLE.search(text, at, paragraph.end):
        end = _end_of_double(text, opening, min(paragraph.end, opening.end() + _LONGEST))
        if end is None:
            yield from _unclosed(text, opening.start(), paragraph, goes_on=goes_on)
            return
        if end - opening.end() > 1:
            yield Quotation(Span(opening.start(), end), is_open=False)
        at = end


def _closed(text: str, start: int, at: int, paragraph: Span, *, goes_on: bool) -> Iterator[Quotation]:
    end = text.find("”", at, paragraph.end)
    if end > at:
        yield Quotation(Span(start, end + 1), is_open=False)
    elif end < 0:
        yield from _unclosed(text, start, paragraph, goes_on=goes_on)


def _end_of_double(text: str, opening: re.Match[str], limit: int) -> int | None:
    """Behind the mark that closes; curly marks are closed by curly ones while there are any."""
    mark = opening.group()
    if mark in "“„" and (end := _end_of_curly(text, opening.end(), limit)) is not None:
        return end
    if mark == "«":
        end = text.find("»", opening.end(), limit)
        return end + 1 if end >= 0 else None
    closing = _CLOSES_DOUBLE.search(text, opening.end(), limit)
    while closing and mark == '"' and closing.group() == "''":
        closing = _CLOSES_DOUBLE.search(text, closing.end(), limit)
    return closing.end() if closing else None


def _end_of_curly(text: str, at: int, limit: int) -> int | None:
    depth = 1
    for found in re.finditer("[“”]", text[at:limit]):
        if found.group() == "”":
            depth -= 1
        elif text.count("”", at + found.end(), limit) > text.count("“", at + found.end(), limit) + depth:
            depth += 1
        if depth == 0:
            return at + found.end()
    return None


def _unclosed(text: str, start: int, paragraph: Span, *, goes_on: bool) -> Iterator[Quotation]:
    """A quotation without its closing mark: it runs to the end of the paragraph where it stood at the start or goes on."""
    if goes_on or start == paragraph.start:
        yield Quotation(Span(start, paragraph.end), is_open=True)


def _singles(text: str, paragraph: Span, doubles: Sequence[Quotation]) -> Iterator[Quotation]:
    at = paragraph.start
    while opening := _SINGLE.search(text, at, paragraph.end):
        at = opening.end()
        before = bisect_right(doubles, opening.start(), key=lambda each: each.span.start)
        outer = doubles[before - 1] if before and opening.start() < doubles[before - 1].span.end else None
        if outer:
            at = outer.span.end
        elif _may_open(text, opening.start(), paragraph) and (
            end := _end_of_single(text, at, _limit(doubles, at, paragraph.end))
        ):
            yield Quotation(Span(opening.start(), end), is_open=False)
            at = end


def _limit(doubles: Sequence[Quotation], at: int, end: int) -> int:
    after = bisect_right(doubles, at, key=lambda each: each.span.start)
    return min(doubles[after].span.start if after < len(doubles) else end, at + _LONGEST_SINGLE, end)


def _may_open(text: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    return before in _BEFORE_OPENING and not _ELISION.match(text, at)


def _end_of_single(text: str, at: int, limit: int) -> int | None:
    """The first closing mark that is no plural possessive ("the ministers' talks"), else the first such one."""
    doubtful = None
    for closing in _CLOSES_SINGLE.finditer(text, at, limit):
        is_possessive = text[closing.start() - 1] == "s" and re.match(r"\s[a-z]", text[closing.end() : closing.end() + 2])
        if not is_possessive:
            return closing.end()
        doubtful = doubtful or closing.end()
    return doubtful
