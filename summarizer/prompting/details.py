"""What stands in and around drafted words, found by code: an LLM is not asked for what the words show by themselves."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TypedDict

from summarizer.domain.article import Article
from summarizer.domain.moment import Moment
from summarizer.domain.span import Span
from summarizer.language.folding import find_all
from summarizer.language.hedges import find_hedges
from summarizer.language.moments import find_moments
from summarizer.language.quantities import find_quantities, is_figure
from summarizer.language.titles import role_after, role_before

_EARLIER = timedelta(days=21)  # an event told that long after it happened is background to today's news


class Details(TypedDict):
    """Fields of a drafted claim, by their names there."""

    when: str | None
    said: str | None
    hedge: str | None
    quantities: tuple[str, ...]
    is_background: bool


def details_of(article: Article, sentence: Span, content: Sequence[Span]) -> Details:
    """Time, hedge and figures of the content; a time outside the content is when it was said."""
    text = article.text
    moments = find_moments(text, published=article.published.day, within=sentence)
    inside = [moment for moment in moments if any(span.covers(moment.printed.span) for span in content)]
    outside = [moment for moment in moments if not any(span.overlaps(moment.printed.span) for span in content)]
    when = next((moment for moment in inside if moment.is_resolved), inside[0] if inside else None)
    hedges = [hedge.cut(text) for span in content for hedge in find_hedges(text, within=span)]
    figures = [q.printed.text for span in content for q in find_quantities(text, within=span) if is_figure(q)]
    return {
        "when": when.printed.text if when else None,
        "said": outside[0].printed.text if outside else None,
        "hedge": hedges[0] if hedges else None,
        "quantities": tuple(dict.fromkeys(figures)),
        "is_background": _is_earlier(when, article),
    }


def role_of(article: Article, name: str) -> str | None:
    """The fullest title printed beside the name."""
    places = find_all(name, article.text)
    roles = [role_before(article.text, place.start) or role_after(article.text, place.end) for place in places]
    found = [role.span.cut(article.text) for role in roles if role is not None]
    return max(found, key=len, default=None)


def _is_earlier(when: Moment | None, article: Article) -> bool:
    day = article.published.day
    return bool(day and when and when.last and when.last < day - _EARLIER)
