"""Which articles tell one story. An earlier article on the same actors and matter is background, not a story of its own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import log, sqrt

from summarizer.domain.article import Article, Role
from summarizer.language.names import find_names
from summarizer.language.terms import terms
from summarizer.reconciling.clusters import join

# Likeness is the cosine of who is named plus twice the cosine of what the leads are about. Measured on 112 articles of 40
# events: of articles within two weeks of each other 109 find one of their own story at 0.5, and of different stories only
# closely related ones meet. Years apart, two stories of the same states reach 0.69, an earlier chapter of one story 0.88.
SAME_STORY = 0.77
SAME_STORY_AT_ONE_TIME = 0.5
BACKGROUND_AFTER = timedelta(days=14)  # an article that much older than the newest tells an earlier chapter
_SENTENCES = 8  # of an article that say what it is about


@dataclass(frozen=True, slots=True)
class StoryArticles:
    """The articles of one story in the order given, and the ids of those that are background."""

    articles: tuple[Article, ...]
    background: tuple[str, ...]


def split_stories(articles: Sequence[Article]) -> tuple[StoryArticles, ...]:
    """Articles by story, the story with the newest articles first."""
    about = [_about(article) for article in articles]
    counts = Counter(term for found in about for term in found)
    rarity = {term: log(1 + (len(articles) + 1) / count) for term, count in counts.items()}
    leads = [{term: rarity[term] * sqrt(n) for term, n in found.items()} for found in about]
    names = [{name: sqrt(n) for name, n in _named(article).items()} for article in articles]
    pairs = [
        (_cosine(names[a], names[b]) + 2 * _cosine(leads[a], leads[b]), a, b) for a in range(len(articles)) for b in range(a)
    ]
    alike = [(score, a, b) for score, a, b in pairs if score >= _floor(articles[a], articles[b])]
    groups = join(len(articles), alike, lambda a, b: False)
    stories = [_with_background(tuple(articles[index] for index in group)) for group in groups]
    return tuple(sorted(stories, key=_newest, reverse=True))


def _floor(one: Article, other: Article) -> float:
    """The likeness that two articles need; less where they were published at one time, or it is not known when."""
    days = (one.published.day, other.published.day)
    is_apart = days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > BACKGROUND_AFTER
    return SAME_STORY if is_apart else SAME_STORY_AT_ONE_TIME


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(one[term] * other[term] for term in one.keys() & other.keys())
    sizes = sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return shared / sizes if sizes else 0.0


def _about(article: Article) -> Counter[str]:
    telling = [s for s in article.sentences if s.role in (Role.HEADLINE, Role.DECK)][:2]
    telling += [s for s in article.sentences if s.role is Role.BODY][:_SENTENCES]
    return Counter(term for sentence in telling for term in terms(sentence.span.cut(article.text)))


def _named(article: Article) -> Counter[str]:
    told = [sentence.span.cut(article.text) for sentence in article.sentences if sentence.role.carries_statements]
    return Counter(name.canonical.casefold() for words in told for name in find_names(words))


def _with_background(articles: tuple[Article, ...]) -> StoryArticles:
    days = [article.published.day for article in articles if article.published.day]
    newest = max(days, default=None)
    if newest is None:
        return StoryArticles(articles, ())
    old = tuple(a.id for a in articles if a.published.day and newest - a.published.day > BACKGROUND_AFTER)
    return StoryArticles(articles, old)


def _newest(story: StoryArticles) -> tuple[str, int]:
    days = [article.published.day for article in story.articles if article.published.day]
    return (max(days).isoformat() if days else "", len(story.articles))
