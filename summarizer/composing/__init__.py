"""Findings to a story that can be read: every sentence built from a finding and proven against its quotes."""

from collections.abc import Sequence
from datetime import date

from summarizer.composing.desk import Desk
from summarizer.composing.proof import Proof
from summarizer.composing.sections import sections_of
from summarizer.domain.article import Article
from summarizer.domain.finding import Reconciled
from summarizer.domain.report import Report
from summarizer.domain.story import Story

__all__ = ["compose"]


def compose(found: Reconciled, articles: Sequence[Article], reports: Sequence[Report], *, as_of: date | None) -> Story:
    """The story of these findings. Sentences that their quotes do not prove are withheld and listed, never softened."""
    desk = Desk.of(found, articles, reports, as_of)
    proof = Proof(desk)
    sections = tuple(proof.passed(section) for section in sections_of(desk))
    return Story(
        id=found.findings[0].id if found.findings else (found.articles[0] if found.articles else "empty"),
        title=desk.title,
        articles=found.articles,
        background=found.background,
        findings=found.findings,
        sections=sections,
        citations=desk.citations(),
        withheld=tuple(proof.withheld),
        checked=proof.checked,
    )
