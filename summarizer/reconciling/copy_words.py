"""The words of an article that can be compared with another's: folded, with their places, and whether they are quoted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.domain.article import Article
from summarizer.domain.span import Span

_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[“”„«»\"\n]")
# A single quotation mark opens where no letter stands before it and closes where none follows; apostrophes do neither.
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)[^\n“”\"]{1,400}?(?<=[\w.,!?…])[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel rows: the folded word, its span in the text, and whether it stands in quotation marks.

    A break (a row that equals no word of any other text, with `spans` of `None`) stands where sentences were left out.
    """

    folded: tuple[str, ...]
    spans: tuple[Span | None, ...]
    quoted: tuple[bool, ...]

    @property
    def size(self) -> int:
        """How many words there are, breaks not counted."""
        return sum(span is not None for span in self.spans)

    @property
    def narrated(self) -> int:
        """How many of them stand outside quotation marks."""
        return sum(span is not None and not quoted for span, quoted in zip(self.spans, self.quoted, strict=True))


def quoted_spans(text: str) -> tuple[Span, ...]:
    """The stretches in quotation marks, marks included, in order of their starts.

    A quotation that its paragraph does not close ends with the paragraph, as speech that runs over several paragraphs is
    printed; straight marks alternate within a paragraph.
    """
    return tuple(sorted({*_double(text), *(Span(*found.span()) for found in _SINGLE.finditer(text))}))


def _double(text: str) -> Iterator[Span]:
    opened: int | None = None
    for mark in _MARK.finditer(text):
        if opened is None:
            opened = mark.start() if mark.group() in '“„«"' else None
        elif mark.group() not in "“„«":
            yield Span(opened, mark.end())
            opened = None
    if opened is not None:
        yield Span(opened, len(text))


def words_of(article: Article) -> Words:
    """The words of the sentences that carry statements; everything else of the page is left out."""
    return _rows(article.text, _stretches(article), article.id)


def words_in(text: str) -> Words:
    """The words of a plain text."""
    return _rows(text, (Span(0, len(text)),) if text else (), "")


def _stretches(article: Article) -> tuple[Span, ...]:
    """The text from the first to the last of each row of neighbouring sentences that carry statements."""
    found: list[Span] = []
    last = -1
    for sentence in article.sentences:
        if not sentence.role.carries_statements:
            continue
        if sentence.number == last + 1:
            found[-1] = Span(found[-1].start, sentence.span.end)
        else:
            found.append(sentence.span)
        last = sentence.number
    return tuple(found)


def _rows(text: str, stretches: tuple[Span, ...], name: str) -> Words:
    inside = bytearray(len(text))
    for span in quoted_spans(text):
        inside[span.start : span.end] = b"\1" * (span.end - span.start)
    folded: list[str] = []
    spans: list[Span | None] = []
    quoted: list[bool] = []
    for number, stretch in enumerate(stretches):
        if number:
            folded.append(f"\n{name}\n{number}")
            spans.append(None)
            quoted.append(False)
        for word in _WORD.finditer(text, stretch.start, stretch.end):
            folded.append(word.group().casefold())
            spans.append(Span(*word.span()))
            quoted.append(bool(inside[word.start()]))
    return Words(tuple(folded), tuple(spans), tuple(quoted))
