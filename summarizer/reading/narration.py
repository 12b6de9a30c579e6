"""What an article says in its own voice: the statements that no utterance covers."""

import re
from collections.abc import Sequence

from summarizer.domain.article import Article, Role, Sentence
from summarizer.domain.span import Span
from summarizer.drafts import ClaimDraft
from summarizer.language.acts import act_of
from summarizer.language.quantities import find_quantities, is_figure
from summarizer.reading.details import details_of
from summarizer.reading.speech import Utterance
from summarizer.reading.speech_stretches import without_dateline

# A remainder that only says how or when somebody spoke: "Speaking outside the court", "Asked about the driver".
_DANGLING = re.compile(
    r"(?:\w+ing|asked|pressed|quoted|when|as|while|after|before|to|of|on|in)\b|who .{0,60}\b(?:anonym|named\b|identified\b)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 5  # of a remainder beside reported speech that is still a statement of its own


def draft_narration(article: Article, utterances: Sequence[Utterance]) -> tuple[ClaimDraft, ...]:
    """Claims without a speaker for every stretch of a headline, deck or body sentence that nobody is quoted on."""
    taken = [span for each in utterances for span in (*each.content, each.speaker, each.cue) if span]
    drafts = []
    for sentence in article.sentences:
        if not sentence.role.carries_statements:
            continue
        told = without_dateline(article.text, sentence.span)
        for span in _free(article.text, told, [t for t in taken if t.overlaps(told)]):
            if _states_something(article.text, span, told):
                drafts.append(_draft(article, sentence, span))
    return tuple(drafts)


def _free(text: str, sentence: Span, taken: Sequence[Span]) -> list[Span]:
    """The stretches of a sentence between the spans that are taken, without loose punctuation at their ends."""
    free = []
    at = sentence.start
    for span in [*sorted(taken), Span(sentence.end, sentence.end + 1)]:
        if span.start > at:
            free.append((at, min(span.start, sentence.end)))
        at = max(at, span.end)
    return [trimmed for start, end in free if (trimmed := _trimmed(text, start, end))]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and not (text[start].isalnum() or text[start] in "$€£¥“\"'‘("):
        start += 1
    while end > start and text[end - 1] in " \n\t,;:—–-(“":
        end -= 1
    return Span(start, end) if start < end else None


def _states_something(text: str, span: Span, sentence: Span) -> bool:
    if sentence.cut(text).rstrip('"”’').endswith("?") and not re.search(r'["“]', span.cut(text)):
        return False  # a question of the article's own states nothing
    if span == sentence or span.covers(Span(sentence.start, sentence.end - 1)):
        return len(span.cut(text).split()) > 2
    if _DANGLING.match(span.cut(text)):
        return False
    words = len(span.cut(text).split())
    return words >= _FEWEST_WORDS and (words >= 2 * _FEWEST_WORDS or any(map(is_figure, find_quantities(text, within=span))))


def _draft(article: Article, sentence: Sentence, span: Span) -> ClaimDraft:
    words = span.cut(article.text)
    found = details_of(article, (sentence.number,), (span,))
    return ClaimDraft(
        sentences=(sentence.number,),
        content=(words,),
        act=act_of(cue=None, content=words, speaker=None, sentence=words),
        said=None,
        hedge=found.hedge,
        when=found.when,
        where=found.where,
        quantities=found.quantities,
        is_background=found.is_background and sentence.role is Role.BODY,
    )
