"""Who said what: quotations and reported speech of an article, each with its speaker and the words that mark it.

By rules and word lists, with no parser: reporting verbs and nouns are found, each gets its subject, and its content is
what stands before or behind it up to where another clause begins. Quotations without a cue go to whom they continue.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.domain.article import Article
from summarizer.domain.span import Span
from summarizer.reading.speech_attribution import Attribution
from summarizer.reading.speech_contents import Content
from summarizer.reading.speech_stretches import Stretch, stretches_of
from summarizer.reading.speech_subjects import named
from summarizer.reading.speech_words import Tag, Word

Kind = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something said, with its place in the article. All spans are of `article.text`.

    `content` is in pieces where speech is interrupted. `speaker` are the words that name the speaker beside the cue, "he"
    and "who" among them; `source_hint` the words behind such a "who", or the speaker whom an uncued quotation continues.
    `is_statement` is false where the words are only what the talk is about ("condemned the attack").
    """

    sentences: tuple[int, ...]
    content: tuple[Span, ...]
    speaker: Span | None
    cue: Span | None
    is_direct: bool
    kind: Kind
    source_hint: Span | None
    is_statement: bool = True


def find_utterances(article: Article) -> tuple[Utterance, ...]:
    """Everything that the headline, deck and body of the article report as said, in the order of their first words."""
    found = _joined(article, tuple(stretches_of(article)))
    return tuple(sorted(found, key=lambda each: (each.content[0], each.cue or each.content[0])))


def by_sentence(article: Article, utterance: Utterance) -> tuple[Utterance, ...]:
    """The same words as one utterance for each sentence, for whoever weighs statements one by one."""
    parts = []
    for number in utterance.sentences:
        sentence = article.sentences[number - 1].span
        pieces = tuple(piece for each in utterance.content if (piece := _common(article.text, each, sentence)))
        if pieces:
            parts.append(replace(utterance, sentences=(number,), content=pieces))
    return tuple(parts)


def _common(text: str, one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end and any(char.isalnum() for char in text[start:end]) else None


def _utterance(article: Article, words: Sequence[Word], found: Attribution) -> Utterance:
    spans = tuple(_span(words, content.start, content.end) for content in found.contents)
    subject = named(words, found.speaker) if found.speaker else None
    return Utterance(
        sentences=_numbers(article, spans),
        content=spans,
        speaker=_span(words, subject.start, subject.end) if subject else None,
        cue=_span(words, *found.cue),
        is_direct=(kind := _kind(words, found.contents)) == "direct",
        kind=kind,
        source_hint=_span(words, *subject.antecedent) if subject and subject.antecedent else None,
        is_statement=any(content.is_clause for content in found.contents),
    )


def _span(words: Sequence[Word], start: int, end: int) -> Span:
    return Span(words[start].start, words[end - 1].end)


def _kind(words: Sequence[Word], contents: Sequence[Content]) -> Kind:
    inside = [word for content in contents for word in words[content.start : content.end] if word.tag is not Tag.POINT]
    if all(word.tag is Tag.QUOTE for word in inside):
        return "direct"
    return "mixed" if any(word.tag is Tag.QUOTE for word in inside) else "indirect"


def _numbers(article: Article, spans: Sequence[Span]) -> tuple[int, ...]:
    """The numbers of the sentences that hold the spans."""
    numbers: set[int] = set()
    for span in spans:
        at = bisect_right(article.sentences, span.start, key=lambda each: each.span.end)
        while at < len(article.sentences) and article.sentences[at].span.start < span.end:
            numbers.add(article.sentences[at].number)
            at += 1
    return tuple(sorted(numbers))


def _joined(article: Article, stretches: Sequence[Stretch]) -> list[Utterance]:
    """The utterances; a stretch that is only a quotation is given to the speaker before or behind it."""
    found: list[Utterance] = []
    waiting: tuple[Span, ...] = ()  # quotations whose speaker is named behind them
    last: int | None = None  # the place in `found` of what the next quotation may continue
    is_open = False
    for at, stretch in enumerate(stretches):
        here = [_utterance(article, stretch.words, each) for each in stretch.attributions]
        if here:
            if waiting:
                here[0] = _with(article, here[0], (*waiting, *here[0].content))
                waiting = ()
            last = len(found) + max((i for i, each in enumerate(here) if each.kind != "indirect"), default=len(here) - 1)
            found.extend(here)
        elif stretch.is_quotation:
            spans = tuple(each.span for each in stretch.quotations)
            is_begun = is_open or (last is not None and found[last].kind != "indirect" and not stretch.quotations[-1].is_open)
            if _is_claimed_behind(stretches, at) and not is_begun:
                waiting += spans
            elif last is not None and found[last].kind != "indirect" and not waiting:
                found[last] = _with(article, found[last], (*found[last].content, *spans))
            else:
                found.append(_uncued(article, spans, found[last] if last is not None else None))
                last = len(found) - 1
        is_open = bool(stretch.quotations) and stretch.quotations[-1].is_open
    return found


def _with(article: Article, utterance: Utterance, content: tuple[Span, ...]) -> Utterance:
    return replace(utterance, content=content, sentences=_numbers(article, content))


def _uncued(article: Article, spans: tuple[Span, ...], last: Utterance | None) -> Utterance:
    hint = (last.speaker or last.source_hint) if last else None
    return Utterance(_numbers(article, spans), spans, None, None, is_direct=True, kind="direct", source_hint=hint)


def _is_claimed_behind(stretches: Sequence[Stretch], at: int) -> bool:
    """Whether the quotation goes on, or is followed by one, in a stretch that begins with it and names the speaker."""
    for before, stretch in zip(stretches[at:], stretches[at + 1 :], strict=False):
        if stretch.words[0].tag is not Tag.QUOTE:
            return False
        if stretch.attributions:
            return stretch.attributions[0].contents[0].start == 0
        if not (stretch.is_quotation and before.quotations[-1].is_open):
            return False
    return False
