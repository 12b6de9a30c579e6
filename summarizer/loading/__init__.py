"""Bytes to articles: frozen text, numbered sentences with roles, and what is known about publication."""

import hashlib
import json
from dataclasses import replace

from summarizer.domain.article import Article, Credit, Publication
from summarizer.domain.report import Skipped, SkipReason
from summarizer.loading.credits import BASES, printed
from summarizer.loading.decoding import MAX_BYTES, decode, too_large
from summarizer.loading.languages import language_of
from summarizer.loading.pages import article_of, is_page
from summarizer.loading.roles import sentences_of
from summarizer.loading.sources import SourceFacts, parse_sources

__all__ = ["MAX_BYTES", "SourceFacts", "load", "parse_sources", "restore", "too_large"]

_GIVEN = " (as given)"  # tells a stated basis from the same words as our own


def load(data: bytes, *, name: str, facts: SourceFacts | None = None) -> Article | Skipped:
    """The article in `data`: plain text, Markdown or HTML, in any encoding that can be told for sure.

    `facts` go before a page's metadata, these before what the text prints. Whatever is wrong with `data` comes back as
    `Skipped`; nothing is raised. A text in another language is labelled, not skipped.
    """
    text = decode(data, name)
    if isinstance(text, Skipped):
        return text
    stated = _as_given(facts or SourceFacts())
    if is_page(text, name):
        page = article_of(text, stated.url)
        if page is None:
            return Skipped(name, SkipReason.NO_ARTICLE, f"{name} has no article text that could be told from the page around it")
        text, found = page
        stated = _first_known(stated, _as_given(found))
    elif _is_data(text):
        return Skipped(name, SkipReason.NO_ARTICLE, f"{name} is data (JSON or XML), not an article: give its text")
    article = _built(text, name, stated)
    if not any(sentence.role.carries_statements for sentence in article.sentences):
        return Skipped(name, SkipReason.NO_ARTICLE, f"{name} has no article text: only menus, captions, credits or notices")
    return article


def restore(article: Article) -> Article:
    """`article` built anew from its text and its stated publication facts.

    Everything that follows from the text (hash, id, language, title, sentences, roles, credits the text prints) is
    computed again, so a record that was changed differs from its restored self: `restore(load(data)) == load(data)`.
    """
    stated = SourceFacts(
        outlet=_if_stated(article.outlet),
        agency=_if_stated(article.agency),
        byline=_if_stated(article.byline),
        published=article.published if article.published.basis not in BASES else None,
    )
    return _built(article.text, article.name, stated)


def _built(text: str, name: str, stated: SourceFacts) -> Article:
    sentences = sentences_of(text)
    own = printed(text, sentences)
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Article(
        id=sha256[:12],
        name=name,
        sha256=sha256,
        text=text,
        language=language_of(text),
        title=own.title,
        outlet=stated.outlet or own.outlet,
        agency=stated.agency or own.agency,
        byline=stated.byline or own.byline,
        dateline=own.dateline,
        published=stated.published or own.published,
        sentences=sentences,
    )


def _if_stated(credit: Credit) -> Credit | None:
    return credit if credit.basis not in BASES else None


def _as_given(facts: SourceFacts) -> SourceFacts:
    """`facts` with each basis that reads like one of our own marked as given."""
    return replace(
        facts,
        outlet=_marked(facts.outlet),
        agency=_marked(facts.agency),
        byline=_marked(facts.byline),
        published=_marked_day(facts.published),
    )


def _marked(credit: Credit | None) -> Credit | None:
    return replace(credit, basis=credit.basis + _GIVEN) if credit and credit.basis in BASES else credit


def _marked_day(published: Publication | None) -> Publication | None:
    return replace(published, basis=published.basis + _GIVEN) if published and published.basis in BASES else published


def _first_known(first: SourceFacts, second: SourceFacts) -> SourceFacts:
    return SourceFacts(
        outlet=first.outlet or second.outlet,
        agency=first.agency or second.agency,
        byline=first.byline or second.byline,
        published=first.published or second.published,
        url=first.url or second.url,
    )


def _is_data(text: str) -> bool:
    """True for JSON and XML, such as a feed or an exported record."""
    start = text.lstrip()[:200].lower()
    if start.startswith(("<?xml", "<rss", "<feed")):
        return True
    if not start.startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
