"""Passages that two texts have in common, word for word."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.domain.span import Quote, Span
from summarizer.reconciling.copy_words import Words

RUN = 5  # words in a row that count as shared; shorter runs are names, titles and stock phrases
_SLIP = 3  # words that an editor may have changed within one passage
_TRIES = 8  # places of a repeated phrase that are tried for the longest run


@dataclass(frozen=True, slots=True)
class Run:
    """`length` words in a row that stand at `a` in one text and at `b` in the other (indices of words)."""

    a: int
    b: int
    length: int


def runs(a: Words, b: Words) -> tuple[Run, ...]:
    """Shared runs of at least `RUN` words in the order of `a`, none overlapping in `a`; each the longest from its place."""
    places = _places(b.folded)
    found: list[Run] = []
    at = 0
    while at <= len(a.folded) - RUN:
        best = _longest(a.folded, b.folded, at, places)
        if best is None:
            at += 1
        else:
            found.append(best)
            at = best.a + best.length
    return tuple(found)


def _places(words: Sequence[str]) -> Mapping[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words) - RUN + 1):
        places[tuple(words[at : at + RUN])].append(at)
    return places


def _longest(a: Sequence[str], b: Sequence[str], at: int, places: Mapping[tuple[str, ...], list[int]]) -> Run | None:
    starts = places.get(tuple(a[at : at + RUN]), ())[:_TRIES]
    return max((Run(at, start, _length(a, b, at, start)) for start in starts), key=lambda run: run.length, default=None)


def _length(a: Sequence[str], b: Sequence[str], at: int, start: int) -> int:
    length = RUN
    while at + length < len(a) and start + length < len(b) and a[at + length] == b[start + length]:
        length += 1
    return length


def words_covered(found: Sequence[Run], words: Words) -> tuple[int, int]:
    """How many words of `a` the runs cover: (all, those outside quotation marks)."""
    covered = [index for run in found for index in range(run.a, run.a + run.length)]
    return len(covered), sum(not words.quoted[index] for index in covered)


def passages(found: Sequence[Run], a: tuple[Words, str], b: tuple[Words, str]) -> tuple[tuple[Quote, Quote], ...]:
    """The runs as quotes of both texts, the longest first; runs with a few changed words between them are one passage."""
    joined = [
        (_quote(a, left.a, right.a + right.length), _quote(b, left.b, right.b + right.length)) for left, right in _joined(found)
    ]
    return tuple(sorted(joined, key=lambda pair: (-len(pair[0].text), pair[0].start)))


def _joined(found: Sequence[Run]) -> Iterator[tuple[Run, Run]]:
    """First and last run of each passage."""
    first = last = None
    for run in found:
        if first is None or last is None:
            first = last = run
        elif _continues(last, run):
            last = run
        else:
            yield first, last
            first = last = run
    if first is not None and last is not None:
        yield first, last


def _continues(last: Run, run: Run) -> bool:
    return run.a - (last.a + last.length) <= _SLIP and 0 <= run.b - (last.b + last.length) <= _SLIP


def _quote(text: tuple[Words, str], first: int, end: int) -> Quote:
    spans = [span for span in text[0].spans[first:end] if span is not None]
    return Quote.cut(text[1], Span(spans[0].start, spans[-1].end))
