"""What the sections are written from: findings, claims and articles at hand, and the numbers of the quotes cited so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from summarizer.domain.article import Article
from summarizer.domain.claim import Claim
from summarizer.domain.finding import Finding, Mention, Reconciled
from summarizer.domain.report import Report
from summarizer.domain.span import Quote, Span
from summarizer.domain.story import Citation


@dataclass(slots=True)
class Desk:
    """One story's material. Citing is the only thing that changes it: numbers are given in order of first use."""

    found: Reconciled
    articles: dict[str, Article]
    claims: dict[str, Claim]
    reports: tuple[Report, ...]
    as_of: date | None
    _numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)
    _cited: list[Citation] = field(default_factory=list)

    @classmethod
    def of(cls, found: Reconciled, articles: Sequence[Article], reports: Sequence[Report], as_of: date | None) -> Self:
        mine = frozenset(found.articles)
        told = tuple(report for report in reports if report.article in mine)
        return cls(
            found=found,
            articles={article.id: article for article in articles if article.id in mine},
            claims={claim.id: claim for report in told for claim in report.claims},
            reports=told,
            as_of=as_of,
        )

    @property
    def title(self) -> str:
        """The headline of the newest article that has one; a story is named by its articles, never by us."""
        named = [article for article in self.articles.values() if article.title and article.id not in self.found.background]
        newest = max(named, key=lambda article: (article.published.day or date.min, -len(article.title or "")), default=None)
        return (newest.title if newest else None) or next((a.name for a in self.articles.values()), "")

    @property
    def current(self) -> tuple[Finding, ...]:
        """The findings of today's story, without background."""
        return tuple(finding for finding in self.found.findings if not finding.is_background)

    def claim_of(self, mention: Mention) -> Claim:
        return self.claims[mention.claim]

    def label(self, article: str) -> str:
        return self.articles[article].label

    def cite(self, mentions: Iterable[Mention]) -> tuple[int, ...]:
        """The annex numbers of these quotes; a quote cited before keeps its number."""
        return tuple(dict.fromkeys(self._number(mention) for mention in mentions))

    def _number(self, mention: Mention) -> int:
        key = (mention.article, mention.quote.start, mention.quote.end)
        if key not in self._numbers:
            self._numbers[key] = len(self._cited) + 1
            self._cited.append(Citation(self._numbers[key], mention.article, mention.claim, mention.quote))
        return self._numbers[key]

    def citations(self) -> tuple[Citation, ...]:
        return tuple(self._cited)

    def quote_numbered(self, number: int) -> Citation:
        return self._cited[number - 1]

    def words(self, article: str, span: Span) -> Quote:
        return Quote.cut(self.articles[article].text, span)
