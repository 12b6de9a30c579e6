"""The claims of one story with what is needed to compare them: terms, their rarity, and where each stands."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

from summarizer.domain.article import Article, Role
from summarizer.domain.claim import Claim
from summarizer.domain.report import Report
from summarizer.domain.span import Span
from summarizer.language.terms import terms

_BASE = 0.5  # weight of a term that every sentence has, against about 4 of one that a single sentence has
LEAD = 4  # body sentences that count as the lead of an article


@dataclass(frozen=True)
class Corpus:
    """Articles and their claims. `rarity` weighs a term by how few of the story's sentences have it (inverse document
    frequency)."""

    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        counts: Counter[str] = Counter()
        total = 0
        for article in self.articles.values():
            for sentence in article.sentences:
                if sentence.role.carries_statements:
                    counts.update(terms(sentence.span.cut(article.text)))
                    total += 1
        return {term: log((total + 1) / (count + 0.5)) for term, count in counts.items()}

    @cached_property
    def _lead(self) -> Mapping[str, frozenset[int]]:
        found = {}
        for article in self.articles.values():
            body = [s.number for s in article.sentences if s.role is Role.BODY][:LEAD]
            found[article.id] = frozenset(body) | {s.number for s in article.sentences if s.role in (Role.HEADLINE, Role.DECK)}
        return found

    @cached_property
    def _lead_terms(self) -> frozenset[str]:
        """Terms that the leads of at least two articles have, or of the only one."""
        counts: Counter[str] = Counter()
        for article in self.articles.values():
            spans = [article.sentences[number - 1].span for number in self._lead[article.id]]
            counts.update({term for span in spans for term in terms(span.cut(article.text))})
        return frozenset(term for term, count in counts.items() if count >= min(2, len(self.articles)))

    def centrality(self, found: frozenset[str]) -> float:
        """The share of these terms that the story's leads share, 0 to 1."""
        return len(found & self._lead_terms) / max(len(found), 4)

    def article_of(self, claim: Claim) -> Article:
        return self.articles[claim.article]

    def is_lead(self, claim: Claim) -> bool:
        """Whether the claim stands in the headline, the deck or the first sentences of its article."""
        return any(number in self._lead[claim.article] for number in claim.sentences)

    def sentence_span(self, claim: Claim, span: Span) -> Span:
        """The sentence of the claim that holds `span`, or its first."""
        spans = [self.articles[claim.article].sentences[number - 1].span for number in claim.sentences]
        return next((each for each in spans if each.covers(span)), spans[0])

    def terms_of(self, claim: Claim) -> frozenset[str]:
        return terms(claim.text)

    def similarity(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Cosine of the two sets of terms, weighted by rarity; 0 to 1."""
        shared = self.mass(one & other)
        if not shared:
            return 0.0
        return shared / sqrt(self.mass(one) * self.mass(other))

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Dice coefficient of the two sets, each term at its rarity plus a base, so that a story's common words count."""
        sizes = self._weight(one) + self._weight(other)
        return 2 * self._weight(one & other) / sizes if sizes else 0.0

    def _weight(self, found: frozenset[str]) -> float:
        return sum(_BASE + self.rarity.get(term, 1.0) for term in found)

    def mass(self, found: frozenset[str]) -> float:
        """The summed squared rarity of terms; a term that no sentence has counts as rare as one that a single sentence has."""
        return sum(self.rarity.get(term, 1.0) ** 2 for term in found)


def corpus_of(articles: Sequence[Article], reports: Sequence[Report]) -> Corpus:
    """The corpus of these articles with the claims of their reports."""
    ids = {article.id for article in articles}
    found = (claim for report in reports if report.article in ids for claim in report.claims)
    claims = sorted(found, key=lambda claim: (claim.article, claim.content[0].start, claim.id))  # whatever the order given
    in_order = sorted(articles, key=lambda article: article.id)
    return Corpus({article.id: article for article in in_order}, {claim.id: claim for claim in claims})
