"""What stands in and around a statement: when, where, how sure, how many."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from summarizer.domain.article import Article
from summarizer.domain.moment import Moment
from summarizer.domain.span import Span
from summarizer.language.hedges import find_hedges
from summarizer.language.moments import find_moments
from summarizer.language.names import find_names
from summarizer.language.quantities import find_quantities, is_figure

EARLIER = timedelta(days=21)  # an event told that long after it happened is background to today's news

_BESIDE = 45  # characters between a moment and the words of speech that it dates
# "since Russia's February 24 invasion": the moment is what something is counted from, not when it happens.
_ANCHOR = re.compile(r"\b(?:since|before|after|until|from|prior to|ahead of)\s+(?:[\w.'’-]+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Details:
    """The printed words of each detail, or nothing where the sentences have none."""

    when: str | None
    said: str | None
    where: str | None
    hedge: str | None
    quantities: tuple[str, ...]
    is_background: bool


def details_of(article: Article, sentences: Sequence[int], content: Sequence[Span], *, saying: Sequence[Span] = ()) -> Details:
    """Details of a statement whose words are `content` in these sentences.

    A time outside the content, beside the words that mark the speech (`saying`), is when it was said.
    """
    text = article.text
    moments = [m for span in _spans(article, sentences) for m in find_moments(text, published=article.published.day, within=span)]
    inside = [
        m
        for m in moments
        if any(span.covers(m.printed.span) for span in content) and not _ANCHOR.search(text[: m.printed.start][-40:])
    ]
    outside = [m for m in moments if not any(span.overlaps(m.printed.span) for span in content) and _beside(text, m, saying)]
    hedges = [hedge for span in content for hedge in find_hedges(text, within=span)]
    figures = [q for span in content for q in find_quantities(text, within=span) if is_figure(q)]
    when = _best(inside)
    return Details(
        when=when.printed.text if when else None,
        said=outside[0].printed.text if outside else None,
        where=next((place for span in content if (place := _place(text, span))), None),
        hedge=hedges[0].cut(text) if hedges else None,
        quantities=tuple(dict.fromkeys(q.printed.text for q in figures)),
        is_background=_is_earlier(when, article),
    )


def _beside(text: str, moment: Moment, saying: Sequence[Span]) -> bool:
    """Whether the moment stands in the clause of the speech: "said on Tuesday", "On Saturday, CIA Director X expressed"."""
    here = moment.printed.span
    for span in saying:
        between = text[here.end : span.start] if here.end <= span.start else text[span.end : here.start]
        if len(between) <= _BESIDE and not re.search(r"[.;:“”\"]|\b(?:and|but|that|which|who|while)\b", between):
            return True
    return False


def _spans(article: Article, sentences: Sequence[int]) -> list[Span]:
    return [article.sentences[number - 1].span for number in sentences]


def _best(moments: Sequence[Moment]) -> Moment | None:
    """The first that could be resolved, else the first."""
    return next((m for m in moments if m.is_resolved), moments[0] if moments else None)


def _place(text: str, span: Span) -> str | None:
    """A place after "in", "at", "near" and the like."""
    for name in find_names(text, within=span):
        before = text[max(span.start, name.span.start - 9) : name.span.start].split()
        if before and before[-1].casefold() in {"in", "at", "near", "over", "across", "outside", "from", "to"} and name.is_place:
            return name.printed
    return None


def _is_earlier(when: Moment | None, article: Article) -> bool:
    day = article.published.day
    return bool(day and when and when.last and when.last < day - EARLIER)
