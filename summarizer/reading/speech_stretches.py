"""Stretches of an article in which speech is looked for: one sentence, or several that a quotation holds together."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from summarizer.domain.article import Article, Role, Sentence
from summarizer.domain.span import Span
from summarizer.language.quotation import Quotation, find_quotations
from summarizer.reading.speech_attribution import Attribution
from summarizer.reading.speech_colons import find_colon_speech
from summarizer.reading.speech_cues import Voice, find_cues
from summarizer.reading.speech_frames import find_attributions
from summarizer.reading.speech_tags import words_between
from summarizer.reading.speech_words import Tag, Word

_ABBREVIATION = 4  # code points of a word with its stop; a shorter one may be "Mr." or "Dec."
_DATELINE = re.compile(r"[A-Z][\w.,’' ]{1,50}(?:\s*\([A-Z][\w ./]{1,30}\)\s*[—–:-]+|\s+[—–]|(?<=[A-Z]{3})(?::|\s+--?))\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one paragraph, the quotations among them, and the attributions found in them."""

    paragraph: int
    words: Sequence[Word]
    quotations: Sequence[Quotation]
    attributions: tuple[Attribution, ...]

    @property
    def is_quotation(self) -> bool:
        """Whether there is nothing but quotations of more than one word."""
        is_alone = all(word.tag in (Tag.QUOTE, Tag.POINT) for word in self.words)
        return is_alone and any(
            word.end - word.start > 10 for word in self.words
        )  # code points: a short one names, it does not say


def stretches_of(article: Article) -> Iterator[Stretch]:
    """The stretches of the headline, deck and body, in order."""
    sentences = [each for each in article.sentences if each.role.carries_statements]
    groups = [(number, list(group)) for number, group in groupby(sentences, key=lambda each: each.paragraph)]
    quotations = find_quotations(article.text, [_whole(group) for _, group in groups])
    for number, group in groups:
        inside = _within(quotations, _whole(group))
        for span in _spans(article.text, group, inside):
            yield _stretch(article.text, number, span, _within(inside, span), is_title=group[0].role is not Role.BODY)


def _whole(sentences: Sequence[Sentence]) -> Span:
    return Span(sentences[0].span.start, sentences[-1].span.end)


def _within(quotations: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    """The quotations that begin in `span`."""
    first, last = (bisect_left(quotations, at, key=lambda each: each.span.start) for at in (span.start, span.end))
    return quotations[first:last]


def _stretch(text: str, paragraph: int, span: Span, quotations: Sequence[Quotation], *, is_title: bool) -> Stretch:
    words = words_between(text, without_dateline(text, span), quotations)
    found = find_colon_speech(words, is_title=is_title) or find_attributions(words)
    return Stretch(paragraph, words, quotations, found)


def without_dateline(text: str, span: Span) -> Span:
    """The words of a sentence behind its dateline: "LIMA, March 4 (Reuters) - …", "PARIS — …"."""
    dateline = _DATELINE.match(text, span.start, span.end)
    is_place = dateline is not None and ("(" in dateline.group() or dateline.group()[:3].isupper())
    return Span(dateline.end(), span.end) if dateline and is_place and dateline.end() < span.end else span


def _spans(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[Span]:
    """Spans of sentences: put together where a quotation or its cue runs on, cut where a quotation follows a full stop."""
    inside: list[Span] = []
    for sentence in sentences:
        if inside and _runs_on(text, inside[-1], sentence.span, quotations):
            inside[-1] = Span(inside[-1].start, sentence.span.end)
        else:
            inside.append(sentence.span)
    for span in inside:
        yield from _cut(text, span, _within(quotations, span))


def _runs_on(text: str, before: Span, span: Span, quotations: Sequence[Quotation]) -> bool:
    """Whether a quotation reaches over the border, or ends at it and what follows only says whose it is ("…!" X asked.)."""
    last = next(iter(_within(quotations, Span(before.start, span.start))[-1:]), None)
    if last is None:
        return False
    if last.span.end > span.start:
        return True
    is_quoted = last.span.end == before.end and not last.is_open
    return is_quoted and _is_mere_cue(words_between(text, span, _within(quotations, span)))


def _is_mere_cue(words: Sequence[Word]) -> bool:
    """Whether the words say who speaks, but not what is said."""
    cue = next(iter(find_cues(words)), None)
    if cue is None or not cue.verb.says or cue.voice is not Voice.ACTIVE or words[cue.first].tag is not Tag.FINITE:
        return False
    is_quoted_before = any(word.tag is Tag.QUOTE for word in words[: cue.first])
    return not is_quoted_before and not any(each.cue[0] == cue.first for each in find_attributions(words))


def _cut(text: str, span: Span, quotations: Sequence[Quotation]) -> Iterator[Span]:
    """The span, cut before a quotation that follows a full stop outside quotation marks."""
    start, ends = span.start, {each.span.end for each in quotations}
    for each in quotations:
        before = text[start : each.span.start].rstrip()
        is_outside = bool(before) and start + len(before) not in ends
        if is_outside and before[-1] in ".!?" and len(before.split()[-1]) > _ABBREVIATION:
            yield Span(start, start + len(before))
            start = each.span.start
    yield Span(start, span.end)
