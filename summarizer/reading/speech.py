"""Who said what: quotations and reported speech of an article, each with its speaker and the words that mark it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from summarizer.domain.article import Article, Role, Sentence
from summarizer.domain.span import Span
from summarizer.reading.quotation import Quotation, find_quotations
from summarizer.reading.speech_colons import find_colon_speech
from summarizer.reading.speech_contents import Content
from summarizer.reading.speech_attribution import Attribution
from summarizer.reading.speech_cues import Voice, find_cues
from summarizer.reading.speech_frames import find_attributions
from summarizer.reading.speech_subjects import named
from summarizer.reading.speech_words import Tag, Word, words_between

Kind = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something said, with its place in the article. All spans are of `article.text`.

    `content` is in pieces where speech is interrupted. `speaker` are the words that name the speaker beside the cue, "he"
    and "who" among them; `source_hint` the words behind such a pronoun, or the speaker whom an uncued quotation continues.
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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One sentence, or several that a quotation holds together, with its words and what was found in it."""

    paragraph: int
    span: Span
    words: Sequence[Word]
    utterances: tuple[Utterance, ...]
    loose: tuple[Quotation, ...]  # quotations that belong to none of the utterances


def find_utterances(article: Article) -> tuple[Utterance, ...]:
    """Everything that the headline, deck and body of the article report as said, in the order of their first words."""
    sentences = [each for each in article.sentences if each.role.carries_statements]
    paragraphs = _paragraphs(sentences)
    quotations = find_quotations(article.text, paragraphs)
    stretches = list(_stretches(article, sentences, quotations))
    found = _joined(article, stretches)
    return tuple(sorted(found, key=lambda each: (each.content[0], each.cue or each.content[0])))


def _paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    groups = (list(group) for _, group in groupby(sentences, key=lambda each: each.paragraph))
    return [Span(group[0].span.start, group[-1].span.end) for group in groups]


def _stretches(article: Article, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[_Stretch]:
    for paragraph, span in _spans(article.text, sentences, quotations):
        inside = [each for each in quotations if span.covers(each.span)]
        words = words_between(article.text, _without_dateline(article.text, span), inside)
        is_title = any(each.span.overlaps(span) and each.role is not Role.BODY for each in sentences)
        found = find_colon_speech(words, is_title=is_title) or find_attributions(words)
        utterances = tuple(_utterance(article, words, each) for each in found)
        loose = tuple(each for each in inside if not any(piece.overlaps(each.span) for one in utterances for piece in one.content))
        yield _Stretch(paragraph, span, words, utterances, loose)


_DATELINE = re.compile(r"[A-Z][\w.,’' ]{1,50}(?:\s*\([A-Z][\w ./]{1,30}\)\s*[—–:-]+|\s+[—–]|(?<=[A-Z]{3}):)\s+")


def _without_dateline(text: str, span: Span) -> Span:
    dateline = _DATELINE.match(text, span.start, span.end)
    is_place = dateline is not None and ("(" in dateline.group() or dateline.group()[:3].isupper())
    return Span(dateline.end(), span.end) if dateline and is_place and dateline.end() < span.end else span


def _spans(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[tuple[int, Span]]:
    """Spans of sentences: put together where a quotation or its cue runs on, cut where a quotation follows a full stop."""
    for paragraph, group in groupby(sentences, key=lambda each: each.paragraph):
        inside: list[Span] = []
        for sentence in group:
            if inside and _runs_on(text, inside[-1], sentence.span, quotations):
                inside[-1] = Span(inside[-1].start, sentence.span.end)
            else:
                inside.append(sentence.span)
        yield from ((paragraph, piece) for span in inside for piece in _cut(text, span, quotations))


def _runs_on(text: str, before: Span, span: Span, quotations: Sequence[Quotation]) -> bool:
    """Whether a quotation reaches over the border, or ends at it and what follows only says whose it is ("…!" X asked.)."""
    if any(each.span.start < span.start < each.span.end for each in quotations):
        return True
    is_quoted = any(each.span.end == before.end and not each.is_open for each in quotations)
    return is_quoted and _is_mere_cue(words_between(text, span, [each for each in quotations if span.covers(each.span)]))


def _is_mere_cue(words: Sequence[Word]) -> bool:
    """Whether the words say who speaks, but not what is said."""
    cue = next(iter(find_cues(words)), None)
    if cue is None or not cue.verb.says or cue.voice is not Voice.ACTIVE or any(word.tag is Tag.QUOTE for word in words[: cue.first]):
        return False
    return words[cue.first].tag is Tag.FINITE and not any(each.cue[0] == cue.first for each in find_attributions(words))


def _cut(text: str, span: Span, quotations: Sequence[Quotation]) -> Iterator[Span]:
    """The span, cut before a quotation that follows a full stop outside quotation marks."""
    start = span.start
    for each in quotations:
        at = each.span.start
        before = text[start:at].rstrip() if start < at < span.end else ""
        is_outside = bool(before) and not any(one.span.end == start + len(before) for one in quotations)
        if is_outside and before[-1] in ".!?" and len(before.split()[-1]) > _ABBREVIATION:
            yield Span(start, start + len(before))
            start = at
    yield Span(start, span.end)


_ABBREVIATION = 4  # code points of a word with its stop; a shorter one may be "Mr." or "Dec."


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
    return tuple(each.number for each in article.sentences if any(each.span.overlaps(span) for span in spans))


def _joined(article: Article, stretches: Sequence[_Stretch]) -> list[Utterance]:
    """The utterances with the quotations that stand without a cue given to the speaker whom they continue."""
    found: list[Utterance] = []
    last: tuple[int, int] | None = None  # place in `found` and paragraph
    waiting: list[Span] = []
    for at, stretch in enumerate(stretches):
        here = list(stretch.utterances)
        for quotation in stretch.loose if _is_speech_alone(article.text, stretch) else ():
            target = found[last[0]] if last else None
            if target is not None and last is not None and target.kind != "indirect":
                found[last[0]] = _with(article, target, (*target.content, quotation.span))
                last = (last[0], stretch.paragraph)
            elif _next_is_quoted(stretches, at):
                waiting.append(quotation.span)
            else:
                found.append(_uncued(article, quotation.span, target))
                last = (len(found) - 1, stretch.paragraph)
        if here and waiting:
            here[0] = _with(article, here[0], (*waiting, *here[0].content))
            waiting = []
        if here:
            spoken = [at for at, each in enumerate(here) if each.kind != "indirect"] or range(len(here))
            last = (len(found) + spoken[-1], stretch.paragraph)
            found.extend(here)
    return found


def _with(article: Article, utterance: Utterance, content: tuple[Span, ...]) -> Utterance:
    return replace(utterance, content=content, sentences=_numbers(article, content))


def _uncued(article: Article, span: Span, last: Utterance | None) -> Utterance:
    hint = (last.speaker or last.source_hint) if last else None
    return Utterance(_numbers(article, (span,)), (span,), None, None, is_direct=True, kind="direct", source_hint=hint)


def _is_speech_alone(text: str, stretch: _Stretch) -> bool:
    """Whether the stretch is nothing but a quotation of more than one word."""
    is_alone = all(word.tag in (Tag.QUOTE, Tag.POINT) for word in stretch.words)
    return is_alone and any(len(each.span.cut(text).split()) > 1 for each in stretch.loose)


def _next_is_quoted(stretches: Sequence[_Stretch], at: int) -> bool:
    """Whether the next stretch begins with a quotation that has its speaker."""
    after = stretches[at + 1] if at + 1 < len(stretches) else None
    return bool(after and after.words[0].tag is Tag.QUOTE and after.utterances and after.utterances[0].kind != "indirect")
