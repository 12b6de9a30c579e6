"""Small real runs: texts of our own go through loading, the offline reader, proof and reconciling, as any article does."""

from datetime import date

from summarizer import pipeline
from summarizer.domain.article import Article, Credit, Publication
from summarizer.loading import SourceFacts, load
from summarizer.reading import OfflineReader

READER = OfflineReader()


def article(text, *, outlet, published="2025-03-12"):
    facts = SourceFacts(outlet=Credit(outlet, "given"), published=Publication(date.fromisoformat(published), "given"))
    loaded = load(text.encode(), name=f"{outlet.lower().replace(' ', '-')}.txt", facts=facts)
    assert isinstance(loaded, Article), loaded
    return loaded


def briefed(*articles, as_of=None):
    return pipeline.brief(articles, reader=READER, as_of=as_of)


def findings_of(*articles):
    """Every finding of every story that these articles tell."""
    return [finding for story in briefed(*articles).stories for finding in story.findings]


def claims_of(*articles):
    return [claim for each in articles for claim in pipeline.read(each, reader=READER)[1].claims]


def about(findings, words, *, topic=None):
    """The findings one of whose quotes has these words."""
    return [f for f in findings if (topic is None or f.topic is topic) and any(words in m.quote.text for m in f.mentions)]
